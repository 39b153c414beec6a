"""What generated code needs of its framework: streams that are closed, error handlers, routes.

As of core, what a package uses is cut out of these modules: it becomes `_framework.py` beside
`_support.py`, which stays importable with the standard library alone. They import core, their
framework and the standard library, and nothing of respgen imports them.
"""
