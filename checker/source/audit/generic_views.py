"""Rows of tokens, users and roles that a framework's own view makes, changes or deletes, and of which nothing in the project hears."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from checker.model import Confidence
from checker.source import ir
from checker.source.audit.changing import generic
from checker.source.audit.project.recording.records import Records
from checker.source.facts.outcomes import AuthOutcome
from checker.source.flow.literal import unnamed
from checker.source.flow.places import span
from checker.source.names.elements import Cls, Fn, Module
from checker.source.names.reads import AUDIT

if TYPE_CHECKING:
    from checker.source.audit.project.callers.around import Around
    from checker.source.flow.backwards import Follower

_TOPS = frozenset({"django", "rest_framework"})
_GONE = "delete"
_OF_ROWS = ("post_save", "pre_save", "post_delete", "pre_delete", "m2m_changed")
"""Signals by which Django tells of every row."""
_DESCRIBING = frozenset({"name", "display_name", "title", "label", "slug", "description", "comment", "notes", "color", "icon"})
"""Columns by which a role is described and nobody gets another right."""


class GenericViews:
    """Judges the classes that have no code of their own for what they do; a method is judged as any other."""

    def __init__(self, follower: Follower, records: Records, around: Around) -> None:
        self._follower = follower
        self._records = records
        self._around = around

    def facts(self, module: Module) -> Iterator[AuthOutcome]:
        """One outcome for each such class."""
        known = not module.tops.isdisjoint(_TOPS)
        for cls in module.classes:
            if not known and all(field.name not in generic.NAMING for field in cls.record.fields):
                continue  # class RoleDelete(OurDeleteView): model = Role
            event, base, table = generic.made(self._follower, cls)
            rows: Cls | None = None
            if not event:
                event, base, (table, rows) = generic.deleting(self._follower, cls)
            if (
                event
                and not _only_describes(cls, base)
                and self._is_bare(cls)
                and not self._is_heard(cls, event, table)
                and not self._records_itself(table, rows)
            ):
                place = span((module.path, cls.record.line, 0))
                way = f"is a generic {base} of {table}"
                yield AuthOutcome(place, cls.name, event, "hook", way, Confidence.MEDIUM, None, (), False, "", module.facts.test)

    def _records_itself(self, name: str, table: Cls | None) -> bool:
        """Whether a table's class records by itself that one of its rows goes: ``def delete(self): ...; logger.info(...)``.

        What ``get_user_model()`` gives is the project's class of that name.
        """
        methods = [one for one in self._follower.names.named(_GONE) if one.owner is not None and one.owner.name == name]
        if table is not None:
            found = next((one for one in self._follower.names.mro(table)[0] if _GONE in one.record.methods), None)
            methods = [found.module.functions[found.record.methods[_GONE]]] if found is not None else []
        return any(map(self._records.function, methods))

    def _is_bare(self, cls: Cls) -> bool:
        """Whether nothing of the project's stands in the view's way but what hands on to it in a base: ``super().delete(request)``."""
        own, *bases = self._follower.names.mro(cls)[0]
        if not generic.DOING.isdisjoint(own.record.methods):
            return False
        methods = (one.module.functions[at] for one in bases for name, at in one.record.methods.items() if name in generic.DOING)
        return all(any(self._hands_on(fn, call) for call in fn.body.calls) for fn in methods)

    def _hands_on(self, fn: Fn, call: int) -> bool:
        owner, _, name = self._follower.text(fn, fn.body.nodes[call][1]).rpartition(".")
        return owner.startswith("super(") and name in generic.DOING

    def _is_heard(self, cls: Cls, event: str, table: str) -> bool:
        """Whether a method of the class, a signal's receiver or an installed app records it."""
        self._follower.names.reads.asked.add((AUDIT, "", -1))
        if self._around.hearing.signalled(event) or table in self._records.histories:
            return True
        receivers = [fn for name in _OF_ROWS for fn in self._records.receiving(name)]
        if any(self._records.function(fn) for fn in receivers if self._is_told_of(fn, event, table)):
            return True
        methods = (one.module.functions[at] for one in self._follower.names.mro(cls)[0] for at in one.record.methods.values())
        return any(self._records.of(fn, call) for fn in methods for call in fn.body.calls)

    def _is_told_of(self, receiver: Fn, event: str, table: str) -> bool:
        """Whether a receiver is told of the rows of a table, as far as can be seen."""
        senders = self._records.senders.get(receiver.key, {""})
        persons = event.startswith("user_") and any("user" in name.lower() for name in senders)
        return persons or table in senders or any(not name[:1].isupper() or name.isupper() for name in senders)


def _only_describes(cls: Cls, base: str) -> bool:
    """Whether a view that changes rows changes no more than what they are called: ``fields = ("display_name",)``."""
    given = next((field.value for field in cls.record.fields if field.name == "fields" and "Update" in base), -1)
    nodes = cls.fn.body.nodes
    listed: ir.Node = nodes[unnamed(cls.fn, given)] if given >= 0 else [ir.OPAQUE]
    names = [nodes[one] for one in listed[1]] if listed[0] == ir.SEQ else []
    return bool(names) and all(name[0] == ir.CONST and name[1] in _DESCRIBING for name in names)
