"""What is read of a value elsewhere: by the class that keeps it, and by the callers of the function that gives it back."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from checker.model import Confidence
from checker.source import ir
from checker.source.flow.literal import unnamed
from checker.source.flow.origin import Found, Place
from checker.source.lexicon.words import Telling
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

_MOST_CALLERS = 20
"""Calls of a function of which is looked at what becomes of what it gives."""
_SELF = "self"


class ReadLater:
    """Evidence by keys that others read: ``config = load(path)`` there, ``config["password"]`` behind it."""

    def __init__(self, follower: Follower) -> None:
        self._follower = follower

    def secret(self, fn: Fn, text: str, place: Place) -> Found | None:
        """The secret that is read of what is called ``text`` by those who get it from the function; ``None`` where none is."""
        told = next((told for told in self._read(fn, text) if told.category == "secret" and not told.weak), None)
        if told is None:
            return None
        sure = min(Confidence.MEDIUM, self._follower.by_name.sure(fn, told))
        return Found("container", f"`{text}`", text, sure, place, "members", told.label)

    def _read(self, fn: Fn, text: str) -> Iterator[Telling]:
        if not any(self._follower.text(fn, value) == text for value in fn.body.returns):
            return
        callers = self._follower.callers.callers(fn)
        if len(callers) > _MOST_CALLERS:
            self._follower.names.reads.beyond.add(f"what becomes of what a function gives to more than {_MOST_CALLERS} calls")
        for caller, call, _ in callers[:_MOST_CALLERS]:
            self._follower.names.reads.heads.add(caller.module)
            names = {record[1] for record in caller.body.nodes if record[0] == ir.VAR and unnamed(caller, record[2]) == call}
            yield from self._members(caller, names)
            for store in caller.head.stores:
                if store.owner == _SELF and caller.owner is not None and unnamed(caller, store.value) == call:
                    told = (self._follower.lexicon.tell(one.name) for one in caller.owner.members.get(f"{_SELF}.{store.name}", ()))
                    yield from filter(None, told)

    def _members(self, fn: Fn, names: set[str]) -> Iterator[Telling]:
        told = (self._follower.lexicon.tell(member.name) for member in fn.head.members if member.owner in names)
        yield from filter(None, told)
