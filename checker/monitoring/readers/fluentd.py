"""Fluentd: sources, filters and matches, at the top and in labels; stores of a copy are outputs of their own (Fluentd's manual, 1.x)."""

from __future__ import annotations

from collections.abc import Iterator

from checker import patterns as re
from checker.logconfig.model import Reference, Setting
from checker.logconfig.text.placeholders import is_template
from checker.model import Span
from checker.monitoring.addresses import first_of
from checker.monitoring.directives import Directive, directives, walk
from checker.monitoring.fields import flag
from checker.monitoring.model import EVERYWHERE, Collector, Endpoint, Input, Output, Stage, UnreadConfig
from checker.monitoring.reader import Reader
from checker.monitoring.source import Block

_HEADING = re.compile(r"^[ \t]*<(?:source|match[ \t][^>\n]*|filter[ \t][^>\n]*|label[ \t]+@[^>\n]*)>[ \t]*\r?(?:#.*)?$", re.MULTILINE)
_LISTENING = {"forward": "tcp", "http": "http", "syslog": "udp", "tcp": "tcp", "udp": "udp", "beats": "tcp", "gelf": "udp",
              "unsecure_forward": "tcp", "secure_forward": "tcp"}  # fmt: skip
_NO_RECORDS = frozenset(("monitor_agent", "debug_agent", "prometheus", "prometheus_monitor", "prometheus_output_monitor",
                         "prometheus_tail_monitor"))  # fmt: skip
_SEVERAL = frozenset(("copy", "roundrobin", "forest", "route", "copy_ex"))
_INNER = frozenset(("relabel", "rewrite_tag_filter", "retag", "record_reformer", "rewrite", "detect_exceptions", "concat", "grepcounter"))
_SINKS = {"stdout": "debug", "null": "null", "blackhole_plugin": "null", "file": "file", "secondary_file": "file"}
_SECURE = frozenset(("s3", "gcs", "google_cloud", "cloudwatch_logs", "kinesis_streams", "kinesis_firehose", "datadog", "newrelic",
                     "sumologic", "azure-loganalytics", "azurestorage", "bigquery", "bigquery_insert", "loggly", "tdlog", "logzio_buffered",
                     "logdna", "coralogix"))  # fmt: skip
_DROPPING = {"regexp": "keep", "exclude": "drop"}


def _read(block: Block) -> Iterator[Collector | UnreadConfig]:
    if _HEADING.search(block.text) is None:
        return
    file = directives(block.text, block.path)
    sources = [one for one in file.root.below("source") if one.kind and one.kind not in _NO_RECORDS]
    scopes = [("", file.root), *((one.argument, one) for one in file.root.below("label"))]
    held = [(name, one) for name, scope in scopes for one in scope.inner]
    inputs = tuple(_input(one, inner) for one in sources for inner in (one.below("table") if one.kind == "sql" else ()) or (one,))
    outputs = tuple(found for name, one in held if one.name == "match" for found in _outputs(one, one, name))
    stages = tuple(found for name, one in held if one.name in ("filter", "match") for found in _stages(one, name))
    if not sources and not outputs and not stages:
        return
    if file.broken is not None and not is_template(block.text):
        line, why = file.broken
        yield UnreadConfig(Span(block.path, line, 1, line, 1), f"it looks like Fluentd's configuration, and does not parse: {why}")
    defined = {name for name, _ in scopes} | {"@ROOT", "@ERROR", "@FLUENT_LOG"}
    missing = tuple(
        ("label", Reference(str(told.value), told.span))
        for one in walk(file.root)
        if (told := one.get("@label")) is not None and isinstance(told.value, str) and not told.open and told.value not in defined
    )
    partial = f"it includes {file.includes}" if file.includes else "" if file.whole else "a part was not understood"
    yield Collector(
        (sources or [one for _, one in held])[0].span, "fluentd", inputs, stages, outputs, (), {},
        partial=partial or ("" if sources and outputs else "another file may hold the rest"), environment=block.environment,
        undefined=() if partial else missing,
    )  # fmt: skip


def _input(source: Directive, part: Directive) -> Input:
    """An input; ``part`` is what gives its records their tag: a table of ``sql``, else the source itself."""
    kind = source.kind
    tag = part.get("tag") if source.get("tag_prefix") is None else None
    name = "" if tag is None or tag.unknown else str(tag.value)
    path = source.get("path")
    parser = source.get("format") or next((one.get("@type") for one in source.below("parse")), None)
    listens = _listens(source, kind) if kind in _LISTENING else None
    place = (tag or source).span if part is not source else source.span
    return Input(place, kind, name, (path,) if path is not None and kind == "tail" else (), listens, source.get("pos_file"), parser,
                 source.flat())  # fmt: skip


def _listens(source: Directive, kind: str) -> Endpoint:
    host = source.get("bind") or Setting(EVERYWHERE, source.span)
    secured = [one for one in source.below("transport") if one.argument == "tls"]
    mutual = any(flag(one.get("client_cert_auth"), default=False) for one in secured)
    known = mutual or any(one.get("shared_key") is not None or one.below("user") for one in source.below("security"))
    scheme = (
        "tcp"
        if source.text("protocol_type") == "tcp" or any(one.argument == "tcp" for one in source.below("transport"))
        else _LISTENING[kind]
    )
    on = bool(secured) or flag(source.get("ssl"), default=False) is True or kind == "secure_forward"
    return Endpoint(host, source.get("port"), scheme, on, True, known or source.get("shared_key") is not None, host.span)


def _stages(one: Directive, scope: str) -> Iterator[Stage]:
    kind, match = one.kind, one.argument
    options = {**one.flat(), "@scope": Setting(scope, one.span)}
    if one.name == "match":
        if kind == "rewrite_tag_filter":
            yield from (Stage(rule.span, kind, "rewrite", match, options={**options, **rule.parameters}) for rule in one.below("rule"))
        elif kind in ("sampling_filter", "sampling"):
            yield Stage(one.span, kind, "sample", match, rate=one.get("interval", "sample_unit"), options=options)
        return
    if kind == "grep":
        yield from _greps(one, match, options)
    elif kind in ("record_transformer", "record_modifier"):
        removed = one.get("remove_keys", "whitelist_keys")
        names = re.findall(r"[^\s,\"'\[\]]+", str(removed.value or "")) if removed is not None else []
        action = "allow" if one.get("whitelist_keys") is removed and removed is not None else "remove"
        for name in names:
            yield Stage(removed.span if removed is not None else one.span, kind, action, match, (Setting(name, one.span),), options=options)
        if not names:
            yield Stage(one.span, kind, "other", match, options=options)
    elif kind in ("sampling", "sampling_filter", "throttle"):
        yield Stage(one.span, kind, "sample", match, rate=one.get("interval", "group_bucket_limit"), options=options)
    else:
        action = (
            "redact" if kind in ("anonymizer", "masking") else "parse" if kind in ("parser", "concat", "multi_format_parser") else "other"
        )
        yield Stage(one.span, kind, action, match, options=options)


def _greps(one: Directive, match: str, options: dict[str, Setting]) -> Iterator[Stage]:
    """``<exclude>`` and ``<regexp>``, also within ``<and>`` and ``<or>``; and ``exclude1 key pattern`` of old."""
    for around, rule in ((outer, inner) for outer in walk(one) for inner in outer.inner):
        if rule.name in _DROPPING:
            key, pattern = rule.get("key"), rule.get("pattern")
            if pattern is not None:
                fields = (key,) if key is not None else ()
                held = {**options, "@group": Setting(around.name, around.span)} if around.name in ("and", "or") else options
                yield Stage(pattern.span, "grep", _DROPPING[rule.name], match, fields, (_bare(pattern),), options=held)
    for name, told in one.parameters.items():
        found = re.fullmatch(r"(regexp|exclude)\d+", name)
        if found is not None:
            key_of, _, rest = str(told.value or "").partition(" ")
            yield Stage(told.span, "grep", _DROPPING[found[1]], match, (Setting(key_of, told.span),), (Setting(rest, told.span),),
                        options=options)  # fmt: skip


def _bare(pattern: Setting) -> Setting:
    """A pattern without its slashes."""
    text = str(pattern.value or "")
    return Setting(text[1:-1] if len(text) > 1 and text[0] == text[-1] == "/" else text, pattern.span, pattern.unknown, pattern.open)


def _outputs(one: Directive, outer: Directive, scope: str, depth: int = 0) -> Iterator[Output]:
    kind = one.kind
    stores = [*one.below("store"), *(inner for case in one.below("case") for inner in case.below("store"))]
    if kind in _SEVERAL or stores:
        for store in stores if depth < 4 else ():
            yield from _outputs(store, outer, scope, depth + 1)
        if stores:
            return
    sink = "inner" if kind in _INNER or kind in _SEVERAL else _SINKS.get(kind, "remote" if kind else "other")
    target = _target(one, kind) if sink == "remote" else None
    options = {**one.flat(), "@scope": Setting(scope, outer.span)}
    yield Output(one.span, kind, sink, outer.argument, target, _buffer(one) if sink == "remote" else "", options)


def _buffer(one: Directive) -> str:
    """On disk where it is told so; in memory is what most outputs do by themselves."""
    kinds = [held.text("@type", "type") or ("file" if held.get("path") is not None else "") for held in one.below("buffer")]
    kinds += [one.text("buffer_type")]
    return "disk" if any(kind.startswith("file") for kind in kinds) else "memory"


def _target(one: Directive, kind: str) -> Endpoint | None:
    servers = one.below("server")
    told = [found for held in (one, *servers) for name in _ADDRESSES if (found := held.get(name)) is not None]
    scheme = one.text("scheme", "protocol", "hec_protocol").lower()
    on: bool | None = kind in _SECURE or scheme in ("https", "tls", "ssl") or one.text("transport") == "tls" or kind == "secure_forward"
    for name in ("tls", "ssl", "use_ssl", "secure", "ssl_ca_cert", "ssl_ca_certs_from_system"):
        found = one.get(name)
        on = on or (True if name.startswith("ssl_ca") and found is not None else flag(found, default=False))
    unsafe = next((found for name, wrong in _UNSAFE if (found := one.get(name)) is not None and str(found.value).lower() == wrong), None)
    known = one.get("user", "username", "password", "shared_key", "hec_token", "token", "api_key") is not None
    return first_of(told, on, unsafe is None, known, unsafe.span if unsafe is not None else None)


_ADDRESSES = ("hosts", "host", "url", "endpoint", "endpoint_url", "hec_host", "brokers", "remote_server")
_UNSAFE = (("ssl_verify", "false"), ("tls_verify_mode", "none"), ("insecure_tls", "true"), ("insecure_ssl", "true"),
           ("tls_insecure_mode", "true"), ("tls_verify_hostname", "false"), ("verify_ssl", "false"), ("ssl_verify_hostname", "false"),
           ("verify_mode", "0"))  # fmt: skip
"""Parameters and values by which certificates are not checked."""
READER = Reader("fluentd", ((b"<source>",), (b"<match ",), (b"<filter ",)), text=_read)
