"""Logstash: pipelines with their inputs, filters and outputs, and the settings in which a pipeline's queue is chosen (reference, 8.x)."""

from __future__ import annotations

from collections.abc import Iterator

from checker import patterns as re
from checker.logconfig.model import Setting
from checker.logconfig.text.placeholders import is_template
from checker.monitoring.addresses import first_of
from checker.monitoring.fields import flag, flat
from checker.monitoring.logstash import SECTIONS, Condition, NotAPipelineError, Plugin, pipeline
from checker.monitoring.model import EVERYWHERE, Collector, Endpoint, Input, Output, Stage, UnreadConfig
from checker.monitoring.reader import Reader
from checker.monitoring.source import Block, Place

_LISTENING = {"beats": "tcp", "elastic_agent": "tcp", "tcp": "tcp", "udp": "udp", "syslog": "udp", "http": "http", "gelf": "udp",
              "lumberjack": "tcp", "log4j": "tcp", "logstash": "http", "relp": "tcp", "graphite": "tcp", "collectd": "udp",
              "netflow": "udp", "websocket": "", "snmptrap": "udp"}  # fmt: skip
_SINKS = {"stdout": "debug", "null": "null", "sink": "null", "file": "file", "pipeline": "inner"}
_ALWAYS_SECURE = frozenset(
    ("s3", "sqs", "cloudwatch", "loggly", "datadog_logs", "google_pubsub", "azure_event_hubs", "kinesis", "lumberjack")
)
_UNSAFE = (("ssl_certificate_verification", "false"), ("ssl_verification_mode", "none"), ("ssl_verify", "false"),
           ("ssl_certificate_validation", "false"), ("insecure_skip_verify", "true"))  # fmt: skip
"""Options and values by which certificates are not checked, old names and new ones."""
_PARSING = frozenset(("grok", "json", "kv", "csv", "dissect", "date", "xml", "syslog_pri", "cef", "useragent", "urldecode"))
_FIRST = re.compile(r"^\s*(?:#[^\n]*\n\s*|\{%[^\n]*%\}\s*|<%[^\n]*%>\s*)*(?:input|filter|output)\s*\{", re.MULTILINE)
_TEXTS = re.compile(r"\"((?:\\.|[^\"\\])*)\"|'((?:\\.|[^'\\])*)'|/((?:\\.|[^/\\])+)/")
_OWN_SETTINGS = frozenset(
    ("queue.type", "path.config", "pipeline.id", "pipeline.workers", "dead_letter_queue.enable", "config.reload.automatic")
)
_SSL_ON = ("ssl", "ssl_enabled", "ssl_enable", "use_ssl", "tls")


def _text(block: Block) -> Iterator[Collector | UnreadConfig]:
    if _FIRST.match(block.text.lstrip("\ufeff")) is None:
        return
    try:
        plugins, whole, unclosed = pipeline(block.text.lstrip("\ufeff"), block.path)
    except NotAPipelineError:
        return
    if not plugins:
        return
    if unclosed is not None and not is_template(block.text):
        yield UnreadConfig(unclosed, "it looks like Logstash's configuration, and does not parse: what is opened here is never closed")
    parts = {section: [one for one in plugins if one.section == section] for section in SECTIONS}
    inputs = tuple(_input(one) for one in parts["input"])
    outputs = tuple(_output(one) for one in parts["output"])
    stages = tuple(stage for one in parts["filter"] for stage in _stages(one))
    partial = "" if whole and inputs and outputs else "another file may hold the rest" if whole else "a part was not understood"
    yield Collector(plugins[0].span, "logstash", inputs, stages, outputs, (), {}, partial=partial, environment=block.environment)


def _mapping(place: Place) -> Iterator[Collector]:
    """``logstash.yml`` or one pipeline of ``pipelines.yml``: settings without nodes."""
    keys = place.entries.keys()
    if "filebeat.inputs" in keys or not (keys & _OWN_SETTINGS or {"queue", "pipeline"} <= keys):
        return
    settings = dict(flat(place.value))
    named = {key.partition(".")[0] for key in settings}
    if named & {"queue", "pipeline", "dead_letter_queue"} or ("path.config" in place.entries and named & {"http", "xpack", "config"}):
        span = next(iter(place.value.data.keys.values()), place.value.span)
        yield Collector(span, "logstash", settings=settings, partial="pipelines stand in other files", environment=place.environment)


def _input(plugin: Plugin) -> Input:
    name = plugin.name
    listens = _listens(plugin) if name in _LISTENING and str(getattr(plugin.get("mode"), "value", "")) != "client" else None
    tag = plugin.get("type", "tags")
    paths = tuple(plugin.all("path")) if name == "file" else ()
    return Input(plugin.span, name, str(tag.value) if tag is not None and tag.value is not None else "", paths, listens,
                 plugin.get("sincedb_path"), plugin.get("codec"), dict(plugin.options))  # fmt: skip


def _listens(plugin: Plugin) -> Endpoint:
    """Where it listens: on every address unless told otherwise; client certificates or passwords tell who sends."""
    host = plugin.get("host") or Setting(EVERYWHERE, plugin.span)
    on = any(flag(plugin.get(key), default=False) is not False for key in _SSL_ON)
    verify = plugin.get("ssl_verify_mode", "ssl_client_authentication")
    mode = str(verify.value).lower() if verify is not None else ""
    trusted = plugin.get("ssl_certificate_authorities", "ssl_cacert") is not None and plugin.name in ("beats", "elastic_agent", "tcp")
    asks = mode in ("force_peer", "peer", "required", "optional") or (not mode and trusted)
    known = (on and asks) or plugin.get("user", "username", "password") is not None
    return Endpoint(host, plugin.get("port"), _LISTENING[plugin.name], on, True, known, host.span)


def _stages(plugin: Plugin) -> Iterator[Stage]:
    options = {**dict(plugin.options), **_under(plugin)}
    patterns = tuple(_deciding(plugin.conditions))
    name = plugin.name
    if name == "drop":
        share = plugin.get("percentage")
        kept = tuple(_kept(plugin.conditions)) if share is None and not patterns else ()
        if kept:
            yield Stage(plugin.span, name, "keep", "", (), kept, options=options)
            return
        action = "drop" if share is None else "sample"
        yield Stage(plugin.span, name, action, "if" if plugin.conditions else "", (), patterns, rate=share, options=options)
        return
    if name in ("throttle", "prune") or (name == "mutate" and plugin.all("remove")):
        yield from _special(plugin, options)
    removed = [*plugin.all("remove_field"), *plugin.all("remove")]
    for one in removed:
        yield Stage(one.span, name, "remove", "if" if plugin.conditions else "", (one,), patterns, options=options)
    renamed = [Setting(key.partition(".")[2], one.span) for key, one in plugin.options if key.startswith("rename.")]
    if renamed:
        yield Stage(renamed[0].span, name, "rename", "", tuple(renamed), options=options)
    if name in ("anonymize", "fingerprint") or any(key.startswith("gsub") for key, _ in plugin.options):
        yield Stage(plugin.span, name, "redact", "", tuple(plugin.all("source")), options=options)
    elif not removed and not renamed:
        yield Stage(plugin.span, name, "parse" if name in _PARSING else "other", "", options=options)


def _under(plugin: Plugin) -> dict[str, Setting]:
    """The plugin itself and the conditions that it stands under, those of earlier branches as ``@unless``."""
    held = {f"@{'unless' if one.negated else 'if'}.{number}": Setting(one.text, one.span) for number, one in enumerate(plugin.conditions)}
    return {**held, "@plugin": Setting(plugin.name, plugin.span)}


def _special(plugin: Plugin, options: dict[str, Setting]) -> Iterator[Stage]:
    for key, action in (("whitelist_names", "allow"), ("blacklist_names", "remove")):
        if plugin.all(key):
            yield Stage(plugin.span, plugin.name, action, "", tuple(plugin.all(key)), options=options)


def _deciding(conditions: tuple[Condition, ...]) -> Iterator[Setting]:
    """The texts and patterns that must be there; what is excluded, or stands in an earlier branch, is left out."""
    for one in conditions:
        if one.negated or "!=" in one.text or "!~" in one.text or re.search(r"\bnot\b|!\s*\(|!\[", one.text):
            continue
        for match in _TEXTS.finditer(one.text):
            yield Setting(match[1] or match[2] or match[3] or "", one.span)


def _kept(conditions: tuple[Condition, ...]) -> Iterator[Setting]:
    """The texts of one comparison by which all else is thrown away: ``if [level] != "ERROR" { drop { } }``; an earlier branch by it too."""
    if len(conditions) != 1:
        return
    told = conditions[0]
    asks_for = re.search(r"!=|!~|\bnot\s+in\b|^\s*!\s*\(", told.text) is None
    if told.negated == asks_for:
        for match in _TEXTS.finditer(told.text):
            yield Setting(match[1] or match[2] or match[3] or "", told.span)


def _output(plugin: Plugin) -> Output:
    name = plugin.name
    sink = _SINKS.get(name, "remote")
    target = _target(plugin) if sink == "remote" else None
    return Output(plugin.span, name, sink, "if" if plugin.conditions else "", target, "", {**dict(plugin.options), **_under(plugin)})


def _target(plugin: Plugin) -> Endpoint | None:
    hosts = next((found for key in ("hosts", "host", "url", "urls", "bootstrap_servers") if (found := plugin.all(key))), [])
    flags = [flag(one) for key in _SSL_ON if (one := plugin.get(key)) is not None]
    on: bool | None = True if True in flags else None if None in flags else False
    protocol = plugin.get("security_protocol", "protocol")
    if (protocol is not None and re.search("ssl|tls", str(protocol.value), re.IGNORECASE)) or plugin.name in _ALWAYS_SECURE:
        on = True
    unsafe = next((one for key, wrong in _UNSAFE if (one := plugin.get(key)) is not None and str(one.value).lower() == wrong), None)
    known = plugin.get("user", "password", "api_key", "cloud_auth", "ssl_certificate", "ssl_cert") is not None
    return first_of(hosts, on, unsafe is None, known, unsafe.span if unsafe is not None else None)


_SETTINGS = (b"queue.type", b"pipeline.id", b"dead_letter_queue", b"pipeline.workers", b"path.config")
_BRACES = (b" {", b"{", b"\n{", b"  {")
READER = Reader(
    "logstash",
    (
        *((section + brace,) for section in (b"input", b"filter", b"output") for brace in _BRACES),
        *((word,) for word in _SETTINGS),
        (b"queue:", b"pipeline:"),
    ),
    mapping=_mapping,
    text=_text,
)
