"""Family R2: fields and messages."""

from respgen.rules.row import error, warning

FIELD_NAME = error("R201", "a field name that is no token")
FIELD_NAME_TYPO = warning(
    "R202", "a field name close to a registered one", fixable=True
)
FIELD_VALUE = error(
    "R203", "a value with characters that no field value has", fixable=True
)
LATIN_1 = error("R204", "a value with characters outside latin-1")
OBS_TEXT = warning("R205", "a value with characters outside ASCII")
FIELD_TWICE = error("R206", "a field twice")
FRAMING_FIELD = error(
    "R207", "a field about the connection or the framing of the message", fixable=True
)
SET_COOKIE_FIELD = error("R208", "Set-Cookie among the headers")
CONTENT_TYPE_FIELD = error("R209", "Content-Type among the headers")
SERVER_FIELD = warning("R210", "a field that the server writes itself")
STATUS = error("R211", "a status that no final response has")
BODYLESS = error(
    "R212", "a body, or a description of one, where there is none", ignorable=True
)
STATUS_CONTRACT = error(
    "R213", "a status without the field that it must send", ignorable=True, fixable=True
)
STATUS_ADVICE = warning(
    "R214", "a status without the field that clients look for", fixable=True
)
MEDIA_TYPE = error("R215", "no media type")
CHARSET_TWICE = error("R216", "two charsets", ignorable=True)
CODEC = error("R217", "a charset that text cannot be encoded in")
UTF_8_ONLY = error(
    "R218",
    "JSON or an event stream in another charset than UTF-8",
    ignorable=True,
    fixable=True,
)
JSON_CHARSET = warning("R219", "a charset parameter on application/json", fixable=True)
NOSNIFF = warning("R220", "a page without nosniff", fixable=True)
MEDIA_TYPE_TYPO = warning("R221", "a media type close to a registered one")
DATE = error("R222", "a date that is no IMF-fixdate", ignorable=True, fixable=True)
ENTITY_TAG = error(
    "R223", "an ETag that is no entity tag", ignorable=True, fixable=True
)
RETRY_AFTER = error(
    "R224",
    "a Retry-After that is neither seconds nor a date",
    ignorable=True,
    fixable=True,
)
VARY = error("R225", "a Vary that is neither * nor names of fields", ignorable=True)
LOCATION_SCRIPT = error("R226", "a Location that is content to run", ignorable=True)
LOCATION_RELATIVE = warning("R227", "a Location that begins with two slashes")
ALLOW = error("R228", "an Allow that is no list of methods", ignorable=True)
METHOD_CASE = warning("R229", "a method in small letters", fixable=True)
ACCEPT_RANGES = error(
    "R230", "an Accept-Ranges that is no list of range units", ignorable=True
)
RANGE_UNIT = warning("R231", "a range unit that few clients know")
CHALLENGE = error("R232", "a challenge that clients cannot read", ignorable=True)
CHALLENGE_REALM = warning("R233", "a challenge without its realm")
CONTENT_RANGE = error("R234", "a Content-Range that names no range", ignorable=True)
RANGE_STATUS = warning("R235", "a Content-Range that its status does not mean")
