"""Expressions of alert rules: PromQL and LogQL to one tree, what values it can have, which labels it keeps."""
