"""Calls that carry out what a function's name promises, told by what they and their receivers are called."""

from __future__ import annotations

from checker.source.lexicon.words import split
from checker.source.names.elements import Fn

_ACTS = {
    "user_created": frozenset({"register", "signup", "approve", "provision", "insert"}),
    "privilege_permissions_changed": frozenset({"grant", "revoke", "assign", "edit"}),
}
"""First words of calls by which a route of that name does what it promises."""
_PERSONS = frozenset(
    {"user", "users", "account", "member", "customer", "person", "profile", "new", "admin", "client", "and", "via", "with"}
)
"""Words behind ``register`` that say that it is somebody."""
_WRITING = frozenset({"update", "save", "store", "insert", "persist"})
_MAKING = frozenset({"create", "register", "add", "insert"})
_REMOVING = frozenset({"remove", "delete", "deactivate"})
_USERS = frozenset({"user", "users"})
_KEPT = {
    "user_created": (_MAKING, _USERS),
    "user_deleted": (_REMOVING, _USERS),
    "privilege_permissions_changed": (_MAKING | _REMOVING | {"update"}, frozenset({"role", "roles", "permission", "permissions"})),
}
"""First words of what is done to what is kept, by the event that this is."""
_KEEPERS = frozenset({"manager", "service", "repository", "repo", "store", "crud"})
_ASIDE = frozenset({
    "cache", "cookie", "cookies", "session", "log", "logs", "audit", "metric", "metrics", "stats", "header", "headers", "ui", "state",
    "progress", "email", "mail", "file", "image", "id", "ids", "uid", "userid"
})  # fmt: skip
"""Words of what is kept beside."""
_GONE = frozenset({"active", "enabled", "disabled", "deleted", "delete", "removed", "archived", "status", "state", "deactivated"})
_OF_LINKS = (("token",), ("key",), ("code",), ("otp",))
"""Last words of columns of what a link or a message has in it."""
_NEW = frozenset({"password", "passwd", "pwd", "hash", "hashpw", "hasher", "encrypt", "digest", "pwhash"})
"""Words of what is done with a new password."""
EXECUTING = frozenset({"execute", "handle", "invoke", "run", "dispatch"})
"""By which methods use cases are asked, whatever they do."""
_USE_CASES = frozenset({"case", "usecase", "interactor", "handler", "command", "bus", "mediator"})


def does(event: str, words: tuple[str, ...]) -> bool:
    """Whether a call does what a route promises, by its own words: it registers, grants, or keeps somebody's data."""
    if not _ACTS.get(event, frozenset()).isdisjoint(words[:1]):
        return words[0] != "register" or len(words) == 1 or not _PERSONS.isdisjoint(words[1:3])  # register_tracker_of_user()
    return event != "session_logout" and len(words) > 1 and words[0] in _WRITING and _ASIDE.isdisjoint(words)


def is_done_by_a_keeper(event: str, owner: str, name: str) -> bool:
    """Whether it is done by what keeps such things: ``user_manager.create_with_fields(form)``, ``crud.role.remove(id=number)``."""
    verbs, things = _KEPT.get(event, (frozenset(), frozenset()))
    parts = [split(part) for part in owner.split(".")[-2:]]
    kept = parts[-1][:1] if parts[-1][-1:] and parts[-1][-1] in _KEEPERS else parts[-1] if parts[0][-1:] == ("crud",) else ()
    return len(kept) == 1 and kept[0] in things and not verbs.isdisjoint(split(name)[:1])


def is_use_case(owner: str, name: str) -> bool:
    """Whether a call does what a route promises through the object that is there for it: ``await use_case.execute(command)``."""
    return name in EXECUTING and not _USE_CASES.isdisjoint(split(owner.removesuffix("()").rpartition(".")[2])[-1:])


def marks_deleted(fn: Fn) -> bool:
    """Whether a function that keeps a row says in it that it is gone, or sets nothing: ``user.is_active = False``."""
    return not fn.head.stores or any(not _GONE.isdisjoint(split(store.name)) for store in fn.head.stores)


def makes_a_link(fn: Fn) -> bool:
    """Whether a function called after a new password only keeps what a link to one has in it: ``user.reset_token = token``."""
    kept = [split(store.name) for store in fn.head.stores]
    if not any(words[-1:] in _OF_LINKS for words in kept):
        return False
    return all(_NEW.isdisjoint(words) for words in (*kept, *(split(name) for name in fn.head.called if name != fn.name)))
