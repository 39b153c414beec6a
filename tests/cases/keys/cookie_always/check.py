"""A cookie that every response sets, after all other headers."""

from case_cookie_always.api import Child, Notice

SEEN = (
    b"set-cookie",
    b"seen=yes%20%26%20no; HttpOnly; Max-Age=90; Path=/; SameSite=lax; Secure",
)


def is_set_last() -> None:
    assert Notice("").raw_headers[-1] == SEEN
    assert Notice("", headers={"X-A": "1"}).raw_headers[-1] == SEEN


def is_inherited() -> None:
    assert Child("").raw_headers[-1] == SEEN


def leaves_the_other_alone() -> None:
    response = Notice("")
    response.set_other_cookie("1")
    assert len(response.raw_headers) == 4
