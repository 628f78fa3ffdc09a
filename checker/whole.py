"""The whole project, as rules may ask it: put together when somebody asks, from what earlier runs knew of it where little has changed."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import msgspec

from checker.cache import Cache
from checker.logconfig.reading import Read
from checker.monitoring.reading import Monitored
from checker.vocabulary import Vocabulary
from checker.work import Index

if TYPE_CHECKING:
    from checker.source.ir import ModuleFacts
    from checker.source.program import Program

_PART = "joined"
_SOME, _FEW = 8, 50
"""So many files may have changed since a survey was kept before another one is kept, and before it is as fast to look at all anew."""


class Project:
    """The whole project as rules may ask it, put together only when one does."""

    def __init__(self, index: Index, vocabulary: Vocabulary, cache: Cache) -> None:
        self._index = index
        self._vocabulary = vocabulary
        self._cache = cache
        self._program: Program | None = None
        self.configured = Read()
        """What its logging configuration says."""
        self.monitored = Monitored()
        """What its shippers, alert rules and routes say."""

    def program(self) -> Program:
        """The join."""
        if self._program is None:
            self._program = self._after_edits() or self._anew()
        return self._program

    def _anew(self) -> Program:
        from checker.source.program import Program  # a third of all imports, and where nothing changed nobody asks

        return self._kept(Program(self._index.modules(), self._vocabulary))

    def _kept(self, program: Program) -> Program:
        if self._cache.file is not None:
            self._cache.remember(msgspec.msgpack.encode(program.names.survey.plain(self._index.digests)), _PART)
        return program

    def _after_edits(self) -> Program | None:
        """The join of what was surveyed earlier and of the few files that have changed since; ``None`` where that is another project."""
        from checker.source.names.survey import Earlier, Joined
        from checker.source.program import Program

        joined = None
        with contextlib.suppress(msgspec.MsgspecError):
            joined = msgspec.msgpack.decode(self._cache.recall(_PART), type=Joined)
        if joined is None or (fresh := self._changed(joined.digests, joined.paths)) is None:
            return None
        changed = frozenset(at for at, path in enumerate(joined.paths) if path in fresh)
        program = Program(fresh.values(), self._vocabulary, Earlier(joined, changed, self._index.facts, self._index.holds))
        return self._kept(program) if len(changed) > _SOME else program

    def _changed(self, before: Mapping[str, bytes], modules: list[str]) -> dict[str, ModuleFacts] | None:
        """The modules that have changed, as they are now; ``None`` where others are modules now, or many have changed."""
        now = self._index.digests
        changed = [path for path, digest in now.items() if before.get(path) != digest]
        if before.keys() != now.keys() or len(changed) > _FEW:
            return None
        known = frozenset(modules)
        fresh: dict[str, ModuleFacts] = {}
        for path in changed:
            facts = self._index.facts(path)
            is_module = not facts.unread and bool(facts.functions)
            if is_module != (path in known):
                return None
            if is_module:
                fresh[path] = facts
        return fresh

    def __getattr__(self, name: str) -> Any:
        return getattr(self.program(), name)
