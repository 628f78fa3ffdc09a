"""Filebeat: inputs, modules, autodiscovery, processors, the output; keys nested, with dots, or both (Filebeat's reference, 6.x to 8.x)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from checker.logconfig.model import Reference, Setting
from checker.logconfig.values import Items, Map, Value
from checker.model import Span
from checker.monitoring.addresses import first_of
from checker.monitoring.fields import entries, flag, flat, items, setting, text, under
from checker.monitoring.model import EVERYWHERE, Collector, Endpoint, Input, Output, Stage
from checker.monitoring.reader import Reader
from checker.monitoring.source import Place

_OWN = frozenset(("inputs", "prospectors", "modules", "autodiscover", "config"))
_LISTENING = {"tcp": "host", "udp": "host", "syslog": "protocol.udp.host", "http_endpoint": "listen_address", "netflow": "host",
              "lumberjack": "listen_address", "cef": "host"}  # fmt: skip
_OUTPUTS = {"elasticsearch": "remote", "logstash": "remote", "kafka": "remote", "redis": "remote", "file": "file", "console": "debug",
            "discard": "null"}  # fmt: skip
_PARSING = frozenset(("decode_json_fields", "dissect", "decode_csv_fields", "decode_xml", "parse_aws_vpc_flow_log", "syslog", "timestamp"))
_ACTIONS = {"drop_event": "drop", "drop_fields": "remove", "include_fields": "allow", "rename": "rename", "rate_limit": "sample"}
_NEGATING = frozenset(("not",))
_DEEPEST = 8


def _read(place: Place) -> Iterator[Collector]:
    own = under(place.entries, "filebeat")
    if not _OWN & {key.partition(".")[0] for key in own} or "image" in own:
        return
    inputs = tuple(_inputs(own, _position(place.entries, own)))
    outputs = tuple(_outputs(place))
    if not inputs and not outputs:
        return
    stages = (*_of_inputs(own), *_processors(place.entries.get("processors"), ""))
    key = next(key for key in place.entries if key.split(".")[0] == "filebeat")
    yield Collector(
        place.key(key), "filebeat", inputs, tuple(stages), outputs, (), dict(flat(place.value)),
        partial=_partial(place, own, outputs), environment=place.environment,
        undefined=tuple(("output", Reference(one.kind, one.span)) for one in outputs if one.kind not in _OUTPUTS),
    )  # fmt: skip


def _partial(place: Place, own: Mapping[str, Value], outputs: tuple[Output, ...]) -> str:
    """Why there may be more than what is read: files of inputs beside it, an output that another file or the command line sets."""
    if any(key.startswith(("config.inputs", "config.prospectors", "config_dir")) for key in own):
        return "it reads inputs from other files"
    cloud = any(key.startswith("cloud") for key in place.entries)
    return place.value.data.more or ("" if outputs or cloud else "another file or the command line may set the output")


def _position(held: Mapping[str, Value], own: Mapping[str, Value]) -> Setting | None:
    for found in (own.get("registry.path"), own.get("registry_file"), entries(own.get("registry")).get("path"), held.get("path.data")):
        if found is not None:
            return setting(found)
    data = entries(held.get("path")).get("data")
    return setting(data) if data is not None else None


def _sources(own: Mapping[str, Value]) -> Iterator[Value]:
    """Every input's mapping, those of autodiscovery's templates too."""
    for key in ("inputs", "prospectors"):
        yield from (one for one in items(own.get(key)) if isinstance(one.data, Map))
    for provider in items(under(own, "autodiscover").get("providers")):
        for template in items(entries(provider).get("templates")):
            yield from (one for one in items(entries(template).get("config")) if isinstance(one.data, Map))


def _inputs(own: Mapping[str, Value], position: Setting | None) -> Iterator[Input]:
    for one in _sources(own):
        options = dict(flat(one))
        if flag(options.get("enabled"), default=True) is not False:
            yield _input(one, options, position)
    modules = [one for one in items(own.get("modules")) if isinstance(one.data, Map)]
    for one in modules:
        told = entries(one).get("module")
        yield Input(told.span if told is not None else one.span, "module", text(told), (), None, position, None, dict(flat(one)))
    for key in ("autodiscover", "config"):
        found = under(own, key)
        if found and (key == "autodiscover" or any(one.startswith("modules") for one in found)):
            yield Input(next(iter(found.values())).span, key, "", (), None, position)


def _input(value: Value, options: dict[str, Setting], position: Setting | None) -> Input:
    told = options.get("type", options.get("input_type", options.get("module")))
    kind = str(told.value) if told is not None and told.value is not None else "log"
    paths = tuple(one for key, one in options.items() if re.fullmatch(r"paths(?:\.\d+)?", key))
    span = told.span if told is not None else value.span
    name = str(getattr(options.get("id"), "value", "") or "")
    return Input(span, kind, name, paths, _listens(kind, options, span), position, None, options)


def _listens(kind: str, options: Mapping[str, Setting], span: Span) -> Endpoint | None:
    """Where an input for the network listens; without an address it does so on the machine alone."""
    key = _LISTENING.get(kind)
    if key is None:
        return None
    address = options.get(key) or options.get("protocol.tcp.host")
    written = str(address.value or "") if address is not None else "localhost"
    host = written.rpartition(":")[0] if ":" in written else written
    tls = any(".ssl." in f".{one}" for one in options) and flag(options.get("ssl.enabled"), default=True)
    known = any(one.endswith(("ssl.certificate_authorities.0", "ssl.certificate_authorities", "basic_auth", "secret.value", "hmac.key"))
                for one in options)  # fmt: skip
    place = address.span if address is not None else span
    at = Setting(host or EVERYWHERE, place, address.unknown if address is not None else "", address.open if address is not None else "")
    return Endpoint(at, Setting(written.rpartition(":")[2], place), "udp" if kind in ("udp", "netflow") else "tcp", tls, True, known, place)


def _of_inputs(own: Mapping[str, Value]) -> Iterator[Stage]:
    for one in _sources(own):
        held = entries(one)
        for key, action in (("exclude_lines", "drop"), ("include_lines", "keep")):
            yield from (Stage(told.span, key, action, patterns=(setting(told),)) for told in items(held.get(key)))
        yield from _processors(held.get("processors"), text(held.get("id")))


def _processors(value: Value | None, match: str) -> Iterator[Stage]:
    for one in items(value):
        for name, value_of in entries(one).items():
            kind, _, rest = name.partition(".")
            held = Value(Map({rest: value_of}), value_of.span) if rest else value_of
            options = dict(flat(held)) if isinstance(held.data, Map) else {}
            action = _ACTIONS.get(kind, "parse" if kind in _PARSING else "other")
            span = one.data.keys.get(name, one.span)
            rate = options.get("limit") if action == "sample" else None
            fields: tuple[Setting, ...] = _fields(held)
            patterns: tuple[Setting, ...] = ()
            if action == "drop":
                fields, patterns = (), tuple(_conditions(under(entries(held), "when"), negated=False, depth=0))
            yield Stage(span, kind, action, match, fields, patterns, rate=rate, options=options)


def _fields(value: Value) -> tuple[Setting, ...]:
    """Those that are dropped, kept or renamed."""
    found = [entries(one).get("from", one) for one in items(entries(value).get("fields"))]
    return tuple(setting(one) for one in found)


def _conditions(held: Mapping[str, Value], *, negated: bool, depth: int) -> Iterator[Setting]:
    """What decides, as text: ``message ~ health``; what stands below a ``not`` keeps records and is left out."""
    for key, value in held.items() if depth < _DEEPEST else ():
        first, _, rest = key.partition(".")
        inner = {rest: value} if rest else entries(value)
        if first in ("and", "or"):
            for one in items(value):
                yield from _conditions(entries(one), negated=negated, depth=depth + 1)
        elif first in _NEGATING:
            yield from _conditions(inner, negated=not negated, depth=depth + 1)
        elif first in ("equals", "contains", "regexp", "network", "range") and not negated:
            for name, told in _leaves(inner):
                yield Setting(f"{name} {told.value}", told.span, told.unknown, told.open)


def _leaves(held: Mapping[str, Value]) -> Iterator[tuple[str, Setting]]:
    for name, value in held.items():
        if isinstance(value.data, Map):
            yield from ((f"{name}.{key}", one) for key, one in flat(value))
        else:
            yield from ((name, setting(one)) for one in items(value))


def _outputs(place: Place) -> Iterator[Output]:
    held = place.entries
    found = under(held, "output")
    for kind in dict.fromkeys(key.partition(".")[0] for key in found):
        whole = next((one for key, one in found.items() if key == kind), None)
        options = dict(flat(whole)) if whole is not None else {}
        options |= {key: one for path, value in under(found, kind).items() for key, one in _spread(path, value)}
        if flag(options.get("enabled"), default=True) is not False:
            sink = _OUTPUTS.get(kind, "remote")
            target = _target(kind, options) if sink == "remote" else None
            yield Output(_heading(place, kind), kind, sink, "", target, _buffer(held), options)


def _spread(path: str, value: Value) -> Iterator[tuple[str, Setting]]:
    """A value below a key with dots."""
    if isinstance(value.data, Map | Items):
        yield from flat(value, path)
    else:
        yield path, setting(value)


def _heading(place: Place, kind: str) -> Span:
    """Where an output is named."""
    for key in place.entries:
        if key == f"output.{kind}" or key.startswith(f"output.{kind}."):
            return place.key(key)
    below = place.entries.get("output")
    named = below.data.keys.items() if below is not None and isinstance(below.data, Map) else ()
    return next((span for name, span in named if str(name).partition(".")[0] == kind), place.value.span)


def _target(kind: str, options: Mapping[str, Setting]) -> Endpoint | None:
    """The first host that is known; TLS is on with an https address, ``protocol: https`` or any setting of it."""
    hosts = [one for key, one in options.items() if re.fullmatch(r"hosts?(?:\.\d+)?", key)]
    settings = [key for key in options if key.startswith("ssl.")]
    on: bool | None = flag(options.get("ssl.enabled"), default=bool(settings)) if kind != "elasticsearch" else False
    protocol = options.get("protocol")
    if protocol is not None and kind == "elasticsearch":
        on = None if protocol.unknown or protocol.open else str(protocol.value).lower() == "https"
    mode = options.get("ssl.verification_mode")
    verified = None if mode is not None and mode.unknown else not (mode is not None and str(mode.value).lower() == "none")
    known = any(key in ("username", "api_key", "sasl.mechanism", "ssl.certificate", "password") for key in options)
    return first_of(hosts, on, verified, known, mode.span if mode is not None and verified is False else None)


def _buffer(held: Mapping[str, Value]) -> str:
    """Where what is not sent yet waits: in memory unless told otherwise."""
    kinds = {key.partition(".")[0] for key in under(held, "queue")}
    return "disk" if kinds & {"disk", "spool"} else "memory"


_WORDS = (b"filebeat.inputs", b"filebeat.prospectors", b"filebeat.modules", b"filebeat.autodiscover", b"filebeat.config")
READER = Reader(
    "filebeat",
    (*((word,) for word in _WORDS), *((b"filebeat:", word) for word in (b"prospectors:", b"inputs:", b"modules:", b"autodiscover:"))),
    mapping=_read,
)
