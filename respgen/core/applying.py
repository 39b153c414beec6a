"""What a class declares, set on a response that was made elsewhere.

Goes in: a class, its arguments, a response. Comes out: the fields of both, merged as the
constructor merges a caller's headers.
"""

from collections.abc import Callable, Mapping, Sequence
from copy import copy
from types import FunctionType
from typing import Any, Protocol

from respgen.core.cookie_fields import scope
from respgen.core.fields import merge_headers

# What says how a body is framed stays with that body.
FRAMING = (b"content-length", b"content-type")


class Sent(Protocol):
    """What a response is here: the fields that it sends."""

    raw_headers: list[tuple[bytes, bytes]]


def set_declared(cls: type[Any], response: Sent, given: Mapping[str, object]) -> None:
    """Set what `Class.apply` sets."""
    response.raw_headers[:] = merged_fields(
        standing_in(cls, response, given), response.raw_headers
    )


def standing_in(cls: type[Any], response: Sent, given: Mapping[str, object]) -> Any:
    """An instance that nothing has rendered: it knows what its fields are made of."""
    defaults, names = keywords(cls)
    for name in given:
        if name not in names:
            problem = f"got an unexpected keyword argument {name!a}"
            raise TypeError(f"{cls.__name__}.apply() {problem}")
    made = object.__new__(cls)
    status_code = getattr(response, "status_code", None)
    made.status_code = 200 if status_code is None else status_code
    made.media_type, made.body = None, known_body(response)
    for name, value in {**defaults, **given}.items():
        setattr(made, name, value)
    return made


def known_body(response: Any) -> Any:
    """The body; None where nobody knows it yet, as that of a stream or a route's data."""
    is_framed = any(
        name.lower() == b"content-length" for name, _ in response.raw_headers
    )
    return getattr(response, "body", None) if is_framed else None


def keywords(cls: type[Any]) -> tuple[Mapping[str, object], frozenset[str]]:
    """What the constructor of a generated class takes by keyword: defaults, all names.

    A class that somebody wrote below one of them has what that one has.
    """
    package = __name__.rpartition(".")[0]
    for each in cls.__mro__:
        made = vars(each).get("__init__")
        if each.__module__.rpartition(".")[0] == package and isinstance(
            made, FunctionType
        ):
            first, count = made.__code__.co_argcount, made.__code__.co_kwonlyargcount
            names = made.__code__.co_varnames[first : first + count]
            return made.__kwdefaults__ or {}, frozenset(names)
    return {}, frozenset()


def set_fields(
    response: Sent,
    declared: list[tuple[bytes, bytes]],
    locked: tuple[bytes, ...],
    append: tuple[bytes, ...],
) -> None:
    """Set the fields of a header profile, as those of a class are set."""
    status_code = getattr(response, "status_code", None) or 200

    def merge(others: dict[str, str]) -> list[tuple[bytes, bytes]]:
        return merge_headers(declared, others, locked, append, status_code=status_code)

    sent = response.raw_headers
    sent[:] = merged_before(declared, sent, merge)


def settle_fields(response: Any, injected: Sequence[tuple[bytes, bytes]]) -> None:
    """Add what FastAPI injects to a response that it made of a class that is generated.

    It counts as the caller's headers, and raises ValueError where these would. Of the
    cookies of one scope the injected one is sent.
    """
    own: list[tuple[bytes, bytes]] = response.raw_headers
    fields = [field for field in own if field[0] != b"set-cookie"]
    if others := differing(by_name(injected), dict(own)):
        merged = initialised(copy(response), others)
        merged = [field for field in merged if field[0] != b"set-cookie"]
        # what a constructor by hand has added stays, too
        fields = [*merged, *beside(merged, fields)]
    cookies = [field for field in injected if field[0].lower() == b"set-cookie"]
    before = [field for field in own if field[0] == b"set-cookie"]
    own[:] = [*fields, *unset(before, cookies), *cookies]


def merged_fields(
    made: Any, sent: list[tuple[bytes, bytes]]
) -> list[tuple[bytes, bytes]]:
    """The fields that `made` declares, merged with those that are sent already."""
    declared, cookies = declared_fields(made, {})

    def merge(others: dict[str, str]) -> list[tuple[bytes, bytes]]:
        return declared_fields(made, others)[0]

    return [*merged_before(declared, sent, merge), *unset(cookies, sent)]


def merged_before(
    declared: list[tuple[bytes, bytes]],
    sent: list[tuple[bytes, bytes]],
    merge: Callable[[dict[str, str]], list[tuple[bytes, bytes]]],
) -> list[tuple[bytes, bytes]]:
    """The declared fields, merged with what is sent of them, before all else that is sent."""
    if others := differing(by_name(sent, FRAMING), dict(declared)):
        names = {name for name, _ in declared}
        declared = [field for field in merge(others) if field[0] in names]
    return [*declared, *beside(declared, sent)]


def differing(
    given: Mapping[bytes, bytes], declared: Mapping[bytes, bytes]
) -> dict[str, str]:
    """What is given and says something else: no more of it weakens a locked field."""
    return {
        name.decode("latin-1"): value.decode("latin-1")
        for name, value in given.items()
        if declared.get(name) != value
    }


def beside(
    declared: list[tuple[bytes, bytes]], sent: list[tuple[bytes, bytes]]
) -> list[tuple[bytes, bytes]]:
    """The fields that are sent and not declared."""
    names = {name for name, _ in declared}
    return [field for field in sent if field[0].lower() not in names]


def declared_fields(
    made: Any, headers: Mapping[str, str]
) -> tuple[list[tuple[bytes, bytes]], list[tuple[bytes, bytes]]]:
    """The fields and the cookies that `made` sends beside a caller's headers."""
    try:
        fields = initialised(made, headers)
    except AttributeError as error:
        # a class keeps what becomes a header behind an attribute that can be assigned to
        name = str(error.name).removeprefix("_")
        if error.obj is not made or name not in keywords(made.__class__)[1]:
            raise
        problem = f"missing the required keyword-only argument {name!a}"
        raise TypeError(f"{made.__class__.__name__}.apply() {problem}") from None
    return (
        [field for field in fields if field[0] not in (*FRAMING, b"set-cookie")],
        [field for field in fields if field[0] == b"set-cookie"],
    )


def initialised(response: Any, headers: Mapping[str, str]) -> list[tuple[bytes, bytes]]:
    """All fields of a response whose caller gives these headers."""
    response._given = frozenset(name.encode("latin-1") for name in headers)
    response.init_headers(headers)
    fields: list[tuple[bytes, bytes]] = response.raw_headers
    return fields


def by_name(
    fields: Sequence[tuple[bytes, bytes]], without: Sequence[bytes] = ()
) -> dict[bytes, bytes]:
    """Each name once, the values of several lines as a list (RFC 9110 5.3).

    Cookies are left out: theirs alone are no list.
    """
    found: dict[bytes, bytes] = {}
    for spelled, value in fields:
        name = spelled.lower()
        if name != b"set-cookie" and name not in without:
            found[name] = found[name] + b", " + value if name in found else value
    return found


def unset(
    cookies: list[tuple[bytes, bytes]], sent: list[tuple[bytes, bytes]]
) -> list[tuple[bytes, bytes]]:
    """The cookies that the response does not set or delete itself already."""
    own = {scope(value) for name, value in sent if name.lower() == b"set-cookie"}
    return [field for field in cookies if scope(field[1]) not in own]
