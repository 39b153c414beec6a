"""The keys of a problem (RFC 9457), and of what all problems of a file share."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from respgen.decoder.keys import Keys, KeysOf, others, required, row, settled
from respgen.decoder.numerals import NUMERAL
from respgen.decoder.plain import MAPPING, TEXT, TRUTH, Shape
from respgen.decoder.shapes import ListOf, MappingOf, OneOf, either
from respgen.located import Located, PlainValue, Written
from respgen.schema.headers import ResponseHeaders

_STATUSES: Shape[int | tuple[Located[int], ...]] = either(
    "a whole number or a list",
    NUMERAL,
    ListOf(NUMERAL),
    advice="write a status code such as 403, or a list such as [400, 422]",
)


class ExtensionKeys(Keys):
    """A member of a problem beyond those of RFC 9457."""

    type: Located[str] = required(TEXT, "Its Python type.", "int")
    required: Located[bool] = settled(
        TRUTH, "Whether callers must pass it; otherwise it may be left out.", True
    )
    description: Located[str] = settled(TEXT, "What it is for.", "")


_EXTENSION: Shape[str | ExtensionKeys] = either(
    "text or a mapping",
    TEXT,
    KeysOf(ExtensionKeys),
    advice="write a type such as int",
)


class ProblemKeys(Keys):
    """One problem (RFC 9457)."""

    noun: ClassVar[str] = "a problem"
    meant: ClassVar[Mapping[str, str]] = {
        **dict.fromkeys(("statuscode", "code"), "did you mean 'status'?"),
        **dict.fromkeys(("uri", "url"), "did you mean 'type'?"),
        **dict.fromkeys(
            ("params", "members", "properties", "fields"), "did you mean 'extensions'?"
        ),
        "message": "did you mean 'detail'?",
        "instance": "leave it out: every problem has the parameter instance",
        "mediatype": "leave it out: every problem is application/problem+json",
        "extends": "leave it out: what problems share stands below base",
        "exception": "leave it out: every problem can be raised, as its Error",
    }
    example: ClassVar[str] = "{title: Out of credit, status: 403}"

    type: Written[str] = row(
        TEXT,
        "The URI of the kind of problem; below base: {type_prefix: ...}, the rest of it.",
        "about:blank",
    )
    title: Written[str] = row(
        TEXT, "What the kind of problem is called; default: the status's phrase."
    )
    status: Located[int | tuple[Located[int], ...]] = required(
        _STATUSES,
        "The status, or those that callers may choose, the first by default.",
        403,
    )
    detail: Written[str] = row(
        TEXT, "What happened, with {extension} places; default: a parameter."
    )
    extensions: Located[Mapping[str, Located[str | ExtensionKeys]]] = settled(
        MappingOf(_EXTENSION, "{balance: int}"),
        "Further members: their types, or {type, required, description}.",
        {},
    )
    examples: Located[Mapping[str, Located[Mapping[str, Located[PlainValue]]]]] = (
        settled(
            MappingOf(MAPPING, "{known: {summary: ..., code: 1}}"),
            "Bodies that documents show: what the class is given, beside summary and description.",
            {},
        )
    )
    headers: Written[ResponseHeaders] = row(
        KeysOf(ResponseHeaders),
        "Profiles to use, constant headers and header parameters.",
    )
    description: Located[str] = settled(TEXT, "The class's docstring.", "")


class ProblemBase(Keys):
    """What all problems of a file share."""

    example: ClassVar[str] = "{type_prefix: https://shop.example/problems/}"

    type_prefix: Written[str] = row(
        TEXT, "What the type of each problem begins with, unless that is a whole URI."
    )
    headers: Written[ResponseHeaders] = row(
        KeysOf(ResponseHeaders), "The headers of all problems, which have them first."
    )


class ProblemsKeys(Keys):
    """Problems by their names, and what they share."""

    example: ClassVar[str] = "{OutOfCredit: {title: Out of credit, status: 403}}"

    base: Written[ProblemBase] = row(KeysOf(ProblemBase), "What all of them share.")
    entries: Mapping[str, Located[ProblemKeys]] = others(KeysOf(ProblemKeys))


class AnswerKeys(Keys):
    """What answers an error, and what of the exception is told."""

    answer: Located[str] = required(
        TEXT, "A problem, or an entry with exception: true.", "Conflict"
    )
    detail: Written[str] = row(
        OneOf(("text",)), "text: the detail is the exception's own text."
    )


ANSWER: Shape[str | AnswerKeys] = either(
    "text or a mapping",
    TEXT,
    KeysOf(AnswerKeys),
    advice="write the name of a problem",
)
