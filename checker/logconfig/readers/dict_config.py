"""``logging.config.dictConfig`` in Python code, and dictionaries of its schema that another file or program applies."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from checker import patterns as re
from checker.logconfig.applying import applied
from checker.logconfig.dictconfig import is_configuration, parse
from checker.logconfig.environment import environment_of
from checker.logconfig.evaluate.running import Ran
from checker.logconfig.evaluate.scope import Cls, Event, Instance
from checker.logconfig.evaluate.variables import dumped
from checker.logconfig.imports import called_at, imported_before
from checker.logconfig.model import DEVELOPMENT, PRODUCTION, Logger, LogPipeline
from checker.logconfig.reach import unused
from checker.logconfig.reader import Reader
from checker.logconfig.readers import gunicorn_conf
from checker.logconfig.readers.django_settings import settings_modules
from checker.logconfig.resolve import Resolver, only_outside_production
from checker.logconfig.serving import started_from
from checker.logconfig.values import Choice, Conditions, Made, Map, Value
from checker.model import Span

_APPLY = {"logging.config.dictConfig": "config", "uvicorn.run": "log_config", "uvicorn.Config": "log_config"}

_ASGI = re.compile(rb"=\s*(?:\w{1,40}\.)?(?:FastAPI|Starlette|Litestar|Quart)\(")
_MADE = re.compile(rb"=\s*(?:\w{1,40}\.)?(?:FastAPI|Starlette|Litestar|Quart|\w{0,10}Flask|get_wsgi_application|falcon\.App)\(")
"""An application that a server imports."""
_WHOLE = 10**9
"""Below the last line of any module."""
_NAMED = re.compile(rb"^\w{1,60} {0,4}= {0,4}(?:logging\.)?getLogger\(['\"](?P<name>[\w.-]{1,100})['\"]\)", re.MULTILINE)
_DJANGO = "django/utils/log.py"
"""Django itself, whose defaults a project's settings are applied to."""


def _read(ran: Ran) -> Iterator[LogPipeline]:
    django = _of_django(ran) | gunicorn_conf.dictionaries(ran)
    taken = set(django)
    for event in ran.events():
        if event.callee in _APPLY and not event.span.path.endswith(_DJANGO):
            value = _configuration(event)
            if value is not None:
                there = existing(ran, event) if event.callee == "logging.config.dictConfig" else None
                own = set(django)  # one literal may be applied in several ways, each after other changes
                idle = unused(event.span.path, event.function, ran.uses)
                for made in _pipelines(value, event.conditions, f"{event.span.path}/{event.function}", own, there):
                    yield replace(made, unapplied=idle)
                taken |= own
        elif event.callee == "logging.config.fileConfig":
            yield from _of_file(ran, event)
    for value, name, function, conditions in _standing_alone(ran):
        if isinstance(value.data, Map) and not value.data.used and is_configuration(value, Resolver()):
            for made in _pipelines(value, conditions, f"{value.span.path}/{function}", taken):
                doubt = (
                    "what is done with it was not seen" if function else next((one.text for one in conditions if one.actual is None), "")
                )
                yield replace(made, partial=made.partial or doubt, awaits=name, unapplied=unused(value.span.path, function, ran.uses))


def _standing_alone(ran: Ran) -> Iterator[tuple[Value, str, str, Conditions]]:
    """Dictionaries that nobody was seen to apply, what names hold at the end, and literals; with the name, the function, the conditions."""
    for path in ran.paths:
        if path.endswith(_DJANGO):
            continue
        scope = ran.machine(path).scopes.get(path)
        held = [(name, value) for name, value in scope.names.items() if value.span.path == path] if scope else []
        yield from ((value, name, "", {}) for name, value in held)
        models = ((name, dumped(Instance(value.data, {}))) for name, value in held if isinstance(value.data, Cls))
        yield from ((value, name, "", {}) for name, value in models if value is not None)
        yield from ((one, "", function, when) for one, function, when in ran.machine(path).dictionaries if one.span.path == path)


def _of_django(ran: Ran) -> set[Span]:
    """The mappings that Django applies, so that they are not judged without its defaults."""
    taken: set[Span] = set()
    for _, _, value in settings_modules(ran):
        options = [one for _, one in value.data.options] if isinstance(value.data, Choice) else [value]
        taken |= {one.span for one in options}
    return taken


def existing(ran: Ran, event: Event) -> LogPipeline:
    """The loggers that certainly exist when a call applies a configuration: of its own module, and of those imported before."""
    path, line = event.span.path, event.span.line
    scope = ran.machine(path).scopes.get(path)
    made = {name: Logger(name, event.span, builtin=True) for name in (*_of_uvicorn(ran, path), *of_gunicorn(ran, path))}
    before = {(module, _WHOLE) for module in imported_before(ran.shared.sources, path, _WHOLE if event.function else line)}
    for module, end in sorted(before | _before_the_call(ran, event)):
        for name, at in _loggers_of(ran, module):
            if at < end:
                made[name] = Logger(name, Span(module, at, 1, at, 1), builtin=True)
    if scope is None or not event.function:
        return LogPipeline("dictConfig", event.span, loggers=made)
    for value in list(scope.names.values()):
        named = value.data.argument(0, "name") if isinstance(value.data, Made) and value.data.callee == "logging.getLogger" else None
        if named is not None and isinstance(named.data, str) and named.data not in ("", "root") and value.span.path == path:
            made[named.data] = Logger(named.data, value.span, builtin=True)
    return LogPipeline("dictConfig", event.span, loggers=made)


def _before_the_call(ran: Ran, event: Event) -> set[tuple[str, int]]:
    """The modules that have run when a function that sets logging up is called, where one other module calls it, each up to which line."""
    name, own = event.function.rpartition(".")[2], event.span.path
    callers = sorted(ran.uses.of(name) - {own}) if "log" in name.lower() else []
    line = called_at(ran.shared.sources, callers[0], name) if len(callers) == 1 and not _is_tool(callers[0]) else 0
    if not line:
        return set()
    return {(callers[0], line), *((one, _WHOLE) for one in imported_before(ran.shared.sources, callers[0], line) if one != own)}


def _of_uvicorn(ran: Ran, path: str) -> tuple[str, ...]:
    """The loggers that uvicorn has set up before it imports the application that a module makes."""
    served = "uvicorn" in ran.servers and _ASGI.search(ran.shared.sources.data(path) or b"")
    return ("uvicorn.access", "uvicorn.error") if served else ()


def of_gunicorn(ran: Ran, path: str) -> tuple[str, ...]:
    """The loggers that gunicorn has made before it imports the application, where that imports the module."""
    if "gunicorn" not in ran.servers:
        return ()
    sources = ran.shared.sources
    served = (one for one, data in started_from(sources) if _MADE.search(data))
    there = any(one == path or path in imported_before(sources, one, _WHOLE) for one in served)
    return ("gunicorn.access", "gunicorn.error") if there else ()


def _loggers_of(ran: Ran, module: str) -> Iterator[tuple[str, int]]:
    """Name and line of each logger that a module's own code makes: of its own name, and of names that stand there."""
    data = ran.shared.sources.data(module) or b""
    if module in ran.own_loggers:
        yield ran.own_loggers[module], data.count(b"\n", 0, data.find(b"getLogger(__name__)")) + 1
    named = (match for match in _NAMED.finditer(data) if match["name"] != b"root") if b"getLogger(" in data else ()
    for match in named:  # since Python 3.9 getLogger("root") is the root, which nothing disables
        yield match["name"].decode(), data.count(b"\n", 0, match.start()) + 1


def _of_file(ran: Ran, event: Event) -> Iterator[LogPipeline]:
    """What ``fileConfig`` does beside what the file says: unless it is told otherwise, it disables the loggers that exist."""
    given = event.argument(2, "disable_existing_loggers")
    setting = Resolver().setting(given) if given is not None else None
    if setting is not None and (setting.unknown or not setting.value):
        return
    lost = {name: replace(one, disabled=event.span) for name, one in existing(ran, event).loggers.items()}
    if lost or len(ran.shared.sources.paths) == 1:  # of a file alone nobody knows what is imported before
        environment = environment_of(f"{event.span.path}/{event.function}")
        yield LogPipeline(
            "fileConfig",
            event.span,
            environment,
            lost,
            disables=event.span,
            partial="the file says the rest",
            server=not _is_tool(event.span.path),
        )


def _is_tool(path: str) -> bool:
    return any(one in f"/{path}" for one in ("alembic", "migration", "scripts/", "/bin/", "/sbin/", "/misc/", "bench"))


def _configuration(event: Event) -> Value | None:
    if event.callee == "logging.config.dictConfig":
        return event.argument(0, "config")
    return event.keywords.get("log_config")


def _pipelines(
    value: Value, conditions: Conditions, path: str, taken: set[Span], before: LogPipeline | None = None
) -> Iterator[LogPipeline]:
    environment = environment_of(path)
    if only_outside_production(conditions) and environment == PRODUCTION:
        environment = DEVELOPMENT
    resolver = Resolver()
    ways = resolver.options(value)
    if not ways and isinstance(value.data, Choice):
        ways, resolver, environment = [value.data.options[0]], Resolver(production=False), DEVELOPMENT
    for _, one in ways:
        if isinstance(one.data, Map) and one.span not in taken:
            taken.add(one.span)
            one.data.used = True
            made = applied(parse(one, resolver), "dictConfig", before=before, environment=environment, server=not _is_tool(path))
            yield replace(made, tests=tuple(condition.text for condition in conditions))


READER = Reader("dict-config", python=_read)
