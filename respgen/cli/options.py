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
    help="How findings, and files that are out of date, are reported: as text, or as one document on"
    " stdout, with everything else on stderr.",
)
