"""What requires-python says is the oldest Python that the package runs on: 3.10 has no datetime.UTC."""

import ast
from pathlib import Path

from case_setting_python import api


def uses_nothing_that_came_later() -> None:
    for file in Path(api.__file__ or "").parent.glob("*.py"):
        text = file.read_text()
        ast.parse(text, feature_version=(3, 10))
        assert "import UTC" not in text
        assert ", UTC" not in text
        assert "from typing import Self" not in text


def runs() -> None:
    sent = api.Report("").headers["last-modified"]
    assert sent == "Fri, 02 Jan 2026 03:04:05 GMT"
