"""Family R8: what makes bodies, bodies that a schema writes, and problems."""

from respgen.rules.row import error, warning

LABEL = warning("R801", "the media type does not say what the renderer writes")
BINARY_TEXT = error("R802", "bytes that are no text are sent under a text type")
OPTIONS = error("R803", "options of a renderer do not go together")
XML_NAME = error("R804", "the name is not that of an XML element")
DELIMITER = error("R805", "the delimiter would not separate cells")
COLUMNS = error("R806", "nothing says which columns a table has")
BOUND = error("R807", "an option of a function is bound to what is no param")
UNKNOWN_COLUMN = error(
    "R808", "a column is no field of the class of a row", ignorable=True
)

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
MEMBER = error("R820", "an extension has the name of a member that every problem has")
ERROR_STATUS = error("R821", "the status is not one of errors")
PROBLEM_TYPE = error("R822", "the type of a problem is not a URI")
PROBLEM_TITLE = error("R823", "a problem has no title")
BLANK_TITLE = warning("R824", "a problem without a type has a title of its own")
TYPE_TWICE = warning("R825", "two problems have the same type")
EXTENSION_TYPE = error("R826", "JSON has no value for an extension")
ANSWER = error("R827", "a class cannot answer the errors that it is to answer")
ANSWER_STATUS = error("R828", "a class does not have the status that it is to answer")
EXTENSION_NAME = warning("R829", "clients may not know what to do with an extension")
TWO_ANSWERS = error("R830", "several modules say how errors are answered")
RELATIVE_TYPE = warning("R831", "the type of a problem is a relative URI")
SEVERAL_CONTRACTS = warning(
    "R832", "a problem lacks a header that one of its statuses requires"
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
REPLACED = warning(
    "R843", "a method by hand is replaced by that of the generated class"
)
EXAMPLE_NAME = error("R850", "an example gives what the class does not take")
EXAMPLE_LACKS = error("R851", "an example lacks what the class needs")
EXAMPLE_VALUE = error("R852", "an example gives a value that the class refuses")
NO_EXAMPLE = error("R853", "a response without a body to show has examples")
