"""What was looked at around a way out on which no record was found: what it calls, who calls its function, what wraps it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from checker.model import Span, Step
from checker.source import ir
from checker.source.audit.ways.paths import Way
from checker.source.flow.places import span
from checker.source.ir.ways import Called
from checker.source.lexicon.words import split
from checker.source.names.elements import Fn
from checker.source.names.reads import DECORATED

if TYPE_CHECKING:
    from checker.source.audit.parts import Parts

_MOST = 3
"""Of each kind."""
_ASIDE = frozenset({
    "hash", "make", "build", "format", "parse", "encode", "decode", "encrypt", "decrypt", "normalize", "get", "now", "utc", "to", "from",
    "is", "has", "as", "json", "url", "render", "flash", "redirect", "serialize", "translate", "gettext", "generate", "random", "sanitize",
    "clean", "convert", "response", "strip", "validate", "jsonify"
})  # fmt: skip
"""First words of functions in which nobody would look for a record of what others do."""


class Looked:
    """Names the places; asks nothing that the judgement did not ask."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._names = parts.follower.names

    def at(self, fn: Fn, way: Way) -> tuple[Step, ...]:
        """At most three each of the functions that are called on the way, of those that call, and of those that wrap."""
        return (*self._called(fn, way), *self._calling(fn), *self._wrapping(fn))

    def _called(self, fn: Fn, way: Way) -> Iterator[Step]:
        met: list[Fn] = []
        for entry in way.entries:
            if not isinstance(entry, Called):
                continue
            for callee, _ in self._names.callees(fn, entry.node)[:1]:
                if callee not in met and callee is not fn and len(met) < _MOST and _could_record(callee):
                    met.append(callee)
                    yield Step(_head(callee), f"{callee.name}() is called on this way and records nothing of it")

    def _calling(self, fn: Fn) -> Iterator[Step]:
        met = dict.fromkeys(caller for caller, _, _ in self._parts.around.callers(fn) if caller is not fn)
        for caller in list(met)[:_MOST]:
            yield Step(_head(caller), f"{caller.name or 'the module'}() calls {fn.name}() and records nothing of it")
        behind = len(met) or self._decorated(fn)
        if behind > _MOST:
            yield Step(_head(fn), f"{behind} functions stand behind {fn.name}()")

    def _decorated(self, fn: Fn) -> int:
        """How many functions a decorator wraps of which a function is the inside."""
        while fn.head.parent > 0:
            fn = fn.module.functions[fn.head.parent]
        self._names.reads.asked.add((DECORATED, fn.module.path, fn.index))
        return len({wrapped for wrapped, _ in self._names.decorated(fn)})

    def _wrapping(self, fn: Fn) -> Iterator[Step]:
        parent = fn.module.functions[fn.head.parent] if fn.head.parent >= 0 else None
        for node in fn.head.decorators[:_MOST] if parent is not None else ():
            record = parent.body.nodes[node] if parent is not None else [ir.OPAQUE]
            entity = self._names.entity(parent, record[1] if record[0] == ir.CALL else node) if parent is not None else None
            if entity is not None and entity[0] == "fn":
                yield Step(_head(entity[1]), f"{entity[1].name}() wraps {fn.name}() and records nothing of it")


def _could_record(fn: Fn) -> bool:
    """Whether a function is one in which a record might be looked for: ``hash_password()`` and ``utc_now()`` are none."""
    return not fn.module.facts.test and fn.name != "<lambda>" and _ASIDE.isdisjoint(split(fn.name)[:1])


def _head(fn: Fn) -> Span:
    return span((fn.module.path, max(fn.head.line, 1), 0))
