"""Every configuration of a project -> facts: pipelines with their parts, set-up calls, container logs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec.structs import replace

from checker.logconfig.environment import Stated, placed
from checker.logconfig.facts import ConfiguredFormatter, ConfiguredHandler, ConfiguredLogger, LogSetup
from checker.logconfig.model import Formatter, LogPipeline
from checker.logconfig.own_classes import lone_classes, with_classes
from checker.logconfig.reader import fitting, readers
from checker.logconfig.sources import Sources, dotted_name
from checker.logconfig.surroundings import Server
from checker.logconfig.variables import joined
from checker.remembering import of_the_last
from checker.text import in_utf8

if TYPE_CHECKING:
    from checker.logconfig.evaluate.running import Ran

SERVERS = frozenset(("command", "gunicorn", "container"))
"""Kinds of pipelines that set up a server's own loggers, or what takes its output, and nothing for the application."""
_FEW = 5
"""Python files at most beside which a configuration counts as alone: settings may have a file for each environment."""
PROCESSORS = "structlog.stdlib.ProcessorFormatter"
_TAKEN_OVER = frozenset(("lib", "libs", "vendor", "vendored", "_vendor", "third_party", "thirdparty", "external", "ext", "deps"))
"""Folders of libraries that a project keeps with its code."""
_STRUCTURED = frozenset(("django_structlog", "structlog"))
"""Packages that log through structlog alone."""


class Read(msgspec.Struct, frozen=True):
    """What a project's configuration says."""

    facts: tuple[Any, ...] = ()
    """In a stable order; each pipeline is followed by its parts."""
    own_loggers: tuple[tuple[str, str], ...] = ()
    """Name and path of each module that logs to a logger of its own name."""
    given_up: tuple[str, ...] = ()
    """Python files whose set-up code was not followed to its end."""
    bare: bool = False
    """Whether the project makes a web application and no file that it is started from says a word of setting logging up."""
    modules: int = 0
    """How many Python files the project has."""
    distributions: tuple[str, ...] = ()
    """Folders of what is started for itself, from the project's root."""

    @property
    def lone(self) -> bool:
        """Whether the configuration is all there is: hardly a module beside it, and none that logs to a logger of its own name."""
        return self.modules <= _FEW and not self.own_loggers

    def distribution(self, path: str) -> str:
        """The innermost of those folders that a file stands in, ``""`` for the project's root."""
        return max((one for one in self.distributions if not one or path.startswith(f"{one}/")), key=len, default="")

    @property
    def pipelines(self) -> tuple[LogPipeline, ...]:
        """The pipelines that something applies, alone."""
        return _applied(self.facts)


@of_the_last
def _applied(facts: tuple[Any, ...]) -> tuple[LogPipeline, ...]:
    return tuple(fact for fact in facts if isinstance(fact, LogPipeline) and not fact.unapplied)


class Made(msgspec.Struct, frozen=True):
    """What was made of the files alone."""

    facts: tuple[Any, ...] = ()
    given_up: tuple[str, ...] = ()
    bare: bool = False
    """See `Read.bare`."""


def made(sources: Sources, python: Sequence[str], files: Sequence[str], own: Iterable[str] = (), stated: Stated = lambda path: "") -> Made:
    """Read the Python files that may set logging up, and the other files that hold telling words; see `read`."""
    from checker.logconfig.evaluate.running import run  # most runs make nothing anew, and save these imports
    from checker.logconfig.reach import Loaders, loaders, reached
    from checker.logconfig.serving import is_bare
    from checker.logconfig.starts import started
    from checker.logconfig.switches import switches
    from checker.logconfig.uses import Uses

    given_up: tuple[str, ...] = ()
    found, uses = Loaders(), Uses(sources)
    facts = list(_of_files(sources, files))
    python = [path for path in python if f"{path.removesuffix('.py')}/__init__.py" not in sources.paths]  # the package is imported
    if python:
        turned = switches(facts, sources.paths, stated)
        scripts, loggers = started(facts, sources.paths), {path: name for name, path in _loggers(sources, own)}
        servers = frozenset(one.name for one in facts if isinstance(one, Server))
        ran = replace(run(sources, python, turned), started=scripts, servers=servers, own_loggers=loggers)
        facts, given_up, found, uses = [*_of_python(ran), *facts], ran.given_up, loaders(ran), ran.uses
    facts = list(reached(facts, uses, files, found, frozenset(own)))
    bare = not given_up and all(one.kind in SERVERS for one in facts if isinstance(one, LogPipeline)) and is_bare(sources)
    return Made(tuple(facts), given_up, bare)


def _loggers(sources: Sources, own: Iterable[str]) -> tuple[tuple[str, str], ...]:
    return tuple((dotted_name(path, sources.paths), path) for path in own)


def read(
    sources: Sources,
    python: Iterable[str],
    files: Sequence[str],
    own: Sequence[str] = (),
    stated: Stated = lambda path: "",
    known: Made | None = None,
) -> Read:
    """What the configuration says, put together.

    ``own`` are the modules that log to a logger of their own name; ``stated`` says in which environment a file is used; ``known`` is what
    `made` gives, where that was asked already.
    """
    told = known or made(sources, list(python), files, own, stated)
    packages = _packages(sources)
    facts = sorted((placed(fact, stated) for fact in told.facts), key=lambda fact: (fact.span, type(fact).__name__))
    filled = list(joined(with_classes(facts), sources.paths))
    filled += lone_classes(filled) if len(sources.paths) == 1 else ()
    whole = (replace(fact, packages=packages) if isinstance(fact, LogPipeline) else fact for fact in filled)
    parts = tuple(one for fact in whole for one in _parts(fact))
    return Read(
        parts,
        _loggers(sources, own) if told.facts or told.bare else (),
        told.given_up,
        told.bare,
        len(sources.paths),
        sources.distributions,
    )


def _packages(sources: Sources) -> tuple[str, ...]:
    """Names by which the project's own modules are imported: top-level folders that are packages, and modules beside them.

    What it has taken over from others, in a folder that says so, is not its own.
    """
    names = set()
    for path in sources.paths:
        first, *rest = path.removeprefix("src/").split("/")
        if not rest:
            names.add(first.removesuffix(".py"))
        elif first not in _TAKEN_OVER:
            names |= {first, rest[0].removesuffix(".py")} if len(rest) > 1 else {first}
    return tuple(sorted(names - {"src", "tests", "docs", "setup", "conftest"}))


def _of_python(ran: Ran) -> Iterator[Any]:
    for reader in readers():
        if reader.python is not None:
            yield from reader.python(ran)


def _of_files(sources: Sources, files: Sequence[str]) -> Iterator[Any]:
    for path in files:
        data = sources.data(path)
        if data is None:
            continue
        data = in_utf8(data)
        for reader in fitting(path, data):
            if reader.file is not None:
                yield from reader.file(path, data)


def _parts(fact: Any) -> Iterator[Any]:
    yield fact
    if isinstance(fact, LogPipeline):
        yield from (ConfiguredLogger(one.span, fact, one) for one in fact.loggers.values() if not one.builtin)
        yield from (ConfiguredHandler(one.span, fact, one) for one in fact.handlers.values() if not one.builtin)
        ours = (one for one in fact.formatters.values() if one.span != fact.span or fact.kind == "code")
        for one in ours:
            yield ConfiguredFormatter(one.span, fact, one)
            if one.cls == PROCESSORS and fact.kind != "code" and _takes_others(fact, one):  # code's own call is told of
                yield LogSetup(one.span, PROCESSORS, one.options, environment=fact.environment)


def _takes_others(pipeline: LogPipeline, formatter: Formatter) -> bool:
    """Whether records get to a formatter that structlog has not made."""
    handlers = {one.name for one in pipeline.handlers.values() if one.formatter is not None and one.formatter.name == formatter.name}
    feeding = [one.name for one in pipeline.loggers.values() if any(ref.name in handlers for ref in one.handlers)]
    known = not pipeline.partial and not any(one.more for one in pipeline.loggers.values())
    return (not feeding and not known) or any(one.partition(".")[0] not in _STRUCTURED for one in feeding)
