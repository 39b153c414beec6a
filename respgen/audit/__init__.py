"""People's Python, judged: what is wrong in it, and how much of it a catalogue would cover.

Goes in: the files of a project. Come out: findings and counts. Nothing here imports or runs what it
reads, and nothing prints.
"""
