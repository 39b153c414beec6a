"""Schemas mended where one mending is certain: fixes become edits of the text, and nothing else
in it changes."""
