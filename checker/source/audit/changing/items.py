"""Rows that are dictionaries: ``user["admin"] = True``, and then ``store.save(user)``, as those keep them who have a document database."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.hints import Hints
from checker.source import ir
from checker.source.audit.deciding.verifying.providers import SESSION_USER
from checker.source.audit.signs.promises import becomes_another, is_login, is_logout, updates
from checker.source.flow.literal import unnamed
from checker.source.ir.ways import Put
from checker.source.lexicon.words import Answers, once, split
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

_EVENTS = {
    "privilege_permissions_changed": (
        "admin", "is_admin", "superuser", "is_superuser", "is_staff", "role", "roles", "groups", "permissions", "access_level"
    ),
    "authn_password_change": ("password", "password_hash", "hashed_password", "passwd", "pw_hash"),
    "authn_mfa_change": ("otp_sk", "totp_secret", "otp_secret", "mfa_secret", "totp_enabled", "otp_enabled", "mfa_enabled"),
    "authn_login_lock": ("locked", "is_locked", "banned", "is_banned", "blocked", "is_blocked"),
    "user_updated": ("is_active", "disabled", "is_disabled", "suspended", "deactivated"),
}  # fmt: skip
_KEYS = {key: event for event, keys in _EVENTS.items() for key in keys}
_HINTS = Hints(*(key.encode() for key in _KEYS))
_PERSONS = frozenset({"user", "account", "member", "usr", "person"})
_FORMS = frozenset(
    {"data", "doc", "document", "record", "row", "dict", "info", "obj", "db", "existing", "target", "current", "cur", "updated"}
)
"""Words beside it that say in which form somebody is at hand."""
_KEEPING = frozenset(
    {"save", "asave", "update", "update_one", "replace_one", "replace", "put", "put_item", "set", "write", "store", "upsert",
     "sqlmodel_update"}
)  # fmt: skip
_UPDATING = frozenset({"update", "update_one", "patch", "sqlmodel_update"})
_ABOVE = "super()"
"""What keeps the users of a class that keeps them: ``class CRUDUser(CRUDBase): def update(...): super().update(db, changes)``."""
LOGGED_IN = SESSION_USER | {"authenticated", "is_authenticated", "is_logged_in", "loggedin", "current_user"}
SESSIONS = frozenset({"session", "sess"})
"""What a session is called; FastHTML gives a route its own by the second name: https://fastht.ml/docs/tutorials/quickstart_for_web_devs.html"""
_OFSESSIONS = ("session", "key")
"""That of CherryPy's own example: https://github.com/cherrypy/tools/blob/master/AuthenticationAndAccessRestrictions"""
_WHO = frozenset({"user", "username", "userid", "uid", "account", "login", "auth", "identity", "member"})
_LOGINS = frozenset({"login", "signin", "authenticate"})
"""Words of functions that log somebody in; those that a provider sends somebody back to are known by `is_login`."""
_OTHER_FACTORS = Hints(b"otp", b"mfa", b"2fa", b"two_factor", b"second_factor")
_TABLES = frozenset({"user", "users", "account", "accounts", "member", "members"})
_BEGINNING = frozenset(
    {"create", "register", "signup", "add", "new", "init", "import", "provision", "load", "get", "to", "serialize", "make"}
)


class Items:
    """Tells changes of such rows."""

    def __init__(self, follower: Follower) -> None:
        self._follower = follower
        self._touching = Answers(self._may_touch)

    def may_touch(self, fn: Fn) -> bool:
        """Whether a function may change such a row; told by its head and its encoded body."""
        return self._touching[fn]

    def forget(self) -> None:
        """Know nothing of any function."""
        self._touching.clear()

    def _may_touch(self, fn: Fn) -> bool:
        if (is_logout(fn.name) or _logs_in(fn.name)) and (b"session" in fn.data or not SESSIONS.isdisjoint(fn.head.params)):
            return True
        called = fn.head.called
        if (_KEEPING.isdisjoint(called) and not any(map(updates, called))) or not _BEGINNING.isdisjoint(split(fn.name)[:1]):
            return False
        return _HINTS.within(fn.data)

    def changed(self, fn: Fn, step: Put) -> tuple[str, str]:
        """The event of a step and what it does, as a message has it; both ``""`` where it does nothing to such a row."""
        if (step.key in SESSION_USER or _is_somebodys(step.key)) and is_logout(fn.name) and self._is_emptied(fn, step):
            return "session_logout", f'empties session["{step.key}"]'
        if step.key in SESSIONS and is_logout(fn.name) and _is_nothing(fn, step.value):  # request.scope["session"] = {}
            return "session_logout", f'empties ["{step.key}"]'
        if step.key in LOGGED_IN and _logs_in(fn.name) and self._is_filled(fn, step):
            return "authn_login_success", f'sets session["{step.key}"]'
        event = _KEYS.get(step.key, "")
        if not event or step.value < 0 or not self.may_touch(fn):
            return "", ""
        name = self._follower.text(fn, step.owner).rpartition(".")[2]
        words = [word for word in split(name) if word not in _FORMS]
        if (len(words) != 1 or words[0] not in _PERSONS) and not self._is_given(fn, name):
            return "", ""
        value = fn.body.nodes[unnamed(fn, step.value)]
        if event == "authn_password_change" and value[0] == ir.CONST:
            return "", ""  # it is hidden before somebody sees the row
        if event in ("authn_login_lock", "user_updated") and value[0] == ir.CONST and not value[1] and step.key != "is_active":
            return "", ""
        return event, f'sets {name}["{step.key}"]'

    def _is_given(self, fn: Fn, name: str) -> bool:
        """Whether somebody is given what a dictionary holds: ``users.update_user(number, changes)``."""
        for call in fn.body.calls:
            record = fn.body.nodes[call]
            owner, _, called = self._follower.text(fn, record[1]).rpartition(".")
            of_users = split(fn.owner.name) if owner == _ABOVE and fn.owner is not None else split(owner.rpartition(".")[2])
            if not updates(called) and (called not in _UPDATING or _TABLES.isdisjoint(of_users)):
                continue
            given = (value for value in (*record[2], *(value for _, value in record[3])) if value >= 0)
            if any(self._follower.text(fn, value).rpartition(".")[2] == name for value in given):
                return True
        return False

    def _is_filled(self, fn: Fn, step: Put) -> bool:
        """Whether a session is told who is logged in, of whom nothing else is asked: ``session["user_id"] = user.id``."""
        if step.value < 0 or self._follower.text(fn, step.owner).rpartition(".")[2] not in SESSIONS or _OTHER_FACTORS.within(fn.data):
            return False
        value = fn.body.nodes[unnamed(fn, step.value)]
        return value[0] != ir.CONST or bool(value[1])

    def _is_emptied(self, fn: Fn, step: Put) -> bool:
        """Whether who is logged in is taken out of a session: ``session["username"] = None``, ``del session["username"]``."""
        value = fn.body.nodes[unnamed(fn, step.value)] if step.value >= 0 else [ir.CONST, None]
        return self._is_session(fn, step.owner) and value[0] == ir.CONST and not value[1]

    def _is_session(self, fn: Fn, owner: int) -> bool:
        """Whether something is put into a session, under its own name or a shorter one: ``sess = cherrypy.session``."""
        return any(self._follower.text(fn, one).rpartition(".")[2] in SESSIONS for one in (owner, unnamed(fn, owner)))


def _is_nothing(fn: Fn, value: int) -> bool:
    """Whether a value is ``{}`` or ``None``."""
    record = fn.body.nodes[unnamed(fn, value)] if value >= 0 else [ir.OPAQUE]
    return (record[0] == ir.DICT and not record[1]) or (record[0] == ir.CONST and record[1] is None)


@once
def _logs_in(name: str) -> bool:
    """Whether a function of that name logs somebody in, and nobody out, or lets who is logged in act as somebody else."""
    return (not _LOGINS.isdisjoint(split(name)) or is_login(name) or becomes_another(name)) and not is_logout(name)


def _is_somebodys(key: str) -> bool:
    """Whether a key, or a constant that holds it, is that under which a session keeps who is logged in: ``del session[USER_KEY]``."""
    return not _WHO.isdisjoint(split(key)) or split(key) == _OFSESSIONS
