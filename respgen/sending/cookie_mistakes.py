"""What is certainly a mistake about a cookie: what browsers drop, and deletions of nothing.

Goes in: what a call gives. Comes out: what was meant.
"""

from __future__ import annotations

from collections.abc import Mapping

from respgen.audit.acts import acts
from respgen.audit.cookies.comparing import Match, match
from respgen.audit.cookies.operations import operations
from respgen.core.cookie_promises import promises
from respgen.source.program.facts import Facts
from respgen.source.program.values import Known, Value, text

_PROMISED: Mapping[str, tuple[str, Known]] = {
    "Secure": ("secure", Known(True)),
    "HttpOnly": ("httponly", Known(True)),
    "Path": ("path", Known("/")),
    "Domain": ("domain", Known(None)),
}
"""What the prefix of a name promises."""
_NO_DOMAIN = (Known(None), Known(""))


def dropped(given: Mapping[str, Value]) -> Mapping[str, Known]:
    """The attributes without which browsers drop a cookie that is set (RFC 6265bis 5.7), as they have to be."""
    wanted = [_PROMISED[name] for name in promises(text(given["key"]) or "")]
    if given["samesite"] == Known("none"):
        wanted.append(_PROMISED["Secure"])
    return {
        name: value
        for name, value in dict(wanted).items()
        if isinstance(given[name], Known)
        and given[name] != value
        and not (name == "domain" and given[name] in _NO_DOMAIN)
    }


def is_set_there(facts: Facts, given: Mapping[str, Value]) -> bool:
    """Whether a call in sight may set the cookie where another one deletes it."""
    for each in facts.once(operations, facts.once(acts)):
        if not each.ends and each.value("key") == given["key"]:
            found = (match(facts, each.value(n), given[n]) for n in ("path", "domain"))
            if all(part in (Match.SAME, Match.UNKNOWN) for part in found):
                return True
    return False
