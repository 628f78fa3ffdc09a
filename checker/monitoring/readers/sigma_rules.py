"""Sigma rules: ``logsource``, ``detection`` with its selections, and the condition; and correlations of what they find."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from checker.logconfig.model import Setting
from checker.logconfig.values import Items, Map, Value
from checker.monitoring.fields import as_written, entries, items, text
from checker.monitoring.model import AlertRule
from checker.monitoring.reader import Reader
from checker.monitoring.sigma import Detection, FieldTest, NotAConditionError, Selection, condition, judged
from checker.monitoring.source import Place

_MOST = 2_000
"""Values of one test that are kept."""


def _read(place: Place) -> Iterator[AlertRule]:
    held = place.entries
    if "correlation" in held and isinstance(held["correlation"].data, Map):
        yield from _correlation(place, held)
        return
    if "detection" not in held or "logsource" not in held or not isinstance(held["detection"].data, Map):
        return
    parts = entries(held["detection"])
    if "condition" not in parts:
        if parts and "action" not in held:
            told = Setting(None, next(iter(parts.values())).span, "it has no condition")
            yield _rule(place, held, "detection", told, Detection(never="its detection has no condition"), "")
        return
    detection, problem = _detection(parts)
    yield _rule(place, held, "detection", as_written(parts["condition"]), detection, problem)


def _correlation(place: Place, held: Mapping[str, Value]) -> Iterator[AlertRule]:
    """A rule over what other rules find (Sigma correlation rules 2.0); its expression is its type."""
    parts = entries(held["correlation"])
    if "type" in parts and "rules" in parts:
        yield _rule(place, held, "correlation", as_written(parts["type"]), None, "")


def _rule(place: Place, held: Mapping[str, Value], key: str, expression: Setting, detection: Detection | None, problem: str) -> AlertRule:
    title = held.get("title")
    labels = {"severity": as_written(held["level"])} if "level" in held else {}
    labels |= {"owner": as_written(held["author"])} if "author" in held else {}
    told: dict[str, Setting] = {name: as_written(held[name]) for name in ("description", "status", "id") if name in held}
    return AlertRule(
        title.span if title is not None else place.key(key), "sigma", "sigma", text(title), expression, None, detection, problem,
        labels=labels, annotations=told, environment=place.environment, group=_source(held.get("logsource")),
    )  # fmt: skip


def _source(value: Value | None) -> str:
    """``product=windows service=security``"""
    held = entries(value)
    return " ".join(f"{key}={text(held[key]).lower()}" for key in ("product", "category", "service", "definition") if text(held.get(key)))


def _detection(parts: dict[str, Value]) -> tuple[Detection | None, str]:
    selections = {name: _selection(one) for name, one in parts.items() if name not in ("condition", "timeframe")}
    written = [text(one) for one in items(parts["condition"])]
    if len(written) != 1 or not written[0]:
        return Detection(selections), "it has several conditions" if len(written) > 1 else "its condition is no text"
    try:
        found, undefined = condition(written[0], tuple(selections))
    except NotAConditionError as error:
        return Detection(selections), str(error)
    if "|" in written[0]:
        return Detection(selections, found, undefined), ""  # how many of them there must be is not judged
    why, everything = judged(found, selections)
    return Detection(selections, found, undefined, why, everything), ""


def _selection(value: Value) -> Selection:
    """A mapping wants all of its tests; a list of mappings any of them; a list of texts is keywords."""
    if isinstance(value.data, Map):
        return Selection(value.span, (tuple(_tests(value)),))
    if isinstance(value.data, Items):
        listed = value.data.values
        if any(isinstance(one.data, Map) for one in listed):
            return Selection(value.span, tuple(tuple(_tests(one)) for one in listed))
        return Selection(value.span, ((FieldTest("", (), tuple(map(_plain, listed[:_MOST])), value.span),),))
    return Selection(value.span, ((FieldTest("", (), (_plain(value),), value.span),),))


def _tests(value: Value) -> Iterator[FieldTest]:
    for key, one in entries(value).items():
        name, *modifiers = key.split("|")
        listed = items(one) or [one]
        yield FieldTest(name, tuple(modifiers), tuple(map(_plain, listed[:_MOST])), value.data.keys.get(key, one.span))


def _plain(value: Value) -> str | int | float | bool | None:
    data = value.data
    return data if isinstance(data, str | int | float | bool | None) else repr(Setting(None, value.span))


READER = Reader("sigma", ((b"detection:", b"logsource:"), (b"correlation:", b"timespan:")), mapping=_read)
