"""Checks specs against the rules of HTTP: families R2, R3 and R8.

Goes in: the specs of every module, whose texts are not checked yet. Comes out: diagnostics. What
the wire refuses is refused by the same functions of `respgen.core`, so build time and run time agree.
"""

from respgen.checks.contents import Holdings as Holdings
from respgen.checks.cookies import check_cookies
from respgen.checks.fields import check_fields
from respgen.checks.messages import check_messages
from respgen.checks.problems import check_problems
from respgen.diagnostics import Problems
from respgen.source.classes import Classes
from respgen.specs import ModuleSpec


def check(
    modules: tuple[ModuleSpec, ...],
    problems: Problems,
    holdings: Holdings | None = None,
) -> None:
    """Add every broken rule of families R2, R3 and R8, in any order; never raises for a text.

    `holdings` knows an author's classes; without it only those of the standard library are known.
    """
    known = Classes() if holdings is None else holdings
    check_fields(modules, problems)
    check_messages(modules, problems, known)
    check_cookies(modules, problems)
    check_problems(modules, problems, known)
