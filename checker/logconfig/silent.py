"""Which loggers of a configuration nothing logs to, as far as the project shows, and what that means for their handlers and levels."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from msgspec.structs import replace

from checker import patterns as re
from checker.logconfig.known_loggers import is_of_nobody, meant
from checker.logconfig.letters import resembles
from checker.logconfig.libraries import BROUGHT, LIBRARIES
from checker.logconfig.model import Handler, Logger, LogPipeline
from checker.logconfig.uses import Uses

_MOST = 20
"""Names that are compared with one that nothing logs under."""
_NAME = re.compile(r"[\w.\- ]+")


def with_silent(made: LogPipeline, modules: frozenset[str], uses: Uses) -> LogPipeline:
    """A configuration with what is known of its loggers; ``modules`` are those that log by their names, dotted."""
    if made.kind in ("code", "loguru"):
        return made  # who sets a logger up in code has asked for it
    found = {name: replace(one, silent=True) for name, one in made.loggers.items() if _is_silent(one, modules, uses)}
    for name, one in made.loggers.items():
        if name not in found and one.level is not None and _is_undebugged(one, made, uses):
            found[name] = replace(one, undebugged=True)
    asked = (found.get(name, one) for name, one in made.loggers.items() if not one.builtin and (meant(name) or is_of_nobody(name)))
    found |= {one.name: replace(one, asked=True) for one in asked if not one.silent and uses.asks_for(one.name)}
    for name in [name for name, one in found.items() if one.silent]:
        right = _resembled(name, made, uses)
        if right:
            found[name] = replace(found[name], silent=False, undebugged=True, meant=right)
    silent = {name for name, one in found.items() if one.silent and name.partition(".")[0] not in made.packages}
    handlers = dict(_unheard(made, silent)) if silent and uses.asked() else {}
    made = replace(made, loggers={**made.loggers, **found}, handlers={**made.handlers, **handlers}) if found else made
    unspoken = tuple(_unspoken(made, uses))
    return replace(made, unspoken=unspoken) if unspoken else made


def _unspoken(made: LogPipeline, uses: Uses) -> Iterator[str]:
    """See `LogPipeline.unspoken`; a library's loggers are not the project's, whoever asks for them."""
    firsts = {first for first, dot, _ in (one.partition(".") for one in made.loggers) if dot} - LIBRARIES
    if firsts:
        named = (one for one in sorted(uses.named()) if one.partition(".")[0] in firsts - uses.imported())
        yield from islice((one for one in named if not any(above in made.loggers for above in made.lineage(one) if above)), _MOST)


def _resembled(name: str, made: LogPipeline, uses: Uses) -> str:
    """The only name like this one that the code asks for and that no logger here takes: a letter was left out in one of the two."""
    others = (one for one in uses.asked() or () if one.partition(".")[0] not in LIBRARIES | uses.imported() and resembles(name, one))
    free = [one for one in islice(others, _MOST) if not any(above in made.loggers for above in made.lineage(one) if above)]
    return free[0] if len(free) == 1 else ""


def _unheard(made: LogPipeline, silent: set[str]) -> Iterator[tuple[str, Handler]]:
    """The handlers that only such loggers name."""
    heard = {ref.name for name, one in made.loggers.items() if name not in silent for ref in one.handlers}
    for ref in (ref for name in silent for ref in made.loggers[name].handlers):
        if ref.name in made.handlers and ref.name not in heard:
            yield ref.name, replace(made.handlers[ref.name], unheard=True)


def _is_silent(logger: Logger, modules: frozenset[str], uses: Uses) -> bool:
    """Whether nothing logs under a name: no module, no call in the project, and no library that it imports."""
    first = logger.name.partition(".")[0]
    if not first or logger.builtin or first in LIBRARIES or not uses.imported().isdisjoint({first, *BROUGHT.get(first, ())}):
        return False
    asked = uses.asked()
    if asked is None and not _NAME.fullmatch(logger.name):
        asked = frozenset()  # no module is called so, and nobody puts such a name together
    asked = frozenset() if first in BROUGHT else asked  # a library's own name, which no import brings
    if asked is None or not uses.starts_beside(logger.span.path):
        return False
    inside = f".{logger.name}."
    return not any(f".{one}.".startswith(inside) for one in asked) and not any(inside in one for one in (*modules, *uses.applications()))


def _is_undebugged(logger: Logger, made: LogPipeline, uses: Uses) -> bool:
    """Whether the files that ask for a logger are known, and none of them may write a debug record; of a package's logger nobody knows."""
    first = logger.name.partition(".")[0]
    of_modules = first in LIBRARIES or first in made.packages or not uses.imported().isdisjoint({first, *BROUGHT.get(first, ())})
    if not first or logger.builtin or of_modules or uses.asked() is None or not uses.starts_beside(logger.span.path):
        return False
    files = uses.asking(logger.name)
    return bool(files) and not any(map(uses.debugs, files))
