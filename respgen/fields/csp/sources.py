"""Checks one value of a directive at a time (CSP3 2.3.1; HTML 7.1.5; Trusted Types 4).

Goes in: what the directive takes, and a value. Comes out: a finding about that value, or None.
"""

from __future__ import annotations

from collections.abc import Callable

from respgen.core.grammar import TOKEN, compiled
from respgen.diagnostics import Finding, Mend, nearest, quoted
from respgen.fields.csp.names import KEYWORDS, SANDBOX, Takes
from respgen.fields.csp.policies import NONCE_PLACE
from respgen.fields.origins import HOSTS, PORTS, SCHEME
from respgen.rules import r6

_BASE64 = r"[A-Za-z0-9+/\-_]+={0,2}"
_NONCE = rf"(?i:'nonce-){_BASE64}'"
_HASH = rf"(?i:'(sha256|sha384|sha512)-)({_BASE64})'"
# RFC 3986 3.3: path-absolute, without ; and ,
_PATH = r"/(?!/)(?:[A-Za-z0-9\-._~!$&'()*+=:@/]|%[0-9A-Fa-f]{2})*"
_SOURCE = rf"{SCHEME}:|(?:{SCHEME}://)?{HOSTS}{PORTS}(?:{_PATH})?"
_TYPE = r"[A-Za-z0-9\-#=_/@.%]+|\*|'none'|'allow-duplicates'"
_QUOTES = "'\"`"
_BARE_KEYWORDS = {keyword.strip("'"): keyword for keyword in KEYWORDS}
_BYTES = {"sha256": 32, "sha384": 48, "sha512": 64}
_EXAMPLE = "write a keyword such as 'self', a scheme such as https:, or a host"


def is_nonce(source: str) -> bool:
    """Tells whether a source is a nonce, fixed in the schema or one for each response."""
    return source == NONCE_PLACE or bool(compiled(_NONCE).fullmatch(source))


def is_hash(source: str) -> bool:
    return bool(compiled(_HASH).fullmatch(source))


def value_remark(takes: Takes, value: str) -> Finding | None:
    """Reports what is wrong in one value of a directive."""
    if value == NONCE_PLACE:
        return None
    if compiled(_NONCE).fullmatch(f"'{value.strip(_QUOTES)}'"):
        return _fixed_nonce()
    return _REMARKS[takes](value)


def _anything(value: str) -> None:
    return None


def _source(value: str) -> Finding | None:
    bare = value.strip(_QUOTES)
    meant = _BARE_KEYWORDS.get(bare.lower()) or _hash_of(bare)
    if meant and meant != value:
        return _unquoted(value, meant)
    if is_hash(value):
        return _hash(value)
    if meant or compiled(_SOURCE).fullmatch(value):
        return None
    return _malformed(value)


def _hash_of(bare: str) -> str | None:
    return f"'{bare}'" if is_hash(f"'{bare}'") else None


def _hash(value: str) -> Finding | None:
    match = compiled(_HASH).fullmatch(value)
    algorithm, digest = (match[1].lower(), match[2]) if match else ("", "")
    size = _BYTES.get(algorithm)
    if len(digest.rstrip("=")) * 3 // 4 == size:
        return None
    message = f"{quoted(value)} matches nothing: a {algorithm} digest has {size} bytes"
    return _flaw(message, "write the inline snippet under hashes:")


def _malformed(value: str) -> Finding:
    """Suggests the nearest keyword if the value starts like one, else what to change in a host."""
    message = f"{quoted(value)} is not a source"
    if value.startswith("'"):
        return _flaw(message, nearest(value, KEYWORDS) or _EXAMPLE)
    if "?" in value or "#" in value:
        return _flaw(message, "write it without a query or a fragment")
    return _flaw(message, "put https: in front" if value[:2] == "//" else _EXAMPLE)


def _ancestor(value: str) -> Finding | None:
    """Keywords of scripts and styles mean nothing for a frame."""
    if value in ("'self'", "'none'") or not value.startswith("'"):
        return _source(value)
    advice = "write 'self', 'none', schemes or hosts"
    return _flaw(f"{quoted(value)} has no meaning for frames", advice)


def _sandbox(value: str) -> Finding | None:
    if value.lower() in SANDBOX:
        return None
    advice = nearest(value, SANDBOX) or "write a flag such as allow-scripts"
    return _flaw(f"{quoted(value)} is not a sandbox flag", advice)


def _type(value: str) -> Finding | None:
    if compiled(_TYPE).fullmatch(value):
        return None
    return _flaw(
        f"{quoted(value)} is not a valid policy name", "write letters and digits"
    )


def _group(value: str) -> Finding | None:
    if compiled(TOKEN).fullmatch(value):
        return None
    advice = "write a name from Reporting-Endpoints"
    return _flaw(f"{quoted(value)} is not a valid endpoint name", advice)


def _nothing(value: str) -> Finding:
    message = f"the directive takes no value, and this is {quoted(value)}"
    return _flaw(message, "remove it")


def _choice(value: str, *choices: str) -> Finding | None:
    meant = f"'{value.strip(_QUOTES).lower()}'"
    if value in choices:
        return None
    if meant in choices:
        return _unquoted(value, meant)
    advice = f"write {' or '.join(choices)}"
    return _flaw(f"the directive does not take {quoted(value)}", advice)


def _sink(value: str) -> Finding | None:
    return _choice(value, "'script'")


def _rtc(value: str) -> Finding | None:
    return _choice(value, "'allow'", "'block'")


_REMARKS: dict[Takes, Callable[[str], Finding | None]] = {
    Takes.SOURCES: _source,
    Takes.ANCESTORS: _ancestor,
    Takes.NOTHING: _nothing,
    Takes.SANDBOX: _sandbox,
    Takes.TYPES: _type,
    Takes.SINKS: _sink,
    Takes.RTC: _rtc,
    Takes.GROUP: _group,
    Takes.ANYTHING: _anything,
}


def _flaw(message: str, advice: str = "") -> Finding:
    return Finding(r6.CSP_SOURCE, message, advice)


def _unquoted(value: str, meant: str) -> Finding:
    message = f"{value} is read as a host: keywords need single quotes"
    if value[0] in _QUOTES:
        message = f"{value} has the wrong quotes: keywords need single quotes"
    return Finding(r6.CSP_UNQUOTED, message, f'write "{meant}"', fix=Mend(part=meant))


def _fixed_nonce() -> Finding:
    message = "a nonce in a schema is the same in every response, so anyone can know it"
    return Finding(r6.CSP_NONCE, message, "write nonce: [script-src]")
