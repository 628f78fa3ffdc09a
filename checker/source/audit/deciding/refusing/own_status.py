"""Helpers of a server's own that answer with 401 or 403, whatever they are given: ``self.do_AUTHHEAD()``, ``self._forbidden()``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.source.ir.ways import Called, Exit, Stored
from checker.source.lexicon.words import Answers
from checker.source.names.elements import Fn, Module

if TYPE_CHECKING:
    from checker.source.audit.deciding.refusing.exits import Exits
    from checker.source.flow.backwards import Follower

SETTING = frozenset({
    "set_status", "send_error", "write_error", "start_response", "send", "setResponseCode", "setStatus", "send_response",
    "set_code", "respond"
})  # fmt: skip
"""Calls that set an answer's status, or answer with one."""
NUMBERS = (b"\xcd\x01\x91", b"\xcd\x01\x93", b"FORBIDDEN", b"UNAUTHORIZED")
"""401 and 403, and their names, as a body that is encoded has them."""


class OwnStatus:
    """Knows such helpers of each module."""

    def __init__(self, follower: Follower, exits: Exits) -> None:
        self._follower = follower
        self._exits = exits
        self._helpers = Answers(self._of_module)

    def forget(self) -> None:
        """Know nothing of any module."""
        self._helpers.clear()

    def may_ask(self, fn: Fn) -> bool:
        """Whether a function calls something of the name of such a helper of its file."""
        helpers = self._helpers[fn.module]
        return bool(helpers) and fn.name not in helpers and not helpers.keys().isdisjoint(fn.head.called)

    def set_by(self, fn: Fn, call: int, name: str) -> int:
        """401 or 403 where a call runs such a helper, and nothing else; else 0."""
        helpers = self._helpers[fn.module]
        if name not in helpers or name == fn.name:
            return 0
        run = [one for one, _ in self._follower.names.callees(fn, call)]
        return helpers[name][1] if run == [helpers[name][0]] else 0

    def _of_module(self, module: Module) -> dict[str, tuple[Fn, int]]:
        helpers: dict[str, tuple[Fn, int]] = {}
        for fn in module.functions[1:]:
            if SETTING.isdisjoint(fn.head.called) or not any(number in fn.data for number in NUMBERS):
                continue
            if status := self._always(fn):
                helpers[fn.name] = fn, status
        return helpers

    def _always(self, fn: Fn) -> int:
        """The status that a function sets on its one way, which gives nothing back."""
        if not all(isinstance(step, Called | Stored) or (isinstance(step, Exit) and step.value < 0) for step in fn.steps):
            return 0
        for step in fn.steps:
            record = fn.body.nodes[step.node] if isinstance(step, Called) else None
            if record is not None and self._follower.text(fn, record[1]).rpartition(".")[2] in SETTING:
                given = [*record[2][:1], *(value for key, value in record[3] if key in ("code", "status", "status_code"))]
                return next((found for one in given if one >= 0 and (found := self._exits.status(fn, one))), 0)
        return 0
