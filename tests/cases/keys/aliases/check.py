"""YAML's anchors and aliases say the same thing twice."""

from case_aliases.api import Page


def stands_for_what_it_names() -> None:
    assert Page("").raw_headers[1] == (b"x-frame-options", b"DENY")
