"""Environment variables that the project itself sets where it is deployed, joined with the settings that read them.

A compose file, a Kubernetes manifest, a file of variables, a Dockerfile or a unit says ``LOG_LEVEL=DEBUG``; settings read
``os.environ.get("LOG_LEVEL", "INFO")``. What is closest to production holds: a file that is called so, then manifests and units, compose
files, and last what the image itself sets. Variables of another environment, or of a part that the settings do not belong to, do not count.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from msgspec.structs import replace

from checker import patterns as re
from checker.logconfig.model import PRODUCTION, TEST, Handler, Logger, LogPipeline, Reference, Setting, level_number
from checker.logconfig.surroundings import EnvironmentFile, EnvironmentVariable, in_config_map
from checker.text import whole

Table = Mapping[str, tuple[EnvironmentVariable, ...]]
"""Name in capitals to what sets it."""
_READ = re.compile(r"^the environment variable (?P<env>\w+)$|^the placeholder \$\{?(?P<hole>\w+)")
_TURNED = re.compile(r"^the environment variable (?P<name>\w+), which .+ sets$")
_CALLED_SO = re.compile(r"(?:^|[/._-])(?:prod|production|live)(?:[/._-]|$)", re.IGNORECASE)
_RANK = {"kubernetes": 3, "unit": 3, "compose": 2, "file": 2, "image": 1}
_CALLED = 4
_DEBUG = 10
_SHOWN = "what "


def joined(facts: Iterable[Any], python: frozenset[str]) -> list[Any]:
    """The facts, with the pipelines' settings filled in as far as variables say them."""
    made = list(facts)
    table = table_of(made, python)
    return [_filled(one, table) if isinstance(one, LogPipeline) and table else one for one in made]


def table_of(made: Sequence[Any], python: frozenset[str]) -> Table:
    """What sets each variable, of facts and the paths of the project's Python files."""
    files = {one.path: one.environment for one in made if isinstance(one, EnvironmentFile)}
    variables = [one for one in made if isinstance(one, EnvironmentVariable)]
    kept = {(in_config_map(one.service, one.name), one.environment): one for one in variables if one.service and one.source == "kubernetes"}
    table: dict[str, tuple[EnvironmentVariable, ...]] = {}
    for fact in made:
        if isinstance(fact, EnvironmentVariable):
            found = kept.get((fact.value.unknown, fact.environment))
            whole = replace(fact, value=found.value, span=found.span) if found is not None else fact
            one = _used(_scoped(whole, python), files)
            table[one.name.upper()] = (*table.get(one.name.upper(), ()), one)
    return table


def _scoped(one: EnvironmentVariable, python: frozenset[str]) -> EnvironmentVariable:
    """With the innermost folder around it that holds code: a Dockerfile in ``docker/`` is of the whole project."""
    folder = one.folder
    while folder and not any(path.startswith(f"{folder}/") for path in python):
        folder = folder.rpartition("/")[0]
    return replace(one, folder=folder)


def _used(one: EnvironmentVariable, files: Mapping[str, str]) -> EnvironmentVariable:
    """A file of variables is used in the environment of the service that names it; a bare ``.env`` that none names is somebody's own."""
    if one.source != "file":
        return one
    named = files.get(one.span.path)
    if named is not None:
        return replace(one, environment=named)
    return one if _CALLED_SO.search(one.span.path) or one.environment != PRODUCTION else replace(one, environment="")


def _filled(pipeline: LogPipeline, table: Table) -> LogPipeline:
    def fill(setting: Setting | None) -> Setting | None:
        return _setting(setting, pipeline, table, is_level=True) if setting is not None else None

    loggers = {name: _of_logger(one, fill(one.level)) for name, one in pipeline.loggers.items()}
    handlers = {name: _of_handler(one, pipeline, table) for name, one in pipeline.handlers.items()}
    if all(loggers[name] is one for name, one in pipeline.loggers.items()) and all(
        handlers[name] is one for name, one in pipeline.handlers.items()
    ):
        return pipeline
    return replace(pipeline, loggers=loggers, handlers=handlers)


def _of_logger(logger: Logger, level: Setting | None) -> Logger:
    return logger if level is logger.level else replace(logger, level=level)


def _of_handler(handler: Handler, pipeline: LogPipeline, table: Table) -> Handler:
    level = _setting(handler.level, pipeline, table) if handler.level is not None else None
    options = {name: _setting(one, pipeline, table) for name, one in handler.options.items()}
    formatter = _reference(handler.formatter, pipeline, table) if handler.formatter is not None else None
    same = level is handler.level and formatter is handler.formatter and all(options[name] is one for name, one in handler.options.items())
    return handler if same else replace(handler, level=level, options=options, formatter=formatter)


def _reference(reference: Reference, pipeline: LogPipeline, table: Table) -> Reference:
    one = _said(reference.open or reference.unknown, pipeline, table)
    if one is None or not isinstance(one.value.value, str) or one.value.value not in pipeline.formatters:
        return reference
    return Reference(one.value.value, reference.span, open=one.value.open)


def _setting(setting: Setting, pipeline: LogPipeline, table: Table, *, is_level: bool = False) -> Setting:
    """The setting as the variable has it, at the variable's place; itself where it reads none, or none is set.

    A logger's level that a variable decides as a switch does stands where the switch is turned.
    """
    switch = turned_by(setting.open, table)
    if switch is not None:
        moved = replace(setting, span=switch.span, read=setting.span) if is_level else setting
        return replace(moved, open=switch.value.open)
    one = _said(setting.open or setting.unknown, pipeline, table)
    if one is None:
        return _as_shown(setting, pipeline, table) if is_level else setting
    value, old = one.value.value, setting.value
    number = whole(value) if isinstance(value, str) else None
    if isinstance(old, int) and not isinstance(old, bool) and number is not None:
        value = number
    elif isinstance(value, str) and level_number(Setting(value.upper(), one.span)) is not None:
        value = value.upper()  # logging knows its levels in capitals alone, so whoever reads one makes it so
    return Setting(value, one.span, "", one.value.open, setting.span)


def _said(why: str, pipeline: LogPipeline, table: Table) -> EnvironmentVariable | None:
    """What sets the variable that a value is read from."""
    match = _READ.match(why)
    return said(match["env"] or match["hole"], pipeline.span.path, pipeline.environment, table) if match is not None else None


def said(name: str, path: str, environment: str, table: Table) -> EnvironmentVariable | None:
    """What sets a variable for the code at a path; of several that are as close to production, the one that logs most."""
    found = [
        one for one in table.get(name.upper(), ())
        if one.environment == environment and not one.value.unknown and (not one.folder or path.startswith(f"{one.folder}/"))
    ]  # fmt: skip
    best = max(map(_rank, found), default=0)
    closest = [one for one in found if _rank(one) == best]
    values = {str(one.value.value).upper() for one in closest}
    if len(values) <= 1:
        return closest[0] if closest else None
    levels = list(_levels(closest))
    return min(levels, key=lambda pair: pair[0])[1] if len(levels) == len(closest) else None


def _as_shown(setting: Setting, pipeline: LogPipeline, table: Table) -> Setting:
    """A default of debug records that the project's own pattern of a file of variables (``.env.example``) makes a higher level: who deploys
    it copies that file, so that the default is nobody's."""
    match, number = _READ.match(setting.open), level_number(setting)
    if match is None or number is None or number > _DEBUG:
        return setting
    for one in table.get((match["env"] or match["hole"]).upper(), ()):
        shown = level_number(Setting(str(one.value.value).upper(), one.span))
        if one.source == "file" and one.environment not in (pipeline.environment, TEST) and shown is not None and shown > _DEBUG:
            return replace(setting, open=f"{_SHOWN}{one.span.path}:{one.span.line} shows for {setting.open}")
    return setting


def is_shown_otherwise(why: str) -> bool:
    """Whether it is what keeps a default from being what is deployed."""
    return why.startswith(_SHOWN)


def turned(one: EnvironmentVariable) -> str:
    """How a value says that it is, or hangs on, what a variable is set to."""
    return f"the environment variable {one.name}, which {one.span.path}:{one.span.line} sets"


def is_turned(why: str) -> bool:
    """Whether it is what `turned` says of some variable."""
    return bool(_TURNED.match(why))


def turned_by(why: str, table: Table) -> EnvironmentVariable | None:
    """The variable that `turned` speaks of; ``None`` for any other reason."""
    match = _TURNED.match(why)
    return next((one for one in table.get(match["name"].upper(), ()) if turned(one) == why), None) if match is not None else None


def _rank(one: EnvironmentVariable) -> int:
    return _CALLED if _CALLED_SO.search(one.span.path) else _RANK[one.source]


def _levels(found: Iterable[EnvironmentVariable]) -> Iterator[tuple[int, EnvironmentVariable]]:
    for one in found:
        number = level_number(Setting(str(one.value.value).upper(), one.span))
        if number is not None:
            yield number, one
