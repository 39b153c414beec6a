"""Swagger UI and ReDoc show the headers that the shop's responses declare."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from selenium.webdriver.remote.webdriver import WebDriver
from selenium.webdriver.support.wait import WebDriverWait

from tests.browser.chromium import visiting
from tests.browser.documents import with_pages
from tests.shop.main import app

pytestmark = pytest.mark.slow

SCREENSHOTS = os.environ.get("RESPGEN_SCREENSHOTS")
"""A folder for pictures of the pages, for whoever wants to look at them."""

SWAGGER = """
return [...document.querySelectorAll(".opblock")].flatMap(block => {
  const method = block.querySelector(".opblock-summary-method").textContent;
  const path = block.querySelector(".opblock-summary-path").dataset.path;
  return [...block.querySelectorAll("tr.response")].map(row => [
    `${method.toLowerCase()} ${path} ${row.dataset.code}`,
    [...row.querySelectorAll("table.headers tbody td:first-child")].map(cell => cell.textContent),
  ]);
})
"""
REDOC = """
const responses = [...document.querySelectorAll("[data-section-id*='/operation/'] button > strong")];
for (const {parentElement: button} of responses)
  if (button.getAttribute("aria-expanded") !== "true") button.click();
return responses.map(({parentElement: button, textContent: status}) => {
  const section = button.closest("[data-section-id*='/operation/']").dataset.sectionId;
  const tables = [...button.parentElement.querySelectorAll("table")];
  const headers = tables.filter(table => table.caption?.textContent.includes("Response Headers"));
  return [
    `${section.split("/").at(-1)} ${status.trim()}`,
    headers.flatMap(table => [...table.querySelectorAll(".property-name")].map(e => e.textContent)),
  ];
})
"""


def responses(document: dict[str, Any]) -> Iterator[tuple[str, str, list[str]]]:
    """Each response: how Swagger UI and how ReDoc names it, and its headers."""
    for path, item in document["paths"].items():
        for method, operation in item.items():
            for status, response in operation["responses"].items():
                headers = [*response.get("headers", {})]
                name = operation["operationId"]
                yield f"{method} {path} {status}", f"{name} {status}", headers


def shown(browser: WebDriver, script: str) -> dict[str, list[str]]:
    """The headers of each response that has some, as the page lists them."""
    found = browser.execute_script(script)
    return {name: headers for name, headers in found if headers}


@pytest.mark.parametrize(
    ("page", "script", "which"),
    [("docs", SWAGGER, 0), ("redoc", REDOC, 1)],
    ids=["swagger-ui", "redoc"],
)
def test_declared_headers(page: str, script: str, which: int, tmp_path: Path) -> None:
    """Every header of every response stands in the page, Location and Set-Cookie among them."""
    expected = {each[which]: each[2] for each in responses(app.openapi()) if each[2]}
    everything = {header for headers in expected.values() for header in headers}
    assert {"Location", "Cache-Control"} <= everything
    with visiting(with_pages(app), tmp_path) as (browser, shop):
        browser.get(f"{shop}/{page}")
        waiting = WebDriverWait(browser, 20)
        waiting.until(lambda _: len(shown(browser, script)) == len(expected))
        if SCREENSHOTS:
            pictured(browser, Path(SCREENSHOTS) / f"{page}.png")
        assert shown(browser, script) == expected


def pictured(browser: WebDriver, path: Path) -> None:
    """The page where it shows a Location."""
    script = """
      [...document.querySelectorAll("td, .property-name")]
        .find(each => each.textContent === "Location").scrollIntoView({block: "center"})
    """
    browser.execute_script(script)
    browser.save_screenshot(str(path))
