"""Signs that a service runs in several processes: gunicorn's settings, command lines with ``--workers``, ``uvicorn.run(workers=...)``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.logconfig.environment import environment_of
from checker.logconfig.evaluate.running import Ran
from checker.logconfig.facts import Workers
from checker.logconfig.model import PRODUCTION
from checker.logconfig.reader import Reader
from checker.logconfig.readers.gunicorn_conf import is_settings
from checker.logconfig.text.commands import command_lines, is_comment
from checker.model import Span
from checker.text import lines, readable

COMMANDS = re.compile(
    r"(?:^|/)(?:Procfile|Dockerfile|[\w.-]*Dockerfile[\w.-]*|entrypoint|[\w.-]+\.(?:sh|service|ya?ml|ini|conf|toml)|gunicorn[\w.-]*)(?:\.\w+)?$"
)
"""Files that may hold the command that starts a service."""
_WORDS = re.compile(rb"gunicorn|uvicorn|hypercorn|uwsgi|granian")
_COMMAND = re.compile(r"\b(?P<server>gunicorn|uvicorn|hypercorn|granian|uwsgi)(?:_[a-z]{1,20})?\b(?P<rest>.*)")
_COUNT = re.compile(r"(?:--workers|--processes|(?<!\w)-w|(?<!\w)-p)(?:\s+|=|\"\s*,\s*\"|'\s*,\s*')\"?(?P<count>\d{1,9})\b")
_UWSGI = re.compile(r"^\s*(?:processes|workers)\s*=\s*(?P<count>\d{1,9})\s*$")
_LARGEST = 200_000


def _read(path: str, data: bytes) -> Iterator[Workers]:
    if len(data) > _LARGEST or environment_of(path) != PRODUCTION:
        return
    uwsgi = False
    whole = lines(readable(data))
    for number, text in enumerate(whole, 1):
        uwsgi = uwsgi or text.strip() == "[uwsgi]"
        command = _COMMAND.search(text)
        found = _counted(whole, number, command) if command else _UWSGI.match(text) if uwsgi else None
        if found and int(found["count"]) > 1 and not is_comment(text):
            server = command["server"] if command else "uWSGI"
            yield Workers(Span(path, number, 1, number, len(text.rstrip()) + 1), server, f"{found['count']} worker processes")


def _counted(whole: list[str], number: int, command: re.Match[str]) -> re.Match[str] | None:
    """How many processes a command says, in its line or in those that continue it."""
    here = _COUNT.search(command["rest"])
    if here is not None:
        return here
    further = list(command_lines(whole, number, len(whole) + 1, command.start()))[1:]
    return next((match for _, line in further if (match := _COUNT.search(line))), None)


def _of_python(ran: Ran) -> Iterator[Workers]:
    for event in ran.events():
        workers = event.keywords.get("workers") if event.callee in ("uvicorn.run", "uvicorn.Config") else None
        if workers is not None and isinstance(workers.data, int) and workers.data > 1:
            yield Workers(workers.span, "uvicorn", f"{workers.data} worker processes")
    for path in ran.paths:
        scope = ran.machine(path).scopes.get(path)
        count = scope.names.get("workers") if scope is not None and is_settings(path) else None
        if count is not None and (not isinstance(count.data, int) or count.data > 1):
            told = f"{count.data} worker processes" if isinstance(count.data, int) else "several worker processes"
            yield Workers(count.span, "gunicorn", told)


READER = Reader("processes", python=_of_python, names=COMMANDS, words=_WORDS, file=_read)
