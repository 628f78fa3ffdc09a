"""Headers of an answer in which a token comes: somebody reads it there, here or where the answer comes from or goes to.

``session.token = answer.headers["X-Auth-Token"]``
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from checker.model import Confidence
from checker.source import ir
from checker.source.flow.call_index import given
from checker.source.flow.evidence.members import keyed
from checker.source.flow.evidence.read_back import behind
from checker.source.flow.origin import Found, Hop, Place
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

_LABEL = "the response's headers"
_MOST_CALLERS = 40
"""Calls of one function of which is looked at what they read of the answer."""
_ALL = frozenset({"headers", "info", "getheaders", "msg"})
"""Attributes and methods by which an answer gives its headers."""
_ONE = frozenset({"getheader", "get_header"})
"""Methods by which it gives one of them."""


def told(follower: Follower, fn: Fn, owner: int, text: str, place: Place) -> Found | None:
    """The headers of the answer ``owner``, with the secret that is read of them; ``None`` where nobody reads one."""
    label, steps = _read(follower, fn, behind(fn, owner)), tuple[Hop, ...]()
    if not label:
        label, steps = next(_elsewhere(follower, fn, owner), ("", steps))
    if not label:
        return None
    return Found("container", _LABEL, text, Confidence.MEDIUM, place, "headers", label, steps, crossed=len(steps))


def _elsewhere(follower: Follower, fn: Fn, owner: int) -> Iterator[tuple[str, tuple[Hop, ...]]]:
    """What is read by those who hand an answer to the function, and by those whom it gives one back."""
    at = behind(fn, owner)
    record = fn.body.nodes[at]
    handed = int(record[1]) if record[0] == ir.PARAM and not (fn.is_method and record[1] == 0) else -1
    back = any(_holds(fn, value, at) for value in fn.body.returns)
    if handed < 0 and not back:
        return
    callers = follower.callers.callers(fn)
    if len(callers) > _MOST_CALLERS:
        follower.names.reads.beyond.add(f"what becomes of the answers of more than {_MOST_CALLERS} calls")
    for caller, call, bound in callers[:_MOST_CALLERS]:
        if caller.module.facts.test or call in caller.head.refused or not follower.callers.surely(caller, call, fn):
            continue
        answer = given(caller, call, fn, bound, handed) if handed >= 0 else -1
        if answer >= 0 and (label := _read(follower, caller, behind(caller, answer))):
            yield label, ((*follower.calls.at(caller, caller.body.nodes[call]), f"passed to `{fn.name}()`"),)
        if back and (label := _read(follower, caller, call)):
            yield label, ()


def _holds(fn: Fn, value: int, at: int) -> bool:
    """Whether what a function gives back is the answer, or several values with it."""
    given_back = behind(fn, value)
    record = fn.body.nodes[given_back]
    return given_back == at or (record[0] == ir.SEQ and any(behind(fn, part) == at for part in record[1] if part >= 0))


def _read(follower: Follower, fn: Fn, at: int) -> str:
    """The secret that a function reads of the headers of the value ``at``, ``""`` where it reads none."""
    for owner, key in _keys(fn):
        answer = behind(fn, owner)
        record = fn.body.nodes[answer]
        if answer != at and not (record[0] == ir.UNPACK and behind(fn, record[1]) == at):
            continue
        told_of = follower.lexicon.secret(key)
        if told_of is not None:
            return told_of.label
    return ""


def _keys(fn: Fn) -> Iterator[tuple[int, str]]:
    """The answers of which a function reads a header by its name, and that name."""
    nodes = fn.body.nodes
    for node in nodes:
        owner, key = keyed(fn, node)
        if owner >= 0:
            record = nodes[behind(fn, owner)]
            record = nodes[record[1]] if record[0] == ir.CALL else record
            if record[0] == ir.ATTR and record[2] in _ALL:
                yield int(record[1]), key
        elif node[0] == ir.CALL and node[2] and node[2][0] >= 0 and nodes[node[1]][0] == ir.ATTR and nodes[node[1]][2] in _ONE:
            name = nodes[node[2][0]]
            if name[0] == ir.CONST and isinstance(name[1], str):
                yield int(nodes[node[1]][1]), name[1]
