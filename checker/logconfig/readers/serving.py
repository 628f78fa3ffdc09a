"""Which server a service is started by, and what becomes of its access log: command lines, ``uvicorn.run``, gunicorn's settings in Python.

After uvicorn 0.54 (``--no-access-log``, ``--log-level``) and gunicorn 27 (``--access-logfile``, ``--access-logformat``, off by default).
"""

from __future__ import annotations

from collections.abc import Iterator

from checker import patterns as re
from checker.logconfig.environment import environment_of
from checker.logconfig.evaluate.running import Ran
from checker.logconfig.model import PRODUCTION, Setting
from checker.logconfig.reader import Reader
from checker.logconfig.readers.gunicorn_conf import settings
from checker.logconfig.resolve import Resolver
from checker.logconfig.surroundings import Server
from checker.logconfig.text.commands import command_lines, is_comment
from checker.model import Span
from checker.text import lines, readable

_NAMES = re.compile(r"(?:^|/)(?:Procfile|[\w.-]*Dockerfile[\w.-]*|entrypoint|[\w.-]+\.(?:sh|service|ya?ml))$")
_WORDS = re.compile(rb"uvicorn|gunicorn")
_SERVER = re.compile(r"(?<![\w./-])(?:[\w./-]*/)?(?P<server>gunicorn|uvicorn)(?=[\s\"',\]]|$)")
_APPLICATION = re.compile(r"[\s\"'\[,=](?:\w+\.)*\w+:\w+")
_GAP = r"(?:\s*=\s*|\s+|[\"']\s*,\s*[\"'])"
_OFF = re.compile(rf"--no-access-log|--log-level{_GAP}[\"']?(?:warning|error|critical)\b")
_FILE = re.compile(rf"--access-logfile{_GAP}[\"']?(?P<file>-(?=[\s\"',\]]|$)|[\w./${{}}-]+)")
_FORMAT = re.compile(rf"--access-logformat{_GAP}(?:\\?\"(?P<double>[^\n]*?)\\?\"|'(?P<single>[^'\n]*)')\s*(?:[\\,\]]|--|$)")
_LARGEST = 200_000
_QUIET = frozenset(("warning", "error", "critical", "WARNING", "ERROR", "CRITICAL"))


def _read(path: str, data: bytes) -> Iterator[Server]:
    if len(data) > _LARGEST or environment_of(path) != PRODUCTION:
        return
    text = lines(readable(data))
    for number, line in enumerate(text, 1):
        match = None if is_comment(line) else _SERVER.search(line)
        if match is None:
            continue
        told = "\n".join(one for _, one in command_lines(text, number, len(text) + 1, match.start()))
        if _APPLICATION.search(told):
            span = Span(path, number, match.start("server") + 1, number, match.end("server") + 1)
            yield _uvicorn(span, told) if match["server"] == "uvicorn" else _gunicorn(span, told)


def _uvicorn(span: Span, told: str) -> Server:
    off = _OFF.search(told)
    return Server(span, "uvicorn", off is None, Setting("-", span), None, off[0] if off else "")


def _gunicorn(span: Span, told: str) -> Server:
    file, form = _FILE.search(told), _FORMAT.search(told)
    written = Setting(form["double"] or form["single"] or "", span) if form else None
    if file is None:
        return Server(span, "gunicorn", False, None, written, "no --access-logfile")
    return Server(span, "gunicorn", True, Setting(file["file"], span), written)


def _of_settings(ran: Ran) -> Iterator[Server]:
    """gunicorn's settings in Python: ``accesslog`` and ``access_log_format``, which a command line may overrule."""
    for path, names in settings(ran):
        told = {name: Resolver().option(name, value) for name, value in names.items()}
        file, form = told.get("accesslog"), told.get("access_log_format")
        if file is not None and environment_of(path) == PRODUCTION:
            off = not file.unknown and not file.value
            yield Server(file.span, "gunicorn", not off, None if off else file, form, "accesslog is empty" if off else "")


def _of_python(ran: Ran) -> Iterator[Server]:
    yield from _of_settings(ran)
    for event in ran.events():
        if event.callee not in ("uvicorn.run", "uvicorn.Config"):
            continue
        access, level = event.keywords.get("access_log"), event.keywords.get("log_level")
        off = ""
        if access is not None and access.data is False:
            off = "access_log=False"
        elif level is not None and isinstance(level.data, str) and level.data in _QUIET:
            off = f"log_level={level.data!r}"
        yield Server(event.span, "uvicorn", not off, Setting("-", event.span), None, off)


READER = Reader("serving", python=_of_python, names=_NAMES, words=_WORDS, file=_read)
