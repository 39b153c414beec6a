"""WWW-Authenticate and Proxy-Authenticate (RFC 9110 11.6.1, 11.7.1): challenges and their text.

Goes in: `{scheme: Bearer, realm: shop}`, a list of such, or text. Comes out: challenges with their
parameters in quotes, and what the rules say of them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from respgen.core.challenges import TOKEN68, Challenge, challenge_value
from respgen.core.grammar import TOKEN, compiled
from respgen.diagnostics import quoted
from respgen.fields import written_challenges
from respgen.fields.directives import QUOTED, split, unquoted
from respgen.fields.forms import TEXT, about, either, mapping, several
from respgen.fields.grammar import Grammar, Remark
from respgen.load.tree import Plain
from respgen.rules import r2

_PARAM = rf"({TOKEN})[ \t]*=[ \t]*({TOKEN}|{QUOTED})"
_OPENING = rf"({TOKEN})(?: +(.*))?"


@dataclass(frozen=True, slots=True)
class _Read:
    """A challenge as text has it: its parameters in their order, or a token68."""

    scheme: str
    token68: str = ""
    params: list[tuple[str, str]] = field(default_factory=list)

    @property
    def challenge(self) -> Challenge:
        """As core has it."""
        texts = {key: unquoted(value) or "" for key, value in self.params}
        return Challenge(self.scheme, self.token68 or texts)

    def named(self, name: str) -> list[str]:
        """The values of a parameter, with their quotes."""
        return [value for key, value in self.params if key.lower() == name]


def _challenges(text: str) -> list[_Read]:
    """Raises ValueError for what is none. A comma stands between parameters, and challenges."""
    found: list[_Read] = []
    for piece in split(text, ","):
        param = compiled(_PARAM).fullmatch(piece)
        if param is None:
            found.append(_opened(piece))
        elif found and not found[-1].token68:
            found[-1].params.append((param[1], param[2]))
        else:
            raise ValueError(f"{quoted(piece)} belongs to no challenge")
    if not found:
        raise ValueError("no challenge at all")
    return found


def _opened(piece: str) -> _Read:
    match = compiled(_OPENING).fullmatch(piece)
    if match is None:
        raise ValueError(f"{quoted(piece)} is no challenge")
    scheme, rest = match[1], (match[2] or "").strip(" ")
    if param := compiled(_PARAM).fullmatch(rest):
        return _Read(scheme, params=[(param[1], param[2])])
    if rest and not compiled(TOKEN68).fullmatch(rest):
        raise ValueError(f"{quoted(rest)} is no parameter of {scheme}")
    return _Read(scheme, rest)


def written(value: Plain) -> str:
    """The challenges in the order written."""
    if not isinstance(value, str):
        typed = written_challenges.challenges(value)
        return challenge_value("", typed).decode("latin-1")
    try:
        found = _challenges(value)
        if any(map(_repeated, found)):
            return value
        read = [each.challenge for each in found]
        return challenge_value("", read).decode("latin-1")
    except ValueError:
        return value


def _repeated(found: _Read) -> list[str]:
    """The names of parameters that stand there again."""
    names = [key.lower() for key, _ in found.params]
    return [name for name, times in Counter(names).items() if times > 1]


def remarks(text: str) -> Iterator[Remark]:
    """Of each challenge, in their order."""
    try:
        found = _challenges(text)
    except ValueError as error:
        advice = 'write Bearer realm="shop", with commas between parameters'
        yield Remark(r2.CHALLENGE, str(error), advice)
        return
    for place, each in enumerate(found):
        yield from _own(each, f"#{place}", text)


def _own(found: _Read, place: str, text: str) -> Iterator[Remark]:
    for name in _repeated(found):
        message = f"{found.scheme} has {name} twice"
        part = (place, name)
        yield Remark(r2.CHALLENGE, message, "write it once", part, True)
    realms = found.named("realm")
    if realms and not realms[0].startswith('"'):
        message = "a realm stands in quotes (RFC 9110 11.5)"
        # a token has nothing to escape
        advice = f'write realm="{realms[0]}"'
        mended = written(text)
        yield Remark(r2.CHALLENGE, message, advice, (place, "realm"), mended=mended)
    # RFC 7617 2, RFC 7616 3.3
    if found.scheme.lower() in ("basic", "digest") and not realms:
        message = f"{found.scheme} without a realm, which is what people are asked for"
        yield Remark(r2.CHALLENGE_REALM, message, "add realm", (place,))


_CHALLENGE = mapping(
    {
        "scheme": about("How clients say who they are: Bearer, Basic, ...", TEXT),
        "realm": about("What they are let into.", TEXT),
        "token68": about("In place of parameters: what Negotiate sends.", TEXT),
    },
    TEXT,
)
_FORM = either(_CHALLENGE, several(_CHALLENGE))
_EXPECTED = "text, a challenge or a list of challenges"

WWW_AUTHENTICATE = Grammar(
    "WWW-Authenticate",
    _EXPECTED,
    written,
    remarks,
    "How clients are to say who they are (RFC 9110 11.6.1).",
    _FORM,
)
PROXY_AUTHENTICATE = Grammar(
    "Proxy-Authenticate",
    _EXPECTED,
    written,
    remarks,
    "How clients are to say to the proxy who they are (RFC 9110 11.7.1).",
    _FORM,
)
