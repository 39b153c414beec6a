"""`show` prints the message that a class sends, or says in one line why it cannot."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.command_line import Shop

SCHEMA = """\
respgen: 1
cookies:
  seen: {}
responses:
  Item:
    media_type: application/json
    status_code: 201
    headers:
      X-Text: {type: str}
      X-Count: {type: int}
      X-Ratio: {type: float}
      X-Flag: {type: bool}
      X-Made: {type: date}
      X-Left: {type: duration}
      ETag: {type: etag}
      X-Link: {type: url}
      X-Kind: {type: enum, values: [new, old]}
      X-Tags: {type: "list[str]"}
      X-Numbers: {type: "list[int]"}
      X-Words: {type: sf_list}
      X-Pairs: {type: sf_dict}
      Link: {type: link}
      Cache-Control: {type: cache_control}
      Content-Disposition: {type: content_disposition}
      X-Json: {type: json}
  Page: {media_type: text/html, content: str}
  Raw: {content: bytes}
  Nothing: {status_code: 204}
  Needy:
    media_type: application/json
    headers: {X-Need: {type: str, required: true}}
  Envelope: {media_type: application/json, content: {type: int, as: number}}
  Order: {content: "orders.Order", render: "orders:as_json"}
  Basket: {media_type: application/json, content: "orders.Basket"}
  Odd: {media_type: application/json, content: "orders.Odd"}
  Dated:
    params: {item_id: uuid.UUID, day: datetime.date, price: decimal.Decimal}
    headers: {Location: {template: "/items/{item_id}?day={day}&price={price}"}}
  Choice: {media_type: text/plain, content: "typing.Literal['a', 'b']"}
"""
DEPRECATED = """\
respgen: 1
responses:
  Old: {media_type: text/plain, deprecated: Use Page.}
"""
STREAMS = """\
respgen: 1
target: starlette
responses:
  Lines: {kind: stream, media_type: text/plain}
  Raw2: {kind: stream, render: bytes, content: bytes}
  Rows: {kind: stream, render: ndjson, content: "orders.Basket"}
  Orders: {kind: stream, content: "orders.Order", render: "orders:as_json"}
  Feed: {kind: stream, render: sse}
  Answer: {kind: stream, render: {sse: {events: {token: str, done: "orders.Basket"}}}}
"""
SENDING = """\
respgen: 1
target: starlette
responses:
  Onward: {kind: redirect, url: {allow: same_origin, fallback: {argument: home}}}
  Sent: {kind: file, missing: 404}
"""
ORDERS = """\
import json
from dataclasses import asdict, dataclass
from typing import Protocol, TypedDict

class Basket(TypedDict):
    lines: list[int]

class Odd(Protocol):
    pass

@dataclass
class Order:
    number: int
    items: list[str]

def as_json(order: Order) -> bytes:
    return json.dumps(asdict(order)).encode()
"""
ROWS = '{"lines":[1]}\n{"lines":[]}\n'
ORDER = '{"number": 3, "items": []}'
LOUD_SCHEMA = """\
respgen: 1
responses:
  Loud: {content: int, render: "loud:render"}
"""
LOUD = """\
print("imported")

def render(content: int) -> bytes:
    print("rendering")
    return b"%d" % (1 // content)
"""


@pytest.fixture
def shop(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> Shop:
    """One of everything that a command line can fill in."""
    shop.write("schemas/shop.yaml", SCHEMA)
    shop.write("schemas/streams.yaml", STREAMS)
    shop.write("schemas/loud.yaml", LOUD_SCHEMA)
    shop.write("orders.py", ORDERS)
    shop.write("loud.py", LOUD)
    for module in ("orders", "loud"):
        monkeypatch.delitem(sys.modules, module, raising=False)
    return shop


def arguments(*pairs: str) -> list[str]:
    return [word for pair in pairs for word in ("--arg", pair)]


def test_message(shop: Shop) -> None:
    """Status line, header fields and body, as a server would send them."""
    ran = shop.run("show", "Item", *arguments('content={"a": [1, "é"]}', "x_text=7"))
    assert (ran.status, ran.err) == (0, "")
    assert ran.out == (
        "HTTP/1.1 201 Created\r\n"
        "x-text: 7\r\n"
        "content-length: 14\r\n"
        "content-type: application/json\r\n"
        "\r\n"
        '{"a":[1,"é"]}'
    )


def test_a_deprecated_class(shop: Shop) -> None:
    """Its parameters are those of its constructor, though a wrapper warns first."""
    shop.write("schemas/old.yaml", DEPRECATED)
    ran = shop.run("show", "Old", *arguments("content=x"))
    assert (ran.status, ran.out[-5:]) == (0, "\r\n\r\nx")


def test_redirects_and_files(shop: Shop) -> None:
    """What a base takes beside content is text: URLs, paths, file names."""
    (shop.root / "schemas" / "sending.yaml").write_text(SENDING)
    urls = ("url=//evil.example", "home=/start", "origin=https://shop.example")
    ran = shop.run("show", "Onward", *arguments(*urls, "status_code=303"))
    assert ran.out.splitlines() == [
        "HTTP/1.1 303 See Other",
        "content-length: 0",
        "location: /start",
        "",
    ]
    ran = shop.run("show", "Sent", *arguments("path=orders.py", "filename=a.py"))
    assert 'content-disposition: attachment; filename="a.py"' in ran.out
    assert ran.out.endswith(ORDERS)
    ran = shop.run("show", "Sent", *arguments("path=absent"))
    assert (ran.status, ran.err) == (1, "error: HTTPException: 404: Not Found\n")


@pytest.mark.parametrize(
    ("words", "body"),
    [
        (["Lines", *arguments("content=a,b")], "a,b"),
        (["Raw2", *arguments("content=[1]")], "[1]"),
        (["Rows", *arguments('content=[{"lines": [1]}, {"lines": []}]')], ROWS),
        (["Orders", *arguments('content=[{"number": 3, "items": []}]')], ORDER),
        (["Rows", *arguments("content=[]")], ""),
    ],
)
def test_streams(shop: Shop, words: list[str], body: str) -> None:
    """The items are a JSON list; a text is sent as one."""
    shop.write("schemas/streams.yaml", STREAMS)
    ran = shop.run("show", *words)
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.partition("\r\n\r\n")[2] == body


def test_a_stream_has_items(shop: Shop) -> None:
    """One item is no list of them."""
    shop.write("schemas/streams.yaml", STREAMS)
    ran = shop.run("show", "Rows", *arguments('content={"lines": []}'))
    assert (ran.status, ran.out) == (1, "")
    assert "content" in ran.err


@pytest.mark.parametrize(
    ("argument", "field"),
    [
        ("x_text=1", "x-text: 1"),
        ("x_text=", "x-text: "),
        ("x_text=a=b", "x-text: a=b"),
        ("x_count=12", "x-count: 12"),
        ("x_ratio=0.5", "x-ratio: 0.5"),
        ("x_flag=true", "x-flag: true"),
        ("x_made=2026-11-22T20:00:00Z", "x-made: Sun, 22 Nov 2026 20:00:00 GMT"),
        (
            "x_made=Sun, 22 Nov 2026 20:00:00 GMT",
            "x-made: Sun, 22 Nov 2026 20:00:00 GMT",
        ),
        ("x_left=90", "x-left: 90"),
        ("x_left=15m", "x-left: 900"),
        ("etag=v1", 'etag: "v1"'),
        ("x_link=/a b", "x-link: /a%20b"),
        ("x_kind=new", "x-kind: new"),
        ('x_tags=["a", "b"]', "x-tags: a, b"),
        ("x_numbers=[1, 2]", "x-numbers: 1, 2"),
        ('x_words="a", b;q=0.5, (1 2)', 'x-words: "a", b;q=0.5, (1 2)'),
        ("x_pairs=a=1, b;q=?0, c=(x)", "x-pairs: a=1, b;q=?0, c=(x)"),
        ('link=[{"href": "/a", "rel": "next"}]', 'link: </a>; rel="next"'),
        ('cache_control={"max_age": "5m"}', "cache-control: max-age=300"),
        (
            "content_disposition=a.csv",
            'content-disposition: attachment; filename="a.csv"',
        ),
        ('x_json={"a": [1]}', 'x-json: {"a":[1]}'),
        ("status_code=202", "HTTP/1.1 202 Accepted"),
        ('headers={"X-More": "1"}', "x-more: 1"),
        (
            "media_type=application/problem+json",
            "content-type: application/problem+json",
        ),
    ],
)
def test_arguments(shop: Shop, argument: str, field: str) -> None:
    """Text is text where the parameter is, and JSON otherwise."""
    ran = shop.run("show", "shop.Item", *arguments("content=null", argument))
    assert (ran.status, ran.err) == (0, "")
    assert field in ran.out.split("\r\n")


@pytest.mark.parametrize(
    ("words", "body"),
    [
        pytest.param(["Page", *arguments("content=<p>é")], "<p>é", id="text"),
        pytest.param(["Raw", *arguments("content=null")], "null", id="bytes"),
        pytest.param(["Nothing"], "", id="empty"),
        pytest.param(["Envelope", *arguments("number=3")], "3", id="renamed"),
        pytest.param(["Choice", *arguments("content=a")], "a", id="one of some texts"),
        pytest.param(
            ["Order", *arguments('content={"number": 3, "items": ["a"]}')],
            '{"number": 3, "items": ["a"]}',
            id="a type of the project's",
        ),
        pytest.param(
            ["Basket", *arguments('content={"lines": [1]}')],
            '{"lines":[1]}',
            id="a TypedDict",
        ),
        pytest.param(
            ["Feed", *arguments('content=[{"a": 1}, "b"]')],
            'data: {"a":1}\n\ndata: "b"\n\n',
            id="data of events",
        ),
        pytest.param(
            [
                "Answer",
                *arguments(
                    'content=[{"event": "done", "data": {"lines": []}, "id": "1"}]'
                ),
            ],
            'event: done\ndata: {"lines":[]}\nid: 1\n\n',
            id="events of given names",
        ),
        pytest.param(["Odd", *arguments("content=[1]")], "[1]", id="an unknown type"),
    ],
)
def test_content(shop: Shop, words: list[str], body: str) -> None:
    """Content comes as its type wants it."""
    ran = shop.run("show", *words)
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.partition("\r\n\r\n")[2] == body


def test_texts_of_params(shop: Shop) -> None:
    """A param that Python reads from text is written without JSON's quotes."""
    number = "6ba7b810-9dad-11d1-80b4-00c04fd430c8"
    given = (f"item_id={number}", "day=2026-01-31", "price=9.90")
    ran = shop.run("show", "Dated", *arguments("content=x", *given))
    assert (ran.status, ran.err) == (0, "")
    assert f"location: /items/{number}?day=2026-01-31&price=9.90" in ran.out
    for wrong in ("item_id=6ba", "day=soon", "price=much"):
        name = wrong.partition("=")[0]
        others = (each for each in given if not each.startswith(name))
        ran = shop.run("show", "Dated", *arguments("content=x", *others, wrong))
        assert (ran.status, ran.out) == (1, "")
        assert f"error: --arg {name}: " in ran.err


def test_the_src_layout(shop: Shop) -> None:
    """Modules that stand beside the package that is written into can be imported, too."""
    output = '[tool.respgen]\ntarget = "core"\noutput = "src/store/generated"\n'
    shop.write("pyproject.toml", output)
    shop.write("src/store/__init__.py", "")
    shop.write(
        "src/store/bodies.py", "def made(content: object) -> bytes: return b'1'\n"
    )
    shop.write(
        "schemas/shop.yaml",
        "respgen: 1\nresponses:\n  Item: {render: 'store.bodies:made'}\n",
    )
    ran = shop.run("show", "Item", *arguments("content=x"))
    assert (ran.status, ran.err) == (0, "")


def test_the_projects_own_output_is_apart(shop: Shop) -> None:
    """What imported code prints does not stand in the message."""
    ran = shop.run("show", "Loud", *arguments("content=1"))
    assert (ran.status, ran.err) == (0, "imported\nrendering\n")
    assert ran.out.endswith("\r\n\r\n1")


@pytest.mark.parametrize(
    ("words", "status", "message"),
    [
        (["Itme"], 2, "unknown class 'Itme'; did you mean 'Item'?"),
        (["shop.Itme"], 2, "unknown class 'shop.Itme'; did you mean 'shop.Item'?"),
        (["xyz"], 2, "unknown class 'xyz'"),
        (["Needy", *arguments("content=1")], 2, "Needy needs --arg x_need=VALUE"),
        (["Needy"], 2, "Needy needs --arg content=VALUE --arg x_need=VALUE"),
        (["Need"], 2, "unknown class 'Need'; did you mean 'Needy'?"),
        (["Item"], 2, "Item needs --arg content=VALUE"),
        (
            ["Item", *arguments("content=1", "x_txt=a")],
            2,
            "unknown parameter 'x_txt'; did you mean 'x_text'?",
        ),
        (
            ["Item", *arguments("content=1", "background=1")],
            2,
            "unknown parameter 'background'; Item takes content, status_code, headers, media_type, ",
        ),
        (["Item", *arguments("content")], 2, "write --arg NAME=VALUE"),
        (["Item", *arguments("content=1", "content=2")], 2, "is given twice"),
        (["Item", *arguments("content=hello")], 2, "'hello' is not JSON"),
        (["Item", *arguments("content=1", "x_count=a")], 2, "'a' is not JSON"),
        (["Item", *arguments("content=1", "x_count=a")], 2, "; write a whole number"),
        (
            ["Item", *arguments("content=1", "status_code=abc")],
            2,
            "--arg status_code: 'abc' is not a status code; write status_code=200",
        ),
        (
            ["Item", *arguments("content=1", "headers=abc")],
            2,
            """write headers='{"X-Name": "value"}'""",
        ),
        (["Item", *arguments("content=1", "x_count=1.5")], 1, "a whole number"),
        (["Item", *arguments("content=1", "x_made=soon")], 1, "--arg x_made"),
        (["Item", *arguments("content=1", "x_kind=none")], 1, "x-kind"),
        (["Item", *arguments("content=1", "x_text=a\nb")], 1, "x-text"),
        (
            ["Item", *arguments("content=1", "status_code=99")],
            1,
            "status_code: 99 is outside",
        ),
        (["Item", *arguments("content=1", "headers=[]")], 1, "Error"),
        (["Item", *arguments("content=NaN")], 1, "ValueError"),
        (["Order", *arguments('content={"number": "x"}')], 1, "--arg content"),
        (["Loud", *arguments("content=0")], 1, "ZeroDivisionError"),
        (["Answer", *arguments('content=["a"]')], 1, "its events are token, done"),
        (
            ["Answer", *arguments('content=[{"event": "tokens", "data": "a"}]')],
            1,
            "its events are token, done",
        ),
        (
            [
                "Answer",
                *arguments('content=[{"event": "token", "data": "a", "id": 1}]'),
            ],
            1,
            "id: str expected, got int",
        ),
    ],
)
def test_refused(shop: Shop, words: list[str], status: int, message: str) -> None:
    """What cannot be shown is told in words, and nothing is printed."""
    ran = shop.run("show", *words)
    assert (ran.status, ran.out) == (status, "")
    assert message in ran.err
    assert "Traceback" not in ran.err


@pytest.mark.parametrize(
    ("code", "message"),
    [
        ("import nonexistent", "ModuleNotFoundError: No module named 'nonexistent'"),
        ("raise RuntimeError('no')", "RuntimeError: no"),
        ("raise SystemExit(3)", "SystemExit: 3"),
        ("import fastapi.nonexistent", "pip install 'respgen[fastapi]'"),
    ],
)
def test_imports_that_fail(shop: Shop, code: str, message: str) -> None:
    """A module of the project that fails at import is the environment's matter."""
    shop.write("orders.py", f"{ORDERS}{code}\n")
    ran = shop.run("show", "Order", *arguments("content=1"))
    assert (ran.status, ran.out) == (2, "")
    assert message in ran.err


def test_a_function_in_a_file_that_is_no_python(shop: Shop) -> None:
    """Its signature is read when the schemas are compiled: that is a finding."""
    shop.write("orders.py", "def\n")
    ran = shop.run("show", "Order", *arguments("content=1"))
    assert (ran.status, ran.out) == (1, "")
    assert "error[R114]: orders.py is no Python, line 1" in ran.err


LAZY = """\
respgen: 1
cookies: {seen: {sign: {secret: {from: "orders:secret"}, max_age: 1d}}}
responses:
  Rendered: {content: int, media_type: text/plain, render: "orders:plain"}
  Signed: {status_code: 204, cookies: {seen: {set: always, value: a}}}
  Signing: {status_code: 204, cookies: [seen]}
"""

LAZILY = """
secret = "k" * 32


def plain(content: int) -> bytes:
    return b""


"""


def test_functions_that_cannot_be_imported(shop: Shop) -> None:
    """They are imported when the class is made: that is the environment's matter, too."""
    shop.write("schemas/lazy.yaml", LAZY)
    shop.write("orders.py", f"{ORDERS}{LAZILY}import nonexistent\n")
    ran = shop.run("show", "Rendered", *arguments("content=1"))
    assert (ran.status, ran.out) == (2, "")
    assert "Rendered cannot be imported: ModuleNotFoundError" in ran.err


def test_what_signs_is_missing(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    """A class that signs names the extra, and the others do without."""
    shop.write("schemas/lazy.yaml", LAZY)
    shop.write("orders.py", ORDERS + LAZILY)
    monkeypatch.setitem(sys.modules, "itsdangerous", None)
    ran = shop.run("show", "Signed")
    assert (ran.status, ran.out) == (2, "")
    needs = "Signed needs itsdangerous: pip install 'respgen[signed]'"
    assert needs in ran.err
    assert shop.run("show", "Signing").status == 0


def test_what_renders_is_missing(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    """A library of a renderer is named as pip calls it; generate does without."""
    document = "respgen: 1\nresponses:\n  Document: {render: yaml}\n"
    shop.write("schemas/document.yaml", document)
    monkeypatch.setitem(sys.modules, "yaml", None)
    ran = shop.run("show", "Document")
    assert (ran.status, ran.out) == (2, "")
    assert "document needs yaml: pip install pyyaml" in ran.err


def test_several_classes(shop: Shop) -> None:
    """A name in two modules wants its module."""
    shop.write(
        "schemas/cart.yaml", "respgen: 1\nresponses: {Item: {status_code: 204}}\n"
    )
    ran = shop.run("show", "Item")
    assert ran.status == 2
    assert ran.err == "error: there are several: write cart.Item or shop.Item\n"
    assert shop.run("show", "cart.Item").out == "HTTP/1.1 204 No Content\r\n\r\n"


def test_nothing_is_left(shop: Shop) -> None:
    """Neither files nor modules nor paths stay behind."""
    before = set(shop.root.rglob("*")), sys.path.copy()
    shop.run("show", "Order", *arguments('content={"number": 3, "items": []}'))
    assert (set(shop.root.rglob("*")), sys.path) == before
    assert not [name for name in sys.modules if name.startswith("respgen_preview")]


def test_uses(shop: Shop) -> None:
    """A class may have its parent in another module."""
    shop.write(
        "schemas/more.yaml",
        "respgen: 1\nuses: [shop]\nresponses: {Child: {extends: shop.Item, status_code: 200}}\n",
    )
    ran = shop.run("show", "Child", *arguments("content=1"))
    assert ran.out.startswith("HTTP/1.1 200 OK\r\n")


@pytest.mark.parametrize("target", ["fastapi", "starlette"])
def test_frameworks(shop: Shop, target: str) -> None:
    """Classes of a framework are shown the same way."""
    shop.write("pyproject.toml", f'[tool.respgen]\ntarget = "{target}"\n')
    ran = shop.run("show", "Item", *arguments("content=1"))
    assert ran.out.startswith("HTTP/1.1 201 Created\r\ncontent-length: 1\r\n")


def test_bytes_are_exact(shop: Shop) -> None:
    """In a pipe no byte is another than on the wire."""
    words = ["show", "Item", *arguments('content="é"', "x_text=é")]
    done = subprocess.run(
        [sys.executable, "-m", "respgen", "-C", str(shop.root), *words],
        capture_output=True,
        cwd=Path(__file__).parents[3],
    )
    assert b"\r\nx-text: \xe9\r\n" in done.stdout
    assert done.stdout.endswith(b'\r\n\r\n"\xc3\xa9"')
