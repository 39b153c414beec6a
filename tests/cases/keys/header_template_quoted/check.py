"""No value ends the quoted-string that its place stands in (RFC 9110 5.6.4)."""

from case_header_template_quoted.api import Denied

HOSTILE = 'a", scope="admin\\'
ESCAPED = rb"a\", scope=\"admin\\"


def stays_in_its_quotes() -> None:
    sent = dict(Denied("", realm=HOSTILE, path="/help").raw_headers)
    realm = b'Bearer realm="%b", error="invalid_token"' % ESCAPED
    assert sent[b"www-authenticate"] == realm
    name = b'attachment; filename="%b-%b.pdf"' % (ESCAPED, ESCAPED)
    assert sent[b"content-disposition"] == name


def is_escaped_beside_quotes_of_the_template() -> None:
    sent = dict(Denied("", realm=HOSTILE, path="/help").raw_headers)
    assert sent[b"link"] == b'</help>; rel="help"; title="About \\"%b\\""' % ESCAPED


def is_as_it_is_elsewhere() -> None:
    sent = dict(Denied("", realm=HOSTILE, path="/help").raw_headers)
    assert sent[b"x-outside"] == b'"fixed" %b "fixed"' % HOSTILE.encode()
    assert sent[b"x-open"] == b'5" %b' % HOSTILE.encode()


def is_plain_where_nothing_has_to_be_escaped() -> None:
    sent = dict(Denied("", realm="shop", path="/help", at=7).raw_headers)
    assert sent[b"content-disposition"] == b'attachment; filename="shop-shop.pdf"'
    assert sent[b"x-at"] == b'"shop" 7'
