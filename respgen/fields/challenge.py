"""WWW-Authenticate and Proxy-Authenticate (RFC 9110 11.6.1, 11.7.1): challenges and their text.

Goes in: `{scheme: Bearer, realm: shop}`, a list of such, or text. Comes out: challenges with their
parameters in quotes, and what the rules say of them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from respgen.core.challenges import TOKEN68, Challenge, challenge_value, one_challenge
from respgen.core.grammar import TOKEN, compiled
from respgen.diagnostics import Finding, Malformed, Mend, quoted
from respgen.fields.directives import QUOTED, split, unquoted
from respgen.fields.forms import either, several
from respgen.fields.kinds import TEXT, Kind, Param, Params, sendable
from respgen.fields.merging import Parts
from respgen.fields.reading import each
from respgen.fields.row import FieldType
from respgen.located import Plain
from respgen.rules import r0, r2

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


def remarks(text: str) -> Iterator[Finding]:
    """Reports on each challenge, in order."""
    try:
        found = _challenges(text)
    except ValueError as error:
        advice = 'write Bearer realm="shop", with commas between parameters'
        yield Finding(r2.CHALLENGE, str(error), advice)
        return
    for place, challenge in enumerate(found):
        yield from _own(challenge, f"#{place}", text)


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
        raise Malformed(Finding(r2.CHALLENGE, message, f"write {_EXAMPLE}"))
    return found


def _challenge(value: Plain) -> Challenge:
    if isinstance(value, dict) and "scheme" not in value:
        raise Malformed(
            Finding(r0.MISSING_KEY, "missing key 'scheme'", "scheme: Bearer")
        )
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
    advice = f"write {_EXAMPLE}" if key in ("", "scheme") else _PARAM_HELP
    return sendable(r2.CHALLENGE, one_challenge, challenge, advice, key)


_ITEM = Kind(
    f"a mapping such as {_EXAMPLE}",
    _CHALLENGE.form,
    _challenge,
    advice=f"write {_EXAMPLE}",
)

WWW_AUTHENTICATE = FieldType(
    word="challenge",
    names=("WWW-Authenticate",),
    about="How clients are to authenticate (RFC 9110 11.6.1).",
    kind=Kind(
        f"a challenge such as {_EXAMPLE}, or a list of them",
        either(_ITEM.form, several(_ITEM.form)),
        _read,
        advice=f"write {_EXAMPLE}",
    ),
    encode=challenge_value,
    respell=_respelt,
    judge=remarks,
    merge=Parts(_by_text),
    commas=True,
)
PROXY_AUTHENTICATE = replace(
    WWW_AUTHENTICATE,
    word="",
    names=("Proxy-Authenticate",),
    about="How clients are to authenticate with the proxy (RFC 9110 11.7.1).",
)
