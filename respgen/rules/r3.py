"""Family R3: cookies."""

from respgen.rules.row import error, warning

COOKIE_NAME = error("R301", "the cookie name is not valid")
COOKIE_VALUE = error("R302", "the constant value cannot be sent in a cookie as it is")
COOKIE_ATTRIBUTE = error("R303", "a cookie attribute contains forbidden characters")
COOKIE_PATH = error(
    "R304", "Path does not start with a slash", ignorable=True, fixable=True
)
COOKIE_DOMAIN = error("R305", "Domain is not a host name", fixable=True)
COOKIE_DOMAIN_DOT = warning("R306", "Domain has a leading dot", fixable=True)
PUBLIC_SUFFIX = warning("R307", "Domain is a public suffix")
COOKIE_SIZE = error("R308", "the cookie is larger than browsers accept")
ATTRIBUTE_SIZE = error("R309", "a cookie attribute is larger than browsers accept")
MAX_AGE = error("R310", "max_age is negative or not a duration")
MAX_AGE_CAP = warning("R311", "Max-Age is more than 400 days", fixable=True)
SAMESITE_NONE = error(
    "R312", "SameSite=None is set without Secure", ignorable=True, fixable=True
)
PARTITIONED = error(
    "R313", "Partitioned is set without Secure", ignorable=True, fixable=True
)
SECURE_PREFIX = error(
    "R314", "a __Secure- cookie is not Secure", ignorable=True, fixable=True
)
HOST_PREFIX = error(
    "R315",
    "a __Host- cookie is not bound to its host",
    ignorable=True,
    fixable=True,
)
HTTP_PREFIX = error(
    "R316", "scripts can read a __Http- cookie", ignorable=True, fixable=True
)
HOST_HTTP_PREFIX = error(
    "R317",
    "a __Host-Http- cookie breaks one of its promises",
    ignorable=True,
    fixable=True,
)
PREFIX_CASE = warning("R318", "the case of a cookie prefix is wrong")
COOKIE_TWICE = error(
    "R319", "two cookies are the same cookie to a browser", ignorable=True
)
VALUE_PREFIX = warning("R320", "the cookie value starts like a prefixed name")
PRIORITY = warning("R321", "only Chrome reads this attribute")
SESSION_HTTPONLY = warning("R322", "scripts can read a cookie that signs somebody in")
OWN_SCOPE = error(
    "R323", "an older scope is the cookie's own scope", ignorable=True, fixable=True
)
ALWAYS_ARGUMENT = error("R324", "a cookie that every response sets needs arguments")
ENDLESS_SIGNATURE = warning("R325", "a signed value never expires")
AMBIGUOUS_KEY = error(
    "R326",
    "different arguments can make the same cookie name",
    ignorable=True,
)
SESSION_SECURE = warning("R327", "a cookie that signs somebody in is sent without TLS")
PARTITIONED_SAMESITE = warning(
    "R328", "a partitioned cookie is kept out of frames", fixable=True
)
