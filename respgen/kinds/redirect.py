"""redirect: an address to go to, and the keys that say which may be one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from respgen.core.redirects import SAME_ORIGIN
from respgen.decoder.options import option
from respgen.diagnostics import Finding
from respgen.kinds.destinations import URL_KEY
from respgen.kinds.kind import BACKGROUND, HEADERS, STATUS_CODE, KindRow, Parameter
from respgen.kinds.leading import remarks
from respgen.specs.destinations import ANYWHERE, ORIGIN_NAME, Destination
from respgen.specs.expressions import Call, Local, Value, ValueExpression, core
from respgen.specs.headers import HeaderSpec
from respgen.specs.origins import Argument, Constant, Template

URL = Parameter("url", required=True)
ORIGIN = Parameter(ORIGIN_NAME)


@dataclass(frozen=True, slots=True)
class RedirectOptions:
    """The keys of a redirect."""

    url: Destination | None = option(
        URL_KEY, "A template over params, or where it may lead.", None
    )

    @property
    def to(self) -> Destination:
        """Where it leads: anywhere, if nothing is written."""
        return self.url or ANYWHERE


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
        keywords = tuple((word, _value(each)) for word, each in of.otherwise)
        return Call(core("allowed_url"), (url, Value(of.allow)), keywords)
    return url if of.template else Call(core("url_text"), (Value("url"), url))


def _value(origin: Constant | Argument) -> ValueExpression:
    if isinstance(origin, Constant):
        return Value(origin.text)
    return Local(origin.parameter)


def _fills(options: RedirectOptions) -> Mapping[str, Template]:
    return {"url": options.to.template} if options.to.template else {}


def _writes(options: RedirectOptions) -> Mapping[str, str]:
    return {"Location": "url"}


def _remarks(
    options: RedirectOptions, headers: Sequence[HeaderSpec]
) -> Iterator[Finding]:
    yield from remarks(options.to)


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
