"""The keys of a cookie preset, and how a response uses one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar, TypeAlias, get_args

from respgen.core.cookie_attributes import PRIORITIES, SameSite, cookie_attributes
from respgen.decoder.keys import Keys, KeysOf, required, row, settled
from respgen.decoder.plain import (
    MAPPING,
    NULL,
    TEXT,
    TRUE,
    TRUTH,
    Definitions,
    SchemaPart,
    Shape,
)
from respgen.decoder.reading import Reading
from respgen.decoder.shapes import ListOf, MappingOf, OneOf, Parsed, either
from respgen.diagnostics import Finding, quoted
from respgen.load import tree
from respgen.located import Located, Written
from respgen.rules import r0
from respgen.schema.origin_keys import (
    AGE,
    DOMAIN,
    FLAG,
    KEY,
    PATH,
    SAMESITE,
    SECONDS,
    AttributeOrigin,
    DomainOrigin,
    FlagOrigin,
    KeyOrigin,
    MaxAgeOrigin,
    PathOrigin,
    SameSiteOrigin,
)
from respgen.specs import ImportPath
from respgen.specs.cookies import Encoding
from respgen.vocabulary.import_paths import IMPORT_PATH

ENCODING: Shape[Encoding] = OneOf(get_args(Encoding))
_PRIORITIES: Shape[str] = OneOf((*map(str.lower, PRIORITIES), *PRIORITIES))
PRIORITY: Shape[str] = Parsed(_PRIORITIES, str.capitalize, {})


class DeletedScope(Keys):
    """Where an older cookie of the same name may still live; keys left out are the preset's."""

    example: ClassVar[str] = "{path: /old}"

    path: Written[str] = row(TEXT, "The former path.")
    domain: Written[str | None] = row(
        either(
            "text or null", TEXT, NULL, advice="write a domain such as shop.example"
        ),
        "The former domain; null: this host only.",
    )

    def mistake(self) -> Finding | None:
        if self.path or self.domain:
            return None
        message = "a scope without path and domain is the preset's current scope"
        return Finding(r0.CONFLICT, message, "path: /old")


class SecretOrigin(AttributeOrigin):
    """Where a secret is: never in a schema."""

    noun: ClassVar[str] = "a secret"
    example: ClassVar[str] = '{from: "shop.settings:secret"}'
    meant: ClassVar[Mapping[str, str]] = {
        "default": "leave it out: a secret must not be written in a schema"
    }

    from_: Written[ImportPath] = row(
        IMPORT_PATH,
        '"package.module:name": str, bytes, or a list of them, the newest last.',
    )
    argument: Written[bool] = row(
        TRUE, "Callers pass it by keyword, secret=..., to the set and the reading."
    )

    def mistake(self) -> Finding | None:
        if self.argument and not self.argument.value:
            message = "expected true, found false"
            return Finding(
                r0.WRONG_TYPE, message, "write argument: true", ("argument",)
            )
        return AttributeOrigin.mistake(self)


_ELSEWHERE = Finding(
    r0.WRONG_TYPE,
    "a secret must not be written in a schema",
    'write {from: "shop.settings:secret"}',
)


class Signature(Keys):
    """Values that no client can make or change."""

    secret: Located[SecretOrigin] = required(
        KeysOf(SecretOrigin, _ELSEWHERE),
        "Read, or called, each time the cookie is set or read.",
        '{from: "shop.settings:secret"}',
    )
    max_age: Written[int] = row(
        either("seconds, or a duration such as 30d", *SECONDS, advice="write 30d"),
        "How long a signature is valid; default: the preset's max_age.",
    )


class Preset(Keys):
    """A cookie with its attributes; by default Secure, HttpOnly, SameSite=lax and Path=/."""

    noun: ClassVar[str] = "a cookie preset"
    example: ClassVar[str] = "{max_age: 14d}"
    meant: ClassVar[Mapping[str, str]] = {
        "expires": "write max_age: the time from now, such as 14d",
        "name": "did you mean 'key'?",
        "value": "the caller gives it: set_..._cookie(value)",
        "type": "remove it: the value of a cookie is a str",
        "signed": "did you mean 'sign'?",
        **dict.fromkeys(("ttl", "lifetime", "age"), "did you mean 'max_age'?"),
    }

    key: Written[str | KeyOrigin] = row(
        KEY,
        "The cookie's name, access-{client} with an argument; default: the preset's name.",
    )
    description: Located[str] = settled(TEXT, "What the cookie is for.", "")
    max_age: Written[int | MaxAgeOrigin] = row(
        AGE, "Seconds, or 90s 15m 12h 14d 2w 1y; default: until the browser closes."
    )
    secure: Located[bool | FlagOrigin] = settled(FLAG, "Sent over TLS only.", True)
    httponly: Located[bool | FlagOrigin] = settled(
        FLAG, "Not readable by scripts.", True
    )
    samesite: Located[SameSite | SameSiteOrigin | None] = settled(
        SAMESITE, "SameSite; unset: the attribute is not sent.", "lax"
    )
    path: Located[str | PathOrigin] = settled(
        PATH, "The path the cookie is sent to.", "/"
    )
    domain: Written[str | DomainOrigin] = row(
        DOMAIN, "The domain the cookie is sent to; default: this host only."
    )
    partitioned: Located[bool | FlagOrigin] = settled(
        FLAG, "Kept in separate storage for each top-level site (CHIPS).", False
    )
    priority: Written[str] = row(
        PRIORITY,
        "Priority, a hint that only Chrome reads; default: the attribute is not sent.",
    )
    encoding: Located[Encoding] = settled(
        ENCODING, "How a value is encoded as cookie octets.", "plain"
    )
    also_delete: Located[tuple[Located[DeletedScope], ...]] = settled(
        ListOf(KeysOf(DeletedScope)), "Further scopes that a deletion clears.", ()
    )
    formerly: Located[tuple[Located[DeletedScope], ...]] = settled(
        ListOf(KeysOf(DeletedScope)),
        "Former scopes, which are cleared whenever the cookie is set or deleted.",
        (),
    )
    chunks: Located[bool] = settled(
        TRUTH, "A value larger than 4096 octets is split across up to 8 cookies.", False
    )
    sign: Written[Signature] = row(
        KeysOf(Signature),
        "Signed by itsdangerous: a value that was tampered with reads as None.",
    )

    def mistake(self) -> Finding | None:
        """What the reference quotes is whole, and as it was given."""
        if self.encoding.value != "quoted":
            return None
        if self.sign:
            message = "a signed value is never quoted"
        elif self.chunks.value:
            message = "a value that is spread over several cookies is never quoted"
        else:
            return None
        return Finding(r0.CONFLICT, message, "write encoding: percent", ("encoding",))


_DECIDED = [
    name
    for name in ("key", *(cookie_attributes.__kwdefaults__ or {}))
    if name in Preset.rows and MAPPING.takes & Preset.rows[name].shape.takes
]
Preset.instead = dict.fromkeys(
    ("from", "argument"), f"only {', '.join(_DECIDED)} can be set at run time"
)


class CookieUseKeys(Keys):
    """How a response uses a preset."""

    example: ClassVar[str] = "{set: always, value: text}"

    set: Written[str] = row(OneOf(("always",)), "Every response sets the cookie.")
    value: Written[str] = row(TEXT, "The value that is always set.")

    def mistake(self) -> Finding | None:
        if self.set and not self.value:
            missing, example, key = "value", "value: text", "set"
        elif self.value and not self.set:
            missing, example, key = "set", "set: always", "value"
        else:
            return None
        return Finding(r0.MISSING_KEY, f"missing key {missing!r}", example, (key,))


CookieUses: TypeAlias = Mapping[str, Located[CookieUseKeys | None]]
CookieList: TypeAlias = tuple[Located[str | CookieUses], ...]

_USE_FORMS: Shape[CookieUseKeys | None] = either(
    "a mapping or null",
    NULL,
    KeysOf(CookieUseKeys),
    advice="write {set: always, value: text}, or {}",
)
_NAMING = ("name", "preset", "key", "cookie", "use")


@dataclass(frozen=True, slots=True)
class _Use:
    """The use of the preset that the key names."""

    takes: frozenset[type] = _USE_FORMS.takes
    inner: frozenset[str] = frozenset(CookieUseKeys.rows)

    def read(
        self, entry: tree.Entry, reading: Reading
    ) -> Located[CookieUseKeys | None] | None:
        name = entry.value.value if isinstance(entry.value, tree.Scalar) else None
        if entry.key not in _NAMING or not isinstance(name, str):
            return _USE_FORMS.read(entry, reading)
        message = f"{quoted(entry.key)} stands where the name of a preset is expected"
        advice = f"write the name alone: cookies: [{name}]"
        reading.found(Finding(r0.WRONG_TYPE, message, advice), entry)
        return None

    def schema(self, definitions: Definitions) -> SchemaPart:
        return _USE_FORMS.schema(definitions)


_USE: Shape[CookieUseKeys | None] = _Use()
_USES: Shape[CookieUses] = MappingOf(_USE, "{consent: {set: always, value: shown}}")
_LISTED: Shape[str | CookieUses] = either(
    "text or a mapping", TEXT, _USES, advice="write the name of a cookie preset"
)
COOKIES: Shape[CookieList | CookieUses] = either(
    "a list or a mapping",
    ListOf(_LISTED),
    _USES,
    advice="write a list of cookie presets, such as [session]",
)
