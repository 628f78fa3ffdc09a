"""Signs that a service runs in several processes: gunicorn's settings, command lines with ``--workers``, ``uvicorn.run(workers=...)``."""

from __future__ import annotations

from collections.abc import Iterator

from checker import patterns as re
from checker.logconfig.environment import environment_of
from checker.logconfig.evaluate.running import Ran
from checker.logconfig.model import PRODUCTION
from checker.logconfig.reader import Reader
from checker.logconfig.readers.gunicorn_conf import is_settings
from checker.logconfig.surroundings import Workers
from checker.logconfig.text.commands import command_lines, is_comment, is_told_of
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
_CORES = re.compile(rb"\bcpu_count\(")
_RUNNER = re.compile(
    rb"^[^#\n]{0,200}?(?P<told>(?P<listed>[\"']workers[\"']\s{0,4}:)|[\"'](?:--workers|-w)[\"'],)\s{0,4}"
    rb"(?:[\"']?(?P<count>\d{1,4})\b|\(?(?:\w{1,40}\.)?cpu_count\()",
    re.MULTILINE,
)
_MODULE = re.compile(r"(?<![\w./=-])(?P<module>[A-Za-z_]\w{0,60}(?:\.[A-Za-z_]\w{0,60}){0,8})(?::\w+(?:\(\))?|(?<=[aw]sgi)(?=[\s\"']|$))")
"""``shop.main:app``, ``shop.wsgi``"""
_LARGEST = 200_000


def _read(path: str, data: bytes) -> Iterator[Workers]:
    if len(data) > _LARGEST or environment_of(path) != PRODUCTION:
        return
    uwsgi = False
    whole = lines(readable(data))
    for number, text in enumerate(whole, 1):
        uwsgi = uwsgi or text.strip() == "[uwsgi]"
        command = _COMMAND.search(text)
        command = None if command is not None and is_told_of(text, command.start()) else command
        found = _counted(whole, number, command) if command else _UWSGI.match(text) if uwsgi else None
        if found and int(found["count"]) > 1 and not is_comment(text):
            server = command["server"] if command else "uWSGI"
            place = Span(path, number, 1, number, len(text.rstrip()) + 1)
            yield Workers(place, server, f"{found['count']} worker processes", _application(whole, number, command))


def _counted(whole: list[str], number: int, command: re.Match[str]) -> re.Match[str] | None:
    """How many processes a command says, in its line or in those that continue it."""
    here = _COUNT.search(command["rest"])
    if here is not None:
        return here
    further = list(command_lines(whole, number, len(whole) + 1, command.start()))[1:]
    return next((match for _, line in further if (match := _COUNT.search(line))), None)


def _application(whole: list[str], number: int, command: re.Match[str] | None) -> str:
    """The module that a command serves."""
    further = command_lines(whole, number, len(whole) + 1, command.start()) if command is not None else ()
    named = next((match for _, line in further if (match := _MODULE.search(line))), None)
    return named["module"] if named is not None else ""


def _started_by_code(path: str, data: bytes) -> Iterator[Workers]:
    """A runner of its own: a subclass of gunicorn's application with its options, or a command that is put together as a list."""
    server = next((one.decode() for one in (b"gunicorn", b"uvicorn", b"hypercorn") if one in data), "")
    for match in _RUNNER.finditer(data) if server else ():
        if (match["listed"] and b"BaseApplication" not in data) or (match["count"] or b"2") in (b"0", b"1"):
            continue
        line = data.count(b"\n", 0, match.start("told")) + 1
        told = f"{match['count'].decode()} worker processes" if match["count"] else "several worker processes"
        yield Workers(Span(path, line, 1, line, 1), server, told)


def _line(ran: Ran, span: Span) -> bytes:
    whole = (ran.shared.sources.data(span.path) or b"").splitlines()
    return whole[span.line - 1] if span.line <= len(whole) else b""


def _of_python(ran: Ran) -> Iterator[Workers]:
    for event in ran.events():
        workers = event.keywords.get("workers") if event.callee in ("uvicorn.run", "uvicorn.Config") else None
        if workers is not None and isinstance(workers.data, int) and workers.data > 1:
            yield Workers(workers.span, "uvicorn", f"{workers.data} worker processes")
        elif workers is not None and _CORES.search(_line(ran, workers.span)):
            yield Workers(workers.span, "uvicorn", "several worker processes")
    for path in ran.paths:
        if environment_of(path) == PRODUCTION:
            yield from _started_by_code(path, ran.shared.sources.data(path) or b"")
        scope = ran.machine(path).scopes.get(path)
        count = scope.names.get("workers") if scope is not None and is_settings(path) else None
        if count is not None and (not isinstance(count.data, int) or count.data > 1):
            told = f"{count.data} worker processes" if isinstance(count.data, int) else "several worker processes"
            yield Workers(count.span, "gunicorn", told)


READER = Reader("processes", python=_of_python, names=COMMANDS, words=_WORDS, file=_read)
