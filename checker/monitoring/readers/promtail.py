"""Promtail: clients, scrape configurations and their pipeline stages (Promtail's configuration reference, 3.x)."""

from __future__ import annotations

from collections.abc import Iterator

from checker.logconfig.model import Reference, Setting
from checker.logconfig.values import Items, Map, Value
from checker.model import Span
from checker.monitoring.addresses import endpoint
from checker.monitoring.dropping import filtered
from checker.monitoring.fields import entries, flat, items, setting, text
from checker.monitoring.model import EVERYWHERE, Collector, Endpoint, Input, Output, Stage, UnreadConfig
from checker.monitoring.reader import Reader
from checker.monitoring.source import Place

_PARSING = frozenset(("json", "logfmt", "regex", "cri", "docker", "timestamp", "multiline", "unpack", "decolorize", "eventlogmessage"))
_DEEPEST = 6
_MANY = 400


def _read(place: Place) -> Iterator[Collector | UnreadConfig]:
    held = place.entries
    scraped = held.get("scrape_configs")
    clients = [one for one in (*items(held.get("clients")), *items(held.get("client"))) if isinstance(one.data, Map)]
    if scraped is None or not (clients or "positions" in held):
        return
    yield from _odd(place)
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
        endless=() if place.templated else tuple(
            Reference(key, place.key(key)) for key in ("clients", "scrape_configs")
            if key in held and not items(held[key]) and held[key].known and not held[key].open
        ),
    )  # fmt: skip


def _odd(place: Place) -> Iterator[UnreadConfig]:
    """What has another shape than Promtail takes: it does not start."""
    for key, wanted in (("scrape_configs", "a list of jobs"), ("clients", "a list of clients")):
        value = place.entries.get(key)
        if value is None or place.templated or not value.known or value.open or value.data is None:
            continue
        wrong = [one for one in items(value) if not isinstance(one.data, Map) and one.known and not one.open and one.data is not None]
        if wrong or not isinstance(value.data, Items):
            at = wrong[0].span if wrong else place.key(key)
            yield UnreadConfig(Span(at.path, at.line, 1, at.line, 1), f"it looks like Promtail's configuration, and {key} is not {wanted}")


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
    if "static_configs" in held and not items(held["static_configs"]) and held["static_configs"].known and not held.keys() & _OTHERWISE:
        yield Input(span, "tail", name, (), None, position)
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
            left, kept = filtered(chosen, span)
            told, action = (kept, "keep") if kept and not left else (left, "drop")
            yield Stage(span, kind, action, job, patterns=told, options={**options, "selector": Setting(chosen, span)})
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


READER = Reader("promtail", ((b"scrape_configs", b"clients"), (b"scrape_configs", b"positions")), mapping=_read)
