"""Kubernetes: volumes that containers of a pod write logs to, and who else mounts them.

Plain manifests of everything that has a pod; what a template leaves open does not parse, and says nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker import patterns as re
from checker.logconfig.environment import environment_of
from checker.logconfig.reader import Reader
from checker.logconfig.resolve import Resolver
from checker.logconfig.surroundings import LogVolume
from checker.logconfig.text.manifests import manifests
from checker.logconfig.values import Items, Value
from checker.model import Span

_NAMES = re.compile(r"\.ya?ml$", re.IGNORECASE)
_WORDS = re.compile(rb"\bemptyDir\s*:")
_OBJECT = re.compile(rb"^kind\s*:", re.MULTILINE)
_PODS = {
    **dict.fromkeys(("Deployment", "StatefulSet", "DaemonSet", "ReplicaSet", "Job"), ("spec", "template", "spec")),
    "Pod": ("spec",),
    "CronJob": ("spec", "jobTemplate", "spec", "template", "spec"),
}
"""Kind of an object to where its pod stands (Kubernetes API 1.31)."""
_JOBS = ("Job", "CronJob")
"""What they write is often what they are for: only a volume that is called so holds logs."""
_LOGS = re.compile(r"(?:^|[/_-])logs?(?:[/_-]|$)", re.IGNORECASE)
_TAIL = re.compile(r"\btail\s(?P<files>[^;&|]{1,300})")


def _read(path: str, data: bytes) -> Iterator[LogVolume]:
    resolver = Resolver()
    for document in manifests(path, data, _OBJECT):
        top = _entries(document, resolver)
        kind = top["kind"].data if "kind" in top else None
        spec: Value | None = document if isinstance(kind, str) and kind in _PODS else None
        for key in _PODS.get(str(kind), ()):
            spec = _entries(spec, resolver).get(key) if spec is not None else None
        if spec is not None:
            yield from (one for one in _pod(spec, path, resolver) if kind not in _JOBS or _LOGS.search(one.name))


def _entries(value: Value, resolver: Resolver) -> dict[str, Value]:
    return {str(key): one for key, one, _ in resolver.entries(value)}


def _pod(spec: Value, path: str, resolver: Resolver) -> Iterator[LogVolume]:
    """Each ``emptyDir`` that some container mounts where logs are."""
    parts = _entries(spec, resolver)
    mounts = list(_mounts(parts, resolver))
    for volume in resolver.items(parts["volumes"]) if isinstance(_data(parts.get("volumes")), Items) else ():
        held = {str(key): (one, place) for key, one, place in resolver.entries(volume)}
        name = held["name"][0].data if "name" in held else None
        if "emptyDir" not in held or not isinstance(name, str):
            continue
        own = [(container, at) for container, used, at in mounts if used == name]
        logs = [(container, at) for container, at in own if _LOGS.search(at) and not _followed(at, parts, resolver)]
        if logs:
            limited = "sizeLimit" in _entries(held["emptyDir"][0], resolver)
            span: Span = held["emptyDir"][1]
            others = tuple(sorted({container for container, _ in own} - {logs[0][0]}))
            yield LogVolume(span, name, logs[0][1], logs[0][0], others, limited, environment_of(path))


def _containers(parts: dict[str, Value], resolver: Resolver) -> Iterator[Value]:
    """The containers of a pod, and those that start before them and stay (Kubernetes 1.29)."""
    for key in ("containers", "initContainers"):
        for one in resolver.items(parts[key]) if isinstance(_data(parts.get(key)), Items) else ():
            if key == "containers" or _data(_entries(one, resolver).get("restartPolicy")) == "Always":
                yield one


def _followed(at: str, parts: dict[str, Value], resolver: Resolver) -> bool:
    """Whether a container's command sends what is written below a path to its output: ``tail -f``."""
    for container in _containers(parts, resolver):
        held = _entries(container, resolver)
        words = [one for key in ("command", "args") if isinstance(_data(held.get(key)), Items) for one in resolver.items(held[key])]
        told = " ".join(str(one.data) for one in words)
        if any(at.rstrip("/") in match["files"] for match in _TAIL.finditer(told)):
            return True
    return False


def _data(value: Value | None) -> object:
    return value.data if value is not None else None


def _mounts(parts: dict[str, Value], resolver: Resolver) -> Iterator[tuple[str, str, str]]:
    """Container, volume and path of each mount; containers that run before the others, and end, write nothing that lasts."""
    for container in _containers(parts, resolver):
        held = _entries(container, resolver)
        name = str(_data(held.get("name")) or "a container")
        listed = held.get("volumeMounts")
        for mount in resolver.items(listed) if listed is not None and isinstance(listed.data, Items) else ():
            values = _entries(mount, resolver)
            volume, at = _data(values.get("name")), _data(values.get("mountPath"))
            if isinstance(volume, str) and isinstance(at, str):
                yield name, volume, at


READER = Reader("kubernetes", names=_NAMES, words=_WORDS, file=_read)
