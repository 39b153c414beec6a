"""What is imported can be imported, wherever the package stands: what stands beside it says from where."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.command_line import Shop

HELPERS = """\
from fastapi.responses import JSONResponse


def ok(data: object) -> JSONResponse:
    return JSONResponse({"success": True, "data": data})
"""
LAYOUTS = {
    "beside the modules": ("catalogue", "", "helpers", "catalogue"),
    "in a folder of its own": ("out/catalogue", "", "helpers", "out.catalogue"),
    "in a package": ("shop/catalogue", "shop", "shop.helpers", "shop.catalogue"),
    "in src": ("src/catalogue", "src/shop", "shop.helpers", "catalogue"),
    "in a package of src": ("src/shop/out", "src/shop", "shop.helpers", "shop.out"),
    "src is imported": ("src/shop/out", "src/shop", "src.shop.helpers", "src.shop.out"),
    "in a namespace": ("src/a/b/out", "src/a/b", "a.b.helpers", "a.b.out"),
    "in a folder to run in": ("web/out", "web", "helpers", "out"),
}


@pytest.mark.parametrize("has_init", [True, False], ids=["init", "bare"])
@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
def test_imports_lead_to_the_package(
    layout: tuple[str, str, str, str],
    has_init: bool,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    output, folder, imported, expected = layout
    shop = Shop(tmp_path.resolve(), capsys)
    shop.write("pyproject.toml", f'[tool.respgen]\noutput = "{output}"\n')
    inner = f"{folder}/" if folder else ""
    shop.write(f"{inner}helpers.py", HELPERS)
    shop.write(
        f"{inner}app.py", f"import fastapi\nfrom {imported} import ok\n\nok(1)\n"
    )
    if "." in imported and has_init:
        shop.write(f"{inner}__init__.py", "")
    shop.write("tests/test_app.py", "from tests.sample import it\n")
    shop.write("tests/sample.py", "it = 1\n")
    assert shop.run("adopt", "--write").status == 0
    assert shop.run("generate").status == 0
    assert f"+from {expected}.adopted import Ok" in shop.run("migrate").out
