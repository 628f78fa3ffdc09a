"""Django's ``LOGGING``: applied on top of Django's own defaults, as ``django.utils.log.configure_logging`` does."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from checker.logconfig.applying import applied
from checker.logconfig.dictconfig import Parsed, parse
from checker.logconfig.django_defaults import default_pipeline
from checker.logconfig.environment import environment_of
from checker.logconfig.evaluate.running import Ran
from checker.logconfig.evaluate.scope import Cls, Lazy, Scope
from checker.logconfig.model import DEVELOPMENT, PRODUCTION, Logger, LogPipeline, Setting
from checker.logconfig.reader import Reader
from checker.logconfig.resolve import Resolver, only_outside_production
from checker.logconfig.spoken import spoken
from checker.logconfig.values import Choice, Condition, Conditions, Items, Map, Value
from checker.model import Span

_SETTINGS = frozenset(
    ("INSTALLED_APPS", "MIDDLEWARE", "MIDDLEWARE_CLASSES", "ROOT_URLCONF", "DATABASES", "WSGI_APPLICATION", "SECRET_KEY", "TEMPLATES",
     "ALLOWED_HOSTS", "STATIC_URL", "USE_TZ")
)  # fmt: skip
_CERTAIN = frozenset(("INSTALLED_APPS", "ROOT_URLCONF", "MIDDLEWARE_CLASSES", "WSGI_APPLICATION"))
_FEW = 2


def settings_modules(ran: Ran) -> Iterator[tuple[str, Scope, Value]]:
    """Path, names and ``LOGGING`` of each module (or class of django-configurations) that is a project's settings."""
    found: list[tuple[str, Scope, Value]] = []
    for path in ran.paths:
        machine = ran.machine(path)
        scope = machine.scopes.get(path)
        if scope is None:
            continue
        names = machine.names_of(scope)
        for owner, held in ((scope, names), *((one.data.scope, set(one.data.scope.names)) for one in _classes(scope))):
            if "LOGGING" not in held:
                continue
            value = machine.look_up(owner, "LOGGING", Span(path, 1, 1, 1, 1))
            begun = isinstance(value.data, Map) and value.data.elsewhere
            if not (_CERTAIN & held or len(_SETTINGS & held) >= _FEW or _is_settings(path) or begun):
                continue
            found.append((path, owner, value))
    for path, owner, value in found:
        same = (value.span, environment_of(path))
        others = (one for one, _, held in found if one != path and (held.span, environment_of(one)) == same)
        if not any(path in ran.machine(one).scopes for one in others):  # who imports it says the last word
            yield path, owner, value


def _classes(scope: Scope) -> Iterator[Value]:
    return (value for value in scope.names.values() if isinstance(value.data, Cls))


def _is_settings(path: str) -> bool:
    return any("settings" in part for part in path.split("/"))


def _read(ran: Ran) -> Iterator[LogPipeline]:
    found = list(settings_modules(ran))
    production = ((path, scope) for path, scope, _ in found if environment_of(path) == PRODUCTION)
    inherited = {star for path, scope in production for star in _stars(ran, path, scope) if star != path}  # tests' settings star back
    for path, scope, value in found:
        if path in inherited or _left_out(ran, found, path, scope):
            _use(value)
            continue
        before = [spoken(held) for one in dict.fromkeys(_stars(ran, path, scope)) if one != path and (held := _held(ran, one)) is not None]
        for made in _pipelines(ran, path, scope, value):
            yield made if _is_own(made, path) else replace(made, spoken=_both(made.spoken, before))


def _is_own(made: LogPipeline, path: str) -> bool:
    """Whether settings have a ``LOGGING`` of their own, and nothing is left of the one that they begin with."""
    places = [made.span]
    for part in (made.handlers, made.formatters, made.filters):
        places += [one.span for one in part.values()]
    return all(one.path == path for one in places)


def _held(ran: Ran, path: str) -> Value | None:
    """The ``LOGGING`` of a module by itself."""
    machine = ran.machine(path)
    scope = machine.scopes.get(path)
    if scope is None or "LOGGING" not in machine.names_of(scope):
        return None
    return machine.look_up(scope, "LOGGING", Span(path, 1, 1, 1, 1))


def _both(own: Mapping[str, frozenset[str]], before: list[dict[str, frozenset[str]]]) -> Mapping[str, frozenset[str]]:
    """The names that some settings speak of, or those that they begin with: others that begin with these may leave them as they are."""
    slots = {slot for one in (own, *before) for slot in one}
    return {slot: frozenset().union(*(one.get(slot, frozenset()) for one in (own, *before))) for slot in slots} if before else own


def _left_out(ran: Ran, found: list[tuple[str, Scope, Value]], path: str, scope: Scope) -> bool:
    """Whether a module of nothing but `LOGGING` is imported by none of the settings beside it, which have another one."""
    names = ran.machine(path).names_of(scope)
    if _CERTAIN & names or len(_SETTINGS & names) >= _FEW:
        return False
    beside = [(one, inner) for one, inner, _ in found if one != path and one.rpartition("/")[0] == path.rpartition("/")[0]]
    whole = [one for one, inner in beside if _CERTAIN & ran.machine(one).names_of(inner)]
    return bool(whole) and not any(path in ran.machine(one).scopes for one, _ in beside)


def _stars(ran: Ran, start: str, scope: Scope, depth: int = 0) -> Iterator[str]:
    for path in scope.stars if depth < 10 else ():
        yield path
        inner = ran.machine(start).scopes.get(path)
        yield from _stars(ran, start, inner, depth + 1) if inner else ()


def _use(value: Value) -> None:
    options = [one for _, one in value.data.options] if isinstance(value.data, Choice) else [value]
    for one in options:
        if isinstance(one.data, Map):
            one.data.used = True


def _pipelines(ran: Ran, path: str, scope: Scope, value: Value) -> Iterator[LogPipeline]:
    _use(value)
    environment = environment_of(path)
    resolver = Resolver()
    ways = resolver.options(value)
    if not ways and isinstance(value.data, Choice):  # set only under DEBUG
        ways, resolver = [value.data.options[0]], Resolver(production=False)
        environment = DEVELOPMENT if environment == PRODUCTION else environment
    elif not any(_says(one) for _, one in ways):
        ways = _switched_on(value)
    if isinstance(value.data, Map) and not _says(value):
        yield from _defaults_alone(scope, value, environment)
    for when, one in ways:
        if not _says(one):
            continue  # nothing is applied beyond Django's defaults
        own = DEVELOPMENT if only_outside_production(when) and environment == PRODUCTION else environment
        made = _applied(ran, scope, parse(one, resolver), own)
        if "MIDDLEWARE_CLASSES" in ran.machine(path).names_of(scope):
            made = _before_110(made)
        yield replace(made, debug=_debug(scope, {**_ruled_out(value, one), **when}), mails=_mails(ran, path, scope))


def _defaults_alone(scope: Scope, value: Value, environment: str) -> Iterator[LogPipeline]:
    """What a process has where the settings say plainly that nothing is added, or leave that to whoever runs the service."""
    if not _by_hand(scope):
        made = default_pipeline(value.span)
        level = Setting("WARNING", value.span, open=value.open)
        yield replace(made, environment=environment, loggers={**made.loggers, "": Logger("", value.span, level, builtin=True)})


def _by_hand(scope: Scope) -> bool:
    """Whether Django is told to leave logging alone."""
    config = scope.names.get("LOGGING_CONFIG")
    return config is not None and not isinstance(config.data, Lazy) and config.known and config.data in (None, "")


def _says(value: Value) -> bool:
    """Whether anything is applied beyond Django's defaults."""
    return isinstance(value.data, Map) and bool(value.data.entries or value.data.more)


def _switched_on(value: Value) -> list[tuple[Conditions, Value]]:
    """What is applied where a variable switches it on (``if LOG_HOST:``) whose default leaves it off, and no deployment speaks of it."""
    options = value.data.options if isinstance(value.data, Choice) else []
    ours = ((when, one) for when, one in options if _says(one) and not only_outside_production(when))
    return [(when, one) for when, one in ours if not any(condition.turned for condition in when)]


def _applied(ran: Ran, scope: Scope, parsed: Parsed, environment: str) -> LogPipeline:
    if _by_hand(scope):
        return applied(parsed, "dictConfig", environment=environment)
    before = default_pipeline(parsed.span)
    if "gunicorn" in ran.servers:  # whose workers have made theirs when they import the site
        made = {name: Logger(name, parsed.span, builtin=True) for name in ("gunicorn.access", "gunicorn.error")}
        before = replace(before, loggers={**before.loggers, **made})
    return applied(parsed, "django", before=before, environment=environment)


def _before_110(made: LogPipeline) -> LogPipeline:
    """Without the handler that Django has on the logger ``django`` since 1.9: ``MIDDLEWARE_CLASSES`` ended with 1.10."""
    django = made.loggers.get("django")
    if django is None or not django.builtin:
        return made
    kept = tuple(one for one in django.handlers if not one.name.endswith("mail_admins"))
    return replace(made, loggers={**made.loggers, "django": replace(django, handlers=kept)})


def _ruled_out(value: Value, chosen: Value) -> Conditions:
    """What does not hold where a way through the conditions is taken that others stand before."""
    found: dict[Condition, bool] = {}
    for asked, one in value.data.options if isinstance(value.data, Choice) else ():
        if one is chosen:
            break
        found |= {condition: not outcome for condition, outcome in asked.items()} if len(asked) == 1 else {}
    return found


def _debug(scope: Scope, when: Conditions) -> bool:
    """Whether ``DEBUG`` is plainly true under these conditions, with nothing else that could change it."""
    held = scope.names.get("DEBUG")
    if held is None or not isinstance(held.data, Choice):
        return held is not None and held.data is True and not held.open
    for asked, one in held.data.options:
        if all(when.get(condition) == outcome for condition, outcome in asked.items()):
            return one.data is True and not one.open
        if all(when.get(condition, outcome) == outcome for condition, outcome in asked.items()):
            return False  # it may be this one, or not
    return False


def _mails(ran: Ran, path: str, scope: Scope) -> bool:
    """Whether ``ADMINS`` is set, and not plainly to nobody."""
    machine = ran.machine(path)
    if "ADMINS" not in machine.names_of(scope):
        return False
    held = machine.look_up(scope, "ADMINS", Span(path, 1, 1, 1, 1)).data
    return not isinstance(held, Items) or bool(held.values or held.more)


READER = Reader("django", python=_read)
