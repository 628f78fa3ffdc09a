"""Grafana Alloy, and the Agent's flow mode before it: components for logs, their stages, how they forward (Alloy 1.x reference)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from checker import patterns as re
from checker.logconfig.model import Reference, Setting
from checker.logconfig.text.placeholders import is_template
from checker.model import Span
from checker.monitoring.addresses import endpoint
from checker.monitoring.blocks import Body, body
from checker.monitoring.dropping import filtered
from checker.monitoring.model import EVERYWHERE, Collector, Edge, Endpoint, Input, Output, Stage, UnreadConfig
from checker.monitoring.reader import Reader
from checker.monitoring.source import Block

_RECEIVER = re.compile(r"\b((?:loki|otelcol|faro)\.[a-z_.]+\.[A-Za-z_]\w*)\.(?:receiver|input)\b")
_TARGETS = re.compile(r"__path__\"?\s*[=:]\s*\"([^\"]+)\"")
_PARSING = frozenset(("json", "logfmt", "regex", "cri", "docker", "timestamp", "multiline", "unpack", "decolorize"))
_PUSHED = {"otelcol.receiver.otlp": ("grpc", "http"), "faro.receiver": ("server",)}
"""Receivers that programs send to, and the blocks that say where they listen."""
_LISTENING = {"loki.source.syslog": "listener", "loki.source.api": "http", "loki.source.gelf": "", "loki.source.heroku": "http"}
_ENTRY = re.compile(r"\"?(?P<name>[A-Za-z_][\w.-]*)\"?\s*=\s*[\"`](?P<value>(?:\\.|[^\"`\\])*)[\"`]")
_TEXT = re.compile(r"[\"`]([^\"`]*)[\"`]")
_DEEPEST = 6


def _read(block: Block) -> Iterator[Collector | UnreadConfig]:
    root = body(block.text, block.path)
    components = {
        f"{one.name}.{one.label}": one for one in root.blocks if one.label and one.name.startswith(("loki.", "otelcol.", "faro."))
    }
    if not any(name.startswith(("loki.", "otelcol.receiver.loki.")) for name in components):
        return
    _with_files(root, components)
    inputs = tuple(found for name, one in components.items() if one.name.startswith("loki.source.") for found in _inputs(name, one))
    inputs += tuple(found for name, one in components.items() if one.name in _PUSHED for found in _pushed(name, one))
    outputs = tuple(found for name, one in components.items() if one.name in ("loki.write", "loki.echo") for found in _outputs(name, one))
    stages = tuple(found for name, one in components.items() if one.name == "loki.process" for found in _stages(name, one, "", 0))
    edges = tuple(
        Edge(name, target, setting.span)
        for name, one in components.items()
        for setting in _forwards(one)
        for target in _RECEIVER.findall(str(setting.value))
    )
    reached = {edge.target for edge in edges}
    outputs += tuple(_exported(name, one) for name, one in components.items() if one.name in _EXPORTING and name in reached)
    missing = tuple(("component", Reference(edge.target, edge.span)) for edge in edges if edge.target not in components)
    whole = root.broken is None and not any(one.name.startswith(("import.", "declare")) for one in root.blocks)
    span = next(iter(components.values())).span
    if root.broken is not None and not is_template(block.text):
        line, why = root.broken
        yield UnreadConfig(Span(block.path, line, 1, line, 1), f"it looks like Alloy's configuration, and does not parse: {why}")
    yield Collector(
        span, "alloy", inputs, stages, outputs, edges, partial="" if whole else "it imports or declares components of its own",
        environment=block.environment, undefined=missing if whole else (), endless=tuple(_endless(components)) if whole else (),
    )  # fmt: skip


def _with_files(root: Body, components: Mapping[str, Body]) -> None:
    """Give a source the files of the `local.file_match` that it names alone."""
    files = {
        f"local.file_match.{one.label}.targets": one.attributes.get("path_targets") for one in root.blocks if one.name == "local.file_match"
    }
    for one in components.values():
        targets = one.attributes.get("targets")
        found = files.get(str(targets.value).strip()) if targets is not None else None
        if found is not None and not found.unknown:
            one.attributes["targets"] = found


def _inputs(name: str, component: Body) -> Iterator[Input]:
    targets = component.attributes.get("targets")
    paths = tuple(Setting(path, targets.span) for path in _TARGETS.findall(str(targets.value))) if targets is not None else ()
    inner = _LISTENING.get(component.name)
    if inner is None:
        yield Input(component.span, component.name, name, paths, options=dict(component.attributes))
        return
    for one in component.inner(inner) if inner else [component]:
        options = {**component.flat(), **one.flat()}
        address = one.attributes.get("address") or one.attributes.get("listen_address")
        host = str(address.value).rpartition(":")[0] if address is not None and not address.unknown else EVERYWHERE
        tls = any(inside.name in ("tls", "tls_config") for inside in one.blocks)
        at = Setting(host or EVERYWHERE, address.span if address is not None else one.span, address.unknown if address is not None else "")
        yield Input(one.span, component.name, name, (), Endpoint(at, None, "tcp", tls, True, tls, at.span), None, None, options)


def _pushed(name: str, component: Body) -> Iterator[Input]:
    """Where a receiver listens that takes logs: on the machine alone unless an address says otherwise."""
    if not any(re.search(r"\w", str(one.value or "")) for one in _forwards(component)):
        return
    for one in (inner for kind in _PUSHED[component.name] for inner in component.inner(kind)):
        address = one.attributes.get("endpoint") or one.attributes.get("listen_address")
        written = str(address.value or "") if address is not None and not address.unknown else ""
        host, _, port = written.rpartition(":") if "endpoint" in one.attributes else (written, "", "")
        if address is None or not host:
            continue
        told = one.attributes.get("listen_port")
        at = Setting(port or str(told.value if told is not None and not told.unknown else _FARO), address.span)
        tls = bool(one.inner("tls"))
        known = tls or any(key in one.attributes for key in ("api_key", "auth"))
        place = Setting(host, address.span)
        yield Input(
            component.span, component.name, name, (), Endpoint(place, at, "http", tls, True, known, address.span), options=one.flat()
        )


_FARO = 12347


def _forwards(component: Body) -> Iterator[Setting]:
    """What says where a component's log records go."""
    if (found := component.attributes.get("forward_to")) is not None:
        yield found
    yield from (found for one in component.inner("output") if (found := one.attributes.get("logs")) is not None)


_MUST_FORWARD = ("loki.source.", "loki.process", "loki.relabel", "loki.secretfilter")
"""Components that are of no use, or are refused, without a place where their records go."""


def _endless(components: Mapping[str, Body]) -> list[Reference]:
    """Components of which it is certain that no record comes further: they forward to none, or only to such as forward to none."""
    ends: dict[str, Span] = {}
    left: dict[str, set[str]] = {}
    above: dict[str, list[str]] = {}
    for name, one in components.items():
        told = list(_forwards(one))
        if not told and one.name.startswith(_MUST_FORWARD):
            ends[name] = one.span
        elif told and not _counts(one) and all(_NOWHERE.fullmatch(str(setting.value or "")) for setting in told):
            ends[name] = told[0].span
        elif told and not _counts(one) and not any(setting.unknown for setting in told):
            left[name] = {target for setting in told for target in _RECEIVER.findall(str(setting.value))}
            for target in left[name]:
                above.setdefault(target, []).append(name)
    waiting = list(ends)
    while waiting:
        ended = waiting.pop()
        for name in above.get(ended, ()):
            left[name].discard(ended)
            if not left[name] and name not in ends:
                ends[name] = next(_forwards(components[name])).span
                waiting.append(name)
    return [Reference(name, span) for name, span in ends.items()]


_NOWHERE = re.compile(r"\s*\[\s*,?\s*\]\s*")


def _counts(component: Body) -> bool:
    """Whether it makes measurements of what comes, so that it is of use though nothing goes on."""
    return any(one.name == "stage.metrics" or (one.name == "stage.match" and _counts(one)) for one in component.blocks)


def _outputs(name: str, component: Body) -> Iterator[Output]:
    if component.name == "loki.echo":
        yield Output(component.span, component.name, "debug", name=name)
    for one in component.inner("endpoint"):
        options = one.flat()
        url = options.get("url", Setting(None, one.span, "it has no address"))
        on_disk = any(inside.name == "wal" for inside in component.blocks)
        yield Output(url.span, component.name, "remote", "", endpoint(url, options), "disk" if on_disk else "memory", options, name)


def _exported(name: str, component: Body) -> Output:
    """An exporter of OTLP that logs come to; gRPC speaks TLS unless it is told not to."""
    options = component.flat()
    url = options.get("client.endpoint", Setting(None, component.span, "it has no address"))
    target = endpoint(url, options, "client.tls.insecure_skip_verify")
    insecure = options.get("client.tls.insecure")
    if component.name == "otelcol.exporter.otlp" and (target.tls is not None or url.unknown == "an expression"):
        off = insecure is not None and not insecure.unknown and str(insecure.value).lower() == "true"
        target = Endpoint(target.host, None, "grpc", not off, target.verified, "client.auth" in options, (insecure or url).span)
    on_disk = "sending_queue.storage" in options
    return Output(component.span, component.name, "remote", "", target, "disk" if on_disk else "memory", options, name)


_EXPORTING = frozenset(("otelcol.exporter.otlp", "otelcol.exporter.otlphttp"))


def _stages(name: str, holder: Body, selector: str, depth: int) -> Iterator[Stage]:
    for one in holder.blocks:
        kind = one.name.removeprefix("stage.")
        if kind == one.name:
            continue
        options: Mapping[str, Setting] = one.flat()
        if kind == "match" and str(getattr(options.get("action"), "value", "")) != "drop" and depth < _DEEPEST:
            yield from _stages(name, one, str(getattr(options.get("selector"), "value", "")), depth + 1)
        elif kind == "metrics":
            for inner in one.blocks:
                made = Setting(inner.name.removeprefix("metric."), inner.span)
                yield _stage(name, kind, inner.span, {**inner.flat(), "@metric": made}, selector)
        else:
            yield _stage(name, kind, one.span, options, selector)


def _spread(options: Mapping[str, Setting]) -> Iterator[tuple[str, Setting]]:
    """With the entries of a map or a list that stands in one attribute as settings of their own: ``values = {level = ""}``."""
    for key, one in options.items():
        told = str(one.value or "").strip() if key in ("expressions", "mapping", "values") else ""
        if told.startswith("{"):
            for match in _ENTRY.finditer(told):
                yield f"{key}.{match['name']}", Setting(match["value"].replace("\\\\", "\\"), one.span, one.unknown and "an expression")
        elif told.startswith("["):
            yield from ((f"{key}.{number}", Setting(text, one.span)) for number, text in enumerate(_TEXT.findall(told)))
        else:
            yield key, one


def _stage(name: str, kind: str, span: Span, options: Mapping[str, Setting], selector: str) -> Stage:
    options = dict(_spread(options))
    held = {**options, "selector": options.get("selector", Setting(selector, span))}
    if kind == "match":
        left, kept = filtered(str(held["selector"].value or ""), span)
        if kept and not left:
            return Stage(span, kind, "keep", "", patterns=kept, options={**held, "selector": Setting(None, span)}, name=name)
        return Stage(span, kind, "drop", "", patterns=left, options=held, name=name)
    if kind == "drop":
        patterns = tuple(options[key] for key in ("expression", "value") if key in options)
        return Stage(
            span, kind, "drop", "", tuple(options[key] for key in ("source",) if key in options), patterns, options=held, name=name
        )
    if kind in ("sampling", "limit"):
        return Stage(span, kind, "sample", "", rate=options.get("rate"), options=held, name=name)
    if kind in ("label_drop", "label_keep"):
        fields = tuple(one for key, one in options.items() if key.startswith("values"))
        return Stage(span, kind, "remove" if kind == "label_drop" else "allow", "", fields, options=held, name=name)
    return Stage(span, kind, "redact" if kind == "replace" else "parse" if kind in _PARSING else "other", "", options=held, name=name)


READER = Reader(
    "alloy",
    ((b"loki.source.", b"forward_to"), (b"loki.write", b"forward_to"), (b"loki.process", b"forward_to"), (b"loki.write", b"endpoint")),
    text=_read,
)
