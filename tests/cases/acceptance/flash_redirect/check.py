"""A form is posted: 303 to the page of what it made, with a flash cookie."""

from case_flash_redirect.api import Saved


def as_written_by_hand() -> None:
    response = Saved(item_id=7)
    response.set_flash_cookie("Saved, Zo\u00eb")
    assert (response.status_code, response.body) == (303, b"")
    assert response.raw_headers == [
        (b"cache-control", b"no-store"),
        (b"content-length", b"0"),
        (b"location", b"/items/7"),
        (
            b"set-cookie",
            b"__Host-flash=Saved%2C%20Zo%C3%AB; HttpOnly; Max-Age=60; Path=/; SameSite=lax; Secure",
        ),
    ]
