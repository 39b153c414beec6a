"""Links as a list and as text."""

from case_header_links._support import Link
from case_header_links.api import Given, Page, Text
from starlette.datastructures import URL


def links_are_quoted() -> None:
    assert Page("").headers["link"] == (
        '</items?page=2>; rel="next",'
        " </style.css>; rel=\"preload\"; as=\"style\"; title*=UTF-8''Gr%C3%B6%C3%9Fe"
    )


def text_is_respelt() -> None:
    assert Text("").headers["link"] == (
        '</a,b>; rel="next"; type="text/html"; crossorigin, <>; rel="self up"'
    )


def a_target_may_be_a_url_of_the_framework() -> None:
    link = Link(URL("https://shop.example/items?page=2"), "next")
    sent = Given("", links=[link]).headers["link"]
    assert sent == '<https://shop.example/items?page=2>; rel="next"'
