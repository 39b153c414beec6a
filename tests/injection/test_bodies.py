"""What callers put at a place of a body stays there: in JSON, text, pages and headers."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from ada_url import URL

from tests.injection.payloads import TEXTS, naughty
from tests.support.compiled import compiled

API = compiled("""
respgen: 1
target: starlette
responses:
  Json:
    params: {value: str}
    body: {first: "{value}", "inside": ["a {value} b", {last: "{value}"}], end: true}
  Readable:
    render: {json: {indent: 2, ensure_ascii: true}}
    params: {value: str}
    body: {first: "{value}", "inside": ["a {value} b", {last: "{value}"}], end: true}
  Text:
    media_type: text/plain
    params: {value: str}
    body: "before {value} behind"
  Page:
    media_type: text/html
    params: {value: str}
    body: >-
      <!DOCTYPE html><title>{value}</title><body>
      <p id="a" title="{value}" data-b='{value}'>{value}</p>
      <textarea>{value}</textarea><a href="/items/{value}">link</a><b>end</b>
  Link:
    media_type: text/html
    params: {value: str}
    body: "<a href='{value}'>a</a>"
  Home:
    media_type: text/html
    params: {value: str}
    body: "<a href='/{value}/{value}'>a</a><a href=' \\t\\\\{value}'>b</a><img srcset='/a 1x, /{value} 2x'>"
  Drawing:
    media_type: image/svg+xml
    params: {value: str}
    body: "<svg xmlns='http://www.w3.org/2000/svg'><text x='{value}'>{value}</text></svg>"
  Labelled:
    params: {value: str}
    headers: {X-Label: {template: "{value}"}}
    body: {label: "{value}"}
""")
ATTACKS = (
    *('"', "'", "<", ">", "&", "\\", "</p>", "-->", "]]>", "</title>", "</textarea>"),
    *(
        "<script>parent.hit()</script>",
        "<img src=x onerror=parent.hit()>",
        '" onmouseover="parent.hit()',
    ),
    *(
        "' autofocus onfocus='parent.hit()",
        "</title><script>parent.hit()</script>",
        "&lt;script&gt;",
    ),
    *(
        "</textarea><svg onload=parent.hit()>",
        "javascript:parent.hit()",
        "&quot; onclick=&quot;parent.hit()",
    ),
    *('","admin":true,"x":"', "\\u0022", '\\"', "\\", "\n", "\r\n\r\n<p>", "\0", "`"),
    *("\x85", "\u2028", "\ufeff", "\x7f", "{{7*7}}", "%b", "%s", "{value}", "%"),
)
VALUES = tuple(dict.fromkeys((*ATTACKS, *TEXTS, *naughty())))


def held(text: str) -> bool:
    """Whether UTF-8 has the text: a lone surrogate is refused."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


SENT = [text for text in VALUES if held(text)]


@pytest.mark.parametrize("kind", [API.Json, API.Readable])
def test_json_is_what_the_schema_says(kind: Any) -> None:
    """The values are those given, and nothing is beside them."""
    for value in SENT:
        assert json.loads(kind(value=value).body) == {
            "first": value,
            "inside": [f"a {value} b", {"last": value}],
            "end": True,
        }


def test_lone_surrogates_are_refused() -> None:
    """They are no characters, so UTF-8 has none of them."""
    lone = [text for text in VALUES if not held(text)]
    for value in lone:
        for kind in (API.Json, API.Text, API.Page):
            with pytest.raises(ValueError, match="value: "):
                kind(value=value)
    assert lone


def test_text_is_as_it_is() -> None:
    for value in SENT:
        body = API.Text(value=value).body
        assert body == f"before {value} behind".encode()


class Outline(HTMLParser):
    """What a page is made of: tags, attributes and texts."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[Any] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, attrs))

    def handle_endtag(self, tag: str) -> None:
        self.found.append(f"/{tag}")

    def handle_data(self, data: str) -> None:
        self.found.append(data)

    def handle_comment(self, data: str) -> None:
        self.found.append(("comment", data))


def outline(value: str) -> list[Any]:
    """The outline that the page has with any value."""
    return [
        ("title", []),
        *([value] if value else []),
        "/title",
        ("body", []),
        " ",
        ("p", [("id", "a"), ("title", value), ("data-b", value)]),
        *([value] if value else []),
        "/p",
        " ",
        ("textarea", []),
        *([value] if value else []),
        "/textarea",
        ("a", [("href", f"/items/{value}")]),
        "link",
        "/a",
        ("b", []),
        "end",
        "/b",
    ]


def test_a_page_keeps_its_outline() -> None:
    """Values are texts and attributes of the page, whatever is in them."""
    for value in SENT:
        page = API.Page(value=value).body.decode()
        assert merged(Outline(page).found) == merged(outline(value)), value


def merged(found: list[Any]) -> list[Any]:
    """Texts that stand next to each other are one."""
    made: list[Any] = []
    for each in found:
        text = isinstance(each, str) and not each.startswith("/")
        if text and made and isinstance(made[-1], str) and not made[-1].startswith("/"):
            made[-1] += each
        else:
            made.append(each)
    return made


SCHEMES = ("javascript", "JaVaScRiPt", "vbscript", "data", "blob", "file", "x", "a+b.c")


def test_no_link_runs_code() -> None:
    """However a browser would read the scheme: with tabs and line feeds in it, controls before."""
    for scheme in SCHEMES:
        split = "\t".join(scheme)
        for value in (
            *(
                f"{scheme}:alert(1)",
                f"{split}:alert(1)",
                f"{scheme}\n:x",
                f" {scheme}:",
            ),
            *(f"\x01\x1f {scheme}:x", f"\n{scheme}:x", f"{scheme}:"),
        ):
            with pytest.raises(ValueError, match="value: "):
                API.Link(value=value)
    for value in (
        "/a",
        "a/b:c",
        "?a:b",
        "#a:b",
        "//host",
        "HTTPS://a",
        "mailto:a@b",
        "",
    ):
        assert API.Link(value=value).body == f"<a href='{value}'>a</a>".encode()


def test_no_value_behind_a_slash_names_a_host() -> None:
    """A browser stays on the page's site, or the constructor refuses the value."""
    hosts = ("/evil.example", "\\evil.example", "\t/evil.example", "/\n\\evil.example")
    refused = set()
    for value in (*hosts, "a/b c", *SENT):
        try:
            page = API.Home(value=value).body.decode()
        except ValueError:
            refused.add(value)
            continue
        first, second, images = re.findall("(?:href|srcset)='(.*?)'", page, re.DOTALL)
        for url in (first, second, images.split(", ")[1].split(" ")[0]):
            found = URL(unescape(url), base="https://shop.example/a")
            assert found.origin == "https://shop.example", value
    assert refused == {"", ".", ".."} & set(SENT)
    home = API.Home(value="a/b").body
    assert home.startswith(b"<a href='/a%2Fb/a/b'>a</a><a href=' \t\\a%2Fb'>")


def test_xml_is_what_the_schema_says() -> None:
    """An XML parser reads each value back, of those that XML can hold (XML 1.0, 2.2)."""
    from xml.etree import ElementTree

    for value in SENT:
        if re.search("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", value):
            continue
        root = ElementTree.fromstring(API.Drawing(value=value).body)
        (text,) = root
        assert (text.text or "") == value
        assert text.get("x") == re.sub("[\t\n]", " ", value)
        assert len(text) == 0


def labelled(value: str) -> Any:
    """The response; None where the field refuses the value, by its name."""
    try:
        return API.Labelled(value=value)
    except ValueError as error:
        if str(error).startswith("x-label: "):
            return None
        raise


def test_a_header_holds_it_or_refuses() -> None:
    """The same param in a header is one value of one field; what no field holds raises."""
    for value in SENT:
        response = labelled(value)
        if response is None:
            continue
        name, field = response.raw_headers[0]
        assert (name, field) == (b"x-label", value.encode("latin-1"))
        assert not re.search(rb"[\r\n\0]", field)


CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")


@pytest.mark.slow
@pytest.mark.skipif(CHROMIUM is None, reason="there is no chromium here")
def test_a_browser_runs_nothing(tmp_path: Path) -> None:
    """Of all attacks, each in a page of its own in one window, none leaves its place."""
    frames = "".join(_frame(value) for value in ATTACKS)
    page = f"<!DOCTYPE html><meta charset=utf-8><body>{frames}<pre></pre>{_COUNTED}"
    (tmp_path / "page.html").write_text(page, encoding="utf-8")
    found = json.loads(_dumped(tmp_path / "page.html"))
    assert found["hit"] == 0
    assert len(found["shapes"]) == 1, found["shapes"]


def _frame(value: str) -> str:
    body = API.Page(value=value).body.decode().replace("&", "&amp;")
    quoted = body.replace('"', "&quot;")
    return f'<iframe srcdoc="{quoted}"></iframe>'


_COUNTED = """<script>
var count = 0; function hit() { count++; }
addEventListener("load", () => {
  const shapes = new Set();
  for (const frame of document.querySelectorAll("iframe")) {
    const all = frame.contentDocument.querySelectorAll("*");
    shapes.add([...all].map(e => e.tagName + [...e.attributes].map(a => a.name)).join());
  }
  document.querySelector("pre").textContent = JSON.stringify({hit: count, shapes: [...shapes]});
});
</script>"""


def _dumped(page: Path) -> str:
    command = [str(CHROMIUM), "--headless", "--no-sandbox", "--disable-gpu"]
    run = subprocess.run(
        [
            *command,
            f"--user-data-dir={page.parent}/profile",
            "--dump-dom",
            page.as_uri(),
        ],
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    found = re.search(r"<pre>(.*?)</pre>", run.stdout, re.DOTALL)
    assert found, run.stdout[-500:]
    return unescape(found[1])
