"""What of other modules is public here."""

from .base import *
from .base import Answer as PublicAnswer
from .html import Sheet

__all__ = ["Answer", "PublicAnswer", "Sheet", "Tagged"]
