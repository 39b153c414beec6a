"""`respgen adopt`: write schemas of what code sends by hand."""

from __future__ import annotations

from pathlib import Path

import click
from click.core import ParameterSource

from respgen.adopt.adoption import Adoption, Request, adoption
from respgen.adopt.document import Unfit
from respgen.adopt.stated import stated
from respgen.audit.analysis import facts
from respgen.cli.adopting import destination, openapi, publish
from respgen.cli.auditing import Progress, opened
from respgen.cli.inspection import OpenProject, environment, judged, schemas
from respgen.cli.terminal import Refusal, Stop
from respgen.diagnostics import Problems
from respgen.files import contents
from respgen.output.rewrite import Rewrite, rewrite
from respgen.output.write import document
from respgen.project import Project
from respgen.source.files import sources


@click.command()
@click.argument(
    "paths",
    nargs=-1,
    type=click.Path(exists=True, path_type=Path),
    metavar="[PATHS]...",
)
@click.option(
    "--write", "writes", is_flag=True, help="Add the new entries to the file."
)
@click.option(
    "--into",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="The schema file that gets them.  [default: schemas/adopted.yaml]",
)
@click.option(
    "--min",
    "least",
    type=click.IntRange(1),
    default=3,
    show_default=True,
    metavar="N",
    help="Write an entry for what is sent alike in N places.",
)
@click.option(
    "--verify",
    is_flag=True,
    help="Run both sides on samples, in a copy of the project: this imports your code.",
)
@click.option(
    "--unsafe",
    is_flag=True,
    help="Write entries that mend mistakes, too, although something else is sent then.",
)
@click.option(
    "--openapi",
    "described",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Write entries of the responses in an OpenAPI 3 document instead: no code is read.",
)
@click.pass_obj
def command(
    folders: tuple[Path, ...],
    paths: tuple[Path, ...],
    writes: bool,
    into: Path | None,
    least: int,
    verify: bool,
    unsafe: bool,
    described: Path | None,
) -> int:
    """Write schemas of what code sends by hand, so that `respgen migrate` can move it there.

    PATHS are files and folders; without them it is what [tool.respgen.source] includes. Prints the
    entries, and on stderr what is left and why. Each entry was compiled, and sends the same as the places that
    it is made of. Without --verify nothing is imported or run.

    \b
    Exit status:
      0  done, or nothing to write
      1  the schemas have mistakes, the file could not be written, or nothing could be tried
      2  usage or environment
    """
    if described:
        _alone(paths, verify, unsafe)
    project = opened(folders, paths, "adopt", compiled=True)
    if writes:
        _settled(project)
    where = OpenProject(project, Problems(), {})
    file = destination(where, into)
    found = judged(where)
    if found.problems.errors:
        raise Refusal("the schemas have mistakes: `respgen check` shows them")
    asked = Request(
        project, schemas(where), found.specs, project.name(file), least, verify, unsafe
    )
    with environment(), Progress() as progress:
        try:
            if described:
                made = stated(asked, openapi(where, described))
            else:
                known, reader = facts(sources(project, paths), progress)
                made = adoption(asked, known, reader.data)
        except Unfit as unfit:
            shown = where.shown(asked.into)
            raise Refusal(
                f"{shown} takes no entries: {unfit}; name another one with --into"
            ) from unfit
        if writes and made.proposals:
            _write(file, asked, made)
    publish(where, asked, made, writes)
    return 1 if made.failure else 0


def _settled(project: Project) -> None:
    """Raises Stop where nobody has said where the package goes, and it would go where nobody can import it."""
    file = project.root / "pyproject.toml"
    if not file.is_file():
        raise Stop("there is no pyproject.toml: run `respgen init` first")
    if b"[tool.respgen" not in file.read_bytes() and (project.root / "src").is_dir():
        message = "code below src cannot import a package beside it, and no setting"
        raise Stop(f"{message} names another place: run `respgen init` first")


def _alone(paths: tuple[Path, ...], verify: bool, unsafe: bool) -> None:
    """Raise UsageError for what is about code, where a document is read."""
    least = click.get_current_context().get_parameter_source("least")
    given = {
        "PATHS": bool(paths),
        "--verify": verify,
        "--unsafe": unsafe,
        "--min": least is ParameterSource.COMMANDLINE,
    }
    for name, is_given in given.items():
        if is_given:
            raise click.UsageError(f"--openapi reads no code: leave out {name}")


def _write(file: Path, asked: Request, made: Adoption) -> None:
    """In one step, and only where nobody has changed it meanwhile."""
    old = asked.schemas.get(asked.into)
    if old is None:
        if file.exists():
            raise Refusal(
                f"{asked.into} is there already, and no schema of the project"
            )
        document(file, made.data)
    elif contents(file) != made.data:
        rewrite([Rewrite(asked.into, file, old, made.data)])
