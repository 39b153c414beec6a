"""Family R6, second part: Content-Security-Policy."""

from respgen.rules.page import error, warning

DIRECTIVE = error(
    "R604",
    "an unknown directive in a Content-Security-Policy",
    "Browsers skip a directive that they do not know, and the rest of the policy goes on without"
    " it: what it was to forbid is allowed. A source behind a comma or a semicolon is read as a"
    " directive, too.",
    "CSP3 2.2.1",
    """\
respgen: 1
responses:
  Page:
    headers:
      Content-Security-Policy: {default-src: ["'self'"], image-src: ["https://images.example"]}
""",
    ("image-src", "img-src"),
    ignorable=True,
)

TWICE = error(
    "R605",
    "a directive twice in a Content-Security-Policy",
    "Browsers take the first one and skip those behind it. The sources that were added there are"
    " blocked, or what was to be blocked is not.",
    "CSP3 2.2.1",
    """\
respgen: 1
responses:
  Page:
    headers:
      Content-Security-Policy: img-src 'self'; img-src https://images.example
""",
    ("; img-src", ""),
    ignorable=True,
    fixable=True,
)

UNQUOTED = error(
    "R606",
    "a keyword of a Content-Security-Policy without its quotes",
    "The single quotes are part of a keyword: without them `self` is a host called self. YAML takes"
    " one pair of quotes away, so a keyword has two.",
    "CSP3 2.3.1",
    """\
respgen: 1
responses:
  Page:
    headers:
      Content-Security-Policy: {default-src: ['self']}
""",
    ("'self'", "\"'self'\""),
    ignorable=True,
    fixable=True,
)

SOURCE = error(
    "R607",
    "what a directive of a Content-Security-Policy does not take",
    "Browsers skip what they cannot read, so the source is blocked, or the sandbox stays shut. A"
    " source is a keyword in quotes, a scheme with its colon, or a host, maybe with a scheme, a port"
    " and a path; a hash is as long as its algorithm says.",
    "CSP3 2.3.1, 6; HTML 7.1.5",
    """\
respgen: 1
responses:
  Page:
    headers:
      Content-Security-Policy: {img-src: ["https://images.example/?size=small"]}
""",
    ("/?size=small", "/"),
    ignorable=True,
)

NONE = error(
    "R608",
    "'none' beside other sources",
    "`'none'` means nothing at all, and only where it stands alone: beside other sources browsers"
    " skip it. The directive looks shut and is open.",
    "CSP3 2.3.1, 6.7.2.3",
    """\
respgen: 1
responses:
  Page:
    headers:
      Content-Security-Policy: {frame-ancestors: ["'none'", "https://partner.example"]}
""",
    ("\"'none'\", ", ""),
    ignorable=True,
)

NONCE = error(
    "R609",
    "a nonce that is the same in every response",
    "A nonce says that the server itself wrote a script, because nobody else can know it. One that"
    " stands in a schema everybody knows after the first page, whoever injects a script included."
    " Declare it, and it is a required argument of the constructor.",
    "CSP3 7.1",
    """\
respgen: 1
responses:
  Page:
    headers:
      Content-Security-Policy:
        script-src: ["'nonce-c2VjcmV0'"]
""",
    ("script-src: [\"'nonce-c2VjcmV0'\"]", "nonce: [script-src]"),
)

SEPARATOR = error(
    "R610",
    "a source with a blank, a semicolon or a comma in it",
    "A blank begins the next source, a semicolon the next directive, a comma the next policy. What"
    " stands behind it would be another source than the one meant, or no source at all.",
    "CSP3 2.2, 2.3.1",
    """\
respgen: 1
responses:
  Page:
    headers:
      Content-Security-Policy: {img-src: ["'self',https://images.example"]}
""",
    ("',", '\'", "'),
)

UNSAFE_INLINE = warning(
    "R611",
    "'unsafe-inline' in a Content-Security-Policy",
    "Whatever somebody manages to write into the page runs, or restyles it: that is what the policy"
    " is there to stop. A nonce or a hash allows the snippets of your own; beside one browsers"
    " ignore `'unsafe-inline'`, and older ones find it.",
    "CSP3 6.7.3.2, 8.1; OWASP CSP cheat sheet",
    """\
respgen: 1
responses:
  Page:
    headers:
      Content-Security-Policy:
        script-src: ["'self'", "'unsafe-inline'"]
""",
    ("\"'self'\", \"'unsafe-inline'\"]", "\"'self'\"]\n        nonce: [script-src]"),
)

UNSAFE_EVAL = warning(
    "R612",
    "'unsafe-eval' in a Content-Security-Policy",
    "Text becomes code: eval, new Function, and timers with strings. WebAssembly alone needs"
    " `'wasm-unsafe-eval'`, and trusted types `'trusted-types-eval'`.",
    "CSP3 4.4, 6.1.10",
    """\
respgen: 1
responses:
  Page:
    headers:
      Content-Security-Policy: {script-src: ["'self'", "'unsafe-eval'"]}
""",
    ("unsafe-eval", "wasm-unsafe-eval"),
)

ANY_SCRIPT = warning(
    "R613",
    "scripts from anywhere",
    "`*`, `https:` or `http:` as a source of scripts allows every host, `data:` and `blob:` whatever"
    " an attacker writes into an address. A policy that allows them stops no injected script.",
    "CSP3 6.7.2; OWASP CSP cheat sheet",
    """\
respgen: 1
responses:
  Page:
    headers:
      Content-Security-Policy: {default-src: ["'self'", "https:"]}
""",
    ("https:", "https://cdn.example"),
)

STRICT_DYNAMIC = warning(
    "R614",
    "'strict-dynamic' without a nonce or a hash",
    "`'strict-dynamic'` trusts what trusted scripts load, and takes hosts and schemes out of the"
    " list. Without a nonce or a hash there is no script to begin with: none runs.",
    "CSP3 8.2",
    """\
respgen: 1
responses:
  Page:
    headers:
      Content-Security-Policy:
        script-src: ["'strict-dynamic'"]
""",
    ("dynamic'\"]", "dynamic'\"]\n        nonce: [script-src]"),
)

OLD = warning(
    "R615",
    "a directive of Content-Security-Policy that is out of date",
    "Browsers have dropped the directive, or have a successor. `report-uri` beside `report-to` is"
    " for older browsers, and nothing is said of it.",
    "CSP3 6.5.1; MDN",
    """\
respgen: 1
responses:
  Page:
    headers:
      Reporting-Endpoints: csp="https://reports.example/csp"
      Content-Security-Policy: {default-src: ["'self'"], report-uri: /csp}
""",
    ("report-uri: /csp", "report-to: csp"),
)

RULES = (
    DIRECTIVE,
    TWICE,
    UNQUOTED,
    SOURCE,
    NONE,
    NONCE,
    SEPARATOR,
    UNSAFE_INLINE,
    UNSAFE_EVAL,
    ANY_SCRIPT,
    STRICT_DYNAMIC,
    OLD,
)
