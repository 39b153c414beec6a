"""Classes that authors write by hand, as bases: how their constructors are called.

Goes in: an import path, and what is known of the class. Comes out: the constructor of a spec.
"""

from __future__ import annotations

from respgen.kinds import KINDS
from respgen.kinds.kind import first
from respgen.resolve.traits import Traits
from respgen.specs import ConstructorSpec
from respgen.vocabulary.targets import CLASSES


def constructor(traits: Traits) -> ConstructorSpec | None:
    """Of the base at the root; None where that is a class of a framework."""
    base = traits.base
    if base is None or base.name in CLASSES.get(base.module, ()):
        return None
    return traits.constructor or usual(traits)


def usual(traits: Traits) -> ConstructorSpec:
    """That of the kind: what a class has that has none of its own, or is not known."""
    row = KINDS[traits.kind]
    parameters = row.parameters(row.options(**traits.options))
    start = first(parameters)
    others = tuple(each.name for each in parameters if each is not start)
    name = start.name if start else "content"
    return ConstructorSpec(name, (name,), others)
