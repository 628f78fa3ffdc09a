"""Outcomes that nothing keeps: gathered errors, tasks, and hooks for errors that do nothing with them."""

from __future__ import annotations

from collections.abc import Iterator

from checker.source import ir
from checker.source.errors import futures
from checker.source.errors.reporting import Reporting, called, names
from checker.source.errors.self_reported import CLOSING, SelfReported, is_end
from checker.source.facts.errors import LostOutcome
from checker.source.flow.backwards import Follower
from checker.source.flow.places import span
from checker.source.ir.ways import Called, Try, walk
from checker.source.lexicon.words import split
from checker.source.names.elements import Fn, Module

LEAVES_FINALLY = 64
_TASKS = frozenset({"asyncio.create_task", "asyncio.ensure_future", "asyncio.tasks.create_task", "asyncio.tasks.ensure_future"})
_HOOKS = frozenset({("sys", "excepthook"), ("threading", "excepthook"), ("sys", "unraisablehook")})
_SETTERS = frozenset({"set_exception_handler"})
_KEEPING = frozenset({"excepthook", "__excepthook__", "default_exception_handler", "unraisablehook", "__unraisablehook__"})
_TAKING = frozenset({"get", "pop"})
_PEERS = frozenset({"clients", "connections", "websockets", "sockets", "peers", "subscribers", "viewers", "listeners"})
"""Words of what keeps all that are connected."""
_COPYING = frozenset({"list", "tuple", "set", "copy"})
_STARTS = frozenset({"create_task", "ensure_future"})
_DEEPEST = 4
_SHORT = 6
"""Calls of a hook that is judged: of a longer one it is not known what it does."""


class Lost:
    """Makes the facts about lost outcomes."""

    def __init__(self, follower: Follower, reporting: Reporting) -> None:
        self.follower = follower
        self.names = follower.names
        self.reporting = reporting
        self._futures = futures.Futures(follower, reporting)

    def facts(self, module: Module) -> Iterator[LostOutcome]:
        """Every one of a module."""
        for fn in module.functions:
            dropped = not _DROPPED.isdisjoint(fn.head.called)
            for call in fn.body.dropped if dropped else ():
                yield from self._dropped(fn, call)
            for line, column, kind, broad in fn.body.leaving if fn.head.flags & LEAVES_FINALLY else ():
                place = span((fn.module.path, line, column))
                yield LostOutcome(place, fn.head.name, "finally", kind, "", False, not broad, fn.module.facts.test)
            for store in fn.head.stores:
                if (store.owner, store.name) in _HOOKS:
                    yield from self._hook(fn, store.value, f"{store.owner}.{store.name}", (fn.module.path, store.line, store.column))
            for call in fn.body.calls if not _SETTERS.isdisjoint(fn.head.called) else ():
                node = fn.body.nodes[call]
                if called(fn, call) in _SETTERS and node[2] and node[2][0] >= 0:
                    yield from self._hook(fn, node[2][0], self.follower.text(fn, node[1]), self.follower.place(fn, node))

    def _dropped(self, fn: Fn, call: int) -> Iterator[LostOutcome]:
        node, name = fn.body.nodes[call], called(fn, call)
        entity, text = self.names.entity(fn, node[1]), self.follower.text(fn, node[1])
        place = span(self.follower.place(fn, node))
        if name in futures.HANDING:
            yield from self._futures.dropped(fn, call)
            return
        if name == "gather":
            kept = any(key == "return_exceptions" and fn.body.nodes[value] == [ir.CONST, True] for key, value in node[3])
            if kept and entity in (("lib", "asyncio.gather"), ("lib", "asyncio.tasks.gather")):
                clears_up = _cancels(fn) or _closes(fn, node) or _in_final(fn, call) or _only_waits(fn, node)
                clears_up = clears_up or _to_peers(fn, node) or _asked_later(fn, node)
                yield LostOutcome(
                    place, fn.head.name, "gather", text, "", clears_up, True, fn.module.facts.test, self._tell_themselves(fn, node)
                )
            return
        known = entity is not None and entity[0] == "lib" and entity[1] in _TASKS
        loop = name == "create_task" and "loop" in text.lower().rpartition(".")[0]
        if (known or loop) and node[2] and node[2][0] >= 0:
            made = _named(fn, node[2][0])
            runs, target = futures.target_of(self.follower, fn, _run(fn, made))
            named = (called(fn, made) if fn.body.nodes[made][0] == ir.CALL else "") or target.rpartition(".")[2]
            inner = runs is not None and runs.module is fn.module and runs.head.parent == fn.index
            plain = fn.body.nodes[node[2][0]][0] == ir.CALL or ((inner or runs is None) and fn.body.nodes[made][0] == ir.CALL)
            ends = fn.name.rpartition(".")[2] == "__del__" or (plain and is_end(named))
            reported = runs is not None and SelfReported(self.reporting).all_of(runs)
            yield LostOutcome(place, fn.head.name, "task", text, target, ends, known, fn.module.facts.test, reported)

    def _tell_themselves(self, fn: Fn, node: ir.Node) -> bool:
        """Whether all that is gathered, as far as it is made in the function, tells of its own errors."""
        given = [at for one in node[2] for at in _made(fn, one if one >= 0 else -1 - one, _DEEPEST)]
        given = given or [at for call in fn.body.calls if called(fn, call) in _STARTS for at in _made(fn, call, _DEEPEST)]
        runs = [self.names.entity(fn, fn.body.nodes[at][1]) for at in given]
        told = SelfReported(self.reporting)
        return bool(runs) and all(run is not None and run[0] == "fn" and told.all_of(run[1]) for run in runs)

    def _hook(self, fn: Fn, value: int, setting: str, place: tuple[str, int, int]) -> Iterator[LostOutcome]:
        entity = self.names.entity(fn, value)
        if entity is None or entity[0] != "fn":
            return
        hook: Fn = entity[1]
        calls = hook.body.calls
        if len(calls) > _SHORT or self.reporting.tells(hook) is not None or hook.head.raises:
            return
        told = any(self.reporting.told(hook, call) is not None for call in calls)
        if not told and _KEEPING.isdisjoint(names(hook, calls)):
            name = "a lambda" if "<lambda>" in hook.name else f"{hook.name}()"
            yield LostOutcome(span(place), fn.head.name, "hook", setting, name, False, not calls, fn.module.facts.test)


def _named(fn: Fn, at: int) -> int:
    """What a name was given that stands for a coroutine: ``work = settle(); create_task(work)``."""
    node = fn.body.nodes[at]
    return int(node[2]) if node[0] == ir.VAR else at


def _run(fn: Fn, at: int) -> int:
    """The function whose coroutine a value is, or that it runs in a thread: ``to_thread(convert, path)``; -1 for none."""
    node = fn.body.nodes[at]
    if node[0] != ir.CALL:
        return -1
    return int(node[2][0] if called(fn, at) == "to_thread" and node[2] and node[2][0] >= 0 else node[1])


def _made(fn: Fn, at: int, deepest: int) -> list[int]:
    """The calls that make the coroutines of a value: a call, a task of one, several of them, or what a comprehension makes."""
    node = fn.body.nodes[at]
    if deepest == 0:
        return []
    if node[0] == ir.CALL and called(fn, at) in _STARTS:
        return _made(fn, node[2][0], deepest - 1) if node[2] and node[2][0] >= 0 else []
    if node[0] == ir.CALL:
        return [at]
    if node[0] == ir.SEQ:
        return [made for item in node[1] for made in _made(fn, item, deepest - 1)]
    inner = {ir.VAR: 2, ir.COMP: 1}.get(node[0])
    return _made(fn, node[inner], deepest - 1) if inner is not None else []


def _only_waits(fn: Fn, node: ir.Node) -> bool:
    """Whether a gather waits for one thing that somebody else has made, and keeps: it is there for not being raised to."""
    if len(node[2]) != 1 or node[2][0] < 0:
        return len(node[2]) == 1 and _is_kept(fn, -1 - node[2][0])
    given = node[2][0]
    if fn.body.nodes[given][0] == ir.CALL and called(fn, given) == "shield" and min(fn.body.nodes[given][2], default=-1) >= 0:
        given = fn.body.nodes[given][2][0]
    made = _made(fn, given, _DEEPEST)
    return all(called(fn, at) in _TAKING for at in made) and given not in made


def _is_kept(fn: Fn, at: int) -> bool:
    """Whether what is gathered are the tasks that an object keeps: ``*self.tasks``, ``*list(self.tasks.values())``."""
    node = fn.body.nodes[at]
    if node[0] == ir.CALL and called(fn, at) in _COPYING and len(node[2]) == 1 and node[2][0] >= 0:
        at = node[2][0]
        node = fn.body.nodes[at]
    if node[0] == ir.CALL and called(fn, at) == "values" and fn.body.nodes[node[1]][0] == ir.ATTR:
        node = fn.body.nodes[fn.body.nodes[node[1]][1]]
    return bool(node[0] == ir.ATTR)


def _asked_later(fn: Fn, node: ir.Node) -> bool:
    """Whether each of the tasks that are gathered is asked how it ended: ``await gather(first, second); first.result()``."""
    given = {name for one in node[2] if one >= 0 and (name := _called(fn, one))}
    if not given or len(given) != len(node[2]):
        return False
    callees = (fn.body.nodes[fn.body.nodes[call][1]] for call in fn.body.calls)
    return given <= {_called(fn, callee[1]) for callee in callees if callee[0] == ir.ATTR and callee[2] in _HOW_IT_ENDED}


def _called(fn: Fn, at: int) -> str:
    """The name of a value, also behind a call that it was given to."""
    record = fn.body.nodes[at]
    while record[0] == ir.TOUCHED:
        record = fn.body.nodes[record[1]]
    return str(record[1]) if record[0] == ir.VAR else ""


def _to_peers(fn: Fn, node: ir.Node) -> bool:
    """Whether a gather sends the same to all that are connected: who has gone asks again when it is back."""
    made = [at for one in node[2] for at in _made(fn, one if one >= 0 else -1 - one, _DEEPEST)]
    return bool(made) and all(_is_sent_to_one(fn, fn.body.nodes[fn.body.nodes[at][1]]) for at in made)


def _is_sent_to_one(fn: Fn, callee: ir.Node) -> bool:
    owner: ir.Node = fn.body.nodes[callee[1]] if callee[0] == ir.ATTR and split(callee[2])[:1] == ("send",) else [ir.OPAQUE]
    owner = fn.body.nodes[owner[2]] if owner[0] == ir.VAR else owner
    several: ir.Node = fn.body.nodes[owner[1]] if owner[0] == ir.ELEM else [ir.OPAQUE]
    if several[0] == ir.CALL and called(fn, owner[1]) in _COPYING and several[2] and several[2][0] >= 0:
        several = fn.body.nodes[several[2][0]]
    name = several[2] if several[0] == ir.ATTR else several[1] if several[0] in (ir.GLOBAL, ir.VAR) else ""
    name = fn.head.params[several[1]] if several[0] == ir.PARAM else name
    return not _PEERS.isdisjoint(split(str(name)))


def _cancels(fn: Fn) -> bool:
    """Whether a function, or the one around it, ends tasks before it waits for them: ``task.cancel()``, ``self._cancel_pending()``."""
    around = fn.module.functions[fn.head.parent] if fn.head.parent >= 0 else fn
    return any("cancel" in split(name) for one in (fn, around) for name in one.head.called)


def _closes(fn: Fn, node: ir.Node) -> bool:
    """Whether a gather waits for nothing but what ends something: ``gather(connection.close())``."""
    given = [fn.body.nodes[one] if one >= 0 else [ir.OPAQUE] for one in node[2]]
    return bool(given) and all(one[0] == ir.CALL and _last(fn, one[1]) in CLOSING for one in given)


def _last(fn: Fn, callee: int) -> str:
    record = fn.body.nodes[callee]
    return str(record[2]) if record[0] == ir.ATTR else ""


def _in_final(fn: Fn, call: int) -> bool:
    """Whether a call stands in a ``finally``."""
    finals = (one.final for one in walk(fn.steps) if isinstance(one, Try))
    return any(isinstance(step, Called) and step.node == call for final in finals for step in walk(final))


_HOW_IT_ENDED = frozenset({"result", "exception"})
_DROPPED = frozenset({"gather", "create_task", "ensure_future", *futures.HANDING})
