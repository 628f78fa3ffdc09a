"""``events:`` of settings and packs: what must become of each event, from the code to a person."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field, StrictBool, StrictStr
from pydantic_core import PydanticCustomError

from checker.policy.tables import Strict, Words, unset
from checker.trace.wanted import Wanted

if TYPE_CHECKING:
    from checker.policy.rulebook import Layer
    from checker.policy.schema import Shared

_UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86400}
_DURATION = re.compile(r"(?:[0-9]+[smhd])+")
Reach = Literal["emitted", "written", "shipped", "alerted", "routed"]


def seconds(text: str) -> int:
    """``1h30m`` in seconds."""
    return sum(int(number) * _UNITS[unit] for number, unit in re.findall(r"([0-9]+)([smhd])", text))


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


def wanted(said: Sequence[tuple[Layer, Shared]], settings: type[Shared]) -> tuple[Wanted, ...]:
    """Every event, in the order in which they are first named; what a later layer says of one holds, and what it leaves out stays."""
    merged: dict[str, dict[str, Any]] = {}
    for layer, model in said:
        for name, table in model.events.items():
            line, column = layer.document.place(("events", name))
            given = {"file": layer.label, "line": line or 0, "column": column or 0, **dict(_given(table))}
            first = {"always": isinstance(model, settings)} if name not in merged else {}
            merged[name] = {**merged.get(name, {}), **first, **given}
    return tuple(Wanted(name, **held) for name, held in merged.items())


def told(table: EventTable) -> dict[str, Any]:
    """What a table says, by the names of the settings."""
    held = {name.replace("_", "-"): getattr(table, name) for name in EventTable.model_fields if name in table.model_fields_set}
    return {key: tuple(value) if isinstance(value, list) else value for key, value in held.items()}


def _given(table: EventTable) -> Iterator[tuple[str, Any]]:
    """What a table says, by the names of `Wanted`."""
    there = table.model_fields_set
    if "must_be" in there:
        yield "reach", table.must_be
    if "when" in there:
        yield "always", table.when == "always"
    if "fields" in there:
        yield "fields", tuple(table.fields)
    if "max_detect" in there:
        yield "seconds", float(seconds(table.max_detect))
    if "runbook" in there:
        yield "runbook", table.runbook
