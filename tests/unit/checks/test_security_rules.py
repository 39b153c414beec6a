"""R621, R622, R626 to R628: what security headers say together, and those that are retired."""

from __future__ import annotations

import pytest
from specimens import HEADER, VALUE, codes, constant, found, module, parameter, response

from respgen.diagnostics import Places, Remove
from respgen.specs import HeaderSpec, Pattern, Template, ValueType
from tests.support.headers import header

CSP, FRAMES = "Content-Security-Policy", "X-Frame-Options"
ORIGIN, CREDENTIALS = "Access-Control-Allow-Origin", "Access-Control-Allow-Credentials"
ENDPOINTS, TO = "Reporting-Endpoints", "Report-To"
GROUP = '{"group":"a","max_age":5,"endpoints":[{"url":"https://a.example/"}]}'
NONCED = header(
    CSP,
    Template(
        Pattern(("frame-ancestors 'self'; script-src 'nonce-", "'"), ("nonce",)),
        "nonce",
    ),
    ValueType("str"),
    places=Places(VALUE),
)

TOGETHER: dict[str, tuple[tuple[HeaderSpec, ...], list[str]]] = {
    "frames alone": ((constant(FRAMES, "DENY"),), []),
    "frames, agreed": (
        (constant(FRAMES, "deny"), constant(CSP, "frame-ancestors 'none'")),
        [],
    ),
    "frames, nobody listed": (
        (constant(FRAMES, "DENY"), constant(CSP, "frame-ancestors")),
        [],
    ),
    "frames, our own": (
        (constant(FRAMES, "SAMEORIGIN"), constant(CSP, "frame-ancestors 'self'")),
        [],
    ),
    "frames, other directives": (
        (constant(FRAMES, "DENY"), constant(CSP, "default-src 'self'")),
        [],
    ),
    "frames of others": (
        (
            constant(FRAMES, "SAMEORIGIN"),
            constant(CSP, "frame-ancestors 'self' https://a.example"),
        ),
        ["R621"],
    ),
    "frames, with a nonce": ((constant(FRAMES, "DENY"), NONCED), ["R621"]),
    "frames, two policies": (
        (
            constant(FRAMES, "DENY"),
            constant(CSP, "frame-ancestors 'self', frame-ancestors a.example"),
        ),
        [],
    ),
    "frames, reported only": (
        (
            constant(FRAMES, "DENY"),
            constant(f"{CSP}-Report-Only", "frame-ancestors a; report-to b"),
        ),
        [],
    ),
    "frames, unknown word": (
        (constant(FRAMES, "NONE"), constant(CSP, "frame-ancestors 'none'")),
        ["R618"],
    ),
    "frames, of a default": (
        (parameter(FRAMES, default="DENY"), constant(CSP, "frame-ancestors 'self'")),
        ["R621"],
    ),
    "credentials for one": (
        (constant(ORIGIN, "https://a.example"), constant(CREDENTIALS, "true")),
        [],
    ),
    "credentials for all": (
        (constant(ORIGIN, "*"), constant(CREDENTIALS, "true")),
        ["R622"],
    ),
    "credentials and all methods": (
        (
            constant("Access-Control-Allow-Methods", "GET, *"),
            constant("Access-Control-Expose-Headers", "*"),
            constant(CREDENTIALS, "true"),
        ),
        ["R622", "R622"],
    ),
    "credentials, of another time": (
        (parameter(ORIGIN), constant(CREDENTIALS, "true")),
        [],
    ),
    "reports of old": ((constant(TO, GROUP),), ["R628"]),
    "reports of old, for failures": (
        (constant(TO, GROUP), constant("NEL", '{"report_to":"a","max_age":5}')),
        [],
    ),
    "an endpoint that is there": (
        (constant(ENDPOINTS, 'a="/a"'), constant(CSP, "report-to a")),
        [],
    ),
    "an endpoint that is not": (
        (constant(ENDPOINTS, 'a="/a"'), constant(CSP, "report-to b")),
        ["R626"],
    ),
    "no endpoint at all": ((constant(CSP, "report-to b"),), []),
    "an endpoint of another time": (
        (
            constant(ENDPOINTS, 'a="/a"'),
            parameter(TO),
            constant("NEL", '{"max_age":0}'),
            constant(CSP, "report-to b"),
        ),
        [],
    ),
    "an endpoint of openers": (
        (
            constant(ENDPOINTS, 'a="/a"'),
            constant("Cross-Origin-Opener-Policy", 'same-origin;report-to="b"'),
        ),
        ["R626"],
    ),
    "an endpoint of features": (
        (
            constant(ENDPOINTS, 'a="/a"'),
            constant(
                "Permissions-Policy", 'usb=*;report-to="a", midi=();report-to="b"'
            ),
        ),
        ["R626"],
    ),
    "a group that is not there": (
        (constant(TO, GROUP), constant("NEL", '{"report_to":"b","max_age":5}')),
        ["R626"],
    ),
    "failures know no endpoints": (
        (
            constant(ENDPOINTS, 'a="/a"'),
            constant("NEL", '{"report_to":"b","max_age":5}'),
        ),
        [],
    ),
    "groups that are none": (
        (constant(TO, "[{"), constant("NEL", '{"report_to":"b","max_age":5}')),
        ["R625"],
    ),
}


@pytest.mark.parametrize(("headers", "expected"), TOGETHER.values(), ids=TOGETHER)
def test_headers_agree(headers: tuple[HeaderSpec, ...], expected: list[str]) -> None:
    """What one header says is held against what browsers read in another."""
    assert codes(module(response(*headers))) == expected


RETIRED = {
    "Expect-CT": "R627",
    "Public-Key-Pins": "R627",
    "Public-Key-Pins-Report-Only": "R627",
    "Feature-Policy": "R627",
    "Pragma": "R628",
}


@pytest.mark.parametrize(("name", "code"), RETIRED.items(), ids=RETIRED)
def test_a_retired_field_is_found_by_its_name(name: str, code: str) -> None:
    """Whatever its value, and whoever gives it."""
    assert codes(module(response(constant(name, "a")))) == [code]
    assert codes(module(response(parameter(name)))) == [code]
    assert codes(module(profiles={"old": (constant(name, "a"),)})) == [code]


def test_what_nobody_reads_can_be_taken_away() -> None:
    """A constant goes with its line; an argument may be given somewhere."""
    (problem,) = found(module(response(constant("Expect-CT", "max-age=5"))))
    assert problem.fix == Remove(HEADER)
    (problem,) = found(module(response(parameter("Expect-CT"))))
    assert problem.fix is None


def test_a_successor_is_written_out() -> None:
    """Feature-Policy says in the syntax of today what it said."""
    old = constant("Feature-Policy", "camera 'none'; usb 'self' https://a.example")
    (problem,) = found(module(response(old)))
    expected = 'write Permissions-Policy: camera=(), usb=(self "https://a.example")'
    assert problem.help == expected
