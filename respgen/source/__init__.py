"""The project's own Python: what generated code imports of it, read and never run."""
