"""What an entry starts from: its parent's traits, those of a class by hand, or nothing.

Goes in: the parent that was found, and what the entry states of it. Comes out: traits.
"""

from __future__ import annotations

from dataclasses import dataclass

from respgen.diagnostics import Problems
from respgen.located import Located
from respgen.resolve import traits
from respgen.resolve.bases import BaseReader
from respgen.resolve.lineage import Parent, Root
from respgen.rules import r0
from respgen.schema.response_keys import ResponseKeys
from respgen.specs import ImportPath


@dataclass(frozen=True, slots=True)
class Starts:
    """Finds the traits that entries inherit."""

    problems: Problems
    bases: BaseReader
    reader: traits.TraitReader

    def start(
        self, parent: Parent, above: traits.Traits | None, entry: Located[ResponseKeys]
    ) -> traits.Traits:
        """Those of the parent, as far as it is known."""
        keys = entry.value
        takes = self.reader.takes(keys)
        if not isinstance(parent, ImportPath):
            if takes and parent is not Root.UNKNOWN:
                self._refuse(keys)
            return above or traits.ROOT
        span = keys.places["extends"]
        return traits.below(self.bases.base(parent, span, entry.key, takes))

    def _refuse(self, keys: ResponseKeys) -> None:
        message = (
            "'base_parameters' says what a class of yours takes, but extends names none"
        )
        advice = 'write extends: "package.module:Class", or leave it out'
        span = keys.places["base_parameters"]
        self.problems.add(r0.CONFLICT, span, message, advice)
