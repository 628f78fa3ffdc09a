"""Whether what a rule of Grafana's compares is one value: a condition on a series is an error, and raises no alert.

After Grafana's documentation of alert conditions ("only reduced data can be alerted on") and its data sources for Prometheus and Loki: a
query that is told to be neither ``instant`` nor a range is a range query.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from checker import patterns as re
from checker.logconfig.model import Reference, Setting
from checker.logconfig.values import Value
from checker.monitoring.fields import as_written, entries, flag, items, text

_NAMED = re.compile(r"\$\{?(?P<name>[A-Za-z_]\w*)\}?")
_KEEPING = frozenset(("threshold", "math", "resample"))
"""Types of expressions that give a series for a series; the others give one value."""
_DEEPEST = 6


def series(queries: Mapping[str, Mapping[str, Value]], name: str, depth: int = 0) -> tuple[str, Setting] | None:
    """The query whose series nothing reduces on its way to a condition, by name and with its text; ``None`` where it is not certain."""
    model = queries.get(name)
    if model is None or depth > _DEEPEST:
        return None
    if "expr" in model:
        found = as_written(model["expr"])
        return (name, found) if found.value and _is_range(model) else None
    if text(model.get("type")) not in _KEEPING:
        return None
    told = text(model.get("expression")).strip()
    names = _NAMED.findall(told) if text(model.get("type")) == "math" else [told.lstrip("$").strip("{}")]
    return next((held for one in names if (held := series(queries, one, depth + 1)) is not None), None)


def undefined(queries: Mapping[str, Mapping[str, Value]], condition: Value) -> tuple[Reference, tuple[str, ...]] | None:
    """The first query that a condition, or an expression on its way to it, names and that is not there; ``None`` where all are known."""
    names = tuple(name for name in queries if name)
    if len(names) != len(queries) or not names:
        return None
    waiting = [condition]
    seen: set[str] = set()
    while waiting:
        one = waiting.pop()
        name = text(one).strip().lstrip("$").strip("{}")
        if not name or name in seen or (one is not condition and not _REF.fullmatch(name)):
            continue
        if name not in queries:
            return Reference(name, one.span), names
        seen.add(name)
        waiting += _named(queries[name])
    return None


_REF = re.compile(r"[A-Za-z][\w ]{0,30}")


def _named(model: Mapping[str, Value]) -> Iterator[Value]:
    """The queries that an expression names."""
    kind, told = text(model.get("type")), model.get("expression")
    if kind in ("reduce", "threshold", "resample") and told is not None:
        yield told
    elif kind == "math" and told is not None:
        yield from (Value(found["name"], told.span) for found in _NAMED.finditer(text(told)[:2_000]))
    elif kind == "classic_conditions":
        for one in items(model.get("conditions")):
            yield from items(entries(entries(one).get("query")).get("params"))[:1]


def _is_range(model: Mapping[str, Value]) -> bool:
    """Whether a query of Prometheus or Loki asks for a series: with nothing told it does."""
    kind = model.get("queryType")
    if kind is not None and (kind.reason or text(kind) not in ("", "range", "timeSeriesQuery")):
        return False
    told = model.get("instant")
    return told is None or (not told.reason and flag(told, default=False) is False)
