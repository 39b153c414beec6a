"""The body of one class of the project's own -> a template with places for its parameters.

Goes in: a value that is made of constants and parameters. Comes out: the template; raises Vague where it is made of more.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from respgen.adopt.alike import Vague
from respgen.adopt.bodies import kind_of
from respgen.adopt.text import Node
from respgen.source.program.values import Known, Pairs, Parameter, Value


@dataclass(slots=True)
class Template:
    """`params` are what its places take, by the names that the constructor has for them."""

    params: dict[str, Node] = field(default_factory=dict)
    _taken: set[str] = field(default_factory=set)

    def take(self, name: str) -> bool:
        """Whether a parameter was free until now."""
        was = name in self._taken
        self._taken.add(name)
        return not was

    def number(self, name: str) -> str:
        """The parameter of a number in a name."""
        if not self.take(name):
            raise Vague(f"{name} stands at several places")
        self.params[name] = "int"
        return name

    def place(self, key: str, value: Value) -> Node:
        """What stands at one place."""
        match value:
            case Known(value=str() as known):
                return escaped(known)
            case Known(value=int() | float() | None as known):
                return known
            case Pairs() if keys := value.keys():
                return {escaped(each): self._at(value, each) for each in keys}
            case Parameter(name=name):
                if not self.take(name):
                    raise Vague(f"{name} stands at several places")
                self.params[name] = param(value)
                return f"{{{name}}}"
        raise Vague(f"its {key} is made of its arguments")

    def _at(self, value: Pairs, key: str) -> Node:
        found = value.get(key)
        assert found is not None
        return self.place(key, found)


def param(value: Parameter) -> Node:
    """A parameter as the constructor has it."""
    kind, default = kind_of([value]), value.default
    match default:
        case None:
            return kind
        case Known(value=None):
            return {"type": kind.removesuffix(" | None"), "required": False}
        case Known(value=str() | bool() | int() | float() as known):
            return {"type": kind, "default": known}
    raise Vague(f"nobody knows the default of {value.name}")


def escaped(text: str) -> str:
    """Text in which no brace begins a place."""
    return text.replace("{", "{{").replace("}", "}}")
