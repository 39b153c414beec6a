"""What specs become under any settings; support modules, which are long and alike, are given."""

from __future__ import annotations

import pytest

from respgen.emit import EmitSettings, GeneratedFile, emit
from respgen.specs import ModuleSpec


def modules(
    specs: tuple[ModuleSpec, ...], settings: EmitSettings, **support: str
) -> tuple[GeneratedFile, ...]:
    """The modules of a package, those of `support` by their names among them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(emit.__globals__, "carried", lambda *needed: support.items())
        return tuple(f for f in emit(specs, settings) if f.path.endswith(".py"))
