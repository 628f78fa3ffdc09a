"""``events:`` of settings and packs: what must become of each event, from the code to a person."""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field, StrictBool, StrictStr
from pydantic_core import PydanticCustomError

from checker.policy.tables import Strict, Words, unset

_UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86400}
_DURATION = re.compile(r"(?:[0-9]{1,9}[smhd])+")
Reach = Literal["emitted", "written", "shipped", "alerted", "routed"]


def seconds(text: str) -> int:
    """``1h30m`` in seconds."""
    return sum(int(number) * _UNITS[unit] for number, unit in re.findall(r"([0-9]{1,9})([smhd])", text))


def _duration(text: str) -> str:
    if not _DURATION.fullmatch(text):
        raise PydanticCustomError("duration", "must be a duration such as 90s, 15m or 1h30m")
    return text


Duration = Annotated[StrictStr, AfterValidator(_duration), Field(json_schema_extra={"pattern": f"^{_DURATION.pattern}$"})]


class EventTable(Strict):
    """What must become of one event."""

    must_be: Reach = unset(
        "How far it must come: emitted by the code, written by a handler, shipped to a store, alerted by a rule, routed to a receiver. "
        "Default: routed."
    )
    when: Literal["always", "emitted"] = unset(
        "always: the code must have the event; emitted: what is asked holds where it has. Default: always in settings, emitted in packs."
    )
    fields: Words = unset("Names of what its record must carry: user, source_ip.")
    max_detect: Duration = unset("How much time may go by until somebody is told: 15m.")
    runbook: StrictBool = unset("Whether its alert must lead to a runbook.")


def _widened(value: Any) -> Any:
    return {"must-be": value} if isinstance(value, str) else value


Event = Annotated[EventTable, BeforeValidator(_widened, json_schema_input_type=Reach | EventTable)]


def told(table: EventTable) -> dict[str, Any]:
    """What a table says, by the names of the settings."""
    held = {name.replace("_", "-"): getattr(table, name) for name in EventTable.model_fields if name in table.model_fields_set}
    return {key: tuple(value) if isinstance(value, list) else value for key, value in held.items()}
