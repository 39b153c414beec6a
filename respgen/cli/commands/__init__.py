"""The commands, a module each: its `command` is what click runs. A new one is a module and a row in `cli/main.py`."""
