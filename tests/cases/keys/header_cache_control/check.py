"""Cache-Control as a mapping, as text and as an argument: one canonical value."""

from case_header_cache_control.api import Chosen, Personal, Shared, Text


def directives_in_the_order_written() -> None:
    shared = "public, max-age=3600, stale-while-revalidate=86400"
    assert Shared("").headers["cache-control"] == shared
    personal = 'private="Set-Cookie, X-Name", no-cache'
    assert Personal("").headers["cache-control"] == personal


def text_is_respelt() -> None:
    assert Text("").headers["cache-control"] == 'max-age=60, private="Set-Cookie"'


def callers_choose() -> None:
    assert Chosen("").headers["cache-control"] == "no-store"
    chosen = Chosen("", caching={"immutable": True, "max_age": 31_536_000})
    assert chosen.headers["cache-control"] == "immutable, max-age=31536000"


def a_changed_default_stays_with_its_response() -> None:
    first = Chosen("")
    assert first.caching is not None
    first.caching["max_age"] = 60
    assert Chosen("").caching == {"no_store": True}
