"""Times of a schema in the forms that their fields have."""

from case_header_dates.api import Busy, Closed, Old


def a_time_to_wait() -> None:
    assert Busy("").headers["retry-after"] == "120"
    assert Closed("").headers["retry-after"] == "Fri, 02 Jan 2026 07:00:00 GMT"


def each_field_has_a_form_of_its_own() -> None:
    assert Old("").headers["deprecation"] == "@1751241600"
    assert Old("").headers["sunset"] == "Tue, 30 Jun 2026 23:59:59 GMT"
