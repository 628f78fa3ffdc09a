"""Functions that give back what a server answered, and what those that call them read of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from checker import patterns as re
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
_READS = frozenset({"json", "read", "decode", "getvalue"})
"""Methods that give an answer's text, or what it says."""
_TEXTS = frozenset({"text", "content", "body", "data"})
"""Attributes in which an answer's text stands."""
_PARSES = frozenset({"loads", "fromstring", "XML", "parseString", "BeautifulSoup"})
"""Functions that take such a text apart."""
_SEARCHES = frozenset({"get", "find", "findtext", "findall", "iter", "select_one"})
"""Methods that give an element of a tree, or what stands in one."""


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
                    if caller not in seen and any(behind(caller, value) == call for value in caller.body.returns):
                        seen.add(caller)
                        above.append(caller)
            level = above
        return False

    def _calls(self, fn: Fn) -> list[tuple[Fn, int, bool]]:
        callers = self._follower.callers
        calls = [one for one in (*callers.callers(fn), *callers.likely(fn)) if not one[0].module.facts.test]
        if len(calls) > _MOST:
            self._follower.names.reads.beyond.add(f"a function with more than {_MOST} calls")
            calls.sort(key=lambda one: not issues(one[0].name))  # of many a client's functions one logs in
        return calls[:_MOST]

    def _reads(self, fn: Fn, call: int) -> bool:
        """Whether the result of a call gets the name of a secret, or a secret's key is read of the name that it gets.

        What somebody reads who logs in is one, whatever it is called: ``self.sid = answer["signature"]``.
        """
        names = {node[1]: node[3] for node in fn.body.nodes if node[0] == ir.VAR and self._is_of(fn, node[2], call)}
        if any(map(self._follower.lexicon.secret, names)):
            return True
        read = ((member.owner, member.line, member.name) for member in fn.head.members if member.owner in names)
        if any(line >= names[owner] and self._follower.lexicon.secret(name) for owner, line, name in read):
            return True
        read_items = (node for node in fn.body.nodes if node[0] == ir.ITEM and isinstance(node[2], str))
        items = [node for node in read_items if self._is_of(fn, _outermost(fn, node[1]), call)]
        if any(self._follower.lexicon.secret(node[2]) for node in items) or (bool(items) and issues(fn.name)):
            return True
        return any(self._follower.lexicon.secret(key) and self._is_of(fn, _outermost(fn, owner), call) for owner, key in _searched(fn))

    @staticmethod
    def _is_of(fn: Fn, node: int, call: int) -> bool:
        """Whether a value is the result of a call, one of several results, ``status, answer = self.post(path)``, or what the body of a
        response says that it gives, ``self.post(path).json()``, ``json.loads(answer.text)``."""
        at = behind(fn, node)
        for _ in range(_DEEP):
            if at == call or (inner := _text_of(fn, at)) < 0:
                break
            at = behind(fn, inner)
        return at == call or (fn.body.nodes[at][0] == ir.UNPACK and behind(fn, fn.body.nodes[at][1]) == call)


def _text_of(fn: Fn, at: int) -> int:
    """The value whose text another one is, or says: of ``answer.json()`` the answer; -1 where there is none."""
    nodes = fn.body.nodes
    record = nodes[at]
    if record[0] == ir.ATTR and record[2] in _TEXTS:
        return int(record[1])
    if record[0] != ir.CALL:
        return -1
    callee = nodes[record[1]]
    name = str(callee[2] if callee[0] == ir.ATTR else callee[1]).rpartition(".")[2]
    if name in _PARSES and record[2]:
        return int(record[2][0])
    return int(callee[1]) if callee[0] == ir.ATTR and name in _READS else -1


def _searched(fn: Fn) -> Iterator[tuple[int, str]]:
    """Values and what is looked for in them by a method, of a path its last part: ``tree.find("t:credentials").get("token")``."""
    nodes = fn.body.nodes
    for node in nodes:
        callee = nodes[node[1]] if node[0] == ir.CALL and node[2] and node[2][0] >= 0 else [ir.OPAQUE]
        if callee[0] == ir.ATTR and callee[2] in _SEARCHES:
            key = nodes[node[2][0]]
            if key[0] == ir.CONST and isinstance(key[1], str):
                yield int(callee[1]), re.split(r"[/:}]", key[1])[-1]


def _outermost(fn: Fn, node: int) -> int:
    """The answer that an item or an element is in, however deep: of ``answer["data"]["login"]["token"]``."""
    nodes = fn.body.nodes
    for _ in range(_DEEP):
        record = nodes[behind(fn, node)]
        callee = nodes[record[1]] if record[0] == ir.CALL else record
        if record[0] == ir.CALL and callee[0] == ir.ATTR and callee[2] in _SEARCHES:
            node = int(callee[1])
        elif record[0] == ir.ITEM:
            node = int(record[1])
        else:
            break
    return node


def behind(fn: Fn, node: int) -> int:
    """The node behind names and tests."""
    record = fn.body.nodes[node]
    while record[0] in _THROUGH:
        node = int(record[2] if record[0] == ir.VAR else record[1])
        record = fn.body.nodes[node]
    return node
