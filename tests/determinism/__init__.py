"""The same schemas make the same bytes: anywhere, on any Python, in the project's own style."""
