"""What others publish: headers of well-known services, and the examples of the documents that respgen cites.

Each file of corpora/ is a schema, whose comments say what is found in a line, and what is sent where
that is not the text itself. What has no comment is right: nothing is found, and it is sent as it is.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, get_args

import pytest

from respgen.diagnostics import Problems
from respgen.load import parse
from respgen.pipeline import compiled
from tests.behaviour.loading import load
from tests.behaviour.oracle import Sent
from tests.behaviour.serving import Implementation, served, wire
from tests.support.annotated import annotated

FOLDER = Path(__file__).parent / "corpora"
COOKIE = b"set-cookie"
MOST = 90
"""Headers of a response: a schema may have a hundred in one place."""
README = FOLDER.parent / "README.md"
FILES = sorted(FOLDER.glob("*/*.yaml"))


@pytest.fixture(params=FILES, ids=[f"{f.parent.name}/{f.stem}" for f in FILES])
def file(request: pytest.FixtureRequest) -> Path:
    path: Path = request.param
    return path


def test_what_is_found(file: Path) -> None:
    """A line has the findings that its comment names, and no other line has any."""
    schema = annotated(file)
    unwanted = [
        p for p in schema.problems if (p.span.line, p.code) not in schema.promised
    ]
    assert unwanted == []
    assert schema.promised - schema.found == frozenset()


def test_what_is_sent(file: Path) -> None:
    """A text is sent as it is written, or in the form that the comment beside it shows."""
    for each in annotated(file).headers:
        assert (each.line, each.name, each.sent) == (
            each.line,
            each.name,
            each.promised,
        )


def test_cookies_that_are_set(file: Path) -> None:
    """A class that always sets a cookie sends the line that the comment beside it shows."""
    schema = annotated(file)
    if promised := schema.cookies:
        module = load((schema.module,))[file.stem]
        responses = [getattr(module, r.name)() for r in schema.module.responses]
        sent = [v.decode() for r in responses for n, v in r.raw_headers if n == COOKIE]
        assert sent == promised


def test_sources(file: Path) -> None:
    """Each file says where its values come from."""
    assert annotated(file).sources


@pytest.mark.parametrize("folder", ["vendors", "documents"])
def test_counts(folder: str) -> None:
    """README.md says how much there is."""
    schemas = [annotated(file) for file in FILES if file.parent.name == folder]
    of_each = [(len(s.sources), len(s.headers), len(s.wrong)) for s in schemas]
    counts = (len(schemas), *map(sum, zip(*of_each, strict=True)))
    row = f"| `corpora/{folder}/` | " + " | ".join(f"{n:,}" for n in counts) + " |"
    assert row in README.read_text(encoding="utf-8").splitlines()


def packed() -> list[dict[str, str]]:
    """All that is sent, in as few responses as the names allow."""
    packs: list[dict[str, str]] = []
    for each in (h for path in FILES for h in annotated(path).headers):
        if each.sent is not None:
            name = each.name.lower()
            fitting = (pack for pack in packs if name not in pack and len(pack) < MOST)
            pack = next(fitting, None)
            if pack is None:
                packs.append(pack := {})
            pack[name] = each.sent
    return packs


def classes(packs: list[dict[str, str]]) -> list[type[Any]]:
    """A generated class for each."""
    responses = {
        f"Pack{number}": {"media_type": "text/plain", "body": "", "headers": pack}
        for number, pack in enumerate(packs)
    }
    schema = json.dumps({"respgen": 1, "responses": responses})
    file = parse(schema.encode(), "packs.json", problems := Problems())
    assert file, list(problems)
    # what is right in itself may be wrong beside its neighbours of the pack
    package = load(compiled([file], "starlette", problems))
    return [getattr(package["packs"], name) for name in responses]


def test_what_arrives() -> None:
    """Generated classes send all of it, servers take it, and every byte arrives."""
    packs = packed()
    responses = [cls() for cls in classes(packs)]
    for response, pack in zip(responses, packs, strict=True):
        sent = {n.decode(): v.decode("latin-1") for n, v in response.raw_headers}
        assert pack.items() <= sent.items()
    for implementation in get_args(Implementation):
        with served(implementation) as client:
            for response in responses:
                expected = wire(Sent(200, response.raw_headers, b""))
                assert client.reply(response, "GET", len(expected)) == expected
            assert client.ping()
