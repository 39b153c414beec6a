"""Family R2, second part: status codes, bodies, media types and charsets."""

from respgen.rules.page import error, warning

STATUS = error(
    "R211",
    "a status that no final response has",
    "Statuses are three digits from 200 to 599. Interim ones, 1xx, are the server's: as the"
    " answer to a request they leave the client waiting for another. 305 is deprecated, since it"
    " would hand the client's requests to any proxy that the response names.",
    "RFC 9110 15, 15.2, 15.4.6",
    """\
respgen: 1
responses:
  Accepted: {status_code: 102}
""",
    ("102", "202"),
)

BODYLESS = error(
    "R212",
    "a body, or a description of one, where there is none",
    "204, 205 and 304 have no body: bytes sent after their headers are read as the beginning of"
    " the next response on the connection. Fields that describe the missing content make caches"
    " change what they have stored. What a cache needs may stand: Cache-Control, Content-Location,"
    " ETag, Expires, Vary.",
    "RFC 9110 15.3.5, 15.3.6, 15.4.5",
    """\
respgen: 1
responses:
  Deleted:
    status_code: 204
    media_type: application/json
""",
    ("    media_type: application/json\n", ""),
    ignorable=True,
)

STATUS_CONTRACT = error(
    "R213",
    "a status without the field that it must send",
    "These statuses mean nothing without their field: 401 without WWW-Authenticate does not say"
    " how to sign in, 405 without Allow not what is allowed; nor do 407 without"
    " Proxy-Authenticate, 426 without Upgrade, 206 without Content-Range. A constant or a required"
    " parameter will do; nothing is added in silence.",
    "RFC 9110 15.5.2, 15.5.6, 15.5.8, 15.5.22, 15.3.7",
    """\
respgen: 1
responses:
  Unauthorized:
    status_code: 401
    headers: {Cache-Control: no-store}
""",
    (
        "{Cache-Control: no-store}",
        "{Cache-Control: no-store, WWW-Authenticate: Bearer}",
    ),
    ignorable=True,
    fixable=True,
)

STATUS_ADVICE = warning(
    "R214",
    "a status without the field that clients look for",
    "201 and redirections say where in Location, 416 says how long the content is in"
    " Content-Range, and 413, 429 and 503 say when to come back in Retry-After. Without it the"
    " client has to guess: a browser shows an empty page, a retry comes too early. An optional"
    " parameter is enough.",
    "RFC 9110 15.3.2, 15.4, 15.5.14, 15.5.17, 15.6.4; RFC 6585 4",
    """\
respgen: 1
responses:
  Created:
    status_code: 201
    headers: {Vary: Accept}
""",
    ("{Vary: Accept}", "{Vary: Accept, Location: {type: url, required: true}}"),
    fixable=True,
)

MEDIA_TYPE = error(
    "R215",
    "no media type",
    "A media type is `type/subtype`, then parameters `; name=value` whose value is a token or"
    " stands in double quotes. Browsers guess the type of what they cannot read, which is how an"
    " upload becomes a page with scripts.",
    "RFC 9110 8.3.1, 5.6.6",
    """\
respgen: 1
responses:
  Items: {media_type: csv}
""",
    ("csv", "text/csv"),
)

CHARSET_TWICE = error(
    "R216",
    "two charsets",
    "The charset that text is encoded in and the one that the label names have to be one. Said"
    " in the media type and in `charset` they can differ: the client then decodes by the wrong"
    " one and shows other letters. `charset` does both.",
    "RFC 9110 8.3.2",
    """\
respgen: 1
responses:
  Items:
    media_type: text/csv; charset=utf-8
    charset: iso-8859-1
""",
    ("; charset=utf-8", ""),
    ignorable=True,
)

CODEC = error(
    "R217",
    "a charset that text cannot be encoded in",
    "Text becomes bytes by the codec of this name. Where Python has none, the first response"
    " raises LookupError; codecs such as `rot13` or `idna` are no charsets, so no client could"
    " decode what they make.",
    "RFC 9110 8.3.2; Python standard library, codecs",
    """\
respgen: 1
responses:
  Items:
    media_type: text/csv
    charset: utf8mb4
""",
    ("utf8mb4", "utf-8"),
)

UTF_8_ONLY = error(
    "R218",
    "JSON or an event stream in another charset than UTF-8",
    "JSON between systems is UTF-8, and a browser decodes an event stream as UTF-8 whatever its"
    " label says. Another charset turns every letter beyond ASCII into another one, or makes the"
    " whole text unreadable.",
    "RFC 8259 8.1; WHATWG HTML 9.2.5",
    """\
respgen: 1
responses:
  Item:
    media_type: application/json
    charset: iso-8859-1
""",
    ("    charset: iso-8859-1\n", ""),
    ignorable=True,
    fixable=True,
)

JSON_CHARSET = warning(
    "R219",
    "a charset parameter on application/json",
    "application/json defines no such parameter, and it has no effect. Clients that compare the"
    " whole value, or caches and signatures made over it, see another type.",
    "RFC 8259 11",
    """\
respgen: 1
responses:
  Item: {media_type: application/json; charset=utf-8}
""",
    ("; charset=utf-8", ""),
    fixable=True,
)

NOSNIFF = warning(
    "R220",
    "a page without nosniff",
    "Without X-Content-Type-Options: nosniff browsers look at the bytes and may decide for"
    " another type than the label's. What a user uploaded as text can then run as a script of"
    " the site.",
    "WHATWG Fetch 3.6; WHATWG MIME Sniffing 7",
    """\
respgen: 1
responses:
  Page:
    media_type: text/html
    headers: {Vary: Accept-Language}
""",
    (
        "{Vary: Accept-Language}",
        "{Vary: Accept-Language, X-Content-Type-Options: nosniff}",
    ),
    fixable=True,
)

MEDIA_TYPE_TYPO = warning(
    "R221",
    "a media type close to a registered one",
    "A misspelt type is a valid one that nobody knows: browsers download the page instead of"
    " showing it, and clients that choose their parser by the type find none. Types of vendors,"
    " `x-` types and those with a suffix such as `+json` draw no warning.",
    "RFC 6838; IANA, Media Types",
    """\
respgen: 1
responses:
  Item: {media_type: application/jason, content: bytes}
""",
    ("jason, content: bytes", "json"),
)

RULES = (
    STATUS,
    BODYLESS,
    STATUS_CONTRACT,
    STATUS_ADVICE,
    MEDIA_TYPE,
    CHARSET_TWICE,
    CODEC,
    UTF_8_ONLY,
    JSON_CHARSET,
    NOSNIFF,
    MEDIA_TYPE_TYPO,
)
