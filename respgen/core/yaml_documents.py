"""YAML documents (YAML 1.2.2), as a library writes them.

Goes in: the library's function, the content and options. Comes out: the bytes of the document.
"""

from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from typing import cast

from respgen.core.grammar import FieldError, compiled, too_many_digits

# 5.1: no character of YAML. Between double quotes PyYAML escapes one, as a few readers take it.
SURROGATE = r"[\ud800-\udfff]"
ESCAPED_SURROGATE = r"\\u[Dd][89A-Fa-f]"


def yaml_body(
    dump: Callable[..., str], content: object, charset: str, **options: object
) -> bytes:
    """The document.

    Raises ValueError for lone surrogates, ints that Python does not write, what is nested
    too deeply, and text that `charset` cannot hold; the library's error for what YAML cannot
    hold.
    """
    try:
        text = dump(content, allow_unicode=True, **options)
    except ValueError:
        raise too_many_digits("content") from None
    except RecursionError:
        raise FieldError("content", "nested too deeply for YAML") from None
    # Text of those characters looks the same: the content tells.
    if compiled(ESCAPED_SURROGATE).search(text) and has_surrogate(content):
        raise FieldError("content", "a lone surrogate is no character of YAML")
    return text.encode(charset)


def has_surrogate(content: object) -> bool:
    """Whether a text in it holds what is no character."""
    waiting, seen = [content], set[int]()
    while waiting:
        held = waiting.pop()
        if isinstance(held, str):
            if compiled(SURROGATE).search(held):
                return True
        elif id(held) not in seen:
            seen.add(id(held))
            waiting += held_in(held)
    return False


def held_in(held: object) -> list[object]:
    """What a collection holds, keys of a mapping included."""
    if isinstance(held, Mapping):
        pairs = cast("Mapping[object, object]", held)
        return [*pairs, *pairs.values()]
    if isinstance(held, list | tuple | AbstractSet):
        return [*cast("AbstractSet[object]", held)]
    return []
