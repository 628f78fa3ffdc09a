"""What a later call makes of an earlier one: ``basicConfig`` does nothing where the root logger has handlers already, ``force=True`` and
``dictConfig`` take them away.
"""

from __future__ import annotations

from collections.abc import Mapping

from checker.logconfig.evaluate.scope import Event
from checker.logconfig.model import Formatter, Handler, Logger
from checker.logconfig.resolve import Resolver
from checker.logconfig.values import Map

APPLYING = "logging.config.dictConfig"


def follows(first: Event | None, later: Event) -> bool:
    """Whether a call is surely done before another one of its file: under no condition, by the module itself or the same function."""
    return first is not None and not first.conditions and first.function in ("", later.function)


def is_forced(event: Event) -> bool | None:
    """Whether ``basicConfig`` takes the handlers away that are there; ``None`` where that is not known."""
    force = event.keywords.get("force")
    if force is None:
        return False
    return force.data if isinstance(force.data, bool) and not force.open else None


def sets_root(event: Event, resolver: Resolver) -> bool:
    """Whether a dictionary that is applied gives the root logger its handlers anew."""
    given = event.argument(0, "config")
    held = resolver.resolve(given).data if given is not None and not event.conditions else None
    if not isinstance(held, Map) or "incremental" in held.entries:
        return False
    loggers = resolver.resolve(held.entries["loggers"]).data if "loggers" in held.entries else None
    return "root" in held.entries or (isinstance(loggers, Map) and "" in loggers.entries)


def without_root(
    loggers: Mapping[str, Logger], handlers: Mapping[str, Handler], formatters: Mapping[str, Formatter]
) -> tuple[dict[str, Logger], dict[str, Handler], dict[str, Formatter]]:
    """The parts that are left where the root logger's handlers are taken away."""
    rest = {name: one for name, one in loggers.items() if name}
    root = loggers.get("")
    gone = {ref.name for ref in root.handlers} if root is not None else set()
    gone -= {ref.name for one in rest.values() for ref in one.handlers}
    kept = {name: one for name, one in handlers.items() if name not in gone}
    used = {one.formatter.name for one in kept.values() if one.formatter is not None}
    lost = {handlers[name].formatter for name in gone if name in handlers}
    lines = {one.name for one in lost if one is not None} - used
    return rest, kept, {name: one for name, one in formatters.items() if name not in lines}
