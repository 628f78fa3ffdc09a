"""What changes something that must be recorded: calls, assignments, and functions whose name promises it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from checker.source import ir
from checker.source.audit.changing import generic, letting, saved, tables, unchanging, voided
from checker.source.audit.changing.carried_out import does, is_done_by_a_keeper, is_use_case, makes_a_link, marks_deleted
from checker.source.audit.changing.columns import is_made_here
from checker.source.audit.changing.factors import Factors, counts_later
from checker.source.audit.changing.fleeting import is_fleeting
from checker.source.audit.changing.given_values import GivenValues, makes_object
from checker.source.audit.changing.items import Items
from checker.source.audit.changing.kinds import OF_PERSONS, kind_by_name, kind_of
from checker.source.audit.changing.lists import Lists, fills_anew
from checker.source.audit.changing.named_calls import NamedCalls, keeps_password
from checker.source.audit.changing.own import MADE, Own
from checker.source.audit.changing.rows import Rows
from checker.source.audit.changing.statements import Statements
from checker.source.audit.deciding.verifying.decisions import Decisions
from checker.source.audit.project.callers.around import Around
from checker.source.audit.signs import actions
from checker.source.audit.signs.promises import (
    answers_for,
    ends_login,
    ends_session,
    is_logout,
    keeps_login,
    may_sign_up,
    updates,
    updates_token,
)
from checker.source.audit.signs.receivers import OF_ANYTHING, is_client, is_local
from checker.source.audit.ways.paths import Entry
from checker.source.flow.literal import unnamed
from checker.source.flow.origin import Place
from checker.source.ir.ways import Called, Put, Stored
from checker.source.lexicon.words import Answers, split
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.audit.signs.terms import Terms
    from checker.source.flow.backwards import Follower

_NOT_STORED = frozenset({
    "context", "ctx", "request", "response", "resp", "g", "form", "state", "session", "fields", "instance", "template", "dto",
    "engine", "client", "driver",
})  # fmt: skip
_BY_FORMS = ("authn_password_change", "privilege_permissions_changed")

_TABLES = frozenset({
    "session", "db", "database", "datamodel", "repository", "repo", "dao", "orm", "cursor", "cur", "conn", "connection", "store", "objects",
    "tokens", "users", "roles", "keys", "permissions", "groups", "table", "collection", "set", "devices", "credentials",
    "dbsession", "query", "model"
})  # fmt: skip
_SERIALIZING = ("create", "update")
_SERIALIZED = frozenset({"create", "update", "perform_create", "perform_update"})
_RIGHTS = "privilege_permissions_changed"
_FILLING = frozenset({"save", "clean", "full_clean", "create_superuser"})
"""Methods in which a row only comes to be what others made it."""
_EXECUTES = frozenset({"execute", "exec", "scalar", "scalars", "stream"})
"""Calls of a database that carry out a statement."""
_KINDS = {"authn_token_created": "token", "authn_token_revoked": "token", "privilege_permissions_changed": "role", "user_created": "user"}
"""Of what table a row is that such an event is about."""
_SAVING_ALL = (("save", "users"), ("save", "accounts"), ("persist", "users"), ("write", "users"), ("store", "users"))
"""Words of calls that keep everybody, with who is new and without who is gone: ``self._store.save_users()``."""
_KEPT = frozenset({"save", "asave"})
_ASKED_BY = frozenset({"request", "self.request", "req"})
"""What aiohttp's views read their form from, by a method of their own name: ``await request.post()``."""


class Changes:
    """Recognises changes; remembers every step."""

    def __init__(self, follower: Follower, terms: Terms, around: Around, decisions: Decisions) -> None:
        self._follower = follower
        self._names = follower.names
        self._terms = terms
        self._around = around
        self._factors = Factors(follower)
        self._rows = Rows(follower)
        self._calls = NamedCalls(follower, terms, decisions, self._rows)
        self._lists = Lists(follower, terms.stores)
        self._items = Items(follower)
        self._given = GivenValues(follower, terms.stores, self._rows)
        self._statements = Statements(follower, terms.stores)
        self._known: dict[tuple[Fn, Called | Stored | Put], tuple[str, str, Place] | None] = {}
        self._touching = Answers(self._touches).__getitem__
        """Whether a call of that bare name may change something."""
        self._own = Answers(Own(follower, terms, around, self._rows).change)
        """The event that a function's own name promises (``delete_user``, ``logout``), and the calls that would carry it out."""
        self._plain = Answers(self._plain_changes)
        """The events of those calls of a function whose tables tell what they change: no other of its calls does what it promises."""

    def forget(self) -> None:
        """Know nothing of any function."""
        self._known.clear()
        self._own.clear()
        self._plain.clear()
        self._rows.forget()
        self._factors.forget()
        self._items.forget()

    def may_touch(self, fn: Fn) -> bool:
        """Whether a function may change something; told by its head, without its body."""
        called = fn.head.called
        if not called and not fn.head.stores:  # one of seven: nothing but an item can be changed in them
            return self._items.may_touch(fn)
        return (
            any(map(self._touching, called))
            or any(store.name in self._terms.stores for store in fn.head.stores)
            or (bool(called) and self.promises(fn))
            or self._factors.may_touch(fn)
            or self._rows.may_touch(fn)
            or self._lists.may_touch(fn)
            or self._items.may_touch(fn)
            or self._statements.may_touch(fn)
            or letting.may_touch(fn, self._terms.verifiers.tells)
            or voided.may_touch(fn)
            or ("values" in called and "update" in called)
        )

    def _touches(self, called: str) -> bool:
        by_name = self._terms.changes.tells(called) or keeps_password(called) or updates(called) or updates_token(called)
        return by_name or called == actions.GIVES

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

    def logs_out(self, fn: Fn) -> bool:
        """Whether a function is there to log somebody out, by its name, its class or its route; elsewhere it is a part of another flow."""
        routes = self._around.routes(fn)
        owner = fn.owner.name if fn.owner is not None else answers_for(fn)
        return any(is_logout(name) for name in (fn.name, owner, *routes)) or ends_session(owner, fn.name)

    def of(self, fn: Fn, entry: Entry) -> tuple[str, str, Place] | None:
        """Event, text and place of a step that changes something."""
        if not isinstance(entry, Called | Stored | Put):
            return None
        key = (fn, entry)
        if key not in self._known:
            self._known[key] = None  # ends recursion
            self._known[key] = self._looked_at(fn, entry)
        return self._known[key]

    def each(self, fn: Fn, entry: Entry) -> Iterator[tuple[str, str, Place]]:
        """As `of`, and what else the same call changes: ``User.filter(id=pk).update(password=hashed, is_superuser=True)``."""
        first = self.of(fn, entry)
        if first is None:
            return
        yield first
        if isinstance(entry, Called) and first[1].endswith("=...)"):
            yield from ((event, text, first[2]) for event, text in self._given.each(fn, entry.node) if event != first[0])

    def _looked_at(self, fn: Fn, entry: Called | Stored | Put) -> tuple[str, str, Place] | None:
        if fn.name == "__init__" or unchanging.hands_up(self._follower, fn):  # what is made here is nothing yet that is kept
            return None
        if isinstance(entry, Put):
            event, text = self._items.changed(fn, entry)
            return (event, text, (fn.module.path, entry.line, entry.column)) if event else None
        factor = self._factors.changed(fn, entry)
        event, text = ("authn_mfa_change", factor) if factor else self._rows.changed(fn, entry)
        if isinstance(entry, Stored):
            store = fn.head.stores[entry.position]
            event, text = (event, text) if event else self._stored(fn, entry)
            event, text = (event, text) if event else letting.stored(fn, store)
            same = not event or self._stays_as_it_is(fn, event, store.value)
            return None if same else (event, text, (fn.module.path, store.line, store.column))
        found = self.named(fn, entry.node)
        if found is not None and found[0] == "authn_login_success" and self.logs_out(fn):  # set_secure_cookie("user", "")
            found = ("session_logout", found[1]) if "cookie" in split(found[1]) else None
        if found is not None and found[0] == "authn_password_change" and self._terms.verifiers.tells(fn.name):
            return None
        if (
            found is not None
            and found[0] != "authn_login_success"
            and unchanging.only(self._names, self._terms.changes.tells, fn, entry.node)
        ):
            if found[0] == _RIGHTS:
                return None
            found = None
        if found is not None and found[0] == _RIGHTS and fills_anew(fn, entry.node):
            return None
        if found is not None and found[0] == "privilege_permissions_changed":  # a token is kept in a list of rights
            own = self._promised(fn, entry.node)
            found = (own[0], found[1]) if own[0].startswith("authn_token") else found
        if found is not None:
            event, text = found[0], f"calls {found[1]}()"
        elif not event:
            event, text = (
                self._by_form(fn, entry.node)
                or self._given.changed(fn, entry.node)
                or self._lists.changed(fn, entry.node)
                or self._statements.changed(fn, entry.node)
                or voided.changed(self._follower, fn, entry.node)
                or self._promised(fn, entry.node)
            )
            if not event:
                event, text = letting.called(self._follower, fn, entry.node, self._terms.verifiers.tells)
        if not event or is_fleeting(fn, entry.node, event):
            return None
        return event, text, self._follower.place(fn, fn.body.nodes[entry.node])

    def _stays_as_it_is(self, fn: Fn, event: str, value: int) -> bool:
        """Whether a password is hashed anew in a better way, by who verifies it, or a second factor does not count yet."""
        if event == "authn_password_change":
            return self._terms.verifiers.tells(fn.name) or self._is_rehashed(fn, value)
        return event == "authn_mfa_change" and counts_later(fn, value)

    def _stored(self, fn: Fn, entry: Stored) -> tuple[str, str]:
        store = fn.head.stores[entry.position]
        change = self._terms.stores.get(store.name)
        own = change is not None and store.owner == "self" and change.event == _RIGHTS and self.is_a_persons(fn)
        if change is None or (store.owner in ("self", "cls", "") and not own) or not _NOT_STORED.isdisjoint(split(store.owner)):
            return "", ""
        value = fn.body.nodes[store.value] if store.value >= 0 else [ir.OPAQUE]
        if change.event in _BY_FORMS and is_made_here(self._follower, fn, store.owner):
            return "", ""  # somebody new is made so
        if value[0] == ir.ATTR and value[2] == store.name:  # what somebody has is kept: account.password_hash = existing.password_hash
            return "", ""
        return change.event, f"sets {store.owner}.{store.name}"

    @staticmethod
    def is_a_persons(fn: Fn) -> bool:
        """Whether somebody's row gives itself other rights and keeps them: ``self.is_superuser = True; self.save()``."""
        return fn.owner is not None and kind_of(fn.owner.name) == "user" and "save" in fn.head.called and fn.name not in _FILLING

    def _is_rehashed(self, fn: Fn, value: int) -> bool:
        """Whether a password is only kept in a better way: ``valid, new_hash = verify_and_update(given, user.password_hash)``."""
        made = fn.body.nodes[unnamed(fn, value)] if value >= 0 else [ir.OPAQUE]
        call = fn.body.nodes[unnamed(fn, made[1])] if made[0] == ir.UNPACK else [ir.OPAQUE]
        return call[0] == ir.CALL and self._terms.verifiers.tells(self._follower.text(fn, call[1]).rpartition(".")[2])

    def _by_form(self, fn: Fn, call: int) -> tuple[str, str] | None:
        """What a form of the project's changes when it is saved, for which its view answers: ``save()`` that calls ``set_password()``."""
        callee = fn.body.nodes[fn.body.nodes[call][1]]
        if callee[0] != ir.ATTR or callee[2] != "save" or saved.is_kept_later(fn, call):
            return None
        made = self._names.entity(fn, callee[1])
        of_class = self._names.mro(made[1])[0] if made is not None and made[0] == "inst" else None
        for form, _ in self._names.callees(fn, call):
            if form is fn or not self._around.is_form(form) or (of_class is not None and form.owner not in of_class):
                continue  # what a form that is made here inherits, and not what others of its kind do
            for inner in form.body.calls:
                found = self.named(form, inner)
                if found is not None and found[0] in _BY_FORMS:
                    return found[0], "calls save()"
        return None

    def _promised(self, fn: Fn, call: int) -> tuple[str, str]:
        own, mutating = self._own[fn]
        if not own:  # most; this is asked for every call
            return "", ""
        callee = fn.body.nodes[call][1]
        owner, _, name = self._follower.text(fn, callee).rpartition(".")
        if (
            own in self._plain[fn]
            or (name == "append" and is_local(fn, callee, name))
            or (name == "update" and owner.isupper() and not tables.is_class(self._follower, fn, fn.body.nodes[callee][1], owner))
            or saved.is_kept_later(fn, call)
            or (own in OF_PERSONS and saved.is_another_keepers(owner))
            or (name in _EXECUTES and saved.is_query(self._follower, fn, call))
            or (own == "authn_password_change" and (self._calls.asks_for_a_link(fn, call) or makes_a_link(fn)))
        ):
            return "", ""
        if split(owner.rpartition(".")[2])[-1:] == ("policy",):
            return "", ""  # it is asked whether somebody may: WorkspaceUserPolicy.delete(row)
        handed_on = owner.startswith("super(") and not generic.is_librarys(self._follower, fn, name)
        if own == "user_created" and (
            handed_on or saved.is_found(self._follower, fn, name, callee) or saved.is_of_settings(self._follower, fn, callee)
        ):
            return "", ""  # it is handed on: form_valid() of the same view carries it out; or a row that was there is kept
        if (handed_on and generic.is_carried_out(self._follower, fn)) or (own in OF_PERSONS and self._rows.is_about_somebody(fn, call)):
            return "", ""
        same = name == fn.name and own != "session_logout" and owner not in _ASKED_BY  # create_group() hands on to access.create_group()
        ends = not name[:1].isupper() and (is_logout(name) or ends_login(name))  # LogoutForm(request.POST) ends nothing
        acts = (
            (does(own, split(name)) and not makes_object(self._follower, fn, callee))
            or is_done_by_a_keeper(own, owner, name)
            or is_use_case(owner, name)
        ) and self._around.routed(fn)
        acts = acts or (own in OF_PERSONS and split(name) in _SAVING_ALL and self._around.boundary(fn))
        if (name not in mutating and not same and not acts and not (own == "session_logout" and ends)) or (
            name in OF_ANYTHING and not acts and _TABLES.isdisjoint(split(owner.removesuffix("()").rpartition(".")[2]))
        ):
            return "", ""
        if own == "user_deleted" and name in _KEPT and not marks_deleted(fn):
            return "", ""  # it only loses its rights
        if own in _KINDS and (kind := kind_by_name(fn, owner.rpartition(".")[2])) and kind != _KINDS[own]:
            return "", ""  # user.save() in a view of tokens
        if own == _RIGHTS and self._rows.is_of_another_table(fn, call):
            return "", ""
        if own == "session_logout" and name == "pop" and not keeps_login(fn.body.nodes, fn.body.nodes[call]):
            return "", ""
        return ("", "") if self._is_judged_there(fn, call) or is_client(self._follower, fn, callee) else (own, f"calls {name}()")

    def _plain_changes(self, fn: Fn) -> frozenset[str]:
        return frozenset(event for call in fn.body.calls if (event := self._rows.changed(fn, Called(call))[0]))

    def _is_judged_there(self, fn: Fn, call: int) -> bool:
        """Whether a call runs a function of the project that is judged for the change: a route of its own, or a serializer's."""
        return self._serializes(fn, call) or any(
            one is not fn
            and self.promises(one)
            and self._around.boundary(one)
            and any(self.of(one, Called(node)) for node in one.body.calls)
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
        return any(self._around.based(one, ("Serializer",)) and any(self.of(one, Called(node)) for node in one.body.calls) for one in own)

    def named(self, fn: Fn, call: int) -> tuple[str, str] | None:
        """The event and the name of a call that changes something by its name."""
        return self._calls.meant(fn, call)
