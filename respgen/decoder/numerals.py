"""Whole numbers that are sent: one that is written in another way than it is sent is found (R255).

Goes in: a number as its author wrote it. Comes out: the number, and a finding where its digits change
on the way: `0404`, `0x10`, `+60`. Groups of digits, `86_400` in TOML, stay as they are.
"""

from __future__ import annotations

from dataclasses import dataclass

from respgen.decoder.plain import WHOLE, Definitions, SchemaPart
from respgen.decoder.reading import Reading
from respgen.diagnostics import Finding, quoted
from respgen.load.tree import Entry
from respgen.located import Located, WrittenInteger
from respgen.rules import r2


def sent_digits(number: int) -> Finding | None:
    """What is sent of a whole number where that is not what its author wrote."""
    sent = str(int(number))
    if not isinstance(number, WrittenInteger) or number.text.replace("_", "") == sent:
        return None
    message = f"the number {quoted(number.text)} is sent as {sent}"
    return Finding(r2.NUMBER, message, f"write {sent}")


@dataclass(frozen=True, slots=True)
class Numeral:
    """A whole number that is sent in decimal digits."""

    takes: frozenset[type] = WHOLE.takes

    def read(self, entry: Entry, reading: Reading) -> Located[int] | None:
        found = WHOLE.read(entry, reading)
        if found and (wrong := sent_digits(found.value)):
            reading.found(wrong, entry)
        return found

    def schema(self, definitions: Definitions) -> SchemaPart:
        return WHOLE.schema(definitions)


NUMERAL = Numeral()
