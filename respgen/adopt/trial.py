"""Sends what code sends by hand, and what the generated classes send: a script, run in a copy of a project.

Goes in: tasks as JSON on the standard input. Comes out: on the standard output a verdict for each, empty where both sent the
same, or both refused. It imports what people wrote, so whatever that prints goes nowhere.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

TEXTS = ("", "plain", "a b", "'\"\\;,", "é", "☃", "a\r\nb", "/a?b=c&d#e")
JSON: tuple[object, ...] = (
    None,
    *TEXTS,
    0,
    -1,
    1.5,
    True,
    [],
    {},
    {"a": [1, {"b": None, "é": "☃"}]},
)
STATUS = "status"
ATTRIBUTE = "cookie "
"""What the kinds of attributes of cookies begin with, which are tried with what browsers take."""
SAMPLES: Mapping[str, Sequence[object]] = {
    "str": TEXTS,
    "int": (0, -1, 7),
    "float": (0.0, -1.5),
    "bool": (True, False),
    "bytes": (b"", b"\xff\x00", b"a"),
    "None": (None,),
    STATUS: (200, 400, 404, 503),
    f"{ATTRIBUTE}key": ("sid", "app-1"),
    f"{ATTRIBUTE}max_age": (None, 60, 0),
    f"{ATTRIBUTE}path": ("/", "/app", "/a b"),
    f"{ATTRIBUTE}domain": (None, "shop.example", ""),
    f"{ATTRIBUTE}secure": (False, True),
    f"{ATTRIBUTE}httponly": (False, True),
    f"{ATTRIBUTE}samesite": (None, "lax", "strict", "none"),
    f"{ATTRIBUTE}near": (None, "lax", "strict"),
}


class Unsendable(Exception):  # noqa: N818 # a fact, no failure
    """Servers refuse to send this."""


def main() -> None:
    wanted = json.load(sys.stdin)
    answers = os.dup(1)
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    # in place of the folder of this script, whose modules are none of the project's
    sys.path[:1] = [str(Path.cwd()), str(Path.cwd() / "src")]
    found = [verdict(each) for each in wanted]
    with os.fdopen(answers, "w") as file:
        json.dump(found, file)


def verdict(task: dict[str, Any]) -> dict[str, str]:
    """How the two differ, or why they could not be tried."""
    try:
        old = function(task, "old", vars(import_module(task["module"])))
        new = function(task, "new", {"catalogue": import_module(task["catalogue"])})
    except BaseException as error:  # of code that anybody wrote
        return {"untried": said(error)}
    for values in samples(task["holes"]):
        try:
            ours, theirs = outcome(old, values), outcome(new, values)
        except NameError as error:
            return {"untried": said(error)}
        if ours != theirs:
            shown = ", ".join(map(repr, values)) or "nothing"
            return {"differs": f"given {shown} it sends {theirs}, and the code {ours}"}
    return {}


def said(error: BaseException) -> str:
    return f"{type(error).__name__}: {error}"[:200]


def function(
    task: dict[str, Any], which: str, names: Mapping[str, Any]
) -> Callable[..., Any]:
    """The code of one side, as a function of the values."""
    holes = ", ".join(f"hole{number}" for number in range(len(task["holes"])))
    lines = "\n".join(f"    {line}" for line in task[which])
    space = dict(names)
    exec(f"def sends({holes}):\n{lines}\n", space)
    made: Callable[..., Any] = space["sends"]
    return made


def samples(holes: Sequence[str]) -> Iterator[tuple[object, ...]]:
    """Values for all holes: each in turn takes all of its kind, while the others stay."""
    kinds = [of(each) for each in holes]
    usual = [kind[min(1, len(kind) - 1)] for kind in kinds]
    yield tuple(usual)
    for number, kind in enumerate(kinds):
        for each in kind:
            yield (*usual[:number], each, *usual[number + 1 :])


def of(kind: str) -> Sequence[object]:
    """The values of a type; of one that is not known any JSON."""
    names = kind.split(" | ")
    if not all(name in SAMPLES for name in names):
        return JSON
    return [value for name in names for value in SAMPLES[name]]


def outcome(sends: Callable[..., Any], values: Sequence[object]) -> object:
    """What is sent; `refused` where nothing is."""
    try:
        return message(sends(*values))
    except NameError:
        raise
    except Exception:  # whatever a class refuses with
        return "refused"


def message(made: Any) -> object:
    """Status, fields and body; of an exception those that its framework answers with."""
    if isinstance(made, BaseException):
        made = answer(made)
    fields: dict[str, list[str]] = {}
    for name, value in made.raw_headers:
        if any(octet in value for octet in b"\r\n\0"):
            raise Unsendable
        fields.setdefault(name.decode("latin-1").lower(), []).append(
            cookie(name, value)
        )
    return made.status_code, sorted(fields.items()), bytes(made.body)


def answer(raised: Any) -> Any:
    """What FastAPI's own handler makes of an HTTPException."""
    response = import_module("starlette.responses").JSONResponse
    content, status = {"detail": raised.detail}, raised.status_code
    return response(content, status_code=status, headers=raised.headers)


def cookie(name: bytes, value: bytes) -> str:
    """A field's value; of a cookie that is deleted its name and its scope, as browsers compare them."""
    text = value.decode("latin-1")
    if name.lower() != b"set-cookie":
        return text
    first, *attributes = text.split("; ")
    pairs = sorted(each.partition("=")[::2] for each in attributes)
    given = {key.lower(): each for key, each in pairs}
    if given.get("max-age") == "0":
        scope = given.get("path"), given.get("domain", "").lower().lstrip(".")
        return f"{first.partition('=')[0]} is deleted at {scope}"
    return f"{first}; {pairs}"


if __name__ == "__main__":
    main()
