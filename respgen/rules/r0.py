"""Family R0: the language of schemas, and the configuration."""

from respgen.rules.row import error, warning

SYNTAX = error("R001", "the file cannot be read as YAML, JSON or TOML")
VERSION = error(
    "R002", "this respgen does not know the file's version of the schema language"
)
UNKNOWN_KEY = error("R003", "the schema language does not have this key", fixable=True)
DUPLICATE_KEY = error("R004", "a mapping has the same key twice")
MISSING_KEY = error("R005", "a required key is missing")
WRONG_TYPE = error(
    "R006", "the value does not have the type that its key requires", fixable=True
)
TAG = error("R007", "the file uses a YAML tag")
LIMIT = error("R008", "the schema exceeds a limit")
DOCUMENTS = error("R009", "the file contains a second document")
UNKNOWN_WORD = error("R010", "the key does not accept this word", fixable=True)
FILE_NAME = error("R011", "the file name is not a valid module name")
CONFLICT = error("R012", "keys contradict each other")
TEXT = error("R013", "the text contains characters that a schema must not contain")
CONFIGURATION = error("R014", "a setting in pyproject.toml is unknown or wrong")
USELESS_IGNORE = warning("R015", "an ignore comment ignores nothing")
UNQUOTED = error("R016", "the text needs quotes in YAML", fixable=True)
FORMATTER = warning("R017", "the formatter has a setting that respgen cannot follow")
