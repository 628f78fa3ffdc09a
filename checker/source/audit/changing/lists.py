"""Rights that are kept in a list of those who have them, attributes that are set by name, and columns that are given in a dict."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from checker.source import ir
from checker.source.audit.changing.column_names import PASSWORDS
from checker.source.audit.changing.kinds import RIGHTS
from checker.source.flow.literal import source, unnamed
from checker.source.lexicon.words import split
from checker.source.names.elements import Fn
from checker.vocabulary import Change

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

_FILLING = frozenset({"append", "remove", "add", "discard", "extend", "insert"})
_MIGHTY = frozenset({"admin", "super", "staff", "privileged", "moderator", "root", "allowed", "trusted"})
_PERSONS = frozenset({"users", "accounts", "members", "logins", "usernames"})
_HOLDERS = frozenset({"admins", "administrators", "superusers", "moderators", "superadmins"})
"""Last words of a list of those who may do more than others."""
_ENTRIES = frozenset({"acl", "acls"})
"""Last words of a list of who may do what; a network has such lists of its own."""
_WHO = frozenset({"user", "users", "username", "perm", "perms", "permission", "permissions", "role", "roles", "member", "principal"})
_HASHERS = frozenset({
    "generate_password_hash", "make_password", "hashpw", "hash_password", "get_password_hash", "encrypt_password", "password_hash"
})  # fmt: skip
_MOST_ARGUMENTS = 4
_MOST_KEYS = 40
_ABOUT = frozenset({
    "admin", "admins", "administrator", "superuser", "right", "rights", "permission", "permissions", "role", "roles", "user", "users",
    "moderator", "moderators", "staff", "member", "members", "account", "accounts", "auth"
})  # fmt: skip
"""Words of functions and modules in which such a list is looked for."""


class Lists:
    """Tells such changes."""

    def __init__(self, follower: Follower, stores: Mapping[str, Change]) -> None:
        self._follower = follower
        self._stores = stores

    def may_touch(self, fn: Fn) -> bool:
        """Whether a function may make such a change; told by its head."""
        called = fn.head.called
        if "setattr" in called or not _HASHERS.isdisjoint(called):
            return True
        if _FILLING.isdisjoint(called):
            return False
        owner = fn.owner.name if fn.owner is not None else ""
        parts = (fn.head.name, owner, *fn.module.parts[-1:], *fn.head.params)
        return not _ABOUT.isdisjoint(word for part in parts for word in split(part))

    def changed(self, fn: Fn, call: int) -> tuple[str, str] | None:
        """The event of a call and what it does, as a message has it."""
        record = fn.body.nodes[call]
        callee = fn.body.nodes[record[1]]
        if callee[0] == ir.ATTR:
            return self._filled(fn, callee) or self._rewritten(fn, callee[2], record[2])
        name = self._follower.text(fn, record[1])
        keys = _keys(fn, record[2][1]) if name == "setattr" and len(record[2]) == 3 and min(record[2]) >= 0 else ()
        key = next((one for one in keys if one in self._stores), "")
        owner = self._follower.text(fn, record[2][0]) if key else "self"
        return (self._stores[key].event, f"sets {owner}.{key}") if owner not in ("self", "cls") else None

    def _rewritten(self, fn: Fn, name: str, given: list[int]) -> tuple[str, str] | None:
        """A row is given a new hash: ``db.update({"password": hash_password(new)}, id)``, ``{"$set": {"password": ...}}``."""
        if "update" not in name or _HASHERS.isdisjoint(fn.head.called):
            return None
        left = [fn.body.nodes[one] for one in given[:_MOST_ARGUMENTS] if one >= 0]
        for record in left:  # grows by what stands under $set
            if record[0] != ir.DICT:
                continue
            for key, value in zip(record[1], record[2], strict=True):
                if key == "$set":
                    left.append(fn.body.nodes[value])
                if key in PASSWORDS and self._is_hashed(fn, value):
                    return "authn_password_change", f"calls {name}()"
        return None

    def _is_hashed(self, fn: Fn, node: int) -> bool:
        record = source(fn, node)
        while record[0] == ir.CALL and fn.body.nodes[record[1]][0] == ir.ATTR and fn.body.nodes[fn.body.nodes[record[1]][1]][0] == ir.CALL:
            record = fn.body.nodes[fn.body.nodes[record[1]][1]]  # hashpw(...).decode()
        return bool(record[0] == ir.CALL and self._follower.text(fn, record[1]).rpartition(".")[2] in _HASHERS)

    def _filled(self, fn: Fn, callee: ir.Node) -> tuple[str, str] | None:
        """Somebody is put among those who may do more, or taken out: ``settings.admin_users.append(login)``."""
        owner = fn.body.nodes[callee[1]]
        while owner[0] == ir.TOUCHED:
            owner = fn.body.nodes[owner[1]]
        if callee[2] not in _FILLING or owner[0] != ir.ATTR:
            return None
        words = split(owner[2])
        mighty = words[-1:] and words[-1] in _PERSONS and not _MIGHTY.isdisjoint(words[:-1])
        if not mighty and _HOLDERS.isdisjoint(words[-1:]) and (_ENTRIES.isdisjoint(words[-1:]) or not _names_somebody(fn)):
            return None
        return RIGHTS, f"calls {owner[2]}.{callee[2]}()"


def _names_somebody(fn: Fn) -> bool:
    """Whether a function is told who may do what, by its name or its parameters: ``def block_user(self, username, perm)``."""
    return any(not _WHO.isdisjoint(split(part)) for part in (fn.name, *fn.head.params))


def fills_anew(fn: Fn, call: int) -> bool:
    """Whether a call fills a list that the same function made: ``user.roles = []; user.roles.append(role)`` of somebody who is shown."""
    callee = fn.body.nodes[fn.body.nodes[call][1]]
    owner = fn.body.nodes[callee[1]] if callee[0] == ir.ATTR and callee[2] in _FILLING else [ir.OPAQUE]
    while owner[0] == ir.TOUCHED:
        owner = fn.body.nodes[owner[1]]
    made = (fn.body.nodes[store.value] for store in fn.head.stores if owner[0] == ir.ATTR and store.name == owner[2] and store.value >= 0)
    return any(one[0] == ir.SEQ for one in made)


def _keys(fn: Fn, node: int) -> list[str]:
    """The names that a value may be: a text, or those of a list that a loop goes through: ``for name in ("phone", "is_admin")``."""
    record = fn.body.nodes[unnamed(fn, node)]
    position = -1
    if record[0] == ir.UNPACK:
        position, record = record[2], fn.body.nodes[unnamed(fn, record[1])]
    if record[0] == ir.CONST:
        return [record[1]] if isinstance(record[1], str) else []
    items: ir.Node = fn.body.nodes[unnamed(fn, record[1])] if record[0] == ir.ELEM else [ir.OPAQUE]
    found = [fn.body.nodes[one] for one in items[1][:_MOST_KEYS]] if items[0] == ir.SEQ else []
    if position >= 0:
        found = [fn.body.nodes[one[1][position]] for one in found if one[0] == ir.SEQ and position < len(one[1])]
    return [one[1] for one in found if one[0] == ir.CONST and isinstance(one[1], str)]
