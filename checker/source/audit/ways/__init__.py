"""The ways through one function: what was done and known on each, which of them nobody can go, where they end."""
