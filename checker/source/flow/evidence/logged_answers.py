"""Answers of servers that a function is given to log: a token is in one of them where who calls it reads a token of that answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.model import Confidence
from checker.source import ir
from checker.source.flow.call_index import Call, given
from checker.source.flow.literal import source
from checker.source.flow.origin import Found, Place
from checker.source.lexicon.words import split
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

_REFUSES = frozenset({"error", "errors", "fail", "failed", "failure", "failures", "exception", "raise", "refused", "denied", "bad"})
"""Words of functions that are handed what a server says when it refuses, which holds no token."""
_MOST_CALLERS = 40
"""Calls of one function of which is looked at what they read of the answer."""


def read_by_caller(follower: Follower, fn: Fn, owner: int, text: str, place: Place) -> Found | None:
    """An answer that is the function's parameter, with the secret that a call reads of it which hands it on: ``log_response(response)``."""
    record, answers = source(fn, owner), follower.requests.answers
    if record[0] != ir.PARAM or (fn.is_method and record[1] == 0) or not _REFUSES.isdisjoint(split(fn.name)):
        return None
    callers = follower.callers.callers(fn)
    if len(callers) > _MOST_CALLERS:
        follower.names.reads.beyond.add(f"what becomes of the answers that more than {_MOST_CALLERS} calls hand on")
    for called in callers[:_MOST_CALLERS]:
        caller, call, bound = called
        if caller.module.facts.test or call in caller.head.refused or _says_no(called) or not follower.callers.surely(caller, call, fn):
            continue
        answer = given(caller, call, fn, bound, record[1])
        label = "" if answer < 0 else answers.told(caller, answer) or ("token" if answers.issues(caller, answer) else "")
        if label:
            step = (*follower.calls.at(caller, caller.body.nodes[call]), f"passed to `{fn.name}()`")
            return Found("container", "the response's body", text, Confidence.MEDIUM, place, "response", label, (step,), crossed=1)
    return None


def _says_no(called: Call) -> bool:
    """Whether a call says that something of the answer is left out: ``log_response(response, with_body=False)``."""
    nodes = called[0].body.nodes
    record = nodes[called[1]]
    return any(value >= 0 and nodes[value] == [ir.CONST, False] for value in (*record[2], *(value for _, value in record[3])))
