"""The responses of all modules -> their specs, parents first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from respgen.diagnostics import Problems, Span
from respgen.located import Located, Written
from respgen.resolve import cookies, headers, lineage, merging, traits
from respgen.resolve.bases import BaseReader
from respgen.resolve.deriving import Attributes, attributes, derives
from respgen.resolve.errors import check_exception
from respgen.resolve.examples import example_specs
from respgen.resolve.kinds import check_kind
from respgen.resolve.names import Parameters
from respgen.resolve.places import check_places
from respgen.resolve.raised import referring
from respgen.resolve.ready import NAMES as READY
from respgen.resolve.ready import ready
from respgen.resolve.replaced import Method, described, replaced
from respgen.resolve.responses import bound, response_spec, with_added
from respgen.resolve.scope import Namespace
from respgen.resolve.shapes import ShapeReader
from respgen.resolve.starts import Starts
from respgen.resolve.supplied import supplied
from respgen.resolve.untaken import untaken
from respgen.rules import r0, r8
from respgen.schema import SchemaModule
from respgen.schema.headers import Headers, ResponseHeaders
from respgen.schema.response_keys import Content, ResponseKeys
from respgen.specs import (
    CookieSpec,
    CookieUse,
    HeaderSpec,
    Ref,
    ResponseSpec,
    Target,
    arguments,
)


@dataclass(frozen=True, slots=True)
class ProfileChanges:
    """What a header profile changes.

    `whole`: all of it is known, but for the headers of `unread`, which are malformed.
    """

    changes: tuple[merging.Change, ...]
    whole: bool
    unread: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Resolved:
    """An entry, with what its children start from.

    `attributes` are those of its Python class and the classes above, `replaced` the methods by hand
    that nobody calls.
    """

    traits: traits.Traits
    spec: ResponseSpec
    target: Target
    attributes: Attributes
    replaced: frozenset[Method] = frozenset()


@dataclass(frozen=True, slots=True)
class Responses:
    """Reads entries. `targets` are those of the modules, by their names."""

    scope: Namespace
    targets: Mapping[str, Target]
    presets: Mapping[Ref, CookieSpec]
    profiles: Mapping[Ref, ProfileChanges]
    reader: headers.HeaderReader
    bases: BaseReader
    _done: dict[Ref, Resolved] = field(default_factory=dict)

    def resolved(self) -> dict[Ref, Resolved]:
        """Every well-formed entry, in an order in which classes can be defined."""
        parents = lineage.parents(self.scope)
        entries = {
            Ref(module.name, name): entry
            for module in self.scope.modules.values()
            for name, entry in module.keys.responses.value.items()
        }
        for ref in lineage.ordered(parents):
            self._done[ref] = self._resolve(ref, entries[ref], parents[ref])
        return self._done

    def headed(
        self,
        module: SchemaModule,
        written: Sequence[Written[ResponseHeaders]],
        spec: ResponseSpec,
    ) -> ResponseSpec:
        """A class without a parent, with the headers of each mapping in turn."""
        parts: list[ProfileChanges] = []
        whole = spec.whole
        for each in written:
            used, known = self._profiles(module, each)
            parts += [*used, self._own(each)]
            whole = whole and known and (each is None or each.value.whole)
        join = merging.Joiner(spec.name, self._problems, whole)
        changes = [change for each in parts for change in each.changes]
        sent = self._not_too_many(merging.merged((), changes, join), spec.span)
        unread = frozenset[str]().union(*(each.unread for each in parts))
        params = with_added(spec.params, sent)
        made = replace(
            spec, headers=bound(sent, params), params=params, whole=whole, unread=unread
        )
        self._check_names(made, None)
        check_places(made, self._problems)
        return made

    @property
    def _problems(self) -> Problems:
        return self.scope.problems

    def _resolve(
        self, ref: Ref, entry: Located[ResponseKeys], parent: lineage.Parent
    ) -> Resolved:
        module, keys = self.scope.modules[ref.module], entry.value
        target = self.targets[ref.module]
        above = self._done.get(parent) if isinstance(parent, Ref) else None
        found = self._traits(module, entry, parent, above)
        used, known = self._profiles(module, keys.headers)
        parts = (*used, self._own(keys.headers))
        whole = (
            known
            and parent is not lineage.Root.UNKNOWN
            and _told(keys)
            and (above is None or above.spec.whole)
        )
        join = merging.Joiner(ref.name, self._problems, whole)
        sent = self._sent(entry, found, parts, above, join)
        uses = self._uses(module, keys, above)
        spec = response_spec(ref.name, entry, found, sent, uses, target)
        self._check(spec, keys)
        check_kind(spec, target, self._problems)
        check_exception(spec, keys, target, self._problems)
        unread = above.spec.unread if above else frozenset()
        unread = unread.union(*(each.unread for each in parts))
        examples = example_specs(keys.examples.value, self._problems)
        spec = replace(spec, whole=whole, unread=unread, examples=examples)
        resolved = Resolved(found, spec, target, attributes(spec))
        if above is not None and isinstance(parent, Ref):
            resolved = _below(resolved, above, parent)
        return self._warned(resolved, keys, above)

    def _traits(
        self,
        module: SchemaModule,
        entry: Located[ResponseKeys],
        parent: lineage.Parent,
        above: Resolved | None,
    ) -> traits.Traits:
        """What it says together with its parents and with what it refers to."""
        reader = traits.TraitReader(self._problems)
        starts = Starts(self._problems, self.bases, reader)
        start = starts.start(parent, above.traits if above else None, entry)
        said = reader.traits(start, entry.value)
        shapes = ShapeReader(self._problems, self.bases)
        found = shapes.shaped(start, said, entry.value)
        return referring(found, entry.value, module, self.scope)

    def _sent(
        self,
        entry: Located[ResponseKeys],
        found: traits.Traits,
        parts: Sequence[ProfileChanges],
        above: Resolved | None,
        join: merging.Joiner,
    ) -> tuple[HeaderSpec, ...]:
        """What it inherits, changed by its profiles and, the last of `parts`, by itself."""
        spec = above.spec if above else None
        place = entry.value.places.get("render", entry.key)
        unasked = supplied(found, spec, place)
        inherited = merging.above(unasked, spec.headers if spec else ())
        *used, own = parts
        if join.whole and found.base is None:
            before = (*inherited, *(c for each in used for c in each.changes))
            merging.check_removals(own.changes, before, self._problems)
        changes = [change for each in parts for change in each.changes]
        sent = merging.merged(inherited, changes, join)
        return self._not_too_many(sent, entry.key)

    def _warned(
        self, of: Resolved, keys: ResponseKeys, above: Resolved | None
    ) -> Resolved:
        """With what it replaces of the classes that its author wrote."""
        known = above.replaced if above else frozenset[Method]()
        parent = above.spec if above and of.spec.parent else None
        found = replaced(of.traits, of.spec, parent)
        for each in sorted(found - known, key=str):
            self._problems.add(r8.REPLACED, *described(each, keys, of.spec))
        return replace(of, replaced=known.union(found))

    def _not_too_many(
        self, sent: tuple[HeaderSpec, ...], span: Span
    ) -> tuple[HeaderSpec, ...]:
        """The headers of a class, the inherited ones included, as far as they are allowed."""
        if len(sent) > headers.HEADERS:
            message = f"more than {headers.HEADERS} headers, with those of parents and profiles"
            advice = "send fewer: many clients read no more"
            self._problems.add(r0.LIMIT, span, message, advice)
        return sent[: headers.HEADERS]

    def _profiles(
        self, module: SchemaModule, written: Written[ResponseHeaders]
    ) -> tuple[list[ProfileChanges], bool]:
        """The profiles that an entry uses, and whether all of them are known."""
        named = written.value.use.value if written else ()
        used = [self._profile(module, each.value, each.span) for each in named]
        known = all(profile and profile.whole for profile in used)
        return [profile for profile in used if profile], known

    def _own(self, written: Written[ResponseHeaders]) -> ProfileChanges:
        headers = written.value.headers if written else {}
        return profile_changes(self.reader, headers, whole=True)

    def _profile(
        self, module: SchemaModule, name: str, span: Span
    ) -> ProfileChanges | None:
        if name in READY and name not in module.declared["headers"]:
            return ProfileChanges(ready(name, span), whole=True)
        ref = self.scope.find(module, name, "headers", span)
        return self.profiles[ref] if ref else None

    def _uses(
        self,
        module: SchemaModule,
        keys: ResponseKeys,
        above: Resolved | None,
    ) -> tuple[CookieUse, ...]:
        own = cookies.uses(self.scope, module, keys, self.presets)
        return cookies.merged(above.spec.cookies if above else (), own, self._problems)

    # What no single key says

    def _check(self, spec: ResponseSpec, keys: ResponseKeys) -> None:
        content = keys.content.value if keys.content else None
        # an inherited name was judged where it was written
        written = content.as_.span if isinstance(content, Content) else None
        self._check_names(spec, written)
        check_places(spec, self._problems)
        for key, message, advice in untaken(spec):
            self._problems.add(r8.UNTAKEN, spec.spans[key], message, advice)

    def _check_names(self, spec: ResponseSpec, content: Span | None) -> None:
        parameters = Parameters.of(spec, self._problems)
        if spec.content and spec.content.parameter != "content":
            parameters.add(spec.content.parameter, content, "content")
        for header, given in arguments(spec.headers):
            written = self.reader.places.get(header.span, header.span)
            parameters.add(given.parameter, written, header.name)
        headers = {header.span: header.name for header in spec.headers}
        for param in spec.params:
            if param.span in headers:  # what the header needs beside its own
                advice = "name {} what else is called so"
                parameters.add(param.name, param.span, headers[param.span], advice)
            else:
                parameters.add(param.name, param.span, "params", "rename it to {}")


def profile_changes(
    reader: headers.HeaderReader, written: Headers, whole: bool
) -> ProfileChanges:
    """What a mapping of headers changes."""
    changes = reader.changes(written)
    read = {change.name.lower() for change in changes}
    unread = frozenset(name.lower() for name in written) - read
    return ProfileChanges(changes, whole, unread)


_DECIDING = frozenset({"extends", "kind", "status_code", "headers"})
"""The keys without which nobody knows what a class lacks."""


def _told(keys: ResponseKeys) -> bool:
    """Whether nothing is malformed that could be what seems to be missing."""
    strange = keys.lost - keys.rows.keys()
    headers_whole = keys.headers is None or keys.headers.value.whole
    return headers_whole and not strange and _DECIDING.isdisjoint(keys.lost)


def _below(child: Resolved, above: Resolved, parent: Ref) -> Resolved:
    """A child of a generated class: its subclass in Python, too, where it can be."""
    if not derives(
        child.spec, child.target, above.spec, above.target, above.attributes
    ):
        return child
    return replace(
        child,
        spec=replace(child.spec, parent=parent),
        attributes={**above.attributes, **child.attributes},
    )
