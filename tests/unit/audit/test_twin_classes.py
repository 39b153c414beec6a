"""Classes that send the same (R920), and those that send what their base sends (R921)."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.support.command_line import Shop
from tests.support.snippets import compared, holds

HEAD = """\
from typing import Any, Generic, TypeVar
from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse, Response
"""
TWINS = {
    "a media type": """
        class Feed(Response):
            media_type = "application/atom+xml"
        class News(Response):  # R920
            '''News.'''
            media_type = "application/atom+xml"
        """,
    "three": """
        class A(Response):
            media_type = "a/b"
        class B(Response):  # R920
            media_type = "a/b"
        class C(Response):  # R920
            media_type = "a/b"
        """,
    "another media type": """
        class A(Response):
            media_type = "a/b"
        class B(Response):
            media_type = "a/c"
        """,
    "a media type by a constant": """
        TYPE = "a/b"
        class A(Response):
            media_type = TYPE
        class B(Response):  # R920
            media_type: str = "a/b"
        """,
    "other bases of the same behaviour": """
        class A(HTMLResponse):
            media_type = "text/markdown"
        class B(PlainTextResponse):  # R920
            media_type = "text/markdown; charset=utf-8"
        """,
    "other behaviour": """
        class A(Response):
            media_type = "application/json"
        class B(JSONResponse):
            indent = 2
        """,
    "a method": """
        import json
        class A(JSONResponse):
            def render(self, content: Any) -> bytes:
                return json.dumps(content, indent=2).encode()
        class B(JSONResponse):  # R920
            def render(self, content):
                '''Indented.'''
                return json.dumps(content, indent=2).encode()
        class C(JSONResponse):
            def render(self, content):
                return json.dumps(content, indent=4).encode()
        """,
    "a method with a default": """
        class A(JSONResponse):
            def __init__(self, content, status_code=201):
                super().__init__(content, status_code)
        class B(JSONResponse):
            def __init__(self, content, status_code=202):
                super().__init__(content, status_code)
        """,
    "a member more": """
        class A(Response):
            media_type = "a/b"
        class B(Response):
            media_type = "a/b"
            title = "B"
        """,
    "a value that nobody knows": """
        from shop import TYPES
        class A(Response):
            media_type = TYPES["a"]()
        class B(Response):
            media_type = TYPES["a"]()
        """,
    "one for each system": """
        import sys
        if sys.platform == "win32":
            class A(Response):
                media_type = "a/b"
        else:
            class A(Response):
                media_type = "a/b"
        """,
}
COPIES = {
    "nothing": """
        class Page(HTMLResponse):  # R921
            pass
        """,
    "a text": """
        class Page(HTMLResponse):  # R921
            '''A page.'''
        """,
    "the media type of the base": """
        class Page(HTMLResponse):  # R921
            media_type = "text/html"
        class Sheet(HTMLResponse):  # R921
            media_type = "text/html; charset=utf-8"
        """,
    "methods that pass on": """
        class Page(HTMLResponse):  # R921
            def __init__(self, *args, **kwargs):
                super().__init__(*args, **kwargs)
            def render(self, content):
                return super().render(content)
        """,
    "a constructor that takes less": """
        class Page(HTMLResponse):
            def __init__(self, content, **kwargs):
                super().__init__(content, **kwargs)
        """,
    "the base's own name": """
        class JSONResponse(JSONResponse):  # R921
            pass
        """,
    "another media type": """
        class JSONResponse(JSONResponse):
            media_type = "application/vnd.x+json"
        """,
    "a member": """
        class Page(HTMLResponse):
            title = "x"
        class Sheet(HTMLResponse):
            title: str
        """,
    "one that is raised": """
        class Page(HTMLResponse, Exception):
            pass
        """,
    "one that is asked for": """
        class Page(HTMLResponse):
            pass
        class Sheet(HTMLResponse):
            pass
        class Table(HTMLResponse):
            pass
        def f(response: Response):
            match response:
                case Table():
                    return 1
            return isinstance(response, (Page, str)) or issubclass(response, Sheet)
        """,
    "one that is a family": """
        class Page(HTMLResponse):
            pass
        class Sheet(Page):
            media_type = "application/xhtml+xml"
        """,
    "a generic one": """
        T = TypeVar("T")
        class Page(HTMLResponse, Generic[T]):
            pass
        """,
    "one where another is missing": """
        try:
            from shop import Page
        except ImportError:
            class Page(HTMLResponse):
                pass
        """,
    "of unknown bases": """
        from shop import Base
        class Page(Base):
            pass
        """,
    "no response": """
        class Page(dict):
            pass
        """,
}
PROGRAMS = {**TWINS, **{f"{kind} more": text for kind, text in COPIES.items()}}


@pytest.mark.parametrize("kind", PROGRAMS)
def test_classes_that_send_the_same(kind: str, tmp_path: Path) -> None:
    """They are found at the second class, and at the one below."""
    holds(tmp_path, HEAD, PROGRAMS[kind], "R92")


METHOD = """
class {name}(JSONResponse):{mark}
    def render(self, content):
        return dumps(content).encode()
"""


def test_twins_of_two_modules(tmp_path: Path) -> None:
    """A method does the same if its names mean the same in either module."""
    programs = {
        "one": "from json import dumps" + METHOD.format(name="A", mark=""),
        "two": "from json import dumps" + METHOD.format(name="B", mark="  # R920"),
        "another": "from orjson import dumps" + METHOD.format(name="C", mark=""),
    }
    for seen, expected in compared(tmp_path, HEAD, programs, "R920").values():
        assert seen == expected


def test_the_later_twin_is_found_whatever_is_named_first(shop: Shop) -> None:
    """Paths and lines order them, and not the command line."""
    for name in ("a/x.py", "b.py"):
        body = "class Feed(Response):\n    media_type = 'a/b'\n"
        shop.write(name, f"from fastapi import Response\n{body}")
    one, other = (
        shop.run("audit", "--select", "R92", "--format", "json", *paths)
        for paths in (("a", "b.py"), ("b.py", "a"))
    )
    assert one.out == other.out
    [found] = json.loads(one.out)["diagnostics"]
    assert found["file"] == "b.py"
