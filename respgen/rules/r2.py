"""Family R2: fields and messages."""

from respgen.rules.row import error, warning

FIELD_NAME = error("R201", "the header name is not valid")
FIELD_NAME_TYPO = error(
    "R202",
    "the header name looks like a misspelt registered name",
    ignorable=True,
    fixable=True,
)
FIELD_VALUE = error(
    "R203", "the header value contains forbidden characters", fixable=True
)
LATIN_1 = error(
    "R204", "the header value contains characters outside Latin-1", fixable=True
)
OBS_TEXT = warning("R205", "the header value contains characters outside ASCII")
FIELD_TWICE = error("R206", "the same header appears twice")
FRAMING_FIELD = error(
    "R207",
    "the header controls the connection or the framing of the message",
    fixable=True,
)
SET_COOKIE_FIELD = error("R208", "Set-Cookie is listed among the headers")
CONTENT_TYPE_FIELD = error("R209", "Content-Type is listed among the headers")
SERVER_FIELD = warning("R210", "the server writes this header itself")
STATUS = error("R211", "the status code is not valid for a final response")
BODYLESS = error(
    "R212", "a response that has no body declares or describes one", ignorable=True
)
STATUS_CONTRACT = error(
    "R213",
    "the response lacks a header that its status requires",
    ignorable=True,
    fixable=True,
)
STATUS_ADVICE = warning(
    "R214",
    "the response lacks a header that clients expect with its status",
    fixable=True,
)
MEDIA_TYPE = error("R215", "the media type is not valid")
CHARSET_TWICE = error("R216", "the charset is given twice", ignorable=True)
CODEC = error("R217", "text cannot be encoded in this charset")
UTF_8_ONLY = error(
    "R218",
    "JSON or an event stream uses a charset other than UTF-8",
    ignorable=True,
    fixable=True,
)
JSON_CHARSET = warning("R219", "application/json has a charset parameter", fixable=True)
NOSNIFF = warning("R220", "a page is sent without nosniff", fixable=True)
MEDIA_TYPE_TYPO = warning("R221", "the media type looks like a misspelt registered one")
DATE = error("R222", "the date is not an IMF-fixdate", ignorable=True, fixable=True)
ENTITY_TAG = error(
    "R223", "the ETag is not a valid entity tag", ignorable=True, fixable=True
)
RETRY_AFTER = error(
    "R224",
    "Retry-After is neither a number of seconds nor a date",
    ignorable=True,
    fixable=True,
)
VARY = error(
    "R225", "Vary is neither * nor a list of header names", ignorable=True, fixable=True
)
LOCATION_SCRIPT = error(
    "R226", "Location would run as a script or open as a document", ignorable=True
)
LOCATION_RELATIVE = warning("R227", "Location starts with two slashes")
ALLOW = error("R228", "Allow is not a list of methods", ignorable=True, fixable=True)
METHOD_CASE = warning("R229", "the method is misspelt or in lower case", fixable=True)
ACCEPT_RANGES = error(
    "R230", "Accept-Ranges is not a list of range units", ignorable=True, fixable=True
)
RANGE_UNIT = warning("R231", "few clients know this range unit")
CHALLENGE = error(
    "R232", "clients cannot read the challenge", ignorable=True, fixable=True
)
CHALLENGE_REALM = warning("R233", "the challenge has no realm")
CONTENT_RANGE = error(
    "R234", "Content-Range does not give a valid range", ignorable=True, fixable=True
)
RANGE_STATUS = warning("R235", "Content-Range does not fit the status")
CONTENT = error("R236", "the renderer cannot hold the content")
TYPE_AS_VALUE = error("R237", "the constant is the name of a type", ignorable=True)
ADDRESS = error("R238", "the header is not a valid URL", ignorable=True, fixable=True)
PLACEHOLDER = error("R239", "a placeholder would be sent as it is", ignorable=True)
CODING = error(
    "R240", "Content-Encoding names a coding that nothing applies", ignorable=True
)
REQUEST_FIELD = warning("R241", "the header is one that clients send")
LISTED_TWICE = warning("R242", "a list has a member twice", fixable=True)
CONTENT_CODING = error(
    "R246",
    "Content-Encoding names something that is not a content coding",
    ignorable=True,
    fixable=True,
)
UNKNOWN_CODING = warning(
    "R247", "clients need not know the content coding", fixable=True
)
DISPOSITION = error(
    "R248",
    "browsers misread the Content-Disposition",
    ignorable=True,
    fixable=True,
)
FILE_NAME_READ = warning(
    "R249", "clients read another file name than the Content-Disposition has"
)
NUMBER = warning("R255", "a number is sent with other digits than are written")
SEPARATOR = error("R256", "the separator is not that of the header", ignorable=True)
GRAMMAR = error(
    "R260",
    "the value does not follow the grammar of its field",
    ignorable=True,
    fixable=True,
)
