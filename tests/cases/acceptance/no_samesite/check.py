"""Deliberately no SameSite attribute, in the set as in the deletion."""

from case_no_samesite.api import Embedded


def leaves_the_attribute_out() -> None:
    response = Embedded("")
    response.set_legacy_cookie("1")
    response.delete_legacy_cookie()
    cookies = [value for name, value in response.raw_headers if name == b"set-cookie"]
    assert cookies[0] == b"legacy=1; HttpOnly; Path=/; Secure"
    assert b"samesite" not in cookies[1].lower()
