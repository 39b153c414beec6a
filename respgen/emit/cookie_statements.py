"""The bodies of a preset's functions: what is known now as bytes, the rest as calls of core."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from respgen.core.cookie_attributes import (
    DELETION,
    CookieAttributes,
    cookie_attributes,
)
from respgen.emit.cookie_lines import attributes as fixed_attributes
from respgen.emit.cookie_lines import (
    cleared,
    deletion,
    deletion_line,
    gone,
    is_fixed,
    knows_name,
)
from respgen.emit.cookie_parameters import SECRET, attribute_type, has_secret
from respgen.emit.layout import (
    Expression,
    Group,
    Sum,
    behind,
    call,
    comprehension,
    flat,
    laid_out,
    list_of,
    pair,
)
from respgen.emit.names import Names
from respgen.emit.origins import LOCAL, expression
from respgen.emit.source import Source, code, identifier, joined, literal, margin
from respgen.specs import (
    NAME,
    SCOPE,
    Argument,
    CookieOrigin,
    CookieScope,
    CookieSpec,
    Read,
)
from respgen.specs.types import ImportPath
from respgen.vocabulary.cookie_names import pattern, places, split

_SIGNER = ImportPath("itsdangerous", "TimestampSigner")
_DEFAULTS = cookie_attributes.__kwdefaults__ or {}


@dataclass(frozen=True, slots=True)
class Body:
    """The statements of one function or method; `response` is the local name of the response."""

    cookie: CookieSpec
    response: Source
    indent: int
    names: Names
    width: int
    where: Source = LOCAL
    """What stands before the names of what callers decide."""

    def set(self) -> Source:
        """What sets the cookie: older scopes are cleared before, so that the new one stays."""
        return self._block(*self._opening(), *self._signer(), *self._setting())

    def delete(self) -> Source:
        """What clears the cookie in every scope."""
        scopes = cleared(self.cookie)
        put = self._put(*self._deletions(scopes))
        return self._block(*self._opening(*DELETION), *self._deletion(scopes), put)

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

    def check(self) -> Source:
        """What refuses all that callers decide and a set would refuse."""
        given = {n for n, o in self.cookie.origins.items() if isinstance(o, Argument)}
        checks: list[Group] = []
        if places(self.cookie.key):
            checks.append(call(self.names.support("cookie_prefix"), self._key))
        if given or checks:
            checks.append(self._attributes(self.cookie.known, given))
        if has_secret(self.cookie):
            secret = code("{}{}", self.where, identifier(SECRET))
            checks.append(call(self.names.support("signing_keys"), secret))
        lines = [self._line(code(""), check) for check in checks]
        named = given or places(self.cookie.key)
        return self._block(*(self._name() if named else ()), *lines)

    # Names, attributes and signers of this moment

    @property
    def _key(self) -> Source:
        return literal(self.cookie.key) if knows_name(self.cookie) else code("key")

    def _opening(self, *without: str) -> Iterator[Source]:
        yield from self._name()
        for name, origin in self.cookie.origins.items():
            if isinstance(origin, Read) and name not in (NAME, *without):
                kind = attribute_type(name, self.names)
                start = code("{}: {} = ", identifier(name), kind)
                yield self._line(start, self._now(origin))

    def _name(self) -> Iterator[Source]:
        if places(self.cookie.key):
            filled = filling(self.cookie, self.names, self.where)
            yield self._line(code("key = "), filled)
        elif self.cookie.reads_name:
            checked = self.names.support("checked_key")
            read = call(checked, self._now(self.cookie.origins[NAME]))
            yield self._line(code("key = "), read)

    def _signer(self) -> Iterator[Source]:
        if self.cookie.sign:
            make = self.names.deferred(_SIGNER)
            path = self.cookie.sign.secret
            origin = Read(path) if path else Argument(SECRET, required=True)
            secret = self._now(origin)
            signer = self.names.support("cookie_signer")
            signing = call(signer, make, self._key, secret)
            yield self._line(code("signer = "), signing)

    def _now(self, origin: CookieOrigin) -> Expression:
        return expression(origin, self.cookie.key, self.names, LOCAL)

    # Setting

    def _setting(self) -> Iterator[Source]:
        scopes = self.cookie.formerly
        olds = self._deletions(scopes) if scopes else []
        yield from self._deletion(scopes)
        if not self.cookie.chunks:
            yield self._line(code("cookie = "), self._pair())
        attributes: Source = code("attributes")
        if is_fixed(self.cookie):
            attributes = literal(fixed_attributes(self.cookie))
        else:
            made = self._attributes(self.cookie.known, self.cookie.origins)
            yield self._line(code("attributes = "), made)
        if self.cookie.chunks:
            yield self._put(*olds, behind(code("*"), self._chunks(attributes)))
        else:
            yield self._put(*olds, Sum(code("cookie"), attributes))

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

    def _chunks(self, attributes: Source) -> Group:
        surplus = self._past(self.cookie.scope)
        spread = self.names.support("chunk_cookies")
        return call(spread, self._key, self._octets(), attributes, surplus)

    def _attributes(self, known: CookieAttributes, decided: Collection[str]) -> Group:
        """The call of core that makes their bytes; `decided` stand in variables of their names."""
        said = []
        for word, default in _DEFAULTS.items():
            value = dict[str, Any](known).get(word)
            if word in decided:
                name = identifier(word)
                said.append(code("{}={}{}", name, self.where, name))
            elif value != default:
                said.append(code("{}={}", identifier(word), literal(value)))
        return call(self.names.support("cookie_attributes"), self._key, *said)

    # Deleting

    def _deletion(self, scopes: Sequence[CookieScope]) -> Iterator[Source]:
        """The attributes that delete in the only scope, where run time has to make them."""
        if len(scopes) == 1 and not is_fixed(self.cookie):
            yield self._line(code("deletion = "), self._past(scopes[0]))

    def _deletions(self, scopes: Sequence[CookieScope]) -> list[Expression]:
        """Cookies, or a comprehension of them: over scopes, over the parts of a value."""
        fixed, chunks = is_fixed(self.cookie), self.cookie.chunks
        if fixed and not chunks:
            return [literal(deletion_line(self.cookie, scope)) for scope in scopes]
        known = fixed and len(scopes) == 1
        past = self._past(scopes[0]) if known else code("deletion")
        loops = [self._over_scopes(scopes)] if len(scopes) > 1 else []
        if chunks:
            parts = call(self.names.support("chunk_keys"), self._key)
            loops.append(behind(code("for part in "), parts))
        cookie = Sum(self._prefix(), flat(past))
        if not loops:
            return [cookie]
        return [behind(code("*"), comprehension(cookie, *loops))]

    def _prefix(self) -> Source:
        """`key=`."""
        if not self.cookie.chunks and knows_name(self.cookie):
            return literal(self.cookie.key.encode("ascii") + b"=")
        key = code("part") if self.cookie.chunks else self._key
        return flat(call(self.names.support("cookie_prefix"), key))

    def _over_scopes(self, scopes: Sequence[CookieScope]) -> Expression:
        """The loop over the attributes that delete in each."""
        if is_fixed(self.cookie):
            listed = list_of([self._past(scope) for scope in scopes])
        else:
            pairs = list_of([_path_and_domain(scope) for scope in scopes])
            loop = behind(code("for path, domain in "), pairs)
            any_scope = replace(self.cookie.scope, decided=SCOPE)
            listed = comprehension(self._past(any_scope), loop)
        return behind(code("for deletion in "), listed)

    def _past(self, scope: CookieScope) -> Expression:
        """The attributes that delete in one scope."""
        if is_fixed(self.cookie):
            return literal(deletion(self.cookie, scope))
        flags = self.cookie.origins.keys() - DELETION.keys() - SCOPE
        return self._attributes(gone(self.cookie, scope), {*flags, *scope.decided})

    # Layout

    def _put(self, *cookies: Expression) -> Source:
        """The statement that sets and deletes: all of them, or none where one raises."""
        put = self.names.support("put_cookies")
        return self._line(code(""), call(put, self.response, *cookies))

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


def filling(cookie: CookieSpec, names: Names, where: Source = LOCAL) -> Group:
    """The call of core that fills the places of a cookie's name."""
    name = literal(pattern(cookie.key))
    values = (code("{}{}", where, identifier(each)) for each in split(cookie.key)[1])
    return call(names.support("filled_key"), name, *values)


def _path_and_domain(scope: CookieScope) -> Group:
    path = code("path") if "path" in scope.decided else literal(scope.path)
    domain = code("domain") if "domain" in scope.decided else literal(scope.domain)
    return pair(path, domain)
