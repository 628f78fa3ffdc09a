"""Commands of other programs, and addresses: what stands behind an option, in a query or before a host that is called like a secret is one,
whatever the code calls it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from checker import patterns as re
from checker.model import Confidence
from checker.source import ir
from checker.source.facts.records import ONE
from checker.source.flow.literal import source
from checker.source.flow.origin import Flow, Found
from checker.source.flow.text_pieces import Pieces
from checker.source.lexicon.words import Telling, split
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

_OPTION = re.compile(r"--[A-Za-z][\w-]{1,40}(?<!-stdin)")
"""A whole item of a command: ``--password``; ``--password-stdin`` takes no value."""
_OPENED = re.compile(r"(?:^|[\s'\"])(--[A-Za-z][\w-]{1,40}(?<!-stdin))(?:=|\s)['\"]?$")
"""The end of a text that a value follows: ``--password=``."""
_QUERIED = re.compile(r"[?&;]([A-Za-z][\w.-]{1,40})=$")
"""``https://api.example.org/?api_key=``"""
_ASSIGNED = re.compile(r"(?:^|[\s'\"])([A-Z][A-Z0-9_]{2,40})=['\"]?$")
"""``PGPASSWORD=``, a variable of the environment that a command is run with."""
_STATED = re.compile(r"\b(?:IDENTIFIED BY|PASSWORD)\s+(?:=\s*)?['\"]$")
"""``ALTER ROLE app WITH PASSWORD '``, in a statement of SQL."""
_USER = re.compile(r"//[^/@:\s]{1,40}:$")
_VARIABLES = frozenset({"-e", "--env"})
"""Options of docker, podman and the like behind which a variable of a program's environment stands, with its value."""
_LONGEST = 60
"""Characters of a text in which its last option has room."""
_BEHIND_THE_USER = "password"
_GIVEN = frozenset((ir.VAR, ir.PARAM, ir.ATTR, ir.ITEM, ir.CALL))


class Commands:
    """What the options of a command say of their values."""

    def __init__(self, follower: Follower) -> None:
        self._follower = follower

    def listed(self, fn: Fn, items: list[int], at: int) -> Flow:
        """An item of a list: ``["mysql", "--password", given]``, also one that is added to a list."""
        flow = self._follower.flow(fn, items[at])
        if at == 0:
            return flow
        before = fn.body.nodes[items[at - 1]]
        if before[0] != ir.CONST and len(items) == 2:
            held = source(fn, items[0])
            before = fn.body.nodes[held[1][-1]] if held[0] == ir.SEQ and held[1] else before
        written = before[1] if before[0] == ir.CONST and isinstance(before[1], str) else ""
        if written in _VARIABLES:
            return replace(flow, found=tuple(map(_of_program, flow.found)))
        return self.named(fn, items[at], flow, written if _OPTION.fullmatch(written) else "")

    @staticmethod
    def behind(pieces: Pieces) -> dict[int, str]:
        """The values of a text that it calls something, with this: ``f"mysql --password={given}"``, ``f"{url}?api_key={given}"``."""
        called = {}
        for at, value in enumerate(pieces):
            before = pieces[at - 1] if at else ""
            if not isinstance(value, int) or not isinstance(before, str):
                continue
            end = before[-_LONGEST:]
            found = _OPENED.search(end) or _QUERIED.search(end) or _ASSIGNED.search(end)
            if found is not None:
                called[value] = found[1]
            elif _logs_in(pieces, at) or _STATED.search(end):
                called[value] = _BEHIND_THE_USER
        return called

    def named(self, fn: Fn, value: int, flow: Flow, option: str) -> Flow:
        """The flow of a value with what the option says that it is given for."""
        value = self._written(fn, value)
        told = self._follower.lexicon.tell(option) if option and fn.body.nodes[value][0] in _GIVEN else None
        if told is None or told.weak or told.category != "secret" or flow.clean or self._is_another(fn, value, told):
            return flow
        text, place = self._follower.text(fn, value), self._follower.place(fn, fn.body.nodes[value])
        named = self._follower.by_name.named(fn, flow, option, text, place, value)
        return replace(named, found=tuple(_surer(item, told.label) for item in named.found))

    def _written(self, fn: Fn, value: int) -> int:
        """What is written out by ``str(key)``, whose name says more."""
        record = fn.body.nodes[value]
        if record[0] != ir.CALL or self._follower.text(fn, record[1]) != "str" or len(record[2]) != 1 or record[2][0] < 0:
            return value
        return record[2][0] if fn.body.nodes[record[2][0]][0] in _GIVEN else value

    def _is_another(self, fn: Fn, value: int, told: Telling) -> bool:
        """Whether a value's own name says that it is another thing of that name, ``f"{url}?token={page_token}"``, or a file:
        ``["--private-key", private_path]``."""
        own = self._follower.text(fn, value).removesuffix("()").rpartition(".")[2]
        words = split(own)
        if len(words) > 1 and self._follower.by_name.other_names.is_about(own):
            return True
        return self._follower.lexicon.tell(own) is None and told.label.rpartition(" ")[2] in words and len(words) > 1


def _logs_in(pieces: Pieces, at: int) -> bool:
    """``f"https://{user}:{given}@{host}"``: behind a user's name stands the password."""
    before, behind = pieces[at - 1], pieces[at + 1] if at + 1 < len(pieces) else ""
    if not (isinstance(before, str) and isinstance(behind, str) and behind.startswith("@")):
        return False
    return _USER.search(before) is not None or (before == ":" and at > 2 and str(pieces[at - 3]).endswith("//"))


def _of_program(item: Found) -> Found:
    """What may be an environment is one where each item of it is an option: ``["-e", f"{key}={value}"]`` of ``environment.items()``."""
    each = item.kind == "environ" and ONE in item.passed and not item.crossed
    return replace(item, confidence=max(item.confidence, Confidence.MEDIUM)) if each else item


def _surer(item: Found, label: str) -> Found:
    """What a program takes as its token logs in somewhere, though nothing else in the module speaks of that."""
    return replace(item, confidence=max(item.confidence, Confidence.MEDIUM)) if item.label == label and not item.crossed else item
