"""Comments silence findings in Python, and a comment that silences nothing is a finding itself."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from respgen.audit.suppression import comments
from respgen.diagnostics import Span
from respgen.rules import r9
from tests.support.audits import FOUND, Audits

ERROR = FOUND[0]
FILE = "shop/auth.py"
HEAD = "from fastapi import Response\n"


def audited(audits: Audits, text: str, line: int, first: int = 0) -> list[str]:
    """What is reported of R930 and R914 in a line, whose statement begins in line `first`."""
    audits.shop.write(FILE, text)
    span = Span(FILE, line, 1, line, 2)
    start = span._replace(line=first or line)
    both = (
        replace(ERROR, span=span, statement=start),
        replace(ERROR, rule=r9.COOKIE, severity=r9.COOKIE.severity, span=span, statement=start),
    )  # fmt: skip
    audits.finds(*both)
    ran = audits.run("--format", "json")
    return [
        f"{each['line']}:{each['column']} {each['code']} {each['message']}"
        for each in json.loads(ran.out)["diagnostics"]
        if each["code"] != "R914"
    ]


@pytest.mark.parametrize(
    ("text", "line", "first"),
    [
        pytest.param("x  # respgen: ignore[R930]\n", 1, 0, id="on its line"),
        pytest.param("x  # respgen: ignore[R93]\n", 1, 0, id="a family"),
        pytest.param("x  # respgen: ignore[R914, R930]\n", 1, 0, id="several"),
        pytest.param("x  # respgen: ignore[R930,R914] why\n", 1, 0, id="a reason"),
        pytest.param("x  # noqa # respgen ignore[R930]\n", 1, 0, id="behind another"),
        pytest.param("f(  # respgen: ignore[R930]\n  1,\n)\n", 2, 1, id="where the statement begins"),
        pytest.param("# respgen: ignore-file[R930]\nx\n", 2, 0, id="the whole file"),
        pytest.param('"""Doc."""\n\n# respgen: ignore-file[R9] old\nx\n', 4, 0, id="behind a docstring"),
        pytest.param("#!/usr/bin/env python\n# respgen: ignore-file[R93, R91]\n\nx\n", 4, 0, id="behind a shebang"),
        pytest.param("'é' + '☃'  # respgen: ignore[R930]\n", 1, 0, id="behind wide text"),
        pytest.param("\ufeffx  # respgen: ignore[R930]\r\n", 1, 0, id="a byte order mark"),
    ],
)  # fmt: skip
def test_it_silences(audits: Audits, text: str, line: int, first: int) -> None:
    assert audited(audits, text, line, first) == []
    assert audits.run("--strict").status == 0


FOUND_HERE = "1:1 R930 this is wrong"


@pytest.mark.parametrize(
    ("text", "reported"),
    [
        pytest.param("x  # respgen: ignore[R941]\n", [FOUND_HERE, "1:22 R901 R941 finds nothing on this line"], id="another rule"),
        pytest.param("x\ny  # respgen: ignore[R930]\n", [FOUND_HERE, "2:22 R901 R930 finds nothing on this line"], id="another line"),
        pytest.param("x = '# respgen: ignore[R930]'\n", [FOUND_HERE], id="a text"),
        pytest.param("x  # respgen: ignore\n", [FOUND_HERE, "1:4 R901 the comment names no rule, and silences nothing"], id="no rule"),
        pytest.param("x  # respgen: ignore[]\n", [FOUND_HERE, "1:4 R901 the comment names no rule, and silences nothing"], id="empty"),
        pytest.param("x  # respgen: ignore[R93x]\n", [FOUND_HERE, "1:22 R901 there is no rule 'R93x'"], id="unknown"),
        pytest.param("x  # respgen: ignore[R900, R930]\n", ["1:22 R901 R900 cannot be silenced"], id="unread"),
        pytest.param("x  # respgen: ignore[R901, R930]\n", ["1:22 R901 R901 cannot be silenced"], id="itself"),
        pytest.param("x\n# respgen: ignore-file[R930, R941]\n", [FOUND_HERE, "2:1 R901 ignore-file stands behind the first statement"], id="too late"),
        pytest.param("# respgen: ignore-file[R941]\nx # respgen: ignore[R930]\n", [FOUND_HERE, "1:24 R901 R941 finds nothing in this file", "2:21 R901 R930 finds nothing on this line"], id="useless in the file"),
        pytest.param("x  # respgen: ignore[R930, R94, R930]\n", ["1:28 R901 R94 finds nothing on this line"], id="one of several"),
    ],
)  # fmt: skip
def test_a_comment_that_silences_nothing(
    audits: Audits, text: str, reported: list[str]
) -> None:
    assert audited(audits, text, 1) == reported


def test_a_comment_of_many_codes(audits: Audits) -> None:
    """A flood of codes is a handful of findings."""
    codes = ",".join(f"X{number}" for number in range(5_000))
    assert len(audited(audits, f"x\ny # respgen: ignore[{codes}]\n", 1)) == 21


@pytest.mark.parametrize(
    ("words", "settings"),
    [
        (["--ignore", "R94"], ""),
        (["--select", "R93"], ""),
        ([], 'ignore = ["R941"]'),
        ([], 'select = ["R930"]'),
        ([], 'source = {per_file_ignores = {"shop/*.py" = ["R9"]}}'),
    ],
)
def test_a_code_that_nobody_reports(
    audits: Audits, words: list[str], settings: str
) -> None:
    """Whether its comment is of use is not known then, so that nothing is said."""
    audits.shop.write("pyproject.toml", f"[tool.respgen]\n{settings}\n")
    audits.shop.write(FILE, "x  # respgen: ignore[R941]\n")
    audits.finds()
    assert "R901" not in audits.run(*words).out


def test_r900_cannot_be_silenced(audits: Audits) -> None:
    """Neither by a comment nor by a setting of files."""
    settings = '[tool.respgen.source]\nper_file_ignores = {"shop/**" = ["R9"]}\n'
    audits.shop.write("pyproject.toml", settings)
    audits.shop.write("shop/x.py", "# respgen: ignore-file[R9]\ndef f(:\n")
    audits.finds()
    audits.patch.undo()
    assert "warning[R900]" in audits.shop.run("audit", "shop/x.py").out


def test_comments_of_what_is_not_reported_are_not_judged(audits: Audits) -> None:
    """Those of tests, and of files besides `--only`."""
    for name in (FILE, "tests/test_auth.py"):
        audits.shop.write(name, "x  # respgen: ignore[R941]\n")
    audits.finds()
    assert audits.run().out.count("R901") == 1
    assert "R901" not in audits.run("--only", "shop/files.py").out


@given(
    st.text(st.sampled_from("# respgen: ignore-file[R93,0]\n\"'(x é\t"), max_size=60)
)
def test_any_text_can_be_read(text: str) -> None:
    """Whatever a file holds, its comments stand where it has them."""
    data = f"# respgen\n{text}".encode()
    found = comments("a.py", data)
    lines = data.decode().split("\n")
    for each in (*found.lines.values(), *found.whole, *found.late):
        for code, span in each.codes.items():
            line = lines[span.line - 1]
            assert line[span.column - 1 : span.end_column - 1] == code
