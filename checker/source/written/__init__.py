"""What is written to logs and sent to clients, and what of it should not be."""
