"""What is known of the work that a ``try`` guards: what it is done for, and to what."""

from __future__ import annotations

from typing import Any

from checker.source import ir
from checker.source.errors.guarded import Around, asks, calls_given, composed, defines, named, repeats, stores, tried, unbound
from checker.source.errors.reporting import Reporting, called, rank
from checker.source.ir.ways import Block
from checker.source.lexicon.words import split
from checker.source.names.elements import Fn
from checker.source.names.lookup import Names

_MOST_DEEPER = 60
_RECORDS = frozenset({"log", "logs", "logger", "print", "echo", "debug", "info", "warn", "warning", "trace"})
"""Last words of the project's own functions that write a record."""
_WRITTEN = frozenset({("log", "line"), ("log", "message"), ("log", "event"), ("log", "error"), ("write", "log")})
_SHOWING = frozenset({"show", "display", "render", "draw", "print"})
"""First words of what only shows something."""
_PROGRAMS = frozenset({"subprocess.run", "subprocess.call", "subprocess.Popen", "os.system"})
_GRAVE = 4


class Work:
    """Finds it out for one clause after the other."""

    def __init__(self, names: Names, reporting: Reporting) -> None:
        self.names = names
        self.reporting = reporting

    def of(self, fn: Fn, guarded: list[int], block: Block, known: Around, fills: bool = False) -> dict[str, Any]:
        """What is known of the work that is guarded."""
        alone = [call for call in guarded if call in known.alone and not self._is_beside(fn, call)]
        inside = [target for call in alone for target, _ in self.names.callees(fn, call)]
        return {
            "effects": tried(fn, alone), "stores": fills or stores(block), "repeats": repeats(known.alone, block),
            "defines": defines(fn, guarded), "given": calls_given(fn, alone), **named(fn, guarded, alone),
            "unbound": unbound(self.names, fn, alone), "composed": composed(fn, alone),
            "deeper": tuple(dict.fromkeys(name for target in inside for name in target.head.called))[:_MOST_DEEPER],
            "inside": any(rank(self.reporting.tells(target) or "") >= _GRAVE for target in inside),
        }  # fmt: skip

    def _is_beside(self, fn: Fn, call: int) -> bool:
        """Whether what is lost with a call is not missed: its failure is not seen anyway, it tells something, or asks."""
        return self._unseen_anyway(fn, call) or self._tells(fn, call) or asks(fn, call)

    def _unseen_anyway(self, fn: Fn, call: int) -> bool:
        """Whether it runs another program whose failure raises no error: what is caught is that there is none."""
        node = fn.body.nodes[call]
        entity = self.names.entity(fn, node[1])
        if entity is None or entity[0] != "lib" or entity[1] not in _PROGRAMS:
            return False
        return not any(name == "check" and fn.body.nodes[value] == [ir.CONST, True] for name, value in node[3])

    def _tells(self, fn: Fn, call: int) -> bool:
        """Whether a call only writes a message, or shows something: what is lost with it, nobody can be told of."""
        told, words = self.reporting.told(fn, call), split(called(fn, call))
        shown = not _SHOWING.isdisjoint(words[:1]) or not _RECORDS.isdisjoint(words[-1:]) or words[:2] in _WRITTEN
        return told is not None and (told.use is not None or shown)
