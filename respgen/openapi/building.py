"""Which classes FastAPI can make of what an endpoint returns.

Goes in: a class of the catalogue, and the status that a route states. Comes out: why it cannot, or
nothing.
"""

import re
from inspect import Parameter, signature

from starlette.responses import Response, StreamingResponse

# What FastAPI gives by name; it gives content first.
GIVEN = ("background", "status_code")


def obstacle(kind: type[Response], is_generator: bool) -> str:
    """Why FastAPI cannot make the class of returned data, or of what a generator yields."""
    if is_generator and not issubclass(kind, StreamingResponse):
        return "it is no stream"
    parameters = [*signature(kind).parameters.values()]
    named = {each.name for each in parameters}
    first = parameters[0] if parameters else None
    takes_any = any(each.kind is Parameter.VAR_KEYWORD for each in parameters)
    if first is None or first.kind is Parameter.KEYWORD_ONLY or first.name in BESIDE:
        return "it takes no content"
    if is_generator and "content" not in named:
        return "it takes no argument 'content'"
    lost = [each for each in GIVEN if each not in named and not takes_any]
    if lost:
        return f"it does not take {', '.join(lost)}"
    missing = [each.name for each in parameters[1:] if is_required(each)]
    return f"it does not know {', '.join(missing)}" if missing else ""


# What may be first where a class makes its body of its other arguments.
BESIDE = ("background", "headers", "media_type", "status_code")


def is_required(parameter: Parameter) -> bool:
    """Whether it must be given."""
    several = (Parameter.VAR_POSITIONAL, Parameter.VAR_KEYWORD)
    return parameter.default is Parameter.empty and parameter.kind not in several


# How a class says which statuses it takes, in its module or as Python has read it.
LITERAL = re.compile(r"(?:typing\.)?Literal\[([0-9, ]+)\]")


def refusal(kind: type[Response], status: int | None) -> str:
    """Why a class does not take the status that its route states."""
    if status is None:
        return ""
    if not 200 <= status <= 599:  # RFC 9110 15: others end no exchange
        return f"it takes a status of 200 to 599, not {status:d}"
    given = signature(kind).parameters.get("status_code")
    found = LITERAL.fullmatch(str(given.annotation)) if given else None
    if found is None or status in map(int, found[1].split(",")):
        return ""
    return f"it takes the status {found[1]} alone, not {status:d}"
