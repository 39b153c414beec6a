"""The examples of an entry, as its author wrote them -> their specs.

Goes in: the value of `examples`. Comes out: each with its words apart from the arguments.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from respgen.diagnostics import Problems
from respgen.located import Located, PlainValue, kind, plain
from respgen.rules import r0
from respgen.specs.examples import ExampleSpec

Examples = Mapping[str, Located[Mapping[str, Located[PlainValue]]]]
_WORDS = ("summary", "description")
"""What documents say of an example; all else are arguments."""


def example_specs(written: Examples, problems: Problems) -> tuple[ExampleSpec, ...]:
    """Each example."""
    return tuple(_read(written, problems))


def _read(written: Examples, problems: Problems) -> Iterator[ExampleSpec]:
    for name, example in written.items():
        words = {key: each for key, each in example.value.items() if key in _WORDS}
        for key, each in words.items():
            if not isinstance(each.value, str):
                message = f"expected text, found {kind(each.value)}"
                advice = f"write {key}: and a sentence"
                problems.add(r0.WRONG_TYPE, each.span, message, advice)
        given = {key: each for key, each in example.value.items() if key not in words}
        texts = {key: str(each.value) for key, each in words.items()}
        yield ExampleSpec(
            name,
            texts.get("summary", ""),
            texts.get("description", ""),
            {key: plain(each.value) for key, each in given.items()},
            example.key,
            {key: each.span for key, each in given.items()},
        )
