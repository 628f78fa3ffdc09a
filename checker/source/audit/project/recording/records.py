"""What leaves a record: calls, blocks, and functions as a whole."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from checker.source import ir
from checker.source.audit.project.recording import (
    called_after,
    coming_back,
    counting,
    files,
    kept_rows,
    later,
    letting_in,
    mails,
    replaced,
    tellings,
    unasked,
)
from checker.source.audit.project.recording.by_itself import ByItself, is_hook
from checker.source.audit.project.recording.doings import tells_of_doings
from checker.source.audit.project.recording.sure import Sure
from checker.source.audit.project.registering import bus, decorating
from checker.source.audit.signs.terms import only_asks
from checker.source.audit.ways.paths import Entry, Finally, Guard, Handling, Left, Passed, Skipped
from checker.source.ir import ways
from checker.source.ir.ways import Block, Branch, Called, Loop, Step, Try, With
from checker.source.lexicon.words import split
from checker.source.names.elements import Fn
from checker.source.names.reads import AUDIT

if TYPE_CHECKING:
    from checker.source.audit.signs.terms import Terms
    from checker.source.flow.backwards import Follower
    from checker.source.logs.sinks import Sinks

_DEEPEST = 3
_NO_RECORD = frozenset({"in", "out", "on", "off", "message", "messages", "flash", "email", "mail", "metric", "metrics"})
"""Words after a first one such as ``log`` or ``record`` that make it another thing: ``log_out``."""
_TELLING = frozenset({
    "log", "audit", "fail", "failed", "failure", "deny", "denied", "reject", "refuse", "forbidden", "unauthorized", "error",
    "revoke", "invalid", "login", "logout", "auth", "event", "record", "notify", "alert", "history", "lock", "block"
})  # fmt: skip


_ENDS = ("__exit__", "__aexit__")
_MEASURING = frozenset({"timer", "timing", "timed", "stopwatch", "profiler", "span", "tracer", "measure", "metric", "metrics", "lock"})
"""Words of classes whose ``with`` tells how long something took."""


class Records:
    """Answers what leaves a record; remembers every function."""

    def __init__(self, follower: Follower, sinks: Sinks, terms: Terms) -> None:
        self._follower = follower
        self._names = follower.names
        self._sinks = sinks
        self._terms = terms
        self._by_itself = ByItself(follower, sinks, terms)
        self._functions: dict[Fn, Sure] = {}
        self._calls: dict[tuple[Fn, int], Sure] = {}
        self._bodies: dict[Fn, bool] = {}
        self.receivers: dict[str, list[tuple[str, int]]] = {}
        """Signal to the functions that are connected to it."""
        self.senders: dict[tuple[str, int], frozenset[str]] = {}
        """Such a function's key to the classes of whose rows it is told, ``""`` for those of all."""
        self.histories: frozenset[str] = frozenset()
        """Tables of which a library keeps how each row was before."""

    def forget(self) -> None:
        """Know nothing of any function."""
        self._functions.clear()
        self._calls.clear()
        self._bodies.clear()

    def of(self, fn: Fn, call: int, depth: int = 0) -> Sure:
        """Whether a call leaves a record."""
        key = (fn, call)
        if key not in self._calls:
            self._calls[key] = Sure.NO  # ends recursion
            self._calls[key] = self._of(fn, call, depth)
        return self._calls[key]

    def always(self, fn: Fn, call: int) -> bool:
        """Whether a call leaves a record whenever it is made."""
        return self.of(fn, call) == Sure.YES

    def anywhere(self, fn: Fn) -> bool:
        """Whether a function records anything at all."""
        if fn not in self._bodies:
            self._bodies[fn] = any(self.of(fn, call) for call in fn.body.calls)
        return self._bodies[fn]

    def is_silent(self, fn: Fn, call: int) -> bool:
        """Whether a call writes to a log below the level that anybody keeps."""
        return self._by_itself.is_silent(fn, call)

    def _of(self, fn: Fn, call: int, depth: int) -> Sure:
        node = fn.body.nodes[call]
        owner, _, name = self._follower.text(fn, node[1]).rpartition(".")
        if (told := self._by_itself.told(fn, call, owner, name)) is not None:
            return told
        if name in ("send", "send_robust", "asend"):
            return self._sent(owner.rpartition(".")[2], depth)
        if name in bus.PUBLISHING and (key := bus.published(self._follower, fn, call)) and (sent := self._sent(key, depth)):
            return sent
        if (kept := self._by_itself.kept(fn, call, owner, name)) is not None:
            return kept
        found = mails.real([callee for callee, _ in self._names.callees(fn, call) if not callee.module.facts.test])
        found += [one for one in later.handed(self._names, fn, name, node) if one not in found]
        found = found or later.bound(self._names, fn, node[1]) or called_after.methods(self._names, owner, name)
        sure = self._by_asked(fn, call, name, found, depth)
        if sure == Sure.YES or replaced.logs(name, found) or (self._terms.writes(name) and not is_hook(found)):
            return Sure.YES
        doing = tells_of_doings(split(name)) or tellings.keeps_events(owner, name)
        if found and doing and all(kept_rows.keeps(self._names, one) for one in found) and not counting.only(self, name, found):
            return Sure.YES
        return Sure.YES if not found and self._is_believed(name) else sure

    def _by_asked(self, fn: Fn, call: int, name: str, found: list[Fn], depth: int) -> Sure:
        """What the project's functions leave that a call asks; at times is not enough where they are about something else."""
        if depth >= _DEEPEST:
            return Sure.NO
        telling = found
        if mails.sends(name):
            telling = [one for one in found if self._by_itself.writes_itself(one) and not mails.sends_anything(name)]
        sure = max((self._asked(callee, depth + 1) for callee in telling), default=Sure.NO)
        if sure == Sure.MAYBE and (not self._about(name) or all(unasked.leaves_none(self, fn, call, one) for one in telling)):
            return Sure.NO
        return sure

    def _is_believed(self, name: str) -> bool:
        """Whether a helper that is not at hand is believed by its name: ``record_failed_login()``."""
        words = split(name)
        if len(words) < 2 or words[0] not in self._terms.maybe or not _NO_RECORD.isdisjoint(words) or only_asks(words):
            return False
        return not counting.only(self, name, self._names.named(name))

    def _about(self, name: str) -> bool:
        """Whether a function that records something at times is about refusals or changes, by its name."""
        if self._terms.changes.tells(name) or self._terms.verifiers.tells(name):
            return True
        words = split(name)
        return not _TELLING.isdisjoint(words) and not only_asks(words)  # get_audit_name() tells who it was; who calls it writes that down

    def _asked(self, fn: Fn, depth: int) -> Sure:
        """What a function that is called leaves, and the end of a ``with`` for an object that is made: ``with Saver(row) as saver``."""
        if fn.owner is not None and fn.name == "__init__" and _MEASURING.isdisjoint(split(fn.owner.name)):
            for cls in self._names.mro(fn.owner)[0]:
                at = next((cls.record.methods[name] for name in _ENDS if name in cls.record.methods), None)
                if at is not None:
                    last = cls.module.functions[at]
                    return max(self.function(fn, depth), self.block(last, last.steps, depth))
        return Sure.YES if depth < _DEEPEST and self.by_decorators(fn) else self.function(fn, depth)

    def by_decorators(self, fn: Fn) -> bool:
        """Whether a decorator of the project's own records every call of a function, or one of a library by its name."""
        return any(
            self._terms.writes(name)
            if own is None
            else any(self._tells_of_calls(one) or decorating.audits(self._follower, own, one) for one in decorating.inside(own))
            for own, name in decorating.of(self._follower, fn)
        )

    def _tells_of_calls(self, wrapper: Fn) -> bool:
        """Whether a wrapper records what it wraps; not one that only tells who may come in."""
        return self.function(wrapper) == Sure.YES and not letting_in.alone(self, self._follower, wrapper)

    def _sent(self, signal: str, depth: int) -> Sure:
        """What the receivers of a signal write."""
        self._names.reads.asked.add((AUDIT, "", -1))
        return max((self.function(fn, depth + 1) for fn in self.receiving(signal)), default=Sure.NO)

    def is_receiver(self, fn: Fn) -> bool:
        """Whether a function is told by a signal: what it tells of was done by who sent that."""
        self._names.reads.asked.add((AUDIT, "", -1))
        decorators = (name for _, name in decorating.of(self._follower, fn))
        return "receiver" in decorators or any(fn.key in found for found in self.receivers.values())

    def receiving(self, signal: str) -> Iterator[Fn]:
        """The receivers of a signal."""
        return map(self._names.at, self.receivers.get(signal, ()))

    def function(self, fn: Fn, depth: int = 0) -> Sure:
        """Whether a function leaves a record on its way to its normal end."""
        known = self._functions.get(fn)
        if known is None:
            self._functions[fn] = Sure.NO  # ends recursion
            known = self._functions[fn] = Sure.YES if files.keeps_lines(self._follower, fn) else self._whole(fn, depth)
        return known

    def _whole(self, fn: Fn, depth: int) -> Sure:
        """As `block`; but a way out that lies before the record has none."""
        left = False
        found = Sure.NO
        for at, step in enumerate(fn.steps):
            told = self.step(fn, step, depth)
            if told > found and left and coming_back.refuses(fn.steps[at:]):
                break  # whoever was let through has left before
            if told > found:
                found = Sure.MAYBE if left or self._leaves_beside(fn, step, depth) else told
            if found == Sure.YES:
                break
            left = left or self._leaves(fn, step, depth)
        return found

    def _leaves_beside(self, fn: Fn, step: Step, depth: int) -> bool:
        """Whether one arm of a branch ends a function unrecorded, and another records: ``if known: return kept`` and ``else: log()``."""
        if not isinstance(step, Branch) or any(self.of(fn, call.node, depth) == Sure.YES for call in step.arms[0].test):
            return False
        return self._leaves(fn, step, depth)

    def _leaves(self, fn: Fn, step: Step, depth: int) -> bool:
        """Whether a function may end inside a step, and that unrecorded; not ``if len(new) < 8: log.error(...); return "too short"``."""
        if isinstance(step, Branch):
            arms = [arm.block for arm in step.arms if coming_back.returns(arm.block)]
            return any(self.block(fn, arm, depth) != Sure.YES for arm in arms)
        return not isinstance(step, Called) and coming_back.returns((step,))

    def block(self, fn: Fn, block: Block, depth: int = 0) -> Sure:
        """Whether a block leaves a record on every way to its end, or on some."""
        return max((self.step(fn, step, depth) for step in block), default=Sure.NO)

    def step(self, fn: Fn, step: Step, depth: int = 0) -> Sure:
        """The same for one step."""
        if isinstance(step, Called):
            return self.of(fn, step.node, depth)
        if isinstance(step, ways.Stored | ways.Exit | ways.Yielded | ways.Put | ways.Bound | ways.Flagged):
            return Sure.NO
        if isinstance(step, With):
            return self.block(fn, step.block, depth)
        if isinstance(step, Branch):
            return self._branch(fn, step, depth)
        if isinstance(step, Loop):
            return min(Sure.MAYBE, self.block(fn, step.block, depth))
        return self._try(fn, step, depth)

    def _branch(self, fn: Fn, step: Branch, depth: int) -> Sure:
        tests = max((self.of(fn, call.node, depth) for call in step.arms[0].test), default=Sure.NO)
        coming = [arm.block for arm in step.arms if not coming_back.refuses(arm.block)]
        arms = [self.block(fn, block, depth) for block in coming if not ways.ends(block)]
        if not step.total:
            arms.append(Sure.NO)
        always = min(arms, default=Sure.NO)
        some = min(Sure.MAYBE, max((self.block(fn, block, depth) for block in coming), default=Sure.NO))
        return max(tests, always, some)

    def _try(self, fn: Fn, step: Try, depth: int) -> Sure:
        last = self.block(fn, step.final, depth)
        first = max(self.block(fn, step.body, depth), self.block(fn, step.orelse, depth))
        return max(last, first)  # what a handler records is an error, and not what was done

    def entry(self, fn: Fn, entry: Entry) -> Sure:
        """Whether what was done on a way left a record."""
        if isinstance(entry, Handling):
            return self._tried(fn, entry)
        if isinstance(entry, Guard | Left | Skipped):
            return Sure.NO
        if isinstance(entry, Finally):
            return self.block(fn, entry.block)
        if isinstance(entry, Passed):  # nothing of it was done
            return Sure.NO
        return self.step(fn, entry)

    def _tried(self, fn: Fn, entry: Handling) -> Sure:
        """What was tried where nothing but the record was: it may fail, and all goes on: ``try: audit.log(event)``, ``except: pass``."""
        body = entry.step.body
        if entry.raised is not None or any(isinstance(one, Branch | Loop | Try | ways.Exit) for one in ways.walk(body)):
            return Sure.NO
        names = [self._follower.text(fn, fn.body.nodes[one.node][1]).rpartition(".")[2] for one in body if isinstance(one, Called)]
        does = any(self._terms.changes.tells(name) or self._terms.verifiers.tells(name) for name in names)
        return Sure.NO if does else self.block(fn, body)

    def passed(self, fn: Fn, entry: Passed) -> bool:
        """Whether the branch that was not taken records something."""
        return isinstance(entry.step, Branch) and any(self.block(fn, arm.block) for arm in entry.step.arms if not ways.ends(arm.block))

    def helper(self, fn: Fn, call: int) -> str:
        """The project's own function that a call which leaves a record names, ``""`` where it is a logger's method."""
        use = self._sinks.use(fn, call)
        if use is not None:
            return ""
        node = fn.body.nodes[call]
        return self._follower.text(fn, node[1]) if fn.body.nodes[node[1]][0] in (ir.GLOBAL, ir.IMPORT, ir.ATTR) else ""
