"""Passwords that are compared as they are: ``request.form["password"] != app.config["PASSWORD"]``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.source import ir
from checker.source.audit.signs.mentions import named
from checker.source.audit.signs.promises import answers_for
from checker.source.flow.literal import bare, unnamed
from checker.source.lexicon.words import split
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

_LOGINS = frozenset({"login", "signin", "logon", "authenticate", "unlock", "passphrase"})
_PASSWORDS = frozenset({"password", "passwd", "passphrase", "pwd", "passcode"})
_OF_CHANGES = frozenset({
    "new", "confirm", "confirmation", "confirmed", "repeat", "again", "2", "password2", "old", "hash", "hashed", "min", "max", "length",
    "status", "state", "strength", "score"
})  # fmt: skip
_PAGES = frozenset({"index", "default"})
"""Methods by which CherryPy answers for the address of a class: https://docs.cherrypy.dev/en/latest/basics.html"""
_DEEPEST = 6


def may_compare(fn: Fn) -> bool:
    """Whether a function is there to log somebody in, by its name or that of the class whose requests it answers."""
    page = fn.owner.name if fn.owner is not None and fn.name in _PAGES and fn.head.decorators else answers_for(fn)
    return not _LOGINS.isdisjoint((*split(fn.name), *split(page)))


def asked(follower: Follower, fn: Fn) -> bool:
    """Whether a function that a login asks answers with yes or no, and compares passwords as they are: ``check_user(form)``."""
    nodes = fn.body.nodes
    plain = bool(fn.body.returns) and all(nodes[value][0] in (ir.CONST, ir.COND) for value in fn.body.returns)
    tests = (record for record in nodes if record[0] == ir.COND and record[1] in ("==", "!=")) if plain else ()
    return any(_compared(follower, fn, test[2]) >= 0 for test in tests)


def compared(follower: Follower, fn: Fn, operands: list[int]) -> int:
    """The node of the password that a login compares with what was sent; -1 where a test compares something else.

    Both sides are called passwords, or one is a literal, and they come from different things: what was sent twice is only repeated.
    """
    return _compared(follower, fn, operands) if may_compare(fn) else -1


def _compared(follower: Follower, fn: Fn, operands: list[int]) -> int:
    sides = [unnamed(fn, one) for one in operands]
    literal = [fn.body.nodes[one][0] == ir.CONST for one in sides]
    words = [{word for name in named(fn, one, 3) for word in split(name)} for pair in zip(operands, sides, strict=True) for one in pair]
    if not _OF_CHANGES.isdisjoint(set().union(*words)):
        return -1
    about = [not _PASSWORDS.isdisjoint(words[at] | words[at + 1]) for at in (0, 2)]
    if any(literal):
        kept = literal.index(True)
        value = fn.body.nodes[sides[kept]][1]
        return operands[1 - kept] if not all(literal) and about[1 - kept] and isinstance(value, str) and value else -1
    kept = next((at for at in (0, 1) if about[1 - at] and not about[at] and _is_looked_up(fn, sides[at])), -1)
    if kept >= 0:  # USERS[name] != password
        return operands[1 - kept]
    return operands[1] if all(about) and _origin(follower, fn, sides[0]) != _origin(follower, fn, sides[1]) else -1


def _is_looked_up(fn: Fn, node: int) -> bool:
    """Whether a value is looked up by what was sent: ``USERS[name]``, ``USERS.get(name)``."""
    record = fn.body.nodes[node]
    if record[0] == ir.ITEM:
        return record[2] is None or (isinstance(record[2], int) and record[2] < 0)
    callee = fn.body.nodes[record[1]] if record[0] == ir.CALL else [ir.OPAQUE]
    first = fn.body.nodes[record[2][0]] if record[0] == ir.CALL and record[2] and record[2][0] >= 0 else [ir.CONST]
    return callee[0] == ir.ATTR and callee[2] == "get" and first[0] != ir.CONST


def _origin(follower: Follower, fn: Fn, node: int) -> str:
    """What a value is taken from: ``request.form`` of ``request.form["password"]``, whatever name stands in between."""
    for _ in range(_DEEPEST):
        node = bare(fn, node, ir.ITEM)
        record = fn.body.nodes[node]
        if record[0] != ir.CALL or fn.body.nodes[record[1]][0] != ir.ATTR:
            break
        node = fn.body.nodes[record[1]][1]
    return follower.text(fn, node)
