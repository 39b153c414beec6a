"""How a rule's row and page are written: the mended schema is the wrong one with one thing changed.

Goes in: a code, texts, a wrong schema and its mending. Comes out: the Rule.
"""

from respgen.diagnostics import Rule, Severity


def error(
    code: str,
    title: str,
    why: str,
    source: str,
    wrong: str,
    mend: tuple[str, str],
    *,
    ignorable: bool = False,
    fixable: bool = False,
    file: str = "shop.yaml",
    also: tuple[tuple[str, str], ...] = (),
) -> Rule:
    """`mend` is what changes in `wrong`: the old text, which stands there once, and the new.

    `ignorable` where neither the compiler nor the generated code refuses it; `fixable` where a
    finding has a `fix`.
    """
    right = wrong.replace(*mend)
    return Rule(
        code,
        Severity.ERROR,
        title,
        why,
        source,
        wrong,
        right,
        ignorable=ignorable,
        file=file,
        right_file=file,
        also=also,
        fixable=fixable,
    )


def warning(
    code: str,
    title: str,
    why: str,
    source: str,
    wrong: str,
    mend: tuple[str, str],
    *,
    fixable: bool = False,
) -> Rule:
    """As `error`; a warning can always be ignored."""
    right = wrong.replace(*mend)
    return Rule(
        code,
        Severity.WARNING,
        title,
        why,
        source,
        wrong,
        right,
        ignorable=True,
        fixable=fixable,
    )
