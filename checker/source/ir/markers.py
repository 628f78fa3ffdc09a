"""What the index notes of a function's order: a *marker* wherever control can part or leave; `ways` makes a tree of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

IF: Final = 0
"""``(IF, calls before the test, calls after it, condition, line)``; `ELIF` is the same."""
ELIF: Final = 1
ELSE: Final = 2
"""``(ELSE, calls)``: of an ``if``, a loop or a ``try``."""
END: Final = 3
"""``(END, calls)``: of any of the blocks."""
WHILE: Final = 4
"""As `IF`."""
FOR: Final = 5
"""``(FOR, calls, line)``"""
WITH: Final = 6
"""``(WITH, calls, nodes of the contexts, whether one of them swallows exceptions, line)``"""
TRY: Final = 7
"""``(TRY, calls, line)``"""
EXCEPT: Final = 8
"""``(EXCEPT, calls, position in Body.handlers, line)``"""
FINALLY: Final = 9
"""``(FINALLY, calls)``"""
MATCH: Final = 10
"""``(MATCH, calls, line)``"""
CASE: Final = 11
"""``(CASE, calls, whether it takes all)``"""
LEAVE: Final = 12
"""``(LEAVE, calls, kind, value, cause, line, column)``"""
YIELD: Final = 13
"""``(YIELD, calls, value, line, column)``"""
STORE: Final = 14
"""``(STORE, calls, position in Function.stores)``"""
PUT: Final = 15
"""``(PUT, calls, owner, key, value, line, column)``; the value is -1 for a deletion."""
BOUND: Final = 16
"""``(BOUND, calls, value, line, column)``"""
FLAG: Final = 17
"""``(FLAG, calls, name)``: the node of a name that is given ``True``, ``False`` or ``None``."""

Marker = Sequence[Any]
