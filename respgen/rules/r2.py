"""Family R2: fields and messages."""

from respgen.rules import r2_constants, r2_fields, r2_messages
from respgen.rules.r2_constants import (
    DATE,
    ENTITY_TAG,
    LOCATION_RELATIVE,
    LOCATION_SCRIPT,
    RETRY_AFTER,
    VARY,
)
from respgen.rules.r2_fields import (
    CONTENT_TYPE_FIELD,
    FIELD_NAME,
    FIELD_NAME_TYPO,
    FIELD_TWICE,
    FIELD_VALUE,
    FRAMING_FIELD,
    LATIN_1,
    OBS_TEXT,
    SERVER_FIELD,
    SET_COOKIE_FIELD,
)
from respgen.rules.r2_messages import (
    BODYLESS,
    CHARSET_TWICE,
    CODEC,
    JSON_CHARSET,
    MEDIA_TYPE,
    MEDIA_TYPE_TYPO,
    NOSNIFF,
    STATUS,
    STATUS_ADVICE,
    STATUS_CONTRACT,
    UTF_8_ONLY,
)

RULES = (*r2_fields.RULES, *r2_messages.RULES, *r2_constants.RULES)

__all__ = [
    "BODYLESS",
    "CHARSET_TWICE",
    "CODEC",
    "CONTENT_TYPE_FIELD",
    "DATE",
    "ENTITY_TAG",
    "FIELD_NAME",
    "FIELD_NAME_TYPO",
    "FIELD_TWICE",
    "FIELD_VALUE",
    "FRAMING_FIELD",
    "JSON_CHARSET",
    "LATIN_1",
    "LOCATION_RELATIVE",
    "LOCATION_SCRIPT",
    "MEDIA_TYPE",
    "MEDIA_TYPE_TYPO",
    "NOSNIFF",
    "OBS_TEXT",
    "RETRY_AFTER",
    "RULES",
    "SERVER_FIELD",
    "SET_COOKIE_FIELD",
    "STATUS",
    "STATUS_ADVICE",
    "STATUS_CONTRACT",
    "UTF_8_ONLY",
    "VARY",
]
