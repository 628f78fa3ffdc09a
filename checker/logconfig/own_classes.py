"""Handlers, formatters and filters of the project's own classes: the pipelines that use them are told what the classes do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from msgspec.structs import replace

from checker.logconfig.facts import OwnClass
from checker.logconfig.model import Filter, Formatter, Handler, LogPipeline

_IN_CODE = "project"
"""What stands for the module where a class is used in code."""


def with_classes(facts: Iterable[Any]) -> Iterator[Any]:
    """The facts, with what is known of the project's classes in its pipelines."""
    made = list(facts)
    classes: dict[str, list[OwnClass]] = {}
    for one in made:
        if isinstance(one, OwnClass):
            classes.setdefault(one.name, []).append(one)
    for one in made:
        yield _told(one, classes) if classes and isinstance(one, LogPipeline) else one


def lone_classes(facts: Iterable[Any]) -> Iterator[LogPipeline]:
    """A pipeline for each class of a file that stands alone whose handlers wait: who makes one and attaches it stands in no file here."""
    made = list(facts)
    used = {handler.waits for one in made if isinstance(one, LogPipeline) for handler in one.handlers.values()}
    for one in made:
        if isinstance(one, OwnClass) and one.waits and (one.span, one.waits) not in used:
            handler = Handler(one.name, one.span, f"{_IN_CODE}.{one.name}", one.span, somewhere=True, waits=(one.span, one.waits))
            yield LogPipeline("class", one.span, handlers={one.name: handler}, partial="who uses the class is not here")


def _told(pipeline: LogPipeline, classes: Mapping[str, list[OwnClass]]) -> LogPipeline:
    handlers = {name: _handler(one, classes) for name, one in pipeline.handlers.items()}
    formatters = {name: _formatter(one, classes) for name, one in pipeline.formatters.items()}
    filters = {name: _filter(one, classes) for name, one in pipeline.filters.items()}
    return replace(pipeline, handlers=handlers, formatters=formatters, filters=filters)


def _handler(handler: Handler, classes: Mapping[str, list[OwnClass]]) -> Handler:
    named = classes.get(_name(handler.cls), [])
    waiting, plain = _found(handler.cls, [one for one in named if one.waits]), _found(handler.cls, [one for one in named if one.stands_for])
    if plain is not None:
        return replace(handler, cls=plain.stands_for)
    return replace(handler, waits=(waiting.span, waiting.waits)) if waiting is not None else handler


def _formatter(formatter: Formatter, classes: Mapping[str, list[OwnClass]]) -> Formatter:
    found = _found(formatter.cls, [one for one in classes.get(_name(formatter.cls), ()) if one.timeless])
    return replace(formatter, timeless=True) if found is not None else formatter


def _filter(one: Filter, classes: Mapping[str, list[OwnClass]]) -> Filter:
    found = _found(one.cls, [known for known in classes.get(_name(one.cls), ()) if known.passes or known.drops])
    return replace(one, passes=found.passes, drops=found.span if found.drops else None) if found is not None else one


def _name(cls: str) -> str:
    return cls.rpartition(".")[2]


def _found(cls: str, named: list[OwnClass]) -> OwnClass | None:
    """The class of that name in the module that is named, or in one below it that hands its names on."""
    module = cls.rpartition(".")[0]
    for one in named:
        where = one.span.path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
        if module in ("", _IN_CODE) or f".{where}".endswith(f".{module}") or f".{module}." in f".{where}.":
            return one
    return None
