"""Whether an entry sends what a place in code does.

Goes in: a place, and the spec of an entry. Comes out: the first difference.
"""

from __future__ import annotations

from respgen.adopt.proposals import CookieSite, Site
from respgen.audit.cookies.operations import DEFAULTS
from respgen.migrate.ground import Ground
from respgen.sending.cookies import deletes, same_deletion, same_set
from respgen.sending.matching import Differs, match
from respgen.sending.sent import Unclear, sent
from respgen.specs import CookieSpec, ResponseSpec


def difference(ground: Ground, site: Site, spec: CookieSpec | ResponseSpec) -> str:
    """Why an entry does not send what a place does; empty where it does."""
    try:
        if isinstance(site, CookieSite) and isinstance(spec, CookieSpec):
            _same_cookie(ground, site, spec)
        elif isinstance(spec, ResponseSpec) and not isinstance(site, CookieSite):
            for act in site.acts:
                match(sent(act, site.changes), spec, ground.read)
    except (Differs, Unclear) as differs:
        return str(differs)
    return ""


def _same_cookie(ground: Ground, site: CookieSite, spec: CookieSpec) -> None:
    for act in site.acts:
        given = {**DEFAULTS, **act.given}
        if deletes(act.method, given):
            same_deletion(given, spec, ground.read)
        else:
            same_set(given, spec, ground.read)
