"""Family R0: the language of schemas, and the configuration."""

from dataclasses import replace

from respgen.rules.page import error

SYNTAX = error(
    "R001",
    "the file cannot be read as YAML or JSON",
    "Where the text breaks the grammar of its format there is no schema to speak of: what the"
    " rest would mean is a guess, and a wrong guess would become code. The place is where the"
    " reader could not go on; the cause often stands a line above it.",
    "YAML 1.2.2; RFC 8259",
    """\
respgen: 1
responses:
  Item: {status_code: 200
""",
    ("200", "200}"),
)

VERSION = error(
    "R002",
    "a version of the language that this respgen does not know",
    "`respgen: 1` says which language the file is written in. A later version may give the same"
    " words another meaning, so a file of another version is not read at all.",
    "The schema language, `respgen`",
    """\
respgen: 2
responses:
  Item: {description: One item.}
""",
    ("respgen: 2", "respgen: 1"),
)

UNKNOWN_KEY = error(
    "R003",
    "a key that the language does not have",
    "A key that nobody reads is a promise that nobody keeps: the author believes that the status"
    " is 404, and clients receive 200. So every key has to be known where it stands, and the"
    " nearest known one is suggested.",
    "The schema language, keys of a response",
    """\
respgen: 1
responses:
  Missing:
    status-code: 404
""",
    ("status-code:", "status_code:"),
    fixable=True,
)

DUPLICATE_KEY = error(
    "R004",
    "a key twice in one mapping",
    "YAML and JSON readers differ in which of two equal keys they keep, and most keep one in"
    " silence. In a schema the other one would be a declaration that never takes effect.",
    "YAML 1.2.2 3.2.1.1; RFC 8259 4",
    """\
respgen: 1
responses:
  Missing:
    status_code: 404
    status_code: 410
""",
    ("    status_code: 410\n", ""),
)

MISSING_KEY = error(
    "R005",
    "a key that has to be there is not",
    "Some mappings mean nothing without one of their keys: a file without its version, an enum"
    " without values, a typed constant without its value. Nothing sensible can be assumed for it.",
    "The schema language",
    """\
respgen: 1
responses:
  Item:
    headers:
      X-Size: {type: enum, required: true}
""",
    ("type: enum,", "type: enum, values: [small, large],"),
)

WRONG_TYPE = error(
    "R006",
    "a value of another type than the key takes",
    "Nothing is converted in silence: a status in quotes is text, a header value without them may"
    " be a truth value or a float whose digits change on the way. Scalars follow YAML 1.2, so"
    " `off`, `no` and `12:30` are text already, and `1.10` is the number 1.1.",
    "YAML 1.2.2 10.3.2",
    """\
respgen: 1
responses:
  Missing:
    status_code: "404"
""",
    ('"404"', "404"),
    fixable=True,
)

TAG = error(
    "R007",
    "a YAML tag",
    "Tags let a file choose the type of a value, in some readers any class of the program that"
    " reads it. A schema needs none of them: what a value is follows from its form, and quotes"
    " make anything text.",
    "YAML 1.2.2 6.8.1",
    """\
respgen: 1
responses:
  Item:
    headers:
      X-Api-Version: !!str 2
""",
    ("!!str 2", '"2"'),
)

LIMIT = error(
    "R008",
    "more than a schema may hold",
    "A few lines of aliases can unfold to billions of nodes, and deep nesting exhausts the stack,"
    " so files, depth, mappings and unfolded aliases have limits: 4 MiB, 64, 10,000 keys and"
    " 100,000 nodes. No schema written by people comes near them.",
    "The schema language, limits",
    """\
respgen: 1
responses:
  A: &a {x: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]}
  B: &b {x: [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a]}
  C: &c {x: [*b, *b, *b, *b, *b, *b, *b, *b, *b, *b]}
  D: &d {x: [*c, *c, *c, *c, *c, *c, *c, *c, *c, *c]}
  E: &e {x: [*d, *d, *d, *d, *d, *d, *d, *d, *d, *d]}
""",
    ("", ""),
)
LIMIT = replace(
    LIMIT,
    right="""\
respgen: 1
responses:
  A: &a {headers: {X-Api-Version: "2"}}
  B: *a
""",
)

DOCUMENTS = error(
    "R009",
    "a second document in one file",
    "One file makes one Python module. A line `---` begins another YAML document, which most"
    " readers never look at; the classes below it would be missing.",
    "YAML 1.2.2 9.1",
    """\
respgen: 1
responses:
  Item: {description: One item.}
---
responses:
  Items: {description: All items.}
""",
    ("---\nresponses:\n", ""),
)

UNKNOWN_WORD = error(
    "R010",
    "a word that the key does not take",
    "Renderers, header types, policies, targets, encodings and options are words of a fixed list."
    " Whatever a word outside it was meant to do would not happen.",
    "The schema language",
    """\
respgen: 1
responses:
  Item:
    headers:
      Vary: {value: Accept, policy: Append}
""",
    ("Append", "append"),
    fixable=True,
)

FILE_NAME = replace(
    error(
        "R011",
        "a file name that cannot become a module's",
        "The stem of a schema's file is the name of its Python module: an ASCII identifier and no"
        " keyword. `_support` and `__init__` are modules of every generated package, and two stems"
        " that differ in case alone are one file on macOS and Windows.",
        "Python language reference 2.3; the generated code, files",
        """\
respgen: 1
responses:
  Item: {description: One item.}
""",
        ("", ""),
        file="_support.yaml",
    ),
    right_file="shop.yaml",
)

CONFLICT = error(
    "R012",
    "keys that do not go together",
    "Each key is fine by itself, but together they contradict each other or one has no effect. A"
    " required parameter never falls back to its default; a constant is nothing that a caller"
    " could be required to give.",
    "The schema language",
    """\
respgen: 1
responses:
  Item:
    headers:
      X-Request-ID: {type: str, required: true, default: none}
""",
    (", default: none", ""),
)

TEXT = error(
    "R013",
    "text with characters that no text here may hold",
    "A schema is UTF-8. Controls, lone surrogates, and NEL, LS and PS written as they are (some"
    " programs end a line there, others do not) would show one thing to the reader and say"
    " another to the machine. NEL, LS and PS may be written as escapes.",
    "Unicode 15 5.8, 23.1; YAML 1.2.2 5.1",
    """\
respgen: 1
responses:
  Item:
    description: "One item.\\e[8m"
""",
    ("\\e[8m", ""),
)

CONFIGURATION = error(
    "R014",
    "an unknown or malformed setting in pyproject.toml",
    "A setting that nobody reads leaves the default in force: the output goes to another folder,"
    " a rule stays on, an older Python breaks on the code. So every key and every rule's code in"
    " [tool.respgen] has to be known. Of [tool.black], what decides the output has to be what"
    " black takes: it lays the generated code out, too.",
    "The schema language, pyproject.toml",
    """\
[tool.respgen]
ouput = "generated"
""",
    ("ouput", "output"),
    file="pyproject.toml",
)

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
