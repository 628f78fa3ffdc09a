"""Command lines of servers: the level and the log files that gunicorn, uvicorn, hypercorn and Celery are started with.

In Procfiles, Dockerfiles, shell scripts, units, and in ``command`` and ``args`` of compose and Kubernetes files, on one line or as a list.
A level of uvicorn is that of its own loggers, one of a Celery worker that of the root logger.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from checker import patterns as re
from checker.logconfig.environment import environment_of
from checker.logconfig.model import DEVELOPMENT, PRODUCTION, Handler, Logger, LogPipeline, Reference, Setting
from checker.logconfig.reader import Reader
from checker.logconfig.readers.compose import is_for_developers
from checker.logconfig.readers.gunicorn_conf import pipeline
from checker.logconfig.text.commands import command_lines, is_comment
from checker.model import Span
from checker.text import lines, readable

_NAMES = re.compile(
    r"(?:^|/)(?:Procfile|Dockerfile|[\w.-]*Dockerfile[\w.-]*|entrypoint|[\w.-]*entrypoint[\w.-]*\.sh|[\w.-]+\.(?:sh|service|ya?ml))$"
    r"|(?:^|/)(?:[\w.-]*supervis[\w.-]*|supervis[\w.-]*/(?:[\w.-]+/)?[\w.-]+)\.(?:conf|ini)(?:\.\w+)?$"
)
_WORDS = re.compile(rb"--log-?level|--access-logfile|--error-logfile|--log-file|\bcelery\b[^\n]*\s-l\b")
_SERVER = re.compile(r"(?<![\w./-])(?:[\w./-]*/)?(?P<server>gunicorn|uvicorn|hypercorn|celery)(?:-?3)?(?=[\s\"',\]]|$)")
_BETWEEN = r"(?:\s*=\s*|\s+|[\"']\s*,\s*[\"'])[\"']?"
_LEVEL = re.compile(rf"(?:--log-?level|(?<=\s)-l){_BETWEEN}(?:(?P<level>[A-Za-z]+)\b|\$\{{?(?P<name>\w+)(?::?-(?P<default>\w+))?)")
_FILES = re.compile(rf"--(?P<name>access-logfile|error-logfile|log-file){_BETWEEN}(?P<file>-(?=[\s\"']|$)|/[\w./-]+|[\w./-]+\.log)")
_DEVELOPING = re.compile(r"--reload\b|runserver|watchmedo|watchfiles|\bflask\s+run\b")
_OPTIONS = {"access-logfile": "accesslog", "error-logfile": "errorlog", "log-file": "errorlog"}
_LARGEST = 200_000


def _read(path: str, data: bytes) -> Iterator[LogPipeline]:
    if len(data) > _LARGEST:
        return
    text = lines(readable(data))
    composed = path.endswith((".yml", ".yaml")) and is_for_developers(path, data)
    starts = [(number, match) for number, line in enumerate(text, 1) if not is_comment(line) and (match := _SERVER.search(line))]
    for at, (number, match) in enumerate(starts):
        end = starts[at + 1][0] if at + 1 < len(starts) else len(text) + 1
        made = _command(match["server"], number, command_lines(text, number, end, match.start()), path)
        if made is not None:
            yield replace(made, environment=DEVELOPMENT) if composed and made.environment == PRODUCTION else made


def _command(server: str, number: int, found: Iterator[tuple[int, str]], path: str) -> LogPipeline | None:
    given: dict[str, Setting] = {}
    environment = environment_of(path)
    for at, line in found:
        environment = DEVELOPMENT if _DEVELOPING.search(line) and environment == PRODUCTION else environment
        level = _LEVEL.search(line)
        if level and (server == "celery" or not level[0].startswith("-l")):
            given["loglevel"] = _level(path, at, level)
        for match in _FILES.finditer(line) if server in ("gunicorn", "hypercorn") else ():
            given[_OPTIONS[match["name"]]] = Setting(match["file"], _span(path, at, match, "file"))
    if not given:
        return None
    start = min(one.span for one in given.values())
    if server in ("gunicorn", "hypercorn"):
        return _placed(pipeline(start, given), environment)
    return _other(server, given["loglevel"], environment) if "loglevel" in given else None


def _level(path: str, number: int, match: re.Match[str]) -> Setting:
    """The level that a command gives, or the variable that says it, with its default where it has one."""
    if match["level"]:
        return Setting(match["level"].upper(), _span(path, number, match, "level"))
    span, reason = _span(path, number, match, "name"), f"the environment variable {match['name']}"
    return Setting(match["default"].upper(), span, "", reason) if match["default"] else Setting(None, span, reason)


def _placed(made: LogPipeline, environment: str) -> LogPipeline:
    return LogPipeline("command", made.span, environment, made.loggers, made.handlers, made.formatters, partial=made.partial)


def _other(server: str, level: Setting, environment: str) -> LogPipeline:
    name = {"celery": "", "uvicorn": "uvicorn"}[server]
    handler = Handler(f"{server}'s console", level.span, "logging.StreamHandler", level.span, builtin=True)
    logger = Logger(name, level.span, level, None, (Reference(handler.name, level.span),))
    return LogPipeline("command", level.span, environment, {name: logger}, {handler.name: handler}, partial="the application adds to it")


def _span(path: str, number: int, match: re.Match[str], group: str) -> Span:
    return Span(path, number, match.start(group) + 1, number, match.end(group) + 1)


READER = Reader("commands", names=_NAMES, words=_WORDS, file=_read)
