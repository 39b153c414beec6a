"""Family R0: language."""

from respgen.diagnostics import Rule, Severity

SYNTAX = Rule("R001", Severity.ERROR, "", "", "", "", "", ignorable=False)
VERSION = Rule("R002", Severity.ERROR, "", "", "", "", "", ignorable=False)
UNKNOWN_KEY = Rule("R003", Severity.ERROR, "", "", "", "", "", ignorable=False)
DUPLICATE_KEY = Rule("R004", Severity.ERROR, "", "", "", "", "", ignorable=False)
MISSING_KEY = Rule("R005", Severity.ERROR, "", "", "", "", "", ignorable=False)
WRONG_TYPE = Rule("R006", Severity.ERROR, "", "", "", "", "", ignorable=False)
TAG = Rule("R007", Severity.ERROR, "", "", "", "", "", ignorable=False)
LIMIT = Rule("R008", Severity.ERROR, "", "", "", "", "", ignorable=False)
DOCUMENTS = Rule("R009", Severity.ERROR, "", "", "", "", "", ignorable=False)
UNKNOWN_WORD = Rule("R010", Severity.ERROR, "", "", "", "", "", ignorable=False)
FILE_NAME = Rule("R011", Severity.ERROR, "", "", "", "", "", ignorable=False)
CONFLICT = Rule("R012", Severity.ERROR, "", "", "", "", "", ignorable=False)
TEXT = Rule("R013", Severity.ERROR, "", "", "", "", "", ignorable=False)
CONFIGURATION = Rule("R014", Severity.ERROR, "", "", "", "", "", ignorable=False)

RULES = (
    SYNTAX,
    VERSION,
    UNKNOWN_KEY,
    DUPLICATE_KEY,
    MISSING_KEY,
    WRONG_TYPE,
    TAG,
    LIMIT,
    DOCUMENTS,
    UNKNOWN_WORD,
    FILE_NAME,
    CONFLICT,
    TEXT,
    CONFIGURATION,
)
