"""Which part of the whole a response has, or that it has none."""

import pytest
from case_header_content_range._support import ContentRange, UnsatisfiedRange
from case_header_content_range.api import FirstItems, NoPart, Part


def a_part() -> None:
    part = Part("abc", content_range=ContentRange(0, 2, 1234))
    assert part.headers["content-range"] == "bytes 0-2/1234"
    of_unknown = Part("abc", content_range=ContentRange(0, 2))
    assert of_unknown.headers["content-range"] == "bytes 0-2/*"


def none_of_it() -> None:
    assert NoPart("").headers["content-range"] == "bytes */1234"
    other = Part("", 416, content_range=UnsatisfiedRange(7, "items"))
    assert other.headers["content-range"] == "items */7"


def a_default() -> None:
    assert FirstItems("").headers["content-range"] == "items 0-9/*"


def refuses_what_is_none() -> None:
    for wrong in (ContentRange(2, 1), ContentRange(0, 9, 9), UnsatisfiedRange(-1)):
        with pytest.raises(ValueError, match="content-range"):
            Part("", content_range=wrong)
