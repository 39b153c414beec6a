"""What a function does, as it is heard: events, and those of them that touch a response.

Goes in: events and the path on which they happen. Come out: all events, and the trails of paths.
"""

from __future__ import annotations

import ast
from dataclasses import dataclass, field

from respgen.source.program.blocks import State
from respgen.source.program.events import Call, Event, Store
from respgen.source.program.program import Program
from respgen.source.program.values import (
    Attribute,
    Instance,
    Partial,
    Value,
    choices,
)


@dataclass(slots=True)
class Recorder:
    """Keeps what is heard, each event once."""

    program: Program
    events: list[Event] = field(default_factory=list)
    _by_node: dict[ast.AST, list[tuple[object, Event]]] = field(default_factory=dict)

    def note(self, key: object, event: Event, state: State) -> None:
        """Keeps an event, on its path where it touches a response.

        One of the same node is the same where its key is equal.
        """
        kept = self._once(key, event)
        touches = (
            self._touches(event)
            if isinstance(event, Call)
            else isinstance(event, Store) and self._is_response(event.of)
        )
        if touches:
            state.trail = (*state.trail, kept)

    def _once(self, key: object, event: Event) -> Event:
        # most nodes are heard once, and to compare a value takes less than to hash it
        before = self._by_node.setdefault(event.node, [])
        for other, kept in before:
            if other == key:
                return kept
        before.append((key, event))
        self.events.append(event)
        return event

    def _touches(self, event: Call) -> bool:
        """Whether a call may change a response: by a method, or as an argument."""
        match event.function:
            case Attribute(of, _) if self._is_response(of):
                return True
            case Partial(Attribute(of, _), _) if self._is_response(of):
                return True
        given = (
            *event.arguments.places,
            *(value for _, value in event.arguments.names),
        )
        return any(map(self._is_response, given))

    def _is_response(self, value: Value) -> bool:
        """A response, or its headers."""
        program = self.program
        for each in choices(value):
            match each:
                case Attribute(Instance(of=of), "headers" | "raw_headers"):
                    if program.is_response(of):
                        return True
                case Instance(of=of) if program.is_response(of):
                    return True
        return False
