"""Somebody who is looked up by name and password at once: ``User.query.filter_by(name=name, password=password).first()``, or by a
statement of SQL that asks for both; nobody is found where the login fails.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker import patterns as re
from checker.source import ir
from checker.source.audit.deciding.refusing.breakdowns import texts
from checker.source.audit.deciding.verifying import looked_up
from checker.source.flow.literal import unnamed
from checker.source.names.elements import Fn
from checker.vocabulary import Verifier

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

_LOGIN = Verifier(event="authn_login_fail", raises=False)
_PASSWORDS = frozenset({"password", "passwd", "pwd", "password_hash", "hashed_password", "passwordhash", "user_password", "userpassword"})
_FINDING = looked_up.FINDING | {"exists", "filter", "filter_by", "find", "fetchall", "fetchrow", "all"}
_RUNNING = frozenset({"execute", "query", "fetchone", "fetch_one", "fetchrow", "run"})
_COMPARES = frozenset({"check_password", "acheck_password"})
_HINTS = (b"assw", b"pwd")
_BOTH = re.compile(
    r"(?is)^\s{0,40}select\b.{0,600}\bwhere\b.{0,600}\b(?:password|passwd|pwd|user_?password|password_?hash|hashed_password)\b[\"`\]\s]{0,5}="
)


def may_ask(fn: Fn) -> bool:
    """Whether a function may look somebody up by a code or a password; told by its head and its encoded body."""
    if looked_up.may_ask(fn):
        return True
    return not _FINDING.isdisjoint(fn.head.called) and any(map(fn.data.__contains__, _HINTS))


def entry(follower: Follower, fn: Fn, node: int) -> Verifier | None:
    """What stands for a look-up where a verifier is asked for: one by a code of a link, or by a password; ``None`` for any other call."""
    if looked_up.asked(follower, fn, node):
        return looked_up.LINK
    return _LOGIN if _asked(follower, fn, node) else None


def _asked(follower: Follower, fn: Fn, node: int) -> bool:
    record = fn.body.nodes[node]
    if record[0] != ir.CALL or follower.text(fn, record[1]).rpartition(".")[2] not in _FINDING:
        return False
    columns = set(looked_up.columns(fn, node))
    if not _PASSWORDS.isdisjoint(columns) and len(columns) > 1:
        return True
    statement = _statement(follower, fn, node)
    return statement >= 0 and _BOTH.match("?".join(texts(fn, statement))) is not None


def _statement(follower: Follower, fn: Fn, node: int) -> int:
    """The statement whose rows a call gives: its own first argument, that of the call before it, or that of the cursor's last one."""
    at = node
    for _ in range(3):
        record = fn.body.nodes[at]
        if record[0] != ir.CALL:
            break
        if record[2] and record[2][0] >= 0 and follower.text(fn, record[1]).rpartition(".")[2] in _RUNNING:
            return int(record[2][0])
        callee = fn.body.nodes[record[1]]
        at = unnamed(fn, callee[1]) if callee[0] == ir.ATTR else -1
        if at < 0:
            return -1
    return _last_run(follower, fn, node)


def _last_run(follower: Follower, fn: Fn, node: int) -> int:
    """The statement that a cursor ran last before it is asked for rows: ``cursor.execute("SELECT ...")``, ``cursor.fetchone()``."""
    callee = fn.body.nodes[fn.body.nodes[node][1]]
    owner = follower.text(fn, callee[1]) if callee[0] == ir.ATTR else ""
    runs = [call for call in fn.body.calls if call < node and follower.text(fn, fn.body.nodes[call][1]) == f"{owner}.execute"]
    record: ir.Node = fn.body.nodes[max(runs)] if owner and runs else [ir.OPAQUE]
    return int(record[2][0]) if record[0] == ir.CALL and record[2] and record[2][0] >= 0 else -1


def sends_no_signal(follower: Follower, fn: Fn, call: int) -> bool:
    """Whether a call compares a password without any signal of its failure, as ``authenticate()`` of Django sends:
    ``request.user.check_password(given)``."""
    record = fn.body.nodes[call] if call >= 0 else [ir.OPAQUE]
    return bool(record[0] == ir.CALL) and follower.text(fn, record[1]).rpartition(".")[2] in _COMPARES
