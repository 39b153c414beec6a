"""How a rule's row is written. Its page stands in `pages`, named by its code.

Goes in: a code, a title and flags. Comes out: the Rule.
"""

from respgen.diagnostics import Rule, Severity, Subject


def error(
    code: str,
    title: str,
    *,
    subject: Subject = Subject.SCHEMA,
    ignorable: bool = False,
    fixable: bool = False,
) -> Rule:
    """A rule whose breach makes a response invalid or dangerous.

    It is `ignorable` where neither the compiler nor the generated code refuses the response.
    """
    return Rule(code, Severity.ERROR, title, subject, ignorable, fixable)


def warning(
    code: str,
    title: str,
    *,
    subject: Subject = Subject.SCHEMA,
    fixable: bool = False,
) -> Rule:
    """A rule whose breach is unwise; a warning can always be ignored."""
    return Rule(code, Severity.WARNING, title, subject, True, fixable)


def note(code: str, title: str, *, subject: Subject = Subject.PYTHON) -> Rule:
    """What is worth knowing and no mistake; it never fails a run."""
    return Rule(code, Severity.NOTE, title, subject, True, False)


def unread(code: str, title: str) -> Rule:
    """A warning that nothing silences: of a file that was not read nobody knows what is in it."""
    return Rule(code, Severity.WARNING, title, Subject.PYTHON, False, False)
