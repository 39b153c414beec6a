"""Python types as authors write them: what is understood, what is refused, and never an exception."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from respgen.diagnostics import Malformed
from respgen.resolve.expressions import (
    ANY,
    NONE,
    type_expression,
)
from respgen.specs.types import (
    ImportPath,
    TypeExpression,
    TypeGeneric,
    TypeList,
    TypeName,
    TypeUnion,
    TypeValue,
)
from respgen.vocabulary.identifiers import is_identifier
from respgen.vocabulary.import_paths import import_path
from respgen.vocabulary.python_names import KNOWN, VARIADIC

INT, STR = TypeName("builtins", "int"), TypeName("builtins", "str")
LIST, TUPLE = TypeName("builtins", "list"), TypeName("builtins", "tuple")
USER = TypeName("shop.models", "User")
CALLABLE = TypeName("collections.abc", "Callable")
LITERAL = TypeName("typing", "Literal")

TYPES: dict[str, TypeExpression] = {
    "int": INT,
    " int ": INT,
    "None": NONE,
    "Any": ANY,
    "JsonValue": TypeName("respgen", "JsonValue"),
    "shop.models.User": USER,
    "shop._models._User": TypeName("shop._models", "_User"),
    "datetime.datetime": TypeName("datetime", "datetime"),
    "(int)": INT,
    "int | None": TypeUnion((INT, NONE)),
    "int | (str | int) | None": TypeUnion((INT, STR, NONE)),
    "int | int": INT,
    "Literal[1] | Literal[True]": TypeUnion(
        (
            TypeGeneric(LITERAL, (TypeValue(1),)),
            TypeGeneric(LITERAL, (TypeValue(True),)),
        )
    ),
    "list[int]": TypeGeneric(LIST, (INT,)),
    "list[shop.models.User | None]": TypeGeneric(LIST, (TypeUnion((USER, NONE)),)),
    "Mapping[str, int]": TypeGeneric(
        TypeName("collections.abc", "Mapping"), (STR, INT)
    ),
    "collections.abc.Sequence[int]": TypeGeneric(
        TypeName("collections.abc", "Sequence"), (INT,)
    ),
    "shop.models.Page[int, str]": TypeGeneric(
        TypeName("shop.models", "Page"), (INT, STR)
    ),
    "tuple[int, str]": TypeGeneric(TUPLE, (INT, STR)),
    "tuple[int, ...]": TypeGeneric(TUPLE, (INT, TypeList(None))),
    "Callable[[int, str], None]": TypeGeneric(CALLABLE, (TypeList((INT, STR)), NONE)),
    "Callable[..., int]": TypeGeneric(CALLABLE, (TypeList(None), INT)),
    "Callable[[], int]": TypeGeneric(CALLABLE, (TypeList(()), INT)),
    "Literal['a', 1, -1, True, None]": TypeGeneric(
        LITERAL,
        (TypeValue("a"), TypeValue(1), TypeValue(-1), TypeValue(True), TypeValue(None)),
    ),
    "typing.Literal['é # \\n']": TypeGeneric(LITERAL, (TypeValue("é # \n"),)),
    # a generic alone means any, which mypy --strict wants said
    "list": TypeGeneric(LIST, (ANY,)),
    "dict": TypeGeneric(TypeName("builtins", "dict"), (ANY, ANY)),
    "tuple": TypeGeneric(TUPLE, (ANY, TypeList(None))),
    "Callable": TypeGeneric(CALLABLE, (TypeList(None), ANY)),
}


@pytest.mark.parametrize(("text", "tree"), TYPES.items(), ids=TYPES)
def test_type(text: str, tree: TypeExpression) -> None:
    """A type is read into names, generics, unions and Literal values."""
    assert type_expression(text) == tree


REFUSED = [
    "",
    " ",
    "List[int]",
    "User",
    "list[",
    "list[int",
    "int str",
    "f()",
    "x.f()",
    "x[0].y",
    "'User'",
    "list['User']",
    "1",
    "True",
    "...",
    "[int]",
    "{}",
    "{int: str}",
    "(int, str)",
    "int & str",
    "~int",
    "*int",
    "lambda: int",
    "int if x else str",
    "(y := int)",
    "await x",
    "yield",
    "f'{int}'",
    "list[int:str]",
    "list[*x]",
    "tuple[()]",
    "tuple[..., int]",
    "tuple[int, ..., str]",
    "tuple[int, str, ...]",
    "list[...]",
    "int[str]",
    "dict[str]",
    "list[int, str]",
    "Callable[int, str]",
    "Literal",
    "Literal[()]",
    "Literal[1.5]",
    "Literal[b'a']",
    "Literal[int]",
    "Literal[-'a']",
    "Literal[-True]",
    "shop:User",
    "shop..User",
    ".User",
    "shop.class.User",
    "shop.__main__.User",
    "__import__",
    "respgen.core.Response",
    "\uff49nt",
    "shop.ﬁle.User",
    "int # a comment",
    "int\nstr",
    "(int\n)",
    "int\u2028",
    "int\x0c",
    "int\xa0",
    "int\x00",
    "x" * 2000,
    " | ".join(["int"] * 400),
    "list[" * 60 + "int" + "]" * 60,
    "list[" * 300 + "int" + "]" * 300,
]


@pytest.mark.parametrize("text", REFUSED)
def test_refused(text: str) -> None:
    """What is no type is refused, with words for its author."""
    with pytest.raises(Malformed) as refused:
        type_expression(text)
    assert refused.value.found.message
    assert len(refused.value.found.message) < 200


def written(tree: TypeExpression) -> str:
    """A tree as an author could have written it."""
    match tree:
        case TypeName("builtins" | "typing" | "collections.abc" | "respgen", name):
            return name
        case TypeName(module, name):
            return f"{module}.{name}"
        case TypeGeneric(origin, arguments):
            return f"{written(origin)}[{', '.join(map(written, arguments))}]"
        case TypeUnion(members):
            return " | ".join(map(written, members))
        case TypeValue(value):
            return repr(value)
        case TypeList(None):
            return "..."
        case TypeList(items):
            return f"[{', '.join(map(written, items or ()))}]"


NAMES = st.sampled_from(["a", "_b", "models", "User", "x1"])
USERS = st.builds(
    lambda parts: TypeName(".".join(parts[:-1]), parts[-1]),
    st.lists(NAMES, min_size=2, max_size=4),
)
PLAIN = st.sampled_from(
    [
        NONE,
        *(
            TypeName(module, name)
            for name, (module, arity) in KNOWN.items()
            if not arity
        ),
    ]
)
VALUES = st.text(max_size=5) | st.integers(-9, 9) | st.booleans() | st.none()


def generics(
    inner: st.SearchStrategy[TypeExpression],
) -> st.SearchStrategy[TypeExpression]:
    known = st.one_of(
        st.builds(
            TypeGeneric, st.just(TypeName(module, name)), st.tuples(*[inner] * arity)
        )
        for name, (module, arity) in KNOWN.items()
        if arity not in (0, VARIADIC) and name != "Callable"
    )
    unions = st.lists(inner, min_size=2, max_size=3).map(_union)
    return st.one_of(
        known,
        unions,
        st.builds(
            TypeGeneric, USERS, st.lists(inner, min_size=1, max_size=2).map(tuple)
        ),
        st.builds(lambda item: TypeGeneric(TUPLE, (item, TypeList(None))), inner),
        st.builds(
            lambda items, result: TypeGeneric(
                CALLABLE, (TypeList(tuple(items)), result)
            ),
            st.lists(inner, max_size=2),
            inner,
        ),
        st.builds(
            lambda values: TypeGeneric(LITERAL, tuple(map(TypeValue, values))),
            st.lists(VALUES, min_size=1, max_size=3),
        ),
    )


def _union(members: list[TypeExpression]) -> TypeExpression:
    flat = [
        each
        for member in members
        for each in (member.members if isinstance(member, TypeUnion) else (member,))
    ]
    distinct = tuple({repr(each): each for each in flat}.values())
    return TypeUnion(distinct) if len(distinct) > 1 else distinct[0]


TREES = st.recursive(PLAIN | USERS, generics, max_leaves=8)


@given(TREES)
def test_read_back(tree: TypeExpression) -> None:
    """What a tree is written as is read as that tree, each value with its own type."""
    found = type_expression(written(tree))
    assert found == tree
    assert repr(found) == repr(tree)


ANYTHING = st.text() | st.lists(
    st.sampled_from(
        [
            *"[](){},|.:'\"\\ #\n*=",
            "int",
            "list",
            "Literal",
            "None",
            "\uff58",
            "a",
            "0x1",
        ]
    )
).map("".join)


@given(ANYTHING)
def test_anything(text: str) -> None:
    """Any text is a type or refused; what is a type has ASCII identifiers only."""
    try:
        tree = type_expression(text)
    except Malformed:
        return
    assert type_expression(written(tree)) == tree


PATHS = {
    "shop.base:Base": ImportPath("shop.base", "Base"),
    "shop:Base.Inner": ImportPath("shop", "Base.Inner"),
    "_shop:_f": ImportPath("_shop", "_f"),
}


@pytest.mark.parametrize(("text", "path"), PATHS.items(), ids=PATHS)
def test_import_path(text: str, path: ImportPath) -> None:
    """A module and a name, each dotted identifiers."""
    assert import_path(text) == path


@given(ANYTHING | st.from_regex(r"[a-z_.:\n]+"))
def test_any_import_path(text: str) -> None:
    """Any text is refused, or a path of ASCII identifiers that says the same."""
    try:
        path = import_path(text)
    except Malformed:
        return
    assert f"{path.module}:{path.name}" == text
    assert all(
        is_identifier(part) for part in (path.module + "." + path.name).split(".")
    )
