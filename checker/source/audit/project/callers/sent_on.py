"""An answer that a handler makes of what the same function raised: the raise says what it is, and the handler how it is sent."""

from __future__ import annotations

from msgspec.structs import replace

from checker.source import ir
from checker.source.audit.signs.statuses import FIELDS
from checker.source.audit.ways.paths import Handling, Way
from checker.source.flow.literal import unnamed
from checker.source.names.elements import Fn

_DEEPEST = 4


def as_raised(fn: Fn, way: Way) -> Way:
    """A way that leaves by the raise it came from where its handler answers with the status of what it caught:
    ``except HTTPException as e: return JSONResponse({"message": e.detail}, status_code=e.status_code)``.
    """
    if way.exit is None or way.exit.kind != "return" or way.exit.value < 0:
        return way
    at = next((at for at in reversed(range(len(way.entries))) if isinstance(way.entries[at], Handling)), -1)
    caught = way.entries[at] if at >= 0 else None
    if not isinstance(caught, Handling) or caught.raised is None or not _gives_status(fn, way.exit.value, caught.handler, _DEEPEST):
        return way
    return replace(way, exit=caught.raised, entries=(*way.entries[:at], *way.entries[at + 1 :]))


def _gives_status(fn: Fn, node: int, handler: int, depth: int) -> bool:
    """Whether a value is made with the status of the exception that a handler caught."""
    record = fn.body.nodes[unnamed(fn, node)]
    if record[0] == ir.ATTR:
        owner = fn.body.nodes[record[1]]
        return record[2] in FIELDS and owner[0] == ir.CAUGHT and owner[1] == handler
    if depth == 0 or record[0] not in (ir.CALL, ir.SEQ):
        return False
    given = (*record[2], *(value for _, value in record[3])) if record[0] == ir.CALL else record[1]
    return any(one >= 0 and _gives_status(fn, one, handler, depth - 1) for one in given)
