"""What all mappings of known keys have in common, and the plain forms of values."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import BaseModel, ConfigDict

from respgen.diagnostics import Rule
from respgen.rules import r0
from respgen.schema.words import NULL, NUMBER, TEXT, TRUTH, WHOLE

AText = Annotated[str, TEXT]
AWhole = Annotated[int, WHOLE]
ANull = Annotated[None, NULL]
ATruth = Annotated[bool, TRUTH]
ANumber = Annotated[float, NUMBER]


class Keys(BaseModel):
    """A mapping whose keys are known. `planned` are keys of the language not built yet."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)
    planned: ClassVar[frozenset[str]] = frozenset()
    noun: ClassVar[str] = ""
    """What the mapping is, for keys that stand in another one."""
    unknown: ClassVar[Rule] = r0.UNKNOWN_KEY
    called: ClassVar[str] = "key"
    """What its keys are, in messages."""
    elsewhere: ClassVar[frozenset[str]] = frozenset()
    """Keys that other forms of the same mapping have: a conflict here, not unknown."""
    advice: ClassVar[str] = ""
    """What to say of an unknown key that is near to no known one."""

    def says(self, key: str) -> bool:
        """Whether the author wrote this key (by the name of its field)."""
        return key in self.model_fields_set
