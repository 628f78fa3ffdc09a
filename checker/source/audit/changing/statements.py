"""Statements of SQL that change who may log in and what they may do: ``cursor.execute("UPDATE users SET role = ? WHERE id = ?", ...)``."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from checker import patterns as re
from checker.source import ir
from checker.source.audit.changing.column_names import FACTOR_SECRETS, FACTORS, KEYS, LOCKS, OF_LINKS, PASSWORDS, REVOKED, SWITCHES
from checker.source.audit.changing.kinds import RIGHTS, kind_of
from checker.source.audit.signs.promises import is_logout
from checker.source.flow.literal import unnamed
from checker.source.lexicon.words import once, split
from checker.source.names.elements import Fn
from checker.vocabulary import Change

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

_RUNNING = frozenset({
    "execute", "executemany", "executescript", "exec", "run", "query", "fetchone", "fetch_one", "fetchrow", "fetchval", "fetch_val",
    "execute_query", "execute_sql", "run_query", "raw", "sql", "commit_query", "exec_driver_sql"
})  # fmt: skip
_SESSIONS = ("session", "sessions")
"""Tables of those who are logged in."""
_WRITES = re.compile(rb"(?i)(?:insert\s{1,20}into|delete\s{1,20}from|update)\s")
_STATEMENT = re.compile(
    r"\s{0,40}(?P<verb>insert\s{1,20}into|delete\s{1,20}from|update)\s{1,20}(?P<table>[\w.\"`\[\]]{1,80})(?P<rest>.{0,2000})",
    re.IGNORECASE | re.DOTALL,
)
_SET = re.compile(r"([a-z_0-9]{1,60})[\"`\]]?\s{0,5}=\s{0,5}([\w'?%:$]{0,20})")
_COLUMNS = re.compile(r"\s{0,20}\(([^()]{1,600})\)")
_WHERE = re.compile(r"\bwhere\b")
_OFF = frozenset({"0", "false", "'0'", "null"})
_LOGINS = PASSWORDS | {"email", "username", "login", "role", "is_admin"}
"""Columns of somebody who has an account here; a chat's partner has none of them."""
_STATES = REVOKED | {"is_active", "active", "enabled", "is_valid", "valid"}
"""Columns that say whether a token still lets anybody in."""
_KEYS = (KEYS - {"auth_token", "access_token"}) | {"key_hash", "token_hash"}
"""Without those by which what another provider gave is kept too."""
_OF_KEYS = frozenset({"key", "keys", "credential", "credentials"})
_ASIDE = frozenset({
    "init", "initialize", "seed", "migrate", "migration", "setup", "bootstrap", "ensure", "upgrade", "downgrade", "demo", "default",
    "populate", "clean", "cleanup", "prune", "purge", "expire", "expired", "sync", "import", "restore"
})  # fmt: skip
"""Words of functions that set a database up, or tidy it."""


class Statements:
    """Reads them."""

    def __init__(self, follower: Follower, stores: Mapping[str, Change]) -> None:
        self._follower = follower
        self._stores = stores

    @staticmethod
    def may_touch(fn: Fn) -> bool:
        """Whether a function may run one; told by its head and its encoded body."""
        if not any(map(_runs, fn.head.called)) or not _ASIDE.isdisjoint(split(fn.name)):
            return False
        return _WRITES.search(fn.data) is not None

    def changed(self, fn: Fn, call: int) -> tuple[str, str] | None:
        """The event of a call that runs a statement, and what it does, as a message has it."""
        record = fn.body.nodes[call]
        callee = fn.body.nodes[record[1]]
        name = callee[2] if callee[0] == ir.ATTR else callee[1] if callee[0] == ir.GLOBAL else ""
        if not _runs(name) or not record[2] or record[2][0] < 0 or not self.may_touch(fn):
            return None
        found = _STATEMENT.match(_text(fn, record[2][0]))
        if found is None:
            return None
        table = found["table"].rpartition(".")[2].strip('"`[]').lower()
        verb, rest = found["verb"].split()[0].lower(), found["rest"].lower()
        gone = verb == "delete" and is_logout(fn.name) and table.rpartition("_")[2] in _SESSIONS
        event = self._inserted(table, rest) if verb == "insert" else _deleted(table) if verb == "delete" else self._updated(fn, table, rest)
        event = "session_logout" if gone else event
        return (event, f"calls {name}({found['verb'].split()[0].upper()} ... {table})") if event else None

    def _inserted(self, table: str, rest: str) -> str:
        listed = _COLUMNS.match(rest)
        columns = {one.strip(' \n\t"`[]') for one in listed[1].split(",")} if listed is not None else set()
        kind = _kind(table)
        if kind == "user":
            return "user_created" if not _LOGINS.isdisjoint(columns) and "on conflict" not in rest else ""
        if kind == "token" or (not kind and not _KEYS.isdisjoint(columns) and not _STATES.isdisjoint(columns)):
            return "authn_token_created"
        return RIGHTS if kind == "role" and _joins(table) else ""

    def _updated(self, fn: Fn, table: str, rest: str) -> str:
        kind = _kind(table)
        given, *where = _WHERE.split(rest, 1)
        if kind == "user":
            return next((event for column, value in _SET.findall(given) if (event := self._of_column(fn, column, value))), "")
        if kind == "token" or (not kind and where and any(column in _KEYS for column, _ in _SET.findall(where[0]))):
            states = {column: value for column, value in _SET.findall(given) if column in _STATES}
            on = any(
                ("active" in column or "enabled" in column) and value not in _OFF and value.isalnum() for column, value in states.items()
            )
            return "authn_token_created" if on else "authn_token_revoked" if states else ""
        if not kind and not _OF_KEYS.isdisjoint(split(table)[-1:]) and any(column in REVOKED for column, _ in _SET.findall(given)):
            return "authn_token_revoked"  # nothing but what opens something is revoked
        return ""

    def _of_column(self, fn: Fn, column: str, value: str) -> str:
        """What it is to give a person's row a new value of a column."""
        if column in PASSWORDS:
            return "authn_password_change"
        if column in FACTORS | FACTOR_SECRETS:
            return "authn_mfa_change"
        if column in _KEYS:
            return "authn_token_created"
        if column in LOCKS:
            return "authn_login_lock" if value not in _OFF else ""  # that it is over is a part of a login
        if column in SWITCHES:
            return "user_updated" if OF_LINKS.isdisjoint(split(fn.name)) else ""
        entry = self._stores.get(column)
        return entry.event if entry is not None else RIGHTS if column == "role" else ""


@once
def _runs(name: str) -> bool:
    """Whether a call of that name runs a statement; projects name their own after the cursor's: ``await db.execute_update(...)``."""
    return name in _RUNNING or "execute" in split(name)


def _deleted(table: str) -> str:
    kind = _kind(table)
    if kind == "role":
        return RIGHTS if _joins(table) else ""
    return {"user": "user_deleted", "token": "authn_token_revoked"}.get(kind, "")


def _kind(table: str) -> str:
    return kind_of(table.removesuffix("s")) or kind_of(table)


def _joins(table: str) -> bool:
    """Whether a table tells who has which role: ``user_roles``; a role that is made known nobody has."""
    words = frozenset(word.removesuffix("s") for word in split(table))
    return bool(words & {"role", "permission", "group"}) and ("user" in words or {"role", "permission"} <= words)


def _text(fn: Fn, node: int) -> str:
    """The text of a statement, with a question mark for what it is given: that of ``text("...")``, and of parts that are joined; a template
    of ``format()`` as it stands."""
    record = fn.body.nodes[unnamed(fn, node)]
    callee = fn.body.nodes[record[1]] if record[0] == ir.CALL else record
    if record[0] == ir.CALL and callee[0] == ir.ATTR and callee[2] == "format":
        record = fn.body.nodes[unnamed(fn, callee[1])]
    elif record[0] == ir.CALL and len(record[2]) == 1 and record[2][0] >= 0:  # sqlalchemy.text("UPDATE ...")
        record = fn.body.nodes[unnamed(fn, record[2][0])]
    if record[0] == ir.JOIN:
        parts = (fn.body.nodes[one] for one in record[1][:20] if one >= 0)
        return "".join(part[1] if part[0] == ir.CONST and isinstance(part[1], str) else "?" for part in parts)
    return record[1] if record[0] == ir.CONST and isinstance(record[1], str) else ""
