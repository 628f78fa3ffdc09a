"""What a call of ``save()`` keeps, and whether that is somebody new."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.source import ir
from checker.source.audit.changing import joined
from checker.source.audit.changing.kinds import kind_of, plain
from checker.source.lexicon.words import split
from checker.source.names.elements import Cls, Fn

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

_FINDING = frozenset({"get", "aget", "first", "last", "one", "scalar_one", "get_object", "get_object_or_404"})
"""How a row is asked for that is there."""
_SERIALIZER = "Serializer"
_KEEPERS = frozenset({"repository", "repo", "dao"})
_BESIDE_SOMEBODY = frozenset({
    "address", "addresses", "avatar", "photo", "image", "picture", "document", "attachment", "comment", "phone", "preference",
    "preferences", "settings", "billing", "shipping", "note", "tag"
})  # fmt: skip
"""What is kept of somebody in rows of its own."""
_STEPS = 8
_OF_LOGINS = frozenset(
    {"password", "passwd", "email", "mail", "username", "login", "role", "roles", "admin", "permissions", "user", "account"}
)
"""Words of columns of whom one lets in."""


def is_found(follower: Follower, fn: Fn, name: str, callee: int) -> bool:
    """Whether a call saves a row that was there before: ``member = Member.objects.get(...); member.save()``, or what a serializer of REST
    framework's was given to change: ``serializer = MemberSerializer(member, data=request.data)``.
    """
    record = fn.body.nodes[callee]
    row: ir.Node = fn.body.nodes[plain(fn, record[1])] if record[0] == ir.ATTR and name in ("save", "asave") else [ir.OPAQUE]
    if row[0] != ir.CALL:
        return False
    made = follower.text(fn, row[1]).rpartition(".")[2]
    given = {key for key, _ in row[3]}
    filled = made.endswith(_SERIALIZER) and "data" in given and (bool(row[2]) or "instance" in given)
    return filled or made in _FINDING


def is_another_keepers(owner: str) -> bool:
    """Whether rows are kept by a class, or a serializer, that is called after other rows:
    ``UserSettingsRepository(conn).delete(number)``, ``address_serializer.save()``.
    """
    words = split(owner.removesuffix("()").rpartition(".")[2])
    if words[-1:] in (("serializer",), ("form",)) and not _BESIDE_SOMEBODY.isdisjoint(words[-2:-1]):
        return True
    return owner.endswith("()") and len(words) > 1 and words[-1] in _KEEPERS and not kind_of("_".join(words[:-1]).rstrip("s"))


def is_query(follower: Follower, fn: Fn, call: int) -> bool:
    """Whether a statement only asks for rows: ``session.execute(select(User).where(...))``."""
    given = fn.body.nodes[call][2]
    record = fn.body.nodes[plain(fn, given[0])] if given and given[0] >= 0 else [ir.OPAQUE]
    if record[0] == ir.CONST:
        return isinstance(record[1], str) and record[1].lstrip()[:6].lower() == "select"
    for _ in range(_STEPS):  # select(User).where(...).limit(1)
        if record[0] != ir.CALL:
            break
        callee = fn.body.nodes[record[1]]
        if follower.text(fn, record[1]).rpartition(".")[2] == "select":
            return True
        record = fn.body.nodes[plain(fn, callee[1])] if callee[0] == ir.ATTR else [ir.OPAQUE]
    return False


def is_of_settings(follower: Follower, fn: Fn, callee: int) -> bool:
    """Whether a form is saved that says who may sign up, and signs up nobody."""
    record = fn.body.nodes[callee]
    return record[0] == ir.ATTR and joined.is_of_settings(follower, fn, plain(fn, record[1]))


def is_of_another(follower: Follower, fn: Fn, call: int) -> bool:
    """Whether what is given to be kept is a row of a table whose class has no column for a login: ``form.save(project, Person())``."""
    given = (_table(follower, fn, one) for one in fn.body.nodes[call][2] if one >= 0)
    classes = [cls for cls in given if cls is not None and cls.record.fields]
    columns = (word for cls in classes for base in follower.names.mro(cls)[0] for field in base.record.fields for word in split(field.name))
    return bool(classes) and not any(kind_of(cls.name) for cls in classes) and _OF_LOGINS.isdisjoint(columns)


def _table(follower: Follower, fn: Fn, row: int) -> Cls | None:
    """The project's class of a row that is made, or asked for by it: ``Person.query.get(number)``."""
    entity = follower.names.entity(fn, row)
    if entity is None or entity[0] != "inst":
        made = fn.body.nodes[plain(fn, row)]
        first = follower.text(fn, made[1]).partition(".")[0] if made[0] == ir.CALL else ""
        entity = follower.names.lookup(fn, first) if first[:1].isupper() else None
    return entity[1] if entity is not None and entity[0] in ("cls", "inst") else None


def is_kept_later(fn: Fn, call: int) -> bool:
    """Whether a form only fills a row: ``form.save(commit=False)``."""
    return any(key == "commit" and fn.body.nodes[value][:2] == [ir.CONST, False] for key, value in fn.body.nodes[call][3])
