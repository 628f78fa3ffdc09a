"""Logging set up call by call: ``basicConfig``, ``addHandler``, ``setLevel``, ``propagate``, handlers that are made and given away.

One pipeline a file, always partial: other code may add to it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from checker import patterns as re
from checker.logconfig.building import Building
from checker.logconfig.environment import environment_of
from checker.logconfig.evaluate.running import Ran
from checker.logconfig.evaluate.scope import Event
from checker.logconfig.evaluate.statements import CAUGHT
from checker.logconfig.model import DEVELOPMENT, PRODUCTION, LogPipeline
from checker.logconfig.reach import unused
from checker.logconfig.reader import Reader
from checker.logconfig.resolve import only_outside_production
from checker.logconfig.serving import MAKES, serves
from checker.logconfig.uses import STARTS

_SCRIPT = re.compile(
    r"(?:^|[/._-])(?:examples?|scripts?|tools?|bench|demo|commands?|bin/|integration|migrations|alembic|third|contrib|vendor)"
    r"|cli(?:[/._-]|$)"
)
"""In the path of what is started by hand, now and then."""
_WEB = re.compile(
    rb"\b(?:flask|Flask|fastapi|FastAPI|django|aiohttp\.web|starlette|tornado|sanic|uvicorn|gunicorn|celery|falcon|bottle|pyramid)\b"
    rb"|\baiohttp import [^\n]{0,60}\bweb\b"
    rb"|^[ \t]*(?:import|from)[ \t]+(?:aiogram|telebot|telegram\.ext|pyrogram|telethon|vkbottle|discord|disnake|nextcord|hikari"
    rb"|slack_bolt|apscheduler|paho\.mqtt|aio_pika|pika|aiokafka|confluent_kafka|schedule)\b",
    re.MULTILINE,
)
"""What serves, or waits for messages or the clock: such a process runs for months."""
_LOGGING = r"(?:^|/)[\w-]*(?:logging|logger|log_?conf|logconfig|logs?_?setup)[\w-]*(?:/__init__)?\.py$|(?:^|/)(?:logs?|audit)\.py$"
_OF_LOGGING = re.compile(_LOGGING)
"""Modules of logging, by their names."""
_CALLED = re.compile(_LOGGING + r"|(?:^|/)[\w-]*[aw]sgi[\w-]*\.py$|(?:^|/)(?:main|bot|worker|__main__)\.py$")
"""Files that set a service's logging up, by their names."""
_COMMANDS = re.compile(rb"\.add_subparsers\(|^@click\.group\(|\btyper\.Typer\(", re.MULTILINE)
_PARSES = re.compile(rb"\b(?:optparse\.OptionParser|argparse\.ArgumentParser|OptionParser|ArgumentParser)\(")
_ROUTES = re.compile(rb"\.(?:route|get|post|register_blueprint|include_router|add_url_rule)\(")
_ASKED = re.compile(rb"[\"']--(?:verbose|quiet|debug)[\"']")
"""Whoever gives a command says how much it tells."""
_SERVES = re.compile(
    rb"\b(?:uvicorn|hypercorn|waitress|granian)\b|\bgunicorn\.app\b|\.run_app\(|\bserve_forever\(|\bapp\.run\(|run_polling\(|start_polling\("
    rb"|\b(?:asyncio|client|bot)\.run\(|\bWorker\("
)
"""What a command-line tool with several commands has in its file, and what starts a service."""
_STARTED_FROM = re.compile(r"(?:^|/)(?:app|application|api|cli|manage|run|serve|server|service|start)\.py$")
"""Further files that processes are started from, by their names."""


def _read(ran: Ran) -> Iterator[LogPipeline]:
    by_file: dict[tuple[str, str, str], list[Event]] = defaultdict(list)
    web = is_web(ran)
    for event in ran.events():
        if any(one.text.startswith(CAUGHT) for one in event.conditions):
            continue  # what is done where the real set-up failed
        environment = environment_of(f"{event.span.path}/{event.function}")
        if environment == PRODUCTION and only_outside_production(event.conditions):
            environment = DEVELOPMENT
        by_file[event.span.path, environment, unused(event.span.path, event.function, ran.uses)].append(event)
    for (path, environment, idle), events in by_file.items():
        made = Building(events, ran.started)
        if made.handlers or made.loggers or made.misread:
            yield LogPipeline(
                "code", made.span, environment, made.loggers, made.handlers, made.formatters, misread=tuple(dict.fromkeys(made.misread)),
                partial="it is set up in code", server=of_server(ran, path, web=web) and not _is_tried(ran, path, events),
                leads=_leads(ran, path), unapplied=idle,
                scripted=_is_scripted(ran, events),
            )  # fmt: skip


def is_web(ran: Ran) -> bool:
    """Whether the project is a web service, by what is imported where logging is set up, or by what it is started from or by.

    Of a module of logging without any other code nobody knows what it is for: it is judged as the service's that it is written for.
    """
    imported = any(_WEB.search(ran.shared.sources.data(path) or b"") for path in ran.paths)
    return imported or ran.commanded or _is_alone(ran) or serves(ran.shared.sources)


def _is_alone(ran: Ran) -> bool:
    return len(ran.shared.sources.paths) == 1 and all(_OF_LOGGING.search(path) for path in ran.paths)


def of_server(ran: Ran, path: str, *, web: bool) -> bool:
    """Whether what a file sets up is the service's, and not a script's."""
    data = ran.shared.sources.data(path) or b""
    asked = bool(_PARSES.search(data) and _ASKED.search(data)) and not _SERVES.search(data) and path not in ran.started
    named = bool(_CALLED.search(path)) or path.endswith("/__init__.py") or _is_kept_running(ran, path)
    near = bool(_WEB.search(data)) or (web and not asked and named)
    if near and b"__main__" in data and set(_WEB.findall(data)) == {b"django"} and path not in ran.started:
        return False  # a script that speaks of Django: a site is set up by its settings, and started by no such file
    if not _SERVES.search(data) and path not in ran.started:
        asks = b"__main__" in data and _PARSES.search(data) and not _ROUTES.search(data) and not named
        if _COMMANDS.search(data) or asks:
            return False  # a tool with commands, or a script that borrows what it needs of an application
    return near and not _SCRIPT.search(path.lower())


def _is_kept_running(ran: Ran, path: str) -> bool:
    """Whether an image, a unit or a server starts it, and no script that has it do something before."""
    command = ran.started.get(path)
    return command is not None and not command.path.endswith(".sh")


def _is_tried(ran: Ran, path: str, events: list[Event]) -> bool:
    """Whether it is done only where a module that others import is run by itself, to try it out: no command does so."""
    if path in ran.started or _CALLED.search(path) or _STARTED_FROM.search(path):
        return False
    guarded = all(any("__name__" in one.text for one in event.conditions) for event in events)
    return guarded and not _SERVES.search(ran.shared.sources.data(path) or b"") and ran.uses.imports(path)


def _is_scripted(ran: Ran, events: list[Event]) -> bool:
    """See `LogPipeline.scripted`; of a function that is not called after logging nobody knows who calls it."""
    names = {event.function.partition(".")[0] for event in events}
    callers = [ran.uses.of(name) for name in names] if all("log" in name.lower() for name in names) else [set[str]()]
    found = [ran.shared.sources.data(path) or b"" for path in sorted(set().union(*callers))] if all(callers) else []
    return bool(found) and all(b"__main__" in data and not MAKES.search(data) for data in found)


def _leads(ran: Ran, path: str) -> bool:
    """See `LogPipeline.leads`."""
    named = _CALLED.search(path) or _STARTED_FROM.search(path) or path in ran.started
    return bool(named) or bool(STARTS.search(ran.shared.sources.data(path) or b""))


READER = Reader("code", python=_read)
