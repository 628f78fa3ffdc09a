"""Which calls write a record: loggers found by following names, and the vocabulary's other sinks."""

from __future__ import annotations

import msgspec

from checker import patterns as re
from checker.source import ir
from checker.source.flow.backwards import Follower
from checker.source.flow.literal import source
from checker.source.index.templates import brace_conversions
from checker.source.lexicon.words import split
from checker.source.logs import files
from checker.source.logs.held import Methods
from checker.source.logs.logger_names import PARTLY_GIVEN
from checker.source.names.elements import Entity, Fn
from checker.text import whole
from checker.vocabulary import Loggers, Sink

_NUMBERS = {10: "debug", 20: "info", 30: "warning", 40: "error", 50: "critical"}
_NOT_VALUES = frozenset({"exc_info", "stack_info", "stacklevel", "once", "level"})
_LEVELS = frozenset({"debug", "info", "warning", "warn", "error", "exception", "critical", "verbose", "trace", "notice"})
_LEVEL_WORDS = frozenset({"level", "lvl", "lev", "severity", "priority"})
_HANDED_ON = frozenset({"log", "_log"})
_MOST_STORED = 6
"""Values of an attribute that are looked at."""
_UNKNOWN_LOG, _FILE = Sink(kind="named", calls=()), Sink(kind="file", calls=())
_TAILS = ("logger", "log", "logging", "_log")
_NO_LOGS = ("catalog", "dialog", "blog", "backlog", "changelog", "analog", "datalog")


class Written(msgspec.Struct, frozen=True):
    """One argument of a sink: keyword or ``""``, position or -1, and its node."""

    name: str
    position: int
    node: int
    starred: bool = False


class Use(msgspec.Struct, frozen=True):
    """A call that writes a record."""

    kind: str
    level: str
    arguments: tuple[Written, ...]
    template: str
    server_only: bool = False
    bound: tuple[int, ...] = ()
    """Calls of ``bind`` on the way to the logger, whose keywords are written too."""
    within: tuple[Fn, int] | None = None
    """Of the call of a project's own log function: where that writes."""


class Sinks:
    """Recognises sinks; remembers what it found of each logger expression."""

    def __init__(self, follower: Follower) -> None:
        self._follower = follower
        self._names = follower.names
        self._tables = follower.tables
        self._methods = Methods(follower.names, follower.tables, self.logger)

    def use(self, fn: Fn, call: int) -> Use | None:
        """The sink that a call is, ``None`` where it is none."""
        nodes = fn.body.nodes
        node = nodes[call]
        callee = nodes[node[1]]
        if callee[0] == ir.CALL:
            given = self._methods.of(fn, node[1])
            return self._record(fn, node, given[0], given[1], ()) if given is not None else None
        entity = self._names.entity(fn, node[1])
        if callee[0] == ir.ATTR:
            found = self._method(fn, node, callee, entity)
            if found is not None:
                return found
        if entity is not None and (found := self._of_library(fn, node, entity)) is not None:
            return found
        handed = fn.head.params[callee[1]] if callee[0] == ir.PARAM and entity is None and node[2] else ""
        if handed and "log" in split(handed) and not self._follower.lexicon.masks(handed):
            return self._record(fn, node, self._tables.logger_names["logger"], "", ()) if "logger" in self._tables.logger_names else None
        handed_on = callee[0] == ir.ATTR and entity is None and node[2] and "logger" in self._tables.logger_names
        if handed_on and self._is_handed_on(fn, callee):
            return self._record(fn, node, self._tables.logger_names["logger"], "", ())
        if entity is not None and self._is_writer(entity, node):
            return self._record(fn, node, self._tables.logger_names["logger"], "", ())
        if callee[0] in (ir.VAR, ir.UNION, ir.ITEM, ir.GLOBAL) and (held := self._methods.of(fn, node[1])) is not None:
            return self._record(fn, node, held[0], held[1], ())
        if callee[0] == ir.ATTR and entity == PARTLY_GIVEN and (held := self._methods.kept(fn, callee)) is not None:
            return self._record(fn, node, held[0], held[1], ())
        known = entity is not None and entity[0] != "lib"
        if callee[0] == ir.ATTR and not known and (found := self._called(fn, node, callee)) is not None:
            return found
        return self._named(fn, node, entity) if entity is not None and entity[0] == "lib" else None

    def _of_library(self, fn: Fn, node: ir.Node, entity: Entity) -> Use | None:
        """What a function writes that the vocabulary knows by its whole name, also within the library that has it."""
        if entity[0] != "lib" and (entity[0] != "fn" or entity[1].owner is not None):
            return None
        dotted = str(entity[1]) if entity[0] == "lib" else f"{entity[1].module.dotted.removeprefix('src.')}.{entity[1].name}"
        sink = self._tables.sinks.find(dotted)
        if sink is not None and self._imported(fn, sink):
            return self._sink(fn, node, sink)
        head, _, tail = dotted.rpartition(".")
        owner = self._tables.logger_objects.get(head) or self._tables.factories.get(head) or self._tables.logger_classes.get(head)
        return self._record(fn, node, owner, tail, ()) if owner is not None and tail in self._tables.levels else None

    def _called(self, fn: Fn, node: ir.Node, callee: ir.Node) -> Use | None:
        """What a method of something unknown or of a library writes, by its name; and what is written to a file that is a log."""
        sink = next((one for one in self._tables.sinks.methods.get(callee[2], ()) if self._imported(fn, one)), None)
        if sink is None and callee[2] in files.WRITES and files.is_log(self._follower, fn, callee[1]):
            sink = _FILE
        return self._sink(fn, node, sink) if sink is not None else None

    def _named(self, fn: Fn, node: ir.Node, entity: Entity) -> Use | None:
        """What a function of an unknown library is given whose name says that it logs; a bare ``log`` must be given a text."""
        name = entity[1].rpartition(".")[2]
        if name in _HANDED_ON:
            told = next((argument for argument in node[2] if argument >= 0), -1)
            return self._sink(fn, node, _UNKNOWN_LOG) if told >= 0 and " " in self._template(fn, fn.body.nodes[told]).strip() else None
        return next((self._sink(fn, node, sink) for sink in self._tables.sinks.methods.get(name, ()) if sink.kind == "named"), None)

    def _is_handed_on(self, fn: Fn, callee: ir.Node) -> bool:
        """``self.log(text)`` of a class that keeps the method of an object which it is given: ``self.log = app.log``."""
        owner = self._names.entity(fn, callee[1]) if callee[2] in _HANDED_ON else None
        if owner is None or owner[0] != "inst":
            return False
        stores = next((found for base in self._names.mro(owner[1])[0] if (found := base.attributes.get(callee[2]))), ())
        return any((kept := source(where, value))[0] == ir.ATTR and kept[2] == callee[2] for where, value, _ in stores[:_MOST_STORED])

    def _is_writer(self, entity: Entity, node: ir.Node) -> bool:
        """``log(text, level="info")`` of a library that nobody here knows; a logarithm has no level."""
        named = entity[0] == "lib" and entity[1].rpartition(".")[2] == "log"
        return named and bool(node[2]) and any(name == "level" for name, _ in node[3]) and "logger" in self._tables.logger_names

    def _method(self, fn: Fn, node: ir.Node, callee: ir.Node, entity: Entity | None) -> Use | None:
        """``logger.info(...)`` and ``logger.bind(...)``."""
        name = callee[2]
        if name not in self._tables.levels and name not in self._tables.binders:
            return None
        if entity is not None and entity[0] == "fn" and (not self._is_logger_class(entity[1]) or self._redacts(entity[1])):
            return None
        owner, bound = self._unbound(fn, callee[1])
        logger = self.logger(fn, owner)
        if logger is None:
            return None
        if name in self._tables.binders:
            return self._binding(fn, node) if name in logger.binders else None
        if name not in logger.methods:
            return None
        use = self._record(fn, node, logger, name, bound)
        return msgspec.structs.replace(use, kind="print", server_only=True) if use is not None and self._prints(entity) else use

    def _prints(self, entity: Entity | None) -> bool:
        """Whether the method of a project's own logger does no more than print: then it says what a command has to say."""
        if entity is None or entity[0] != "fn" or entity[1].owner is None:
            return False
        own = not any(name in self._tables.logger_classes for name in self._names.mro(entity[1].owner)[1])
        return own and "print" in entity[1].head.called and self._tables.levels.keys().isdisjoint(entity[1].head.called)

    def is_own(self, method: Fn) -> bool:
        """Whether a method is that for a level of a class of the project's own which is called after a log."""
        return method.owner is not None and method.name in _LEVELS and self._looks_like_logger(method.owner.name)

    def _is_logger_class(self, method: Fn) -> bool:
        if method.owner is None or self.is_own(method):
            return method.owner is not None
        return any(name in self._tables.logger_classes for name in self._names.mro(method.owner)[1])

    def _redacts(self, method: Fn) -> bool:
        """Whether a method of a project's own logger masks what it is given: ``args = (scrub(args[0]),)``."""
        return any(map(self._tables.lexicon.masks, method.head.called))

    def _unbound(self, fn: Fn, owner: int) -> tuple[int, tuple[int, ...]]:
        """The logger behind ``logger.bind(a=1).opt(...)``, and the binding calls written in place."""
        bound: list[int] = []
        for _ in range(8):
            at, node = owner, fn.body.nodes[owner]
            if node[0] == ir.VAR:
                inner = fn.body.nodes[node[2]]
                if inner[0] != ir.CALL:
                    break
                at, node = node[2], inner
            if node[0] != ir.CALL or fn.body.nodes[node[1]][0] != ir.ATTR:
                break
            method = fn.body.nodes[node[1]]
            if method[2] not in self._tables.binders and method[2] not in ("opt", "patch", "getChild", "new", "with_fields"):
                break
            if method[2] in self._tables.binders:
                bound.append(at)
            owner = method[1]
        return owner, tuple(reversed(bound))

    def _binding(self, fn: Fn, node: ir.Node) -> Use | None:
        written = tuple(Written(name, -1, value) for name, value in node[3])
        return Use("structlog", "", written, "") if written else None

    def logger(self, fn: Fn, node: int) -> Loggers | None:
        """What makes an expression a logger, ``None`` where nothing does."""
        entity = self._names.entity(fn, node)
        if entity is not None:
            known = self.by_entity(entity)
            if known is not None:
                return known
            if entity[0] in ("fn", "cls") or (entity[0] == "inst" and not self._names.mro(entity[1])[1]):
                return self._by_name(fn, node) if entity[0] == "inst" and self._looks_like_logger(entity[1].name) else None
            if entity[0] == "mod" and not self._looks_like_logger(entity[1].parts[-1] if entity[1].parts else ""):
                return None
        record = fn.body.nodes[node]
        if record[0] == ir.UNION:
            for value in record[1]:
                found = self.logger(fn, value)
                if found is not None:
                    return found
        if record[0] == ir.ITEM and isinstance(record[2], str):  # log["access"].info(...)
            return self._by_name(fn, node) or self._by_name(fn, record[1])
        return self._by_name(fn, node) or self._kept(fn, record)

    def _kept(self, fn: Fn, record: ir.Node) -> Loggers | None:
        """The logger that an attribute of another name was given: ``self._out = logger``."""
        owner = self._names.entity(fn, record[1]) if record[0] == ir.ATTR else None
        if owner is None or owner[0] != "inst":
            return None
        stores = next((found for base in self._names.mro(owner[1])[0] if (found := base.attributes.get(record[2]))), ())
        given = (self._by_name(where, value) for where, value, _ in stores[:_MOST_STORED] if where.body.nodes[value][0] == ir.PARAM)
        return next((logger for logger in given if logger is not None), None)

    @staticmethod
    def _looks_like_logger(name: str) -> bool:
        return name.lower().endswith(_TAILS) and not name.lower().endswith(_NO_LOGS)

    def by_entity(self, entity: Entity) -> Loggers | None:
        """What makes a thing a logger, whatever its name."""
        tables = self._tables
        kind, what = entity[0], entity[1]
        if kind == "lib":
            return tables.logger_objects.get(what) or tables.logger_classes.get(what)
        if kind == "made":
            found = tables.factories.get(what) or tables.logger_classes.get(what)
            if found is None and what.rpartition(".")[2] in ("getChild", "bind", "opt", "new", "getLogger", "get_logger"):
                found = tables.factory_tails.get("getLogger")
            return found
        if kind == "inst":
            for name in self._names.mro(what)[1]:
                if name in tables.logger_classes:
                    return tables.logger_classes[name]
        return None

    def _by_name(self, fn: Fn, node: int) -> Loggers | None:
        text = self._follower.text(fn, node)
        last = text.removesuffix("()").rpartition(".")[2]
        if text.endswith("()"):
            return self._tables.factory_tails.get(last)
        if text.endswith("]"):  # LOGGERS["api"], self.loggers[name]
            of_loggers = text.partition("[")[0].rpartition(".")[2].lower().endswith("loggers")
            return self._tables.logger_names.get("logger") if of_loggers else None
        found = self._tables.logger_names.get(last)
        if found is None and last.lower().strip("_").endswith(_TAILS) and len(last) < 40 and not last.lower().endswith(_NO_LOGS):
            found = self._tables.logger_names.get("logger")
        if found is not None:
            binding = self._names.entity(fn, node)
            if binding is not None and binding[0] in ("lib", "made"):
                top = binding[1].partition(".")[0]
                if top in ("math", "numpy", "np", "torch", "tf", "sympy", "cmath", "jax", "scipy"):
                    return None
        return found

    def _imported(self, fn: Fn, sink: Sink) -> bool:
        return not sink.imports or not fn.module.tops.isdisjoint(sink.imports)

    def _record(self, fn: Fn, node: ir.Node, logger: Loggers, method: str, bound: tuple[int, ...]) -> Use | None:
        level = logger.methods.get(method, "")
        arguments = [Written("", position, _plain(argument), argument < 0) for position, argument in enumerate(node[2])]
        if method in ("log", "_log", "alog") and logger.kind != "twisted" and arguments:
            level = self._level(fn, arguments.pop(0).node)
        keywords = [Written(name, -1, value) for name, value in node[3] if name not in _NOT_VALUES]
        template = ""
        if arguments:
            first = fn.body.nodes[arguments[0].node]
            template = self._template(fn, first)
            if logger.kind == "loguru":
                arguments = arguments[: 1 + _fields(fn, first, len(arguments))]
        return Use(logger.kind, level, (*arguments, *keywords), template, False, bound)

    @staticmethod
    def _template(fn: Fn, node: ir.Node) -> str:
        if node[0] == ir.CONST and isinstance(node[1], str):
            return node[1]
        if node[0] == ir.CALL and node[2] and node[2][0] >= 0 and fn.body.nodes[node[1]][0] in (ir.GLOBAL, ir.IMPORT, ir.VAR):
            first = fn.body.nodes[node[2][0]]  # a translation's marker: _LE("...")
            return first[1] if first[0] == ir.CONST and isinstance(first[1], str) else ""
        if node[0] == ir.JOIN:
            return "".join(str(part[1]) if part[0] == ir.CONST else "{}" for part in (fn.body.nodes[item] for item in node[1]))
        return ""

    def _level(self, fn: Fn, node: int) -> str:
        record = fn.body.nodes[node]
        if record[0] == ir.CONST:
            return _NUMBERS.get(record[1], str(record[1]).lower() if isinstance(record[1], str) else "")
        name = self._follower.text(fn, node).rpartition(".")[2].lower()
        return name if name in ("debug", "info", "warning", "error", "critical") else ""

    def _is_level(self, fn: Fn, node: int) -> bool:
        """Whether what a call is given first is a level: ``xbmc.log(text, level)`` is given the text."""
        record = fn.body.nodes[node]
        named = not _LEVEL_WORDS.isdisjoint(split(self._follower.text(fn, node))[-1:])
        return named or isinstance(record[1] if record[0] == ir.CONST else None, int) or bool(self._level(fn, node))

    def _sink(self, fn: Fn, node: ir.Node, sink: Sink) -> Use | None:
        written: list[Written] = []
        for position, argument in enumerate(node[2]):
            if not sink.arguments or str(position) in sink.arguments:
                written.append(Written("", position, _plain(argument), argument < 0))
        for name, value in node[3]:
            if (not sink.arguments or name in sink.arguments) and name not in _NOT_VALUES:
                written.append(Written(name, -1, value))
        if sink.kind == "print" and any(name == "file" for name, _ in node[3]):
            if not self._to_stderr(fn, node):
                of_log = any(name == "file" and files.is_log(self._follower, fn, value) for name, value in node[3])
                return self._sink(fn, [*node[:3], [], *node[4:]], _FILE) if of_log else None
            written = [item for item in written if item.name not in ("file", "end", "sep", "flush")]
        template = self._template(fn, fn.body.nodes[written[0].node]) if written else ""
        level = sink.level
        if sink.kind == "logging":
            tail = self._follower.text(fn, node[1]).rpartition(".")[2]
            level = level or self._tables.levels.get(tail, "")
            if tail == "log" and written and self._is_level(fn, written[0].node):
                level = self._level(fn, written.pop(0).node)
        return Use(sink.kind, level, tuple(written), template, sink.server_only)

    def _to_stderr(self, fn: Fn, node: ir.Node) -> bool:
        """``file=sys.stderr``; what is written to another program's ``stdin`` is its input."""
        streams = [self._follower.text(fn, value) for name, value in node[3] if name == "file"]
        return any("std" in stream and not stream.endswith("stdin") for stream in streams)


def _plain(argument: int) -> int:
    return -1 - argument if argument < 0 else argument


def _fields(fn: Fn, template: ir.Node, most: int) -> int:
    """How many of the values that stand behind a message loguru puts into it, which drops the others; all where it is not written out."""
    parts = [fn.body.nodes[part] for part in template[1]] if template[0] == ir.JOIN else [template]
    written = [part[1] for part in parts if part[0] == ir.CONST and isinstance(part[1], str)]
    if not written or (len(written) < len(parts) and template[0] != ir.JOIN):
        return most
    names = (re.split(r"[.\[]", name)[0] for name, _ in brace_conversions("".join(written)))
    places = [whole(name) if name else number for number, name in enumerate(names)]
    return max((place + 1 for place in places if place is not None), default=0)
