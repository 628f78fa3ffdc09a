"""What the branch says in which a call stands."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from checker.source import ir
from checker.source.flow.call_index import Gates
from checker.source.ir.ways import Block, Branch, Called, Exit, Step, Try, blocks, walk
from checker.source.lexicon.masks import is_told_mask
from checker.source.names.elements import Fn
from checker.source.written.switched import words_of

_ASKS = ("is",)
_SECRET = frozenset({"secret", "sensitive", "password", "credential", "confidential", "private"})


class Branches:
    """Tells it of each call; a function is looked at once, however many calls it has."""

    def __init__(self, text: Callable[[Fn, int], str]) -> None:
        """``text`` gives the source of a node."""
        self._text = text
        self._masked: dict[Fn, frozenset[int]] = {}
        self._beside: dict[Fn, dict[int, tuple[int, ...]]] = {}
        self._failing: dict[Fn, frozenset[int]] = {}
        self._denied: dict[Fn, frozenset[int]] = {}
        self._firsts: dict[Fn, dict[int, tuple[int, tuple[int, ...]]]] = {}
        self._gates: dict[Fn, dict[int, Gates]] = {}

    def forget(self) -> None:
        """Know nothing of any function."""
        for known in (self._masked, self._failing, self._denied):
            known.clear()
        self._beside.clear()
        self._firsts.clear()
        self._gates.clear()

    def is_denied(self, fn: Fn, call: int) -> bool:
        """Whether a call stands where a test has said that nothing is secret: ``if not is_secret_value:``."""
        if fn not in self._denied:
            self._denied[fn] = frozenset(_denied(fn, self._text))
        return call in self._denied[fn]

    def is_masked_beside(self, fn: Fn, call: int) -> bool:
        """Whether another branch writes the same with a mask: ``if hidden(key): log.info("%s: ****", key)``, and this one the others."""
        if fn not in self._masked:
            self._masked[fn] = frozenset(_masked(fn, self._text))
        return call in self._masked[fn]

    def alternatives(self, fn: Fn, call: int) -> tuple[int, ...]:
        """The calls by which another branch of the same ``if`` writes in the same way: ``if settings.mask: log.info(mask(data))``."""
        if fn not in self._beside:
            self._beside[fn] = dict(_beside(fn, self._text))
        return self._beside[fn].get(call, ())

    def is_failing(self, fn: Fn, call: int) -> bool:
        """Whether a call stands in an ``except`` clause, in a branch that ends in a ``raise``, or right before one: something went wrong.

        Also in a branch of its own there: ``if self.logger: self.logger.debug(error)``.
        """
        if fn not in self._failing:
            self._failing[fn] = frozenset(_failing(fn))
        return call in self._failing[fn]

    def gates(self, fn: Fn, call: int) -> Gates:
        """The parameters that decide whether a call is made: ``if not quiet: log.info(data)``, ``if quiet: return`` before it."""
        if fn not in self._gates:
            self._gates[fn] = dict(_gated(fn))
        return self._gates[fn].get(call, ())

    def empty(self, fn: Fn, call: int) -> frozenset[str]:
        """The values that are nothing where a call is made first of all in a branch: ``if token is None: log.error("no %s", token)``."""
        if fn not in self._firsts:
            self._firsts[fn] = dict(_firsts(fn))
        condition, failed = self._firsts[fn].get(call, (-1, ()))
        held = _nothing(fn, condition, self._text) if condition >= 0 else ()
        return frozenset((*held, *(name for one in failed for name in _lacking(fn, one, self._text))))


def _gated(fn: Fn) -> Iterator[tuple[int, Gates]]:
    """The calls that parameters decide about, with these."""
    waiting = list[tuple[Block, Gates]]([(fn.steps, ())])
    while waiting:
        block, gates = waiting.pop()
        for step in block:
            if isinstance(step, Called) and gates:
                yield step.node, gates
            if not isinstance(step, Branch):
                waiting += [(inner, gates) for inner in blocks(step)]
                continue
            passed = list[tuple[int, bool]]()
            for arm in step.arms:
                holds = tuple(_asked_of(fn, arm.condition, holds=True)) if arm.condition >= 0 else ()
                waiting.append((arm.block, (*gates, *passed, *holds)))
                passed += _asked_of(fn, arm.condition, holds=False) if arm.condition >= 0 else ()
            first = step.arms[0]
            if first.condition >= 0 and first.block and isinstance(first.block[-1], Exit):
                gates = (*gates, *_asked_of(fn, first.condition, holds=False))


def _asked_of(fn: Fn, condition: int, *, holds: bool) -> Iterator[tuple[int, bool]]:
    """The parameters that a condition asks for, and what they must be for it to hold, or to fail."""
    record = fn.body.nodes[condition]
    if record[0] == ir.PARAM:
        yield record[1], holds
    elif record[0] == ir.COND and record[1] == "not":
        yield from _asked_of(fn, record[2][0], holds=not holds)
    elif record[0] == ir.COND and record[1] == ("and" if holds else "or"):
        for operand in record[2]:
            yield from _asked_of(fn, operand, holds=holds)


def _denied(fn: Fn, text: Callable[[Fn, int], str]) -> Iterator[int]:
    for step in walk(fn.steps):
        told = False
        for arm in step.arms if isinstance(step, Branch) else ():
            if told or (arm.condition >= 0 and _says_secret(fn, arm.condition, text, holds=False)):
                yield from (one.node for one in walk(arm.block) if isinstance(one, Called))
            told = told or (arm.condition >= 0 and _says_secret(fn, arm.condition, text, holds=True))


def _beside(fn: Fn, text: Callable[[Fn, int], str]) -> Iterator[tuple[int, tuple[int, ...]]]:
    """Calls of the arms of an ``if``, with those of its other arms that call the same."""
    for step in walk(fn.steps):
        if not isinstance(step, Branch) or len(step.arms) < 2:
            continue
        arms = [[one.node for one in arm.block if isinstance(one, Called)] for arm in step.arms]
        for at, calls in enumerate(arms):
            others = [one for other, beside in enumerate(arms) if other != at for one in beside]
            for call in calls:
                callee = text(fn, fn.body.nodes[call][1])
                if same := tuple(one for one in others if text(fn, fn.body.nodes[one][1]) == callee):
                    yield call, same


def _masked(fn: Fn, text: Callable[[Fn, int], str]) -> Iterator[int]:
    """The calls in whose place another branch, of the same ``if``, has one of the same kind that is given a text with a mask."""
    for step in walk(fn.steps):
        if not isinstance(step, Branch) or len(step.arms) < 2:
            continue
        arms = [[one.node for one in arm.block if isinstance(one, Called)] for arm in step.arms]
        hides = [{text(fn, fn.body.nodes[call][1]) for call in calls if _shows_mask(fn, call)} for calls in arms]
        for at, calls in enumerate(arms):
            beside = {callee for other, callees in enumerate(hides) if other != at for callee in callees}
            yield from (call for call in calls if beside and text(fn, fn.body.nodes[call][1]) in beside)


def _shows_mask(fn: Fn, call: int) -> bool:
    """Whether a call is given a text with a mask: ``log.info("%s: ****" % key)``."""
    nodes = fn.body.nodes
    given = [nodes[value] for value in nodes[call][2] if value >= 0]
    parts = [part for one in given for part in ((nodes[inner] for inner in one[1]) if one[0] == ir.JOIN else (one,))]
    return any(part[0] == ir.CONST and is_told_mask(part[1]) for part in parts)


def _says_secret(fn: Fn, condition: int, text: Callable[[Fn, int], str], *, holds: bool) -> bool:
    """Whether a test asks whether something is secret, and goes on where it is, or is not: ``not is_secret and text``."""
    record = fn.body.nodes[condition]
    if record[0] == ir.COND:
        _, operator, operands = record
        if operator == "not":
            return _says_secret(fn, operands[0], text, holds=not holds)
        return operator == "and" and not holds and any(_says_secret(fn, one, text, holds=holds) for one in operands)
    if record[0] == ir.UNION:  # behind another test of it
        return any(_says_secret(fn, one, text, holds=holds) for one in record[1])
    words = words_of(text(fn, condition).removesuffix("()").rpartition(".")[2])
    return holds and words[:1] == _ASKS and not _SECRET.isdisjoint(words)


def _firsts(fn: Fn) -> Iterator[tuple[int, tuple[int, tuple[int, ...]]]]:
    """The first call of each branch, with its condition, -1 for none, and those that do not hold there."""
    for step in walk(fn.steps):
        failed: tuple[int, ...] = ()
        for arm in step.arms if isinstance(step, Branch) else ():
            first = next((inner for inner in arm.block if isinstance(inner, Called)), None)
            if first is not None:
                yield first.node, (arm.condition, failed)
            failed = (*failed, arm.condition) if arm.condition >= 0 else failed


def _nothing(fn: Fn, condition: int, text: Callable[[Fn, int], str]) -> Iterator[str]:
    """The values of which a condition says that they are nothing."""
    record = fn.body.nodes[condition]
    if record[0] != ir.COND:
        return
    _, operator, operands = record
    if operator == "and":
        for operand in operands:
            yield from _nothing(fn, operand, text)
    elif operator == "not":
        yield from (text(fn, operand) for operand in operands)
    elif operator in ("is", "==") and len(operands) == 2:
        other = fn.body.nodes[operands[1]]
        if other[0] == ir.CONST and other[1] in (None, ""):
            yield text(fn, operands[0])


def _lacking(fn: Fn, condition: int, text: Callable[[Fn, int], str]) -> Iterator[str]:
    """The values that are nothing where a condition fails: ``if self.token: ... else: log.error("no %s", self.token)``."""
    record = fn.body.nodes[condition]
    if record[0] != ir.COND:
        yield text(fn, condition)
        return
    _, operator, operands = record
    other = fn.body.nodes[operands[-1]]
    if operator == "or":
        for operand in operands:
            yield from _lacking(fn, operand, text)
    elif operator in ("is not", "!=") and len(operands) == 2 and other[0] == ir.CONST and other[1] in (None, ""):
        yield text(fn, operands[0])


def _failing(fn: Fn) -> Iterator[int]:
    """The calls that are made where something went wrong."""
    waiting = [(step, False, False) for step in fn.steps]
    waiting += [(step, True, False) for step in _last_words(fn.steps)]
    while waiting:
        step, last, failing = waiting.pop()
        if (last or failing) and isinstance(step, Called):
            yield step.node
        handlers = {id(clause.block) for clause in step.handlers} if isinstance(step, Try) else set()
        for block in blocks(step):
            inside = failing or id(block) in handlers or (isinstance(step, Branch) and any(map(_is_raise, block)))
            on = last and not any(isinstance(inner, Exit) for inner in block)  # a branch that returns never comes to the raise
            waiting += [(inner, on, inside) for inner in block]


def _last_words(block: Block) -> Iterator[Step]:
    """What a block does right before the ``raise`` that it ends in, calls included that make the error."""
    ending = bool(block) and _is_raise(block[-1])
    for step in reversed(block[:-1] if ending else ()):
        yield step
        if not isinstance(step, Called):
            return


def _is_raise(step: Step) -> bool:
    return isinstance(step, Exit) and step.kind == "raise"
