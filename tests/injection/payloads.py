"""Texts that try to leave the place they are written in."""

from __future__ import annotations

import json

from tests.support.corpora import corpus

BREAKS = (
    "\n",
    "\r",
    "\r\n",
    "\v",
    "\f",
    "\x1c",
    "\x1d",
    "\x1e",
    "\x85",
    "\u2028",
    "\u2029",
)
HIDDEN = (
    "\x00",
    "\x07",
    "\x1b",
    "\x7f",
    "\u202e",
    "\u2066",
    "\u200f",
    "\u200b",
    "\ufeff",
)
SURROGATES = ("\ud800", "\udfff", "\udc80")
QUOTES = ("'", '"', "'''", '"""', '\\"""', "\\", "\\\\", "\\N{DASH}", "\\x41", "`")
BRACES = (
    "{",
    "}",
    "{}",
    "{0}",
    "{{ 7 * 7 }}",
    "{% raw %}",
    "{# x #}",
    "%s",
    "${x}",
    "$(id)",
)
COMMENTS = (
    *("# coding: utf_7", "coding:utf_7", "# mypy: ignore-errors", "# type: ignore"),
    *("# fmt: off", "# fmt: skip", "# noqa", "# ruff: noqa", "# pyright: basic"),
    *("# respgen: ignore[R203]", "# isort:skip_file", "-*- coding: utf-7 -*-"),
)
STATEMENTS = (
    '"""\nimport os\n"""',
    '""")\n\nimport os\nx = ("""',
    "'); import os; ('",
    '"); import os; ("',
    "t\nimport os",
    "t\r    import os",
    "__import__('os').system('id')",
    "str, os: object = __import__('os')",
    "int]; import os; list[int",
    "t: import os",
    "lambda: 0",
    "os;import sys",
    "os\nimport sys",
    "os.path:join\nimport sys",
    "os.path:join; x",
    "os.path:join)",
    "__class__",
    "__init__",
    "../../etc/passwd",
    "..",
    "a/b",
    "a\\b",
    "con",
    "*",
    "import",
    "None",
    "self",
    "ﬁle",
    "\u0435",  # Cyrillic
    "µ",
    "\U0001d41class",
    "=cmd|' /C calc'!A0",
    "t" * 3000,
    "[" * 400,
    "(" * 400 + ")" * 400,
    "list[" * 80 + "int" + "]" * 80,
    "a.b" * 300,
    "-" * 300,
)
PLAIN = (
    "t",
    "word",
    "two words",
    "naïve",
    "中文",
    "\U0001f389",
    "a:b",
    "a=b",
    "a;b",
    "a,b",
    "",
)

TEXTS: tuple[str, ...] = tuple(
    dict.fromkeys(
        [
            *PLAIN,
            *STATEMENTS,
            *QUOTES,
            *(
                f"a{text}b"
                for text in (*BREAKS, *HIDDEN, *SURROGATES, *QUOTES, *BRACES)
            ),
            *(f"a{text}import os{text}b" for text in BREAKS),
            *(
                f"{quote}{text}import os #"
                for text in BREAKS
                for quote in ("'", '"', '"""', "\\")
            ),
            *(
                f"{text}{mark}{text}"
                for text in ("", "\n", "\u2028")
                for mark in COMMENTS
            ),
            *BRACES,
        ]
    )
)


def naughty() -> tuple[str, ...]:
    """The big list of naughty strings; empty where the corpus is absent."""
    file = corpus("blns") / "blns.json"
    return tuple(json.loads(file.read_text(encoding="utf-8")))
