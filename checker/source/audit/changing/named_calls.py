"""Calls that change something by their name, ``user.set_password(new)``, told from those that only have the name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.source import ir
from checker.source.audit.changing import joined, referring, saved, unchanging, wallets
from checker.source.audit.changing.column_names import OF_LINKS, PASSWORDS
from checker.source.audit.changing.kinds import OF_MEMBERS, is_beside, kind_of, makes_new, plain
from checker.source.audit.changing.rows import Rows
from checker.source.audit.deciding.verifying.decisions import Decisions
from checker.source.audit.signs import actions
from checker.source.audit.signs.mentions import words_of
from checker.source.audit.signs.promises import THINGS, is_asking, is_elsewhere
from checker.source.audit.signs.receivers import is_client, is_local
from checker.source.ir.ways import Stored, walk
from checker.source.lexicon.words import once, split
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.audit.signs.terms import Terms
    from checker.source.flow.backwards import Follower

NOT_SET = frozenset(
    {"token", "status", "link", "email", "mail", "instructions", "url", "form", "notification", "template", "allowed", "required",
     "attempt", "attempts", "limit", "count", "history", "policy", "age", "expiry", "error", "errors", "message", "authentication", "auth",
     "login", "logins", "enabled", "disabled", "strength", "length"}
)  # fmt: skip
"""Last words of functions that read something about a password, count how often it was tried, or send it."""
_MAKING = frozenset({"create", "add", "register", "registration", "signup", "new"})
_RENEWING = frozenset({"refresh", "renew"})
_FINDING = frozenset({"find", "load", "fetch", "lookup"})
_TIDYING = frozenset({"clean", "cleanup", "clear", "prune", "purge", "gc", "expire", "expired", "vacuum", "housekeeping"})
"""Words of functions that take away what is out of date."""
_HOLDERS = frozenset({"user", "users", "account", "member", "group", "profile", "person", "collaborator"})
"""Words of keywords that tell who is given a right."""
_OF_DOINGS = frozenset({"history", "historic", "histories", "log", "logs", "audit", "attempt", "attempts", "activity", "trail"})
"""Words of tables of what people did."""
_MAKING_ROWS = frozenset({"create", "get_or_create", "acreate", "aget_or_create", "update_or_create", "aupdate_or_create"})
_OF_LINKS = frozenset(
    {
        "magic",
        "link",
        "reset",
        "verification",
        "confirmation",
        "confirm",
        "activation",
        "csrf",
        "xsrf",
        "invitation",
        "invite",
        "unsubscribe",
    }
)
"""Words of tables of tokens that are sent in a mail, or stand in a form."""
_GATHERED = frozenset({"team", "teams", "group", "groups", "board", "boards", "room", "rooms"})
_OF_MONEY = frozenset({"payout", "payouts", "payment", "payments", "billing", "bank", "merchant", "ledger", "stripe", "wallet"})
"""Words of receivers that keep the other kind of account: ``payout_account_service.create_manual_account()``."""
_DRAWN = frozenset(
    {"doc", "document", "svg", "plot", "figure", "canvas", "scene", "layer", "layers", "slide", "slides", "hdf", "h5", "mesh"}
    | {"photo", "picture", "image", "video", "song", "product", "article", "recipe", "sensor", "lamp", "light"}
)
"""Words of what has groups of its own parts, or is sorted into some, and is nobody: ``doc.groups.remove(...)``, ``photo.groups.add()``."""
_CLAIMS = frozenset({"token", "jwt", "claims", "payload"})
_OF_FILES = frozenset({"file", "files", "dir", "dirs", "path", "paths", "folder", "directory", "mode", "chmod"})
_OF_SERVERS = ("privilege_permissions_changed", "user_created", "user_deleted", "user_updated")
_RECORDING = "appbuilder.sm"
"""Flask-AppBuilder's manager of users logs each change at info: https://github.com/dpgaspar/Flask-AppBuilder, security/sqla/manager.py."""
_ADDRESSES = (("email",), ("mail",), ("address",))
"""Last words of what is known of somebody who has forgotten a password."""
SENDING = frozenset({"email", "mail", "notify", "remind"})
"""First words of functions that write to somebody."""
_SWITCHING = frozenset({"disable", "enable", "suspend", "unsuspend", "deactivate", "reactivate"})
"""What is done to somebody's row: whoever may log in."""
OF_PERSONS = ("user_created", "user_updated", "user_deleted")
_RIGHTS = "privilege_permissions_changed"
HASHING = frozenset({"hash_password", "encrypt_password", "make_password", "hash_and_set_password", "update_password_hash"})
"""Methods that keep what they hash, some of them."""
_KEEPING = frozenset({"set", "update", "change", "reset", "store", "save", "keep"})
_PASSWORDS = frozenset({"password", "passwd", "pwd"})
_AS_WORDS = tuple((word,) for word in sorted(_PASSWORDS))
_OUT_OF_DATE = frozenset({"expire", "expired"})
_HIDING = frozenset({"anonymize", "anonymise"})
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
            or not name.isidentifier()
            or text.rpartition(".")[0].endswith(_RECORDING)
            or (is_asking(name) and name not in _MAKING_ROWS)
        ):
            return None
        if _tidies(fn.head.name) or is_client(self._follower, fn, callee) or is_local(fn, callee, name):
            return None
        entity = self._names.entity(fn, callee)
        dotted = entity[1] if entity is not None and entity[0] == "lib" and "." in entity[1] else ""
        found = self._terms.changes.find(dotted, text, self._decisions.owner_words(fn, callee))
        if found is None or (name in _SWITCHING and found.event in OF_PERSONS and self._is_switched_there(fn, call, name)):
            return None
        event = _RIGHTS if found.event in OF_PERSONS and self._is_a_places(fn, call, name) else found.event
        return (event, name) if not self._is_other(fn, call, event, name) else None

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

    def _is_its_makers(self, fn: Fn, row: int) -> bool:
        """Whether a right is one to a thing that was made here, and is nobody: ``report = Report(user); report.grant_permission(...)``."""
        record = fn.body.nodes[row]
        thing = int(record[1]) if record[0] == ir.ATTR else row  # team = Team.objects.create(...); team.users.add(user)
        return self._rows.is_made(fn, thing) and not self._rows.kind(fn, thing)

    def _writes_claims(self, fn: Fn, owner: int, name: str) -> bool:
        """Whether what somebody is, is written into a token that is made: ``token.set_user_role(user)``."""
        return split(name)[:1] == ("set",) and not _CLAIMS.isdisjoint(split(self._follower.text(fn, owner).rpartition(".")[2])[-1:])

    def _is_no_new_one(self, fn: Fn, call: int, name: str) -> bool:
        """Whether a call that is named like a change of a password changes none of somebody who is there."""
        callee = fn.body.nodes[fn.body.nodes[call][1]]
        owner = fn.body.nodes[callee[1]] if callee[0] == ir.ATTR else None
        if self.asks_for_a_link(fn, call) or split(name)[-1] in NOT_SET or _makes_somebody(fn.name):
            return True
        if self._terms.verifiers.tells(name) or _leaves_password(fn, call):
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

    def _is_at_a_server(self, fn: Fn, record: ir.Node, event: str) -> bool:
        """Whether a function does its work at another server, which records for itself: ``create_group(client, name)``."""
        if event not in _OF_SERVERS or fn.body.nodes[record[1]][0] == ir.ATTR:
            return False
        first = record[2][0] if record[2] else -1
        return first >= 0 and self._follower.text(fn, first).rpartition(".")[2].endswith("client")

    def asks_for_a_link(self, fn: Fn, call: int) -> bool:
        """Whether a call is told who has forgotten a password, and no new one: ``reset_password(email=email)``."""
        record = fn.body.nodes[call]
        if "reset" not in split(self._follower.text(fn, record[1]).rpartition(".")[2]):
            return False
        given = [self._follower.text(fn, one).rpartition(".")[2] for one in (*record[2], *(value for _, value in record[3])) if one >= 0]
        return bool(given) and all(split(name)[-1:] in _ADDRESSES for name in given)

    @staticmethod
    def _is_of_another_kind(fn: Fn, call: int, name: str) -> bool:
        """Whether an account is one of money or of another service, or a row is one of who has logged in, and no user."""
        record = fn.body.nodes[call]
        callee = fn.body.nodes[record[1]]
        words = words_of(fn, callee[1]) if callee[0] == ir.ATTR else ()
        if not _OF_DOINGS.isdisjoint(words):
            return True  # self.history.create_auth_user(user.id)
        owner = words if "account" in split(name) else ()
        return not _OF_MONEY.isdisjoint(owner) or is_elsewhere(word for one in record[2][:2] if one >= 0 for word in words_of(fn, one))

    def _is_switched_there(self, fn: Fn, call: int, name: str) -> bool:
        """Whether a row switches itself off and is judged for it, or somebody follows a link: ``user.reactivate()``."""
        found = [one for one, _ in self._names.callees(fn, call)]
        found = found or [one for one in self._names.named(name) if one.owner is not None and kind_of(one.owner.name) == "user"]
        if any(self._rows.changed(one, step)[0] for one in found for step in walk(one.steps) if isinstance(step, Stored)):
            return True
        return not OF_LINKS.isdisjoint((*split(fn.name), *(split(fn.owner.name) if fn.owner is not None else ())))

    def _is_other(self, fn: Fn, call: int, event: str, name: str) -> bool:
        """Whether a call that has the name of a change is something else: a lookup, another thing's change, or done to nothing kept."""
        record = fn.body.nodes[call]
        callee = fn.body.nodes[record[1]]
        owner = fn.body.nodes[callee[1]] if callee[0] == ir.ATTR else None
        if (
            event == _RIGHTS
            and owner is not None
            and (
                self._is_its_makers(fn, callee[1])
                or not _DRAWN.isdisjoint(words_of(fn, callee[1]))
                or self._writes_claims(fn, callee[1], name)
            )
        ):
            return True
        if event == _RIGHTS and (
            not _FINDING.isdisjoint(split(fn.name)[:1]) or _is_of_files(fn, record)
        ):  # nothing is kept of what was read
            return True
        if self._is_at_a_server(fn, record, event) or (event == "authn_password_change" and self._is_no_new_one(fn, call, name)):
            return True
        if name == "rotate_token" and callee[0] != ir.ATTR and len(record[2]) < 2:  # that of a form, by Django or Flask-WTF
            return True
        if event in ("authn_token_created", "authn_token_revoked") and not _RENEWING.isdisjoint(
            (*split(fn.name), *(split(fn.owner.name) if fn.owner else ()))
        ):
            return True  # the session goes on
        waits = event == "authn_login_lock" and any(unchanging.waits(one) for one, _ in self._names.callees(fn, call))
        if waits or (name in _HIDING and unchanging.keeps_nothing(self._names, fn, call)):  # it is only not shown
            return True
        owner_words = split(fn.owner.name) if fn.owner is not None else ()
        if event in OF_PERSONS and not _GATHERED.isdisjoint(owner_words) and split(name)[:1] in (("add",), ("remove",)):
            return True  # they leave a team, and are still there
        if event in OF_PERSONS and (
            is_beside(split(name))
            or self._is_of_another_kind(fn, call, name)
            or referring.runs_such(self._follower, fn, call)
            or (name == "save" and saved.is_of_settings(self._follower, fn, record[1]))
        ):
            return True
        if event.startswith("authn_token") and (
            wallets.keeps(fn, name, record) or (owner is not None and not _OF_LINKS.isdisjoint(words_of(fn, callee[1])))
        ):
            return True
        if name == "revoke":
            return not (_OF_LINKS | {"role", "roles"}).isdisjoint(
                word for one in (*record[2][:2], *(value for _, value in record[3])) if one >= 0 for word in words_of(fn, one)
            )
        if name in _MAKING_ROWS and owner is not None and owner[0] == ir.ATTR and owner[2] == "objects":
            table = self._follower.text(fn, owner[1]).rpartition(".")[2]
            known = joined.made_of(record) is not None or joined.kind_of_class(self._follower, fn, table) != "user"
            if event == "user_created" and table[:1].isupper() and (known or not kind_of(table)):  # a row about somebody who is there
                return True
            given = {word for key, _ in record[3] for word in split(key)}
            if event == "privilege_permissions_changed" and (_HOLDERS.isdisjoint(given) or self._rows.is_makers(fn, record)):
                # a kind of right is made known, and nobody has it; or one has it to what one makes
                return True
            words = [word for word in split(self._follower.text(fn, owner[1]).rpartition(".")[2]) if word not in ("model", "class")]
            wanted = next((things for things, events in THINGS.items() if event in events), None)
            lets_nobody_in = words[-1:] == ["token"] and table[:1].isupper() and not kind_of(table)  # WorkflowToken.objects
            return wanted is not None and bool(words) and (lets_nobody_in or (words[-1] not in wanted and words[-1:] != ["key"]))
        return False


def _leaves_password(fn: Fn, call: int) -> bool:
    """Whether a call says by its keyword that the password stays as it is: ``directory.edit_user(name, password=None, roles=roles)``."""
    given = dict(fn.body.nodes[call][3]).get("password", -1)
    return given >= 0 and fn.body.nodes[given][:2] == [ir.CONST, None]


def _is_of_files(fn: Fn, record: ir.Node) -> bool:
    """Whether a call is given what has the permissions of an operating system, and nobody: ``set_permissions(files=[art], dirs=[])``."""
    given = ((key, value) for key, value in (*(("", one) for one in record[2]), *record[3]) if value >= 0)
    words = {word for key, value in given for word in (*split(key), *words_of(fn, value))}
    return not _OF_FILES.isdisjoint(words) and _HOLDERS.isdisjoint(words)
