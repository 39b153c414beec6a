"""Schemas of one size that are full of one thing: each is a text of about SIZE bytes, with its ending.

A flood is a function of a number; as large a number is taken as fits.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TypeAlias

SIZE = 150_000

Flood: TypeAlias = Callable[[int], str]

_CLASS = "  Item{}:\n    media_type: text/html\n"
_HEADERS = _CLASS + "    headers:\n"


def _classes(body: str, *above: str, count: int) -> str:
    """Numbered classes; `{}` in `body` is the number."""
    classes = (f"  Item{n}:\n" + body.replace("{}", str(n)) for n in range(count))
    return "\n".join(("respgen: 1", *above, "responses:", *classes))


def _each(body: str, *above: str) -> Flood:
    """A class for each number."""
    return lambda count: _classes(body, *above, count=count)


def _inside(line: str, above: str = "", between: str = "\n") -> Flood:
    """One class with a header or a key for each number."""

    def text(count: int) -> str:
        parts = between.join(line.replace("{}", str(n)) for n in range(count))
        return f"respgen: 1\nresponses:\n  Item:\n    media_type: text/html\n{above}{parts}"

    return text


def _header(begin: str, part: str, between: str, end: str) -> Flood:
    """One class with one header of many parts."""

    def text(count: int) -> str:
        parts = between.join(part.replace("{}", str(n)) for n in range(count))
        return f"{_HEADERS.format('')}{begin}{parts}{end}\n"

    return lambda count: "respgen: 1\nresponses:\n" + text(count)


def _json(row: Callable[[int], object]) -> Flood:
    """Minified: everything stands on one line."""

    def text(count: int) -> str:
        classes = {f"A{n}": row(n) for n in range(count)}
        return json.dumps({"respgen": 1, "responses": classes}, separators=(",", ":"))

    return text


def _profiles(count: int) -> str:
    """Each class uses all profiles."""
    count = int(count**0.5)
    names = ", ".join(f"p{n}" for n in range(count))
    profiles = "\n".join(f"  p{n}: {{X-P{n}: a}}" for n in range(count))
    body = f"    media_type: text/html\n    headers: {{use: [{names}]}}\n"
    return _classes(body, "headers:", profiles, count=count)


def _chain(count: int) -> str:
    lines = (f"  Item{n}: {{extends: Item{n - 1}}}" for n in range(1, count))
    begin = "respgen: 1\nresponses:\n  Item0: {media_type: text/html}\n"
    return begin + "\n".join(lines)


def _chain_of_headers(count: int) -> str:
    row = "  Item{}: {extends: Item%s, headers: {X-Own{}: a}}"
    lines = (row.replace("{}", str(n)) % (n - 1) for n in range(1, count))
    begin = "respgen: 1\nresponses:\n  Item0: {media_type: text/html}\n"
    return begin + "\n".join(lines)


def _circle(count: int) -> str:
    lines = (f"  Item{n}: {{extends: Item{(n + 1) % count}}}" for n in range(count))
    return "respgen: 1\nresponses:\n" + "\n".join(lines)


def _nested(count: int) -> str:
    return "respgen: 1\nresponses: " + "[" * count + "]" * count


def _braces(count: int) -> str:
    return "respgen: 1\nresponses: " + "{a: " * count + "}" * count


def _anchors(count: int) -> str:
    begin = "respgen: 1\nresponses:\n  Item: &a {media_type: text/html}\n"
    return begin + "\n".join(f"  Item{n}: *a" for n in range(count))


def _bombs(count: int) -> str:
    lines = ["respgen: 1", "headers:", "  p0: &p0 {X-A: a}"]
    lines += [
        f"  p{n}: &p{n} {{X-A: *p{n - 1}, X-B: *p{n - 1}}}" for n in range(1, count)
    ]
    return "\n".join(lines)


def _cookies(count: int) -> str:
    presets = "\n".join(f"  c{n}: {{key: sid}}" for n in range(count))
    names = ", ".join(f"c{n}" for n in range(count))
    return (
        f"respgen: 1\ncookies:\n{presets}\nresponses:\n"
        f"  Item: {{media_type: text/html, cookies: [{names}]}}\n"
    )


def _toml(count: int) -> str:
    tables = (f'[responses.Item{n}]\nmedia_typ = "text/html"\n' for n in range(count))
    return "respgen = 1\n" + "".join(tables)


_CSP = "      Content-Security-Policy: "
_HTML = "    media_type: text/html\n"

FLOODS: dict[str, tuple[str, Flood]] = {
    # what is wrong in many places
    "unknown keys": ("yaml", _each("    media_type: text/html\n    foo{}: 1\n")),
    "unknown keys on one line": ("json", _json(lambda n: {f"foo{n}": 1})),
    "unknown keys of one class": ("yaml", _inside("    foo{}: 1")),
    "misspelt keys": ("yaml", _each("    medai_type: text/html\n")),
    "misspelt keys in TOML": ("toml", _toml),
    "unknown parents": ("json", _json(lambda n: {"extends": f"B{n}x"})),
    "renamed parents": ("yaml", _each("    extends: Itme{}x\n")),
    "unknown profiles": ("yaml", _each("    headers: {use: [porfile{}]}\n")),
    "unknown presets": ("yaml", _each("    cookies: [sesion{}]\n")),
    "unknown modules": (
        "yaml",
        lambda n: f"respgen: 1\nuses: {[f'a{i}' for i in range(n)]}\n",
    ),
    "unknown types": ("yaml", _each("    headers: {X-A: {type: strin{}}}\n")),
    "unknown content": ("yaml", _each(_HTML + "    content: strin{}\n")),
    "misspelt fields": (
        "yaml",
        _each(_HTML + "    headers: {Cahce-Control: no-store, Etag{}: a}\n"),
    ),
    "misspelt media types": ("yaml", _each("    media_type: text/htlm\n")),
    "duplicate keys": ("yaml", _inside("    media_type: text/html")),
    "duplicate classes": (
        "yaml",
        lambda n: "respgen: 1\nresponses:\n" + "  A: {}\n" * n,
    ),
    "wrong types": ("yaml", _each("    media_type: [{}]\n    status_code: a{}\n")),
    "bad statuses": ("yaml", _each("    status_code: 99{}\n")),
    "reserved characters": ("yaml", _each("    description: @{}\n")),
    "merge keys": ("yaml", _each("    <<: {media_type: text/html}\n")),
    "tags": ("yaml", _each("    media_type: !a text/html\n")),
    "weak policies": (
        "yaml",
        _each(_HTML + '    headers: {Content-Security-Policy: "img-src,*"}\n'),
    ),
    "old headers": (
        "yaml",
        _each(_HTML + "    headers: {X-XSS-Protection: 1, Pragma: no-cache}\n"),
    ),
    "small letters": ("yaml", _each(_HTML + "    headers: {x-frame-options: deny}\n")),
    "ignore comments": (
        "yaml",
        _each(_HTML + "    status_code: 200 # respgen: ignore[R999]\n"),
    ),
    "ignore comments that work": (
        "yaml",
        _each(_HTML + "    headers: {Cahce-Control: a} # respgen: ignore\n"),
    ),
    "codes in one comment": (
        "yaml",
        lambda n: "respgen: 1 # respgen: ignore["
        + ", ".join(f"R{i}" for i in range(n))
        + "]",
    ),
    # what is much, and may be right
    "one flow mapping": (
        "yaml",
        lambda n: f"respgen: 1\nresponses: {{{', '.join(f'A{i}: {{}}' for i in range(n))}}}",
    ),
    "deep lists": ("yaml", _nested),
    "deep mappings": ("yaml", _braces),
    "a chain of parents": ("yaml", _chain),
    "a chain with headers": ("yaml", _chain_of_headers),
    "a circle of parents": ("yaml", _circle),
    "profiles of all classes": ("yaml", _profiles),
    "a great profile of all classes": (
        "yaml",
        lambda n: _classes(
            "    headers: {use: [p]}\n",
            "headers:",
            "  p:\n" + "".join(f"    X-{i}: a\n" for i in range(n)),
            count=n,
        ),
    ),
    "a long policy of all classes": (
        "yaml",
        lambda n: _classes(
            "    headers: {use: [p]}\n",
            "headers:",
            '  p: {Content-Security-Policy: "img-src' + " https://a.example" * n + '"}',
            count=n,
        ),
    ),
    "merges into a long list": (
        "yaml",
        lambda n: _classes(
            "    headers: {use: [p], Vary: {merge: true, value: [A]}}\n",
            "headers:",
            "  p: {Vary: [" + ", ".join(f"A{i}" for i in range(n)) + "]}",
            count=n,
        ),
    ),
    "anchors": ("yaml", _anchors),
    "aliases of aliases": ("yaml", _bombs),
    "cookies of one name": ("yaml", _cookies),
    "headers of one class": ("yaml", _inside("      X-Own{}: a", "    headers:\n")),
    "arguments of one class": (
        "yaml",
        _inside("      X-Own{}: {type: str}", "    headers:\n"),
    ),
    "arguments of one name": (
        "yaml",
        _inside("      X-Own{}: {type: str, as: a}", "    headers:\n"),
    ),
    "params": ("yaml", _inside("      p{}: int", "    params:\n")),
    "enum values": (
        "yaml",
        _header("      X-A: {type: enum, values: [", "v{}", ", ", "]}"),
    ),
    "equal enum values": (
        "yaml",
        _header("      X-A: {type: enum, values: [", "v", ", ", "]}"),
    ),
    "an enum's wrong default": (
        "yaml",
        _header("      X-A: {type: enum, default: vv, values: [", "v{}", ", ", "]}"),
    ),
    "placeholders": ("yaml", _header('      X-A: {template: "', "{p{}}", "/", '"}')),
    "one placeholder": ("yaml", _header('      X-A: {template: "', "{p}", "/", '"}')),
    "braces": ("yaml", _header('      X-A: {template: "', "{", "", '"}')),
    "a long policy": (
        "yaml",
        _header(_CSP + '"img-src ', "https://a{}.example", " ", '"'),
    ),
    "a policy of many directives": (
        "yaml",
        _header(_CSP + '"', "img-src 'self'", "; ", '"'),
    ),
    "a policy of unknown directives": (
        "yaml",
        _header(_CSP + '"', "img-sr{} 'self'", "; ", '"'),
    ),
    "a policy of commas": ("yaml", _header(_CSP + '"img-src', "'self'", ",", '"')),
    "a policy as a mapping": (
        "yaml",
        _header(_CSP + "{", "img-src{}: ['self']", ", ", "}"),
    ),
    "links": ("yaml", _header("      Link: [", "{href: /{}, rel: next}", ", ", "]")),
    "links as text": ("yaml", _header("      Link: '", '</{}>; rel="next"', ", ", "'")),
    "wrong links": (
        "yaml",
        _header("      Link: [", "{href: /{}, rl: next}", ", ", "]"),
    ),
    "cache directives": (
        "yaml",
        _header("      Cache-Control: ", "max-age={}", ", ", ""),
    ),
    "unknown cache directives": (
        "yaml",
        _header("      Cache-Control: {", "max_aeg{}: 1", ", ", "}"),
    ),
    "vary": ("yaml", _header("      Vary: ", "A{}", ", ", "")),
    "permissions": (
        "yaml",
        _header("      Permissions-Policy: {", "camera{}: []", ", ", "}"),
    ),
    "a structured list": (
        "yaml",
        _header("      X-A: {type: sf_list, value: '", "a{}", ", ", "'}"),
    ),
    "a structured dictionary": (
        "yaml",
        _header("      X-A: {type: sf_dict, value: '", "a{}=1", ", ", "'}"),
    ),
    "a priority of spaces": ("yaml", _header("      Priority: 'u=1", " ", "", "x'")),
    "a dictionary of tabs": (
        "yaml",
        _header('      CDN-Cache-Control: "x', "\\t", "", 'x"'),
    ),
    "escapes outside of strings": (
        "yaml",
        _header("      Cache-Status: 'a ", '"\\', "", "'"),
    ),
    "codings": ("yaml", _header("      Content-Encoding: ", "a", ",", "")),
    "codings that are none": (
        "yaml",
        _header("      Content-Encoding: ", "gzpi", ", ", ""),
    ),
    "challenges": ("yaml", _header("      WWW-Authenticate: '", "A{} b=c", ", ", "'")),
    "quotes": ("yaml", _header("      X-A: '", '"', "", "'")),
    "spaces": ("yaml", _header("      X-A: 'a", " ", "", "b'")),
    "a long value": ("yaml", _header("      X-A: ", "a", "", "")),
    "a union": ("yaml", _inside("int", "    content: ", " | ")),
    "nested content": ("yaml", _inside("list[", "    content: ", "")),
    "a long content": ("yaml", _inside("a", "    content: ", "")),
    "merges": (
        "yaml",
        _each(
            "    media_type: text/html\n    headers: {use: [api], Vary: {merge: true, value: [A{}]}}\n"
        ),
    ),
    "a chain of merges": (
        "yaml",
        lambda n: "respgen: 1\nresponses:\n  Item0: {media_type: text/html, headers: {Vary: A}}\n"
        + "\n".join(
            f"  Item{i}: {{extends: Item{i - 1}, headers: {{Vary: {{merge: true, value: [A{i}]}}}}}}"
            for i in range(1, n)
        ),
    ),
    "brackets that never close": ("yaml", _inside("{a: [", "    description: ", "")),
    "long comments": ("yaml", lambda n: "respgen: 1\n" + "# respgen ignore " * n),
    "empty lines": ("yaml", lambda n: "respgen: 1\n" + "\n" * n),
}


def flood(text: Flood, size: int = SIZE) -> str:
    """The text of the largest number that fits, found by halving."""
    low, high = 1, 2
    while len(text(high)) <= size:
        low, high = high, 2 * high
    while high - low > max(1, low // 100):
        middle = (low + high) // 2
        low, high = (middle, high) if len(text(middle)) <= size else (low, middle)
    return text(low)


def good(size: int = SIZE) -> str:
    """A schema without findings."""
    body = (
        "    description: One page of the shop, as its visitors see it.\n"
        "    media_type: text/html\n"
        "    headers:\n      X-Content-Type-Options: nosniff\n      ETag: {type: etag}\n      Vary: [Accept]\n"
    )
    return flood(_each(body), size)
