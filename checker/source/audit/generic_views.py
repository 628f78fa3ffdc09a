"""Rows of tokens, users and roles that a framework's own view makes, changes or deletes, and of which nothing in the project hears."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from checker.model import Confidence
from checker.source.audit.changing import generic
from checker.source.audit.project.records import Records
from checker.source.facts.outcomes import AuthOutcome
from checker.source.flow.places import span
from checker.source.names.elements import Cls, Module
from checker.source.names.reads import AUDIT

if TYPE_CHECKING:
    from checker.source.audit.project.around import Around
    from checker.source.flow.backwards import Follower

_TOPS = frozenset({"django", "rest_framework"})
_OF_ROWS = ("post_save", "pre_save", "post_delete", "pre_delete", "m2m_changed")
"""Signals by which Django tells of every row."""


class GenericViews:
    """Judges the classes that have no code of their own for what they do; a method is judged as any other."""

    def __init__(self, follower: Follower, records: Records, around: Around) -> None:
        self._follower = follower
        self._records = records
        self._around = around

    def facts(self, module: Module) -> Iterator[AuthOutcome]:
        """One outcome for each such class."""
        if module.tops.isdisjoint(_TOPS):
            return
        for cls in module.classes:
            event, base, table = generic.made(self._follower, cls)
            if event and self._is_bare(cls) and not self._is_heard(cls, event):
                place = span((module.path, cls.record.line, 0))
                way = f"is a generic {base} of {table}"
                yield AuthOutcome(place, cls.name, event, "hook", way, Confidence.MEDIUM, None, (), False, "", module.facts.test)

    def _is_bare(self, cls: Cls) -> bool:
        """Whether nothing of the project's stands in the view's way."""
        return all(generic.DOING.isdisjoint(one.record.methods) for one in self._follower.names.mro(cls)[0])

    def _is_heard(self, cls: Cls, event: str) -> bool:
        """Whether a method of the class, a signal's receiver or an installed app records it."""
        self._follower.names.reads.asked.add((AUDIT, "", -1))
        if self._around.signalled(event):
            return True
        if any(self._records.function(fn) for name in _OF_ROWS for fn in self._records.receivers.get(name, ())):
            return True
        methods = (one.module.functions[at] for one in self._follower.names.mro(cls)[0] for at in one.record.methods.values())
        return any(self._records.of(fn, call) for fn in methods for call in fn.body.calls)
