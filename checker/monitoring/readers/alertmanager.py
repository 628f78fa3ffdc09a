"""Alertmanager: routes, matchers old and new, receivers, inhibitions, time intervals; also the operator's AlertmanagerConfig.

Keys are those of Alertmanager's configuration reference (0.28); the operator writes the same ones in camel case.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.logconfig.values import Items, Map, Value
from checker.model import Span
from checker.monitoring.fields import duration, entries, flag, flat, items, reference, repeated, text
from checker.monitoring.matchers import matchers
from checker.monitoring.model import Inhibition, Integration, Receiver, Reference, Route, Routing
from checker.monitoring.reader import Reader
from checker.monitoring.refusals import refusals
from checker.monitoring.source import Place

_DEEPEST = 20
_WAITS = {"group_wait": "group_wait", "group_interval": "group_interval", "repeat_interval": "repeat_interval",
          "groupWait": "group_wait", "groupInterval": "group_interval", "repeatInterval": "repeat_interval"}  # fmt: skip
_OF_A_ROUTE = frozenset(("receiver", "routes", "group_by", *_WAITS))
_MUTES = ("mute_time_intervals", "active_time_intervals", "muteTimeIntervals", "activeTimeIntervals")


def _read(place: Place) -> Iterator[Routing]:
    held = place.entries
    route, receivers = held.get("route"), held.get("receivers")
    if route is None or receivers is None or not isinstance(route.data, Map) or not isinstance(receivers.data, Items):
        return
    if _OF_A_ROUTE.isdisjoint(entries(route)) or not all(isinstance(one.data, Map) for one in receivers.data.values):
        return
    crd = any(entries(parent).get("kind") is not None and text(entries(parent)["kind"]) == "AlertmanagerConfig" for parent in place.parents)
    named = {text(entries(one).get("name")): one for one in receivers.data.values if text(entries(one).get("name"))}
    inhibitions = items(held.get("inhibit_rules", held.get("inhibitRules")))
    open_ = next((one.reason or one.open for one in receivers.data.values if one.reason), "") or place.value.data.more
    yield Routing(
        place.key("route"),
        "alertmanager-crd" if crd else "alertmanager",
        _route(route, place.key("route"), 0),
        {name: _receiver(name, one) for name, one in named.items()},
        tuple(_inhibition(one) for one in inhibitions if isinstance(one.data, Map)),
        tuple(_intervals(held)),
        dict(flat(held["global"])) if "global" in held else {},
        open_,
        place.environment,
        repeated=(*repeated(place.value), *_second_ones(receivers.data.values)),
        refusals=tuple(refusals(held, whole=not place.keys and not place.templated and not open_)) if not crd else (),
    )


def _second_ones(listed: Sequence[Value]) -> Iterator[Reference]:
    """Names of receivers that an earlier one has."""
    seen: set[str] = set()
    for one in listed:
        named = reference(entries(one).get("name"))
        if named is not None and named.name and not named.unknown and named.name in seen:
            yield named
        seen.add(named.name if named is not None else "")


def _intervals(held: dict[str, Value]) -> Iterator[str]:
    for key in ("time_intervals", "mute_time_intervals", "muteTimeIntervals", "timeIntervals"):
        yield from (text(entries(one).get("name")) for one in items(held.get(key)))


def _route(value: Value, span: Span, depth: int) -> Route:
    held = entries(value)
    below = [one for one in items(held.get("routes")) if isinstance(one.data, Map)] if depth < _DEEPEST else []
    named = reference(held.get("receiver"))
    found, doubt = matchers(held)
    grouping = held.get("group_by", held.get("groupBy"))
    continues = flag(held.get("continue"), default=False)
    return Route(
        named.span if named is not None and depth else span,
        named,
        found,
        continues,
        tuple(_route(one, one.span, depth + 1) for one in below),
        tuple(str(one.data) for one in items(grouping)) if grouping is not None else None,
        {_WAITS[key]: duration(one) for key, one in held.items() if key in _WAITS},
        tuple(mute for key in _MUTES for one in items(held.get(key)) if (mute := reference(one)) is not None),
        doubt or value.data.more,
    )


def _receiver(name: str, value: Value) -> Receiver:
    held = entries(value)
    made: list[Integration] = []
    for key, listed in held.items():
        kind = re.sub(r"(?:_configs?|Configs?)$", "", key)
        if kind == key:
            continue
        held_ones = [one for one in items(listed) if isinstance(one.data, Map) or one.reason]
        made += [Integration(kind, one.span, dict(flat(one)) if isinstance(one.data, Map) else {}) for one in held_ones]
    return Receiver(name, held["name"].span, tuple(made), value.data.more)


def _inhibition(value: Value) -> Inhibition:
    held = entries(value)
    sources, first = matchers(held, "source_")
    targets, second = matchers(held, "target_")
    equal = tuple(str(one.data) for one in items(held.get("equal")) if one.data)
    keys = [place for key, place in value.data.keys.items() if str(key).startswith(("source", "target"))]
    place = min(keys, default=value.span)
    return Inhibition(place, sources, targets, equal, first or second or value.data.more)


READER = Reader("alertmanager", ((b"route:", b"receivers:"), (b'"route":', b'"receivers":'), (b'"route":', b"receivers:")), mapping=_read)
