"""One reader a file; each module has a ``READER`` and is found by it."""
