"""Docker: the ``logging`` of compose services, and the log options of ``daemon.json``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.logconfig.environment import environment_of
from checker.logconfig.facts import ConfiguredHandler, ContainerLog
from checker.logconfig.model import Handler, LogPipeline
from checker.logconfig.reader import Reader
from checker.logconfig.resolve import Resolver
from checker.logconfig.text.manifests import manifests
from checker.logconfig.values import Map, Value
from checker.model import Span

_NAMES = re.compile(r"(?:^|/)(?:[\w.-]*compose[\w.-]*\.ya?ml|compose/[\w.-]+\.ya?ml|daemon\.json)$", re.IGNORECASE)
_WORDS = re.compile(rb"^services:|log-driver|log-opts", re.MULTILINE)
_SENDING = frozenset(("syslog", "gelf", "fluentd", "splunk"))
"""Drivers that send to another place."""


def _read(path: str, data: bytes) -> Iterator[ContainerLog | ConfiguredHandler]:
    resolver = Resolver()
    for document in manifests(path, data):
        entries = {key: one for key, one, _ in resolver.entries(document)}
        if "services" in entries:
            for name, service, place in resolver.entries(entries["services"]):
                if isinstance(service.data, Map):
                    yield from _service(str(name), service, place, path, resolver)
        elif "log-driver" in entries or "log-opts" in entries:
            yield _daemon(entries, document, path, resolver)


def _service(name: str, service: Value, place: Span, path: str, resolver: Resolver) -> Iterator[ContainerLog | ConfiguredHandler]:
    entries = {key: (one, at) for key, one, at in resolver.entries(service)}
    environment = environment_of(path)
    if "logging" not in entries:
        if "image" in entries or "build" in entries:
            unknown = "" if "extends" not in entries and not service.data.more else "it extends another"
            yield ContainerLog(place, name, "compose", "", environment=environment, unknown=unknown, lasting=_lasts(entries, resolver))
        return
    value, at = entries["logging"]
    parts = {key: one for key, one, _ in resolver.entries(value)}
    driver = resolver.setting(parts["driver"]) if "driver" in parts else None
    options = {str(key): resolver.setting(one) for key, one, _ in resolver.entries(parts["options"])} if "options" in parts else {}
    unknown = value.reason if not isinstance(value.data, Map) else (driver.unknown if driver is not None else "")
    told = str(driver.value) if driver is not None and driver.value else "json-file" if options else ""
    yield ContainerLog(at, name, "compose", told, options, unknown, environment, _lasts(entries, resolver))
    if told in _SENDING:
        handler = Handler(f"the logging of {name}", at, f"docker.{told}", at, options=options)
        around = LogPipeline("container", at, environment, handlers={handler.name: handler}, partial="the driver alone")
        yield ConfiguredHandler(at, around, handler)


def _lasts(entries: dict[object, tuple[Value, Span]], resolver: Resolver) -> bool:
    """Whether Docker starts it again whenever it ends."""
    restart = resolver.setting(entries["restart"][0]).value if "restart" in entries else None
    return restart in ("always", "unless-stopped") or "deploy" in entries


def _daemon(entries: dict[object, Value], document: Value, path: str, resolver: Resolver) -> ContainerLog:
    driver = resolver.setting(entries["log-driver"]) if "log-driver" in entries else None
    options = {str(key): resolver.setting(one) for key, one, _ in resolver.entries(entries["log-opts"])} if "log-opts" in entries else {}
    span = driver.span if driver is not None else document.span
    told = str(driver.value) if driver is not None and driver.value else "json-file"
    return ContainerLog(span, "", "daemon", told, options, driver.unknown if driver is not None else "", environment_of(path))


READER = Reader("compose", names=_NAMES, words=_WORDS, file=_read)
