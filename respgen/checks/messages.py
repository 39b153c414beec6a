"""Checks statuses, bodies and media types (RFC 9110 8.3, 15): rules R211 to R221, R012.

Goes in: responses. Comes out: diagnostics at the key that says so, else at the entry. What a class
inherits unchanged is reported where it was written, not again at every child.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace

from respgen.checks.bodies import body_findings
from respgen.checks.contents import Holdings, content_findings
from respgen.checks.events import event_findings
from respgen.checks.examples import example_findings
from respgen.checks.kinds import item_findings, kind_findings
from respgen.checks.labels import label_findings
from respgen.checks.pages import page_findings
from respgen.checks.pairs import pair_findings
from respgen.checks.params import param_findings
from respgen.checks.places import place_findings
from respgen.checks.typos import misspelt
from respgen.core.grammar import FieldError
from respgen.core.statuses import BODYLESS, final_status, reason_phrase
from respgen.diagnostics import Add, Finding, Places, Problems, Rule, Span
from respgen.kinds import KINDS
from respgen.rules import r2, r7, r8
from respgen.specs import ModuleSpec, OfBody, Ref, ResponseSpec, wire
from respgen.specs.wire import Known, Presence


def check_messages(
    modules: tuple[ModuleSpec, ...], problems: Problems, holdings: Holdings
) -> None:
    """Checks every response of every module, next to its parent."""
    responses = {
        Ref(module.name, response.name): response
        for module in modules
        for response in module.responses
    }
    for response in responses.values():
        places = Places.of_entry(response.span, response.spans)
        problems.note(_own(response, responses, holdings), places)
    for span, found in page_findings(responses):
        problems.note((found,), Places(span))


def _own(
    response: ResponseSpec, responses: Mapping[Ref, ResponseSpec], holdings: Holdings
) -> Iterator[Finding]:
    """Yields findings that the parent lacks, and those about what this entry writes itself."""
    parent = response.parent and responses.get(response.parent)
    # a fix is about the entry itself, so parent and child never agree on it
    inherited = (
        {replace(f, fix=None) for f in _findings(parent, holdings)} if parent else set()
    )
    for found in _findings(response, holdings):
        own = not isinstance(found.at, Span) and set(found.at) & response.spans.keys()
        if own or replace(found, fix=None) not in inherited:
            yield found


def _findings(response: ResponseSpec, holdings: Holdings) -> Iterator[Finding]:
    yield from label_findings(response)
    yield from [*item_findings(response)] or content_findings(response, holdings)
    yield from param_findings(response, holdings)
    yield from example_findings(response, holdings)
    yield from place_findings(response, holdings)
    yield from body_findings(response, holdings)
    yield from pair_findings(response)
    yield from kind_findings(response)
    yield from event_findings(response)
    wrong = [*status_findings(response.status_code)]
    yield from wrong
    if not wrong or response.status_code == USE_PROXY:
        yield from _status_findings(response)


USE_PROXY = 305


def status_findings(status: int) -> Iterator[Finding]:
    """Reports a status that no response should have."""
    try:
        final_status(status)
    except FieldError:
        message = "the status of a response must be from 200 to 599 (RFC 9110 15)"
        interim = 100 <= status < 200
        advice = (
            "only the server sends interim responses: write the final status"
            if interim
            else "write a final status"
        )
        yield Finding(r2.STATUS, message, advice, ("status_code",))
        return
    if status == USE_PROXY:
        message = "305 Use Proxy is deprecated: clients ignore it because any proxy could be named"
        advice = "write 307 or 308 with a Location"
        yield Finding(r2.STATUS, message, advice, ("status_code",))


def _status_findings(response: ResponseSpec) -> Iterator[Finding]:
    if response.status_code in BODYLESS:
        yield from _body_findings(response)
    yield from _kind_findings(response)
    yield from _contract_findings(response)


# Fields about the content itself. 15.4.5 lets through what a cache updates (Content-Location, Date,
# ETag, Vary, Cache-Control, Expires); with 204 those and Last-Modified are about the target (15.3.5).
_ABOUT_CONTENT = (
    "content-digest",
    "content-disposition",
    "content-encoding",
    "content-language",
    "content-md5",
    "content-range",
)


def _body_findings(response: ResponseSpec) -> Iterator[Finding]:
    """RFC 9110 15.3.5, 15.3.6, 15.4.5: no content, and nothing that describes it."""
    status = _status(response)
    for key in ("media_type", "charset", "content", "render", "body"):
        if key in response.spans:
            message = f"{status} has no body, so {key} has no effect"
            yield Finding(
                r2.BODYLESS,
                message,
                f"remove {key}, or write a different status",
                (key,),
            )
    for header in response.headers:
        if isinstance(header.origin, OfBody):
            message = f"{header.name} is computed from the body, and {status} has none"
            help_line = f"remove it, or write {header.name}: {{type: str}}"
            yield Finding(r2.BODYLESS, message, help_line, header.span)
        elif found := described(response.status_code, header.name):
            help_line = f"remove it; write {header.name}: null if it is inherited"
            yield replace(found, help=help_line, at=header.span)


def described(status: int, name: str) -> Finding | None:
    """Reports a header about content that a response cannot have."""
    if status not in BODYLESS or name.lower() not in _ABOUT_CONTENT:
        return None
    message = f"{name} describes content, and {_phrase(status)} has none"
    return Finding(r2.BODYLESS, message, "remove it")


def _kind_findings(response: ResponseSpec) -> Iterator[Finding]:
    """Reports headers that the base writes."""
    kind = KINDS[response.kind]
    for header in response.headers:
        if header.name.lower() in map(str.lower, kind.fields):
            message = f"a {kind.name} writes {header.name} by itself"
            advice = f"remove it; write {header.name}: null if it is inherited"
            yield Finding(r7.WRITTEN_HEADER, message, advice, header.span)


def _status(response: ResponseSpec) -> str:
    return _phrase(response.status_code)


def _phrase(status: int) -> str:
    return f"{status} {reason_phrase(status)}"


# RFC 9110 15.5.2, 15.5.6, 15.5.8, 15.5.22, 15.3.7: the field that a client needs to go on
_CONTRACTS = {
    206: "Content-Range",
    401: "WWW-Authenticate",
    405: "Allow",
    407: "Proxy-Authenticate",
    426: "Upgrade",
}
_ADVICE = {
    # 15.3.2, 15.4; 300 needs one only where the server has a choice of its own
    **dict.fromkeys((201, 301, 302, 303, 307, 308), "Location"),
    # 15.5.17
    416: "Content-Range",
    # 15.5.14, 15.6.4; RFC 6585 4
    **dict.fromkeys((413, 429, 503), "Retry-After"),
}
# What a fix adds: the value is for the caller to give, since no constant is certain
_PARAMETERS: dict[str, dict[str, str | bool]] = {
    "Allow": {"type": "list[token]"},
    "Content-Range": {"type": "content_range"},
    "Location": {"type": "url"},
    "Proxy-Authenticate": {"type": "challenge"},
    "Retry-After": {"type": "duration"},
    "Upgrade": {"type": "str"},
    "WWW-Authenticate": {"type": "challenge"},
}


def _contract_findings(response: ResponseSpec) -> Iterator[Finding]:
    if not response.whole:  # a malformed part may hold what seems to be missing
        return
    present = wire.fields(response.headers)
    if response.others:
        yield from _several(response, present)
        return
    needed, wanted = _needed(response), _ADVICE.get(response.status_code)
    if needed is wanted is None:
        return
    written = {*response.unread, *misspelt(response)}
    there = present.get(needed.lower()) if needed else None
    lacking = there is None or there.presence is Presence.PERHAPS
    if needed and lacking and needed.lower() not in written:
        message = f"{_status(response)} must send {needed}, as a constant or a required parameter"
        fix = _requiring(response, needed, there)
        yield _missing(r2.STATUS_CONTRACT, message, needed, fix)
    by_base = KINDS[response.kind].fields
    there_already = {*present, *written}
    if wanted and wanted.lower() not in there_already and wanted not in by_base:
        message = f"clients expect {wanted} with {_status(response)}"
        fix = Add(response.span, ("headers", wanted), _PARAMETERS[wanted])
        yield _missing(r2.STATUS_ADVICE, message, wanted, fix)


def missing_findings(status: int, present: Collection[str]) -> Iterator[Finding]:
    """Reports what a message lacks that has just these fields, in lower case."""
    needed, wanted = _CONTRACTS.get(status), _ADVICE.get(status)
    if needed and needed.lower() not in present:
        message = f"{_phrase(status)} must send {needed}"
        yield Finding(r2.STATUS_CONTRACT, message, f"send {needed}")
    if wanted and wanted.lower() not in present:
        message = f"clients expect {wanted} with {_phrase(status)}"
        yield Finding(r2.STATUS_ADVICE, message, f"send {wanted}")


def _several(response: ResponseSpec, present: wire.Fields) -> Iterator[Finding]:
    """Of several statuses one is sent: who sends it, or the exception, may have the field."""
    for status in response.statuses:
        needed = _CONTRACTS.get(status)
        if needed and not {needed.lower()} & {*present, *response.unread}:
            message = f"{status} {reason_phrase(status)} must send {needed}: callers have to give it in headers"
            advice = f"write a problem for {status} alone, or add {needed} to headers"
            yield Finding(r8.SEVERAL_CONTRACTS, message, advice, ("status",))


def _needed(response: ResponseSpec) -> str | None:
    """Names the header to send; with several ranges, each part has its own (RFC 9110 15.3.7.2)."""
    several = (response.media_type or "").lower().startswith("multipart/byteranges")
    return None if several else _CONTRACTS.get(response.status_code)


def _requiring(response: ResponseSpec, name: str, there: Known | None) -> Add:
    """Adds a required header, or only `required` if the parameter is there."""
    if there is not None:
        return Add(response.span, ("headers", there.header.name, "required"), True)
    parameter = {**_PARAMETERS[name], "required": True}
    return Add(response.span, ("headers", name), parameter)


def _shown(value: object) -> str:
    """YAML that stays one value in braces."""
    text = str(value).lower()
    return f'"{text}"' if "[" in text else text


def _missing(rule: Rule, message: str, name: str, fix: Add) -> Finding:
    """What the help says is what the fix writes."""
    if isinstance(fix.value, Mapping):
        keys = (f"{key}: {_shown(each)}" for key, each in fix.value.items())
        advice = f"add to headers: {name}: {{{', '.join(keys)}}}"
    else:
        advice = f"add {fix.path[-1]}: {str(fix.value).lower()} to {name}"
    return Finding(rule, message, advice, ("status_code",), fix=fix)
