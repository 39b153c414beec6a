"""Family R1: names, and what else becomes Python."""

from respgen.rules.page import error

CLASS_NAME = error(
    "R101",
    "a response whose name cannot name a class",
    "The key of a response is the name of a Python class, taken as it is: ASCII letters, digits"
    " and underscores, no digit first, no keyword. Letters beyond ASCII are refused since Python"
    " normalises them, so that two names which look different may be one.",
    "Python language reference 2.3; PEP 3131",
    """\
respgen: 1
responses:
  item-created: {status_code: 200}
""",
    ("item-created", "ItemCreated"),
)

PARAMETER_NAME = error(
    "R102",
    "a parameter that Python cannot name so",
    "A header that callers give becomes a keyword-only parameter: its name in lower case with"
    " underscores, or what `as:` says. It has to be an ASCII identifier and no keyword.",
    "Python language reference 2.3",
    """\
respgen: 1
responses:
  Item:
    headers:
      X-Class: {type: str, as: class}
""",
    ("as: class", "as: item_class"),
)

MEMBER_CLASH = error(
    "R103",
    "a parameter with a name that is taken",
    "A parameter cannot share its name with another one, with a parameter that every response"
    " has (`status_code`, `headers` ...), with a member of the base class or with a method of a"
    " listed cookie preset. One of the two would hide the other.",
    "The generated code, names",
    """\
respgen: 1
responses:
  Item:
    headers:
      X-Body: {type: str, as: body}
""",
    ("as: body", "as: body_id"),
)

ENTRY_CLASH = error(
    "R104",
    "two things of one name in a module",
    "Responses are classes of the generated module, cookie presets are functions beside them"
    " (`set_session_cookie`, `delete_session_cookie`, `read_session_cookie`). Of two that have"
    " the same name the first would be gone.",
    "The generated code, names",
    """\
respgen: 1
cookies:
  session: {max_age: 14d}
responses:
  set_session_cookie: {cookies: [session]}
""",
    ("set_session_cookie", "SessionStarted"),
)

TYPE_EXPRESSION = error(
    "R105",
    "no Python type",
    "The type of `content` is parsed and written anew, never pasted: names, dotted import paths,"
    " unions, generics and `Literal`. Anything else, a call or a lambda, would be code of the"
    " schema's author that runs wherever the module is imported.",
    "Python typing specification, type expressions",
    """\
respgen: 1
responses:
  Items:
    render: json
    content: list[str
""",
    ("list[str", "list[str]"),
)

IMPORT_PATH = error(
    "R106",
    "no import path",
    "`package.module:name` says what to import and from where; it becomes an import statement,"
    " so both sides are dotted ASCII identifiers. With a dot in the colon's place nobody can tell"
    " the module from the class.",
    "The schema language, `extends`, `render`",
    """\
respgen: 1
responses:
  Items:
    media_type: text/csv
    render: shop.tables:as-csv
""",
    ("as-csv", "as_csv"),
)

UNKNOWN_PARENT = error(
    "R107",
    "a parent that does not exist",
    "`extends` names a response of this file, one of a module listed in `uses`"
    " (`common.ApiJSON`), or a class by its import path (`shop.base:BaseResponse`). Without the"
    " parent nobody knows which headers, cookies and media type the class has.",
    "The schema language, `extends`",
    """\
respgen: 1
responses:
  ApiJSON: {media_type: application/json}
  Item: {extends: ApiJson}
""",
    ("extends: ApiJson", "extends: ApiJSON"),
)

UNKNOWN_NAME = error(
    "R108",
    "a header profile or cookie preset that does not exist",
    "A class without the headers that it meant to use is sent without them: no test fails, and"
    " the security headers are gone. Names of other modules carry the module's name:"
    " `common.secure`.",
    "The schema language, `use`, `cookies`",
    """\
respgen: 1
headers:
  secure:
    X-Content-Type-Options: nosniff
responses:
  Item:
    headers:
      use: [secur]
""",
    ("[secur]", "[secure]"),
)

CYCLE = error(
    "R109",
    "what extends or uses itself",
    "Neither of two classes that extend each other can come first, in the module or in the merged"
    " declaration. The same holds for modules that use each other: Python could import neither.",
    "The schema language, `extends`, `uses`",
    """\
respgen: 1
responses:
  Item: {extends: Entry}
  Entry: {extends: Item}
""",
    ("Entry: {extends: Item}", "Entry: {description: Anything listed.}"),
)

UNKNOWN_MODULE = error(
    "R110",
    "a schema module that does not exist",
    "`uses` lists other schema files by the stem of their name. The generated module imports the"
    " modules that they become, and fails on one that nobody generates.",
    "The schema language, `uses`",
    """\
respgen: 1
uses: [comon]
responses:
  Item: {description: One item.}
""",
    ("[comon]", "[common]"),
    also=(
        (
            "common.yaml",
            """\
respgen: 1
headers:
  secure:
    X-Content-Type-Options: nosniff
""",
        ),
    ),
)

PRESET_NAME = error(
    "R111",
    "a cookie preset or header profile whose name is no identifier",
    "The name of a preset becomes part of Python's names: `session` makes `set_session_cookie`."
    " So it is an ASCII identifier, and profiles are named by the same rule. The cookie's own name,"
    " which may have hyphens, is its `key`.",
    "Python language reference 2.3",
    """\
respgen: 1
cookies:
  shop-session: {max_age: 14d}
""",
    ("shop-session: {", "shop_session: {key: shop-session, "),
)

TEMPLATE = error(
    "R112",
    "a template with braces that are no place",
    "In a template `{name}` is the place of a param. Formats and expressions have no meaning there:"
    " a value goes in as text, encoded as the field wants it. `{{` and `}}` are braces themselves.",
    "The schema language, `template`",
    """\
respgen: 1
responses:
  Created:
    params: {item_id: int}
    headers:
      Location: {template: "/items/{item_id:d}"}
""",
    (":d}", "}"),
)

UNKNOWN_PARAM = error(
    "R113",
    "a template with a place for a param that is not declared",
    "Each place of a template is a parameter of the constructor, and `params` says its type. Without"
    " it nobody could give the value.",
    "The schema language, `params`",
    """\
respgen: 1
responses:
  Created:
    params: {id: int}
    headers:
      Location: {template: "/items/{item_id}"}
""",
    ("{id: int}", "{item_id: int}"),
)

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
    TEMPLATE,
    UNKNOWN_PARAM,
)
