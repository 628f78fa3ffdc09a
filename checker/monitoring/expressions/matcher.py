"""What an expression or a route asks of a label."""

from __future__ import annotations

import msgspec

from checker.model import Span


class Matcher(msgspec.Struct, frozen=True):
    """What a label must be: ``severity=~"warning|info"``."""

    label: str
    op: str
    """``=``, ``!=``, ``=~`` or ``!~``; a pattern must fit the whole value."""
    value: str
    span: Span | None = None
    """``None`` within an expression, whose place is known."""
    unknown: str = ""
    """Why its value is not known."""

    def __str__(self) -> str:
        return f'{self.label}{self.op}"{self.value}"'
