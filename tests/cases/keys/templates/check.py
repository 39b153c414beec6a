"""A folder of overriding templates: the same pieces, laid out otherwise."""

from pathlib import Path

from case_templates import api


def is_laid_out_by_the_projects_template() -> None:
    lines = Path(api.__file__ or "").read_text().splitlines()
    assert "class Marked(PlainTextResponse):  # noqa: D101" in lines


def runs() -> None:
    assert api.Marked("a").body == b"a"
