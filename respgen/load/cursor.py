"""Where a reader stands in the text: what it sees, takes and complains of."""

from __future__ import annotations

import re
from typing import NoReturn

from respgen.core.grammar import compiled
from respgen.diagnostics import Span
from respgen.load.source import SchemaText, unfit, unfit_message
from respgen.rules import r0


class Cursor:
    """A position that moves forward."""

    def __init__(self, source: SchemaText) -> None:
        self.source = source
        self.text = source.text
        self.at = 0

    def peek(self) -> str:
        """The next character; nothing at the end of the file."""
        return self.text[self.at : self.at + 1]

    def sees(self, mark: str) -> bool:
        return self.text.startswith(mark, self.at)

    def take(self, mark: str) -> bool:
        """Whether `mark` stood here; then it is behind."""
        seen = self.sees(mark)
        self.at += len(mark) if seen else 0
        return seen

    def match(self, pattern: str) -> re.Match[str] | None:
        """What matches here, which is then behind."""
        match = compiled(pattern).match(self.text, self.at)
        self.at = match.end() if match else self.at
        return match

    def span(self, start: int) -> Span:
        """From `start` up to here."""
        return self.source.span(start, self.at)

    def check_escape(self, start: int, character: str) -> None:
        """Refuse what an escape from `start` up to here brings where no text may hold it."""
        if unfit(character):
            message = unfit_message(character)
            self.source.note(r0.TEXT, self.span(start), message, "remove it")

    def wrong(self, message: str, advice: str) -> NoReturn:
        """What stands here is not what must follow."""
        if self.at >= len(self.text):
            message = f"the file ends too early: {message}"
        self.source.halt(r0.SYNTAX, self.source.point(self.at), message, advice)

    def no_value(self, start: int, language: str) -> NoReturn:
        """The word from `start` up to here means nothing."""
        word = self.text[start : self.at]
        message = f"{word} is not a {language} value"
        advice = _meant(word, language)
        self.source.halt(r0.SYNTAX, self.span(start), message, advice)


def _meant(word: str, language: str) -> str:
    """What to write for a word: of Python or YAML, perhaps, or a number with zeros before it."""
    if word.lower() in ("true", "false"):
        return f"write {word.lower()}"
    if word.lower() in ("null", "none", "~"):
        return "write null" if language == "JSON" else "leave the key out"
    if word.isdecimal() and word.isascii():
        return f'write {word.lstrip("0") or "0"}, or "{word}" if it is text'
    return f'put text in quotes: "{word}"'
