"""Who evaluates alert rules and where the alerts are sent: Prometheus' `rule_files` and `alerting`, the `ruler` of Loki.

After the configuration references of Prometheus 3 and Loki 3. What a chart's values hold is not the whole: its templates add the rest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from checker.logconfig.model import Setting
from checker.logconfig.values import Items, Map, Value
from checker.monitoring.fields import as_written, entries, items, setting
from checker.monitoring.model import Evaluator
from checker.monitoring.reader import Reader
from checker.monitoring.source import Place

_OF_LOKI = frozenset(("schema_config", "ingester", "common", "limits_config", "storage_config", "query_range", "auth_enabled"))


def _read(place: Place) -> Iterator[Evaluator]:
    if place.keys or place.templated:
        return
    held = place.entries
    files, ruler = held.get("rule_files"), held.get("ruler")
    jobs = held.get("scrape_configs")
    if files is not None and isinstance(files.data, Items) and files.data.values and {"global", "scrape_configs"} & held.keys():
        yield _of_prometheus(place, files)
    elif (files is None or files.data is None or isinstance(files.data, Items)) and jobs is not None and _is_of_prometheus(held, jobs):
        yield Evaluator(place.key("scrape_configs"), "prometheus", (), (), discovered=True, environment=place.environment)
    if ruler is not None and isinstance(ruler.data, Map) and len(_OF_LOKI & held.keys()) > 1 and entries(ruler):
        yield _of_loki(place, ruler)


def _is_of_prometheus(held: Mapping[str, Value], jobs: Value) -> bool:
    """Whether it is a server's own file: agents and Promtail have jobs too, and keep the rest under other keys."""
    more = {"clients", "positions", "client", "server", "remote_write", "agent", "integrations"} & held.keys()
    return not more and isinstance(jobs.data, Items) and any("job_name" in entries(one) for one in items(jobs))


def _of_prometheus(place: Place, files: Value) -> Evaluator:
    alerting = place.entries.get("alerting")
    listed = entries(alerting).get("alertmanagers")
    open_ = alerting is not None and (bool(alerting.reason) or (isinstance(alerting.data, Map) and bool(alerting.data.more)))
    found: list[Setting] = []
    for one in items(listed):
        held = entries(one)
        open_ = open_ or bool(one.reason) or any(key.endswith("_sd_configs") for key in held)
        for static in items(held.get("static_configs")):
            told = [setting(target) for target in items(entries(static).get("targets"))]
            open_ = open_ or bool(static.reason) or any(target.unknown for target in told)
            found += [target for target in told if _text(target)]
    told_files = tuple(as_written(one) for one in items(files) if isinstance(one.data, str))
    return Evaluator(place.key("rule_files"), "prometheus", told_files, tuple(found), open_, place.environment)


def _of_loki(place: Place, ruler: Value) -> Evaluator:
    held = entries(ruler)
    told = held.get("alertmanager_url")
    found = setting(told) if told is not None and told.data is not None else None
    client = any(key in held for key in ("alertmanager_client", "remote_write", "ruler_remote_evaluation"))
    open_ = bool(isinstance(ruler.data, Map) and ruler.data.more) or (found is not None and bool(found.unknown))
    addresses = [one for one in re.split(r"[,\s]+", _text(found)) if one] if found is not None else []
    managers = tuple(Setting(one, found.span, "", found.open) for one in addresses) if found is not None else ()
    return Evaluator(place.key("ruler"), "loki", (), managers, open_ or (client and not managers), place.environment)


def _text(found: Setting) -> str:
    """A text that is known, else ``""``."""
    return found.value.strip() if isinstance(found.value, str) else ""


READER = Reader(
    "rule-evaluation",
    (
        (b"rule_files",),
        (b"scrape_configs", b"job_name"),
        (b"ruler:", b"schema_config"),
        (b"ruler:", b"limits_config"),
        (b"ruler:", b"common:"),
    ),
    mapping=_read,
)
