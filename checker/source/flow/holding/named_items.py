"""What is taken of a mapping or an object under several names, one by one: ``for name in ("user", "password"): settings[name]``; also
where the calls of a function name them: ``read(settings, "password")``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec.structs import replace

from checker.model import Confidence
from checker.source import ir
from checker.source.flow.call_index import given
from checker.source.flow.holding.parts import holds_labels
from checker.source.flow.literal import source, unnamed
from checker.source.flow.origin import KEYWORD, UNDER, WITHIN, Flow, Found, merge, weaker
from checker.source.index.marks import SECTIONS
from checker.source.ir.ways import Branch, blocks
from checker.source.lexicon.words import split
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower
    from checker.source.flow.origin import Place

_OF_FILES = frozenset({"islink", "readlink", "lexists", "exists", "isfile", "isdir", "is_file", "realpath", "open", "unlink", "stat"})
"""Last parts of calls that are given paths: what is called a private key beside them is where one lies."""
_NEVER_FILES = frozenset({"password", "passwd", "pwd", "passphrase", "token"})
"""Last words of names of what has no file of its own."""
_MOST = 40
"""Names of one list that are looked at."""
_RECORDS = frozenset({"debug", "info", "warning", "warn", "error", "exception", "critical", "log", "trace", "msg", "notice"})
"""Names of calls that write a record."""
_ORDERS = frozenset({"sorted", "list", "tuple", "set", "reversed"})
_MOST_ORDERS = 4


class NamedItems:
    """The part of the follower that knows what a loop over names that stand in the code takes."""

    def __init__(self, follower: Follower) -> None:
        self._follower = follower
        self._tell = follower.tables.lexicon.tell

    def taken(self, fn: Fn, owner: int, key: int, place: Place) -> Flow | None:
        """The secrets among what ``owner[key]`` gives one by one; ``None`` where no name of one stands in the code."""
        if (whole := self._all(fn, owner, key, place)) is not None:
            return whole
        names = self._telling(fn, key)
        if not names or self._is_told_apart(fn, self._follower.text(fn, owner), unnamed(fn, key)):
            return None
        text, item = self._follower.text(fn, owner), self._follower.mappings.item
        if _parameter(fn, key) >= 0 and holds_labels(self._follower.tables, text.rpartition(".")[2]):
            return None
        return self._weaker(fn, key, merge([item(fn, owner, name, f"{text}[{name!r}]", place) for name in names]))

    def _weaker(self, fn: Fn, key: int, flow: Flow) -> Flow:
        """What may be meant: where it is one call that asks for it, only the function itself shows it to all of them."""
        flow = weaker(flow, Confidence.MEDIUM)
        if _parameter(fn, key) < 0:
            return flow
        return Flow(tuple(replace(item, crossed=item.crossed + 1, passed=item.passed | {WITHIN}) for item in flow.found), flow.refs)

    def asked(self, fn: Fn, key: int, text: str, place: Place) -> Flow | None:
        """The secrets among the variables of the environment that are asked for one by one: ``os.getenv(name)``."""
        names = self._telling(fn, key)
        if not names or self._is_told_apart(fn, text, unnamed(fn, key)):
            return None
        told = ((name, self._tell(name)) for name in names)
        found = (self._follower.by_name.told(fn, one, f"{text}({name!r})", place) for name, one in told if one is not None)
        return self._weaker(fn, key, Flow(tuple(found)))

    def section(self, fn: Fn, owner: int, text: str, place: Place) -> Flow | None:
        """All options of a section of a configuration of which the module reads a password somewhere; ``None`` of any other."""
        parser = f"{self._follower.text(fn, owner)}{SECTIONS}"
        read = (member.name for other in fn.module.functions for member in other.head.members if member.owner == parser)
        told = next((one for name in read if (one := self._tell(name)) and one.is_secret), None)
        return Flow((Found("container", f"`{text}`", text, Confidence.MEDIUM, place, "members", told.label),)) if told else None

    def paired(self, fn: Fn, pair: int, flow: Flow) -> Flow:
        """The values of a mapping that is known to hold a secret, under their keys, none of which is asked for: ``for name, value in
        settings.items()``."""
        keys = [node for node, record in enumerate(fn.body.nodes) if record[0] == ir.UNPACK and record[1:3] == [pair, 0]]
        return Flow() if any(self._is_told_apart(fn, "", key) for key in keys) else self._known(flow)

    @staticmethod
    def _known(flow: Flow) -> Flow:
        """What a mapping is known to hold of secrets, as its items show it one by one."""
        sure = (item for item in flow.found if item.confidence > Confidence.LOW and not item.crossed)
        known = (item for item in sure if _is_under_key(item) or (item.kind == "members" and item.member))
        return weaker(Flow(tuple(known)), Confidence.MEDIUM)

    def _telling(self, fn: Fn, key: int) -> list[str]:
        """The names of secrets among those that a loop goes over."""
        told = ((name, self._tell(name)) for name in self._names(fn, key))
        names = [name for name, one in told if one is not None and one.category in ("secret", "grave") and not one.weak]
        return names if _OF_FILES.isdisjoint(fn.head.called) else [name for name in names if split(name)[-1] in _NEVER_FILES]

    def _all(self, fn: Fn, owner: int, key: int, place: Place) -> Flow | None:
        """Every attribute of an object, ``for name in vars(self): getattr(self, name)``, and every item of a mapping that is known to hold
        a secret: ``for name in settings: settings[name]``."""
        record = source(fn, key)
        over = _ordered(fn, record[1], self._follower) if record[0] == ir.ELEM else -1
        taken: ir.Node = source(fn, over) if over >= 0 else [ir.OPAQUE]
        of = -1
        if taken[0] == ir.CALL and len(taken[2]) == 1 and taken[2][0] >= 0 and self._follower.text(fn, taken[1]) == "vars":
            of = taken[2][0]
        elif taken[0] == ir.ATTR and taken[2] == "__dict__":
            of = taken[1]
        text = self._follower.text(fn, owner)
        if (
            over >= 0
            and taken[0] != ir.SEQ
            and self._follower.text(fn, over) == text
            and not self._is_told_apart(fn, text, unnamed(fn, key))
        ):
            held = self._known(self._follower.flow(fn, owner))
            return held if held.found else None
        if of < 0 or self._follower.text(fn, of) != text or self._is_told_apart(fn, text, unnamed(fn, key)):
            return None
        return self._follower.flow(fn, over)

    def _is_told_apart(self, fn: Fn, whole: str, name: int) -> bool:
        """Whether the function asks which of the names of ``whole`` it has: then the secret may be left out."""
        for node in fn.body.nodes:
            if node[0] == ir.COND and any(_speaks_of(fn, part, name) for part in node[2]):
                is_there = node[1] in ("in", "not in") and any(self._follower.text(fn, part) == whole for part in node[2])
                if not is_there:  # `if name in settings` asks something else
                    return True
        return any(fn.body.nodes[asked][0] == ir.CALL and _speaks_of(fn, asked, name) for asked in _conditions(fn))

    def _names(self, fn: Fn, key: int) -> list[str]:
        """The texts that a loop gives which goes over a list that is written out, here or in a name of the module; or that calls give."""
        record = source(fn, key)
        if record[0] != ir.ELEM:
            return self._given(fn, key)
        where, listed = fn, _ordered(fn, record[1], self._follower)
        over = source(fn, listed)
        if over[0] in (ir.GLOBAL, ir.IMPORT):
            names = self._follower.names
            found = names.binding(fn, over[1]) if over[0] == ir.GLOBAL else names.imported_value(over[1], fn.module)
            where, listed = found if found is not None else (fn, listed)
        over = source(where, listed)
        if over[0] in (ir.DICT, ir.UNION):  # settings with their defaults, and what a file says of them
            parts = [source(where, part) for part in over[1]] if over[0] == ir.UNION else [over]
            return [name for part in parts if part[0] == ir.DICT for name in part[1][:_MOST] if isinstance(name, str)]
        items = (where.body.nodes[item] for item in over[1][:_MOST]) if over[0] == ir.SEQ else ()
        return [item[1] for item in items if item[0] == ir.CONST and isinstance(item[1], str)]

    def _given(self, fn: Fn, key: int) -> list[str]:
        """The texts that calls write out for a parameter of a function that writes records."""
        position = _parameter(fn, key)
        if position < 0 or _RECORDS.isdisjoint(fn.head.called):
            return []
        calls = (one for one in self._follower.callers.callers(fn)[:_MOST] if not one[0].module.facts.test)
        nodes = ((caller, given(caller, call, fn, bound, position)) for caller, call, bound in calls)
        names = (self._follower.mappings.literal(caller, node) for caller, node in nodes if node >= 0)
        return [name for name in names if name]


def _parameter(fn: Fn, key: int) -> int:
    """The parameter that a key is, also behind a test of it; -1 of any other."""
    record = source(fn, key)
    if record[0] == ir.CHECKED:
        record = source(fn, record[1])
    return record[1] if record[0] == ir.PARAM else -1


def _is_under_key(item: Found) -> bool:
    """Whether it is a secret that is put into a mapping under its name; a mapping that is called ``tokens`` may have them as keys."""
    return item.category == "secret" and any(mark.startswith(UNDER) and not mark.startswith(UNDER + KEYWORD) for mark in item.passed)


def _speaks_of(fn: Fn, node: int, name: int) -> bool:
    """Whether an expression is a name, or asks it or is asked of it: ``name.endswith("password")``, ``is_secret(name)``."""
    if _is(fn, node, name):
        return True
    record = source(fn, node)
    if record[0] != ir.CALL:
        return False
    callee = fn.body.nodes[record[1]]
    asked = [argument for argument in record[2] if argument >= 0]
    return any(_is(fn, part, name) for part in (*asked, *(callee[1:2] if callee[0] == ir.ATTR else ())))


def _is(fn: Fn, node: int, name: int) -> bool:
    """Whether two nodes are one name, or one parameter."""
    return unnamed(fn, node) == name or ((parameter := _parameter(fn, node)) >= 0 and parameter == _parameter(fn, name))


def _conditions(fn: Fn) -> Iterator[int]:
    """What the function's branches ask."""
    waiting = list(fn.steps)
    while waiting:
        step = waiting.pop()
        if isinstance(step, Branch):
            yield from (arm.condition for arm in step.arms if arm.condition >= 0)
        waiting += [inner for block in blocks(step) for inner in block]


def _ordered(fn: Fn, node: int, follower: Follower) -> int:
    """What is gone over in some order, or by its keys: of ``sorted(settings.keys())`` the node of ``settings``."""
    for _ in range(_MOST_ORDERS):
        record = source(fn, node)
        callee = fn.body.nodes[record[1]] if record[0] == ir.CALL else [ir.OPAQUE]
        if callee[0] == ir.ATTR and callee[2] == "keys" and not record[2]:
            node = callee[1]
        elif callee[0] == ir.GLOBAL and callee[1] in _ORDERS and record[2] and record[2][0] >= 0:
            node = record[2][0]
        else:
            break
    return node
