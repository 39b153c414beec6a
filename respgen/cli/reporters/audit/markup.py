"""HTML that nobody's text can leave: elements of parts, each of which is HTML already or escaped here.

Goes in: texts and elements. Comes out: Html.
"""

from __future__ import annotations

from html import escape

from respgen.cli.reporters.visible import visible


class Html(str):
    """Text that is HTML. Only this module makes it."""

    __slots__ = ()


def element(tag: str, *inside: str, **attributes: str) -> Html:
    """`<tag>`, with everything inside that is not Html escaped. A trailing `_` of a name is not sent."""
    given = "".join(
        f' {name.rstrip("_").replace("_", "-")}="{escape(visible(value))}"'
        for name, value in attributes.items()
    )
    content = "".join(map(_part, inside))
    return Html(f"<{tag}{given}>{content}</{tag}>")


def joined(*parts: str) -> Html:
    """The parts, one behind the other."""
    return Html("".join(map(_part, parts)))


def document(title: str, style: str, *body: Html) -> Html:
    """A whole page that asks nobody for anything: browsers may load neither script nor picture."""
    policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
    head = joined(
        Html('<meta charset="utf-8">'),
        Html(f'<meta http-equiv="Content-Security-Policy" content="{policy}">'),
        Html('<meta name="viewport" content="width=device-width, initial-scale=1">'),
        Html('<meta name="color-scheme" content="light dark">'),
        Html('<link rel="icon" href="data:,">'),
        element("title", title),
        Html(f"<style>{style}</style>"),
    )
    page = element("html", element("head", head), element("body", *body), lang="en")
    return Html(f"<!doctype html>\n{page}")


def _part(part: str) -> str:
    return part if isinstance(part, Html) else escape(visible(part))
