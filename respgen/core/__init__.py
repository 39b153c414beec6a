"""HTTP itself: every grammar, encoder and check that a response needs, on the standard library alone."""
