"""Addresses of which the code shows that no password is in them: they are written out, or made without one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker import patterns as re
from checker.source import ir
from checker.source.flow.evidence import engines
from checker.source.flow.evidence.pieces import is_host_and_port, is_part_of_address
from checker.source.flow.literal import bare, source
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

_ODBC = re.compile(r"\s*(?:driver|server|data source|dsn|provider|dbq)\s*=", re.IGNORECASE)
"""The beginning of a connection that is written out for ODBC."""
_MOST_PARTS = 4
"""Steps in which an address is put together."""


class PlainAddresses:
    """Tells them by the expression that gives one."""

    def __init__(self, follower: Follower) -> None:
        self._follower = follower
        self._lexicon = follower.tables.lexicon

    def is_plain(self, fn: Fn, value: int) -> bool:
        """Whether the expression that gives an address, or all that give one to an attribute, show that no password is in it."""
        return value >= 0 and (self._lacks_login(fn, value) or self._follower.attributes.keeps(fn, value, self._lacks_login))

    def _lacks_login(self, fn: Fn, value: int) -> bool:
        if _is_put_together(fn, value) or is_part_of_address(source(fn, value), self._whole(fn, value)):
            return True
        if self._lacks_secret(fn, value) or engines.is_of_engine(self._follower, fn, value):
            return True
        call = bare(fn, value)
        made = fn.body.nodes[call]
        if made[0] == ir.CALL and not made[2] and self._are_of_place([name for name, _ in made[3]]):
            return True
        callees = self._follower.names.callees(fn, call) if made[0] == ir.CALL else []
        return len(callees) == 1 and bool(given := callees[0][0].body.returns) and all(self._is_local(callees[0][0], one) for one in given)

    def _lacks_secret(self, fn: Fn, value: int) -> bool:
        """``make_dsn({**parameters, "password": None})``, ``make_url(host, password="")``"""
        record = source(fn, value)
        if record[0] != ir.CALL:
            return False
        given = list(record[3])
        for argument in record[2]:
            written: ir.Node = source(fn, argument) if argument >= 0 else [ir.OPAQUE]
            given += zip(written[1], written[2], strict=True) if written[0] == ir.DICT else ()
        empty = (key for key, node in given if key and fn.body.nodes[node][0] == ir.CONST and not fn.body.nodes[node][1])
        return any(map(self._lexicon.tell, empty))

    def _whole(self, fn: Fn, value: int) -> str:
        """The text of what a name was given: ``url.database``."""
        record = fn.body.nodes[value]
        return self._whole(fn, record[2]) if record[0] == ir.VAR else self._follower.text(fn, value)

    def _are_of_place(self, names: list[str]) -> bool:
        """Whether a call is told a host and no login: ``format_url(host=url.host, port=url.port, database=url.database)``."""
        others = {"user", "username", "login", "userinfo"}.intersection(names)
        return "host" in names and all(names) and not others and not any(map(self._lexicon.tell, names))

    @staticmethod
    def _is_local(fn: Fn, value: int) -> bool:
        """Whether what a function of the project gives back is an address that is written out: ``f"sqlite:///{path}"``."""
        record = source(fn, value)
        return bool(record[0] == ir.CONST and "@" not in str(record[1])) or _is_put_together(fn, value)


def _is_put_together(fn: Fn, value: int, steps: int = _MOST_PARTS) -> bool:
    """Whether an address is written out, ``f"redis://{host}:{port}"``: then its parts tell what it carries.

    So does text that has none of an address's signs, ``f"{graph} {arrow}"``.
    """
    record = source(fn, value)
    if record[0] == ir.JOIN:
        written = [part[1] for part in map(fn.body.nodes.__getitem__, record[1]) if part[0] == ir.CONST and isinstance(part[1], str)]
        if (written and not any(sign in text for text in written for sign in "=:@/")) or is_host_and_port(fn, record):
            return True
    if record[0] == ir.UNION and steps:
        parts = [(part, _written(fn, part)) for part in record[1]]
        return bool(parts) and all(("://" in text and "@" not in text) or _begins_put_together(fn, part, steps - 1) for part, text in parts)
    if record[0] == ir.CALL:  # "CONNECT {}:{}\r\n".format(host, port)
        callee = fn.body.nodes[record[1]]
        text = _written(fn, callee[1]) if callee[0] == ir.ATTR and callee[2] == "format" else ""
        return bool(text) and "@" not in text and "=" not in text
    if record[0] != ir.JOIN or not record[1]:
        return False
    first = _written(fn, record[1][0])
    if "://" in first or first.startswith("jdbc:") or (len(record[1]) > 1 and _written(fn, record[1][1]).startswith("://")):
        return True  # also f"{parts.scheme}://{parts.hostname}"
    if _ODBC.match(first):  # f"DRIVER={driver};DBQ={path};"
        return True
    return steps > 0 and _begins_put_together(fn, record[1][0], steps - 1)


def _begins_put_together(fn: Fn, value: int, steps: int) -> bool:
    """Whether what another address begins with is one that is written out itself."""
    return source(fn, value)[0] in (ir.JOIN, ir.UNION) and _is_put_together(fn, value, steps)


def _written(fn: Fn, value: int) -> str:
    record = fn.body.nodes[value]
    return record[1] if record[0] == ir.CONST and isinstance(record[1], str) else ""
