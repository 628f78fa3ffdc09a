"""A small portal with two doors: one that writes down who was turned away, and one that does so only half of the time."""
