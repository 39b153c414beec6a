"""A Content-Security-Policy as a schema writes it -> its text, or the pattern that its nonces make.

Directives are lists of sources exactly as on the wire; `hashes:` has inline snippets by directive,
`nonce:` the directives in which every response has a nonce of its own.
"""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Iterable, Iterator
from hashlib import sha256

from respgen.core.grammar import compiled
from respgen.diagnostics import Finding, Malformed, Mend, nearest, quoted
from respgen.fields.csp.names import FALLBACKS, INLINE, KNOWN, Takes
from respgen.fields.csp.policies import (
    DIRECTIVE_NAME,
    NONCE_PLACE,
    NONE,
    PolicyDirective,
    canonical,
    first_of,
    policies,
    serialised,
    words,
)
from respgen.fields.csp.slips import meant_name
from respgen.fields.merging import Constant, changed, unreadable
from respgen.fields.reading import below, each, expected
from respgen.located import Plain
from respgen.rules import r0, r2, r6
from respgen.specs.origins import Pattern

_EXTRAS = ("nonce", "hashes")
_ATTRIBUTES = ("script-src-attr", "style-src-attr")
_ALONE = (Takes.NOTHING, Takes.SANDBOX)
_SINGLE = (Takes.NOTHING, Takes.RTC, Takes.GROUP, Takes.ANYTHING)
_SOURCES = ("a list of sources", "write [\"'self'\"], with the quotes")


def respelt(text: str) -> str:
    """The canonical text."""
    _check_place(text)
    return serialised(policies(text))


def read(value: Plain) -> str | Pattern:
    """The directives in the order written, then those that hashes and nonces make."""
    if not isinstance(value, dict):
        raise TypeError
    return _policy({}, value)


def merged(constant: Constant, inherited: str, value: Plain) -> str | Pattern:
    """The inherited directives with what is written added to each, then hashes and nonces."""
    given = _one_policy(inherited)
    if isinstance(value, str):
        respelt(value)  # places for nonces are not written
        return _text(_extended(given, _one_policy(value)))
    texts = {name: " ".join(sources) for name, sources in given.items()}
    kept, own = changed(texts, value, str.lower)
    if not isinstance(own, dict):
        raise expected("a mapping of directives", "write {script-src: [...]}")
    return _policy({name: given[name] for name in kept}, own)


def _one_policy(text: str) -> dict[str, tuple[str, ...]]:
    found = policies(text)
    if len(found) > 1:
        raise unreadable("there are several policies, with commas between them")
    return dict(first_of(found[0])) if found else {}


def _policy(
    inherited: dict[str, tuple[str, ...]], value: dict[str, Plain]
) -> str | Pattern:
    own = dict(_directives(value))
    given = _extended(inherited, own)
    for name, source in (*_hashes(value), *_nonces(value)):
        if name in own:
            given[name] = tuple(dict.fromkeys((*given[name], source)))
        else:
            given[name] = _added(_allowed(given, name), (source,))
    return _text(given)


def _extended(
    inherited: dict[str, tuple[str, ...]], own: dict[str, tuple[str, ...]]
) -> dict[str, tuple[str, ...]]:
    """The directives of both: what is written adds to what the inherited policy allows."""
    more = {
        name: _added(_allowed(inherited, name), values) if _is_list(name) else values
        for name, values in own.items()
    }
    return {**inherited, **more}


def _is_list(name: str) -> bool:
    known = KNOWN.get(name)
    return known is None or known.takes not in _SINGLE


def _added(inherited: Iterable[str], own: Iterable[str]) -> tuple[str, ...]:
    """Each source once; 'none' gives way to others, and is all that is left where it is added."""
    more = tuple(map(canonical, own))
    if {*more} <= {NONE}:
        return more
    every = (*(each for each in inherited if each != NONE), *more)
    # behind a directive among the sources another one begins, which has its own
    swallows = any(each.lower() in KNOWN for each in more)
    return every if swallows else tuple(dict.fromkeys(every))


def _text(given: dict[str, tuple[str, ...]]) -> str | Pattern:
    policy = tuple(PolicyDirective(name, values) for name, values in given.items())
    return _pattern(serialised(policies(serialised((policy,)))))


def _pattern(text: str) -> str | Pattern:
    pieces = text.split(NONCE_PLACE)
    if len(pieces) == 1:
        return text
    begin, _, end = NONCE_PLACE.partition("{nonce}")
    first, *middle, last = pieces
    texts = (first + begin, *(end + piece + begin for piece in middle), end + last)
    return Pattern(texts, ("nonce",) * (len(pieces) - 1))


def _check_place(text: str) -> None:
    """Only `nonce:` makes a placeholder for one."""
    if NONCE_PLACE in text.lower():
        message = f"{NONCE_PLACE} is sent literally"
        advice = "write a mapping of directives, with nonce: [script-src]"
        raise Malformed(Finding(r6.CSP_NONCE, message, advice))


def _directives(value: dict[str, Plain]) -> Iterator[tuple[str, tuple[str, ...]]]:
    seen: set[str] = set()
    for key, inside in value.items():
        if key not in _EXTRAS and inside is not False:
            with below(key):
                name = _name(key, seen)
                seen.add(name)
                yield name, _values(name, inside)


def _name(key: str, seen: set[str]) -> str:
    """A name that is unknown has a rule of its own; what is no name could say anything."""
    if key.lower() in seen:
        message = f"{key.lower()} appears twice: directives are not case-sensitive"
        raise Malformed(Finding(r0.CONFLICT, message, "write it once", at_key=True))
    if compiled(DIRECTIVE_NAME).fullmatch(key):
        return key.lower()
    message = f"unknown directive {quoted(key)}"
    meant = meant_name(key)
    advice = nearest(key, KNOWN) or "write a directive such as default-src"
    advice = f"write {meant}" if meant else advice
    fix = Mend(part=meant or None)
    raise Malformed(Finding(r0.UNKNOWN_WORD, message, advice, at_key=True, fix=fix))


def _values(name: str, value: Plain) -> tuple[str, ...]:
    known = KNOWN.get(name)
    if value is True and (known is None or known.takes in _ALONE):
        return ()
    if isinstance(value, str):
        return tuple(words(_checked(value)))
    if not isinstance(value, list):
        alone = known and known.takes is Takes.NOTHING
        raise expected("true", "write true") if alone else expected(*_SOURCES)
    return each(value, _one)


def _one(value: Plain) -> str:
    if not isinstance(value, str):
        raise expected("a source as text", "put it in quotes")
    if _checked(value) == "" or value.split() != [value]:
        raise _separated(value, "white space")
    return value


def _checked(value: str) -> str:
    for mark, what in ((";", "a semicolon"), (",", "a comma")):
        if mark in value:
            raise _separated(value, what)
    _check_place(value)
    return value


def _separated(value: str, what: str) -> Malformed:
    if not value:
        return Malformed(
            Finding(r6.CSP_SEPARATOR, "an empty text is not a source", "remove it")
        )
    message = f"{quoted(value)} contains {what}, which ends the source"
    return Malformed(Finding(r6.CSP_SEPARATOR, message, _apart(value)))


def _apart(value: str) -> str:
    """What to write for several sources in one text, or several directives."""
    first, *others = (words(part.replace(",", " ")) for part in value.split(";"))
    if compiled(r"[^\s:/]/[^\s]*[;,]").search(value):
        return "write each source as a separate item, and %3B and %2C in paths"
    if any(others):
        return "write each directive as an entry of its own, and each source as a separate item"
    several = ", each as a separate item" if len(first) > 1 else ""
    return f"write {', '.join(map(json.dumps, first))}{several}"


# What a snippet needs


def _hashes(value: dict[str, Plain]) -> Iterator[tuple[str, str]]:
    """The digest of each inline snippet, for its directive."""
    with below("hashes"):
        snippets = value.get("hashes", {})
        if not isinstance(snippets, dict):
            raise expected(
                "a mapping of directives to inline text",
                "write {script-src: [the text between the tags]}",
            )
        for key, texts in snippets.items():
            with below(key):
                name = _for_inline(key, INLINE, at_key=True)
                several: list[Plain] = texts if isinstance(texts, list) else [texts]
                yield from ((name, digest) for digest in each(several, _digest))


def _digest(value: Plain) -> str:
    """CSP3 6.7.3.3, of what a browser has: its parser makes all line ends one (HTML 13.2.3.5)."""
    if not isinstance(value, str):
        raise expected("an inline snippet as text", "put it in quotes")
    text = value.replace("\r\n", "\n").replace("\r", "\n")
    try:
        digest = sha256(text.encode("utf-8")).digest()
    except UnicodeEncodeError:
        message = "a lone surrogate is not a character"
        advice = "remove it, or write the whole character"
        raise Malformed(Finding(r2.FIELD_VALUE, message, advice)) from None
    return f"'sha256-{b64encode(digest).decode('ascii')}'"


def _nonces(value: dict[str, Plain]) -> Iterator[tuple[str, str]]:
    """A place for a nonce in each directive; true is scripts'."""
    with below("nonce"):
        names = value.get("nonce", False)
        if names is True:
            yield "script-src", NONCE_PLACE
        elif isinstance(names, list):
            yield from ((name, NONCE_PLACE) for name in each(names, _nonced))
        elif names is not False:
            raise expected("a list of directives", "write [script-src], or true")


def _nonced(value: Plain) -> str:
    if not isinstance(value, str):
        raise expected("a directive as text", "write a directive such as script-src")
    return _for_inline(value, [name for name in INLINE if name not in _ATTRIBUTES])


def _for_inline(key: str, names: Iterable[str], at_key: bool = False) -> str:
    """CSP3 6.8.2: the directives that inline snippets have; attributes have no nonce."""
    if key.lower() in names:
        return key.lower()
    message = f"{quoted(key)} does not apply to inline snippets"
    advice = nearest(key, names) or "write a directive such as script-src"
    raise Malformed(Finding(r0.UNKNOWN_WORD, message, advice, at_key=at_key))


def _allowed(given: dict[str, tuple[str, ...]], name: str) -> tuple[str, ...]:
    """Finds what the directive already allows, or the one that browsers fall back to.

    The first source of its own takes that away, so the others are written out.
    """
    chain = (name, *FALLBACKS.get(name, ()))
    return next((given[each] for each in chain if each in given), ())
