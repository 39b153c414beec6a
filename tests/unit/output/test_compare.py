"""Every file gets the one change that its state deserves, and a diff that says what differs."""

from __future__ import annotations

import pytest

from respgen.cli.drift import reason
from respgen.emit.files import GeneratedFile
from respgen.output import stamp
from respgen.output.compare import ChangeKind, FileChange, compare, refusals
from respgen.output.diff import diff
from respgen.output.marks import Marks

OLD = "import a\n\nX = a.x\n\n\nclass Item:\n    status_code = 200\n"
NEW = "import a\n\nX = a.x\n\n\nclass Item:\n    status_code = 201\n"


def stamped(text: str) -> bytes:
    return stamp.stamped(text, Marks())


TOP = stamped("").decode().split("\n")
EDIT = stamped(OLD) + b"EDITED = True\n"
CRLF = stamped(NEW).replace(b"\n", b"\r\n")


@pytest.mark.parametrize(
    ("present", "kind"),
    [
        pytest.param({"shop.py": stamped(NEW)}, None, id="up to date"),
        pytest.param({"shop.py": CRLF}, None, id="up to date in CRLF"),
        pytest.param({}, "missing", id="missing"),
        pytest.param({"shop.py": stamped(OLD)}, "out of date", id="schema changed"),
        pytest.param({"shop.py": EDIT}, "edited by hand", id="edited"),
        pytest.param(
            {"shop.py": stamped(NEW).replace(b"head ", b"head 0")},
            "out of date",
            id="nothing but the stamp was edited",
        ),
        pytest.param({"shop.py": b"x = 1\n"}, "not written by respgen", id="foreign"),
        pytest.param(
            {"shop.py": b""}, "not written by respgen", id="foreign and empty"
        ),
        pytest.param({"shop.py": None}, "not a regular file", id="link or folder"),
        pytest.param({"old.py": stamped(OLD)}, "orphan", id="orphan"),
        pytest.param({"old.py": EDIT}, "orphan, edited by hand", id="edited orphan"),
        pytest.param({"mine.py": b"x = 1\n"}, None, id="foreign, not in the way"),
        pytest.param({"mine.py": None}, None, id="link, not in the way"),
        pytest.param({"__init__.py": stamped(OLD)}, "orphan", id="orphaned __init__"),
    ],
)
def test_kind(present: dict[str, bytes | None], kind: str | None) -> None:
    """The kind follows from what is wanted and what stands there."""
    up_to_date = {"shop.py": stamped(NEW), "py.typed": b""}
    there = present if kind == "missing" else {**up_to_date, **present}
    changes = compare([GeneratedFile("shop.py", NEW)], {"py.typed": b"", **there})
    kinds = [c.kind.value for c in changes if c.kind is not ChangeKind.UNCHANGED]
    assert kinds == ([kind] if kind else [])


@pytest.mark.parametrize(
    ("present", "kind"),
    [
        pytest.param({}, "missing", id="missing"),
        pytest.param({"__init__.py": stamped(OLD)}, "out of date", id="ours"),
        pytest.param({"__init__.py": EDIT}, "edited by hand", id="ours, edited"),
        pytest.param({"__init__.py": b"x = 1\n"}, None, id="theirs"),
        pytest.param({"__init__.py": b""}, None, id="theirs, empty"),
        pytest.param({"__init__.py": None}, None, id="theirs, a link"),
    ],
)
def test_init(present: dict[str, bytes | None], kind: str | None) -> None:
    """A package's own `__init__.py` stays; ours is kept fresh."""
    changes = compare(
        [GeneratedFile("__init__.py", NEW)], {"py.typed": None, **present}
    )
    assert [c.kind.value for c in changes] == ([kind] if kind else [])


@pytest.mark.parametrize(
    ("present", "kinds"),
    [
        pytest.param({}, ["missing"], id="missing"),
        pytest.param({"py.typed": b""}, ["unchanged"], id="empty"),
        pytest.param({"py.typed": b"partial\n"}, [], id="theirs"),
        pytest.param({"py.typed": None}, [], id="theirs, a link"),
    ],
)
def test_typed(present: dict[str, bytes | None], kinds: list[str]) -> None:
    """`py.typed` is made where it is missing, and left alone otherwise."""
    assert [c.kind.value for c in compare([], present)] == kinds


def test_sorted() -> None:
    """Changes come in the order of paths, whatever the order of files and folders."""
    files = [GeneratedFile(f"{name}.py", "") for name in "cab"]
    changes = compare(files, {"z.py": stamped(""), "aa.py": stamped("")})
    assert [c.path for c in changes] == [
        "a.py",
        "aa.py",
        "b.py",
        "c.py",
        "py.typed",
        "z.py",
    ]


@pytest.mark.parametrize(
    ("kind", "refused"),
    [
        (kind, kind in {ChangeKind.EDITED, ChangeKind.FOREIGN, ChangeKind.BLOCKED})
        for kind in ChangeKind
    ],
)
def test_refusals(kind: ChangeKind, refused: bool) -> None:
    """Edits are refused without force; what is not ours is refused always."""
    changes = (FileChange("shop.py", kind, b"old", b"new"),)
    assert refusals(changes, force=False) == (changes if refused else ())
    assert refusals(changes, force=True) == (
        changes if refused and kind is not ChangeKind.EDITED else ()
    )


CAUSES = {
    "schema": (stamped(OLD), "schema changed (Item)"),
    "added": (stamped("import a\n\nX = a.x\n"), "schema changed (Item)"),
    "removed": (stamped(NEW + "\n\nY = 1\n"), "schema changed (Y)"),
    "described": (stamped('"""Old."""\n\n' + NEW), "schema changed (the docstring)"),
    "moved": (
        stamped("import a\n\n\nclass Item:\n    status_code = 201\n\n\nX = a.x\n"),
        "schema changed (the order)",
    ),
    "revision": (
        stamped(OLD).replace(b"output 1,", b"output 0,"),
        "respgen's own output changed",
    ),
    "settings": (stamp.stamped(OLD, Marks(settings="0" * 8)), "settings changed"),
    "templates": (stamp.stamped(NEW, Marks(templates="0" * 8)), "a template changed"),
    "both": (
        stamp.stamped(NEW, Marks("0" * 8, "0" * 8)),
        "settings changed; a template changed",
    ),
    "formatter": (
        stamped(NEW).replace(b"a.x", b"(a.x)"),
        "a formatter changed its layout",
    ),
    "formatter and schema": (
        stamped(OLD).replace(b"a.x", b"(a.x)"),
        "schema changed (Item); a formatter changed its layout",
    ),
    "mark": (b"\xef\xbb\xbf" + stamped(NEW), "a byte order mark"),
    "mixed": (stamped(NEW).replace(b"\n", b"\r\n", 3), "mixed line ends"),
    "mac": (stamped(NEW).replace(b"\n", b"\r"), "mixed line ends"),
    "conflict": (
        stamped(NEW).replace(b"class", b"<<<<<<< HEAD\nclass"),
        "conflict markers (line 10)",
    ),
    "conflict and edit": (
        stamped(NEW).replace(b"class", b"<<<<<<< HEAD\nclass").replace(b"a.x", b"a.y"),
        "conflict markers (line 10); edited by hand (X)",
    ),
    "edit": (stamped(NEW).replace(b"201", b"202"), "edited by hand (Item)"),
    "code below": (
        stamped(NEW) + b"\n\n# ours\ndef helper() -> int:\n    return 1\n\n\nY = 2\n",
        "edited by hand (helper, Y)",
    ),
    "code above": (
        stamped(NEW).replace(
            b"class", b"def helper() -> int:\n    return 1\n\n\nclass"
        ),
        "edited by hand (helper)",
    ),
    "code below an edit": (
        stamped(NEW).replace(b"201", b"202") + b"\n\nY = 2\n",
        "edited by hand (Item, Y)",
    ),
    "edit of the head": (
        stamped(NEW).replace(b"import a", b"import a, b"),
        "edited by hand (imports and exports)",
    ),
    "edit and schema": (
        stamped(OLD).replace(b"a.x", b"a.y"),
        "edited by hand (X); schema changed (Item)",
    ),
    "both in one place": (
        stamped(OLD).replace(b"200", b"202"),
        "edited by hand (Item); schema changed (Item)",
    ),
    "import lost": (
        stamped(NEW).replace(b"import a\n", b""),
        "imports or exports are missing, moved or left over, as after a merge",
    ),
    "stamp": (
        stamped(NEW).replace(b"head ", b"head 0"),
        "its stamp was changed",
    ),
    "seal": (
        stamped(NEW).replace(b"seal 0699f88d7f62", b"seal 0123456789ab"),
        "its stamp was changed",
    ),
    "not text": (
        stamped(NEW).replace(b"a.x", b"\xff"),
        "edited by hand (line 6)",
    ),
}


@pytest.mark.parametrize(("old", "expected"), CAUSES.values(), ids=CAUSES)
def test_causes(old: bytes, expected: str) -> None:
    """A file says why it is not what is wanted, with what and where it concerns."""
    change, _ = compare(
        [GeneratedFile("shop.py", NEW)], {"shop.py": old, "py.typed": b""}
    )[::-1]
    assert reason(change) == expected


def test_an_edit_alone_is_shown() -> None:
    """The diff of an edited file has the edit, and nothing of what the schema changed since."""
    old = stamped(OLD).replace(b"a.x", b"a.y")
    change = FileChange("shop.py", ChangeKind.EDITED, old, stamped(NEW))
    lines = diff(change, "shop.py").split("\n")
    changed = [line for line in lines if line.startswith(("+", "-"))]
    assert changed == [
        "--- shop.py (generated)",
        "+++ shop.py (edited by hand)",
        "-X = a.x",
        "+X = a.y",
    ]


@pytest.mark.parametrize(
    ("kind", "old", "new", "expected"),
    [
        pytest.param(
            ChangeKind.CHANGED,
            b"a\nb\n",
            b"a\nc\n",
            "--- g/shop.py\n+++ g/shop.py\n@@ -1,2 +1,2 @@\n a\n-b\n+c\n",
            id="changed",
        ),
        pytest.param(
            ChangeKind.EDITED,
            stamped("") + b"mine",
            stamped(""),
            "--- g/shop.py (generated)\n+++ g/shop.py (edited by hand)\n"
            f"@@ -1,2 +1,3 @@\n {TOP[0]}\n {TOP[1]}\n+mine\n\\ No newline at end of file\n",
            id="edited",
        ),
        pytest.param(
            ChangeKind.MISSING,
            b"",
            b"a\n",
            "--- /dev/null\n+++ g/shop.py\n@@ -0,0 +1 @@\n+a\n",
            id="missing",
        ),
        pytest.param(
            ChangeKind.ORPHAN,
            b"a\n",
            b"",
            "--- g/shop.py\n+++ /dev/null\n@@ -1 +0,0 @@\n-a\n",
            id="orphan",
        ),
        pytest.param(ChangeKind.CHANGED, b"a\r\n", b"a\n", "", id="line endings alone"),
        pytest.param(ChangeKind.UNCHANGED, b"a\n", b"a\n", "", id="unchanged"),
        pytest.param(
            ChangeKind.EDITED,
            stamped("") + b"\xff\x0c\n",
            stamped(""),
            "--- g/shop.py (generated)\n+++ g/shop.py (edited by hand)\n"
            f"@@ -1,2 +1,3 @@\n {TOP[0]}\n {TOP[1]}\n+\\xff\x0c\n",
            id="not UTF-8, and a form feed is no end of line",
        ),
    ],
)
def test_diff(kind: ChangeKind, old: bytes, new: bytes, expected: str) -> None:
    """The diff reads as `generate` would change the file, or as the edit changed it."""
    assert diff(FileChange("shop.py", kind, old, new), "g/shop.py") == expected


CODE = """from fastapi import Response

from shop import web


class Item(Response):
    def render(self, content: str) -> bytes:
        return web.page(content)
"""
CODE_CAUSES = {
    "packages": (
        CODE.replace("Response\n\nfrom", "Response\nfrom"),
        "its imports are sorted in another way: the project's packages changed, or a formatter sorted them",
    ),
    "signature": (
        CODE.replace(
            "(content)", "(\n            content,\n            x=self.x,\n        )"
        ),
        "the parameters of a render function changed (Item)",
    ),
    "schema": (CODE.replace("page(", "pages("), "schema changed (Item)"),
}


@pytest.mark.parametrize(("old", "expected"), CODE_CAUSES.values(), ids=CODE_CAUSES)
def test_what_the_code_of_the_project_changes(old: str, expected: str) -> None:
    """The output follows the project's Python in two ways, for which no schema is blamed."""
    files = [GeneratedFile("shop.py", CODE)]
    changes = compare(files, {"shop.py": stamped(old), "py.typed": b""})
    assert reason(changes[-1]) == expected
