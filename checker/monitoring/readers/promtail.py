"""Promtail: clients, scrape configurations and their pipeline stages (Promtail's configuration reference, 3.x)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.logconfig.model import Setting
from checker.logconfig.values import Map, Value
from checker.model import Span
from checker.monitoring.addresses import endpoint
from checker.monitoring.expressions.grammar import parse
from checker.monitoring.expressions.tokens import NotAnExpressionError
from checker.monitoring.fields import entries, flat, items, setting, text
from checker.monitoring.model import EVERYWHERE, Collector, Endpoint, Input, Output, Stage
from checker.monitoring.reader import Reader
from checker.monitoring.source import Place

_PARSING = frozenset(("json", "logfmt", "regex", "cri", "docker", "timestamp", "multiline", "unpack", "decolorize", "eventlogmessage"))
_DEEPEST = 6
_MANY = 400


def _read(place: Place) -> Iterator[Collector]:
    held = place.entries
    scraped = held.get("scrape_configs")
    clients = [one for one in (*items(held.get("clients")), *items(held.get("client"))) if isinstance(one.data, Map)]
    if scraped is None or not (clients or "positions" in held):
        return
    jobs = [one for one in items(scraped) if isinstance(one.data, Map)]
    positions = entries(held.get("positions")).get("filename")
    position = setting(positions) if positions is not None else None
    yield Collector(
        place.key("scrape_configs"), "promtail",
        tuple(found for job in jobs for found in _inputs(job, position)),
        tuple(found for job in jobs for found in _stages(entries(job).get("pipeline_stages"), _name(job), 0)),
        tuple(_output(one) for one in clients),
        settings=dict(flat(place.value)) if len(jobs) < _MANY else {},
        partial=scraped.reason or place.value.data.more,
        environment=place.environment,
    )  # fmt: skip


_OTHERWISE = frozenset(
    ("syslog", "loki_push_api", "gelf", "heroku_drain", "gcplog", "journal", "kubernetes_sd_configs", "docker_sd_configs",
     "file_sd_configs", "windows_events", "kafka", "consul_sd_configs", "azure_event_hubs", "cloudflare")
)  # fmt: skip
"""Ways to get records without a path."""


def _name(job: Value) -> str:
    return text(entries(job).get("job_name"))


def _inputs(job: Value, position: Setting | None) -> Iterator[Input]:
    held = entries(job)
    name = _name(job)
    span = held["job_name"].span if "job_name" in held else job.span
    for one in items(held.get("static_configs")):
        labels = entries(entries(one).get("labels"))
        if "__path__" in labels:
            given = {f"labels.{key}": setting(value) for key, value in labels.items() if key != "__path__"}
            path = labels["__path__"]
            yield Input(path.span, "tail", name, (setting(path),), None, position, options=given | _relabelled(held))
        elif not held.keys() & _OTHERWISE:
            relabelled = _relabelled(held)
            moved = any(key.endswith("target_label") and str(value.value) == "__path__" for key, value in relabelled.items())
            paths = (Setting(None, span, "a relabelling says it"),) if moved or one.reason or held["static_configs"].reason else ()
            yield Input(span, "tail", name, paths, None, position, options=relabelled)
    for kind, default in (("syslog", "tcp"), ("loki_push_api", "http"), ("gelf", "udp"), ("heroku_drain", "http"), ("gcplog", "http")):
        if kind not in held:
            continue
        options = entries(held[kind])
        server = entries(options.get("server"))
        address = options.get("listen_address") or server.get("http_listen_address")
        told = setting(address) if address is not None else Setting(EVERYWHERE, span)
        tls = "tls_config" in options or "http_tls_config" in server
        yield Input(span, kind, name, (), _listens(told, text(options.get("listen_protocol")) or default, tls=tls), position)
    if not any(key in held for key in ("static_configs", "syslog", "loki_push_api", "gelf", "heroku_drain", "gcplog")):
        kind = next(
            (
                key
                for key in ("journal", "kubernetes_sd_configs", "docker_sd_configs", "file_sd_configs", "windows_events", "kafka")
                if key in held
            ),
            "",
        )
        yield Input(span, kind or "other", name, (), None, position, options=_relabelled(held))


def _relabelled(job: dict[str, Value]) -> dict[str, Setting]:
    """What gives or takes labels: ``relabel_configs.0.target_label`` ..."""
    return dict(flat(job["relabel_configs"], "relabel_configs")) if "relabel_configs" in job else {}


def _listens(address: Setting, scheme: str, *, tls: bool) -> Endpoint:
    written = str(address.value or "")
    host = written.rpartition(":")[0] if ":" in written else written
    return Endpoint(Setting(host or EVERYWHERE, address.span, address.unknown), None, scheme, tls, True, tls, address.span)


def _output(value: Value) -> Output:
    options = dict(flat(value))
    url = options.get("url", Setting(None, value.span, "it has no address"))
    return Output(url.span, "loki", "remote", "", endpoint(url, options), "memory", options)


def _stages(value: Value | None, job: str, depth: int, selector: str = "") -> Iterator[Stage]:
    for one in items(value):
        for kind, held in entries(one).items():
            yield from _stage(kind, held, one.data.keys.get(kind, one.span), job, selector, depth)


def _stage(kind: str, value: Value, span: Span, job: str, selector: str, depth: int) -> Iterator[Stage]:
    options = {**(dict(flat(value)) if isinstance(value.data, Map) else {}), "selector": Setting(selector, span)}
    if kind == "match":
        chosen = text(entries(value).get("selector"))
        if options.get("action") is not None and options["action"].value == "drop":
            yield Stage(
                span, kind, "drop", job, patterns=tuple(_lines(chosen, span)), options={**options, "selector": Setting(chosen, span)}
            )
        elif depth < _DEEPEST:
            yield from _stages(entries(value).get("stages"), job, depth + 1, chosen)
    elif kind == "drop":
        sources = tuple(setting(one) for one in items(entries(value).get("source")))
        patterns = tuple(options[key] for key in ("expression", "value") if key in options)
        yield Stage(span, kind, "drop", job, sources, patterns, options=options)
    elif kind in ("sampling", "limit"):
        yield Stage(span, kind, "sample", job, rate=options.get("rate"), options=options)
    elif kind in ("labeldrop", "labelallow"):
        named = tuple(setting(one) for one in items(value))
        yield Stage(span, kind, "remove" if kind == "labeldrop" else "allow", job, named, options=options)
    elif kind == "replace":
        yield Stage(span, kind, "redact", job, tuple(options[key] for key in ("source",) if key in options), options=options)
    else:
        yield Stage(span, kind, "parse" if kind in _PARSING else "other", job, options=options)


def _lines(selector: str, span: Span) -> Iterator[Setting]:
    """What the line filters of a selector look for."""
    try:
        tree = parse(selector)
    except NotAnExpressionError:
        return
    for stage in getattr(tree, "stages", ()):
        if stage.kind in ("|=", "|~"):
            yield from (Setting(re.escape(one) if stage.kind == "|=" else one, span) for one in stage.texts)


READER = Reader("promtail", ((b"scrape_configs", b"clients"), (b"scrape_configs", b"positions")), mapping=_read)
