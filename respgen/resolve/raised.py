"""Entries that a kind's own keys name, whose exception is raised: `missing: NotFound` of a file.

Goes in: the options of an entry, with names as text. Comes out: the options with what they refer to;
once all entries are known, problems with those.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from respgen.diagnostics import Problems
from respgen.kinds import KINDS
from respgen.resolve.answers import may_be_raised, required
from respgen.resolve.scope import Namespace
from respgen.resolve.traits import Traits
from respgen.rules import r7
from respgen.schema import SchemaModule
from respgen.schema.response_keys import ResponseKeys
from respgen.specs import Ref, ResponseSpec


def referring(
    found: Traits, keys: ResponseKeys, module: SchemaModule, scope: Namespace
) -> Traits:
    """The traits with what the entry's own keys name; a name that is unknown is left out."""
    options = dict(found.options)
    for word in KINDS[found.kind].entries:
        name = options.get(word)
        if not isinstance(name, str):
            continue
        ref = scope.answer(module, name, keys.places[word])
        if ref is None:
            del options[word]
        else:
            options[word] = ref
    return replace(found, options=options)


def check_raised(responses: Mapping[Ref, ResponseSpec], problems: Problems) -> None:
    """Note each entry that is named and cannot be raised without arguments."""
    for spec in responses.values():
        for word in KINDS[spec.kind].entries:
            ref = getattr(spec.options, word)
            if isinstance(ref, Ref) and word in spec.spans and ref in responses:
                _check(spec, word, responses[ref], problems)


def _check(
    spec: ResponseSpec, word: str, answer: ResponseSpec, problems: Problems
) -> None:
    span = spec.spans[word]
    if not answer.exception:
        message = f"{answer.name} has no exception"
        advice = "write a status such as 404"
        if may_be_raised(answer):
            advice = f"add exception: true to {answer.name}, or {advice}"
        problems.add(r7.MISSING_ANSWER, span, message, advice)
    elif lacking := next(iter(required(answer)), None):
        message = f"{answer.name} needs {lacking}, which nobody gives"
        advice = (
            "name a class without required arguments, or write a status such as 404"
        )
        problems.add(r7.MISSING_ANSWER, span, message, advice)
