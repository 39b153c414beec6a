"""Schemas as text -> specs, for tests that say what a schema means."""

from __future__ import annotations

from textwrap import dedent, indent

from respgen.diagnostics import Problems
from respgen.load import parse
from respgen.pipeline import compiled
from respgen.specs import ModuleSpec, ResponseSpec, Target
from tests.support.building import MistakesError


def modules(target: Target = "fastapi", **texts: str) -> dict[str, ModuleSpec]:
    """The specs of modules by name. Raises MistakesError for mistakes that are no warnings."""
    problems = Problems()
    files = [
        parse(f"respgen: 1\n{dedent(text)}".encode(), f"{name}.yaml", problems)
        for name, text in texts.items()
    ]
    specs = compiled([file for file in files if file], target, problems)
    if problems.errors:
        raise MistakesError(list(problems))
    return {spec.name: spec for spec in specs}


def responses(text: str, target: Target = "fastapi") -> dict[str, ResponseSpec]:
    """The responses of one module, whose `responses:` has `text` inside."""
    inside = indent(dedent(text).strip(), "  ")
    (module,) = modules(target, shop=f"responses:\n{inside}\n").values()
    return {response.name: response for response in module.responses}
