"""The encoders of header values, and the parsers of constants."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from email.utils import format_datetime
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.responses import RedirectResponse

from respgen.core import dates, durations, values
from respgen.core.fields import FIELD_VALUE, field_value
from respgen.core.grammar import compiled

TEXT = st.text(st.characters(exclude_categories=["Cs"]))
ZONES = st.builds(timezone, st.timedeltas(timedelta(hours=-23), timedelta(hours=23)))
MOMENTS = st.datetimes(
    datetime(2, 1, 1), datetime(9998, 12, 31), timezones=st.just(UTC) | ZONES
)


@given(TEXT)
def test_url(value: str) -> None:
    """A URL is the Location that the reference's RedirectResponse sends, and a field value."""
    sent = values.url_value("location", value)
    assert sent == dict(RedirectResponse(value).raw_headers)[b"location"]
    assert compiled(FIELD_VALUE).fullmatch(sent.decode("ascii"))


@given(MOMENTS)
def test_date(moment: datetime) -> None:
    """A date is what the standard library writes in GMT, and reads back to the second."""
    sent = dates.date_value("date", moment).decode()
    universal = moment.astimezone(UTC)
    assert sent == format_datetime(universal, usegmt=True)
    assert dates.parse_date(sent) == universal.replace(microsecond=0)


@given(st.integers(-(10**30), 10**30))
def test_integer(value: int) -> None:
    """An int is its decimal digits."""
    assert values.integer_value("n", value) == str(value).encode()


@given(
    st.floats(allow_nan=False, allow_infinity=False) | st.integers(-(10**300), 10**300)
)
def test_number(value: float) -> None:
    """A float reads back the same, and an int is sent as the float it stands for."""
    sent = values.number_value("n", value)
    assert float(sent) == float(value)
    assert sent == repr(float(value)).encode()


@given(st.integers(0, 10**9))
def test_duration(seconds: int) -> None:
    """A timedelta and its seconds are the same digits."""
    digits = str(seconds).encode()
    assert durations.duration_value("d", seconds) == digits
    assert durations.duration_value("d", timedelta(seconds=seconds)) == digits
    assert durations.parse_duration(seconds) == seconds


@given(st.text(st.characters(max_codepoint=0x110)))
def test_etag(tag: str) -> None:
    """An opaque tag is etagc alone, is quoted, and reads back."""
    legal = all(c == "!" or "#" <= c <= "~" or "\x80" <= c <= "\xff" for c in tag)
    if not legal:
        with pytest.raises(ValueError, match="etag: "):
            values.etag_value("etag", tag)
        return
    strong = values.etag_value("etag", tag)
    weak = values.weak_etag_value("etag", tag)
    assert strong == f'"{tag}"'.encode("latin-1")
    assert values.parse_etag(strong.decode("latin-1")) == (False, tag)
    assert values.parse_etag(weak.decode("latin-1")) == (True, tag)


@given(
    st.lists(
        st.text(
            st.characters(
                min_codepoint=0x21, max_codepoint=0x7E, exclude_characters=","
            ),
            min_size=1,
        )
    )
)
def test_list(members: list[str]) -> None:
    """Members are joined by a comma and a space; no members, no bytes."""
    expected = ", ".join(members).encode()
    assert values.list_value("l", members, field_value) == expected
    assert values.list_value("l", tuple(members), field_value) == expected


def test_list_of_numbers() -> None:
    """The encoder of the member makes each member."""
    assert values.list_value("l", [1, -2], values.integer_value) == b"1, -2"


@pytest.mark.parametrize(("value", "wire"), [(True, b"true"), (False, b"false")])
def test_boolean(value: bool, wire: bytes) -> None:
    """A bool is a word."""
    assert values.boolean_value("b", value) == wire


def test_words() -> None:
    """A token and a member of an enumeration are sent as they are."""
    assert values.token_value("t", "gzip") == b"gzip"
    assert (
        values.enum_value("e", "same-origin", ("same-origin", "none")) == b"same-origin"
    )


NAIVE = datetime(2024, 1, 1)
LATE = datetime.max.replace(tzinfo=timezone(timedelta(hours=-1)))


@pytest.mark.parametrize(
    ("encode", "value"),
    [
        pytest.param(values.token_value, "", id="empty token"),
        pytest.param(values.token_value, "a b", id="token with a space"),
        pytest.param(values.token_value, "a\n", id="token with a newline"),
        pytest.param(values.number_value, float("nan"), id="nan"),
        pytest.param(values.number_value, float("inf"), id="infinity"),
        pytest.param(values.number_value, 10**400, id="beyond floats"),
        pytest.param(dates.date_value, NAIVE, id="naive date"),
        pytest.param(dates.date_value, LATE, id="year 10000"),
        pytest.param(durations.duration_value, -1, id="negative seconds"),
        pytest.param(
            durations.duration_value, timedelta(seconds=-1), id="negative duration"
        ),
        pytest.param(
            durations.duration_value, timedelta(milliseconds=1), id="fraction"
        ),
        pytest.param(values.etag_value, '"a"', id="quoted tag"),
        pytest.param(values.url_value, "\ud800", id="surrogate"),
    ],
)
def test_refused(encode: object, value: object) -> None:
    """A value that has no wire form is a ValueError that names the field."""
    with pytest.raises(ValueError, match=r"\Ax-a: "):
        encode("x-a", value)  # type: ignore[operator]  # a table of encoders


TEXTS = ("token_value", "etag_value", "weak_etag_value", "url_value")
WRONG: dict[str, list[object]] = {
    **{name: [None, 1, b"a", ["a"]] for name in TEXTS},
    "integer_value": [None, "1", 1.0, True, Fraction(1)],
    "number_value": [None, "1", True, Fraction(1), 1j],
    "boolean_value": [None, "true", 1, 0],
    "date_value": [None, "now", 0, date(2024, 1, 1)],
    "duration_value": [None, "1", 1.0, True],
}


@pytest.mark.parametrize(
    ("encoder", "value"),
    [(name, value) for name, wrong in WRONG.items() for value in wrong],
)
def test_wrong_types(encoder: str, value: object) -> None:
    """A value of another type is a TypeError that names the field."""
    home = next(m for m in (dates, durations, values) if hasattr(m, encoder))
    with pytest.raises(TypeError, match=r"\Ax-a: .* expected, got "):
        getattr(home, encoder)("x-a", value)


@pytest.mark.parametrize(
    "members",
    ["ab", b"ab", bytearray(b"a"), memoryview(b"a"), {"a"}, {"a": 1}, 1, None],
)
def test_list_wants_a_sequence(members: list[str]) -> None:
    """A lone text is not a list of characters; a set has no order."""
    with pytest.raises(TypeError, match="x-a: a sequence of members expected"):
        values.list_value("x-a", members, field_value)


@pytest.mark.parametrize("member", ["", "a,b"])
def test_list_members(member: str) -> None:
    """An empty member or a comma would read back as other members."""
    with pytest.raises(ValueError, match="x-a: "):
        values.list_value("x-a", ["a", member], field_value)


@pytest.mark.parametrize("value", ["x", "", "A", None, 1])
def test_enum_is_closed(value: str) -> None:
    """Only the declared values."""
    with pytest.raises(ValueError, match="x-a: one of 'a', 'b' expected"):
        values.enum_value("x-a", value, ("a", "b"))


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("0", 0),
        ("90", 90),
        ("90s", 90),
        ("15m", 900),
        ("12h", 43200),
        ("14d", 1209600),
        ("2w", 1209600),
        ("1y", 31536000),
        (7, 7),
    ],
)
def test_durations(text: str | int, seconds: int) -> None:
    """The units of the schema language: `m` is a minute, `y` 365 days."""
    assert durations.parse_duration(text) == seconds


@pytest.mark.parametrize(
    "text", ["", "s", "1.5h", "-1", "1 h", "1H", "1h30m", "\u0661s", "1s\n", -1]
)
def test_no_duration(text: str | int) -> None:
    """Anything else is none."""
    with pytest.raises(ValueError, match="duration"):
        durations.parse_duration(text)


@pytest.mark.parametrize(
    "text",
    [
        "Mon, 06 Nov 1994 08:49:37 GMT",
        "Sun, 31 Feb 1994 08:49:37 GMT",
        "Sun, 06 Nov 1994 24:00:00 GMT",
        "Sun, 06 Nov 1994 08:49:60 GMT",
        "Sunday, 06-Nov-94 08:49:37 GMT",
        "Sun Nov  6 08:49:37 1994",
        "Sun, 6 Nov 1994 08:49:37 GMT",
        "Sun, 06 Nov 1994 08:49:37 UTC",
        "sun, 06 nov 1994 08:49:37 gmt",
        "Sat, 01 Jan 0000 00:00:00 GMT",
        "Sun, 06 Nov 1994 08:49:37 GMT\n",
        "1994-11-06T08:49:37Z",
        "",
    ],
)
def test_no_date(text: str) -> None:
    """Only IMF-fixdate of a day that was, with its own name (RFC 9110 5.6.7)."""
    with pytest.raises(
        ValueError, match=r"IMF-fixdate|day|month|hour|second|year|, not a "
    ):
        dates.parse_date(text)


def test_leap_second() -> None:
    """The grammar has 23:59:60; it is the first second of the next day."""
    moment = dates.parse_date("Sat, 31 Dec 2016 23:59:60 GMT")
    assert moment == datetime(2017, 1, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    "text", ["", "a", '"a', 'a"', '"a"b"', 'w/"a"', "W/a", '"a b"', '"a"\n', '"\u0100"']
)
def test_no_etag(text: str) -> None:
    """Only `[W/]"etagc*"` (RFC 9110 8.8.3)."""
    with pytest.raises(ValueError, match="entity tag"):
        values.parse_etag(text)
