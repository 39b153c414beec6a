"""The page of an audit in a browser: it asks nobody for anything, and is readable everywhere.

With `RESPGEN_SCREENSHOTS=folder` it keeps pictures.
"""

from __future__ import annotations

import base64
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webdriver import WebDriver

from respgen.audit.baseline import Baseline
from respgen.audit.choice import choice
from respgen.audit.findings import Analysis, Related, Skipped
from respgen.audit.report import report
from respgen.cli.auditing import texts
from respgen.cli.reporters.audit import page
from respgen.cli.reporters.audit.shown import Shown
from respgen.diagnostics import Problems, Span
from respgen.project import read
from respgen.rules import r9
from respgen.source.files import sources
from tests.browser.chromium import window
from tests.support.audits import FOUND, SHOP, found_at
from tests.support.projects import write

HOSTILE = "</td><script>document.title='owned'</script><img src=http://evil.example/x>"
LONG = f"{'a' * 70}/{'b' * 70}.py"

CONTRAST = """
const light = text => {
  const parts = text.match(/[0-9.]+/g).slice(0, 3).map(part => {
    const c = part / 255;
    return c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
};
const behind = each => {
  const own = getComputedStyle(each).backgroundColor;
  return own.startsWith('rgba(0, 0, 0, 0') && each.parentElement ? behind(each.parentElement) : own;
};
const worst = [...document.querySelectorAll('body *')].filter(
  each => [...each.childNodes].some(node => node.nodeType === 3 && node.data.trim())
).map(each => {
  const pair = [light(getComputedStyle(each).color), light(behind(each))];
  return (Math.max(...pair) + 0.05) / (Math.min(...pair) + 0.05);
});
return Math.min(...worst);
"""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A page that has everything, in a file, with text that would like to leave it."""
    folder = tmp_path_factory.mktemp("audit").resolve()
    write(folder, SHOP)
    project = read(folder, Problems(), compiled=False)
    assert project is not None
    related = Related(Span(LONG, 3, 1, 3, 2), f"set here {HOSTILE}")
    hostile = found_at(
        r9.HEADER_TYPE, "shop/files.py", 1, message=HOSTILE, related=(related,)
    )
    skipped = Skipped(Span.start(f"{HOSTILE}.py"), HOSTILE, "write it")
    seen = Analysis((*FOUND, hostile), (skipped,), 214, 61, 44, 57)
    told = choice(project), texts(project)
    new = report(sources(project), seen, *told).results
    first = next(each for each in new if each.found.code == "R930")
    old = Baseline("old.json", {first.identity: 1})
    shown = Shown(report(sources(project), seen, *told, old), lambda name: name)
    file = folder / "audit.html"
    file.write_text(page(shown, "html"), encoding="utf-8")
    return file.as_uri()


@pytest.fixture(scope="module")
def browser() -> Iterator[WebDriver]:
    with window() as driver:
        yield driver


def look(browser: WebDriver, width: int, **features: str) -> None:
    """The window as wide as that, its reader wanting such features."""
    size = {"width": width, "height": 1600, "deviceScaleFactor": 1, "mobile": False}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    media = {
        "media": features.pop("media", ""),
        "features": [
            {"name": name.replace("_", "-"), "value": value}
            for name, value in features.items()
        ],
    }
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", media)


def keep(browser: WebDriver, name: str) -> None:
    if folder := os.environ.get("RESPGEN_SCREENSHOTS"):
        browser.save_screenshot(str(Path(folder, f"audit-{name}.png")))


def test_it_asks_nobody_for_anything(browser: WebDriver, address: str) -> None:
    """There is no script, no picture, no style sheet; hostile text is text."""
    browser.get(address)
    loaded = "return performance.getEntriesByType('resource').map(each => each.name)"
    assert browser.execute_script(loaded) == []
    assert browser.find_elements(By.CSS_SELECTOR, "script, img, iframe, object") == []
    assert browser.title == "respgen audit"
    assert HOSTILE in browser.find_element(By.CSS_SELECTOR, "#R944 tbody").text


def test_it_shows_score_bars_and_places(browser: WebDriver, address: str) -> None:
    look(browser, 1280)
    browser.get(address)
    header = browser.find_element(By.TAG_NAME, "header").text
    assert "95.7 %" in header
    assert "44 of 46 responses come from the catalogue" in header
    links = browser.find_elements(By.CSS_SELECTOR, ".bars a")
    assert [each.text for each in links] == ["R930", "R944", "R940", "R911", "R914"]
    bars = browser.find_elements(By.CSS_SELECTOR, ".bars tr:first-child .bar span")
    widths = [each.size["width"] for each in bars]
    assert len(widths) == 2  # by rule, and by folder
    assert min(widths) > 100
    places = browser.find_element(By.ID, "R930")
    assert "shop/auth.py:9:5 on record" in places.text
    assert 'response.delete_cookie("sid")' in places.text
    assert "shop/auth.py:5:5 set here" in places.text
    assert "that were not read" in browser.find_element(By.TAG_NAME, "body").text


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_it_is_readable(
    browser: WebDriver, address: str, scheme: str, width: int
) -> None:
    """All text has contrast enough (WCAG 2.2, 1.4.3), and nothing is wider than the window."""
    look(browser, width, prefers_color_scheme=scheme)
    browser.get(address)
    keep(browser, f"{scheme}-{width}")
    ground = "return getComputedStyle(document.body).backgroundColor"
    light = browser.execute_script(ground) == "rgb(255, 255, 255)"
    assert light == (scheme == "light")
    assert browser.execute_script(CONTRAST) >= 4.5
    titles = "return [...document.querySelectorAll('th')].map(e => e.offsetHeight)"
    assert max(browser.execute_script(titles)) < 40  # no word is broken
    across = "return document.documentElement.scrollWidth"
    assert browser.execute_script(across) <= width


def test_it_can_be_printed(browser: WebDriver, address: str) -> None:
    """On paper it is dark on white even for who reads it in the dark, and complete."""
    look(browser, 800, media="print", prefers_color_scheme="dark")
    browser.get(address)
    keep(browser, "print")
    ground = "return getComputedStyle(document.body).backgroundColor"
    assert browser.execute_script(ground) == "rgb(255, 255, 255)"
    assert browser.execute_script(CONTRAST) >= 4.5
    printed = browser.execute_cdp_cmd("Page.printToPDF", {})["data"]
    assert base64.b64decode(printed).startswith(b"%PDF")
