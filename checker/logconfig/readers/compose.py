"""Docker: the ``logging`` of compose services, and the log options of ``daemon.json``.

A file is a compose file by its name, or by services with an image and what only compose says of one (``production.yml``); else only that
is read of it which has a ``logging``.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from checker import patterns as re
from checker.logconfig.environment import deployed_as_documented, environment_of
from checker.logconfig.facts import ConfiguredHandler, UnreadConfig
from checker.logconfig.model import DEVELOPMENT, PRODUCTION, Handler, LogPipeline, Setting
from checker.logconfig.reader import Reader
from checker.logconfig.resolve import Resolver
from checker.logconfig.surroundings import ContainerLog
from checker.logconfig.text.manifests import manifests, unread
from checker.logconfig.values import Map, Value
from checker.model import Span

_DEVELOPERS = re.compile(
    rb"\blocal(?:ly)? (?:development|dev|testing|environment)\b|\bdev(?:elopment)? (?:environment|setup|stack|only)\b"
    rb"|\bfor (?:local )?development\b|\bdev(?:elopment)?(?: and | ?[/&] ?)test(?:ing|s)?\b"
)
_NOT_FOR_PRODUCTION = re.compile(
    rb"\b(?:never|not|don't|do not)\b(?:[\w\s,'-]{0,40}\b(?:in|for|as)\b)(?: an?| your| any| real| the){0,2} prod(?:uction)?\b"
)
"""Found in a text without the breaks of its lines."""
_PRODUCTIVE = re.compile(r"(?<![a-z])prod(?:uction)?(?![a-z])[^/]*$", re.IGNORECASE)
_RUNSERVER = re.compile(r"manage\.py\s+runserver\b(?=.*--settings[ =][\w.]*\b(?:dev|development|local)\b)|\bflask\b.*--debug\b")
"""A developer's server, with a developer's settings."""
_STAGE = re.compile(r"(?:^|_)(?:ENV|ENVIRONMENT|MODE|STAGE)$")
_IN_DEVELOPMENT = re.compile(r"(?:\$\{\w+:?-)?[\"']?(?:dev|development|local)[\"']?\}?", re.IGNORECASE)
"""What such a variable holds, or has as its default."""
_ENV_FILE = re.compile(r"(?:^|/)(?:\.env[._-](?:local|dev|development)|(?:local|dev)\.env)$")
_HEAD = re.compile(rb"(?:(?:version:[^\n]*|name:[^\n]*|[ \t]*(?:#[^\n]*)?)\n)*")
_NAMES = re.compile(r"(?:\.ya?ml|(?:^|/)daemon\.json)$", re.IGNORECASE)
_WORDS = re.compile(rb"^services:|log-driver|log-opts", re.MULTILINE)
_CALLED = re.compile(r"(?:^|/)(?:[^/]*compose[^/]*\.ya?ml|compose/[^/]+\.ya?ml|daemon\.json)$", re.IGNORECASE)
_OF_DOCKER = re.compile(r"(?:^|/)(?:docker-)?compose(?:[._-][\w.-]+)?\.ya?ml$", re.IGNORECASE)
_BUILT = re.compile(rb"^[ \t]+(?:image|build):", re.MULTILINE)
_MADE, _ONLY = frozenset(("image", "build")), frozenset(("depends_on", "env_file", "networks", "restart", "container_name", "links"))
"""Keys of a compose service."""
_LOGGING = re.compile(rb"^[ \t]+logging:", re.MULTILINE)
_SENDING = frozenset(("syslog", "gelf", "fluentd", "splunk"))
"""Drivers that send to another place."""


def _read(path: str, data: bytes) -> Iterator[ContainerLog | ConfiguredHandler | UnreadConfig]:
    called = bool(_CALLED.search(path))
    if not called and not _LOGGING.search(data) and not _BUILT.search(data):
        return
    resolver, found = Resolver(), manifests(path, data)
    lost = unread(path, data) if not found and _OF_DOCKER.search(path) else None
    if lost is not None:
        yield replace(lost, reason=f"it is called as a compose file is, and {lost.reason}")
    for document in found:
        entries = {key: one for key, one, _ in resolver.entries(document)}
        if "services" in entries:
            services = [(str(name), one, at) for name, one, at in resolver.entries(entries["services"]) if isinstance(one.data, Map)]
            called = called or _is_compose(services, path, resolver)
            environment = _environment(services, path, resolver)
            if environment == PRODUCTION and is_for_developers(path, data):
                environment = DEVELOPMENT
            for name, service, place in services:
                for fact in _service(name, service, place, path, resolver, environment):
                    if called or not isinstance(fact, ContainerLog) or fact.driver:
                        yield fact
        elif "log-driver" in entries or "log-opts" in entries:
            yield from _daemon(entries, document, path, resolver)


def _is_compose(services: list[tuple[str, Value, Span]], path: str, resolver: Resolver) -> bool:
    """Whether some service has an image and what compose alone says of one; files of pipelines, which have some, begin with a dot."""
    keys = ({str(key) for key, _, _ in resolver.entries(service)} for _, service, _ in services)
    return not f"/{path}".rpartition("/")[2].startswith(".") and any(bool(one & _MADE) and bool(one & _ONLY) for one in keys)


def _environment(services: list[tuple[str, Value, Span]], path: str, resolver: Resolver) -> str:
    """That of the file's name, or of the name of a Dockerfile that one of its services is built with: ``Dockerfile.dev``."""
    named = deployed_as_documented(path)
    for _, service, _ in services if named == PRODUCTION else ():
        command = {str(key): one for key, one, _ in resolver.entries(service)}.get("command")
        if command is not None and isinstance(command.data, str) and _RUNSERVER.search(command.data):
            return DEVELOPMENT
        if _is_developed(service, resolver):
            return DEVELOPMENT
        built = {str(key): one for key, one, _ in resolver.entries(service)}.get("build")
        held = {str(key): one.data for key, one, _ in resolver.entries(built)} if built is not None else {}
        if environment_of(str(held.get("dockerfile", ""))) == DEVELOPMENT:
            return DEVELOPMENT
    return named


def _is_developed(service: Value, resolver: Resolver) -> bool:
    """Whether a service is told that it runs in development, or takes its variables from a developer's file (``.env.local``)."""
    told = {str(key): one for key, one, _ in resolver.entries(service) if key in ("environment", "env_file")}
    plain = {key: resolver.setting(one).value for key, one in told.items()}
    held, files = plain.get("environment"), plain.get("env_file")
    pairs = [(str(key), str(value)) for key, value in held.items()] if isinstance(held, dict) else []
    pairs += [(key, value) for one in (held if isinstance(held, tuple) else ()) for key, _, value in (str(one).partition("="),)]
    names = files if isinstance(files, tuple) else (files,)
    return any(_STAGE.search(key) and _IN_DEVELOPMENT.fullmatch(value) for key, value in pairs) or any(
        isinstance(one, str) and _ENV_FILE.search(one) for one in names
    )


def is_for_developers(path: str, data: bytes) -> bool:
    """Whether the comment that the file begins with says so, and neither it nor the file's name speaks of production."""
    found = _HEAD.match(data[:2_000])
    head = found[0].lower() if found is not None else b""
    if _NOT_FOR_PRODUCTION.search(head.replace(b"\n#", b"")) and not _PRODUCTIVE.search(path):
        return True
    return bool(_DEVELOPERS.search(head)) and b"prod" not in head and not _PRODUCTIVE.search(path)


def _service(
    name: str, service: Value, place: Span, path: str, resolver: Resolver, environment: str
) -> Iterator[ContainerLog | ConfiguredHandler]:
    entries = {key: (one, at) for key, one, at in resolver.entries(service)}
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
    yield from _sending(f"the logging of {name}", told, options, at, environment)


def _sending(name: str, driver: str, options: dict[str, Setting], at: Span, environment: str) -> Iterator[ConfiguredHandler]:
    """A driver that sends, as a handler."""
    if driver in _SENDING:
        handler = Handler(name, at, f"docker.{driver}", at, options=options)
        around = LogPipeline("container", at, environment, handlers={handler.name: handler}, partial="the driver alone")
        yield ConfiguredHandler(at, around, handler)


def _lasts(entries: dict[object, tuple[Value, Span]], resolver: Resolver) -> bool:
    """Whether Docker starts it again whenever it ends."""
    restart = resolver.setting(entries["restart"][0]).value if "restart" in entries else None
    return restart in ("always", "unless-stopped") or "deploy" in entries


def _daemon(entries: dict[object, Value], document: Value, path: str, resolver: Resolver) -> Iterator[ContainerLog | ConfiguredHandler]:
    driver = resolver.setting(entries["log-driver"]) if "log-driver" in entries else None
    options = {str(key): resolver.setting(one) for key, one, _ in resolver.entries(entries["log-opts"])} if "log-opts" in entries else {}
    span = driver.span if driver is not None else document.span
    told = str(driver.value) if driver is not None and driver.value else "json-file"
    environment = environment_of(path)
    yield ContainerLog(span, "", "daemon", told, options, driver.unknown if driver is not None else "", environment)
    yield from _sending("the Docker daemon", told, options, span, environment)


READER = Reader("compose", names=_NAMES, words=_WORDS, file=_read)
