"""What leaves a record: calls, blocks, functions as a whole, handlers and middleware; and what only looks like one."""
