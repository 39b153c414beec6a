"""Redirects: where a URL leads as browsers read it (WHATWG URL 4.4), and what sends one there.

Goes in: a URL that may be a stranger's, and the origins that it may lead to. Comes out: the URL
as text. What browsers, or the parsers before them, could read in two ways is refused.
"""

from collections.abc import Awaitable, Callable, Mapping
from typing import Protocol, cast

from respgen.core.addresses import Address, address_text, is_address
from respgen.core.grammar import FieldError, compiled, wrong_type
from respgen.core.response import Response
from respgen.core.values import url_value

SAME_ORIGIN = "same_origin"
# The page's own origin, whatever that is
HERE = ""
# Browsers leave these out before they read (WHATWG URL 4.4, steps 1 to 3), or stop there
UNREADABLE = r"[\x00-\x1f\x7f-\x9f]"
# A host in letters that need no conversion (WHATWG URL 3.5), no credentials, a port without
# zeros in front
ORIGIN_START = (
    r"([Hh][Tt][Tt][Pp][Ss]?)://"
    r"((?:[A-Za-z0-9_\-]+\.)*[A-Za-z0-9_\-]+\.?|\[[0-9A-Fa-f:.]+\])"
    r"(?::([1-9][0-9]{0,4}))?(?=[/?#]|\Z)"
)
# Two slashes start a host, and steps through `.` and `..` may leave them at the start, for
# browsers or a proxy that takes the steps itself (RFC 3986 5.2.4). No colon before the first
# slash: it would end a scheme (RFC 3986 4.2).
PATH_ALONE = (
    r"(?!(?:\.|%2[Ee]|/(?!/))*//|(?:.*/)?(?:\.|%2[Ee]){1,2}//)(?:[^/:]*(?:/.*)?)"
)
LAST_PORT = 65535
DEFAULT_PORTS = {"http": "80", "https": "443"}


class Asked(Protocol):
    """The reference's Request."""

    @property
    def url(self) -> Address: ...


def url_text(name: str, url: str | Address) -> str:
    """The text of a URL, exactly a str: what was judged is what is sent.

    Raises ValueError for a lone surrogate, TypeError for what is no URL.
    """
    text = address_text(name, url)
    url_value(name, text)
    return text


def allowed_url(
    url: str | Address,
    allow: tuple[str, ...],
    *,
    origin: str | Address | Asked | None = None,
    fallback: str | Address | None = None,
    name: str = "url",
) -> str:
    """The URL if it leads to what `allow` lists, else `fallback`: this too, or a path.

    `allow` has origins as `serialised_url_origin` writes them; `same_origin` stands for
    paths, queries, fragments, and absolute URLs of `origin`. Raises ValueError for a
    URL that leads elsewhere, and TypeError for what is no URL.
    """
    homes = {*allow}
    if SAME_ORIGIN in allow:
        homes |= {HERE, own_origin(origin) or HERE}
    text = url_text(name, url)
    if fallback is None:
        return judged_url(name, text, homes)
    other = judged_url("fallback", url_text("fallback", fallback), homes | {HERE})
    return text if destination(text) in homes else other


def allowed_url_value(
    name: str,
    url: str | Address,
    allow: tuple[str, ...],
    *,
    origin: str | Address | Asked | None = None,
    fallback: str | Address | None = None,
) -> bytes:
    """A URL that `allowed_url` allows, as `url_value` has it. Raises as both do."""
    text = allowed_url(url, allow, origin=origin, fallback=fallback, name=name)
    return url_value(name, text)


def allowed_url_field(
    name: bytes,
    url: str | Address,
    allow: tuple[str, ...],
    *,
    origin: str | Address | Asked | None = None,
    fallback: str | Address | None = None,
) -> tuple[bytes, bytes]:
    """A field of such a URL. Raises as `allowed_url_value` does."""
    given = allowed_url_value(
        name.decode(), url, allow, origin=origin, fallback=fallback
    )
    return name, given


def judged_url(name: str, text: str, homes: set[str]) -> str:
    """The URL. Raises ValueError where it leads to none of `homes`."""
    if destination(text) in homes:
        return text
    raise FieldError(name, "leads elsewhere than this class allows")


def destination(text: str) -> str | None:
    """The origin that a browser would go to, "" for that of the page.

    None for what could be read in more than one way, what is no http or https URL, and
    nothing at all.
    """
    before = text.partition("?")[0].partition("#")[0]
    if not text or text != text.strip() or compiled(UNREADABLE).search(text):
        return None
    if "\\" in before:  # a slash to browsers, and to no one else
        return None
    if compiled(PATH_ALONE).fullmatch(before):
        return HERE
    return serialised_url_origin(text)


def serialised_url_origin(text: str) -> str | None:
    """The origin of an absolute URL: in small letters, without its default port."""
    match = compiled(ORIGIN_START).match(text)
    if match is None:
        return None
    scheme, host, port = match[1].lower(), match[2].lower(), match[3]
    if port and int(port) > LAST_PORT:
        return None
    shown = f":{port}" if port and port != DEFAULT_PORTS[scheme] else ""
    return f"{scheme}://{host}{shown}"


def own_origin(origin: str | Address | Asked | None) -> str | None:
    """The origin that is the page's own; None where it is not known.

    That of a request is what its client says: one that is none is not known. Raises
    ValueError for another text without one, TypeError for other types.
    """
    if origin is None:
        return None
    kind = type(origin)
    if hasattr(kind, "url"):
        asked = cast("Asked", origin)
        return serialised_url_origin(url_text("origin", asked.url))
    if not (issubclass(kind, str) or is_address(origin)):
        raise wrong_type("origin", "str, URL or Request", origin)
    found = serialised_url_origin(url_text("origin", cast("str | Address", origin)))
    if found is None:
        raise FieldError("origin", "an absolute http or https URL expected")
    return found


class RedirectResponse(Response):
    """The reference's redirect: Location follows all other fields."""

    def __init__(
        self,
        url: str,
        status_code: int = 307,
        headers: Mapping[str, str] | None = None,
        background: Callable[[], Awaitable[object]] | None = None,
    ) -> None:
        super().__init__(b"", status_code, headers, None, background)
        self.headers["location"] = url_value("url", url).decode("ascii")
