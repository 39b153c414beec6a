"""Checks the values of headers that have a row in `fields`.

Goes in: a header and its value on the wire. Comes out: findings about it.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice
from typing import Any, TypeAlias

from respgen.core.fields import field_value
from respgen.core.grammar import FieldError
from respgen.diagnostics import Finding, Malformed, Mend, Rule, Severity, Span
from respgen.fields import field_type
from respgen.fields.row import FieldType
from respgen.fields.slips import meant_text
from respgen.fields.types import encoded
from respgen.specs import DefaultValue, HeaderSpec, ResponseSpec, wire

_MOST = 20
"""At most so many findings are reported for one value: nobody fixes more at once."""

_SMALL = 4_000
"""Characters of a value that is judged once more for each fix, before that is offered."""


@dataclass(frozen=True, slots=True)
class Text:
    """A header with what it sends by default; a nonce is shown as its placeholder."""

    header: HeaderSpec
    value: str

    @property
    def name(self) -> str:
        return self.header.name

    @property
    def span(self) -> Span:
        """The place at which the value was written."""
        return self.header.places.whole

    def place(self, part: str, *, at_key: bool = False) -> Span:
        """The place of a part that was written on its own, else that of the whole value."""
        return self.header.places.around((part,))[0 if at_key else 1]


Texts: TypeAlias = Mapping[str, Text]
"""The headers of one response whose texts are known, by their names in lower case."""


def texts(response: ResponseSpec) -> Texts:
    """Collects the texts that are known before run time."""
    return {
        name: Text(known.header, known.text)
        for name, known in wire.fields(response.headers).items()
        if known.text is not None
    }


def value_findings(header: HeaderSpec, sent: str) -> Iterator[Finding]:
    """Reports what is wrong in the value on the wire, if the header or its type has rules."""
    row = field_type(header.name, header.type.word)
    if row is None:
        return
    every = [*islice(row.judge(sent), _MOST)]
    if len(sent) <= _SMALL and len(every) < _MOST:
        every = [_with_sure_fix(found, every, row) for found in every]
    for found in [*_of_slip(header, row, sent, every)] or every:
        message = f"{header.name}: {found.message}"
        advice = _shown(header, found.fix) or found.help
        yield replace(found, message=message, help=advice)


def _with_sure_fix(
    found: Finding, every: Sequence[Finding], row: FieldType[Any]
) -> Finding:
    return found if _is_sure(found, every, row) else replace(found, fix=None)


def _of_slip(
    header: HeaderSpec, row: FieldType[Any], sent: str, found: Sequence[Finding]
) -> Iterator[Finding]:
    """The first error, where undoing one slip mends all, and what is found even so; else nothing."""
    errors = [*filter(_is_error, found)]
    if not errors or not header.places.is_text:
        return
    meant = undone(header.name, row, sent)
    own = errors[0].fix if len(errors) == 1 else None
    whole = own.whole if isinstance(own, Mend) else None
    if meant is None or (whole and _right(row, whole) == meant):
        return
    yield replace(errors[0], help=f"write {meant}", at=(), fix=Mend(meant))
    left = {(each.rule, each.message) for each in row.judge(meant)}
    # one fix at a time: that of another would write the slip again
    yield from (
        replace(each, fix=None) for each in found if (each.rule, each.message) in left
    )


def undone(name: str, row: FieldType[Any], text: str) -> str | None:
    """The right text of which this one is a slip away, if one alone can be meant."""
    if row.spelling is None:
        return None
    return meant_text(text, name, row.spelling, partial(_right, row))


def _right(row: FieldType[Any], text: str) -> str | None:
    """The canonical form of a text in which no rule finds an error."""
    try:
        sent = row.constant(field_value("", text).decode("latin-1"))
    except (FieldError, Malformed):
        return None
    if not isinstance(sent, str):
        return None
    # where names are an author's own, a warning may be of what the slip is
    strict = row.spelling is not None and row.spelling.is_free
    wrong = any(strict or _is_error(each) for each in row.judge(sent))
    return None if wrong else sent


def _is_error(found: Finding) -> bool:
    return found.rule.severity is Severity.ERROR


def _shown(header: HeaderSpec, fix: object) -> str:
    """The help line with the whole value after the fix, where it was written as one text."""
    if isinstance(fix, Mend) and fix.shown and fix.whole and header.places.is_text:
        return f"write {fix.whole}"
    return ""


def _is_sure(found: Finding, others: Sequence[Finding], row: FieldType[Any]) -> bool:
    """Tells whether the finding is gone after its fix, and no error is new."""
    if not isinstance(found.fix, Mend) or found.fix.whole is None:
        return True
    try:
        sent = row.constant(found.fix.whole)
    except Malformed:
        return False
    text = sent if isinstance(sent, str) else sent.shown
    left = _counts(islice(row.judge(text), _MOST))
    had = _counts(others)
    errors = [rule for rule in left if rule.severity is Severity.ERROR]
    return left[found.rule] < had[found.rule] and all(
        left[rule] <= had[rule] for rule in errors
    )


def _counts(found: Iterable[Finding]) -> Counter[Rule]:
    """The findings of each rule; of a text that says the same of two parts one is reported."""
    said = {(each.rule, each.message) for each in found}
    return Counter(rule for rule, _ in said)


def default_findings(
    header: HeaderSpec, default: DefaultValue, sent: str
) -> Iterator[Finding]:
    """Reports on a default, which the constructor may even refuse."""
    binding = _is_refused(header, default)
    for found in value_findings(header, sent):
        yield replace(found, binding=binding)


def _is_refused(header: HeaderSpec, default: DefaultValue) -> bool:
    """Tells whether the constructor would raise for the default."""
    try:
        encoded(header.name, header.type, default, strictly=True)
    except FieldError:
        return True
    return False
