"""The user agent itself keeps to RFC 6265bis: what it stores, replaces, ignores and sends."""

from __future__ import annotations

import pytest

from tests.behaviour.agent import Agent, Request, cookie_date

HTTPS = Request()
PLAIN = Request(secure=False)
SCRIPT = Request(http=False)
PAST = b"expires=Thu, 01 Jan 1970 00:00:00 GMT"


def kept(*lines: bytes, request: Request = HTTPS) -> list[bytes]:
    """Name and value of what a fresh agent keeps of these lines."""
    agent = Agent()
    for line in lines:
        agent.receive(line, request)
    return [cookie.name + b"=" + cookie.value for cookie in agent.cookies]


@pytest.mark.parametrize(
    ("lines", "left"),
    [
        ([b"a=1"], [b"a=1"]),
        ([b" a = 1 ;Path=/"], [b"a=1"]),
        ([b"a"], [b"=a"]),
        ([b"=a"], [b"=a"]),
        ([b"="], []),
        ([b"a=1\x00"], []),
        ([b"a=" + b"x" * 4095], [b"a=" + b"x" * 4095]),
        ([b"a=" + b"x" * 4096], []),
        ([b"a=1", b"A=2"], [b"a=1", b"A=2"]),
        ([b"a=1", b"a=2"], [b"a=2"]),
        ([b"a=1; Path=/x", b"a=2; Path=/y"], [b"a=1", b"a=2"]),
        ([b"a=1; Path=/", b"a=2; Path=/; Path=/x"], [b"a=1", b"a=2"]),
        ([b"a=1; Path=/" + b"x" * 1024], [b"a=1"]),
        ([b"a=1; Max-Age=0"], []),
        ([b"a=1; Max-Age=-1"], []),
        ([b"a=1; Max-Age=x"], [b"a=1"]),
        ([b"a=1; Max-Age=9; " + PAST], [b"a=1"]),
        ([b"a=1; " + PAST], []),
        ([b"a=1; expires=never"], [b"a=1"]),
        ([b"a=1; Domain=example.com"], [b"a=1"]),
        ([b"a=1; Domain=.Example.com"], [b"a=1"]),
        ([b"a=1; Domain=other.com"], []),
        ([b"a=1; Domain=ample.com"], []),
        ([b"a=1; Domain=basket.shop.example.com"], []),
        ([b"a=1; SameSite=None"], []),
        ([b"a=1; SameSite=None; Secure"], [b"a=1"]),
        ([b"a=1; SameSite=other"], [b"a=1"]),
        ([b"a=1; Partitioned"], []),
        ([b"a=1; Partitioned; Secure"], [b"a=1"]),
        ([b"__Secure-a=1"], []),
        ([b"__SeCuRe-a=1"], []),
        ([b"__Secure-a=1; Secure"], [b"__Secure-a=1"]),
        ([b"__Host-a=1; Secure; Path=/"], [b"__Host-a=1"]),
        ([b"__Host-a=1; Path=/"], []),
        ([b"__Host-a=1; Secure; Path=/x"], []),
        ([b"__Host-a=1; Secure; Path=/; Domain=example.com"], []),
        ([b"__Http-a=1; Secure"], []),
        ([b"__Http-a=1; Secure; HttpOnly"], [b"__Http-a=1"]),
        ([b"__Host-Http-a=1; Secure; Path=/"], []),
        ([b"__Host-Http-a=1; Secure; HttpOnly; Path=/"], [b"__Host-Http-a=1"]),
        ([b"=__Host-a=1; Secure; Path=/"], []),
    ],
    ids=lambda value: (
        b" then ".join(value)[:50].decode() if isinstance(value, list) else ""
    ),
)
def test_what_is_kept(lines: list[bytes], left: list[bytes]) -> None:
    """Lines answering one https request, and what is in the store after them."""
    assert kept(*lines) == left


@pytest.mark.parametrize(
    ("deletion", "works"),
    [
        (b"a=; Path=/x; Domain=example.com; Max-Age=0; Secure", True),
        (b"a=; Path=/x; Domain=.EXAMPLE.com; Max-Age=0", True),
        (b"a=; Path=/x; Domain=example.com; Secure; " + PAST, True),
        (b"a=; Path=/; Domain=example.com; Max-Age=0; Secure", False),
        (b"a=; Path=/x/; Domain=example.com; Max-Age=0; Secure", False),
        (b"a=; Path=/x; Max-Age=0; Secure", False),
        (b"a=; Path=/x; Domain=shop.example.com; Max-Age=0; Secure", False),
        (b"A=; Path=/x; Domain=example.com; Max-Age=0; Secure", False),
        (b"a=; Path=/x; Domain=example.com; Secure", False),
        (b"a=; Path=/x; Domain=example.com; Max-Age=0; Secure; Partitioned", False),
        (b"a=; Path=/x; Domain=example.com; Max-Age=0; SameSite=None", False),
    ],
    ids=lambda value: value.decode() if isinstance(value, bytes) else "",
)
def test_what_deletes(deletion: bytes, works: bool) -> None:
    """Only an expired cookie of the same name, domain, path and partition that is not ignored."""
    names = kept(b"a=1; Path=/x; Domain=example.com; Secure", deletion)
    assert (b"a=1" not in names and b"a=" not in names) == works


def test_a_plain_connection_overlays_no_secure_cookie() -> None:
    """Neither at the same place nor below it; a cookie beside or above it may be set."""
    agent = Agent()
    agent.receive(b"a=1; Path=/login; Secure")
    assert agent.receive(b"a=2; Path=/login", PLAIN) == "step 16: overlays"
    assert agent.receive(b"a=2; Path=/login/en", PLAIN) == "step 16: overlays"
    assert agent.receive(b"a=2; Path=/", PLAIN) is None
    assert agent.receive(b"a=2; Path=/login; Secure", PLAIN) == "step 13: Secure"


def test_a_script_touches_no_httponly_cookie() -> None:
    """It can neither set nor replace one."""
    agent = Agent()
    agent.receive(b"a=1; HttpOnly")
    assert agent.receive(b"b=1; HttpOnly", SCRIPT) == "step 15: HttpOnly"
    assert agent.receive(b"a=2", SCRIPT) == "step 23: HttpOnly"
    assert agent.header(SCRIPT) == ""


def test_a_cross_site_answer_sets_only_samesite_none() -> None:
    """What came of a cross-site subrequest is ignored unless it is SameSite=None."""
    elsewhere = Request(same_site=False)
    assert kept(b"a=1; SameSite=Lax", request=elsewhere) == []
    assert kept(b"a=1; SameSite=None; Secure", request=elsewhere) == [b"a=1"]


@pytest.mark.parametrize(
    ("line", "request_", "sent"),
    [
        (b"a=1", Request(), True),
        (b"a=1", Request(host="example.com"), False),
        (b"a=1; Domain=example.com", Request(host="example.com"), True),
        (b"a=1; Domain=example.com", Request(host="b.example.com"), True),
        (b"a=1; Path=/x", Request(), False),
        (b"a=1; Path=/x", Request(path="/x"), True),
        (b"a=1; Path=/x", Request(path="/x/y"), True),
        (b"a=1; Path=/x", Request(path="/xy"), False),
        (b"a=1; Path=/x/", Request(path="/x"), False),
        (b"a=1; Secure", PLAIN, False),
        (b"a=1; HttpOnly", SCRIPT, False),
        (b"a=1; Secure; Partitioned", Request(top_level="https://b.example"), False),
        (b"a=1; Secure; Partitioned", Request(), True),
    ],
)
def test_what_is_sent(line: bytes, request_: Request, sent: bool) -> None:
    """The cookie set at https://shop.example.com/ goes to that request, or does not."""
    agent = Agent()
    agent.receive(line)
    assert agent.header(request_) == ("a=1" if sent else "")


def test_longer_paths_are_sent_first() -> None:
    """Then older cookies; a replaced cookie keeps its age."""
    agent = Agent()
    for line in (b"a=1", b"b=1", b"c=1; Path=/x", b"a=2"):
        agent.receive(line)
    assert agent.header(Request(path="/x")) == "c=1; a=2; b=1"


def test_lives_are_limited() -> None:
    """No cookie lives longer than 400 days; a session cookie has no end."""
    agent = Agent()
    agent.receive(b"a=1; Max-Age=99999999999")
    agent.receive(b"b=1")
    limited, session = agent.cookies
    assert limited.expiry == agent.now + 34_560_000
    assert limited.persistent
    assert not session.persistent
    agent.now += 34_560_000
    assert [cookie.name for cookie in agent.cookies] == [b"b"]


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        (b"Thu, 01 Jan 1970 00:00:00 GMT", 0),
        (b"Sun, 06 Nov 1994 08:49:37 GMT", 784111777),
        (b"Sunday, 06-Nov-94 08:49:37 GMT", 784111777),
        (b"Sun Nov  6 08:49:37 1994", 784111777),
        (b"06 Nov 1994 8:49:37", 784111777),
        (b"1 Jan 00 0:0:0", 946684800),
        (b"1 Jan 1600 0:0:0", None),
        (b"30 Feb 2000 0:0:0", None),
        (b"1 Jan 2000 24:0:0", None),
        (b"1 Jan 2000", None),
        (b"", None),
    ],
)
def test_dates(text: bytes, seconds: int | None) -> None:
    """Every form of date that browsers understand."""
    assert cookie_date(text) == seconds
