"""Family R2, fourth part: what tells a client how to go on, challenges and ranges."""

from respgen.rules.page import error, warning

CHALLENGE = error(
    "R232",
    "a challenge that clients cannot read",
    "A challenge is a scheme, then its parameters with commas between them, each once, the realm in"
    " quotes. Clients that cannot read it do not ask for a password or a token: the request fails for"
    " good.",
    "RFC 9110 11.2, 11.3, 11.5, 11.6.1",
    """\
respgen: 1
responses:
  Unauthorized:
    status_code: 401
    headers:
      WWW-Authenticate: Bearer realm="shop" error="invalid_token"
""",
    (
        'Bearer realm="shop" error="invalid_token"',
        "{scheme: Bearer, realm: shop, error: invalid_token}",
    ),
    ignorable=True,
)

CHALLENGE_REALM = warning(
    "R233",
    "a challenge without its realm",
    "Basic and Digest have a realm: browsers show it where they ask for the password, and keep"
    " passwords by it. Without one some of them do not ask at all.",
    "RFC 7617 2; RFC 7616 3.3",
    """\
respgen: 1
responses:
  Unauthorized:
    status_code: 401
    headers:
      WWW-Authenticate: Basic
""",
    ("Basic", "{scheme: Basic, realm: shop}"),
)

CONTENT_RANGE = error(
    "R234",
    "a Content-Range that names no range",
    "The field says from where to where the content goes, both included and counted from 0, and how"
    " long the whole is; or that nothing of it was asked for. Clients that read anything else put"
    " the parts together wrongly, or throw them away.",
    "RFC 9110 14.4",
    """\
respgen: 1
responses:
  Part:
    status_code: 206
    headers:
      Content-Range: {first: 0, last: 100, complete: 100}
""",
    ("last: 100", "last: 99"),
    ignorable=True,
)

RANGE_STATUS = warning(
    "R235",
    "a Content-Range that its status does not mean",
    "206 comes with a part, and says which one it is; 416 comes with none, and says how long the"
    " whole is. A client cannot tell which of the two is meant where they disagree.",
    "RFC 9110 14.4, 15.3.7, 15.5.17",
    """\
respgen: 1
responses:
  NoSuchPart:
    status_code: 416
    headers:
      Content-Range: {first: 0, last: 99, complete: 100}
""",
    ("{first: 0, last: 99, complete: 100}", "{complete: 100}"),
)

RULES = (CHALLENGE, CHALLENGE_REALM, CONTENT_RANGE, RANGE_STATUS)
