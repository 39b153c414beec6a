"""Whether a class can answer an error, and how it is called then.

Goes in: the class and the error. Comes out: findings, or a spec.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from respgen.core.statuses import ERRORS
from respgen.diagnostics import Finding, Span
from respgen.kinds import KINDS
from respgen.renderers.problem import PROBLEM, ProblemOptions
from respgen.resolve.expressions import STR
from respgen.rules import r8
from respgen.specs import (
    AnswerSpec,
    Ref,
    ResponseSpec,
    TypeExpression,
    TypeGeneric,
    TypeName,
    TypeUnion,
    Whole,
    arguments,
)
from respgen.specs.responses import Error
from respgen.specs.types import NONE, takes_none


@dataclass(frozen=True, slots=True)
class Fitting:
    """A class and the error that it is to answer; `text`: its detail is the exception's own."""

    response: ResponseSpec
    error: Error
    text: bool
    span: Span

    def findings(self) -> Iterator[Finding]:
        """Why it cannot."""
        response, name = self.response, self._parameter()
        if not response.exception:
            advice = "write a problem"
            if may_be_raised(response):
                advice = f"add exception: true to {response.name}, or {advice}"
            yield Finding(r8.ANSWER, f"{response.name} is no problem", advice)
            return
        if isinstance(self.error, int) and not self._has(self.error):
            message = f"{response.name} never has the status {self.error}"
            statuses = ", ".join(map(str, response.statuses))
            advice = f"write a class that has it; this one has {statuses}"
            yield Finding(r8.ANSWER_STATUS, message, advice)
        if self.error == "unhandled" and not self._is_a_fault():
            message = f"{response.name} is sent with {response.status_code}, which blames the client"
            advice = "write a class that has 500"
            yield Finding(r8.ANSWER_STATUS, message, advice)
        if self.error == "validation" and name is None:
            message = f"{response.name} cannot say what is wrong"
            advice = 'add extensions: {errors: "list[dict[str, str]]"}'
            yield Finding(r8.ANSWER, message, advice)
        if self.text and name is None:
            advice = "leave out detail: text, or let callers give the detail"
            yield Finding(r8.ANSWER, f"{response.name} takes no detail", advice)
        for lacking in islice((n for n in required(response) if n != name), 1):
            message = f"{response.name} needs {lacking}, which no error handler has"
            advice = f"write a constant for {lacking}, or required: false"
            yield Finding(r8.ANSWER, message, advice)

    def spec(self, ref: Ref) -> AnswerSpec:
        """How it does."""
        name = self._parameter()
        return AnswerSpec(
            error=self.error,
            ref=ref,
            parameter=name,
            first=self._is_first(name),
            statuses=self._statuses(),
            phrase=self.error != "validation" and self._never_none(name),
            text=self.text,
            status=self._status(),
            span=self.span,
        )

    def _has(self, status: int) -> bool:
        return not self.response.statuses or status in self.response.statuses

    def _status(self) -> int | None:
        """What is sent where the class has it, and something else by default."""
        due = _DUE.get(self.error) if isinstance(self.error, str) else None
        known = self.response.statuses
        if due is None or due == self.response.status_code:
            return None
        if known:
            return due if due in known else None
        is_fault = self.response.status_code >= _FAULT
        return due if due >= _FAULT and not is_fault else None

    def _is_a_fault(self) -> bool:
        return (self._status() or self.response.status_code) >= _FAULT

    @property
    def _is_problem(self) -> bool:
        return self.response.renderer.name == PROBLEM.name

    def _statuses(self) -> tuple[int, ...]:
        """Those of a problem, where the status of the error may be another one."""
        several = self.error == "http" or len(self.response.statuses) > 1
        return self.response.statuses if self._is_problem and several else ()

    def _is_first(self, name: str | None) -> bool:
        content = self.response.content
        return content is not None and content.parameter == name

    def _types(self) -> dict[str, TypeExpression]:
        """The parameters that may take what is told of an error."""
        content = self.response.content
        first = {content.parameter: content.type} if content else {}
        return first | {each.name: each.type for each in self.response.params}

    def _parameter(self) -> str | None:
        types = self._types()
        if self.error == "validation":
            return "errors" if _lists_mistakes(types.get("errors")) else None
        options = self.response.renderer.options
        if isinstance(options, ProblemOptions):
            return "detail" if options.detail is None else None
        template = self.response.body.template if self.response.body else None
        member = template.get("detail") if isinstance(template, Mapping) else None
        texts = [name for name, kind in types.items() if kind in _TEXTS]
        if isinstance(member, Whole) and member.parameter in texts:
            return member.parameter
        return texts[0] if len(texts) == 1 else None

    def _never_none(self, name: str | None) -> bool:
        """Whether the parameter takes no None."""
        content = self.response.content
        if content and content.parameter == name:
            return content.required and not takes_none(content.type)
        params = (each for each in self.response.params if each.name == name)
        return any(not each.nullable for each in params)


_DUE = {"validation": 422, "unhandled": 500}
"""The statuses of errors that do not say one."""
_FAULT = 500
"""The server's own errors begin here (RFC 9110 15.6)."""
_TEXTS = (STR, TypeUnion((STR, NONE)))


def may_be_raised(response: ResponseSpec) -> bool:
    """Whether `exception: true` would give it an exception, as far as its author can help it."""
    return response.status_code in ERRORS and KINDS[response.kind].has_body


def required(response: ResponseSpec) -> Iterator[str]:
    if response.content and response.content.required:
        yield response.content.parameter
    yield from (
        given.parameter for _, given in arguments(response.headers) if given.required
    )
    yield from (each.name for each in response.params if each.required)


def _lists_mistakes(kind: TypeExpression | None) -> bool:
    """Whether `list[dict[str, str]]` is a value of a type."""
    match kind:
        case TypeUnion(members):
            return any(map(_lists_mistakes, members))
        case TypeGeneric(TypeName("builtins", "list"), (item,)):
            return item == TypeGeneric(TypeName("builtins", "dict"), (STR, STR))
        case TypeGeneric(TypeName("collections.abc", "Sequence" | "Iterable"), (item,)):
            mappings = (
                TypeName("builtins", "dict"),
                TypeName("collections.abc", "Mapping"),
            )
            return item in [TypeGeneric(each, (STR, STR)) for each in mappings]
    return False
