"""Names from public data beside the repository; the tests that need them skip where it is absent."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

CORPORA = Path(
    os.environ.get("RESPGEN_CORPORA", Path(__file__).parents[4] / "shared" / "corpora")
)


def _present(path: Path) -> Path:
    if not path.exists():
        pytest.skip(f"{path.name} is not here: set RESPGEN_CORPORA to its folder")
    return path


@pytest.fixture(scope="session")
def mdn_field_names() -> set[str]:
    folder = _present(CORPORA / "mdn-bcd-http" / "http" / "headers")
    return {file.stem for file in folder.glob("*.json")}


@pytest.fixture(scope="session")
def mime_db() -> set[str]:
    text = _present(CORPORA / "mime-db" / "db.json").read_text("utf-8")
    return set(json.loads(text))
