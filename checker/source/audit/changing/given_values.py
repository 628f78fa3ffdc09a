"""What the values change that a call is given which updates somebody: ``update_user(name, is_admin=True)``."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING

from checker.source import ir
from checker.source.audit.changing.column_names import FACTORS
from checker.source.audit.changing.rows import Rows
from checker.source.audit.signs.promises import updates, updates_token
from checker.source.flow.literal import unnamed
from checker.source.lexicon.words import Answers, split
from checker.source.names.elements import Fn
from checker.vocabulary import Change

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

_GIVEN = {
    "password": "authn_password_change", "new_password": "authn_password_change", "totp_secret": "authn_mfa_change",
    "otp_secret": "authn_mfa_change", "role": "privilege_permissions_changed", "roles": "privilege_permissions_changed",
    "groups": "privilege_permissions_changed", "group_ids": "privilege_permissions_changed", "permissions": "privilege_permissions_changed",
}  # fmt: skip
"""Keywords by which a call that updates somebody changes more than a name."""
_VOIDING = frozenset({"is_active", "revoked", "is_revoked", "revoked_at", "disabled", "is_disabled", "blacklisted", "is_blacklisted"})
"""Keywords by which tokens are made void."""
_SWITCHES = frozenset({"is_active", "is_enabled", "is_disabled", "is_banned", "is_blocked", "is_suspended"})
"""Keywords that say whether somebody may log in at all."""
_TOLD = frozenset({"update", "update_by_id", "patch", "edit", "modify", "partial_update", "update_one"})
_USERS = frozenset({"user", "users", "account", "accounts"})
_KEEPERS = frozenset({"service", "repo", "repository", "manager", "store", "crud", "dao", "dal"})
"""Words of what keeps the users, beside one for them."""


class GivenValues:
    """Reads keywords, and dictionaries that stand in their place."""

    def __init__(self, follower: Follower, stores: Mapping[str, Change], rows: Rows) -> None:
        self._follower = follower
        self._stores = stores
        self._rows = rows
        self._tells: Callable[[str], bool] = Answers(self._may_tell).__getitem__

    def _may_tell(self, key: str) -> bool:
        """Whether a keyword can be one that changes something; most cannot."""
        return key in self._stores or key in _GIVEN or key in _VOIDING or bool(_of_flag(key))

    def changed(self, fn: Fn, call: int) -> tuple[str, str] | None:
        """The first event of a call, and what it does, as a message has it."""
        return next(self.each(fn, call), None)

    def each(self, fn: Fn, call: int) -> Iterator[tuple[str, str]]:
        """Every event of a call: ``update(password=hashed, role=role)`` changes two things."""
        record = fn.body.nodes[call]
        given = [(key, value) for key, value in _pairs(fn, record) if self._tells(key)]
        if not given:
            return
        name = self._follower.text(fn, record[1]).rpartition(".")[2]
        voiding = any(key in _VOIDING for key, _ in record[3]) and self._rows.voids(fn, record[1])
        if voiding or (updates_token(name) and any(key in _VOIDING - {"is_active"} and not _is_nothing(fn, value) for key, value in given)):
            yield "authn_token_revoked", f"calls {name}()"
            return
        updating = updates(name) or self._rows.is_update(fn, record[1]) or self._is_a_keepers(fn, record[1], name)
        if not updating or "session" in split(name) or makes_object(self._follower, fn, record[1]):
            return  # UpdateUserRequest(password=...) only holds what is asked for; a session what its user has
        seen: set[str] = set()
        for key, value in given:
            entry = self._stores.get(key)
            event = entry.event if entry is not None else _GIVEN.get(key, "") or _of_flag(key)
            record = fn.body.nodes[value]
            if event and event not in seen and not (record[0] == ir.CONST and (record[1] is None or record[1] == "")):
                seen.add(event)
                yield event, f"calls {name}({key}=...)"

    def _is_a_keepers(self, fn: Fn, callee: int, name: str) -> bool:
        """Whether what keeps the users is told what is new of one: ``user_repo.update(number, role=role)``."""
        words = split(self._follower.text(fn, callee).rpartition(".")[0].rpartition(".")[2])
        return name in _TOLD and not _USERS.isdisjoint(words) and not _KEEPERS.isdisjoint(words)


def makes_object(follower: Follower, fn: Fn, callee: int) -> bool:
    """Whether a call makes an object of a class, ``AssignRole(user_id=3)``, and is no method that is called as those of C# are."""
    entity = follower.names.entity(fn, callee)
    if entity is not None:
        return bool(entity[0] == "cls")
    return fn.body.nodes[callee][0] != ir.ATTR and follower.text(fn, callee)[:1].isupper()


def _pairs(fn: Fn, record: ir.Node) -> Iterator[tuple[str, int]]:
    """Keys and values that a call is given: its keywords, and the items of a dictionary: ``edit_token(token, {"revoked": True})``."""
    for value in record[2]:
        made: ir.Node = fn.body.nodes[unnamed(fn, value)] if value >= 0 else [ir.OPAQUE]
        if made[0] == ir.DICT:
            yield from ((key, one) for key, one in zip(made[1], made[2], strict=True) if isinstance(key, str) and one >= 0)
    yield from record[3]


def _of_flag(key: str) -> str:
    return "user_updated" if key in _SWITCHES else "authn_mfa_change" if key in FACTORS else ""


def _is_nothing(fn: Fn, value: int) -> bool:
    record = fn.body.nodes[value]
    return bool(record[0] == ir.CONST and not record[1])
