"""Records: who is a logger, what is written, and what is set up to hide something of it."""
