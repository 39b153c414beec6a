"""Whether an entry sends what a place in code does.

Goes in: a place, and the spec of an entry. Comes out: the first difference.
"""

from __future__ import annotations

from respgen.adopt.proposals import ClassSite, CookieSite, ResponseSite, Site
from respgen.migrate.ground import Ground
from respgen.sending.callers import check_given
from respgen.sending.classes import own_message, sent_by, ways
from respgen.sending.cookies import Mended, same
from respgen.sending.matching import Differs, match, match_any
from respgen.sending.sent import Unclear
from respgen.specs import CookieSpec, ResponseSpec


def difference(ground: Ground, site: Site, spec: CookieSpec | ResponseSpec) -> str:
    """Why an entry does not send what a place does; empty where it does."""
    try:
        if isinstance(site, CookieSite) and isinstance(spec, CookieSpec):
            for each in site.acts:
                same(each, spec, ground.facts, ground.read)
        elif isinstance(spec, ResponseSpec) and isinstance(site, ResponseSite):
            for act in site.acts:
                message = sent_by(ground.facts, act, site.changes)
                check_given(ground.facts, match(message, spec, ground.read))
        elif isinstance(spec, ResponseSpec) and isinstance(site, ClassSite):
            _same_class(ground, site, spec)
        else:
            return "it is of another kind"
    except (Differs, Unclear) as differs:
        return str(differs)
    return ""


def mending(ground: Ground, site: Site, spec: CookieSpec | ResponseSpec) -> str:
    """What is a mistake in a place that an entry does right; empty where that is not all that differs."""
    if not isinstance(site, CookieSite) or not isinstance(spec, CookieSpec):
        return ""
    found = ""
    for each in site.acts:
        try:
            same(each, spec, ground.facts, ground.read)
        except Mended as mends:
            found = found or str(mends)
        except Differs:
            return ""
    return found


def _same_class(ground: Ground, site: ClassSite, spec: ResponseSpec) -> None:
    """What its arguments become, and each call of it."""
    match(own_message(ground.facts, site.of, site.values), spec, ground.read)
    for act in site.calls:
        made = match_any(ways(ground.facts, act), spec, ground.read)
        check_given(ground.facts, made)
