"""Compiles schema files into fully typed Response subclasses for FastAPI and Starlette.

    problems = Problems()
    project = find(Path.cwd(), problems)
    build(project).files

What the generated code needs at run time it carries along: respgen itself is not needed there.
"""

TYPE_CHECKING = (
    False  # not typing's: `python -m` runs this with the working folder on its path
)
if TYPE_CHECKING:
    from respgen.diagnostics import Diagnostic, Problems, Severity, Span
    from respgen.pipeline import Build, build
    from respgen.project import NoProject, Project, find

__all__ = [
    "Build",
    "Diagnostic",
    "NoProject",
    "Problems",
    "Project",
    "Severity",
    "Span",
    "build",
    "find",
]

_HOMES = {
    "diagnostics": ("Diagnostic", "Problems", "Severity", "Span"),
    "pipeline": ("Build", "build"),
    "project": ("NoProject", "Project", "find"),
}


def __getattr__(name: str) -> object:
    """Load what is asked for: the compiler and its libraries cost more than an up-to-date check."""
    from importlib import import_module

    for module, names in _HOMES.items():
        if name in names:
            return getattr(import_module(f"respgen.{module}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
