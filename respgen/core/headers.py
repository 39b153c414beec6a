"""The fields of a response as a mutable mapping, checked at every way in.

Goes in: the list of fields that a response sends. Comes out: a live view of it.
"""

from collections.abc import Iterator, Mapping
from typing import Self

from respgen.core.fields import caller_fields, checked_field
from respgen.core.grammar import wrong_type


class MutableHeaders(Mapping[str, str]):
    """A case-insensitive multi-valued mapping over `raw`, which it changes in place.

    The interface of the reference's MutableHeaders. What writes raises ValueError for a
    name or value that is no field's and for connection-specific fields (RFC 9110 5.1,
    5.5, 7.6.1), TypeError for wrong types. `status_code` decides whether Upgrade may be
    sent.
    """

    def __init__(
        self,
        headers: Mapping[str, str] | None = None,
        raw: list[tuple[bytes, bytes]] | None = None,
        *,
        status_code: int = 200,
    ) -> None:
        if headers is not None and raw is not None:
            raise TypeError("headers and raw cannot be combined")
        self.status_code = status_code
        if raw is None:
            raw = []
        self.raw = raw
        if headers is not None:
            self.raw.extend(caller_fields(headers, status_code))

    # The reference returns lists here: a name may repeat.

    def keys(self) -> list[str]:  # type: ignore[override]  # the reference's list
        """The names in lower case, in wire order."""
        return [name.decode("latin-1") for name, _ in self.raw]

    def values(self) -> list[str]:  # type: ignore[override]  # the reference's list
        """The values, in wire order."""
        return [value.decode("latin-1") for _, value in self.raw]

    def items(self) -> list[tuple[str, str]]:  # type: ignore[override]  # as above
        """The names in lower case and their values, in wire order."""
        return list(zip(self.keys(), self.values(), strict=True))

    def getlist(self, key: str) -> list[str]:
        """Every value of a name."""
        return [value for name, value in self.items() if name == key.lower()]

    def mutablecopy(self) -> Self:
        """The same fields in a list of their own."""
        return type(self)(raw=self.raw[:], status_code=self.status_code)

    def __getitem__(self, key: str) -> str:
        for name, value in self.items():
            if name == key.lower():
                return value
        raise KeyError(key)

    def __contains__(self, key: object) -> bool:
        return isinstance(key, str) and key.lower() in self.keys()

    def __iter__(self) -> Iterator[str]:
        return iter(self.keys())

    def __len__(self) -> int:
        return len(self.raw)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, MutableHeaders):
            return NotImplemented
        return sorted(self.raw) == sorted(other.raw)

    def __repr__(self) -> str:
        by_name = dict(self.items())
        if len(by_name) == len(self.raw):
            return f"{type(self).__name__}({by_name!r})"
        return f"{type(self).__name__}(raw={self.raw!r})"

    def __setitem__(self, key: str, value: str) -> None:
        """The value of a name, at the place of its first one; further ones go."""
        field = checked_field(key, value, self.status_code)
        places = [place for place, (name, _) in enumerate(self.raw) if name == field[0]]
        if not places:
            self.raw.append(field)
            return
        self.raw[places[0]] = field
        for place in reversed(places[1:]):
            del self.raw[place]

    def __delitem__(self, key: str) -> None:
        """Every field of a name; none is no error, as in the reference."""
        name = key.lower()
        self.raw[:] = [
            field for field in self.raw if field[0].decode("latin-1") != name
        ]

    def __ior__(self, other: Mapping[str, str]) -> Self:
        self.update(other)
        return self

    def __or__(self, other: Mapping[str, str]) -> Self:
        merged = self.mutablecopy()
        merged.update(other)
        return merged

    def setdefault(self, key: str, value: str) -> str:
        """The value of a name, which becomes `value` where there is none."""
        field = checked_field(key, value, self.status_code)
        if key not in self:
            self.raw.append(field)
        return self[key]

    def update(self, other: Mapping[str, str]) -> None:
        """Set each name of `other`; nothing is set where one of them is refused."""
        try:
            items = [*other.items()]
        except AttributeError:
            raise wrong_type("headers", "Mapping[str, str]", other) from None
        for key, value in items:
            checked_field(key, value, self.status_code)
        for key, value in items:
            self[key] = value

    def append(self, key: str, value: str) -> None:
        """One more field of a name."""
        self.raw.append(checked_field(key, value, self.status_code))

    def add_vary_header(self, vary: str) -> None:
        """One more member of Vary."""
        self["vary"] = ", ".join([*self.getlist("vary"), vary])
