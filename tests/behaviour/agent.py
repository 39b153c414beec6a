"""A user agent's cookies, as RFC 6265bis has them (draft 22), with partitions (CHIPS) and the
prefixes `__Http-` and `__Host-Http-` (layered cookies).

Goes in: the value of a Set-Cookie field and the request that it answers. Comes out: what the
store keeps, and the Cookie field of a later request. Written for the tests, from the documents:
it knows nothing of respgen.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

LIMIT = 34_560_000  # 5.5: 400 days
EARLIEST, LATEST = -(2**62), 2**62
CONTROLS = re.compile(rb"[\x00-\x08\x0a-\x1f\x7f]")
WSP = b" \t"


@dataclass(frozen=True)
class Request:
    """What a response answers: where it went, over what, and from which site."""

    host: str = "shop.example.com"
    path: str = "/"
    secure: bool = True
    http: bool = True
    same_site: bool = True
    top_level: str = "https://example.com"


@dataclass(frozen=True)
class Cookie:
    """5.7: what is stored of a cookie. `expiry` in seconds; a `partition` is a top-level site."""

    name: bytes
    value: bytes
    domain: str
    path: bytes
    host_only: bool
    persistent: bool
    expiry: int
    secure: bool
    http_only: bool
    same_site: str
    partition: str | None
    created: int

    @property
    def place(self) -> tuple[bytes, str, bool, bytes, str | None]:
        """5.7 step 23: a cookie of the same place is replaced."""
        return self.name, self.domain, self.host_only, self.path, self.partition


class Ignored(Exception):  # noqa: N818 # it is a decision, no error
    """The agent ignores the cookie entirely; says the step."""


@dataclass
class Agent:
    """A cookie store and its clock."""

    now: int = 1_700_000_000
    store: list[Cookie] = field(default_factory=list)

    def receive(self, line: bytes, request: Request = Request()) -> str | None:
        """Take in one Set-Cookie. Why it was ignored, None if it was not."""
        try:
            cookie = self._created(line, request)
            self._admit(cookie, request)
        except Ignored as ignored:
            return str(ignored)
        old = [kept for kept in self.store if kept.place == cookie.place]
        if old:
            cookie = replace(cookie, created=old[0].created)
        self.store = [kept for kept in self.store if kept.place != cookie.place]
        self.store.append(cookie)
        return None

    @property
    def cookies(self) -> list[Cookie]:
        """What is left in the store now: expired cookies are evicted (5.7)."""
        self.store = [cookie for cookie in self.store if cookie.expiry > self.now]
        return self.store

    def header(self, request: Request = Request()) -> str:
        """5.8.3: the Cookie field of a same-site request."""
        sent = [cookie for cookie in self.cookies if _goes_to(cookie, request)]
        sent.sort(key=lambda cookie: (-len(cookie.path), cookie.created))
        pairs = [(c.name + b"=" if c.name else b"") + c.value for c in sent]
        return b"; ".join(pairs).decode("latin-1")

    def _created(self, line: bytes, request: Request) -> Cookie:
        """5.6 and 5.7 steps 2 to 14 and 17: a cookie of a line."""
        name, value, attributes = parsed(line)
        persistent, expiry = self._expiry(attributes)
        domain = _last(attributes, b"domain") or b""
        domain = domain.removeprefix(b".").lower()
        if not domain.isascii():
            raise Ignored("step 8: Domain")
        path = _last(attributes, b"path")
        stored = path if path and path.startswith(b"/") else default_path(request)
        partitioned = _last(attributes, b"partitioned") is not None
        return Cookie(
            name=name,
            value=value,
            domain=domain.decode() or request.host,
            path=stored,
            host_only=not domain,
            persistent=persistent,
            expiry=expiry,
            secure=_last(attributes, b"secure") is not None,
            http_only=_last(attributes, b"httponly") is not None,
            same_site=_same_site(_last(attributes, b"samesite")),
            partition=request.top_level if partitioned else None,
            created=self.now + len(self.store),
        )

    def _expiry(self, attributes: list[tuple[bytes, bytes]]) -> tuple[bool, int]:
        """5.6.1, 5.6.2, 5.7 step 6: whether the cookie is persistent, and until when."""
        ages = [v for n, v in attributes if n == b"max-age" and _is_age(v)]
        if ages:
            age = min(int(ages[-1]), LIMIT)
            return True, self.now + age if age > 0 else EARLIEST
        dates = [cookie_date(v) for n, v in attributes if n == b"expires"]
        known = [date for date in dates if date is not None]
        if known:
            return True, min(known[-1], self.now + LIMIT)
        return False, LATEST

    def _admit(self, cookie: Cookie, request: Request) -> None:
        """5.7: everything for which a cookie is ignored. Raises Ignored."""
        for step, refused in _refusals(cookie, request, self.cookies):
            if refused:
                raise Ignored(step)


def _refusals(
    cookie: Cookie, request: Request, store: list[Cookie]
) -> Iterator[tuple[str, bool]]:
    """The steps of 5.7 in their order, and whether each ignores the cookie."""
    own = cookie.host_only or domain_matches(request.host, cookie.domain)
    yield "step 2: empty", not (cookie.name or cookie.value)
    yield "step 10: Domain", not own
    yield "step 13: Secure", cookie.secure and not request.secure
    yield "step 15: HttpOnly", cookie.http_only and not request.http
    if not (cookie.secure or request.secure):
        yield "step 16: overlays", any(_overlays(cookie, kept) for kept in store)
    yield "step 18: cross-site", cookie.same_site != "none" and not request.same_site
    yield "step 19: SameSite", cookie.same_site == "none" and not cookie.secure
    yield "CHIPS: Partitioned", cookie.partition is not None and not cookie.secure
    yield from _prefix_refusals(cookie, request)
    if not request.http:
        same = [kept for kept in store if kept.place == cookie.place]
        yield "step 23: HttpOnly", any(kept.http_only for kept in same)


def _prefix_refusals(cookie: Cookie, request: Request) -> Iterator[tuple[str, bool]]:
    """5.7 steps 20 to 22, and the prefixes of layered cookies: in any case of letters."""
    name, host = cookie.name.lower(), cookie.host_only and cookie.path == b"/"
    http = cookie.http_only and request.http
    if name.startswith(b"__secure-"):
        yield "step 20: __Secure-", not cookie.secure
    if name.startswith(b"__host-"):
        yield "step 21: __Host-", not (cookie.secure and host)
    if name.startswith(b"__http-"):
        yield "__Http-", not (cookie.secure and http)
    if name.startswith(b"__host-http-"):
        yield "__Host-Http-", not (cookie.secure and http and host)
    prefixes = (b"__secure-", b"__host-", b"__http-", b"__host-http-")
    if not name:
        yield "step 22: nameless", cookie.value.lower().startswith(prefixes)


def _overlays(cookie: Cookie, kept: Cookie) -> bool:
    """5.7 step 16: whether a cookie that is not secure would overlay one that is."""
    domains = domain_matches(kept.domain, cookie.domain) or domain_matches(
        cookie.domain, kept.domain
    )
    same = kept.secure and kept.name == cookie.name and domains
    return same and path_matches(cookie.path, kept.path)


def _goes_to(cookie: Cookie, request: Request) -> bool:
    """5.8.3 step 1, of a same-site request."""
    if cookie.host_only:
        hosted = request.host == cookie.domain
    else:
        hosted = domain_matches(request.host, cookie.domain)
    return (
        hosted
        and path_matches(request.path.encode("latin-1"), cookie.path)
        and (request.secure or not cookie.secure)
        and (request.http or not cookie.http_only)
        and cookie.partition in (None, request.top_level)
    )


# 5.6: parsing a Set-Cookie


def parsed(line: bytes) -> tuple[bytes, bytes, list[tuple[bytes, bytes]]]:
    """Name, value and the attributes, their names in lower case. Raises Ignored."""
    if CONTROLS.search(line):
        raise Ignored("control character")
    pair, *rest = line.split(b";")
    name, equals, value = pair.partition(b"=")
    name, value = (name, value) if equals else (b"", name)
    name, value = name.strip(WSP), value.strip(WSP)
    if len(name) + len(value) > 4096:
        raise Ignored("larger than 4096 octets")
    split = [attribute.partition(b"=") for attribute in rest]
    attributes = [(n.strip(WSP).lower(), v.strip(WSP)) for n, _, v in split]
    return name, value, [item for item in attributes if len(item[1]) <= 1024]


def _last(attributes: list[tuple[bytes, bytes]], name: bytes) -> bytes | None:
    return dict(attributes).get(name)


def _is_age(value: bytes) -> bool:
    return re.fullmatch(rb"-?[0-9]+", value) is not None


def _same_site(value: bytes | None) -> str:
    word = (value or b"").lower().decode("latin-1")
    return word if word in ("none", "strict", "lax") else "default"


def default_path(request: Request) -> bytes:
    """5.1.4: the directory of the request."""
    path = request.path.encode("latin-1")
    return path[: path.rfind(b"/")] or b"/" if path.startswith(b"/") else b"/"


def path_matches(path: bytes, cookie_path: bytes) -> bool:
    """5.1.4."""
    if path == cookie_path:
        return True
    inside = path[len(cookie_path) :].startswith(b"/") or cookie_path.endswith(b"/")
    return path.startswith(cookie_path) and inside


def domain_matches(host: str, domain: str) -> bool:
    """5.1.3; an IP address has no domain above it."""
    address = re.fullmatch(r"[0-9.]+", host)
    return host == domain or (not address and host.endswith(f".{domain}"))


# 5.1.1: dates

_DELIMITERS = re.compile(rb"[\x09\x20-\x2f\x3b-\x40\x5b-\x60\x7b-\x7e]+")
_TIME = re.compile(rb"(\d{1,2}):(\d{1,2}):(\d{1,2})(?!\d)")
_DAY = re.compile(rb"(\d{1,2})(?!\d)")
_YEAR = re.compile(rb"(\d{2,4})(?!\d)")
_MONTHS = b"jan feb mar apr may jun jul aug sep oct nov dec".split()


def cookie_date(text: bytes) -> int | None:
    """Seconds since 1970, None for what is no date."""
    found: dict[str, tuple[int, ...]] = {}
    for token in _DELIMITERS.split(text):
        _recognise(token, found)
    if len(found) < 4:
        return None
    year = found["year"][0]
    year += 1900 if 70 <= year <= 99 else 2000 if year <= 69 else 0
    if year < 1601:
        return None
    try:
        moment = datetime(
            year, *found["month"], *found["day"], *found["time"], tzinfo=UTC
        )
    except ValueError:
        return None
    return int(moment.timestamp())


def _recognise(token: bytes, found: dict[str, tuple[int, ...]]) -> None:
    """One token: a time, a day, a month or a year, whichever is missing and fits first."""
    kinds = {"time": _TIME, "day": _DAY, "month": None, "year": _YEAR}
    for kind, pattern in kinds.items():
        if kind in found:
            continue
        if pattern is None:
            if token[:3].lower() in _MONTHS:
                found[kind] = (_MONTHS.index(token[:3].lower()) + 1,)
                return
        elif match := pattern.match(token):
            found[kind] = tuple(map(int, match.groups()))
            return
