"""Records that are left out for a reason that has nothing to do with who is refused: no request is at hand, no logger is set up."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from checker.source import ir
from checker.source.audit.deciding.undecided.switches import Switches
from checker.source.audit.project.recording.records import Records
from checker.source.audit.project.recording.sure import Sure
from checker.source.audit.signs.mentions import named
from checker.source.audit.ways.paths import Passed, Way
from checker.source.flow.literal import unnamed
from checker.source.ir.ways import Branch, Called, walk
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

_REQUESTS = frozenset({"request", "req", "http_request", "websocket"})
_WHERE_FROM = frozenset({"self", "client", "host", "META", "headers", "remote_addr", "client_host", "ip", "ip_address", "get"})


def asked_of(fn: Fn, entry: Passed) -> set[str]:
    """The names that the tests of a branch ask for."""
    arms = entry.step.arms if isinstance(entry.step, Branch) else ()
    return {name for arm in arms if arm.condition >= 0 for name in named(fn, arm.condition)}


class LeftOut:
    """Tells such records from those that are left out for some of those who are refused."""

    def __init__(self, follower: Follower, records: Records, switches: Switches) -> None:
        self._follower = follower
        self._records = records
        self._switches = switches

    def on(self, fn: Fn, way: Way) -> Sure:
        """Whether a record was left out on a way only because it cannot be made (sure), or is switched off (perhaps)."""
        passed = [entry for entry in way.entries if isinstance(entry, Passed) and self._records.passed(fn, entry)]
        if any(self._has_no_request(fn, entry) or self._has_no_logger(fn, entry) for entry in passed):
            return Sure.YES
        return Sure.MAYBE if any(self._is_off(fn, entry) for entry in passed) else Sure.NO

    @staticmethod
    def _has_no_request(fn: Fn, entry: Passed) -> bool:
        """``if request and request.client: log.warning(...)``."""
        asked = asked_of(fn, entry)
        return not asked.isdisjoint(_REQUESTS) and asked <= _REQUESTS | _WHERE_FROM

    def _has_no_logger(self, fn: Fn, entry: Passed) -> bool:
        """``if self.logger: self.logger.warning(...)``, ``if audit is not None: audit.record(...)``."""
        arms = entry.step.arms if isinstance(entry.step, Branch) else ()
        if len(arms) != 1 or arms[0].condition < 0:
            return False
        asked = [self._follower.text(fn, one) for one in _there(fn, arms[0].condition)]
        return bool(asked) and all(one != "..." and any(one in told for told in self._receivers(fn, entry)) for one in asked)

    def _receivers(self, fn: Fn, entry: Passed) -> Iterator[tuple[str, str]]:
        """What the records of a branch are written by, and that with the method: ``audit`` and ``audit.record``."""
        for step in walk(entry.step.arms[0].block) if isinstance(entry.step, Branch) else ():
            if isinstance(step, Called) and self._records.of(fn, step.node):
                text = self._follower.text(fn, fn.body.nodes[step.node][1])
                yield text.rpartition(".")[0], text

    def _is_off(self, fn: Fn, entry: Passed) -> bool:
        """``if settings.AUDIT_LOGINS: log.warning(...)``."""
        arms = entry.step.arms if isinstance(entry.step, Branch) else ()
        return len(arms) == 1 and arms[0].condition >= 0 and self._switches.is_switch(fn, arms[0].condition)


def _there(fn: Fn, node: int) -> list[int]:
    """What a test asks of whether it is there at all; nothing where it asks for anything else."""
    record = fn.body.nodes[node]
    if record[0] == ir.COND and record[1] == "and":
        parts = [_there(fn, one) for one in record[2]]
        return [one for part in parts for one in part] if all(parts) else []
    if record[0] == ir.COND:
        nothing = record[1] == "is not" and fn.body.nodes[record[2][1]][:2] == [ir.CONST, None]
        return [record[2][0]] if nothing else []
    return [node] if fn.body.nodes[unnamed(fn, node)][0] in (ir.GLOBAL, ir.IMPORT, ir.ATTR, ir.PARAM, ir.CALL) else []
