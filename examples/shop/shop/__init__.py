"""A small web shop."""

__version__ = "1.8.0"
