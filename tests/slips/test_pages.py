"""One slip in the right schema of a rule's page: no fix makes another schema of it.

Every key and scalar of the schemas is misspelt in every way in which fingers slip.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest

from respgen.fix.mend import Mended, mend
from respgen.located import Plain
from respgen.project import Project
from respgen.rules import RULES
from tests.slips.linted import canonical
from tests.slips.pages import Slipped, schema, slips

QUICK = 40
"""One in so many slips is tried always."""
SLOW = 16
"""And one in so many where there is time."""
_FOLDER = Path("/nowhere")
_PROJECT = Project(_FOLDER, (_FOLDER / "shop.json",), _FOLDER / "out")


def made(code: str, one_in: int) -> Iterator[Slipped]:
    """Slips in the schema of a page; none where it needs Python that is not there."""
    right = schema(code)
    if right is not None and not len(mended(right).before.problems):
        yield from islice(slips(code, right), 0, None, one_in)


def mended(value: Plain) -> Mended:
    return mend(_PROJECT, {"shop.json": json.dumps(value, indent=1).encode()})


def differs(slip: Slipped) -> bool:
    """Whether fixes make something else of it than was right, and leave no error."""
    done = mended(slip.wrong)
    after: Plain = json.loads(done.data["shop.json"])
    if after in (slip.wrong, slip.right) or done.after.problems.errors:
        return False
    return _sent(after) != _sent(slip.right)


def _sent(value: Plain, name: str = "") -> Plain:
    """The value with what is sent in the place of each header's constant."""
    if name and name[0].isupper() and type(value) in (str, int):
        return canonical(name, value) or value
    if isinstance(value, dict):
        return {key: _sent(inside, key) for key, inside in value.items()}
    return value


def test_some_slips() -> None:
    """A sample of all slips."""
    some = (slip for code in RULES for slip in made(code, QUICK))
    assert [str(slip) for slip in some if differs(slip)] == []


@pytest.mark.slow
@pytest.mark.parametrize("family", sorted({code[:2] for code in RULES}))
def test_more_slips(family: str) -> None:
    """Slips in the schemas of a family of rules."""
    codes = (code for code in RULES if code.startswith(family))
    some = (slip for code in codes for slip in made(code, SLOW))
    assert [str(slip) for slip in some if differs(slip)] == []
