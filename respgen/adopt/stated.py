"""Responses of an OpenAPI document -> entries.

Goes in: a document, and the schemas as they are. Come out: an Adoption, whose entries were compiled like
all others; what an entry cannot say is left.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from respgen.adopt.adoption import Adoption, Request, finished, taken
from respgen.adopt.alike import Vague
from respgen.adopt.messages import Message, message
from respgen.adopt.names import Names, camel, phrase
from respgen.adopt.openapi import OpenAPI, Use, text
from respgen.adopt.proof import Proof
from respgen.adopt.proposals import Left, Proposal
from respgen.audit.analysis import facts
from respgen.migrate.ground import Ground
from respgen.sending.catalogue import catalogue
from respgen.source.files import Sources
from respgen.specs import ModuleSpec
from respgen.vocabulary.media_types import essence


@dataclass(slots=True)
class _Group:
    """The uses that are sent alike."""

    message: Message
    uses: list[Use] = field(default_factory=list)


def stated(asked: Request, source: OpenAPI) -> Adoption:
    """What the document becomes in a schema. Raises Unfit where the file takes no entries."""
    names = Names(set(taken(asked.specs)))
    groups = _groups(source)
    wanted = []
    for each in groups:
        name = _name(each)
        if not _is_known(asked.specs, name, each):
            wanted.append(_proposal(each, names.free(name)))
    code, _ = facts(Sources(asked.project, ()))
    ground = Ground.of(code, catalogue(asked.project, asked.specs), "")
    proof = Proof(asked.project, ground, asked.schemas, asked.into)
    kept = proof.proven(wanted)
    return finished(asked, kept, [*source.lost, *proof.lost])


def _groups(source: OpenAPI) -> Sequence[_Group]:
    found: dict[str, _Group] = {}
    for use in source.uses():
        try:
            made = message(source, use)
        except Vague as vague:
            source.lost.append(Left(use.span, use.what, str(vague)))
            continue
        found.setdefault(made.shape, _Group(made)).uses.append(use)
    return [*found.values()]


def _proposal(group: _Group, name: str) -> Proposal:
    made = group.message
    words = {text(use.node, "description").strip() for use in group.uses}
    only = words.pop() if len(words) == 1 else ""
    keys = {"description": only, **made.keys} if only else made.keys
    spans = tuple(use.span for use in group.uses)
    what = group.uses[0].what
    return Proposal(made.section, name, keys, (), (), what, spans)


def _name(group: _Group) -> str:
    """The component's, the operation's, or what adopt calls such a shape of code."""
    made = group.message
    components = {use.component for use in group.uses}
    if len(components) == 1 and (own := camel(components.pop())):
        return own
    first = "" if made.status == 200 else phrase(made.status)
    if len(group.uses) == 1 and (own := camel(group.uses[0].operation)):
        return own if made.status == 200 else f"{own}{phrase(made.status)}"
    word = "" if first and made.part == "Json" else made.part
    if not first and word in ("Json", ""):
        first = camel(made.model) or phrase(made.status) * (not word)
    return f"{first}{word}"


def _is_known(specs: Iterable[ModuleSpec], name: str, group: _Group) -> bool:
    """Whether an entry of that name, or with a number behind it, is there for the same answer."""
    made = group.message
    numbered = re.compile(rf"{re.escape(name)}[0-9]*")
    return any(
        each.status_code == made.status
        and essence(each.media_type) == essence(made.media_type)
        and numbered.fullmatch(each.name)
        for module in specs
        for each in module.responses
    )
