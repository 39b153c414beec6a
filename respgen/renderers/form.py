"""form: `application/x-www-form-urlencoded`."""

from __future__ import annotations

from collections.abc import Iterator

from respgen.decoder.options import NoOptions
from respgen.renderers.contents import is_python
from respgen.renderers.renderer import Renderer, Unfit
from respgen.specs.expressions import SUPPORT, Call, ValueExpression, core
from respgen.specs.types import TypeExpression, TypeGeneric, TypeName
from respgen.vocabulary.class_forms import ClassForm

_URLENCODED = "application/x-www-form-urlencoded"
_HOLDERS = ("dict", "Mapping", "MutableMapping", "list", "tuple", "Sequence", "Any")


def _body(options: NoOptions, content: ValueExpression) -> ValueExpression:
    return Call(core("form_body"), (content,))


def _unfit(options: NoOptions, content: TypeExpression) -> Iterator[Unfit]:
    kind = content.origin if isinstance(content, TypeGeneric) else content
    named = isinstance(kind, TypeName) and kind.name in (*_HOLDERS, "FormContent")
    if is_python(content) and not named:
        message = "render: form takes a mapping, or pairs of a name and a value"
        yield Unfit(message, "write content: dict[str, str]")


_RECORDS = (ClassForm.PYDANTIC, ClassForm.DATACLASS, ClassForm.ATTRS, ClassForm.STRUCT)


def _refuses(options: NoOptions, form: ClassForm) -> str:
    advice = "write content: dict[str, str], and pass such a mapping"
    return advice if form in _RECORDS else ""


FORM = Renderer(
    name="form",
    about="A form, urlencoded.",
    media_type=_URLENCODED,
    fits=lambda essence: essence == _URLENCODED,
    content=TypeName(SUPPORT, "FormContent"),
    options=NoOptions,
    body=_body,
    unfit=_unfit,
    refuses=_refuses,
    typed=True,
)
