"""One run at a time writes to a folder.

The lock is the system's, on the folder itself: no file is left behind, and it ends with its holder,
however that ends.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

if sys.platform == "win32":

    @contextmanager
    def alone(folder: Path) -> Iterator[None]:
        """Windows locks no folders, and refuses by itself to replace a file that is in use."""
        yield

else:
    import fcntl

    @contextmanager
    def alone(folder: Path) -> Iterator[None]:
        """Wait until no other run writes to `folder`, and let none before we are done.

        Raises OSError where the folder cannot be opened.
        """
        held = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            with suppress(OSError):  # a network's folder may know no locks
                fcntl.flock(held, fcntl.LOCK_EX)
            yield
        finally:
            os.close(held)
