"""`respgen jsonschema`: what editors need to complete and check schema files as they are typed."""

from __future__ import annotations

import json

import click

from respgen.cli.terminal import say


@click.command()
def command() -> None:
    """Print the JSON Schema of schema files, for editors.

    \b
    `respgen init` writes it to schemas/.respgen.schema.json; after an upgrade:
      respgen jsonschema > schemas/.respgen.schema.json
    The YAML language server reads the first line of a schema:
      # yaml-language-server: $schema=.respgen.schema.json
    A schema in JSON names it itself: "$schema": ".respgen.schema.json"
    """
    say(document())


def document() -> str:
    """The published JSON Schema, as text."""
    # here and not above: it loads the readers of schemas, which --help needs not
    from respgen.schema import json_schema

    return json.dumps(json_schema(), indent=2, ensure_ascii=False)
