"""Addresses that SQLAlchemy keeps, whose text hides the password."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.source import ir
from checker.source.flow.literal import source
from checker.source.lexicon.words import split
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

_ENGINES = frozenset({"engine", "eng", "bind", "db"})


def is_of_engine(follower: Follower, fn: Fn, value: int) -> bool:
    """Whether an address is SQLAlchemy's ``str(engine.url)``, whose text hides the password (since 2.0.50 always)."""
    record = source(fn, value)
    if record[0] == ir.CALL and record[2] and record[2][0] >= 0 and follower.text(fn, record[1]) == "str":
        record = source(fn, record[2][0])
    return record[0] == ir.ATTR and of_engine(f"{follower.text(fn, record[1])}.{record[2]}")


def is_url_object(follower: Follower, fn: Fn, text: str) -> bool:
    """Whether an address is SQLAlchemy's object, of which ``repr()`` hides the password: ``url.drivername`` is read of it."""
    return any(node[0] == ir.ATTR and node[2] == "drivername" and follower.text(fn, node[1]) == text for node in fn.body.nodes)


def of_engine(text: str) -> bool:
    """``engine.url``, ``get_engine().url``"""
    owner, _, name = text.rpartition(".")
    return name == "url" and not _ENGINES.isdisjoint(split(owner)[-1:])
