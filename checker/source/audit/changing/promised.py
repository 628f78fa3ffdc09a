"""Calls that carry out what the name of their function promises: ``user.delete()`` in ``delete_user()``."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from checker.source import ir
from checker.source.audit.changing import generic, saved, tables
from checker.source.audit.changing.carried_out import does, is_done_by_a_keeper, is_use_case, makes_a_link, marks_deleted
from checker.source.audit.changing.given_values import makes_object
from checker.source.audit.changing.kinds import OF_PERSONS, kind_by_name
from checker.source.audit.changing.named_calls import NamedCalls
from checker.source.audit.changing.own import MADE, Own
from checker.source.audit.changing.rows import Rows
from checker.source.audit.project.callers.around import Around
from checker.source.audit.signs.promises import answers_for, ends_login, is_logout, keeps_login, may_sign_up
from checker.source.audit.signs.receivers import OF_ANYTHING, is_client, is_local, is_sent
from checker.source.audit.ways.paths import Entry
from checker.source.flow.origin import Place
from checker.source.ir.ways import Called
from checker.source.lexicon.words import Answers, split
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.audit.signs.terms import Terms
    from checker.source.flow.backwards import Follower

_TABLES = frozenset({
    "session", "db", "database", "datamodel", "repository", "repo", "dao", "orm", "cursor", "cur", "conn", "connection", "store", "objects",
    "tokens", "users", "roles", "keys", "permissions", "groups", "table", "collection", "set", "devices", "credentials",
    "dbsession", "query", "model"
})  # fmt: skip
_SERIALIZING = ("create", "update")
_SERIALIZED = frozenset({"create", "update", "perform_create", "perform_update"})
_EXECUTES = frozenset({"execute", "exec", "scalar", "scalars", "stream"})
"""Calls of a database that carry out a statement."""
_KINDS = {"authn_token_created": "token", "authn_token_revoked": "token", "privilege_permissions_changed": "role", "user_created": "user"}
"""Of what table a row is that such an event is about."""
_SAVING_ALL = (("save", "users"), ("save", "accounts"), ("persist", "users"), ("write", "users"), ("store", "users"))
"""Words of calls that keep everybody, with who is new and without who is gone: ``self._store.save_users()``."""
_KEPT = frozenset({"save", "asave"})
_ASKED_BY = frozenset({"request", "self.request", "req"})
"""What aiohttp's views read their form from, by a method of their own name: ``await request.post()``."""
_RIGHTS = "privilege_permissions_changed"


class Promised:
    """Recognises them."""

    def __init__(
        self, follower: Follower, terms: Terms, around: Around, calls: NamedCalls, rows: Rows,
        changes: Callable[[Fn, Entry], tuple[str, str, Place] | None],
    ) -> None:  # fmt: skip
        self._follower = follower
        self._names = follower.names
        self._terms = terms
        self._around = around
        self._calls = calls
        self._rows = rows
        self._changes = changes
        """What any step of any function changes."""
        self._own = Answers(Own(follower, terms, around, rows).change)
        """The event that a function's own name promises (``delete_user``, ``logout``), and the calls that would carry it out."""
        self._plain = Answers(self._plain_changes)
        """The events of those calls of a function whose tables tell what they change: no other of its calls does what it promises."""

    def forget(self) -> None:
        """Know nothing of any function."""
        self._own.clear()
        self._plain.clear()

    def promises(self, fn: Fn) -> bool:
        """Whether a function's name promises a change."""
        name, lower = fn.name, fn.name.lower()
        logout = "ogout" in answers_for(fn)
        owner = fn.owner.name if fn.owner is not None else ""
        return (
            name in MADE
            or (fn.owner is not None and name in generic.DOING)
            or may_sign_up(name, owner)
            or logout
            or "logout" in lower
            or "signout" in lower
            or self._terms.changes.tells(name)
        )

    def carried_out(self, fn: Fn, call: int) -> tuple[str, str]:
        """The event that a call carries out of what its function's name promises, and its text; empty for none."""
        own, mutating = self._own[fn]
        if not own or own in self._plain[fn]:  # most have none; this is asked for every call
            return "", ""
        callee = fn.body.nodes[call][1]
        owner, _, name = self._follower.text(fn, callee).rpartition(".")
        if self._is_beside(fn, call, own, owner, name) or self._is_handed_on(fn, call, own, owner, name):
            return "", ""
        acts = self._acts(fn, callee, own, owner, name)
        same = name == fn.name and own != "session_logout" and owner not in _ASKED_BY  # create_group() hands on to access.create_group()
        ends = own == "session_logout" and not name[:1].isupper() and (is_logout(name) or ends_login(name))  # LogoutForm(...) ends nothing
        if not (name in mutating or same or acts or ends):
            return "", ""
        if name in OF_ANYTHING and not acts and _TABLES.isdisjoint(split(owner.removesuffix("()").rpartition(".")[2])):
            return "", ""
        if self._is_of_another(fn, call, own, owner, name) or self._is_judged_there(fn, call) or is_client(self._follower, fn, callee):
            return "", ""
        return own, f"calls {name}()"

    def _is_beside(self, fn: Fn, call: int, own: str, owner: str, name: str) -> bool:
        """Whether a call changes something beside what is promised: a list of its own, what another server keeps, a statement."""
        callee = fn.body.nodes[call][1]
        return (
            (name == "append" and is_local(fn, callee, name))
            or (name == "update" and owner.isupper() and not tables.is_class(self._follower, fn, fn.body.nodes[callee][1], owner))
            or saved.is_kept_later(fn, call)
            or is_sent(fn, call)
            or (own in OF_PERSONS and saved.is_another_keepers(owner))
            or (name in _EXECUTES and saved.is_query(self._follower, fn, call))
            or (own == "authn_password_change" and (self._calls.asks_for_a_link(fn, call) or makes_a_link(fn)))
            or split(owner.rpartition(".")[2])[-1:] == ("policy",)  # it is asked whether somebody may: WorkspaceUserPolicy.delete(row)
        )

    def _is_handed_on(self, fn: Fn, call: int, own: str, owner: str, name: str) -> bool:
        """Whether another method of the same view carries it out, or a row that was there is kept, or one that tells of somebody."""
        callee = fn.body.nodes[call][1]
        inherited = owner.startswith("super(") and not generic.is_librarys(self._follower, fn, name)
        if own == "user_created" and (
            inherited or saved.is_found(self._follower, fn, name, callee) or saved.is_of_settings(self._follower, fn, callee)
        ):
            return True
        if inherited and generic.is_carried_out(self._follower, fn):
            return True
        return own in OF_PERSONS and self._rows.is_about_somebody(fn, call)

    def _acts(self, fn: Fn, callee: int, own: str, owner: str, name: str) -> bool:
        """Whether a route asks somebody to do what it promises, by the call's own name: ``service.remove_user(pk)``."""
        done = (
            (does(own, split(name)) and not makes_object(self._follower, fn, callee))
            or is_done_by_a_keeper(own, owner, name)
            or is_use_case(owner, name)
        )
        if done and self._around.routed(fn):
            return True
        return own in OF_PERSONS and split(name) in _SAVING_ALL and self._around.boundary(fn)

    def _is_of_another(self, fn: Fn, call: int, own: str, owner: str, name: str) -> bool:
        """Whether a call changes another thing than its function promises: ``user.save()`` in a view of tokens."""
        if own == "user_deleted" and name in _KEPT and not marks_deleted(fn):
            return True  # it only loses its rights
        if own in _KINDS and (kind := kind_by_name(fn, owner.rpartition(".")[2])) and kind != _KINDS[own]:
            return True
        if own == _RIGHTS and self._rows.is_of_another_table(fn, call):
            return True
        return own == "session_logout" and name == "pop" and not keeps_login(fn.body.nodes, fn.body.nodes[call])

    def _plain_changes(self, fn: Fn) -> frozenset[str]:
        return frozenset(event for call in fn.body.calls if (event := self._rows.changed(fn, Called(call))[0]))

    def _is_judged_there(self, fn: Fn, call: int) -> bool:
        """Whether a call runs a function of the project that is judged for the change: a route of its own, or a serializer's."""
        return self._serializes(fn, call) or any(
            one is not fn and self.promises(one) and self._around.boundary(one) and self._makes_any(one)
            for one, _ in self._names.callees(fn, call)
        )

    def _serializes(self, fn: Fn, call: int) -> bool:
        """Whether a serializer of the project's own is asked to save what its ``create()`` or ``update()`` changes, by a view itself or
        by the framework's ``super().create()``.
        """
        callee = fn.body.nodes[fn.body.nodes[call][1]]
        if callee[0] != ir.ATTR:
            return False
        if callee[2] == "save":
            entity = self._names.entity(fn, callee[1])
        elif callee[2] in _SERIALIZED and fn.owner is not None and self._follower.text(fn, callee[1]).startswith("super("):
            fields = ((base, one) for base in self._names.mro(fn.owner)[0] for one in base.record.fields)
            named = next((found for found in fields if found[1].name == "serializer_class"), None)
            entity = self._names.entity(named[0].fn, named[1].value) if named is not None and named[1].value >= 0 else None
        else:
            return False
        if entity is None or entity[0] not in ("cls", "inst"):
            return False
        methods = ((one, one.record.methods.get(name)) for one in self._names.mro(entity[1])[0] for name in _SERIALIZING)
        own = (one.module.functions[at] for one, at in methods if at is not None)
        return any(self._around.based(one, ("Serializer",)) and self._makes_any(one) for one in own)

    def _makes_any(self, fn: Fn) -> bool:
        """Whether a function makes a change itself."""
        return any(self._changes(fn, Called(node)) for node in fn.body.calls)
