"""Elasticsearch's query DSL in YAML: ``bool``, ``term``, ``terms``, ``match``, ``range``, ``query_string`` ... (reference, 8.x)."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from checker.logconfig.values import Items, Map, Value
from checker.monitoring.fields import entries, items
from checker.monitoring.searches.lucene import lucene
from checker.monitoring.searches.tree import Asked, Group, Query, unknown
from checker.text import whole

_DEEPEST = 20


def query(value: Value | None, depth: int = 0) -> Query:
    """A search; several beside each other must all hold."""
    if value is None or value.data is None:
        return Asked("all")
    if isinstance(value.data, Items):
        return _all([query(one, depth + 1) for one in items(value)])
    if not isinstance(value.data, Map) or depth > _DEEPEST:
        return unknown("its filter is not understood")
    return _all([_one(kind, held, depth) for kind, held in entries(value).items()])


def _all(found: list[Query]) -> Query:
    return found[0] if len(found) == 1 else Group(tuple(found)) if found else Asked("all")


def _one(kind: str, value: Value, depth: int) -> Query:
    if kind in ("query", "filter", "constant_score", "filtered"):
        return query(value, depth + 1)
    if kind == "bool":
        return _bool(value, depth)
    if kind in ("and", "or", "not"):
        parts = tuple(query(one, depth + 1) for one in items(value))
        return Group(parts) if kind == "and" else Group((), parts, (), 1) if kind == "or" else Group(must_not=parts)
    if kind in ("query_string", "simple_query_string"):
        return _string(value)
    if kind == "match_all":
        return Asked("all")
    step = _KINDS.get(kind)
    return step(entries(value)) if step is not None else unknown(f"the search {kind} is not followed")


def _bool(value: Value, depth: int) -> Query:
    held = entries(value)
    if held.keys() - {"must", "filter", "should", "must_not", "minimum_should_match", "boost", "adjust_pure_negative"}:
        return unknown("a part of its bool is not known")
    must = tuple(query(one, depth + 1) for key in ("must", "filter") for one in items(held.get(key)))
    should = tuple(query(one, depth + 1) for one in items(held.get("should")))
    least = _scalar(held.get("minimum_should_match")) or ("1" if should and not must else "0")
    wanted = whole(least)
    if wanted is None or wanted < 0:
        return unknown(f"minimum_should_match of {least[:40]} is not followed")
    return Group(must, should, tuple(query(one, depth + 1) for one in items(held.get("must_not"))), wanted)


def _string(value: Value) -> Query:
    held = entries(value)
    text = _scalar(held.get("query"))
    if text is None or "fields" in held:
        return unknown("its query is no plain text")
    every = (_scalar(held.get("default_operator")) or "").upper() == "AND"
    return lucene(text, field=_scalar(held.get("default_field")) or "", every=every)


def _scalar(value: Value | None) -> str | None:
    """A plain value as JSON writes it."""
    if value is None or not value.known or isinstance(value.data, Map | Items) or value.data is None:
        return None
    return str(value.data).lower() if isinstance(value.data, bool) else str(value.data)


def _told(held: Mapping[str, Value], *names: str) -> list[tuple[str, str | None]]:
    """Each field with its value, which may stand in a mapping."""
    found = []
    for field, one in held.items():
        if field in ("boost", "_name"):
            continue
        inner = entries(one)
        found.append((field, _scalar(next((inner[name] for name in names if name in inner), one))))
    return found


def _simple(kind: str, *names: str) -> Callable[[Mapping[str, Value]], Query]:
    def made(held: Mapping[str, Value]) -> Query:
        found = _told(held, *names)
        return _all([Asked(kind, field, one) if one is not None else unknown(f"the value of {field} is not known") for field, one in found])

    return made


def _terms(held: Mapping[str, Value]) -> Query:
    fields = [(field, items(one)) for field, one in held.items() if field not in ("boost", "_name", "minimum_should_match", "execution")]
    found: list[Query] = []
    for field, listed in fields:
        values = [_scalar(one) for one in listed]
        if None in values:
            return unknown(f"the values of {field} are not known")
        found.append(Group((), tuple(Asked("term", field, one or "") for one in values), (), 1))
    return _all(found)


def _match(held: Mapping[str, Value]) -> Query:
    found: list[Query] = []
    for field, one in held.items():
        text = _scalar(entries(one).get("query", one))
        every = (_scalar(entries(one).get("operator")) or "").lower() == "and"
        words = (text or "").split()
        parts = tuple(Asked("word", field, word) for word in words)
        found.append(
            unknown(f"what {field} is matched with is not known") if not words else Group(parts) if every else Group((), parts, (), 1)
        )
    return _all(found)


def _range(held: Mapping[str, Value]) -> Query:
    found: list[Query] = []
    for field, one in held.items():
        bounds = {key: _scalar(value) for key, value in entries(one).items()}
        if None in bounds.values():
            return unknown(f"the range of {field} is not known")
        low, high = bounds.get("gte", bounds.get("gt", bounds.get("from"))), bounds.get("lte", bounds.get("lt", bounds.get("to")))
        found.append(Asked("range", field, "", low or "", high or "", ("gt" not in bounds, "lt" not in bounds)))
    return _all(found)


_KINDS: Mapping[str, Callable[[Mapping[str, Value]], Query]] = {
    "term": _simple("term", "value", "term"), "terms": _terms, "match": _match, "match_phrase": _simple("phrase", "query"),
    "wildcard": _simple("wildcard", "value", "wildcard"), "regexp": _simple("regex", "value"), "range": _range,
    "exists": lambda held: _all([Asked("exists", _scalar(one) or "") for key, one in held.items() if key == "field"]),
    "prefix": lambda held: _all([Asked("wildcard", field, f"{one}*") for field, one in _told(held, "value")]),
    "match_phrase_prefix": lambda held: _all([Asked("phrase", field, one or "") for field, one in _told(held, "query")]),
}  # fmt: skip
