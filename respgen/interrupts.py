"""Ctrl-C ends a run at once and without a word, with the status by which shells report it.

An exception would be raised wherever Python happens to be: in an import, in a callback that can
only print it, in a library that turns it into another. So the process ends, and what must be
finished or undone first says so. Imports next to nothing, since it has to come before all else.
"""

from __future__ import annotations

# the part of signal that is built in: with its enums it takes as long as the rest of the start
import _signal as signal  # type: ignore[import-not-found]  # typeshed knows none
import os

STATUS: int = 128 + signal.SIGINT


class Section:
    """A part of the run that Ctrl-C may not cut off: it waits, or unwinds what was set up."""

    _open: list[Section] = []  # noqa: RUF012 # of the process, as the handler is

    def __init__(self, *, unwinds: bool) -> None:
        self._unwinds = unwinds
        self._asked = False

    def __enter__(self) -> None:
        self._open.append(self)

    def __exit__(self, *_: object) -> None:
        self._open.remove(self)
        if self._asked:
            _interrupted()

    @classmethod
    def interrupt(cls) -> None:
        """End as the innermost section wants it, or at once where there is none."""
        if not cls._open:
            os._exit(STATUS)
        inner = cls._open[-1]
        if inner._unwinds:
            raise KeyboardInterrupt
        inner._asked = True


def finishing() -> Section:
    """What is begun inside is done before Ctrl-C ends the run."""
    return Section(unwinds=False)


def unwinding() -> Section:
    """Inside, Ctrl-C is a KeyboardInterrupt, so that what was set up is removed."""
    return Section(unwinds=True)


def install() -> None:
    """From now on. Whoever ignores the signal, as `nohup` does, goes on to."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, _interrupted)


def _interrupted(*_: object) -> None:
    Section.interrupt()
