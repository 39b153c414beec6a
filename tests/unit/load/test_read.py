"""Files become schema files, or diagnostics; never anything else."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from places import mistakes, parsed

from respgen.diagnostics import Problems
from respgen.load import READERS, Unreadable, display_lines, read
from respgen.load.source import MISTAKES, SIZE
from respgen.load.tree import plain
from tests.support.corpora import json_corpus

NAMES = [f"shop{suffix}" for suffix in READERS]

GOOD = {
    ".yaml": b"respgen: 1\nresponses: &r\n  Gone: {status_code: 204, \"a\\n\": 'b'}\nx: |\n  y\nz: *r\n",
    ".yml": b"# c\n- [a, {b: !t c}]\n? d\n: >-\n  e\n\n  f\n--- \n",
    ".json": b'{"$schema": "x", "respgen": 1, "a": [true, null, -1.5e3, "\\ud83d\\ude00"]}',
    ".toml": b"respgen = 1\n[a.\"b c\"]\nd = 2024-01-01T00:00:00Z # e\n[[f]]\ng = '''\nh'''\ni = [1, {j = 0x1F}]\n",
}


def test_read_gives_the_lines_the_module_and_the_tree(tmp_path: Path) -> None:
    """A schema file carries its display name, its module, its lines and its tree."""
    path = tmp_path / "shop.yaml"
    path.write_bytes(b"respgen: 1\r\na: b\n")
    file = read(path, "schemas/shop.yaml", Problems())
    assert file is not None
    assert (file.path, file.module) == ("schemas/shop.yaml", "shop")
    assert file.lines == ("respgen: 1", "a: b", "")
    assert [entry.key for entry in file.root] == ["respgen", "a"]


@pytest.mark.parametrize("made", ["nothing", "folder"])
def test_unreadable_files_raise(tmp_path: Path, made: str) -> None:
    """What cannot be read is an error of the environment, named by its display name."""
    path = tmp_path / "shop.yaml"
    if made == "folder":
        path.mkdir()
    with pytest.raises(Unreadable, match=r"cannot read schemas/shop\.yaml: \w"):
        read(path, "schemas/shop.yaml", Problems())


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    ("data", "found"),
    [
        pytest.param(b"ab\xff", "1:3-4", id="invalid byte"),
        pytest.param("é😀".encode() + b"\n\xe2\x82", "2:1-2", id="cut short"),
        pytest.param(b"\xff\xfea\0", "1:1-2", id="UTF-16"),
        pytest.param(b"\xef\xbb\xbfa\xc0\x80", "1:2-3", id="overlong after a BOM"),
        pytest.param(b"a\xed\xa0\x80", "1:2-3", id="encoded surrogate"),
        pytest.param(b"# \xc2\x85", "1:3-4", id="NEL"),
        pytest.param("# é\n# 😀\u2028".encode(), "2:4-5", id="line separator"),
        pytest.param("\r\n\r\u2029".encode(), "3:1-2", id="paragraph separator"),
        pytest.param(b"# \0", "1:3-4", id="NUL"),
        pytest.param(b"# \x0b", "1:3-4", id="VT"),
        pytest.param(b"# \x1b[0m", "1:3-4", id="ESC"),
        pytest.param(b"# \x7f", "1:3-4", id="DEL"),
        pytest.param(b"# \xc2\x9b", "1:3-4", id="CSI"),
        pytest.param("\ufeff\ufeff".encode(), "1:1-2", id="two BOMs"),
        pytest.param("# \uffff".encode(), "1:3-4", id="noncharacter"),
    ],
)
def test_unfit_characters(data: bytes, found: str, name: str) -> None:
    """What is not UTF-8 or breaks lines unseen is refused wherever it stands, in every format."""
    assert parsed(data, name) == (None, [f"{found} R013"])


@pytest.mark.parametrize("name", NAMES)
def test_size(name: str) -> None:
    """A file has 4 MiB at most."""
    assert mistakes(b" " * (SIZE + 1), name) == ["1:1-1 R008"]
    assert "R008" not in str(mistakes(b"\n" * SIZE, name))


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.yaml", "a:\n" * 5_000),
        ("a.yaml", 'a: "' + r"\0" * 5_000 + '"'),
        ("a.json", '{"a": "' + r"\u0000" * 5_000 + '"}'),
        ("a.toml", "[a]\n" * 5_000),
    ],
)
def test_too_many_mistakes(name: str, text: str) -> None:
    """Reading ends where nobody would read on."""
    file, found = parsed(text, name)
    assert file is None
    assert len(found) == MISTAKES + 1


def test_display_lines() -> None:
    """Lines of refused files can be shown, with the same count as the spans have."""
    assert display_lines(b"\xef\xbb\xbfa\r\n\xffb\rc\x0bd") == (
        "a",
        "\ufffdb",
        "c\x0bd",
    )


@given(data=st.binary() | st.text().map(str.encode), name=st.sampled_from(NAMES))
def test_anything_is_read_or_refused(data: bytes, name: str) -> None:
    """Whatever the bytes: a file, or at least one mistake, and nothing is raised."""
    file, found = parsed(data, name)
    assert file is not None or found


@given(data=st.data(), name=st.sampled_from(NAMES))
def test_mutated_schemas(data: st.DataObject, name: str) -> None:
    """A good schema with pieces cut out, doubled or put elsewhere raises nothing."""
    good = GOOD["." + name.rpartition(".")[2]]
    offsets = st.integers(0, len(good))
    pieces = data.draw(
        st.lists(st.tuples(offsets, offsets, st.sampled_from(STRAY)), max_size=4)
    )
    text = b"".join(good[start:end] + stray for start, end, stray in pieces)
    cut = data.draw(offsets)
    file, found = parsed(good[:cut] + text + good[cut:], name)
    assert file is not None or found


STRAY = [
    b"", b"\n", b"\t", b" ", b":", b"'", b'"', b"\\", b"[", b"}", b"&a ", b"*a", b"!t ", b"--- ",
    b"...\n", b"%Y", b"# ", b"\\ud800", b"\\U00110000", b"\xc3", b"1e999", b"?", b"- ", b"|", b"'''",
]  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_naughty_strings(name: str) -> None:
    """Naughty strings come back unchanged from quotes, or are refused; without quotes nothing is raised."""
    for text in json_corpus("blns/blns.json"):
        equals = " = " if name.endswith(".toml") else ": "
        quoted = f'"a"{equals}{json.dumps(text, ensure_ascii=False)}'
        quoted = quoted if equals == " = " else f"{{{quoted}}}"
        file, found = parsed(quoted, name)
        assert found or (file and plain(file.root) == {"a": text})
        file, found = parsed(f"{text}{equals}{text}\n", name)
        assert file or found
