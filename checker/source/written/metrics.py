"""Measurements that code exposes: what makes them (prometheus_client, OpenTelemetry), and where they are counted."""

from __future__ import annotations

from collections.abc import Iterator

from checker.source import ir
from checker.source.facts.events import MetricCounted, MetricMade
from checker.source.flow.backwards import Follower
from checker.source.flow.places import span
from checker.source.names.elements import Fn, Module

_PROMETHEUS = {"Counter": "counter", "Gauge": "gauge", "Histogram": "histogram", "Summary": "summary", "Enum": "gauge", "Info": "gauge"}
_OTEL = {
    "create_counter": "counter", "create_up_down_counter": "gauge", "create_histogram": "histogram", "create_gauge": "gauge",
    "create_observable_counter": "counter", "create_observable_gauge": "gauge", "create_observable_up_down_counter": "gauge",
}  # fmt: skip
_MAKERS = frozenset((*_PROMETHEUS, *_OTEL))
_LIBRARIES = frozenset(("prometheus_client", "opentelemetry"))
_COUNTING = frozenset(("inc", "add", "observe", "set", "record", "dec"))
_NAMESPACE, _SUBSYSTEM = "namespace", "subsystem"


class Metrics:
    """Makes the facts of a module."""

    def __init__(self, follower: Follower) -> None:
        self._follower = follower
        self._names = follower.names

    def facts(self, module: Module) -> tuple[tuple[MetricMade, ...], tuple[MetricCounted, ...]]:
        """What it makes and what it counts."""
        made = tuple(self._made(module)) if not module.tops.isdisjoint(_LIBRARIES) else ()
        counted = tuple(self._counted(module))
        return made, counted

    def _made(self, module: Module) -> Iterator[MetricMade]:
        for fn in module.functions:
            if _MAKERS.isdisjoint(fn.head.called):
                continue
            for call in fn.body.calls:
                found = self.metric(fn, call)
                if found is not None:
                    yield found

    def metric(self, fn: Fn, call: int) -> MetricMade | None:
        """The measurement that a call makes, ``None`` where it makes none or its name is not known."""
        node = fn.body.nodes[call]
        callee = fn.body.nodes[node[1]]
        tail = callee[2] if callee[0] == ir.ATTR else callee[1] if callee[0] in (ir.GLOBAL, ir.VAR) else ""
        if callee[0] == ir.IMPORT:
            tail = str(callee[1]).rpartition(".")[2]
        entity = self._names.entity(fn, node[1])
        dotted = entity[1] if entity is not None and entity[0] == "lib" else ""
        if dotted.startswith("prometheus_client.") and dotted.rpartition(".")[2] in _PROMETHEUS:
            return self._prometheus(fn, node, _PROMETHEUS[dotted.rpartition(".")[2]])
        if tail in _OTEL and (dotted.startswith("opentelemetry.") or not dotted) and "opentelemetry" in fn.module.tops:
            return self._otel(fn, node, _OTEL[tail])
        return None

    def _prometheus(self, fn: Fn, node: ir.Node, kind: str) -> MetricMade | None:
        keywords = {name: value for name, value in node[3] if name}
        name = self._text(fn, self._argument(node, 0, "name"))
        if not name:
            return None
        before = [self._text(fn, keywords[key]) for key in (_NAMESPACE, _SUBSYSTEM) if key in keywords]
        if not all(before):
            return None
        whole = "_".join((*before, name))
        if kind == "counter" and not whole.endswith("_total"):
            whole = f"{whole}_total"
        labels, more = self._labels(fn, self._argument(node, 2, "labelnames"))
        return MetricMade(span(self._follower.place(fn, node)), whole, kind, labels, more, fn.module.facts.test)

    def _otel(self, fn: Fn, node: ir.Node, kind: str) -> MetricMade | None:
        """As the Prometheus exporter names it: dots become underscores, a counter ends in ``_total``."""
        name = self._text(fn, self._argument(node, 0, "name")).replace(".", "_").replace("-", "_")
        unit = self._text(fn, self._argument(node, 1, "unit"))
        if not name:
            return None
        spelt = {"s": "seconds", "ms": "milliseconds", "By": "bytes"}.get(unit, "")
        whole = f"{name}_{spelt}" if spelt and not name.endswith(spelt) else name
        whole = f"{whole}_total" if kind == "counter" and not whole.endswith("_total") else whole
        return MetricMade(span(self._follower.place(fn, node)), whole, kind, (), open=True, test=fn.module.facts.test)

    @staticmethod
    def _argument(node: ir.Node, position: int, name: str) -> int:
        given = next((value for keyword, value in node[3] if keyword == name), None)
        if given is not None:
            return int(given)
        return node[2][position] if position < len(node[2]) and node[2][position] >= 0 else -1

    def _text(self, fn: Fn, node: int) -> str:
        if node < 0:
            return ""
        record = fn.body.nodes[node]
        if record[0] == ir.VAR:
            record = fn.body.nodes[record[2]]
        if record[0] == ir.GLOBAL:
            place = self._names.binding(fn, record[1])
            record = place[0].body.nodes[place[1]] if place is not None else record
        return record[1] if record[0] == ir.CONST and isinstance(record[1], str) else ""

    def _labels(self, fn: Fn, node: int) -> tuple[tuple[str, ...], bool]:
        if node < 0:
            return (), False
        record = fn.body.nodes[node]
        if record[0] != ir.SEQ:
            return (), True
        found = [self._text(fn, one) for one in record[1]]
        return tuple(one for one in found if one), not all(found)

    def _counted(self, module: Module) -> Iterator[MetricCounted]:
        for fn in module.functions:
            if _COUNTING.isdisjoint(fn.head.called):
                continue
            for call in fn.body.calls:
                callee = fn.body.nodes[fn.body.nodes[call][1]]
                if callee[0] != ir.ATTR or callee[2] not in _COUNTING:
                    continue
                found = self._of(fn, callee[1])
                if found is not None:
                    metric, labels = found
                    given = {**labels, **self._attributes(fn, fn.body.nodes[call])} if callee[2] in ("add", "record") else labels
                    place = span(self._follower.place(fn, fn.body.nodes[call]))
                    yield MetricCounted(place, fn.head.name, metric.name, tuple(sorted(given.items())), module.facts.test)

    def _of(self, fn: Fn, owner: int) -> tuple[MetricMade, dict[str, str]] | None:
        """The measurement behind ``LOGINS.labels(result="failed")``, and the labels that are known."""
        record = fn.body.nodes[owner]
        labels: dict[str, str] = {}
        labelled: ir.Node | None = None
        if record[0] == ir.CALL and fn.body.nodes[record[1]][0] == ir.ATTR and fn.body.nodes[record[1]][2] == "labels":
            labelled = record
            owner = fn.body.nodes[record[1]][1]
        metric = self._origin(fn, owner)
        if metric is None:
            return None
        if labelled is not None:
            names = metric.labels
            values = [self._text(fn, one) if one >= 0 else "" for one in labelled[2]]
            labels |= {name: value for name, value in zip(names, values, strict=False) if value}
            labels |= {name: text for name, value in labelled[3] if name and (text := self._text(fn, value))}
        return metric, labels

    def _origin(self, fn: Fn, owner: int) -> MetricMade | None:
        """The call that made what a name means, through modules and attributes of classes."""
        for _ in range(6):
            record = fn.body.nodes[owner]
            place: tuple[Fn, int] | None = None
            if record[0] == ir.VAR:
                place = fn, record[2]
            elif record[0] == ir.GLOBAL:
                place = self._names.binding(fn, record[1])
            elif record[0] == ir.IMPORT:
                place = self._names.imported_value(record[1], fn.module)
            elif record[0] == ir.ATTR:
                place = self._attribute(fn, record)
            elif record[0] == ir.CALL:
                return self.metric(fn, owner)
            if place is None:
                return None
            fn, owner = place
        return None

    def _attribute(self, fn: Fn, record: ir.Node) -> tuple[Fn, int] | None:
        entity = self._names.entity(fn, record[1])
        if entity is None:
            return None
        if entity[0] == "mod":
            return self._names.global_value(entity[1], record[2])
        if entity[0] in ("cls", "inst"):
            held = entity[1].attributes.get(record[2], ())
            return (held[0][0], held[0][1]) if held else None
        return None

    def _attributes(self, fn: Fn, node: ir.Node) -> dict[str, str]:
        """``counter.add(1, {"result": "failed"})``"""
        given = self._argument(node, 1, "attributes")
        if given < 0 or fn.body.nodes[given][0] != ir.DICT:
            return {}
        record = fn.body.nodes[given]
        pairs = zip(record[1], record[2], strict=True)
        return {
            key.replace(".", "_"): text for key, value in pairs if isinstance(key, str) and key != "**" and (text := self._text(fn, value))
        }
