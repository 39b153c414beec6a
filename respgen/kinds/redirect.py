"""redirect: an address to go to, and the keys that say which may be one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from respgen.core.grammar import compiled
from respgen.core.redirects import HERE, SAME_ORIGIN, destination
from respgen.decoder.options import option
from respgen.diagnostics import Finding, quoted
from respgen.kinds.destinations import URL_KEY, Destination
from respgen.kinds.kind import BACKGROUND, HEADERS, STATUS_CODE, KindRow, Parameter
from respgen.rules import r7
from respgen.specs.expressions import Call, Local, Value, ValueExpression, core
from respgen.specs.headers import HeaderSpec
from respgen.specs.origins import Argument, Constant, Template

URL = Parameter("url", required=True)
ORIGIN = Parameter("origin")
# a host, or its end, at a place (RFC 3986 3.2): "\0" stands for one
_OPEN_HOST = r"(?:[A-Za-z][A-Za-z0-9+.\-]*:)?//[^/?#]*\0(?::[0-9]+)?(?:[/?#].*)?"
_LOOPBACK = (
    r"http://(?:localhost|127\.[0-9.]+|\[::1\]|[a-z0-9.\-]+\.localhost)(?::[0-9]+)?"
)


@dataclass(frozen=True, slots=True)
class RedirectOptions:
    """The keys of a redirect."""

    url: Destination | None = option(
        URL_KEY, "A template over params, or where it may lead.", None
    )

    @property
    def to(self) -> Destination:
        """Where it leads: anywhere, if nothing is written."""
        return self.url or Destination()


def _parameters(options: RedirectOptions) -> tuple[Parameter, ...]:
    first = () if options.to.template else (URL,)
    return (*first, STATUS_CODE, HEADERS, BACKGROUND)


def _keywords(options: RedirectOptions) -> tuple[Parameter, ...]:
    fallback = options.to.fallback
    names = (ORIGIN,) if SAME_ORIGIN in options.to.allow else ()
    if isinstance(fallback, Argument):
        given = Parameter(fallback.parameter, required=True, like="fallback")
        return (*names, given)
    return names


def _arguments(options: RedirectOptions) -> tuple[ValueExpression, ...]:
    others = (STATUS_CODE, HEADERS, BACKGROUND)
    return (_address(options.to), *(Local(each.name) for each in others))


def _address(of: Destination) -> ValueExpression:
    """The text of the URL, judged where the schema says how."""
    if of.template:
        pattern = of.template.pattern
        places = map(Local, pattern.parameters)
        about = (Value("url"), Value(pattern.format))
        url: ValueExpression = Call(core("filled_url"), (*about, *places))
    else:
        url = Local(URL.name)
    if of.allow:
        keywords = tuple(_conditions(of))
        return Call(core("allowed_url"), (url, Value(of.allow)), keywords)
    return url if of.template else Call(core("url_text"), (Value("url"), url))


def _conditions(of: Destination) -> Iterator[tuple[str, ValueExpression]]:
    if SAME_ORIGIN in of.allow:
        yield "origin", Local(ORIGIN.name)
    match of.fallback:
        case Constant(text):
            yield "fallback", Value(text)
        case Argument(parameter):
            yield "fallback", Local(parameter)


def _fills(options: RedirectOptions) -> Mapping[str, Template]:
    return {"url": options.to.template} if options.to.template else {}


def _writes(options: RedirectOptions) -> Mapping[str, str]:
    return {"Location": "url"}


def _remarks(
    options: RedirectOptions, headers: Sequence[HeaderSpec]
) -> Iterator[Finding]:
    of = options.to
    yield from _plain(of)
    if of.template:
        yield from _led(of, of.template)
    if isinstance(of.fallback, Constant) and not _is_home(of, of.fallback.text):
        message = f"the fallback {quoted(of.fallback.text)} leads elsewhere than allow"
        advice = "write a path such as /, or list its origin in allow"
        yield Finding(r7.FALLBACK, message, advice, of.place("fallback"))


def _plain(of: Destination) -> Iterator[Finding]:
    for origin in of.allow:
        if origin.startswith("http:") and not compiled(_LOOPBACK).fullmatch(origin):
            message = f"{origin} is reached without encryption"
            advice = f"write 'https{origin[4:]}'"
            yield Finding(r7.PLAIN_ORIGIN, message, advice, of.place(origin))


def _led(of: Destination, template: Template) -> Iterator[Finding]:
    """What is known of a template before it is filled."""
    texts = template.pattern.texts
    if not of.allow and compiled(_OPEN_HOST).fullmatch("\0".join(texts)):
        message = f"a param decides the host of {quoted(template.pattern.shown)}"
        advice = (
            "write url: {template: ..., allow: [...]} with the origins it may lead to"
        )
        yield Finding(r7.OPEN_HOST, message, advice, of.place("template"))
    if of.allow and not _open(texts) and not _may_lead(of, "x".join(texts)):
        message = "the template leads elsewhere than allow, whatever its params are"
        advice = "list its origin in allow"
        yield Finding(r7.NEVER_ALLOWED, message, advice, of.place("template"))


def _open(texts: Sequence[str]) -> bool:
    """Whether a place stands in the scheme or in the host."""
    before = texts[0]
    absolute = "//" in before.partition("?")[0]
    return len(texts) > 1 and (
        not before or (absolute and "/" not in before.split("//", 1)[1])
    )


def _is_home(of: Destination, text: str) -> bool:
    return destination(text) == HERE or _may_lead(of, text)


def _may_lead(of: Destination, text: str) -> bool:
    """Whether a URL is allowed; the page's own origin is known at run time alone."""
    found = destination(text)
    if SAME_ORIGIN in of.allow and found is not None:
        return True
    return found in of.allow and found != HERE


REDIRECT = KindRow(
    name="redirect",
    sends="nothing",
    about="a redirect",
    base="RedirectResponse",
    options=RedirectOptions,
    unused=("media_type", "charset", "content", "render"),
    parameters=_parameters,
    keywords=_keywords,
    arguments=_arguments,
    fills=_fills,
    remarks=_remarks,
    status_code=307,
    statuses=frozenset({301, 302, 303, 307, 308}),
    closed=True,
    fields=("Location",),
    writes=_writes,
    renders=False,
)
