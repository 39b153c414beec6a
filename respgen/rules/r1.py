"""Family R1: names, and what else becomes Python."""

from respgen.rules.row import error

CLASS_NAME = error("R101", "a response whose name cannot name a class")
PARAMETER_NAME = error("R102", "a parameter that Python cannot name so")
MEMBER_CLASH = error("R103", "a parameter with a name that is taken")
ENTRY_CLASH = error("R104", "two things of one name in a module")
TYPE_EXPRESSION = error("R105", "no Python type")
IMPORT_PATH = error("R106", "no import path")
UNKNOWN_PARENT = error("R107", "a parent that does not exist")
UNKNOWN_NAME = error("R108", "a header profile or cookie preset that does not exist")
CYCLE = error("R109", "what extends or uses itself")
UNKNOWN_MODULE = error("R110", "a schema module that does not exist")
PRESET_NAME = error(
    "R111", "a cookie preset or header profile whose name is no identifier"
)
TEMPLATE = error("R112", "a template with braces that are no place")
UNKNOWN_PARAM = error(
    "R113", "a template with a place for a param that is not declared"
)
