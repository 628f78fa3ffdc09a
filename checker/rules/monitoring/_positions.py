"""Positions that a shipper's container keeps on none of its volumes: a new image, a changed variable, and they are gone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from checker.logconfig.surroundings import BuiltImage, ComposeService
from checker.model import Span
from checker.monitoring.model import Collector, Input
from checker.rules.monitoring._containers import given, lasts, running, services

_IMAGES = {
    "filebeat": re.compile(r"filebeat", re.IGNORECASE),
    "promtail": re.compile(r"promtail", re.IGNORECASE),
    "alloy": re.compile(r"(?:^|/)alloy", re.IGNORECASE),
    "fluent-bit": re.compile(r"fluent-?bit", re.IGNORECASE),
    "fluentd": re.compile(r"fluentd", re.IGNORECASE),
    "vector": re.compile(r"(?:^|/)vector", re.IGNORECASE),
}
_BY_DEFAULT = {"filebeat": "/usr/share/filebeat/data", "vector": "/var/lib/vector"}
"""Where the official images keep them."""
_OF_ALLOY = re.compile(r"--storage\.path[= ](?P<path>\S+)")
_RUNS_ALLOY = re.compile(r"(?:^|\s)run\s")
_READING = re.compile(r"^(?:tail|file|log|container|docker|filestream|journald?|loki\.source\.(?:file|docker|journal|podlogs|kubernetes))$")
_MAY_KEEP = re.compile(r"data|registry|lib|storage|state|position", re.IGNORECASE)


def unkept(collector: Collector, project: Any) -> Iterator[tuple[str, str, Span]]:
    """The path, the service, and the place that says so, for each position that no volume holds."""
    yield from _in_pods(collector, project)
    image = _IMAGES.get(collector.kind)
    reading = [one for one in collector.inputs if _READING.match(one.kind)]
    built = list(_built(collector, image, project)) if image is not None and reading else []
    found = [*(running(collector.span.path, image, project) if image is not None and reading else ()), *((one, "") for one in built)]
    held = [*given(collector.span.path, project), *built] if found else []
    if not held or any(service.context is not None and service not in built for service in held):
        return
    told: set[str] = set()
    for one in reading:
        for path in {_path(one, collector, service.command) for service, _ in found}:
            if path and path not in told and not any(lasts(path, service) or _own(service, collector) for service in held):
                told.add(path)
                yield path, found[0][0].name, one.position.span if one.position is not None else one.span


def _built(collector: Collector, image: re.Pattern[str], project: Any) -> Iterator[ComposeService]:
    """Services that are built from such an image, with the file copied in or mounted."""
    recipes = {one.span.path: one for one in project.configured.facts if isinstance(one, BuiltImage)}
    name = collector.span.path.rpartition("/")[2]
    mounted = list(given(collector.span.path, project))
    for service in services(project):
        made = recipes.get(service.recipe) if service.context is not None else None
        if made is None or made.volumes or not image.search(made.image):
            continue
        near = collector.span.path.startswith(f"{service.context}/") or not service.context
        if service in mounted or (near and name in made.copied):
            yield service


def _in_pods(collector: Collector, project: Any) -> Iterator[tuple[str, str, Span]]:
    """The same of pods of the folder that run such a shipper with a configuration that is given to them."""
    image = _IMAGES.get(collector.kind)
    folder = collector.span.path.rpartition("/")[0]
    found = [one for one in project.monitored.pods if one.span.path.rpartition("/")[0] == folder and image and image.search(one.image)]
    if not found or not all(one.configured for one in found):
        return
    told: set[str] = set()
    for one in collector.inputs:
        path = _path(one, collector, found[0].command) if _READING.match(one.kind) else ""
        if path and path not in told and not any(pod.keeps(path) for pod in found):
            told.add(path)
            yield path, found[0].name, one.position.span if one.position is not None else one.span


def on_a_volume(path: str, collector: Collector, project: Any) -> bool:
    """Whether some container that is given the file keeps the path on a volume, or some pod of the folder."""
    image, folder = _IMAGES.get(collector.kind), collector.span.path.rpartition("/")[0]
    pods = (one for one in project.monitored.pods if one.span.path.rpartition("/")[0] == folder and image and image.search(one.image))
    return any(lasts(path, service) for service in given(collector.span.path, project)) or any(one.keeps(path) for one in pods)


def _path(one: Input, collector: Collector, command: str) -> str:
    """Where an input's position is kept inside of the container; ``""`` where that is not known."""
    if collector.kind == "alloy":
        stated = _OF_ALLOY.search(command)
        return stated["path"].strip("\"'") if stated else "data-alloy" if _RUNS_ALLOY.search(command) else ""
    if one.position is None:
        return _BY_DEFAULT.get(collector.kind, "")
    if one.position.unknown or one.position.open or not str(one.position.value).startswith("/"):
        return ""
    return str(one.position.value)


def _own(service: ComposeService, collector: Collector) -> bool:
    """Whether an image of somebody else may keep them elsewhere, on a volume that may be for that."""
    official = collector.kind != "filebeat" or "beats/" in service.image or "elastic" in service.image
    return not official and any(_MAY_KEEP.search(inside) for _, inside in service.mounts)
