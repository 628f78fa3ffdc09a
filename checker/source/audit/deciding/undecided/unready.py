"""Refusals because something is missing or not ready, whoever asks: no tenant was chosen, a service was not given, a shop is closed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from checker.source import ir
from checker.source.audit.deciding.refusing.breakdowns import texts
from checker.source.audit.deciding.verifying.conditions import RIGHTS
from checker.source.audit.signs.mentions import named, words_of
from checker.source.audit.ways.paths import Entry, Guard, Handling, Way, made_in
from checker.source.flow.literal import bare, unnamed
from checker.source.ir import Node
from checker.source.lexicon.words import split
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

_NEEDED = frozenset({"required", "requires", "missing", "needed"})
"""Words of answers to who left something out."""
_NOT_YET = ({"not", "yet"}, {"no", "selected"}, {"not", "configured"}, {"not", "initialized"}, {"not", "initialised"})
_SOMEBODY = frozenset({
    "user", "account", "owner", "admin", "member", "membership", "author", "login", "session", "token", "key", "identity", "principal",
    "person", "staff", "role", "roles", "actor", "me", "subject", "current", "decision", "grant", "access", "allowed", "scope", "scopes",
    "credentials", "employee", "profile", "password", "logged", "authenticated", "subscription", "license", "licence", "trial"
})  # fmt: skip
"""Words of what tells who somebody is, or what they may: that this is not there is a denial."""
_PAGES = frozenset({"page", "cursor", "continuation", "pagination"})
"""Words of tokens that say where in a list somebody reads on."""
_STATES = frozenset({"status", "state"})
_FORMS = frozenset({"format", "subprotocol", "encoding", "mimetype"})
_TAKEN = frozenset({"get", "pop"})
_IN_A_STATE = frozenset({
    "full", "shipped", "delivered", "sold", "finished", "completed", "closed", "ended", "started", "cancelled", "canceled", "archived",
    "paid", "settled", "processed", "submitted", "sent"
})  # fmt: skip
"""What a thing is when nobody may do more with it: ``if order.shipped``, ``if room.is_full()``."""
_TO_BE_HAD = frozenset({"open", "available", "started", "running"})
_IS = frozenset({"is", "has", "was", "been", "already"})
_DONE = "already"
_SHOWN = frozenset({"token", "code", "link", "session", "key", "password", "otp", "invitation", "invite", "ticket",
                    "denied", "forbidden", "unauthorized", "unauthorised"})  # fmt: skip
"""What somebody shows, of which it is a denial that it was used already; and words of denials."""
_OFF = (
    {"disabled"}, {"closed"}, {"reserved"}, {"unavailable"}, {"not", "enabled"}, {"not", "available"}, {"not", "started"}, {"has", "ended"}
)  # fmt: skip
"""Words of answers about what is not to be had, whoever asks for it."""
_FIXED = ({"built", "in", "cannot"}, {"builtin", "cannot"}, {"built", "in", "can", "not"})
"""Words of answers about what nobody may change."""
_BECAUSE = ({"cannot", "since"}, {"cannot", "because"}, {"can", "not", "because"}, {"can", "not", "since"})
"""Words of answers that give a reason: where it names nobody and no right, it is what became of the thing."""
_MISSING = ("DoesNotExist", "NotFound", "NoResultFound")
_NOT_THERE = ({"not", "exist"}, {"not", "exists"}, {"not", "found"})
_PERSONS = frozenset({"user", "users", "account", "accounts", "member", "customer", "tenant", "login", "employee", "you", "your"})


def is_not_ready(follower: Follower, fn: Fn, way: Way, decided: Entry) -> bool:
    """Whether a test that decides finds something missing that everybody must bring, or a thing in a state in which nobody may use it."""
    if not isinstance(decided, Guard):
        return False
    if _is_closed(follower, fn, decided.condition, decided.holds):
        return True
    absent = _absent(fn, decided)
    if absent >= 0:
        record = fn.body.nodes[unnamed(fn, absent)]
        words = {word for name in named(fn, absent) for word in split(name)}
        if not words.isdisjoint(_PAGES):
            return True
        if not words or not (_SOMEBODY | RIGHTS).isdisjoint(words):
            return False
        return _is_given(fn, record) or _says_needed(fn, way)
    return False


def _is_given(fn: Fn, record: Node) -> bool:
    """Whether a value is a parameter, or what is taken out of one: ``values.pop("id", None) or values.pop("name", None)``."""
    if record[0] == ir.UNION:
        return bool(record[1]) and all(_is_given(fn, fn.body.nodes[unnamed(fn, one)]) for one in record[1])
    if record[0] == ir.CALL:
        callee = fn.body.nodes[record[1]]
        return bool(callee[0] == ir.ATTR and callee[2] in _TAKEN and fn.body.nodes[bare(fn, callee[1], ir.DROP)][0] == ir.PARAM)
    return bool(record[0] == ir.PARAM)


def says_a_state(fn: Fn, way: Way) -> bool:
    """Whether a 403 says that something was done before, or is not to be had by anybody: "You have already liked this post"."""
    value = way.exit.value if way.exit is not None else -1
    said = {word for text in texts(fn, value) for word in split(text.replace(" ", "_"))} if value >= 0 else set()
    if not RIGHTS.isdisjoint(said) or not _SHOWN.isdisjoint(said):
        return False
    if any(one <= said for one in _BECAUSE) and _SOMEBODY.isdisjoint(said):
        return True
    return _DONE in said or (_PERSONS.isdisjoint(said) and any(one <= said for one in (*_OFF, *_FIXED)))


def is_not_there(fn: Fn, way: Way, decided: Entry) -> bool:
    """Whether a row was looked for that is there for nobody, and the answer says so, with 403 in place of 404:
    ``except Submission.DoesNotExist: return Response({"error": "Submission does not exist"}, status=403)``.
    """
    if not isinstance(decided, Handling):
        return False
    types = fn.body.handlers[decided.handler].types
    if not types or not all(name.endswith(_MISSING) for name in types):
        return False
    about = {word for call in made_in(decided.step) for word in _given(fn, call)} | {word for name in types for word in split(name)}
    value = way.exit.value if way.exit is not None else -1
    said = {word for text in texts(fn, value) for word in split(text.replace(" ", "_"))} if value >= 0 else set()
    return any(one <= said for one in _NOT_THERE) and (_SOMEBODY | RIGHTS).isdisjoint(about | said)


def _given(fn: Fn, call: int) -> Iterator[str]:
    """Words of what a call is given, and of what it is made on."""
    record = fn.body.nodes[call]
    yield from words_of(fn, record[1])
    for key, value in (*(("", one) for one in record[2]), *record[3]):
        yield from split(key)
        yield from words_of(fn, value) if value >= 0 else ()


def _absent(fn: Fn, decided: Guard) -> int:
    """What a test finds to be nothing: ``tenant_id`` of ``not tenant_id`` and of ``tenant_id is None``; -1 for any other test."""
    record, holds = fn.body.nodes[decided.condition], decided.holds
    node = decided.condition
    while record[0] == ir.COND and record[1] == "not":
        node, holds = int(record[2][0]), not holds
        record = fn.body.nodes[node]
    if record[0] == ir.COND and record[1] in ("is", "is not", "==", "!="):
        other = fn.body.nodes[record[2][1]]
        nothing = other[0] == ir.CONST and other[1] is None and holds == (record[1] in ("is", "=="))
        return int(record[2][0]) if nothing else -1
    return node if not holds and record[0] in (ir.VAR, ir.PARAM, ir.ATTR, ir.ITEM) else -1


def _says_needed(fn: Fn, way: Way) -> bool:
    """Whether the answer says that something is required, or that it is not there yet, and of no right."""
    value = way.exit.value if way.exit is not None else -1
    said = {word for text in texts(fn, value) for word in split(text.replace(" ", "_"))} if value >= 0 else set()
    needed = not _NEEDED.isdisjoint(said) or any(one <= said for one in _NOT_YET)
    return needed and (RIGHTS | {"login", "user", "membership"}).isdisjoint(said)


def _is_closed(follower: Follower, fn: Fn, condition: int, holds: bool) -> bool:
    """Whether a thing is in another state than it must be: ``tenant.status != "active"``; or in one that ends it: ``order.shipped``."""
    record = fn.body.nodes[condition]
    while record[0] == ir.COND and record[1] == "not":
        condition, holds = int(record[2][0]), not holds
        record = fn.body.nodes[condition]
    if (asked := _asked(fn, condition))[0] == ir.ATTR:
        words = {word for word in split(asked[2]) if word not in _IS}
        return bool(words) and words <= (_IN_A_STATE if holds else _TO_BE_HAD) and _is_a_thing(follower, fn, asked[1])
    if record[0] == ir.COND and record[1] in ("in", "not in") and _is_one_of_some(follower, fn, record):
        return True
    if record[0] != ir.COND or record[1] not in ("==", "!=", "is", "is not") or holds == (record[1] in ("==", "is")):
        return False
    asked = fn.body.nodes[unnamed(fn, record[2][0])]
    if asked[0] != ir.ATTR or asked[2] not in _STATES:
        return False
    return _is_a_thing(follower, fn, asked[1])


def _is_one_of_some(follower: Follower, fn: Fn, record: Node) -> bool:
    """Whether a state, or a format, is looked for among those that the code names: ``status not in [Status.APPROVED, Status.REJECTED]``."""
    among = fn.body.nodes[unnamed(fn, record[2][1])]
    if among[0] != ir.SEQ or any(fn.body.nodes[one][0] not in (ir.CONST, ir.ATTR) for one in among[1]):
        return False
    text = follower.text(fn, record[2][0])
    words = split(text.rpartition(".")[2])
    known = {word for one in among[1] for name in named(fn, one) for word in split(name)}
    state = words[-1:] and (words[-1] in _STATES or words[-1] in _FORMS)
    return bool(state) and (_SOMEBODY | RIGHTS).isdisjoint({*words, *split(text.rpartition(".")[0].replace(".", "_")), *known})


def _asked(fn: Fn, condition: int) -> Node:
    """The attribute that a test is of, or the method: ``order.shipped``, ``room.is_full()``."""
    record = fn.body.nodes[unnamed(fn, condition)]
    return fn.body.nodes[record[1]] if record[0] == ir.CALL and not record[2] and not record[3] else record


def _is_a_thing(follower: Follower, fn: Fn, node: int) -> bool:
    """Whether nobody is called so who may or may not do something."""
    owner = split(follower.text(fn, node).removesuffix("()").rpartition(".")[2])
    return bool(owner) and _SOMEBODY.isdisjoint(owner)
