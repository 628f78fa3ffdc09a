"""Celery: whether its workers take the root logger's handlers away, and whether they run in several processes.

`celery.app.log.Logging.setup_logging_subsystem` (5.7) does so unless something is connected to the signal ``setup_logging``, or
``worker_hijack_root_logger`` (``CELERY_WORKER_HIJACK_ROOT_LOGGER``, before Celery 4 ``CELERYD_HIJACK_ROOT_LOGGER``) is off.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker import patterns as re
from checker.logconfig.environment import environment_of
from checker.logconfig.evaluate.running import Ran
from checker.logconfig.model import PRODUCTION
from checker.logconfig.reader import Reader
from checker.logconfig.readers.processes import COMMANDS
from checker.logconfig.surroundings import CELERY, CeleryWorkers, Workers
from checker.logconfig.text.commands import command_lines, is_comment, is_told_of
from checker.model import Span
from checker.text import lines, readable

_APP = re.compile(rb"^[ \t]*\w+\s*(?::[^=\n]+)?=\s*(?:celery\.)?Celery\(", re.MULTILINE)
_CELERY = re.compile(rb"\bcelery\b[^\n]*\bworker\b")
_WORKER = re.compile(r"(?<![\w./-])celery[\"',\s](?:.*[\"',\s])?(?<!-A )(?<!--app )worker(?=[\"',\s\]]|$)")
_CONCURRENCY = re.compile(r"(?<!\w)(?:--concurrency|-c)(?:[=\s\"',]+|(?=\d))(?P<count>\d{1,9})\b")
_ALONE = re.compile(r"(?<!\w)(?:--pool|-P)[=\s\"',]*(?:solo|threads|gevent|eventlet)\b")
"""Pools within one process."""
_LARGEST, _SEVERAL = 200_000, 2
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


def _processes(path: str, data: bytes) -> Iterator[Workers]:
    """The command lines that start a worker with a pool of processes: it has one for each core unless ``--concurrency`` says otherwise."""
    if len(data) > _LARGEST or environment_of(path) != PRODUCTION:
        return
    whole = lines(readable(data))
    for number, text in enumerate(whole, 1):
        command = _WORKER.search(text) if "celery" in text and not is_comment(text) else None
        if command is None or is_told_of(text, command.start()):
            continue
        told = " ".join(line for _, line in command_lines(whole, number, len(whole) + 1, command.start()))
        count = _CONCURRENCY.search(told)
        alone = bool(_ALONE.search(told)) or (count is not None and int(count["count"]) < _SEVERAL)
        processes = (
            "one worker process" if alone else f"{count['count']} worker processes" if count is not None else "several worker processes"
        )
        yield Workers(Span(path, number, 1, number, len(text.rstrip()) + 1), CELERY, processes, several=not alone)


READER = Reader("celery", python=_read, names=COMMANDS, words=_CELERY, file=_processes)
