"""Status codes: which are allowed, which carry no body, what they are called.

Goes in: a number. Comes out: the number, checked, or its reason phrase.
"""

from respgen.core.grammar import FieldError, typed_integer

# RFC 9110 15.3.5, 15.3.6, 15.4.5
BODYLESS: frozenset[int] = frozenset({204, 205, 304})

# Every other final status: one look-up says that it is in range and carries a body
WITH_BODY: frozenset[int] = frozenset(range(200, 600)) - BODYLESS

# RFC 9110 15.5, 15.6
ERRORS = range(400, 600)

# What nearly all responses have: one look-up says that it is final and has a body
USUAL: frozenset[int] = frozenset(
    {
        200,
        201,
        202,
        206,
        400,
        401,
        403,
        404,
        405,
        409,
        410,
        422,
        429,
        500,
        502,
        503,
    }
)

# RFC 9110 15 and the IANA registry. A table of our own: the names in `http.HTTPStatus`
# differ between versions of Python.
REASON_PHRASES: dict[int, str] = {
    100: "Continue",
    101: "Switching Protocols",
    102: "Processing",
    103: "Early Hints",
    200: "OK",
    201: "Created",
    202: "Accepted",
    203: "Non-Authoritative Information",
    204: "No Content",
    205: "Reset Content",
    206: "Partial Content",
    207: "Multi-Status",
    208: "Already Reported",
    226: "IM Used",
    300: "Multiple Choices",
    301: "Moved Permanently",
    302: "Found",
    303: "See Other",
    304: "Not Modified",
    305: "Use Proxy",
    307: "Temporary Redirect",
    308: "Permanent Redirect",
    400: "Bad Request",
    401: "Unauthorized",
    402: "Payment Required",
    403: "Forbidden",
    404: "Not Found",
    405: "Method Not Allowed",
    406: "Not Acceptable",
    407: "Proxy Authentication Required",
    408: "Request Timeout",
    409: "Conflict",
    410: "Gone",
    411: "Length Required",
    412: "Precondition Failed",
    413: "Content Too Large",
    414: "URI Too Long",
    415: "Unsupported Media Type",
    416: "Range Not Satisfiable",
    417: "Expectation Failed",
    418: "I'm a teapot",
    421: "Misdirected Request",
    422: "Unprocessable Content",
    423: "Locked",
    424: "Failed Dependency",
    425: "Too Early",
    426: "Upgrade Required",
    428: "Precondition Required",
    429: "Too Many Requests",
    431: "Request Header Fields Too Large",
    451: "Unavailable For Legal Reasons",
    500: "Internal Server Error",
    501: "Not Implemented",
    502: "Bad Gateway",
    503: "Service Unavailable",
    504: "Gateway Timeout",
    505: "HTTP Version Not Supported",
    506: "Variant Also Negotiates",
    507: "Insufficient Storage",
    508: "Loop Detected",
    510: "Not Extended",
    511: "Network Authentication Required",
}


def status_from(lowest: int, value: object) -> int:
    """`value` if it is an int of `lowest` to 599. Raises ValueError or TypeError."""
    status = typed_integer("status_code", value)
    if lowest <= status <= 599:
        return status
    raise FieldError("status_code", f"{status} is outside {lowest} to 599")


def final_status(value: int) -> int:
    """A status that may end an exchange: 200 to 599 (RFC 9110 15).

    Raises ValueError outside that range, TypeError for anything but an int (bool
    included).
    """
    if type(value) is int and 200 <= value <= 599:
        return value
    return status_from(200, value)


def locked_status(value: int, locked: int) -> int:
    """The one status a class allows. Raises ValueError for another, or TypeError."""
    if final_status(value) != locked:
        raise FieldError("status_code", f"locked to {locked}, not {value}")
    return value


def one_status(value: int, allowed: tuple[int, ...]) -> int:
    """One of the statuses a class allows. Raises ValueError for another, or TypeError."""
    if final_status(value) not in allowed:
        choices = ", ".join(map(str, allowed))
        raise FieldError("status_code", f"{value} is none of {choices}")
    return value


def any_status(value: int) -> int:
    """A status, interim ones included: 100 to 599 (RFC 9110 15).

    Raises ValueError outside that range, TypeError for anything but an int (bool
    included).
    """
    return status_from(100, value)


def reason_phrase(status: int) -> str:
    """The registered phrase of a status, empty for one that has none."""
    return REASON_PHRASES.get(status, "")
