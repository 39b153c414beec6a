"""What callers of a preset's functions give by keyword: the places of its name, and attributes."""

from __future__ import annotations

from typing import Any, Literal, TypeAlias, get_type_hints

from respgen.core.cookie_attributes import DELETION, CookieAttributes
from respgen.emit.names import Names
from respgen.emit.source import Source, code, identifier, literal
from respgen.emit.types import annotation
from respgen.specs import SCOPE, Argument, CookieSpec
from respgen.specs.types import hinted
from respgen.vocabulary.cookie_names import places

Action: TypeAlias = Literal["set", "delete", "read"]
SECRET = "secret"
"""What callers call the secret that they give."""

_TYPES = get_type_hints(CookieAttributes)


def keywords(cookie: CookieSpec, action: Action) -> tuple[str, ...]:
    """The names of the keyword-only parameters.

    A deletion needs what a browser knows a cookie by, and accepts it for; a reading its name.
    """
    own = (*places(cookie.key), *_arguments(cookie, action))
    return (*own, SECRET) if _takes_secret(cookie, action) else own


def _arguments(cookie: CookieSpec, action: Action) -> dict[str, Argument]:
    return {
        name: origin
        for name, origin in cookie.origins.items()
        if isinstance(origin, Argument)
        and not (action == "read" or (action == "delete" and name in DELETION))
    }


def _takes_secret(cookie: CookieSpec, action: Action) -> bool:
    return has_secret(cookie) and action != "delete"


def has_secret(cookie: CookieSpec) -> bool:
    """Whether callers give the secret that signs the value."""
    return cookie.sign is not None and cookie.sign.secret is None


def parameters(cookie: CookieSpec, action: Action, names: Names) -> list[Source]:
    """The same with their types and defaults, behind the `*` that makes them keyword-only.

    What makes up the scope has no default in a deletion: a cookie that is set with one path
    survives the deletion with another.
    """
    found = [code("{}: str", identifier(place)) for place in places(cookie.key)]
    for name, argument in _arguments(cookie, action).items():
        parameter = code("{}: {}", identifier(name), attribute_type(name, names))
        if not argument.required and not (action == "delete" and name in SCOPE):
            default = literal(dict[str, Any](cookie.known)[name])
            parameter = code("{} = {}", parameter, default)
        found.append(parameter)
    if _takes_secret(cookie, action):
        found.append(code("{}: {}", identifier(SECRET), names.public("Secret")))
    return [code("*"), *found] if found else []


def attribute_type(name: str, names: Names) -> Source:
    """The annotation of an attribute."""
    return annotation(hinted(_TYPES[name]), names, evaluated=True)
