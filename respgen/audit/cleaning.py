"""Which types, functions and methods give texts without quotes, and which pass quotes on.

Nothing goes in; what comes out are tables by import path, and by the names of methods.
"""

from __future__ import annotations

SAFE_TYPES = frozenset(
    {
        *("builtins.int", "builtins.float", "builtins.bool", "decimal.Decimal"),
        *("datetime.date", "datetime.datetime", "datetime.time", "datetime.timedelta"),
        *("uuid.UUID", "typing.Literal", "typing_extensions.Literal"),
        *("enum.Enum", "enum.IntEnum", "enum.StrEnum", "ipaddress.IPv4Address"),
        *("pydantic.UUID4", "pydantic.PositiveInt", "pydantic.NonNegativeInt"),
    }
)
SAFE_CALLS = frozenset(
    {
        *("builtins.int", "builtins.float", "builtins.len", "builtins.bool", "re.sub"),
        *("time.time", "time.strftime", "time.time_ns", "datetime.datetime.now"),
        *("datetime.datetime.utcnow", "datetime.date.today", "datetime.datetime.today"),
        *("uuid.uuid1", "uuid.uuid3", "uuid.uuid4", "uuid.uuid5", "uuid.uuid7"),
        *("secrets.token_hex", "secrets.token_urlsafe", "binascii.hexlify"),
        *("werkzeug.utils.secure_filename", "slugify.slugify"),
        *("urllib.parse.urlencode", "json.dumps", "email.utils.formatdate"),
    }
)
"""What they give has no quotes, or has been cleaned by somebody."""
SAFE_METHODS = frozenset(
    {
        *("strftime", "isoformat", "hexdigest", "hex", "timestamp", "total_seconds"),
        *("toordinal", "isocalendar", "sub", "translate", "date", "now", "today"),
    }
)
SAFE_ATTRIBUTES = frozenset(
    {"hex", "year", "month", "day", "hour", "minute", "second", "int"}
)
QUOTES = frozenset({"urllib.parse.quote", "urllib.parse.quote_plus"})
SAME = frozenset(
    {
        *(
            "strip",
            "lstrip",
            "rstrip",
            "lower",
            "upper",
            "title",
            "capitalize",
            "casefold",
        ),
        *("encode", "decode", "removesuffix", "removeprefix", "split", "rsplit"),
        *("partition", "rpartition", "format", "replace", "join", "with_suffix"),
    }
)
"""Methods after which a quote may still be there."""
PASSING = frozenset(
    {
        *("builtins.str", "builtins.format", "os.path.basename", "os.path.splitext"),
        *("urllib.parse.unquote", "pathlib.Path", "pathlib.PurePath"),
    }
)
_CLEANING = ("safe", "sanit", "slug", "secure", "escape", "quote", "clean", "encode")
"""Names of functions that say so. A name is no proof; what they say is believed."""
UPLOADS = frozenset(
    {"starlette.datastructures.UploadFile", "fastapi.datastructures.UploadFile"}
)
REQUESTS = frozenset(
    {"starlette.requests.Request", "starlette.requests.HTTPConnection"}
)
CHOSEN = frozenset({"query_params", "path_params", "headers", "cookies"})
PARAMS = frozenset(
    f"fastapi.param_functions.{n}"
    for n in ("Path", "Query", "Form", "Header", "Cookie")
)
TEXTS = frozenset({"builtins.str", "pydantic.constr"})
PATTERNS = frozenset({"pattern", "regex"})


def cleans(name: str) -> bool:
    """Whether the name of a function says that it leaves nothing dangerous."""
    return any(word in name.lower() for word in _CLEANING)
