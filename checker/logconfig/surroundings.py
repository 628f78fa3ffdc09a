"""What stands around a logging configuration: containers, services, images, variables, rotation, servers and their processes."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from checker.logconfig.model import PRODUCTION, Setting
from checker.model import Span

CELERY = "celery"
"""The name of its workers in `Workers`."""


class ContainerLog(msgspec.Struct, frozen=True):
    """How a container's standard output is kept: a compose service, a Kubernetes pod, a Docker daemon's defaults."""

    span: Span
    service: str
    kind: str
    """``compose``, ``kubernetes``, ``daemon``"""
    driver: str
    """``""`` for the daemon's default."""
    options: Mapping[str, Setting] = msgspec.field(default_factory=dict)
    unknown: str = ""
    environment: str = PRODUCTION
    lasting: bool = False
    """Whether it is started again whenever it ends, as what runs for months is."""


class ComposeService(msgspec.Struct, frozen=True):
    """A service of a compose file. No rule's business: it shows what writes where, and what sees it there."""

    span: Span
    name: str
    image: str
    context: str | None
    """The folder that it is built from, from the project's root; ``None`` where it is not built."""
    mounts: tuple[tuple[str, str], ...] = ()
    """A volume's name or a folder of the host, and where it lies inside."""
    container: str = ""
    """``container_name``"""
    command: str = ""
    """What it runs, where that is said here."""
    environment: str = PRODUCTION
    network: str = ""
    """``network_mode``: with ``host`` it has the machine's addresses, else one of its own."""
    ports: tuple[tuple[str, str], ...] = ()
    """Ports that the machine passes on: the address of the machine, ``""`` for all of them, and the port inside."""
    recipe: str = ""
    """The Dockerfile that it is built by, from the project's root; ``""`` where it is not built."""
    stages: tuple[str, ...] = ()
    """Where it runs as its variables say: ``production`` for ``APP_ENV: production``."""


class BuiltImage(msgspec.Struct, frozen=True):
    """A Dockerfile that adds to somebody else's log shipper. No rule's business: it shows what a built service runs."""

    span: Span
    """Of its last ``FROM``, whose file is the Dockerfile."""
    image: str
    """The image that it begins with."""
    copied: tuple[str, ...] = ()
    """Names of the files that it copies in."""
    volumes: bool = False
    """Whether it declares volumes of its own."""


class EnvironmentVariable(msgspec.Struct, frozen=True):
    """A variable that the project sets where it is deployed: in a compose file, a manifest, a file of variables, a Dockerfile, a unit."""

    span: Span
    """Of its value."""
    name: str
    value: Setting
    source: str
    """``compose``, ``kubernetes``, ``unit``, ``file``, ``image``"""
    folder: str = ""
    """The folder whose code gets it, from the project's root."""
    service: str = ""
    """The compose service, or the ConfigMap whose key it is."""
    environment: str = PRODUCTION
    """``""`` for a bare ``.env`` that nothing names."""


def in_config_map(name: str, key: str) -> str:
    """Why a variable's value is not known that a Kubernetes ConfigMap holds."""
    return f"the key {key} of the ConfigMap {name}"


class EnvironmentFile(msgspec.Struct, frozen=True):
    """A file of variables that a compose service names. No rule's business: it shows where the file is used."""

    span: Span
    path: str
    environment: str = PRODUCTION


class Rotation(msgspec.Struct, frozen=True):
    """What logrotate does to files."""

    span: Span
    patterns: tuple[str, ...]
    options: Mapping[str, Setting] = msgspec.field(default_factory=dict)


class Workers(msgspec.Struct, frozen=True):
    """A sign that the service runs in several processes."""

    span: Span
    server: str
    """``gunicorn``"""
    told: str
    """``4 worker processes``"""
    application: str = ""
    """The module that the command names: ``shop.wsgi``; ``""`` where it names none."""
    modules: frozenset[str] = frozenset()
    """Paths of the files of that module, and of all that it imports."""
    several: bool = True
    """``False`` for Celery's workers that a command line keeps in one process."""


class Server(msgspec.Struct, frozen=True):
    """A web server that a command line or a call starts. No rule's business: it shows which access log is written."""

    span: Span
    name: str
    """``uvicorn`` or ``gunicorn``"""
    access: bool
    """Whether it writes an access log."""
    file: Setting | None = None
    """The access log's file, ``-`` for stdout."""
    format: Setting | None = None
    """That of its lines, where it is not the default."""
    off: str = ""
    """What keeps the access log from being written."""


class Started(msgspec.Struct, frozen=True):
    """A Python file that a command line of production starts. No rule's business: it shows whether what only scripts do is done there."""

    span: Span
    folder: str
    """The folder of the file with the command, from the project's root."""
    script: str
    """As it is written: ``app.py``, or ``shop.app`` after ``-m``."""
    image: bool = False
    """Whether it is an image's own command, in the place of which a compose file may put another."""


class LogVolume(msgspec.Struct, frozen=True):
    """A volume that ends with its pod (Kubernetes ``emptyDir``), mounted where logs are written."""

    span: Span
    name: str
    path: str
    """Where the writing container mounts it."""
    writer: str
    others: tuple[str, ...]
    """The other containers of the pod that mount it."""
    limited: bool
    """Whether it has a ``sizeLimit``."""
    environment: str = PRODUCTION


class CeleryWorkers(msgspec.Struct, frozen=True):
    """A Celery application whose workers take the root logger's handlers away."""

    span: Span
