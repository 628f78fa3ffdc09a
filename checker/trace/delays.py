"""How long each hop may take: evaluation, window, ``for``, scrape, the wait of a group."""

from __future__ import annotations

from checker.logconfig.model import Setting
from checker.monitoring.expressions.tree import Binary, Node, Number, Selector, Subquery, walk
from checker.monitoring.model import AlertRule, Route
from checker.monitoring.searches.tree import Search
from checker.trace.evidence import Evidence
from checker.trace.matching.recorded import Recordings, tree_of

_EVERY = 60.0
"""Prometheus' and Loki's default for evaluation and for scrapes: one minute."""
_UNITS = {"seconds": 1.0, "minutes": 60.0, "hours": 3_600.0, "days": 86_400.0}
_DEEPEST = 6
"""Recordings of recordings."""
_GROUP_WAIT = 30.0
"""Alertmanager's default."""


def seconds(setting: Setting | None, default: float) -> float | None:
    """A setting's value, the default where it is missing, ``None`` where it is not known."""
    if setting is None:
        return default
    return float(setting.value) if isinstance(setting.value, int | float) and not setting.unknown else None


def of_rule(alert: AlertRule, evidence: Evidence) -> float | None:
    """From the first of the events to the alert: the window that must fill, the next evaluation, and ``for``."""
    window = _window(alert.tree, evidence.recordings) if alert.search is None else _gathered(alert.search)
    parts = [_evaluation(alert, evidence), seconds(alert.wait, 0.0), window]
    return None if None in parts else sum(one for one in parts if one is not None)


def _gathered(search: Search) -> float | None:
    """``timeframe``, where more than one event must come together."""
    return search.window if search.kind in ("frequency", "spike", "flatline", "cardinality") and search.count != 1 else 0.0


def _evaluation(alert: AlertRule, evidence: Evidence) -> float | None:
    if alert.language == "sigma":
        return None  # who runs it decides
    if alert.every is not None:
        return seconds(alert.every, _EVERY)
    if alert.search is not None:
        return _elastalert(evidence)
    told = next((one.every for one in evidence.scrapes if one.every is not None), None)
    return seconds(told if alert.source == "prometheus" else None, _EVERY)


def _elastalert(evidence: Evidence) -> float | None:
    """``run_every`` of the global configuration, which has no default."""
    for routing in evidence.monitored.routings:
        if routing.kind == "elastalert":
            held = {key: one.value for key, one in routing.settings.items() if key.startswith("run_every.")}
            if held and all(isinstance(value, int | float) for value in held.values()):
                return sum(float(value) * _UNITS.get(key.partition(".")[2], _EVERY) for key, value in held.items())
    return None


def _window(tree: Node | None, recordings: Recordings) -> float | None:
    """The longest range; none where one event is enough. What is recorded comes with its own, and with the wait for that rule's turn."""
    if tree is None:
        return 0.0
    ranges, waits = _ranges(tree, recordings, 0)
    if any(one < 0 for one in ranges):
        return None
    return waits + (0.0 if _one_is_enough(tree) else max(ranges, default=0.0))


def _ranges(tree: Node, recordings: Recordings, depth: int) -> tuple[list[float], float]:
    """All ranges, those of what is recorded too, and the longest wait for recording rules."""
    ranges = [one.range for one in walk(tree) if isinstance(one, Selector | Subquery) and one.range is not None]
    named = {one.name for one in walk(tree) if isinstance(one, Selector) and one.name in recordings} if depth < _DEEPEST else set[str]()
    trees = [found for name in sorted(named) if (found := tree_of(recordings[name].expression)) is not None]
    behind = [_ranges(one, recordings, depth + 1) for one in trees]
    return [*ranges, *(one for found, _ in behind for one in found)], max((_EVERY + wait for _, wait in behind), default=0.0)


def _one_is_enough(tree: Node) -> bool:
    """``> 0`` or ``>= 1``: nothing has to add up."""
    if not isinstance(tree, Binary) or not isinstance(tree.right, Number):
        return not isinstance(tree, Binary)
    return (tree.op, tree.right.value) in ((">", 0.0), (">=", 1.0), ("!=", 0.0))


def of_scrape(evidence: Evidence) -> float | None:
    """The longest of the project's scrape intervals that is known."""
    known = [seconds(one.interval, _EVERY) for one in evidence.scrapes]
    return None if None in known else max((one for one in known if one is not None), default=_EVERY)


def of_route(route: Route, root: Route) -> float | None:
    """``group_wait``: the route's own, or that of the nearest one above."""
    held = _inherited(route, root, None)
    return seconds(held, _GROUP_WAIT)


def _inherited(wanted: Route, one: Route, above: Setting | None) -> Setting | None:
    mine = one.waits.get("group_wait", above)
    if one is wanted:
        return mine
    for child in one.routes:
        if wanted in child.walk():
            return _inherited(wanted, child, mine)
    return mine
