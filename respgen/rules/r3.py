"""Family R3: cookies."""

from respgen.rules.row import error, warning

COOKIE_NAME = error("R301", "a cookie name that is no token")
COOKIE_VALUE = error("R302", "a constant value that a cookie cannot carry as it is")
COOKIE_ATTRIBUTE = error("R303", "a character that no cookie attribute has")
COOKIE_PATH = error(
    "R304", "a Path that does not begin with a slash", ignorable=True, fixable=True
)
COOKIE_DOMAIN = error("R305", "a Domain that is no host name", fixable=True)
COOKIE_DOMAIN_DOT = warning("R306", "a Domain with a leading dot", fixable=True)
PUBLIC_SUFFIX = warning("R307", "a Domain that is a public suffix")
COOKIE_SIZE = error("R308", "a cookie larger than browsers keep")
ATTRIBUTE_SIZE = error("R309", "an attribute larger than browsers read")
MAX_AGE = error("R310", "a max_age that is negative or no duration")
MAX_AGE_CAP = warning("R311", "a Max-Age above 400 days", fixable=True)
SAMESITE_NONE = error(
    "R312", "SameSite=None without Secure", ignorable=True, fixable=True
)
PARTITIONED = error("R313", "Partitioned without Secure", ignorable=True, fixable=True)
SECURE_PREFIX = error(
    "R314", "a __Secure- cookie that is not Secure", ignorable=True, fixable=True
)
HOST_PREFIX = error(
    "R315",
    "a __Host- cookie that is not bound to its host",
    ignorable=True,
    fixable=True,
)
HTTP_PREFIX = error(
    "R316", "a __Http- cookie that scripts can read", ignorable=True, fixable=True
)
HOST_HTTP_PREFIX = error(
    "R317",
    "a __Host-Http- cookie that breaks one of its promises",
    ignorable=True,
    fixable=True,
)
PREFIX_CASE = warning("R318", "a prefix in other letters")
COOKIE_TWICE = error("R319", "two cookies that are one for a browser", ignorable=True)
VALUE_PREFIX = warning("R320", "a value that begins like a prefixed name")
PRIORITY = warning("R321", "an attribute that Chrome alone reads")
SESSION_HTTPONLY = warning(
    "R322", "a cookie that signs somebody in, and that scripts can read"
)
OWN_SCOPE = error(
    "R323", "an older scope that is the cookie's own", ignorable=True, fixable=True
)
ALWAYS_ARGUMENT = error(
    "R324", "a cookie that every response sets, with arguments that nobody gives"
)
ENDLESS_SIGNATURE = warning("R325", "a signed value that is believed for ever")
AMBIGUOUS_KEY = error(
    "R326",
    "places of a cookie's name that make one name of different arguments",
    ignorable=True,
)
