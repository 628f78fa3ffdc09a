"""Who decides: calls that verify somebody, comparisons and look-ups that do, and what a test asks for."""
