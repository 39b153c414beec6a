"""Family R1: names, and what else becomes Python."""

from respgen.rules.row import error, warning

CLASS_NAME = error("R101", "the response name is not a valid class name")
PARAMETER_NAME = error("R102", "the parameter name is not a valid Python name")
MEMBER_CLASH = error("R103", "the parameter name is already taken")
ENTRY_CLASH = error("R104", "two definitions in a module have the same name")
TYPE_EXPRESSION = error("R105", "the type expression is not valid")
IMPORT_PATH = error("R106", "the import path is not valid")
UNKNOWN_PARENT = error("R107", "the parent does not exist")
UNKNOWN_NAME = error("R108", "the header profile or cookie preset does not exist")
CYCLE = error("R109", "a response extends itself, or a module uses itself")
UNKNOWN_MODULE = error("R110", "the schema module does not exist")
PRESET_NAME = error(
    "R111", "the name of a cookie preset or header profile is not an identifier"
)
TEMPLATE = error("R112", "braces in a template are not a placeholder")
UNKNOWN_PARAM = error(
    "R113", "a template has a placeholder that `params` does not declare"
)
RENDER_FUNCTION = error(
    "R114", "a render function needs what its class does not have, or cannot be read"
)
PARAM_DEFAULT = error("R115", "the default does not have the type of the param")
PARAM_TEXT = error("R116", "a placeholder stands for a param that has no text")
IMPORTED_NAME = error(
    "R117", "what an import path or a type names does not exist, or cannot be used so"
)
UNUSED_PARAM = warning("R118", "nothing uses the param")
REMOVAL = warning("R119", "the header that is removed is not inherited")
