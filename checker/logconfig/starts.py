"""Which of the project's files are started as scripts in production, by the commands of images, units and compose files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from checker.logconfig.model import PRODUCTION
from checker.logconfig.surroundings import ComposeService, Started
from checker.logconfig.text.commands import script_of
from checker.model import Span


def started(facts: Iterable[Any], paths: frozenset[str]) -> Mapping[str, Span]:
    """Path of each, and the place of the command."""
    made = list(facts)
    services = [one for one in made if isinstance(one, ComposeService) and one.context is not None]
    found: dict[str, Span] = {}
    for one in (*(one for one in made if isinstance(one, Started)), *_of_services(services)):
        if one.image and _replaced(one.folder, services):
            continue
        path = _file(one.script, one.folder, paths)
        if path:
            found.setdefault(path, one.span)
    return found


def _of_services(services: Iterable[ComposeService]) -> Iterator[Started]:
    for one in services:
        script = script_of(one.command) if one.environment == PRODUCTION and not is_developed(one) else ""
        if script:
            yield Started(one.span, one.context or "", script)


def _replaced(folder: str, services: Iterable[ComposeService]) -> bool:
    """Whether no compose file runs an image with its own command but a developer's."""
    mine = [one for one in services if one.context == folder and one.environment == PRODUCTION]
    return bool(mine) and all(one.command or is_developed(one) for one in mine)


def is_developed(service: ComposeService) -> bool:
    """Whether its source is mounted into it."""
    return service.context is not None and any(source in ("", ".", service.context) for source, _ in service.mounts)


def _file(script: str, folder: str, paths: frozenset[str]) -> str:
    names = [script.removeprefix("./")]
    if not script.endswith(".py"):
        stem = script.replace(".", "/")
        names = [f"{stem}.py", f"{stem}/__main__.py"]
    places = (f"{base}/{name}" if base else name for base in (folder, "", "src") for name in names)
    return next((one for one in places if one in paths), "")
