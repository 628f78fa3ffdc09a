"""Releases: what goes out is what was signed, by whom it should be, and nothing else."""
