"""Which configurations nothing applies, as far as the project shows: they are in no process, whatever they say.

Told only where the project is seen whole, because something is started in another file; of a library or a part of one nobody knows.
Unknown is whatever a loader may take whose file is not known: then it is taken to be applied.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import msgspec
from msgspec.structs import replace

from checker import patterns as re
from checker.logconfig.environment import environment_of
from checker.logconfig.evaluate.running import Ran
from checker.logconfig.imports import imported_before
from checker.logconfig.model import MIGRATION, LogPipeline, Setting
from checker.logconfig.resolve import Resolver
from checker.logconfig.silent import with_silent
from checker.logconfig.sources import Sources
from checker.logconfig.surroundings import Workers
from checker.logconfig.uses import Uses
from checker.logconfig.values import Made, Map, Value
from checker.logconfig.whereabouts import astray, copied_from, named_outside, outdone, passed_over, speakers

_BY_CONVENTION = re.compile(r"(?:^|/)conf/(?:base/|local/)?logging\.ya?ml$|(?:^|/)alembic\.ini$|airflow")
"""Files that a framework finds by their place: Kedro's, Alembic's, Airflow's."""
_HANDLERS = re.compile(rb"\[[\"']handlers[\"']\]\s*=(?!=)|\[[\"']handlers[\"']\]\.(?:append|extend|remove)\(")
_REMARK = re.compile(rb"[ \t]*(?:#|;|//)")
_MOST = 20
"""Files of code that are searched for the names of a dictionary's parts."""
_LOADING = rb"\b(?:dictConfig|fileConfig)\(|\blog_config\s?=[^=]"
_LOADS = re.compile(_LOADING)
_APPLIES = re.compile(rb"^[ \t]*(?:LOGGING|logconfig_dict)\s*=(?!\s*\{)|" + _LOADING, re.MULTILINE)
"""What takes a configuration: Python's functions, uvicorn's argument, Django's and gunicorn's settings."""
_WHOLE = 5
"""So many Python files and more are taken for a whole project."""
_DICT = frozenset(("logging.config.dictConfig", "uvicorn.run", "uvicorn.Config"))


class Loaders(msgspec.Struct, frozen=True):
    """What applies configurations from files, as far as code shows it."""

    ini: bool = False
    """Whether some call of ``fileConfig`` is given a file that is not known."""
    named: bool = False
    """Whether some call is given a file that is known."""
    other: bool = False
    """Whether ``dictConfig`` is given what was read from a file."""
    dictionaries: bool = False
    """Whether ``dictConfig`` is called at all, with whatever."""
    changed: bool = False
    """Whether code that does so gives other handlers to what it has read."""
    levelled: frozenset[str] = frozenset()
    """The handlers whose level code sets, by the names that configurations have for them."""


def loaders(ran: Ran) -> Loaders:
    """The loaders among what the code does."""
    ini = named = other = any(_LOADS.search(ran.shared.sources.data(path) or b"") for path in ran.given_up)
    changed, dictionaries = False, ini
    levelled: set[str] = set()
    for event in ran.events():
        if unused(event.span.path, event.function, ran.uses):
            continue
        if event.callee.endswith("setLevel"):
            levelled |= set(_handler_named(event.receiver))
        elif event.callee == "logging.config.fileConfig":
            known = _text(event.argument(0, "fname"))
            ini, named = ini or not known, named or known
        elif event.callee in _DICT:
            given = event.argument(0, "config") if event.callee.endswith("dictConfig") else event.keywords.get("log_config")
            file = given is not None and given.data is not None and not isinstance(given.data, Map)
            dictionaries = dictionaries or given is not None
            ini, other = ini or (file and not event.callee.endswith("dictConfig")), other or file
            changed = changed or (file and bool(_HANDLERS.search(ran.shared.sources.data(event.span.path) or b"")))
    return Loaders(ini, named, other, dictionaries, changed, frozenset(levelled))


def _handler_named(receiver: Value | None) -> Iterator[str]:
    """The name of a handler that code asks logging for: ``logging.getHandlerByName("console")``."""
    made = receiver.data if receiver is not None else None
    if isinstance(made, Made) and made.callee == "logging.getHandlerByName":
        named = made.argument(0, "name")
        if named is not None and isinstance(named.data, str):
            yield named.data


def _with_levels(made: LogPipeline, found: Loaders) -> LogPipeline:
    """With no level that is known where code sets it on what was configured."""
    handlers = {
        name: replace(one, level=Setting(None, one.level.span if one.level else one.span, "code sets it"))
        for name, one in made.handlers.items()
        if name in found.levelled and made.kind != "code"
    }
    return replace(made, handlers={**made.handlers, **handlers}) if handlers else made


def _text(value: Value | None) -> bool:
    """Whether it is a text of which at least the end is known."""
    held = Resolver().setting(value).value if value is not None else None
    return isinstance(held, str) and held[-1:].isalpha()


def reached(facts: Iterable[Any], uses: Uses, files: Sequence[str], found: Loaders, own: frozenset[str]) -> Iterator[Any]:
    """The facts: pipelines that nothing applies say why, loggers that nothing logs to say so; ``own`` are files that log by their names."""
    modules = frozenset(f".{one.removesuffix('.py').replace('/', '.')}." for one in own)
    made = list(facts)
    paths = [one.span.path for one in made if isinstance(one, LogPipeline) and _is_file(one)]
    spoken = speakers(uses.sources, files) if paths else {}
    over = passed_over(paths, spoken, uses)
    for fact in made:
        if not isinstance(fact, LogPipeline):
            if isinstance(fact, Workers):
                yield from _served(fact, uses, files)
            else:
                yield fact
            continue
        why = _misplaced(fact, spoken, over, uses) if _is_file(fact) and not fact.unapplied else ""
        judged = replace(fact, unapplied=why) if why else _judged(fact, uses, files, found)
        yield with_silent(_with_levels(_spoken_of(judged, uses), found), modules, uses)


def _served(workers: Workers, uses: Uses, files: Sequence[str]) -> Iterator[Workers]:
    """The processes with the modules that they have; none where no command or manifest speaks of a file of settings, which is a sample."""
    folder, _, name = workers.span.path.rpartition("/")
    whole = name.endswith(".ini") and folder and len(uses.sources.paths) >= _WHOLE
    if whole and not _is_named(name.encode(), workers.span.path, uses.sources, files):
        return
    end = f"/{workers.application.replace('.', '/')}.py"
    made = [path for path in uses.sources.paths if workers.application and f"/{path}".endswith(end)]
    imported = (imported_before(uses.sources, path, 10**9) for path in sorted(made)[:_WHOLE])
    yield replace(workers, modules=frozenset(made).union(*imported))


def _misplaced(made: LogPipeline, spoken: Mapping[str, set[str]], over: Mapping[str, str], uses: Uses) -> str:
    """Why a file is not what the service runs with, by what speaks of it and of its like."""
    path = made.span.path
    if path in over and uses.starts_beside(path):
        return f"nothing names it, and others name {over[path]}"
    outside = named_outside(path, spoken, uses)
    return f"only {outside} names it" if outside else ""


def _spoken_of(made: LogPipeline, uses: Uses) -> LogPipeline:
    """With the names of its parts that other code has in it which speaks of the same dictionary, and may give them to a logger."""
    held = "LOGGING" if made.kind == "django" else made.awaits if "log" in made.awaits.lower() else ""
    own = {made.span.path, *(one.span.path for one in made.handlers.values())}
    texts = [uses.sources.data(path) or b"" for path in sorted(uses.of(held) - own)[:_MOST]] if held else []
    if not texts:
        return made
    parts = {"handlers": made.handlers, "formatters": made.formatters, "filters": made.filters}
    more = {slot: frozenset(name for name in named if _quoted(name, texts)) for slot, named in parts.items()}
    return replace(made, spoken={slot: names | made.spoken.get(slot, frozenset()) for slot, names in more.items()})


def _quoted(name: str, texts: list[bytes]) -> bool:
    return any(quote + name.encode() + quote in text for text in texts for quote in (b'"', b"'"))


def _is_file(made: LogPipeline) -> bool:
    """Whether it is a configuration that code or a command line has to load."""
    return made.kind in ("ini", "dictConfig") and not made.span.path.endswith(".py") and not _BY_CONVENTION.search(made.span.path)


def _judged(made: LogPipeline, uses: Uses, files: Sequence[str], found: Loaders) -> LogPipeline:
    path = made.span.path
    if made.kind == "django" and not made.unapplied and _is_apart(path, uses):
        return replace(made, unapplied=f"nothing names the settings {path}")
    if made.unapplied or made.kind not in ("ini", "dictConfig"):
        return made
    if path.endswith(".py"):
        return replace(made, unapplied=why) if made.awaits and (why := _unused_name(made, uses, found)) else made
    name = path.rpartition("/")[2]
    plausible = found.ini if made.kind == "ini" else found.other
    if made.kind == "dictConfig" and found.changed:
        made = replace(made, partial=made.partial or "the code that loads it gives it other handlers")
    other = copied_from(path, uses.sources, files)
    if other:
        return replace(made, unapplied=f"it is a copy of {other}")
    nearer = outdone(path, uses.sources, uses, files) if "log" in name.lower() else ""
    if nearer and uses.starts_beside(path):
        return replace(made, unapplied=f"{nearer} is found by its name")
    if made.disables is not None and not found.dictionaries and _before_the_application(name.encode(), uses.sources, files):
        made = replace(made, disables=None)
    lost = astray(path, uses.sources, uses, files) if "log" in name.lower() and not _BY_CONVENTION.search(path) else ""
    if lost and uses.starts_beside(path):
        return replace(made, unapplied=lost)
    alone = _migrating(name, uses) if not plausible and not _is_named(name.encode(), path, uses.sources, files) else ""
    if alone:
        return replace(made, unapplied=f"only {alone} loads it")
    if plausible or "log" not in name.lower() or _BY_CONVENTION.search(path) or not uses.starts_beside(path):
        return made
    if (found.named and uses.of(name)) or _is_applied_there(name, uses) or _is_named(name.encode(), path, uses.sources, files):
        return made
    return replace(made, unapplied=f"nothing loads {name}")


def _is_apart(path: str, uses: Uses) -> bool:
    """Whether settings lie apart from all that Django is told to take: not beside, above or below one of these, and imported by none."""
    told, folder = uses.settings(), path.rpartition("/")[0].replace("/", ".")
    if not told or "" in told or not folder:
        return False
    modules = {above for module in told for above in (module, module.rpartition(".")[0])}
    near = (_ends(one, module) for module in modules for one in (folder, folder.rpartition(".")[0]))
    return not any(near) and not uses.imports(path)


def _ends(folder: str, module: str) -> bool:
    """Whether a folder is the one of a module, wherever that is imported from."""
    return not module or f".{folder}.".endswith(f".{module}.") or f".{module}.".endswith(f".{folder}.")


def _before_the_application(name: bytes, sources: Sources, files: Sequence[str]) -> bool:
    """Whether uvicorn is told to apply a file: it does so before it imports the application, which has no loggers yet."""
    given = re.compile(rb"--log-config[=\s\"',]{1,40}[\w./-]{0,200}" + re.escape(name))
    return any(name in data and given.search(data) for data in (sources.data(path) or b"" for path in files))


def _is_named(name: bytes, own: str, sources: Sources, files: Sequence[str]) -> bool:
    """Whether a command line, a manifest or another configuration speaks of a file."""
    told = (sources.data(path) or b"" for path in files if path != own)
    return any(name in data and any(name in line and not _REMARK.match(line) for line in data.splitlines()) for data in told)


def _is_applied_there(name: str, uses: Uses) -> bool:
    """Whether a file of code that speaks of a file also takes a configuration from somewhere, be that file readable or not."""
    return any(_APPLIES.search(uses.sources.data(path) or b"") for path in uses.of(name))


def _migrating(name: str, uses: Uses) -> str:
    """What loads a file, where that migrates the database and nothing else; ``""`` where it may be the service."""
    coded = sorted(uses.of(name))
    return coded[0] if coded and all(environment_of(one) == MIGRATION for one in coded) else ""


def unused(path: str, function: str, uses: Uses) -> str:
    """Why what a function does is not done: nothing calls it; ``""`` where something may.

    Only what is called after logging is looked at: a framework finds others by their names. A decorator gives a function away, and
    a class with bases is used in its base's name.
    """
    first = function.partition(".")[0]
    if "log" not in first.lower() or uses.of(first):
        return ""
    data = uses.sources.data(path) or b""
    made = re.search(
        rb"^(?P<before>[^\n]*\n)?(?:(?:async )?def %b\(|class %b(?:\(\))?:)" % (first.encode(), first.encode()), data, re.MULTILINE
    )
    if made is None or (made["before"] or b"").lstrip().startswith((b"@", b")")) or not uses.starts_beside(path):
        return ""
    return f"nothing calls {first}"


def _unused_name(made: LogPipeline, uses: Uses, found: Loaders) -> str:
    """Why the dictionary of a name is not applied: nothing speaks of it, or nothing in the project applies dictionaries."""
    if not uses.starts_beside(made.span.path) or _BY_CONVENTION.search(made.span.path):
        return ""
    if "log" in made.awaits.lower() and not uses.of(made.awaits):
        return f"nothing uses {made.awaits}"
    applied = found.dictionaries or uses.gives("log_config", "logging_config", "logconfig", "logconfig_dict", "LOGGING_CONFIG")
    return "" if applied else f"nothing applies {made.awaits}"
