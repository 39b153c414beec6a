"""The exception of a class of errors: whoever raises it gives what the class takes.

Goes in: a response's spec. Comes out: the class `Error` inside of its class.
"""

from __future__ import annotations

from collections.abc import Mapping

from respgen.emit import bases, constructors, renderers
from respgen.emit.context import Context
from respgen.emit.expressions import expression
from respgen.emit.framework import Exceptions
from respgen.emit.layout import Expression, Group, behind, call, laid_out
from respgen.emit.source import Source, code, docstring, identifier
from respgen.emit.types import imported
from respgen.kinds.kind import CONTENT
from respgen.renderers.json import JSON
from respgen.specs import JsonTemplate, Pattern, ResponseSpec, Whole
from respgen.specs.expressions import FRAMEWORK, Call, Local, Value, ValueExpression
from respgen.specs.types import NONE, ImportPath, TypeName, TypeUnion
from respgen.vocabulary.media_types import is_json

_STR = TypeName("builtins", "str")
_TEXTS = (_STR, TypeUnion((_STR, NONE)))
_INDENT = 12  # inside a method of a nested class


def definition(response: ResponseSpec, context: Context) -> Source:
    """The class statement."""
    name = identifier(response.name)
    made = behind(code("response = "), _response(response, context))
    signature = code("def response(self) -> {}:", name)
    return context.render(
        "exception",
        base=_base(response, context),
        docstring=docstring(f"Raised, it is answered as {response.name}.", 8),
        positional=list(constructors.positional(response, context)),
        keyword_only=constructors.keyword_only(response, context, _INDENT),
        response=laid_out(made, _INDENT, context.width),
        construction=_construction(response, context),
        signature=signature,
        returned=code("return self.renewed({})", name),
    )


def _raising(response: ResponseSpec, context: Context) -> list[Source]:
    """The classes above it that have an exception, the next one first."""
    found: list[Source] = []
    while response.parent is not None:
        above = context.classes[response.parent]
        if above.exception:
            found.append(context.reference(response.parent))
        response = above
    return found


def _base(response: ResponseSpec, context: Context) -> Source:
    """The parent's exception, where it has one: what handles that handles this one, too."""
    above = _raising(response, context)
    if above:
        return code("{}.Error", above[0])
    return imported(_exceptions(context).ours, context.names)


def _exceptions(context: Context) -> Exceptions:
    found = context.framework.exceptions
    if found is None:
        raise ValueError(f"{context.module.target} has no exceptions")
    return found


def _response(response: ResponseSpec, context: Context) -> Group:
    """The call of the class, with every parameter that the exception takes as well."""
    content = response.content.parameter if response.content else ""
    places = [
        content if each == CONTENT else each.name for each in bases.positional(response)
    ]
    given: list[Expression] = [identifier(name) for name in places if name]
    for name in constructors.all_keywords(response):
        given.append(code("{}={}", identifier(name), identifier(name)))
    return call(identifier(response.name), *given)


def _construction(response: ResponseSpec, context: Context) -> Source:
    """The call of the framework's constructor: those between make responses of their own."""
    above = _raising(response, context)
    start = code("super({}.Error, self)", above[-1]) if above else code("super()")
    arguments: list[Expression] = [code("response")]
    if (detail := _detail(response, context)) is not None:
        arguments.append(expression(detail, context.names))
    made = call(code("{}.__init__", start), *arguments)
    return laid_out(made, _INDENT, context.width)


def _detail(response: ResponseSpec, context: Context) -> ValueExpression | None:
    """What code that knows HTTPException alone finds as its detail; None: the status's phrase."""
    own = renderers.row(response).detail(response.renderer.options)
    if own is not None or not is_json(response.media_type):
        return own
    member = _member(response)
    if isinstance(member, str | Pattern):
        return _AS_SENT
    name = _parameter(member, response)
    of_texts = _exceptions(context).texts
    if name is None or (of_texts and not _is_text(name, response)):
        found = "text_detail" if of_texts else "json_detail"
        return Call(ImportPath(FRAMEWORK, found), (Local("response"),))
    # values of another renderer are told as they are sent
    return Local(name) if response.renderer.name == JSON.name else _AS_SENT


_AS_SENT = Call(
    ImportPath(FRAMEWORK, "json_detail"), (Local("response"), Value("detail"))
)
"""The member `detail` of the body."""


def _member(response: ResponseSpec) -> JsonTemplate:
    """What the schema writes as the member `detail`; None where it writes none."""
    template = response.body.template if response.body else None
    return template.get("detail") if isinstance(template, Mapping) else None


def _parameter(member: JsonTemplate, response: ResponseSpec) -> str | None:
    """The parameter that a member is, as a whole."""
    if not isinstance(member, Whole):
        return None
    if response.content and member.parameter == "content":
        return response.content.parameter
    return member.parameter


def _is_text(name: str, response: ResponseSpec) -> bool:
    kinds = {param.name: param.type for param in response.params}
    if response.content:
        kinds[response.content.parameter] = response.content.type
    return kinds.get(name) in _TEXTS
