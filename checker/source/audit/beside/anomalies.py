"""Sessions and tokens that are used by somebody else, once more or after their end: ways on which code finds that and leaves no record."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

import msgspec

from checker.model import Confidence, Step
from checker.source import ir
from checker.source.audit.project.recording.sure import Sure
from checker.source.audit.project.registering.outside import apart
from checker.source.audit.signs.mentions import named
from checker.source.audit.ways.paths import Entry, Guard, Handling, Way, deciding
from checker.source.facts.security import SessionAnomaly
from checker.source.flow.literal import unnamed
from checker.source.flow.origin import Place
from checker.source.flow.places import span
from checker.source.ir import ways
from checker.source.ir.ways import Called, Exit
from checker.source.lexicon.words import Answers, split
from checker.source.names.elements import Fn, Module

if TYPE_CHECKING:
    from checker.source.audit.parts import Parts
    from checker.vocabulary import Anomaly

_TELLING = frozenset({
    "session", "sessions", "refresh", "rotate", "rotation", "fingerprint", "hijack", "hijacking", "fixation", "anomaly", "binding", "reuse",
    "replay", "sess"
})  # fmt: skip
"""Words in the name of a function, its class or its file without which nothing is looked for."""
_OF_ANYTHING = frozenset({"fingerprint", "binding", "anomaly"})
"""Those of them that a program says of files, models and programs as well: only a server holds those of sessions against each other."""
_KEEPING = frozenset({"save", "persist", "store", "set", "write", "commit", "flush", "serialize", "touch", "extend"})
"""First words of functions that keep a session, or send it along."""
_TIDYING = frozenset({"cleanup", "clean", "purge", "prune", "sweep", "tidy", "gc", "vacuum", "housekeeping"})
"""First words of functions that take away what is over: ``cleanup_refresh_tokens()``."""
_PREDICATES = frozenset({"is", "has", "can", "may", "should", "needs"})
_ENDING = frozenset({
    "clear", "flush", "logout", "logout_user", "invalidate", "destroy", "delete", "revoke", "revoke_all", "revoke_family", "terminate",
    "cycle_key", "abandon", "expire", "kill", "remove", "delete_session", "revoke_session", "clear_session", "end_session", "abort"
})  # fmt: skip
_NOTHING = (None, "", False)
_STEERED = frozenset({("browser", "session")})


class _Told(msgspec.Struct, frozen=True):
    """What a test or a caught error says."""

    entry: Anomaly
    line: int


class Anomalies:
    """Makes the facts about a module's sessions."""

    def __init__(self, parts: Parts, entries: Iterable[Anomaly]) -> None:
        self._parts = parts
        self._follower = parts.follower
        self._names = parts.follower.names
        self._entries = tuple(entries)
        phrases = (phrase for entry in self._entries for phrase in (*entry.errors, *entry.detects, *entry.verifies))
        self._phrases = frozenset(tuple(phrase.split()) for phrase in phrases)
        self._firsts = frozenset(phrase[0] for phrase in self._phrases if phrase)
        self._says: Callable[[str], bool] = Answers(self._has_phrase).__getitem__
        """Whether a called name has one of the phrases."""
        self._steers: Callable[[str], bool] = Answers(_steers).__getitem__

    def facts(self, module: Module) -> Iterator[SessionAnomaly]:
        """One fact for each function and event."""
        if module.facts.test or apart(module) or not self._entries:
            return
        about = bool(module.parts) and not _TELLING.intersection(split(module.parts[-1])) <= _OF_ANYTHING
        for fn in module.functions[1:]:
            if (about or self._may_tell(fn)) and "cache" not in fn.name.lower():  # what is remembered is only asked for anew
                yield from self._function(fn)

    def _has_phrase(self, name: str) -> bool:
        return not self._firsts.isdisjoint(split(name)) and _has(name, self._phrases)

    def _may_tell(self, fn: Fn) -> bool:
        """Whether a function may be about sessions, and not those of a browser that a program steers; told by its head."""
        called = fn.head.called
        words = _TELLING.intersection(split(fn.head.name.replace(".", "_")))
        told = not words <= _OF_ANYTHING or any(map(self._says, called))
        if not told and not words and (_ENDING.isdisjoint(called) or not fn.head.decorators):
            return False
        served = told or not fn.module.tops.isdisjoint(self._follower.tables.server_modules)
        return served and not any(map(self._steers, called))

    # -- one function

    def _function(self, fn: Fn) -> Iterator[SessionAnomaly]:
        found: dict[str, SessionAnomaly] = {}
        for way in self._parts.leaving.ways(fn):
            one = self._judged(fn, way)
            if one is not None:
                known = found.get(one.event)
                if known is None or (one.confidence, -one.span.line) > (known.confidence, -known.span.line):
                    found[one.event] = one
        yield from found.values()

    def _judged(self, fn: Fn, way: Way) -> SessionAnomaly | None:
        at, told = self._said(fn, way)
        raised = self._raised(fn, way) if told is None else None
        if told is None and raised is None:
            return None
        entry = told.entry if told is not None else raised
        ends = self._end(fn, way, at, told)
        if entry is None or ends is None:
            return None
        place, text = ends
        refused = self._parts.exits.refused(fn, way.exit) if way.exit is not None else None
        sure = self._parts.recorded.way(fn, way, at, refused)
        if sure == Sure.YES or (self._parts.exits.is_nothing(fn, way.exit) and self._parts.recorded.callers_see(fn)):
            return None
        if not (_KEEPING | _TIDYING).isdisjoint(split(fn.name)[:1]) and self._parts.exits.is_nothing(fn, way.exit):
            return None  # nobody shows a session here: it is only kept no more
        asked = not _PREDICATES.isdisjoint(split(fn.name)[:1]) and self._parts.exits.is_nothing(fn, way.exit)  # who asks it knows for what
        low = asked or sure == Sure.MAYBE or entry.weak or (told is None and not self._parts.around.reachable(fn))
        decided = Step(span((fn.module.path, told.line, 0)), "this decides") if told is not None else None
        return SessionAnomaly(
            span(place), fn.head.name, entry.event, entry.what, text, Confidence.LOW if low else Confidence.MEDIUM, decided,
            self._parts.records.anywhere(fn), self._parts.recorded.helper(fn), (), fn.module.facts.test,
        )  # fmt: skip

    def _said(self, fn: Fn, way: Way) -> tuple[int, _Told | None]:
        """The last test or handler of a way that says so, and its position."""
        for at in range(len(way.entries) - 1, -1, -1):
            told = self._of_entry(fn, way.entries[at])
            if told is not None:
                return at, told
        return 0, None

    def _of_entry(self, fn: Fn, entry: Entry) -> _Told | None:
        if isinstance(entry, Guard):
            found = next((one for one in self._entries if self._tells(fn, entry.condition, entry.holds, one)), None)
            return _Told(found, entry.line) if found is not None else None
        if isinstance(entry, Handling):
            types = fn.body.handlers[entry.handler].types
            found = next((one for one in self._entries if any(_has(name.rpartition(".")[2], _phrases(one.errors)) for name in types)), None)
            return _Told(found, fn.body.handlers[entry.handler].line) if found is not None else None
        return None

    def _raised(self, fn: Fn, way: Way) -> Anomaly | None:
        """What an exception's own name says."""
        if way.exit is None or way.exit.kind != "raise" or way.exit.value < 0:
            return None
        name = self._follower.text(fn, way.exit.value).removesuffix("()").rpartition(".")[2]
        return next((one for one in self._entries if name[:1].isupper() and _has(name, _phrases(one.errors))), None)

    def _end(self, fn: Fn, way: Way, at: int, told: _Told | None) -> tuple[Place, str] | None:
        """Where and how a way ends the session or the request because of that, ``None`` where it goes on as if nothing were."""
        if way.exit is not None and (told is None or at in deciding(way.entries)) and self._leaves(fn, way.exit):
            refused = self._parts.exits.refused(fn, way.exit)
            text = refused.text if refused is not None else self._parts.exits.text(fn, way.exit)
            return (fn.module.path, way.exit.line, way.exit.column), text
        for entry in way.entries[at + 1 :]:
            if isinstance(entry, ways.Branch | Guard):
                break
            if isinstance(entry, Called):
                name = self._follower.text(fn, fn.body.nodes[entry.node][1])
                if name.rpartition(".")[2] in _ENDING:
                    return self._follower.place(fn, fn.body.nodes[entry.node]), f"calls {name.rpartition('.')[2]}()"
        return None

    def _leaves(self, fn: Fn, step: Exit) -> bool:
        return step.kind in ("raise", "return", "exit") and not (step.kind == "raise" and step.value < 0)

    # -- what a test says

    def _tells(self, fn: Fn, node: int, holds: bool, entry: Anomaly, steps: int = 8) -> bool:
        record = fn.body.nodes[node]
        operation = record[0]
        if steps == 0:
            return False
        if operation in (ir.VAR, ir.CHECKED, ir.TOUCHED, ir.UNPACK):
            inner = record[2] if operation == ir.VAR else record[1]
            flagged = operation == ir.VAR and self._is_flag(fn, record[1], "", holds, entry) and not self._is_done_here(fn, inner)
            return flagged or self._tells(fn, inner, holds, entry, steps - 1)
        if operation == ir.COND:
            return self._compared(fn, record, holds, entry, steps)
        if operation == ir.CALL:
            return self._answered(fn, record, holds, entry)
        if operation in (ir.ATTR, ir.ITEM) and isinstance(record[2], str):
            return self._is_flag(fn, record[2], self._follower.text(fn, record[1]), holds, entry) and not self._is_listed(fn, node)
        return False

    def _is_done_here(self, fn: Fn, node: int) -> bool:
        """Whether what looks like a flag says that the function ended a session itself: ``revoked = revoke_session(user, number)``."""
        made = fn.body.nodes[unnamed(fn, node)]
        name = self._follower.text(fn, made[1]).rpartition(".")[2] if made[0] == ir.CALL else ""
        return not _ENDING.isdisjoint(split(name)[:1])

    def _is_listed(self, fn: Fn, node: int) -> bool:
        """Whether what looks like a flag is a list, ``for number in session.invalidated``."""
        text = self._follower.text(fn, node)
        return any(one[0] == ir.ELEM and self._follower.text(fn, one[1]) == text for one in fn.body.nodes)

    def _compared(self, fn: Fn, record: ir.Node, holds: bool, entry: Anomaly, steps: int) -> bool:
        operator, operands = record[1], record[2]
        if operator == "not":
            return self._tells(fn, operands[0], not holds, entry, steps - 1)
        if operator in ("and", "or"):
            told = [self._tells(fn, one, holds, entry, steps - 1) for one in operands]
            return any(told) if (operator == "and") == holds else all(told)
        other = fn.body.nodes[operands[1]]
        if other[0] == ir.CONST and (other[1] is True or any(other[1] is one for one in _NOTHING)):
            if operator not in ("is", "==", "is not", "!="):
                return False
            same = (operator in ("is", "==")) == (other[1] is True)
            return self._tells(fn, operands[0], holds == same, entry, steps - 1)
        differs = (operator in ("!=", "is not", "not in") and holds) or (operator in ("==", "is", "in") and not holds)
        return differs and self._differ(fn, operands, entry)

    def _differ(self, fn: Fn, operands: list[int], entry: Anomaly) -> bool:
        """Whether something that was kept is held against what came in, and both are of a trait of the client."""
        traits = _phrases(entry.traits)
        if not traits or len(operands) != 2:
            return False
        sides = [self._names_in(fn, one) for one in operands]
        if not all(any(_has(name, traits) for name in side) for side in sides):
            return False
        words = [{word for name in side for word in split(name)} for side in sides]
        kept, sent = set(entry.kept), set(entry.sent)
        own = set(split(fn.head.name.replace(".", "_"))) & kept
        return any(kept & words[one] and (sent & words[1 - one] or not kept & words[1 - one]) for one in (0, 1)) or bool(
            own and any(sent & side for side in words)
        )

    def _names_in(self, fn: Fn, node: int) -> list[str]:
        """The names in an operand, those of what a local name holds included."""
        record = fn.body.nodes[node]
        found = named(fn, node)
        if record[0] == ir.VAR:
            found = [*found, *named(fn, record[2])]
        return [name.replace("-", "_") for name in found]

    def _answered(self, fn: Fn, record: ir.Node, holds: bool, entry: Anomaly) -> bool:
        name = self._follower.text(fn, record[1]).rpartition(".")[2]
        if name.rpartition(".")[2] in ("compare_digest", "constant_time_compare", "safe_str_cmp") and len(record[2]) == 2:
            return not holds and self._differ(fn, list(record[2]), entry)
        if name in ("get", "pop") and record[2] and record[2][0] >= 0:
            key = fn.body.nodes[record[2][0]]
            owner = self._follower.text(fn, fn.body.nodes[record[1]][1]) if fn.body.nodes[record[1]][0] == ir.ATTR else ""
            return key[0] == ir.CONST and isinstance(key[1], str) and self._is_flag(fn, key[1], owner, holds, entry)
        if holds:
            return _has(name, _phrases(entry.detects))
        return _has(name, _phrases(entry.verifies))

    def _is_flag(self, fn: Fn, name: str, owner: str, holds: bool, entry: Anomaly) -> bool:
        if not holds or not entry.flags or " ".join(split(name)) not in entry.flags:
            return False
        around = {*split(owner.replace(".", "_")), *split(fn.head.name.replace(".", "_"))}
        return not around.isdisjoint(entry.owners)


def _phrases(phrases: tuple[str, ...]) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(phrase.split()) for phrase in phrases)


def _steers(name: str) -> bool:
    """Whether a called name is about the session of a browser that a program steers."""
    return _has(name, _STEERED)


def _has(name: str, phrases: frozenset[tuple[str, ...]]) -> bool:
    """Whether the words of one of the phrases stand together in a name."""
    words = split(name)
    return any(words[start : start + size] in phrases for size in (1, 2, 3, 4) for start in range(len(words) - size + 1))
