"""One class as it is declared, and what a message differs from it in.

Goes in: a spec, and messages. Comes out: differences, and how much of a message the class explains.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from respgen.core.statuses import ERRORS
from respgen.kinds import KINDS
from respgen.specs import CookieSpec, ResponseSpec, wire
from respgen.testing.bodies import Body, body_of, labels_of
from respgen.testing.cookies import cookie_differences, is_named, line
from respgen.testing.differences import (
    BY_CLASS_OF_STATUS,
    BY_STATUS,
    Difference,
)
from respgen.testing.headers import (
    header_differences,
    media_type_differences,
    written_differences,
)
from respgen.testing.messages import Message

NOT_MODIFIED = 304
# what RFC 9110 14 and the framework's files answer to a Range
_PARTS, _BAD_RANGES = 206, {400: "text/plain", 416: "text/plain"}


@dataclass(frozen=True)  # without slots: what is costly is made at first use, and kept
class Declared:
    """`name` is `module.Class`. `cookies` are all presets of the catalogue.

    `answers`: it answers errors of any status, where nothing else does.
    """

    name: str
    spec: ResponseSpec
    cookies: Sequence[CookieSpec]
    answers: bool = False

    @cached_property
    def fields(self) -> wire.Fields:
        """What is known of its headers."""
        return wire.fields(self.spec.headers)

    @cached_property
    def labels(self) -> tuple[str, ...]:
        """The media types that it may send; where there is none, any will do."""
        return labels_of(self.spec)

    @cached_property
    def body(self) -> Body:
        """What it says of its body. The types of the project are imported now, and no earlier."""
        return body_of(self.spec, self.answers)

    @property
    def about(self) -> str:
        """The first line of its description."""
        return self.spec.description.strip().partition("\n")[0]

    def differences(self, message: Message) -> tuple[Difference, ...]:
        """What separates a message from the class; nothing where it may be one of its."""
        return tuple(self._differences(message))

    def is_headed(self, message: Message) -> bool:
        """Whether status and media type are the class's own, whatever else there is."""
        if self.status(message.status) is not None:
            return False
        found = media_type_differences(self.labels, self.spec.charset, message)
        return next(found, None) is None

    def fits(self, message: Message) -> bool:
        """Whether a message may be one of the class's."""
        return next(self._differences(message), None) is None

    def _differences(self, message: Message) -> Iterator[Difference]:
        if self._is_range_refused(message):
            return
        if self._is_validated(message):
            yield from header_differences(self.fields, message, validated=True)
            yield from cookie_differences((), self.cookies, message)
            yield from Body(is_empty=True).differences(message, own=False)
            return
        if (status := self.status(message.status)) is not None:
            yield status
        if not self._is_parts(message):
            yield from media_type_differences(self.labels, self.spec.charset, message)
        yield from header_differences(self.fields, message)
        yield from written_differences(self.spec, message)
        yield from cookie_differences(self.spec.cookies, self.cookies, message)
        yield from self.body.differences(message, message.status in self._own)

    @property
    def _own(self) -> tuple[int, ...]:
        return (self.spec.status_code, *self.spec.others)

    @property
    def _is_file(self) -> bool:
        return KINDS[self.spec.kind].finishing is not None

    def status(self, sent: int) -> Difference | None:
        """A status that callers may choose is of the class of the declared one (RFC 9110 15)."""
        own, near = self._own, sent // 100 == self.spec.status_code // 100
        if sent in own or (self.answers and sent in ERRORS):
            return None
        if near and (not self.spec.status_locked or (self._is_file and sent == _PARTS)):
            return None
        declared = " or ".join(map(str, own))
        weight = BY_STATUS if near else BY_CLASS_OF_STATUS
        return Difference("status", declared, str(sent), weight)

    def _is_validated(self, message: Message) -> bool:
        """Whether it says that the client's copy is still good, as classes with a validator may."""
        if message.status != NOT_MODIFIED or 200 not in self._own:
            return False
        named = {header.name.lower() for header in self.spec.headers}
        return self._is_file or not named.isdisjoint({"etag", "last-modified"})

    def _is_parts(self, message: Message) -> bool:
        several = message.essence == "multipart/byteranges"
        return self._is_file and message.status == _PARTS and several

    def _is_range_refused(self, message: Message) -> bool:
        """The framework answers a Range that no file has, and none of the class's fields are in it."""
        refused = _BAD_RANGES.get(message.status)
        may_be = self._is_file and message.ranged and message.status not in self._own
        if not may_be or message.essence != refused:
            return False
        return message.status != 416 or bool(message.values("content-range"))

    def explained(self, message: Message) -> int:
        """How much of a message the class says: of several that fit, the one that says most is meant."""
        sent = {name for name, _ in message.fields}
        lines = [line(text).name for text in message.values("set-cookie")]
        listed = [
            use
            for use in self.spec.cookies
            if any(is_named(use.cookie, n) for n in lines)
        ]
        known = sum(
            3 if self.fields[n].constant else 2 for n in self.fields.keys() & sent
        )
        absent = [self.fields[n].presence for n in self.fields.keys() - sent]
        # only what is made piece by piece has no length
        framed = ("content-length" in sent) is not KINDS[self.spec.kind].streams
        made = self.body.says + 4 * bool(self.labels) + framed
        weights = (
            8 * (message.status in self._own),
            2 * self.spec.status_locked,
            known,
        )
        named = (made if message.carries_body else 0, 2 * len(listed))
        return sum((*weights, *named)) - absent.count(wire.Presence.DEFAULT)
