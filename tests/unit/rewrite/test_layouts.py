"""Whatever a file looks like, what changes is what was asked for, and all else is the same bytes."""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from respgen.rewrite.edits import Name, Piece, Remove, Replace, Source, Span
from respgen.rewrite.rewriting import rewritten
from respgen.rewrite.text import Text

USED = {"old", "New", "gone"}
ENCODINGS = ("utf-8", "utf-8-sig", "latin-1", "cp1252", "utf-8 declared")
LETTERS = {"latin-1": "é", "cp1252": "€"}

atoms = st.sampled_from(
    (
        "a",
        "b.c",
        "1",
        "1.5",
        "'x'",
        '"y"',
        "r'\\d'",
        "b'z'",
        "'''t\n  u'''",
        "f'{a}!'",
        "f'{old(1)}'",
        "...",
        "'§'",
        "[]",
    )
)


def _nested(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    break_ = st.sampled_from(("", "", "\n    ", "\n\t", " \\\n ", "\n  # why\n  "))
    behind = st.sampled_from(("", "", "  # why not\n    "))
    arguments = st.lists(inner, min_size=1, max_size=3)
    return st.one_of(
        st.builds(_call, st.sampled_from(("old", "f", "old", "g.old")), arguments, break_, behind, st.booleans()),
        st.builds("({}{})".format, break_, inner),
        st.builds("({} or {})".format, inner, inner),
        st.builds("[{}, {}]".format, inner, inner),
        st.builds("{{'k': {}, **{}}}".format, inner, inner),
        st.builds("({} if {} else {})".format, inner, inner, inner),
        st.builds("(lambda x: {})".format, inner),
        st.builds("[{} for x in {}]".format, inner, inner),
    )  # fmt: skip


def _call(name: str, arguments: list[str], space: str, behind: str, comma: bool) -> str:
    keywords = [f"k{i}={each}" if i else each for i, each in enumerate(arguments)]
    end = "," if comma else ""
    close = "\n" if "#" in space else ""
    between = behind or space
    return f"{name}({space}{f',{between}'.join(keywords)}{end}{behind}{close})"


expressions = st.recursive(atoms, _nested, max_leaves=6)
simple = st.one_of(
    expressions,
    st.builds("x = {}".format, expressions),
    st.builds("x: int = {}  # note".format, expressions),
    st.builds("x = {}; y = {}".format, expressions, expressions),
    st.builds("assert {}, {}".format, expressions, expressions),
    st.builds("del x  # {}".format, st.just("§")),
    st.sampled_from(("pass", "gone()", "gone(); old", "old; gone(); gone();")),
    st.just("gone()  # kept"),
    st.just("\f"),
    st.just("# own line §"),
)


def _block(head: str, body: list[str]) -> str:
    lines = [line for each in body for line in _indented(each)]
    return "\n".join([head, *lines, "    pass"])


def _indented(statement: str) -> list[str]:
    """Only the first line of a statement has to be indented, and all those of a block."""
    if re.match(r"(def|if|class|with) ", statement):
        return [f"    {line}" if line else "" for line in statement.split("\n")]
    return [f"    {statement}"]


heads = st.sampled_from(("def f(x: 'int', y=old(2)) -> None:", "if x:", "class C(B):", "with a as b:"))  # fmt: skip
statements = st.one_of(
    simple,
    st.builds(_block, heads, st.lists(simple, min_size=1, max_size=3)),
)
imports = st.sampled_from(("", "from lib import old", "from lib import f, old  # all", '"""Doc."""\n\nfrom lib import (\n    f,\n    old,\n)', "import lib", "from shop import Other\nfrom lib import old, old as older"))  # fmt: skip


@dataclass(frozen=True)
class File:
    """A file's bytes; they may be no Python."""

    data: bytes


def _file(
    top: str, body: list[str], newline: str, indent: str, encoding: str, end: bool
) -> File:
    text = "\n".join([*filter(None, [top]), *body])
    text = re.sub(r"(?m)^(?:    )+", lambda m: indent * (len(m[0]) // 4), text)
    text = text.replace("§", LETTERS.get(encoding, "☃𝄞"))
    if encoding not in ("utf-8", "utf-8-sig"):
        text = f"# coding: {encoding.split()[0]}\n{text}"
    text = (text + "\n" * end).replace("\n", newline)
    return File(text.encode(encoding.split()[0]))


files = st.builds(
    _file,
    imports,
    st.lists(statements, min_size=1, max_size=5),
    st.sampled_from(("\n", "\r\n", "\r")),
    st.sampled_from(("    ", "\t", "  ")),
    st.sampled_from(ENCODINGS),
    st.booleans(),
)


def _edit(call: ast.Call) -> Replace:
    """`old(a, k=b)` becomes `New(a, k=b)`."""
    pieces: list[Piece] = [Name("shop", "New"), "("]
    pieces += [each for node in call.args for each in (Span.of(node), ", ")]
    for keyword in call.keywords:
        pieces += [f"{keyword.arg}=", Span.of(keyword.value), ", "]
    return Replace(Span.of(call), (*pieces[:-1], ")"))


class _Rename(ast.NodeTransformer):
    """What the file has to mean: the calls that were not refused have another name."""

    def __init__(self, spans: set[Span]) -> None:
        self.spans = spans

    def visit_JoinedStr(self, node: ast.JoinedStr) -> ast.AST:  # of ast
        return node

    def visit_Call(self, node: ast.Call) -> ast.AST:  # of ast
        renamed = Span.of(node) in self.spans
        self.generic_visit(node)
        if renamed:
            node.func = ast.Name("New", ast.Load())
        return node


def _calls(tree: ast.Module) -> list[ast.Call]:
    found = []
    waiting: list[ast.AST] = [tree]
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.JoinedStr):
            continue
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            found += [node] if node.func.id == "old" else []
        waiting += ast.iter_child_nodes(node)
    return found


def _gone(tree: ast.Module) -> list[Span]:
    return [
        Span.of(node)
        for node in ast.walk(tree)
        if isinstance(node, ast.stmt) and ast.unparse(node) == "gone()"
    ]


def _meaning(tree: ast.Module) -> list[str]:
    """Without imports, and without what may stand in a block that would be empty."""
    for node in ast.walk(tree):
        if isinstance(body := getattr(node, "body", None), list):
            node.body = [each for each in body if not _is_nothing(each)]  # type: ignore[attr-defined]  # a block
    return [ast.dump(node) for node in tree.body]


def _is_nothing(node: ast.stmt) -> bool:
    imports = ast.Import, ast.ImportFrom, ast.Pass
    return isinstance(node, imports) or ast.unparse(node) == "gone()"


def _comments(data: bytes) -> list[str]:
    return sorted(each.text for each in Text(data).comments)


def _untouched(data: bytes, tree: ast.Module) -> list[bytes]:
    """The bytes of simple statements in which nothing has a name of an edit."""
    text = data.removeprefix(b"\xef\xbb\xbf")
    lines = re.split(rb"(?<=\n)|(?<=\r)(?!\n)", text)
    found = []
    for node in ast.walk(tree):
        is_compound = hasattr(node, "body") and not isinstance(node, ast.expr)
        named = {n.id for n in ast.walk(node) if isinstance(n, ast.Name)}
        if is_compound or not isinstance(node, ast.stmt) or named & USED:
            continue
        rows = lines[node.lineno - 1 : node.end_lineno]
        # columns are of UTF-8: whole lines will do where nothing else stands there
        is_other = isinstance(node, (ast.Import, ast.ImportFrom, ast.Pass))
        if not is_other and b";" not in b"".join(rows):
            found.append((node.lineno, b"".join(rows).strip()))
    return [text for _, text in sorted(found)]


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(files)
def test_any_layout(file: File) -> None:
    """The result means what it has to, and untouched statements are the same bytes."""
    try:
        tree = ast.parse(file.data)
    except SyntaxError:
        return
    edits = [_edit(call) for call in _calls(tree)]
    removals = [Remove(span) for span in _gone(tree)]
    done = rewritten(Source("a.py", file.data), [*edits, *removals])
    refused = {each.change[0].span for each in done.refusals}
    new = ast.parse(done.new)
    spans = {each.span for each in edits if each.span not in refused}
    assert _meaning(new) == _meaning(_Rename(spans).visit(ast.parse(file.data)))
    assert _untouched(done.new, new) == _untouched(file.data, tree)
    assert _comments(done.new) == _comments(file.data)
    reasons = {each.reason.partition(":")[0] for each in done.refusals}
    assert reasons <= {"a comment would be lost"}
    left = _gone(ast.parse(done.new))
    assert len(left) == len(refused & {each.span for each in removals})
    if not spans and not removals:
        assert done.new == file.data
