"""`apply` of classes whose headers take no arguments: type checkers can read all of it here.

Goes in: a class and a response of the framework. Comes out: the response, with the headers of the class.
"""

from __future__ import annotations

from typing import Any

from starlette.responses import Response

from respgen.core.deferring import apply_class

APPLY_CONSTANTS: classmethod[Any, [Response], None] = classmethod(apply_class)
