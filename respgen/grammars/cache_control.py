"""Cache-Control (RFC 9111 5.2.2, 5861, 8246): its mapping, its text, and what contradicts itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from respgen.core.caching import FIELD_DIRECTIVES, FLAGS, LIFETIMES, cache_directive
from respgen.core.grammar import TOKEN, compiled
from respgen.diagnostics import nearest, quoted
from respgen.grammars.directives import Directive, directives, split, twice
from respgen.grammars.forms import FLAG, LIFETIME, TEXT, about, either, mapping, several
from respgen.grammars.grammar import Grammar, Remark
from respgen.load.tree import Plain
from respgen.rules import r4
from respgen.vocabulary import written_fields

_LIFETIMES = frozenset(name.replace("_", "-") for name in LIFETIMES)
_WITH_FIELDS = frozenset(name.replace("_", "-") for name in FIELD_DIRECTIVES)
_FLAGS = frozenset(name.replace("_", "-") for name in FLAGS)
_KNOWN = (*sorted(_LIFETIMES), *sorted(_WITH_FIELDS), *sorted(_FLAGS))
# RFC 9111 5.2.2.5, 5861, 8246: these say how long what is stored keeps
_OF_STORED = (
    "s-maxage",
    "immutable",
    "stale-while-revalidate",
    "stale-if-error",
)


def written(value: Plain) -> str:
    """The directives in the order written; a text that has others as it is."""
    if isinstance(value, str):
        return _respelt(value)
    given = written_fields.directives(value)
    pairs = given.items() if isinstance(given, Mapping) else ()
    sent = (cache_directive("", key, each) for key, each in pairs if each is not False)
    return b", ".join(sent).decode("ascii")


def _respelt(text: str) -> str:
    try:
        return ", ".join(map(_canonical, directives(text, ",")))
    except ValueError:
        return text


def _canonical(directive: Directive) -> str:
    name, argument = directive.name, directive.argument
    if argument is None:
        return name
    if name in _WITH_FIELDS or not compiled(TOKEN).fullmatch(argument):
        return f'{name}="{", ".join(split(argument, ","))}"'
    return f"{name}={argument}"


def remarks(text: str) -> Iterator[Remark]:
    """Of each directive, then of those that do not go together."""
    try:
        found = directives(text, ",")
    except ValueError as error:
        message = f"{error}, directives stand between commas"
        yield Remark(r4.DIRECTIVE_SYNTAX, message, "write no-store")
        return
    for directive in found:
        yield from _own(directive)
    for name in twice(found):
        message = f"{name} stands there twice: caches take one of them, or neither"
        yield Remark(r4.DIRECTIVE_TWICE, message, "write it once", (name,), True)
    given = {directive.name: directive.argument for directive in found}
    yield from _contradictions(given)
    yield from _idle(given)


def _own(directive: Directive) -> Iterator[Remark]:
    """What is wrong in one directive by itself."""
    name, argument = directive.name, directive.argument
    if name in _LIFETIMES:
        if argument is None or not (argument.isascii() and argument.isdigit()):
            message = f"{name} has seconds: digits, and no sign"
            yield Remark(r4.DIRECTIVE_ARGUMENT, message, f"write {name}=60", (name,))
    elif name in _WITH_FIELDS:
        if argument is not None and not _are_fields(argument):
            message = f"{name} may have names of fields, and {argument!a} has others"
            advice = f'write {name} alone, or {name}="Set-Cookie"'
            yield Remark(r4.DIRECTIVE_ARGUMENT, message, advice, (name,))
    elif name not in _FLAGS:
        advice = nearest(name, _KNOWN) or "a directive of RFC 9111, such as max-age"
        message = f"unknown directive {quoted(name)}"
        yield Remark(r4.DIRECTIVE, message, advice, (name,), at_key=True)
    elif argument is not None:
        message = f"{name} has no argument"
        yield Remark(r4.DIRECTIVE_ARGUMENT, message, f"write {name}", (name,))


def _are_fields(argument: str) -> bool:
    names = [name.strip(" \t") for name in argument.split(",")]
    return all(compiled(TOKEN).fullmatch(name) for name in names)


def _contradictions(given: Mapping[str, str | None]) -> Iterator[Remark]:
    if "public" in given and "private" in given:
        message = "public and private: one allows shared caches, the other forbids them"
        yield Remark(r4.PUBLIC_PRIVATE, message, "keep one of the two", ("private",))
    if "no-store" in given:
        for name in _stored(given):
            message = f"no-store and {name}: what is not stored has no age"
            yield Remark(r4.NO_STORE, message, f"take {name} away", (name,))


def _stored(given: Mapping[str, str | None]) -> Iterator[str]:
    age = given.get("max-age")
    if age and age.strip("0"):
        yield "max-age"
    yield from (name for name in _OF_STORED if name in given)


def _idle(given: Mapping[str, str | None]) -> Iterator[Remark]:
    """What has no effect without another directive."""
    # with names of fields, private is about those fields alone
    if "s-maxage" in given and "private" in given and given["private"] is None:
        message = "s-maxage is for shared caches, which private keeps out"
        yield Remark(r4.SHARED_AGE, message, "write max-age", ("s-maxage",))
    if "immutable" in given and "max-age" not in given:
        message = (
            "immutable says nothing without max-age: it lasts as long as that does"
        )
        yield Remark(r4.IMMUTABLE, message, "add max-age=31536000", ("immutable",))
    if "must-understand" in given and "no-store" not in given:
        message = "must-understand alone: caches that do not know it store the response"
        advice = "add no-store, which caches that know must-understand ignore"
        yield Remark(r4.MUST_UNDERSTAND, message, advice, ("must-understand",))


_NAMED = either(FLAG, several(TEXT))
_FORM = mapping(
    {
        "max_age": about("How long a stored response is fresh.", LIFETIME),
        "s_maxage": about("How long it is fresh in shared caches.", LIFETIME),
        "stale_while_revalidate": about(
            "How long it is served stale while it is renewed.", LIFETIME
        ),
        "stale_if_error": about("How long it is served stale after errors.", LIFETIME),
        "no_cache": about(
            "Asked for again each time, or without these fields.", _NAMED
        ),
        "private": about("For one user's cache, as a whole or these fields.", _NAMED),
        "no_store": about("Never stored.", FLAG),
        "public": about("For shared caches, too.", FLAG),
        "must_revalidate": about("Never served stale.", FLAG),
        "proxy_revalidate": about("Never served stale by shared caches.", FLAG),
        "must_understand": about("Stored by caches that know its status alone.", FLAG),
        "no_transform": about("Passed on byte for byte.", FLAG),
        "immutable": about("Not asked for again while it is fresh.", FLAG),
    }
)

CACHE_CONTROL = Grammar(
    "Cache-Control",
    "text or a mapping of directives",
    written,
    remarks,
    "How long, and for whom, a response keeps (RFC 9111).",
    _FORM,
)
