"""Grafana's alerting provisioning: rules, contact points, policies and mute timings, in YAML and JSON.

Keys are those of Grafana's "Provision alerting resources" (version 12). A rule's ``data`` holds queries; the one that reads metrics or logs
has a query model, and expressions of the type ``threshold`` or ``classic_conditions`` compare.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker import patterns as re
from checker.logconfig.model import Setting
from checker.logconfig.values import Items, Map, Value
from checker.monitoring.alerts import parsed, written
from checker.monitoring.expressions.matcher import Matcher
from checker.monitoring.expressions.tree import Binary, Node, Number
from checker.monitoring.fields import as_written, duration, entries, flag, flat, items, reference, setting, text
from checker.monitoring.matchers import matchers
from checker.monitoring.model import AlertRule, Integration, Receiver, Route, Routing
from checker.monitoring.reader import Reader
from checker.monitoring.reduced import series, undefined
from checker.monitoring.source import Place

_DEEPEST = 20
_WHOLE = "Grafana joins all files and what was made by hand"
_WAITS = ("group_wait", "group_interval", "repeat_interval")
_MUTES = ("mute_time_intervals", "active_time_intervals")
_MATH = re.compile(r"\$\{?\w+\}?\s*(?P<op>[<>]=?|[!=]=)\s*(?P<number>-?\d+(?:\.\d+)?)")
_EXPRESSION = frozenset(("__expr__", "-100", "threshold", "classic_conditions", "math", "reduce", "resample", "sql"))
"""The data source of expressions, and their types."""
_COMPARED = {"gt": ">", "lt": "<", "gte": ">=", "lte": "<=", "eq": "==", "ne": "!="}


def _read(place: Place) -> Iterator[AlertRule | Routing]:
    held = place.entries
    if "title" in held and "condition" in held and isinstance(held.get("data", Value(None, place.value.span)).data, Items):
        yield _rule(place)
        named = reference(entries(held.get("notification_settings")).get("receiver"))
        if named is not None:
            yield Routing(named.span, "grafana", None, {}, (), (), {}, _WHOLE, place.environment, named=(named,))
    elif "contactPoints" in held or ("policies" in held and "apiVersion" in held):
        yield from _routing(place)


def _rule(place: Place) -> AlertRule:
    held = place.entries
    queries = {text(entries(one).get("refId")): entries(entries(one).get("model")) for one in items(held["data"])}
    expression, tree, problem, language = _query(queries)
    asked = _asked(held, text(held["condition"]))
    compared = _threshold(queries, text(held["condition"]), tree) if asked is None else _as_it_is(tree)
    group = place.parents[-1] if place.parents and place.keys and place.keys[-1] == "rules" else None
    name = group.data.entries.get("name") if group is not None else None
    expression = expression or Setting(None, held["title"].span, "no query is read")
    return AlertRule(
        held["title"].span,
        "grafana",
        language,
        str(held["title"].data),
        expression,
        compared or tree,
        None,
        problem,
        text(name),
        name.span if name is not None else None,
        duration(held["for"]) if "for" in held else None,
        written(held.get("labels")),
        written(held.get("annotations")),
        place.environment,
        flag(held.get("isPaused"), default=False) is True,
        place.templated,
        query=tree,
        otherwise={key: setting(held[key]) for key in ("execErrState", "noDataState") if key in held},
        unread=_unread(asked) if asked is not None else None,
        undefined=undefined(queries, held["condition"]) if not place.templated else None,
        unreduced=series(queries, text(held["condition"])),
        store=" ".join(sorted({text(entries(one).get("datasourceUid")) for one in items(held["data"])})),
    )


def _asked(held: dict[str, Value], condition: str) -> dict[str, Value] | None:
    """The query that the condition names itself, with its model; ``None`` where it names an expression, as it should."""
    for one in items(held["data"]):
        query = entries(one)
        model = entries(query.get("model"))
        source = text(query.get("datasourceUid")), text(entries(model.get("datasource")).get("uid")), text(model.get("type"))
        if text(query.get("refId")) == condition and condition:
            return None if _EXPRESSION & set(source) or not source[0] or not model else {**query, **model}
    return None


def _as_it_is(tree: Node | None) -> Node | None:
    """Without an expression Grafana raises the alert for every value but 0."""
    return Binary(0, "!=", tree, Number(0, 0.0, "0")) if tree is not None else None


def _unread(query: dict[str, Value]) -> Setting | None:
    """The threshold that a query holds: only expressions have one."""
    evaluators = (entries(entries(one).get("evaluator")) for one in items(query.get("conditions")))
    return next((setting(items(one["params"])[0]) for one in evaluators if items(one.get("params"))), None)


def _query(queries: dict[str, dict[str, Value]]) -> tuple[Setting | None, Node | None, str, str]:
    """The only query of PromQL or LogQL; where there are several it is not known which of them is compared."""
    found = [(setting, parsed(setting)) for model in queries.values() if "expr" in model and (setting := as_written(model["expr"])).value]
    if len(found) != 1:
        return (found[0][0] if found else None), None, "it has several queries" if found else "it has no query that is read", ""
    expression, made = found[0]
    return expression, made.tree, made.problem, made.language


def _threshold(queries: dict[str, dict[str, Value]], condition: str, tree: Node | None) -> Node | None:
    """The query under the comparison of the condition; reducing a series to its last value or mean changes no bound."""
    model = queries.get(condition, {})
    conditions = items(model.get("conditions"))
    compared = _of_math(model) if text(model.get("type")) == "math" else _of_conditions(model, conditions)
    if tree is None or compared is None:
        return None
    op, number = compared
    reducer = entries(model.get("reducer")) or entries(entries(conditions[0] if conditions else None).get("reducer"))
    reduced = [text(one.get("reducer")) or text(reducer.get("type")) for one in queries.values() if "reducer" in one]
    if any(kind not in ("", "last", "mean", "min", "max", "avg", "median") for kind in reduced):
        return None
    return Binary(0, op, tree, Number(0, number, f"{number:g}"))


def _of_math(model: dict[str, Value]) -> tuple[str, float] | None:
    """``$B > 0``"""
    found = _MATH.fullmatch(text(model.get("expression")).strip()[:200])
    return (found["op"], float(found["number"])) if found is not None else None


def _of_conditions(model: dict[str, Value], conditions: Sequence[Value]) -> tuple[str, float] | None:
    if text(model.get("type")) not in ("threshold", "classic_conditions") or len(conditions) != 1:
        return None
    evaluator = entries(entries(conditions[0]).get("evaluator"))
    op = _COMPARED.get(text(evaluator.get("type")))
    parameters = [one.data for one in items(evaluator.get("params"))]
    return (op, float(parameters[0])) if op is not None and parameters and isinstance(parameters[0], int | float) else None


def _routing(place: Place) -> Iterator[Routing]:
    held = place.entries
    receivers: dict[str, Receiver] = {}
    for one in items(held.get("contactPoints")):
        point = entries(one)
        if text(point.get("name")):
            receivers[text(point["name"])] = _contact(text(point["name"]), one, point)
    policies = [one for one in items(held.get("policies")) if isinstance(one.data, Map)]
    intervals = tuple(text(entries(one).get("name")) for one in items(held.get("muteTimes")))
    if not policies:
        yield Routing(place.key("contactPoints"), "grafana", None, receivers, (), intervals, {}, _WHOLE, place.environment)
    for number, policy in enumerate(policies):
        held_here = receivers if not number else {}
        yield Routing(policy.span, "grafana", _route(policy, 0), held_here, (), intervals, {}, _WHOLE, place.environment)


def _contact(name: str, value: Value, point: dict[str, Value]) -> Receiver:
    made = []
    for one in items(point.get("receivers")):
        options = {key.removeprefix("settings."): held for key, held in flat(one)}
        kind = text(entries(one).get("type"))
        made.append(Integration(kind, one.span, options))
    return Receiver(name, point["name"].span, tuple(made), value.data.more)


def _route(value: Value, depth: int) -> Route:
    held = entries(value)
    below = [one for one in items(held.get("routes")) if isinstance(one.data, Map)] if depth < _DEEPEST else []
    found = tuple(_matchers(held))
    named = reference(held.get("receiver"))
    waits: dict[str, Setting] = {key: duration(held[key]) for key in _WAITS if key in held}
    grouping = held.get("group_by")
    mutes = tuple(mute for key in _MUTES for one in items(held.get(key)) if (mute := reference(one)) is not None)
    whole = "object_matchers" not in held or len(found) == len(items(held["object_matchers"]))
    return Route(
        named.span if named is not None else value.span, named, found, flag(held.get("continue"), default=False),
        tuple(_route(one, depth + 1) for one in below), tuple(str(one.data) for one in items(grouping)) if grouping else None, waits, mutes,
        "" if whole else "a matcher is not understood",
    )  # fmt: skip


def _matchers(held: dict[str, Value]) -> Iterator[Matcher]:
    for one in items(held.get("object_matchers")):
        parts = [setting(part) for part in items(one)]
        if len(parts) == 3:
            label, op, value = parts
            yield Matcher(str(label.value), str(op.value), str(value.value), one.span, value.unknown or value.open)
    yield from matchers({key: one for key, one in held.items() if key in ("matchers", "match", "match_re")})[0]


READER = Reader("grafana", ((b"contactPoints",), (b"policies", b"receiver"), (b"condition", b"refId", b"title")), mapping=_read)
