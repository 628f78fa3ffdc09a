"""Calls that have the name of a change and are something else: a lookup, another thing's change, or done to nothing that is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.source import ir
from checker.source.audit.changing import joined, referring, saved, unchanging, wallets
from checker.source.audit.changing.kinds import OF_PERSONS, RIGHTS, is_beside, kind_of
from checker.source.audit.changing.rows import Rows
from checker.source.audit.signs.mentions import words_of
from checker.source.audit.signs.promises import THINGS, is_elsewhere
from checker.source.lexicon.words import split
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

MAKING_ROWS = frozenset({"create", "get_or_create", "acreate", "aget_or_create", "update_or_create", "aupdate_or_create"})
_COMES_AND_GOES = ("authn_token_created", "authn_token_revoked")
_RENEWING = frozenset({"refresh", "renew"})
_FINDING = frozenset({"find", "load", "fetch", "lookup"})
_HOLDERS = frozenset({"user", "users", "account", "member", "group", "profile", "person", "collaborator"})
"""Words of keywords that tell who is given a right."""
_OF_DOINGS = frozenset({"history", "historic", "histories", "log", "logs", "audit", "attempt", "attempts", "activity", "trail"})
"""Words of tables of what people did."""
_OF_LINKS = frozenset(
    {"magic", "link", "reset", "verification", "confirmation", "confirm", "activation", "csrf", "xsrf"}
    | {"invitation", "invite", "unsubscribe"}
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
_CHANNELS = frozenset({"group_add", "group_discard"})
"""Methods of a layer of Django Channels, whose groups are of connections."""
_CLAIMS = frozenset({"token", "jwt", "claims", "payload"})
_OF_FILES = frozenset({
    "file", "files", "filepath", "filename", "dir", "dirs", "dirpath", "path", "paths", "folder", "directory", "mode", "chmod"
})  # fmt: skip
_OF_SERVERS = (RIGHTS, *OF_PERSONS)
_HIDING = frozenset({"anonymize", "anonymise"})


class LookAlikes:
    """Knows them by what is called, on what, and with what."""

    def __init__(self, follower: Follower, rows: Rows) -> None:
        self._follower = follower
        self._names = follower.names
        self._rows = rows

    def told(self, fn: Fn, call: int, event: str, name: str) -> bool:
        """Whether a call of that name is no such event."""
        record = fn.body.nodes[call]
        callee = fn.body.nodes[record[1]]
        owner = int(callee[1]) if callee[0] == ir.ATTR else -1
        if name == "rotate_token" and owner < 0 and len(record[2]) < 2:  # that of a form, by Django or Flask-WTF
            return True
        if name in _HIDING and unchanging.keeps_nothing(self._names, fn, call):  # it is only not shown
            return True
        if event == RIGHTS:
            other = self._is_no_right(fn, record, owner, name)
        elif event in OF_PERSONS:
            other = self._is_nobody(fn, call, name)
        elif event.startswith("authn_token"):
            other = self._is_no_login(fn, record, owner, event, name)
        else:
            other = event == "authn_login_lock" and any(unchanging.waits(one) for one, _ in self._names.callees(fn, call))
        return other or self._is_at_a_server(fn, record, event) or self._is_other_row(fn, record, owner, event, name)

    def _is_no_right(self, fn: Fn, record: ir.Node, owner: int, name: str) -> bool:
        """Whether a right is one of what is nobody, stands in a token, or is only read."""
        if owner >= 0 and (
            self._is_its_makers(fn, owner) or not _DRAWN.isdisjoint(words_of(fn, owner)) or self._writes_claims(fn, owner, name)
        ):
            return True
        if not _CHANNELS.isdisjoint(fn.head.called):
            return True
        return not _FINDING.isdisjoint(split(fn.name)[:1]) or _is_of_files(fn, record)  # nothing is kept of what was read

    def _is_nobody(self, fn: Fn, call: int, name: str) -> bool:
        """Whether somebody leaves a team, and is still there, or a row is no user's."""
        gathered = fn.owner is not None and not _GATHERED.isdisjoint(split(fn.owner.name))
        return (
            (gathered and split(name)[:1] in (("add",), ("remove",)))
            or is_beside(split(name))
            or self._is_of_another_kind(fn, call, name)
            or referring.runs_such(self._follower, fn, call)
            or (name == "save" and saved.is_of_settings(self._follower, fn, fn.body.nodes[call][1]))
        )

    def _is_no_login(self, fn: Fn, record: ir.Node, owner: int, event: str, name: str) -> bool:
        """Whether a token goes on, logs nobody in, or is a coin."""
        if event in _COMES_AND_GOES and not _RENEWING.isdisjoint((*split(fn.name), *(split(fn.owner.name) if fn.owner else ()))):
            return True  # the session goes on
        return wallets.keeps(fn, name, record) or (owner >= 0 and not _OF_LINKS.isdisjoint(words_of(fn, owner)))

    def _is_other_row(self, fn: Fn, record: ir.Node, owner: int, event: str, name: str) -> bool:
        """Whether what is taken back, or the row that is made, is another thing's."""
        if name in MAKING_ROWS and record[3] and not record[2] and all(fn.body.nodes[value][0] == ir.CONST for _, value in record[3]):
            return True  # a row of the program's own: get_or_create(username="deleted")
        if name == "revoke":
            given = (one for one in (*record[2][:2], *(value for _, value in record[3])) if one >= 0)
            return not (_OF_LINKS | {"role", "roles"}).isdisjoint(word for one in given for word in words_of(fn, one))
        manager = fn.body.nodes[owner] if name in MAKING_ROWS and owner >= 0 else [ir.OPAQUE]
        if manager[0] != ir.ATTR or manager[2] != "objects":
            return False
        table = self._follower.text(fn, manager[1]).rpartition(".")[2]
        known = joined.made_of(record) is not None or joined.kind_of_class(self._follower, fn, table) != "user"
        if event == "user_created" and table[:1].isupper() and (known or not kind_of(table)):  # a row about somebody who is there
            return True
        if event == RIGHTS and self._has_nobody(fn, record):
            return True
        words = [word for word in split(table) if word not in ("model", "class")]
        wanted = next((things for things, events in THINGS.items() if event in events), None)
        lets_nobody_in = words[-1:] == ["token"] and table[:1].isupper() and not kind_of(table)  # WorkflowToken.objects
        return wanted is not None and bool(words) and (lets_nobody_in or (words[-1] not in wanted and words[-1:] != ["key"]))

    def _has_nobody(self, fn: Fn, record: ir.Node) -> bool:
        """Whether a kind of right is made known, and nobody has it; or one has it to what one makes."""
        given = {word for key, _ in record[3] for word in split(key)}
        return _HOLDERS.isdisjoint(given) or self._rows.is_makers(fn, record)

    def _is_its_makers(self, fn: Fn, row: int) -> bool:
        """Whether a right is one to a thing that was made here, and is nobody: ``report = Report(user); report.grant_permission(...)``."""
        record = fn.body.nodes[row]
        thing = int(record[1]) if record[0] == ir.ATTR else row  # team = Team.objects.create(...); team.users.add(user)
        return self._rows.is_made(fn, thing) and not self._rows.kind(fn, thing)

    def _writes_claims(self, fn: Fn, owner: int, name: str) -> bool:
        """Whether what somebody is, is written into a token that is made: ``token.set_user_role(user)``."""
        return split(name)[:1] == ("set",) and not _CLAIMS.isdisjoint(split(self._follower.text(fn, owner).rpartition(".")[2])[-1:])

    def _is_at_a_server(self, fn: Fn, record: ir.Node, event: str) -> bool:
        """Whether a function does its work at another server, which records for itself: ``create_group(client, name)``."""
        if event not in _OF_SERVERS or fn.body.nodes[record[1]][0] == ir.ATTR:
            return False
        first = record[2][0] if record[2] else -1
        return first >= 0 and self._follower.text(fn, first).rpartition(".")[2].endswith("client")

    @staticmethod
    def _is_of_another_kind(fn: Fn, call: int, name: str) -> bool:
        """Whether an account is one of money or of another service, or a row is one of who has logged in, and no user."""
        record = fn.body.nodes[call]
        callee = fn.body.nodes[record[1]]
        words = words_of(fn, callee[1]) if callee[0] == ir.ATTR else ()
        if not _OF_DOINGS.isdisjoint(words):
            return True  # self.history.create_auth_user(user.id)
        given = [word for one in record[2][:2] if one >= 0 for word in words_of(fn, one)]
        about = (*words, *given, *(word for key, _ in record[3] for word in split(key))) if "account" in split(name) else ()
        return not _OF_MONEY.isdisjoint(about) or is_elsewhere(given)


def _is_of_files(fn: Fn, record: ir.Node) -> bool:
    """Whether a call is given what has the permissions of an operating system, and nobody: ``set_permissions(files=[art], dirs=[])``."""
    given = ((key, value) for key, value in (*(("", one) for one in record[2]), *record[3]) if value >= 0)
    words = {word for key, value in given for word in (*split(key), *words_of(fn, value))}
    return not _OF_FILES.isdisjoint(words) and _HOLDERS.isdisjoint(words)
