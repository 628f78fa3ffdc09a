"""Changes that are a part of another one on the same way: the token that a login gives, the session that a logout ends."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from checker.source.audit.changing.changes import Changes
from checker.source.audit.ways.paths import Entry, Way
from checker.source.ir.ways import Called, walk
from checker.source.lexicon.words import split
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower
    from checker.source.flow.origin import Place

SAVING = frozenset({"save", "asave", "commit", "flush"})
"""Calls that keep what was set before, whatever it was."""
_OF_LOGOUTS = {"authn_token_revoked": "session_logout"}
"""Who logs out is left without a token."""
_EVERYWHERE = frozenset({"everywhere", "all", "others", "other", "devices"})
_LOGINS = frozenset({"login", "signin", "authenticate"})
_RENEWING = frozenset({"refresh", "renew", "rotate"})
_RENEWED = "refresh_token"


class Change(NamedTuple):
    """Something that is changed on a way."""

    at: int
    """Which entry of the way does it."""
    event: str
    text: str
    place: Place


class WithinAnother:
    """Tells the changes on a way that stand for themselves."""

    def __init__(self, follower: Follower, changes: Changes) -> None:
        self._follower = follower
        self._names = follower.names
        self._changes = changes

    def made(self, fn: Fn, way: Way) -> list[Change]:
        """All that is changed on a way, each as the event that it is there."""
        made = [Change(at, *change) for at, entry in enumerate(way.entries) for change in self._changes.each(fn, entry)]
        if any(one.event.startswith("authn_mfa") for one in made):  # delete_credential() deletes a key that is a second factor
            made = [one for one in made if not (one.event.startswith("authn_token") and self.name(fn, way.entries[one.at]) in SAVING)]
        if any(one.event == "authn_token_revoked" for one in made) and self._is_one_logout(fn):
            return [one._replace(event=_OF_LOGOUTS.get(one.event, one.event)) for one in made]
        return made

    def alone(self, fn: Fn, way: Way, made: list[Change]) -> Iterator[Change]:
        """Those that are no part of another."""
        events = {one.event for one in made}
        renewed = max((one.at for one in made if one.event == "authn_token_created"), default=self._makes_anew(fn, way))
        for one in made:
            if one.event == "user_deleted":
                part = (
                    "user_updated" in events and self.name(fn, way.entries[one.at]) in SAVING
                )  # deactivate_user() keeps what it switched off
            elif one.event == "authn_token_created":  # what a login gives, or whoever is made
                part = _logs_in(fn) or "user_created" in events or self._let_in(fn, way, one.at)
            elif one.event == "authn_login_success":
                part = _renews(fn)  # the session goes on
            else:  # of a logout, or of making a new one in its place
                part = one.event == "authn_token_revoked" and ("session_logout" in events or one.at < renewed)
            if not part:
                yield one

    def name(self, fn: Fn, entry: Entry) -> str:
        """Last name of what a step calls; ``""`` for another step."""
        return self._follower.text(fn, fn.body.nodes[entry.node][1]).rpartition(".")[2] if isinstance(entry, Called) else ""

    def _let_in(self, fn: Fn, way: Way, at: int) -> bool:
        """Whether somebody was logged in on a way before: ``user = authenticate_user(name, password); token = create_token(user)``."""
        return any(not _LOGINS.isdisjoint(split(self.name(fn, one))[:1]) for one in way.entries[:at])

    def _makes_anew(self, fn: Fn, way: Way) -> int:
        """Where a function of the project's is asked for a token that it makes, whatever it is called; -1 for nowhere:
        ``token = get_token(user)``.
        """
        asked = (at for at, one in enumerate(way.entries) if isinstance(one, Called) and "token" in split(self.name(fn, one)))
        return max((at for at in asked if self._makes_token(fn, way.entries[at])), default=-1)

    def _makes_token(self, fn: Fn, entry: Entry) -> bool:
        found = [one for one, _ in self._names.callees(fn, entry.node)] if isinstance(entry, Called) else []
        steps = ((one, step) for one in found for step in walk(one.steps) if isinstance(step, Called))
        return any((change := self._changes.of(one, step)) is not None and change[0] == "authn_token_created" for one, step in steps)

    def _is_one_logout(self, fn: Fn) -> bool:
        """Whether somebody logs out here, and not everywhere, by which tokens of others are revoked as well."""
        words = (*split(fn.name), *(split(fn.owner.name) if fn.owner is not None else ()))
        return self._changes.logs_out(fn) and _EVERYWHERE.isdisjoint(words)


def _logs_in(fn: Fn) -> bool:
    """Whether a function logs somebody in, by its name or by that of the serializer that it belongs to."""
    validates = fn.name == "validate" and fn.owner is not None and not _LOGINS.isdisjoint(split(fn.owner.name))
    return validates or not _LOGINS.isdisjoint(split(fn.name))


def _renews(fn: Fn) -> bool:
    """Whether somebody who is logged in gets a new token for the old one: ``class RefreshUseCase: def execute(self, ...)``."""
    words = (*split(fn.name), *(split(fn.owner.name) if fn.owner is not None else ()))
    return not _RENEWING.isdisjoint(words) or _RENEWED in fn.head.params
