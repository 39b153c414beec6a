"""Family R2: fields and messages."""

from respgen.diagnostics import Rule, Severity

FIELD_NAME = Rule("R201", Severity.ERROR, "", "", "", "", "", ignorable=False)
FIELD_NAME_TYPO = Rule("R202", Severity.WARNING, "", "", "", "", "", ignorable=True)
FIELD_VALUE = Rule("R203", Severity.ERROR, "", "", "", "", "", ignorable=False)
LATIN_1 = Rule("R204", Severity.ERROR, "", "", "", "", "", ignorable=False)
OBS_TEXT = Rule("R205", Severity.WARNING, "", "", "", "", "", ignorable=True)
FIELD_TWICE = Rule("R206", Severity.ERROR, "", "", "", "", "", ignorable=False)
FRAMING_FIELD = Rule("R207", Severity.ERROR, "", "", "", "", "", ignorable=False)
SET_COOKIE_FIELD = Rule("R208", Severity.ERROR, "", "", "", "", "", ignorable=False)
CONTENT_TYPE_FIELD = Rule("R209", Severity.ERROR, "", "", "", "", "", ignorable=False)
SERVER_FIELD = Rule("R210", Severity.WARNING, "", "", "", "", "", ignorable=True)
STATUS = Rule("R211", Severity.ERROR, "", "", "", "", "", ignorable=False)
BODYLESS = Rule("R212", Severity.ERROR, "", "", "", "", "", ignorable=False)
STATUS_CONTRACT = Rule("R213", Severity.ERROR, "", "", "", "", "", ignorable=False)
STATUS_ADVICE = Rule("R214", Severity.WARNING, "", "", "", "", "", ignorable=True)
MEDIA_TYPE = Rule("R215", Severity.ERROR, "", "", "", "", "", ignorable=False)
CHARSET_TWICE = Rule("R216", Severity.ERROR, "", "", "", "", "", ignorable=False)
CODEC = Rule("R217", Severity.ERROR, "", "", "", "", "", ignorable=False)
UTF_8_ONLY = Rule("R218", Severity.ERROR, "", "", "", "", "", ignorable=False)
JSON_CHARSET = Rule("R219", Severity.WARNING, "", "", "", "", "", ignorable=True)
NOSNIFF = Rule("R220", Severity.WARNING, "", "", "", "", "", ignorable=True)
MEDIA_TYPE_TYPO = Rule("R221", Severity.WARNING, "", "", "", "", "", ignorable=True)
DATE = Rule("R222", Severity.ERROR, "", "", "", "", "", ignorable=False)
ENTITY_TAG = Rule("R223", Severity.ERROR, "", "", "", "", "", ignorable=False)
RETRY_AFTER = Rule("R224", Severity.ERROR, "", "", "", "", "", ignorable=False)
VARY = Rule("R225", Severity.ERROR, "", "", "", "", "", ignorable=False)
LOCATION_SCRIPT = Rule("R226", Severity.ERROR, "", "", "", "", "", ignorable=False)
LOCATION_RELATIVE = Rule("R227", Severity.WARNING, "", "", "", "", "", ignorable=True)

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
    DATE,
    ENTITY_TAG,
    RETRY_AFTER,
    VARY,
    LOCATION_SCRIPT,
    LOCATION_RELATIVE,
)
