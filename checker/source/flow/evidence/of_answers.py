"""Values that are made from what a server sent back, whatever they are called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.source import ir
from checker.source.flow.literal import source
from checker.source.lexicon.words import split
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

ANSWERS = frozenset({"response", "resp", "res", "answer", "reply", "rsp", "getheaders"})
"""Words of names for an answer."""
_STATUS = frozenset({"status", "status_code", "code", "status_line"})
"""Names of how a request ended."""


def is_of_answer(follower: Follower, fn: Fn, node: int) -> bool:
    """Whether a value is made from a response: ``headers = to_dict(response.getheaders())``."""
    record = source(fn, node)
    if record[0] == ir.UNPACK and (_beside_status(fn, record[1]) or _is_sent(fn, record[1])):
        return True
    parts = [record[1], *(abs(argument + 1) if argument < 0 else argument for argument in record[2])] if record[0] == ir.CALL else [node]
    texts = " ".join(follower.text(fn, part) for part in parts)
    return not ANSWERS.isdisjoint(split(texts))


def _beside_status(fn: Fn, owner: int) -> bool:
    """``status, headers, body = respond()``"""
    nodes = fn.body.nodes
    return any(node[0] == ir.VAR and node[1] in _STATUS and nodes[node[2]][0] == ir.UNPACK and nodes[node[2]][1] == owner for node in nodes)


def _is_sent(fn: Fn, owner: int) -> bool:
    """``headers, content = await api.call("POST", path, headers=...)``"""
    record = source(fn, owner)
    return record[0] == ir.CALL and any(name in ("headers", "method", "json") for name, _ in record[3])
