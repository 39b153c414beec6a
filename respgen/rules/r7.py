"""Family R7: kinds."""

from respgen.rules.row import error, warning

STREAM_OF_BODY = error("R701", "a header is computed from a body that is not there yet")
STREAM_LABEL = warning("R702", "the media type does not say what the items are")
RENDERER_KIND = error("R703", "the renderer does not fit the kind")
STREAM_CONTENT = error("R704", "the content of a stream is not the type of an item")
EVENTS_LABEL = error("R710", "an event stream has another media type", ignorable=True)
EVENTS_STORED = warning("R711", "caches may keep an event stream")
EVENT_NAME = warning("R712", "the name of the event is one of the browser's own")
LATE_PING = warning("R713", "the ping comes too late for many proxies")
EVENTS_STATUS = warning("R714", "an event stream has another status than 200")
EVENTS_GATHERED = warning("R715", "a proxy gathers the events of a stream")
WRITTEN_HEADER = error("R720", "the class writes this header itself")
KIND_STATUS = error("R721", "the kind cannot have this status")
ALLOWED_ORIGIN = error("R722", "a URL cannot be allowed to lead to what is no origin")
FALLBACK = error("R723", "the fallback of a URL is refused itself")
PLAIN_ORIGIN = warning("R724", "a URL may lead to an origin without encryption")
OPEN_HOST = warning("R725", "a param decides to which host a redirect leads")
NEVER_ALLOWED = error("R726", "a URL is always refused")
MISSING_STATUS = error("R730", "a missing file is answered with no error")
FILE_NAME_UNSEEN = error(
    "R731", "Content-Disposition makes the keys of the file's name meaningless"
)
WIDE_ROOT = warning("R732", "the folder holds more than the files to send")
FILE_NAME_SLASH = warning("R733", "the file name has slashes in it")
RANGES_DENIED = warning("R734", "a file that is sent in ranges says that it is not")
MISSING_ANSWER = error("R735", "what a missing file raises cannot be raised")
