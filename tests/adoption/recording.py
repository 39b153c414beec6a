"""Sends requests to an application: a script, run in the application's folder.

Goes in: JSON on the standard input, the application's import path and its requests. Comes out: JSON,
the status, all values of each field in their order, and the body of each answer; and the
OpenAPI document, where there is one.
"""

from __future__ import annotations

import json
import sys
from importlib import import_module
from typing import Any

from starlette.testclient import TestClient

DOCUMENT = {"method": "GET", "path": "/openapi.json"}


def ask(client: TestClient, request: dict[str, Any]) -> dict[str, Any]:
    """What is answered; nothing is kept between two requests but what the application keeps."""
    client.cookies.clear()
    headers = dict(request.get("headers", {}))
    if cookies := request.get("cookies"):
        headers["Cookie"] = "; ".join(
            f"{key}={value}" for key, value in cookies.items()
        )
    sent = {key: request[key] for key in ("json", "data", "content") if key in request}
    answer = client.request(
        request["method"],
        request["path"],
        headers=headers,
        follow_redirects=False,
        **sent,
    )
    fields: dict[str, list[str]] = {}
    for name, value in answer.headers.multi_items():
        fields.setdefault(name.lower(), []).append(value)
    return {
        "request": f"{request['method']} {request['path']}",
        "status": answer.status_code,
        "fields": fields,
        "body": answer.content.decode("latin-1"),
    }


def main() -> None:
    sys.path.insert(0, ".")
    said = json.load(sys.stdin)
    module, _, name = said["app"].partition(":")
    app = getattr(import_module(module), name)
    with TestClient(
        app, base_url=said["base_url"], raise_server_exceptions=False
    ) as client:
        json.dump(
            [ask(client, request) for request in [*said["requests"], DOCUMENT]],
            sys.stdout,
        )


if __name__ == "__main__":
    main()
