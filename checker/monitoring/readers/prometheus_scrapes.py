"""Prometheus' own configuration: which jobs it scrapes, how often, with which labels (Prometheus 3 configuration reference)."""

from __future__ import annotations

from collections.abc import Iterator

from checker.logconfig.model import Setting
from checker.logconfig.values import Items, Map, Value
from checker.monitoring.fields import duration, entries, items, setting, text
from checker.monitoring.model import Scrape
from checker.monitoring.reader import Reader
from checker.monitoring.source import Place


def _read(place: Place) -> Iterator[Scrape]:
    held = place.entries
    jobs = held.get("scrape_configs")
    if jobs is None or not isinstance(jobs.data, Items) or {"clients", "positions"} & held.keys():
        return
    whole = entries(held.get("global"))
    every = duration(whole["evaluation_interval"]) if "evaluation_interval" in whole else None
    for one in items(jobs):
        job = entries(one)
        if not isinstance(one.data, Map) or "job_name" not in job or "pipeline_stages" in job:
            continue
        interval = job.get("scrape_interval", whole.get("scrape_interval"))
        targets: list[str] = []
        labels: dict[str, Setting] = {}
        for static in items(job.get("static_configs")):
            targets += [text(target) for target in items(entries(static).get("targets"))]
            labels |= {key: setting(value) for key, value in entries(entries(static).get("labels")).items()}
        open_ = any(key.endswith("_sd_configs") or key in ("metric_relabel_configs", "honor_labels") for key in job)
        open_ = open_ or not all(map(_probes, items(job.get("relabel_configs"))))
        seconds = duration(interval) if interval is not None else None
        yield Scrape(job["job_name"].span, text(job["job_name"]), seconds, every, tuple(targets), labels, open_, place.environment)


def _probes(rule: Value) -> bool:
    """Whether a rule of relabelling only hands the target on to a prober, as the blackbox exporter has it done."""
    held = entries(rule)
    return text(held.get("action")) in ("", "replace") and text(held.get("target_label")) in _PROBING


_PROBING = frozenset(("__param_target", "__param_module", "__address__", "instance", "target"))
READER = Reader("prometheus-scrapes", ((b"scrape_configs", b"job_name"),), mapping=_read)
