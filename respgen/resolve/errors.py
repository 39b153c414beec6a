"""What a module says of errors -> what answers them, each with how its class is called.

Goes in: the entries of `errors:`, and every class there is. Comes out: specs; what cannot answer is
a diagnostic, since a handler that fails leaves the server's own plain page.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from respgen.core.statuses import ERRORS
from respgen.diagnostics import Malformed, Places, Problems, Span, nearest, quoted
from respgen.located import Located
from respgen.resolve.answers import Fitting
from respgen.resolve.scope import Namespace
from respgen.rules import r0, r8
from respgen.schema import SchemaModule
from respgen.schema.problem_keys import AnswerKeys
from respgen.schema.response_keys import ResponseKeys
from respgen.specs import (
    AnswerSpec,
    ImportPath,
    Ref,
    ResponseSpec,
    Target,
)
from respgen.specs.responses import Error
from respgen.vocabulary.import_paths import import_path
from respgen.vocabulary.targets import TARGETS

_WORDS = ("http", "validation", "unhandled")
_OURS = {
    "Exception": "write unhandled",
    "BaseException": "write unhandled",
    "HTTPException": "write http",
    "RequestValidationError": "write validation",
}
"""Exceptions that have a word of their own."""


def check_once(modules: Iterator[SchemaModule], problems: Problems) -> None:
    """An application has one answer to an error, so one module says it."""
    found = [each for each in modules if each.keys.errors]
    for module in found[1:]:
        written = module.keys.errors
        if written:
            message = f"{found[0].name} says already how errors are answered"
            advice = "keep the errors of one module, and let it use the others"
            problems.add(r8.TWO_ANSWERS, written.key, message, advice)


def answers(
    scope: Namespace,
    module: SchemaModule,
    target: Target,
    responses: Mapping[Ref, ResponseSpec],
) -> tuple[AnswerSpec, ...]:
    """What answers which error."""
    written = module.keys.errors
    if written is None:
        return ()
    if TARGETS[target].package is None:
        message = f"errors needs a framework, and the target is {target}"
        advice = "remove it, and send the problem where the error is met"
        scope.problems.add(r0.CONFLICT, written.key, message, advice)
        return ()
    reader = _Reader(scope, module, responses)
    found = (reader.answer(word, each) for word, each in written.value.items())
    return tuple(each for each in found if each is not None)


def check_exception(
    spec: ResponseSpec, keys: ResponseKeys, target: Target, problems: Problems
) -> None:
    """An entry whose exception would answer nothing."""
    if "exception" not in keys.places or not keys.exception.value:
        return
    span = keys.places["exception"]
    if spec.status_code not in ERRORS:
        message = f"{spec.status_code} is no status of errors"
        advice = "write a status from 400 to 599, or remove exception: true"
        problems.add(r8.ERROR_STATUS, span, message, advice)
    elif TARGETS[target].package is None:
        message = f"an exception needs a framework, and the target is {target}"
        problems.add(r0.CONFLICT, span, message, "remove exception: true")
    elif not spec.exception:
        message = f"an exception cannot be answered with kind: {spec.kind}"
        problems.add(r0.CONFLICT, span, message, "remove exception: true")


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads the errors of one module."""

    scope: Namespace
    module: SchemaModule
    responses: Mapping[Ref, ResponseSpec]

    def answer(
        self, word: str, written: Located[str | AnswerKeys]
    ) -> AnswerSpec | None:
        error = self._error(word, written.key)
        keys, text = written.value, False
        if isinstance(keys, str):
            name, span = keys, written.span
        else:
            name, span, text = keys.answer.value, keys.answer.span, bool(keys.detail)
        ref = self.scope.answer(self.module, name, span)
        if error is None or ref is None:
            return None
        if text and not isinstance(error, ImportPath):
            message = "detail: text is for exceptions of your own"
            self.scope.problems.add(r0.CONFLICT, span, message, f"write {word}: {name}")
            return None
        fitting = Fitting(self.responses[ref], error, text, span)
        wrong = list(fitting.findings())
        self.scope.problems.note(wrong, Places(span))
        return None if wrong else fitting.spec(ref)

    def _error(self, word: str, span: Span) -> Error | None:
        if word in _WORDS:
            return word
        if word.isascii() and word.isdigit():
            return self._status(word, span)
        if ":" in word or (word.rpartition(".")[2][:1].isupper() and "." in word):
            return self._exception(word, span)
        message = f"unknown error {quoted(word)}"
        advice = nearest(word, _WORDS) or (
            f"write {', '.join(_WORDS)}, a status, or an exception as package.module:Class"
        )
        self.scope.problems.add(r0.UNKNOWN_KEY, span, message, advice)
        return None

    def _status(self, word: str, span: Span) -> int | None:
        # Python reads no number of more than 4300 digits
        if len(word) < 10 and int(word) in ERRORS:
            return int(word)
        message = f"{quoted(word)} is no status of errors"
        advice = "write one from 400 to 599, or http for whatever nothing else names"
        self.scope.problems.add(r8.ERROR_STATUS, span, message, advice)
        return None

    def _exception(self, word: str, span: Span) -> ImportPath | None:
        try:
            path = import_path(word)
        except Malformed as refused:
            self.scope.problems.note([refused.found], Places(span))
            return None
        ours = path.module.partition(".")[0] in ("builtins", "fastapi", "starlette")
        if ours and path.name in _OURS:
            message = f"{path.name} has a word of its own here"
            self.scope.problems.add(r8.ANSWER, span, message, _OURS[path.name])
            return None
        return replace(path, span=span)
