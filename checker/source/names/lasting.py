"""Answers about the whole project that outlast an edit: to questions about a name that the edited files have where they had it before.

Most questions are such: for a name that many call, or a method of which there is one, no edited file has anything to say.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from checker.source.ir import ModuleFacts
from checker.source.names.reads import CALLING, CATCHING, METHODS, MODULES, NAMED, Key

Named = Iterable[tuple[str, int]]


def _called(facts: ModuleFacts) -> Named:
    return ((name, index) for index, head in enumerate(facts.functions) for name in head.called)


def _caught(facts: ModuleFacts) -> Named:
    return ((name, index) for index, head in enumerate(facts.functions) for name in head.caught)


def _methods(facts: ModuleFacts) -> Named:
    return (pair for cls in facts.classes for pair in cls.methods.items())


_HELD: dict[str, Callable[[ModuleFacts], Named]] = {CALLING: _called, CATCHING: _caught, METHODS: _methods, NAMED: _methods}
"""Kind of question to what a module has by the names that are asked for, as the survey enters it."""


class Lasting:
    """Says of questions whether their answers are surely as they were."""

    def __init__(self, edited: Sequence[tuple[ModuleFacts, ModuleFacts]] | None) -> None:
        """``edited`` are the modules that have changed, before and after; ``None`` where that is not known, or others are modules now."""
        self._known = edited is not None and not any(before.unread or not before.functions for before, _ in edited)
        self._touched = {kind: {name for pair in edited or () for name in _moved(*map(held, pair))} for kind, held in _HELD.items()}

    def __call__(self, key: Key) -> bool:
        """Whether the answer to a question is."""
        kind, name, _ = key
        if not self._known:
            return False
        return kind == MODULES or (kind in self._touched and name not in self._touched[kind])


def _moved(before: Named, after: Named) -> set[str]:
    """The names that stand elsewhere, or more or less often."""
    old, new = _places(before), _places(after)
    return {name for name in old.keys() | new.keys() if old.get(name) != new.get(name)}


def _places(pairs: Named) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for name, index in pairs:
        found.setdefault(name, []).append(index)
    return found
