"""The parameters of a link in a text: what stands between them, their names and values (RFC 8288 3).

Goes in: a reading behind a target. Comes out: parameters, with the values that were meant.
"""

from __future__ import annotations

from collections.abc import Iterator

from respgen.core.grammar import TOKEN, compiled
from respgen.diagnostics import quoted
from respgen.fields.directives import QUOTED, unquoted
from respgen.fields.link.text import (
    BARE,
    BLANKS,
    END,
    KNOWN,
    QUOTES,
    Parameter,
    Reading,
)
from respgen.vocabulary.relations import PARAMETERS, RELATIONS

# Their values are words: no comma or semicolon is meant to be within
_OF_WORDS = ("rel", "as", "crossorigin", "type", "hreflang", "fetchpriority")
_FLAGS = ("crossorigin", "nopush")
_FURTHER = rf"(?={BLANKS}(?:[;,<]|\Z|(?:[:|&]{BLANKS})?{KNOWN}))"
_WORDS = rf"(?:[ \t]+(?!{KNOWN})[^ \t;,\"<>=]+(?=[ \t;,<\"]|\Z))+"
_CHARSET = "(?i:utf-8)'"
_SEMICOLONS = "write one semicolon before each parameter, and none at the end"


def read_params(reading: Reading, strict: bool) -> Iterator[Parameter]:
    """The parameters up to the next link; `strict`: what needs quotes has them."""
    while _goes_on(reading):
        if param := _param(reading, strict):
            yield param


def _goes_on(reading: Reading) -> bool:
    """Reads what separates parts, and tells whether a parameter follows."""
    run = reading.take(r"[;, \t]*")
    marks = (run[0] if run else "").translate({ord(" "): None, ord("\t"): None})
    ends = reading.done or reading.sees("<")
    if marks.count(";") > 1 or (";" in marks and (reading.done or "," in marks)):
        reading.slip("there is a semicolon too many", _SEMICOLONS)
    elif marks == ";" and ends:
        message = f"a comma separates links, not a semicolon: {reading.rest}"
        reading.slip(message, "write a comma before the second link")
    elif not marks and not reading.done:
        return _unseparated(reading)
    elif marks and ";" not in marks and not ends:
        return _behind_comma(reading)
    return not ends and bool(marks)


def _unseparated(reading: Reading) -> bool:
    """Where neither a semicolon nor a comma stands."""
    if reading.sees("<"):
        message = f"no comma separates the links: {reading.rest}"
        reading.slip(message, "write a comma before the second link")
        return False
    if reading.take(rf"[:|&]{BLANKS}(?={KNOWN})") or reading.sees(KNOWN):
        message = f"no semicolon stands before the parameter: {reading.rest}"
        reading.slip(message, "write a semicolon before it")
        return True
    advice = "write a semicolon before each parameter, and values with blanks in quotes"
    reading.stop(f"neither a parameter nor another link: {reading.rest}", advice)
    return False


def _behind_comma(reading: Reading) -> bool:
    if not reading.sees(KNOWN):
        return False
    message = f"a comma starts another link, and {reading.rest} is a parameter"
    reading.slip(message, "write a semicolon before it")
    return True


def _param(reading: Reading, strict: bool) -> Parameter | None:
    if match := reading.take(rf'"([^" \t=;,]+)"(?={BLANKS}[=:])'):
        reading.slip(f"the name {match[1]} stands in quotes", "remove the quotes")
    else:
        # in an extended parameter without its = all of it would be a name
        match = reading.take(rf"([A-Za-z]+\*)(?={_CHARSET})|({TOKEN})")
    if match is None:
        advice = "write a name such as rel, and = before its value"
        reading.stop(f"{reading.rest} is not a parameter", advice)
        return None
    name = match[0].strip('"').lower()
    if _has_value(reading, name):
        return Parameter(name, _value(reading, name, strict))
    return Parameter(name, None)


def _has_value(reading: Reading, name: str) -> bool:
    """Reads what stands between a name and its value, and tells whether there is one."""
    known = name in PARAMETERS and name not in _FLAGS
    mark = reading.take(rf"{BLANKS}(=(?:{BLANKS}=)*){BLANKS}")
    if mark and mark[1] == "=":
        return True
    if mark:
        reading.slip(f"= stands twice behind {name}", f"write {name}= and its value")
        return True
    other = reading.take(rf"{BLANKS}:{BLANKS}") if known or name in _FLAGS else None
    value = rf"{BLANKS}(?={QUOTED}{END})|[ \t]+(?={BARE}{END})|(?={_CHARSET})"
    if other or (known and reading.take(value)):
        reading.slip(f"no = stands behind {name}", f"write {name}= and its value")
        return True
    return False


def _value(reading: Reading, name: str, strict: bool) -> str:
    if match := reading.take(QUOTED + _FURTHER):
        if name.endswith("*"):
            message = f"the value of {name} stands in quotes (RFC 8187 3.2)"
            reading.slip(message, "remove the quotes")
        return unquoted(match[0]) or ""
    if match := reading.take(rf'""?([^";,=<]+)""?{END}'):
        reading.slip(f"a quote of {name} is doubled", "write one quote at either end")
        return match[1]
    if match := reading.take(r'"([^";,<]*)'):
        certain = bool(match[1].strip()) and (name in _OF_WORDS or reading.done)
        message = f"nothing closes the quote of {quoted(match[1])}"
        reading.slip(message, "close the quote", certain)
        return match[1].strip(f"{QUOTES} \t")
    if match := reading.take(rf"([{QUOTES}])([^{QUOTES}\"<]*)[{QUOTES}\"]{END}"):
        return _in_other_quotes(reading, name, match[0], match[2])
    return _bare(reading, name, strict)


def _in_other_quotes(reading: Reading, name: str, whole: str, inside: str) -> str:
    """A value in quotes that are part of it, if a value may have them."""
    if name not in _OF_WORDS and compiled(TOKEN).fullmatch(whole):
        return whole
    message = f"{whole}: only double quotes are quotes, others belong to the value"
    reading.slip(message, f"write {name}={inside}" if inside.isalnum() else 'write "')
    return inside


def _bare(reading: Reading, name: str, strict: bool) -> str:
    """A value without quotes, and the words behind it that were meant to be part of it."""
    match = reading.take(BARE)
    value = match[0] if match else ""
    more = reading.take(_WORDS) if value else None
    value += more[0] if more else ""
    if value and reading.take(rf'"{END}'):
        message = f"no quote opens {quoted(value)}"
        reading.slip(message, "write a quote at either end")
    elif more:
        message = f"a value with blanks needs quotes: {quoted(value)}"
        reading.slip(message, "put it in double quotes", _is_one(name, value))
    elif strict and value and _needs_quotes(name, value):
        message = f"the value of {name} needs quotes: {quoted(value)}"
        reading.slip(message, "put it in double quotes")
    return value


def _needs_quotes(name: str, value: str) -> bool:
    # RFC 8187 3.2: an extended value never has quotes
    return not name.endswith("*") and not compiled(TOKEN).fullmatch(value)


def _is_one(name: str, value: str) -> bool:
    """Tells whether the words are certainly one value."""
    if name == "rel":
        return all(word.lower() in RELATIONS or ":" in word for word in value.split())
    return name not in _OF_WORDS
