"""Messages of protocol buffers: objects of generated classes, whose text shows every field that was given a value."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.model import Confidence
from checker.source import ir
from checker.source.flow.origin import UNKNOWN, Flow, Found, Place
from checker.source.ir import Node
from checker.source.lexicon.words import Telling
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

_GENERATED = "pb2"
"""The end of the name of a module that protoc writes, and of what it is imported as."""
_MOST_STEPS = 6


class Messages:
    """What the text of a message tells."""

    def __init__(self, follower: Follower) -> None:
        self._follower = follower

    def made(self, fn: Fn, node: Node, place: Place) -> Flow | None:
        """``LoginRequest(user=user, password=password)``; ``None`` for any other call."""
        if not self._is_message(fn, node[1]):
            return None
        name = self._follower.text(fn, node[1])
        told = next((told for keyword, value in node[3] if (told := self._told(keyword)) and not self._shows_nothing(fn, value)), None)
        return Flow((self._found(told, f"{name}()", place, (*place, f"`{name}()` is given the {told.label}")),)) if told else UNKNOWN

    def filled(self, fn: Fn, name: str, value: int, place: Place) -> Found | None:
        """The secret that a message is given after it was made: ``request = LoginRequest()``, then ``request.password = password``."""
        record = fn.body.nodes[value]
        if record[0] != ir.CALL or not any(store.owner == name for store in fn.head.stores) or not self._is_message(fn, record[1]):
            return None
        for store in fn.head.stores:
            told = self._told(store.name) if store.owner == name and store.line >= place[1] else None
            if told is not None and not self._shows_nothing(fn, store.value):
                step = (fn.module.path, store.line, store.column, f"`{name}.{store.name}` is part of its text")
                return self._found(told, name, place, step)
        return None

    def _found(self, told: Telling, text: str, place: Place, step: tuple[str, int, int, str]) -> Found:
        return Found("container", f"the message `{text}`", text, Confidence.HIGH, place, "members", told.label, (step,))

    def _told(self, name: str) -> Telling | None:
        told = self._follower.lexicon.tell(name) if name else None
        return told if told is not None and told.category in ("secret", "grave") and not told.weak else None

    def _shows_nothing(self, fn: Fn, value: int) -> bool:
        return value >= 0 and (fn.body.nodes[value][0] == ir.CONST or self._follower.flow(fn, value).clean)

    def _is_message(self, fn: Fn, callee: int) -> bool:
        """Whether an expression is a class of a generated module: ``api_pb2.LoginRequest``."""
        record = fn.body.nodes[callee]
        if record[0] in (ir.GLOBAL, ir.VAR, ir.ATTR) and not record[2 if record[0] == ir.ATTR else 1][:1].isupper():
            return False
        for _ in range(_MOST_STEPS):
            record = fn.body.nodes[callee]
            if record[0] == ir.VAR:
                callee = record[2]
            elif record[0] == ir.GLOBAL:
                bound = self._follower.names.binding(fn, record[1])
                if bound is None or bound == (fn, callee):
                    return False
                fn, callee = bound
            elif record[0] == ir.ATTR:
                return bool(record[2][:1].isupper()) and self._is_generated(fn, record[1])
            else:
                parts = record[1].split(".") if record[0] == ir.IMPORT else []
                return len(parts) > 1 and parts[-2].endswith(_GENERATED) and parts[-1][:1].isupper()
        return False

    def _is_generated(self, fn: Fn, owner: int) -> bool:
        return self._follower.text(fn, owner).rpartition(".")[2].endswith(_GENERATED)
