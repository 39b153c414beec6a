"""pydantic's errors -> diagnostics: the rule, the exact place, our own words."""

from __future__ import annotations

from collections.abc import Set
from typing import Literal, get_args, get_origin

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from respgen.diagnostics import Problems, Span, nearest, quoted
from respgen.load.tree import Mapping, Node, Scalar, Sequence
from respgen.rules import r0
from respgen.schema.cookie_keys import Preset
from respgen.schema.header_keys import Parameter
from respgen.schema.keys import Keys
from respgen.schema.mistakes import NOT_YET, RULES
from respgen.schema.models import Module, Response
from respgen.schema.places import (
    Path,
    Place,
    example,
    known_keys,
    locate,
    required_keys,
)
from respgen.schema.respelt import respelt, without_quotes
from respgen.schema.words import HEADER_FORMS, WRONG_FORM
from respgen.vocabulary import kinds
from respgen.vocabulary.late_attributes import LATE_TYPES

_EXPECTED = {
    "string_type": "text",
    "int_type": "a whole number",
    "bool_type": "true or false",
    "dict_type": "a mapping",
    "model_type": "a mapping",
    "list_type": "a list",
    # the only number with bounds is the indent of JSON
    "greater_than_equal": "0 to 16",
    "less_than_equal": "0 to 16",
}
_EXTRA = "extra_forbidden"
_BOUNDS = ("greater_than_equal", "less_than_equal")
_PLANNED_WORDS = {"kind": kinds.PLANNED}


def report(
    error: ValidationError,
    root: Mapping,
    model: type[Keys],
    damaged: Set[Span],
    problems: Problems,
) -> set[Path]:
    """Note every error once. Returns the paths of what has to go for the rest to be valid.

    `damaged` are the mappings of which something is gone: what they lack now says nothing.
    """
    found = error.errors(include_url=False, include_input=False)
    places = [(each, locate(root, model, each["loc"])) for each in found]
    unknown = {place.path[:-1] for each, place in places if each["type"] == _EXTRA}
    for each, place in places:
        # an unknown key says it already: the missing one misspelt, or a form we do not know
        lacking = place.node.span in damaged or place.path in unknown
        if not (lacking and (each["type"] in RULES or place.missing is not None)):
            _note(each, place, problems)
    return {_doomed(place) for _, place in places}


def _doomed(place: Place) -> Path:
    """What goes: the mapping itself where the malformed key is one it cannot be without."""
    if place.missing is not None or not place.path:
        return place.path
    required = place.owner is not None and place.path[-1] in required_keys(place.owner)
    return place.path[:-1] if required else place.path


def _note(error: ErrorDetails, place: Place, problems: Problems) -> None:
    kind = error["type"]
    if kind in RULES:
        _own(error, place, problems)
    elif kind == "missing":
        _missing(place, problems)
    elif kind == _EXTRA:
        _unknown(place, problems)
    elif kind == "literal_error" and _is_text(place.node):
        _unknown_word(place, problems)
    elif kind == "string_unicode":
        problems.add(r0.TEXT, place.span, "text with a lone surrogate")
    else:
        _wrong_type(error, place, problems)


def _own(error: ErrorDetails, place: Place, problems: Problems) -> None:
    """A mistake that our own validators raised."""
    context = error["ctx"]
    entry = (
        place.node.entry(context["key"]) if isinstance(place.node, Mapping) else None
    )
    span = entry.key_span if entry else place.span
    words = context["words"]
    word = _plain(place.node)
    fix = respelt(span, word, words) if words and isinstance(word, str) else None
    rule = RULES[error["type"]]
    problems.add(rule, span, context["message"], context["help"], fix)


def _missing(place: Place, problems: Problems) -> None:
    key = str(place.missing)
    advice = f"{key}: {example(place.owner, key)}"
    problems.add(r0.MISSING_KEY, place.span, f"missing key {quoted(key)}", advice)


def missing_version(root: Mapping, problems: Problems) -> None:
    """Note that a file does not say its version, unless it misspells the key."""
    known = known_keys(Module)
    if not any(
        nearest(entry.key, known) == nearest("respgen", known) for entry in root
    ):
        start = Span.start(root.span.file)
        problems.add(r0.MISSING_KEY, start, "missing key 'respgen'", "respgen: 1")


def _unknown(place: Place, problems: Problems) -> None:
    key, owner = str(place.path[-1]), place.owner or Keys
    span = place.key_span or place.span
    known = known_keys(owner)
    if key in owner.elsewhere:
        message = f"{quoted(key)} does not go with {_company(known, key)}"
        problems.add(r0.CONFLICT, span, message, "leave out one of the two")
        return
    near = nearest(key, {*known, *owner.elsewhere})
    advice = NOT_YET if key in owner.planned else near or owner.advice or _where(key)
    message = f"unknown {owner.called} {quoted(key)}"
    fix = respelt(span, key, known)
    problems.add(owner.unknown, span, message, advice, fix)


def _where(key: str) -> str:
    """What has a key that stands in the wrong mapping."""
    if key == "$schema":
        return "in YAML a comment says it: # yaml-language-server: $schema=..."
    homes = (Module, Response, Preset, Parameter)
    noun = next((home.noun for home in homes if key in known_keys(home)), "")
    return f"{noun} has such a key" if noun else ""


def _company(known: tuple[str, ...], key: str) -> str:
    return next(repr(word) for word in ("remove", "value", "type") if word in known)


def _unknown_word(place: Place, problems: Problems) -> None:
    word, key = str(_plain(place.node)), str(place.path[-1])
    words = _words(place.shape)
    planned = word in _PLANNED_WORDS.get(key, ())
    advice = (
        NOT_YET if planned else nearest(word, words) or f"one of {', '.join(words)}"
    )
    message, fix = f"unknown {key} {quoted(word)}", respelt(place.span, word, words)
    problems.add(r0.UNKNOWN_WORD, place.span, message, advice, fix)


def _words(shape: object) -> tuple[str, ...]:
    """The values of a Literal, wherever its annotation hides it."""
    if get_origin(shape) is Literal:
        return tuple(str(value) for value in get_args(shape))
    inner = (
        _words(argument)
        for argument in get_args(shape)
        if not isinstance(argument, str)
    )
    return next((words for words in inner if words), ())


def _wrong_type(error: ErrorDetails, place: Place, problems: Problems) -> None:
    kind = error["type"]
    expected = error["msg"] if kind == WRONG_FORM else _EXPECTED.get(kind, "text")
    what = str(_plain(place.node)) if kind in _BOUNDS else found(place.node)
    message = f"expected {expected}, found {what}"
    advice = _LATE if _is_late(place) else _advice(expected, place.node)
    fix = without_quotes(expected, place.node)
    problems.add(r0.WRONG_TYPE, place.span, message, advice, fix)


_LATE = f"run time decides {', '.join(LATE_TYPES)} alone"


def _is_late(place: Place) -> bool:
    """Whether a key of a cookie is left to run time, as other keys can be."""
    if place.owner is not Preset or not isinstance(place.node, Mapping):
        return False
    return any(place.node.entry(key) for key in ("from", "argument"))


def _advice(expected: str, node: Node) -> str:
    if isinstance(node, Mapping):
        # a value read at call time
        return NOT_YET if node.entry("from") else ""
    if isinstance(node, Sequence):
        is_header = expected == HEADER_FORMS
        return "write the members as one text, with commas" if is_header else ""
    if node.value is None:
        return "write {} where nothing is to say" if expected == "a mapping" else ""
    if isinstance(node.value, str):
        return _ADVICE_ON_TEXT.get(expected, "")
    return "put it in quotes" if expected.startswith("text") else ""


_ADVICE_ON_TEXT = {
    "a list": "put it in brackets",
    "a list or a mapping": "put it in brackets",
    "a whole number or a mapping": "write digits, without quotes",
    "a whole number": "write digits, without quotes",
    "true or false": "write true or false, without quotes",
    "true, false or a mapping": "write true or false, without quotes",
}


def found(node: Node) -> str:
    """What a value is, in an author's words."""
    if isinstance(node, Mapping):
        return "a mapping"
    if isinstance(node, Sequence):
        return "a list"
    if isinstance(node.value, bool):
        return str(node.value).lower()
    return _SCALARS[type(node.value)]


_SCALARS: dict[type, str] = {
    str: "text",
    int: "a whole number",
    float: "a number",
    type(None): "null",
}


def _is_text(node: Node) -> bool:
    return isinstance(_plain(node), str)


def _plain(node: Node) -> object:
    return node.value if isinstance(node, Scalar) else None
