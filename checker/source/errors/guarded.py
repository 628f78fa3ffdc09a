"""What a ``try`` guards: work that is done for its effect, and whether what follows can see that it came to its end."""

from __future__ import annotations

import builtins
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from checker import patterns as re
from checker.source import ir
from checker.source.errors.endings import is_broad, ways_of
from checker.source.errors.reporting import called
from checker.source.flow.operands import operands
from checker.source.ir.ways import Block, Called, Exit, Loop, Put, Step, Stored, Try, blocks, ends, walk
from checker.source.lexicon.words import split
from checker.source.names.elements import Fn
from checker.source.names.lookup import Names

_NOTHING = repr(None)
_PARTS = frozenset({ir.ELEM, ir.UNPACK, ir.ITEM, ir.TOUCHED, ir.CHECKED})
_DEEPEST = 5
_BROUGHT = frozenset(dir(builtins)) | {"display", "reload", "execfile", "get_ipython"}
"""Names that nobody has to define; the last are an interpreter's, which is asked in this way whether it has them."""
_SHORT = 60
_PAUSES = frozenset({"sleep", "wait", "wait_for"})
_WAITING = frozenset({"queue", "queues", "q", "inbox", "outbox", "mailbox", "events", "results"})
"""Words of what holds things for another part of the program."""
_TAKING = frozenset({"get", "get_nowait"})
_RUNNING = (("run",), ("execute",), ("perform",), ("invoke",), ("call",), ("handle",), ("process",))
"""First words of methods by which a job is done."""
_QUEUES = frozenset({"Queue", "SimpleQueue", "LifoQueue", "PriorityQueue", "JoinableQueue"})
_WRAPPING = frozenset({"Path", "open", "str", "expanduser", "join"})
"""Calls that make a file or its path of what they are given."""
_EXECUTING = frozenset({"execute", "executescript", "execute_script", "exec_driver_sql"})
_DEFINING = re.compile(r"\s*(?:CREATE|ALTER|DROP|TRUNCATE|PRAGMA|SET|VACUUM|ANALYZE)\b", re.IGNORECASE)
"""Statements that are repeated at each start, and fail where they were carried out already."""
_ASKING = re.compile(r"\s*(?:SELECT|WITH|EXPLAIN|SHOW|DESCRIBE|PRAGMA)\b", re.IGNORECASE)
"""Statements that change nothing."""


class Around(msgspec.Struct, frozen=True):
    """What is found out once for all clauses of a function."""

    users: dict[int, int]
    """How often each caught error is used, by its node."""
    alone: frozenset[int]
    """Calls of which nothing uses the result."""
    ends: dict[str, int]
    """How often the function ends with each constant, by its text; what is computed has the text ``?``."""

    def answered(self, fn: Fn, clause: list[Step]) -> bool:
        """Whether the function ends in the same way outside of a clause: its callers know what that means."""
        own = Counter(_end(fn, step) for step in clause if isinstance(step, Exit) and step.kind == "return")
        return bool(own) and not self.void and all(self.ends[end] > number for end, number in own.items())

    @property
    def void(self) -> bool:
        """Whether the function returns nothing anyway."""
        return self.ends.keys() <= {_NOTHING}


def around(fn: Fn) -> Around:
    """That of a function."""
    found = {at: 0 for at, node in enumerate(fn.body.nodes) if node[0] == ir.CAUGHT}
    if found:
        for node in fn.body.nodes:
            for operand in operands(node):
                if operand in found:
                    found[operand] += 1
    counted = Counter(_end(fn, step) for step in walk(fn.steps) if isinstance(step, Exit) and step.kind == "return")
    if not ends(fn.steps):
        counted[_NOTHING] += 1
    return Around(found, frozenset(fn.body.effects), counted)


def tried(fn: Fn, guarded: Iterable[int]) -> tuple[str, ...]:
    """The last parts of the names of what is called; where a loop or a parameter gives it, that one's name."""
    return tuple(dict.fromkeys(name for call in guarded if (name := _name(fn, call))))


def leaves(handler: ir.Handler | None, block: Block) -> bool:
    """Whether a success leaves on a way of its own, or gives a name another value that what follows can look at."""
    return (handler is not None and handler.rebinds) or any(_exits(block, inside=False))


def says(fn: Fn, clause: Iterable[Step], answers: Sequence[bool] = (True, False)) -> bool:
    """Whether a clause returns nothing but truth values, or one of them: an answer, and no result."""
    given = [fn.body.nodes[step.value] for step in clause if isinstance(step, Exit) and step.kind == "return" and step.value >= 0]
    return bool(given) and all(node[0] == ir.CONST and isinstance(node[1], bool) and node[1] in answers for node in given)


def settled(fn: Fn, block: Block) -> set[int]:
    """The calls in it whose every error is caught there already, and goes no further."""
    return {
        one.node
        for step in walk(block)
        if isinstance(step, Try)
        for clause in step.handlers
        if is_broad(fn.body.handlers[clause.handler].types) and "raise" not in ways_of(fn, clause.block, -1)
        for one in walk(step.body)
        if isinstance(one, Called)
    }


def stores(block: Block) -> bool:
    """Whether something is stored in an object."""
    return any(isinstance(step, (Stored, Put)) for step in walk(block))


def repeats(alone: frozenset[int], block: Block) -> bool:
    """Whether the first error ends a loop that does something in each pass."""
    loops = (step for step in block if isinstance(step, Loop))
    return any(isinstance(step, Called) and step.node in alone for loop in loops for step in walk(loop.block))


def paced(fn: Fn, loop: Loop) -> bool:
    """Whether it is a ``while`` that waits between its passes, or that nothing ends: what it does is done again and again for as long as
    the program runs."""
    if loop.condition < 0:
        return False
    steps = list(walk((*loop.test, *loop.block)))
    if any(isinstance(step, Called) and called(fn, step.node) in _PAUSES for step in steps):
        return True
    return fn.body.nodes[loop.condition][:2] in ([ir.CONST, True], [ir.CONST, 1]) and not any(_ends(step) for step in steps)


def _ends(step: object) -> bool:
    """Whether a step may end the loop that it stands in."""
    return isinstance(step, Exit) and step.kind not in ("continue", "raise")


def calls_given(fn: Fn, alone: Iterable[int]) -> tuple[str, ...]:
    """The parameters that it calls for what they do, what its object was given and keeps, and what waited in a queue to be run: functions
    of somebody else."""
    callees = [fn.body.nodes[fn.body.nodes[call][1]] for call in alone]
    parameters = [fn.head.params[callee[1]] for callee in callees if callee[0] == ir.PARAM]
    own = [str(callee[2]) for callee in callees if callee[0] == ir.ATTR and fn.body.nodes[callee[1]][:2] == [ir.PARAM, 0]]
    waited = [_name_of_taken(fn, callee) for callee in callees]
    return (*parameters, *(name for name in own if _is_given(fn, name)), *filter(None, waited))


def _name_of_taken(fn: Fn, callee: ir.Node) -> str:
    """What the code calls the function that it took out of a queue, or the job that it lets run; ``""`` where it took none."""
    runs = callee[0] == ir.ATTR and split(callee[2])[:1] in _RUNNING
    node = fn.body.nodes[callee[1]] if runs else callee
    name = str(node[1]) if node[0] == ir.VAR else str(callee[2]) if runs else ""
    for _ in range(_DEEPEST):
        if node[0] not in (ir.VAR, ir.UNPACK, ir.ITEM, *_PARTS):
            break
        node = fn.body.nodes[node[2] if node[0] == ir.VAR else node[1]]
    taken = node[0] == ir.CALL and fn.body.nodes[node[1]][0] == ir.ATTR and fn.body.nodes[node[1]][2] in _TAKING
    return name if taken and _holds_work(fn, fn.body.nodes[node[1]]) else ""


def _holds_work(fn: Fn, callee: ir.Node) -> bool:
    return not _WAITING.isdisjoint(split(_last(fn, callee))) or _is_queue(fn, callee)


def _is_given(fn: Fn, attribute: str) -> bool:
    """Whether a parameter of some method is kept in an attribute of a method's object, and no method is called so."""
    if fn.owner is None or not fn.is_method or attribute in fn.owner.record.methods:
        return False
    return any(setter.body.nodes[value][0] == ir.PARAM for setter, value, _ in fn.owner.attributes.get(attribute, ()) if value >= 0)


def unbound(names: Names, fn: Fn, calls: Iterable[int]) -> bool:
    """Whether a call goes by a name that nothing defines or imports: it fails each time, or the code is a part of something."""
    callees = (fn.body.nodes[fn.body.nodes[call][1]] for call in calls)
    named = {callee[1] for callee in callees if callee[0] == ir.GLOBAL} - _BROUGHT
    if not named or fn.module.stars:
        return False
    return any(not fn.module.declared(name) and names.binding(fn, name) is None for name in named)


def named(fn: Fn, guarded: Iterable[int], alone: Iterable[int]) -> dict[str, tuple[str, ...]]:
    """What the code calls the things that it works on."""
    given = [at for call in alone for at in _arguments(fn.body.nodes[call])]
    return {
        "targets": _targets(fn, guarded),
        "literals": _literals(fn, given),
        "things": tuple(dict.fromkeys(name for at in given for name in _own_name(fn, at))),
    }


def composed(fn: Fn, alone: Iterable[int]) -> bool:
    """Whether a call is given a text that is put together there: a message for somebody."""
    return any(fn.body.nodes[at][0] == ir.JOIN for call in alone for at in _arguments(fn.body.nodes[call]))


def _arguments(node: ir.Node) -> list[int]:
    return [item if item >= 0 else -1 - item for item in node[2]] + [value for _, value in node[3]]


def _called_so(fn: Fn, node: ir.Node) -> str:
    """What the code calls a parameter, a name or an attribute; ``""`` for anything else."""
    if node[0] == ir.PARAM:
        return fn.head.params[node[1]]
    return str(node[1]) if node[0] in (ir.GLOBAL, ir.VAR) else str(node[2]) if node[0] == ir.ATTR else ""


def _own_name(fn: Fn, at: int) -> Iterator[str]:
    """What the code calls a value, and what that is an attribute or a part of."""
    for _ in range(_DEEPEST):
        node = fn.body.nodes[at]
        if name := _called_so(fn, node):
            yield name
        if node[0] not in (ir.ATTR, ir.ITEM, *_PARTS):
            return
        at = node[1]


def _targets(fn: Fn, guarded: Iterable[int]) -> tuple[str, ...]:
    """The names of what methods are called of and of what is opened, back to where it comes from: ``STAMP``, ``stamp_path``."""
    found: dict[str, None] = {}
    for call in guarded:
        node = fn.body.nodes[call]
        callee = fn.body.nodes[node[1]]
        at = node[2][0] if called(fn, call) == "open" and node[2] and callee[0] != ir.ATTR else callee[1] if callee[0] == ir.ATTR else -1
        found.update(dict.fromkeys(_chain(fn, at)))
    return tuple(found)


def _chain(fn: Fn, at: int) -> Iterator[str]:
    """The names on the way from a value to where it comes from."""
    for _ in range(_DEEPEST):
        if at < 0:
            return
        node = fn.body.nodes[at]
        if name := _called_so(fn, node):
            yield name
        if node[0] == ir.IMPORT:
            yield str(node[1]).rpartition(".")[2]
        if node[0] == ir.CALL:
            yield called(fn, at)
        if node[0] == ir.CALL and called(fn, at) in _WRAPPING and node[2]:
            at = node[2][0]
        elif node[0] == ir.VAR:
            at = node[2]
        else:
            at = node[1] if node[0] in (ir.ATTR, ir.CALL, *_PARTS) else -1


def _literals(fn: Fn, given: Iterable[int]) -> tuple[str, ...]:
    """The short texts that calls are given as they stand in the code, alone or as a part: a command, a topic, a statement, a path."""
    parts = (part for at in given for part in (fn.body.nodes[at][1] if fn.body.nodes[at][0] == ir.JOIN else [at]))
    texts = (fn.body.nodes[at][1] for at in parts if fn.body.nodes[at][0] == ir.CONST)
    return tuple(text for text in texts if isinstance(text, str) and len(text) <= _SHORT)


def defines(fn: Fn, guarded: Iterable[int]) -> bool:
    """Whether it makes or changes a database's tables."""
    for call in guarded:
        given = fn.body.nodes[call][2]
        if given and given[0] >= 0 and called(fn, call) in _EXECUTING and _DEFINING.match(_text(fn, given[0])):
            return True
    return False


def asks(fn: Fn, call: int) -> bool:
    """Whether a statement of SQL only asks."""
    given = fn.body.nodes[call][2]
    return bool(given) and given[0] >= 0 and called(fn, call) in _EXECUTING and bool(_ASKING.match(_text(fn, given[0])))


def _end(fn: Fn, step: Exit) -> str:
    node = fn.body.nodes[step.value] if step.value >= 0 else [ir.CONST, None]
    if node[0] == ir.CONST:
        return repr(node[1])
    return str(node[0]) if node[0] in (ir.SEQ, ir.DICT) and not node[1] else "?"


def _exits(block: Iterable[Step], inside: bool) -> Iterator[bool]:
    """For each way out whether it leaves the block; what only leaves a loop inside of it does not."""
    waiting = [(step, inside) for step in block]
    while waiting:
        step, looped = waiting.pop()
        if isinstance(step, Exit):
            yield step.kind == "return" or (not looped and step.kind in ("break", "continue"))
        for inner in blocks(step):
            waiting += [(one, looped or isinstance(step, Loop)) for one in inner]


def _text(fn: Fn, at: int) -> str:
    node = fn.body.nodes[at]
    if node[0] == ir.VAR:
        node = fn.body.nodes[node[2]]
    if node[0] == ir.CALL and len(node[2]) == 1 and node[2][0] >= 0:  # text("DROP INDEX ..."), sql.SQL("...")
        node = fn.body.nodes[node[2][0]]
    if node[0] == ir.ELEM:  # of a loop over several: the first
        several = fn.body.nodes[node[1]]
        node = fn.body.nodes[several[1][0]] if several[0] == ir.SEQ and several[1] else several
    if node[0] == ir.JOIN and node[1]:
        node = fn.body.nodes[node[1][0]]
    return node[1] if node[0] == ir.CONST and isinstance(node[1], str) else ""


def _last(fn: Fn, callee: ir.Node) -> str:
    """The last name of what a method is called of."""
    owner = fn.body.nodes[callee[1]] if callee[0] == ir.ATTR else callee
    if owner[0] == ir.PARAM:
        return fn.head.params[owner[1]]
    return str(owner[2]) if owner[0] == ir.ATTR else str(owner[1]) if owner[0] in (ir.GLOBAL, ir.VAR) else ""


def _is_queue(fn: Fn, callee: ir.Node) -> bool:
    """Whether a method is one of what holds things for another part: ``results = queue.Queue()``."""
    at = callee[1] if callee[0] == ir.ATTR else -1
    at = fn.body.nodes[at][2] if at >= 0 and fn.body.nodes[at][0] == ir.VAR else at
    return at >= 0 and fn.body.nodes[at][0] == ir.CALL and called(fn, at) in _QUEUES


def _name(fn: Fn, call: int) -> str:
    name = called(fn, call)
    at = fn.body.nodes[call][1]
    if name == "put" and _holds_work(fn, fn.body.nodes[at]):
        return "put_nowait"
    for _ in range(0 if name else _DEEPEST):
        node = fn.body.nodes[at]
        if node[0] == ir.PARAM:
            return fn.head.params[node[1]]
        if node[0] == ir.ATTR:
            return str(node[2])
        if node[0] not in _PARTS:
            break
        at = node[1]
    return name
