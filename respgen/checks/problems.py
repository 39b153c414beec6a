"""Checks problems (RFC 9457): rules R821 to R826, R829, R831, and what their details hold.

Goes in: every class, and what is known of its author's classes. Comes out: findings at the key that
says so.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from respgen.checks.contents import Holdings, unfit
from respgen.checks.places import textless
from respgen.core.grammar import compiled
from respgen.core.statuses import ERRORS, reason_phrase
from respgen.core.values import URL_AS_IT_IS
from respgen.diagnostics import Finding, Places, Problems, nearest, quoted
from respgen.renderers.problem import BLANK, ProblemOptions
from respgen.rules import r1, r8
from respgen.specs import ModuleSpec, ParamSpec, ResponseSpec

# RFC 3986 3.1
_SCHEME = r"[A-Za-z][A-Za-z0-9+.-]*:.*"
# RFC 9457 3.2
_NAME = r"[A-Za-z][A-Za-z0-9_]{2,}"


def check_problems(
    modules: tuple[ModuleSpec, ...], problems: Problems, holdings: Holdings
) -> None:
    """Checks every problem, and no two for the same type."""
    types: dict[str, ResponseSpec] = {}
    for response in (each for module in modules for each in module.responses):
        places = Places.of_entry(response.span, response.spans)
        options = response.renderer.options
        if not isinstance(options, ProblemOptions):
            continue
        problems.note(_findings(response, options, holdings), places)
        first = types.setdefault(options.type, response)
        if first is not response and options.type != BLANK:
            message = f"{first.name} has the type {quoted(options.type)}, too"
            advice = "clients tell problems by their types: write another one"
            found = Finding(r8.TYPE_TWICE, message, advice, ("type",))
            problems.note([found], places)


def _findings(
    response: ResponseSpec, options: ProblemOptions, holdings: Holdings
) -> Iterator[Finding]:
    yield from _statuses(response)
    yield from _type(options)
    yield from _title(response, options)
    for param in response.params:
        if param.name in options.extensions:
            yield from _extension(response, param, holdings)
    yield from _detail(response, options, holdings)


def _statuses(response: ResponseSpec) -> Iterator[Finding]:
    for status in response.statuses:
        if status not in ERRORS:
            message = f"{status} is no status of errors"
            advice = "write one from 400 to 599"
            yield Finding(r8.ERROR_STATUS, message, advice, ("status",))


def _type(options: ProblemOptions) -> Iterator[Finding]:
    text = options.type
    if not compiled(URL_AS_IT_IS).fullmatch(text) or not text:
        message = f"{quoted(text)} is not a URI"
        advice = "write https://shop.example/problems/out-of-credit, or a word below type_prefix"
        yield Finding(r8.PROBLEM_TYPE, message, advice, ("type",))
    elif not compiled(_SCHEME).fullmatch(text):
        message = f"{quoted(text)} is relative to the URL that a client has asked"
        advice = 'add base: {type_prefix: "https://shop.example/problems/"}, or write the whole URI'
        yield Finding(r8.RELATIVE_TYPE, message, advice, ("type",))


def _title(response: ResponseSpec, options: ProblemOptions) -> Iterator[Finding]:
    phrases = [reason_phrase(status) for status in response.statuses]
    if not options.title:
        nameless = (s for s in response.statuses if not reason_phrase(s))
        for status in nameless:
            message = f"{response.name} has no title, and {status} has no phrase"
            advice = "write title: what the kind of problem is called"
            yield Finding(r8.PROBLEM_TITLE, message, advice, ("status",))
    elif options.type == BLANK and options.title not in phrases:
        message = "about:blank means that the title is the phrase of the status (RFC 9457 4.2.1)"
        advice = "give the problem a type, or remove the title"
        yield Finding(r8.BLANK_TITLE, message, advice, ("title",))


def _extension(
    response: ResponseSpec, param: ParamSpec, holdings: Holdings
) -> Iterator[Finding]:
    for message, advice in islice(unfit(response.renderer, param.type, holdings), 1):
        found = f"{param.name}: {message}"
        yield Finding(r8.EXTENSION_TYPE, found, advice, param.span)
    if not compiled(_NAME).fullmatch(param.name):
        message = f"{quoted(param.name)} should begin with a letter and have three characters or more (RFC 9457 3.2)"
        yield Finding(r8.EXTENSION_NAME, message, "write a longer name", param.span)


def _detail(
    response: ResponseSpec, options: ProblemOptions, holdings: Holdings
) -> Iterator[Finding]:
    params = {each.name: each for each in response.params}
    names = options.detail.parameters if options.detail else ()
    for name in dict.fromkeys(names):
        if name not in options.extensions:
            message = f"{response.name} has no extension {quoted(name)}"
            advice = nearest(name, options.extensions) or f"extensions: {{{name}: str}}"
            yield Finding(r1.UNKNOWN_PARAM, message, advice, ("detail",))
        elif params[name].nullable:
            message = f"{quoted(name)} may be None, which has no text"
            advice = f"write required: true for {name}, or leave it out of the detail"
            yield Finding(r8.BODY_PARAM, message, advice, ("detail",))
        elif textless(params[name].type, holdings):
            message = (
                f"{quoted(name)} has no text: it is a list, a mapping or an object"
            )
            advice = f"leave {{{name}}} out of the detail: clients have the extension"
            yield Finding(r1.PARAM_TEXT, message, advice, ("detail",))
