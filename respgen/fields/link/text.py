"""The text of a Link field (RFC 8288 3): what a link is, how it is sent, and how far a text is read.

Goes in: links. Comes out: their canonical text. A reading notes the slips between the parts of a
text: a semicolon too many, a target without `<`, a quote that nothing closes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from respgen.core.dispositions import quoted_text
from respgen.core.grammar import compiled
from respgen.core.values import url_value
from respgen.diagnostics import quoted
from respgen.fields.pasted import TYPOGRAPHIC
from respgen.vocabulary.relations import PARAMETERS

BLANKS = r"[ \t]*"
BARE = r"[^ \t;,\"<>]+"
END = rf"(?={BLANKS}(?:[;,<]|\Z))"
_NAMES = "|".join(map(re.escape, sorted(PARAMETERS, key=len, reverse=True)))
# A parameter that has such a name and a value, or is known to have none
KNOWN = rf"(?i:(?:{_NAMES}){BLANKS}[=:]|(?:crossorigin|nopush){END})"
# What people put around a value
QUOTES = f"'`\u00ab\u00bb{TYPOGRAPHIC}"
_SHOWN = 200


@dataclass(frozen=True, slots=True)
class Slip:
    """Something between the parts of a text that has no place there; `certain`: what is meant."""

    message: str
    advice: str
    certain: bool = True


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter, its name in lower case; None: it has no value."""

    name: str
    value: str | None


@dataclass(frozen=True, slots=True)
class Linked:
    """A link as a text has it."""

    href: str
    params: tuple[Parameter, ...] = ()

    def named(self, name: str) -> list[str]:
        """The values of a parameter."""
        return [each.value or "" for each in self.params if each.name == name]

    @property
    def relations(self) -> tuple[str, ...]:
        """The relations in small letters."""
        return tuple(
            word for each in self.named("rel") for word in each.lower().split()
        )


@dataclass(slots=True)
class Reading:
    """A text, the place up to which it is read, and what was read."""

    text: str
    place: int = 0
    slips: list[Slip] = field(default_factory=list)

    def take(self, pattern: str) -> re.Match[str] | None:
        """What stands here, if it is that."""
        match = compiled(pattern).match(self.text, self.place)
        self.place = match.end() if match else self.place
        return match

    def sees(self, pattern: str) -> bool:
        """Whether it is that which stands here."""
        return compiled(pattern).match(self.text, self.place) is not None

    def slip(self, message: str, advice: str, certain: bool = True) -> None:
        """Note what has no place here."""
        self.slips.append(Slip(message, advice, certain))

    def stop(self, message: str, advice: str) -> None:
        """Note what cannot be read, and read no further."""
        self.slip(message, advice, certain=False)
        self.place = len(self.text)

    @property
    def rest(self) -> str:
        """What stands here, as messages show it."""
        return quoted(self.text[self.place : self.place + _SHOWN].strip(" \t"))

    @property
    def done(self) -> bool:
        return self.place == len(self.text)


def joined(links: Iterable[Linked]) -> str:
    """The canonical text of links."""
    return ", ".join(map(canonical, links))


def canonical(link: Linked) -> str:
    """The link as one of a list is sent."""
    href = url_value("", link.href).decode("ascii")
    return "; ".join((f"<{href}>", *map(written, link.params)))


def written(param: Parameter) -> str:
    """The parameter as it is sent: quoted, but for an extended value (RFC 8187)."""
    name, value = param.name, param.value
    if value is None:
        return name
    return f"{name}={value if name.endswith('*') else quoted_text(value)}"
