"""Filters, formatters and processors that redact or escape every record: whether a project has one, and has installed it."""

from __future__ import annotations

from collections.abc import Collection, Iterator

import msgspec

from checker.source import ir
from checker.source.flow.backwards import Follower
from checker.source.flow.literal import unnamed
from checker.source.lexicon.masks import is_mask
from checker.source.logs import redacting
from checker.source.logs.logger_names import OWN, logger_name
from checker.source.logs.on_request import is_on_request
from checker.source.logs.redacting import ALL, REWRITING, covers
from checker.source.logs.sinks import Use
from checker.source.names.elements import Cls, Fn, Module
from checker.source.names.lookup import Names
from checker.source.names.survey import Survey

_BASES = ("Filter", "Formatter", "JsonFormatter", "LogRecord", "StreamHandler", "Handler", "RotatingFileHandler", "LoggerAdapter")
_INSTALLERS = frozenset({"addFilter", "setFormatter", "dictConfig", "setLogRecordFactory", "configure", "addHandler", "patch"})
_WHERE_SET_UP = ("settings", "log")
"""Parts of the paths of files that configure logging."""
_RENDERING = ("structlog", "pythonjsonlogger", "logging", "json_log_formatter", "loguru")
_PROCESSING = ("structlog", "loguru")
_CONFIGURING = "dictConfig"
_SETTER = "setFormatter"
_PLAIN = ("made", "logging.Formatter")
_FACTORY = "setLogRecordFactory"
_RENDERERS = frozenset({"JSONRenderer", "JsonFormatter", "JSONFormatter"})
_JSON = ("JSONRenderer", "JsonFormatter", "jsonlogger", "JSONFormatter", "python_json_logger", "pythonjsonlogger")


_PROCESSOR = ("logger", "method_name", "event_dict")
"""What structlog gives a processor."""
_RECORDS = frozenset({"record", "rec", "r", "event", "event_dict", "entry", "log_entry", "message", "msg", "log_record", "log_message"})
"""What the parameter of a processor or patcher is called, if some other one calls it."""


class Protection(msgspec.Struct, frozen=True):
    """What holds for all records of a part of the project."""

    folders: tuple[tuple[str, ...], ...]
    """Module paths below which a redacting filter or formatter is installed."""
    escaped: bool
    """Whether a JSON renderer or an escaping formatter is installed."""
    loggers: tuple[tuple[str, str, tuple[str, ...]], ...] = ()
    """Loggers that such a filter is put on: it sees their own records, and none of those below them. The file in which it is put there,
    the logger's name, and the folder of those who may have the logger from there."""

    keyed: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = ()
    """Module paths below which what stands under some keys is hidden, and these keys; none where it may be any."""

    def hides(self, module: Module, keywords: Collection[str]) -> bool:
        """Whether all of what is given by these keywords is hidden in records of that module; ``""`` is what stands in the text."""
        keys = [keys for folder, keys in self.keyed if tuple(module.parts[: len(folder)]) == folder]
        return bool(keywords and keys) and all(any(covers(one, name) for one in keys) for name in keywords)

    def redacts(self, module: Module, logger: str | None) -> bool:
        """Whether records that code of that module writes by the logger of that name are redacted; see `logger_name`."""
        own = module.facts.path
        named = any(logger == name for path, name, _ in self.loggers if name != OWN or path == own)
        folders = (*self.folders, *(folder for _, _, folder in self.loggers if logger is None))
        return named or any(tuple(module.parts[: len(folder)]) == folder for folder in folders)


def redacts(names: Names, guard: Protection, fn: Fn, use: Use, logger: str | None) -> bool:
    """Whether a filter hides what is written, there or by the log function that writes it: the one that is put on its logger."""
    if use.within is None or use.kind != "logging":
        return guard.redacts(fn.module, logger)
    where, call = use.within
    name = logger_name(names, where, call)
    return guard.redacts(where.module, name) or guard.redacts(fn.module, name)


def protection(follower: Follower) -> Protection:
    """Look through all modules that import logging (or structlog, loguru) and install something."""
    folders: list[tuple[str, ...]] = []
    loggers: list[tuple[str, str, tuple[str, ...]]] = []
    keyed: list[tuple[tuple[str, ...], tuple[str, ...]]] = []
    escaped = False
    for module in _candidates(follower.names.survey):
        if module.facts.test:
            continue
        for cls in module.classes:
            if not _is_log_class(follower, cls):
                continue
            hides, escaping = _works(follower, cls)
            escaping = escaping or any(name.endswith(_JSON) for name in follower.names.mro(cls)[1])
            places = _installed(follower, cls.name, module) if hides or escaping else []
            hides = hides and not (places and is_on_request(follower, cls))
            escaped = escaped or (escaping and any(not _writes_text_too(follower, place) for place in places))
            if hides and places:
                named, keys = _put_on(follower, cls), redacting.of_class(follower, cls)
                if keys == ALL:
                    loggers += named
                    folders += [] if named else map(_reach, places)
                else:
                    keyed += ((_reach(place), keys) for place in places)
        if any(_FACTORY in fn.head.called and _is_factory(follower, fn) for fn in module.functions):
            folders.append(_reach(module))
        if not module.tops.isdisjoint(_PROCESSING):
            for fn in filter(lambda one: _is_processor(follower, one), module.functions[1:]):
                if (keys := redacting.of_function(follower, fn)) == ALL:
                    folders.append(_reach(module))
                else:
                    keyed.append((_reach(module), keys))
        escaped = escaped or (_json(follower, module) and not _writes_text_too(follower, module))
    return Protection(tuple(dict.fromkeys(folders)), escaped, tuple(dict.fromkeys(loggers)), tuple(dict.fromkeys(keyed)))


def _candidates(survey: Survey) -> Iterator[Module]:
    """Modules that may have such a class or function, or say how records are rendered."""
    filters = {at for at, _ in survey.methods.places("filter")}
    derived = survey.derived(lambda name: name.rpartition(".")[2] in _BASES)
    rendering = survey.importing(_RENDERING) & survey.calling((_CONFIGURING, *_RENDERERS))
    return survey.of(filters | derived | rendering | survey.importing(_PROCESSING) | survey.calling((_FACTORY,)))


def _reach(module: Module) -> tuple[str, ...]:
    """A set-up module serves the package that it stands in: its top folder, or everything where it stands at the top."""
    parts = module.parts[:-1]
    if parts[:1] == ["src"]:
        return tuple(parts[:2])
    return tuple(parts if len(parts) > 2 else parts[:1])


def _is_log_class(follower: Follower, cls: Cls) -> bool:
    libraries = follower.names.mro(cls)[1]
    return any(name.rpartition(".")[2] in _BASES for name in libraries) or (
        "filter" in cls.record.methods and "logging" in cls.module.tops and cls.name.endswith("Filter")
    )


def _works(follower: Follower, cls: Cls) -> tuple[bool, bool]:
    """Whether the class's methods mask something, and whether they replace line breaks."""
    hides = escaping = False
    for index in cls.record.methods.values():
        fn = cls.module.functions[index]
        calls = set(fn.head.called)
        literals = [record[1] for record in fn.body.nodes if record[0] == ir.CONST and isinstance(record[1], str)]
        masks = any(is_mask(text) for text in literals)
        spoken = (record[2] for record in fn.body.nodes if record[0] == ir.ATTR)  # self.strings_to_redact
        named = any(follower.lexicon.masks(name) for name in (*calls, cls.name, fn.name, *spoken))
        changes = not calls.isdisjoint(("sub", "subn", "replace", "pop", "format", "translate", "dumps")) or any(
            follower.lexicon.masks(name) for name in calls
        )
        hides = hides or ((masks or named) and (changes or masks))
        breaks = any(text in ("\n", "\r", "\\n", "\r\n") or "\\n" in text or "\\r" in text for text in literals)
        escaping = escaping or (breaks and not calls.isdisjoint(("replace", "sub", "translate"))) or "dumps" in calls
        escaping = escaping or ("format" in cls.record.methods and any(_escapes(follower, fn, call) for call in fn.body.calls))
    return hides, escaping


def _escapes(follower: Follower, fn: Fn, call: int) -> bool:
    """Whether a call runs a function of the project that hands its text on without line breaks."""
    results = [follower.functions.results.of(target) for target, _ in follower.names.callees(fn, call) if target.owner is None]
    return any(result.refs and all("untrusted" in ref.removed for ref in result.refs) for result in results)


def _installed(follower: Follower, name: str, home: Module) -> list[Module]:
    """The modules that name the class where it can take effect: in a call, or as text in a configuration."""
    found = []
    survey = follower.names.survey
    written = (one.position for one in follower.names.modules if any(word in one.path for word in _WHERE_SET_UP))
    may = survey.of({*written, *survey.calling((name,)), *survey.importing(("logging",))})
    for module in follower.names.naming(may, name):
        if module.facts.test:
            continue
        installs = any(not _INSTALLERS.isdisjoint(fn.head.called) for fn in module.functions)
        if module is not home and not _imports(module, name) and not installs and not _in_text(module, name):
            continue
        if any(name in fn.head.called for fn in module.functions) or _in_text(module, name):
            found.append(module)
    return found


def _writes_text_too(follower: Follower, module: Module) -> bool:
    """Whether a handler gets a formatter of plain text beside one that gets another: ``console.setFormatter(logging.Formatter())``.

    Not one that gets the one or the other, as a setting says.
    """
    plain, other = set[tuple[int, str]](), set[tuple[int, str]]()
    for fn in module.functions:
        for call in fn.body.calls if _SETTER in fn.head.called else ():
            _, callee, given, *_ = fn.body.nodes[call]
            record = fn.body.nodes[callee]
            if record[0] == ir.ATTR and record[2] == _SETTER and given and given[0] >= 0:
                made = follower.names.entity(fn, given[0])
                (plain if made == _PLAIN else other).add((fn.index, follower.text(fn, record[1])))
    return bool(plain - other)


def _put_on(follower: Follower, cls: Cls) -> list[tuple[str, str, tuple[str, ...]]]:
    """The loggers that a class's filters are put on, where every mention of the class does so: ``logger.addFilter(Redact())``."""
    found = []
    for module in follower.names.naming(follower.names.modules, cls.name):
        if module.facts.test or (module is not cls.module and not _imports(module, cls.name)):
            continue
        if any(cls.name in fn.head.called and "addFilter" not in fn.head.called for fn in module.functions) or _in_text(module, cls.name):
            return []
        for fn in module.functions:
            made = [call for call in fn.body.calls if follower.names.entity(fn, fn.body.nodes[call][1]) == ("cls", cls)]
            put = [call for call in fn.body.calls if _is_put(fn, call, made)] if made else []
            names = [logger_name(follower.names, fn, call) for call in put]
            if len(put) < len(made) or not all(names):
                return []  # on a handler, on the root logger, or where nobody knows
            found += [(module.facts.path, str(name), _reach(module)) for name in names]
    return found


def _is_put(fn: Fn, call: int, made: list[int]) -> bool:
    """``logger.addFilter(made)``"""
    node = fn.body.nodes[call]
    callee = fn.body.nodes[node[1]]
    return bool(callee[0] == ir.ATTR and callee[2] == "addFilter" and any(unnamed(fn, given) in made for given in node[2]))


def _imports(module: Module, name: str) -> bool:
    return name.encode() in module.facts.bodies[0] and name in module.functions[0].body.final


def _in_text(module: Module, name: str) -> bool:
    """``"()": "shop.log.RedactingFilter"``, also as a bare reference in a dict."""
    if not any(word in module.path for word in _WHERE_SET_UP) and "logging" not in module.tops:
        return False
    written = name.encode()
    for fn in module.functions:
        if written not in module.facts.bodies[fn.index]:  # encoded, text still stands there as it is: most bodies need no decoding
            continue
        for record in fn.body.nodes:
            if record[0] == ir.CONST and isinstance(record[1], str) and record[1].rpartition(".")[2] == name:
                return True
            if record[0] == ir.DICT and any(_is_named(fn, value, name) for value in record[2]):
                return True
    return False


def _is_named(fn: Fn, value: int, name: str) -> bool:
    """Whether a value is a class of that name as it stands, of the module's own or imported."""
    record = fn.body.nodes[value]
    own = fn.module.classes
    return bool(record[:2] == [ir.VAR, name] or (record[0] == ir.CLASS and record[1] < len(own) and own[record[1]].name == name))


def _is_factory(follower: Follower, fn: Fn) -> bool:
    """Whether a function has every record made by another one, which puts masks into what it says."""
    for call in fn.body.calls:
        _, callee, given, *_ = fn.body.nodes[call]
        if not given or given[0] < 0 or follower.text(fn, callee).rpartition(".")[2] != _FACTORY:
            continue
        entity = follower.names.entity(fn, given[0])
        made: Fn | None = entity[1] if entity is not None and entity[0] == "fn" else None
        if made is not None and not REWRITING.isdisjoint(made.head.called) and follower.functions.redactors.some(made):
            return True
    return False


def _drops(follower: Follower, fn: Fn) -> bool:
    """Whether a processor of events takes out, or overwrites, what stands under keys that the code calls secrets."""
    if len(fn.head.params) != len(_PROCESSOR) or fn.head.params[2] not in _RECORDS:
        return False
    nodes = fn.body.nodes
    if not any((told := follower.lexicon.tell(text)) and told.category == "secret" for text in redacting.said(fn)):
        return False
    return "pop" in fn.head.called or any(record[0] == ir.DROP or (record[0] == ir.CONST and is_mask(record[1])) for record in nodes)


def _is_processor(follower: Follower, fn: Fn) -> bool:
    """A structlog processor or loguru patcher whose name and body mask, or whose body tells which keys it takes out."""
    if _drops(follower, fn):
        return True
    if len(fn.head.params) not in (1, 3) or not follower.lexicon.masks(fn.name):
        return False
    if len(fn.head.params) == 1 and fn.head.params[0] not in _RECORDS and follower.names.survey.calling((fn.name,)):
        return False  # mask_phone(phone), which the code calls for one value
    return any(record[0] == ir.CONST and is_mask(record[1]) for record in fn.body.nodes) or "pop" in fn.head.called


def _json(follower: Follower, module: Module) -> bool:
    """Whether a module has records written as JSON, by the class that it calls or names where it configures or at its top."""
    if module.tops.isdisjoint(_RENDERING):
        return False
    configures = any(_CONFIGURING in fn.head.called for fn in module.functions)
    for fn in module.functions:
        if configures and (_CONFIGURING in fn.head.called or fn is module.functions[0]) and _names_json(fn):
            return True
        if not _RENDERERS.isdisjoint(fn.head.called):
            return True
    return False


def _names_json(fn: Fn) -> bool:
    """Whether a text in a function names a class that writes JSON: ``"()": "pythonjsonlogger.jsonlogger.JsonFormatter"``."""
    return any(record[0] == ir.CONST and isinstance(record[1], str) and record[1].endswith(_JSON) for record in fn.body.nodes)
