"""Celery: whether its workers take the root logger's handlers away.

`celery.app.log.Logging.setup_logging_subsystem` (5.7) does so unless something is connected to the signal ``setup_logging``, or
``worker_hijack_root_logger`` (``CELERY_WORKER_HIJACK_ROOT_LOGGER``, before Celery 4 ``CELERYD_HIJACK_ROOT_LOGGER``) is off.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.logconfig.evaluate.running import Ran
from checker.logconfig.facts import CeleryWorkers
from checker.logconfig.reader import Reader
from checker.model import Span

_APP = re.compile(rb"^[ \t]*\w+\s*(?::[^=\n]+)?=\s*(?:celery\.)?Celery\(", re.MULTILINE)
_LEAVES = re.compile(
    rb"hijack_root_logger[\"']?\s*[:=]\s*(?:False|0)\b|HIJACK_ROOT_LOGGER[\"']?\s*[:=]\s*(?:False|0)\b|\bsetup_logging\.connect\b"
    rb"|@(?:celery\.)?(?:signals\.)?setup_logging\.connect|from celery\.signals import[^\n]*\bsetup_logging\b",
    re.IGNORECASE,
)


def _read(ran: Ran) -> Iterator[CeleryWorkers]:
    """One for each application, unless some file of the project keeps Celery from it."""
    apps: list[Span] = []
    for path in ran.paths:
        data = ran.shared.sources.data(path) or b""
        if _LEAVES.search(data):
            return
        match = _APP.search(data)
        if match:
            line = data.count(b"\n", 0, match.start()) + 1
            apps.append(Span(path, line, 1, line, len(match[0].splitlines()[-1]) + 1))
    yield from map(CeleryWorkers, apps[:1])


READER = Reader("celery", python=_read)
