"""A cookie preset -> the dependency that gives a route its value, and documents the cookie.

Goes in: a preset. Comes out: a function for `Depends`, or one that makes such a function where
the cookie's name has places, or callers give the secret. FastAPI evaluates its signature, so what that names is imported at
run time. A name that is read at each request is in no document: FastAPI wants to know it before.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from respgen.emit.context import Context
from respgen.emit.cookie_lines import knows_name
from respgen.emit.cookie_parameters import keywords, parameters
from respgen.emit.cookie_statements import filling
from respgen.emit.layout import Expression, Group, behind, call, laid_out, signature
from respgen.emit.source import (
    Source,
    code,
    docstring,
    identifier,
    joined,
    literal,
    margin,
)
from respgen.emit.types import annotation, imported
from respgen.specs import CookieSpec
from respgen.specs.types import ImportPath
from respgen.vocabulary.cookie_names import is_given, places
from respgen.vocabulary.encodings import ENCODINGS
from respgen.vocabulary.identifiers import cookie_functions

LOCAL = ("connection", "cookie", "cookie_value", "dependency", "key")
"""What the functions call their parameters and values: a path's own may be `{value}`."""
_CONNECTION = ImportPath("starlette.requests", "HTTPConnection")


def dependency(cookie: CookieSpec, context: Context) -> Iterator[Source]:
    """The function, where the framework has dependencies."""
    marker = context.framework.cookie
    if marker is not None:
        made = _Dependency(cookie, marker, context)
        yield made.factory() if keywords(cookie, "read") else made.function()


class _Dependency:
    """One preset's; `marker` is what says that a parameter is a cookie."""

    def __init__(
        self, cookie: CookieSpec, marker: ImportPath, context: Context
    ) -> None:
        self.cookie, self.context, self.names = cookie, context, context.names
        self.marker = marker
        self.value = annotation(ENCODINGS[cookie.encoding].type, self.names)
        self.shown = cookie.name if is_given(cookie.key) else cookie.key
        *_, self.reader, self.name = map(identifier, cookie_functions(cookie.name))

    def function(self) -> Source:
        """The dependency itself."""
        about = f"For Depends: reads the cookie {self.cookie.key} of a request."
        return self.context.render(
            "cookie_function",
            signature=self._signature(self.name, self._values(), 0),
            docstring=docstring(self._about(about), 4),
            statement=self._reading(literal(self.cookie.key), 4),
        )

    def _values(self) -> Iterator[Expression]:
        """The parameter that FastAPI gives the cookie, and documents."""
        if self.cookie.reads_name:
            return
        annotated = self.names.imported("typing", "Annotated")
        marked = self._marked(code("alias={}", literal(self.cookie.key)))
        yield Group(
            code("cookie_value: {}[", annotated),
            (code("str | None"), marked),
            code("] = None"),
            is_loose=True,
        )

    def factory(self) -> Source:
        """The function that makes the dependency of a cookie whose name or secret it is told."""
        about = f"For Depends: makes what reads the cookie {self.shown} of a request."
        awaitable = self.names.annotated("collections.abc", "Awaitable")
        function = self.names.annotated("collections.abc", "Callable")
        returned = code("{}[..., {}[{} | None]]", function, awaitable, self.value)
        head = signature(
            self.name, parameters(self.cookie, "read", self.names), returned
        )
        said = docstring(self._about(about), 4)
        if self.cookie.reads_name:
            # black wants a blank line before a function
            said = code("{}\n", said)
        return self.context.render(
            "cookie_function",
            signature=laid_out(head, 0, self.context.width),
            docstring=said,
            statement=joined("\n", [*self._making()]),
        )

    def _making(self) -> Iterator[Source]:
        key = literal(self.cookie.key) if knows_name(self.cookie) else code("key")
        values, before = list[Source](), code("")
        if not self.cookie.reads_name:
            yield from self._documenting()
            # a default, since FastAPI finds no local names in annotations
            values, before = [code("cookie_value: str | None = cookie")], margin(4)
        head = self._signature(code("dependency"), values, 4)
        yield code("{}{}\n        {}\n", before, head, self._reading(key, 8))
        yield code("    return dependency")

    def _documenting(self) -> Iterator[Source]:
        """The statements that make the default by which FastAPI gives the cookie."""
        key, before = literal(self.cookie.key), code("")
        if places(self.cookie.key):
            key, before = code("key"), margin(4)
            named = behind(code("key = "), filling(self.cookie, self.names))
            yield laid_out(named, 4, self.context.width)
        marked = self._marked(code("default=None"), code("alias={}", key))
        cookie = behind(code("cookie = "), marked)
        yield code("{}{}\n", before, laid_out(cookie, 4, self.context.width))

    def _marked(self, *said: Source) -> Group:
        about = self.cookie.description
        described = [code("description={}", literal(about))] if about else []
        return call(imported(self.marker, self.names), *said, *described)

    @property
    def _takes_all(self) -> bool:
        """Whether it looks through all cookies of a request."""
        return self.cookie.chunks or self.cookie.reads_name

    def _signature(
        self, name: Source, values: Iterable[Expression], indent: int
    ) -> Source:
        given = [*values]
        if self._takes_all:
            given.insert(0, code("connection: {}", imported(_CONNECTION, self.names)))
        head = signature(name, given, code("{} | None", self.value))
        return laid_out(behind(code("async "), head), indent, self.context.width)

    def _reading(self, key: Source, indent: int) -> Source:
        """The statements that ask the preset's reader."""
        sent = code("{{{}: cookie_value}}", key)
        if self._takes_all:
            sent = code("connection.cookies")
        filled = [
            code("{}={}", place, place)
            for place in map(identifier, keywords(self.cookie, "read"))
        ]
        read = behind(code("return "), call(self.reader, sent, *filled))
        statement = laid_out(read, indent, self.context.width)
        if self.cookie.reads_name:
            return statement
        space = margin(indent)
        return code(
            "if cookie_value is None:\n{}    return None\n{}{}",
            space,
            space,
            statement,
        )

    def _about(self, first: str) -> str:
        described = [self.cookie.description] if self.cookie.description else []
        return "\n\n".join([first, *described])
