"""The fields of the response that FastAPI injects, on the one that is sent.

Goes in: what dependencies and the endpoint set on the injected response, and another one, or an
exception. Comes out: that with both, as if its caller had given them as `headers`.
"""

from copy import copy
from typing import TypeVar

from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException
from starlette.responses import Response

from respgen.core.applying import FRAMING, by_name, initialised, unset
from respgen.frameworks.exceptions import ResponseError
from respgen.openapi.classes import is_generated

Carrier = TypeVar("Carrier", bound=Response | HTTPException)
Fields = list[tuple[bytes, bytes]]


def can_carry(onto: object) -> bool:
    """Whether it is what `carry` takes, whatever type checkers were told."""
    return isinstance(onto, Response | HTTPException)


def carry(response: Response, *, onto: Carrier) -> Carrier:
    """Copy the headers and cookies of the injected response onto what is returned or raised.

    FastAPI loses them there. What `onto` was given itself stays; where its class declares
    a header, the policy of that decides, as it does for the constructor's `headers`.
    """
    if not can_carry(onto):
        raise TypeError(f"carry() takes a response or an HTTPException, not {onto!r}")
    fields = response.raw_headers
    if isinstance(onto, Response):
        onto.raw_headers[:] = carried(onto, fields)
    elif isinstance(onto, ResponseError):
        inner = onto.response()
        inner.raw_headers = carried(inner, fields)
        onto.answer_with(inner)
    else:
        sent = Response(headers=onto.headers)
        made = carried(sent, fields)
        onto.headers = MutableHeaders(raw=[f for f in made if f[0] not in FRAMING])
    return onto


def carried(response: Response, fields: Fields) -> Fields:
    """The fields of a response with others."""
    own, bare = response.raw_headers, bare_fields(response)
    given = by_name(fields, FRAMING)
    for name, value in own:
        if name in given and (given[name] == value or (name, value) not in bare):
            # What is not declared was given for this response; caches need all of Vary.
            more = given.pop(name)
            if name == b"vary" and more != value:
                given[name] = value + b", " + more
    if given and is_generated(type(response)):
        given = with_policies(response, given)
    others = (*FRAMING, b"set-cookie")
    made = [(k, given.pop(k, v)) for k, v in own if k not in others]
    framing = [field for field in own if field[0] in FRAMING]
    return [*made, *given.items(), *framing, *cookies(own, bare, fields)]


def bare_fields(response: Response) -> Fields:
    """Those that only the class of a response has written."""
    return initialised(copy(response), {}) if is_generated(type(response)) else []


def with_policies(response: Response, given: dict[bytes, bytes]) -> dict[bytes, bytes]:
    """What a response would have sent of these fields, had its caller given them."""
    headers = {k.decode("latin-1"): v.decode("latin-1") for k, v in given.items()}
    return {k: v for k, v in initialised(copy(response), headers) if k in given}


def cookies(own: Fields, bare: Fields, fields: Fields) -> Fields:
    """Those of both, one a scope: the class's own give way, those of this response do not."""
    more = [field for field in fields if field[0].lower() == b"set-cookie"]
    always = [field for field in bare if field[0] == b"set-cookie"]
    explicit = [field for field in own if field[0] == b"set-cookie"]
    explicit = [field for field in explicit if field not in always]
    kept = [field for field in own if field in always]
    return [*unset(kept, more), *explicit, *unset(more, explicit)]
