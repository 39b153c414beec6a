"""A report as one page of HTML, which needs nothing else: no script, no font, no network.

Goes in: a report. Comes out: the page. What nobody declared comes first, then what no test has seen.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from respgen import resources
from respgen.testing.differences import Difference
from respgen.testing.markup import Child, Markup, element, joined, style
from respgen.testing.report import Observed, Report, Row, Times

_TIMES = "\N{MULTIPLICATION SIGN}"
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def page(report: Report) -> str:
    """The whole document."""
    title = f"Contract of {report.title}" if report.title else "Contract report"
    sheet = resources.style_sheet().read_text(encoding="utf-8")
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element(
            "meta", name_="viewport", content="width=device-width, initial-scale=1"
        ),
        element("meta", name_="color-scheme", content="light dark"),
        element("meta", http_equiv="Content-Security-Policy", content=_POLICY),
        element("title", title),
        style(sheet),
    )
    body = element("body", element("main", *_sections(report, title)))
    return f"<!doctype html>\n{element('html', head, body, lang='en').decode()}\n"


def _sections(report: Report, title: str) -> Iterable[Markup]:
    undeclared, allowed = report.undeclared, report.allowed
    yield element("header", element("h1", title), _verdict(_sum(undeclared)))
    yield _figures(report)
    if undeclared:
        cards = [_card(seen, times) for seen, times in undeclared]
        yield element("section", element("h2", "Undeclared responses"), *cards)
    yield _coverage(report)
    if allowed:
        note = "No class declares these, and the settings of the project, or FastAPI's own pages, allow them."
        lines = [_line(seen, times) for seen, times in allowed]
        heading = element("h2", "Allowed")
        yield element(
            "section",
            heading,
            element("p", note, kind="note"),
            element("ul", *lines, kind="plain"),
        )


def _verdict(undeclared: int) -> Markup:
    if not undeclared:
        return element(
            "p", "Every response is declared or allowed", kind="verdict good"
        )
    return element(
        "p",
        f"{_counted(undeclared, 'response')} that no class declares",
        kind="verdict bad",
    )


def _sum(observed: Iterable[tuple[Observed, Times]]) -> int:
    return sum(times.number for _, times in observed)


def _counted(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}"


def _figures(report: Report) -> Markup:
    total, unseen = len(report.rows), len(report.unseen)
    seen = joined(element("b", total - unseen), f" of {total}")
    tiles = (
        _tile("Declared classes seen", seen, _bar(total - unseen, total)),
        _tile("Responses observed", element("b", report.number)),
        _tile("Undeclared", element("b", _sum(report.undeclared))),
        _tile("Allowed", element("b", _sum(report.allowed))),
    )
    return element("dl", *tiles, kind="figures")


def _tile(name: str, *value: Child) -> Markup:
    return element("div", element("dt", name), element("dd", *value))


def _bar(part: int, whole: int) -> Markup:
    percent = 100 * part // whole if whole else 100
    filled = element("span", style=f"width:{percent}%")
    return element(
        "span", filled, kind="bar", role="img", aria_label=f"{percent} percent"
    )


# What nobody declares


def _card(seen: Observed, times: Times) -> Markup:
    head = element(
        "h3", element("code", seen.request), " answered ", _status(seen.status)
    )
    return element("article", head, *_nearest(seen), _tests(times), kind="card")


def _status(status: int) -> Markup:
    return element("span", status, kind=f"status s{status // 100}")


def _nearest(seen: Observed) -> Iterable[Markup]:
    if not seen.nearest:
        yield element("p", "No class is declared that it could be.")
        return
    yield element(
        "p",
        "Nearest: ",
        element("code", seen.nearest),
        ". It differs in ",
        _places(len(seen.differences)),
        ":",
    )
    yield _table(
        ("Field", "Declared", "Sent"), map(_difference, seen.differences), "differences"
    )


def _places(number: int) -> str:
    return _counted(number, "place")


def _difference(each: Difference) -> tuple[Child, ...]:
    return (
        element("code", each.where),
        element("code", each.declared),
        element("code", each.sent),
    )


def _table(
    heads: tuple[str, ...], rows: Iterable[tuple[Child, ...]], kind: str
) -> Markup:
    """Each cell knows its column, for screens where a row is a stack."""
    titles = [element("th", head, scope="col") for head in heads]
    body = [
        element(
            "tr",
            *(
                element("td", cell, data_label=head)
                for head, cell in zip(heads, row, strict=True)
            ),
        )
        for row in rows
    ]
    head = element("thead", element("tr", *titles))
    return element("table", head, element("tbody", *body), kind=kind)


def _tests(times: Times) -> Markup:
    number = "once" if times.number == 1 else f"{times.number} times"
    if not times.tests:
        return element("p", f"Seen {number}.", kind="note")
    listed = [element("li", element("code", test)) for test in times.tests]
    summary = element(
        "summary", f"Seen {number}, in {_counted(len(times.tests), 'test')}"
    )
    return element("details", summary, element("ul", *listed, kind="plain"))


def _line(seen: Observed, times: Times) -> Markup:
    number = element("span", f" {times.number}{_TIMES}", kind="note")
    return element(
        "li", element("code", seen.request), " ", _status(seen.status), number
    )


# Coverage


def _coverage(report: Report) -> Markup:
    modules: dict[str, list[Row]] = {}
    for row in report.rows.values():
        modules.setdefault(row.name.partition(".")[0], []).append(row)
    seen, through = report.seen, report.through
    parts = [_module(name, rows, seen, through) for name, rows in modules.items()]
    return element("section", element("h2", "Declared classes"), *parts)


def _module(
    name: str,
    rows: list[Row],
    seen: Mapping[str, Times],
    through: Mapping[str, list[str]],
) -> Markup:
    known = sum(row.name in seen or row.name in through for row in rows)
    figure = element("span", f"{known} of {len(rows)}", kind="note")
    summary = element("summary", element("h3", name), figure, _bar(known, len(rows)))
    # what nobody has seen is what readers came for
    ordered = sorted(rows, key=lambda row: row.name in seen or row.name in through)
    cells = [
        _class(row, seen.get(row.name), through.get(row.name, [])) for row in ordered
    ]
    whole = _table(("Class", "Status", "Seen", "Description"), cells, "classes")
    return element(
        "details",
        summary,
        whole,
        kind="module",
        open=None if known == len(rows) else "",
    )


def _first(times: Times) -> Markup | None:
    """The first test that saw it; the whole of its name where there is a pointer."""
    if not times.tests:
        return None
    first = times.tests[0]
    return element("span", f"in {first.rpartition('::')[2]}", kind="note", title=first)


def _class(row: Row, times: Times | None, below: list[str]) -> tuple[Child, ...]:
    name = element("code", row.name.partition(".")[2])
    if times is not None:
        seen: Child = joined(f"{times.number}{_TIMES} ", _first(times))
    elif below:
        more = f" and {len(below) - 1} more" if len(below) > 1 else ""
        seen = element("span", f"as {below[0].partition('.')[2]}{more}", kind="note")
    else:
        seen = element("span", "never", kind="never")
    return name, _status(row.status), seen, row.about
