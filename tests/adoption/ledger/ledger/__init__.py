"""The books of a small company, and who may look at them."""
