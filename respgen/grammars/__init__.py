"""The fields whose constants have a structure: the table, by their names in lower case."""

from collections.abc import Mapping
from types import MappingProxyType

from respgen.grammars.cache_control import CACHE_CONTROL
from respgen.grammars.csp import SECURITY_POLICY, SECURITY_POLICY_REPORT_ONLY
from respgen.grammars.grammar import Grammar as Grammar
from respgen.grammars.grammar import Part as Part
from respgen.grammars.grammar import Pattern as Pattern
from respgen.grammars.grammar import Remark as Remark
from respgen.grammars.grammar import part_name as part_name
from respgen.grammars.transport_security import TRANSPORT_SECURITY

GRAMMARS: Mapping[str, Grammar] = MappingProxyType(
    {
        row.name.lower(): row
        for row in (
            CACHE_CONTROL,
            TRANSPORT_SECURITY,
            SECURITY_POLICY,
            SECURITY_POLICY_REPORT_ONLY,
        )
    }
)

# A header type whose rules hold whatever the field is called
_TYPES: Mapping[str, Grammar] = MappingProxyType({"cache_control": CACHE_CONTROL})


def grammar_of(name: str, word: str) -> Grammar | None:
    """That of the field; else that of the header type, "" where a constant names none."""
    return GRAMMARS.get(name.lower()) or _TYPES.get(word)
