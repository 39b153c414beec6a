"""Trees written in every layout that a format allows, as people do and worse.

Goes in: a plain tree and a source of chance. Comes out: a text that reads as the tree, with
comments `#1`, `#2` ... wherever there may be one.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import count
from random import Random

from respgen.diagnostics import Problems, Span
from respgen.load.scalars import plain_value
from respgen.load.source import SchemaText
from respgen.located import Plain

_BARE = re.compile(r"[A-Za-z0-9_-]+")
_PLAIN = re.compile(r"[A-Za-zü0-9](?:[A-Za-zü0-9 /;=.+_-]*[A-Za-zü0-9])?")


@dataclass(slots=True)
class Chance:
    """Draws; every comment has a number of its own."""

    random: Random
    _numbers: Iterator[int] = field(default_factory=lambda: count(1))

    def often(self) -> bool:
        return self.random.random() < 0.6

    def rarely(self) -> bool:
        return self.random.random() < 0.25

    def one(self, *choices: str) -> str:
        return self.random.choice(choices)

    def comment(self) -> str:
        rest = self.one("", " why", " {x: 1,", ' "quoted', "# [more]", " a: b")
        return f"#{next(self._numbers)}{rest}"

    def trailing(self) -> str:
        """A comment behind something, or nothing."""
        return self.one(" ", "   ") + self.comment() if self.rarely() else ""

    def between(self, indent: str) -> list[str]:
        """Lines that say nothing."""
        lines = []
        while self.rarely():
            lines.append(indent + self.comment() if self.often() else "")
        return lines


def yaml(tree: Plain, random: Random) -> str:
    """Blocks and braces, every kind of quotes, any depth of indentation."""
    assert isinstance(tree, dict)
    chance = Chance(random)
    writer = _Yaml(chance, chance.one("  ", "    ", " "))
    return "\n".join(
        [*chance.between(""), *writer.mapping(tree, ""), *chance.between("")]
    )


@dataclass(slots=True)
class _Yaml:
    chance: Chance
    unit: str

    def mapping(self, tree: dict[str, Plain], indent: str) -> list[str]:
        lines: list[str] = []
        for key, value in tree.items():
            first, *rest = self.below(f"{indent}{self.key(key)}:", value, indent)
            lines += (first, *rest, *self.chance.between(indent))
        return lines

    def below(self, begin: str, value: Plain, indent: str) -> list[str]:
        """A value behind its key or dash, or on the lines below."""
        chance = self.chance
        deeper = indent + self.unit
        if isinstance(value, dict) and value and chance.often():
            inside = [*chance.between(deeper), *self.mapping(value, deeper)]
            return [begin + chance.trailing(), *inside]
        if isinstance(value, list) and value and chance.often():
            lines = [begin + chance.trailing()]
            for item in value:
                lines += self.item(item, deeper)
            return lines
        if isinstance(value, str) and chance.rarely() and _is_block(value):
            begin += chance.one(" |-", " >-")
            return [begin + chance.trailing(), deeper + value]
        gap = chance.one(" ", " ", "   ")
        return [f"{begin}{gap}{self.flow(value, deeper)}{chance.trailing()}"]

    def item(self, value: Plain, indent: str) -> list[str]:
        """What is behind a dash; a mapping may begin on its line."""
        if isinstance(value, dict) and value and self.chance.often():
            first, *rest = self.mapping(value, f"{indent}  ")
            return [f"{indent}- {first.lstrip()}", *rest]
        return self.below(f"{indent}-", value, indent + self.unit)

    def flow(self, value: Plain, indent: str) -> str:
        chance = self.chance
        if isinstance(value, dict | list):
            braces = isinstance(value, dict)
            opening, closing = ("{", "}") if braces else ("[", "]")
            items = (
                [f"{self.key(k)}: {self.flow(v, indent)}" for k, v in value.items()]
                if isinstance(value, dict)
                else [self.flow(item, indent) for item in value]
            )
            return opening + _inside(items, chance, indent) + closing
        if isinstance(value, str):
            return self.text(value)
        return _literal(value)

    def key(self, text: str) -> str:
        return self.text(text)

    def text(self, text: str) -> str:
        forms = [json.dumps(text, ensure_ascii=False)]
        if text.isprintable():
            forms.append("'" + text.replace("'", "''") + "'")
        nowhere = SchemaText.of("", "", Problems())
        start = Span.start("")
        if _PLAIN.fullmatch(text) and plain_value(nowhere, start, text) == text:
            forms += [text, text]
        return self.chance.one(*forms)


def _is_block(text: str) -> bool:
    return text.isprintable() and bool(text) and text == text.strip()


def _inside(items: list[str], chance: Chance, indent: str) -> str:
    """Items between brackets: on one line, or on several with comments."""
    if not items:
        return chance.one("", "", " ")
    if chance.often():
        pad = chance.one("", "", " ")
        end = chance.one("", "", "", ",")
        return pad + ", ".join(items) + end + pad
    deeper = indent + "  "
    lines = [chance.trailing(), *chance.between(deeper)]
    for position, item in enumerate(items):
        last = position + 1 == len(items)
        comma = chance.one("", ",") if last else ","
        lines += (f"{deeper}{item}{comma}{chance.trailing()}", *chance.between(deeper))
    return "\n".join((*lines, indent))


def _literal(value: Plain) -> str:
    return "null" if value is None else json.dumps(value)


def spread_json(tree: Plain, random: Random) -> str:
    """Every mapping and list on one line or on several."""
    chance = Chance(random)
    unit, colon = chance.one("  ", "\t", "    "), chance.one(": ", ":", " : ")

    def written(value: Plain, indent: str) -> str:
        if isinstance(value, dict):
            pairs = [
                f"{json.dumps(key)}{colon}{written(value[key], indent + unit)}"
                for key in value
            ]
            return "{" + joined(pairs, indent) + "}"
        if isinstance(value, list):
            return (
                "[" + joined([written(v, indent + unit) for v in value], indent) + "]"
            )
        return json.dumps(value, ensure_ascii=chance.rarely())

    def joined(items: list[str], indent: str) -> str:
        if not items or chance.rarely():
            return ", ".join(items)
        line = "\n" + indent
        return f"{line}{unit}" + f",{line}{unit}".join(items) + line

    return written(tree, "") + chance.one("\n", "")


def toml(tree: Plain, random: Random) -> str:
    """Headers, dots and braces; comments on lines of their own and behind others."""
    assert isinstance(tree, dict)
    chance = Chance(random)
    lines = [*chance.between(""), *_Toml(chance).table(tree, (), header=False)]
    return "\n".join(lines) + chance.one("\n", "")


@dataclass(slots=True)
class _Toml:
    chance: Chance

    def table(
        self, tree: dict[str, Plain], path: tuple[str, ...], *, header: bool
    ) -> list[str]:
        """Its pairs, then the tables in it that have headers."""
        below = {
            key: value
            for key, value in tree.items()
            if isinstance(value, dict) and self.chance.often()
        }
        pairs = [
            line
            for key, value in tree.items()
            if key not in below
            for line in self.pair((key,), value)
        ]
        lines = pairs
        # a table without pairs of its own need not say that it is there
        if header and (pairs or not below or self.chance.often()):
            lines = [f"[{self.dotted(path)}]{self.chance.trailing()}", *pairs]
        for key, value in below.items():
            assert isinstance(value, dict)
            lines += self.table(value, (*path, key), header=True)
        return lines

    def pair(self, keys: tuple[str, ...], value: Plain) -> list[str]:
        chance = self.chance
        if isinstance(value, dict) and value and chance.rarely():
            return [
                line for key in value for line in self.pair((*keys, key), value[key])
            ]
        equals = chance.one(" = ", "=", "  = ")
        line = f"{self.dotted(keys)}{equals}{self.value(value)}{chance.trailing()}"
        return [line, *chance.between("")]

    def dotted(self, keys: tuple[str, ...]) -> str:
        return ".".join(map(self.key, keys))

    def key(self, text: str) -> str:
        return (
            text
            if _BARE.fullmatch(text) and not self.chance.rarely()
            else self.text(text)
        )

    def value(self, value: Plain) -> str:
        if isinstance(value, dict):
            pad = self.chance.one("", " ")
            pairs = (f"{self.key(k)} = {self.value(v)}" for k, v in value.items())
            return "{" + pad + ", ".join(pairs) + pad + "}"
        if isinstance(value, list):
            return f"[{_inside(list(map(self.value, value)), self.chance, '')}]"
        return self.text(value) if isinstance(value, str) else json.dumps(value)

    def text(self, text: str) -> str:
        basic = json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
        literal = text.isprintable() and "'" not in text
        return self.chance.one(basic, f"'{text}'" if literal else basic)


WRITERS: dict[str, Callable[[Plain, Random], str]] = {
    "shop.yaml": yaml,
    "shop.json": spread_json,
    "shop.toml": toml,
}
