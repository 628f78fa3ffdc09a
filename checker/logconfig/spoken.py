"""Which names of handlers, formatters and filters a configuration speaks of, on whatever way through its conditions."""

from __future__ import annotations

from collections import defaultdict

from checker.logconfig.values import ABSENT, Choice, Items, Map, Value

_SLOTS = {"formatter": "formatters", "filters": "filters", "class": "", "()": ""}
"""Keys whose values name something of one section alone, or of none; a text that stands anywhere else may name a handler."""
_NAMING = {"handlers": "handlers", "formatter": "formatters", "filters": "filters"}
"""Keys whose values are names of a section."""
OPEN = "open"
"""What stands for a section, and holds those of which some way names parts that are not known: the environment lists them."""
_MOST = 100_000


def spoken(value: Value) -> dict[str, frozenset[str]]:
    """Section to the texts that stand where its names may."""
    found: dict[str, set[str]] = defaultdict(set)
    waiting, seen = [(value, "handlers")], set[tuple[int, str]]()
    while waiting and len(seen) < _MOST:
        one, slot = waiting.pop()
        if (id(one.data), slot) in seen and isinstance(one.data, Map | Items | Choice):
            continue
        seen.add((id(one.data) if isinstance(one.data, Map | Items | Choice) else id(one), slot))
        if isinstance(one.data, Map):
            waiting += [(inner, _SLOTS.get(str(key), "handlers")) for key, inner in one.data.entries.items()]
            found[OPEN] |= {_NAMING[key] for key, inner in one.data.entries.items() if key in _NAMING and _is_open(inner)}
        elif isinstance(one.data, Items):
            waiting += [(inner, slot) for inner in one.data.values]
        elif isinstance(one.data, Choice):
            waiting += [(inner, slot) for _, inner in one.data.options]
        elif isinstance(one.data, str):
            found[slot].add(one.data)
    return {slot: frozenset(texts) for slot, texts in found.items()}


def _is_open(value: Value) -> bool:
    """Whether some way of a choice is not known."""
    ways = [one for _, one in value.data.options] if isinstance(value.data, Choice) else []
    return any(_is_open(one) or bool(one.open) or not (one.known or one.data is ABSENT) for one in ways)
