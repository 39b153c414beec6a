"""Located tree -> declarations, still in the author's words; the published JSON Schema."""
