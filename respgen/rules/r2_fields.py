"""Family R2, first part: names and values of header fields."""

from respgen.rules.page import error, warning

FIELD_NAME = error(
    "R201",
    "a field name that is no token",
    "A name ends at the colon, and a line at CR LF: a name with a space, a colon or a line break"
    " in it is read as something else, by one recipient so and by the next otherwise. Servers"
    " refuse such a message and send the client nothing.",
    "RFC 9110 5.1, 5.6.2",
    """\
respgen: 1
responses:
  Item:
    headers:
      X Request ID: {type: str, as: request_id}
""",
    ("X Request ID", "X-Request-ID"),
)

FIELD_NAME_TYPO = warning(
    "R202",
    "a field name close to a registered one",
    "A misspelt field is a valid one that nobody reads: caches, browsers and clients look for"
    " the registered name, and nothing ever fails. Names that merely begin like a registered one,"
    " and names with `X-`, draw no warning.",
    "RFC 9110 16.3.1; IANA, HTTP Field Name Registry",
    """\
respgen: 1
responses:
  Item:
    headers:
      Accept-Range: bytes
""",
    ("Accept-Range", "Accept-Ranges"),
    fixable=True,
)

FIELD_VALUE = error(
    "R203",
    "a value with characters that no field value has",
    "CR, LF and NUL end a field or a message early, which is how responses are split and headers"
    " injected; other controls are refused by some servers and passed on by others. White space"
    " at the edges is not part of a value: recipients cut it off.",
    "RFC 9110 5.5",
    """\
respgen: 1
responses:
  Item:
    headers:
      Referrer-Policy: "no-referrer "
""",
    ('"no-referrer "', "no-referrer"),
    fixable=True,
)

LATIN_1 = error(
    "R204",
    "a value with characters outside latin-1",
    "A field value is a row of bytes, and Python's servers make them by latin-1. What latin-1"
    " lacks raises an error in the middle of the response: the client receives a 500.",
    "RFC 9110 5.5; ASGI specification, HTTP",
    """\
respgen: 1
responses:
  Item:
    headers:
      X-Shop: "\u0141\u00f3d\u017a"
""",
    ('"\u0141\u00f3d\u017a"', '"%C5%81%C3%B3d%C5%BA"'),
)

OBS_TEXT = warning(
    "R205",
    "a value with characters outside ASCII",
    "Bytes above 127 are allowed, and opaque: one client reads them as latin-1, the next as"
    " UTF-8, a third drops the field. Percent-encoding, or a field whose grammar has room for an"
    " encoding, says the same to everybody.",
    "RFC 9110 5.5 (obs-text)",
    """\
respgen: 1
responses:
  Item:
    headers:
      X-Shop: Caf\u00e9
""",
    ("Caf\u00e9", "Caf%C3%A9"),
)

FIELD_TWICE = error(
    "R206",
    "a field twice",
    "Names compare without case, so two spellings are one field. A field of one value that comes"
    " twice, or joined from two by `policy: append`, is invalid: some recipients take the first,"
    " some the last, some refuse the message.",
    "RFC 9110 5.1, 5.3, 5.5",
    """\
respgen: 1
responses:
  Item:
    headers:
      X-Api-Version: "1"
      x-api-version: "2"
""",
    ('      x-api-version: "2"\n', ""),
)

FRAMING_FIELD = error(
    "R207",
    "a field about the connection or the framing of the message",
    "Content-Length, Transfer-Encoding and the fields of the connection say where a message ends"
    " and what the next hop does with it. A wrong one lets an attacker smuggle a second response;"
    " HTTP/2 and HTTP/3 forbid most of them. The server writes what is needed. Upgrade is allowed"
    " with 101 and 426.",
    "RFC 9110 7.6.1, 7.8, 8.6; RFC 9112 6; RFC 9113 8.2.2",
    """\
respgen: 1
responses:
  Item:
    headers:
      Connection: close
      Vary: Accept
""",
    ("      Connection: close\n", ""),
    fixable=True,
)

SET_COOKIE_FIELD = error(
    "R208",
    "Set-Cookie among the headers",
    "A header of this name is sent once, so the first cookie that somebody sets would replace it"
    " or stand beside a stale one, and nothing checks its attributes. Declared as a preset, the"
    " cookie is set and deleted with the same scope.",
    "RFC 6265 4.1; RFC 9110 5.3",
    """\
respgen: 1
cookies:
  basket: {}
responses:
  Emptied:
    headers: {Set-Cookie: basket=empty}
""",
    (
        "headers: {Set-Cookie: basket=empty}",
        "cookies: {basket: {set: always, value: empty}}",
    ),
)

CONTENT_TYPE_FIELD = error(
    "R209",
    "Content-Type among the headers",
    "The media type chooses the renderer, the base class, the charset that text is encoded in and"
    " what the OpenAPI document says. Written as a header it would only be a label, and could"
    " contradict all of them.",
    "RFC 9110 8.3",
    """\
respgen: 1
responses:
  Items:
    headers: {Content-Type: text/csv}
""",
    ("headers: {Content-Type: text/csv}", "media_type: text/csv"),
)

SERVER_FIELD = warning(
    "R210",
    "a field that the server writes itself",
    "uvicorn, hypercorn and the proxies before them send Date and Server. Declared here as well,"
    " they arrive twice, and a constant Date confuses every cache that computes an age.",
    "RFC 9110 6.6.1, 10.2.4",
    """\
respgen: 1
responses:
  Item:
    headers:
      Server: shop
      Vary: Accept
""",
    ("      Server: shop\n", ""),
)

RULES = (
    FIELD_NAME,
    FIELD_NAME_TYPO,
    FIELD_VALUE,
    LATIN_1,
    OBS_TEXT,
    FIELD_TWICE,
    FRAMING_FIELD,
    SET_COOKIE_FIELD,
    CONTENT_TYPE_FIELD,
    SERVER_FIELD,
)
