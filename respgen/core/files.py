"""Files: which of them a path leads to, and what says how they are saved (RFC 6266).

Goes in: a path that may be a stranger's, and the folder that it must stay in. Comes out: the path
of the file, and the fields that the reference's FileResponse adds.
"""

import errno
import os
import re
import stat
from collections.abc import Callable
from typing import Protocol, cast

from respgen.core.dispositions import disposition_value
from respgen.core.grammar import FieldError, typed_text, wrong_type

# What a path leads to is not there, whatever else the system says of it
NOT_THERE = frozenset(
    {errno.ENOENT, errno.ENOTDIR, errno.ENAMETOOLONG, errno.ELOOP, errno.EINVAL}
)


def sent_path(
    path: str | os.PathLike[str],
    *,
    root: str | os.PathLike[str] | None = None,
    missing: Callable[[], Exception] | None = None,
) -> str:
    """The path of a file to send, below `root`, links resolved, where there is one.

    Raises ValueError for a path that leads outside of `root` or could name no file.
    Then, and where there is no file, raises `missing` if that is given.
    """
    try:
        text = path_text("path", path)
        found = text if root is None else path_below(path_text("root", root), text)
    except FieldError:
        if missing is None:
            raise
        raise missing() from None
    if missing is not None and not is_file(found):
        raise missing()
    return found


def path_text(name: str, path: object) -> str:
    """A path as exactly a str.

    Raises ValueError for NUL and what the file system cannot encode, or TypeError.
    """
    given: object = path
    if not issubclass(type(path), str) and hasattr(type(path), "__fspath__"):
        given = os.fspath(cast("os.PathLike[str]", path))
    if type(given) is not str and not issubclass(type(given), str):
        raise wrong_type(name, "str or os.PathLike[str]", path)
    text = typed_text(name, given)
    if "\0" in text:
        raise FieldError(name, "a path holds no NUL")
    try:
        os.fsencode(text)
    except UnicodeEncodeError:
        raise FieldError(name, "a lone surrogate is not a character") from None
    return text


def path_below(root: str, text: str) -> str:
    """The file that a relative path leads to. Raises ValueError where that is not below."""
    # either slash, everywhere: no file is called so, and what is stored on one system
    # may be served by another
    steps = re.split(r"[/\\]", text)
    if not steps[0] or os.path.isabs(text) or os.path.splitdrive(text)[0]:
        raise FieldError("path", "a relative path expected")
    if ".." in steps:
        raise FieldError("path", "a path without .. expected")
    home = os.path.realpath(root)
    found = os.path.realpath(os.path.join(home, text))
    if found == home or not found.startswith(os.path.join(home, "")):
        raise FieldError("path", "leads outside of the folder that files are sent from")
    return found


def is_file(path: str) -> bool:
    """Whether a file is there. Raises OSError where the system does not tell."""
    try:
        return stat.S_ISREG(os.stat(path).st_mode)
    except OSError as error:
        if error.errno in NOT_THERE:
            return False
        raise


class SentFile(Protocol):
    """What the fields of a file depend on."""

    path: str | os.PathLike[str]
    raw_headers: list[tuple[bytes, bytes]]
    filename: str | None
    content_disposition_type: str


def describe_file(response: SentFile) -> None:
    """Add Accept-Ranges and Content-Disposition where nothing else says them.

    What has no path sends no file: another response gets the class's own headers.
    """
    if not hasattr(response, "path"):
        return
    fields = response.raw_headers
    names = {name for name, _ in fields}
    if b"accept-ranges" not in names:
        fields.append((b"accept-ranges", b"bytes"))
    if response.filename is not None and b"content-disposition" not in names:
        kind = response.content_disposition_type
        value = disposition_value("filename", kind, response.filename)
        fields.append((b"content-disposition", value))
