"""Targets: the words of `target:`, and the classes that each framework offers as bases.

How a framework is written in generated code is said in `respgen/emit/targets`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class TargetRow:
    """`classes` are those that responses derive from, by module, each with the kind that it is of.

    `package` is what has to be installed; core needs nothing.
    """

    name: str
    package: str | None
    classes: Mapping[str, Mapping[str, str]]

    @property
    def bases(self) -> frozenset[str]:
        """The names of its classes."""
        return frozenset[str]().union(*self.classes.values())


_STARLETTE = {
    "Response": "body",
    "PlainTextResponse": "body",
    "HTMLResponse": "body",
    "JSONResponse": "body",
    "StreamingResponse": "stream",
    "FileResponse": "file",
    "RedirectResponse": "redirect",
}
_CORE = {"Response": "body", "RedirectResponse": "redirect"}
_SSE = {"EventSourceResponse": "stream"}
_FASTAPI = {**_STARLETTE, **_SSE, "ORJSONResponse": "body", "UJSONResponse": "body"}

TARGETS: Mapping[str, TargetRow] = MappingProxyType(
    {
        row.name: row
        for row in (
            TargetRow(
                "fastapi",
                "fastapi",
                {
                    "fastapi": {"Response": "body"},
                    "fastapi.responses": _FASTAPI,
                    "fastapi.sse": _SSE,
                },
            ),
            TargetRow("starlette", "starlette", {"starlette.responses": _STARLETTE}),
            TargetRow("core", None, {"._support": _CORE}),
        )
    }
)

CLASSES: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {module: kinds for row in TARGETS.values() for module, kinds in row.classes.items()}
)
"""Every class of a framework by its module, with its kind."""
