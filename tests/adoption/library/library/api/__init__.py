"""The routes, and the classes that other services of the city import from here."""

from ..responses import Created, LibraryJSON, NotFoundProblem, Problem
from .books import router as books
from .desk import router as desk
from .loans import router as loans
from .reports import router as reports

__all__ = [
    "Created",
    "LibraryJSON",
    "NotFoundProblem",
    "Problem",
    "books",
    "desk",
    "loans",
    "reports",
]
