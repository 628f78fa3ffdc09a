"""Tokens, users and roles as rows of a table: what makes, changes or deletes one without a function of that name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.source import ir
from checker.source.audit.signs import forms
from checker.source.audit.signs.mentions import named
from checker.source.ir.ways import Called, Stored
from checker.source.lexicon.words import Answers, split
from checker.source.names.elements import Fn, Module

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

_EVENTS = {
    "token": ("authn_token_created", "authn_token_revoked"),
    "user": ("user_created", "user_deleted"),
    "role": ("privilege_permissions_changed", "privilege_permissions_changed"),
}
"""A kind of rows to the events of making and deleting one."""
_KINDS = {
    ("token",): "token", ("api", "key"): "token", ("apikey",): "token", ("access", "key"): "token", ("app", "password"): "token",
    ("ssh", "key"): "token",
    ("user",): "user", ("account",): "user", ("member",): "user",
    ("role",): "role", ("permission",): "role", ("group",): "role", ("membership",): "role",
}  # fmt: skip
"""Last words of a table's name, or of a variable's."""
_OTHERS = frozenset({
    "reset", "verification", "confirmation", "confirm", "verify", "csrf", "xsrf", "email", "activation", "device", "push", "page", "social",
    "bank", "service", "ledger", "cloud", "storage", "billing", "field", "option", "sub", "tab", "radio", "process", "consumer", "filter",
    "filters", "search", "product", "contact", "layer", "display", "tag", "price", "tax",
    "blocked", "muted", "follow", "followed", "follower", "friend",
    "server", "host", "node", "asset", "message", "chat", "widget", "remote", "external", "linked"
})  # fmt: skip
"""Words that make it another table: a token for a link, a bank's account, a group of fields."""
_OF_THINGS = frozenset({
    "aggregation", "parameter", "metric", "chart", "dashboard", "test", "task", "job", "event", "setting", "settings", "thread", "worker",
    "resource", "instance", "color", "colour", "style", "plot", "axis", "alert", "rule", "question", "attribute", "property", "variable",
    "column", "row", "input", "output", "target", "scaling", "placement", "subnet", "stream", "shard", "partition", "block", "line", "text",
    "image", "media", "document", "article", "category", "menu", "link", "command", "argument", "issue", "error", "log", "query", "data",
    "dataset", "sensor", "light", "speaker", "step", "stage", "item", "sample", "feature", "index", "volume", "disk", "file", "schema",
    "repo", "repository"
})  # fmt: skip
"""Words before ``Group`` in the name of a class that say of what things it is one."""
_OF_MEMBERS = frozenset({
    "group", "team", "role", "org", "organization", "organisation", "workspace", "project", "channel", "package", "committee", "board",
    "space", "community", "club", "tenant", "company", "department"
})  # fmt: skip
_ENDINGS = frozenset({"model", "table", "row", "obj", "object", "instance", "db", "entity", "record", "mixin", "id", "set", "orm", "query"})
_ANYTHING = frozenset({"model", "item", "obj", "object", "instance", "entity", "row", "record"})
"""Names of variables that may hold any row: the class tells of which table."""
_VAGUE = frozenset({"content", "target", "existing", "entry", "found", "result", "data", "db_obj", "current"})
"""Names that say nothing: the function's tells, ``_handle_edit_user(content)``."""
_OF_CLASSES = frozenset({
    "view", "viewset", "api", "resource", "endpoint", "handler", "delete", "create", "add", "remove", "list", "detail", "update", "edit",
    "destroy", "revoke", "rest", "mixin", "controller", "page", "admin"
})  # fmt: skip
_TELLING = frozenset({word for words in _KINDS for word in words} | {
    "tokens", "keys", "users", "accounts", "register", "registration", "signup",
    "roles", "permissions", "groups", "auth", "password", "profile", "admin", "members", "perms", "jwt"
})  # fmt: skip
_DELETING = frozenset({"delete", "adelete", "soft_delete", "hard_delete", "destroy", "delete_instance"})
_ADDING = frozenset({"add", "add_all", "insert", "save", "asave"})
_CREATING = frozenset({"create", "acreate"})
_VOID = frozenset({"blacklisted", "blacklist", "blocklisted", "denylisted", "revoked", "blocklist", "denylist", "invalidated"})
"""Words of tables of tokens that are void: to add one is to revoke it."""
_INTO_TABLES = frozenset({"insert", "insert_one", "validate_and_insert"})
_OUT_OF_TABLES = frozenset({"delete_one", "find_one_and_delete"})
"""Methods of a table that is an attribute of its database: ``db.users.insert_one(row)``."""
_STORES = frozenset({"session", "db", "database", "datamodel", "repository", "repo", "dao", "em", "orm", "uow", "dbsession"})
"""Receivers that keep rows."""
_KEEPING = frozenset({"save", "asave", "commit", "flush", "edit", "merge", "put", "update", "session_commit", "add"})
_MAKING = frozenset({"create", "get_or_create"})
_WHO_ASKS = ("current_user", "request.user", "g.user", "self.user", "current_user()")
_OF_USERS = frozenset({
    "role", "roles", "groups", "permissions", "user_permissions", "admin", "administrator", "superuser", "access_level", "privileges",
    "rights", "capabilities", "superadmin", "is_superadmin", "role_id", "is_moderator"
})  # fmt: skip
_RANKS = frozenset({"group", "role", "level", "access_level", "rank", "permission"})
"""Attributes that say what a member may do."""
_OF_SOMETHING = frozenset({"member", "membership", "collaborator", "participant"})
_OF_ROLES = frozenset({"permissions", "users", "user", "members", "roles", "perms", "capabilities", "privileges", "rights"})
_PASSWORDS = frozenset({"password", "passwd", "pwd", "hashed_pw", "pw_hash", "pwhash", "pwdhash", "password_hash", "hashed_password"})
_FACTORS = frozenset({
    "mfa_enabled", "is_mfa_enabled", "mfa_active", "has_mfa", "use_mfa", "totp_enabled", "is_totp_enabled", "otp_enabled", "is_otp_enabled",
    "two_factor_enabled", "is_two_factor_enabled", "twofactor_enabled", "two_fa_enabled", "twofa_enabled", "is_2fa_enabled", "tfa_enabled",
    "has_2fa", "use_2fa", "enable_2fa", "is_verified_2fa", "two_factor_auth", "two_factor_confirmed_at"
})  # fmt: skip
"""Attributes that say whether somebody has a second factor."""
_FACTOR_SECRETS = frozenset({
    "mfa_secret", "totp_secret", "otp_secret", "two_factor_secret", "tfa_secret", "twofa_secret", "totp_key", "mfa_key", "otp_key",
    "tf_totp_secret", "tf_primary_method", "mfa_hash", "encrypted_mfa_hash", "recovery_codes", "backup_codes"
})  # fmt: skip
"""Attributes that hold one: a new secret counts once it is confirmed, taking it away counts at once."""
_LOCKS = frozenset({
    "is_locked", "locked", "locked_until", "locked_at", "lockout_until", "lock_until", "locked_out", "is_locked_out", "account_locked",
    "is_blocked", "blocked_until", "blocked_at", "is_banned", "banned", "banned_until", "login_locked_until"
})  # fmt: skip
"""Attributes that keep somebody out."""
_UPDATING = frozenset({"update", "aupdate"})
"""Methods of a query that change all of its rows."""
_REVOKED = frozenset({"revoked", "is_revoked", "revoked_at", "disabled", "is_disabled", "blacklisted", "is_blacklisted"})
"""Attributes that make a token void."""
_SWITCHES = frozenset({
    "is_active", "active", "activated", "is_activated", "enabled", "is_enabled", "disabled", "is_disabled", "deactivated", "is_deactivated",
    "suspended", "is_suspended", "deactivated_at", "suspended_at"
})  # fmt: skip
"""Attributes that say whether somebody may log in at all."""
_SWITCHING_ON = frozenset({"activate", "reactivate", "enable", "approve", "restore", "unsuspend", "toggle"})
_OF_LINKS = frozenset({"confirm", "confirmation", "verify", "verification", "email", "token", "signup", "link", "code"})
"""Words of functions by which somebody confirms an address: no other changes the account."""
_OF_PERSONS = frozenset({"user", "users", "account", "accounts", "member", "members", "membership", "memberships", "person"})
"""Words of tables whose rows are somebody, or what somebody is in a group."""
_PEOPLE = frozenset({"person", "profile", "customer", "employee", "owner", "contact"})
"""Who is no account, but for what only an account has."""
_OFF = frozenset({"disabled", "deactivated", "suspended"})
_HELD = _RANKS | _OF_USERS | _OF_ROLES | _PASSWORDS
_DONE = _DELETING | _ADDING | _CREATING | _INTO_TABLES | _OUT_OF_TABLES
_WATCHED = _FACTORS | _FACTOR_SECRETS | _LOCKS | _REVOKED | _SWITCHES
_UNLOCKING = frozenset({"unlock", "unblock", "unban"})
_HASHING = frozenset({"hash", "hashed", "hashpw", "encrypt", "crypt", "bcrypt", "pbkdf2", "scrypt", "argon2", "digest", "make"})
_BEGINNING = frozenset({"create", "register", "signup", "add", "new", "init", "invite", "import", "provision"})


class Rows:
    """Tells changes of such rows from changes of others."""

    def __init__(self, follower: Follower) -> None:
        self._follower = follower
        self._names = follower.names
        self._known: dict[Module, bool] = {}
        self._touching = Answers(self._may_touch)

    def may_touch(self, fn: Fn) -> bool:
        """Whether a function may change such a row; told by its head."""
        return self._touching[fn]

    def _may_touch(self, fn: Fn) -> bool:
        stored = [store.name for store in fn.head.stores]
        if not _WATCHED.isdisjoint(stored):
            return True
        if _HELD.isdisjoint(stored) and _DONE.isdisjoint(fn.head.called):
            return False
        words = (*split(fn.head.name), *(word for part in fn.module.parts[-2:] for word in split(part)), *fn.head.params)
        return not _TELLING.isdisjoint(words) or (bool(fn.head.decorators) and self._knows(fn.module))

    def _knows(self, module: Module) -> bool:
        """Whether a module has a table of such rows by name: ``from shop.models import ApiToken``."""
        if module not in self._known:
            self._known[module] = any(
                name[:1].isupper() and not name.isupper() and _kind_of(name) for name in module.functions[0].body.final
            )
        return self._known[module]

    def forget(self) -> None:
        """Know nothing of any module."""
        self._known.clear()
        self._touching.clear()

    def changed(self, fn: Fn, step: Called | Stored) -> tuple[str, str]:
        """The event of a step and what it does, as a message has it; both ``""`` where it does nothing to such a row."""
        if not self.may_touch(fn):
            return "", ""
        return self._called(fn, step.node) if isinstance(step, Called) else self._stored(fn, step)

    def _called(self, fn: Fn, call: int) -> tuple[str, str]:
        record = fn.body.nodes[call]
        callee = fn.body.nodes[record[1]]
        if callee[0] == ir.ATTR and callee[2] in _INTO_TABLES | _OUT_OF_TABLES and (kind := self._of_table(fn, callee[1])):
            return _EVENTS[kind][callee[2] in _OUT_OF_TABLES], f"calls {callee[2]}()"
        if callee[0] == ir.ATTR and callee[2] == "delete" and (kind := self._of_set(fn, callee[1])):
            return _EVENTS[kind][1], "calls delete()"
        if callee[0] == ir.ATTR and callee[2] in _CREATING and (kind := self._of_class(fn, callee[1])):
            return _EVENTS[kind][0], f"calls {callee[2]}()"
        if callee[0] != ir.ATTR or (callee[2] not in _DELETING and callee[2] not in _ADDING):
            return "", ""
        if any(key == "commit" and fn.body.nodes[value][:2] == [ir.CONST, False] for key, value in record[3]):
            return "", ""  # it is kept later
        if callee[2] == "save" and (form := forms.saved(self._follower, fn, self._plain(fn, callee[1]))) is not None:
            kind = _kind_of(form.thing)
            new = form.makes or not _BEGINNING.isdisjoint((*split(form.thing), *form.about))
            return (_EVENTS[kind][0], "calls save()") if kind == "role" or (kind and new) else ("", "")
        made = record[2][0] if len(record[2]) == 1 and record[2][0] >= 0 else -1
        kept = self._is_store(fn, callee[1]) or (callee[2] in _ADDING and made >= 0 and self.is_made(fn, made))
        given = record[2][:1] if kept and record[2] and record[2][0] >= 0 else () if kept else (callee[1],)
        for row in given:
            kind = self.kind(fn, row)
            if not kind or (callee[2] in _ADDING and not (self._is_new(fn, row) if kept else self.is_made(fn, row))):
                continue
            void = kind == "token" and callee[2] in _ADDING and not _VOID.isdisjoint(self._words_of(fn, row))
            return _EVENTS[kind][callee[2] in _DELETING or void], f"calls {callee[2]}()"
        return "", ""

    def _words_of(self, fn: Fn, row: int) -> tuple[str, ...]:
        """Words of the class of a row that is made."""
        record = fn.body.nodes[self._plain(fn, row)]
        return tuple(split(self._follower.text(fn, record[1]))) if record[0] == ir.CALL else ()

    def _of_class(self, fn: Fn, owner: int) -> str:
        """``user`` or ``token`` where a row is made by its class: ``await User.create(**data)`` of Tortoise, peewee and the like."""
        name = self._follower.text(fn, owner).rpartition(".")[2]
        kind = _kind_of(name) if name[:1].isupper() and not name.isupper() else ""
        return kind if kind != "role" else ""

    def _of_table(self, fn: Fn, table: int) -> str:
        """The kind of a table that is an attribute or an item of its database: ``db.users``, ``db["users"]``; ``""`` for anything else."""
        record = fn.body.nodes[table]
        if record[0] not in (ir.ATTR, ir.ITEM) or not isinstance(record[2], str) or not self._is_store(fn, record[1]):
            return ""
        return _kind_of(record[2]) or _kind_of(record[2].removesuffix("s"))

    def _of_set(self, fn: Fn, node: int) -> str:
        """The kind of the rows of a set of pydal's: ``db(db.auth_user.id == number)``; ``""`` for anything else."""
        record = fn.body.nodes[node]
        if record[0] != ir.CALL or not record[2] or record[2][0] < 0 or not self._is_store(fn, record[1]):
            return ""
        asked = fn.body.nodes[record[2][0]]
        columns = [fn.body.nodes[one] for one in asked[2]] if asked[0] == ir.COND else [asked]
        tables = [fn.body.nodes[column[1]] for column in columns if column[0] == ir.ATTR]
        return next((kind for table in tables if table[0] == ir.ATTR and (kind := _kind_of(str(table[2])))), "")

    def is_update(self, fn: Fn, callee: int) -> bool:
        """Whether a call gives new values of persons: ``update(User).where(...).values``, ``User.filter(...).update``."""
        record = fn.body.nodes[callee]
        if record[0] == ir.ATTR and record[2] in _UPDATING and fn.body.nodes[record[1]][0] == ir.CALL:
            table = next((name for name in named(fn, record[1], 12) if name[:1].isupper() and not name.isupper()), "")
            return _kind_of(table) == "user"
        if record[0] != ir.ATTR or record[2] != "values":
            return False
        while record[0] in (ir.ATTR, ir.CALL):
            if record[0] == ir.CALL and named(fn, record[1])[:1] == ["update"] and record[2] and record[2][0] >= 0:
                return not _OF_PERSONS.isdisjoint(split(self._follower.text(fn, record[2][0]).rpartition(".")[2]))
            record = fn.body.nodes[record[1]]
        return False

    def _is_store(self, fn: Fn, owner: int) -> bool:
        return not _STORES.isdisjoint(split(self._follower.text(fn, owner).removesuffix("()").rpartition(".")[2])[-1:])

    def _stored(self, fn: Fn, step: Stored) -> tuple[str, str]:
        store = fn.head.stores[step.position]
        if store.owner in ("", "self", "cls") or _KEEPING.isdisjoint(fn.head.called) or not _BEGINNING.isdisjoint(split(fn.name)[:2]):
            return "", ""
        kind = self._by_name(fn, store.owner.rpartition(".")[2])
        person = not _PEOPLE.isdisjoint(split(store.owner.rpartition(".")[2])[-1:])
        event = ""
        if kind == "user" and store.name in _PASSWORDS and self._is_password(fn, store.value):
            event = "" if self._is_somebody_new(fn, store.owner) else "authn_password_change"
        elif (kind == "user" or person) and (store.name in _FACTORS or (store.name in _FACTOR_SECRETS and self._is_empty(fn, store.value))):
            event = "authn_mfa_change"
        elif (kind == "user" or person) and store.name in _LOCKS:
            lifted = self._is_empty(fn, store.value)  # elsewhere that is a part of a login
            event = "authn_login_lock" if not lifted or not _UNLOCKING.isdisjoint(split(fn.name)) else ""
        elif kind == "user" and store.name in _SWITCHES and self._is_switched(fn, store.name, store.value):
            event = "user_updated"
        elif kind == "token" and store.name in _REVOKED and not self._is_empty(fn, store.value):
            event = "authn_token_revoked"
        elif self._is_rank(store.owner, store.name) or store.name in {"user": _OF_USERS, "role": _OF_ROLES}.get(kind, ()):
            event = "privilege_permissions_changed"
        return (event, f"sets {store.owner}.{store.name}") if event else ("", "")

    @staticmethod
    def _is_rank(owner: str, name: str) -> bool:
        """Whether an attribute says what a member may do: ``member.group``."""
        return name in _RANKS and not _OF_SOMETHING.isdisjoint(split(owner.rpartition(".")[2])[-1:])

    def _is_somebody_new(self, fn: Fn, owner: str) -> bool:
        """Whether a function makes the one who gets a password: ``User(...)``; it is the first."""
        about = {*split(owner), "user", "account"}
        names = (self._follower.text(fn, fn.body.nodes[call][1]).rpartition(".")[2] for call in fn.body.calls)
        return any(name[:1].isupper() and not about.isdisjoint(split(name)) for name in names)

    def _is_switched(self, fn: Fn, name: str, value: int) -> bool:
        """Whether somebody is switched off, or over; on only where the function says so, and is not that of a link in an e-mail."""
        record = fn.body.nodes[self._plain(fn, value)] if value >= 0 else [ir.OPAQUE]
        off = not _OFF.isdisjoint(split(name))
        words = split(fn.name)
        if record[0] == ir.CONST and bool(record[1]) != off:
            return not _SWITCHING_ON.isdisjoint(words) and _OF_LINKS.isdisjoint(words)
        return _OF_LINKS.isdisjoint(words)

    def _is_empty(self, fn: Fn, value: int) -> bool:
        """Whether nothing, or a no, is stored."""
        record = fn.body.nodes[self._plain(fn, value)] if value >= 0 else [ir.OPAQUE]
        return bool(record[0] == ir.CONST and not record[1])

    def _is_password(self, fn: Fn, value: int) -> bool:
        """Whether a new password is stored: hashed here, or in a function that is about that."""
        record = fn.body.nodes[self._plain(fn, value)]
        if record[0] == ir.CALL and not _HASHING.isdisjoint(split(self._follower.text(fn, record[1]).rpartition(".")[2])):
            return True
        return record[0] != ir.CONST and not {"password", "passwd", "pwd"}.isdisjoint(split(fn.head.name))

    def is_made(self, fn: Fn, row: int) -> bool:
        """Whether a class of rows is called in this very function."""
        record = fn.body.nodes[self._plain(fn, row)]
        if record[0] == ir.CALL and self._is_of_a_form(fn, record[1]):
            return True
        owner, _, name = self._follower.text(fn, record[1]).rpartition(".") if record[0] == ir.CALL else ("", "", "")
        name = owner.rpartition(".")[2] if name in _MAKING else name  # Report.get_or_create(...)
        return name[:1].isupper() and not name.isupper()

    def _is_of_a_form(self, fn: Fn, callee: int) -> bool:
        """Whether a row is made of what a form was sent: ``token = form.save(commit=False)``."""
        record = fn.body.nodes[callee]
        form = forms.saved(self._follower, fn, self._plain(fn, record[1])) if record[0] == ir.ATTR and record[2] == "save" else None
        return form is not None and form.makes

    def is_who_asks(self, fn: Fn, row: int) -> bool:
        """Whether a row is who is logged in, who is nobody new."""
        return self._follower.text(fn, row).endswith(_WHO_ASKS)

    def _is_new(self, fn: Fn, row: int) -> bool:
        """Whether what a store is given can be a new row: made here, or of unknown origin in a function that is about new ones."""
        return not self.is_who_asks(fn, row) and self._may_be_new(fn, row)

    def _may_be_new(self, fn: Fn, row: int) -> bool:
        return self.is_made(fn, row) or not _BEGINNING.isdisjoint(split(fn.name)) or fn.name == "post"

    def kind(self, fn: Fn, row: int) -> str:
        """``token``, ``user``, ``role`` or ``""``: by its class, the table that it was asked from, or its name."""
        entity = self._names.entity(fn, row)
        if entity is not None and entity[0] == "inst":
            return _kind_of(entity[1].name)
        plain = self._plain(fn, row)
        if fn.body.nodes[plain][0] == ir.CALL and (loaded := self._loaded(fn, fn.body.nodes[plain][1])):
            return _kind_of(loaded)
        if fn.body.nodes[plain][0] == ir.CALL:
            classes = [name for name in named(fn, plain, 12) if name[:1].isupper() and not name.isupper()]
            if classes:
                return _kind_of(classes[0])
        text = self._follower.text(fn, row)
        return self._by_name(fn, text.removesuffix("()").rpartition(".")[2]) if text != "..." else ""

    def _loaded(self, fn: Fn, callee: int) -> str:
        """What a schema makes a row of: ``Account`` of ``AccountSchema().load(request.get_json())``, ``""`` for any other call."""
        record = fn.body.nodes[callee]
        if record[0] != ir.ATTR or record[2] != "load":
            return ""
        entity = self._names.entity(fn, record[1])
        made = fn.body.nodes[self._plain(fn, record[1])]
        text = self._follower.text(fn, made[1]) if made[0] == ir.CALL else ""
        name = entity[1].name if entity is not None and entity[0] == "inst" else text.rpartition(".")[2]
        return str(name).removesuffix("Schema") if str(name).endswith("Schema") else ""

    def _by_name(self, fn: Fn, name: str) -> str:
        if name in _ANYTHING:
            words = [word for word in split(fn.owner.name if fn.owner is not None else fn.name) if word not in _OF_CLASSES]
            return _kind_of("_".join(words))
        if name in _VAGUE:
            return _kind_of(fn.name)
        return _kind_of("user" if name == "userobj" else name)

    @staticmethod
    def _plain(fn: Fn, node: int) -> int:
        for _ in range(8):
            record = fn.body.nodes[node]
            if record[0] == ir.VAR:
                node = record[2]
            elif record[0] in (ir.TOUCHED, ir.CHECKED, ir.SET):
                node = record[1]
            elif record[0] == ir.UNION and record[1]:
                node = record[1][-1]
            else:
                break
        return node


def _kind_of(name: str) -> str:
    words = split(name)
    while words and words[-1] in _ENDINGS:
        words = words[:-1]
    if not _OTHERS.isdisjoint(words):
        return ""
    if words[-1:] == ("member",) and not _OF_MEMBERS.isdisjoint(words[:-1]):
        return "role"  # somebody who is known is in a group
    if words[-1:] == ("group",) and not _OF_THINGS.isdisjoint(words[-2:-1]):
        return ""
    return _KINDS.get(words[-2:], "") or _KINDS.get(words[-1:], "")
