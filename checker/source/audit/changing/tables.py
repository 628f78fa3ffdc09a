"""Tables of rows by the expressions that name them: an attribute of a database, a set of rows, a class."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.source import ir
from checker.source.audit.changing import joined
from checker.source.audit.changing.kinds import kind_of
from checker.source.lexicon.words import split
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

_STORES = frozenset({"session", "db", "database", "datamodel", "repository", "repo", "dao", "em", "orm", "uow", "dbsession", "mongo"})
"""Receivers that keep rows."""
_RELATED = "_set"
RELATING = frozenset({"add", "aadd", "remove", "aremove", "set", "aset", "clear", "aclear"})
"""What puts rows that are there into a relation of Django's, and takes them out."""
_ASKING = frozenset({"all", "filter", "exclude"})
_STATEMENTS = frozenset({"sqlalchemy", "sqlmodel"})
_RUNNING = frozenset({"execute", "exec"})
_TIDYING = frozenset({"expired", "stale", "old", "cleanup", "clean", "purge", "prune", "tidy", "gc", "vacuum", "reset", "truncate"})
"""Words of functions that delete what is out of date."""


def is_store(follower: Follower, fn: Fn, owner: int) -> bool:
    """Whether a receiver keeps rows, by its name."""
    return not _STORES.isdisjoint(split(follower.text(fn, owner).removesuffix("()").rpartition(".")[2])[-1:])


def of_attribute(follower: Follower, fn: Fn, table: int) -> str:
    """The kind of a table that is an attribute or an item of its database: ``db.users``, ``db["users"]``; ``""`` for anything else."""
    record = fn.body.nodes[table]
    if record[0] not in (ir.ATTR, ir.ITEM) or not isinstance(record[2], str) or not is_store(follower, fn, record[1]):
        return ""
    return kind_of(record[2]) or kind_of(record[2].removesuffix("s"))


def of_set(follower: Follower, fn: Fn, node: int) -> str:
    """The kind of the rows of a set of pydal's: ``db(db.auth_user.id == number)``; ``""`` for anything else."""
    record = fn.body.nodes[node]
    if record[0] != ir.CALL or not record[2] or record[2][0] < 0 or not is_store(follower, fn, record[1]):
        return ""
    asked = fn.body.nodes[record[2][0]]
    columns = [fn.body.nodes[one] for one in asked[2]] if asked[0] == ir.COND else [asked]
    tables = [fn.body.nodes[column[1]] for column in columns if column[0] == ir.ATTR]
    return next((kind for table in tables if table[0] == ir.ATTR and (kind := kind_of(str(table[2])))), "")


def of_relation(fn: Fn, node: int) -> str:
    """The kind of the rows that belong to another row, as Django calls them: ``account.apitoken_set``; ``""`` for anything else."""
    record = fn.body.nodes[node]
    while record[0] == ir.CALL and fn.body.nodes[record[1]][0] == ir.ATTR and fn.body.nodes[record[1]][2] in _ASKING:
        record = fn.body.nodes[fn.body.nodes[record[1]][1]]
    related = record[0] == ir.ATTR and str(record[2]).endswith(_RELATED)
    return kind_of(str(record[2]).removesuffix(_RELATED)) if related else ""


def is_class(follower: Follower, fn: Fn, node: int, name: str) -> bool:
    """Whether an expression of that last name is a class, as the name says; one that is all in capitals has to be at hand."""
    if not name[:1].isupper() or not name.isupper():
        return name[:1].isupper()
    entity = follower.names.entity(fn, node)
    return entity is not None and entity[0] == "cls"


def deleted(follower: Follower, fn: Fn, call: ir.Node) -> str:
    """The kind of the rows that a statement of SQLAlchemy's deletes, ``""`` for any other: ``delete(RefreshToken).where(...)``.

    https://docs.sqlalchemy.org/en/20/tutorial/data_update.html#the-delete-sql-expression-construct
    """
    if len(call[2]) != 1 or call[2][0] < 0 or _RUNNING.isdisjoint(fn.head.called) or not _TIDYING.isdisjoint(split(fn.head.name)):
        return ""
    entity = follower.names.entity(fn, call[1])
    known = entity is not None and entity[0] == "lib" and entity[1].partition(".")[0] in _STATEMENTS and entity[1].endswith(".delete")
    kind = joined.kind_of_named(follower, fn, call[2][0]) if known else ""
    return kind if kind in ("token", "user") else ""
