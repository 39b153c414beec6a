"""Family R8: bodies that a schema writes, and problems."""

from respgen.rules.row import error, warning

BODY_FORM = error("R810", "the body does not have the form that its renderer needs")
BODY_CONTENT = error(
    "R811", "the body and the content of a class contradict each other"
)
BODY_PARAM = error("R812", "a placeholder of the body stands for what it cannot hold")
BODY_TEXT = error("R813", "the body has a constant part that cannot be sent")
UNGUARDED = error("R814", "escaping does not guard this place of a page")
LOADED = warning("R815", "a param decides what a page loads")
NO_POLICY = warning(
    "R816", "a page has no policy, though others of the project have one"
)
UNREADABLE_BASE = error(
    "R840", "the constructor of a class that an entry extends cannot be read"
)
UNTAKEN = error(
    "R841",
    "the constructor of a class that an entry extends does not take a key's value",
)
FOREIGN_BASE = error(
    "R842",
    "nobody says what the constructor of other people's class takes",
    fixable=True,
)
