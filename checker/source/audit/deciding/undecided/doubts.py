"""What makes an outcome doubtful: it is told to a signal or a hook, the operating system refuses, a limit or a state decides."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from checker.source import ir
from checker.source.audit.deciding.undecided.announcements import Announcements
from checker.source.audit.deciding.undecided.mismatched import is_misspelt, is_unrelated
from checker.source.audit.deciding.undecided.refusing_calls import refusing_calls
from checker.source.audit.signs.mentions import named, words_of
from checker.source.audit.signs.promises import PERSONS, words_around
from checker.source.audit.ways.paths import Entry, Guard, Handling
from checker.source.flow.literal import unnamed
from checker.source.lexicon.words import split
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

_SIZES = frozenset({
    "size", "limit", "count", "len", "length", "max", "maximum", "total", "depth", "quota", "pages", "per", "offset", "bytes"
})  # fmt: skip
_LIMITS = frozenset({"quota", "quotas", "limiter", "throttle", "throttling", "ratelimit"})
_AGES = frozenset({"age", "lifetime", "ttl", "issued", "expiry", "expiration"})
"""Words of how old something is that somebody shows."""
_NOW = frozenset({"now", "utcnow", "today"})
_SPANS = frozenset({"ends", "end", "starts", "start", "deadline", "opens", "closes", "opening", "closing", "due"})
"""Words of dates between which a thing is to be had, whoever asks."""
_SHOWN = frozenset({
    "token", "session", "code", "link", "key", "password", "login", "lock", "locked", "ban", "grant", "access", "membership",
    "subscription", "license", "licence", "trial"
})  # fmt: skip
"""Words of what lets somebody in, or keeps them out, for a time."""
_STATES = frozenset({
    "primary", "secondary", "replica", "standby", "master", "readonly", "maintenance", "enabled", "disabled", "enable", "disable",
    "builtin", "firstrun", "initialized", "initialised", "setup", "installed", "customized", "feature", "features", "experimental",
    "operation", "mode", "demo", "progress", "antispam", "honeypot", "flag", "flags", "waffle",
    "revision", "revid", "rev", "editable", "archived", "obsolete",
    "writable", "writeable", "immutable", "protected", "unchangeable", "unremovable", "system", "predefined", "supported", "configured",
    "provisioned", "printing"
})  # fmt: skip
"""Words of what the program is, or is set to, and not of what somebody may."""

_UNREADY = frozenset(
    {"pending", "immutable", "archived", "draft", "finalized", "published", "closed", "completed", "cancelled", "finished", "terminal"}
)
"""Words of what may not be changed now, whoever asks; of somebody who logs in it is another matter."""
_OFF = frozenset({"deactivated", "decommissioned", "unpublished"})
"""Words of a thing that is out of use; that a person's account is, is another matter."""
_HELD = frozenset({"suspended", "locked", "trashed", "hidden"})
"""Words of the same, that are said of somebody as well: ``comment.suspended_at``."""
_SHOWN_OFF = frozenset({"is", "mode"})
"""Words beside ``demo`` of a program that is only shown, where some things are fixed: ``settings.is_demo and user.id == OWNER``."""
_ACTIVE = frozenset({"self", "is", "active"})
_LOGINS = frozenset(
    {"login", "signin", "auth", "authenticate", "authorize", "oauth", "session", "token", "sso", "oidc", "saml", "middleware"}
)
_KEYS = frozenset({"id", "pk", "uuid"})
_CAPTCHAS = frozenset({"captcha", "recaptcha", "hcaptcha", "turnstile", "altcha", "csrf", "xsrf", "honeypot", "spam", "spammer"})
_LICENCES = frozenset({"license", "licence", "licensed", "licenced"})
"""Words of what the program itself may do where it runs, whoever asks."""
_STATUSES = frozenset({"status", "code"})
_OF_SOMEBODY = frozenset({"id", "pk", "uid", "login", "username", "name", "email", "uuid", "user_id"})
_ONESELF = frozenset(
    {"current_user", "auth_user", "logged_user", "logged_in_user", "me", "request_user", "acting_user", "authenticated_user"}
)


class Doubts:
    """Answers why an outcome without a record may be none that its function has to record."""

    def __init__(self, follower: Follower) -> None:
        self._follower = follower
        self._names = follower.names
        self._announcements = Announcements(follower)
        self.announced = self._announcements.on_a_way
        self.all_send = self._announcements.all_send

    def forget(self) -> None:
        """Know nothing of any function."""
        self._announcements.forget()

    def by_another_rule(self, fn: Fn, decided: Entry) -> bool:
        """Whether no right decides: a captcha, a licence, another server's refusal that is passed on, what nobody may do to oneself."""
        if not isinstance(decided, Guard):
            return False
        words = frozenset(words_of(fn, decided.condition))
        if (not _CAPTCHAS.isdisjoint(words) and PERSONS.isdisjoint(words)) or "cors" in words:  # a browser asks, and nobody else
            return True
        if not _LICENCES.isdisjoint(words):
            return True
        if is_unrelated(self._follower, fn, decided) or is_misspelt(
            self._follower, fn, refusing_calls(self._follower, fn, decided.condition, decided.holds)
        ):
            return True
        return any(
            self._is_anothers(fn, one, words) or self._is_oneself(fn, one) for one in self._compared(fn, decided.condition, decided.holds)
        )

    def _compared(self, fn: Fn, node: int, holds: bool) -> Iterator[ir.Node]:
        """The equalities that hold where a test did."""
        record = fn.body.nodes[node]
        if record[0] == ir.COND and record[1] in ("==", "in") and holds:
            yield record
        elif record[0] == ir.COND and record[1] == ("and" if holds else "or"):
            for one in record[2]:
                yield from self._compared(fn, one, holds)
        elif record[0] == ir.COND and record[1] in ("not", "!="):
            yield from self._compared(fn, record[2][0], not holds) if record[1] == "not" else () if holds else (record,)

    def _is_anothers(self, fn: Fn, record: ir.Node, words: frozenset[str]) -> bool:
        """Whether the status of another server's answer is asked for, ``response.status_code == 403``, where nobody is being logged in."""
        if not _LOGINS.isdisjoint(split(fn.name)):
            return False
        constants = {str(item) for one in record[2] for item in _constants(fn, one)}
        return not {"401", "403", "UNAUTHORIZED", "FORBIDDEN"}.isdisjoint(constants) and not _STATUSES.isdisjoint(words)

    def _is_oneself(self, fn: Fn, record: ir.Node) -> bool:
        """Whether somebody is compared with who is logged in, and is that one: ``if user.id == current_user.id: raise Forbidden``."""
        for one in record[2]:
            made = fn.body.nodes[unnamed(fn, one)]
            plain = made[0] == ir.CALL and len(made[2]) == 1 and self._follower.text(fn, made[1]) in ("str", "int")  # str(user.id)
            text = self._follower.text(fn, made[2][0] if plain and made[2][0] >= 0 else one)
            parts = text.replace("()", "").removesuffix("._get_current_object").split(".")
            while len(parts) > 1 and parts[-1] in _OF_SOMEBODY:
                parts.pop()
            if parts[-1] in _ONESELF or parts[-2:] in (["request", "user"], ["g", "user"], ["self", "user"]):
                return bool(record[1] != "in")
        return False

    def anothers(self, fn: Fn, guard: Guard) -> bool:
        """Whether a test before the last one found that another server refused."""
        words = frozenset(words_of(fn, guard.condition))
        return any(self._is_anothers(fn, one, words) for one in self._compared(fn, guard.condition, guard.holds))

    def by_a_limit(self, fn: Fn, decided: Entry) -> bool:
        """Whether a number is too large: a limit, and no right; or a function or its class is there to limit."""
        owner = split(fn.owner.name) if fn.owner is not None else ()
        limits = not _LIMITS.isdisjoint((*split(fn.name), *owner[-1:]))
        return limits or (isinstance(decided, Guard) and self._is_size(fn, decided.condition))

    def _is_size(self, fn: Fn, node: int) -> bool:
        record = fn.body.nodes[node]
        if record[0] != ir.COND:
            return False
        if record[1] == "==" and any(self._is_length(fn, one) for one in record[2]):  # len(header.split()) == 1: it cannot be read
            return all(fn.body.nodes[one][1] != 0 for one in record[2] if fn.body.nodes[one][0] == ir.CONST)
        if record[1] == "<":
            words = {word for name in named(fn, node) for word in split(name)}
            if not _NOW.isdisjoint(words) and not _SPANS.isdisjoint(words):  # poll.ends_at < now(): nobody votes any more
                return (_AGES | _SHOWN | PERSONS).isdisjoint(words)
            return not _SIZES.isdisjoint(words) and _AGES.isdisjoint(words)
        return record[1] in ("not", "and", "or") and any(self._is_size(fn, one) for one in record[2])

    def _is_length(self, fn: Fn, node: int) -> bool:
        record = fn.body.nodes[node]
        return bool(record[0] == ir.CALL and self._follower.text(fn, record[1]) == "len")

    def by_a_state(self, fn: Fn, decided: Entry) -> bool:
        """Whether the state of the program decides, or that of a thing that nobody may change."""
        if isinstance(decided, Handling):
            words = {word for name in fn.body.handlers[decided.handler].types for word in split(name.rpartition(".")[2])}
            if "inactive" in words and PERSONS.isdisjoint(words):  # a customer's contract is over
                return True
        elif isinstance(decided, Guard):
            words = set(words_of(fn, decided.condition)) | _asked_by_keyword(fn, decided.condition)
        else:
            return False
        if isinstance(decided, Guard) and decided.holds and self._is_itself(fn, decided.condition, words):
            return True
        if ("demo" in words and not _SHOWN_OFF.isdisjoint(words)) or (words <= _ACTIVE and _is_of_a_thing(fn)):
            return True
        held = not _HELD.isdisjoint(words) and PERSONS.isdisjoint(words)
        held = held or (not _OFF.isdisjoint(words) and (PERSONS - {"device"}).isdisjoint(words))
        if (held or not _UNREADY.isdisjoint(words)) and not _LOGINS.intersection(words_around(fn)):
            return True
        return (not _STATES.isdisjoint(words) or {"read", "only"} <= words or {"first", "run"} <= words) and PERSONS.isdisjoint(words)

    def _is_itself(self, fn: Fn, node: int, words: set[str]) -> bool:
        """Whether two things turn out to be the same one, of which nobody is a person: ``if int(target) == source.id``."""
        record = fn.body.nodes[node]
        if record[0] != ir.COND or record[1] != "==" or not PERSONS.isdisjoint(words):
            return False
        last = [self._follower.text(fn, one).rpartition(".")[2] for one in record[2]]
        return not _KEYS.isdisjoint(last) and all(fn.body.nodes[unnamed(fn, one)][0] != ir.CONST for one in record[2])


def _is_of_a_thing(fn: Fn) -> bool:
    """Whether a method's object is a thing, and nobody: ``class Wallet: def check_active(self)``."""
    return fn.owner is not None and (PERSONS | {"customer", "profile", "person", "employee"}).isdisjoint(split(fn.owner.name))


def _asked_by_keyword(fn: Fn, condition: int) -> set[str]:
    """Words of what a test has a function find by a switch: ``application.status in get_statuses(read_only=True)``."""
    record = fn.body.nodes[condition]
    parts = record[2] if record[0] == ir.COND else [condition]
    calls = (fn.body.nodes[part] for part in parts if fn.body.nodes[part][0] == ir.CALL)
    return {word for call in calls for key, value in call[3] if fn.body.nodes[value][:2] == [ir.CONST, True] for word in split(key)}


def _constants(fn: Fn, node: int) -> list[object]:
    """The literals of an operand, and the last part of an enum's member: ``HTTPStatus.FORBIDDEN``."""
    record = fn.body.nodes[unnamed(fn, node)]
    if record[0] == ir.SEQ:
        return [item for one in record[1] for item in _constants(fn, one)]
    return [record[1]] if record[0] == ir.CONST else [part for part in named(fn, node)[:1] if part.isupper()]
