"""The entries of the cache: bytes by a name, which count only where this user wrote them.

Goes in: a project and bytes. Come out: the same bytes, some other day. Deleting `.respgen_cache/`
costs time only, and so does everything that goes wrong here.

The folder lies in the tree that is judged, and somebody may have committed it: an entry counts
only with the code that this user's key gives it.
"""

from __future__ import annotations

from contextlib import suppress
from hashlib import blake2b

from respgen.files import contents
from respgen.output import key
from respgen.output.lock import alone
from respgen.output.write import replace_all, sweep
from respgen.project import Project

_FOLDER = ".respgen_cache"
_CODE = 64
"""Characters of the code before an entry."""


def entry(project: Project, name: str) -> bytes:
    """What was kept. Raises OSError where nothing was, ValueError where it is not ours."""
    data = contents(project.root / _FOLDER / name)
    secret = key.kept(project.root)
    text = data[_CODE:]
    # a file cannot measure how long the comparison takes
    if secret is None or data[:_CODE] != _code(text, secret):
        raise ValueError("not ours")
    return text


def keep(project: Project, name: str, text: bytes) -> None:
    """Keep an entry in place of an earlier one."""
    with suppress(OSError):
        folder = project.root / _FOLDER
        folder.mkdir(exist_ok=True)
        secret = key.made(project.root)
        if secret is None or folder.is_symlink():
            return  # a link may lead anywhere
        data = _code(text, secret) + text
        with alone(folder):
            sweep(folder)
            replace_all([(folder / ".gitignore", b"*\n"), (folder / name, data)])


def _code(text: bytes, secret: bytes) -> bytes:
    """Its authentication code: keyed BLAKE2 (RFC 7693), which spares the import of hmac."""
    return blake2b(text, key=secret, digest_size=32).hexdigest().encode()
