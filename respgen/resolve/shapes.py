"""What an entry adds to its class by hand, with what it inherits of that.

Goes in: the traits so far, the words of an entry, and what is known of the classes it mixes in.
Comes out: the traits with their shape.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from respgen.diagnostics import Problems, quoted
from respgen.kinds import KINDS
from respgen.renderers import renderer_for
from respgen.resolve.bases import BaseReader, Mixin
from respgen.resolve.traits import Traits
from respgen.rules import r0
from respgen.schema.response_keys import ResponseKeys
from respgen.specs import ImportPath, ShapeSpec
from respgen.specs.shapes import MediaTypeChoice
from respgen.vocabulary.targets import CLASSES


@dataclass(frozen=True, slots=True)
class ShapeReader:
    """Reads `mixins`, `validate`, `keep_content` and `deprecated`."""

    problems: Problems
    bases: BaseReader

    def shaped(self, start: Traits, found: Traits, keys: ResponseKeys) -> Traits:
        """A child of another kind inherits none of it."""
        alike = start.kind == found.kind or start.any_kind
        above = start if alike else Traits()
        mixins = self._mixins(above.mixins, keys)
        check = keys.validate.value if keys.validate else above.shape.check
        keeps = above.shape.keeps_content
        if keys.keep_content:
            keeps = keys.keep_content.value
        if "content" in KINDS[found.kind].unused:
            check, keeps = None, False
        choices, must_choose = self._choices(above, found, keys)
        shape = ShapeSpec(
            tuple(each.path for each in mixins),
            check,
            keeps,
            keys.deprecated.value,
            choices,
            must_choose,
        )
        self._check(found, shape, keys)
        made = replace(found, mixins=mixins, shape=shape)
        renders = any("render" in each.methods for each in mixins)
        if renders and found.renderer is None and not KINDS[found.kind].streams:
            return replace(made, inherits=found.inherits | {"render"})
        return made

    def _mixins(
        self, above: tuple[Mixin, ...], keys: ResponseKeys
    ) -> tuple[Mixin, ...]:
        """Its own stand before those of its parent, each once."""
        found: dict[ImportPath, Mixin] = {}
        for written in keys.mixins.value:
            path = written.value
            if path.name in CLASSES.get(path.module, ()):
                message = f"{path.module}:{path.name} is a response class, and no mixin"
                advice = f"write extends: {quoted(f'{path.module}:{path.name}')}"
                self.problems.add(r0.CONFLICT, written.span, message, advice)
            elif path in found:
                message = f"{path.module}:{path.name} is mixed in twice"
                self.problems.add(r0.CONFLICT, written.span, message, "leave one out")
            else:
                found[path] = self.bases.mixin(path, written.span)
        own = tuple(found.values())
        return (*own, *(each for each in above if each.path not in found))

    def _choices(
        self, above: Traits, found: Traits, keys: ResponseKeys
    ) -> tuple[tuple[MediaTypeChoice, ...], bool]:
        """The media types that callers choose from, and whether they have to."""
        if "media_type" in KINDS[found.kind].unused:
            return (), False
        if keys.media_type is None:
            return above.shape.media_types, above.shape.must_choose
        written = keys.media_type.value
        if isinstance(written, str):
            return (), False
        values = written.values.value
        implied = {renderer_for(each.value).name for each in values}
        silent = found.renderer is None and "render" not in found.inherits
        if silent and found.body is None and len(implied) > 1:
            message = f"the media types imply different renderers: {', '.join(sorted(implied))}"
            advice = "write render: bytes, or one entry for each"
            self.problems.add(r0.CONFLICT, keys.media_type.span, message, advice)
        choices = tuple(MediaTypeChoice(each.value, each.span) for each in values)
        return choices, written.required.value

    def _check(self, found: Traits, shape: ShapeSpec, keys: ResponseKeys) -> None:
        """What needs a content has one, and who warns says of what."""
        written = keys.deprecated
        if "deprecated" in keys.places and not written.value.strip():
            message = "expected what callers should do instead, found an empty text"
            advice = "write deprecated: Use OrderJSON., or remove the key"
            self.problems.add(r0.WRONG_TYPE, written.span, message, advice)
        if not found.drops_content or "content" in KINDS[found.kind].unused:
            return
        for key in ("validate", "keep_content"):
            if key in keys.places:
                message = f"{quoted(key)} needs a content, and content: null drops it"
                span = keys.places[key]
                self.problems.add(r0.CONFLICT, span, message, "leave one of them out")
