"""Family R7: kinds."""

from respgen.rules.row import error

WRITTEN_HEADER = error("R720", "the class writes this header itself")
KIND_STATUS = error("R721", "the kind cannot have this status")
ALLOWED_ORIGIN = error("R722", "a redirect cannot be allowed to what is no origin")
