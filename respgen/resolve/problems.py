"""The problems of all modules -> their specs: classes that render the members of RFC 9457."""

from __future__ import annotations

from dataclasses import dataclass

from respgen.core.statuses import reason_phrase
from respgen.diagnostics import Malformed, Places, Span, quoted
from respgen.kinds import DEFAULT
from respgen.kinds.body import BODY
from respgen.located import Located
from respgen.renderers.problem import BLANK, MEMBERS, PROBLEM, ProblemOptions
from respgen.resolve.entries import Responses
from respgen.resolve.examples import example_specs
from respgen.resolve.expressions import ANY, STR, type_expression
from respgen.resolve.responses import framework_base
from respgen.rules import r8
from respgen.schema import SchemaModule
from respgen.schema.problem_keys import ExtensionKeys, ProblemBase, ProblemKeys
from respgen.specs import (
    ContentSpec,
    ParamSpec,
    Pattern,
    Ref,
    ResponseSpec,
    TypeExpression,
)
from respgen.specs.types import ADDRESS
from respgen.vocabulary.targets import TARGETS
from respgen.vocabulary.templates import template


def problems_of(responses: Responses) -> dict[Ref, ResponseSpec]:
    """Every well-formed problem."""
    return {
        Ref(module.name, name): _Reader(responses, module).spec(name, problem)
        for module in responses.scope.modules.values()
        for name, problem in module.problems.items()
    }


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads the problems of one module."""

    responses: Responses
    module: SchemaModule

    def spec(self, name: str, entry: Located[ProblemKeys]) -> ResponseSpec:
        keys, statuses = entry.value, _statuses(entry.value)
        self._check_members(keys)
        options = self._options(keys, statuses)
        renderer, media_type = PROBLEM.spec(options), PROBLEM.media_type
        target = self.responses.targets[self.module.name]
        bare = ResponseSpec(
            name=name,
            description=keys.description.value,
            parent=None,
            base=framework_base(DEFAULT, media_type, renderer, target),
            inherits=frozenset(),
            kind=DEFAULT,
            media_type=media_type,
            charset="utf-8",
            status_code=statuses[0],
            status_locked=True,
            others=statuses[1:],
            content=None if options.detail else _DETAIL,
            renderer=renderer,
            headers=(),
            cookies=(),
            span=entry.key,
            spans={**keys.places, "status_code": keys.places["status"]},
            params=self._params(entry),
            options=BODY.options(),
            exception=TARGETS[target].package is not None,
            examples=example_specs(keys.examples.value, self.responses.scope.problems),
            whole=not {"status", "headers"} & keys.lost,
        )
        shared = self._base.headers if self._base else None
        return self.responses.headed(self.module, (shared, keys.headers), bare)

    def _check_members(self, keys: ProblemKeys) -> None:
        for name in keys.extensions.value.keys() & {*MEMBERS}:
            span = keys.extensions.value[name].key
            message = f"every problem has the member {quoted(name)}"
            advice = "rename the extension, or remove it"
            self.responses.scope.problems.add(r8.MEMBER, span, message, advice)
        if isinstance(keys.status.value, tuple) and not keys.status.value:
            message, advice = "the list of statuses is empty", "status: [400, 422]"
            span = keys.status.span
            self.responses.scope.problems.add(r8.ERROR_STATUS, span, message, advice)

    @property
    def _base(self) -> ProblemBase | None:
        written = self.module.keys.problems
        return written.value.base.value if written and written.value.base else None

    def _options(self, keys: ProblemKeys, statuses: tuple[int, ...]) -> ProblemOptions:
        title = keys.title.value if keys.title else None
        if title is None and len(statuses) == 1:
            title = reason_phrase(statuses[0])
        return ProblemOptions(
            type=self._type(keys),
            title=title,
            detail=self._detail(keys),
            extensions=tuple(_extensions(keys)),
        )

    def _type(self, keys: ProblemKeys) -> str:
        if keys.type is None:
            return BLANK
        prefix = self._base.type_prefix if self._base else None
        if prefix is None or ":" in keys.type.value:
            return keys.type.value
        return f"{prefix.value}{keys.type.value}"

    def _detail(self, keys: ProblemKeys) -> Pattern | None:
        if keys.detail is None:
            return None
        try:
            return template(keys.detail.value)
        except Malformed as refused:
            self._note(refused, keys.detail.span)
            return Pattern(("",), ())

    def _params(self, entry: Located[ProblemKeys]) -> tuple[ParamSpec, ...]:
        instance = ParamSpec("instance", ADDRESS, False, None, "", entry.key)
        own = _extensions(entry.value).items()
        return (instance, *(self._extension(name, each) for name, each in own))

    def _extension(self, name: str, written: Located[str | ExtensionKeys]) -> ParamSpec:
        keys, span = written.value, written.key
        if isinstance(keys, str):
            return ParamSpec(name, self._read(keys, written.span), True, None, "", span)
        kind = self._read(keys.type.value, keys.type.span)
        about, required = keys.description.value, keys.required.value
        return ParamSpec(name, kind, required, None, about, span)

    def _read(self, text: str, span: Span) -> TypeExpression:
        try:
            return type_expression(text)
        except Malformed as refused:
            self._note(refused, span)
            return ANY

    def _note(self, refused: Malformed, span: Span) -> None:
        self.responses.scope.problems.note([refused.found], Places(span))


_DETAIL = ContentSpec("detail", STR, required=False)


def _extensions(
    keys: ProblemKeys,
) -> dict[str, Located[str | ExtensionKeys]]:
    """Those that no other member is in the way of."""
    written = keys.extensions.value.items()
    return {name: each for name, each in written if name not in MEMBERS}


def _statuses(keys: ProblemKeys) -> tuple[int, ...]:
    written = keys.status.value
    if isinstance(written, int):
        return (written,)
    return tuple(dict.fromkeys(each.value for each in written)) or (500,)
