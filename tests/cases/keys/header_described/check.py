"""Fields with a grammar of their own: file names, links, directives, JSON, media types."""

from typing import Any

import pytest
from case_header_described._support import Link
from case_header_described.api import Constant, Described

WRONG: list[tuple[str, Any, type[Exception]]] = [
    ("content_disposition", "a\r\nb", ValueError),
    ("content_disposition", "", ValueError),
    ("link", "</a>", TypeError),
    ("cache_control", {"no_store": True, "max_age": 60}, ValueError),
    ("cache_control", {"max_age": -1}, ValueError),
    ("x_filter", {1, 2}, TypeError),
    ("accept_patch", "text", ValueError),
]


def stands_on_the_wire() -> None:
    response = Described(
        "",
        content_disposition='né"\\.csv',
        link=[
            Link("/items?page=2", "next"),
            Link("/style.css", "preload", {"as": "style"}),
        ],
        cache_control={"public": True, "max_age": 60},
        x_filter={"name": "é", "tags": [1, None]},
        accept_patch="application/json-patch+json",
    )
    assert response.raw_headers[:-2] == [
        (
            b"content-disposition",
            b'attachment; filename="ne\\"\\\\.csv"; filename*=UTF-8\'\'n%C3%A9%22%5C.csv',
        ),
        (
            b"link",
            b'</items?page=2>; rel="next", </style.css>; rel="preload"; as="style"',
        ),
        (b"cache-control", b"public, max-age=60"),
        (b"x-filter", b'{"name":"\\u00e9","tags":[1,null]}'),
        (b"accept-patch", b"application/json-patch+json"),
    ]


def constants_are_compiled() -> None:
    assert Constant("").raw_headers[:-2] == [
        (
            b"content-disposition",
            b'attachment; filename="Gro_e \\"L\\".pdf";'
            b" filename*=UTF-8''Gr%C3%B6%C3%9Fe%20%22L%22.pdf",
        ),
        (b"link", b'</items?page=2>; rel="next"; title="Next"'),
        (b"cache-control", b"public, max-age=3600"),
    ]


def refuses_what_is_none() -> None:
    for parameter, value, error in WRONG:
        with pytest.raises(error):
            Described("", **{parameter: value})
