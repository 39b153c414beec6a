"""What names of modules stand for, where Python binds them in unusual ways."""

from __future__ import annotations

import pytest

from respgen.source.program.events import Call
from respgen.source.program.values import Instance
from tests.unit.source.program.test_paths import facts

JSON = "starlette.responses.JSONResponse"
MODULES = {
    "everything of a framework's module": "from starlette.responses import *",
    "everything of FastAPI's": "from fastapi.responses import *",
    "a class called like its base": (
        "from fastapi.responses import JSONResponse\n"
        "class JSONResponse(JSONResponse):\n    pass"
    ),
    "an own name before everything": (
        "from starlette.responses import JSONResponse as Mine\n"
        "from starlette.responses import *\n"
        "JSONResponse = Mine"
    ),
}


@pytest.mark.parametrize("source", MODULES.values(), ids=MODULES)
def test_names_lead_to_the_framework(source: str) -> None:
    """A response of such a name is the framework's, or derives from it."""
    found = facts(app=f"{source}\ndef f():\n    return JSONResponse({{}})\n")
    results = [
        event.result
        for body in found.bodies
        for event in body.events
        if isinstance(event, Call) and isinstance(event.result, Instance)
    ]
    assert [found.program.framework(each.of) for each in results] == [JSON]
