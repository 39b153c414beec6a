"""A web shop on the generated classes: what `make demo` starts, and what the catalogue imports."""
