"""Options that commands share."""

from __future__ import annotations

import click

from respgen.cli.reporters import FORMATS

format_option = click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="text",
    show_default=True,
    help="How findings are printed: text on stderr, or one document on stdout, with the"
    " files that are out of date (everything else then goes to stderr).",
)
