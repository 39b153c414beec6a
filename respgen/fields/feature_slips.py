"""A Permissions-Policy that browsers cannot read -> what its author meant, and what the slips are.

Goes in: the text. Comes out: the policy in canonical form, and the slips in words; UnclearError where
there are two meanings or none. Feature-Policy, whose syntax many still write, is one of the slips.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from respgen.core.grammar import compiled
from respgen.core.structured import (
    SF_KEY,
    BareItem,
    InnerList,
    Item,
    StructuredMember,
    Token,
)
from respgen.fields.features import GONE, current, spelt
from respgen.fields.origins import names_origins, with_scheme
from respgen.fields.pasted import QUOTES, unwrapped
from respgen.fields.structured import as_dict

_TOKENS = r"[()\[\]{},;=]|[\"']?[^\s()\[\]{},;=\"']+[\"']?"
_OPENING, _CLOSING, _MARKS = map(frozenset, ("([{", ")]}", "()[]{},;="))
_PARENTHESES = _OPENING | _CLOSING
_BETWEEN = frozenset(",;")
_REPORT = "report-to"
_NONE = frozenset({"none", "false", "?0"})

SEMICOLONS = "features are separated by commas, not by semicolons"
NO_COMMAS = "features are separated by commas"
CAPITALS = "names are in small letters"
UNDERSCORES = "names have hyphens, not underscores"
QUOTED = "names have no quotes"
NO_EQUALS = "= stands between a feature and its list"
SINGLE = "self, none and origins have no single quotes"
HALF = "a quote or a space is missing"
PARAMETER = "report-to stands behind a semicolon"
SPACES = "no spaces stand around ="
BRACKETS = "lists stand in parentheses"
UNPAIRED = "a parenthesis is missing"
COMMAS = "what stands in a list is separated by spaces"
WRAPPED = "the value alone is sent, without the header's name or quotes around it"
FORMER = "this is the syntax of Feature-Policy"


class UnclearError(ValueError):
    """The text has no meaning, or more than one."""


@dataclass(frozen=True, slots=True)
class Meant:
    """The canonical text, and what was wrong in the other one."""

    text: str
    slips: tuple[str, ...]


def meant_policy(name: str, text: str) -> Meant:
    """What the author of a policy meant. Raises UnclearError."""
    bare = unwrapped(name, text)
    single = re.sub(r"([\"'])[\"']+", r"\1", bare)
    reader = _Reader(re.findall(_TOKENS, single), _is_former(bare))
    members = reader.members()
    slips = [*dict.fromkeys(reader.slips)]
    if _is_former(bare):
        slips = [FORMER]
    elif re.search(r"[ \t]=|=[ \t]", bare):
        slips.append(SPACES)
    return Meant(as_dict(members), (*([WRAPPED] * (bare != text)), *slips))


def _is_former(text: str) -> bool:
    """Tells whether no = and no parentheses stand there, and colons only in origins."""
    return "=" not in text and not re.search(r":(?!//)|[()]", text)


@dataclass(slots=True)
class _Reader:
    """Reads tokens from the left, and notes each slip on the way."""

    tokens: list[str]
    former: bool
    place: int = 0
    slips: list[str] = field(default_factory=list)

    def members(self) -> dict[str, StructuredMember]:
        found: dict[str, StructuredMember] = {}
        while self._peek():
            name = self._name()
            if name in found:
                raise UnclearError
            found[name] = self._member()
            self._separator()
        if not found:
            raise UnclearError
        return found

    def _peek(self, ahead: int = 0) -> str:
        place = self.place + ahead
        return self.tokens[place] if place < len(self.tokens) else ""

    def _take(self) -> str:
        token = self._peek()
        self.place += 1
        return token

    def _note(self, slip: str) -> None:
        self.slips.append(slip)

    def _name(self) -> str:
        """The feature, and what stands between it and its list."""
        written, colon, rest = self._take().partition(":")
        if rest:
            self.place -= 1
            self.tokens[self.place] = rest
        equals = self._peek() == "="
        if equals:
            self._take()
        elif colon or self._peek():
            self._note(NO_EQUALS)
        return self._spelt(written)

    def _spelt(self, written: str) -> str:
        bare = written.strip(QUOTES)
        small = bare.lower()
        meant = spelt(bare)
        name = meant if meant in GONE or current(meant) else small
        if not compiled(SF_KEY).fullmatch(name):
            raise UnclearError
        if bare != written:
            self._note(QUOTED)
        if small != bare:
            self._note(CAPITALS)
        if name != small:
            self._note(UNDERSCORES)
        return name

    def _member(self) -> StructuredMember:
        start = self.place
        items = self._bracketed() if self._peek() in _OPENING else self._loose()
        has_marks = _PARENTHESES & {*self.tokens[start : self.place]}
        listed = self.former or has_marks
        params: dict[str, BareItem] = {}
        if self._reports():
            params[_REPORT] = self._endpoint()
        if len(items) == 1 and not (listed and items != [Token("*")]):
            return Item(items[0], params) if params else items[0]
        return InnerList(tuple(items), params) if params else tuple(items)

    def _reports(self) -> bool:
        """Reads report-to, if that is what comes next, with the marks before it."""
        marks = 0
        while self._peek(marks) in _BETWEEN:
            marks += 1
        if spelt(self._peek(marks)).rstrip(":") != _REPORT:
            return False
        if marks != 1 or self._peek() == ",":
            self._note(PARAMETER)
        self.place += marks + 1
        return True

    def _endpoint(self) -> str:
        if self._peek() == "=":
            self._take()
        name = self._take()
        if not name or name in _MARKS:
            raise UnclearError
        return name.strip(QUOTES)

    def _bracketed(self) -> list[BareItem]:
        """What stands in parentheses, the last of which may be missing."""
        if self._take() != "(":
            self._note(BRACKETS)
        words: list[str] = []
        while (token := self._peek()) and token not in _CLOSING:
            if self._peek(1 + (token in _BETWEEN)) == "=":
                break  # the next feature
            self.place += 1
            if token in _BETWEEN:
                self._note(COMMAS)
            else:
                words.append(token)
        if self._take() not in _CLOSING:
            self.place -= 1
            self._note(UNPAIRED)
        return self._items(words)

    def _loose(self) -> list[BareItem]:
        """What stands there without parentheses, up to the next feature."""
        words: list[str] = []
        while self._is_item(self._peek(), words):
            words.append(self._take())
            if self._peek() == "," and self._is_origin(self._peek(1)):
                self._take()
                self._note(COMMAS)
        if not words and self._peek() != ")":
            raise UnclearError
        if self._peek() == ")":
            self._take()
            self._note(UNPAIRED)
        elif len(words) > 1:
            self._note(BRACKETS)
        return self._items(words)

    def _is_item(self, token: str, words: list[str]) -> bool:
        """Tells whether the list goes on: the next feature has = or a known name."""
        if not token or token in _MARKS or self._peek(1) == "=":
            return False
        return not (words and current(token.rstrip(":")))

    @staticmethod
    def _is_origin(token: str) -> bool:
        return "://" in token or token.strip(QUOTES).lower() == "self"

    def _items(self, words: list[str]) -> list[BareItem]:
        """The items of a list; none is the empty one."""
        if any("'" in (word[0], word[-1]) for word in words):
            self._note(SINGLE)
        if any((word[0] == '"') != (word[-1] == '"') for word in words):
            self._note(HALF)
        bare = [word.strip(QUOTES) for word in words]
        if len(bare) == 1 and bare[0].lower() in _NONE:
            return []
        return [meant_item(word) for word in bare]

    def _separator(self) -> None:
        """What stands between two features."""
        marks = ""
        while self._peek() in _BETWEEN:
            marks += self._take()
        if ";" in marks:
            self._note(SEMICOLONS)
        elif len(marks) != bool(self._peek()):
            self._note(NO_COMMAS)


def meant_item(word: str) -> BareItem:
    """A keyword, or an origin, without the slash behind it. Raises UnclearError."""
    if word.lower() in ("self", "*"):
        return Token(word.lower())
    origin = with_scheme(word).removesuffix("/")
    if ":" in origin and names_origins(origin):
        return origin
    raise UnclearError
