"""Fields that code alone can write wrongly: R940, R944.

Goes in: the fields that responses are given. Come out: findings, one for a place.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from respgen.audit.acts import AnyAct, Construction, FieldChange
from respgen.audit.findings import Found
from respgen.audit.locating import Locator
from respgen.audit.places import Finder
from respgen.audit.written import (
    Written,
    is_exception,
    is_plain,
    written,
)
from respgen.rules import r9
from respgen.source.program.facts import Facts
from respgen.source.program.folding import ARITHMETIC
from respgen.source.program.values import (
    Called,
    Known,
    Named,
    Parameter,
    Value,
    choices,
    text,
)


def fields(facts: Facts, done: tuple[AnyAct, ...]) -> Iterator[Found]:
    """What is wrong with single fields."""
    finder, locator = Finder(facts), Locator(facts)
    for each in written(facts, done):
        yield from _content_type(finder, locator, each)
        yield from _typed(finder, locator, each)


# R940


def _content_type(finder: Finder, locator: Locator, field: Written) -> Iterator[Found]:
    act = field.act
    if field.lower != "content-type":
        return
    if isinstance(act, Construction):
        if is_exception(finder.facts.program, act):
            return  # it has no media type: the handler's response has
        message = "Content-Type is given as a header, in place of the media type"
    elif _is_passed_on(act):
        return  # where it was made is out of sight
    else:
        message = "Content-Type is set as a header, in place of the media type"
    found = text(field.value)
    shown = repr(found) if found else "..."
    advice = f"media_type={shown} where the response is made"
    if isinstance(act, Construction):
        advice = f"media_type={shown}"
    yield finder.found(r9.CONTENT_TYPE, locator.place(field), message, advice)


def _is_passed_on(act: FieldChange) -> bool:
    """Whether middleware got the response from the application below it."""
    match act.response.node:
        case ast.Call(func=ast.Name("call_next") | ast.Attribute(attr="call_next")):
            return True
    return False


# R944

_NUMBERS = {
    "builtins.int": "an int",
    "builtins.bool": "a bool",
    "builtins.float": "a float",
    "builtins.len": "an int",
    "builtins.round": "a number",
    **dict.fromkeys(ARITHMETIC, "a number"),
}


def _typed(finder: Finder, locator: Locator, field: Written) -> Iterator[Found]:
    act = field.act
    if isinstance(act, Construction) and not is_plain(finder.facts.program, act.of):
        return  # it may make texts of them
    if field.value is None or not _is_name(field.name):
        return
    kinds = [_kind(each) for each in choices(field.value)]
    if not all(kinds):
        return
    name = text(field.name)
    what = f"the value of {name!r}" if name else "the value of this header"
    message = f"{what} is {kinds[0]}, and only text can be sent"
    advice = _advice(field.value)
    yield finder.found(r9.HEADER_TYPE, locator.place(field), message, advice)


def _is_name(name: Value) -> bool:
    """Whether it is a name, as far as that is known."""
    return not isinstance(name, Known) or isinstance(name.value, str)


def _advice(value: Value) -> str:
    match value:
        case Known(None):
            return "leave the header out where there is nothing to send"
        case Known(True | False as truth):
            return f'"{str(truth).lower()}"'
        case Known(bytes() as octets):
            return repr(octets.decode("latin-1"))
        case Known(int() | float() as number):
            return f'"{number}"'
    return "make text of it with str(...)"


def _kind(value: Value) -> str:
    """What a value is that is no text; empty where it may be one."""
    match value:
        case Known(None):
            return "None"
        case Known(str()):
            return ""
        case Known(found):
            name = type(found).__name__
            return f"an {name}" if name == "int" else f"a {name}"
        case Called(Named(str(path)), _):
            truth = "a bool" if path.startswith("operator.") else ""
            return _NUMBERS.get(path, truth)
        case Parameter(annotation=Named(str(path))) if path != "builtins.len":
            return _NUMBERS.get(path, "")
    return ""
