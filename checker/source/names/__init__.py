"""What the names of a project stand for: its modules, classes and functions, and what a call may run."""
