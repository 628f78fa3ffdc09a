"""ElastAlert 2: one rule in each file, with its query and whom it tells; and the global configuration with its store (manual, 2.x)."""

from __future__ import annotations

from collections.abc import Iterator

from checker import patterns as re
from checker.logconfig.model import Setting
from checker.logconfig.values import Items, Map, Value
from checker.monitoring.fields import as_written, entries, flat, items, setting, text
from checker.monitoring.model import AlertRule, Integration, Receiver, Routing
from checker.monitoring.reader import Reader
from checker.monitoring.searches.dsl import query
from checker.monitoring.searches.tree import Search
from checker.monitoring.source import Place

_TYPES = frozenset(
    ("any", "blacklist", "whitelist", "change", "frequency", "spike", "flatline", "new_term", "cardinality", "metric_aggregation",
     "spike_aggregation", "percentage_match", "never", "custom")
)  # fmt: skip
_GLOBAL = frozenset(("rules_folder", "writeback_index", "run_every", "buffer_time"))
_NOBODY = frozenset(("debug",))
_BEFORE = {"ms_teams": ("ms_teams", "teams"), "googlechat": ("googlechat", "google"), "post": ("http_post", "post"),
           "http_post": ("http_post",), "email": ("email", "smtp", "from_addr"), "hivealerter": ("hive",), "command": ("command",),
           "sns": ("sns", "aws"), "ses": ("ses", "aws")}  # fmt: skip
"""Beginnings of the options of alerters that are called otherwise."""
_QUERY = re.compile(r"(?:^|\.)(?:query|query_string)$")


def _read(place: Place) -> Iterator[AlertRule | Routing]:
    held = place.entries
    if _GLOBAL & held.keys() and "es_host" in held and len(_GLOBAL & held.keys()) > 1:
        yield Routing(place.key("es_host"), "elastalert", None, {}, (), (), dict(flat(place.value)), "", place.environment)
        return
    kind = text(held.get("type"))
    known = kind in _TYPES or "." in kind
    if not known or not {"name", "index"} <= held.keys() or not {"filter", "alert", "num_events", "timeframe"} & held.keys():
        return
    name = text(held["name"])
    yield _rule(place, name)
    receiver = _receiver(place, name)
    if receiver is not None:
        yield Routing(receiver.span, "elastalert", None, {name: receiver}, (), (), _of_store(place), "", place.environment)


def _of_store(place: Place) -> dict[str, Setting]:
    """How the rule reaches the store, where it says so itself."""
    return {key: setting(one) for key, one in place.entries.items() if key.startswith("es_") and not isinstance(one.data, Map | Items)}


def _rule(place: Place, name: str) -> AlertRule:
    held = place.entries
    labels = {"severity": as_written(held["priority"])} if "priority" in held else {}
    told: dict[str, Setting] = {key: as_written(held[key]) for key in ("description", "alert_subject", "alert_text") if key in held}
    queries = [one for path, one in flat(held["filter"]) if _QUERY.search(path)] if "filter" in held else []
    expression = queries[0] if queries else Setting(None, place.key("filter"), "its filter is no query of one text")
    return AlertRule(
        held["name"].span, "elastalert", "lucene", name, expression, group=text(held["index"]), group_span=held["index"].span,
        labels=labels, annotations=told, environment=place.environment, search=_search(held), every=_seconds(held.get("run_every")),
    )  # fmt: skip


_UNITS = {"milliseconds": 0.001, "seconds": 1.0, "minutes": 60.0, "hours": 3_600.0, "days": 86_400.0, "weeks": 604_800.0}


def _seconds(value: Value | None) -> Setting | None:
    """``timeframe: {minutes: 5}``"""
    if value is None:
        return None
    held = {unit: setting(one) for unit, one in entries(value).items()}
    known = held and all(unit in _UNITS and isinstance(one.value, int | float) and not one.open for unit, one in held.items())
    seconds = sum(_UNITS[unit] * float(one.value) for unit, one in held.items()) if known else None
    return Setting(seconds, value.span, "" if known else "how long it is is not known")


def _search(held: dict[str, Value]) -> Search:
    kind = text(held["type"])
    count = next((setting(held[key]).value for key in ("num_events", "threshold") if key in held), None)
    window = _seconds(held.get("timeframe"))
    listed = items(held.get(kind)) if kind in ("blacklist", "whitelist") else []
    values = None if any(text(one).startswith("!file") or not one.known for one in listed) else tuple(str(one.data) for one in listed)
    return Search(
        kind, query(held.get("filter")), text(held.get("compare_key")), values, float(count) if isinstance(count, int | float) else None,
        window.value if window is not None else 0.0, text(held.get("spike_type")),
    )  # fmt: skip


def _receiver(place: Place, name: str) -> Receiver | None:
    """Whom the rule tells; an alerter may be written with options of its own."""
    listed = place.entries.get("alert")
    if listed is None:
        return None
    made: list[Integration] = []
    for one in items(listed):
        inner = entries(one)
        kinds = list(inner) or [text(one)]
        own = {key.partition(".")[2]: held for key, held in flat(one)} if inner else {}
        told = [kind for kind in kinds if kind and kind not in _NOBODY]
        made += [Integration(kind, one.span, {**_options(place, kind), **own}) for kind in told]
    unknown = "its alerters are not known" if any(isinstance(one.data, Map) and not one.data.entries for one in items(listed)) else ""
    return Receiver(name, place.key("alert"), tuple(made), listed.reason or unknown, bool(items(listed)))


def _options(place: Place, kind: str) -> dict[str, Setting]:
    before = _BEFORE.get(kind, (kind,))
    found = [(key, one) for key, one in place.entries.items() if key.startswith(before)]
    return {path: held for key, one in found for path, held in _spread(key, one)}


def _spread(key: str, value: Value) -> Iterator[tuple[str, Setting]]:
    """A list of one address is that address."""
    listed = items(value)
    if len(listed) == 1 and not isinstance(listed[0].data, Map | Items):
        yield key, setting(listed[0])
    elif isinstance(value.data, Map | Items):
        yield from flat(value, key)


READER = Reader(
    "elastalert", ((b"index:", b"type:", b"alert:"), (b"index:", b"type:", b"filter:"), (b"rules_folder:", b"es_host:")), mapping=_read
)
