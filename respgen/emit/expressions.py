"""Expressions as values -> Python source, importing what they name."""

from __future__ import annotations

from dataclasses import replace

from respgen.emit.layout import (
    Expression,
    Group,
    Sum,
    behind,
    call,
    flat,
    tuple_of,
)
from respgen.emit.names import Names
from respgen.emit.source import code, identifier, literal
from respgen.emit.types import evaluated, imported
from respgen.specs.expressions import (
    Attribute,
    Call,
    Flags,
    Formatted,
    FrameworkError,
    Function,
    Generated,
    Kept,
    Local,
    Member,
    MethodCall,
    Otherwise,
    Own,
    Plain,
    TypeValue,
    Untyped,
    Value,
    ValueExpression,
)
from respgen.specs.types import ImportPath


def expression(of: ValueExpression, names: Names) -> Expression:
    """How a value is written."""
    match of:
        case Local(name):
            return identifier(name)
        case Attribute(name):
            return code("self.{}", identifier(name))
        case Value(value):
            return _constant(value)
        case Member(owner, name):
            return code("{}.{}", flat(expression(owner, names)), identifier(name))
        case Flags():
            return _flags(of, names)
        case Untyped():
            return names.untyped(of)
        case TypeValue(kind):
            return evaluated(kind, names)
        case Kept():
            return code("{}()", names.kept(of))
        case Call():
            return _call(of, names)
        case Formatted(texts, arguments):
            values = [expression(each, names) for each in arguments]
            template = b"%b".join(each.replace(b"%", b"%%") for each in texts)
            given = values[0] if len(values) == 1 else tuple_of(values)
            return Sum(literal(template), given, operator=code("%"))
        case Function(parameter, body):
            head = code("lambda: ")
            if parameter:
                head = code("lambda {}: ", identifier(parameter))
            return code("{}{}", head, flat(expression(body, names)))
        case FrameworkError():
            return names.framework_error()
        case Generated(module, name):
            return names.generated(module, name)
        case Otherwise(value, other):
            either = code("{} or ", flat(expression(value, names)))
            return behind(either, expression(other, names))
        case Own(path):
            return names.deferred(path)
        case ImportPath():
            return imported(of, names)


def _constant(value: Plain) -> Expression:
    if isinstance(value, frozenset):
        return Group(code("{{"), tuple(map(literal, sorted(value))), code("}}"))
    return literal(value)


def _flags(of: Flags, names: Names) -> Expression:
    first, *others = [names.imported(of.module, name) for name in of.names]
    if not others:
        return first
    return Sum(first, others[0], tuple(others[1:]), code("|"))


def _call(of: Call, names: Names) -> Expression:
    arguments = [expression(each, names) for each in of.arguments]
    for name, value in of.keywords:
        arguments.append(
            behind(code("{}=", identifier(name)), expression(value, names))
        )
    function = expression(of.function, names)
    group = call(flat(function), *arguments)
    return group if of.method is None else _chained(group, of.method, names)


def _chained(value: Expression, method: MethodCall, names: Names) -> Expression:
    arguments = [expression(each, names) for each in method.arguments]
    inner = flat(call(identifier(method.name), *arguments))
    if isinstance(value, Group):
        return replace(value, closing=code("{}.{}", value.closing, inner))
    return code("{}.{}", flat(value), inner)
