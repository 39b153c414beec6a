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

        def mistake(self) -> Finding | None:
            \"\"\"What no single key says; the mapping goes where there is a mistake.\"\"\"

Shapes are TEXT, WHOLE, NUMBER, TRUTH, NULL, LIST, MAPPING (`plain`); Words of a Literal; Parsed,
ListOf, MappingOf (`shapes`), KeysOf a class (`keys`), and either() of several that are told apart
by the kind of value.

A malformed value is noted and left out, with the mapping that holds it where it is required there.
`resolve` reads `keys.width.value`, and points findings to `keys.width.span`.
"""
