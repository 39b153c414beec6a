"""Cache-Control (RFC 9111 5.2.2, 5861, 8246): how long, and for whom, a response keeps.

Goes in: directives by their names in snake_case, with the field's name for messages.
Comes out: the value on the wire, in the order given.
"""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import TypedDict, cast

from respgen.core.durations import duration_value
from respgen.core.fields import listed
from respgen.core.grammar import (
    INTEGER_LIMIT,
    FieldError,
    exact,
    typed_text,
    wrong_type,
)
from respgen.core.values import check_mapping, check_sequence, token_value

# These have seconds
LIFETIMES = ("max_age", "s_maxage", "stale_while_revalidate", "stale_if_error")
# These may name fields, to which alone they apply then
FIELD_DIRECTIVES = ("no_cache", "private")
FLAGS = (
    "must_revalidate",
    "proxy_revalidate",
    "must_understand",
    "no_store",
    "no_transform",
    "public",
    "immutable",
)
AGES = {key: key.replace("_", "-").encode("ascii") + b"=%d" for key in LIFETIMES}
SWITCHES = {
    key: key.replace("_", "-").encode("ascii") for key in (*FLAGS, *FIELD_DIRECTIVES)
}


class CacheControl(TypedDict, total=False):
    """Directives of a response; False is as none, durations are whole seconds."""

    max_age: timedelta | int
    s_maxage: timedelta | int
    stale_while_revalidate: timedelta | int
    stale_if_error: timedelta | int
    no_cache: bool | Sequence[str]
    private: bool | Sequence[str]
    must_revalidate: bool
    proxy_revalidate: bool
    must_understand: bool
    no_store: bool
    no_transform: bool
    public: bool
    immutable: bool


def cache_control_value(
    name: str, value: CacheControl, consistent: bool = True
) -> bytes:
    """Directives, joined by commas; none is b"" (RFC 9111 5.2.2).

    Raises ValueError for unknown ones, for a negative duration, for field names that
    are no tokens and, where they are to be `consistent`, for directives that contradict
    each other; TypeError for wrong types.
    """
    check_mapping(name, value)
    sent: list[bytes] = []
    for key, setting in value.items():
        if setting is True and key in SWITCHES:
            sent.append(SWITCHES[key])
        elif type(setting) is int and 0 <= setting < INTEGER_LIMIT and key in AGES:
            sent.append(AGES[key] % setting)
        elif setting is not False:
            sent.append(cache_directive(name, key, setting))
    if consistent and ("no_store" in value or "private" in value):
        check_directives(name, set_directives(value))
    return b", ".join(sent)


cache_control_fields = listed(cache_control_value)


def set_directives(value: Mapping[str, object]) -> dict[str, object]:
    """Those that are not False."""
    return {key: setting for key, setting in value.items() if setting is not False}


def cache_directive(name: str, key: str, value: object) -> bytes:
    """One directive, with its argument where it has one."""
    if key in AGES:
        return AGES[key] % lifetime(f"{name}: {key}", value)
    if key not in SWITCHES:
        raise FieldError(
            name, f"unknown directive {typed_text(name, key)!a} (RFC 9111 5.2.2)"
        )
    if exact(value) is True:
        return SWITCHES[key]
    if key not in FIELD_DIRECTIVES:
        raise wrong_type(f"{name}: {key}", "bool", value)
    return b'%b="%b"' % (SWITCHES[key], named_fields(f"{name}: {key}", value))


def lifetime(name: str, value: object) -> int:
    """Whole seconds. Raises ValueError where negative, TypeError for other types."""
    given = exact(value)
    if type(given) is int or issubclass(type(given), timedelta):
        return int(duration_value(name, cast("timedelta | int", given)))
    raise wrong_type(name, "timedelta or int", value)


def named_fields(name: str, value: object) -> bytes:
    """Field names, joined by commas. Raises ValueError, or TypeError for no sequence."""
    check_sequence(name, value, "bool or a sequence of field names")
    names = [token_value(name, each) for each in cast("Sequence[str]", value)]
    if not names:
        raise FieldError(name, "at least one header name expected (RFC 9111 5.2.2.4)")
    return b", ".join(names)


def check_directives(name: str, given: Mapping[str, object]) -> None:
    """Raises ValueError for directives that contradict each other."""
    if "public" in given and "private" in given:
        raise FieldError(name, "public contradicts private (RFC 9111 5.2.2.7)")
    # RFC 9111 5.2.2.3: caches that know must-understand ignore no-store beside it
    if "no_store" not in given or "must_understand" in given:
        return
    # RFC 9111 5.2.2.5: what is not stored has no age, but a fallback for old caches is harmless
    for key in (*LIFETIMES, "immutable"):
        if given.get(key, 0) not in (0, timedelta(0)):
            raise FieldError(name, f"no_store contradicts {key} (RFC 9111 5.2.2.5)")
