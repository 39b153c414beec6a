"""The frameworks' own tests, run with our classes in the places of theirs."""
