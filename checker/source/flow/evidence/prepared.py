"""Headers and cookies of a request that a function puts together for whoever sends it: what it puts in tells what they hold."""

from __future__ import annotations

from msgspec.structs import replace

from checker.model import Confidence
from checker.source import ir
from checker.source.flow.literal import source
from checker.source.flow.origin import Flow
from checker.source.lexicon.words import Lexicon, split
from checker.source.names.elements import Fn

_MOST_STEPS = 200
"""Changes of one dict that are looked at."""
_RECEIVED = frozenset({"request", "req", "scope", "event", "environ", "response", "resp", "message", "flow"})
"""Last words of parameters that hold what somebody else has sent."""
_KINDS = frozenset({"headers", "cookies"})


def prepared(fn: Fn, lexicon: Lexicon, value: int, flow: Flow) -> Flow:
    """The flow of ``params["cookies"]`` behind ``params["cookies"]["lang"] = lang``: a hint where nothing put in is called a secret."""
    if not any(item.kind in _KINDS for item in flow.found) or not _is_filled(fn, lexicon, value):
        return flow
    found = (replace(item, confidence=Confidence.LOW) if item.kind in _KINDS else item for item in flow.found)
    return Flow(tuple(found), flow.refs)


def _is_filled(fn: Fn, lexicon: Lexicon, value: int) -> bool:
    """Whether items of known names were put into what a parameter's item held before."""
    for _ in range(_MOST_STEPS):
        record = source(fn, value)
        if record[0] == ir.ITEM:
            return _is_of_parameter(fn, record[1])
        if record[0] not in (ir.SET, ir.TOUCHED):
            return False
        if record[0] == ir.SET and not (isinstance(record[2], str) and lexicon.tell(record[2].replace("-", "_")) is None):
            return False
        value = record[1]
    return False


def _is_of_parameter(fn: Fn, owner: int) -> bool:
    for _ in range(_MOST_STEPS):
        record = source(fn, owner)
        if record[0] == ir.PARAM:
            return _RECEIVED.isdisjoint(split(fn.head.params[record[1]])[-1:])
        if record[0] not in (ir.SET, ir.DROP, ir.TOUCHED):
            return False
        owner = record[1]
    return False
