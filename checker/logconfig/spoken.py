"""Which names of handlers, formatters and filters a configuration speaks of, on whatever way through its conditions."""

from __future__ import annotations

from collections import defaultdict

from checker.logconfig.values import Choice, Items, Map, Value

_SLOTS = {"formatter": "formatters", "filters": "filters", "class": "", "()": ""}
"""Keys whose values name something of one section alone, or of none; a text that stands anywhere else may name a handler."""
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
        elif isinstance(one.data, Items):
            waiting += [(inner, slot) for inner in one.data.values]
        elif isinstance(one.data, Choice):
            waiting += [(inner, slot) for _, inner in one.data.options]
        elif isinstance(one.data, str):
            found[slot].add(one.data)
    return {slot: frozenset(texts) for slot, texts in found.items()}
