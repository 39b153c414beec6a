"""How redirects, streams and files differ from a class of their kind.

Goes in: Sent, and the spec of a class of the same kind. Come out: differences, none where both send the
same; what the class is called with is bound on the way.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Mapping

from respgen.core.grammar import compiled
from respgen.kinds.file import DISPOSITION, FileOptions
from respgen.kinds.redirect import RedirectOptions
from respgen.sending.sent import NOTHING, Form, Given, Sent
from respgen.sending.templates import Binding, fill_text
from respgen.sending.types import is_of, may_be_none, name_of
from respgen.source.program.values import Joined, Known, Value, choices, text
from respgen.specs import ResponseSpec

Bind = Callable[[str, Given], None]
"""Puts a value at a parameter."""

FORMS: Mapping[Form, str] = {
    Form.REDIRECT: "redirect",
    Form.STREAM: "stream",
    Form.FILE: "file",
}
"""The kind of each form that is no body."""
STARTS: Mapping[Form, str] = {Form.REDIRECT: "url", Form.FILE: "path"}
"""What their classes are given by place, where no schema says it."""
_PLAIN_NAME = r"[A-Za-z0-9_\-~]+(?:\.[A-Za-z0-9_\-~]+)*"
"""A file name that the reference and core both write in quotes, as it is."""


def differences(
    sent: Sent, spec: ResponseSpec, put: Binding, bind: Bind
) -> Iterator[str]:
    """How what such a response is made of is sent otherwise."""
    match spec.options:
        case RedirectOptions() as redirect:
            yield from _redirect(sent, redirect, put, bind)
        case FileOptions() as file:
            yield from _file(sent, file, put, bind)
        case _:
            yield from _stream(sent, spec, bind)


def _redirect(
    sent: Sent, options: RedirectOptions, put: Binding, bind: Bind
) -> Iterator[str]:
    """The reference's constructor quotes the URL in both, unless a template did that before."""
    if options.to.allow:
        yield "it judges where its URL leads"
    elif options.to.template:
        pattern = options.to.template.pattern
        if not (_is_safe(sent.body.value) and fill_text(pattern, sent.body, put)):
            yield f"it leads to {pattern.shown}"
    elif may_be_none(sent.body.value) or name_of(sent.body.value) not in _ADDRESSES:
        yield "its URL is no text"
    else:
        bind(STARTS[Form.REDIRECT], sent.body)


_ADDRESSES = (None, "str", "starlette.datastructures.URL")


def _is_safe(value: Value) -> bool:
    """Whether what stands at places is nothing that a URL quotes."""
    return all(isinstance(each, Known) or is_of(each, "int") for each in _pieces(value))


def _stream(sent: Sent, spec: ResponseSpec, bind: Bind) -> Iterator[str]:
    renderer = spec.renderer
    if renderer.name not in ("text", "html", "bytes") or spec.charset != "utf-8":
        yield f"it renders each item otherwise ({renderer.name})"
    elif is_lone(sent.body.value):
        yield "a lone text is no stream"
    elif spec.content is None:
        yield "it takes no content"
    else:
        bind(spec.content.parameter, sent.body)


def is_lone(content: Value) -> bool:
    """Whether it may be a text, whose items would be its letters."""
    return any(name_of(each) in _LONE for each in choices(content))


_LONE = ("str", "bytes", "bytearray", "memoryview")


def _file(sent: Sent, options: FileOptions, put: Binding, bind: Bind) -> Iterator[str]:
    if options.root is not None or options.missing is not None:
        yield "it looks for the file before it is sent"
    elif may_be_none(sent.body.value):
        yield "its path may be None"
    elif is_of(sent.body.value, "bytes"):
        yield "its path is in bytes"
    elif sent.others["method"] != NOTHING:
        yield "it takes no method"
    else:
        bind(STARTS[Form.FILE], sent.body)
        yield from _named(sent, options, put, bind)
    if (stat := sent.others["stat_result"]) != NOTHING:
        bind("stat_result", stat)


def _named(sent: Sent, options: FileOptions, put: Binding, bind: Bind) -> Iterator[str]:
    """What the file is saved as; without a name nothing says it."""
    name, kind = sent.others["filename"], sent.others["content_disposition_type"]
    default = options.filename
    if name == NOTHING:
        if default:
            yield f"it is saved as {default.shown}"
        return
    if not is_plain(name.value):
        yield "it writes file names otherwise, unless they are letters and digits"
    if default is None or not fill_text(default, name, put):
        bind("filename", name)
    if kind.value not in DISPOSITIONS:
        yield "its disposition is not known"
    elif kind.value != Known(options.disposition or "attachment"):
        bind("content_disposition_type", kind)


def further(spec: ResponseSpec, given: Container[str]) -> int:
    """How many words more the call of a file says: a name in place of the class's own counts twice."""
    match spec.options:
        case FileOptions(filename=name):
            named = 1 + (name is not None) if "filename" in given else 0
            return named + (DISPOSITION in given)
    return 0


DISPOSITIONS = (Known("attachment"), Known("inline"))


def is_plain(name: Value) -> bool:
    """Whether the reference and core both write a file name in quotes, as it is."""
    return all(
        compiled(_PLAIN_NAME).fullmatch("".join(map(_shown, _pieces(each))))
        for each in choices(name)
    )


def _pieces(value: Value) -> tuple[Value, ...]:
    return value.parts if isinstance(value, Joined) else (value,)


def _shown(piece: Value) -> str:
    """A part of a name: digits stand for a number, a slash for what nobody knows."""
    known = text(piece)
    if known is None:
        return "0" if is_of(piece, "int") else "/"
    return known
