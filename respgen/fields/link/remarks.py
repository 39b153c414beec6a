"""What the rules say of the text of a Link field: where it breaks, and what its links say.

Goes in: the text. Comes out: findings, with the author's own links put right where that is certain.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from respgen.core.grammar import compiled
from respgen.core.values import URL_AS_IT_IS
from respgen.decoder.respelt import meant_word
from respgen.diagnostics import Finding, Mend, Severity, quoted
from respgen.fields.addresses import address_remarks
from respgen.fields.extended import extended, is_utf_8
from respgen.fields.link.reader import read
from respgen.fields.link.text import Linked, Parameter, Slip, joined
from respgen.fields.link.values import Fault, fault
from respgen.nearness import did_you_mean, is_slip
from respgen.rules import r5
from respgen.vocabulary.relations import PARAMETERS, RELATIONS

_ONCE = ("rel", "media", "title", "title*", "type")
_ONCE_FOR_BROWSERS = ("as", "crossorigin", "fetchpriority")
# HTML 4.6.7.15: what browsers preload
_PRELOADED = ("fetch", "font", "image", "script", "style", "track", "audio", "video")
_RELATION_NAMES = ("rels", "relation", "relations", "rel-type", "reltype")
_LONG_NAME = 5


def remarks(text: str) -> Iterator[Finding]:
    """Reports where the text breaks, or else on each link, in order."""
    found, slips = read(text, strict=True)
    right = [mended(link) for link in found]
    whole, told = joined(right), not any(map(_has_error, right))
    if slips:
        yield _broken(slips, whole if told else "")
        return
    for place, link in enumerate(found):
        for each in _link_remarks(link, f"#{place}"):
            fix = each.fix
            if isinstance(fix, Mend):
                fix = replace(fix, whole=whole, shown=told)
            yield replace(each, fix=fix)


def _has_error(link: Linked) -> bool:
    return any(
        each.rule.severity is Severity.ERROR for each in _link_remarks(link, "#0")
    )


def _broken(slips: list[Slip], whole: str) -> Finding:
    """The first slip that is anybody's guess, else the first, with the whole text put right."""
    slip = next((each for each in slips if not each.certain), slips[0])
    if slip.certain and whole:
        fix = Mend(whole, shown=True)
        return Finding(r5.LINK, slip.message, f"write {whole}", fix=fix)
    return Finding(r5.LINK, slip.message, slip.advice)


def mended(link: Linked) -> Linked:
    """The link with what its parts certainly mean."""
    rel = _meant_relation(link)
    params = (
        Parameter("rel" if each is rel else each.name, _meant_value(each))
        for each in link.params
    )
    return Linked(link.href, tuple(params))


def _meant_value(param: Parameter) -> str | None:
    wrong = fault(param.name, param.value)
    return param.value if wrong is None or wrong.meant is None else wrong.meant


def _link_remarks(link: Linked, place: str) -> Iterator[Finding]:
    yield from _address("href", link.href, place)
    yield from _relation_is_there(link, place)
    yield from _again(link, place)
    for name, value in ((each.name, each.value) for each in link.params):
        if wrong := fault(name, value):
            yield _of_value(wrong, place, name)
        elif name == "anchor":
            yield from _address(name, value or "", place)
        elif name.endswith("*"):
            yield from _extended(name, value or "", place)
        elif near := _near_name(name):
            message = f"{name} is no parameter that browsers know"
            at = (place, name)
            yield Finding(r5.LINK_PARAMETER, message, near, at, at_key=True)
    yield from _preload(link, place)


def _of_value(wrong: Fault, place: str, name: str) -> Finding:
    fix = None if wrong.meant is None else Mend(part=wrong.meant)
    return Finding(wrong.rule, wrong.message, wrong.help, (place, name), fix=fix)


def _address(name: str, address: str, place: str) -> Iterator[Finding]:
    if compiled(URL_AS_IT_IS).fullmatch(address):
        yield from address_remarks(address, (place, name))
        return
    message = f"{quoted(address)} contains characters that are not allowed in a URI"
    yield Finding(r5.LINK, message, "percent-encode them", (place, name))


def _relation_is_there(link: Linked, place: str) -> Iterator[Finding]:
    if link.named("rel"):
        return
    message = f"a link must have 'rel': <{link.href}>"
    if meant := _meant_relation(link):
        advice, fix = f"write rel in place of {meant.name}", Mend(part="rel")
        at = (place, meant.name)
        yield Finding(r5.LINK, message, advice, at, at_key=True, fix=fix)
    else:
        yield Finding(
            r5.LINK, message, "add rel, which says how it is related", (place,)
        )


def _meant_relation(link: Linked) -> Parameter | None:
    """The parameter that was meant to be rel: it is called alike, and its value is relations."""
    if link.named("rel"):
        return None
    for param in link.params:
        alike = param.name in _RELATION_NAMES or is_slip(param.name, "rel")
        words = (param.value or "").lower().split(" ")
        if alike and all(word in RELATIONS or ":" in word for word in words):
            return param
    return None


def _again(link: Linked, place: str) -> Iterator[Finding]:
    rules = {r5.LINK: _ONCE, r5.LINK_VALUE: _ONCE_FOR_BROWSERS}
    for rule, names in rules.items():
        for name in names:
            if len(link.named(name)) > 1:
                message = f"{name} appears twice: only the first counts"
                yield Finding(
                    rule, message, "write it once", (place, name), at_key=True
                )


def _extended(name: str, value: str, place: str) -> Iterator[Finding]:
    """Checks the values of starred names (RFC 8187 3.2.1)."""
    found = extended(value)
    if found is None or found[0] != "utf-8":
        message = f"the value of {name} does not state its encoding"
        advice = "put UTF-8'' in front, and percent-encode the rest"
    elif is_utf_8(found[1]):
        return
    else:
        message = f"what is percent-encoded in {name} is not UTF-8"
        advice = "percent-encode the bytes of UTF-8"
    yield Finding(r5.LINK, message, advice, (place, name))


def _near_name(name: str) -> str:
    """A help line with the name that a slip of the fingers made this one of."""
    if name in PARAMETERS or len(name) < _LONG_NAME:
        return ""
    meant = meant_word(name, PARAMETERS)
    return did_you_mean(meant) if meant else ""


def _preload(link: Linked, place: str) -> Iterator[Finding]:
    """What browsers need to know of something that they fetch ahead (HTML 4.6.7.15)."""
    if "preload" not in link.relations:
        return
    named = [each.lower() for each in link.named("as")]
    if not named:
        message = f"<{link.href}> is preloaded as nothing, so browsers skip it"
        advice = "add as, with what it is for: script, style, font, image or fetch"
        yield Finding(r5.LINK_PARAMETER, message, advice, (place,))
    elif named[0] == "font" and not any(
        each.name == "crossorigin" for each in link.params
    ):
        message = "fonts are fetched with CORS, so that this one is loaded twice"
        yield Finding(r5.LINK_PARAMETER, message, "add crossorigin", (place, "as"))
    elif named[0] not in _PRELOADED and fault("as", named[0]) is None:
        message = f"browsers do not preload {named[0]}"
        advice = "write fetch, font, image, script, style or track, or prefetch it"
        yield Finding(r5.LINK_PARAMETER, message, advice, (place, "as"))
