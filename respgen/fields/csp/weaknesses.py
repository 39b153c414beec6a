"""Finds what a Content-Security-Policy still allows: scripts and styles from anyone.

Goes in: the values of each directive of one policy. Comes out: findings at the values that
have an effect; what another directive overrides has none.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeAlias

from respgen.core.grammar import compiled
from respgen.diagnostics import Finding, Rule
from respgen.fields.csp.names import KNOWN
from respgen.fields.csp.sources import is_hash, is_nonce
from respgen.rules import r6

Values: TypeAlias = Mapping[str, tuple[str, ...]]

# CSP3 6.8.3: which directive governs, the first one that is there
_SCRIPTS = ("script-src-elem", "script-src", "default-src")
_HANDLERS = ("script-src-attr", "script-src", "default-src")
_STYLES = ("style-src-elem", "style-src", "default-src")
_ATTRIBUTES = ("style-src-attr", "style-src", "default-src")
# CSP3 4.4
_EVAL = ("script-src", "default-src")

_ANYWHERE = r"(?:(?:https?|data|blob|filesystem):|(?:https?://)?\*(?::\*|:[0-9]+)?/?)"


def weaknesses(given: Values) -> Iterator[Finding]:
    """Reports each weakness once, however many kinds of content it lets in."""
    found = (*_inline(given), *_eval(given), *_anywhere(given), *_dynamic(given))
    yield from dict.fromkeys(found)
    yield from _old(given)


def _governing(given: Values, names: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    """Finds the directive that applies, with its values; empty if there is none."""
    name = next((name for name in names if name in given), "")
    return name, given.get(name, ())


def _inline(given: Values) -> Iterator[Finding]:
    """CSP3 6.7.3.2: nonces and hashes cancel 'unsafe-inline'; for scripts, so does 'strict-dynamic'."""
    for names in (_SCRIPTS, _HANDLERS, _STYLES, _ATTRIBUTES):
        name, values = _governing(given, names)
        dynamic = "'strict-dynamic'" in values and names in (_SCRIPTS, _HANDLERS)
        if "'unsafe-inline'" in values and not (dynamic or _has_own(values)):
            message = f"{name}: whatever is injected into the page runs, or restyles it"
            advice = "allow your own snippets with nonce: or hashes:"
            yield _at(r6.UNSAFE_INLINE, message, advice, name, "'unsafe-inline'")


def _has_own(values: tuple[str, ...]) -> bool:
    return any(is_nonce(value) or is_hash(value) for value in values)


def _eval(given: Values) -> Iterator[Finding]:
    name, values = _governing(given, _EVAL)
    if "'unsafe-eval'" in values:
        message = f"{name}: scripts can run text as code, with eval for example"
        advice = "remove it; for WebAssembly, 'wasm-unsafe-eval' is enough"
        yield _at(r6.UNSAFE_EVAL, message, advice, name, "'unsafe-eval'")


def _anywhere(given: Values) -> Iterator[Finding]:
    """CSP3 8.2: 'strict-dynamic' cancels hosts and schemes."""
    name, values = _governing(given, _SCRIPTS)
    for value in () if "'strict-dynamic'" in values else values:
        if compiled(_ANYWHERE).fullmatch(value.lower()):
            message = f"{name}: {value} allows scripts from anyone"
            advice = "list the hosts that scripts come from"
            if name == "default-src":
                advice = "write script-src with the hosts that scripts come from"
            yield _at(r6.ANY_SCRIPT, message, advice, name, value)


def _dynamic(given: Values) -> Iterator[Finding]:
    for names in (_SCRIPTS, _HANDLERS):
        name, values = _governing(given, names)
        if "'strict-dynamic'" in values and not _has_own(values):
            message = f"{name}: no script runs without a nonce or a hash"
            advice = f"write nonce: [{name}]"
            yield _at(r6.STRICT_DYNAMIC, message, advice, name, "'strict-dynamic'")


def _at(rule: Rule, message: str, advice: str, name: str, value: str) -> Finding:
    return Finding(rule, message, advice, (name, value))


def _old(given: Values) -> Iterator[Finding]:
    """report-uri next to report-to is for older browsers, and is not reported."""
    for name in given:
        known = KNOWN.get(name)
        if (
            known
            and known.instead
            and not (name == "report-uri" and "report-to" in given)
        ):
            message = f"{name} is out of date"
            yield Finding(r6.CSP_OLD, message, known.instead, (name,), at_key=True)
