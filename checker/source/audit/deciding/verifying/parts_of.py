"""Tests of the parts of what was sent, their number and the first of them: ``if len(header.split()) != 2``."""

from __future__ import annotations

from checker.source import ir
from checker.source.audit.ways.paths import Guard
from checker.source.flow.literal import unnamed
from checker.source.lexicon.words import split
from checker.source.names.elements import Fn

_SPLITTING = frozenset({"split", "rsplit"})
_SPELLING = frozenset({"lower", "upper", "casefold", "strip"})
_SHOWN = (("key",), ("token",), ("apikey",), ("signature",))
"""Last words of names for it."""
_COMPARING = frozenset({"!=", "==", "<", ">", "<=", ">="})


def counts(fn: Fn, guard: Guard) -> bool:
    """Whether a header or a token was found to have another form: so many words, so many dots, another scheme."""
    record = fn.body.nodes[guard.condition]
    either = record[2] if guard.holds and record[0] == ir.COND and record[1] == "or" else [guard.condition]
    return any(_counts(fn, fn.body.nodes[one]) for one in either)


def _counts(fn: Fn, record: ir.Node) -> bool:
    if record[0] != ir.COND or record[1] not in _COMPARING:
        return False
    return any(_is_length_of_parts(fn, side) or (record[1] == "!=" and _is_first_part(fn, side)) for side in record[2])


def _is_first_part(fn: Fn, node: int) -> bool:
    """Whether something is the word before the others, which names a scheme: ``header.split()[0].lower()``."""
    record = fn.body.nodes[unnamed(fn, node)]
    callee = fn.body.nodes[record[1]] if record[0] == ir.CALL else [ir.OPAQUE]
    if callee[0] == ir.ATTR and callee[2] in _SPELLING:
        record = fn.body.nodes[unnamed(fn, callee[1])]
    return record[0] in (ir.ITEM, ir.UNPACK) and record[2] == 0 and _is_split(fn, record[1])


def _is_length_of_parts(fn: Fn, node: int) -> bool:
    record = fn.body.nodes[unnamed(fn, node)]
    asked = fn.body.nodes[record[1]] if record[0] == ir.CALL else [ir.OPAQUE]
    if asked[:2] != [ir.GLOBAL, "len"] or record[2][:1] in ([], [-1]):
        return False
    return _is_split(fn, record[2][0]) or _is_shown(fn, record[2][0])


def _is_shown(fn: Fn, node: int) -> bool:
    """Whether a name holds what somebody shows: a key of another length is none at all."""
    record = fn.body.nodes[node]
    if record[0] == ir.UNION:  # given by a header, or else by the body
        return any(fn.body.nodes[one][0] == ir.VAR and _is_shown(fn, one) for one in record[1])
    name = fn.head.params[record[1]] if record[0] == ir.PARAM else record[1] if record[0] == ir.VAR else ""
    return split(name)[-1:] in _SHOWN


def _is_split(fn: Fn, node: int) -> bool:
    parts = fn.body.nodes[unnamed(fn, node)]
    callee = fn.body.nodes[parts[1]] if parts[0] == ir.CALL else [ir.OPAQUE]
    return callee[0] == ir.ATTR and callee[2] in _SPLITTING
