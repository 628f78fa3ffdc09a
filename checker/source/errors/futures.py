"""Work that is handed to a pool or to another thread's event loop, and whose future nothing keeps: its error is never raised anywhere."""

from __future__ import annotations

from collections.abc import Iterator

from checker.source import ir
from checker.source.errors.reporting import Reporting, called
from checker.source.errors.self_reported import SelfReported, is_end
from checker.source.facts.errors import LostOutcome
from checker.source.flow.backwards import Follower
from checker.source.flow.places import span
from checker.source.lexicon.words import split
from checker.source.names.elements import Fn

HANDING = frozenset({"submit", "map", "apply_async", "run_coroutine_threadsafe"})
"""Last parts of the calls that give such a future, or an iterator over the results of several."""
_POOLS = {"submit": "concurrent.futures.", "map": "concurrent.futures.", "apply_async": "multiprocessing."}
"""Where the classes come from that have such a method."""
_EXECUTOR = ("executor",)
"""Last word of what is a pool by its name."""
_TELLING = frozenset({"callback", "error_callback"})
"""What a pool calls with an error, or may be given to hear of it."""
_SETTING = frozenset({"set", "clear", "cancel", "put", "put_nowait", "release", "notify", "notify_all", "wake", "wakeup"})
"""Calls that only wake somebody, or hand something on."""
_PLAIN = frozenset({"staticmethod", "classmethod"})
"""Decorators that change nothing of what becomes of an error."""

_MOST_NAMESAKES = 4
"""Methods of one name among which that may be which runs."""


class Futures:
    """Makes the facts about them."""

    def __init__(self, follower: Follower, reporting: Reporting) -> None:
        self.follower = follower
        self.names = follower.names
        self.reporting = reporting

    def dropped(self, fn: Fn, call: int) -> Iterator[LostOutcome]:
        """The fact about one call whose future nothing keeps, if it gives one."""
        node, text = fn.body.nodes[call], self.follower.text(fn, fn.body.nodes[call][1])
        certain = self._is_future(fn, call)
        if certain is None or not node[2] or node[2][0] < 0 or any(name in _TELLING for name, _ in node[3]):
            return
        runs, target = target_of(self.follower, fn, self._run(fn, node[2][0]))
        name = target.rpartition(".")[2]
        clears_up = is_end(name) or name in _SETTING or fn.name.rpartition(".")[2] == "__del__"
        running = [runs] if runs is not None else self._namesakes(fn, node[2][0])
        reported = bool(running) and all(self._tells(one) for one in running)
        place = span(self.follower.place(fn, node))
        yield LostOutcome(place, fn.head.name, "future", text, target, clears_up, certain, fn.module.facts.test, reported)

    def _is_future(self, fn: Fn, call: int) -> bool | None:
        """Whether a call surely gives a future; false where only the name of a pool says so, ``None`` where it gives none."""
        name, callee = called(fn, call), fn.body.nodes[call][1]
        entity = self.names.entity(fn, callee)
        if name == "run_coroutine_threadsafe":
            return True if entity is not None and entity[0] == "lib" and entity[1].startswith("asyncio.") else None
        record = fn.body.nodes[callee]
        owner = self.names.entity(fn, record[1]) if record[0] == ir.ATTR else None
        if owner is not None and owner[0] in ("lib", "made"):
            return True if owner[1].startswith(_POOLS[name]) else None
        named = name in ("submit", "map") and owner is None and record[0] == ir.ATTR
        return False if named and split(self.follower.text(fn, record[1]).rpartition(".")[2])[-1:] == _EXECUTOR else None

    def _run(self, fn: Fn, at: int) -> int:
        """The function that runs: what is given, what makes the coroutine that is given, or what ``partial`` stands for; -1 for none."""
        node = fn.body.nodes[at]
        if node[0] == ir.VAR:
            node, at = fn.body.nodes[node[2]], int(node[2])
        if node[0] != ir.CALL:
            return at if node[0] in (ir.GLOBAL, ir.ATTR, ir.LAMBDA, ir.PARAM, ir.IMPORT) else -1
        if called(fn, at) == "partial":
            return int(node[2][0]) if node[2] and node[2][0] >= 0 else -1
        return int(node[1])

    def _namesakes(self, fn: Fn, at: int) -> list[Fn]:
        """The project's methods of that name, where a method of something unknown is to run: ``notifier.publish``; none of many."""
        run = self._run(fn, at)
        record: ir.Node = fn.body.nodes[run] if run >= 0 else [ir.OPAQUE]
        found = self.names.named(record[2]) if record[0] == ir.ATTR and self.names.entity(fn, run) is None else []
        self.names.reads.heads.update(one.module for one in found)
        return [one for one in found if not one.module.facts.test] if len(found) <= _MOST_NAMESAKES else []

    def _tells(self, target: Fn) -> bool:
        """Whether what runs tells of all of its own errors or does nothing, or something that is not looked at stands around it."""
        if not target.body.calls and not target.body.raises and not target.body.returns:
            return True
        above = target.module.functions[target.head.parent] if target.head.parent >= 0 else target
        around = {self.follower.text(above, one).rpartition(".")[2] for one in target.head.decorators}
        return not around <= _PLAIN or SelfReported(self.reporting).all_of(target)


def target_of(follower: Follower, fn: Fn, run: int) -> tuple[Fn | None, str]:
    """The project's function that a task or a future runs, if it is one, and its name or what else is written there; ``""`` for nothing."""
    runs = follower.names.entity(fn, run) if run >= 0 else None
    if runs is not None and runs[0] == "fn":
        return runs[1], runs[1].name
    return None, follower.text(fn, run) if run >= 0 else ""
