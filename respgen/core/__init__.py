"""HTTP itself: the Response of the reference, and every grammar, encoder and check it needs.

Standard library only; imports nothing else of respgen.
"""

from respgen.core.headers import MutableHeaders
from respgen.core.response import Response

__all__ = ["MutableHeaders", "Response"]
