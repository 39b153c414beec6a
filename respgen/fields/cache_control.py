"""Cache-Control (RFC 9111 5.2.2, 5861, 8246): its mapping, its text, and what contradicts itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial
from typing import TypeAlias, cast

from respgen.core.caching import (
    FLAGS,
    LIFETIMES,
    CacheControl,
    cache_control_value,
)
from respgen.core.grammar import TOKEN, compiled
from respgen.core.values import token_value
from respgen.decoder.respelt import meant_word
from respgen.diagnostics import Finding, Malformed, Mend, nearest, quoted
from respgen.fields.cache_directives import (
    WITH_FIELDS,
    added,
    advised,
    canonical,
    joined,
    parts,
    respelt,
)
from respgen.fields.directives import OFF, ON, Directive, directives, twice
from respgen.fields.durations import meant_seconds
from respgen.fields.forms import FLAG, TEXT, either, several
from respgen.fields.kinds import DURATION, TRUTH, Kind, Param, Params
from respgen.fields.merging import directives_of
from respgen.fields.reading import each, text, truth
from respgen.fields.row import FieldType
from respgen.fields.slips import Spelling
from respgen.located import Plain
from respgen.rules import r4

_LIFETIMES = frozenset(name.replace("_", "-") for name in LIFETIMES)
_FLAGS = frozenset(name.replace("_", "-") for name in FLAGS)
_KNOWN = (*sorted(_LIFETIMES), *sorted(WITH_FIELDS), *sorted(_FLAGS))
Directives: TypeAlias = tuple[Directive, ...]


def remarks(text: str) -> Iterator[Finding]:
    """Reports on each directive, then on those that do not go together."""
    try:
        found = directives(text, ",")
    except ValueError as error:
        message = f"{error}: directives are separated by commas"
        advice = "write name or name=seconds, with commas between directives"
        yield Finding(r4.DIRECTIVE_SYNTAX, message, advice)
        return
    yield from _unquoted(found)
    found = joined(found)
    for directive in found:
        yield from _own(directive, found)
    yield from _repeated(found)
    given = {directive.name: directive.argument for directive in found}
    yield from _contradictions(given)
    yield from _idle(given, found)


def _unquoted(found: Directives) -> Iterator[Finding]:
    """Reports the first list of header names that goes on outside of its quotes."""
    whole = joined(found)
    for old, new in zip(found, whole, strict=False):
        if old != new:
            message = f"{old.name}: a comma outside of quotes ends the list of headers"
            mended = ", ".join(map(canonical, whole))
            advice = f"write {canonical(new)}"
            rule = r4.DIRECTIVE_ARGUMENT
            yield Finding(rule, message, advice, (old.name,), fix=Mend(mended))
            return


def _with(found: Directives, old: Directive, *new: Directive) -> str:
    """All directives, with others in the place of one."""
    place = found.index(old)
    return ", ".join(map(canonical, (*found[:place], *new, *found[place + 1 :])))


def _own(directive: Directive, found: Directives) -> Iterator[Finding]:
    """Reports what is wrong in one directive by itself."""
    name, argument = directive.name, directive.argument
    if name in _LIFETIMES:
        if argument is None or not (argument.isascii() and argument.isdigit()):
            yield _no_seconds(directive, found)
    elif name in WITH_FIELDS:
        if argument is not None and argument.lower() in (*ON, *OFF):
            message = f"{name} takes header names, and {argument!a} would be one"
            yield _switched(directive, found, message)
        elif argument is not None and not _are_fields(argument):
            message = (
                f"{name} takes header names, and {argument!a} is not a list of them"
            )
            advice = "write names of headers with commas between them, in quotes"
            yield Finding(r4.DIRECTIVE_ARGUMENT, message, advice, (name,))
    elif name not in _FLAGS:
        yield _unknown(directive, found)
    elif argument is not None:
        yield _switched(directive, found, f"{name} takes no argument")


def _switched(directive: Directive, found: Directives, message: str) -> Finding:
    """Only an argument that says yes is idle for certain: another may switch it off."""
    name, word = directive.name, (directive.argument or "").lower()
    sure = word in ("", *ON)
    fix = Mend(_with(found, directive, Directive(name))) if sure else None
    advice = f"{'remove' if word in OFF else 'write'} {name}"
    return Finding(r4.DIRECTIVE_ARGUMENT, message, advice, (name,), fix=fix)


def _no_seconds(directive: Directive, found: Directives) -> Finding:
    name = directive.name
    seconds = meant_seconds(directive.argument or "")
    changed = Directive(name, seconds)
    mended = _with(found, directive, changed) if seconds else None
    message = f"{name} must be a whole number of seconds, without a sign"
    meant = f"{name}={seconds}" if seconds else f"the seconds of {name} in digits"
    advice = f"write {meant}"
    return Finding(r4.DIRECTIVE_ARGUMENT, message, advice, (name,), fix=Mend(mended))


def _unknown(directive: Directive, found: Directives) -> Finding:
    name = directive.name
    meant = meant_word(name, _KNOWN)
    changed = Directive(meant or "", directive.argument)
    mended = _with(found, directive, changed) if meant else None
    message = f"unknown directive {quoted(name)}"
    advice = nearest(name, [meant]) if meant else advised(directive, _KNOWN)
    return Finding(
        r4.DIRECTIVE, message, advice, (name,), at_key=True, fix=Mend(mended)
    )


def _repeated(found: Directives) -> Iterator[Finding]:
    for name in twice(found):
        if name.isdecimal():  # thousands
            continue
        single = tuple(dict.fromkeys(found))
        sure = name not in twice(single)
        mended = ", ".join(map(canonical, single)) if sure else None
        message = f"{name} appears twice: caches use one of them, or neither"
        rule = r4.DIRECTIVE_TWICE
        yield Finding(
            rule, message, "write it once", (name,), at_key=True, fix=Mend(mended)
        )


def _are_fields(argument: str) -> bool:
    names = [name.strip(" \t") for name in argument.split(",")]
    # no header has a quote in its name, although a token may have one
    return all(compiled(TOKEN).fullmatch(name) and "'" not in name for name in names)


def _contradictions(given: Mapping[str, str | None]) -> Iterator[Finding]:
    if "public" in given and "private" in given:
        message = "public allows shared caches, and private forbids them"
        yield Finding(
            r4.PUBLIC_PRIVATE, message, "keep only one of the two", ("private",)
        )
    # RFC 9111 5.2.2.3: caches that know must-understand ignore no-store beside it
    if "no-store" in given and "must-understand" not in given:
        for name in _stored(given):
            message = f"{name} contradicts no-store: what is not stored has no age"
            yield Finding(r4.NO_STORE, message, "keep only one of the two", (name,))


def _stored(given: Mapping[str, str | None]) -> Iterator[str]:
    """The directives about what is stored (RFC 9111 5.2.2, 5861, 8246); zero seconds store nothing."""
    for name, argument in given.items():
        if name == "immutable" or (name in _LIFETIMES and (argument or "").strip("0")):
            yield name


def _idle(given: Mapping[str, str | None], found: Directives) -> Iterator[Finding]:
    """Reports what has no effect without another directive."""
    # with header names, private is about those headers alone
    private = "private" in given and given["private"] is None
    shared = (given.get("s-maxage") or "").strip("0")
    if shared and private and "public" not in given:
        yield _shared_age(given, found)
    if "immutable" in given and "max-age" not in given:
        message = "immutable has no effect without max-age: it lasts only that long"
        yield Finding(
            r4.IMMUTABLE,
            message,
            "add max-age, and for how many seconds",
            ("immutable",),
        )
    if "must-understand" in given and "no-store" not in given:
        message = "without no-store, caches that do not know must-understand store the response"
        advice = "add no-store: caches that know must-understand ignore it"
        yield Finding(r4.MUST_UNDERSTAND, message, advice, ("must-understand",))


def _shared_age(given: Mapping[str, str | None], found: Directives) -> Finding:
    """Next to max-age, s-maxage has no effect; without it, max-age may be meant."""
    message = "s-maxage is for shared caches, which private excludes"
    if "max-age" not in given:
        return Finding(r4.SHARED_AGE, message, "write max-age", ("s-maxage",))
    idle = next(directive for directive in found if directive.name == "s-maxage")
    return Finding(
        r4.SHARED_AGE,
        message,
        "remove s-maxage",
        ("s-maxage",),
        fix=Mend(_with(found, idle), removed=True),
    )


def _field(value: Plain) -> str:
    name = token_value("", text(value)).decode("ascii")
    if "'" in name:
        raise ValueError("no header has a quote in its name")
    return name


_FIELD = Kind(
    "a header name",
    TEXT,
    _field,
    r4.DIRECTIVE_ARGUMENT,
    advice="write the name of a header",
)


_TRUE_OR_NAMES = "true or a list of header names"


def _switch(value: Plain) -> bool | tuple[str, ...]:
    """A truth value, or names of fields."""
    if not isinstance(value, list):
        return truth(value)
    if not value:
        message = "the list names no header (RFC 9111 5.2.2.4)"
        advice = f"write {_TRUE_OR_NAMES}"
        raise Malformed(Finding(r4.DIRECTIVE_ARGUMENT, message, advice))
    return each(value, _FIELD.read)


_AGE = replace(DURATION, rule=r4.DIRECTIVE_ARGUMENT)
_NAMED_FORM = either(FLAG, several(TEXT))
_NAMED = Kind(_TRUE_OR_NAMES, _NAMED_FORM, _switch, advice=f"write {_TRUE_OR_NAMES}")
_TRUE = replace(TRUTH, expected="true", advice="write true, or remove it")
_DIRECTIVES = Params(
    (
        Param("max_age", "How long a stored response is fresh.", _AGE),
        Param("s_maxage", "How long it is fresh in shared caches.", _AGE),
        Param(
            "stale_while_revalidate",
            "How long it may be served stale while it is revalidated.",
            _AGE,
        ),
        Param("stale_if_error", "How long it may be served stale after errors.", _AGE),
        Param(
            "no_cache", "Revalidated before each use, or only these headers.", _NAMED
        ),
        Param(
            "private",
            "For one user's cache: the whole response, or only these headers.",
            _NAMED,
        ),
        Param("no_store", "Never stored.", _TRUE),
        Param("public", "For shared caches, too.", _TRUE),
        Param("must_revalidate", "Never served stale.", _TRUE),
        Param("proxy_revalidate", "Never served stale by shared caches.", _TRUE),
        Param("must_understand", "Stored only by caches that know its status.", _TRUE),
        Param("no_transform", "Passed on byte for byte.", _TRUE),
        Param("immutable", "Not revalidated while it is fresh.", _TRUE),
    ),
    noun="directive",
    advice="remove it, or write a directive of RFC 9111",
)
_EXAMPLE = "write a mapping of directives, or text"


def _read(value: Plain) -> CacheControl:
    return cast(CacheControl, _DIRECTIVES.read(value))  # whose keys are the TypedDict's


CACHE_CONTROL = FieldType(
    word="cache_control",
    names=("Cache-Control",),
    about="How long, and for whom, a response may be stored (RFC 9111).",
    kind=Kind("a mapping of directives", _DIRECTIVES.form, _read, advice=_EXAMPLE),
    encode=cache_control_value,
    unchecked=partial(cache_control_value, consistent=False),
    respell=respelt,
    judge=remarks,
    plural=True,
    merge=directives_of(parts, add=added),
    spelling=Spelling(",", _KNOWN, seconds=True),
)
