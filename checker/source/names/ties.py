"""What ties a module to others, whoever asks: which classes its classes inherit from, and what decorates its functions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from checker.source import ir
from checker.source.lexicon.words import split
from checker.source.names.elements import Cls, Module
from checker.source.names.lookup import Names
from checker.source.names.survey import Tie

_LEAVES_OUT = frozenset({"hide", "hidden", "exclude", "skip", "mask", "redact", "sensitive", "ignore", "without", "secret", "secrets"})
"""Words of a decorator's keywords that say which arguments it does not show."""


def tie(names: Names, module: Module, marks: Iterable[str]) -> Tie:
    """The ties of one module, found out as if nothing had been looked up before."""
    names.forget()
    above = [(cls.index, base.module.position, base.index) for cls in module.classes for base in _above(names, cls)]
    libraries = sorted({name for cls in module.classes for name in names.mro(cls)[1]})
    decorated = [] if module.facts.test else list(_decorated(names, module))
    reads = sorted({module.position, *(one.position for one in names.reads.every())})
    return Tie(above, libraries, decorated, list(marks), reads, "\n".join(fn.name for fn in module.functions))


def _above(names: Names, cls: Cls) -> list[Cls]:
    return names.mro(cls)[0][1:]


def _decorated(names: Names, module: Module) -> Iterator[tuple[int, int, int, int]]:
    """What decorates the functions of a module, and in which line."""
    for function in module.functions[1:]:
        parent = module.functions[function.head.parent]
        for decorator in function.head.decorators:
            record = parent.body.nodes[decorator]
            made = record[0] == ir.CALL
            entity = names.entity(parent, record[1] if made else decorator)
            if made and any(not _LEAVES_OUT.isdisjoint(split(keyword)) for keyword, _ in record[3]):
                continue  # log_with(logger, hide_args=[1])
            by = names.method(entity[1], "__call__") if made and entity and entity[0] == "cls" else None
            by = entity[1] if entity and entity[0] == "fn" else by
            if by is not None:
                yield by.module.position, by.index, function.index, record[-2] if made else function.head.line
