"""Family R9: what only people's Python can do wrong, and where it makes responses by hand.

The severity of a row is the usual one; a finding may raise or lower it.
"""

from functools import partial

from respgen.diagnostics import Subject
from respgen.rules import row
from respgen.rules.row import note

error = partial(row.error, subject=Subject.PYTHON, ignorable=True)
warning = partial(row.warning, subject=Subject.PYTHON)

UNREAD = row.unread("R900", "a source file cannot be read")
USELESS_SUPPRESSION = warning("R901", "a suppression comment silences nothing")
STALE_BASELINE = warning("R902", "an entry of the baseline has no finding any more")

OWN_CLASS = note("R910", "a response class is written by hand")
CONSTRUCTION = note("R911", "a response is put together where it is returned")
MUTATION = note("R912", "a response is changed after it was made")
RAISED_HEADERS = note("R913", "an exception is given headers by hand")
COOKIE = note("R914", "a cookie is set or deleted by hand")
HELPER = note("R915", "a function exists to make one response")
SITES = (OWN_CLASS, CONSTRUCTION, MUTATION, RAISED_HEADERS, COOKIE, HELPER)
"""The places that a catalogue could take over."""
SHAPE = note("R916", "responses of one shape are made in three places or more")

SAME_CLASS = warning("R920", "two classes send the same")
SAME_AS_BASE = warning("R921", "a class sends what its base sends")
UNMAKEABLE = error("R922", "FastAPI cannot make the response_class of a route")
OTHER_CLASS = warning("R923", "a route returns another response than it declares")
OTHER_STATUS = warning(
    "R924", "a returned response does not have the status of its route"
)

DELETED_ELSEWHERE = error("R930", "a cookie is deleted where it was never set")
MAYBE_DELETED_ELSEWHERE = warning(
    "R931", "some configuration deletes a cookie where it was never set"
)
DELETION_REFUSED = error("R932", "browsers refuse the deletion of a cookie")
DELETION_MAYBE_REFUSED = warning(
    "R933", "in some configuration browsers refuse the deletion of a cookie"
)
SURVIVING_COOKIE = warning("R934", "logging out leaves a cookie of the session behind")
DEFAULT_SAMESITE = warning("R935", "a cookie is sent with a SameSite that nobody wants")
MAX_AGE = error("R936", "the lifetime of a cookie is not a number")

CONTENT_TYPE = warning("R940", "Content-Type is sent as a header of its own")
FILE_NAME = error("R941", "a file name can leave its quotes in Content-Disposition")
SHARED_HEADERS = error("R942", "a function changes headers that all responses share")
CALLERS_HEADERS = warning("R943", "a function changes the headers of its caller")
HEADER_TYPE = error("R944", "the value of a header is not a string")
DROPPED_HEADERS = warning("R945", "a handler drops the headers of the exception")
MAPPED_SET_COOKIE = error("R946", "a mapping holds one Set-Cookie, and others are lost")

LOST_HEADERS = error("R950", "headers are set on a response that is not sent")
MISUSED = error("R951", "a response or an exception is used as if it were the other")
RAISED_IN_MIDDLEWARE = warning("R952", "middleware raises what nothing handles")
ENCODED_TWICE = warning("R953", "JSON text is encoded as JSON again")
CACHED_EVENTS = warning("R954", "nothing keeps caches from storing an event stream")
