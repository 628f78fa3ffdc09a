"""What a policy asks of an event's way."""

from __future__ import annotations

import msgspec

STATIONS = {"emitted": "emitted", "written": "formatter", "shipped": "sink", "alerted": "rule", "routed": "receiver"}
"""How a policy calls how far an event must come, to the kind of hop that it must pass; each includes those before it."""


class Wanted(msgspec.Struct, frozen=True):
    """What must become of one event wherever the code has it."""

    name: str
    """As in the trace: ``authn_login_fail``."""
    reach: str = "routed"
    """A key of `STATIONS`."""
    always: bool = False
    """Whether the code must have it; else what is asked holds where it does."""
    fields: tuple[str, ...] = ()
    """Names of what the record must carry."""
    seconds: float | None = None
    """How much time may go by until somebody is told."""
    runbook: bool = False
    """Whether the alert must lead to a runbook."""
    file: str = ""
    """Where it is asked for."""
    line: int = 0
    column: int = 0
