"""Where a process's lines can be read from: a stream of a container, a file; and which inputs of shippers read there."""

from __future__ import annotations

import re
from collections.abc import Mapping
from fnmatch import fnmatchcase

import msgspec

from checker.logconfig.destinations import FILE, STDERR, STDOUT, STREAM, SYSLOG, Destination
from checker.logconfig.surroundings import ComposeService, ContainerLog
from checker.monitoring.model import Collector, Input
from checker.trace.evidence import Evidence, nearest
from checker.trace.rendering.line import Field, Line

_CONTAINER_LOGS = re.compile(r"/var/(?:lib/docker/containers|log/(?:containers|pods))/|/containers/\*|docker/containers")
_DISCOVERED = frozenset(
    (
        "kubernetes_sd_configs",
        "docker_sd_configs",
        "loki.source.docker",
        "loki.source.kubernetes",
        "loki.source.podlogs",
        "kubernetes_logs",
        "docker_logs",
        "docker",
    )
)
_STREAMS = frozenset((STDOUT, STDERR, STREAM))
_LOOKING = frozenset(("autodiscover", "config"))
_OPEN = frozenset(("other", "file_sd_configs", "loki.source.file", "module", "config"))
"""Inputs of which it is not known which files they read."""
_PASSIVE = frozenset(
    (
        "forward",
        "fluentforward",
        "otlp",
        "http",
        "loki_push_api",
        "opentelemetry",
        "loki",
        "loki.source.api",
        "tcp",
        "syslog",
        "beats",
        "gelf",
        "fluent",
    )
)


class Source(msgspec.Struct, frozen=True):
    """A line where it leaves the process."""

    destination: Destination
    line: Line
    path: str
    """The file of the code that wrote it."""
    services: tuple[ComposeService, ...] = ()
    """The compose services that may run that code."""
    drivers: tuple[ContainerLog, ...] = ()
    """How those services' output is kept, where the compose file says so."""
    carried: Mapping[str, Field] | None = None
    """The fields of the record, where another shipper sends it on."""
    sent: str = ""
    """The tag with which that sends it."""

    @property
    def tag(self) -> str:
        """What a logging driver calls the lines; ``""`` where that is not known."""
        if self.sent:
            return self.sent
        tags = {str(one.options["tag"].value) for one in self.drivers if "tag" in one.options and not one.options["tag"].unknown}
        return tags.pop() if len(tags) == 1 and len(self.drivers) == len(self.services) else ""


def services_of(path: str, evidence: Evidence) -> tuple[ComposeService, ...]:
    """The services that are built from a folder which holds the file, those of the nearest one."""
    built = [one for one in evidence.services if one.context is not None and (not one.context or path.startswith(f"{one.context}/"))]
    if not built:
        return ()
    deepest = max(len(one.context or "") for one in built)
    found = tuple(one for one in built if len(one.context or "") == deepest)
    told = tuple(one for one in found if any(_runs(one, part) for part in path.split("/")[:-1] or [path.removesuffix(".py")]))
    return told or found


def _runs(service: ComposeService, package: str) -> bool:
    """Whether its command names a package: ``gunicorn portal.wsgi``."""
    return bool(re.search(rf"(?<![\w.]){re.escape(package)}[.:/]", service.command))


def drivers_of(services: tuple[ComposeService, ...], evidence: Evidence) -> tuple[ContainerLog, ...]:
    """How services' output is kept, where a driver is named."""
    wanted = {(one.span.path, one.name) for one in services}
    return tuple(one for one in evidence.containers if (one.span.path, one.service) in wanted and one.driver)


class Taken(msgspec.Struct, frozen=True):
    """An input that reads a destination, or may."""

    collector: Collector
    input: Input
    sure: bool
    why: str


def takers(source: Source, evidence: Evidence) -> list[Taken]:
    """The inputs that read it, the sure ones first; of several services' shippers those nearest to the code."""
    found = [
        Taken(collector, one, sure, why)
        for collector in evidence.monitored.collectors
        for one in collector.inputs
        if (told := _reads(one, source, collector, evidence)) is not None
        for sure, why in [told]
    ]
    found.sort(key=lambda one: (not one.sure, one.collector.environment != "production", -nearest(source.path, [one.collector.span.path])))
    return [one for one in found if one.sure] or found


def _reads(one: Input, source: Source, collector: Collector, evidence: Evidence) -> tuple[bool, str] | None:
    kind = source.destination.kind
    if kind == SYSLOG:
        return _reads_syslog(one, source.destination)
    if kind in _STREAMS:
        return _reads_stream(one, source)
    if kind == FILE:
        return reads_file(one, source, evidence)
    return None


_DRIVEN = {
    "fluentd": ("forward", "fluentforward"),
    "syslog": ("syslog",),
    "gelf": ("gelf",),
    "journald": ("systemd", "journal", "journald"),
}
"""Which inputs take what a logging driver sends."""


def _reads_syslog(one: Input, to: Destination) -> tuple[bool, str] | None:
    """rsyslog's own socket for ``/dev/log``, its ports for an address."""
    local = to.target.startswith("/")
    if one.kind == "imuxsock" and local and not to.open:
        return True, "it reads the system's socket"
    if one.kind in ("imudp", "imtcp", "imptcp") and not local:
        return False, "whether its port is that which the handler sends to is not known"
    return None


def _reads_stream(one: Input, source: Source) -> tuple[bool, str] | None:
    drivers = {driver.driver for driver in source.drivers}
    for name in drivers:
        if name in _DRIVEN:
            return (True, f"it takes what the logging driver {name} sends") if one.kind in _DRIVEN[name] else None
    if one.kind in _DISCOVERED:
        return True, "it reads what containers write"
    paths = [str(path.value) for path in one.paths if not path.unknown]
    if any(_CONTAINER_LOGS.search(path) for path in paths):
        return True, "it reads what containers write"
    if one.kind in ("docker_events", "journal", "systemd", "journald", "loki.source.journal"):
        return False, "it reads the journal, which may hold what the process writes"
    if one.kind in ("forward", "fluentforward"):
        return False, "it takes what a container's logging driver sends"
    if one.kind in _LOOKING or (one.kind == "container" and not paths):
        return False, "which containers it reads is not known"
    if any(path.unknown for path in one.paths):
        return False, "which files it reads is not known"
    return None


def reads_file(one: Input, source: Source, evidence: Evidence) -> tuple[bool, str] | None:
    """Whether an input reads the file that is written to, and which it reads; ``None`` where it does not."""
    to = source.destination
    if not one.paths:
        return (False, "which files it reads is not known") if one.kind in _OPEN else None
    target = to.target
    shared = set(_shared(target, source, evidence)) if target else set()
    for path in one.paths:
        if path.unknown:
            return False, "which files it reads is not known"
        pattern = str(path.value)
        if target and not to.open and (fits(pattern, target) or any(fits(pattern, other) for other in shared)):
            return True, f"it reads {pattern}"
    for path in one.paths:
        if _may_be(str(path.value), target):
            return False, f"it reads {path.value}, which may be the same file"
    return None


def fits(pattern: str, path: str) -> bool:
    """Whether a path fits a pattern of a shipper's: ``*`` within a folder, ``**`` over folders."""
    if "**" in pattern:
        return fnmatchcase(path, pattern.replace("**", "*"))
    mine, yours = pattern.split("/"), path.split("/")
    return len(mine) == len(yours) and all(fnmatchcase(part, one) for part, one in zip(yours, mine, strict=True))


def _may_be(pattern: str, target: str) -> bool:
    """Whether the last part fits and the folder can be another's name for the same one."""
    if not target or "\u2026" in target.rpartition("/")[2]:
        return "log" in pattern
    return fnmatchcase(target.rpartition("/")[2], pattern.rpartition("/")[2])


def _shared(target: str, source: Source, evidence: Evidence) -> list[str]:
    """Under which names a shipper's container sees a file of the service's, through volumes that both mount."""
    inside = target if target.startswith("/") else ""
    found = []
    for service in source.services:
        for outside, mounted in service.mounts:
            rest = inside.removeprefix(mounted) if inside.startswith(f"{mounted}/") else None
            if rest is None:
                continue
            found.append(f"{outside}{rest}" if outside.startswith("/") else "")
            found += [
                f"{there}{rest}"
                for other in evidence.services
                for outer, there in other.mounts
                if outer == outside and other is not service
            ]
    return [one for one in found if one]


def could_read(evidence: Evidence) -> bool:
    """Whether some shipper may read what is not seen to be read: its file is not whole, or it takes what is sent to it."""
    return any(one.partial or any(taken.kind in _PASSIVE for taken in one.inputs) for one in evidence.monitored.collectors)
