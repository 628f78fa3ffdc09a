"""Which security events a project has, and what each looks like where it is emitted."""
