"""Switches that the project turns where it is deployed: what ``DEBUG=1`` in a manifest makes of the code that reads it.

A level hangs on them by way of conditions (``if DEBUG:``), which no reader of files can follow: evaluation is told the variable's value
instead, as text, and the value says to the end that it comes from there.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import msgspec

from checker import patterns as re
from checker.logconfig.environment import Stated, placed
from checker.logconfig.model import PRODUCTION
from checker.logconfig.surroundings import EnvironmentVariable
from checker.logconfig.values import Value
from checker.logconfig.variables import Table, said, table_of, turned

_SWITCH = re.compile(r"^(?:1|0|true|false|yes|no|on|off|y|n|t|f)$", re.IGNORECASE)
_YES = frozenset(("1", "true", "yes", "on", "y", "t", "ok"))
"""What django-environ, decouple, pydantic and ``strtobool`` take for true, in lower case."""


class Switches(msgspec.Struct, frozen=True):
    """The variables of production that hold a yes or a no."""

    table: Table

    def text(self, name: str, path: str) -> Value | None:
        """The text that the code at a path gets of a variable; ``None`` where nothing sets it, or it is no switch."""
        found = said(name, path, PRODUCTION, self.table) if name.upper() in self.table else None
        if found is None:
            return None
        held = found.value.value
        told = str(held).lower() if isinstance(held, bool) else str(held)
        return Value(told, found.span, open=turned(found)) if _SWITCH.match(told) else None

    def truth(self, name: str, path: str) -> Value | None:
        """What a library of settings makes of it that is asked for a bool."""
        found = self.text(name, path)
        return Value(is_yes(found.data), found.span, open=found.open) if found is not None else None


def is_yes(text: str) -> bool:
    """Whether a text is one of those that settings take for true."""
    return text.strip().lower() in _YES


def switches(facts: Iterable[Any], python: frozenset[str], stated: Stated) -> Switches:
    """The switches among the facts of files."""
    found: Sequence[Any] = [placed(one, stated) for one in facts]
    return Switches(table_of(found, python) if any(isinstance(one, EnvironmentVariable) for one in found) else {})
