"""What a schema says of errors -> the function that lets an application answer so.

Goes in: the module that declares it. Comes out: `install_error_handlers`.
"""

from __future__ import annotations

from collections.abc import Iterator

from respgen.emit.context import Context
from respgen.emit.expressions import expression
from respgen.emit.layout import (
    Expression,
    Group,
    behind,
    call,
    flat,
    keyed,
    laid_out,
    signature,
)
from respgen.emit.source import Source, code, docstring, identifier, literal, tuple_of
from respgen.specs import AnswerSpec
from respgen.specs.expressions import FRAMEWORK, Own
from respgen.specs.types import ImportPath
from respgen.vocabulary.members import ERROR_HANDLERS

LOCAL = ("app", "detail", "errors", "headers")
"""What it calls its parameters, and those of its lambdas."""
_WORDS = {"http": code("http="), "unhandled": code("unhandled=")}


def definition(context: Context) -> Source:
    """The function."""
    app = code(
        "app: {}", context.names.annotated("starlette.applications", "Starlette")
    )
    head = signature(identifier(ERROR_HANDLERS), (app,), code("None"))
    return context.render(
        "error_handlers",
        signature=laid_out(head, 0, context.width),
        docstring=docstring(_about(context), 4),
        statements=[laid_out(each, 4, context.width) for each in _statements(context)],
    )


def _about(context: Context) -> str:
    answers = (f"{_named(each)}: {each.ref.name}." for each in context.module.errors)
    lines = "\n".join(answers)
    return f"Let an application answer its errors so; call it before the first request.\n\n{lines}"


def _named(answer: AnswerSpec) -> str:
    error = answer.error
    if isinstance(error, ImportPath):
        return f"{error.module}.{error.name}"
    return str(error)


def _statements(context: Context) -> Iterator[Expression]:
    answers = {each.error: each for each in context.module.errors}
    given: list[Expression] = [code("app")]
    for word, start in _WORDS.items():
        if word in answers:
            given.append(behind(start, _answer(answers[word], context)))
    for start, kind in ((code("statuses="), int), (code("exceptions="), ImportPath)):
        found = [each for error, each in answers.items() if isinstance(error, kind)]
        if found:
            given.append(behind(start, _mapping(found, context)))
    yield call(context.names.imported(FRAMEWORK, "install_handlers"), *given)
    if "validation" in answers and context.framework.documents:
        yield _validation(answers["validation"], context)


def _validation(answer: AnswerSpec, context: Context) -> Expression:
    """FastAPI alone reads requests, and documents what they are answered with."""
    install = context.names.imported(FRAMEWORK, "install_validation")
    given: list[Expression] = [code("app"), _answer(answer, context)]
    home = context.modules[answer.ref.module].target
    if context.frameworks[home].documents:
        given.append(code("lambda: {}.openapi", context.reference(answer.ref)))
    return call(install, *given)


def _mapping(answers: list[AnswerSpec], context: Context) -> Group:
    items = tuple(
        keyed(_key(each, context), _answer(each, context)) for each in answers
    )
    return Group(code("{{"), items, code("}}"))


def _key(answer: AnswerSpec, context: Context) -> Source:
    if isinstance(answer.error, ImportPath):
        return flat(expression(Own(answer.error), context.names))
    return literal(answer.error)


def _answer(answer: AnswerSpec, context: Context) -> Expression:
    arguments: list[Expression] = [_making(answer, context)]
    if answer.statuses:
        statuses = tuple_of([literal(status) for status in answer.statuses])
        arguments.append(code("statuses={}", statuses))
    if answer.status is not None:
        arguments.append(code("status={}", literal(answer.status)))
    if answer.phrase:
        arguments.append(code("phrase=True"))
    if answer.text:
        arguments.append(code("text=True"))
    return call(context.names.imported(FRAMEWORK, "Answer"), *arguments)


def _making(answer: AnswerSpec, context: Context) -> Source:
    """What gives the class the detail, by place or by its name, and the headers."""
    made = context.reference(answer.ref)
    if answer.parameter is None:
        return code("lambda _, headers: {}(headers=headers)", made)
    name = identifier(answer.parameter)
    given = code("errors") if answer.error == "validation" else code("detail")
    if answer.first:
        return code("lambda {}, headers: {}({}, headers=headers)", given, made, given)
    return code(
        "lambda {}, headers: {}({}={}, headers=headers)", given, made, name, given
    )
