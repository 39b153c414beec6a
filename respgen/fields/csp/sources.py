"""Checks one value of a directive at a time (CSP3 2.3.1; HTML 7.1.5; Trusted Types 4).

Goes in: what the directive takes, and a value. Comes out: a finding about that value, or None; its
fix has what was certainly meant.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache

from respgen.core.grammar import TOKEN, compiled
from respgen.diagnostics import Finding, Mend, nearest, quoted
from respgen.fields.csp.meant import (
    BASE64,
    HASH,
    SCHEMES,
    is_source,
    meant_among,
    meant_source,
)
from respgen.fields.csp.names import KEYWORDS, NO_SWITCH, OFF, SANDBOX, Takes
from respgen.fields.csp.policies import NONCE_PLACE, NONE
from respgen.fields.members import EVERYTHING
from respgen.fields.pasted import QUOTES
from respgen.rules import r6

_NONCE = rf"(?i:'nonce-){BASE64}'"
_TYPE = r"[A-Za-z0-9\-#=_/@.%]+|\*|'none'|'allow-duplicates'"
_TYPE_KEYWORDS = ("'none'", "'allow-duplicates'")
_BYTES = {"sha256": 32, "sha384": 48, "sha512": 64}
SAMPLES = "'report-sample'"
"""It allows nothing, so browsers take 'none' beside it for alone."""
_ALLOW_FROM = "allow-from"
_FRAMES = {"deny": "'none'", "sameorigin": "'self'"}
_SOURCES = "write a keyword in quotes, a scheme with its colon, or a host"


def is_nonce(source: str) -> bool:
    """Tells whether a source is a nonce, fixed in the schema or one for each response."""
    return source == NONCE_PLACE or bool(compiled(_NONCE).fullmatch(source))


def is_hash(source: str) -> bool:
    return bool(compiled(HASH).fullmatch(source))


def is_value(takes: Takes, value: str) -> bool:
    """Tells whether a directive takes the value, or what is certainly meant by it."""
    remark = _remark(takes, value)
    return remark is None or remark.fix is not None or remark.rule is r6.CSP_NONCE


def value_remark(takes: Takes, value: str, values: tuple[str, ...]) -> Finding | None:
    """Reports what is wrong in one value of a directive, which has all these."""
    remark = _remark(takes, value)
    fix = remark.fix if remark else None
    if not isinstance(fix, Mend):
        return remark
    if fix.part == NONE and {*values} - {value, NONE, SAMPLES}:
        message = f"{value} is read as a host, and 'none' counts only alone"
        return Finding(r6.CSP_NONE, message, "remove it, or the other sources")
    if value.lower() == _ALLOW_FROM and len(values) == 1 and remark:
        advice = "write the origins that may frame the page"
        return replace(remark, help=advice, fix=None)
    return remark


@lru_cache(maxsize=512)  # asked once for the finding, once for the whole policy
def _remark(takes: Takes, value: str) -> Finding | None:
    if value == NONCE_PLACE:
        return None
    bare = value.strip(QUOTES)
    if compiled(_NONCE).fullmatch(f"'{bare}'"):
        return _fixed_nonce("a nonce in a schema is the same in every response")
    if value[:1] in QUOTES and bare.lower().rstrip("-") == "nonce":
        return _fixed_nonce(f"{quoted(value)} is a nonce without its value")
    if not bare:
        message = f"{value} is a quote alone"
        return Finding(r6.CSP_SOURCE, message, "remove it", fix=Mend())
    return _REMARKS[takes](value)


def _anything(value: str) -> None:
    return None


def _source(value: str) -> Finding | None:
    if value.strip(QUOTES).lower() in EVERYTHING:
        message = f"{value} is read as a host"
        return _flaw(message, "write * if all hosts are meant, otherwise the hosts")
    meant = meant_source(value)
    if meant and meant.startswith("'") and " " not in meant:
        return _unquoted(value, meant)
    if is_hash(value):
        return _hash(value)
    if value in KEYWORDS or (meant is None and is_source(value)):
        return None
    return _malformed(value, meant)


def _hash(value: str) -> Finding | None:
    match = compiled(HASH).fullmatch(value)
    algorithm, digest = (match[1].lower(), match[2]) if match else ("", "")
    size = _BYTES.get(algorithm)
    if len(digest.rstrip("=")) * 3 // 4 == size:
        return None
    message = f"{quoted(value)} matches nothing: a {algorithm} digest has {size} bytes"
    return _flaw(message, "write the inline snippet under hashes:")


def _malformed(value: str, meant: str | None) -> Finding:
    """Says what to write, if that is certain, else what a source is."""
    message = f"{quoted(value)} is not a source"
    if value.strip(QUOTES).lower() in SCHEMES:
        message = f"{value} is read as a host: schemes end in a colon"
    elif "?" in value or "#" in value:
        message = f"{message}: it has no query and no fragment"
    elif meant and value[0] in QUOTES and " " not in meant:
        message = f"{quoted(value)} is skipped: only keywords have quotes"
    if meant:
        return _flaw(message, f"write {meant}", meant)
    if value.startswith("'"):
        return _flaw(message, nearest(value, KEYWORDS, 0.75) or _SOURCES)
    return _flaw(message, _SOURCES)


def _ancestor(value: str) -> Finding | None:
    """Keywords of scripts and styles mean nothing for a frame, nor do words of X-Frame-Options."""
    if value.lower() == _ALLOW_FROM:
        message = f"{value} is a word of X-Frame-Options, and is read as a host"
        return Finding(r6.CSP_SOURCE, message, "remove it", fix=Mend())
    if meant := _FRAMES.get(value.strip(QUOTES).lower().replace("-", "")):
        message = f"{value} is a word of X-Frame-Options, and is read as a host"
        return _flaw(message, f"write {meant}", meant)
    keyword = meant_source(value) or value
    if keyword in ("'self'", "'none'") or not keyword.startswith("'"):
        return _source(value)
    advice = "write 'self', 'none', schemes or hosts"
    return _flaw(f"{quoted(value)} has no meaning for frames", advice)


def _sandbox(value: str) -> Finding | None:
    if value.lower() in SANDBOX:
        return None
    meant = meant_among(value, SANDBOX)
    advice = f"write {meant}" if meant else nearest(value, SANDBOX)
    advice = advice or "write a flag such as allow-scripts"
    return _flaw(f"{quoted(value)} is not a sandbox flag", advice, meant)


def _type(value: str) -> Finding | None:
    bare = value.strip(QUOTES)
    keyword = meant_among(bare, _TYPE_KEYWORDS)
    spelt = keyword and bare.lower() == keyword.strip("'")
    if keyword and keyword != value and (spelt or bare != value):
        return _unquoted(value, keyword)
    if compiled(_TYPE).fullmatch(value):
        return None
    meant = bare if compiled(_TYPE).fullmatch(bare) else None
    advice = f"write {meant}" if meant else "write letters and digits"
    return _flaw(f"{quoted(value)} is not a valid policy name", advice, meant)


def _group(value: str) -> Finding | None:
    bare = value.strip(QUOTES)
    if bare == value and compiled(TOKEN).fullmatch(value):
        return None
    message = f"{quoted(value)} is not a valid endpoint name"
    if bare != value and compiled(TOKEN).fullmatch(bare):
        return _flaw(message, f"write {bare}", bare)
    advice = "write a name from Reporting-Endpoints"
    if "/" in value:
        advice = f"{advice}; addresses stand there, or in report-uri"
    return _flaw(message, advice)


def _nothing(value: str) -> Finding:
    message = f"the directive takes no value, and this is {quoted(value)}"
    if value.strip(QUOTES).lower() in OFF:
        return _flaw(message, NO_SWITCH)
    return Finding(r6.CSP_SOURCE, message, "remove it", fix=Mend())


def _choice(value: str, *choices: str) -> Finding | None:
    if value in choices:
        return None
    meant = meant_among(value, choices)
    if meant and meant.strip("'") == value.strip(QUOTES).lower():
        return _unquoted(value, meant)
    advice = f"write {meant or ' or '.join(choices)}"
    return _flaw(f"the directive does not take {quoted(value)}", advice, meant)


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


def _flaw(message: str, advice: str, meant: str | None = None) -> Finding:
    fix = Mend(part=meant) if meant else None
    return Finding(r6.CSP_SOURCE, message, advice, fix=fix)


def _unquoted(value: str, meant: str) -> Finding:
    message = f"{value} is read as a host: keywords need single quotes"
    if value[0] in QUOTES:
        same = value.strip(QUOTES).lower() == meant.strip("'")
        what = "has the wrong quotes: keywords need single quotes"
        message = f"{value} {what if same else 'is not a keyword'}"
    return Finding(r6.CSP_UNQUOTED, message, f'write "{meant}"', fix=Mend(part=meant))


def _fixed_nonce(why: str) -> Finding:
    message = f"{why}, so anyone can know it" if "same" in why else why
    return Finding(r6.CSP_NONCE, message, "write nonce: [script-src]")
