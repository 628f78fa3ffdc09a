"""What becomes of caught errors: each ``except`` clause and ``suppress()`` of a module, way by way."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from checker.model import Span, Step
from checker.source import ir
from checker.source.errors.claimed import claims
from checker.source.errors.endings import is_broad, ways_of
from checker.source.errors.guarded import Around, around, leaves, paced, says, settled, tried
from checker.source.errors.reporting import Reporting, Told, called, names, rank
from checker.source.errors.shown import asked_for, class_shown, itself_shown, shown
from checker.source.errors.work import Work
from checker.source.facts.errors import CaughtError, Heard
from checker.source.flow.backwards import Follower
from checker.source.flow.operands import depends
from checker.source.flow.places import span
from checker.source.ir.ways import Block, Bound, Called, Caught, Exit, Flagged, Loop, Put, Stored, Try, With, Yielded, blocks, walk
from checker.source.ir.ways import Step as Way
from checker.source.lexicon.words import split
from checker.source.logs.records import Records
from checker.source.names.elements import Fn, Module

HAS_HANDLERS = 32
_MOST_LATER = 200
"""Steps behind a clause that are looked at."""
_MOST_AGAIN = 3
_MOST_CALLERS = 20
_TRACING = frozenset({"exception", "aexception", "failure", "err", "logexc"})
"""Methods that write the traceback unless they are told not to."""
_GRAVE = 4
_GREATEST = 255
"""Of the codes with which a program may end."""
_EXITS = frozenset({"SystemExit", "KeyboardInterrupt", "GeneratorExit"})


class _Place(msgspec.Struct, frozen=True):
    """Where a clause stands."""

    later: tuple[Block, ...]
    """What follows it, from inside out."""
    cleanup: bool = False
    paced: bool = False
    """Whether a ``while`` that waits between its passes goes round it."""


class Handlers:
    """Makes the facts about a module's caught errors."""

    def __init__(self, follower: Follower, reporting: Reporting, records: Records) -> None:
        self.follower = follower
        self.names = follower.names
        self.reporting = reporting
        self.records = records
        self.work = Work(self.names, reporting)

    def facts(self, module: Module) -> Iterator[CaughtError]:
        """One for each ``except`` clause, and for each context that suppresses every error."""
        for fn in module.functions:
            if fn.head.flags & HAS_HANDLERS or "suppress" in fn.head.called:
                yield from self._block(fn, fn.steps, _Place(()), around(fn))

    def _block(self, fn: Fn, block: Block, place: _Place, known: Around) -> Iterator[CaughtError]:
        for number, step in enumerate(block):
            if isinstance(step, (Called, Exit, Yielded, Stored, Put, Bound, Flagged)):
                continue
            behind = (block[number + 1 :], *place.later)
            again = place.paced and not any(isinstance(one, Exit) and one.kind != "continue" for one in block[number + 1 :])
            here = _Place(behind, place.cleanup, again or (isinstance(step, Loop) and paced(fn, step)))
            if isinstance(step, Try):
                for clause in step.handlers:
                    yield self._clause(fn, step, clause, here, known)
                    yield from self._block(fn, clause.block, _Place(behind, True, place.paced), known)
                yield from self._block(fn, step.body, here, known)
                yield from self._block(fn, step.orelse, here, known)
                yield from self._block(fn, step.final, _Place(behind, True, place.paced), known)
                continue
            if isinstance(step, With) and step.swallows:
                yield from self._suppressed(fn, step, here, known)
            for inner in blocks(step):
                yield from self._block(fn, inner, here, known)

    def _clause(self, fn: Fn, step: Try, clause: Caught, place: _Place, known: Around) -> CaughtError:
        handler = fn.body.handlers[clause.handler]
        steps = list(walk(clause.block))
        caught = next((at for at in known.users if fn.body.nodes[at][1] == clause.handler), -1)
        inside = settled(fn, step.body)
        guarded = [call for call in fn.body.calls[handler.calls[0] : handler.calls[1]] if call not in inside]
        calls = [one.node for one in steps if isinstance(one, Called)]
        told = [found for call in calls if (found := self.reporting.told(fn, call)) is not None]
        telling = {one.call for one in told}
        broad = is_broad(handler.types)
        ways = tuple(sorted(ways_of(fn, clause.block, caught)))
        silent = not told and "raise" not in ways
        asked = asked_for(fn, clause.block, caught) if told else set()
        heard = tuple(self._heard(fn, one, caught, one.call in asked) for one in told)
        return CaughtError(
            span((fn.module.path, handler.line, handler.column)), fn.head.name, tuple(handler.types), broad,
            tried(fn, guarded), ways, heard,
            tuple(dict.fromkeys(names(fn, [call for call in calls if call not in telling]))),
            uses=_uses(steps, caught, known.users),
            keeps=any(isinstance(one, (Stored, Put)) for one in steps), binds=_binds(fn, steps),
            later=silent and self._heard_later(fn, place.later), orelse=handler.orelse, cleanup=place.cleanup, paced=place.paced,
            dropped=() if told else tuple(_replaced(fn, steps, caught, [ir.CONST, None])),
            unnamed=() if told else tuple(_replaced(fn, steps, caught, None)),
            again=self._again(fn, heard, ways, clause), first=fn.head.line, tries=step.line, test=fn.module.facts.test,
            single=len(guarded) == 1 and not self._own(fn, guarded[0]), idle=handler.idle,
            **self.work.of(fn, guarded, step.body, known, handler.fills), leaves=leaves(handler, step.body) or _goes_on(ways, place),
            answered=known.answered(fn, steps), void=known.void, says=says(fn, steps),
            coded=self._is_coded(fn, clause.block), grants=says(fn, steps, (True,)),
            claims=silent and broad and claims(fn, clause.block, place.later),
            heeded=self._heeded(fn) if broad and {"none", "default"} & set(ways) else "",
        )  # fmt: skip

    def _is_coded(self, fn: Fn, block: Block) -> bool:
        """Whether a clause ends with an exit code: ``return 1``, ``return EXIT_FAILURE``."""
        last = block[-1] if block else None
        if not isinstance(last, Exit) or last.kind != "return" or last.value < 0:
            return False
        node = fn.body.nodes[last.value]
        if node[0] == ir.CONST:
            return type(node[1]) is int and 0 < node[1] <= _GREATEST
        return "exit" in split(self.follower.text(fn, last.value).rpartition(".")[2])

    def _heeded(self, fn: Fn) -> str:
        """What the project's callers do with what the function returns."""
        callers = [(caller, call) for caller, call, _ in self.follower.callers.callers(fn) if not caller.module.facts.test]
        ignoring = [call in caller.body.effects for caller, call in callers[:_MOST_CALLERS]]
        if not ignoring or len(callers) > _MOST_CALLERS:
            return ""
        return "never" if all(ignoring) else "always" if not any(ignoring) else ""

    def _own(self, fn: Fn, call: int) -> bool:
        """Whether a call is one of the project's own functions or classes, as far as that is known."""
        return bool(self.names.callees(fn, call))

    def _heard(self, fn: Fn, told: Told, caught: int, expected: bool) -> Heard:
        node = fn.body.nodes[told.call]
        given = [item if item >= 0 else -1 - item for item in node[2]] + [value for name, value in node[3] if name != "exc_info"]
        keywords = {name: fn.body.nodes[value] for name, value in node[3]}
        name = called(fn, told.call)
        asked = keywords.get("exc_info")
        left_out = asked is not None and asked[0] == ir.CONST and not asked[1]
        traced = asked is not None and not left_out
        callee = fn.body.nodes[node[1]]
        bound = fn.body.nodes[callee[1]] if callee[0] == ir.ATTR else callee
        opened = bound[0] == ir.CALL and any(keyword == "exception" for keyword, _ in bound[3])  # loguru's opt(exception=True)
        return Heard(
            span(self.follower.place(fn, node)), self.follower.text(fn, node[1]), told.level, told.kind,
            told.kind in ("traceback", "tracker") or (name in _TRACING and not left_out) or traced or opened,
            caught >= 0 and any(depends(fn, item, caught) for item in given),
            self.records.maker(fn, node[1]) if told.use is not None else "",
            class_shown(fn, node, caught), left_out and name != "exception", itself_shown(fn, given, caught),
            expected,
        )  # fmt: skip

    def _heard_later(self, fn: Fn, later: tuple[Block, ...]) -> bool:
        """Whether something behind the clause raises, or writes a warning or worse."""
        steps = 0
        for block in later:
            for step in walk(block):
                steps += 1
                if steps > _MOST_LATER:
                    return True  # it is too long to say so
                if isinstance(step, Exit) and step.kind in ("raise", "exit"):
                    return True
                told = self.reporting.told(fn, step.node) if isinstance(step, Called) else None
                if told is not None and told.kind != "name" and rank(told.level) > 2:
                    return True
        return False

    def _suppressed(self, fn: Fn, step: With, place: _Place, known: Around) -> Iterator[CaughtError]:
        for item in step.items:
            node = fn.body.nodes[item]
            if node[0] != ir.CALL or called(fn, item) != "suppress":
                continue
            types = [self.follower.text(fn, argument) for argument in node[2] if argument >= 0]
            calls = [one.node for one in walk(step.block) if isinstance(one, Called)]
            yield CaughtError(
                span(self.follower.place(fn, node)), fn.head.name, tuple(types), bool(types) and is_broad(types),
                tried(fn, calls), ("falls",), later=self._heard_later(fn, place.later), cleanup=place.cleanup,
                paced=place.paced, suppress=True, first=fn.head.line, tries=step.line, test=fn.module.facts.test,
                **self.work.of(fn, calls, step.block, known), leaves=leaves(None, step.block),
            )  # fmt: skip

    def _again(self, fn: Fn, heard: tuple[Heard, ...], ways: tuple[str, ...], clause: Caught) -> tuple[Step, ...]:
        """Where direct callers write the error that this clause has written and raised again."""
        if ways != ("raise",) or not any(map(_grave, heard)) or self._ends_program(fn, clause) or _raises_an_older(fn, clause):
            return ()
        other_errors = set(self._of_inner_clauses(fn, clause))
        if not any(_grave(one) and one.span not in other_errors for one in heard):
            return ()
        found: list[Step] = []
        handler = fn.body.handlers[clause.handler]
        outer = (other for other in fn.body.handlers if other.calls[0] <= handler.calls[0] and handler.calls[1] < other.calls[1])
        found += (step for other in outer if other is not handler and (step := self._written(fn, other)) is not None)
        for caller, call, _ in self.follower.callers.callers(fn):
            if caller is fn or caller.module.facts.test or not caller.head.flags & HAS_HANDLERS:
                continue  # a function that calls what has its name hands on to another, mostly
            at = caller.body.calls.index(call) if call in caller.body.calls else -1
            for other in sorted((one for one in caller.body.handlers if one.calls[0] <= at < one.calls[1]), key=_width):
                if (step := self._written(caller, other)) is not None:
                    found.append(step)
                if step is not None or not {*handler.types}.isdisjoint(other.types):  # nearer clauses for the same come first
                    break
        return tuple(dict.fromkeys(found))[:_MOST_AGAIN]

    def _ends_program(self, fn: Fn, clause: Caught) -> bool:
        """Whether all that a clause raises is a way to end the program, which clauses for every ``Exception`` let through."""
        raised = [step.value for step in walk(clause.block) if isinstance(step, Exit) and step.kind == "raise"]
        made = [fn.body.nodes[value][1] if value >= 0 and fn.body.nodes[value][0] == ir.CALL else value for value in raised]
        return bool(made) and all(value >= 0 and self._is_exit(self.names.entity(fn, value)) for value in made)

    def _is_exit(self, entity: tuple[Any, ...] | None) -> bool:
        if entity is None or entity[0] not in ("cls", "lib"):
            return False
        outside = self.names.mro(entity[1])[1] if entity[0] == "cls" else [entity[1]]
        return any(name.rpartition(".")[2] in _EXITS for name in outside)

    def _of_inner_clauses(self, fn: Fn, clause: Caught) -> Iterator[Span]:
        """Where calls stand in handlers inside a clause: what those write is about an error of their own."""
        for step in walk(clause.block):
            for inner in step.handlers if isinstance(step, Try) else ():
                nodes = (one.node for one in walk(inner.block) if isinstance(one, Called))
                yield from (span(self.follower.place(fn, fn.body.nodes[node])) for node in nodes)

    def _written(self, fn: Fn, handler: ir.Handler) -> Step | None:
        """Where a clause writes every error that it catches, unless the program ends there or clauses before it catch some."""
        before = (other for other in fn.body.handlers if other.calls == handler.calls and other.line < handler.line)
        if not is_broad(handler.types) or any(before):
            return None
        for step in walk(fn.steps):
            for clause in step.handlers if isinstance(step, Try) else ():
                if fn.body.handlers[clause.handler] is not handler or "exit" in ways_of(fn, clause.block, -1):
                    continue
                for one in walk(clause.block):
                    told = self.reporting.told(fn, one.node) if isinstance(one, Called) else None
                    if told is not None and told.use is not None and rank(told.level) >= _GRAVE and shown(fn, told, handler):
                        place = span(self.follower.place(fn, fn.body.nodes[told.call]))
                        return Step(place, f"written again in {fn.head.name or 'the module'}")
        return None


def _raises_an_older(fn: Fn, clause: Caught) -> bool:
    """Whether what a clause raises is the error of one around it, which it has not written: ``raise first``."""
    raised = (
        fn.body.nodes[step.value] for step in walk(clause.block) if isinstance(step, Exit) and step.kind == "raise" and step.value >= 0
    )
    return any(node[0] == ir.CAUGHT and node[1] != clause.handler for node in raised)


def _width(handler: ir.Handler) -> int:
    return handler.calls[1] - handler.calls[0]


def _grave(one: Heard) -> bool:
    return rank(one.level) >= _GRAVE and one.kind in ("logging", "structlog", "loguru", "twisted") and (one.traceback or one.error)


def _goes_on(ways: tuple[str, ...], place: _Place) -> bool:
    """Whether a loop goes on with the next where more is done after a success."""
    return ways == ("continue",) and bool(place.later[0])


def _uses(steps: list[Way], caught: int, users: dict[int, int]) -> bool:
    """Whether the error itself is looked at, handed on or kept."""
    if caught < 0:
        return False
    return users.get(caught, 0) > 0 or any(caught in (one.value, one.cause) for one in steps if isinstance(one, Exit))


def _binds(fn: Fn, steps: list[Way]) -> str:
    bound = [fn.body.nodes[one.value] if one.value >= 0 else [ir.CONST, None] for one in steps if isinstance(one, Bound)]
    if not bound:
        return ""
    plain = all(node[0] == ir.CONST or (node[0] in (ir.SEQ, ir.DICT) and not node[1]) for node in bound)
    return "constant" if plain else "value"


def _replaced(fn: Fn, steps: list[Way], caught: int, cause: ir.Node | None) -> Iterator[Span]:
    """Where an error that says nothing of the caught one takes its place, with a certain cause or with none."""
    for step in steps:
        if not isinstance(step, Exit) or step.kind != "raise" or step.value < 0:
            continue
        given = fn.body.nodes[step.cause][:2] if step.cause >= 0 else None
        if given == cause and step.value != caught and (caught < 0 or not depends(fn, step.value, caught)):
            yield span((fn.module.path, step.line, step.column))
