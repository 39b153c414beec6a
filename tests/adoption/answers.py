"""What was recorded, in the form in which two recordings are compared.

Goes in: what recording.py wrote. Come out: the same answers, in which each Set-Cookie that deletes is
what browsers know of a deletion: which cookie it is, and whether they accept it.
"""

from __future__ import annotations

import re
from typing import Any

Answer = dict[str, Any]

_PAST = re.compile(r"expires=[^;]*\b(19\d\d|20[01]\d)\b", re.IGNORECASE)


def comparable(answers: list[Answer]) -> list[Answer]:
    """The same for deletions that do the same."""
    return [{**answer, "fields": _fields(answer["fields"])} for answer in answers]


def _fields(fields: dict[str, list[str]]) -> dict[str, Any]:
    cookies = fields.get("set-cookie", [])
    return {**fields, **({"set-cookie": [*map(_cookie, cookies)]} if cookies else {})}


def _cookie(text: str) -> object:
    """A deletion as its name, domain, path, and where browsers accept it; others as they are sent."""
    pair, *rest = (part.strip() for part in text.split(";"))
    name, _, value = pair.partition("=")
    split = (part.partition("=") for part in rest)
    said = {key.lower(): given for key, _, given in split}
    if said.get("max-age") != "0" and not _PAST.search(text):
        return text
    return {
        "deleted": name,
        "value": value.strip('"'),
        "domain": said.get("domain"),
        "path": said.get("path"),
        "refused": _refused(name, said),
        "in frames": said.get("samesite", "").lower() == "none",
    }


def _refused(name: str, said: dict[str, str]) -> bool:
    secure = "secure" in said
    if name.lower().startswith("__host-"):
        return not secure or said.get("path") != "/" or "domain" in said
    needs = name.lower().startswith("__secure-") or "partitioned" in said
    return not secure and (needs or said.get("samesite", "").lower() == "none")
