"""What tells that a file is a logging configuration though it does not parse: its name, or words that nothing else has."""

from __future__ import annotations

from checker import patterns as re

_NAME = re.compile(r"(?:^|/)[^/]*log(?:ging|gers?|config|conf|_conf|-conf)[^/]*$", re.IGNORECASE)
_PYTHON = re.compile(r"\blogging\.(?:handlers\.)?\w+Handler\b|\bdisable_existing_loggers\b|ext://sys\.std")


def is_called_so(path: str) -> bool:
    """Whether a file's name says so: ``logging.yaml``, ``log_config.json``."""
    return bool(_NAME.search(path))


def names_python(text: str) -> bool:
    """Whether a handler's class, a stream or a key of Python's logging is in it."""
    return bool(_PYTHON.search(text))
