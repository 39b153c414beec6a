"""No value of a template ends the quoted-string that its place is in, on a real connection either."""

from __future__ import annotations

import re
import socket
from collections.abc import Iterator
from email.message import Message
from typing import get_args

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.behaviour.serving import Client, Implementation, served
from tests.support.compiled import compiled

API = compiled("""
respgen: 1
target: starlette
responses:
  Denied:
    status_code: 401
    media_type: text/plain
    params: {realm: str}
    headers:
      WWW-Authenticate: {template: 'Bearer realm="{realm}", error="invalid_token"'}
      Content-Disposition: {template: 'attachment; filename="{realm}.pdf"'}
""")
_STRING = r'"((?:[^"\\]|\\.)*)"'
TEXTS = st.text(st.characters(min_codepoint=32, max_codepoint=126))
HOSTILE = ['"', "\\", '\\"', '"; filename="evil.exe', 'a", scope="admin', '\\\\"']


def _realm(challenge: str) -> str:
    """What RFC 9110 5.6.4 reads in the challenge, which has two parameters."""
    read = re.fullmatch(f'Bearer realm={_STRING}, error="invalid_token"', challenge)
    assert read, challenge
    return re.sub(r"\\(.)", r"\1", read[1])


@given(value=TEXTS)
@example(value='a", scope="admin')
@example(value="a\\")
def test_a_value_is_read_back(value: str) -> None:
    sent = API.Denied("", realm=value).headers
    assert _realm(sent["www-authenticate"]) == value


@pytest.mark.parametrize("value", HOSTILE)
def test_a_foreign_parser_reads_one_parameter(value: str) -> None:
    """The parser of the standard library, which reads mails."""
    message = Message()
    sent = API.Denied("", realm=value).headers["content-disposition"]
    message["Content-Disposition"] = sent
    found = message.get_params([], "content-disposition")
    assert [name for name, _ in found] == ["attachment", "filename"]
    assert message.get_filename() == f"{value}.pdf"


@pytest.fixture(params=get_args(Implementation))
def client(request: pytest.FixtureRequest) -> Iterator[Client]:
    with served(request.param) as connected:
        yield connected


def test_over_sockets(client: Client) -> None:
    for value in HOSTILE:
        client.stage.response = API.Denied("", realm=value)
        with socket.create_connection(("127.0.0.1", client.port), 5) as connection:
            connection.sendall(
                b"GET /now HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"
            )
            reply = b"".join(iter(lambda: connection.recv(65536), b""))
        lines = dict(line.split(": ", 1) for line in reply.decode().split("\r\n")[1:4])
        assert _realm(lines["www-authenticate"]) == value


@pytest.mark.parametrize("value", ["a\r\nX-Evil: 1", "a\x00", "\u2028"])
def test_what_no_quotes_can_hold_is_refused(value: str) -> None:
    with pytest.raises(ValueError, match="www-authenticate"):
        API.Denied("", realm=value)
