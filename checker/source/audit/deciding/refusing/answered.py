"""Exceptions of the project's own that it answers with 401 or 403 in one place: who raises one refuses, whatever its name.

The place is a handler that is registered with the framework, or a dispatcher's ``except`` around what it hands a request on to.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any

from checker.source.audit.project.recording.handlers import hands_on, may_hand_on
from checker.source.audit.project.registering.outside import apart
from checker.source.ir.ways import Block, Called, Exit, Stored, Try, walk
from checker.source.names.elements import Fn
from checker.source.names.reads import ANSWERED, AUDIT, Key, Parts

if TYPE_CHECKING:
    from checker.source.audit.deciding.refusing.exits import Exits
    from checker.source.audit.project.registering.registered import Registry
    from checker.source.flow.backwards import Follower

_ENDINGS = ("Error", "Exception", "Warning", "Exit")
_SETTING = frozenset({"set_status", "send_error", "setResponseCode", "setStatus", "send_response"})
_MOST_HELPERS = 3


class Answered:
    """Looks for the handlers of an exception in the whole project; remembers what they answer with."""

    def __init__(self, follower: Follower, exits: Exits, registry: Registry) -> None:
        """``exits`` is its own: what it remembers is forgotten after each question."""
        self._follower = follower
        self._names = follower.names
        self._exits = exits
        self._registry = registry
        self._known: dict[str, int] = {}
        self._grounds: dict[str, tuple[Parts, frozenset[Key]]] = {}
        self._earlier: dict[str, Callable[[], Any]] = {}

    def status(self, name: str) -> int:
        """401 or 403 where an exception of that name is answered with it, else 0."""
        self._names.reads.asked.add((ANSWERED, name, -1))
        return self.answer(name)

    def answer(self, name: str) -> int:
        """The same, for whoever compares two runs."""
        if name not in self._known:
            earlier = self._earlier.pop(name, None)
            self._known[name] = earlier() if earlier is not None else self._found_out(name)
        return self._known[name]

    def remember(self, name: str, answer: Callable[[], Any]) -> None:
        """What an earlier run answered, where that still holds: then it is not found out again."""
        self._earlier[name] = answer

    def ground(self, name: str) -> tuple[Parts, frozenset[Key]]:
        """What the answer rests on: what is read of files, and other questions; not for one that was remembered."""
        self.answer(name)
        return self._grounds[name]

    def _found_out(self, name: str) -> int:
        """What nobody has asked for yet; all of it is looked up anew, so that what is read for it is known."""
        with self._names.aside() as reads:
            reads.asked.add((AUDIT, "", -1))  # which handlers are registered
            found = next((status for status in self._looked_for(name) if status), 0)
            self._grounds[name] = reads.parts(), frozenset(reads.asked)
        self._exits.forget()
        return found

    def _looked_for(self, name: str) -> Iterator[int]:
        yield from (self._whole(fn) for keys, fn in self._registry.handlers() if name in keys)
        for fn in self._names.catching(name):
            if may_hand_on(fn) and not fn.module.facts.test and not apart(fn.module):
                yield from self._caught(fn, name)

    def _caught(self, fn: Fn, name: str) -> Iterator[int]:
        for step in walk(fn.steps):
            if not isinstance(step, Try) or not hands_on(self._follower, fn, step):
                continue
            for clause in step.handlers:
                if any(one.rpartition(".")[2] == name for one in fn.body.handlers[clause.handler].types):
                    yield self._said(fn, clause.block)

    def _whole(self, fn: Fn) -> int:
        """What a registered handler answers with."""
        return self._said(fn, fn.steps)

    def _said(self, fn: Fn, block: Block, *, asking: bool = True) -> int:
        """401 or 403 where a block answers with one of them, itself or by a helper that it asks."""
        stored = [self._exits.set_before(fn, (step,)) for step in walk(block) if isinstance(step, Stored)]
        if any(stored):
            return max(stored)  # 401 for who is not known, 403 for who is
        called: list[int] = []
        for step in walk(block):
            if isinstance(step, Exit) and (refused := self._exits.refused(fn, step)) is not None:
                return refused.status
            if isinstance(step, Called):
                called.append(step.node)
                record = fn.body.nodes[step.node]
                setting = self._follower.text(fn, record[1]).rpartition(".")[2] in _SETTING
                if setting and (status := next((self._exits.status(fn, one) for one in record[2][:1] if one >= 0), 0)):
                    return status
        helpers = [callee for node in called[:_MOST_HELPERS] for callee, _ in self._names.callees(fn, node)] if asking else []
        return next((status for one in helpers[:_MOST_HELPERS] if (status := self._said(one, one.steps, asking=False))), 0)


def is_exception(libraries: Iterable[str]) -> bool:
    """Whether a class whose bases outside of the project are these is an exception."""
    return any(name.rpartition(".")[2].endswith(_ENDINGS) for name in libraries)
