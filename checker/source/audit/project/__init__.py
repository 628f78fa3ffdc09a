"""What the project as a whole has around a function: its records, what it registers with frameworks, who calls, wraps and catches."""
