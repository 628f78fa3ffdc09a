"""Calls that change something by their name, ``user.set_password(new)``, told from those that only have the name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.source import ir
from checker.source.audit.changing.column_names import OF_LINKS, PASSWORDS
from checker.source.audit.changing.kinds import OF_MEMBERS, OF_PERSONS, RIGHTS, kind_of, makes_new, plain
from checker.source.audit.changing.look_alikes import MAKING_ROWS, LookAlikes
from checker.source.audit.changing.rows import Rows
from checker.source.audit.deciding.verifying.decisions import Decisions
from checker.source.audit.signs import actions
from checker.source.audit.signs.promises import is_asking
from checker.source.audit.signs.receivers import is_client, is_local
from checker.source.flow.literal import as_text
from checker.source.ir.ways import Branch, Called, Stored, walk
from checker.source.lexicon.words import once, split
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.audit.signs.terms import Terms
    from checker.source.flow.backwards import Follower

NOT_SET = frozenset(
    {"token", "status", "link", "email", "mail", "instructions", "url", "form", "notification", "template", "allowed", "required",
     "attempt", "attempts", "increment", "limit", "count", "history", "policy", "age", "expiry", "error", "errors", "message",
     "authentication", "auth", "login", "logins", "enabled", "disabled", "strength", "length", "decrement"}
)  # fmt: skip
"""Last words of functions that read something about a password, count how often it was tried, or send it."""
_MAKING = frozenset({"create", "add", "register", "registration", "signup", "new"})
_MAKING_ANY = frozenset({"create", "make", "build"})
_PARTS = frozenset({"handler", "handlers", "view", "route", "router", "controller", "endpoint"})
"""Last words of functions that make a part of the program: ``create_regenerate_recovery_codes_handler(settings)``."""
_TIDYING = frozenset({"clean", "cleanup", "clear", "prune", "purge", "gc", "expire", "expired", "vacuum", "housekeeping"})
"""Words of functions that take away what is out of date."""
_RECORDING = "appbuilder.sm"
"""Flask-AppBuilder's manager of users logs each change at info: https://github.com/dpgaspar/Flask-AppBuilder, security/sqla/manager.py."""
_ADDRESSES = (("email",), ("mail",), ("address",))
"""Last words of what is known of somebody who has forgotten a password."""
SENDING = frozenset({"email", "mail", "notify", "remind"})
"""First words of functions that write to somebody."""
_SPELLING = frozenset({"strip", "lower", "casefold", "__str__"})
_MOST_SPELT = 4
_VERIFYING = frozenset({"verify", "check"})
"""First words of what looks at a password, and at most hashes it anew: ``verify_and_update_password(given, kept)``."""
_SWITCHING = frozenset({"disable", "enable", "suspend", "unsuspend", "deactivate", "reactivate"})
"""What is done to somebody's row: whoever may log in."""
HASHING = frozenset({"hash_password", "encrypt_password", "make_password", "hash_and_set_password", "update_password_hash"})
"""Methods that keep what they hash, some of them."""
_KEEPING = frozenset({"set", "update", "change", "reset", "store", "save", "keep"})
_PASSWORDS = frozenset({"password", "passwd", "pwd"})
_AS_WORDS = tuple((word,) for word in sorted(_PASSWORDS))
_OUT_OF_DATE = frozenset({"expire", "expired"})
_COMING = frozenset({"add_user", "remove_user", "delete_user"})
_WHO_COMES = (("user",), ("member",), ("owner",), ("profile",))
"""Last words of names for who comes into a place."""
_WITH_A_ROLE = 2
_AS_WHAT = frozenset({"role", "roles"})
_ROWS = frozenset({"get_object", "object", "instance", "obj"})
"""What a view calls its row, or asks for it by."""
_KEEPERS = frozenset({
    "manager", "service", "repository", "repo", "store", "storage", "datastore", "backend", "provider", "client", "api", "db", "database",
    "auth", "user", "users", "account", "accounts", "admin", "adapter", "security", "directory", "ldap", "keycloak", "controller", "dao",
    "crud", "server", "app", "system"
})  # fmt: skip
"""Words of classes that keep the users themselves."""


@once
def keeps_password(name: str) -> bool:
    """Whether a method of that name may hash a password and keep it in its own object: ``member.set_secure_password(new)``."""
    words = split(name)
    return name in HASHING or (not _KEEPING.isdisjoint(words[:1]) and not _PASSWORDS.isdisjoint(words[1:]) and words[-1] not in NOT_SET)


@once
def _makes_somebody(name: str) -> bool:
    """Whether a function of that name makes a user, who gets the first password by that; ``set_new_password()`` makes none."""
    words = split(name)
    return any(word in _MAKING and (word != "new" or words[at : at + 1] not in _AS_WORDS) for at, word in enumerate(words, 1))


@once
def _tidies(name: str) -> bool:
    """Whether a function of that name takes away what is out of date; ``password_expired_change()`` asks for another password."""
    words = split(name)
    return not _TIDYING.isdisjoint(words) and not (_TIDYING.intersection(words) <= _OUT_OF_DATE and not _PASSWORDS.isdisjoint(words))


class NamedCalls:
    """Tells what a call changes by what is called."""

    def __init__(self, follower: Follower, terms: Terms, decisions: Decisions, rows: Rows) -> None:
        self._follower = follower
        self._names = follower.names
        self._terms = terms
        self._decisions = decisions
        self._rows = rows
        self._look_alikes = LookAlikes(follower, rows)

    def meant(self, fn: Fn, call: int) -> tuple[str, str] | None:
        """The event and the name of a call that changes something."""
        callee = fn.body.nodes[call][1]
        if action := actions.asked(self._follower, fn, callee):
            asked = None if is_asking(action) else self._terms.changes.find("", action, ())
            return (asked.event, action) if asked is not None else None
        text = self._follower.text(fn, callee)
        name = text.rpartition(".")[2]
        if keeps_password(name) and self._sets_password(fn, call) and not self._is_no_new_one(fn, call, name):
            return "authn_password_change", name
        if (
            not self._terms.changes.tells(name)
            or name[:1].isupper()
            or not SENDING.isdisjoint(split(name)[:1])
            or (split(name)[0] in _MAKING_ANY and split(name)[-1] in _PARTS)
            or not name.isidentifier()
            or text.rpartition(".")[0].endswith(_RECORDING)
            or (is_asking(name) and name not in MAKING_ROWS)
        ):
            return None
        if _tidies(fn.head.name) or is_client(self._follower, fn, callee) or is_local(fn, callee, name):
            return None
        entity = self._names.entity(fn, callee)
        dotted = entity[1] if entity is not None and entity[0] == "lib" and "." in entity[1] else ""
        found = self._terms.changes.find(dotted, text, self._decisions.owner_words(fn, callee))
        if found is None or (name in _SWITCHING and found.event in OF_PERSONS and self._is_switched_there(fn, call, name)):
            return None
        event = RIGHTS if found.event in OF_PERSONS and self._is_a_places(fn, call, name) else found.event
        if event == "authn_password_change" and self._is_no_new_one(fn, call, name):
            return None
        return (event, name) if not self._look_alikes.told(fn, call, event, name) else None

    def _sets_password(self, fn: Fn, call: int) -> bool:
        """Whether a method hashes a password and keeps it in its own object: ``account.hash_password(new)``."""
        record = fn.body.nodes[call]
        callee = fn.body.nodes[record[1]]
        if callee[0] == ir.ATTR and self._rows.is_made(fn, callee[1]):  # reader = Reader(): the first password
            return False
        found = [one for one, _ in self._names.callees(fn, call)]
        if not found and callee[0] == ir.ATTR:  # which of the project's methods of that name it is cannot be told
            found = [one for one in self._names.named(self._follower.text(fn, record[1]).rpartition(".")[2]) if not one.module.facts.test]
        return bool(found) and all(any(store.owner == "self" and store.name in PASSWORDS for store in one.head.stores) for one in found)

    def _is_a_places(self, fn: Fn, call: int, name: str) -> bool:
        """Whether somebody comes into a place, or leaves it, and stays a user: ``self.get_object().remove_user(member)``."""
        record = fn.body.nodes[call]
        callee = fn.body.nodes[record[1]]
        named = dict(record[3])
        if name in _COMING and "user" in named and not OF_MEMBERS.isdisjoint(named):  # add_user(organization=organization, user=user)
            return split(self._follower.text(fn, named["user"]).rpartition(".")[2])[-1:] in _WHO_COMES
        if name not in _COMING or callee[0] != ir.ATTR or not self._is_who_comes(fn, record):
            return False
        if split(self._follower.text(fn, record[2][0]).rpartition(".")[2])[-1:] not in _WHO_COMES:
            return False
        entity = self._names.entity(fn, callee[1])
        if entity is not None and entity[0] == "inst":
            return _KEEPERS.isdisjoint(split(entity[1].name)) and kind_of(entity[1].name) != "user"
        if not OF_MEMBERS.isdisjoint(split(self._follower.text(fn, callee[1]).rpartition(".")[2])[-1:]):
            return True  # tenant.add_user(user)
        owner = fn.body.nodes[plain(fn, callee[1])]
        asked = fn.body.nodes[owner[1]] if owner[0] == ir.CALL else owner
        name = fn.head.params[asked[1]] if asked[0] == ir.PARAM else asked[2] if asked[0] == ir.ATTR else ""
        return name in _ROWS

    def _is_who_comes(self, fn: Fn, record: ir.Node) -> bool:
        """Whether a call is given who comes, and at most as what: ``org.add_user(user, role)``."""
        given = record[2]
        if not given or len(given) > _WITH_A_ROLE or min(given) < 0:
            return False
        return len(given) == 1 or not _AS_WHAT.isdisjoint(split(self._follower.text(fn, given[1]).replace(".", "_")))

    def _is_no_new_one(self, fn: Fn, call: int, name: str) -> bool:
        """Whether a call that is named like a change of a password changes none of somebody who is there."""
        callee = fn.body.nodes[fn.body.nodes[call][1]]
        owner = fn.body.nodes[callee[1]] if callee[0] == ir.ATTR else None
        if self.asks_for_a_link(fn, call) or split(name)[-1] in NOT_SET or _makes_somebody(fn.name):
            return True
        if self._terms.verifiers.tells(name) or split(name)[0] in _VERIFYING or _leaves_password(fn, call):
            return True
        if owner is not None and owner[0] == ir.VAR and _is_found_anew(fn, callee[1], call):
            return True
        if owner is not None and owner[0] == ir.VAR and self._is_made_anew(fn, callee[1], len(fn.body.nodes[call][2])):
            return True
        if owner is None or owner[0] != ir.CALL:
            return False
        made = self._follower.text(fn, owner[1]).rpartition(".")[2]  # the object is made and thrown away: only the time counts
        return made[:1].isupper() or made.endswith("_model()")

    def _is_made_anew(self, fn: Fn, row: int, given: int) -> bool:
        """Whether what is given its password alone is made here, by a class or by a function that keeps nothing yet: ``user =
        adapter.new_user(request)``, ``token = Token(user)``, ``notice = gntp.core.GNTPNotice()``.
        """
        made = fn.body.nodes[plain(fn, row)]
        name = self._follower.text(fn, made[1]).rpartition(".")[2] if made[0] == ir.CALL else ""
        return makes_new(name) or (name[:1].isupper() and (given == 1 or kind_of(name) == "user"))

    def asks_for_a_link(self, fn: Fn, call: int) -> bool:
        """Whether a call is told who has forgotten a password, and no new one: ``reset_password(email=email)``."""
        record = fn.body.nodes[call]
        if "reset" not in split(self._follower.text(fn, record[1]).rpartition(".")[2]):
            return False
        nodes = (_spelt(fn, one) for one in (*record[2], *(value for _, value in record[3])) if one >= 0)
        given = [self._follower.text(fn, one).rpartition(".")[2] for one in nodes]
        return bool(given) and all(split(name)[-1:] in _ADDRESSES for name in given)

    def _is_switched_there(self, fn: Fn, call: int, name: str) -> bool:
        """Whether a row switches itself off and is judged for it, or somebody follows a link: ``user.reactivate()``."""
        found = [one for one, _ in self._names.callees(fn, call)]
        found = found or [one for one in self._names.named(name) if one.owner is not None and kind_of(one.owner.name) == "user"]
        if any(self._rows.changed(one, step)[0] for one in found for step in walk(one.steps) if isinstance(step, Stored)):
            return True
        return not OF_LINKS.isdisjoint((*split(fn.name), *(split(fn.owner.name) if fn.owner is not None else ())))


def _spelt(fn: Fn, node: int) -> int:
    """What is only spelt otherwise: ``str(data.email)``, ``email.strip().lower()``."""
    for _ in range(_MOST_SPELT):
        record = fn.body.nodes[node]
        callee = fn.body.nodes[record[1]] if record[0] == ir.CALL else record
        if record[0] == ir.CALL and callee[0] == ir.ATTR and callee[2] in _SPELLING:
            node = callee[1]
        elif (inner := as_text(fn, record)) is not None:
            node = inner
        else:
            break
    return node


def _leaves_password(fn: Fn, call: int) -> bool:
    """Whether a call says by its keyword that the password stays as it is: ``directory.edit_user(name, password=None, roles=roles)``."""
    given = dict(fn.body.nodes[call][3]).get("password", -1)
    return given >= 0 and fn.body.nodes[given][:2] == [ir.CONST, None]


def _is_found_anew(fn: Fn, row: int, call: int) -> bool:
    """Whether a row was only now made where something is done with it: ``user, created = get_or_create(...)`` and ``if created: ...``."""
    made = fn.body.nodes[plain(fn, row)]
    if made[0] != ir.UNPACK or made[2] != 0:
        return False
    for step in walk(fn.steps):
        for arm in step.arms if isinstance(step, Branch) else ():
            asked = fn.body.nodes[plain(fn, arm.condition)] if arm.condition >= 0 else [ir.OPAQUE]
            if asked[0] == ir.UNPACK and asked[1] == made[1] and asked[2] == 1:
                return any(isinstance(one, Called) and one.node == call for one in walk(arm.block))
    return False
