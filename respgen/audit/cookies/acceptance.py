"""Whether browsers take a deletion, where it comes from another site as the set did.

Goes in: a set and a deletion of one cookie. Comes out: what becomes of the deletion. A cookie that
is set for other sites has SameSite=None and Secure, and what deletes it has to say both (RFC
6265bis 5.7); one in a partition is deleted in that partition (CHIPS).
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import IntEnum, auto

from respgen.audit.cookies.annotations import literals
from respgen.audit.cookies.comparing import is_offered
from respgen.audit.cookies.operations import Operation
from respgen.source.program.facts import Facts
from respgen.source.program.values import Known, Value, choices


class Acceptance(IntEnum):
    """The worst is the highest."""

    TAKEN = auto()
    UNKNOWN = auto()
    PERHAPS = auto()
    """Browsers refuse it in some configuration."""
    REFUSED = auto()


def accepted(facts: Facts, set_: Operation, deletion: Operation) -> Acceptance:
    """What browsers do with a deletion."""
    values = {
        name: (_plain(set_.value(name)), _plain(deletion.value(name)))
        for name in ("samesite", "secure", "partitioned")
    }
    return max(_crosses(facts, values), _partitioned(*values["partitioned"]))


_Values = Mapping[str, tuple[Value | None, Value | None]]


def _plain(value: Value | None) -> Value | None:
    """A text without case, and what counts as false as False."""
    if not isinstance(value, Known):
        return value
    if isinstance(value.value, str):
        return Known(value.value.lower())
    return Known(False) if not value.value else value


def _crosses(facts: Facts, values: _Values) -> Acceptance:
    wanted, said = values["samesite"]
    if wanted is None or said is None:
        return Acceptance.UNKNOWN
    secure, repeated = values["secure"]
    if wanted == Known("none"):
        return _always(secure, said, repeated)
    if isinstance(wanted, Known):
        return Acceptance.TAKEN
    return _sometimes(facts, values)


def _always(secure: Value | None, said: Value, repeated: Value | None) -> Acceptance:
    """Of a set with SameSite=None."""
    if secure == Known(False):
        return Acceptance.TAKEN  # nobody has such a cookie
    if secure is None or repeated is None:
        return Acceptance.UNKNOWN
    if said == Known("none") and repeated in (Known(True), secure):
        return Acceptance.TAKEN
    if isinstance(said, Known):
        if said == Known("none") and not isinstance(repeated, Known):
            return Acceptance.UNKNOWN
        return _known(secure, Acceptance.REFUSED)
    return Acceptance.PERHAPS if is_offered(said) else Acceptance.UNKNOWN


def _sometimes(facts: Facts, values: _Values) -> Acceptance:
    """Of a set whose SameSite something decides."""
    (wanted, said), (secure, repeated) = values["samesite"], values["secure"]
    if wanted is None or not _may_cross(facts, wanted):
        return Acceptance.TAKEN if wanted and is_offered(wanted) else Acceptance.UNKNOWN
    if said == wanted:
        if repeated in (Known(True), secure):
            return Acceptance.TAKEN
        lost = repeated == Known(False) and secure is not None
        return _known(secure, Acceptance.PERHAPS) if lost else Acceptance.UNKNOWN
    if not isinstance(said, Known):
        return Acceptance.UNKNOWN
    if said == Known("none") and repeated in (Known(True), secure):
        return Acceptance.TAKEN
    return Acceptance.PERHAPS


def _known(secure: Value | None, found: Acceptance) -> Acceptance:
    """A refusal, if the set is Secure."""
    if secure == Known(True):
        return found
    return Acceptance.PERHAPS if secure and is_offered(secure) else Acceptance.UNKNOWN


def _may_cross(facts: Facts, wanted: Value) -> bool:
    """Whether a configuration, or a way through the code, sets SameSite=None."""
    for each in choices(wanted):
        each = _plain(each) or each
        if each == Known("none"):
            return True
        if not isinstance(each, Known) and is_offered(each):
            allowed = literals(facts, each)
            if allowed is None or "none" in allowed:
                return True
    return False


def _partitioned(wanted: Value | None, said: Value | None) -> Acceptance:
    if wanted is None or wanted == Known(False) or said != Known(False):
        return Acceptance.TAKEN
    if wanted == Known(True):
        return Acceptance.REFUSED
    return Acceptance.PERHAPS if is_offered(wanted) else Acceptance.UNKNOWN
