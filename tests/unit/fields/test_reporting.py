"""Report-To and Reporting-Endpoints: what browsers can use, and what was certainly meant."""

from __future__ import annotations

import pytest
from remarked import codes, mended, remarks, wire

OLD, NEW = "Report-To", "Reporting-Endpoints"
URL = "https://reports.example/a"
GROUP = f'{{"max_age":1,"endpoints":[{{"url":"{URL}"}}]}}'


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (OLD, GROUP),
        (OLD, f"{GROUP}, {GROUP}"),
        (OLD, '{"group":"a","max_age":0,"endpoints":[],"include_subdomains":true}'),
        (OLD, '{"max_age":5,"endpoints":[{"url":"/r","priority":1,"weight":0}]}'),
        (NEW, f'default="{URL}"'),
        (NEW, f'a="{URL}?x=1,2", b="/reports"'),
        (NEW, 'local="http://localhost:8000/r"'),
    ],
)
def test_nothing_is_found_in_what_is_right(name: str, text: str) -> None:
    assert remarks(name, text) == []
    assert wire(name, wire(name, text)) == wire(name, text)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("{'report_to':'a','max_age':9}", '{"report_to":"a","max_age":9}'),
        ('{"report-to":"a","maxAge":9}', '{"report_to":"a","max_age":9}'),
        ('{"report_to":"a,}","max_age":9,}', '{"report_to":"a,}","max_age":9}'),
        ('{"report_to":"a","max_age":"9"}', '{"report_to":"a","max_age":9}'),
        ('{"max_age":9}', None),
        ('{"report_to":"a","max_age":0.5}', None),
        ('{"report_to":"a","report-to":"b","max_age":"9"}', None),
        ("report_to=a; max_age=9", None),
    ],
)
def test_a_slip_in_nel_is_mended_with_its_own_values(
    text: str, meant: str | None
) -> None:
    assert set(codes("NEL", text)) == {"R625"}
    assert {*mended("NEL", text)} == {meant}
    assert meant is None or remarks("NEL", meant) == []
    assert not any("2592000" in found.help for found in remarks("NEL", text))


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        (f"{GROUP[:-1]},}}", GROUP),
        (f'{{"max-age": 1, "endpoints": [{{"url": "{URL}"}}]}}', GROUP),
        (f'{{"maxAge": "1", "url": "{URL}"}}', GROUP),
        (f'{{"max_age": 1, "endpoints": {{"url": "{URL}"}}}}', GROUP),
        (f'{{"max_age": 1, "endpoints": ["{URL}"]}}', GROUP),
        (f"[{GROUP}]", GROUP),
        (f"{{'max_age': 1, 'endpoints': [{{'url': '{URL}'}}]}}", GROUP),
        (f"max_age=1; url={URL}", None),
        ("", None),
        ("5", None),
        ('"default"', None),
        ('{"max_age": 1}', None),
        ('{"max_age": -1, "endpoints": []}', None),
        ('{"max_age": 1, "endpoints": [{"url": "http://a.example"}]}', None),
        ('{"max_age": 1, "endpoints": [{"priority": 1}]}', None),
        ('{"max_age": 1, "endpoints": [], "group": 5}', None),
        ('{"max_age": NaN, "endpoints": []}', None),
        (f'{{"max_age": 1, "endpoints": [], "url": "{URL}"}}', None),
        ("[" * 5000, None),
    ],
)
def test_a_group_of_report_to_has_its_members(text: str, meant: str | None) -> None:
    """NEL tells nobody of what browsers drop."""
    assert {*codes(OLD, text)} == {"R625"}
    assert {*mended(OLD, text)} == {meant}
    assert meant is None or remarks(OLD, meant) == []


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        (f"default={URL}", f'default="{URL}"'),
        (f"default='{URL}'", f'default="{URL}"'),
        (f'default: "{URL}"', f'default="{URL}"'),
        (f'Default="{URL}"', f'default="{URL}"'),
        (f'{{"default": "{URL}"}}', f'default="{URL}"'),
        (f'a="{URL}"; b="/r"', f'a="{URL}", b="/r"'),
        (f'a="{URL}" b="/r"', None),
        (f'default="{URL}', f'default="{URL}"'),
        (f'default="{URL} {URL}"', None),
        (f'default="{URL}, {URL}"', None),
        (f'default=("{URL}")', None),
        ("default", None),
        (f"a={URL};b={URL}", f'a="{URL}", b="{URL}"'),
        (URL, None),
        ("default=reports", None),
        (f"default={URL};b=c", None),
        (f"default={URL},b=/c", None),
        (f"default={URL}; b=c", None),
        ("default=5", None),
        ('default="http://reports.example/"', None),
        ('default="https://reports example/"', None),
        ('default="mailto:a@b.example"', None),
        (f'a="{URL}", a="/r"', None),
    ],
)
def test_an_endpoint_is_one_address(text: str, meant: str | None) -> None:
    """In double quotes, for each name."""
    assert {*codes(NEW, text)} == {"R625"}
    assert {*mended(NEW, text)} == {meant}
    assert meant is None or remarks(NEW, meant) == []


def test_groups_are_written_as_mappings() -> None:
    group = {"group": "a", "max_age": "1d", "endpoints": [{"url": "/r"}]}
    text = '{"group":"a","max_age":86400,"endpoints":[{"url":"/r"}]}'
    assert wire(OLD, group) == text
    assert wire(OLD, [group, group]) == f"{text}, {text}"
