"""Dicts of a module that begin with something harmless, and get their secret in a function: ``HEADERS["Authorization"] = login``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from checker.model import Confidence
from checker.source import ir
from checker.source.flow.literal import source
from checker.source.flow.origin import Flow, Found, Place
from checker.source.ir.ways import Put, blocks
from checker.source.names.elements import Fn, Module

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower


class FilledLater:
    """The part of the follower that knows what functions put into the dicts of their module; each module is read once."""

    def __init__(self, follower: Follower) -> None:
        self._follower = follower
        self._put: dict[Module, dict[str, list[tuple[Fn, Put]]]] = {}
        self._known: dict[tuple[Module, str], Found | None] = {}

    def forget(self) -> None:
        """Know nothing but the facts."""
        self._put.clear()
        self._known.clear()

    def into(self, fn: Fn, bound: tuple[Fn, int], name: str, place: Place, flow: Flow) -> Flow:
        """The flow of a module's name; of a dict that is written out there as one container, with what is put into it."""
        if not flow.clean or bound[0].head.parent >= 0 or source(*bound)[0] != ir.DICT:
            return flow
        key = (fn.module, name)
        if key not in self._known:
            self._known[key] = None  # a dict that is put into itself
            self._known[key] = self._secret(fn.module, name, place)
        found = self._known[key]
        return flow if found is None else Flow((replace(found, place=place),))

    def _secret(self, module: Module, name: str, place: Place) -> Found | None:
        if module not in self._put:
            self._put[module] = _puts(module)
        for fn, step in self._put[module].get(name, ()):
            if label := self._label(fn, step):
                hop = (module.path, step.line, step.column, f"put into `{name}`")
                return Found("container", f"`{name}`", name, Confidence.MEDIUM, place, "members", label, (hop,))
        return None

    def _label(self, fn: Fn, step: Put) -> str:
        told = self._follower.lexicon.tell(step.key) if step.value >= 0 else None
        if told is None or told.weak or told.category != "secret" or self._follower.flow(fn, step.value).clean:
            return ""
        made = source(fn, step.value)
        parts = [fn.body.nodes[part] for part in made[1]] if made[0] == ir.JOIN else []
        counts = any(part[0] == ir.CONST and not isinstance(part[1], str) for part in parts)  # counts["token"] += 1
        return "" if counts else told.label


def _puts(module: Module) -> dict[str, list[tuple[Fn, Put]]]:
    """What functions put under a key of a name that they do not bind themselves."""
    found: dict[str, list[tuple[Fn, Put]]] = {}
    for fn in module.functions:
        waiting = list(fn.steps) if fn.head.members else []
        while waiting:
            step = waiting.pop()
            waiting += [inner for block in blocks(step) for inner in block]
            owner = fn.body.nodes[step.owner] if isinstance(step, Put) else [ir.OPAQUE]
            if isinstance(step, Put) and owner[0] == ir.GLOBAL:
                found.setdefault(str(owner[1]), []).append((fn, step))
    return found
