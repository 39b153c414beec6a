"""Family R0: the language of schemas, and the configuration."""

from respgen.rules.row import error

SYNTAX = error("R001", "the file cannot be read as YAML or JSON")
VERSION = error("R002", "a version of the language that this respgen does not know")
UNKNOWN_KEY = error("R003", "a key that the language does not have", fixable=True)
DUPLICATE_KEY = error("R004", "a key twice in one mapping")
MISSING_KEY = error("R005", "a key that has to be there is not")
WRONG_TYPE = error("R006", "a value of another type than the key takes", fixable=True)
TAG = error("R007", "a YAML tag")
LIMIT = error("R008", "more than a schema may hold")
DOCUMENTS = error("R009", "a second document in one file")
UNKNOWN_WORD = error("R010", "a word that the key does not take", fixable=True)
FILE_NAME = error("R011", "a file name that cannot become a module's")
CONFLICT = error("R012", "keys that do not go together")
TEXT = error("R013", "text with characters that no text here may hold")
CONFIGURATION = error("R014", "an unknown or malformed setting in pyproject.toml")
