"""Environment variables of compose services, of Kubernetes containers and ConfigMaps, and of a Helm chart's values.

A variable of a compose service counts for the folder that the service is built from; that of an image that somebody else made does not.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker import patterns as re
from checker.logconfig.environment import environment_of, is_in_the_making
from checker.logconfig.model import DEVELOPMENT, PRODUCTION, TEST
from checker.logconfig.reader import Reader
from checker.logconfig.readers.environment_files import ABOUT
from checker.logconfig.readers.services import built_from, joined_path
from checker.logconfig.resolve import Resolver
from checker.logconfig.surroundings import EnvironmentFile, EnvironmentVariable, in_config_map
from checker.logconfig.text.manifests import manifests
from checker.logconfig.text.placeholders import filled
from checker.logconfig.values import Items, Map, Value, unknown
from checker.model import Span

_NAMES = re.compile(r"\.ya?ml$", re.IGNORECASE)
_WORDS = re.compile(rb"(?:LOG|DEBUG|LEVEL)[A-Z0-9_]{0,80}\b|env_file\s*:|^kind\s*:\s*ConfigMap", re.MULTILINE)
_KINDS = re.compile(
    rb"^(?:services|kind|env_variables|env|[\w-]*[eE]nv[\w-]*)\s*:|^[ \t]+(?:env|environment|extraEnv\w*|envVars)\s*:", re.MULTILINE
)
_ABOUT = re.compile(ABOUT)
_ABOUT_KEYS = re.compile(r"[\w.-]{0,80}(?:log|debug|level)[\w.-]{0,80}", re.IGNORECASE)
"""Keys of a ConfigMap, which containers may call otherwise."""
_HOLDING = frozenset(
    ("env", "environment", "extraEnv", "extraEnvs", "extraEnvVars", "envVars", "environmentVariables", "env_variables", "extraEnvironment")
)
"""Keys that hold variables, in manifests, in values of charts, in App Engine's files."""
_DEVELOPING = re.compile(r"--reload\b|runserver|watchmedo|watchfiles|\bflask\s+run\b|debugpy")
_STAGE = re.compile(r"(?:^|_)(?:ENV|ENVIRONMENT|STAGE|MODE|SETTINGS_MODULE)$")
_NOT_PRODUCTION = re.compile(r"(?:^|[._-])(?:dev|devel|development|local|test|testing|debug)(?:$|[._-])", re.IGNORECASE)
_CHECKS = re.compile(
    r"(?:^|/)(?:\.github/workflows/[^/]+|\.gitlab-ci|\.circleci/config|azure-pipelines[\w.-]*|bitbucket-pipelines|\.travis|cloudbuild[\w.-]*)\.ya?ml$"
)
"""Files of what builds and checks a change: their variables end with the job."""
_BY_THE_CLOCK = re.compile(rb"^[ \t]*(?:schedule|-?[ \t]*cron)\s*:", re.MULTILINE)
_TESTS = re.compile(rb"\bpytest\b|\btox\b|\bunittest\b|manage\.py test\b")
_DEEPEST, _MOST = 30, 10_000


def _read(path: str, data: bytes) -> Iterator[EnvironmentVariable | EnvironmentFile]:
    resolver = Resolver()
    for document in manifests(path, data, _KINDS):
        entries = {str(key): one for key, one, _ in resolver.entries(document)}
        services = resolver.resolve(entries["services"]) if "services" in entries else None
        if services is not None and isinstance(services.data, Map) and "kind" not in entries:
            for name, service, _ in resolver.entries(entries["services"]):
                if isinstance(service.data, Map):
                    yield from _service(str(name), service, path, resolver)
        else:
            kept = _name(entries, resolver) if "kind" in entries and entries["kind"].data == "ConfigMap" else ""
            for name, value in _held(document, resolver, config=bool(kept)):
                yield EnvironmentVariable(value.span, name, resolver.setting(value), "kubernetes", "", kept, _stage(path, data))


def _stage(path: str, data: bytes) -> str:
    """The environment of a file; a workflow that runs by the clock and tests nothing is the service itself."""
    checks = _CHECKS.search(path) and (not _BY_THE_CLOCK.search(data) or _TESTS.search(data))
    return TEST if checks else environment_of(path)


def _name(entries: dict[str, Value], resolver: Resolver) -> str:
    """What its metadata call an object."""
    metadata = {str(key): one for key, one, _ in resolver.entries(entries["metadata"])} if "metadata" in entries else {}
    return str(metadata["name"].data) if "name" in metadata and isinstance(metadata["name"].data, str) else "?"


def _service(name: str, service: Value, path: str, resolver: Resolver) -> Iterator[EnvironmentVariable | EnvironmentFile]:
    entries = {str(key): one for key, one, _ in resolver.entries(service)}
    folder = built_from(entries, path, resolver)
    if folder is None:
        return  # an image of somebody else's
    pairs = list(_pairs(entries["environment"], resolver)) if "environment" in entries else []
    environment = environment_of(path)
    if environment == PRODUCTION and (_is_developing(entries, pairs, resolver) or _is_mounted(entries, folder, path, resolver)):
        environment = DEVELOPMENT
    for key, value in pairs:
        if _ABOUT.fullmatch(key) and not isinstance(value.data, Map | Items):
            yield EnvironmentVariable(value.span, key, resolver.setting(value), "compose", folder, name, environment)
    named = resolver.resolve(entries["env_file"]) if "env_file" in entries else None
    for one in (list(resolver.items(named)) if isinstance(named.data, Items) else [named]) if named is not None else []:
        inner = {str(key): found for key, found, _ in resolver.entries(one)}.get("path", one)
        if isinstance(inner.data, str):
            yield EnvironmentFile(inner.span, joined_path(path.rpartition("/")[0], inner.data), environment)


def _is_developing(entries: dict[str, Value], pairs: list[tuple[str, Value]], resolver: Resolver) -> bool:
    """Whether a service runs on a developer's machine: it reloads, its source is mounted into it, its image is built there as ``shop:dev``,
    or it says so itself.
    """
    if any(_STAGE.search(key) and isinstance(value.data, str) and _NOT_PRODUCTION.search(value.data) for key, value in pairs):
        return True
    image = entries["image"].data if "image" in entries else ""
    if "build" in entries and isinstance(image, str) and is_in_the_making(image):
        return True
    words = []
    for key in ("entrypoint", "command"):
        held = resolver.resolve(entries[key]) if key in entries else None
        parts = resolver.items(held) if held is not None and isinstance(held.data, Items) else [held] if held is not None else []
        words += [one.data for one in parts if isinstance(one.data, str)]
    mounts = list(resolver.items(entries["volumes"])) if "volumes" in entries else []
    mounted = any(isinstance(one.data, str) and re.match(r"\.(?:/|/(?:src|app|backend|api))?:", one.data) for one in mounts)
    return mounted or bool(_DEVELOPING.search(" ".join(words)))


def _is_mounted(entries: dict[str, Value], folder: str, path: str, resolver: Resolver) -> bool:
    """Whether the folder that a service is built from is mounted into it, wherever the compose file lies."""
    mounts = resolver.items(entries["volumes"]) if "volumes" in entries and "build" in entries else ()
    sources = (one.data.partition(":")[0] for one in mounts if isinstance(one.data, str) and one.data.startswith("."))
    return any(joined_path(path.rpartition("/")[0], one) == folder for one in sources)


def _pairs(value: Value, resolver: Resolver) -> Iterator[tuple[str, Value]]:
    """Name and value, of a mapping, of a list of ``NAME=value``, or of a list of ``{name, value}``."""
    held = resolver.resolve(value)
    for key, one, _ in resolver.entries(held):
        if not isinstance(one.data, Map | Items) and one.data is not None:
            yield str(key), one
    for one in resolver.items(held) if isinstance(held.data, Items) else ():
        inner = {str(key): found for key, found, _ in resolver.entries(one)}
        named = inner.get("name") or inner.get("key")  # Render calls it so
        if named is not None and isinstance(named.data, str) and "value" in inner:
            yield named.data, inner["value"]
        elif named is not None and isinstance(named.data, str) and "valueFrom" in inner:
            yield from ((named.data, value) for value in _referred(inner["valueFrom"], resolver))
        elif isinstance(one.data, str) and "=" in one.data:
            key, _, text = one.data.partition("=")
            yield key.strip(), filled(text.strip(), _part(one.span, len(key) + 1))


def _referred(value: Value, resolver: Resolver) -> Iterator[Value]:
    """What stands in a ConfigMap is not known here, but where it stands is."""
    for kind, one, _ in resolver.entries(value):
        held = {str(key): found.data for key, found, _ in resolver.entries(one)}
        name, key = held.get("name"), held.get("key")
        if kind == "configMapKeyRef" and isinstance(name, str) and isinstance(key, str):
            yield unknown(one.span, in_config_map(name, key))


def _part(span: Span, offset: int) -> Span:
    return Span(span.path, span.line, span.column + offset, span.end_line, span.end_column)


def _held(document: Value, resolver: Resolver, *, config: bool) -> Iterator[tuple[str, Value]]:
    """Every variable of a manifest or of values, wherever its containers stand."""
    waiting, seen = [(document, 0)], set[int]()
    while waiting and len(seen) < _MOST:
        value, depth = waiting.pop()
        held = resolver.resolve(value)
        if id(held.data) in seen or depth > _DEEPEST:
            continue
        seen.add(id(held.data))
        entries = {str(key): one for key, one, _ in resolver.entries(held)}
        if "image" in entries and isinstance(entries["image"].data, str) and "/" not in entries["image"].data:
            continue  # one of Docker's own images
        for key, one in entries.items():
            if key in _HOLDING or (config and depth == 0 and key == "data"):
                about = _ABOUT_KEYS if key == "data" else _ABOUT
                yield from ((name, found) for name, found in _pairs(one, resolver) if about.fullmatch(name))
        inner = (*entries.values(), *(resolver.items(held) if isinstance(held.data, Items) else ()))
        waiting += [(one, depth + 1) for one in inner if isinstance(one.data, Map | Items)]


READER = Reader("environment-variables", names=_NAMES, words=_WORDS, file=_read)
