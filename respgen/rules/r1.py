"""Family R1: names and Python."""

from respgen.diagnostics import Rule, Severity

CLASS_NAME = Rule("R101", Severity.ERROR, "", "", "", "", "", ignorable=False)
PARAMETER_NAME = Rule("R102", Severity.ERROR, "", "", "", "", "", ignorable=False)
MEMBER_CLASH = Rule("R103", Severity.ERROR, "", "", "", "", "", ignorable=False)
ENTRY_CLASH = Rule("R104", Severity.ERROR, "", "", "", "", "", ignorable=False)
TYPE_EXPRESSION = Rule("R105", Severity.ERROR, "", "", "", "", "", ignorable=False)
IMPORT_PATH = Rule("R106", Severity.ERROR, "", "", "", "", "", ignorable=False)
UNKNOWN_PARENT = Rule("R107", Severity.ERROR, "", "", "", "", "", ignorable=False)
UNKNOWN_NAME = Rule("R108", Severity.ERROR, "", "", "", "", "", ignorable=False)
CYCLE = Rule("R109", Severity.ERROR, "", "", "", "", "", ignorable=False)
UNKNOWN_MODULE = Rule("R110", Severity.ERROR, "", "", "", "", "", ignorable=False)
PRESET_NAME = Rule("R111", Severity.ERROR, "", "", "", "", "", ignorable=False)

RULES = (
    CLASS_NAME,
    PARAMETER_NAME,
    MEMBER_CLASH,
    ENTRY_CLASH,
    TYPE_EXPRESSION,
    IMPORT_PATH,
    UNKNOWN_PARENT,
    UNKNOWN_NAME,
    CYCLE,
    UNKNOWN_MODULE,
    PRESET_NAME,
)
