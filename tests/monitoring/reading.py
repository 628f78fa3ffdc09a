"""What the tests of monitoring configuration share: facts of one text."""

from __future__ import annotations

from typing import Any

from checker.monitoring import read


def facts_of(name: str, data: str | bytes) -> tuple[Any, ...]:
    """What the readers make of one file."""
    content = data.encode() if isinstance(data, str) else data
    return read([name], lambda path: content).facts
