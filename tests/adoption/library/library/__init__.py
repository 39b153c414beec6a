"""The municipal library: its catalogue, its members and their loans."""
