"""Writes schemas of what code sends by hand: cookies, exceptions, helpers, shapes.

Goes in: facts, and the catalogue as it is. Come out: entries, each compiled and held against the places
that it was made of, and what is left and why.
"""
