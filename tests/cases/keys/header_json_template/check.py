"""A mapping is a JSON template: texts with places, and places that are the param's own value."""

from case_header_json_template.api import Toast


def stands_on_the_wire() -> None:
    assert Toast(text="saved", level=2).raw_headers == [
        (
            b"hx-trigger",
            b'{"toast":{"text":"saved","title":"{saved} (2)","sticky":true,'
            b'"at":[1,2,null]}}',
        )
    ]


def keeps_what_is_given() -> None:
    header = Toast(text="saved", tags=["a", "b"]).headers["hx-trigger"]
    assert header.startswith('{"toast":{"text":"saved","tags":["a","b"],')
