"""Columns of tokens, users and roles: passwords, second factors, locks, switches and ranks that are set."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.source import ir
from checker.source.audit.changing import generic, joined
from checker.source.audit.changing.column_names import FACTOR_SECRETS, FACTORS, KEYS, LOCKS, OF_LINKS, PASSWORDS, REVOKED, SWITCHES
from checker.source.audit.changing.kinds import BEGINNING, asked_class, is_of_others, kind_by_name, kind_of, plain
from checker.source.audit.deciding.verifying.hashed import HASHES
from checker.source.audit.signs.promises import updates
from checker.source.ir.ways import Stored
from checker.source.lexicon.words import split
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

_KEEPING = frozenset({"save", "asave", "commit", "flush", "edit", "merge", "put", "update", "update_one", "session_commit", "add"})
_LOOKING = frozenset({"get", "find", "first", "one", "fetch", "load", "scalar"})
_COMMITTING = frozenset({"pyramid"})
"""Frameworks whose views keep what they have set without a call: https://docs.pylonsproject.org/projects/pyramid-tm/"""
_OF_USERS = frozenset({
    "role", "roles", "groups", "permissions", "user_permissions", "admin", "administrator", "superuser", "access_level", "privileges",
    "rights", "capabilities", "superadmin", "is_superadmin", "role_id", "is_moderator", "staff"
})  # fmt: skip
_RANKS = frozenset({"group", "role", "level", "access_level", "rank", "permission", "admin", "moderator", "is_moderator"})
"""Attributes that say what a member may do."""
_OF_SOMETHING = frozenset({"member", "membership", "collaborator", "participant"})
_OF_ROLES = frozenset({"permissions", "users", "user", "members", "roles", "perms", "capabilities", "privileges", "rights"})
_SAVING = frozenset({"save", "asave", "commit", "flush"})
_SWITCHING = frozenset({"disable", "deactivate", "suspend", "ban", "block", "enable", "activate", "reactivate", "toggle"})
_STATES = frozenset({"status", "state", "account_status", "user_status", "account_state"})
"""Attributes that say in which of several states an account is."""
_NOT_ACTIVE = frozenset({"inactive", "disabled", "deactivated", "suspended", "banned", "blocked", "locked", "deleted", "archived"})
"""Words of states in which nobody logs in."""
_SWITCHING_ON = frozenset({"activate", "reactivate", "enable", "approve", "restore", "unsuspend", "toggle"})
_PEOPLE = frozenset({"person", "profile", "customer", "employee", "owner", "contact"})
"""Who is no account, but for what only an account has."""
_ADMINS = (("admin",), ("administrator",), ("superuser",))
"""Last words of names for who has a password, and no other account."""
_SIGNING_UP = frozenset({"save_user", "populate_user"})
"""Hooks of a sign-up: https://docs.allauth.org/en/latest/account/adapter.html"""
_STORING = frozenset({"repository", "repo", "dao", "mapper"})
_OFF = frozenset({"disabled", "deactivated", "suspended"})
HELD = KEYS | _RANKS | _OF_USERS | _OF_ROLES | PASSWORDS | _STATES | {"hash"}
"""Attributes that count only of a row that is known by its name."""
WATCHED = FACTORS | FACTOR_SECRETS | LOCKS | REVOKED | SWITCHES
"""Attributes that tell of such a row by themselves."""
_UNLOCKING = frozenset({"unlock", "unblock", "unban"})
_MAKING = frozenset({"token", "generate", "uuid4", "hex", "urlsafe", "random", "new", "make", "create"})
_ASKS_FOR = frozenset({"form", "schema", "serializer", "response", "out", "error", "exception", "found", "exists"})
"""Last words of classes about somebody that make nobody: ``AccountForm``, ``UserNotFound``."""
_AS_TEXT = frozenset({"decode", "encode", "hex", "strip"})
"""Methods by which a hash becomes what a column takes."""
_HASHING = frozenset({"hash", "hashed", "hashpw", "encrypt", "crypt", "bcrypt", "pbkdf2", "scrypt", "argon2", "digest", "make"})
_MOST_HASHES = 5
"""Calls around what was made: ``sha256(raw.encode()).hexdigest()``."""


class Columns:
    """Tells what an assignment to an attribute of a row changes."""

    def __init__(self, follower: Follower) -> None:
        self._follower = follower

    def changed(self, fn: Fn, step: Stored) -> tuple[str, str]:
        """The event of an assignment and what it does, as a message has it; both ``""`` where it does nothing of that."""
        store = fn.head.stores[step.position]
        if store.owner == "self" and fn.owner is not None and self._is_own(fn, store.name, store.value):
            return "user_updated", f"sets self.{store.name}"
        if (
            self._is_mapped(fn, step)
            or store.owner in ("", "self", "cls")
            or not self._is_kept(fn)
            or not (BEGINNING.isdisjoint(split(fn.name)[:2]) or self._is_found(fn, store.owner))
        ):
            return "", ""
        kind = kind_by_name(fn, store.owner.rpartition(".")[2]) or self._kind_asked(fn, store.owner)
        person = not _PEOPLE.isdisjoint(split(store.owner.rpartition(".")[2])[-1:])
        event = ""
        admin = split(store.owner.rpartition(".")[2])[-1:] in _ADMINS
        if (kind == "user" or admin) and store.name in PASSWORDS | {"hash"} and self._is_password(fn, store.name, store.value):
            event = "" if self._is_somebody_new(fn, store.owner) else "authn_password_change"
        elif (kind == "user" or person) and (store.name in FACTORS or (store.name in FACTOR_SECRETS and self._is_empty(fn, store.value))):
            event = "authn_mfa_change"
        elif (kind == "user" or person) and store.name in LOCKS:
            lifted = self._is_empty(fn, store.value)  # elsewhere that is a part of a login
            event = "authn_login_lock" if not lifted or not _UNLOCKING.isdisjoint(split(fn.name)) else ""
        elif kind == "user" and self._switches(fn, store.name, store.value):
            event = "" if is_made_here(self._follower, fn, store.owner) else "user_updated"
        elif kind == "role" and store.name in SWITCHES and _is_of_a_member(store.owner) and self._is_switched(fn, store.name, store.value):
            event = "privilege_permissions_changed"
        elif kind == "user" and store.name in KEYS and self._is_made(fn, store.value):
            event = "authn_token_created"
        elif kind == "token" and (
            (store.name in REVOKED and not self._is_empty(fn, store.value)) or (store.name in SWITCHES and self._turns_off(fn, store))
        ):
            event = "authn_token_revoked"
        elif self._is_rank(store.owner, store.name) or store.name in {"user": _OF_USERS, "role": _OF_ROLES}.get(kind, ()):
            event = "privilege_permissions_changed"
        if not event or (kind and is_of_others(fn, store.owner.rpartition(".")[2])):
            return "", ""
        return event, f"sets {store.owner}.{store.name}"

    def _kind_asked(self, fn: Fn, owner: str) -> str:
        """The kind of the table that a row is from whose name tells nothing: ``row = await db.get(ApiKey, number)``."""
        values = [int(record[2]) for record in fn.body.nodes if record[0] == ir.VAR and record[1] == owner]
        asked = [(asked_class(fn, value), value) for value in values]
        kinds = {
            joined.kind_of_named(self._follower, fn, at) if at >= 0 else generic.kind_of_own(self._follower, fn, value)
            for at, value in asked
        }
        return kinds.pop() if len(kinds) == 1 else ""

    @staticmethod
    def _is_kept(fn: Fn) -> bool:
        """Whether a function keeps what it has set, or what it stands in does: ``update_account(account)``."""
        called = fn.head.called
        return not _KEEPING.isdisjoint(called) or not _COMMITTING.isdisjoint(fn.module.tops) or any(map(updates, called))

    def _is_found(self, fn: Fn, owner: str) -> bool:
        """Whether a name holds a row that was looked up, and is nobody new: ``user = User.get_by_username(db, name)``."""
        values = [fn.body.nodes[plain(fn, int(record[2]))] for record in fn.body.nodes if record[0] == ir.VAR and record[1] == owner]
        made = [self._follower.text(fn, one[1]).rpartition(".")[2] for one in values if one[0] == ir.CALL]
        return len(made) == len(values) > 0 and all(not _LOOKING.isdisjoint(split(name)[:1]) for name in made)

    def _is_own(self, fn: Fn, name: str, value: int) -> bool:
        """Whether somebody's row switches itself off and keeps that: ``self.disabled = True; self.save()`` in ``class Account``."""
        kept = fn.owner is not None and kind_of(fn.owner.name) == "user" and not _SAVING.isdisjoint(fn.head.called)
        return kept and name in SWITCHES and not _SWITCHING.isdisjoint(split(fn.name)) and self._is_switched(fn, name, value)

    @staticmethod
    def _is_mapped(fn: Fn, step: Stored) -> bool:
        """Whether a repository only keeps an object as its row: ``row.is_active = entity.is_active``; who changed the object is judged."""
        if fn.owner is None or _STORING.isdisjoint(split(fn.owner.name)[-1:]):
            return False
        store = fn.head.stores[step.position]
        value = fn.body.nodes[plain(fn, store.value)] if store.value >= 0 else [ir.OPAQUE]
        return value[0] == ir.ATTR and value[2] == store.name and fn.body.nodes[plain(fn, value[1])][0] == ir.PARAM

    @staticmethod
    def _is_rank(owner: str, name: str) -> bool:
        """Whether an attribute says what a member may do: ``member.group``."""
        return name in _RANKS and not _OF_SOMETHING.isdisjoint(split(owner.rpartition(".")[2])[-1:])

    def _is_somebody_new(self, fn: Fn, owner: str) -> bool:
        """Whether a function makes the one who gets a password: ``User(...)``; it is the first."""
        about = {*split(owner), "user", "account"}
        names = (self._follower.text(fn, fn.body.nodes[call][1]).rpartition(".")[2] for call in fn.body.calls)
        return any(name[:1].isupper() and not about.isdisjoint(split(name)) and _ASKS_FOR.isdisjoint(split(name)[-1:]) for name in names)

    def _is_switched(self, fn: Fn, name: str, value: int) -> bool:
        """Whether somebody is switched off, or over; on only where the function says so, and is not that of a link in an e-mail."""
        record = fn.body.nodes[plain(fn, value)] if value >= 0 else [ir.OPAQUE]
        off = not _OFF.isdisjoint(split(name))
        words = split(fn.name)
        if fn.name in _SIGNING_UP:  # whoever is made waits for somebody's approval
            return False
        if record[0] == ir.CONST and bool(record[1]) != off:
            return not _SWITCHING_ON.isdisjoint(words) and OF_LINKS.isdisjoint(words)
        return OF_LINKS.isdisjoint(words)

    def _switches(self, fn: Fn, name: str, value: int) -> bool:
        """Whether an account's switch is turned, or its state one in which nobody logs in."""
        return (name in SWITCHES and self._is_switched(fn, name, value)) or (name in _STATES and self._is_off(fn, value))

    def _turns_off(self, fn: Fn, store: ir.Store) -> bool:
        """Whether a switch is turned off by a no, or one of what is off by a yes: ``key.is_active = False``."""
        record = fn.body.nodes[plain(fn, store.value)] if store.value >= 0 else [ir.OPAQUE]
        return record[0] == ir.CONST and bool(record[1]) == (not _OFF.isdisjoint(split(store.name)))

    def _is_off(self, fn: Fn, value: int) -> bool:
        """Whether an account comes into a state in which nobody logs in: ``user.status = UserStatus.DISABLED``."""
        record = fn.body.nodes[plain(fn, value)] if value >= 0 else [ir.OPAQUE]
        while record[0] == ir.ATTR and record[2] in ("value", "name"):
            record = fn.body.nodes[record[1]]
        name = record[2] if record[0] == ir.ATTR else record[1] if record[0] in (ir.CONST, ir.GLOBAL, ir.IMPORT) else ""
        return isinstance(name, str) and not _NOT_ACTIVE.isdisjoint(split(name.rpartition(".")[2]))

    def _is_made(self, fn: Fn, value: int) -> bool:
        """Whether something new is stored, ``secrets.token_urlsafe(64)``, or its hash."""
        record = fn.body.nodes[plain(fn, value)]
        for _ in range(_MOST_HASHES):
            words = split(self._follower.text(fn, record[1]).rpartition(".")[2]) if record[0] == ir.CALL else ()
            if not _MAKING.isdisjoint(words):
                return True
            record = self._hashed(fn, record, words)
        return False

    @staticmethod
    def _hashed(fn: Fn, call: ir.Node, words: tuple[str, ...]) -> ir.Node:
        """What a call hashes, or writes out as a text: ``raw`` of ``sha256(raw.encode()).hexdigest()``."""
        if call[0] != ir.CALL:
            return [ir.OPAQUE]
        callee = fn.body.nodes[call[1]]
        if call[2] and call[2][0] >= 0 and not (_HASHING | HASHES).isdisjoint(words):
            return fn.body.nodes[plain(fn, call[2][0])]
        return fn.body.nodes[plain(fn, callee[1])] if callee[0] == ir.ATTR and not call[2] else [ir.OPAQUE]

    def _is_empty(self, fn: Fn, value: int) -> bool:
        """Whether nothing, or a no, is stored."""
        record = fn.body.nodes[plain(fn, value)] if value >= 0 else [ir.OPAQUE]
        return bool(record[0] == ir.CONST and not record[1])

    def _is_password(self, fn: Fn, name: str, value: int) -> bool:
        """Whether a new password is stored: hashed here, or in a function that is about that."""
        record = fn.body.nodes[plain(fn, value)]
        if name == "hash":  # any hash may be called so
            words = split(self._follower.text(fn, record[1]).rpartition(".")[2]) if record[0] == ir.CALL else ()
            return not {"password", "hashpw", "bcrypt", "argon2"}.isdisjoint(words)
        while record[0] == ir.CALL and fn.body.nodes[record[1]][0] == ir.ATTR and fn.body.nodes[record[1]][2] in _AS_TEXT:
            inner = fn.body.nodes[plain(fn, fn.body.nodes[record[1]][1])]  # bcrypt.hashpw(...).decode()
            if inner[0] != ir.CALL:
                break
            record = inner
        if record[0] == ir.CALL and not _HASHING.isdisjoint(split(self._follower.text(fn, record[1]).rpartition(".")[2])):
            return True
        return record[0] != ir.CONST and not {"password", "passwd", "pwd"}.isdisjoint(split(fn.head.name))


def is_made_here(follower: Follower, fn: Fn, name: str) -> bool:
    """Whether a name holds somebody who is made by a class in this very function: ``user = User(...)``."""
    made = (fn.body.nodes[plain(fn, int(record[2]))] for record in fn.body.nodes if record[0] == ir.VAR and record[1] == name)
    values = [record for record in made if record[0] != ir.PARAM]
    calls = [follower.text(fn, record[1]).rpartition(".")[2] for record in values if record[0] == ir.CALL]
    return bool(calls) and len(calls) == len(values) and all(kind_of(one) == "user" and one[:1].isupper() for one in calls)


def _is_of_a_member(owner: str) -> bool:
    """Whether a name is that of somebody in a group: ``workspace_member.is_active = False`` takes them out of it."""
    return split(owner.rpartition(".")[2])[-1:] in (("member",), ("membership",))
