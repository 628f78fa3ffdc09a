"""How a module's records are written: each call of which there is something to tell, and loggers that are made by a literal name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from checker.source import ir
from checker.source.facts.records import LoggerMade, Record
from checker.source.flow.backwards import Follower
from checker.source.flow.places import COMMAND_MODULES, span
from checker.source.ir import shapes
from checker.source.ir.ways import handled
from checker.source.lexicon.words import split
from checker.source.logs.named_shapes import clashing, under_names
from checker.source.logs.prints import Prints
from checker.source.logs.sinks import Sinks, Use
from checker.source.names.elements import Entity, Fn, Module
from checker.source.names.reads import CALLING

_BUILT = ("", "literal", "f-string", "%", "format", "sum")
_OTHER_FORMS = frozenset(
    {
        "frappe",
        "mitmproxy",
        "pwn",
        "pwnlib",
        "logbook",
        "google",
        "dagster",
        "pyspark",
        "xbmc",
        "ray",
        "kivy",
        "cherrypy",
        "tensorflow",
        "absl",
    }
)
"""Libraries whose loggers are no ``logging.Logger``, so that what they make of a message is their own affair."""
_CHANGERS = ("setLogRecordFactory", "setLoggerClass")
"""Calls after which a record may be formatted in another way."""
_WRITING = ("_log", "makeRecord", "getMessage")
"""Methods by which a logger, or a record, makes a text of a message and its values."""
_WRITERS = ("Logger", "LoggerAdapter", "LogRecord")
"""Ends of the names of the classes that have them."""
_OF_ERRORS = frozenset(
    {
        "error", "errors", "err", "exc", "exception", "exceptions", "exit", "aexit", "failure", "failed", "fail", "excepthook",
        "traceback", "tb", "crash",
    }
)  # fmt: skip
"""Words of functions and parameters that an error is given to, or at hand."""
_ROOT = "logging"
"""The module whose functions write to the root logger."""
_PATHS = ([ir.GLOBAL, "__file__"], [ir.GLOBAL, "__cached__"])
_ASKING = frozenset({"exc_info", "format_exc", "print_exc"})
_MOST_CALLERS = 20
_PROGRAMS = frozenset(
    {
        "cli", "commands", "command", "cmd", "management", "script", "scripts", "bin", "tool", "tools", "main", "setup",
        "console", "shell", "repl", "conftest", "noxfile", "tasks", "fabfile", "manage", "dev", "devtools", "debug", "display",
        "printing", "printer", "notebook", "notebooks", "testing", "tests", "test",
    }
)  # fmt: skip
"""Words of a path that belong to programs, or to what may print."""
_ASIDE = frozenset(
    {
        "examples", "example", "docs", "doc", "benchmarks", "benchmark", "demo", "demos", "tutorials", "tutorial", "experiments",
        "contrib",
    }
)  # fmt: skip
"""Words of folders that belong to no program at all."""


_PAUSE = "sleep"
"""Called in a function whose loops wait between their passes: none of them is hot."""
_SLOW = frozenset(
    {
        "download", "upload", "urlopen", "urlretrieve", "copy2", "copyfile", "copytree", "move", "extract", "extractall", "mkdir",
        "makedirs", "rmtree", "popen", "check_call", "train", "fit", "install", "build", "compile", "import", "migrate", "backup",
    }
)  # fmt: skip
"""Calls, or their first words, that fetch, copy or make something big: a record for each is no flood."""


class Records:
    """Makes the facts about how records are written."""

    def __init__(self, follower: Follower, sinks: Sinks) -> None:
        self.follower = follower
        self.names = follower.names
        self.sinks = sinks

    def facts(self, module: Module, uses: Iterable[tuple[Fn, int, Use]]) -> Iterator[Record]:
        """One for each call that has something to tell."""
        library, prints = _is_library(module), Prints(self.follower)
        for fn, call, use in uses:
            if use.kind == "print":
                if library and not fn.head.name.startswith("__") and not prints.aside(fn, call) and not prints.wanted(fn, call):
                    yield self._record(fn, call, use, None, "")
                continue
            if use.kind not in ("logging", "loguru", "structlog"):
                continue
            shape = next((one for one in fn.body.shapes if one[0] == call), None) if fn.body.shapes else None
            callee = fn.body.nodes[call][1]
            shape = under_names(self.follower, fn, call, shape) if use.kind != "structlog" else shape
            method = self._method(fn, callee)
            if not method or (not _telling(shape) and method != "warn" and use.kind == "logging" and not self._is_root(fn, callee)):
                continue
            yield self._record(fn, call, use, shape, method, library=library)

    def _method(self, fn: Fn, callee: int) -> str:
        """A logger's method, or a function of `logging` that is imported by name: ``error``; ``""`` of anything else."""
        node = fn.body.nodes[callee]
        if node[0] == ir.ATTR:
            return str(node[2])
        owner, _, name = self._outside(fn, callee).rpartition(".")
        return name if owner == _ROOT and name in shapes.METHODS else ""

    def _is_root(self, fn: Fn, callee: int) -> bool:
        node = fn.body.nodes[callee]
        return node[0] != ir.ATTR or self._outside(fn, node[1]) in shapes.ROOTS

    def _outside(self, fn: Fn, node: int) -> str:
        """What an expression stands for outside of the project: ``logging.error``."""
        entity = self.names.entity(fn, node)
        return str(entity[1]) if entity is not None and entity[0] == "lib" else ""

    def _record(self, fn: Fn, call: int, use: Use, shape: shapes.Shape | None, method: str, *, library: bool = True) -> Record:
        node = fn.body.nodes[call]
        maker = self.maker(fn, node[1]) if method else ""
        _, built, wanted, fields, given, flags, costly = shape or (call, shapes.OTHER, shapes.UNKNOWN, shapes.UNKNOWN, 0, 0, "")
        place = span(self.follower.place(fn, node))
        looped = bool(flags & shapes.IN_LOOP) and _PAUSE not in fn.head.called
        return Record(
            place, fn.head.name, use.kind, use.level, self.follower.text(fn, node[1]), method, maker, _BUILT[built], wanted, fields, given,
            looped, looped and any(map(_takes_long, fn.head.called)), bool(flags & shapes.ASKED), bool(flags & shapes.SPREAD),
            bool(flags & shapes.MAPPING), costly,
            use.template, library, fn.module.facts.test, clashing(self.follower, fn, node) if flags & shapes.CLASHING else (),
            self._untraced(fn, call) if flags & shapes.UNTRACED else "",
            tuple(key for key, _ in node[3] if key not in shapes.KEYWORDS) if flags & shapes.UNKNOWN_NAME else (),
        )  # fmt: skip

    def _untraced(self, fn: Fn, call: int) -> str:
        """Whether no error can be at hand: neither here nor where the function is called."""
        if _speaks_of_errors(fn) or not _ASKING.isdisjoint(fn.head.called) or call in handled(fn.steps):
            return ""
        if not fn.head.name:
            return "certain"
        callers = self.follower.callers.callers(fn)
        if any(_speaks_of_errors(caller) or at in handled(caller.steps) for caller, at, _ in callers[:_MOST_CALLERS]):
            return ""
        return "certain" if 0 < len(callers) <= _MOST_CALLERS and not fn.head.decorators else "perhaps"

    def maker(self, fn: Fn, callee: int) -> str:
        """The dotted name of what made the logger of a called method, as far as it is known and formats a message as its kind says."""
        entity: Entity | None = ("lib", _ROOT)
        if fn.body.nodes[callee][0] == ir.ATTR:
            entity = self.names.entity(fn, fn.body.nodes[callee][1])
        elif not self._method(fn, callee):
            return ""
        if entity is None or entity[0] not in ("lib", "made") or entity[1].partition(".")[0] in _OTHER_FORMS:
            return ""
        tables = self.follower.tables
        known = (tables.logger_objects,) if entity[0] == "lib" else (tables.factories, tables.logger_classes)
        child = entity[0] == "made" and entity[1].rpartition(".")[2] == "getChild"
        if not child and not any(entity[1] in names for names in known):
            return ""
        for name in _CHANGERS:
            self.names.reads.asked.add((CALLING, name, -1))
            if self.follower.callers.calling(name):
                return ""
        return "" if any(self._writes_anew(method) for name in _WRITING for method in self.names.named(name)) else str(entity[1])

    def _writes_anew(self, method: Fn) -> bool:
        """Whether a logger's class of the project makes records of its own: ``super()._log(level, Message(text, values), ())``."""
        if method.owner is None or method.module.facts.test:
            return False
        return any(name.rpartition(".")[2].endswith(_WRITERS) for name in self.names.mro(method.owner)[1])

    def made(self, module: Module) -> Iterator[LoggerMade]:
        """Loggers that are named by a literal, where a name of the module keeps them, or by the module's path."""
        for fn in module.functions:
            for call in fn.body.calls if "getLogger" in fn.head.called else ():
                node = fn.body.nodes[call]
                named = [fn.body.nodes[at] for at in (*node[2], *(value for _, value in node[3])) if at >= 0]
                if len(named) == 1 and named[0][:2] in _PATHS and self._outside(fn, node[1]) == "logging.getLogger":
                    place = span(self.follower.place(fn, node))
                    yield LoggerMade(place, "", named[0][1], module.dotted, module.facts.main, module.facts.test)
        yield from self._kept(module)

    def _kept(self, module: Module) -> Iterator[LoggerMade]:
        fn = module.functions[0]
        for name, value in fn.body.final.items():
            record = fn.body.nodes[value]
            call = fn.body.nodes[record[2]] if record[0] == ir.VAR else record
            if call[0] != ir.CALL or len(call[2]) != 1 or call[2][0] < 0 or fn.body.nodes[call[1]][0] != ir.ATTR:
                continue
            literal = fn.body.nodes[call[2][0]]
            if literal[0] == ir.CONST and isinstance(literal[1], str) and self.names.entity(fn, call[1]) == ("lib", "logging.getLogger"):
                place = span(self.follower.place(fn, call))
                yield LoggerMade(place, name, literal[1], module.dotted, module.facts.main, module.facts.test)


def _takes_long(name: str) -> bool:
    return name in _SLOW or not _SLOW.isdisjoint(split(name)[:1])


def _speaks_of_errors(fn: Fn) -> bool:
    """Whether a function is given an error, or is called where there is one, by its name."""
    names = (fn.name.rpartition(".")[2], *fn.head.params)
    return any(not _OF_ERRORS.isdisjoint(split(name)) for name in names)


def _telling(shape: shapes.Shape | None) -> bool:
    """Whether a call is not simply a template with the values that it asks for."""
    if shape is None:
        return False
    _, built, wanted, _, given, flags, costly = shape
    flagged = bool(flags & (shapes.IN_LOOP | shapes.CLASHING | shapes.UNTRACED | shapes.UNKNOWN_NAME))
    return built not in (shapes.OTHER, shapes.LITERAL) or wanted != given or bool(costly) or flagged


def _is_library(module: Module) -> bool:
    """Code that others import: no program's own module, nor one that reads a command line."""
    if module.facts.main or not module.tops.isdisjoint(COMMAND_MODULES):
        return False
    if any("parse" in name and "arg" in name for fn in module.functions for name in fn.head.called):
        return False
    folder = module.path.rpartition("/")[0]
    return _PROGRAMS.isdisjoint(split(module.path.removesuffix(".py"))) and _ASIDE.isdisjoint(split(folder))
