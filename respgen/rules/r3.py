"""Family R3: cookies."""

from respgen.diagnostics import Rule, Severity

COOKIE_NAME = Rule("R301", Severity.ERROR, "", "", "", "", "", ignorable=False)
COOKIE_VALUE = Rule("R302", Severity.ERROR, "", "", "", "", "", ignorable=False)
COOKIE_ATTRIBUTE = Rule("R303", Severity.ERROR, "", "", "", "", "", ignorable=False)
COOKIE_PATH = Rule("R304", Severity.ERROR, "", "", "", "", "", ignorable=False)
COOKIE_DOMAIN = Rule("R305", Severity.ERROR, "", "", "", "", "", ignorable=False)
COOKIE_DOMAIN_DOT = Rule("R306", Severity.WARNING, "", "", "", "", "", ignorable=True)
PUBLIC_SUFFIX = Rule("R307", Severity.WARNING, "", "", "", "", "", ignorable=True)
COOKIE_SIZE = Rule("R308", Severity.ERROR, "", "", "", "", "", ignorable=False)
ATTRIBUTE_SIZE = Rule("R309", Severity.ERROR, "", "", "", "", "", ignorable=False)
MAX_AGE = Rule("R310", Severity.ERROR, "", "", "", "", "", ignorable=False)
MAX_AGE_CAP = Rule("R311", Severity.WARNING, "", "", "", "", "", ignorable=True)
SAMESITE_NONE = Rule("R312", Severity.ERROR, "", "", "", "", "", ignorable=False)
PARTITIONED = Rule("R313", Severity.ERROR, "", "", "", "", "", ignorable=False)
SECURE_PREFIX = Rule("R314", Severity.ERROR, "", "", "", "", "", ignorable=False)
HOST_PREFIX = Rule("R315", Severity.ERROR, "", "", "", "", "", ignorable=False)
HTTP_PREFIX = Rule("R316", Severity.ERROR, "", "", "", "", "", ignorable=False)
HOST_HTTP_PREFIX = Rule("R317", Severity.ERROR, "", "", "", "", "", ignorable=False)
PREFIX_CASE = Rule("R318", Severity.WARNING, "", "", "", "", "", ignorable=True)
COOKIE_TWICE = Rule("R319", Severity.ERROR, "", "", "", "", "", ignorable=False)
VALUE_PREFIX = Rule("R320", Severity.WARNING, "", "", "", "", "", ignorable=True)
PRIORITY = Rule("R321", Severity.WARNING, "", "", "", "", "", ignorable=True)
SESSION_HTTPONLY = Rule("R322", Severity.WARNING, "", "", "", "", "", ignorable=True)

RULES = (
    COOKIE_NAME,
    COOKIE_VALUE,
    COOKIE_ATTRIBUTE,
    COOKIE_PATH,
    COOKIE_DOMAIN,
    COOKIE_DOMAIN_DOT,
    PUBLIC_SUFFIX,
    COOKIE_SIZE,
    ATTRIBUTE_SIZE,
    MAX_AGE,
    MAX_AGE_CAP,
    SAMESITE_NONE,
    PARTITIONED,
    SECURE_PREFIX,
    HOST_PREFIX,
    HTTP_PREFIX,
    HOST_HTTP_PREFIX,
    PREFIX_CASE,
    COOKIE_TWICE,
    VALUE_PREFIX,
    PRIORITY,
    SESSION_HTTPONLY,
)
