"""How rules about configuration name things."""

from __future__ import annotations

from checker.model import Span, Step


def called(name: str) -> str:
    """A logger as a message names it."""
    return f"the logger {name}" if name else "the root logger"


def at(span: Span, text: str) -> Step:
    """A related place."""
    return Step(span, text)
