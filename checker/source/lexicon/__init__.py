"""The vocabulary made ready to look up: words of identifiers, tables by name, what a literal hides."""
