"""Any sequence of schema changes, edits and runs does what a simple model says."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from respgen.emit.files import GeneratedFile
from respgen.output import ChangeKind, FileChange, compare, present, write
from respgen.output.marks import Marks
from respgen.output.stamp import stamped

MODULES = st.sampled_from(["__init__", "_support", "cart", "shop"])
TEXTS = st.sampled_from(["", "a = 1\n", "b = 2\n"])


class Package(RuleBasedStateMachine):
    """A file is known by who wrote it: us (its text), a hand over ours, or somebody else."""

    def __init__(self) -> None:
        super().__init__()
        self.temporary = TemporaryDirectory()
        self.folder = Path(self.temporary.name)
        self.schema: dict[str, str] = {}
        self.ours: dict[str, str] = {}
        self.edited: dict[str, bytes] = {}
        self.foreign: dict[str, bytes] = {}

    def teardown(self) -> None:
        self.temporary.cleanup()

    def path(self, module: str) -> Path:
        return self.folder / f"{module}.py"

    def forget(self, module: str) -> None:
        for model in (self.ours, self.edited, self.foreign):
            model.pop(module, None)

    @rule(module=MODULES, text=TEXTS)
    def declare(self, module: str, text: str) -> None:
        self.schema[module] = text

    @rule(module=MODULES)
    def drop(self, module: str) -> None:
        self.schema.pop(module, None)

    @rule(module=MODULES)
    def edit(self, module: str) -> None:
        if module in self.ours:
            data = self.path(module).read_bytes() + b"edit = 1\n"
            self.forget(module)
            self.edited[module] = data
            self.path(module).write_bytes(data)

    @rule(module=MODULES, data=st.sampled_from([b"", b"mine = 1\n"]))
    def take(self, module: str, data: bytes) -> None:
        self.forget(module)
        self.foreign[module] = data
        self.path(module).write_bytes(data)

    @rule(module=MODULES)
    def lose(self, module: str) -> None:
        self.forget(module)
        self.path(module).unlink(missing_ok=True)

    @rule(module=MODULES)
    def checkout_crlf(self, module: str) -> None:
        if module in self.ours:
            data = self.path(module).read_bytes().replace(b"\r\n", b"\n")
            self.path(module).write_bytes(data.replace(b"\n", b"\r\n"))

    @rule(force=st.booleans())
    def generate(self, force: bool) -> None:
        in_the_way = set(self.foreign) & set(self.schema) - {"__init__"}
        kept_edits = set() if force else set(self.edited) & set(self.schema)
        refused = write(self.folder, self.changes(), force=force)
        assert {c.path for c in refused} == {f"{m}.py" for m in in_the_way | kept_edits}
        if not refused:
            self.edited = {m: d for m, d in self.edited.items() if m not in self.schema}
            self.ours = {m: t for m, t in self.schema.items() if m not in self.foreign}
            assert {c.kind for c in self.changes()} <= {
                ChangeKind.UNCHANGED,
                ChangeKind.EDITED_ORPHAN,
            }

    def changes(self) -> tuple[FileChange, ...]:
        files = [GeneratedFile(f"{m}.py", text) for m, text in self.schema.items()]
        return compare(files, present(self.folder))

    @invariant()
    def the_disk_is_the_model(self) -> None:
        there = {p.stem: p.read_bytes() for p in self.folder.glob("*.py")}
        ours = {module: stamped(text, Marks()) for module, text in self.ours.items()}
        assert {m: d.replace(b"\r\n", b"\n") for m, d in there.items()} == {
            m: d.replace(b"\r\n", b"\n")
            for m, d in (ours | self.edited | self.foreign).items()
        }
        assert not list(self.folder.glob(".respgen-*"))


TestPackage = Package.TestCase
TestPackage.settings = settings(max_examples=150, stateful_step_count=20, deadline=None)
