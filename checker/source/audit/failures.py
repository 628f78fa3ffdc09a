"""Where on a way a verifier said no, and answers whose status was set before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from msgspec.structs import replace

from checker.source import ir
from checker.source.audit.changing.changes import Changes
from checker.source.audit.deciding.refusing import closing, flashed
from checker.source.audit.deciding.refusing.exits import Exits
from checker.source.audit.deciding.refusing.own_status import NUMBERS, SETTING, OwnStatus
from checker.source.audit.deciding.refusing.refused import Refused
from checker.source.audit.deciding.verifying import counted, further, looked_up
from checker.source.audit.deciding.verifying.caught_no import SECRETS, CaughtNo
from checker.source.audit.deciding.verifying.decisions import Decisions, Verified
from checker.source.audit.deciding.verifying.library_says import LibrarySays
from checker.source.audit.deciding.verifying.providers import SESSION_USER
from checker.source.audit.project.recording.records import Records
from checker.source.audit.signs.mentions import words_of
from checker.source.audit.signs.statuses import FIELDS
from checker.source.audit.ways import alike
from checker.source.audit.ways.paths import Entry, Guard, Handling, Left, Way, made_in
from checker.source.flow.literal import source, unnamed
from checker.source.ir.ways import Called, Put, Stored
from checker.source.lexicon.words import once, split
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

_ANSWERING = frozenset({"error", "fail", "deny", "refuse", "respond", "reply", "reject", "abort", "response", "answer", "failure"})
"""Words of helpers that answer a request with the status that they are given."""
_NOTHING: tuple[tuple[Verified, ...], bool] = (), False
_KEPT = frozenset({"password", "password_hash", "hashed_password", "passwd"})
"""Attributes that keep a password."""


class Failures:
    """Finds the verifier's no on a way."""

    def __init__(
        self, follower: Follower, decisions: Decisions, exits: Exits, changes: Changes, records: Records, says: LibrarySays
    ) -> None:
        self._follower = follower
        self._decisions = decisions
        self._exits = exits
        self._changes = changes
        self._records = records
        self.library_says = says
        self._caught = CaughtNo(follower, decisions, exits, says, records)
        self._own_status = OwnStatus(follower, exits)
        self._steps: dict[tuple[Fn, int], tuple[Entry, tuple[Verified, ...], bool]] = {}
        """By the identity of a step, which is kept here so that no other can have it; to hash a ``try`` is to hash all of it."""
        self._silent: dict[Fn, set[int]] = {}
        """Identities of a function's steps that tell nothing and let nobody in: many ways have no others, and are known by that at once."""

    def forget(self) -> None:
        """Know nothing of any function."""
        self._steps.clear()
        self._silent.clear()
        self._own_status.forget()
        self._caught.forget()

    def by_status(self, fn: Fn, way: Way) -> Refused | None:
        """An answer whose status was set before: ``self.set_status(403)``, ``response.status_code = 401``."""
        for entry in reversed(way.entries):
            if isinstance(entry, Guard | Handling | Left):
                return None
            status = self._exits.set_before(fn, (entry,)) if isinstance(entry, Stored) else 0
            text = "sets the status"
            if isinstance(entry, Called):
                record = fn.body.nodes[entry.node]
                name = self._follower.text(fn, record[1]).rpartition(".")[2]
                if name in SETTING:
                    given = [*record[2][:1], *(value for key, value in record[3] if key in ("code", "status", "status_code"))]
                    status = next((found for one in given if one >= 0 and (found := self._status_of(fn, one))), 0)
                    text = name
                elif status := closing.status(fn, record, way) if name in closing.CLOSING else self._by_helper(fn, entry.node, name):
                    text = name
                elif "send" in fn.head.params and (answer := self._exits.answer(fn, entry.node)) is not None:
                    return replace(answer, text=f"sends {answer.text or answer.status}")
            if status and text in closing.CLOSING:
                return Refused(status, False, f"closes the websocket ({text}())")
            if status:
                return Refused(status, False, f"{text} {status}" if text == "sets the status" else f"calls {text}({status})")
        return None

    def may_answer(self, fn: Fn) -> bool:
        """Whether a function may ask a helper that answers with one of the numbers, or give it one; told by its head and encoded body."""
        if self._own_status.may_ask(fn):
            return True
        if not any(map(_answers, fn.head.called)):
            return False
        return any(map(fn.data.__contains__, NUMBERS))

    def _by_helper(self, fn: Fn, call: int, name: str) -> int:
        """401 or 403 where a helper is given it, and sets the answer's status to it: ``self.respond_error(HTTPStatus.FORBIDDEN, "no")``,
        or sets it whatever it is given.

        Of a helper that is not at hand its name is believed, where it is a method of the same class.
        """
        if status := self._own_status.set_by(fn, call, name):
            return status
        record = fn.body.nodes[call]
        given = [*record[2][:2], *(value for key, value in record[3] if key in FIELDS)] if _answers(name) else []
        status = next((found for one in given if one >= 0 and (found := self._exits.status(fn, one))), 0)
        if not status:
            return 0
        helpers = [one for one, _ in self._follower.names.callees(fn, call)]
        if helpers:
            return status if all(map(self._sets_status, helpers)) else 0
        return status if self._follower.text(fn, record[1]) == f"self.{name}" else 0

    def _sets_status(self, fn: Fn) -> bool:
        """Whether a function sets an answer's status to what it is given, and gives nothing back."""
        if any(fn.body.nodes[value][:2] != [ir.CONST, None] for value in fn.body.returns):
            return False
        called = (fn.body.nodes[call] for call in fn.body.calls)
        return any(
            self._follower.text(fn, record[1]).rpartition(".")[2] in SETTING
            and bool(record[2])
            and fn.body.nodes[unnamed(fn, record[2][0])][0] == ir.PARAM
            for record in called
            if not record[2] or record[2][0] >= 0
        )

    def _status_of(self, fn: Fn, node: int) -> int:
        """401 or 403 where a status is given, or a dict with one: ``await send({"type": "http.response.start", "status": 401})``."""
        record = source(fn, node)
        if record[0] != ir.DICT:
            return self._exits.status(fn, node)
        return next((self._exits.status(fn, value) for key, value in zip(record[1], record[2], strict=True) if key == "status"), 0)

    def held(self, fn: Fn, way: Way) -> tuple[Refused, Way] | None:
        """A refusal that was kept in a name and is returned later, with the way up to where it was made; not where a record comes after."""
        kept = self._exits.held(fn, way.exit.value) if way.exit is not None and way.exit.kind == "return" and way.exit.value >= 0 else {}
        last = next((at for at in range(len(way.entries) - 1, -1, -1) if _node(way.entries[at]) in kept), -1) if kept else -1
        found = kept[_node(way.entries[last])] if last >= 0 else None
        if found is None or any(self._records.entry(fn, entry) for entry in way.entries[last:]):
            return None
        return replace(found, text=f"returns {found.text or found.status}", kept=True), replace(way, entries=way.entries[: last + 1])

    def failing(self, fn: Fn, way: Way) -> tuple[int, Verified | None]:
        """The last verifier that said no on a way, where none said yes afterwards; and from where on a record tells of that."""
        found = self._said_no(fn, way.entries)
        return found if found[1] is not None else counted.failing(self._follower, fn, way)

    def _said_no(self, fn: Fn, entries: tuple[Entry, ...]) -> tuple[int, Verified | None]:
        last: tuple[int, Verified | None] = (0, None)
        silent = self._silent.setdefault(fn, set())
        if silent.issuperset(map(id, entries)):
            return last
        inside = False
        found: set[int] = set()
        """Verifiers that said yes."""
        for position, entry in enumerate(entries):
            told, lets_in = self._seen(fn, entry) if id(entry) not in silent else _NOTHING
            for one in told:
                if one.failed and inside and fn.body.nodes[one.call][0] != ir.CALL:
                    continue  # what is kept of somebody who was let in is looked at: ``user.verification == UNVERIFIED``
                if one.failed and one.call in found and isinstance(entry, Guard) and further.asked(fn, entry.condition):
                    continue  # user, roles = verify_key(key): somebody is there, with all roles
                if not one.failed:
                    found.add(one.call)
                if one.failed and last[1] is not None and one.entry is looked_up.LINK:
                    continue  # it is looked up why the first said no
                if one.failed:
                    last = (self._made_at(entries, one.call, position), one)
                elif last[1] is not None:
                    last = (0, None)
            if last[1] is not None and self._asks_again(fn, entry, last[1].call):
                last = (0, None)
            if lets_in:
                last, inside = (0, None), True
        return last

    def _asks_again(self, fn: Fn, entry: Entry, call: int) -> bool:
        """Whether who raised is asked once more, and says yes by coming back: ``signature.verify(new_key)`` after a key was renewed."""
        if not isinstance(entry, Called) or entry.node == call or fn.body.nodes[call][0] != ir.CALL:
            return False
        text = self._follower.text(fn, fn.body.nodes[call][1])
        return text != "..." and self._follower.text(fn, fn.body.nodes[entry.node][1]) == text

    def _seen(self, fn: Fn, entry: Entry) -> tuple[tuple[Verified, ...], bool]:
        """What a step tells, and whether it lets somebody in; a function's ways have most of their steps in common."""
        known = self._steps.get((fn, id(entry)))
        if known is None:
            known = self._steps[fn, id(entry)] = entry, tuple(self._told(fn, entry)), self._lets_in(fn, entry)
            if not known[1] and not known[2]:
                self._silent.setdefault(fn, set()).add(id(entry))
        return known[1:]

    @staticmethod
    def _made_at(entries: tuple[Entry, ...], call: int, position: int) -> int:
        for at in range(position, -1, -1):
            entry = entries[at]
            if isinstance(entry, Called) and entry.node == call:
                return at + 1
        return position

    @staticmethod
    def lets_through(fn: Fn, way: Way) -> bool:
        """Whether what a way returns was found to be there last of all: ``if user := by_other_means(request): return user``."""
        if way.exit is None or way.exit.kind != "return" or way.exit.value < 0:
            return False
        last = next((one for one in reversed(way.entries) if isinstance(one, Guard)), None)
        return last is not None and last.holds and _same(fn, last.condition, way.exit.value)

    def goes_on(self, fn: Fn, way: Way, verified: Verified, ways: Iterable[Way]) -> bool:
        """Whether a way ends where it ends as well when somebody is who they say they are: only a part of the answer was not there, whom
        a function of the project's finds is not needed, or the same is done in both cases. Where the next page shall say that it failed,
        it did.
        """
        if verified.part:
            return way.exit is not None and way.exit.kind == "return" and not self._exits.is_nothing(fn, way.exit)
        if fn.body.nodes[verified.call][0] != ir.CALL:
            return False
        others = [one for one in ways if one is not way and one.exit is not None and one.exit == way.exit]
        if self._decisions.verifier(fn, verified.call) is not None:
            return any(alike.do_the_same(fn, way, one) and self._found(fn, one.entries, verified.call) for one in others)
        if flashed.says_no(self._follower, fn, way.entries):
            return False
        return self._gives_up(fn, way, verified) or any(self._found(fn, one.entries, verified.call) for one in others)

    def _gives_up(self, fn: Fn, way: Way, verified: Verified) -> bool:
        """Whether a function that never gives anything ends early where a helper raised: who comes after it judges what was shown."""
        if (
            any(fn.body.nodes[value][:2] != [ir.CONST, None] for value in fn.body.returns)
            or way.exit is None
            or not self._exits.is_nothing(fn, way.exit)
        ):
            return False
        caught = [at for at, entry in enumerate(way.entries) if isinstance(entry, Handling) and verified.call in made_in(entry.step)]
        return bool(caught) and not any(isinstance(entry, Called) for entry in way.entries[caught[-1] :])  # else it answers first

    def _found(self, fn: Fn, entries: tuple[Entry, ...], call: int) -> bool:
        """Whether somebody was found by a call on a way, and is not let in."""
        told = [self._seen(fn, entry) for entry in entries]
        return any(said.call == call and not said.failed for seen, _ in told for said in seen) and not any(lets_in for _, lets_in in told)

    def tells(self, fn: Fn, entry: Entry) -> bool:
        """Whether a verifier's no is told by a step, whatever way it is on."""
        return any(one.failed for one in self._told(fn, entry))

    def _told(self, fn: Fn, entry: Entry) -> Iterator[Verified]:
        if isinstance(entry, Guard):
            yield from self._decisions.told(fn, entry.condition, entry.holds)
        elif isinstance(entry, Handling) and entry.raised is None:
            yield from self._caught.told(fn, entry)

    def _lets_in(self, fn: Fn, entry: Entry) -> bool:
        if isinstance(entry, Guard):
            return entry.holds and _is_another_login(fn, entry.condition)
        if isinstance(entry, Put):
            return entry.value >= 0 and entry.key in SESSION_USER
        if isinstance(entry, Stored):  # the new password was found to be another than the old one
            return fn.head.stores[entry.position].name in _KEPT or self._changes_password(fn, entry)
        if not isinstance(entry, Called):
            return False
        change = self._changes.named(fn, entry.node)
        let_in = change is not None and change[0] in ("authn_login_success", "authn_token_created")
        return let_in or self._changes_password(fn, entry)

    def _changes_password(self, fn: Fn, entry: Called | Stored) -> bool:
        change = self._changes.of(fn, entry)
        return change is not None and change[0] == "authn_password_change"


@once
def _answers(name: str) -> bool:
    """Whether a helper of that name may answer a request."""
    return not _ANSWERING.isdisjoint(split(name))


def _node(entry: Entry) -> int:
    return entry.node if isinstance(entry, Called) else -1


def _same(fn: Fn, condition: int, value: int) -> bool:
    """Whether a test asks for nothing but whether a value is there."""
    record = fn.body.nodes[condition]
    if record[0] == ir.COND and record[1] == "is not" and fn.body.nodes[record[2][1]][:2] == [ir.CONST, None]:
        condition = record[2][0]
    return condition == value and fn.body.nodes[value][0] == ir.VAR


def _is_another_login(fn: Fn, condition: int) -> bool:
    """Whether a test lets somebody in whom the verifier does not know: ``user is None and name == SYSTEM and password == SECRET``."""
    record = fn.body.nodes[condition]
    tests = [fn.body.nodes[one] for one in record[2]] if record[0] == ir.COND and record[1] == "and" else []
    equal = (one for one in tests if one[0] == ir.COND and one[1] == "==")
    return any(all(not SECRETS.isdisjoint(words_of(fn, side)) for side in one[2]) for one in equal)
