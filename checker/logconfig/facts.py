"""What rules about configuration are called with: a part of a pipeline with the pipeline that it stands in, and what stands for itself."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from checker.logconfig.formats import Line, line
from checker.logconfig.idle import named_handlers, whole_of_its_loggers
from checker.logconfig.model import PRODUCTION, Formatter, Handler, Logger, LogPipeline, Setting
from checker.logconfig.routing import Reached, never_in_production, reached
from checker.logconfig.sinks import FILES, STREAMS, file_of, is_data, is_of_figures, is_open
from checker.logconfig.surroundings import CeleryWorkers, ContainerLog, EnvironmentVariable, LogVolume, Rotation, Server, Workers
from checker.model import Span
from checker.remembering import of_the_last

STRUCTLOG = "structlog.configure"
"""The class of what stands for structlog's output in a `ConfiguredHandler`."""
BY_DEFAULT = "loguru's default"
"""Why a sink of loguru's writes the values of variables into tracebacks, where nobody says so and something is raised."""


class ConfiguredHandler(msgspec.Struct, frozen=True):
    """A handler with the pipeline that it stands in."""

    span: Span
    pipeline: LogPipeline
    handler: Handler

    @property
    def doubt(self) -> str:
        """Why it takes no effect, as far as the project shows."""
        return self.pipeline.unapplied or ("nothing logs to it" if self.handler.unheard else "")

    @property
    def environment(self) -> str:
        """In which it is used."""
        return self.pipeline.environment

    @property
    def file(self) -> str:
        """The file that it writes, ``""`` for none, for devices and for what is not known."""
        return file_of(self.handler)

    @property
    def writes(self) -> str:
        """``file``, ``stream``, or ``""`` for anything else."""
        if self.handler.cls in FILES:
            return "file" if self.file or is_open(self.handler, "filename") else ""
        return "stream" if self.handler.cls in STREAMS else ""

    @property
    def line(self) -> Line | None:
        """What stands in each of its lines; ``None`` where that is not known."""
        return line(self.pipeline, self.handler)

    @property
    def of_requests(self) -> bool:
        """Whether nothing but requests is told there: every line of an access log has one level and one logger."""
        made, feeding = self.line, self.feeding
        named = bool(feeding) and all(one == "django.server" or one.endswith((".access", "_access")) for one in feeding)
        return named or (made is not None and made.access)

    @property
    def stamped(self) -> bool:
        """Whether nothing but gunicorn's access log is told there, whose lines have the time in their message."""
        return bool(self.feeding) and all(one == "gunicorn.access" for one in self.feeding)

    @property
    def of_data(self) -> bool:
        """Whether its file is one of data (``.jsonl``, ``.csv``) to which the bare message is written: rows that the code makes whole."""
        made = self.line
        return is_data(self.file) and made is not None and (made.bare or made.alone)

    @property
    def of_figures(self) -> bool:
        """Whether nothing but figures is told there, all of one level: by loggers that are called so."""
        return bool(self.feeding) and all(map(is_of_figures, self.feeding))

    @property
    def attached(self) -> bool:
        """Whether some logger names it."""
        return self.handler.somewhere or bool(self.feeding)

    @property
    def feeding(self) -> frozenset[str]:
        """The loggers that name it."""
        return _feeding(self.pipeline).get(self.handler.name, frozenset())

    @property
    def only_debugging(self) -> bool:
        """Whether a filter keeps everything out while ``DEBUG`` is off."""
        return never_in_production(self.pipeline, self.handler) is not None


@of_the_last
def _feeding(pipeline: LogPipeline) -> dict[str, frozenset[str]]:
    """A handler's name to the loggers that name it."""
    found: dict[str, set[str]] = {}
    for one in pipeline.loggers.values():
        for ref in one.handlers:
            found.setdefault(ref.name, set()).add(one.name)
    return {name: frozenset(loggers) for name, loggers in found.items()}


class ConfiguredFormatter(msgspec.Struct, frozen=True):
    """A formatter with the pipeline that it stands in."""

    span: Span
    pipeline: LogPipeline
    formatter: Formatter

    @property
    def doubt(self) -> str:
        """Why it takes no effect, as far as the project shows."""
        return self.pipeline.unapplied

    @property
    def environment(self) -> str:
        """In which it is used."""
        return self.pipeline.environment

    @property
    def users(self) -> tuple[Handler, ...]:
        """The handlers that write with it."""
        handlers = self.pipeline.handlers.values()
        return tuple(one for one in handlers if one.formatter is not None and one.formatter.name == self.formatter.name)

    @property
    def unfed(self) -> bool:
        """Whether no logger of a configuration that is known to its end names any of them: nothing is written with it."""
        names = {one.name for one in self.users}
        return whole_of_its_loggers(self.pipeline) and names.isdisjoint(named_handlers(self.pipeline))

    @property
    def only_debugging(self) -> bool:
        """Whether all of them write only while ``DEBUG`` is on."""
        return bool(self.users) and all(never_in_production(self.pipeline, one) is not None for one in self.users)


class ConfiguredLogger(msgspec.Struct, frozen=True):
    """A logger with the pipeline that it stands in."""

    span: Span
    pipeline: LogPipeline
    logger: Logger

    @property
    def doubt(self) -> str:
        """Why it takes no effect, as far as the project shows."""
        return self.pipeline.unapplied or ("nothing logs under that name" if self.logger.silent else "")

    @property
    def environment(self) -> str:
        """In which it is used."""
        return self.pipeline.environment

    @property
    def reached(self) -> tuple[list[Reached], str]:
        """The handlers of its records, and why there may be more."""
        return reached(self.pipeline, self.logger.name)


class LogSetup(msgspec.Struct, frozen=True):
    """A call about logging that is no part of a pipeline: ``logging.config.listen()``, ``os.chmod`` of a log file."""

    span: Span
    callee: str
    options: Mapping[str, Setting]
    function: str = ""
    conditional: bool = False
    environment: str = PRODUCTION
    served: bool = True
    """Whether a service does it, and no script beside one."""


class OwnClass(msgspec.Struct, frozen=True):
    """A handler's, formatter's or filter's class of the project and what it does beside Python's own. No rule's business by itself."""

    span: Span
    """Of what it does."""
    name: str
    waits: str = ""
    """The call by which `emit` waits for another host."""
    timeless: bool = False
    """Whether `format` writes no time."""
    stands_for: str = ""
    """The handler of Python's from which it differs only in what it writes: it sends as that one does."""
    passes: bool = False
    """Whether `filter` lets every record through."""
    drops: bool = False
    """Whether it lets none through, for it returns nothing."""


class UnreadConfig(msgspec.Struct, frozen=True):
    """A configuration file that could not be read."""

    span: Span
    reason: str


FACTS = frozenset(
    (
        LogPipeline,
        ConfiguredHandler,
        ConfiguredFormatter,
        ConfiguredLogger,
        LogSetup,
        ContainerLog,
        Rotation,
        Workers,
        Server,
        LogVolume,
        CeleryWorkers,
        EnvironmentVariable,
    )
)
"""The facts that rules are called with."""
