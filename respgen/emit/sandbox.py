"""Where templates are rendered: they choose and order parts, and neither run nor read anything else.

Goes in: what reads a template by its name. Comes out: an environment of Jinja, which loads no file
by itself. An overriding template may be a stranger's, in a branch that nobody has read yet.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, NoReturn

from jinja2 import FunctionLoader, StrictUndefined, TemplateError, Undefined
from jinja2.compiler import CodeGenerator
from jinja2.environment import TemplateModule
from jinja2.exceptions import SecurityError, TemplateNotFound
from jinja2.meta import find_referenced_templates
from jinja2.nodes import Concat
from jinja2.runtime import Context, LoopContext, Macro
from jinja2.sandbox import MAX_RANGE, ImmutableSandboxedEnvironment
from jinja2.utils import Namespace

from respgen.diagnostics import quoted
from respgen.emit.source import Source

_FILTERS = frozenset(
    [
        "count",
        "d",
        "default",
        "first",
        "last",
        "length",
        "list",
        "lower",
        "map",
        "reject",
        "rejectattr",
        "reverse",
        "select",
        "selectattr",
        "sort",
        "trim",
        "unique",
        "upper",
    ]
)
"""Those that make nothing longer, and the same each time."""
_GLOBALS = frozenset(("dict", "namespace", "range"))
_TEXT = frozenset(
    [
        "startswith",
        "endswith",
        "removeprefix",
        "removesuffix",
        "lower",
        "upper",
        "strip",
        "split",
    ]
)
_ATTRIBUTES: tuple[tuple[type, frozenset[str]], ...] = (
    (Source, frozenset(("text",))),
    (str, _TEXT),
    (dict, frozenset(("get", "items", "keys", "values"))),
)
_OF_JINJA = (LoopContext, Macro, Namespace, TemplateModule)
_LARGEST = 2**32  # of numbers in arithmetic


class _Generator(CodeGenerator):
    def visit_Concat(  # noqa: N802 # Jinja's name
        self, node: Concat, frame: Any
    ) -> NoReturn:
        # a text that is joined with itself forty times fills the memory
        self.fail("~ makes text, and a template may print parts only", node.lineno)


class Sandbox(ImmutableSandboxedEnvironment):
    """Jinja's own, which knows no way from a value to Python, with what may grow taken out of it."""

    code_generator_class = _Generator
    intercepted_binops = frozenset(("+", "*", "**", "%"))

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """What a template needs to choose by; all else is unsafe."""
        known = (names for kind, names in _ATTRIBUTES if isinstance(obj, kind))
        named = isinstance(obj, _OF_JINJA) or attr in next(known, ())
        return named and super().is_safe_attribute(obj, attr, value)

    def wrap_str_format(self, value: Any) -> None:
        """No method `format`, not even a safe one: `"{:999999999}"` is as long as it says."""

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Only numbers and short lists: no `"a" * 10**9`."""
        if operator == "**" or not (_small(left, right) or _short(left, right)):
            words = f"{operator} takes small numbers only in a template"
            raise SecurityError(words)
        return super().call_binop(context, operator, left, right)

    def references(self, text: str) -> Iterator[str]:
        """The templates that one names; none where it is wrong."""
        try:
            yield from filter(None, find_referenced_templates(self.parse(text)))
        except (TemplateError, RecursionError, ValueError):
            return

    def words(self, wrong: Exception) -> str:
        """What to say of whatever a template led to."""
        if isinstance(wrong, TemplateNotFound):
            return f"there is no template {quoted(str(wrong))}"
        return str(wrong) or type(wrong).__name__


def sandbox(read: Callable[[str], str | None]) -> Sandbox:
    """An environment over templates by name; `read` returns None where there is none."""
    made = Sandbox(
        loader=FunctionLoader(read),
        undefined=StrictUndefined,
        finalize=_printed,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.filters = {name: made.filters[name] for name in _FILTERS}
    made.globals = {name: made.globals[name] for name in _GLOBALS}
    return made


def _small(left: Any, right: Any) -> bool:
    numbers = isinstance(left, int | float) and isinstance(right, int | float)
    return numbers and abs(left) < _LARGEST and abs(right) < _LARGEST


def _short(left: Any, right: Any) -> bool:
    lists = isinstance(left, list | tuple) and isinstance(right, list | tuple)
    return lists and len(left) + len(right) <= MAX_RANGE


def _printed(value: object) -> str:
    if isinstance(value, Source):
        return value.text
    if isinstance(value, Undefined):
        return str(value)  # StrictUndefined raises here, naming what is missing
    raise TypeError(f"a template may print Source only, not {type(value).__name__}")
