"""Bodies that the schema writes, and what stands at their places."""

import json
from datetime import UTC, date, datetime
from uuid import UUID

import pytest
from case_body.shop import (
    Bare,
    Child,
    Converted,
    Envelope,
    Fixed,
    Greeting,
    Image,
    Letter,
    Listing,
    Other,
    Page,
    Quick,
    Readable,
    Robots,
    Structs,
)

from tests.support.acme import Fragment, Profile


def surrounds_the_content() -> None:
    response = Envelope(Profile(name="Ann"), message=None, item_id=7)
    assert response.body == (
        b'{"success":true,"data":{"name":"Ann","nickname":null},'
        b'"links":{"self":"/items/7"}}'
    )
    response = Envelope(Profile(name="Ann"), 201, message="a", item_id=7)
    assert response.status_code == 201
    assert b'"success":true,"message":"a","data":' in response.body


def is_constant_without_places() -> None:
    assert Fixed().body == (
        '{"status":"ok","checks":[],"more":{},"ratio":1.5,"none":null,'
        '"text":"{braces} é"}'
    ).encode()
    assert Robots().body == b"User-agent: *\nDisallow: /cart/ 100% {}\n"
    assert Robots().headers["content-type"] == "text/plain; charset=utf-8"


def keeps_the_length_of_a_list() -> None:
    assert Listing(["a"]).body == b'[{"names":["a"],"page":1},null]'
    assert Child(["a"], page=2, next_page="x").body == (
        b'[{"names":["a"],"page":2,"next":"x"},"x"]'
    )
    assert Other(["a"]).body == b'{"names":["a"]}'
    assert Bare(["a"]).body == b'["a"]'


def is_laid_out_as_the_whole() -> None:
    response = Readable(options={"b": [1, 2], "a": []}, name="ü", note="n")
    whole = {
        "b": {"a": [], "b": [1, 2]},
        "a": {"name": "ü", "title": "Löwe ü", "none": {"note": "n"}},
        "c": [1, [2]],
    }
    assert response.body == json.dumps(whole, indent=2).encode()
    response = Readable(options={}, name="a\nb", note=None)
    whole["b"], whole["a"] = {}, {"name": "a\nb", "title": "Löwe a\nb", "none": {}}
    assert response.body == json.dumps(whole, indent=2).encode()


def renders_values_as_its_renderer_does() -> None:
    when = datetime(2026, 1, 2, tzinfo=UTC)
    assert Quick(when=when, tags={"b": 1, "a": 2}, ok=True).body == (
        b'{\n  "when": "2026-01-02T00:00:00+00:00",\n  "tags": {\n    "a": 2,\n    "b": 1\n'
        b'  },\n  "ok": true\n}'
    )
    key = UUID("12345678123456781234567812345678")
    assert Structs(key=key, tags={3}).body == (
        b'{"key":"12345678-1234-5678-1234-567812345678","tags":[3]}'
    )
    response = Converted(when=date(2026, 1, 2), ratio=float("nan"))
    assert response.body == b'{"when":"2026-01-02","on":"on 2026-01-02","ratio":null}'


def is_text_in_its_charset() -> None:
    response = Greeting(name="Jörg", count=2)
    assert response.body == "Hallo Jörg, 2 Grüße!\n".encode("latin-1")
    assert response.headers["content-type"] == "text/plain; charset=iso-8859-1"
    assert Letter("Hello!").body == b"Dear customer,\n\nHello!\n\nYour shop\n"
    with pytest.raises(ValueError, match="^name: .*iso-8859-1"):
        Greeting(name="€", count=2)


def escapes_what_stands_in_a_page() -> None:
    more = Fragment("<b title=\"a\" id='b'>&amp;</b>")
    page = Page(title='"<&>\'', link="/a?b&c", more=more)
    assert page.body == (
        b"<!DOCTYPE html>\n<title>&quot;&lt;&amp;&gt;&#x27;</title>\n"
        b'<a href="/a?b&amp;c" title="&quot;&lt;&amp;&gt;&#x27; 100%">'
        b"&quot;&lt;&amp;&gt;&#x27;</a>\n"
        b'<p id="&lt;b title=&quot;a&quot; id=&#x27;b&#x27;&gt;&amp;&lt;/b&gt;">'
        b"<b title=\"a\" id='b'>&amp;</b></p>\n"
    )
    assert bytes(Image(label="a<b").body).endswith(b">a&lt;b</text></svg>")


def refuses_links_that_run_code() -> None:
    for link in ("javascript:alert(1)", " \tJava\nScript:x", "data:text/html,x"):
        with pytest.raises(ValueError, match="^link: "):
            Page(title="", link=link, more=Fragment(""))
