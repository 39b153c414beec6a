"""Family R3, the part about Path and Domain: where a cookie goes."""

from respgen.rules.page import error, warning

# A long text over several lines: in double quotes a backslash joins them.
_SHOPS = "\\\n      ".join(["shop/" * 16] * 13)

COOKIE_ATTRIBUTE = error(
    "R303",
    "a character that no cookie attribute has",
    "A semicolon ends an attribute and begins the next: `path: /;Domain=...` is how attributes"
    " are injected, and servers send it without a word. Controls and characters outside ASCII"
    " make browsers drop the cookie or the attribute.",
    "RFC 6265bis 4.1.1",
    """\
respgen: 1
cookies:
  basket: {path: /shop;v=2}
""",
    ("/shop;v=2", "/shop"),
)

COOKIE_PATH = error(
    "R304",
    "a Path that does not begin with a slash",
    "Browsers ignore such a Path and take the folder of the page that set the cookie. It is then"
    " missing elsewhere, and a deletion sent from another page does not reach it.",
    "RFC 6265bis 5.6.4",
    """\
respgen: 1
cookies:
  basket: {path: shop}
""",
    ("path: shop", "path: /shop"),
    ignorable=True,
    fixable=True,
)

COOKIE_DOMAIN = error(
    "R305",
    "a Domain that is no host name",
    "Domain is a host alone: no scheme, no port, no path, and international names in their ASCII"
    " form. Browsers drop a cookie whose Domain does not cover the host that sent it, and such a"
    " value covers none.",
    "RFC 6265bis 4.1.2.3, 5.6.3; RFC 5890 2.3.2.1",
    """\
respgen: 1
cookies:
  basket: {domain: "shop.example:8000"}
""",
    ('"shop.example:8000"', "shop.example"),
    fixable=True,
)

COOKIE_DOMAIN_DOT = warning(
    "R306",
    "a Domain with a leading dot",
    "The dot once meant that sub-domains receive the cookie. Today every Domain means that, and"
    " browsers ignore the dot; without a Domain the host alone receives it.",
    "RFC 6265bis 4.1.2.3",
    """\
respgen: 1
cookies:
  basket: {domain: .shop.example}
""",
    (".shop.example", "shop.example"),
    fixable=True,
)

PUBLIC_SUFFIX = warning(
    "R307",
    "a Domain that is a public suffix",
    "Below a public suffix such as `co.uk` or `github.io` anybody can have a site, and a cookie"
    " for all of them would be read and overwritten by strangers. Browsers drop it, or keep it for"
    " the host alone where the host is the suffix itself.",
    "RFC 6265bis 5.5; publicsuffix.org",
    """\
respgen: 1
cookies:
  basket: {domain: github.io}
""",
    ("github.io", "shop.github.io"),
)

ATTRIBUTE_SIZE = error(
    "R309",
    "an attribute larger than browsers read",
    "Browsers ignore an attribute of more than 1024 octets. A cookie whose Path is ignored goes"
    " to other pages than it was meant for.",
    "RFC 6265bis 5.6",
    f"""\
respgen: 1
cookies:
  basket: {{path: "/{_SHOPS}"}}
""",
    (_SHOPS, "shop"),
)

OWN_SCOPE = error(
    "R323",
    "an older scope that is the cookie's own",
    "`formerly` lists scopes in which earlier versions set the cookie. Every set clears them, so that"
    " the browser does not send two cookies of one name; in its own scope nothing is older.",
    "The schema language, `formerly`",
    """\
respgen: 1
cookies:
  basket:
    path: /shop
    formerly: [{path: /shop}]
""",
    ("formerly: [{path: /shop}]", "formerly: [{path: /}]"),
    ignorable=True,
    fixable=True,
)

RULES = (
    COOKIE_ATTRIBUTE,
    COOKIE_PATH,
    COOKIE_DOMAIN,
    COOKIE_DOMAIN_DOT,
    PUBLIC_SUFFIX,
    ATTRIBUTE_SIZE,
    OWN_SCOPE,
)
