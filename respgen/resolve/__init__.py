"""Declarations -> specs: every choice made, every name Python, nothing left to look up."""

from respgen.resolve.resolver import resolve as resolve
