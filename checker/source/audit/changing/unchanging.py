"""Functions of the project that are called after a change and make none."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from checker.source import ir
from checker.source.audit.changing import generic
from checker.source.flow.literal import source, unnamed
from checker.source.lexicon.words import split
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower
    from checker.source.names.lookup import Names

_KEEPING = frozenset({"save", "commit", "add", "execute", "delete", "create", "insert", "update", "put", "set", "flush", "write"})
_HANDING = frozenset({
    "post", "request", "send", "run", "call", "query", "store", "perform", "register", "invoke", "submit", "patch", "make", "do", "handle",
    "process", "super", "persist", "upsert", "merge", "bulk", "adapter", "client", "service", "api", "user", "account"
})  # fmt: skip
"""Words of calls by which somebody else may keep something."""
_BY_OTHERS = frozenset({"persist", "upsert", "merge", "bulk", "store", "post", "request", "send"})
_MADE = frozenset({"create"})
"""Word of named constructors, of which one calls others."""
"""The flag of a method of the class."""
_STATEMENTS = (b"INSERT INTO", b"DELETE FROM", b"insert into", b"delete from", b"UPDATE users", b"UPDATE accounts")
_FEW = 4
"""Calls of a function that only makes a text."""
_SUPER = 2
"""Calls of ``super().save()``."""
_TURNS = frozenset({"acquire", "advisory", "mutation", "mutex", "xact"})
"""Words of locks by which two who write wait for each other."""
_AFTER_MIGRATION = frozenset({"app_config", "verbosity"})
_AT_FIRST = frozenset({"default", "defaults", "initial", "builtin", "predefined", "seed"})
_RIGHTS_OF_ALL = frozenset({"roles", "permissions", "groups", "rights", "policies", "scopes"})


def hands_up(follower: Follower, fn: Fn) -> bool:
    """Whether a method does nothing but what its base does, which would be asked without it too:
    ``def set_password(self, request): return super().set_password(request)``.
    """
    if fn.owner is None or fn.name in generic.DOING or len(fn.body.calls) != _SUPER or len(fn.body.returns) > 1:
        return False
    return any(follower.text(fn, fn.body.nodes[call][1]) == f"super().{fn.name}" for call in fn.body.calls) and not fn.head.stores


def only(names: Names, changes: Callable[[str], bool], fn: Fn, call: int) -> bool:
    """Whether a call runs functions of the project that make a text and keep nothing, ``create_api_key()`` of random letters, or that
    give back what they are given: ``remove_api_keys(flow)``. ``changes``: whether a name tells of a change.
    """
    found = [one for one, _ in names.callees(fn, call)]
    return (
        bool(found)
        and not any(map(_writes_rows, found))
        and all(
            _makes_text(one, changes)
            or _makes_object(one, changes)
            or _is_constructor(one)
            or _describes(one)
            or _gives_back(one, changes)
            or _signs(one, changes)
            or _has_signed(names, one, changes)
            or _marks_session(names, one, changes, 0)
            for one in found
        )
    )


def _writes_rows(fn: Fn) -> bool:
    """Whether a function has a statement of SQL that writes: ``fetch_one("INSERT INTO users ... RETURNING *")``."""
    data = fn.data
    return any(statement in data for statement in _STATEMENTS)


def _describes(fn: Fn) -> bool:
    """Whether a function only writes down what somebody else shall make: ``resources["Role"] = {"Type": "AWS::IAM::Role", ...}``."""
    if fn.body.calls or fn.head.stores:
        return False
    put = [node for node in fn.body.nodes if node[0] == ir.SET]
    return any(source(fn, node[3])[0] == ir.DICT for node in put) and all(source(fn, node[1])[0] == ir.PARAM for node in put[:1])


def _has_signed(names: Names, fn: Fn, changes: Callable[[str], bool]) -> bool:
    """Whether a function gives what another one signs for it, and keeps nothing: ``return sign({"sub": user.name})``."""
    if fn.head.stores or not _KEEPING.isdisjoint(fn.head.called) or len(fn.body.returns) != 1:
        return False
    node = unnamed(fn, fn.body.returns[0])
    signers = [one for one, _ in names.callees(fn, node)] if fn.body.nodes[node][0] == ir.CALL else []
    return bool(signers) and all(_signs(one, changes) for one in signers)


def _marks_session(names: Names, fn: Fn, changes: Callable[[str], bool], depth: int) -> bool:
    """Whether a function only marks the session of who asks, for the time that somebody has shown a password anew:
    ``grant_elevated_privileges(request)`` that puts a random text into ``request.session``.
    """
    given = {"request", "session"} & set(fn.head.params)
    owners = (store.owner.split(".")[0] for store in fn.head.stores if store.owner)
    if not given or any(owner not in given for owner in owners) or not _KEEPING.isdisjoint(fn.head.called):
        return False
    meant = [call for call in fn.body.calls if changes(_last_name(fn, call))]
    if not meant:
        return b"session" in fn.data and not any(map(_writes_rows, (fn,)))
    return depth == 0 and all(
        found and all(_marks_session(names, one, changes, 1) for one in found)
        for found in ([one for one, _ in names.callees(fn, call)] for call in meant)
    )


def _last_name(fn: Fn, call: int) -> str:
    callee = fn.body.nodes[fn.body.nodes[call][1]]
    return str(callee[2] if callee[0] == ir.ATTR else callee[1]).rpartition(".")[2] if callee[0] in (ir.ATTR, ir.GLOBAL, ir.IMPORT) else ""


def _signs(fn: Fn, changes: Callable[[str], bool]) -> bool:
    """Whether a function signs what it is given and keeps nothing: ``create_token(user)`` that calls ``jwt.encode()``."""
    head = fn.head
    called = set(head.called) - ({"update"} if "copy" in head.called else set())  # claims are put into a copy
    if head.stores or "encode" not in called or not _KEEPING.isdisjoint(called) or any(map(changes, called)):
        return False
    encoded = (fn.body.nodes[fn.body.nodes[call][1]] for call in fn.body.calls)
    return any(one[0] == ir.ATTR and one[2] == "encode" and _is_jwt(fn, one[1]) for one in encoded)


def _is_jwt(fn: Fn, owner: int) -> bool:
    record = fn.body.nodes[owner]
    return record[0] in (ir.GLOBAL, ir.IMPORT) and str(record[1]).rpartition(".")[2] in ("jwt", "jws", "pyjwt", "jose")


def _makes_text(fn: Fn, changes: Callable[[str], bool]) -> bool:
    head = fn.head
    if fn.owner is not None or head.params or head.stores or head.flags & ir.ASYNC or not _KEEPING.isdisjoint(head.called):
        return False
    return len(fn.body.calls) <= _FEW and bool(fn.body.returns) and not any(map(changes, head.called))


def _gives_back(fn: Fn, changes: Callable[[str], bool]) -> bool:
    head = fn.head
    if fn.owner is not None or len(head.params) != 1 or not _KEEPING.isdisjoint(head.called) or any(map(changes, head.called)):
        return False
    return bool(fn.body.returns) and all(source(fn, one)[0] == ir.PARAM for one in fn.body.returns)


def _makes_object(fn: Fn, changes: Callable[[str], bool]) -> bool:
    """Whether a function makes an object and keeps it nowhere: ``create_user(data)`` that gives ``Identity(data)``."""
    head = fn.head
    words = {word for name in head.called for word in split(name)}
    if head.stores or not (_KEEPING | _HANDING).isdisjoint(words) or any(map(changes, head.called)) or len(fn.body.calls) > _FEW:
        return False
    return bool(fn.body.returns) and all(fn.body.nodes[unnamed(fn, one)][0] == ir.CALL for one in fn.body.returns)


def keeps_nothing(names: Names, fn: Fn, call: int) -> bool:
    """Whether a call runs functions of the project that keep nothing, nor does the one that calls them."""
    found = [one for one, _ in names.callees(fn, call)]
    keeping = _KEEPING - {"set"}  # that of Python, as a rule
    return bool(found) and all(keeping.isdisjoint(one.head.called) for one in (fn, *found))


def _is_constructor(fn: Fn) -> bool:
    """Whether a class makes an instance of itself under another name, and keeps it nowhere: ``Group.create_group(raw)`` that gives
    ``cls(raw["name"])``."""
    head = fn.head
    words = {word for name in head.called for word in split(name)}
    if not head.flags & ir.OF_CLASS or head.stores or not ((_KEEPING - {"set"}) | _BY_OTHERS).isdisjoint(words - _MADE):
        return False
    made = [fn.body.nodes[unnamed(fn, one)] for one in fn.body.returns]
    return bool(made) and all(one[0] == ir.CALL and fn.body.nodes[one[1]][:2] == [ir.PARAM, 0] for one in made)


def waits(fn: Fn) -> bool:
    """Whether a function only waits for its turn: ``lock_account(session, id)`` that takes a lock of the database's."""
    called = fn.head.called
    return "with_for_update" in called or any("lock" in split(name) and not _TURNS.isdisjoint(split(name)) for name in called)


def sets_up(fn: Fn) -> bool:
    """Whether a function makes the roles and rights with which a program begins, which nobody has: ``create_default_roles()``, and what
    Django runs after a migration: https://docs.djangoproject.com/en/5.2/ref/signals/#post-migrate
    """
    words = split(fn.name)
    return _AFTER_MIGRATION.issubset(fn.head.params) or (not _AT_FIRST.isdisjoint(words) and words[-1] in _RIGHTS_OF_ALL)
