"""Targets as generated code sees them: one module a framework, and the table of their words."""

from collections.abc import Mapping
from types import MappingProxyType

from respgen.emit.framework import Framework
from respgen.emit.targets.core import CORE
from respgen.emit.targets.fastapi import FASTAPI
from respgen.emit.targets.starlette import STARLETTE

FRAMEWORKS: Mapping[str, Framework] = MappingProxyType(
    {"fastapi": FASTAPI, "starlette": STARLETTE, "core": CORE}
)
