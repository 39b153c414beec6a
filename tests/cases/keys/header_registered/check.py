"""Registered structured fields are written in forms of their own, and sent in canonical form."""

from case_header_registered.api import Cached, Packed, Page


def sends_what_the_fields_hold() -> None:
    headers = Page("<p>Shop</p>").headers
    assert headers["accept-ch"] == headers["critical-ch"] == "DPR, Width"
    assert headers["speculation-rules"] == '"/rules.json"'
    assert headers["no-vary-search"] == 'params, except=("page")'
    assert headers["priority"] == "u=1, i"
    assert headers["integrity-policy"] == "blocked-destinations=(script style)"
    assert headers["capsule-protocol"] == "?0"
    assert headers["activate-storage-access"] == (
        'retry;allowed-origin="https://shop.example"'
    )
    assert headers["content-disposition"] == 'inline; filename="a, b.html"'


def merges_members() -> None:
    headers = Cached("<p>Shop</p>").headers
    assert headers["priority"] == "u=5, i"
    assert headers["accept-ch"] == "DPR, Width, Downlink"
    assert headers["cache-status"] == "edge;hit;ttl=60"
    assert headers["cdn-cache-control"] == "max-age=600, public"
    assert headers["report-to"] == (
        '{"group":"shop","max_age":604800,"endpoints":[{"url":"/reports"}]}'
    )


def writes_codings_in_small_letters() -> None:
    assert Packed(b"").headers["content-encoding"] == "gzip"
