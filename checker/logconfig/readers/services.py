"""Services of a compose file: what they are built from, which commands they run, which folders of the host they share."""

from __future__ import annotations

from collections.abc import Iterator

from checker import patterns as re
from checker.logconfig.environment import environment_of
from checker.logconfig.reader import Reader
from checker.logconfig.resolve import Resolver
from checker.logconfig.surroundings import ComposeService
from checker.logconfig.text.manifests import manifests
from checker.logconfig.values import Items, Map, Value
from checker.model import Span

_NAMES = re.compile(r"(?:^|/)(?:[\w.-]*compose[\w.-]*|compose/[\w.-]+)\.ya?ml$", re.IGNORECASE)
_STAGE = re.compile(r"(?:^|_)(?:ENV|ENVIRONMENT|STAGE|MODE)$")
_PORT = re.compile(
    r"(?:(?P<address>\d{1,3}(?:\.\d{1,3}){3}|\[[\da-f:]{2,40}\]):)?(?:(?:\d{1,5}|\$\{[^}\s]{1,60}\}):)?(?P<inside>\d{1,5})(?:/(?:tcp|udp))?$"
)


def _read(path: str, data: bytes) -> Iterator[ComposeService]:
    resolver = Resolver()
    for document in manifests(path, data):
        entries = {key: one for key, one, _ in resolver.entries(document)}
        for name, service, place in resolver.entries(entries["services"]) if "services" in entries else ():
            if isinstance(service.data, Map):
                yield _service(str(name), service, place, path, resolver)


def _service(name: str, service: Value, place: Span, path: str, resolver: Resolver) -> ComposeService:
    entries = {str(key): one for key, one, _ in resolver.entries(service)}
    folder = path.rpartition("/")[0]
    mounts = (
        tuple(mount for one in resolver.items(entries["volumes"]) if (mount := _mount(one, folder, resolver)))
        if "volumes" in entries
        else ()
    )
    image = entries.get("image")
    named = entries.get("container_name")
    built = built_from(entries, path, resolver) if "build" in entries else None
    network = _text(entries.get("network_mode"))
    ports = tuple(port for one in resolver.items(entries["ports"]) if (port := _port(one, resolver))) if "ports" in entries else ()
    return ComposeService(
        place, name, _text(image), built, mounts, _text(named), _command(entries, resolver), environment_of(path), network, ports,
        _recipe(entries, built, resolver), tuple(_stages(entries, resolver)),
    )  # fmt: skip


def _stages(entries: dict[str, Value], resolver: Resolver) -> Iterator[str]:
    """The values of the variables that say where a service runs."""
    held = resolver.resolve(entries["environment"]) if "environment" in entries else None
    if held is None:
        return
    pairs = [(str(key), one.data) for key, one, _ in resolver.entries(held)]
    listed = resolver.items(held) if isinstance(held.data, Items) else ()
    pairs += [(one.data.partition("=")[0], one.data.partition("=")[2]) for one in listed if isinstance(one.data, str)]
    yield from (value.strip().lower() for key, value in pairs if isinstance(value, str) and _STAGE.search(key))


def _recipe(entries: dict[str, Value], built: str | None, resolver: Resolver) -> str:
    """The Dockerfile of a service that is built here."""
    if built is None or "build" not in entries:
        return ""
    held = resolver.resolve(entries["build"])
    told = (
        next((one.data for key, one, _ in resolver.entries(held) if str(key) == "dockerfile"), None) if isinstance(held.data, Map) else None
    )
    return joined_path(built, told if isinstance(told, str) else "Dockerfile")


def built_from(entries: dict[str, Value], path: str, resolver: Resolver) -> str | None:
    """The folder that a service is built from, from the project's root; ``None`` for an image that is not the project's own.

    Of an image that is not built here, a name that is filled in, or that of a registry, may be the project's: then it is ``""``.
    """
    if "build" not in entries:
        image = entries.get("image")
        named = image.data if image is not None else None
        own = image is not None and (not isinstance(named, str) or bool(image.open) or "." in named.partition("/")[0])
        return "" if own else None
    held = resolver.resolve(entries["build"])
    inner = {str(key): one for key, one, _ in resolver.entries(held)}
    told = inner.get("context", held) if isinstance(held.data, Map) else held
    return joined_path(path.rpartition("/")[0], str(told.data)) if isinstance(told.data, str) else ""


def _text(value: Value | None) -> str:
    return value.data if value is not None and isinstance(value.data, str) else ""


def _command(entries: dict[str, Value], resolver: Resolver) -> str:
    """Words of the entry point and the command."""
    words = []
    for key in ("entrypoint", "command"):
        if key in entries:
            held = resolver.resolve(entries[key])
            words += [held.data] if isinstance(held.data, str) else [one.data for one in resolver.items(held) if isinstance(one.data, str)]
    return " ".join(words)


def _mount(value: Value, folder: str, resolver: Resolver) -> tuple[str, str] | None:
    """Where it lies outside (a volume's name, or a path from the project's root), and inside."""
    if isinstance(value.data, Map):
        held = {str(key): one.data for key, one, _ in resolver.entries(value)}
        source, target = held.get("source"), held.get("target")
    else:
        source, _, rest = (value.data if isinstance(value.data, str) else "").partition(":")
        target = rest.partition(":")[0]
    if not isinstance(source, str) or not isinstance(target, str) or not target.startswith("/"):
        return None
    return (joined_path(folder, source) if source.startswith(".") else source), target.rstrip("/") or "/"


def _port(value: Value, resolver: Resolver) -> tuple[str, str] | None:
    """``127.0.0.1:5140:514/udp`` is ``127.0.0.1`` and ``514``; the long form says the same with names."""
    if isinstance(value.data, Map):
        held = {str(key): str(one.data) for key, one, _ in resolver.entries(value)}
        return (held.get("host_ip", ""), held["target"]) if "target" in held else None
    match = _PORT.match(str(value.data)) if isinstance(value.data, str | int) else None
    return (match["address"] or "", match["inside"]) if match is not None else None


def joined_path(folder: str, path: str) -> str:
    """A path from the project's root, of one that starts in a folder."""
    parts = [part for part in folder.split("/") if part]
    for part in path.split("/"):
        if part == ".." and parts:
            parts.pop()
        elif part not in ("", ".", ".."):
            parts.append(part)
    return "/".join(parts)


READER = Reader("services", names=_NAMES, words=re.compile(rb"^services:", re.MULTILINE), file=_read)
