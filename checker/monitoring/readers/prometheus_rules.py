"""Alert rules of Prometheus and Loki: rule files, PrometheusRule and AlertingRule resources, and what charts and docs wrap them in.

A rule is a mapping with ``alert`` and ``expr`` (Prometheus, "Alerting rules"; Loki takes the same form for its ruler).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from checker.logconfig.model import Setting
from checker.logconfig.values import Value
from checker.model import Span
from checker.monitoring.alerts import parsed, written
from checker.monitoring.fields import as_written, duration, entries, items, repeated, text
from checker.monitoring.model import AlertRule, RecordingRule
from checker.monitoring.reader import Reader
from checker.monitoring.source import Place

_TESTS = frozenset(("tests", "asserts", "exp_alerts"))
"""Keys of unit tests, below which a rule is only expected."""


def _read(place: Place) -> Iterator[AlertRule | RecordingRule]:
    held = place.entries
    if "record" in held and "expr" in held and isinstance(held["record"].data, str):
        told = str(as_written(held["expr"]).value or "")
        yield RecordingRule(held["record"].span, held["record"].data, place.environment, told, written(held.get("labels")))
    if "alert" not in held or "expr" not in held or not isinstance(held["alert"].data, str) or not _TESTS.isdisjoint(place.keys):
        return
    expression = as_written(held["expr"])
    found = parsed(expression)
    group = place.parents[-1] if place.parents and place.keys and place.keys[-1] == "rules" else None
    name = group.data.entries.get("name") if group is not None else None
    yield AlertRule(
        held["alert"].span,
        "loki" if found.language == "logql" else "prometheus",
        found.language,
        held["alert"].data,
        expression,
        found.tree,
        None,
        found.problem,
        text(name),
        name.span if name is not None else None,
        duration(held["for"]) if "for" in held else None,
        {**_inherited(group), **written(held.get("labels"))},
        written(held.get("annotations")),
        place.environment,
        templated=place.templated,
        resource=place.keys[:1] != ("groups",) or place.block != place.path.rpartition("/")[2],
        misplaced=_misplaced(place),
        store="VictoriaMetrics" if any(text(entries(one).get("kind")) == "VMRule" for one in place.parents) else "",
        every=duration(interval) if (interval := group.data.entries.get("interval") if group is not None else None) is not None else None,
    )


_KEYS = frozenset(("alert", "expr", "for", "keep_firing_for", "labels", "annotations"))


def _misplaced(place: Place) -> tuple[tuple[str, Span], ...]:
    """What a server that reads the file refuses: it knows the keys of a rule, and takes none twice."""
    if place.templated or place.keys != ("groups", "rules") or place.block != place.path.rpartition("/")[2]:
        return ()
    others = ((f"`{key}` is no key of a rule", place.key(key)) for key in place.entries if key not in _KEYS)
    twice = ((f"`{one.name}` stands twice in it", one.span) for one in repeated(place.value))
    return (*others, *twice, *_kept_firing(place), *_group_again(place))


def _kept_firing(place: Place) -> Iterator[tuple[str, Span]]:
    lasts = duration(place.entries["keep_firing_for"]) if "keep_firing_for" in place.entries else None
    if lasts is not None and lasts.unknown.endswith("is no duration"):
        yield f"its `keep_firing_for` {lasts.unknown}", lasts.span


def _group_again(place: Place) -> Iterator[tuple[str, Span]]:
    """A group whose name an earlier one of the file has, told at its first rule."""
    group, whole = place.parents[-1], place.parents[0]
    name = entries(group).get("name")
    before = takewhile(lambda one: one is not group, items(entries(whole).get("groups")))
    first = next(iter(items(entries(group).get("rules"))), None) is place.value
    if first and name is not None and text(name) and any(text(entries(one).get("name")) == text(name) for one in before):
        yield f"its file has two groups called {text(name)}", name.span


def _inherited(group: Value | None) -> dict[str, Setting]:
    """Labels of the group, which Prometheus 3 gives to each of its rules."""
    return dict(written(group.data.entries.get("labels"))) if group is not None else {}


READER = Reader("prometheus-rules", tuple((word, b"expr") for word in (b"alert:", b'alert":', b"alert':", b"record:")), mapping=_read)
