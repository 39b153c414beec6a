"""The ticket machines of a museum."""
