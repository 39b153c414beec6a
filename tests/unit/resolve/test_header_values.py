"""What a header's declaration becomes: the wire form of constants, the parts of parameters."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from respgen.core.links import Link
from respgen.core.structured import Item, Token
from respgen.emit.support import support
from respgen.fields import TYPES
from respgen.fields.types import annotation
from respgen.specs import DefaultValue, ValueType
from respgen.specs.types import TypeGeneric, TypeName, TypeValue
from tests.support.headers import argument_of, sent
from tests.support.schemas import responses

CONSTANTS = {
    "text": ("nosniff", "nosniff"),
    "whole number": ("60", "60"),
    "quoted number": ('"1.10"', "1.10"),
    "off is text": ("off", "off"),
    "str": ("{type: str, value: a b}", "a b"),
    "int": ("{type: int, value: -5}", "-5"),
    "float": ("{type: float, value: 1.50}", "1.5"),
    "float of a whole number": ("{type: float, value: 2}", "2.0"),
    "bool": ("{type: bool, value: true}", "true"),
    "date": ("{type: date, value: 2026-01-31}", "Sat, 31 Jan 2026 00:00:00 GMT"),
    "date with a zone": (
        '{type: date, value: "2026-01-31T01:30:00.9+02:00"}',
        "Fri, 30 Jan 2026 23:30:00 GMT",
    ),
    "date as on the wire": (
        "{type: date, value: 'Sun, 06 Nov 1994 08:49:37 GMT'}",
        "Sun, 06 Nov 1994 08:49:37 GMT",
    ),
    "duration": ("{type: duration, value: 2w}", "1209600"),
    "duration in seconds": ("{type: duration, value: 90}", "90"),
    "etag is the raw field": ("{type: etag, value: '\"abc\"'}", '"abc"'),
    "weak etag is the raw field": ("{type: weak_etag, value: 'W/\"a\"'}", 'W/"a"'),
    "url": ("{type: url, value: /café}", "/caf%C3%A9"),
    "token": ("{type: token, value: gzip}", "gzip"),
    "enum": ("{type: enum, values: [a, b], value: b}", "b"),
    "list": ('{type: "list[token]", value: [gzip, br]}', "gzip, br"),
    "list of numbers": ('{type: "list[int]", value: [1, 2]}', "1, 2"),
    "list of tokens": ('{type: "list[sf_token]", value: [a, b]}', "a, b"),
    "json": ('{type: json, value: {a: [1, null, "é"]}}', '{"a":[1,null,"\\u00e9"]}'),
    "json text": ("{type: json, value: a}", '"a"'),
    "media type": ("{type: media_type, value: text/plain}", "text/plain"),
    "file name": (
        "{type: content_disposition, value: a.pdf}",
        'attachment; filename="a.pdf"',
    ),
    "links": (
        "{type: link, value: [{href: /a, rel: next, title: B}]}",
        '</a>; rel="next"; title="B"',
    ),
    "directives": (
        "{type: cache_control, value: {private: true, max_age: 1h, no_cache: [A]}}",
        'private, max-age=3600, no-cache="A"',
    ),
    "sf_string": ('{type: sf_string, value: "a"}', '"a"'),
    "sf_string with parameters": (
        "{type: sf_string, value: {value: a, params: {q: 0.5, x: true}}}",
        '"a";q=0.5;x',
    ),
    "sf_token": ("{type: sf_token, value: a/b}", "a/b"),
    "sf_token in a mapping": ("{type: sf_token, value: {token: a}}", "a"),
    "sf_token with parameters": (
        "{type: sf_token, value: {value: {token: a}, params: {q: {token: b}}}}",
        "a;q=b",
    ),
    "sf_integer": ("{type: sf_integer, value: -5}", "-5"),
    "sf_decimal": ("{type: sf_decimal, value: 0.0025}", "0.002"),
    "sf_decimal of a whole number": ("{type: sf_decimal, value: 2}", "2.0"),
    "sf_boolean": ("{type: sf_boolean, value: true}", "?1"),
    "sf_bytes": ("{type: sf_bytes, value: aGk=}", ":aGk=:"),
    "sf_bytes in a mapping": ("{type: sf_bytes, value: {bytes: aGk=}}", ":aGk=:"),
    "sf_date": ("{type: sf_date, value: 2026-01-31}", "@1769817600"),
    "sf_list": (
        "{type: sf_list, value: [a, 1, 1.50, true, {token: b}, {bytes: aGk=}]}",
        '"a", 1, 1.5, ?1, b, :aGk=:',
    ),
    "sf_list of the others": (
        "{type: sf_list, value: [{date: 2026-01-31}, {display: é}]}",
        '@1769817600, %"%c3%a9"',
    ),
    "inner lists": (
        "{type: sf_list, value: [[1, 2], [], {value: [{value: 1, params: {b: 2}}],"
        " params: {a: true}}]}",
        "(1 2), (), (1;b=2);a",
    ),
    "sf_list as text": ("{type: sf_list, value: ' a,  (b   c);d '}", "a, (b c);d"),
    "sf_dict": (
        "{type: sf_dict, value: {a: true, b: {value: true, params: {c: 1}}, d: [1]}}",
        "a, b;c=1, d=(1)",
    ),
    "sf_dict with a key like a form": (
        "{type: sf_dict, value: {token: a}}",
        'token="a"',
    ),
    "sf_dict as text": ("{type: sf_dict, value: 'a=1 , b;c, a=2'}", "a=2, b;c"),
}


@pytest.mark.parametrize(("written", "wire"), CONSTANTS.values(), ids=CONSTANTS)
def test_constant(written: str, wire: str) -> None:
    """A constant's value is its wire form."""
    (header,) = responses(f"Item: {{headers: {{X-A: {written}}}}}")["Item"].headers
    assert (sent([header]), header.policy) == ({"X-A": wire}, "overridable")


DEFAULTS: dict[str, tuple[str, DefaultValue]] = {
    "str": ("{type: str, default: a}", "a"),
    "int": ("{type: int, default: 5}", 5),
    "float": ("{type: float, default: 2}", 2.0),
    "bool": ("{type: bool, default: false}", False),
    "date": (
        '{type: date, default: "2026-01-31T10:00:00.5"}',
        datetime(2026, 1, 31, 10, tzinfo=UTC),
    ),
    "duration": ("{type: duration, default: 15m}", 900),
    "etag is the opaque tag": ("{type: etag, default: abc}", "abc"),
    "enum": ("{type: enum, values: [a, b], default: b}", "b"),
    "list": ('{type: "list[int]", default: [1, 2]}', (1, 2)),
    "list of durations": ('{type: "list[duration]", default: [1m]}', (60,)),
    "empty list": ('{type: "list[str]", default: []}', ()),
    "json": ("{type: json, default: {a: [1, null]}}", {"a": (1, None)}),
    "links": ("{type: link, default: [{href: /, rel: up}]}", (Link("/", "up"),)),
    "directives": ("{type: cache_control, default: {max_age: 1m}}", {"max_age": 60}),
    "sf_token": ("{type: sf_token, default: a}", "a"),
    "sf_bytes": ("{type: sf_bytes, default: aGk=}", b"hi"),
    "sf_list": (
        "{type: sf_list, default: [a, [{token: b}]]}",
        ("a", (Token("b"),)),
    ),
    "sf_list as text": (
        "{type: sf_list, default: 'a;q=1'}",
        (Item(Token("a"), {"q": 1}),),
    ),
    "sf_dict": ("{type: sf_dict, default: {a: 1}}", {"a": 1}),
}


@pytest.mark.parametrize(("written", "value"), DEFAULTS.values(), ids=DEFAULTS)
def test_default(written: str, value: DefaultValue) -> None:
    """A default is a value of the parameter's own type."""
    (header,) = responses(f"Item: {{headers: {{X-A: {written}}}}}")["Item"].headers
    default = argument_of(header).default
    assert default == value
    assert type(default) is type(value)


@pytest.mark.parametrize(
    "written",
    [
        "{type: sf_list, value: []}",
        '{type: sf_list, value: ""}',
        "{type: sf_dict, value: {}}",
        "{type: link, value: []}",
        "{type: cache_control, value: {}}",
    ],
)
def test_empty_constants(written: str) -> None:
    """A constant list or dictionary without members sends nothing, nor what is inherited."""
    parent = "Parent: {headers: {X-A: one}}"
    text = f"{parent}\nItem: {{extends: Parent, headers: {{X-A: {written}}}}}"
    assert responses(text)["Item"].headers == ()


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("X-Request-ID: {type: str}", "x_request_id"),
        ("ETag: {type: etag}", "etag"),
        ("X_Y: {type: str}", "x_y"),
        ("2X: {type: str, as: twice}", "twice"),
        ("X-A: {type: str, as: Exact}", "Exact"),
    ],
)
def test_parameter_name(written: str, name: str) -> None:
    """A parameter is called as its header, in lower case with _ for -, unless `as` says."""
    (header,) = responses(f"Item: {{headers: {{{written}}}}}")["Item"].headers
    assert argument_of(header).parameter == name


def test_places() -> None:
    """A constant knows where its name stands and where its value stands."""
    line = "  Item: {headers: {X-A: one, X-B: {policy: locked, value: two}}}"
    marked = [
        [
            line[span.column - 1 : span.end_column - 1]
            for span in (each.span, each.places.whole)
        ]
        for each in responses(line)["Item"].headers
    ]
    assert marked == [["X-A", "one"], ["X-B", "two"]]


@pytest.mark.parametrize("name", TYPES)
def test_encoder_is_a_name_of_core(name: str) -> None:
    """The generated code calls the encoder by this name, out of a module of core."""
    encode = TYPES[name].encode
    assert encode.__module__.startswith("respgen.core.")
    assert f"def {encode.__name__}(" in support([TYPES[name].encoder])[0]


def test_annotations() -> None:
    """The parameter of an enum is a Literal of its values, that of a list a Sequence."""
    literal = TypeGeneric(
        TypeName("typing", "Literal"), (TypeValue("a"), TypeValue("b"))
    )
    assert annotation(ValueType("enum", None, ("a", "b"))) == literal
    of = ValueType("list", "enum", ("a", "b"))
    assert annotation(of) == TypeGeneric(
        TypeName("collections.abc", "Sequence"), (literal,)
    )
