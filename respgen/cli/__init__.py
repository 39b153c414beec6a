"""The command line: words in, an exit status out."""
