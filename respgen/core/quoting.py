"""Cookie values as the reference sends them: Starlette's `set_cookie`, by Python's http.cookies.

Goes in: a key and a text. Comes out: the octets of the value, in quotes where http.cookies of the
Python that runs puts it in quotes. Newer versions refuse control characters, older ones escape them.
"""

from http.cookies import CookieError, SimpleCookie

from respgen.core.cookies import UNRESERVED, cookie_pair
from respgen.core.grammar import FieldError, compiled, outside, typed_text

LATIN_1_CHARACTER = r"[\x00-\xff]"


def quoted_cookie(key: str, value: str) -> bytes:
    """`key=value` with the value as the reference's set_cookie sends it.

    Raises ValueError for what that cannot send and above 4096 octets, TypeError for no
    text.
    """
    return cookie_pair(key, quoted_octets(key, value))


def quoted_octets(key: str, value: str) -> bytes:
    """The value as the reference sends it. Raises ValueError, TypeError for no text."""
    text = typed_text(f"cookie {key!a}", value)
    # what most values are made of, which is never quoted
    if text and compiled(UNRESERVED).fullmatch(text):
        return text.encode("ascii")
    cookie = SimpleCookie()
    try:
        # under any name: of names http.cookies and we allow different ones
        cookie["value"] = text
        pair = cookie["value"].OutputString()
        return pair.partition("=")[2].encode("latin-1")
    except UnicodeEncodeError:
        raise outside(
            f"cookie {key!a}", LATIN_1_CHARACTER, text, "a quoted value (Latin-1)"
        ) from None
    except CookieError:
        raise FieldError(
            f"cookie {key!a}", "http.cookies refuses control characters"
        ) from None


def read_quoted_cookie(value: str | None) -> str | None:
    """The value as it is: who parsed the Cookie field has taken it out of its quotes."""
    return value
