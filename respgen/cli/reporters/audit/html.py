"""An audit as one HTML page that makes no requests: score, bars by code and by folder, places.

Goes in: what is to be shown. Comes out: the document, the same for the same audit.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from pathlib import Path
from posixpath import dirname

from respgen.audit.report import Result
from respgen.cli.reporters.audit.markup import Html, document, element, joined
from respgen.cli.reporters.audit.shown import Shown
from respgen.diagnostics import Severity, Span, shortened
from respgen.rules import RULES
from respgen.rules.page import page

_STYLE = Path(__file__).with_name("page.css")
_MOST = 1_000
"""Places of one rule: nobody reads more, and browsers would be slow."""
_LINE = 160
"""Characters of a line of code."""


def html(shown: Shown) -> str:
    """The whole page."""
    style = _STYLE.read_text(encoding="utf-8")
    return document("respgen audit", style, *_sections(shown))


def _sections(shown: Shown) -> Iterator[Html]:
    results = shown.report.results
    yield _head(shown)
    if results:
        yield _by_code(results)
        yield _by_folder(results, shown)
        yield element("h2", "Places")
    ordered = sorted(results, key=_worst_first)
    for code, group in groupby(ordered, key=lambda each: each.found.code):
        yield _rule(code, [*group], shown)
    if shown.report.skipped:
        yield _skipped(shown)


def _head(shown: Shown) -> Html:
    figures = shown.report.summary
    number, share = "-", "no response is made by hand, and none by the catalogue"
    if figures.sites:
        number = f"{figures.score} %"
        share = f"{figures.catalogue:,} of {figures.sites:,} responses come from the catalogue"
    score = element(
        "p", element("strong", number), element("span", share), class_="score"
    )
    items = (element("li", each) for each in _figures(shown))
    return element(
        "header",
        element("h1", "respgen audit"),
        score,
        _bar(figures.score / 100),
        element("ul", *items, class_="figures"),
    )


def _figures(shown: Shown) -> Iterator[Html | str]:
    """`3 errors`, and so on: what is on record counts apart."""
    figures = shown.report.summary
    yield f"{figures.files:,} files"
    yield f"{figures.shapes:,} shapes by hand"
    new = Counter(e.found.severity for e in shown.report.results if not e.baseline)
    for severity in Severity:
        words = _counted(new[severity], severity.value)
        yield element("span", words, class_=severity.value) if new[severity] else words
    if shown.report.compared:
        old = sum(each.baseline for each in shown.report.results)
        yield f"{old:,} on record in the baseline"


def _counted(number: int, word: str) -> str:
    return f"{number:,} {word}{'s' * (number != 1)}"


def _bar(share: float, class_: str = "") -> Html:
    inside = element("span", style=f"--share: {share:.2%}")
    return element("div", inside, class_=f"bar {class_}".strip(), aria_hidden="true")


def _by_code(results: Iterable[Result]) -> Html:
    codes = Counter(each.found.code for each in results)
    worst = _worst(results)
    rows = (
        _row(
            joined(
                element("a", code, href=f"#{code}"), " ", element("span", _title(code))
            ),
            codes[code],
            max(codes.values()),
            worst[code].value,
        )
        for code in sorted(codes, key=lambda code: (_rank(worst[code]), code))
    )
    return _bars("Findings by rule", "Rule", rows)


def _title(code: str) -> str:
    return RULES[code].title


def _by_folder(results: Iterable[Result], shown: Shown) -> Html:
    folders: dict[str, list[Result]] = {}
    for each in results:
        folder = dirname(shown.name(each.found.span.file)) or "."
        folders.setdefault(folder, []).append(each)
    most = max(map(len, folders.values()))
    rows = (
        _row(element("code", folder), len(group), most, _gravest(group).value)
        for folder, group in sorted(folders.items(), key=lambda e: (-len(e[1]), e[0]))
    )
    return _bars("Findings by folder", "Folder", rows)


def _gravest(group: Iterable[Result]) -> Severity:
    return min((each.found.severity for each in group), key=_rank)


def _worst(results: Iterable[Result]) -> Mapping[str, Severity]:
    """The gravest severity that each code has."""
    ordered = sorted(results, key=lambda each: -_rank(each.found.severity))
    return {each.found.code: each.found.severity for each in ordered}


def _rank(severity: Severity) -> int:
    return [*Severity].index(severity)


def _worst_first(one: Result) -> tuple[int, str]:
    """By rule: those that are errors first. The places of a rule stay in their order."""
    rule = one.found.rule
    return _rank(rule.severity), rule.code


def _row(name: Html, number: int, most: int, severity: str) -> Html:
    return element(
        "tr",
        element("td", name),
        element("td", f"{number:,}", class_="number"),
        element("td", _bar(number / most, severity)),
    )


def _bars(title: str, what: str, rows: Iterable[Html]) -> Html:
    heads = (element("th", each, scope="col") for each in (what, "Number"))
    head = element("thead", element("tr", *heads, Html("<td></td>")))
    return joined(
        element("h2", title),
        element("table", head, element("tbody", *rows), class_="bars"),
    )


def _rule(code: str, results: list[Result], shown: Shown) -> Html:
    severity = _worst(results)[code].value
    rows = (_place(each, shown) for each in results[:_MOST])
    rest = len(results) - _MOST
    return element(
        "section",
        element("h3", element("span", code, class_=severity), " ", _title(code)),
        *(_prose(each) for each in page(RULES[code]).why.split("\n\n")),
        _places(("Place", "Finding"), rows),
        *([element("p", f"and {rest:,} more")] if rest > 0 else []),
        id=code,
    )


def _prose(text: str) -> Html:
    """A paragraph of Markdown, in which backticks mark code."""
    parts = (
        element("code", part) if number % 2 else part
        for number, part in enumerate(text.split("`"))
    )
    return element("p", *parts, class_="quiet")


def _places(columns: Iterable[str], rows: Iterable[Html]) -> Html:
    heads = (element("th", each, scope="col") for each in columns)
    head = element("thead", element("tr", *heads))
    return element("table", head, element("tbody", *rows), class_="places")


def _place(one: Result, shown: Shown) -> Html:
    found = shown.diagnostic(one.found)
    related = [
        element("li", _where(shown.place(each.span)), " ", shortened(each.message))
        for each in one.found.related
    ]
    old = [" ", element("span", "on record", class_="old")] if one.baseline else []
    line = _line(one.found.span, shown)
    return element(
        "tr",
        element("td", _where(found.span), *old),
        element(
            "td",
            element("p", found.message),
            *([element("p", element("code", line))] if line else []),
            element("p", found.help, class_="quiet"),
            *([element("ul", *related)] if related else []),
        ),
    )


def _where(span: Span) -> Html:
    return element("code", f"{span.file}:{span.line}:{span.column}")


def _line(span: Span, shown: Shown) -> str:
    lines = shown.report.lines.get(span.file, ())
    line = lines[span.line - 1].strip() if span.line <= len(lines) else ""
    return line if len(line) <= _LINE else f"{line[:_LINE]}…"


def _skipped(shown: Shown) -> Html:
    rows = (
        element(
            "tr",
            element("td", _where(shown.place(each.span))),
            element("td", element("p", each.message)),
        )
        for each in shown.report.skipped
    )
    title = element("h2", "Files that were not read")
    return joined(title, _places(("File", "Reason"), rows))
