"""Places of the join as spans, and what kind of program a module is part of."""

from __future__ import annotations

from checker.model import Span
from checker.source.flow.origin import Place

COMMAND_MODULES = frozenset({"argparse", "click", "typer", "optparse", "docopt", "cmd", "fire", "cmd2", "knack", "traitlets"})
"""Modules that make a program a command-line tool."""


def span(place: Place) -> Span:
    """A place as a span of one character; the walk finds the exact range."""
    path, line, column = place
    return Span(path, line, column + 1, line, column + 2)
