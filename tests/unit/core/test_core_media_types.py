"""Media types against the public corpora and the reference."""

from __future__ import annotations

import re

import pytest
from starlette.responses import Response

from respgen.core.grammar import compiled
from respgen.core.media_types import MediaType, content_type, parse_media_type
from tests.support.corpora import json_corpus

TOKEN = re.compile(r"[!#$%&'*+\-.^_`|~0-9A-Za-z]+")


def canonical(parsed: MediaType) -> str:
    """The WHATWG serialisation, which names a parameter once."""
    text = parsed.essence
    first: dict[str, str] = {}
    for name, value in parsed.parameters:
        first.setdefault(name, value)
    for name, value in first.items():
        escaped = value.replace("\\", "\\\\").replace('"', '\\"')
        text += f";{name}=" + (
            value if compiled(TOKEN).fullmatch(value) else f'"{escaped}"'
        )
    return text


def parsed_or_none(value: str) -> MediaType | None:
    try:
        return parse_media_type(value)
    except ValueError:
        return None


@pytest.mark.parametrize("file", ["mime-types.json", "generated-mime-types.json"])
def test_wpt(file: str) -> None:
    """What browsers refuse we refuse; what we accept they read as we do."""
    cases = json_corpus(f"wpt-mimesniff/data-url/tests/{file}")
    wrong = [
        case
        for case in cases
        if isinstance(case, dict)
        and (parsed := parsed_or_none(case["input"])) is not None
        and (case["output"] is None or canonical(parsed) != case["output"])
    ]
    assert wrong == []


def test_wpt_canonical_is_accepted() -> None:
    """What a browser would write is a media type here too, unless a value leaves latin-1."""
    cases = json_corpus("wpt-mimesniff/data-url/tests/mime-types.json")
    outputs = {case["output"] for case in cases if isinstance(case, dict)} - {None}
    refused = [text for text in outputs if parsed_or_none(text) is None]
    assert refused == []


def test_registered_types() -> None:
    """Every registered type is accepted and unchanged on the wire, as in the reference."""
    types = json_corpus("mime-db/db.json")
    assert len(types) > 2000
    for media_type in types:
        assert parse_media_type(media_type).essence == media_type
        sent = dict(Response(media_type=media_type).raw_headers)[b"content-type"]
        assert content_type(media_type, "utf-8") == sent


@pytest.mark.parametrize(
    ("media_type", "wire"),
    [
        ("text/csv; header=present", "text/csv; header=present; charset=utf-8"),
        ("text/html;charset=latin-1", "text/html;charset=latin-1"),
        ("text/html; CharSet=latin-1", "text/html; CharSet=latin-1"),
        ("Text/Plain", "Text/Plain; charset=utf-8"),
        ("application/json", "application/json"),
        (
            "application/vnd.oai.openapi+json;version=3.0",
            "application/vnd.oai.openapi+json;version=3.0",
        ),
        ('a/b; c="d;\\"e"', 'a/b; c="d;\\"e"'),
    ],
)
def test_content_type(media_type: str, wire: str) -> None:
    """As written; text without a charset gets one."""
    assert content_type(media_type, "utf-8") == wire.encode()


@pytest.mark.parametrize(
    "value",
    [
        "",
        "a",
        "a/",
        "/b",
        "a/b/c",
        "a /b",
        " a/b",
        "a/b ",
        "a/b;",
        "a/b;;c=d",
        "a/b; c",
        "a/b; c=",
        "a/b; c =d",
        "a/b; c= d",
        'a/b; c="d',
        'a/b; c="d"e',
        "a/b\n",
        "a/b; c=\u20ac",
        'a/b; c="\n"',
        "a/b, c/d",
    ],
)
def test_refused(value: str) -> None:
    """Only `type/subtype *( OWS ; OWS token=token|quoted )` is a media type."""
    with pytest.raises(ValueError, match="media_type: "):
        parse_media_type(value)


def test_parts() -> None:
    """Names fold, values do not, quotes go."""
    parsed = parse_media_type('Text/HTML ;\tCharset=UTF-8; X="a\\"b"')
    assert parsed == MediaType("text", "html", (("charset", "UTF-8"), ("x", 'a"b')))
    assert (parsed.essence, parsed.charset) == ("text/html", "utf-8")


@pytest.mark.parametrize("wrong", [None, 1, b"a/b"])
def test_wrong_type(wrong: str) -> None:
    """What is no text is a TypeError."""
    with pytest.raises(TypeError, match="media_type: "):
        content_type(wrong, "utf-8")


@pytest.mark.parametrize("charset", ["", "a b", "utf-8\r\nx: y", 'a"'])
def test_charset(charset: str) -> None:
    """A charset is a token."""
    with pytest.raises(ValueError, match="charset: "):
        content_type("text/plain", charset)
