"""Tokens, users and roles as rows of a table: what makes, changes or deletes one without a function of that name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker import patterns as re
from checker.source import ir
from checker.source.audit.changing import generic, joined, saved, tables, voided
from checker.source.audit.changing.columns import HELD, WATCHED, Columns
from checker.source.audit.changing.kinds import BEGINNING, KINDS, begins, is_of_others, kind_by_name, kind_of, makes_new, plain
from checker.source.audit.changing.putting import may_put, row_of
from checker.source.audit.signs import forms
from checker.source.audit.signs.mentions import first_class, named
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
_TELLING = frozenset({word for words in KINDS for word in words} | {
    "tokens", "keys", "users", "accounts", "register", "registration", "signup",
    "roles", "permissions", "groups", "auth", "password", "profile", "admin", "members", "perms", "jwt", "logout", "signout"
})  # fmt: skip
_DELETING = frozenset({"delete", "adelete", "soft_delete", "hard_delete", "destroy", "delete_instance"})
_ADDING = frozenset({"add", "add_all", "insert", "save", "asave"})
_CREATING = frozenset({"create", "acreate", "async_create", "bulk_create", "abulk_create"})
_JOINING = frozenset({"create", "acreate", "bulk_create", "abulk_create", "get_or_create", "update_or_create"})
"""How a manager of Django's puts rows into its table."""
_VOID = frozenset({"blacklisted", "blacklist", "blocklisted", "denylisted", "revoked", "blocklist", "denylist", "invalidated"})
"""Words of tables of tokens that are void: to add one is to revoke it."""
_OF_TOKENS = frozenset({"token", "jti", "jwt"})
_INTO_TABLES = frozenset({"insert", "insert_one", "validate_and_insert"})
_OUT_OF_TABLES = frozenset({"delete_one", "find_one_and_delete"})
"""Methods of a table that is an attribute of its database: ``db.users.insert_one(row)``."""
_MAKING = frozenset({"create", "get_or_create"})
_MAKERS = (".creator", ".owner", ".created_by")
_WHO_ASKS = ("current_user", "request.user", "request.profile", "request.account", "g.user", "self.user", "current_user()")
_SIGNING_UP = frozenset({"signup", "register", "registration"})
_UPDATING = frozenset({"update", "aupdate"})
"""Methods of a query that change all of its rows."""
_OF_PERSONS = frozenset({"user", "users", "account", "accounts", "member", "members", "membership", "memberships", "person"})
"""Words of tables whose rows are somebody, or what somebody is in a group."""
_KEEPER = re.compile(r"(?:Service|Repository|Repo|Manager|Dao|DAO|Store|Crud|CRUD)$")
"""How a class ends that finds rows of the table that it is called after: ``GroupService.by_id(number)``."""
_DONE = _DELETING | _ADDING | _CREATING | _JOINING | _INTO_TABLES | _OUT_OF_TABLES
_MOVING = _DONE | tables.RELATING


class Rows:
    """Tells changes of such rows from changes of others."""

    def __init__(self, follower: Follower) -> None:
        self._follower = follower
        self._names = follower.names
        self._columns = Columns(follower)
        self._known: dict[Module, bool] = {}
        self._touching = Answers(self._may_touch)

    def may_touch(self, fn: Fn) -> bool:
        """Whether a function may change such a row; told by its head."""
        return self._touching[fn]

    def _may_touch(self, fn: Fn) -> bool:
        stored = [store.name for store in fn.head.stores]
        if not WATCHED.isdisjoint(stored):
            return True
        if HELD.isdisjoint(stored) and _DONE.isdisjoint(fn.head.called) and not any(map(may_put, fn.head.called)):
            return False
        owner = split(fn.owner.name) if fn.owner is not None else ()
        words = (*split(fn.head.name), *owner, *(word for part in fn.module.parts[-2:] for word in split(part)))
        asked = bool(fn.head.decorators) or fn.owner is not None or "request" in fn.head.params
        given = (word for name in fn.head.params for word in (name, *split(name)))
        return not _TELLING.isdisjoint(words) or not _TELLING.isdisjoint(given) or (asked and self._knows(fn.module))

    def _knows(self, module: Module) -> bool:
        """Whether a module has a table of such rows by name, ``from shop.models import ApiToken``, or who asks, ``current_user``."""
        if module not in self._known:
            names = module.functions[0].body.final
            tables_of = (one for one in names if one[:1].isupper() and not one.isupper())
            self._known[module] = "current_user" in names or any(kind_of(one) or voided.is_list(split(one)) for one in tables_of)
        return self._known[module]

    def forget(self) -> None:
        """Know nothing of any module."""
        self._known.clear()
        self._touching.clear()

    def changed(self, fn: Fn, step: Called | Stored) -> tuple[str, str]:
        """The event of a step and what it does, as a message has it; both ``""`` where it does nothing to such a row."""
        if not self.may_touch(fn):
            return "", ""
        return self._related(fn, step.node) or self._called(fn, step.node) if isinstance(step, Called) else self._columns.changed(fn, step)

    def _by_form(self, fn: Fn, call: int, form: forms.Saved) -> tuple[str, str]:
        """The same of a form that is saved."""
        if form.of_password:
            return "authn_password_change", "calls save()"
        kind = joined.kind_of_form(self._follower, fn, plain(fn, fn.body.nodes[fn.body.nodes[call][1]][1]), form.thing)
        new = form.makes or not BEGINNING.isdisjoint((*split(form.thing), *form.about))
        another = kind == "user" and saved.is_of_another(self._follower, fn, call)
        return (_EVENTS[kind][0], "calls save()") if kind == "role" or (kind and new and not another) else ("", "")

    @staticmethod
    def _related(fn: Fn, call: int) -> tuple[str, str] | None:
        """The same of a call of what belongs to another row: ``account.accountgroup_set.add(group)``."""
        callee = fn.body.nodes[fn.body.nodes[call][1]]
        kind = tables.of_relation(fn, callee[1]) if callee[0] == ir.ATTR and callee[2] in _MOVING else ""
        if not kind or (callee[2] in tables.RELATING and kind != "role"):
            return None
        return _EVENTS[kind][callee[2] in _DELETING], f"calls {callee[2]}()"

    def _called(self, fn: Fn, call: int) -> tuple[str, str]:
        record = fn.body.nodes[call]
        callee = fn.body.nodes[record[1]]
        if callee[0] == ir.GLOBAL:
            return (_EVENTS[kind][1], "calls delete()") if (kind := tables.deleted(self._follower, fn, record)) else ("", "")
        if (
            callee[0] == ir.ATTR
            and callee[2] in _INTO_TABLES | _OUT_OF_TABLES
            and (kind := tables.of_attribute(self._follower, fn, callee[1]))
        ):
            return _EVENTS[kind][callee[2] in _OUT_OF_TABLES], f"calls {callee[2]}()"
        if callee[0] == ir.ATTR and callee[2] == "delete" and (kind := tables.of_set(self._follower, fn, callee[1])):
            return _EVENTS[kind][1], "calls delete()"
        if callee[0] == ir.ATTR and callee[2] in _CREATING and (kind := self._of_class(fn, callee[1], record)):
            return _EVENTS["token"][1] if kind == "void" else _EVENTS[kind][0], f"calls {callee[2]}()"
        if callee[0] == ir.ATTR and callee[2] in _JOINING and self._joins(fn, callee[1]) and not self.is_makers(fn, record):
            return _EVENTS["role"][0], f"calls {callee[2]}()"
        if callee[0] == ir.ATTR and may_put(callee[2]) and (kind := self._put(fn, record, callee[1])):
            return _EVENTS[kind][0], f"calls {callee[2]}()"
        if callee[0] != ir.ATTR or (callee[2] not in _DELETING and callee[2] not in _ADDING):
            return "", ""
        if any(key == "commit" and fn.body.nodes[value][:2] == [ir.CONST, False] for key, value in record[3]):
            return "", ""  # it is kept later
        if callee[2] == "save" and (form := forms.saved(self._follower, fn, plain(fn, callee[1]))) is not None:
            return self._by_form(fn, call, form)
        made = record[2][0] if len(record[2]) == 1 and record[2][0] >= 0 else -1
        kept = tables.is_store(self._follower, fn, callee[1]) or (callee[2] in _ADDING and made >= 0 and self.is_made(fn, made))
        given = record[2][:1] if kept and record[2] and record[2][0] >= 0 else () if kept else (callee[1],)
        for row in given:
            if kept and callee[2] in _ADDING and self._is_of_a_list(fn, row):
                return _EVENTS["token"][1], f"calls {callee[2]}()"
            kind = self.kind(fn, row)
            if not kind or (
                callee[2] in _ADDING and not (self._is_new(fn, row) if kept else self.is_made(fn, row) or self._is_filled(fn, row))
            ):
                continue
            if kind == "role" and callee[2] in _ADDING and self._is_ones_own_place(fn, row):
                continue
            void = kind == "token" and callee[2] in _ADDING and not _VOID.isdisjoint(self._words_of(fn, row))
            return _EVENTS[kind][callee[2] in _DELETING or void], f"calls {callee[2]}()"
        return "", ""

    def _put(self, fn: Fn, record: ir.Node, owner: int) -> str:
        """What a keeper is given that was made here by its class: ``token`` or ``user``; ``""`` for anything else."""
        row = row_of(record, self._follower.text(fn, owner))
        made = fn.body.nodes[plain(fn, row)] if row >= 0 else [ir.OPAQUE]
        name = self._follower.text(fn, made[1]).rpartition(".")[2] if made[0] == ir.CALL else ""
        kind = kind_of(name) if name[:1].isupper() and not name.isupper() else ""
        return kind if kind in ("token", "user") and self.kind(fn, row) == kind and _VOID.isdisjoint(split(name)) else ""

    def _is_filled(self, fn: Fn, row: int) -> bool:
        """Whether a form filled a row that a view makes: ``token = form.save(commit=False)`` in ``class TokenCreate``."""
        made = fn.body.nodes[plain(fn, row)]
        begins = (*split(fn.name), *(split(fn.owner.name) if fn.owner is not None else ()))
        if made[0] != ir.CALL or BEGINNING.isdisjoint(begins) or fn.body.nodes[made[1]][0] != ir.ATTR:
            return False
        unsaved = any(key == "commit" and fn.body.nodes[value][:2] == [ir.CONST, False] for key, value in made[3])
        return unsaved and fn.body.nodes[made[1]][2] == "save"

    def _is_of_a_list(self, fn: Fn, row: int) -> bool:
        """Whether a token is put on the list of those that are void: ``session.add(Blacklist(refresh_token=token))``."""
        made = fn.body.nodes[plain(fn, row)]
        return voided.is_list(self._words_of(fn, row)) and any(not _OF_TOKENS.isdisjoint(split(key)) for key, _ in made[3])

    @staticmethod
    def _is_of_tokens(name: str, made: ir.Node) -> bool:
        """Whether a table of what is void is one of tokens, by its name and its columns: ``TokenBlacklist.create(token=token)``."""
        return not _OF_TOKENS.isdisjoint(split(name)) and any(not _OF_TOKENS.isdisjoint(split(key)) for key, _ in made[3])

    def _words_of(self, fn: Fn, row: int) -> tuple[str, ...]:
        """Words of the class of a row that is made."""
        record = fn.body.nodes[plain(fn, row)]
        return tuple(split(self._follower.text(fn, record[1]))) if record[0] == ir.CALL else ()

    def _of_class(self, fn: Fn, owner: int, made: ir.Node) -> str:
        """What a row is that is made by its class, ``await User.create(**data)`` of Tortoise, peewee and the like, or by its manager of
        Django's: ``User.objects.bulk_create(users)``; no mere role. ``void`` is the table of tokens that are void.
        """
        name = self._follower.text(fn, owner).removesuffix(".objects").rpartition(".")[2]
        kind = joined.kind_of_class(self._follower, fn, name) if tables.is_class(self._follower, fn, owner, name) else ""
        if not kind and (voided.is_list(split(name)) or _VOID.intersection(split(name))) and self._is_of_tokens(name, made):
            return "void"
        if kind == "role":
            return kind if _is_a_place(name) and not self.is_makers(fn, made) else ""
        given = joined.made_of(made) if kind == "user" else None
        return kind if given is None else given

    def _joins(self, fn: Fn, manager: int) -> bool:
        """Whether a manager keeps who is in which group: ``WorkspaceMember.objects``."""
        record = fn.body.nodes[manager]
        name = self._follower.text(fn, record[1]).rpartition(".")[2] if record[0] == ir.ATTR and record[2] == "objects" else ""
        return name[:1].isupper() and _is_a_place(name) and joined.kind_of_class(self._follower, fn, name) == "role"

    def is_makers(self, fn: Fn, record: ir.Node) -> bool:
        """Whether who asks becomes a member, as one does of what one makes: ``ProjectMember.objects.create(member=request.user)``."""
        if any(key in ("role", "rank") and "owner" in str(fn.body.nodes[value][1]).lower() for key, value in record[3]):
            return True
        given = (self._follower.text(fn, plain(fn, value)).removesuffix(".id").removesuffix(".pk") for _, value in record[3])
        return any(text.endswith((*_WHO_ASKS, *_MAKERS)) for text in given) or self._is_asked_by(fn, record) or _signs_up(fn)

    def _is_asked_by(self, fn: Fn, record: ir.Node) -> bool:
        """The same of somebody looked up by the number that the request names: ``user=User.objects.get(id=request.claim.user_id)``."""
        calls = (fn.body.nodes[plain(fn, value)] for key, value in record[3] if key in ("user", "member", "account"))
        asked = (
            value for call in calls if call[0] == ir.CALL for value in (*(one for one in call[2] if one >= 0), *(v for _, v in call[3]))
        )
        parts = (self._follower.text(fn, plain(fn, value)).split(".") for value in asked)
        return any("request" in part[:-1] and split(part[-1])[:1] in (("user",), ("uid",)) for part in parts)

    def _is_ones_own_place(self, fn: Fn, row: int) -> bool:
        """The same of a row that is made first and saved then: ``place = OrganizationUser(user=user, organization=org); place.save()``."""
        made = fn.body.nodes[plain(fn, row)]
        name = self._follower.text(fn, made[1]).rpartition(".")[2] if made[0] == ir.CALL else ""
        return name[:1].isupper() and _is_a_place(name) and self.is_makers(fn, made)

    def voids(self, fn: Fn, callee: int) -> bool:
        """Whether a call gives new values of tokens: ``ApiToken.objects.filter(...).update``."""
        record = fn.body.nodes[callee]
        if record[0] != ir.ATTR or record[2] not in _UPDATING or fn.body.nodes[record[1]][0] != ir.CALL:
            return False
        table = next((name for name in named(fn, record[1], 12) if name[:1].isupper() and not name.isupper()), "")
        return kind_of(table) == "token"

    def is_update(self, fn: Fn, callee: int) -> bool:
        """Whether a call gives new values of persons: ``update(User).where(...).values``, ``User.filter(...).update``."""
        record = fn.body.nodes[callee]
        if record[0] == ir.ATTR and record[2] in _UPDATING and fn.body.nodes[record[1]][0] == ir.CALL:
            table = next((name for name in named(fn, record[1], 12) if name[:1].isupper() and not name.isupper()), "")
            return joined.kind_of_class(self._follower, fn, table) == "user"
        if record[0] != ir.ATTR or record[2] != "values":
            return False
        while record[0] in (ir.ATTR, ir.CALL):
            if record[0] == ir.CALL and named(fn, record[1])[:1] == ["update"] and record[2] and record[2][0] >= 0:
                return not _OF_PERSONS.isdisjoint(split(self._follower.text(fn, record[2][0]).rpartition(".")[2]))
            record = fn.body.nodes[record[1]]
        return False

    def is_made(self, fn: Fn, row: int) -> bool:
        """Whether a class of rows is called in this very function."""
        record = fn.body.nodes[plain(fn, row)]
        if record[0] == ir.CALL and self._is_of_a_form(fn, record[1]):
            return True
        owner, _, name = self._follower.text(fn, record[1]).rpartition(".") if record[0] == ir.CALL else ("", "", "")
        name = owner.removesuffix(".objects").rpartition(".")[2] if name in _MAKING else name  # Report.get_or_create(...)
        return (name[:1].isupper() and not name.isupper()) or makes_new(name)

    def _is_of_a_form(self, fn: Fn, callee: int) -> bool:
        """Whether a row is made of what a form was sent: ``token = form.save(commit=False)``."""
        record = fn.body.nodes[callee]
        form = forms.saved(self._follower, fn, plain(fn, record[1])) if record[0] == ir.ATTR and record[2] == "save" else None
        return form is not None and form.makes

    def is_who_asks(self, fn: Fn, row: int) -> bool:
        """Whether a row is who is logged in, who is nobody new."""
        return self._follower.text(fn, row).endswith(_WHO_ASKS)

    def _is_new(self, fn: Fn, row: int) -> bool:
        """Whether what a store is given can be a new row: made here, or of unknown origin in a function that is about new ones."""
        return not self.is_who_asks(fn, row) and self._may_be_new(fn, row)

    def _may_be_new(self, fn: Fn, row: int) -> bool:
        return self.is_made(fn, row) or begins(fn.name) or fn.name == "post"

    def kind(self, fn: Fn, row: int) -> str:
        """``token``, ``user``, ``role`` or ``""``: by its class, the table that it was asked from, or its name."""
        entity = self._names.entity(fn, row)
        if entity is not None and entity[0] == "inst":
            return joined.kind_of_cls(self._follower, entity[1])
        value = plain(fn, row)
        if fn.body.nodes[value][0] == ir.CALL and (loaded := self._loaded(fn, fn.body.nodes[value][1])):
            return kind_of(loaded)
        if fn.body.nodes[value][0] == ir.CALL:
            classes = [name for name in named(fn, value, 12) if name[:1].isupper() and not name.isupper()]
            if classes:
                plainly = _KEEPER.sub("", classes[0]) or classes[0]
                at = first_class(fn, value, 12) if plainly == classes[0] else -1
                return joined.kind_of_named(self._follower, fn, at) if at >= 0 else joined.kind_of_class(self._follower, fn, plainly)
            if found := joined.kind_of_returned(self._follower, fn, value):
                return found
        text = self._follower.text(fn, row)
        name = text.removesuffix("()").rpartition(".")[2]
        if fn.owner is not None and name and split(fn.owner.name)[1:][-1:] == (name,):  # for member in cls.objects.filter(...)
            return joined.kind_of_cls(self._follower, fn.owner)
        told = text != "..." and not is_of_others(fn, name)
        kind = (kind_by_name(fn, name) or generic.kind_of_given(self._follower, fn, name)) if told else ""
        return "" if kind == "role" and not joined.kind_of_class(self._follower, fn, name.capitalize()) else kind

    def is_about_somebody(self, fn: Fn, call: int) -> bool:
        """Whether a call's rows only tell more of who is there, though their table is called after persons."""
        record = fn.body.nodes[call]
        owner = fn.body.nodes[record[1]]
        asked = [*([record[1]] if owner[0] == ir.ATTR else []), *(plain(fn, one) for one in record[2][:1] if one >= 0)]
        names = (name for node in asked for name in named(fn, node, 12))
        return any(kind_of(one) == "user" != joined.kind_of_class(self._follower, fn, one) for one in names if one[:1].isupper())

    def is_of_another_table(self, fn: Fn, call: int) -> bool:
        """Whether a call's row is of a table that is called as those of roles are, and by its columns is another."""
        record = fn.body.nodes[call]
        callee = fn.body.nodes[record[1]]
        rows = [callee[1] if callee[0] == ir.ATTR and not tables.is_store(self._follower, fn, callee[1]) else -1, *record[2][:1]]
        for row in rows:
            text = self._follower.text(fn, row).rpartition(".")[2] if row >= 0 else ""
            if kind_of(text) == "role" and not joined.kind_of_class(self._follower, fn, text.capitalize()):
                return True
            at = first_class(fn, plain(fn, row), 12) if row >= 0 else -1
            name = self._follower.text(fn, at).rpartition(".")[2] if at >= 0 else ""
            if kind_of(name) == "role" and not joined.kind_of_named(self._follower, fn, at):
                return True
        return False

    def _loaded(self, fn: Fn, callee: int) -> str:
        """What a schema makes a row of: ``Account`` of ``AccountSchema().load(request.get_json())``, ``""`` for any other call."""
        record = fn.body.nodes[callee]
        if record[0] != ir.ATTR or record[2] != "load":
            return ""
        entity = self._names.entity(fn, record[1])
        made = fn.body.nodes[plain(fn, record[1])]
        text = self._follower.text(fn, made[1]) if made[0] == ir.CALL else ""
        name = entity[1].name if entity is not None and entity[0] == "inst" else text.rpartition(".")[2]
        return str(name).removesuffix("Schema") if str(name).endswith("Schema") else ""


def _signs_up(fn: Fn) -> bool:
    """Whether a function signs somebody up, who comes into a group by that."""
    return not _SIGNING_UP.isdisjoint((*split(fn.name), *(split(fn.owner.name) if fn.owner is not None else ())))


def _is_a_place(name: str) -> bool:
    """Whether a table of that name may keep who is in which group."""
    return split(name)[-1:] in (("member",), ("membership",), ("user",))
