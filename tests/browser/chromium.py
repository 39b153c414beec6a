"""A headless Chromium that reaches the loopback alone, and servers that it trusts.

Goes in: an application. Comes out: its address, and a window that shows it.
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.remote.webdriver import WebDriver
from starlette.types import ASGIApp

from tests.behaviour.applications import running
from tests.behaviour.serving import Implementation

HOST = "shop.example"
PROGRAMS = {
    "chromium": shutil.which("chromium") or shutil.which("chromium-browser"),
    "chromedriver": shutil.which("chromedriver"),
    "openssl": shutil.which("openssl"),
}
LACKING = " and ".join(name for name, path in PROGRAMS.items() if path is None)
_OPTIONS = (
    "--headless=new",
    "--no-sandbox",  # which root must do without
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--ignore-certificate-errors",  # the certificate is our own
    f"--host-resolver-rules=MAP {HOST} 127.0.0.1, MAP * ~NOTFOUND",
    "--window-size=1280,1600",
)


@contextmanager
def window() -> Iterator[WebDriver]:
    """A window of a browser without a past."""
    options = webdriver.ChromeOptions()
    options.binary_location = str(PROGRAMS["chromium"])
    for option in _OPTIONS:
        options.add_argument(option)
    service = Service(str(PROGRAMS["chromedriver"]))
    driver = webdriver.Chrome(options=options, service=service)
    try:
        yield driver
    finally:
        driver.quit()


@contextmanager
def served(
    app: ASGIApp, folder: Path, implementation: Implementation = "h11"
) -> Iterator[str]:
    """The address of an application, over https: browsers keep Secure cookies of no other."""
    key, certificate = folder / "key.pem", folder / "certificate.pem"
    command = [
        *("openssl", "req", "-x509", "-newkey", "ec", "-nodes", "-days", "2"),
        *("-pkeyopt", "ec_paramgen_curve:prime256v1", "-subj", f"/CN={HOST}"),
        *("-keyout", str(key), "-out", str(certificate)),
    ]
    subprocess.run(command, check=True, capture_output=True)
    tls: dict[str, Any] = {"ssl_keyfile": key, "ssl_certfile": certificate}
    with running(app, implementation, **tls) as server:
        yield f"https://{HOST}:{server.port}"


@contextmanager
def visiting(app: ASGIApp, folder: Path) -> Iterator[tuple[WebDriver, str]]:
    """A window, and the address of an application.

    The server ends last: it waits half a minute for a browser that still has a connection.
    """
    with served(app, folder) as address, window() as browser:
        yield browser, address


def cookies(browser: WebDriver) -> dict[str, dict[str, Any]]:
    """All cookies that it keeps, by their names, each as the browser describes it."""
    found = browser.execute_cdp_cmd("Storage.getCookies", {})["cookies"]
    return {each["name"]: each for each in found}


def fetched(browser: WebDriver, method: str, path: str, body: str = "null") -> int:
    """The status of what a script of the page gets; `body` is JSON, null for none."""
    script = """
        const [method, path, body, done] = arguments;
        const headers = body === "null" ? {} : {"Content-Type": "application/json"};
        fetch(path, {method, headers, body: body === "null" ? undefined : body})
          .then(answer => done(answer.status));
    """
    status = browser.execute_async_script(script, method, path, body)
    return int(status)
