"""Scalars follow YAML 1.2 core: off and no are text, and what is in quotes is text."""

from case_scalars.api import Scalars


def follows_yaml_1_2() -> None:
    values = [value for _, value in Scalars("").raw_headers[:-2]]
    assert values == [b"off", b"no", b"12:30", b"0777", b"777", b"2024-03-05"]
