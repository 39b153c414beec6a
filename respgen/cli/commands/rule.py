"""`respgen rule`: what a code means, why it is there, and how to repair a schema that breaks it."""

from __future__ import annotations

from textwrap import fill, indent

import click

from respgen.cli.terminal import Stop, bold, say
from respgen.diagnostics import Rule
from respgen.rules import RULES
from respgen.rules.codes import near
from respgen.rules.page import Example, page


@click.command()
@click.argument("code", required=False)
def command(code: str | None) -> None:
    """Explain the rule with this CODE, such as R203. Without a CODE, list all rules.

    R2 lists a family. `fix` marks the rules whose findings `respgen lint --fix` repairs, each one
    that has a single certain fix. The settings `select` and `ignore` of [tool.respgen] take these
    codes, and so does a comment `# respgen: ignore[R306]` on a line of a schema, or of Python.
    """
    wanted = (code or "").upper()
    if rule := RULES.get(wanted):
        say(_explained(rule))
        return
    rows = [_row(rule) for rule in RULES.values() if rule.code.startswith(wanted)]
    if not rows:
        raise Stop(f"unknown rule {wanted!r}; {near(wanted)}")
    say("\n".join(rows))


def _row(rule: Rule) -> str:
    fix = "fix" if rule.fixable else "   "
    return f"{rule.code}  {rule.severity:<7}  {fix}  {rule.title}"


def _explained(rule: Rule) -> str:
    ignorable = "may be ignored" if rule.ignorable else "cannot be ignored"
    fixable = ", `respgen lint --fix` repairs it where one fix is certain"
    fixable = fixable if rule.fixable else ""
    read = page(rule)
    parts = (
        bold(f"{rule.code}: {rule.title}"),
        f"{rule.severity}, {ignorable}{fixable}",
        "\n\n".join(map(_filled, read.why.split("\n\n"))),
        f"Source: {read.source}",
        *(_shown("Alongside", example) for example in read.alongside),
        _shown("Wrong", read.wrong),
        _shown("Right", read.right),
    )
    return "\n\n".join(parts)


def _filled(line: str) -> str:
    # names of fields are broken neither at a hyphen nor anywhere else
    return fill(line, 88, break_on_hyphens=False, break_long_words=False)


def _shown(label: str, example: Example) -> str:
    text = indent(example.text.rstrip("\n"), "    ")
    return f"{label} ({example.name}):\n\n{text}"
