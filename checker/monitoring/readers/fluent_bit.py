"""Fluent Bit: its classic configuration (sections of keys and values) and the YAML form, to one collector.

Keys are those of Fluent Bit's manual (4.0). In the classic form a comment begins a line; behind a value it is a part of the value.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from checker import patterns as re
from checker.logconfig.model import Setting
from checker.logconfig.text.placeholders import filled, is_template
from checker.logconfig.values import Map
from checker.model import Span
from checker.monitoring.addresses import endpoint
from checker.monitoring.fields import entries, flag, flat, items, setting
from checker.monitoring.model import EVERYWHERE, Collector, Endpoint, Input, Output, Reference, Stage, UnreadConfig
from checker.monitoring.reader import Reader
from checker.monitoring.source import Block, Place

_SECTION = re.compile(r"^\s*\[(?P<name>[A-Za-z_ ]+)\]")
_KINDS = frozenset(("service", "input", "filter", "output", "parser", "multiline_parser", "custom", "plugins", "upstream", "node"))
_MOST = 20_000
_LONE = re.compile(r"[A-Za-z][\w.]{0,60}")
"""A key with nothing behind it."""
_SWALLOWED = re.compile(r"\s#")
_FREE = re.compile(
    r"regex|exclude|rule|record|add|set|channel|format|code|header|script|command|condition|query|label|template|message|key|match"
)
"""Keys whose values may well hold the sign."""
_CARRYING = frozenset(
    ("forward", "http", "opentelemetry", "splunk", "elasticsearch", "mqtt", "prometheus_remote_write", "event_type", "kafka")
)
"""Inputs whose records bring tags or parts of them along, where no tag is set."""
_LISTENING = {"forward": "24224", "tcp": "5170", "udp": "5170", "http": "9880", "syslog": "5140", "opentelemetry": "4318", "splunk": "8088",
              "elasticsearch": "9200", "mqtt": "1883", "prometheus_remote_write": "8080", "statsd": "8125",
              "collectd": "25826"}  # fmt: skip
_CHANGING = {"remove": "remove", "remove_key": "remove", "remove_wildcard": "remove", "rename": "rename", "hard_rename": "rename",
             "allowlist_key": "allow", "whitelist_key": "allow"}  # fmt: skip
_SEVERAL = ("label_field", "add_label", "regex", "exclude")
"""Keys of `log_to_metrics` that may stand several times."""
_DEBUG = frozenset(("stdout", "counter", "plot", "flowcounter"))


class Section(msgspec.Struct):
    """``[INPUT]`` with its keys, in order; a key may stand several times."""

    kind: str
    span: Span
    options: list[tuple[str, Setting]] = msgspec.field(default_factory=list)

    def get(self, *names: str) -> Setting | None:
        """The last value of the first name that is there."""
        for name in names:
            found = [one for key, one in self.options if key == name]
            if found:
                return found[-1]
        return None

    def text(self, *names: str) -> str:
        """The same as text, ``""`` where it is missing or unknown."""
        found = self.get(*names)
        return str(found.value) if found is not None and found.value is not None else ""

    def all(self, name: str) -> list[Setting]:
        """Every value of a key."""
        return [one for key, one in self.options if key == name]


def _text(block: Block) -> Iterator[Collector | UnreadConfig]:
    sections, includes, swallowed = _sections(block)
    if not any(one.kind in ("input", "output", "filter") for one in sections):
        return
    if not is_template(block.text) and (refused := _refused(block.text)) is not None:
        line, why = refused
        yield UnreadConfig(Span(block.path, line, 1, line, 1), f"it looks like Fluent Bit's configuration, and does not parse: {why}")
    yield from _collector(sections, block.path, block.environment, "" if block.whole else includes, swallowed)


def _sections(block: Block) -> tuple[list[Section], str, list[Setting]]:
    found: list[Section] = []
    includes = ""
    swallowed: list[Setting] = []
    for number, raw in enumerate(block.text.split("\n")[:_MOST], 1):
        line = raw.strip()
        if not line or line.startswith(("#", "{{")):
            continue
        match = _SECTION.match(raw)
        if match:
            name = match["name"].strip().lower()
            found.append(Section(name if name in _KINDS else "other", Span(block.path, number, raw.index("[") + 1, number, len(raw) + 1)))
        elif line.lower().startswith("@include"):
            includes = line[8:].strip() or "another file"
        elif found and not line.startswith("@"):
            key, _, value = line.partition(" ") if " " in line else line.partition("\t")
            at = len(raw) - len(raw.lstrip()) + len(key)
            at += len(raw[at:]) - len(raw[at:].lstrip())
            told = _setting(value.strip(), Span(block.path, number, at + 1, number, len(raw.rstrip()) + 1))
            found[-1].options.append((key.lower(), told))
            last = found[-1]
            last.span = Span(last.span.path, last.span.line, last.span.column, number, len(raw.rstrip()) + 1)
            if _SWALLOWED.search(value) and not _FREE.search(key.lower()) and last.kind in ("service", "input", "filter", "output"):
                swallowed.append(Setting(f"{key} {value.strip()}", told.span))
    return found, includes, swallowed


def _refused(text: str) -> tuple[int, str] | None:
    """Line and reason why Fluent Bit does not start: a heading without its bracket, or a key without a value."""
    for number, raw in enumerate(text.split("\n")[:_MOST], 1):
        line = raw.strip()
        if line.startswith("[") and "]" not in line:
            return number, f"the heading {line[:40]} has no closing bracket"
        if _LONE.fullmatch(line):
            return number, f"{line} has no value"
    return None


def _setting(text: str, span: Span) -> Setting:
    made = filled(text, span)
    return Setting(made.data if made.known else None, span, made.reason, made.open)


def _mapping(place: Place) -> Iterator[Collector]:
    """``pipeline:`` with inputs, filters and outputs, and ``service:`` beside it."""
    pipeline = entries(place.entries.get("pipeline"))
    listed = {kind: items(pipeline.get(f"{kind}s")) for kind in ("input", "filter", "output")}
    plugins = [one for held in listed.values() for one in held]
    if not plugins or not all(isinstance(one.data, Map) and "name" in {str(key).lower() for key in one.data.entries} for one in plugins):
        return
    sections = [
        Section("service", place.key("service"), [(key.lower(), one) for key, one in flat(place.entries["service"])])
    ] if "service" in place.entries else []  # fmt: skip
    for kind, held in listed.items():
        for one in held:
            options = [(str(key).lower(), single) for key, value in entries(one).items() for single in map(setting, items(value))]
            place_of = next((value.span for key, value in entries(one).items() if key.lower() == "name"), one.span)
            sections.append(Section(kind, place_of, options))
            for processor in items(entries(entries(one).get("processors")).get("logs")):
                held_options = [(key.lower(), single) for key, single in flat(processor)]
                sections.append(Section("filter", processor.span, [*held_options, ("match", Setting("*", processor.span))]))
    sections += [Section("parser", place.value.span)] if {"parsers", "multiline_parsers"} & place.entries.keys() else []
    yield from _collector(sections, place.path, place.environment, "another file" if "includes" in place.entries else "", [])


def _collector(sections: list[Section], path: str, environment: str, includes: str, swallowed: list[Setting]) -> Iterator[Collector]:
    service = next((one for one in sections if one.kind == "service"), None)
    persistent = service is not None and bool(service.get("storage.path"))
    inputs = tuple(_input(one) for one in sections if one.kind == "input" and one.get("name"))
    outputs = tuple(
        _output(one, inputs_on_disk(sections), persistent=persistent) for one in sections if one.kind == "output" and one.get("name")
    )
    stages = tuple(stage for one in sections if one.kind == "filter" for stage in _stages(one))
    partial = f"it includes {includes}" if includes else "" if inputs and outputs else "another file may hold the rest"
    span = sections[0].span if sections else Span(path, 1, 1, 1, 1)
    settings = dict(service.options) if service is not None else {}
    missing = tuple(_unparsed(sections)) if not partial and service is not None and not _PARSERS & settings.keys() else ()
    yield Collector(span, "fluent-bit", inputs, stages, outputs, (), settings, tuple(swallowed), partial, environment, undefined=missing)


def _unparsed(sections: list[Section]) -> Iterator[tuple[str, Reference]]:
    """Parsers that are named though no file of parsers is read: what the program brings stands in one too, ``parsers.conf``."""
    if any(one.kind in ("parser", "multiline_parser", "other") for one in sections):
        return
    for section in sections:
        told = section.get("parser") if section.kind in ("input", "filter") else None
        if told is not None and not told.unknown and not told.open and isinstance(told.value, str):
            yield "parser", Reference(told.value, told.span)


def inputs_on_disk(sections: Iterable[Section]) -> bool:
    """Whether every input keeps what it has not sent on disk."""
    found = [one.text("storage.type").lower() for one in sections if one.kind == "input"]
    return bool(found) and all(one == "filesystem" for one in found)


def _input(section: Section) -> Input:
    kind = section.text("name").lower()
    tag = section.get("tag")
    name = "" if tag is None and kind in _CARRYING else "*" if tag is not None and tag.unknown else section.text("tag") or f"{kind}.0"
    if kind in _CARRYING and section.get("tag_prefix", "tag_key", "tag_regex"):
        name = ""
    listens = _listens(section, kind) if kind in _LISTENING else None
    position = section.get("db")
    return Input(section.span, kind, name, tuple(section.all("path")), listens, position, section.get("parser", "multiline.parser"),
                 dict(section.options))  # fmt: skip


def _listens(section: Section, kind: str) -> Endpoint | None:
    mode = section.text("mode").lower()
    if kind == "syslog" and mode in ("", "unix_udp", "unix_tcp"):
        return None
    if section.get("unix_path"):
        return None
    host = section.get("listen", "host") or Setting(EVERYWHERE, section.span)
    scheme = "udp" if kind in ("udp", "statsd", "collectd") or mode == "udp" else "tcp"
    known = section.get("shared_key", "tls.verify", "splunk_token", "http_user", "security.users", "tls.ca_file")
    tls = flag(section.get("tls"), default=False)
    return Endpoint(host, section.get("port") or Setting(_LISTENING[kind], section.span), scheme, tls, True,
                    known is not None or (tls is True and section.get("tls.ca_file") is not None), host.span)  # fmt: skip


def _output(section: Section, on_disk: bool, *, persistent: bool) -> Output:
    kind = section.text("name").lower()
    match = section.text("match") or ("*" if section.get("match_regex") else "")
    host = section.get("host", "endpoint", "uri") if kind not in ("file", "null", "exit", "lib") else None
    tls = section.get("tls")
    target = None
    if section.get("host") is not None or kind in (
        "forward",
        "http",
        "es",
        "opensearch",
        "loki",
        "splunk",
        "gelf",
        "syslog",
        "tcp",
        "opentelemetry",
        "influxdb",
        "grafana-loki",
    ):
        on = flag(tls, default=False)
        verify = flag(section.get("tls.verify"), default=True)
        mode = section.text("mode").lower()
        scheme = "udp" if (kind == "gelf" and mode in ("", "udp")) or (kind == "syslog" and mode in ("", "udp")) else kind
        place = section.get("tls.verify") if on and verify is False else host
        if kind == "grafana-loki":  # a plugin of Loki's own, which takes an address as a whole
            address = section.get("url") or Setting(None, section.span, "it has no address")
            return Output(
                section.span, kind, "remote", match, endpoint(address, {}), "memory", dict(section.options), section.text("alias")
            )
        target = Endpoint(section.get("host"), section.get("port"), scheme, True if mode == "tls" else on, verify, None,
                          place.span if place is not None else section.span)  # fmt: skip
    sink = "debug" if kind in _DEBUG else "null" if kind == "null" else "file" if kind == "file" else "remote"
    buffer = "disk" if on_disk and persistent else "memory" if target is not None else ""
    return Output(section.span, kind, sink, match, target, buffer, dict(section.options), section.text("alias"))


def _stages(section: Section) -> Iterator[Stage]:
    kind, match = section.text("name").lower(), section.text("match") or ("*" if section.get("match_regex") else "")
    options = dict(section.options)
    if kind == "grep":
        for key, action in (("exclude", "drop"), ("regex", "keep")):
            for told in section.all(key):
                name, _, pattern = str(told.value or "").partition(" ")
                fields, patterns = (Setting(name, told.span, told.unknown),), (Setting(pattern.strip(), told.span, told.unknown),)
                yield Stage(told.span, kind, action, match, fields, patterns, options=options)
    elif kind in ("throttle", "sampling"):
        yield Stage(section.span, kind, "sample", match, rate=section.get("rate", "sampling_percentage"), options=options)
    elif kind in ("modify", "record_modifier"):
        yield from _changes(section, kind, match)
    elif kind == "log_to_metrics":
        several = {f"{key}.{number}": one for key in _SEVERAL for number, one in enumerate(section.all(key))}
        yield Stage(section.span, kind, "other", match, options={**options, **several})
    elif kind == "rewrite_tag":
        for told in section.all("rule"):
            yield Stage(told.span, kind, "rewrite", match, options={**options, "rule": told})
    else:
        yield Stage(section.span, kind, "parse" if kind == "parser" else "other", match, options=options)


def _changes(section: Section, kind: str, match: str) -> Iterator[Stage]:
    for key, action in _CHANGING.items():
        for told in section.all(key):
            name = str(told.value or "").partition(" ")[0] + ("*" if key == "remove_wildcard" else "")
            yield Stage(told.span, kind, action, match, (Setting(name, told.span, told.unknown),), options=dict(section.options))


_PARSERS = frozenset(("parsers_file", "parsers_files", "plugins_file"))
_HEADINGS = (b"[INPUT]", b"[OUTPUT]", b"[FILTER]", b"[input]", b"[output]", b"[filter]", b"[Input]", b"[Output]", b"[Filter]")
READER = Reader(
    "fluent-bit",
    (*((word,) for word in _HEADINGS), (b"pipeline:", b"outputs:"), (b"pipeline:", b"inputs:")),
    mapping=_mapping,
    text=_text,
)
