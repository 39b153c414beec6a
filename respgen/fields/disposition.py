"""Content-Disposition as text (RFC 6266 4.1, RFC 8187 3.2.1): its grammar, and what clients make of it.

Goes in: the text of the field. Comes out: its canonical text, and what the rules say of it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from respgen.core.grammar import TOKEN, compiled
from respgen.decoder.respelt import meant_word
from respgen.diagnostics import Finding, Mend, nearest, pasted, quoted
from respgen.fields.directives import QUOTED, unquoted
from respgen.fields.disposition_meant import KINDS, PARAMETERS, meant
from respgen.fields.extended import extended, is_utf_8
from respgen.fields.row import text_field
from respgen.rules import r2

# what makes a file name the text of the field
_WHOLE = r"(?i)(?:attachment|inline)[ \t]*;|filename\*?[ \t]*="
_KIND = rf"({TOKEN})[ \t]*"
_PARAM = rf";[ \t]*(?:({TOKEN})[ \t]*=[ \t]*({TOKEN}|{QUOTED})[ \t]*)?"
_HALF = rf";[ \t]*({TOKEN})[ \t]*(=[ \t]*)?"
_CHARSETS = ("utf-8", "iso-8859-1")
# RFC 2231 3: a name in parts
_CONTINUED = r"filename\*[0-9]+\*?"
# RFC 2183 2: known to mail, and harmless
_OF_MAIL = ("creation-date", "modification-date", "read-date", "size")


@dataclass(frozen=True, slots=True)
class _Disposition:
    """What to do with the body, and parameters as they are written."""

    kind: str
    params: tuple[tuple[str, str], ...]

    def named(self, name: str) -> list[str]:
        return [value for key, value in self.params if key == name]


def _parsed(text: str) -> _Disposition:
    """The disposition. Raises ValueError, with where it breaks and what to do."""
    match = compiled(_KIND).match(text)
    # a dot: a file name, and no extension of the grammar
    if match is None or "." in match[1] or text[match.end() : match.end() + 1] == "=":
        raise ValueError(
            "attachment or inline must stand before the parameters",
            "write attachment; or inline; in front",
        )
    params, place = [], match.end()
    while place < len(text):
        found = compiled(_PARAM).match(text, place)
        if found is None or found.end() == place:
            raise ValueError(*_break(text, place))
        if found[1]:
            params.append((found[1].lower(), found[2]))
        elif text[found.end() : found.end() + 1] not in (";", ""):
            raise ValueError(*_break(text, place))
        place = found.end()
    return _Disposition(match[1].lower(), tuple(params))


def _break(text: str, place: int) -> tuple[str, str]:
    """Says what is wrong with what stands there, and what to do."""
    half = compiled(_HALF).match(text, place)
    if half and half[2]:
        return _no_value(half[1], text[half.end() :], half.end())
    if half:
        return _valueless(half[1])
    if text[place] == ",":
        message = f"a comma at {place + 1}, outside quotes: browsers take it for two headers, and refuse both"
        return message, "put the name in double quotes, and semicolons between parts"
    before = text[:place].rstrip().rpartition("=")[2]
    message = f"what stands at {place + 1}, behind {quoted(before)}, is lost"
    return message, "put the name in double quotes, and semicolons between parts"


def _no_value(name: str, rest: str, place: int) -> tuple[str, str]:
    if rest.startswith('"'):
        return f"the quote at {place + 1} is not closed", "close it behind the name"
    if not rest.strip(" \t;"):
        return _valueless(name)
    message = f"{rest[0]!a} at {place + 1} is not allowed outside quotes"
    return message, "put the name in double quotes"


def _valueless(name: str) -> tuple[str, str]:
    return (
        f"{quoted(name)} has no value",
        "write filename= and the name, or leave it out",
    )


def _respelt(text: str) -> str:
    """The parameters behind `; `; another text as it is."""
    try:
        found = _parsed(text)
    except ValueError:
        return text
    return "; ".join((found.kind, *(f"{key}={value}" for key, value in found.params)))


def remarks(text: str) -> Iterator[Finding]:
    """Reports where the text breaks, or on its parts."""
    faults = [*_faults(text)]
    mended = meant(text) if any(map(_is_error, faults)) else None
    if mended is None or any(map(_is_error, _faults(mended))):
        yield from faults
        return
    advice, fix = f"write {pasted(mended)}", Mend(mended)
    for found in faults:
        yield replace(found, help=advice, fix=fix) if _is_error(found) else found


def _is_error(found: Finding) -> bool:
    return found.rule is r2.DISPOSITION


def _faults(text: str) -> Iterator[Finding]:
    try:
        found = _parsed(text)
    except ValueError as error:
        yield Finding(r2.DISPOSITION, *error.args)
        return
    yield from _kind(found.kind)
    counts = Counter(name for name, _ in found.params)
    for name in (name for name, times in counts.items() if times > 1):
        message = f"{name} appears twice"
        yield Finding(r2.DISPOSITION, message, "write it once")
    for name, value in found.params:
        yield from _param(name, value, found)


def _kind(kind: str) -> Iterator[Finding]:
    if kind in KINDS:
        return
    message = f"{quoted(kind)} is not a disposition: clients save the body"
    meant_kind = meant_word(kind.strip("'"), KINDS)
    rule = r2.DISPOSITION if meant_kind else r2.FILE_NAME_READ
    advice = f"did you mean {meant_kind!r}?" if meant_kind else "write attachment"
    yield Finding(rule, message, advice)


def _param(name: str, value: str, found: _Disposition) -> Iterator[Finding]:
    if name.endswith("*"):
        yield from _extended(name, value)
    elif name == "filename":
        yield from _file_name(value, bool(found.named("filename*")))
    if name not in (*PARAMETERS, *_OF_MAIL):
        yield _stranger(name, found)


def _stranger(name: str, found: _Disposition) -> Finding:
    """What a parameter is to be that browsers do not read: none that stands there already."""
    meant_name = meant_word(name, PARAMETERS)
    rule = r2.DISPOSITION if meant_name else r2.FILE_NAME_READ
    message = f"browsers do not read the parameter {quoted(name)}"
    if compiled(_CONTINUED).fullmatch(name):
        advice = "write the whole name in one filename: parts are of mail (RFC 2231 3)"
        return Finding(rule, message, advice)
    advice = ""
    if meant_name and not found.named(meant_name):
        advice = f"did you mean {meant_name!r}?"
    elif not any(map(found.named, PARAMETERS)):
        advice = nearest(name, PARAMETERS)
    return Finding(rule, message, advice or "remove it")


def _extended(name: str, value: str) -> Iterator[Finding]:
    """RFC 8187 3.2.1."""
    found = extended(value)
    advice = "write UTF-8'' and the name, percent-encoded, without quotes"
    message = ""
    if found is None:
        message = "charset, language and text stand between two single quotes"
        if value.startswith('"'):
            message = "its value has no double quotes"
    elif found[0] not in _CHARSETS:
        message = f"{quoted(found[0])} is not a charset that browsers must know"
    elif found[0] == "utf-8" and not is_utf_8(found[1]):
        message = "the text is not percent-encoded UTF-8"
    if message:
        yield Finding(r2.DISPOSITION, f"{name}: {message} (RFC 8187 3.2.1)", advice)


def _file_name(value: str, is_extended: bool) -> Iterator[Finding]:
    """RFC 6266 4.3 and appendix D: what clients read in another way than it is written."""
    name = unquoted(value) or ""
    rule = r2.FILE_NAME_READ
    if not name:
        message = "the file name is empty, so clients choose one"
        yield Finding(rule, message, "write a name, or leave filename out")
    elif whole := compiled(_WHOLE).match(name):
        message = f"the file name begins with {whole[0]}, as the whole field does"
        advice = "write the name of the file alone, or the whole field as plain text"
        yield Finding(r2.DISPOSITION, message, advice)
    elif len(name) > 2 and name[0] == name[-1] == "'":
        message = "single quotes are a part of the name"
        mended = f'"{name[1:-1]}"'
        yield Finding(rule, message, f"write filename={mended}")
    elif re.search(r"[/\\]", name):
        message = "clients take only the last part of a path for the name"
        last = re.split(r"[/\\]", name)[-1]
        yield Finding(rule, message, f"write the name alone: {last}")
    elif value.startswith('"') and re.search(r'\\[^"\\]', value):
        message = "a backslash stands for the character behind it, and is lost"
        yield Finding(rule, message, "write the name without it")
    elif re.search("%[0-9A-Fa-f]{2}", name) and not is_extended:
        message = "some browsers decode the percent-encoding, and others do not"
        advice = "write {type: content_disposition, value: ...} with the name as people read it"
        yield Finding(rule, message, advice)


CONTENT_DISPOSITION = text_field(
    "Content-Disposition",
    about="Whether the body is shown or saved, and under which name (RFC 6266).",
    judge=remarks,
    respell=_respelt,
)
