"""People's Python, rewritten: edits become new text of a file, and nothing else in it changes.

Goes in: a file as it was read, and edits of places in it. Come out: its new bytes, the edits that
cannot be done, each with its reason, a diff, and at last the disk. Nothing here knows what the code
is about.

A file is cut at the places that `ast` and `tokenize` give, and what stands between them is copied:
bytes that no edit touches stay by construction. A tree that is written anew (libcst, black) could
only promise it.
"""
