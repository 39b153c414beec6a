"""Targets: where generated classes get their bases from. A new target is a row."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from respgen.specs.types import ImportPath


@dataclass(frozen=True, slots=True)
class TargetRow:
    """`bases` by the framework's class name; where JSONResponse is absent, Response serves all.

    `background` None: the target takes any `Callable[[], Awaitable[object]]`.
    """

    name: str
    bases: Mapping[str, ImportPath]
    background: ImportPath | None


def _bases(response: str, json: str | None) -> Mapping[str, ImportPath]:
    bases = {"Response": ImportPath(response, "Response")}
    if json is not None:
        bases["JSONResponse"] = ImportPath(json, "JSONResponse")
    return MappingProxyType(bases)


_TASK = ImportPath("starlette.background", "BackgroundTask")

TARGETS: Mapping[str, TargetRow] = MappingProxyType(
    {
        row.name: row
        for row in (
            TargetRow("fastapi", _bases("fastapi", "fastapi.responses"), _TASK),
            TargetRow(
                "starlette",
                _bases("starlette.responses", "starlette.responses"),
                _TASK,
            ),
            TargetRow("core", _bases("._support", None), None),
        )
    }
)
