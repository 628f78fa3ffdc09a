"""The same event written twice on one way through a function."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from checker import patterns as re
from checker.source import ir
from checker.source.facts.records import RepeatedRecord
from checker.source.flow.backwards import Follower
from checker.source.flow.places import span
from checker.source.ir import ways
from checker.source.ir.ways import Block, Branch, Called, Loop, Step, Try, With
from checker.source.logs.sinks import Use
from checker.source.names.elements import Fn

_KINDS = frozenset({"logging", "structlog", "loguru", "twisted"})
_SHORTEST = 6
"""Characters of a message that can be told from others."""
_WORD = re.compile(r"[^\W\d_]{2}")
"""What a ruled line has not."""


class Repeated:
    """Compares the records of each function with each other."""

    def __init__(self, follower: Follower) -> None:
        self._follower = follower

    def facts(self, uses: Iterable[tuple[Fn, int, Use]]) -> Iterator[RepeatedRecord]:
        """One for each record that tells what an earlier one on its way told."""
        alike: dict[tuple[Fn, str, tuple[str, ...]], list[tuple[int, Use]]] = {}
        for fn, call, use in uses:
            if use.kind in _KINDS and len(use.template) >= _SHORTEST and _WORD.search(use.template) and len(fn.head.sinks) > 1:
                alike.setdefault((fn, use.template, self._said(fn, use)), []).append((call, use))
        for (fn, template, _), found in alike.items():
            if len(found) > 1:
                yield from self._repeated(fn, template, found)

    def _said(self, fn: Fn, use: Use) -> tuple[str, ...]:
        """What a record says beside its message."""
        parts: list[str] = []
        for written in use.arguments:
            record = fn.body.nodes[written.node]
            inner = record[1] if record[0] == ir.JOIN else [written.node]
            parts += [written.name, *(self._part(fn, node) for node in inner)]
        return tuple(parts)

    def _part(self, fn: Fn, node: int) -> str:
        """A value as source, with where it was given its name: another value is another record."""
        record = fn.body.nodes[node]
        if record[0] == ir.CONST:
            return repr(record[1])
        text = self._follower.text(fn, node)
        owner = record
        while owner[0] == ir.ATTR:
            owner = fn.body.nodes[owner[1]]
        if owner[0] == ir.VAR:
            return f"{text}@{owner[-2]}"
        named = record[0] in (ir.PARAM, ir.GLOBAL, ir.CAUGHT)
        return text if named or ("..." not in text and "()" not in text) else f"{text}@{node}"

    def _repeated(self, fn: Fn, template: str, found: list[tuple[int, Use]]) -> Iterator[RepeatedRecord]:
        uses = dict(found)
        after = _after(fn.steps, frozenset(uses))
        for call, _ in found:
            first = after.get(call)
            if first is None:
                continue
            node = fn.body.nodes[call]
            place, before = self._follower.place(fn, node), self._follower.place(fn, fn.body.nodes[first])
            yield RepeatedRecord(
                span(place), fn.head.name, self._follower.text(fn, node[1]), template, span(before),
                uses[call].level == uses[first].level, fn.module.facts.test,
            )  # fmt: skip


def _after(block: Block, wanted: frozenset[int]) -> dict[int, int]:
    """Each of the calls that another one comes before on every way to it that this one is on, with that one."""
    found: dict[int, int] = {}
    _walk(block, wanted, None, found)
    return found


def _walk(block: Block, wanted: frozenset[int], before: int | None, found: dict[int, int]) -> int | None:
    """Notes what comes after what; gives the last of the calls that is made on a way to the block's end."""
    for step in block:
        before = _step(step, wanted, before, found)
    return before


def _step(step: Step, wanted: frozenset[int], before: int | None, found: dict[int, int]) -> int | None:
    if isinstance(step, Called):
        if step.node not in wanted:
            return before
        if before is not None:
            found.setdefault(step.node, before)
        return step.node
    if isinstance(step, Branch):
        ends = [before]
        for arm in step.arms:
            last = _walk(arm.block, wanted, before, found)
            ends += [last] if not ways.ends(arm.block) else []
        return next((end for end in ends if end is not None and end != before), before)
    if isinstance(step, With):
        return _walk(step.block, wanted, before, found)
    if isinstance(step, Loop):
        _walk(step.block, wanted, None, found)  # each pass tells of another thing
        return before
    return _tried(step, wanted, before, found) if isinstance(step, Try) else before


def _tried(step: Try, wanted: frozenset[int], before: int | None, found: dict[int, int]) -> int | None:
    """What a ``try`` writes; that its handlers write the same says that it was not done after all."""
    last = _walk(step.orelse, wanted, _walk(step.body, wanted, before, found), found)
    for clause in step.handlers:
        _walk(clause.block, wanted, before, found)
    return _walk(step.final, wanted, last, found)
