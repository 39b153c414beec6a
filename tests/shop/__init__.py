"""A tea shop on the generated classes: the tutorial, and what `make demo` starts."""
