"""What a place in code sends, and what a class of the catalogue sends, in one vocabulary.

Goes in: what code does (`audit.acts`) and specs. Comes out: the call of a class that sends the same for
every argument, or how the two differ.
"""
