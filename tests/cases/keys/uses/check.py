"""Entries, profiles and presets of another module."""

from case_uses import common, shop


def extends_across_modules() -> None:
    assert shop.Base is not common.Base
    assert issubclass(shop.Base, common.Base)
    assert shop.Page("").raw_headers[0] == (b"x-content-type-options", b"nosniff")


def has_the_presets_methods() -> None:
    response = shop.Base({})
    response.set_session_cookie("1")
    assert response.raw_headers[-1][1].startswith(b"session=1; ")
