"""Whatever text an entry has, the readers of schemas read that text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from respgen.adopt.text import block, flow
from respgen.diagnostics import Problems
from respgen.load import parse
from respgen.load.tree import plain

TEXTS = st.one_of(
    st.text(st.characters(exclude_categories=["Cs", "Cc"])),
    st.sampled_from(
        ["yes", "No", "null", "~", "1e3", "0x1F", "12:30", "14d", "- a", "a: b", "a #b"]
    ),
    st.text("ab :#-,{}[]&*!|>'\"%@`\\/=.", max_size=8),
)
LEAVES = st.one_of(TEXTS, st.integers(-(10**6), 10**6), st.booleans(), st.none())
VALUES = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(TEXTS, inner, max_size=3)
    ),
    max_leaves=8,
)


def read(text: str) -> object:
    problems = Problems()
    tree = parse(text.encode(), "a.yaml", problems)
    assert tree is not None, [*problems]
    assert not problems.errors, [*problems]
    return plain(tree.root)


@given(st.dictionaries(TEXTS, VALUES, max_size=4), TEXTS)
def test_a_block_is_read_as_it_was_meant(value: dict[str, object], name: str) -> None:
    lines = block(name, value, 0, "3 places")  # type: ignore[arg-type]  # objects
    assert read("\n".join(lines)) == {name: value}


@given(VALUES)
def test_a_line_is_read_as_it_was_meant(value: object) -> None:
    assert read(f"a: {flow(value)}") == {"a": value}  # type: ignore[arg-type]  # as above
