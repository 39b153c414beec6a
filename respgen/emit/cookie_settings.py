"""A cookie preset -> the class that keeps what callers decide, for settings that live in an instance.

Goes in: a preset. Comes out: a frozen dataclass whose methods call the preset's functions, where
these take arguments.
"""

from __future__ import annotations

from collections.abc import Iterator

from respgen.emit.context import Context
from respgen.emit.cookie_parameters import SECRET, Action, keywords, parameters
from respgen.emit.cookie_statements import Body
from respgen.emit.layout import behind, call, laid_out, signature
from respgen.emit.origins import SELF
from respgen.emit.source import Source, code, docstring, identifier
from respgen.emit.types import annotation, imported
from respgen.specs import CookieSpec
from respgen.vocabulary.encodings import ENCODINGS
from respgen.vocabulary.identifiers import cookie_class, cookie_functions

LOCAL = ("delete", "read", "set")
"""What the methods are called, which would hide what has the same name."""


def has_class(cookie: CookieSpec) -> bool:
    """Whether callers decide anything."""
    return bool(keywords(cookie, "set"))


def definition(cookie: CookieSpec, context: Context) -> Iterator[Source]:
    """The class, where there is something to keep."""
    if has_class(cookie):
        yield _Settings(cookie, context).definition()


class _Settings:
    """One preset's class."""

    def __init__(self, cookie: CookieSpec, context: Context) -> None:
        self.cookie, self.context, self.names = cookie, context, context.names
        self.value = annotation(ENCODINGS[cookie.encoding].type, self.names)

    def definition(self) -> Source:
        """The whole of it."""
        body = Body(
            self.cookie, code("self"), 8, self.names, self.context.width, where=SELF
        )
        return self.context.render(
            "cookie_class",
            dataclass=self.names.imported("dataclasses", "dataclass"),
            name=identifier(cookie_class(self.cookie.name)),
            docstring=docstring(self._about(), 4),
            fields=[*self._fields()],
            checks=body.check(),
            methods=[*self._methods()],
        )

    def _about(self) -> str:
        about = [f"The cookie {self.cookie.name}, with settings that are checked here."]
        about += [self.cookie.description] if self.cookie.description else []
        return "\n\n".join(about)

    def _fields(self) -> Iterator[Source]:
        """One for each keyword of the set; no text of an instance shows the secret."""
        _, *found = parameters(self.cookie, "set", self.names)
        for name, parameter in zip(keywords(self.cookie, "set"), found, strict=True):
            if name == SECRET:
                field = self.names.imported("dataclasses", "field")
                yield code("{} = {}(repr=False)", parameter, field)
            else:
                yield parameter

    def _methods(self) -> Iterator[Source]:
        base = imported(self.context.framework.base("Response"), self.names)
        mapping = self.names.annotated("collections.abc", "Mapping")
        response = code("response: {}", base)
        cookies = code("cookies: {}[str, str]", mapping)
        value = code("value: {}", self.value)
        yield self._method("set", code("None"), response, value)
        yield self._method("delete", code("None"), response)
        yield self._method("read", code("{} | None", self.value), cookies)

    def _method(self, action: Action, returned: Source, *given: Source) -> Source:
        """The preset's function, called with what the instance keeps."""
        width = self.context.width
        head = signature(identifier(action), [code("self"), *given], returned)
        names = map(code, _GIVEN[action])
        kept = (
            code("{}={}{}", name, SELF, name)
            for name in map(identifier, keywords(self.cookie, action))
        )
        function = cookie_functions(self.cookie.name)[_ORDER.index(action)]
        made = call(identifier(function), *names, *kept)
        statement = behind(code("return "), made) if action == "read" else made
        return self.context.render(
            "cookie_method",
            signature=laid_out(head, 4, width),
            docstring=docstring(_SAYS[action], 8),
            statement=laid_out(statement, 8, width),
        )


_ORDER: tuple[Action, ...] = ("set", "delete", "read")
_GIVEN: dict[Action, tuple[str, ...]] = {
    "set": ("response", "value"),
    "delete": ("response",),
    "read": ("cookies",),
}
_SAYS = {
    "set": "Set the cookie.",
    "delete": "Delete the cookie.",
    "read": "Read the cookie.",
}
