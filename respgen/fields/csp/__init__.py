"""Content-Security-Policy (CSP3): its mapping, its text, and what it lets through."""

from __future__ import annotations

from dataclasses import replace

from respgen.fields.csp.form import FORM, SHARED
from respgen.fields.csp.policies import NONCE_PLACE as NONCE_PLACE
from respgen.fields.csp.policies import Directive as Directive
from respgen.fields.csp.policies import Policy as Policy
from respgen.fields.csp.policies import first_of as first_of
from respgen.fields.csp.policies import policies as policies
from respgen.fields.csp.policies import serialised as serialised
from respgen.fields.csp.remarks import remarks
from respgen.fields.csp.written import written
from respgen.fields.forms import named
from respgen.fields.grammar import Grammar

SECURITY_POLICY = Grammar(
    "Content-Security-Policy",
    "text or a mapping of directives",
    written,
    remarks,
    "What a page may load, run and send, and who may frame it (CSP3).",
    FORM,
    shared=SHARED,
)
SECURITY_POLICY_REPORT_ONLY = replace(
    SECURITY_POLICY,
    name="Content-Security-Policy-Report-Only",
    about="A policy that reports what it would block, and blocks nothing (CSP3).",
    form=named(SECURITY_POLICY.name),
)
