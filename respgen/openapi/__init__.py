"""What FastAPI's users import of a generated package: a route's class, and what goes with it.

As of core, it is cut out of these modules, and becomes the public `openapi.py`. They import core,
frameworks, their framework and the standard library, and nothing of respgen imports them.
"""
