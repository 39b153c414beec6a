"""Policies by their names, and what is left of their quotas."""

from case_header_rate_limit._support import Item
from case_header_rate_limit.api import Limited, Spent


def policies_are_strings_with_parameters() -> None:
    policies = '"burst";q=100;w=60, "daily";q=5000;w=86400;qu="requests"'
    assert Limited("").headers["ratelimit-policy"] == policies


def callers_say_what_is_left() -> None:
    response = Limited("", limits=[Item("burst", {"r": 99, "t": 12})])
    assert response.headers["ratelimit"] == '"burst";r=99;t=12'


def a_constant_says_that_nothing_is() -> None:
    assert Spent("").headers["ratelimit"] == '"burst";r=0;t=30;pk=:aGk=:'
