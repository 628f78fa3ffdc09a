"""Which function answers for a change: who makes it, who asks for it, or who is asked by both."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.source.audit.changing.within_another import SAVING
from checker.source.audit.signs.promises import becomes_another, is_login, may_sign_up
from checker.source.audit.ways.paths import Entry
from checker.source.ir.ways import Called, Stored, walk
from checker.source.lexicon.words import split
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.audit.parts import Parts

_MOST_DEEP = 2
_FOR_ANOTHER_END = frozenset({"change", "reset", "set", "update", "edit", "initialize", "init", "setup", "install"})
"""First words of functions that let somebody in beside what they are there for: who has just changed a password stays logged in."""
_ASKED_FOR = frozenset({"password", "passwd", "checkpw", "credentials", "authenticate", "otp", "totp", "code"})
_STORING = frozenset({"dal", "dao", "daos", "crud", "repository", "repositories", "queries"})
"""Files and folders of functions that only write rows."""


class Answerable:
    """Tells whether a function is judged for a change on a way through it, or others are."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._names = parts.follower.names
        self._asked: set[Fn] = set()
        """Functions of which it is being asked whether they are judged; it ends cycles."""

    def answers(self, fn: Fn, entry: Entry, event: str, *, outside: bool) -> bool:
        """Whether a function is the place to judge a change that ``entry`` makes; ``outside`` is whether requests come to it itself."""
        return not self._judged_outside(fn, event) and (outside or self._is_judged_here(fn, entry, event))

    def grants(self, fn: Fn) -> bool:
        """Whether a login that succeeds is what a function is there for, and nothing that happens beside it."""
        return self._asks(fn) or self._is_a_login(fn) or becomes_another(fn.name)

    def _is_a_login(self, fn: Fn) -> bool:
        """Whether a function is there to log somebody in, by its name, its class or its route, or asks for a password or a code itself;
        one that signs somebody up lets them in beside that.
        """
        owner = fn.owner.name if fn.owner is not None else ""
        if may_sign_up(fn.name, owner) or not _FOR_ANOTHER_END.isdisjoint(split(fn.name)[:1]):
            return False
        asks = any(self._parts.terms.verifiers.tells(name) and not _ASKED_FOR.isdisjoint(split(name)) for name in fn.head.called)
        return asks or any(map(is_login, (fn.name, owner, *self._parts.around.routes(fn))))

    def _is_judged_here(self, fn: Fn, entry: Entry, event: str) -> bool:
        """Whether a function that the outside comes to through others is the place to judge: it makes the change, and nobody else is."""
        if event == "session_logout" or (event == "authn_login_success" and not (fn.owner is not None and self._is_a_login(fn))):
            return False
        inner = [one for one, _ in self._names.callees(fn, entry.node)] if isinstance(entry, Called) else []
        inner = [one for one in inner if _STORING.isdisjoint(one.module.parts[-2:])]  # what only writes rows
        asked_of_them = SAVING.isdisjoint(fn.head.called) or any(map(self._changes_itself, inner))
        if inner and asked_of_them and (event.startswith("authn_token") or not all(self._leaves_it(fn, one) for one in inner)):
            return False
        above = self._parts.around.callers(fn)
        if self._parts.around.serves(fn):
            reached = any(self._parts.around.reachable(caller) for caller, _, _ in above)
        elif not above and isinstance(entry, Stored) and self._parts.changes.is_a_persons(fn):
            reached = True  # whoever calls it has its row from a query
        elif not above and self._is_librarys(fn, event):
            reached = True
        else:
            reached = self._parts.around.reachable(fn)
        if any(self._parts.records.function(one) for one in self._parts.around.frames(fn)):
            return False
        return (
            reached
            and not self._is_judged_by_callers(fn, 0)
            and not self._parts.recorded.callers_tell(fn, beside=event == "authn_login_success")
        )

    def _is_librarys(self, fn: Fn, event: str) -> bool:
        """Whether a library of a server's offers a function for such a change, by its name: ``async def assign_role(name, account)``."""
        if fn.owner is not None or fn.head.parent != 0 or fn.name.startswith("_") or fn.module.tops.isdisjoint(self._parts.around.servers):
            return False
        own = self._parts.terms.changes.find("", fn.name, ()) if self._parts.terms.changes.tells(fn.name) else None
        return own is not None and own.event == event and not self._parts.around.decorators(fn)

    def _leaves_it(self, fn: Fn, inner: Fn) -> bool:
        """Whether a function that makes a change leaves it to who asks for it: it is a part of what ``fn`` does."""
        if self._changes_itself(inner):
            return not self._parts.around.serves(fn) and not self._parts.around.boundary(inner)
        return any("execute" in split(name) for name in inner.head.called)  # "UPDATE users SET ..." tells nothing of what it changes

    def _changes_itself(self, fn: Fn) -> bool:
        """Whether a function is one in which a change is seen; ``set_password()`` that only puts a hash into a dict is not."""
        return any(self._parts.changes.of(fn, one) is not None for one in walk(fn.steps) if isinstance(one, Called | Stored))

    def _is_judged_by_callers(self, fn: Fn, depth: int) -> bool:
        """Whether a function is a part of what its callers, or theirs, are judged for."""
        for caller, call, _ in self._parts.around.callers(fn):
            made = self._parts.changes.of(caller, Called(call))
            if made is not None and not self._parts.around.serves(caller) and self._is_judged_itself(caller, Called(call), made[0]):
                return True
            if depth < _MOST_DEEP and not self._parts.around.boundary(caller) and self._is_judged_by_callers(caller, depth + 1):
                return True
        return False

    def _is_judged_itself(self, fn: Fn, entry: Called, event: str) -> bool:
        """Whether a function is judged for a change that it asks somebody for, and does not leave that to who makes it."""
        if self._parts.around.boundary(fn) or fn in self._asked:
            return True
        self._asked.add(fn)
        judged = self._is_judged_here(fn, entry, event)
        self._asked.discard(fn)
        return judged or self._parts.recorded.callers_tell(fn)

    def _judged_outside(self, fn: Fn, event: str) -> bool:
        """Whether a function is itself what its callers change something by, and one of them is judged for it."""
        routes = not self._parts.terms.decorators.isdisjoint(self._parts.around.decorators(fn))
        others = [caller for caller, _, _ in self._parts.around.callers(fn) if caller is not fn]
        if event == "session_logout":  # who sends somebody away with it for another reason is not judged for it
            others = [caller for caller in others if self._parts.changes.logs_out(caller)]
        if not routes and any(self._makes(caller, event) for caller in others):
            return True
        own = self._parts.terms.changes.find("", fn.name, ()) if self._parts.terms.changes.tells(fn.name) else None
        if own is None or own.event != event or self._parts.around.routed(fn):
            return False
        callers = self._parts.around.callers(fn)
        return any(
            self._parts.around.boundary(caller) and self._parts.changes.of(caller, Called(call)) is not None for caller, call, _ in callers
        )

    def _makes(self, fn: Fn, event: str) -> bool:
        """Whether a function that the outside comes to makes such a change itself."""
        steps = (one for one in walk(fn.steps) if isinstance(one, Called | Stored))
        return self._parts.around.boundary(fn) and any(
            (change := self._parts.changes.of(fn, one)) is not None and change[0] == event for one in steps
        )

    def _asks(self, fn: Fn) -> bool:
        """Whether a function asks a verifier itself, and records something: the success that it grants is its outcome."""
        return self._parts.records.anywhere(fn) and any(map(self._parts.terms.verifiers.tells, fn.head.called))
