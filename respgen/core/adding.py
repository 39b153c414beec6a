"""Header profiles for responses that nobody constructs: middleware adds what they lack.

Goes in: the profiles of a module, and when one holds. Comes out: ASGI middleware (ASGI 3.0).
"""

from collections.abc import Callable, Collection, Mapping
from inspect import signature
from types import SimpleNamespace

from respgen.core.deferring import App
from respgen.core.grammar import typed_integer, typed_text, wrong_type
from respgen.core.lists import joined_list
from respgen.core.response import Message, Receive, Scope, Send


class AddedHeaders:
    """Middleware that adds the fields of a profile which a response lacks.

    `apply` sets them. `append` are the names of lists, whose members join those that are
    sent; any other field that is there stays. `renewed`: the fields are made for each
    response, since something in them is read then.
    """

    def __init__(
        self,
        apply: Callable[..., None],
        append: Collection[bytes],
        renewed: bool,
        /,
        *,
        methods: Collection[str] | None = None,
        below: int | None = None,
        exclude: Collection[str] = (),
        **given: object,
    ) -> None:
        self.apply = apply
        self.append = append
        self.given = given
        self.methods: frozenset[str] | None = None
        if methods is not None:  # in any case, as the methods of routes
            self.methods = frozenset(map(str.upper, words("methods", methods)))
        self.below = 600 if below is None else typed_integer("below", below)
        self.exclude = words("exclude", exclude)
        # what is wrong with an argument raises here, not at the first request
        bound(apply, given)
        self.fields = None if renewed else self.made()

    def made(self) -> list[tuple[bytes, bytes]]:
        """The fields of the profile."""
        fields: list[tuple[bytes, bytes]] = []
        self.apply(SimpleNamespace(raw_headers=fields), **self.given)
        return fields

    def __call__(self, app: App) -> App:
        """The application, with the fields on its responses."""

        async def adding(scope: Scope, receive: Receive, send: Send) -> None:
            if not self.holds(scope):
                await app(scope, receive, send)
                return

            async def sending(message: Message) -> None:
                if message["type"] == "http.response.start":
                    message = self.added(message)
                await send(message)

            await app(scope, receive, sending)

        return adding

    def holds(self, scope: Scope) -> bool:
        """Whether the responses to this request get the fields."""
        if scope["type"] != "http":
            return False
        if self.methods is not None and scope["method"] not in self.methods:
            return False
        path: str = scope["path"]
        path = path.removeprefix(scope.get("root_path", ""))
        return not any(is_below(path, each) for each in self.exclude)

    def added(self, message: Message) -> Message:
        """The start of a response with the fields that it lacks."""
        if message["status"] >= self.below:
            return message
        sent: list[tuple[bytes, bytes]] = [*message.get("headers", ())]
        places = {field[0].lower(): place for place, field in enumerate(sent)}
        for name, value in self.made() if self.fields is None else self.fields:
            if name not in places:
                sent.append((name, value))
            elif name in self.append:
                place = places[name]
                sent[place] = (name, joined_list(name, value, sent[place][1]))
        return {**message, "headers": sent}


def bound(apply: Callable[..., None], given: Mapping[str, object]) -> None:
    """Raise TypeError for arguments that a profile lacks, or does not have."""
    try:
        signature(apply).bind(None, **given)
    except TypeError as error:
        raise TypeError(f"headers_middleware: {error}") from None


def is_below(path: str, folder: str) -> bool:
    """Whether a path is that of a folder, or of something in it."""
    return path == folder or path.startswith(folder.rstrip("/") + "/")


def words(name: str, values: Collection[str]) -> frozenset[str]:
    """The values. Raises TypeError for a lone text, whose letters nobody means."""
    if isinstance(values, str):
        raise wrong_type(name, "a collection of texts", values)
    return frozenset(typed_text(name, each) for each in values)
