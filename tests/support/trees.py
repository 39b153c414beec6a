"""Schema files without text: plain values as located trees, every node with a place of its own."""

from __future__ import annotations

from itertools import count

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from respgen.diagnostics import Span
from respgen.load.tree import Entry, Mapping, Node, Scalar, SchemaFile, Sequence
from respgen.located import Plain
from respgen.schema.cookie_keys import CookieUseKeys, DeletedScope, Preset
from respgen.schema.header_keys import ParameterKeys
from respgen.schema.module_keys import ModuleKeys
from respgen.schema.response_keys import ResponseKeys


def schema_file(name: str, value: Plain) -> SchemaFile:
    """`value` as the tree of `name`.yaml; what is no mapping becomes an empty one."""
    root = _Places(f"{name}.yaml").node(value if isinstance(value, dict) else {})
    assert isinstance(root, Mapping)
    return SchemaFile(f"{name}.yaml", name, (), root)


class _Places:
    """Gives each node the next line."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._lines = count(1)

    def span(self) -> Span:
        line = next(self._lines)
        return Span(self._file, line, 1, line, 2)

    def node(self, value: Plain) -> Node:
        span = self.span()
        if isinstance(value, dict):
            entries = (
                Entry(key, self.span(), self.node(below))
                for key, below in value.items()
            )
            return Mapping(tuple(entries), span)
        if isinstance(value, list):
            return Sequence(tuple(self.node(item) for item in value), span)
        return Scalar(value, span)


# Arbitrary trees: every value is now and then what stands there usually, a near miss, or junk

_WORDS = st.sampled_from(
    [
        "A",
        "B",
        "Base",
        "Gone",
        "shop",
        "common",
        "common.A",
        "common.secure",
        "secure",
        "session",
        "common.session",
        "json",
        "html",
        "text",
        "bytes",
        "jsn",
        "pkg.mod:Class",
        "pkg.mod:",
        ":x",
        "a.b",
        "list[str]",
        "str",
        "int",
        "enum",
        "date",
        "duration",
        "etag",
        "list[enum]",
        "list[date]",
        "locked",
        "append",
        "always",
        "lax",
        "none",
        "unset",
        "plain",
        "percent",
        "empty",
        "body",
        "redirect",
        "fastapi",
        "core",
        "application/json",
        "text/html",
        "14d",
        "2w",
        "-1",
        "x/y;charset=latin-1",
        "shop.models.User",
        "int|None",
        "class",
        "list[int",
        "dict[str,JsonValue]",
        "Literal['a']",
        "__x__",
        "",
    ]
)
_SCALARS = (
    st.none()
    | st.booleans()
    | st.integers(-5, 600)
    | st.integers()
    | st.floats()
    | st.text(max_size=8)
    | _WORDS
)
_NAMES = st.sampled_from(["A", "B", "Base", "secure", "session", "class", "ß", "list"])
_FIELDS = st.sampled_from(
    [
        "ETag",
        "etag",
        "Vary",
        "X-A",
        "x-a",
        "X_A",
        "Content-Type",
        "Headers",
        "Set-Session-Cookie",
    ]
)
_KEYS = st.sampled_from(
    sorted(
        {
            key
            for keys in (ModuleKeys, ResponseKeys, Preset, ParameterKeys, CookieUseKeys)
            for key in keys.rows
        }
        | {"remove", "value", "use", "type", "locked", "<text>", "<mapping>", "from"}
    )
) | st.text(max_size=4)
_JUNK: SearchStrategy[Plain] = st.recursive(
    _SCALARS,
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(_KEYS, inner, max_size=3),
    max_leaves=6,
)


def _loosely(usual: SearchStrategy[Plain]) -> SearchStrategy[Plain]:
    return st.one_of(usual, usual, usual, usual, _JUNK)


def _some(keys: dict[str, SearchStrategy[Plain]]) -> SearchStrategy[Plain]:
    known = st.fixed_dictionaries(
        {}, optional={key: _loosely(usual) for key, usual in keys.items()}
    )
    return st.builds(lambda usual, junk: {**usual, **junk}, known, _EXTRAS)


_EXTRAS = st.just({}) | st.just({}) | st.dictionaries(_KEYS, _JUNK, max_size=1)
_TEXT = _WORDS | st.text(max_size=5)
_VALUE = _SCALARS | st.lists(_SCALARS, max_size=2)
_HEADER = (
    _SCALARS
    | _some({"value": _VALUE, "policy": _WORDS, "type": _WORDS})
    | _some(
        {
            "type": _WORDS,
            "required": st.booleans(),
            "default": _VALUE,
            "as": _TEXT,
            "policy": _WORDS,
            "values": st.lists(_TEXT, max_size=3),
        }
    )
    | _some({"remove": st.booleans()})
)
_HEADERS = st.dictionaries(_FIELDS, _loosely(_HEADER), max_size=4)
_SCOPES = st.lists(_some(dict.fromkeys(DeletedScope.rows, _TEXT)), max_size=2)
_PRESET = _some(
    dict.fromkeys(Preset.rows, _SCALARS) | {"also_delete": _SCOPES, "max_age": _WORDS}
)
_USES = st.dictionaries(
    _WORDS, st.none() | _some({"set": st.just("always"), "value": _TEXT}), max_size=2
)
_RESPONSE = _some(
    {
        "description": _TEXT,
        "extends": _WORDS,
        "kind": _WORDS,
        "media_type": _WORDS,
        "charset": _TEXT,
        "status_code": st.sampled_from([200, 204, 304, 401, 99])
        | _some({"value": st.integers(), "locked": st.booleans()}),
        "content": _WORDS | st.none() | _some({"type": _WORDS, "as": _TEXT}),
        "render": _WORDS
        | _some({"json": _some({"indent": st.integers(-1, 20), "default": _WORDS})}),
        "headers": st.builds(
            lambda headers, use: {**headers, "use": use},
            _HEADERS,
            st.lists(_WORDS, max_size=2),
        )
        | _HEADERS,
        "cookies": st.lists(_WORDS | _USES, max_size=3) | _USES,
    }
)
schemas: SearchStrategy[Plain] = _loosely(
    _some(
        {
            "respgen": st.just(1),
            "description": _TEXT,
            "uses": st.lists(_WORDS, max_size=2),
            "target": _WORDS,
            "headers": st.dictionaries(_NAMES, _loosely(_HEADERS), max_size=3),
            "cookies": st.dictionaries(_NAMES, _loosely(_PRESET), max_size=3),
            "responses": st.dictionaries(_NAMES, _loosely(_RESPONSE), max_size=4),
        }
    )
)
