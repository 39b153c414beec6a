"""Specs: what resolve decides. Every choice is made, every name is Python.

Texts here have passed the checks: names are ASCII identifiers, field names are tokens, constant
values are field values. Spans say where a thing was declared; they are for diagnostics only.
"""

from respgen.specs.cookies import (
    SCOPE as SCOPE,
)
from respgen.specs.cookies import (
    CookieArgument as CookieArgument,
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
    CookieSource as CookieSource,
)
from respgen.specs.cookies import (
    CookieSpec as CookieSpec,
)
from respgen.specs.headers import (
    BodyHeader as BodyHeader,
)
from respgen.specs.headers import (
    ConstantHeader as ConstantHeader,
)
from respgen.specs.headers import (
    Fill as Fill,
)
from respgen.specs.headers import (
    Filled as Filled,
)
from respgen.specs.headers import (
    HeaderSpec as HeaderSpec,
)
from respgen.specs.headers import (
    JsonHeader as JsonHeader,
)
from respgen.specs.headers import (
    JsonTemplate as JsonTemplate,
)
from respgen.specs.headers import (
    ParameterHeader as ParameterHeader,
)
from respgen.specs.headers import (
    Parts as Parts,
)
from respgen.specs.headers import (
    Place as Place,
)
from respgen.specs.headers import (
    Policy as Policy,
)
from respgen.specs.headers import (
    SourceHeader as SourceHeader,
)
from respgen.specs.headers import (
    TemplateHeader as TemplateHeader,
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
    Kind as Kind,
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
    ResponseSpec as ResponseSpec,
)
from respgen.specs.responses import (
    Target as Target,
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
