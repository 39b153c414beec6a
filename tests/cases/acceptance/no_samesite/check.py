"""Deliberately no SameSite attribute, in the set as in the deletion."""

from case_no_samesite.api import Embedded


def leaves_the_attribute_out() -> None:
    response, after = Embedded(""), Embedded("")
    response.set_legacy_cookie("1")
    after.delete_legacy_cookie()
    assert response.raw_headers[-1][1] == b"legacy=1; HttpOnly; Path=/; Secure"
    assert b"samesite" not in after.raw_headers[-1][1].lower()
