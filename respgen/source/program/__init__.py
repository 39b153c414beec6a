"""A whole program, read and never run: what its names mean, what its functions do, path by path."""
