"""Family R2, third part: constants of fields whose grammar is known."""

from respgen.rules.page import error, warning

DATE = error(
    "R222",
    "a date that is no IMF-fixdate",
    "Dates in fields have one form, in English and in GMT. Caches treat an Expires or a"
    " Last-Modified they cannot read as long past or as absent, so nothing is cached and nobody"
    ' is told. `Expires: "0"` is the one other value with a meaning.',
    "RFC 9110 5.6.7; RFC 9111 5.3",
    """\
respgen: 1
responses:
  Item:
    headers:
      Last-Modified: "2024-02-29T12:00:00Z"
""",
    ("2024-02-29T12:00:00Z", "Thu, 29 Feb 2024 12:00:00 GMT"),
    ignorable=True,
    fixable=True,
)

ENTITY_TAG = error(
    "R223",
    "an ETag that is no entity tag",
    "The double quotes are part of an entity tag. Without them If-None-Match never matches: the"
    " body is sent again each time, or an update that should have been refused goes through.",
    "RFC 9110 8.8.3",
    """\
respgen: 1
responses:
  Item:
    headers:
      ETag: v1
""",
    ("v1", "'\"v1\"'"),
    ignorable=True,
    fixable=True,
)

RETRY_AFTER = error(
    "R224",
    "a Retry-After that is neither seconds nor a date",
    "Clients read digits as seconds and everything else as an IMF-fixdate. What is neither is"
    " ignored, and they come back at once, just when they should not.",
    "RFC 9110 10.2.3",
    """\
respgen: 1
responses:
  Busy:
    status_code: 503
    headers:
      Retry-After: 2 m
""",
    ("2 m", "2m"),
    ignorable=True,
    fixable=True,
)

VARY = error(
    "R225",
    "a Vary that is neither * nor names of fields",
    "Caches choose among stored responses by the request fields that Vary names. `*` beside names"
    " makes them store nothing at all; what is no name makes some of them ignore the field and"
    " hand one user's response to another.",
    "RFC 9110 12.5.5",
    """\
respgen: 1
responses:
  Item:
    headers:
      Vary: "Accept, *"
""",
    ('"Accept, *"', "Accept"),
    ignorable=True,
)

LOCATION_SCRIPT = error(
    "R226",
    "a Location that is content to run",
    "`javascript:`, `vbscript:` and `data:` are no addresses but programs and documents. Browsers"
    " refuse to be redirected to them today; older ones, web views and pages that read the field"
    " run them with the rights of the site.",
    "RFC 9110 10.2.2; WHATWG Fetch 4.4 (HTTP-redirect fetch)",
    """\
respgen: 1
responses:
  Moved:
    status_code: 308
    headers:
      Location: "javascript:history.back()"
""",
    ('"javascript:history.back()"', "/items"),
    ignorable=True,
)

LOCATION_RELATIVE = warning(
    "R227",
    "a Location that begins with two slashes",
    "`//host/path` names another host, reached by the scheme of the page: over plain HTTP where"
    " the request was. Where two slashes are a slip, users are sent to a host of that name."
    " Browsers read backslashes alike.",
    "RFC 3986 4.2; WHATWG URL 4.4",
    """\
respgen: 1
responses:
  Moved:
    status_code: 308
    headers:
      Location: //items/new
""",
    ("//items/new", "/items/new"),
)

ALLOW = error(
    "R228",
    "an Allow that is no list of methods",
    "Allow lists the methods of a resource with commas between them; nothing at all says that it"
    " has none for now. Clients that cannot read the list do not know what else to try.",
    "RFC 9110 10.2.1, 9.1",
    """\
respgen: 1
responses:
  Item:
    headers:
      Allow: [GET and HEAD]
""",
    ("GET and HEAD", "GET, HEAD"),
    ignorable=True,
)

METHOD_CASE = warning(
    "R229",
    "a method in small letters",
    "Methods are case-sensitive. A client that reads get in Allow and knows GET alone finds that it"
    " may not read the resource.",
    "RFC 9110 9.1",
    """\
respgen: 1
responses:
  Item:
    headers:
      Allow: [get, HEAD]
""",
    ("get", "GET"),
    fixable=True,
)

ACCEPT_RANGES = error(
    "R230",
    "an Accept-Ranges that is no list of range units",
    "The field names units, bytes above all, or says none, which stands alone. Clients that cannot"
    " read it fetch everything again where a part was missing.",
    "RFC 9110 14.3, 14.1",
    """\
respgen: 1
responses:
  Item:
    headers:
      Accept-Ranges: [none, bytes]
""",
    ("none, bytes", "bytes"),
    ignorable=True,
)

RANGE_UNIT = warning(
    "R231",
    "a range unit that few clients know",
    "Browsers, download tools and caches ask for ranges of bytes. A unit of your own is right only"
    " for clients of your own.",
    "RFC 9110 14.1, 16.5.1",
    """\
respgen: 1
responses:
  Item:
    headers:
      Accept-Ranges: byte
""",
    ("byte", "bytes"),
)

RULES = (
    DATE,
    ENTITY_TAG,
    RETRY_AFTER,
    VARY,
    LOCATION_SCRIPT,
    LOCATION_RELATIVE,
    ALLOW,
    METHOD_CASE,
    ACCEPT_RANGES,
    RANGE_UNIT,
)
