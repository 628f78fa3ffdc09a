"""The dictionary schema of ``logging.config`` (documented under "Configuration dictionary schema") to nodes.

Read as `logging.config.DictConfigurator` reads it: what that ignores is ignored here, and noted as misread.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
from msgspec.structs import replace

from checker.logconfig.evaluate.scope import Cls, Func, Instance
from checker.logconfig.keys import logger_keys, misread_formatter, misread_handler, misread_name, misread_root
from checker.logconfig.model import Filter, Formatter, Handler, Logger, Misread, Reference, Setting
from checker.logconfig.resolve import Resolver
from checker.logconfig.spoken import spoken
from checker.logconfig.values import ELLIPSIS, Items, Made, Map, Ref, Value
from checker.model import Span

SECTIONS = ("formatters", "filters", "handlers", "loggers")
_HANDLER_KEYS = frozenset(("class", "()", "level", "formatter", "filters", "."))
_MOST = 5_000
"""Entries of one section that are read."""


class Parsed(msgspec.Struct):
    """One configuration dictionary."""

    span: Span
    loggers: dict[str, Logger] = msgspec.field(default_factory=dict)
    handlers: dict[str, Handler] = msgspec.field(default_factory=dict)
    formatters: dict[str, Formatter] = msgspec.field(default_factory=dict)
    filters: dict[str, Filter] = msgspec.field(default_factory=dict)
    misread: list[Misread] = msgspec.field(default_factory=list)
    disables: Span | None = None
    """Where it disables existing loggers."""
    incremental: bool = False
    partial: str = ""
    spoken: dict[str, frozenset[str]] = msgspec.field(default_factory=dict)
    possible: set[tuple[str, str]] = msgspec.field(default_factory=set)
    """Section and name of entries that are there under some condition."""


def is_configuration(value: Value, resolver: Resolver) -> bool:
    """Whether a mapping has the schema: two of its sections, each a mapping of mappings, one of them handlers, loggers or root."""
    found = {key: one for key, one, _ in resolver.entries(value) if isinstance(key, str)}
    shaped = [name for name in (*SECTIONS, "root") if name in found and isinstance(found[name].data, Map)]
    if not {"handlers", "loggers", "root"} & set(shaped) or not ({"version", "disable_existing_loggers"} & found.keys() or len(shaped) > 1):
        return False
    if not _handlers_look_right(found.get("handlers"), resolver):
        return False
    certain = "version" in found and "handlers" in shaped and ("formatters" in shaped or "root" in shaped)  # a logger may be wrong
    return _loggers_look_right(found.get("loggers"), resolver, certain=certain)


def _handlers_look_right(section: Value | None, resolver: Resolver) -> bool:
    if section is None:
        return True
    inner = [one for _, one, _ in resolver.entries(section)]
    return all(isinstance(one.data, Map) and {"class", "()"} & one.data.entries.keys() for one in inner if one.known) if inner else True


def _loggers_look_right(section: Value | None, resolver: Resolver, *, certain: bool) -> bool:
    if section is None:
        return True
    known = {"level", "handlers", "propagate", "filters"}
    inner = [one for _, one, _ in resolver.entries(section)]
    return all(
        isinstance(one.data, Map) and (certain or not one.data.entries or known & one.data.entries.keys()) for one in inner if one.known
    )


def parse(value: Value, resolver: Resolver) -> Parsed:
    """Read a dictionary of that schema."""
    made = Parsed(value.span)
    made.spoken = spoken(value)
    top = {str(key): (one, place) for key, one, place in resolver.entries(value)}
    held = resolver.resolve(value).data
    made.partial = held.more if isinstance(held, Map) else "the configuration is not known"
    if top.keys().isdisjoint(("version", "loggers", "root")):
        made.partial = made.partial or "whoever reads it brings the loggers"
    if "dynaconf_merge" in top or "dynaconf_merge_unique" in top:
        made.partial = "dynaconf merges it into another"
    made.misread += misread_root(top, value.span, resolver)
    incremental = top.get("incremental")
    made.incremental = bool(incremental and resolver.setting(incremental[0]).value)
    made.disables = _disables(top, value.span, resolver) if not made.incremental and not made.partial else None
    sections = {name: list(_section(top, name, resolver, made)) for name in SECTIONS}
    made.formatters = {name: _formatter(name, one, place, resolver, made) for name, one, place in sections["formatters"]}
    made.filters = {name: _filter(name, one, place, resolver, made) for name, one, place in sections["filters"]}
    made.handlers = {name: _handler(name, one, place, resolver, made) for name, one, place in sections["handlers"]}
    for name, one, place in sections["loggers"]:
        known = "" if name == "root" else name  # since Python 3.9 getLogger("root") is the root
        made.loggers[known] = _logger(known, one, place, resolver, made)
    if "root" in top:
        made.loggers[""] = _logger("", *top["root"], resolver, made)
    return made


def _disables(top: dict[str, tuple[Value, Span]], span: Span, resolver: Resolver) -> Span | None:
    if "disable_existing_loggers" not in top:
        return span
    value, place = top["disable_existing_loggers"]
    setting = resolver.setting(value)
    return place if setting.value and not setting.unknown else None


def _section(top: dict[str, tuple[Value, Span]], name: str, resolver: Resolver, made: Parsed) -> Iterator[tuple[str, Value, Span]]:
    if name not in top:
        return
    section = resolver.resolve(top[name][0])
    if isinstance(section.data, Map):
        made.partial = made.partial or section.data.more
    elif not section.known:
        made.partial = made.partial or section.reason or f"the section {name} is not known"
    made.possible |= {(name, str(key)) for key in section.data.entries} if isinstance(section.data, Map) else set()
    for number, (key, one, place) in enumerate(resolver.entries(section)):
        if number >= _MOST:
            made.partial = made.partial or f"it has more than {_MOST:,} {name}"
            return
        yield str(key), one, place


def _formatter(name: str, value: Value, place: Span, resolver: Resolver, made: Parsed) -> Formatter:
    options = _options(value, resolver)
    if not isinstance(value.data, Map):
        return Formatter(name, place, "", unknown=value.reason or "it is not known")
    made.misread += misread_formatter(value, resolver)
    factory = "()" in options
    cls = _dotted(options.pop("()", None) or options.pop("class", None)) if factory or "class" in options else "logging.Formatter"
    text = options.pop("format", None) or (options.pop("fmt", None) if factory else None)
    style = options.pop("style", None)
    told = str(style.value) if style is not None and style.value in ("%", "{", "$") else "%"
    return Formatter(name, place, cls, text, options.pop("datefmt", None), told, options, value.data.more)


def _filter(name: str, value: Value, place: Span, resolver: Resolver, made: Parsed) -> Filter:
    options = _options(value, resolver)
    if "()" in options:
        return Filter(name, place, _dotted(options.pop("()")), options)
    ignored = options.pop("class", None)
    if ignored is not None:
        made.misread.append(Misread(ignored.span, f"a filter's `class` is ignored, so {name} lets everything through: name it as `()`"))
    return Filter(name, place, "logging.Filter", options)


def _handler(name: str, value: Value, place: Span, resolver: Resolver, made: Parsed) -> Handler:
    entries = {str(key): (one, at) for key, one, at in resolver.entries(value)}
    named = entries.get("()") or entries.get("class")
    cls = _dotted(resolver.setting(named[0])) if named else ""
    made.misread += misread_handler(name, cls, entries, place, resolver)
    level = _here(resolver.setting(entries["level"][0]), entries["level"][1], value) if "level" in entries else None
    formatter = _reference(entries["formatter"][0], resolver) if "formatter" in entries else None
    if formatter is not None and not formatter.name and not formatter.unknown:
        formatter = None
    options = {key: _here(resolver.option(key, one), at, value) for key, (one, at) in entries.items() if key not in _HANDLER_KEYS}
    targets = tuple(_targets(entries, resolver))
    filters = tuple(_filters(entries["filters"][0], resolver)) if "filters" in entries else ()
    return Handler(name, place, cls, named[0].span if named else place, level, formatter, filters, options, targets)


def _here(setting: Setting, key: Span, owner: Value) -> Setting:
    """A setting whose value is named, and stands elsewhere, is told where the name is used."""
    own = owner.span
    inside = setting.span.path == own.path and own.line <= setting.span.line <= own.end_line
    return setting if inside else replace(setting, span=key)


def _targets(entries: dict[str, tuple[Value, Span]], resolver: Resolver) -> Iterator[Reference]:
    """The handlers that a MemoryHandler's or QueueHandler's entry names."""
    for key in ("target", "handlers"):
        if key in entries:
            value = resolver.resolve(entries[key][0])
            found = _references(value, resolver) if isinstance(value.data, Items) else iter([_reference(value, resolver)])
            for reference in found:
                yield Reference(reference.name.removeprefix("cfg://handlers."), reference.span, reference.unknown)


def _logger(name: str, value: Value, place: Span, resolver: Resolver, made: Parsed) -> Logger:
    entries = {str(key): (one, at) for key, one, at in resolver.entries(value)}
    made.misread += (*misread_name(name, place), *logger_keys(name, entries, resolver))
    level = _here(resolver.setting(entries["level"][0]), entries["level"][1], value) if "level" in entries else None
    propagate = (
        _here(resolver.setting(entries["propagate"][0]), entries["propagate"][1], value) if "propagate" in entries and name else None
    )
    if propagate is not None and propagate.value is None and not propagate.unknown:
        propagate = None
    named = _references(entries["handlers"][0], resolver) if "handlers" in entries else iter(())
    own = value.span
    handlers = tuple(
        one if one.span.path == own.path and own.line <= one.span.line <= own.end_line else replace(one, span=entries["handlers"][1])
        for one in named
    )  # a list that stands elsewhere is told where it is used
    filters = tuple(_filters(entries["filters"][0], resolver)) if "filters" in entries else ()
    return Logger(name, place, level, propagate, handlers, filters, None, _more(value, entries, resolver))


def _more(value: Value, entries: dict[str, tuple[Value, Span]], resolver: Resolver) -> str:
    if not isinstance(value.data, Map):
        return value.reason or "it is not known"
    listed = resolver.resolve(entries["handlers"][0]) if "handlers" in entries else None
    if listed is None or (listed.data is None and listed.known):
        return value.data.more
    return value.data.more or (listed.data.more if isinstance(listed.data, Items) else listed.reason)


def _references(value: Value, resolver: Resolver) -> Iterator[Reference]:
    for setting in resolver.names(value):
        yield _named(setting)


def _filters(value: Value, resolver: Resolver) -> Iterator[Reference]:
    """Names of filters; since Python 3.11 an object or a function may stand in their place, which names nothing."""
    for one in resolver.items(value):
        found = resolver.resolve(one)
        yield (
            Reference("", found.span, "it is an object")
            if isinstance(found.data, Ref | Made | Func | Cls | Instance)
            else _reference(one, resolver)
        )


def _reference(value: Value, resolver: Resolver) -> Reference:
    return _named(resolver.setting(value))


def _named(setting: Setting) -> Reference:
    if setting.unknown or not isinstance(setting.value, str):
        return Reference("", setting.span, setting.unknown)
    if ELLIPSIS in setting.value:
        return Reference("", setting.span, setting.open or "a part of the name is not known")
    return Reference(setting.value, setting.span, open=setting.open)


def _options(value: Value, resolver: Resolver) -> dict[str, Setting]:
    return {str(key): _here(resolver.option(str(key), one), at, value) for key, one, at in resolver.entries(value)}


def _dotted(setting: Setting | None) -> str:
    if setting is None or setting.unknown or not isinstance(setting.value, str):
        return ""
    name = setting.value.removeprefix("ext://").removesuffix("()")
    return {"StreamHandler": "logging.StreamHandler", "FileHandler": "logging.FileHandler", "NullHandler": "logging.NullHandler"}.get(
        name, name
    )
