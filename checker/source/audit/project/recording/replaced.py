"""Functions of a project that log by whatever they were told to: ``set_logger(func)`` keeps it in a global, ``log_message()`` calls it.

What it is in the end stands elsewhere, as a rule where the program starts; what is written down here is only what it is until then.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.source import ir

if TYPE_CHECKING:
    from checker.source.names.elements import Fn

_LOGGING = ("log", "audit")
_NO_LOGS = ("login", "logon", "logout", "logoff", "logged", "logic")


def logs(name: str, found: list[Fn]) -> bool:
    """Whether a call of that name logs so, of which these are the functions."""
    said = name.lower().lstrip("_")
    return said.startswith(_LOGGING) and not said.startswith(_NO_LOGS) and bool(found) and all(map(_hands_on, found))


def _hands_on(fn: Fn) -> bool:
    """Whether a function does nothing but to hand what it is given to a global that another function may set."""
    calls = fn.body.calls
    callee = fn.body.nodes[fn.body.nodes[calls[0]][1]] if len(calls) == 1 else [ir.OPAQUE]
    kept = fn.module.declared(str(callee[1])) if callee[0] == ir.GLOBAL else ()
    return any(where.body.nodes[value][0] == ir.PARAM for where, value in kept if value >= 0)
