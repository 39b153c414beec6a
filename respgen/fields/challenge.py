"""WWW-Authenticate and Proxy-Authenticate (RFC 9110 11.6.1, 11.7.1): challenges and their text.

Goes in: `{scheme: Bearer, realm: shop}`, a list of such, or text. Comes out: challenges with their
parameters in quotes, and what the rules say of them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from respgen.core.challenges import TOKEN68, Challenge, challenge_value, one_challenge
from respgen.core.grammar import TOKEN, compiled
from respgen.diagnostics import Finding, Malformed, Mend, pasted, quoted
from respgen.fields.challenge_words import (
    EVERY_PARAMETER,
    PARAMETERS,
    SCHEMES,
    near_word,
)
from respgen.fields.directives import QUOTED, split, unquoted
from respgen.fields.forms import either, several
from respgen.fields.kinds import TEXT, Kind, Param, Params, sendable
from respgen.fields.merging import Parts
from respgen.fields.reading import each
from respgen.fields.row import FieldType
from respgen.fields.slips import Spelling
from respgen.located import Plain
from respgen.nearness import did_you_mean
from respgen.rules import r0, r2, r6

_PARAM = rf"({TOKEN})[ \t]*=[ \t]*({TOKEN}|{QUOTED})"
# what people write between parameters: a comma is right
_BETWEEN = r"(?:[ \t]*[;,][ \t]*|[ \t]+)"
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
    """Splits at commas, which separate both parameters and challenges. Raises ValueError."""
    found: list[_Read] = []
    for piece in split(text, ","):
        param = compiled(_PARAM).fullmatch(piece)
        if param is None:
            found.append(_opened(piece))
        elif found and not found[-1].token68:
            found[-1].params.append((param[1], param[2]))
        else:
            raise ValueError(f"{quoted(piece)} does not belong to a challenge")
    if not found:
        raise ValueError("there is no challenge")
    return found


def _opened(piece: str) -> _Read:
    match = compiled(_OPENING).fullmatch(piece)
    if match is None:
        raise ValueError(f"{quoted(piece)} is not a challenge")
    scheme, rest = match[1], (match[2] or "").strip(" ")
    if param := compiled(_PARAM).fullmatch(rest):
        return _Read(scheme, params=[(param[1], param[2])])
    if rest and not compiled(TOKEN68).fullmatch(rest):
        raise ValueError(f"{quoted(rest)} is not a parameter of {scheme}")
    return _Read(scheme, rest)


def _respelt(text: str) -> str:
    """The challenges in canonical form; a text that has others as it is."""
    try:
        found = _challenges(text)
        if any(map(_repeated, found)):
            return text
        read = [each.challenge for each in found]
        return challenge_value("", read).decode("latin-1")
    except ValueError:
        return text


def _by_text(text: str) -> dict[str, str]:
    sent = (challenge_value("", [each.challenge]) for each in _challenges(text))
    return {each: each for each in (found.decode("latin-1") for found in sent)}


def _repeated(found: _Read) -> list[str]:
    """Names the parameters that appear more than once."""
    names = [key.lower() for key, _ in found.params]
    return [name for name, times in Counter(names).items() if times > 1]


def _meant(text: str) -> str | None:
    """One challenge whose parameters have other marks between them; None for any other text."""
    if not compiled(rf"{TOKEN} +{_PARAM}(?:{_BETWEEN}{_PARAM})*[ \t,;]*").fullmatch(
        text
    ):
        return None
    scheme, params = text.split(" ", 1)
    found = (f"{match[1]}={match[2]}" for match in re.finditer(_PARAM, params))
    mended = _respelt(f"{scheme} {', '.join(found)}")
    return None if any(remarks(mended)) else mended


def remarks(text: str) -> Iterator[Finding]:
    """Reports on each challenge, in order."""
    try:
        found = _challenges(text)
    except ValueError as error:
        mended = _meant(text)
        advice = "write the scheme, a space, and name=value with commas between them"
        advice = f"write {pasted(mended)}" if mended else advice
        yield Finding(r2.CHALLENGE, str(error), advice, fix=Mend(mended))
        return
    for place, challenge in enumerate(found):
        yield from _own(challenge, f"#{place}", text)
    yield from _twice(found)


def _twice(found: list[_Read]) -> Iterator[Finding]:
    """Reports a challenge of a scheme and a realm that another one has."""
    scopes = [(each.scheme.lower(), *each.named("realm")) for each in found]
    if len(set(scopes)) == len(scopes):
        return
    every = [each.challenge for each in found]
    once = [each for place, each in enumerate(every) if each not in every[:place]]
    sure = len(once) == len(set(scopes))
    mended = challenge_value("", once).decode("latin-1") if sure else None
    message = "two challenges have the same scheme and realm: clients use one of them"
    yield Finding(r2.LISTED_TWICE, message, "write it once", fix=Mend(mended))


def _misspelt(found: _Read, place: str) -> Iterator[Finding]:
    """Reports words that are a slip away from a known one, and quotes inside of quotes."""
    scheme = found.scheme.lower()
    known = PARAMETERS.get(scheme, ())
    if scheme not in SCHEMES and (near := near_word(scheme, SCHEMES)):
        yield _slip(f"no scheme is called {found.scheme}", did_you_mean(near), place)
    elif "'" in scheme:
        message = f"no scheme has a quote in its name, as {found.scheme} has"
        yield _slip(message, "remove the quotes", place)
    elif found.token68.lower() == "always":
        message = "always is a word of the server's configuration"
        yield _slip(message, "remove it", place)
    elif scheme in EVERY_PARAMETER:
        message = f"{found.scheme} is a parameter, and stands where a scheme would"
        yield _slip(message, "write its value behind =", place)
    for key, value in found.params:
        if near := near_word(key.lower(), known):
            message = f"{found.scheme} has no parameter {key}"
            yield _slip(message, did_you_mean(near), place, key)
        bare = unquoted(value) or ""
        if len(bare) > 2 and bare[0] == bare[-1] and bare[0] in "\"'":
            message = f"the quotes in {key} would be a part of its value"
            yield _slip(message, "remove the inner quotes", place, key)


def _slip(message: str, advice: str, *part: str) -> Finding:
    return Finding(r6.CHALLENGE_WORD, message, advice, part)


def _own(found: _Read, place: str, text: str) -> Iterator[Finding]:
    for name in _repeated(found):
        message = f"{found.scheme} has {name} twice"
        part = (place, name)
        yield Finding(r2.CHALLENGE, message, "write it once", part, at_key=True)
    realms = found.named("realm")
    if realms and not realms[0].startswith('"'):
        message = "a realm must be in quotes (RFC 9110 11.5)"
        # a token has nothing to escape
        advice = f'write realm="{realms[0]}"'
        mended = _respelt(text)
        yield Finding(r2.CHALLENGE, message, advice, (place, "realm"), fix=Mend(mended))
    yield from _misspelt(found, place)
    # RFC 7617 2, RFC 7616 3.3
    if found.scheme.lower() in ("basic", "digest") and not realms:
        message = f"{found.scheme} needs a realm, which says what users sign in to"
        yield Finding(r2.CHALLENGE_REALM, message, "add a realm", (place,))


_PARAM_HELP = "write a name of letters, and printable ASCII text"
_EXAMPLE = "{scheme: Bearer, realm: shop}"
_CHALLENGE = Params(
    (
        Param("scheme", "How clients authenticate: Bearer, Basic, ...", TEXT),
        Param("realm", "What they sign in to.", TEXT),
        Param("token68", "Instead of parameters, as Negotiate sends it.", TEXT),
    ),
    other=TEXT,
)


def _read(value: Plain) -> tuple[Challenge, ...]:
    """One challenge, or a list of one or more."""
    if isinstance(value, dict):
        return (_challenge(value),)
    found = each(value, _ITEM.read)
    if not found:
        message = "at least one challenge is required (RFC 9110 11.6.1)"
        raise Malformed(Finding(r2.CHALLENGE, message, "add a mapping that has scheme"))
    return found


def _challenge(value: Plain) -> Challenge:
    if isinstance(value, dict) and "scheme" not in value:
        raise Malformed(Finding(r0.MISSING_KEY, "missing key 'scheme'", "add scheme"))
    texts = _CHALLENGE.read(value)
    scheme = texts.pop("scheme")
    _tried(Challenge(scheme), "scheme")
    if "token68" not in texts:
        for key, text in texts.items():
            _tried(Challenge(scheme, {key: text}), key)
        return _tried(Challenge(scheme, texts))
    if len(texts) > 1:
        message = "a challenge takes either parameters or a token68"
        raise Malformed(Finding(r0.CONFLICT, message, "remove one of the two"))
    return _tried(Challenge(scheme, texts["token68"]), "token68")


def _tried(challenge: Challenge, key: str = "") -> Challenge:
    advice = "write the name of a scheme" if key == "scheme" else _PARAM_HELP
    return sendable(r2.CHALLENGE, one_challenge, challenge, advice, key)


_ITEM = Kind(
    f"a mapping such as {_EXAMPLE}",
    _CHALLENGE.form,
    _challenge,
    advice="write a mapping that has scheme",
)

WWW_AUTHENTICATE = FieldType(
    word="challenge",
    names=("WWW-Authenticate",),
    about="How clients are to authenticate (RFC 9110 11.6.1).",
    kind=Kind(
        f"a challenge such as {_EXAMPLE}, or a list of them",
        either(_ITEM.form, several(_ITEM.form)),
        _read,
        advice="write a mapping that has scheme, or text",
    ),
    encode=challenge_value,
    respell=_respelt,
    judge=remarks,
    merge=Parts(_by_text),
    commas=True,
    spelling=Spelling(open=True),
)
PROXY_AUTHENTICATE = replace(
    WWW_AUTHENTICATE,
    word="",
    names=("Proxy-Authenticate",),
    about="How clients are to authenticate with the proxy (RFC 9110 11.7.1).",
)
