"""Moves code to the catalogue: calls become calls of classes and functions that send the same.

Goes in: facts, and a catalogue. Come out: edits, and what was refused and why.
"""
