"""Headers of one class as a schema writes them -> what is sent, what is found, how it is mended."""

from __future__ import annotations

from respgen.diagnostics import Diagnostic, Problems, Remove, Replace
from respgen.load import parse
from respgen.pipeline import compiled
from respgen.specs import ResponseSpec
from tests.support.headers import sent as constants

LINE = "    headers: "


def _resolved(headers: str, keys: str) -> tuple[ResponseSpec, Problems]:
    problems = Problems()
    top = "respgen: 1\ncookies: {seen: {}}\nresponses:\n  Page:"
    text = f"{top}\n    {keys}\n{LINE}{headers}\n"
    file = parse(text.encode(), "shop.yaml", problems)
    (module,) = compiled([file] if file else [], "core", problems)
    return module.responses[0], problems


def found(headers: str, keys: str = "media_type: text/plain") -> list[Diagnostic]:
    """What is found in a class whose `headers:` is this flow mapping."""
    return list(_resolved(headers, keys)[1])


def codes(headers: str, keys: str = "media_type: text/plain") -> list[str]:
    return [problem.code for problem in found(headers, keys)]


def sent(headers: str) -> dict[str, str]:
    """The constants of a class that has no errors."""
    response, problems = _resolved(headers, "media_type: text/plain")
    assert not problems.errors, list(problems)
    return constants(response.headers)


def mended(headers: str) -> str | None:
    """The flow mapping after the fix of its one finding; None where that has none."""
    (problem,) = found(headers)
    fix, line = problem.fix, LINE + headers
    match fix:
        case Replace(span, value):
            text = f'"{value}"' if line[span.column - 1] == '"' else str(value)
            line = line[: span.column - 1] + text + line[span.end_column - 1 :]
            return line.removeprefix(LINE)
        case Remove(span):
            return f"without {line[span.column - 1:span.end_column - 1]}"
    return None


def marked(headers: str) -> str:
    """The text that its one finding marks."""
    (problem,) = found(headers)
    line = LINE + headers
    return line[problem.span.column - 1 : problem.span.end_column - 1]
