"""Content-Security-Policy (CSP3): its mapping, its text, and what it lets through."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from respgen.core.fields import field_value
from respgen.fields.csp.form import FORM, SHARED
from respgen.fields.csp.policies import NONCE_PLACE as NONCE_PLACE
from respgen.fields.csp.policies import PolicyDirective as PolicyDirective
from respgen.fields.csp.policies import PolicyDirectives as PolicyDirectives
from respgen.fields.csp.policies import first_of as first_of
from respgen.fields.csp.policies import policies as policies
from respgen.fields.csp.policies import serialised as serialised
from respgen.fields.csp.remarks import remarks
from respgen.fields.csp.written import merged, read, respelt
from respgen.fields.forms import named
from respgen.fields.kinds import Kind
from respgen.fields.row import FieldType
from respgen.specs.origins import Pattern

_NAME = "Content-Security-Policy"
_REPORTED = f"{_NAME}-Report-Only"
_KIND = Kind(
    "a mapping of directives",
    FORM,
    read,
    advice="write a mapping such as {default-src: [\"'self'\"]}",
)


def _encoded(name: str, value: str | Pattern) -> bytes:
    return field_value(name, value.shown if isinstance(value, Pattern) else value)


SECURITY_POLICY: FieldType[str | Pattern] = FieldType(
    names=(_NAME,),
    about="What a page may load, run and send, and who may frame it (CSP3).",
    kind=_KIND,
    encode=_encoded,
    respell=respelt,
    judge=partial(remarks, _NAME),
    shared=SHARED,
    merge=merged,
)
SECURITY_POLICY_REPORT_ONLY = replace(
    SECURITY_POLICY,
    names=(_REPORTED,),
    about="A policy that reports what it would block, and blocks nothing (CSP3).",
    kind=replace(_KIND, form=named(_NAME)),
    judge=partial(remarks, _REPORTED, report_only=True),
)
