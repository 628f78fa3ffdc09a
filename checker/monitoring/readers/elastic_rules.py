"""Elastic Security's detection rules: the files of its rules' repository (TOML, ``[rule]``) and exports (Elastic's guide, 8.x).

Queries of KQL and Lucene are read; EQL, ES|QL and machine learning are rules of which it is not known what they look for.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.logconfig.model import Setting
from checker.logconfig.values import Items
from checker.monitoring.fields import as_written, items, text
from checker.monitoring.model import AlertRule
from checker.monitoring.reader import Reader
from checker.monitoring.searches.kuery import kuery
from checker.monitoring.searches.lucene import lucene
from checker.monitoring.searches.tree import Query, Search
from checker.monitoring.source import Place

_FOUND = {"query": "any", "saved_query": "any", "threshold": "frequency", "new_terms": "new_term"}
"""Types whose query finds records, and which of ElastAlert's types alerts likewise."""
_OTHERS = frozenset(("eql", "esql", "machine_learning", "threat_match"))


def _read(place: Place) -> Iterator[AlertRule]:
    held = place.entries
    kind = text(held.get("type"))
    if not {"name", "risk_score", "severity"} <= held.keys() or (kind not in _FOUND and kind not in _OTHERS):
        return
    told = held.get("query")
    expression = as_written(told) if told is not None else Setting(None, held["name"].span, "it has no query")
    language = text(held.get("language")) or "kuery"
    search = None
    if kind in _FOUND and isinstance(expression.value, str) and language in ("kuery", "lucene") and not expression.unknown:
        search = Search(_FOUND[kind], _query(expression.value, language))
    index = held.get("index")
    known = index is not None and isinstance(index.data, Items)
    yield AlertRule(
        held["name"].span, "elastic", "kuery" if language == "kuery" else "lucene", text(held["name"]), expression,
        group=",".join(str(one.data) for one in items(index)) if known else "", labels={"severity": as_written(held["severity"])},
        annotations={key: as_written(held[key]) for key in ("description", "note") if key in held}, environment=place.environment,
        paused=held["enabled"].data is False if "enabled" in held else False, search=search,
    )  # fmt: skip


def _query(written: str, language: str) -> Query:
    return kuery(written) if language == "kuery" else lucene(written)


READER = Reader("elastic-rules", ((b"risk_score", b"severity", b"query"), (b"risk_score", b"severity", b"machine_learning")), mapping=_read)
