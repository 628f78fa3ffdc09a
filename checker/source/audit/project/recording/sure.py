"""How sure it is that something leaves a record."""

from __future__ import annotations

from enum import IntEnum


class Sure(IntEnum):
    """Never, on some ways, or on each."""

    NO = 0
    MAYBE = 1
    YES = 2
