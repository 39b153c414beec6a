"""HTTP itself: the reference's Response, and the grammars, encoders, checks it needs.

Standard library only; imports nothing else of respgen.
"""

from respgen.core.headers import MutableHeaders
from respgen.core.response import Response

__all__ = ["MutableHeaders", "Response"]
