"""Scopes of earlier versions: every set clears them before it sets the cookie, every deletion too."""

from case_cookie_formerly import api

PAST = "expires=Thu, 01 Jan 1970 00:00:00 GMT; HttpOnly; Max-Age=0; "


def _sent(response: api.Listed) -> list[str]:
    lines = [v.decode() for n, v in response.raw_headers if n == b"set-cookie"]
    return [line.replace(PAST, "- ") for line in lines]


def is_cleared_before_the_set() -> None:
    assert _sent(api.Listed("")) == [
        "session=; - Path=/; SameSite=lax; Secure",
        "session=; Domain=shop.example; - Path=/shop; SameSite=lax; Secure",
        "session=1; HttpOnly; Path=/shop; SameSite=lax; Secure",
    ]


def is_cleared_by_each_set() -> None:
    response = api.Listed("")
    always = _sent(response)
    response.set_session_cookie("1")
    response.set_moved_cookie("2", path="/new")
    assert _sent(response) == [
        *always,
        "moved=; - Path=/old; SameSite=lax; Secure",
        "moved=; Domain=shop.example; - Path=/new; SameSite=lax; Secure",
        "moved=2; HttpOnly; Path=/new; SameSite=lax; Secure",
    ]


def is_cleared_by_the_deletion() -> None:
    response = api.Listed("")
    always = _sent(response)
    response.delete_session_cookie()
    assert _sent(response) == [
        "session=; - Path=/shop; SameSite=lax; Secure",
        *always[:2],
    ]


def is_set_where_it_was_before() -> None:
    """A path that run time gives may be one of the former ones: the set counts, not the deletion."""
    response = api.Listed("")
    always = _sent(response)
    response.set_moved_cookie("2", path="/old")
    assert _sent(response)[len(always) :] == [
        "moved=2; HttpOnly; Path=/old; SameSite=lax; Secure",
        "moved=; Domain=shop.example; - Path=/old; SameSite=lax; Secure",
    ]
    response.delete_moved_cookie(path="/old")
    assert _sent(response)[len(always) :] == [
        "moved=; - Path=/old; SameSite=lax; Secure",
        "moved=; Domain=shop.example; - Path=/old; SameSite=lax; Secure",
    ]
