"""The corpus is read, never run."""

collect_ignore = ["corpus"]
