"""What the rules for schemas say of constants in code.

Goes in: a question and what it is about. Come out: answers, which depend on nothing else, and so are
remembered with the audit. Whoever answers is loaded for a new question alone: that takes longer than
it takes to judge a file.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from respgen.diagnostics import Rule
from respgen.rules import RULES

_MANY = 10_000
_known: dict[str, Sequence[Any]] = {}
"""Rows of answers by their questions: of this process, whatever project it judges."""


class Answer(NamedTuple):
    """A rule that is broken; `at` is the part that breaks it, where there are several."""

    code: str
    message: str
    help: str
    at: str = ""

    @property
    def rule(self) -> Rule:
        return RULES[self.code]


@lru_cache(_MANY)
def ask(question: str, *of: object) -> tuple[Answer, ...]:
    """The answers to one of `answering.QUESTIONS`; what it is about is plain, and cannot change."""
    key = json.dumps([question, *of])
    if key not in _known:
        from respgen.audit.answering import (
            QUESTIONS,
        )  # what this module is there to spare

        _known[key] = [*QUESTIONS[question](*of)]
    return tuple(Answer(*row) for row in _known[key])


def answered() -> Mapping[str, Sequence[Any]]:
    """All that is known, as rows that JSON can hold."""
    return _known if len(_known) < _MANY else {}


def learn(answers: Mapping[str, Sequence[Any]]) -> None:
    """Takes over what was answered in another process."""
    _known.update(answers)
