"""Tokens that are put where those are kept that let nobody in any more: ``redis_blocklist.set(jti, "", ex=HOUR)``."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from checker.source import ir
from checker.source.audit.signs.mentions import words_of
from checker.source.flow.literal import unnamed
from checker.source.lexicon.words import once, split
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

_PUTTING = frozenset({"set", "setex", "psetex", "aset", "add", "sadd", "append", "put", "insert", "hset", "zadd"})
_VOID = frozenset(
    {"blacklist", "blacklisted", "blocklist", "blocklisted", "denylist", "denylisted", "revoked", "revocation", "invalidated"}
)
_LISTS = frozenset({"blacklist", "blacklisted", "blocklist", "blocklisted", "denylist", "denylisted", "invalidated", "revoked"})
"""Words of tables of what is void."""
_COLOURS = frozenset({"black", "block", "deny"})
_BESIDE = frozenset({"token", "tokens", "jwt", "jwts", "access", "refresh", "auth", "list", "model", "table", "entry", "db"})
"""Words that may stand beside those in the name of a table of tokens."""
_TOKENS = frozenset({"jti", "token", "tokens", "jwt"})
_ASIDE = frozenset({"refresh", "rotate", "rotation", "renew", "verify", "validate", "check", "consume", "load", "sync", "seed"})
"""Words of functions in which a token only gives way to the next one, is used up, or is read."""


@once
def is_list(words: tuple[str, ...]) -> bool:
    """Whether a table is one of what is void, by the words of its name: ``TokenBlocklist``, ``JwtBlackList``, ``Blacklist``."""
    words = tuple(word.rstrip("0123456789") for word in words)
    told = not _LISTS.isdisjoint(words) or any(one in _COLOURS and next_one == "list" for one, next_one in pairwise(words))
    return told and (_LISTS | _BESIDE | _COLOURS).issuperset(words)


def may_touch(fn: Fn) -> bool:
    """Whether a function may do so; told by its head."""
    return not _PUTTING.isdisjoint(fn.head.called) and _ASIDE.isdisjoint(split(fn.name))


def changed(follower: Follower, fn: Fn, call: int) -> tuple[str, str] | None:
    """The event of a call that does so, and what it does, as a message has it."""
    record = fn.body.nodes[call]
    callee = fn.body.nodes[record[1]]
    if callee[0] != ir.ATTR or callee[2] not in _PUTTING or not record[2] or record[2][0] < 0 or not may_touch(fn):
        return None
    lasts = fn.body.nodes[callee[1]][0] in (ir.GLOBAL, ir.IMPORT, ir.ATTR, ir.CALL)  # a list of this function's own is an answer
    kept = frozenset(split(follower.text(fn, callee[1]).removesuffix("()").rpartition(".")[2]) if lasts else ())
    given = frozenset(_words(fn, record[2][0]))
    of_tokens = not _TOKENS.isdisjoint(given) or not _TOKENS.isdisjoint(kept)
    return ("authn_token_revoked", f"calls {callee[2]}()") if of_tokens and not _VOID.isdisjoint(kept | given) else None


def _words(fn: Fn, node: int) -> Iterator[str]:
    """The words of a key, also of one that is put together: ``f"blocklist:{jti}"``."""
    record = fn.body.nodes[unnamed(fn, node)]
    for one in record[1] if record[0] == ir.JOIN else (node,):
        if one >= 0:
            part = fn.body.nodes[one]
            yield from split(part[1]) if part[0] == ir.CONST and isinstance(part[1], str) else words_of(fn, one)
