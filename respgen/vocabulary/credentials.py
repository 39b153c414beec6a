"""Which names suggest that a cookie tells who its sender is.

Goes in: a name. Comes out: yes or no.
"""

from __future__ import annotations

import re

_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")
_SECRET = re.compile(
    r"auth(entication|orization)?|credentials?|jwt|login|sess|sid|sso|.*(token|session(id)?|sessid)"
)


def is_credential(key: str) -> bool:
    """Tells whether a name suggests a credential; scripts must read what protects from CSRF."""
    if re.search("csrf|xsrf", key, re.IGNORECASE):
        return False
    return any(_SECRET.fullmatch(word.lower()) for word in _WORD.findall(key))
