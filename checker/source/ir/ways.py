"""The order of things in a function: which calls, branches and ways out follow each other, as a tree over its node table.

The index appends a *marker* wherever control can part or leave, with the number of calls that were read before it: that costs next to
nothing, and the tree is put together only for functions that somebody asks about. A step's numbers are those of `Body.nodes`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import msgspec
from msgspec import Struct

from checker.source.ir.markers import (
    BOUND,
    CASE,
    ELIF,
    ELSE,
    END,
    EXCEPT,
    FINALLY,
    FLAG,
    FOR,
    IF,
    LEAVE,
    MATCH,
    PUT,
    STORE,
    TRY,
    WHILE,
    WITH,
    YIELD,
    Marker,
)


class Called(Struct, frozen=True, gc=False):
    """A call; its callee's and arguments' own calls come before it."""

    node: int


class Arm(Struct, frozen=True):
    """One way through a branch."""

    test: tuple[Called, ...]
    """The calls of its test, made where the arms before were not taken."""
    condition: int
    """-1 for ``else`` and for a ``case``."""
    block: Block


class Branch(Struct, frozen=True):
    """``if`` with its ``elif`` and ``else``, or ``match``."""

    arms: tuple[Arm, ...]
    total: bool
    """Whether one of the arms is always taken."""
    line: int
    rejoins: bool
    """Whether each arm, where it is taken, comes to its end."""


class Loop(Struct, frozen=True):
    """``for`` and ``while``."""

    test: tuple[Called, ...]
    condition: int
    """-1 for ``for``."""
    block: Block
    orelse: Block
    line: int


class With(Struct, frozen=True):
    """``with``; the calls that make its contexts come before it."""

    items: tuple[int, ...]
    swallows: bool
    """Whether a context such as ``suppress()`` lets an exception end the block and nothing else."""
    block: Block
    line: int


class Caught(Struct, frozen=True):
    """An ``except`` clause."""

    handler: int
    """Position in ``Body.handlers``, which tells its types and what it guards."""
    block: Block
    line: int


class Try(Struct, frozen=True):
    """``try`` with all that belongs to it."""

    body: Block
    handlers: tuple[Caught, ...]
    orelse: Block
    final: Block
    line: int


class Exit(Struct, frozen=True, gc=False):
    """A way out of the function or of a loop."""

    kind: str
    """``return``, ``raise``, ``exit`` (a call that never comes back), ``break``, ``continue``."""
    value: int
    """What is returned or raised, or the call; -1 for none."""
    cause: int
    """``raise ... from cause``, -1 for none; ``from None`` has the constant's node."""
    line: int
    column: int


class Yielded(Struct, frozen=True, gc=False):
    """``yield`` and ``yield from``."""

    value: int
    """-1 for none."""
    line: int
    column: int


class Stored(Struct, frozen=True, gc=False):
    """``owner.name = value``."""

    position: int
    """In ``Function.stores``."""


class Put(Struct, frozen=True, gc=False):
    """``owner["key"] = value`` and ``del owner["key"]``."""

    owner: int
    key: str
    value: int
    """-1 for a deletion."""
    line: int
    column: int


class Bound(Struct, frozen=True, gc=False):
    """A name that is given a value, or deleted, inside an ``except`` clause; elsewhere it is not noted."""

    value: int
    """-1 for a deletion."""
    line: int
    column: int


class Flagged(Struct, frozen=True, gc=False):
    """A name that is given ``True``, ``False`` or ``None``."""

    name: int
    """The node of the name from here on."""


Step = Called | Branch | Loop | With | Try | Exit | Yielded | Stored | Put | Bound | Flagged
Block = tuple[Step, ...]
_LOOP_EXITS = ("break", "continue")
_COMPOUND = frozenset((Branch, Loop, With, Try))


def tree(markers: Sequence[Marker], calls: Sequence[int]) -> Block:
    """The steps of a function, from its markers and `Body.calls`; needs no stack, however deep the code is nested."""
    top = _Open(END, ())
    opened = [top]
    done = 0
    for marker in markers:
        operation, at = marker[0], marker[1]
        here = opened[-1]
        here.steps += map(Called, calls[done:at])
        done = at
        if operation in (IF, WHILE):
            opened.append(_Open(operation, marker, tuple(map(Called, calls[at : marker[2]]))))
            done = marker[2]
        elif operation == ELIF:
            here.part()
            here.test, here.condition, done = tuple(map(Called, calls[at : marker[2]])), marker[3], marker[2]
        elif operation in _OPENING:
            opened.append(_Open(operation, marker))
        elif operation in _PARTING:
            here.part()
            here.entered(operation, marker)
        elif operation == END:
            opened.pop()
            opened[-1].steps.append(here.closed())
        else:
            here.steps.append(_PLAIN[operation](*marker[2:]))
    top.steps += map(Called, calls[done:])
    return tuple(top.steps)


_OPENING = frozenset((FOR, WITH, TRY, MATCH))
_PARTING = frozenset((ELSE, EXCEPT, FINALLY, CASE))
_PLAIN: dict[int, Callable[..., Step]] = {LEAVE: Exit, YIELD: Yielded, STORE: Stored, PUT: Put, BOUND: Bound, FLAG: Flagged}


class _Open(msgspec.Struct):
    """A block that is being read."""

    operation: int
    marker: Marker
    test: tuple[Called, ...] = ()
    condition: int = -1
    steps: list[Step] = msgspec.field(default_factory=list)
    arms: list[Arm] = msgspec.field(default_factory=list)
    handlers: list[Caught] = msgspec.field(default_factory=list)
    parts: dict[int, Block] = msgspec.field(default_factory=dict)
    now: int = -1
    """The operation whose part is being read, -1 for the first."""
    clause: tuple[int, int] = (0, 0)
    total: bool = False

    def __post_init__(self) -> None:
        if self.operation in (IF, WHILE):
            self.condition = self.marker[3]

    def part(self) -> None:
        """The part that was being read is at its end."""
        block, self.steps = tuple(self.steps), []
        if self.operation == IF or (self.operation == MATCH and self.now == CASE):
            self.arms.append(Arm(self.test, self.condition, block))
            self.test, self.condition = (), -1
        elif self.now == EXCEPT:
            self.handlers.append(Caught(self.clause[0], block, self.clause[1]))
        else:
            self.parts[self.now] = block

    def entered(self, operation: int, marker: Marker) -> None:
        """Another part begins."""
        self.now = operation
        if operation == EXCEPT:
            self.clause = (marker[2], marker[3])
        self.total = self.total or (operation == ELSE and self.operation == IF) or (operation == CASE and marker[2])

    def closed(self) -> Step:
        """The whole."""
        self.part()
        first, orelse = self.parts.get(-1, ()), self.parts.get(ELSE, ())
        if self.operation in (IF, MATCH):
            return Branch(tuple(self.arms), self.total, self.marker[-1], not any(ends(arm.block) for arm in self.arms))
        if self.operation == WITH:
            return With(tuple(self.marker[2]), self.marker[3], first, self.marker[4])
        if self.operation == TRY:
            return Try(first, tuple(self.handlers), orelse, self.parts.get(FINALLY, ()), self.marker[2])
        return Loop(self.test, self.condition, first, orelse, self.marker[-1])


def blocks(step: Step) -> tuple[Block, ...]:
    """The blocks that a step is made of, in the order in which they are read."""
    if isinstance(step, Branch):
        return tuple(block for arm in step.arms for block in (arm.test, arm.block))
    if isinstance(step, Loop):
        return (step.test, step.block, step.orelse)
    if isinstance(step, With):
        return (step.block,)
    if isinstance(step, Try):
        return (step.body, step.orelse, *(clause.block for clause in step.handlers), step.final)
    return ()


def walk(block: Block) -> Iterator[Step]:
    """Every step in it, the outer before the inner."""
    waiting: list[Step] = [*reversed(block)]
    while waiting:
        step = waiting.pop()
        yield step
        if type(step) in _COMPOUND:  # nine of ten are not
            for inner in reversed(blocks(step)):
                waiting += reversed(inner)


def handled(block: Block) -> set[int]:
    """The calls in ``except`` clauses and in ``finally`` parts, where an error can be at hand."""
    found: set[int] = set()
    for step in walk(block):
        for inner in (*(clause.block for clause in step.handlers), step.final) if isinstance(step, Try) else ():
            found.update(one.node for one in walk(inner) if isinstance(one, Called))
    return found


def ends(block: Block) -> bool:
    """Whether the end of a block is never reached."""
    for step in block:
        kind = type(step)
        if kind is Exit or (kind in _COMPOUND and _ends(step)):
            return True
    return False


def _ends(step: Step) -> bool:
    if isinstance(step, Branch):
        return step.total and all(ends(arm.block) for arm in step.arms)
    if isinstance(step, With):
        return ends(step.block) and not step.swallows
    if isinstance(step, Try):
        if ends(step.final):
            return True
        return (ends(step.body) or ends(step.orelse)) and all(ends(clause.block) for clause in step.handlers)
    return False
