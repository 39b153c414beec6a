"""CSV with a media-type parameter: the charset follows it on the wire."""

from case_csv_header.api import CSVResponse


def has_both_parameters() -> None:
    response = CSVResponse("a,b\n1,2\n")
    assert response.raw_headers == [
        (b"content-length", b"8"),
        (b"content-type", b"text/csv; header=present; charset=utf-8"),
    ]
