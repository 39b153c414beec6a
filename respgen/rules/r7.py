"""Family R7: kinds."""

from respgen.rules.row import error

STREAM_OF_BODY = error("R701", "a header is computed from a body that is not there yet")
RENDERER_KIND = error("R703", "the renderer does not fit the kind")
STREAM_CONTENT = error("R704", "the content of a stream is not the type of an item")
WRITTEN_HEADER = error("R720", "the class writes this header itself")
KIND_STATUS = error("R721", "the kind cannot have this status")
ALLOWED_ORIGIN = error("R722", "a redirect cannot be allowed to what is no origin")
