"""Every place of problems and of errors where an author's text can stand."""

from __future__ import annotations

from collections.abc import Callable

from tests.injection.slots import Document, Entry, Slot


def _problem(name: str, keys: Callable[[str], Document], harmless: str = "t") -> Slot:
    def entry(text: str, number: int) -> Entry:
        about = {"type": f"https://t.example/{number}", "title": "t", "status": 403}
        return "problems", f"P{number}", {**about, **keys(text)}

    return Slot(name, entry, harmless)


PROBLEM_LITERALS = (
    *("problem type", "problem title"),
    *("problem description", "extension description"),
)
"""Those whose text comes back as it was."""

PROBLEM_WORDS = ("error", "extension type")
"""Those in which a text chooses among words of ours."""

PROBLEM_SLOTS: tuple[Slot, ...] = (
    Slot("problem name", lambda text, _: ("problems", text, {"status": 400}), "T"),
    Slot("type prefix", lambda text, _: ("problems", "base", {"type_prefix": text})),
    _problem("problem type", lambda text: {"type": text}),
    _problem("problem title", lambda text: {"title": text}),
    _problem("problem status", lambda text: {"status": text}),
    _problem("problem detail", lambda text: {"detail": text}),
    _problem(
        "detail around an extension",
        lambda text: {"detail": f"{text} {{pieces}}", "extensions": {"pieces": "int"}},
    ),
    _problem("problem description", lambda text: {"description": text}),
    _problem("extension name", lambda text: {"extensions": {text: "int"}}),
    _problem("extension type", lambda text: {"extensions": {"pieces": text}}, "int"),
    _problem(
        "extension description",
        lambda text: {"extensions": {"pieces": {"type": "int", "description": text}}},
    ),
    _problem("problem header", lambda text: {"headers": {"X-A": text}}),
    Slot("error", lambda text, _: ("errors", text, "Own"), "http"),
    Slot("error's module", lambda text, _: ("errors", f"{text}:t", "Own")),
    Slot("error's name", lambda text, _: ("errors", f"t.t:{text}", "Own")),
    Slot("error's answer", lambda text, _: ("errors", "http", text), "Own"),
)
