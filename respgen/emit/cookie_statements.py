"""The bodies of a preset's functions: what is known now as bytes, the rest as calls of core."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from respgen.emit.cookie_lines import (
    attributes,
    cleared,
    deletion,
    deletion_line,
    is_fixed,
)
from respgen.emit.layout import (
    Expression,
    Group,
    Sum,
    call,
    flat,
    laid_out,
    list_of,
    pair,
)
from respgen.emit.names import Names
from respgen.emit.source import Source, code, identifier, joined, literal, margin
from respgen.emit.types import annotation, imported
from respgen.specs import CookieScope, CookieSource, CookieSpec, ImportPath
from respgen.vocabulary.cookie_names import places, split
from respgen.vocabulary.late_attributes import LATE_TYPES

# what core's functions take where nothing is said
_SILENT: dict[str, object] = {
    "max_age": None,
    "path": "/",
    "domain": None,
    "secure": False,
    "httponly": False,
    "samesite": None,
    "partitioned": False,
    "priority": None,
}
_FLAGS = ("secure", "httponly", "samesite", "partitioned")


@dataclass(frozen=True, slots=True)
class Body:
    """The statements of one function or method; `response` is the local name of the response."""

    cookie: CookieSpec
    response: Source
    indent: int
    names: Names
    width: int

    def set(self) -> Source:
        """What sets the cookie: older scopes are cleared before, so that the new one stays."""
        return self._block(*self._opening(), *self._signer(), *self._setting())

    def delete(self) -> Source:
        """What clears the cookie in every scope."""
        fields = self._deletions(cleared(self.cookie))
        return self._block(*self._opening("max_age"), self._added(fields))

    def read(self) -> Source:
        """What gives the value of a client's cookies."""
        value: Expression = flat(call(code("cookies.get"), self._key))
        if self.cookie.chunks:
            joining = self.names.support("joined_chunks")
            value = flat(call(joining, code("cookies"), self._key))
        if self.cookie.sign:
            unsign = self.names.support("unsigned_value")
            age = literal(self.cookie.sign.max_age)
            value = call(unsign, code("signer"), value, age)
        decode = self.names.support(f"read_{self.cookie.encoding}_cookie")
        returned = self._line(code("return "), call(decode, value))
        return self._block(*self._name(), *self._signer(), returned)

    # Names, attributes and signers of this moment

    @property
    def _key(self) -> Source:
        return code("key") if places(self.cookie.key) else literal(self.cookie.key)

    def _opening(self, *without: str) -> Iterator[Source]:
        yield from self._name()
        for each in self.cookie.late:
            if isinstance(each, CookieSource) and each.name not in without:
                kind = annotation(LATE_TYPES[each.name], self.names)
                start = code("{}: {} = ", identifier(each.name), kind)
                yield self._line(start, self._current(each.path))

    def _name(self) -> Iterator[Source]:
        if places(self.cookie.key):
            texts, inside = split(self.cookie.key)
            parts = [literal(texts[0])] if texts[0] else []
            for place, text in zip(inside, texts[1:], strict=True):
                parts += [identifier(place), *([literal(text)] if text else [])]
            yield code("key = {}", joined(" + ", parts))

    def _signer(self) -> Iterator[Source]:
        if self.cookie.sign:
            make = self.names.imported("itsdangerous", "TimestampSigner")
            secret = self._current(self.cookie.sign.secret)
            signer = self.names.support("cookie_signer")
            signing = call(signer, make, self._signed_name, secret)
            yield self._line(code("signer = "), signing)

    @property
    def _signed_name(self) -> Source | Group:
        """What the signature is for: the name, and where its places begin and end.

        `{a}-{b}` is one name for many arguments. They are told apart by spaces, which no name has.
        """
        inside = places(self.cookie.key)
        if len(inside) < 2:
            return self._key
        parts = [self._key, *map(identifier, inside)]
        return call(code("{}.join", literal(" ")), list_of(parts))

    def _current(self, path: ImportPath) -> Group:
        return call(self.names.support("current"), imported(path, self.names))

    # Setting

    def _setting(self) -> Iterator[Source]:
        olds = self._deletions(self.cookie.formerly) if self.cookie.formerly else []
        if self.cookie.chunks:
            yield from self._late_attributes()
            yield self._added([*olds, self._chunks()])
        else:
            yield self._line(code("cookie = "), self._pair())
            yield from self._late_attributes()
            value = Sum(code("cookie"), self._attributes())
            yield self._added([*olds, _set_cookie(value)])

    def _pair(self) -> Group:
        """`key=value`."""
        if self.cookie.sign:
            return call(self.names.support("cookie_pair"), self._key, self._octets())
        encode = self.names.support(f"{self.cookie.encoding}_cookie")
        return call(encode, self._key, code("value"))

    def _octets(self) -> Group:
        """The encoded value, signed if it is to be."""
        encode = self.names.support(f"{self.cookie.encoding}_octets")
        octets = call(encode, self._key, code("value"))
        return call(code("signer.sign"), octets) if self.cookie.sign else octets

    def _late_attributes(self) -> Iterator[Source]:
        if is_fixed(self.cookie):
            return
        late = call(
            self.names.support("late_attributes"), self._key, *self._keywords(_SILENT)
        )
        yield self._line(code("attributes = "), late)
        if self.cookie.chunks:
            known = self._keywords(("path", "domain", *_FLAGS))
            deletes = call(self.names.support("deletion_attributes"), *known)
            yield self._line(code("deletion = "), deletes)

    def _attributes(self) -> Source:
        fixed = is_fixed(self.cookie)
        return literal(attributes(self.cookie)) if fixed else code("attributes")

    def _chunks(self) -> Group:
        surplus = (
            literal(deletion(self.cookie, self.cookie.scope))
            if is_fixed(self.cookie)
            else code("deletion")
        )
        fields = self.names.support("chunk_fields")
        return call(fields, self._key, self._octets(), self._attributes(), surplus)

    def _keywords(self, words: Iterable[str]) -> Iterator[Source]:
        """The attributes that are to be said, by keyword."""
        late = {each.name for each in self.cookie.late}
        for word in words:
            value = getattr(self.cookie, word)
            if word in late:
                yield code("{}={}", identifier(word), identifier(word))
            elif value != _SILENT[word]:
                yield code("{}={}", identifier(word), literal(value))

    # Deleting

    def _deletions(self, scopes: Sequence[CookieScope]) -> list[Group]:
        """Fields, or the one call that makes them."""
        if is_fixed(self.cookie) and not self.cookie.chunks:
            lines = [deletion_line(self.cookie, scope) for scope in scopes]
            return [_set_cookie(literal(line)) for line in lines]
        keys = (
            call(self.names.support("chunk_keys"), self._key)
            if self.cookie.chunks
            else list_of([self._key])
        )
        listed = list_of([self._scope(scope) for scope in scopes])
        fields = self.names.support("deletion_fields")
        return [call(fields, keys, listed, *self._keywords(_FLAGS))]

    def _scope(self, scope: CookieScope) -> Group:
        path = code("path") if "path" in scope.late else literal(scope.path)
        domain = code("domain") if "domain" in scope.late else literal(scope.domain)
        return pair(path, domain)

    # Layout

    def _added(self, fields: Sequence[Group]) -> Source:
        """The statement that adds to the response's fields: all of them, or none where one raises."""
        single = fields[0] if len(fields) == 1 else None
        if single is None:
            members = [each if each.is_tuple else _starred(each) for each in fields]
            return self._line(
                code("{}.raw_headers += ", self.response), list_of(members)
            )
        if single.is_tuple:
            append = call(code("{}.raw_headers.append", self.response), single)
            return self._line(code(""), append)
        return self._line(code("{}.raw_headers += ", self.response), single)

    def _line(self, start: Source, expression: Expression) -> Source:
        room = len(start.text)
        return code("{}{}", start, laid_out(expression, self.indent, self.width, room))

    def _block(self, *statements: Source) -> Source:
        return joined(
            "\n",
            [
                (
                    statement
                    if number == 0
                    else code("{}{}", margin(self.indent), statement)
                )
                for number, statement in enumerate(statements)
            ],
        )


def _set_cookie(value: Expression) -> Group:
    return pair(literal(b"set-cookie"), value)


def _starred(group: Group) -> Group:
    return Group(code("*{}", group.opening), group.items, group.closing)
