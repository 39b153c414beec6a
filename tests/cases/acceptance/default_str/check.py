"""Starlette's JSON plus default=str."""

from datetime import date

from case_default_str.api import LenientJSON


def writes_what_json_cannot_hold_as_text() -> None:
    response = LenientJSON({"on": date(2024, 3, 5), "é": 1})
    assert response.body == '{"on":"2024-03-05","é":1}'.encode()
