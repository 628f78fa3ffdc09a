"""Functions that give back what a server answered, and what those that call them read of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.source import ir
from checker.source.flow.evidence.logins import issues
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

_UP = 3
"""Callers of callers that give it back too."""
_MOST = 60
"""Calls of one function that are looked at."""
_DEEP = 4
"""Items within items of an answer."""
_THROUGH = frozenset((ir.VAR, ir.TOUCHED, ir.CHECKED))


class ReadBack:
    """Tells whether a secret is read of what a function gives back."""

    def __init__(self, follower: Follower) -> None:
        self._follower = follower
        self._known: dict[Fn, bool] = {}

    def forget(self) -> None:
        """Know nothing of any function."""
        self._known.clear()

    def secret(self, fn: Fn) -> bool:
        """Whether what a function gives back is called a secret by somebody who calls it, or a secret is read of it."""
        known = self._known.get(fn)
        if known is None:
            self._known[fn] = False  # ends recursion
            known = self._known[fn] = self._read(fn)
        return known

    def _read(self, fn: Fn) -> bool:
        level = [fn] if fn.body.returns else []
        seen = set(level)
        for _ in range(_UP):
            above: list[Fn] = []
            for one in level:
                for caller, call, _ in self._calls(one):
                    if self._reads(caller, call):
                        return True
                    if caller not in seen and any(_unnamed(caller, value) == call for value in caller.body.returns):
                        seen.add(caller)
                        above.append(caller)
            level = above
        return False

    def _calls(self, fn: Fn) -> list[tuple[Fn, int, bool]]:
        calls = [one for one in self._follower.callers.callers(fn) if not one[0].module.facts.test]
        if len(calls) > _MOST:
            self._follower.names.reads.beyond.add(f"a function with more than {_MOST} calls")
        return calls[:_MOST]

    def _reads(self, fn: Fn, call: int) -> bool:
        """Whether the result of a call gets the name of a secret, or a secret's key is read of the name that it gets.

        What somebody reads who logs in is one, whatever it is called: ``self.sid = answer["signature"]``.
        """
        names = {node[1]: node[3] for node in fn.body.nodes if node[0] == ir.VAR and self._is_of(fn, node[2], call)}
        if any(map(self._tells, names)):
            return True
        read = ((member.owner, member.line, member.name) for member in fn.head.members if member.owner in names)
        if any(line >= names[owner] and self._tells(name) for owner, line, name in read):
            return True
        read_items = (node for node in fn.body.nodes if node[0] == ir.ITEM and isinstance(node[2], str))
        items = [node for node in read_items if self._is_of(fn, _outermost(fn, node[1]), call)]
        return any(self._tells(node[2]) for node in items) or (bool(items) and issues(fn.name))

    @staticmethod
    def _is_of(fn: Fn, node: int, call: int) -> bool:
        """Whether a value is the result of a call, one of several results, ``status, answer = self.post(path)``, or the body of a response
        that it gives, ``self.post(path).json()``."""
        at = _unnamed(fn, node)
        made = fn.body.nodes[at]
        callee = fn.body.nodes[made[1]] if made[0] == ir.CALL else made
        if callee[0] == ir.ATTR and callee[2] == "json" and at != call:
            at = _unnamed(fn, callee[1])
        return at == call or (fn.body.nodes[at][0] == ir.UNPACK and _unnamed(fn, fn.body.nodes[at][1]) == call)

    def _tells(self, name: str) -> bool:
        told = self._follower.lexicon.tell(name)
        return told is not None and told.category == "secret" and not told.weak


def _outermost(fn: Fn, node: int) -> int:
    """The answer that an item is in, however deep: of ``answer["data"]["login"]["token"]``."""
    for _ in range(_DEEP):
        record = fn.body.nodes[_unnamed(fn, node)]
        if record[0] != ir.ITEM:
            break
        node = int(record[1])
    return node


def _unnamed(fn: Fn, node: int) -> int:
    """The node behind names and tests."""
    record = fn.body.nodes[node]
    while record[0] in _THROUGH:
        node = int(record[2] if record[0] == ir.VAR else record[1])
        record = fn.body.nodes[node]
    return node
