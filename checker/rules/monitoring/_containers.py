"""Which services of compose files run a program with a given configuration file, and what of a container lasts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from checker.logconfig.surroundings import ComposeService

OWN_START = re.compile(r"^(?:(?:/usr/bin/|/bin/)?(?:promtail|alertmanager)\s+)?-{1,2}[a-z][\w.-]*[= ][^|&;<>]*$|^$")
"""Started as the image starts it, or with options alone: no script that may fill a file in before."""


def services(project: Any) -> tuple[ComposeService, ...]:
    """All of them."""
    return tuple(fact for fact in project.configured.facts if isinstance(fact, ComposeService))


def running(path: str, image: re.Pattern[str], project: Any) -> Iterator[tuple[ComposeService, str]]:
    """Services of such an image that are given the file, itself or with its folder; and where it lies inside."""
    for one in services(project):
        if not image.search(one.image):
            continue
        for outside, inside in one.mounts:
            if outside == path or (outside and path.startswith(f"{outside}/")):
                yield one, inside + path.removeprefix(outside)
                break


def given(path: str, project: Any) -> Iterator[ComposeService]:
    """Every service that the file lies in, whatever its image is."""
    return (
        one
        for one in services(project)
        if any(outside == path or (outside and path.startswith(f"{outside}/")) for outside, _ in one.mounts)
    )


def lasts(path: str, service: ComposeService) -> bool:
    """Whether what the container writes at a path is still there when it is made anew."""
    return any(path == inside or path.startswith(inside.rstrip("/") + "/") for _, inside in service.mounts)
