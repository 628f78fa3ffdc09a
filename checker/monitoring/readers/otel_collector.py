"""OpenTelemetry Collector: receivers, processors, exporters and the pipelines that join them (collector's configuration, contrib 0.130)."""

from __future__ import annotations

from collections.abc import Iterator

from checker import patterns as re
from checker.logconfig.model import Reference, Setting
from checker.logconfig.values import Map, Value
from checker.model import Span
from checker.monitoring.addresses import endpoint
from checker.monitoring.fields import entries, flag, flat, items, setting, text
from checker.monitoring.model import Collector, Edge, Endpoint, Input, Output, Stage
from checker.monitoring.reader import Reader
from checker.monitoring.source import Place

_DEBUG = frozenset(("debug", "logging"))
_LISTENING = frozenset(
    ("otlp", "jaeger", "zipkin", "opencensus", "fluentforward", "syslog", "tcplog", "udplog", "loki", "splunk_hec", "webhookevent",
     "prometheusremotewrite", "signalfx", "statsd", "carbon", "skywalking", "influxdb")
)  # fmt: skip
_OF_THE_CHART = frozenset(
    ("otlp", "jaeger", "zipkin", "prometheus", "debug", "logging", "batch", "memory_limiter", "k8sattributes", "resourcedetection",
     "resource", "filelog", "kubeletstats", "hostmetrics", "k8s_cluster", "k8sobjects", "k8s_events", "spanmetrics")
)  # fmt: skip
"""Components that the opentelemetry-collector chart, or one of its presets, defines beside what its values say."""


_UNLESS = re.compile(r"(?:severity_text|body|attributes\[\"(?:level|severity)\"\])\s*!=\s*\"([^\"]{1,60})\"")
"""A condition by which all but one value is thrown away."""


def _read(place: Place) -> Iterator[Collector]:
    held = place.entries
    service = entries(held.get("service"))
    pipelines = entries(service.get("pipelines"))
    if not pipelines or not {"receivers", "exporters"} & held.keys():
        return
    if not all(isinstance(one.data, Map) for one in pipelines.values()):
        return
    inputs = tuple(
        found for name, one in entries(held.get("receivers")).items() for found in _inputs(name, one, _at(held, "receivers", name))
    )
    outputs = tuple(_output(name, one, _at(held, "exporters", name)) for name, one in entries(held.get("exporters")).items())
    stages = tuple(
        found for name, one in entries(held.get("processors")).items() for found in _stages(name, one, _at(held, "processors", name))
    )
    edges = tuple(edge for name, one in pipelines.items() for edge in _edges(name, one))
    values = bool(place.keys) and not any("kind" in entries(parent) for parent in place.parents)
    yield Collector(
        place.key("service"),
        "otel",
        inputs,
        stages,
        outputs,
        edges,
        dict(flat(held["service"])),
        partial=next((one.reason for one in held.values() if one.reason), "") or place.value.data.more,
        environment=place.environment,
        pipelines={name: service["pipelines"].data.keys.get(name, one.span) for name, one in pipelines.items()},
        connectors=frozenset(entries(held.get("connectors"))),
        undefined=tuple(one for one in _undefined(held, pipelines) if not (values and one[1].name in _OF_THE_CHART)),
    )


def _at(held: dict[str, Value], section: str, name: str) -> Span:
    found: Span = held[section].data.keys.get(name, held[section].span)
    return found


def _edges(name: str, pipeline: Value) -> Iterator[Edge]:
    """From each receiver to each exporter, by way of the pipeline's name."""
    parts = entries(pipeline)
    for key in ("receivers", "processors", "exporters"):
        for one in items(parts.get(key)):
            used = text(one)
            if used:
                yield Edge(used, name, one.span) if key == "receivers" else Edge(name, used, one.span)


def _undefined(held: dict[str, Value], pipelines: dict[str, Value]) -> Iterator[tuple[str, Reference]]:
    """What pipelines name and no section defines; connectors are both receivers and exporters."""
    connectors = set(entries(held.get("connectors")))
    for pipeline in pipelines.values():
        for key, kind in (("receivers", "receiver"), ("processors", "processor"), ("exporters", "exporter")):
            section = held.get(key)
            known = set(entries(section)) | (connectors if key != "processors" else set())
            whole = section is None or (isinstance(section.data, Map) and not section.data.more) or section.data is None
            for one in items(entries(pipeline).get(key)):
                told = setting(one)
                if whole and isinstance(told.value, str) and not told.open and told.value not in known:
                    yield kind, Reference(told.value, one.span)


def _kind(name: str) -> str:
    return name.partition("/")[0]


def _inputs(name: str, value: Value, span: Span) -> Iterator[Input]:
    kind = _kind(name)
    options = dict(flat(value))
    storage = options.get("storage")
    paths = tuple(one for key, one in options.items() if key.startswith("include.") or key == "include")
    endpoints = [(key, one) for key, one in options.items() if key.rpartition(".")[2] in ("endpoint", "listen_address")]
    if kind in _LISTENING and endpoints:
        for key, told in endpoints:
            before = key.rpartition(".")[0]
            inside = {other: one for other, one in options.items() if other.startswith(f"{before}." if before else "")}
            yield Input(span, kind, name, paths, _listens(told, inside, before), storage, options=options)
    else:
        yield Input(span, kind, name, paths, None, storage, options=options)


def _listens(address: Setting, options: dict[str, Setting], before: str) -> Endpoint:
    keys = [key.removeprefix(f"{before}.") for key in options]
    tls = any(key.startswith("tls.") for key in keys)
    mutual = any(key.startswith("tls.client_ca") for key in keys)
    known = mutual or any(key.startswith("auth") or key in ("splunk_token", "required_header.key") for key in keys)
    host, _, port = str(address.value or "").rpartition(":")
    return Endpoint(
        Setting(host, address.span, address.unknown, address.open),
        Setting(port, address.span),
        before.rpartition(".")[2],
        tls,
        True,
        known,
        address.span,
    )


def _output(name: str, value: Value, span: Span) -> Output:
    kind = _kind(name)
    options = dict(flat(value))
    sink = "debug" if kind in _DEBUG else "null" if kind == "nop" else "file" if kind == "file" else "remote"
    told = options.get("endpoint", options.get("logs_endpoint"))
    target = None
    if told is not None and sink == "remote":
        target = endpoint(told, options, "tls.insecure_skip_verify")
        insecure = flag(options.get("tls.insecure"), default=False)
        if not target.scheme:  # gRPC speaks TLS unless it is told not to
            place = options["tls.insecure"].span if insecure else target.span
            target = Endpoint(
                target.host, None, "grpc", None if insecure is None else not insecure, target.verified, target.authenticated, place
            )
    queued = options.get("sending_queue.storage")
    off = flag(options.get("sending_queue.enabled"), default=True) is False
    buffer = "disk" if queued is not None else "" if sink != "remote" else "memory" if not off else "none"
    return Output(span, kind, sink, "", target, buffer, options, name)


def _stages(name: str, value: Value, span: Span) -> Iterator[Stage]:
    kind = _kind(name)
    options = dict(flat(value))
    if kind == "filter":
        for key, told in options.items():
            if key.startswith(("logs.log_record", "log_conditions", "logs.exclude")) and isinstance(told.value, str):
                unless = _UNLESS.fullmatch(told.value.strip())
                action = "drop" if unless is None else "keep"
                pattern = told if unless is None else Setting(unless[1], told.span, told.unknown, told.open)
                yield Stage(told.span, kind, action, "", (), (pattern,), options=options, name=name)
            elif key.startswith("logs.include") and isinstance(told.value, str):
                yield Stage(told.span, kind, "keep", "", (), (told,), options=options, name=name)
    elif kind in ("probabilistic_sampler", "tail_sampling"):
        yield Stage(span, kind, "sample", "", rate=options.get("sampling_percentage"), options=options, name=name)
    elif kind in ("attributes", "resource"):
        for one in items(entries(value).get("actions")) + items(entries(value).get("attributes")):
            held = entries(one)
            action = text(held.get("action"))
            if action in ("delete", "hash") and "key" in held:
                yield Stage(
                    held["key"].span,
                    kind,
                    "remove" if action == "delete" else "redact",
                    "",
                    (setting(held["key"]),),
                    options=options,
                    name=name,
                )
    elif kind == "redaction":
        yield Stage(span, kind, "redact", "", options=options, name=name)
    else:
        yield Stage(span, kind, "other", "", options=options, name=name)


READER = Reader("otel-collector", ((b"exporters", b"pipelines"),), mapping=_read)
