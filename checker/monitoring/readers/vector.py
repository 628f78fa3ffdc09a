"""Vector: sources, transforms and sinks by their inputs, in TOML, YAML and JSON (Vector's reference, 0.40)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from checker import patterns as re
from checker.logconfig.model import Reference, Setting
from checker.logconfig.values import Items, Map, Value
from checker.model import Span
from checker.monitoring.addresses import first_of
from checker.monitoring.fields import as_written, entries, flag, flat, items, setting, text
from checker.monitoring.model import EVERYWHERE, Collector, Edge, Endpoint, Input, Output, Stage
from checker.monitoring.reader import Reader
from checker.monitoring.source import Place

_LISTENING = frozenset(
    ("socket", "syslog", "http", "http_server", "vector", "fluent", "logstash", "splunk_hec", "heroku_logs", "datadog_agent", "statsd",
     "opentelemetry", "gcp_pubsub_push", "aws_kinesis_firehose", "websocket_server")
)  # fmt: skip
_SINKS = {"console": "debug", "blackhole": "null", "file": "file"}
_SECURE = re.compile(
    r"^(?:aws_|gcp_|gcs|azure_|datadog_|new_relic|honeycomb|axiom|papertrail|sematext_|mezmo|logdna|humio_logs|keep|appsignal|databend)"
)
_ADDRESSES = ("endpoint", "endpoints", "address", "uri", "url", "host", "hosts", "bootstrap_servers", "base_url")
_TEXTS = re.compile(r"\"((?:\\.|[^\"\\])*)\"|r'([^']*)'|'([^']*)'")
_REMOVED = re.compile(r"^[ \t]*del\(\s*(\.[\w.@\"]+)\s*\)", re.MULTILINE)
_CODE = frozenset(("remap", "lua"))
_BY_TYPE = {"sample": "sample", "throttle": "sample", "remap": "other", "dedupe": "drop_repeated"}


def _read(place: Place) -> Iterator[Collector]:
    held = place.entries
    parts = {key: entries(held.get(key)) for key in ("sources", "transforms", "sinks")}
    every = [one for part in parts.values() for one in part.values()]
    if not parts["sinks"] or not all(isinstance(one.data, Map) and "type" in entries(one) for one in every):
        return
    directory = setting(held["data_dir"]) if "data_dir" in held else None
    inputs = tuple(_input(name, one, _at(held, "sources", name), directory) for name, one in parts["sources"].items())
    stages = tuple(stage for name, one in parts["transforms"].items() for stage in _stages(name, one, _at(held, "transforms", name)))
    outputs = tuple(_output(name, one, _at(held, "sinks", name)) for name, one in parts["sinks"].items())
    edges = tuple(edge for key in ("transforms", "sinks") for name, one in parts[key].items() for edge in _edges(name, one))
    names = {*parts["sources"], *parts["transforms"]}
    unknown = tuple(("component", Reference(one.source, one.span)) for one in edges if not _is_known(one.source, names))
    partial = "" if parts["sources"] else "another file may hold the rest"
    yield Collector(
        place.key("sinks"), "vector", inputs, stages, outputs, edges,
        {"data_dir": directory} if directory is not None else {}, partial=place.value.data.more or partial, environment=place.environment,
        undefined=() if partial else unknown,
    )  # fmt: skip


def _at(held: Mapping[str, Value], section: str, name: str) -> Span:
    found: Span = held[section].data.keys.get(name, held[section].span)
    return found


def _edges(name: str, value: Value) -> Iterator[Edge]:
    for one in items(entries(value).get("inputs")):
        told = setting(one)
        if isinstance(told.value, str) and not told.open:
            yield Edge(told.value, name, one.span)


def _is_known(name: str, names: set[str]) -> bool:
    """A component, an output of one (``router.errors``), or a pattern that fits some."""
    if "*" in name:
        return True
    return name in names or name.partition(".")[0] in names


def _input(name: str, value: Value, span: Span, directory: Setting | None) -> Input:
    options = dict(flat(value))
    kind = text(entries(value)["type"])
    paths = (
        tuple(one for key, one in options.items() if re.fullmatch(r"include(?:\.\d+)?", key)) if kind in ("file", "kubernetes_logs") else ()
    )
    position = options.get("data_dir") or directory
    return Input(span, kind, name, paths, _listens(kind, options, span), position if paths else None, None, options)


def _listens(kind: str, options: Mapping[str, Setting], span: Span) -> Endpoint | None:
    mode = str(getattr(options.get("mode"), "value", "") or "")
    if kind not in _LISTENING or mode.startswith("unix"):
        return None
    address = next((options[key] for key in ("address", "grpc.address", "http.address") if key in options), None)
    written = str(address.value or "") if address is not None else ""
    host = written.rpartition(":")[0] if ":" in written else ""
    on = flag(options.get("tls.enabled"), default="tls.crt_file" in options)
    mutual = flag(options.get("tls.verify_certificate"), default=False) is True
    known = mutual or any(key.startswith("auth.") or key in ("token", "valid_tokens.0", "access_key", "permit_origin.0") for key in options)
    place = address.span if address is not None else span
    at = Setting(host or EVERYWHERE, place, address.unknown if address is not None else "", address.open if address is not None else "")
    port = Setting(written.rpartition(":")[2], place) if written else None
    return Endpoint(at, port, "udp" if mode == "udp" else "tcp", on, True, known, place)


def _stages(name: str, value: Value, span: Span) -> Iterator[Stage]:
    options = {**dict(flat(value)), **_raw(value), "@component": Setting(name, span)}
    kind = text(entries(value)["type"])
    if kind == "filter":
        yield from _conditions(name, options, span)
    elif kind in _CODE:
        code = options.get("source")
        removed = _REMOVED.findall(str(code.value or "")) if code is not None else []
        for one in removed:
            yield Stage(span, kind, "remove", "", (Setting(one, span),), options=options, name=name)
        if not removed:
            action = "redact" if code is not None and "redact(" in str(code.value) else "other"
            yield Stage(span, kind, action, "", options=options, name=name)
    else:
        match, rate = "if" if "exclude" in options else "", options.get("rate", options.get("threshold"))
        yield Stage(span, kind, _BY_TYPE.get(kind, "other"), match, rate=rate, options=options, name=name)


def _conditions(name: str, options: Mapping[str, Setting], span: Span) -> Iterator[Stage]:
    """What a filter lets through; a part that is negated says what it drops."""
    told = options.get("condition") or options.get("condition.source")
    written = str(told.value or "") if told is not None else ""
    place = told.span if told is not None else span
    for part in re.split(r"&&|\band\b", written):
        texts = tuple(Setting(one[0] or one[1] or one[2], place) for one in _TEXTS.findall(part))
        negated = part.strip().startswith("!") or "!=" in part
        yield Stage(place, "filter", "drop" if negated else "keep", "", (), texts, options=options, name=name)


def _raw(value: Value) -> dict[str, Setting]:
    """Programs, conditions and templates as they are written: Vector fills them in for each record."""
    held = entries(value)
    found: dict[str, Value] = {key: held[key] for key in ("source", "condition", "index") if key in held}
    for key in ("labels", "route", "bulk", "condition"):
        found |= {f"{key}.{name}": one for name, one in entries(held.get(key)).items()}
    for number, metric in enumerate(items(held.get("metrics"))):
        found |= {f"metrics.{number}.tags.{key}": one for key, one in entries(entries(metric).get("tags")).items()}
    for name, one in entries(held.get("route")).items():
        found |= {f"route.{name}.{key}": inner for key, inner in entries(one).items()}
    return {key: as_written(one) for key, one in found.items() if not isinstance(one.data, Map | Items)}


def _output(name: str, value: Value, span: Span) -> Output:
    options = {**dict(flat(value)), **_raw(value)}
    kind = text(entries(value)["type"])
    sink = _SINKS.get(kind, "remote")
    buffer = "disk" if str(getattr(options.get("buffer.type"), "value", "")) == "disk" else "memory"
    target = _target(kind, options) if sink == "remote" else None
    return Output(span, kind, sink, "", target, buffer if sink == "remote" else "", options, name)


def _target(kind: str, options: Mapping[str, Setting]) -> Endpoint | None:
    hosts = [one for key, one in options.items() if re.sub(r"\.\d+$", "", key) in _ADDRESSES]
    on: bool | None = True if _SECURE.match(kind) else flag(options.get("tls.enabled"), default="tls.ca_file" in options)
    unsafe = next((options[key] for key in ("tls.verify_certificate", "tls.verify_hostname")
                   if key in options and flag(options[key]) is False), None)  # fmt: skip
    known = any(key.startswith("auth.") or key in ("token", "default_token", "api_key") for key in options)
    return first_of(hosts, on, unsafe is None, known, unsafe.span if unsafe is not None else None)


READER = Reader("vector", ((b"sinks", b"inputs", b"type"),), mapping=_read)
