"""Signs that a service runs in several processes: gunicorn's settings, command lines with ``--workers``, ``uvicorn.run(workers=...)``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.logconfig.environment import environment_of
from checker.logconfig.evaluate.running import Ran
from checker.logconfig.facts import Workers
from checker.logconfig.model import PRODUCTION
from checker.logconfig.reader import Reader
from checker.model import Span
from checker.text import lines, readable

_NAMES = re.compile(
    r"(?:^|/)(?:Procfile|Dockerfile|[\w.-]*Dockerfile[\w.-]*|entrypoint|[\w.-]+\.(?:sh|service|ya?ml|ini|conf|toml)|gunicorn[\w.-]*)(?:\.\w+)?$"
)
_WORDS = re.compile(rb"gunicorn|uvicorn|hypercorn|uwsgi|granian")
_COMMAND = re.compile(r"\b(?P<server>gunicorn|uvicorn|hypercorn|granian|uwsgi)\b(?P<rest>.*)")
_COUNT = re.compile(r"(?:--workers|--processes|(?<!\w)-w|(?<!\w)-p)(?:\s+|=|\"\s*,\s*\"|'\s*,\s*')\"?(?P<count>\d+)\b")
_UWSGI = re.compile(r"^\s*(?:processes|workers)\s*=\s*(?P<count>\d+)\s*$")
_LARGEST = 200_000


def _read(path: str, data: bytes) -> Iterator[Workers]:
    if len(data) > _LARGEST or environment_of(path) != PRODUCTION:
        return
    uwsgi = False
    for number, text in enumerate(lines(readable(data)), 1):
        uwsgi = uwsgi or text.strip() == "[uwsgi]"
        command = _COMMAND.search(text)
        match = _COUNT.search(command["rest"]) if command else _UWSGI.match(text) if uwsgi else None
        if match and int(match["count"]) > 1 and not text.lstrip().startswith(("#", ";")):
            server = command["server"] if command else "uWSGI"
            yield Workers(Span(path, number, 1, number, len(text.rstrip()) + 1), server, f"{match['count']} worker processes")


def _of_python(ran: Ran) -> Iterator[Workers]:
    for event in ran.events():
        workers = event.keywords.get("workers") if event.callee in ("uvicorn.run", "uvicorn.Config") else None
        if workers is not None and isinstance(workers.data, int) and workers.data > 1:
            yield Workers(workers.span, "uvicorn", f"{workers.data} worker processes")
    for path in ran.paths:
        name = path.rpartition("/")[2]
        scope = ran.machine(path).scopes.get(path)
        count = scope.names.get("workers") if scope is not None and "gunicorn" in name else None
        if count is not None and (not isinstance(count.data, int) or count.data > 1):
            told = f"{count.data} worker processes" if isinstance(count.data, int) else "several worker processes"
            yield Workers(count.span, "gunicorn", told)


READER = Reader("processes", python=_of_python, names=_NAMES, words=_WORDS, file=_read)
