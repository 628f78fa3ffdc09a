"""Values that are no more than a piece of what their name says, or a list of names: ``token[:8]``, the headings of a table."""

from __future__ import annotations

from checker.source import ir
from checker.source.flow.literal import source
from checker.source.index.left_out import OF_A_TOKEN
from checker.source.ir import Node
from checker.source.lexicon.masks import is_mask
from checker.source.lexicon.words import split
from checker.source.names.elements import Fn

_PLAIN = frozenset(
    {"referer", "origin", "host", "authority", "user-agent", "connection", "upgrade", "pragma", "cache-control", "te", "dnt", "date"}
)
_OF_CONTENT = ("accept", "content-", "if-", "sec-")
"""Names of headers that say nothing of who asks (RFC 9110), and their beginnings."""

_PARTS = frozenset({"database", "host", "hostname", "scheme", "drivername"})
"""Attributes that give a part of an address which is no login."""
_ADDRESSES = frozenset({"url", "uri", "dsn", "parsed", "parts", "components"})
_NAMED_LAST = frozenset((ir.ATTR, ir.ITEM))
_SENTENCE = 4
"""Words from which on a text says something."""
_WITH_COLON = 3
"""Parts of an address that is a host, a colon and a port."""


def is_plain_header(name: object) -> bool:
    """Whether a header is one of a page or of its form."""
    return isinstance(name, str) and (name.lower() in _PLAIN or name.lower().startswith(_OF_CONTENT))


def are_headings(fn: Fn, value: int) -> bool:
    """Whether what is called headers are headings of a table: text cut or put together, ``[names[field] for field in fields]``."""
    record = source(fn, value)
    if record[0] == ir.COMP:
        each = source(fn, record[1])
        return fn.body.nodes[record[1]][0] in (ir.ITEM, ir.ATTR) or (each[0] == ir.ELEM and are_headings(fn, each[1]))
    callee: Node = fn.body.nodes[record[1]] if record[0] == ir.CALL else [ir.OPAQUE]
    return callee[0] == ir.ATTR and callee[2] in ("join", "split")


def is_beginning(fn: Fn, value: int) -> bool:
    """Whether no more of a text shows than its first or last few characters: ``token[:8]``, ``token[-4:] + "..."``, or a word instead."""
    record = source(fn, value)
    if record[0] == ir.UNION:  # token[:8] if token else "none"
        parts = [part for part in record[1] if source(fn, part)[0] != ir.CONST]
        return bool(parts) and all(source(fn, part)[0] != ir.UNION and is_beginning(fn, part) for part in parts)
    pieces = [fn.body.nodes[part] for part in record[1]] if record[0] == ir.JOIN else [record]
    cut = [piece for piece in pieces if piece[0] != ir.CONST or not is_mask(piece[1])]
    return bool(cut) and all(piece[0] == ir.SLICE and _shows_few(piece) for piece in cut)


def _shows_few(cut: Node) -> bool:
    _, _, low, high = cut
    if low in (None, 0):
        return isinstance(high, int) and 0 <= high <= OF_A_TOKEN
    return high is None and isinstance(low, int) and -OF_A_TOKEN <= low < 0


def is_host_and_port(fn: Fn, joined: ir.Node) -> bool:
    """``f"{host}:{port}"``, ``f"{host}:{port}/{name}"``"""
    parts = [fn.body.nodes[part] for part in joined[1]]
    if len(parts) < _WITH_COLON or parts[1][:2] != [ir.CONST, ":"]:
        return False
    last = parts[2]
    last = fn.body.nodes[last[1][0]] if last[0] == ir.UNION else last  # given in each branch
    named = last[2] if last[0] in _NAMED_LAST else last[1] if last[0] == ir.VAR else fn.head.params[last[1]] if last[0] == ir.PARAM else ""
    behind = parts[_WITH_COLON:][:1]
    whole = not behind or (behind[0][0] == ir.CONST and str(behind[0][1]).startswith("/"))
    return whole and isinstance(named, str) and split(named)[-1:] == ("port",)


def is_sentence(fn: Fn, joined: Node) -> bool:
    """``f"{INFO}: the bearer token is used again"``: words, whatever the constant is called that keeps them."""
    parts = (fn.body.nodes[part] for part in joined[1]) if joined[0] == ir.JOIN else ()
    texts = (part[1] for part in parts if part[0] == ir.CONST and isinstance(part[1], str))
    return any(len(text.split()) >= _SENTENCE and "://" not in text and "=" not in text for text in texts)


def is_part_of_address(record: Node, text: str) -> bool:
    """``url.database``, of what is called an address: what is no login."""
    owner = text.removesuffix("()").rpartition(".")[0].rpartition(".")[2]
    return record[0] == ir.ATTR and record[2] in _PARTS and not _ADDRESSES.isdisjoint(split(owner)[-1:])
