"""Names of structlog; its formatter is one of Python's as far as handlers go."""

from structlog import processors, stdlib
