"""The keys of a schema file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from respgen.decoder.keys import Keys, KeysOf, required, row, settled
from respgen.decoder.plain import TEXT, WHOLE, Shape
from respgen.decoder.shapes import ListOf, MappingOf, OneOf, Parsed
from respgen.located import Located, Written
from respgen.schema.cookie_keys import Preset
from respgen.schema.headers import ProfileKeys
from respgen.schema.problem_keys import ANSWER, AnswerKeys, ProblemsKeys
from respgen.schema.response_keys import ResponseKeys
from respgen.specs import Target
from respgen.vocabulary.targets import TARGETS

_TARGET: Shape[Target] = OneOf(tuple(TARGETS))


VERSION = 1
# what is wrong with another version is said before
_VERSION = Parsed(WHOLE, lambda version: version, {"const": VERSION})


class ModuleKeys(Keys):
    """A schema file: one Python module of responses."""

    noun: ClassVar[str] = "the file itself"
    versions: ClassVar[tuple[str, ...]] = ("version", "schema_version")
    """Keys that are meant to say it."""
    meant: ClassVar[Mapping[str, str]] = {
        **dict.fromkeys(
            ("import", "imports", "include", "use"), "did you mean 'uses'?"
        ),
        **dict.fromkeys(("profiles", "headerprofiles"), "did you mean 'headers'?"),
        **dict.fromkeys(
            versions, f"write respgen: {VERSION}, the version of the schema language"
        ),
        "classes": "did you mean 'responses'?",
    }
    example: ClassVar[str] = "{respgen: 1, responses: {}}"

    respgen: Located[int] = required(
        _VERSION, "The version of the schema language.", None
    )
    description: Located[str] = settled(TEXT, "The module's docstring.", "")
    uses: Located[tuple[Located[str], ...]] = settled(
        ListOf(TEXT), "Other schema modules whose names this module uses.", ()
    )
    target: Written[Target] = row(
        _TARGET,
        "What the classes derive from; default: the project's target.",
        "fastapi",
    )
    headers: Located[Mapping[str, Located[ProfileKeys]]] = settled(
        MappingOf(KeysOf(ProfileKeys), "{no_store: {Cache-Control: no-store}}"),
        "Header profiles, by name.",
        {},
    )
    cookies: Located[Mapping[str, Located[Preset]]] = settled(
        MappingOf(KeysOf(Preset), "{session: {max_age: 14d}}"),
        "Cookie presets, by name.",
        {},
    )
    responses: Located[Mapping[str, Located[ResponseKeys]]] = settled(
        MappingOf(KeysOf(ResponseKeys), "{Item: {status_code: 200}}"),
        "Response classes, by name.",
        {},
    )
    problems: Written[ProblemsKeys] = row(
        KeysOf(ProblemsKeys), "Problem classes (RFC 9457), by name."
    )
    errors: Written[Mapping[str, Located[str | AnswerKeys]]] = row(
        MappingOf(ANSWER, "{http: Problem}"),
        "What answers http, a status, validation, unhandled, and exceptions by import path.",
    )
