"""`respgen init`: settings, a first schema, and what an editor needs.

Nothing that is there is changed: pyproject.toml gets a table at its end.
"""

from __future__ import annotations

import tomllib
from importlib.util import find_spec
from pathlib import Path, PurePath
from typing import Any

import click

from respgen.cli.commands.jsonschema import document
from respgen.cli.gates import gates
from respgen.cli.inspection import environment
from respgen.cli.terminal import Refusal, Stop, say
from respgen.interrupts import finishing
from respgen.output import replace
from respgen.project import SUFFIXES
from respgen.project.mistakes import FILE
from respgen.project.paths import is_package
from respgen.vocabulary.targets import TARGETS

_SETTINGS = """\
[tool.respgen]
schemas = "schemas"
output = "{output}"
target = "{target}"
"""

SCHEMA = """\
# yaml-language-server: $schema=.respgen.schema.json
respgen: 1
description: Responses of the API.

cookies: # Secure, HttpOnly, SameSite=lax and Path=/ unless they say otherwise
  session: {key: __Host-session, max_age: 14d}

responses:
  ApiJSON:
    description: Every JSON answer of the API.
    media_type: application/json
    headers:
      X-Content-Type-Options: nosniff
      Cache-Control: no-store
    cookies: [session] # methods: set_session_cookie(value), delete_session_cookie()

  Created:
    description: Something was made; Location says where it is.
    extends: ApiJSON
    status_code: {value: 201, locked: true}
    headers:
      Location: {type: url, required: true} # an argument: location="/items/7"
"""

_COMMANDS = """\
  respgen generate    write the package {output}/
  respgen check       in CI: fails if somebody forgot to generate"""

_EXAMPLE = """\
  respgen show Created --arg content='{{"id": 7}}' --arg location=/items/7

  from {package}.api import ApiJSON, Created"""

_GATES = """
Generated code is formatted already, and tested by respgen. To keep your other tools off it, add:"""


def _output(_: click.Context, __: click.Parameter, given: str | None) -> str | None:
    """A path of packages."""
    if given is None:
        return None
    path = PurePath(given)
    if all(map(is_package, path.parts)) and path.parts[:1] not in ((), ("schemas",)):
        return path.as_posix()
    raise click.BadParameter(f"{given!r} is no package below here: write app/generated")


@click.command()
@click.option(
    "--target",
    type=click.Choice([*TARGETS]),
    default="fastapi",
    show_default=True,
    help="What the generated classes derive from. core needs no framework.",
)
@click.option(
    "--output",
    metavar="DIRECTORY",
    callback=_output,
    help="The package that is written, such as app/generated.  [default: generated; below src,"
    " where that has one package, src/PACKAGE/generated]",
)
@click.pass_obj
def command(folders: tuple[Path, ...], target: str, output: str | None) -> None:
    """Start a project: write the settings and a first schema.

    \b
    pyproject.toml               gets a table [tool.respgen]; the rest stays as it is
    schemas/api.yaml             a first schema, unless there are schemas already
    schemas/.respgen.schema.json for completion and checks in editors
    .gitattributes               gets a line that folds generated files in diffs
    """
    if len(folders) > 1:
        raise Stop("init starts one project: give -C once")
    folder = Path(*folders)
    with environment():
        file = (folder / FILE).resolve()
        old = file.read_bytes() if file.exists() else b""
        output = output or _importable(folder)
        settings = _with_settings(old, target, output)
        editors = document()
        with finishing():  # half of it could not be begun again
            first = _first_schema(folder / "schemas", editors)
            replace(file, settings)
            say(f"wrote [tool.respgen] to {(folder / FILE).as_posix()}")
            _attributes(folder / ".gitattributes", output)
    package = TARGETS[target].package
    if package is not None and find_spec(package) is None:
        say(f"{package} is not installed here: pip install {package}")
    _tell_next(folder, output, first=first)


def _importable(folder: Path) -> str:
    """Where the package can be imported from: below src what stands beside src cannot."""
    names = (file.parent.name for file in folder.glob("src/*/__init__.py"))
    below = [name for name in names if is_package(name)]
    return f"src/{below[0]}/generated" if len(below) == 1 else "generated"


def _tell_next(folder: Path, output: str, *, first: bool) -> None:
    """What to do now; `first`: with the schema that was written."""
    here = folder.resolve() == Path.cwd()
    say("\nNext:" if here else f"\nNext, in {folder}:")
    package = output.removeprefix("src/").replace("/", ".")
    words = f"{_COMMANDS}\n{_EXAMPLE}" if first else _COMMANDS
    say(words.format(output=output, package=package))
    if found := gates(folder.resolve(), output):
        width = max(len(gate.place) for gate in found)
        say("\n".join([_GATES, *(f"  {g.place:<{width}}  {g.line}" for g in found)]))


def _with_settings(old: bytes, target: str, output: str) -> bytes:
    """pyproject.toml with our table at its end. Raises Refusal."""
    before = _parsed(old)
    tool = before.get("tool")
    if isinstance(tool, dict) and "respgen" in tool:
        raise Refusal(f"{FILE} already has [tool.respgen]: nothing was written")
    new = _appended(old, _SETTINGS.format(target=target, output=output))
    try:
        tomllib.loads(new.decode("utf-8-sig"))
    except ValueError as error:
        # `tool` is an inline table, which TOML does not let anybody add to
        raise Refusal(
            f"[tool.respgen] cannot be appended to {FILE}: {error}"
        ) from error
    return new


def _parsed(data: bytes) -> dict[str, Any]:
    try:
        return tomllib.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise Refusal(f"{FILE} is not TOML ({error}): nothing was written") from error


def _attributes(file: Path, output: str) -> None:
    """Forges fold what is linguist-generated; a line of somebody's about it stays."""
    old = file.read_bytes() if file.exists() else b""
    if b"linguist-generated" not in old:
        line = f"{output}/** linguist-generated"
        gap = b"" if old.endswith(b"\n") or not old else b"\n"
        replace(file.resolve(), old + gap + line.encode() + b"\n")
        say(f"wrote {line} to {file.as_posix()}")


def _appended(old: bytes, table: str) -> bytes:
    """Set off by an empty line, with the line ends that the file has."""
    end = b"\r\n" if b"\r\n" in old else b"\n"
    gap = b"" if not old.strip() else end if old.endswith(b"\n") else end * 2
    return old + gap + table.encode().replace(b"\n", end)


def _first_schema(folder: Path, editors: str) -> bool:
    """Write what editors need, and a schema where there is none yet: then it is true."""
    folder.mkdir(exist_ok=True)
    replace(folder / ".respgen.schema.json", f"{editors}\n".encode())
    say(f"wrote {(folder / '.respgen.schema.json').as_posix()}")
    if any(
        path.suffix.lower() in SUFFIXES and not path.name.startswith(".")
        for path in folder.iterdir()
    ):
        say(f"left the schemas in {folder.as_posix()}/ as they are")
        return False
    replace(folder / "api.yaml", SCHEMA.encode())
    say(f"wrote {(folder / 'api.yaml').as_posix()}")
    return True
