"""Every place of a schema where an author's text can stand, as a way to put a text there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

Document = dict[str, Any]
Entry = tuple[str, str, Any]


@dataclass(frozen=True, slots=True)
class Slot:
    """`entry(text, number)` is one entry of a schema, `(section, key, value)`, with the text in it.

    `harmless` is a text that is right there; what other texts make must have the same shape.
    """

    name: str
    entry: Callable[[str, int], Entry]
    harmless: str = "t"


def _response(name: str, keys: Callable[[str], Document], harmless: str = "t") -> Slot:
    return Slot(
        name,
        lambda text, number: (
            "responses",
            f"R{number}",
            {"media_type": "application/json", **keys(text)},
        ),
        harmless,
    )


def _header(name: str, value: Callable[[str], Any], harmless: str = "t") -> Slot:
    return _response(name, lambda text: {"headers": {"X-A": value(text)}}, harmless)


def _field(
    name: str, field: str, value: Callable[[str], Any], harmless: str = "t"
) -> Slot:
    return _response(name, lambda text: {"headers": {field: value(text)}}, harmless)


def _cookie(name: str, keys: Callable[[str], Document], harmless: str = "t") -> Slot:
    return Slot(
        name, lambda text, number: ("cookies", f"c{number}", keys(text)), harmless
    )


def _events(name: str, options: Callable[[str], Document], harmless: str = "t") -> Slot:
    def entry(text: str, number: int) -> Entry:
        keys = {"kind": "stream", "render": {"sse": options(text)}}
        return "responses", f"R{number}", keys

    return Slot(name, entry, harmless)


def _sent(
    name: str, kind: str, keys: Callable[[str], Document], harmless: str = "t"
) -> Slot:
    def entry(text: str, number: int) -> Entry:
        return "responses", f"R{number}", {"kind": kind, **keys(text)}

    return Slot(name, entry, harmless)


def _body(
    name: str,
    body: Callable[[str], Any],
    harmless: str = "t",
    label: str = "application/json",
) -> Slot:
    return _response(
        name,
        lambda text: {
            "media_type": label,
            "params": {"p": "str"},
            "body": body(text),
        },
        harmless,
    )


def _below(name: str, taken: Callable[[str], Document], harmless: str = "t") -> Slot:
    return _response(
        name,
        lambda text: {"extends": "t.t:T", "base_parameters": taken(text)},
        harmless,
    )


_POLICY, _FEATURES = "Content-Security-Policy", "Permissions-Policy"
_SHARED, _ENDPOINTS = "Access-Control-Allow", "Reporting-Endpoints"


def _rendered(name: str, render: Callable[[str], Any], harmless: str = "t") -> Slot:
    def entry(text: str, number: int) -> Entry:
        return "responses", f"R{number}", {"content": "Any", "render": render(text)}

    return Slot(name, entry, harmless)


SLOTS: tuple[Slot, ...] = (
    Slot(
        "class name",
        lambda text, _: ("responses", text, {"media_type": "text/plain"}),
        "T",
    ),
    Slot("profile name", lambda text, _: ("headers", text, {"X-A": "1"})),
    Slot("preset name", lambda text, _: ("cookies", text, {})),
    _response("description", lambda text: {"description": text}),
    _response("extends", lambda text: {"extends": text}, "t.t:T"),
    _response("deprecated", lambda text: {"deprecated": text}),
    _response("mixin", lambda text: {"mixins": [text]}, "t.t:T"),
    _response("mixin's name", lambda text: {"mixins": [f"t.t:{text}"]}, "T"),
    _response("validate", lambda text: {"validate": text}, "t.t:t"),
    _response(
        "listed media type", lambda text: {"media_type": {"values": [text]}}, "a/b"
    ),
    _response(
        "listed media type's parameter",
        lambda text: {"media_type": {"values": ["a/b", f"a/c; d={text}"]}},
    ),
    _below("base's parameter", lambda text: {text: "int"}),
    _below("type of a base's parameter", lambda text: {"p": text}, "int"),
    _below(
        "default of a base's parameter",
        lambda text: {"p": {"type": "str", "default": text}},
    ),
    _below(
        "description of a base's parameter",
        lambda text: {"p": {"type": "str", "description": text}},
    ),
    _response("media_type", lambda text: {"media_type": text}, "t/t"),
    _response("media_type parameter", lambda text: {"media_type": f"a/b; c={text}"}),
    _response(
        "charset", lambda text: {"media_type": "text/plain", "charset": text}, "ascii"
    ),
    _response("kind", lambda text: {"kind": text}, "body"),
    _response("status_code", lambda text: {"status_code": text}),
    _sent("url", "redirect", lambda text: {"url": text}, "/t"),
    _sent(
        "url with a place",
        "redirect",
        lambda text: {"url": f"/{{t}}/{text}", "params": {"t": "str"}},
    ),
    _sent(
        "allowed origin",
        "redirect",
        lambda text: {"url": {"allow": [text]}},
        "https://t",
    ),
    _sent(
        "fallback",
        "redirect",
        lambda text: {"url": {"allow": "same_origin", "fallback": text}},
        "/t",
    ),
    _sent(
        "fallback's argument",
        "redirect",
        lambda text: {"url": {"allow": "same_origin", "fallback": {"argument": text}}},
    ),
    _sent("file name", "file", lambda text: {"filename": text}),
    _sent(
        "file name with a place",
        "file",
        lambda text: {"filename": f"{{t}}{text}", "params": {"t": "str"}},
    ),
    _sent("disposition", "file", lambda text: {"disposition": text}, "inline"),
    _sent("root", "file", lambda text: {"root": text}),
    _sent("missing", "file", lambda text: {"missing": text}),
    _response("content", lambda text: {"content": text}, "int"),
    _response(
        "content in a generic", lambda text: {"content": f"dict[str, {text}]"}, "int"
    ),
    _response("content in Literal", lambda text: {"content": f"Literal[{text!r}]"}),
    _response("content type", lambda text: {"content": {"type": text}}, "int"),
    _response("content as", lambda text: {"content": {"type": "int", "as": text}}),
    _response("render", lambda text: {"render": text}, "json"),
    _response("render function", lambda text: {"render": f"t.t:{text}"}),
    _response("render module", lambda text: {"render": f"{text}:t"}),
    _response(
        "render option name", lambda text: {"render": {"json": {text: 2}}}, "indent"
    ),
    _response(
        "json default", lambda text: {"render": {"json": {"default": text}}}, "t.t:t"
    ),
    _response("json nan", lambda text: {"render": {"json": {"nan": text}}}, "null"),
    _rendered("csv column", lambda text: {"csv": {"columns": [text]}}),
    _rendered("csv delimiter", lambda text: {"csv": {"delimiter": text}}, ";"),
    _rendered("xml root", lambda text: {"xml": {"root": text}}),
    _rendered("xml item", lambda text: {"xml": {"item": text}}),
    _rendered("included field", lambda text: {"pydantic": {"include": [text]}}),
    _rendered("orjson flag", lambda text: {"orjson": {"options": [text]}}, "utc_z"),
    _rendered(
        "msgpack library", lambda text: {"msgpack": {"library": text}}, "msgspec"
    ),
    _rendered("items of ndjson", lambda text: {"ndjson": {"items": text}}, "json"),
    _rendered("option's argument", lambda text: {"xml": {"root": {"argument": text}}}),
    _rendered("function's constant", lambda text: {"shop.a:b": {"title": text}}),
    _rendered("function's constants", lambda text: {"shop.a:b": {"title": [text]}}),
    _rendered("function's keyword", lambda text: {"shop.a:b": {text: 1}}),
    _rendered("function with options", lambda text: {text: {"title": 1}}, "shop.a:b"),
    _events("event name", lambda text: {"events": {text: "int"}}),
    _events("event type", lambda text: {"events": {"a": text, "b": "int"}}, "int"),
    _events("event data", lambda text: {"data": text}, "text"),
    _response("key", lambda text: {text: "t"}, "description"),
    _response("profile used", lambda text: {"headers": {"use": [text]}}),
    _response("preset used", lambda text: {"cookies": [text]}),
    Slot("header name", lambda text, n: ("headers", f"p{n}", {text: "1"}), "X-A"),
    _response("header name on a class", lambda text: {"headers": {text: "1"}}, "X-A"),
    _response(
        "parameter's header name",
        lambda text: {"headers": {text: {"type": "str"}}},
        "X-A",
    ),
    _header("header value", lambda text: text),
    _header("header constant", lambda text: {"value": text}),
    _header(
        "header constant, locked", lambda text: {"value": text, "policy": "locked"}
    ),
    _header("header policy", lambda text: {"value": "1", "policy": text}, "locked"),
    _header("header type", lambda text: {"type": text}, "str"),
    _header("header list type", lambda text: {"type": f"list[{text}]"}, "str"),
    _header("header as", lambda text: {"type": "str", "as": text}),
    _header("header default", lambda text: {"type": "str", "default": text}),
    _header("header description", lambda text: {"type": "str", "description": text}),
    _header("enum value", lambda text: {"type": "enum", "values": ["a", text]}),
    _header(
        "list of enum value", lambda text: {"type": "list[enum]", "values": ["a", text]}
    ),
    _header("url constant", lambda text: {"type": "url", "value": text}),
    _header(
        "date default", lambda text: {"type": "date", "default": text}, "2026-01-01"
    ),
    _header(
        "duration default", lambda text: {"type": "duration", "default": text}, "1h"
    ),
    _header("header template", lambda text: {"template": text}),
    _header("header url template", lambda text: {"type": "url", "template": text}),
    _header("json template", lambda text: {"template": {"a": text}}),
    _header("json template key", lambda text: {"template": {text: "a"}}),
    _header("template type", lambda text: {"type": text, "template": "t"}, "str"),
    _header(
        "template description", lambda text: {"template": "t", "description": text}
    ),
    _response(
        "place of a template",
        lambda text: {
            "params": {text: "int"},
            "headers": {"X-A": {"template": f"/{{{text}}}"}},
        },
    ),
    _header("header source", lambda text: {"from": text}, "t.t:t"),
    _header("header source name", lambda text: {"from": f"t.t:{text}"}),
    _header(
        "digest algorithm",
        lambda text: {"type": "digest", "of": "body", "algorithm": text},
        "sha-512",
    ),
    _body("member of a body", lambda text: {"a": text}),
    _body("key of a body", lambda text: {text: "a"}),
    _body("body beside a place", lambda text: [f"{{p}}{text}", "{p}"]),
    _response(
        "place of a body",
        lambda text: {"params": {text: "str"}, "body": {"a": f"{{{text}}}"}},
    ),
    _body("body of text", lambda text: text, label="text/plain"),
    _body("text beside a place", lambda text: f"t{text}{{p}}", label="text/plain"),
    _body("body of a page", lambda text: text, label="text/html"),
    _body("page beside a place", lambda text: f"{text} {{p}}", label="text/html"),
    _response("param name", lambda text: {"params": {text: "int"}}),
    _response("param type", lambda text: {"params": {"p": text}}, "int"),
    _response(
        "param default",
        lambda text: {"params": {"p": {"type": "str", "default": text}}},
    ),
    _response(
        "param description",
        lambda text: {"params": {"p": {"type": "str", "description": text}}},
    ),
    _field("policy", _POLICY, lambda text: text, "img-src t"),
    _field("policy directive", _POLICY, lambda text: {text: ["t"]}, "img-src"),
    _field("policy source", _POLICY, lambda text: {"img-src": [text]}),
    _field("policy snippet", _POLICY, lambda text: {"hashes": {"script-src": [text]}}),
    _field("policy nonce", _POLICY, lambda text: {"nonce": [text]}, "script-src"),
    _field(
        "policy around a nonce",
        _POLICY,
        lambda text: {"nonce": ["script-src"], "report-uri": [text]},
    ),
    _field("features", _FEATURES, lambda text: text, "usb=()"),
    _field("feature", _FEATURES, lambda text: {text: []}, "usb"),
    _field("feature origin", _FEATURES, lambda text: {"usb": [text]}, "https://t"),
    _field("referrer policy", "Referrer-Policy", lambda text: [text], "origin"),
    _field("cleared name", "Clear-Site-Data", lambda text: ["cache", text], "cookies"),
    _field("shared method", f"{_SHARED}-Methods", lambda text: ["GET", text]),
    _field("shared origin", f"{_SHARED}-Origin", lambda text: text, "https://t"),
    _field("shared age", "Access-Control-Max-Age", lambda text: text, "1h"),
    _field("frames", "X-Frame-Options", lambda text: text, "DENY"),
    _field("opener", "Cross-Origin-Opener-Policy", lambda text: text, "same-origin"),
    _field("endpoint name", _ENDPOINTS, lambda text: {text: "/t"}),
    _field("endpoint address", _ENDPOINTS, lambda text: {"t": text}, "/t"),
    _field("failures", "NEL", lambda text: text, '{"max_age":0}'),
    _field("failures' group", "NEL", lambda text: {"report_to": text, "max_age": 5}),
    _field(
        "failures' time", "NEL", lambda text: {"report_to": "t", "max_age": text}, "1d"
    ),
    _field(
        "failures' member", "NEL", lambda text: {"max_age": 0, text: "t"}, "report_to"
    ),
    _cookie("cookie description", lambda text: {"description": text}),
    _cookie("cookie key", lambda text: {"key": text}),
    _cookie("cookie path", lambda text: {"path": f"/{text}"}),
    _cookie("cookie domain", lambda text: {"domain": text}, "t.example"),
    _cookie("cookie max_age", lambda text: {"max_age": text}, "1h"),
    _cookie("cookie samesite", lambda text: {"samesite": text}, "strict"),
    _cookie("cookie priority", lambda text: {"priority": text}, "High"),
    _cookie("cookie encoding", lambda text: {"encoding": text}, "plain"),
    _cookie(
        "cookie also_delete", lambda text: {"also_delete": [{"path": f"/o{text}"}]}
    ),
    _cookie("cookie formerly", lambda text: {"formerly": [{"path": f"/o{text}"}]}),
    _cookie("cookie key, spread", lambda text: {"key": text, "chunks": True}),
    _cookie("cookie key beside a place", lambda text: {"key": f"a-{{client}}-{text}"}),
    _cookie("cookie place", lambda text: {"key": f"a-{{{text}}}"}),
    _cookie("cookie source", lambda text: {"domain": {"from": text}}, "t.t:t"),
    _cookie("cookie source's module", lambda text: {"path": {"from": f"{text}:t"}}),
    _cookie("cookie source's name", lambda text: {"secure": {"from": f"t.t:{text}"}}),
    _cookie(
        "cookie argument's default",
        lambda text: {"path": {"argument": True, "default": f"/{text}"}},
    ),
    _cookie(
        "cookie domain's default",
        lambda text: {"domain": {"argument": True, "default": text}},
        "t.example",
    ),
    _cookie(
        "cookie secret's source",
        lambda text: {"sign": {"secret": {"from": text}, "max_age": "1h"}},
        "t.t:t",
    ),
    _cookie("cookie secret", lambda text: {"sign": {"secret": text, "max_age": "1h"}}),
    _cookie(
        "cookie signature's max_age",
        lambda text: {"sign": {"secret": {"from": "t.t:t"}, "max_age": text}},
        "1h",
    ),
    _response(
        "cookie set always",
        lambda text: {"cookies": {"own": {"set": "always", "value": text}}},
    ),
)
