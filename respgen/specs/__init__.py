"""Specs: what resolve decides. Every choice is made, every name is Python.

Texts here have passed the checks: names are ASCII identifiers, field names are tokens, constant
values are field values. Spans say where a thing was declared; they are for diagnostics only.
"""

from respgen.specs.bases import (
    LEFT as LEFT,
)
from respgen.specs.bases import (
    BaseParameter as BaseParameter,
)
from respgen.specs.bases import (
    ConstructorSpec as ConstructorSpec,
)
from respgen.specs.bases import (
    Takes as Takes,
)
from respgen.specs.cookies import (
    NAME as NAME,
)
from respgen.specs.cookies import (
    SCOPE as SCOPE,
)
from respgen.specs.cookies import (
    CookieOrigin as CookieOrigin,
)
from respgen.specs.cookies import (
    CookieScope as CookieScope,
)
from respgen.specs.cookies import (
    CookieSignature as CookieSignature,
)
from respgen.specs.cookies import (
    CookieSpec as CookieSpec,
)
from respgen.specs.headers import (
    SEPARATOR as SEPARATOR,
)
from respgen.specs.headers import (
    Controls as Controls,
)
from respgen.specs.headers import (
    HeaderSpec as HeaderSpec,
)
from respgen.specs.headers import (
    Policy as Policy,
)
from respgen.specs.headers import (
    Rounding as Rounding,
)
from respgen.specs.headers import (
    ValueType as ValueType,
)
from respgen.specs.headers import (
    arguments as arguments,
)
from respgen.specs.origins import (
    Argument as Argument,
)
from respgen.specs.origins import (
    Constant as Constant,
)
from respgen.specs.origins import (
    Fill as Fill,
)
from respgen.specs.origins import (
    JsonDocument as JsonDocument,
)
from respgen.specs.origins import (
    JsonTemplate as JsonTemplate,
)
from respgen.specs.origins import (
    OfBody as OfBody,
)
from respgen.specs.origins import (
    Origin as Origin,
)
from respgen.specs.origins import (
    Pattern as Pattern,
)
from respgen.specs.origins import (
    Read as Read,
)
from respgen.specs.origins import (
    Template as Template,
)
from respgen.specs.origins import (
    Whole as Whole,
)
from respgen.specs.responses import (
    AnswerSpec as AnswerSpec,
)
from respgen.specs.responses import (
    BodySpec as BodySpec,
)
from respgen.specs.responses import (
    ContentSpec as ContentSpec,
)
from respgen.specs.responses import (
    CookieUse as CookieUse,
)
from respgen.specs.responses import (
    FrameworkBase as FrameworkBase,
)
from respgen.specs.responses import (
    Inherited as Inherited,
)
from respgen.specs.responses import (
    ModuleSpec as ModuleSpec,
)
from respgen.specs.responses import (
    ParamSpec as ParamSpec,
)
from respgen.specs.responses import (
    Ref as Ref,
)
from respgen.specs.responses import (
    RendererSpec as RendererSpec,
)
from respgen.specs.responses import (
    ResponseKind as ResponseKind,
)
from respgen.specs.responses import (
    ResponseSpec as ResponseSpec,
)
from respgen.specs.responses import (
    Target as Target,
)
from respgen.specs.responses import (
    answering as answering,
)
from respgen.specs.shapes import (
    ShapeSpec as ShapeSpec,
)
from respgen.specs.types import (
    DefaultValue as DefaultValue,
)
from respgen.specs.types import (
    ImportPath as ImportPath,
)
from respgen.specs.types import (
    TypeExpression as TypeExpression,
)
from respgen.specs.types import (
    TypeGeneric as TypeGeneric,
)
from respgen.specs.types import (
    TypeName as TypeName,
)
from respgen.specs.types import (
    TypeUnion as TypeUnion,
)
