"""Functions that are called after what somebody did: they keep it."""

from __future__ import annotations

_LOGINS = frozenset({"login", "logins", "auth", "authentication", "signin"})
_FAILED = frozenset({"failed", "failure", "fail", "attempt", "attempts", "failures"})
_ASKING = frozenset({"is", "has", "get", "check", "count", "list"})
_DOINGS = frozenset({"action", "actions", "activity", "activities", "event", "events", "operation", "access", "login", "logout", "change"})
"""Last words of functions that put into a table what somebody did: ``log_admin_action()``."""
_DONE = frozenset({"deleted", "created", "changed", "updated", "removed", "added", "granted", "revoked", "locked", "failed", "denied"})
"""Words of such functions that say what was done: ``record_user_deleted_by_staff()``."""


def tells_of_doings(words: tuple[str, ...]) -> bool:
    """Whether a function is called after a login that failed, or what somebody did: ``add_login_attempt``, ``log_admin_action``."""
    if words[:1] in (("log",), ("record",)) and (words[-1] in _DOINGS or not _DONE.isdisjoint(words)):
        return True
    return not _LOGINS.isdisjoint(words) and not _FAILED.isdisjoint(words) and _ASKING.isdisjoint(words[:1])
