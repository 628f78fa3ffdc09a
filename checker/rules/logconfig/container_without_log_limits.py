"""A container keeps its log without bound

A compose service whose standard output goes to Docker's `json-file` driver without `max-size`.

## Why it matters

Docker keeps all of it on the host's disk until that is full; then every container on the host fails (CWE-400).

## How to fix it

Give the service `logging: {driver: local}`, or `options: {max-size: 10m, max-file: '5'}`.

## Examples

```python
# file: docker-compose.yaml
services:
  shop:
    image: shop:1.4
    logging:  # expect: max-size
      driver: json-file
```

```python
# file: docker-compose.yaml
services:
  shop:
    image: shop:1.4
    logging:
      driver: json-file
      options: {max-size: 10m, max-file: "5"}
```

## Settings

`environments`: which compose files are judged. The default is `["production"]`.

Without any `logging` the daemon's own settings may limit it: that is told once for a file and its variants beside it, with medium
confidence where a service has `restart: always`, `unless-stopped` or `deploy`, so that it runs for long, where the file is called so for
production (`compose.prod.yml`, a folder `deploy`), where a variable states it (`APP_ENV: production`), or where a proxy of it takes
connections from outside by port 443, else with low. Low it is also for a developer's file: one that mounts the working copy and keeps no
proxy running (or switches `DEBUG` on beside it), or keeps nothing but databases and brokers running. An image of a registry whose version
is filled in (`registry.shop.example/shop:${VERSION}`) is a release. A compose file of a documentation is judged where its folder says
that it is installed or deployed (`docs/install/docker`).

## See also

`unrotated-log-file`. [CWE-400](https://cwe.mitre.org/data/definitions/400.html).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from checker.logconfig.environment import is_in_the_making
from checker.logconfig.starts import is_developed
from checker.logconfig.surroundings import ComposeService, ContainerLog, EnvironmentVariable
from checker.logconfig.values import ELLIPSIS
from checker.model import Confidence, Parameters, Severity
from checker.remembering import of_the_last
from checker.rule import Message, rule

_NAMED = 3
_PRODUCTION = re.compile(r"(?<![a-z])(?:prod(?!uct(?!ion))|live|deploy)", re.IGNORECASE)
_BY_ITSELF = re.compile(r"(?:docker-)?compose\.ya?ml$")
_OF_VARIANTS = re.compile(r"(?:^|/)(?:docker-)?compose$")
_DEBUG = re.compile(r"(?:^|_)DEBUG$")
_IN_PRODUCTION = frozenset(("production", "prod"))
_IN_DEVELOPMENT = frozenset(("development", "dev", "local", "debug", "test", "testing"))
_SERVES = re.compile(r"gunicorn|\buwsgi\b")
_BESIDE = re.compile(
    r"(?:^|/)(?:postgres|postgis|pgvector|timescaledb|mysql|mariadb|mongo|redis|valkey|memcached|rabbitmq|elasticsearch|opensearch|kibana|kafka"
    r"|zookeeper|minio|localstack|pgadmin4?|adminer|phpmyadmin|mongo-express|redisinsight|redis-commander|mailhog|mailpit|maildev)(?:[:@]|$)"
)
"""What a developer has beside the code that runs from the working copy: databases, brokers, and tools to look into them."""
_PROXIES = re.compile(r"(?:^|[/-])(?:nginx|caddy|traefik|haproxy|httpd|swag|openresty)(?:-[\w.-]{1,60})?(?:[:@]|$)")
"""What stands before a service where others come to it."""
_LOOPBACK = re.compile(r"127\.|\[::1\]")
_ENCRYPTED, _PLAIN = "443", "80"


@rule(
    "LP525",
    "container-without-log-limits",
    fact=ContainerLog,
    severity=Severity.MEDIUM,
    confidence=Confidence.HIGH,
    cwe=(400, 779),
    owasp=("A09:2021", "A09:2025"),
    asvs=("16.4.2",),
    environments=["production"],
)
def container_without_log_limits(log: ContainerLog, project: Any, parameters: Parameters) -> Iterator[Message]:
    """One finding for a container whose driver keeps everything."""
    if log.unknown or log.driver not in ("", "json-file"):
        return
    size = log.options.get("max-size")
    if size is not None and (size.unknown or str(size.value) not in ("-1", "0")):
        return
    if log.kind == "compose" and log.driver == "" and not log.options:
        yield from _by_default(log, project)
        return
    same = _inheriting(project.configured.facts).get((log.span.path, log.span.line, log.environment), [log])
    if log is not same[0]:
        return
    names = [one.service for one in same]
    owner = "the Docker daemon" if log.kind != "compose" else f"the service {names[0]}" if len(names) == 1 else _listed(names)
    verb = "keeps its log" if len(names) == 1 else "keep their logs"
    yield Message(f"{owner} {verb} without bound: " + ("there is no `max-size`" if size is None else f"`max-size` is {size.value}"))


def _listed(names: list[str]) -> str:
    """The first names, and how many there are beside them."""
    return ", ".join(names[:_NAMED]) + (f" and {len(names) - _NAMED} more" if len(names) > _NAMED else "")


@of_the_last
def _inheriting(facts: tuple[Any, ...]) -> dict[tuple[str, int, str], list[ContainerLog]]:
    """The services of a compose file that have one `logging` among them, by an anchor or `extends`, by its place: it is mended once."""
    found: dict[tuple[str, int, str], list[ContainerLog]] = {}
    for one in facts:
        if isinstance(one, ContainerLog) and one.kind == "compose" and (one.driver or one.options) and not one.unknown:
            found.setdefault((one.span.path, one.span.line, one.environment), []).append(one)
    return found


def _by_default(log: ContainerLog, project: Any) -> Iterator[Message]:
    """One finding for all services that say nothing, of a file and of its variants beside it, at the first of those that run for months."""
    silent = _silent(project.configured.facts)
    same = silent[log.span.path]
    if log is not next((one for one in same if one.lasting), same[0]):
        return
    lasting = [one for one in same if one.lasting]
    deployed = bool(_PRODUCTION.search(log.span.path)) or _is_deployed(lasting, log.span.path, project)
    names = [one.service for one in lasting or same]
    others: dict[str, set[str]] = {}
    for other in (one for services in silent.values() for one in services):
        if other.environment == log.environment and _told_in(other, same):
            others.setdefault(other.span.path, set()).add(other.service)
    if any(2 * len(told & set(names)) >= len(names) for told in others.values()):
        return
    told = _listed(names)
    verb = "keeps its log" if len(names) == 1 else "keep their logs"
    yield Message(
        f"{told} {verb} without bound: there is no `logging`, and Docker's `json-file` has no `max-size`",
        severity=Severity.LOW, confidence=Confidence.MEDIUM if deployed else Confidence.LOW,
    )  # fmt: skip


@of_the_last
def _silent(facts: tuple[Any, ...]) -> dict[str, list[ContainerLog]]:
    """The services that say nothing of their log, by the file."""
    found: dict[str, list[ContainerLog]] = {}
    for one in facts:
        if isinstance(one, ContainerLog) and one.kind == "compose" and not (one.driver or one.options or one.unknown):
            found.setdefault(one.span.path, []).append(one)
    return found


def _told_in(other: ContainerLog, same: list[ContainerLog]) -> bool:
    """Whether most services of a file are told of in another one: in its folder that for production, or the first; or in a variant of it.

    A folder of compose files beside the one that Docker takes by itself holds variants of that.

    Variants of one deployment also stand in folders beside each other, each as the file that Docker takes by itself.
    """
    (folder, _, name), (own, _, mine) = other.span.path.rpartition("/"), same[0].span.path.rpartition("/")
    if not other.lasting or other.span.path == same[0].span.path:
        return False
    if folder == own:
        return _place(other.span.path) < _place(same[0].span.path)
    if _OF_VARIANTS.search(own) and folder == own.rpartition("/")[0] and _BY_ITSELF.match(name):
        return True
    beside = folder.rpartition("/")[0] == own.rpartition("/")[0] != "" and name == mine
    return beside and (len(folder), folder) < (len(own), own)


def _place(path: str) -> tuple[int, str]:
    """First what is called so for production, then the file that Docker takes by itself, then its variants."""
    name = path.rpartition("/")[2]
    return (0 if _PRODUCTION.search(name) else 1 if _BY_ITSELF.match(name) else 2), path


def _is_deployed(lasting: list[ContainerLog], path: str, project: Any) -> bool:
    """Whether it is no developer's file: its own services run for long and are not mounted from the working copy, or others come to it."""
    services = [one for one in project.configured.facts if isinstance(one, ComposeService) and one.span.path == path]
    if any(is_in_the_making(one.image) for one in services):
        return False
    names = {one.service for one in lasting}
    debugged = {one.service for one in project.configured.facts if isinstance(one, EnvironmentVariable) and _is_debugged(one, path)}
    developed = any(is_developed(one) and not (_SERVES.search(one.command) and one.name not in debugged) for one in services)
    if any(_is_entrance(one, _PLAIN) or _is_released(one) for one in services if one.name in names):
        return True
    if developed or not lasting:
        return not developed and (any(_is_entrance(one, _ENCRYPTED) for one in services) or _is_stated(services))
    kept = [one for one in services if one.name in names]
    return not kept or not all(_BESIDE.search(one.image) for one in kept)


def _is_debugged(variable: EnvironmentVariable, path: str) -> bool:
    """Whether it switches ``DEBUG`` on for a service of a compose file."""
    on = str(variable.value.value).lower() in ("1", "true", "on", "yes")
    return variable.source == "compose" and variable.span.path == path and bool(_DEBUG.search(variable.name)) and on


def _is_stated(services: list[ComposeService]) -> bool:
    """Whether a variable of a service says that it is in production, and none that one is being developed."""
    stated = {stage for one in services for stage in one.stages}
    return not stated.isdisjoint(_IN_PRODUCTION) and stated.isdisjoint(_IN_DEVELOPMENT)


def _is_released(service: ComposeService) -> bool:
    """Whether it is the project's own image from its registry, of the version that is asked for."""
    return ELLIPSIS in service.image.rpartition(":")[2] and "." in service.image.partition("/")[0] and service.context is None


def _is_entrance(service: ComposeService, port: str) -> bool:
    """Whether a proxy takes what comes to the machine from outside, by that port or encrypted."""
    ports = {inside for address, inside in service.ports if not _LOOPBACK.match(address)}
    return bool(_PROXIES.search(service.image)) and not ports.isdisjoint({port, _ENCRYPTED})
