"""Scalars follow YAML 1.2 core: off and no are text, a leading zero is not octal."""

from case_scalars.api import Scalars


def follows_yaml_1_2() -> None:
    values = [value for _, value in Scalars("").raw_headers[:-2]]
    assert values == [b"off", b"no", b"12:30", b"777", b"31", b"2024-03-05"]
