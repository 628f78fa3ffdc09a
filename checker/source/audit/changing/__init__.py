"""What changes accounts, rights and credentials: calls, assignments, rows of tables, members of lists."""
