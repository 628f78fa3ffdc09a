"""What a function's own name promises to change: ``delete_user``, ``logout``, ``class UserView: def delete(self, ...)``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.source import ir
from checker.source.audit.changing import generic, wallets
from checker.source.audit.changing.kinds import OF_PERSONS, is_beside, kind_of
from checker.source.audit.changing.named_calls import NOT_SET, SENDING
from checker.source.audit.changing.rows import Rows
from checker.source.audit.project.callers.around import Around
from checker.source.audit.signs.promises import answers_for, installs, is_asking, is_elsewhere, is_logout, made_by, row_of, signs_up
from checker.source.lexicon.words import split
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.audit.signs.terms import Terms
    from checker.source.flow.backwards import Follower

_MUTATING = frozenset(
    {"save", "delete", "create", "commit", "execute", "insert", "update", "remove", "bulk_create", "bulk_update", "add", "asave", "adelete",
     "acreate", "store", "merge", "append"}
)  # fmt: skip
_ENDING = frozenset({
    "clear", "flush", "delete_cookie", "pop", "invalidate", "destroy", "delete", "clear_cookie", "remove", "logout", "expire",
    "set_cookie", "clear_all_cookies", "remove_session", "end_session", "destroy_session", "forget", "clear_session", "delete_session"
})  # fmt: skip
_REGISTERING = frozenset({"save", "create_user"})
_VERBS = {
    "create": frozenset({"post", "create", "perform_create", "pre_add"}),
    "delete": frozenset({"delete", "destroy", "perform_destroy", "remove"}),
}
MADE = frozenset(name for names in _VERBS.values() for name in names)
"""Names of methods that make or delete the row that their view's class is called after."""
_CARRIED_OUT = {
    "create": frozenset({"save", "create", "perform_create", "add", "commit"}),
    "delete": frozenset({"delete", "destroy", "perform_destroy", "remove"}),
}
_VIEWS = ("View", "ViewSet", "API", "APIView", "Resource", "Endpoint", "Handler")


class Own:
    """Reads what functions are called."""

    def __init__(self, follower: Follower, terms: Terms, around: Around, rows: Rows) -> None:
        self._follower = follower
        self._terms = terms
        self._around = around
        self._rows = rows

    def change(self, fn: Fn) -> tuple[str, frozenset[str]]:
        """The event that a function's own name promises, ``""`` for none, and the calls that would carry it out."""
        name = fn.name
        if is_logout(name) or is_logout(answers_for(fn)):
            return "session_logout", _ENDING
        if event := generic.promised(self._follower, fn):
            return event, generic.CARRIED_OUT
        if is_asking(name) or not SENDING.isdisjoint(split(name)[:1]) or installs(name, fn.head.params):
            return "", frozenset()
        found = self._terms.changes.find("", name, ()) if self._terms.changes.tells(name) else None
        owner = fn.owner.name if fn.owner is not None else ""
        if found is not None:
            about = (word for one in (owner, *fn.head.params) for word in split(one))
            other = found.event in OF_PERSONS and (is_elsewhere(about) or is_beside(split(name)))
            other = other or (found.event == "authn_password_change" and split(name)[-1] in NOT_SET)
            other = other or (found.event.startswith("authn_token") and wallets.keeps(fn, name))
            return ("", frozenset()) if other else (found.event, _MUTATING)
        if signs_up(name, owner, fn.module.parts) and self._around.routed(fn):
            return "user_created", _REGISTERING
        verb = next((verb for verb, names in _VERBS.items() if name in names), "")
        makes = verb == "create" and "set_password" in fn.head.called and self._around.based(fn, ("Serializer",))
        event = made_by(owner, deletes=verb == "delete") if owner and verb and (makes or self._around.based(fn, _VIEWS)) else ""
        if event and not kind_of(row_of(owner)):
            return "", frozenset()  # a token that is sent to a telephone
        return ("", frozenset()) if event == "user_created" and self._keeps_who_asks(fn) else (event, _CARRIED_OUT.get(verb, frozenset()))

    def _keeps_who_asks(self, fn: Fn) -> bool:
        """Whether a function stores who is logged in, who is nobody new: ``session.add(current_user)``."""
        nodes = fn.body.nodes
        called = ((nodes[record[1]], record[2]) for record in (nodes[call] for call in fn.body.calls))
        return any(
            callee[0] == ir.ATTR and callee[2] in ("add", "merge") and given and given[0] >= 0 and self._rows.is_who_asks(fn, given[0])
            for callee, given in called
        )
