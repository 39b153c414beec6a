"""Public test data that nobody here wrote: found beside the repository, never part of it.

Goes in: the path of a file below the folder of corpora. Comes out: its JSON, or a skipped test.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
FOLDER = Path(os.environ.get("RESPGEN_CORPORA", ROOT.parent / "shared" / "corpora"))


def corpus(path: str) -> Path:
    """A file of the corpora. Skips the test where it is absent."""
    file = FOLDER / path
    if not file.exists():
        pytest.skip(
            f"no {path} in {FOLDER} (another folder: RESPGEN_CORPORA)",
            allow_module_level=True,
        )
    return file


def json_corpus(path: str) -> Any:
    """The content of a JSON file of the corpora."""
    return json.loads(corpus(path).read_text(encoding="utf-8"))
