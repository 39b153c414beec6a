"""`respgen show`: the exact HTTP message that a class sends."""

from __future__ import annotations

from collections.abc import Mapping
from inspect import Parameter, signature
from pathlib import Path
from typing import Any
from warnings import catch_warnings, simplefilter

import click

from respgen.cli.arguments import pairs, value
from respgen.cli.classes import named
from respgen.cli.inspection import compiled
from respgen.cli.preview import carried, imported, message
from respgen.cli.run import opened_alone
from respgen.cli.terminal import Refusal, Stop, say_message, unknown
from respgen.core.grammar import FieldError
from respgen.emit import events
from respgen.interrupts import unwinding
from respgen.pipeline import Build
from respgen.project.paths import import_home
from respgen.specs import ResponseSpec


@click.command()
@click.argument("name", metavar="[MODULE.]CLASS")
@click.option(
    "-a",
    "--arg",
    "arguments",
    multiple=True,
    metavar="NAME=VALUE",
    help="An argument of the constructor; repeat the option for more. VALUE is plain text if the"
    " parameter is text, a date (2026-01-31T12:00:00Z), a duration (90s, 2w), a UUID or a Decimal, and"
    " JSON otherwise.",
)
@click.pass_obj
def command(folders: tuple[Path, ...], name: str, arguments: tuple[str, ...]) -> int:
    """Print the HTTP message that a class sends, byte for byte.

    The schemas are compiled in memory: nothing has to be generated first.

    \b
      respgen show Created --arg content='{"id": 7}' --arg location=/items/7
      respgen show api.ApiJSON -a content=null -a status_code=202

    \b
    Exit status:
      0  printed
      1  a schema has mistakes, or the class refuses a value
      2  an unknown class or parameter, a missing parameter, or an import that fails
    """
    texts = pairs(arguments)
    run, where = opened_alone(folders, "show")
    build = compiled(where)
    run.note(
        where.project.root,
        (*where.problems, *build.problems),
        {**where.lines, **build.lines},
    )
    if run.failed(strict=False):
        run.publish()
        return 1
    module, response = named(name, build.specs)
    roots = (where.project.root, import_home(where.project.output))
    say_message(_message(build, roots, module, response, texts))
    return 0


def _message(
    build: Build,
    roots: tuple[Path, ...],
    module: str,
    response: ResponseSpec,
    texts: Mapping[str, str],
) -> bytes:
    try:
        with unwinding(), imported(build.files, module, roots) as code:
            kind = getattr(code, response.name)
            return _sent(kind, _values(kind, response, texts))
    except click.ClickException:
        raise
    except (Exception, SystemExit) as error:  # the project's own modules run here, too
        raise Stop(_not_importable(module, error)) from error


def _values(
    kind: Any, response: ResponseSpec, texts: Mapping[str, str]
) -> dict[str, object]:
    """Every text as its parameter wants it. Raises Stop and Refusal."""
    # a deprecated class has the signature of what warns
    known = dict(signature(kind.__init__).parameters)
    for name in (
        "self",
        "background",
        "stat_result",
    ):  # nothing that a command line could give
        known.pop(name, None)
    for name in texts.keys() - known.keys():
        names = f"{response.name} takes {', '.join(known)}"
        raise Stop(unknown("parameter", name, known, names))
    needed = (name for name, each in known.items() if each.default is Parameter.empty)
    if missing := [f"--arg {name}=VALUE" for name in needed if name not in texts]:
        raise Stop(f"{response.name} needs {' '.join(missing)}")
    found = {name: value(response, name, text) for name, text in texts.items()}
    content = response.content.parameter if response.content else ""
    if events.named(response) and content in found:
        found[content] = _events(kind, found[content])
    return {name: carried(given) for name, given in found.items()}


def _events(kind: Any, items: Any) -> list[object]:
    """The events of a class that names them."""
    try:
        return [kind.Event(**item) for item in items]
    except (TypeError, ValueError) as error:
        raise Refusal(_refused(error)) from error


def _sent(kind: Any, arguments: Mapping[str, object]) -> bytes:
    try:
        with catch_warnings():
            simplefilter("ignore", DeprecationWarning)  # whoever asks wants to see it
            return message(kind(**arguments))
    except (ImportError, SyntaxError) as error:  # of what is imported at first use
        raise Stop(_not_importable(kind.__name__, error)) from error
    except Exception as error:  # a renderer of the project's may raise anything
        raise Refusal(_refused(error)) from error


def _refused(error: Exception) -> str:
    """What a class says of a value; of any other error, which one it is, too."""
    if type(error).__name__ == FieldError.__name__:  # the generated package has its own
        return str(error)
    more = ""
    if "not JSON serializable" in str(error):
        more = "; give the param a type that JSON has, such as str"
    return f"{type(error).__name__}: {error}{more}"


def _not_importable(what: str, error: BaseException) -> str:
    library = (getattr(error, "name", None) or "").partition(".")[0]
    if isinstance(error, ImportError) and library in _EXTRAS:
        return f"{what} needs {library}: pip install 'respgen[{_EXTRAS[library]}]'"
    if isinstance(error, ImportError) and library in _PACKAGES:
        return f"{what} needs {library}: pip install {_PACKAGES[library]}"
    return f"{what} cannot be imported: {type(error).__name__}: {error}"


_EXTRAS = {"fastapi": "fastapi", "itsdangerous": "signed", "starlette": "starlette"}
"""The extra of ours that brings a library."""
_PACKAGES = {
    **{name: name for name in ("msgpack", "msgspec", "orjson", "ormsgpack")},
    "pydantic": "pydantic",
    "yaml": "pyyaml",
}
"""What renderers import, which the application lists itself, and how pip calls it."""
