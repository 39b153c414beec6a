"""The decoder: a located tree becomes objects whose values carry their places.

A mapping of the language is a class, and each of its keys a row: a field with its shape, a sentence
for editors and what holds where it is left out. The same row reads the key, says what is wrong
with it, completes it in editors and gives its Python type, which mypy holds to the shape's.

    class Indent(Keys):
        \"\"\"How JSON is indented.\"\"\"                              # shown by editors

        width: Located[int] = required(WHOLE, "Spaces of a level.", 2)   # cannot be left out
        tabs: Located[bool] = settled(TRUTH, "Tabs instead.", False)    # False where left out
        first: Written[str] = row(TEXT, "The first level.")             # None where left out
        from_: Written[str] = row(TEXT, "An import path.")              # the key is "from"

        def mistake(self) -> Mistake | None:
            \"\"\"What no single key says; the mapping goes where there is a mistake.\"\"\"

Shapes are TEXT, WHOLE, NUMBER, TRUTH, NULL, LIST, MAPPING; Words of a Literal; Checked, ListOf,
MappingOf, KeysOf a class, and either() of several that are told apart by the kind of value.

A malformed value is noted and left out, with the mapping that holds it where it is required there.
`resolve` reads `keys.width.value`, and points findings to `keys.width.span`.
"""

from respgen.decoder.keys import Keys as Keys
from respgen.decoder.keys import KeysOf as KeysOf
from respgen.decoder.keys import form as form
from respgen.decoder.keys import others as others
from respgen.decoder.keys import required as required
from respgen.decoder.keys import row as row
from respgen.decoder.keys import settled as settled
from respgen.decoder.reading import NOT_BUILT as NOT_BUILT
from respgen.decoder.reading import NOT_YET as NOT_YET
from respgen.decoder.reading import Mistake as Mistake
from respgen.decoder.reading import Reading as Reading
from respgen.decoder.shapes import LIST as LIST
from respgen.decoder.shapes import MAPPING as MAPPING
from respgen.decoder.shapes import NULL as NULL
from respgen.decoder.shapes import NUMBER as NUMBER
from respgen.decoder.shapes import TEXT as TEXT
from respgen.decoder.shapes import TRUE as TRUE
from respgen.decoder.shapes import TRUTH as TRUTH
from respgen.decoder.shapes import WHOLE as WHOLE
from respgen.decoder.shapes import Checked as Checked
from respgen.decoder.shapes import Definitions as Definitions
from respgen.decoder.shapes import Form as Form
from respgen.decoder.shapes import ListOf as ListOf
from respgen.decoder.shapes import MappingOf as MappingOf
from respgen.decoder.shapes import Shape as Shape
from respgen.decoder.shapes import Words as Words
from respgen.decoder.shapes import either as either
