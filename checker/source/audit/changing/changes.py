"""What changes something that must be recorded: calls, assignments, and functions whose name promises it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from checker.source import ir
from checker.source.audit.changing import letting, saved, unchanging, voided
from checker.source.audit.changing.columns import is_made_here
from checker.source.audit.changing.factors import Factors, counts_later
from checker.source.audit.changing.fleeting import is_fleeting
from checker.source.audit.changing.given_values import GivenValues
from checker.source.audit.changing.items import Items
from checker.source.audit.changing.kinds import kind_of
from checker.source.audit.changing.lists import Lists, fills_anew
from checker.source.audit.changing.named_calls import NamedCalls, keeps_password
from checker.source.audit.changing.promised import Promised
from checker.source.audit.changing.rows import Rows
from checker.source.audit.changing.statements import Statements
from checker.source.audit.deciding.verifying.decisions import Decisions
from checker.source.audit.project.callers.around import Around
from checker.source.audit.signs import actions
from checker.source.audit.signs.promises import (
    answers_for,
    ends_session,
    is_logout,
    updates,
    updates_token,
)
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

_RIGHTS = "privilege_permissions_changed"
_FILLING = frozenset({"save", "clean", "full_clean", "create_superuser"})
"""Methods in which a row only comes to be what others made it."""


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
        self._promised = Promised(follower, terms, around, self._calls, self._rows, self.of)

    def forget(self) -> None:
        """Know nothing of any function."""
        self._known.clear()
        self._promised.forget()
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
            or (bool(called) and self._promised.promises(fn))
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
        event, text = self._called(fn, entry.node, event, text)
        if not event or is_fleeting(fn, entry.node, event):
            return None
        return event, text, self._follower.place(fn, fn.body.nodes[entry.node])

    def _called(self, fn: Fn, call: int, event: str, text: str) -> tuple[str, str]:
        """What a call changes: by its name, by its row or factor (``event`` and ``text``), or by what its function is there for."""
        found = self.named(fn, call)
        if found is not None and found[0] == "authn_login_success" and self.logs_out(fn):  # set_secure_cookie("user", "")
            found = ("session_logout", found[1]) if "cookie" in split(found[1]) else None
        if found is not None and found[0] == "authn_password_change" and self._terms.verifiers.tells(fn.name):
            return "", ""
        if found is not None and found[0] != "authn_login_success" and unchanging.only(self._names, self._terms.changes.tells, fn, call):
            if found[0] == _RIGHTS:
                return "", ""
            found = None
        if found is not None and found[0] == _RIGHTS:
            if fills_anew(fn, call):
                return "", ""
            own = self._promised.carried_out(fn, call)  # a token is kept in a list of rights
            found = (own[0], found[1]) if own[0].startswith("authn_token") else found
        if found is not None:
            return found[0], f"calls {found[1]}()"
        return (event, text) if event else self._by_its_function(fn, call)

    def _by_its_function(self, fn: Fn, call: int) -> tuple[str, str]:
        """What a call changes that neither its name nor its row tells."""
        event, text = (
            self._by_form(fn, call)
            or self._given.changed(fn, call)
            or self._lists.changed(fn, call)
            or self._statements.changed(fn, call)
            or voided.changed(self._follower, fn, call)
            or self._promised.carried_out(fn, call)
        )
        return (event, text) if event else letting.called(self._follower, fn, call, self._terms.verifiers.tells)

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

    def named(self, fn: Fn, call: int) -> tuple[str, str] | None:
        """The event and the name of a call that changes something by its name."""
        return self._calls.meant(fn, call)
