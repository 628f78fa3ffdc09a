"""What the code around says of a value: for a secret (what it is handed to, which keys are read of it) or against one."""
