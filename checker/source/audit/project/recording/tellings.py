"""What tells of somebody's doing by how it is called: a logger of security events, a row that keeps a log, a table of who did what."""

from __future__ import annotations

from checker.source import ir
from checker.source.audit.project.registering.bus import PUBLISHING
from checker.source.lexicon.words import split
from checker.source.names.elements import Fn

_OF_OWASP = ("authn_", "authz_", "privilege_permissions_changed", "user_created", "user_updated", "user_deleted", "session_", "sys_")
"""How the names of the vocabulary's events begin."""
_LOGGERS = frozenset({"log", "logger", "logging", "audit", "auditor", "security", "owasp", "siem"})
_ROWS_WITH_LOGS = frozenset({"user", "account", "member", "group", "role", "token", "key", "event", "organization", "project", "team"})
"""Last words of rows of which a project keeps a history."""
_EVENTS = frozenset({"event", "events", "eventstore", "eventlog"})
_LEAST_TOLD = 2
"""Arguments of a record at least: what happened, and of what kind it is."""
_PUT = frozenset({"create", "acreate"})
_DONE_WHAT = frozenset({
    "action", "action_flag", "action_type", "activity", "activity_type", "event_type", "verb", "operation", "operate", "operation_type"
})  # fmt: skip
_BY_WHOM = frozenset({
    "user", "actor", "author", "by", "created_by", "performed_by", "user_id", "actor_id", "created_by_id", "operator",
    "operator_id", "username"
})  # fmt: skip
_KEPT = frozenset({"log", "logs", "logging", "history", "trail", "journal"})
"""Last words of classes of rows that are there to be kept."""
_OF_RIGHTS = frozenset({"permission", "permissions", "right", "rights", "grant", "grants", "rule", "rules", "acl", "policy", "policies"})
"""Words of tables of what somebody may do."""


def _is_an_event(owner: str, name: str) -> bool:
    """Whether a logger of security events is told one by its name: ``current_app.owasp_logger.authn_login_fail(userid=...)``.

    https://cheatsheetseries.owasp.org/cheatsheets/Logging_Vocabulary_Cheat_Sheet.html
    """
    if not name.startswith(_OF_OWASP):
        return False
    words = split(owner.removesuffix("()").rpartition(".")[2])
    return not _LOGGERS.isdisjoint(words)


def tells_who(fn: Fn, call: ir.Node, owner: str, name: str) -> bool:
    """Whether a call tells of somebody's doing."""
    return _is_an_event(owner, name) or _of_a_row(fn, call, owner, name) or _of_a_table(fn, call, owner, name) or _of_a_log(call, name)


def keeps_events(owner: str, name: str) -> bool:
    """Whether a call hands an event to what a project keeps its events by: ``EventStream.dispatch("auth.logout", user=user.name)``."""
    return name in PUBLISHING and not _EVENTS.isdisjoint(split(owner.removesuffix("()").rpartition(".")[2]))


def _of_a_row(fn: Fn, call: ir.Node, owner: str, name: str) -> bool:
    """Whether a row's own log is told what was done with it: ``user.log(LogKind.positive, "Groups", f"Added to {group}")``."""
    of_class = owner == "self" and fn.owner is not None  # class Team: self.log(by, "invited", email)
    kept = not _ROWS_WITH_LOGS.isdisjoint(split(fn.owner.name if of_class and fn.owner is not None else owner.rpartition(".")[2])[-1:])
    if name != "log" or not kept or len(call[2]) < _LEAST_TOLD:
        return False
    given = (fn.body.nodes[one] for one in call[2] if one >= 0)
    return any(one[0] == ir.JOIN or (one[0] == ir.CONST and isinstance(one[1], str)) for one in given)


def _of_a_log(call: ir.Node, name: str) -> bool:
    """Whether a row of a class that is called a log tells who did what: ``Log(menu="Users", operate="Delete", user=user, ...).save()``."""
    keys = {key for key, _ in call[3]}
    kept = name[:1].isupper() and not _KEPT.isdisjoint(split(name)[-1:])
    return kept and not _DONE_WHAT.isdisjoint(keys) and not _BY_WHOM.isdisjoint(keys)


def _of_a_table(fn: Fn, call: ir.Node, owner: str, name: str) -> bool:
    """Whether a row tells who did what, ``project.change_set.create(action=Action.REMOVE_USER, user=request.user)``, and gives no right."""
    keys = {key for key, _ in call[3]}
    if name not in _PUT or _DONE_WHAT.isdisjoint(keys) or _BY_WHOM.isdisjoint(keys) or not _OF_RIGHTS.isdisjoint(split(owner)):
        return False
    what = next(fn.body.nodes[value] for key, value in call[3] if key in _DONE_WHAT)
    return bool(what[0] == ir.ATTR and str(what[2]).isupper()) or (what[0] == ir.CONST and isinstance(what[1], str))
