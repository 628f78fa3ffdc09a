"""What earlier runs made of a project, and what of it still holds: the facts of each module, and what the walk made of each suspect.

A module's facts hold as long as its own file is the same, what was read of other files for them is (`checker.source.names.edits`), and
every question that was asked about the whole project (who calls this name, which module is called that) has the same answer. Where files
are read to answer a question, its answer is kept like facts are. All else is made anew, so that a run with a memory and one without give
the same bytes.
"""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

import msgspec

from checker import faults, pool
from checker.cache import Cache
from checker.remembered import Answer, Fresh, Kept, Module, is_spared, joined, plain
from checker.rule import Rule
from checker.source.names.edits import Edit
from checker.source.names.lasting import Lasting
from checker.source.names.reads import BESIDE, RESTING, Key
from checker.source.told import Slight, Told, is_louder, together
from checker.walks import Said, Seen, Walked, Walks, walked
from checker.whole import Project
from checker.work import Done, Index

if TYPE_CHECKING:
    from checker.source.program import Program

_PACKAGE = "checker.rules."
_LARGE = 200
"""So many modules that are made anew and more are worth telling of; among them is something to look at closer."""
_SOME, _FEW = 60_000, 40
"""Bytes of encoded bodies, for which this process and one beside it tell modules anew, and for fewer this alone, which takes some 60 ms;
and modules of which more are told by several, as everything is."""
_BESIDE_EACH_OTHER = 128
"""So many modules in the order of their paths go to one process at a time: they ask for the same functions, and for who calls them."""
_MOST_WALKED = 200
"""So many suspects of one file are remembered beyond those of the last run, which another choice of rules or paths may have."""


class _Sent:
    """What a fork has told, as its parent gets it."""

    @staticmethod
    def encode(told: list[Fresh]) -> bytes:
        return _encoder.encode(told)

    @staticmethod
    def decode(data: bytes) -> list[Fresh]:
        return msgspec.msgpack.decode(data, type=list[Fresh])


_encoder = msgspec.msgpack.Encoder()
_steady = msgspec.msgpack.Encoder(order="deterministic")
_told = msgspec.msgpack.Decoder(Told)
_slight = msgspec.msgpack.Decoder(Slight)
_seen = msgspec.msgpack.Decoder(Seen)
_MANY = _encoder.encode(None)
"""The answer to a question about calls that are too many."""
_NOTHING = _encoder.encode(Told())
_programs: list[tuple[Program, frozenset[str]]] = []
_answered: set[Key] = set()


class Memory(msgspec.Struct):
    """One run's view of what earlier runs found."""

    cache: Cache
    kinds: frozenset[str]
    """Of the facts that a rule takes: no others are made."""
    _old: Kept = msgspec.field(default_factory=Kept)
    _new: Kept = msgspec.field(default_factory=Kept)

    def changes(self, index: Index) -> int:
        """How many files have changed; those of another project count for many."""
        old = {path: module.digest for path, module in zip(self._old.paths, self._old.modules, strict=True)}
        return sum(digest != old.get(path) for path, digest in index.digests.items()) + sum(path not in index.digests for path in old)

    def renew(self, index: Index, project: Project, jobs: int, done: Done | None = None) -> None:
        """Make anew what does not hold any more; ``done`` hears of it while that is much."""
        old = dict(zip(self._old.paths, self._old.modules, strict=True))
        if index.digests == {path: module.digest for path, module in old.items()}:
            self._new = self._old
        else:
            self._new = _renewed(self._old, old, index, project.program(), self.kinds, jobs, done)

    def tells_more(self, paths: Collection[str]) -> bool:
        """Whether one of some files tells something that it did not, of which a rule is likely to say something. After `renew`."""
        old = dict(zip(self._old.paths, self._old.modules, strict=True))
        new = zip(self._new.paths, self._new.modules, strict=True)
        pairs = ((old[path].told if path in old else b"", module.told) for path, module in new if path in paths)
        return any(is_louder(_told.decode(then or _NOTHING), _told.decode(now)) for then, now in pairs if now and now != then)

    def facts(self) -> Iterator[Any]:
        """Every fact of the project that a rule takes. After `renew`."""
        return together({path: _told.decode(told) for path, told in self._encoded().items()})

    def _encoded(self) -> dict[str, bytes]:
        held = zip(self._new.paths, self._new.modules, strict=True)
        return {path: module.told for path, module in held if module.told}

    def near(self, asked: Collection[str]) -> Iterator[Any]:
        """Those facts that name one of the files that are asked for, and what no rule is about of all; others can be among them.

        Encoded, a path stands in a fact as it is. What a ``raise`` is told of where its exception is caught stands in the facts of there.
        After `renew`.
        """
        encoded, words = self._encoded(), [path.encode() for path in asked]
        every: dict[str, Told | Slight] = {path: _slight.decode(told) for path, told in encoded.items()}
        naming = {path for path, told in encoded.items() if path in asked or any(word in told for word in words)}
        handed = [one for path in naming for one in (*every[path].logged, *every[path].shown)]
        wanted = naming | (every.keys() & {one.path for one in handed if one.step.span.path in asked})
        return together(every | {path: _told.decode(encoded[path]) for path in wanted})

    def part(self, suspects: Iterable[Said], digests: Mapping[str, bytes]) -> tuple[list[Walked], list[Said]]:
        """What an earlier walk saw of the suspects, and those that it did not see."""
        seen, unseen = list[Walked](), list[Said]()
        for said in suspects:
            digest, known = self._old.walked.get(said.span.path, (b"", {}))
            told = known.get(_digest(said)) if digest == digests.get(said.span.path) and is_shipped(said.rule) else None
            if told is None:
                unseen.append(said)
            elif told:
                seen.append(walked(said.rule, _seen.decode(told)))
        return seen, unseen

    def save(self, walks: Walks, digests: Mapping[str, bytes]) -> None:
        """Keep what this run found."""
        kept = {path: entry for path, entry in self._old.walked.items() if entry[0] == digests.get(path)}
        changed = self._new is not self._old or len(kept) != len(self._old.walked)
        for said, found in walks.seen:
            path = said.span.path
            if not is_shipped(said.rule) or digests.get(path) != walks.digests.get(path):
                continue
            seen = _encoder.encode(Seen(found.message, found.span, found.function, found.statement)) if found else b""
            entry = kept.setdefault(path, (digests[path], {}))[1]
            while len(entry) >= _MOST_WALKED:
                del entry[next(iter(entry))]
            entry[_digest(said)] = seen
            changed = True
        if changed:
            self.cache.remember(_encoder.encode(msgspec.structs.replace(self._new, walked=kept, kinds=self.kinds)), _part(self.kinds))


def open_memory(cache: Cache, kinds: frozenset[str]) -> Memory:
    """What the cache remembers of runs that made the same kinds of facts; an empty memory where that cannot be read."""
    with contextlib.suppress(msgspec.MsgspecError):
        kept = msgspec.msgpack.decode(cache.recall(_part(kinds)), type=Kept)
        if kept.kinds == kinds:
            return Memory(cache, kinds, kept)
    return Memory(cache, kinds)


def _part(kinds: frozenset[str]) -> str:
    return hashlib.blake2b(" ".join(sorted(kinds)).encode(), digest_size=4).hexdigest()


def _renewed(
    kept: Kept, old: Mapping[str, Module], index: Index, program: Program, kinds: frozenset[str], jobs: int, done: Done | None = None
) -> Kept:
    """The facts of all modules: those that still hold, and the others made anew."""
    digests = index.digests
    changed = {at: _edit(old[path], index, program, path) for at, path in enumerate(kept.paths) if digests.get(path) != old[path].digest}
    edited = None if digests.keys() != old.keys() or None in changed.values() else [one.modules for one in changed.values() if one]
    answers, grounds = _answers(kept, changed, program, Lasting(edited))
    other = {at for at, key in enumerate(kept.questions) if answers[key] != kept.answers[at]}
    names = [module.path for module in program.names.modules]
    positions = {path: at for at, path in enumerate(kept.paths)}
    still = {
        path: old[path]
        for path in names
        if path in old and positions[path] not in changed and is_spared(old[path], changed) and other.isdisjoint(old[path].asked)
    }
    waiting = [path for path in names if path not in still]
    fresh = dict(zip(waiting, _told_anew(program, kinds, waiting, grounds.keys(), jobs, done), strict=True))
    for one in fresh.values():
        grounds |= one.answered
        answers |= {key: answer.digest for key, answer in one.answered.items()}
    told = [one.asked for one in fresh.values()]
    asked = {key for keys in (*told, *(one.asked for one in grounds.values())) for key in keys} - answers.keys()
    return joined(kept, still, fresh, digests, answers | {key: _answer(program, key) for key in asked}, grounds)


def _edit(module: Module, index: Index, program: Program, path: str) -> Edit | None:
    """How a file differs from what it was; ``None`` where that is not known any more."""
    before, after = index.before(path, module.digest), program.names.by_path.get(path)
    return Edit(before, after.facts) if before is not None and after is not None else None


def _answers(
    kept: Kept, changed: Mapping[int, Edit | None], program: Program, lasting: Lasting
) -> tuple[dict[Key, bytes], dict[Key, Answer]]:
    """Today's answers to the questions that were asked, and what those rest on for which files are read."""
    beside = {at for at, key in enumerate(kept.questions) if key[0] in BESIDE}
    waiting = beside | kept.grounds.keys()
    simply = ((at, key) for at, key in enumerate(kept.questions) if at not in waiting)
    simple = {at: kept.answers[at] if lasting(key) else _answer(program, key) for at, key in simply}
    other = {at for at, answer in simple.items() if answer != kept.answers[at]}
    answers = {kept.questions[at]: answer for at, answer in simple.items()}
    grounds: dict[Key, Answer] = {}
    for at, ground in sorted(kept.grounds.items(), key=lambda pair: not waiting.isdisjoint(pair[1].asked)):
        key = kept.questions[at]
        if is_spared(ground, changed) and other.isdisjoint(ground.asked) and waiting.isdisjoint(ground.asked):
            reads, asked = [kept.paths[path] for path in ground.reads], [kept.questions[question] for question in ground.asked]
            grounds[key] = Answer(ground.told, kept.answers[at], reads, asked, ground.parts)
            if ground.told != _MANY:
                program.remember(key, partial(msgspec.msgpack.decode, ground.told))
            answers[key] = kept.answers[at]
        else:
            grounds[key] = _grounded(program, key)
            answers[key] = grounds[key].digest
            other |= {at} if answers[key] != kept.answers[at] else set()
        waiting.discard(at)
    return answers | {key: _answer(program, key) for key in map(kept.questions.__getitem__, beside)}, grounds


def _told_anew(
    program: Program, kinds: frozenset[str], paths: list[str], known: Iterable[Key], jobs: int, done: Done | None = None
) -> list[Fresh]:
    """The facts of these files; ``known`` are questions whose grounds are."""
    _programs[:] = [(program, kinds)]  # the workers are forks of this process, so that nothing has to be sent to them
    _answered.update(known)
    forks = pool.forks(jobs)
    try:
        here, beside = _halves(program, paths) if forks and len(paths) <= _FEW else (paths, [])
        if beside:
            told = dict(zip((*here, *beside), pool.in_two(_tell, here, beside, _Sent), strict=True))
            return [told[path] for path in paths]
        work = pool.Work(_tell, _tell, cyclic=False, largest=_BESIDE_EACH_OTHER)
        return pool.run(work, paths, jobs if forks and len(paths) > _FEW else 1, done=done if len(paths) > _LARGE else None)
    finally:
        _programs.clear()
        _answered.clear()


def _halves(program: Program, paths: list[str]) -> tuple[list[str], list[str]]:
    """The modules in two parts that take about as long; one part where that is short."""
    sizes = {path: sum(map(len, program.names.by_path[path].facts.bodies)) for path in paths}
    if sum(sizes.values()) < _SOME:
        return paths, []
    here, beside = list[str](), list[str]()
    left = 0  # how much longer the first part takes
    for path in sorted(paths, key=lambda path: (-sizes[path], path)):
        (beside if left > 0 else here).append(path)
        left += -sizes[path] if left > 0 else sizes[path]
    return here, beside


def _tell(path: str) -> Fresh:
    program, kinds = _programs[0]
    try:
        told = _encoder.encode(program.told(path, kinds))
    except faults.BUGS as error:
        told = _encoder.encode(Told(beyond=(faults.told(error),)))
    (reads, parts), asked = plain(program.reads.parts()), list(program.reads.asked)
    answered = {key: _grounded(program, key) for key in asked if key[0] in RESTING and key not in _answered}
    _answered.update(answered)
    return Fresh(b"" if told == _NOTHING else told, reads, asked, parts, answered)


def _answer(program: Program, key: Key) -> bytes:
    return _digested(_encoder.encode(program.gist(key)))


def _digested(told: bytes) -> bytes:
    return hashlib.blake2b(told, digest_size=8).digest()


def _grounded(program: Program, key: Key) -> Answer:
    parts, asked = program.ground(key)
    reads, read = plain(parts)
    return Answer(_encoder.encode(program.answer(key)), _answer(program, key), reads, list(asked), read)


def _digest(said: Said) -> bytes:
    data = _steady.encode((said.rule.code, type(said.fact).__name__, said.fact, said.message))
    return hashlib.blake2b(data, digest_size=16).digest()


def is_shipped(rule: Rule) -> bool:
    """Whether the rule's own code is part of the cache's key."""
    return rule.module.startswith(_PACKAGE)
