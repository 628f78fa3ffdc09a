"""The facts about changes: ways to a normal end on which something was changed and no record is left."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from checker.model import Confidence
from checker.source import ir
from checker.source.audit.changing import row_signals, unchanging
from checker.source.audit.changing.within_another import SAVING, Change, WithinAnother
from checker.source.audit.deciding.refusing import results
from checker.source.audit.deciding.undecided.doubts import Doubts
from checker.source.audit.deciding.undecided.refusing_calls import refusing_calls
from checker.source.audit.judging.answerable import Answerable
from checker.source.audit.project.recording.sure import Sure
from checker.source.audit.signs.promises import ANSWERS, is_logout
from checker.source.audit.ways.paths import Entry, Guard, Way
from checker.source.facts.outcomes import AuthOutcome, RecordedOutcome
from checker.source.flow.literal import unnamed
from checker.source.flow.places import span
from checker.source.ir.ways import Called, Put, Stored
from checker.source.lexicon.words import split
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.audit.parts import Parts

_KEEPING = SAVING | {"update", "merge", "put", "edit", "execute", "session_commit", "add", "set", "write", "store", "persist"}
_ERRORS = frozenset({"error", "errors", "fail", "failed", "failure"})
_HUBS = frozenset({"jupyterhub", "jupyter_server", "notebook"})
_USING = frozenset({
    "lookup", "get", "find", "load", "fetch", "validate", "verify", "check", "refresh", "exchange", "consume", "use", "redeem", "confirm",
    "accept"
})  # fmt: skip
"""First words of functions by which somebody shows a token, and uses it up."""
_WHO_COMES = frozenset({"from", "current"})
"""Words of functions that make whoever another provider sends and is not here yet: ``provision_current_user(identity)``."""
_OF_CLASSES = frozenset({"classmethod", "staticmethod"})
_ASKED = ("Serializer", "Form")
"""Classes whose methods views ask to do it."""
_ADMINS = frozenset({"save_model", "delete_model", "delete_queryset", "save_related", "save_formset"})
_OF_RIGHTS = "privilege_permissions_changed"


class Changed:
    """Judges the ways on which something is changed."""

    def __init__(self, parts: Parts, doubts: Doubts) -> None:
        self._parts = parts
        self._follower = parts.follower
        self._names = parts.follower.names
        self._doubts = doubts
        self._within = WithinAnother(parts.follower, parts.changes)
        self._answerable = Answerable(parts)

    def changed(self, fn: Fn, way: Way) -> Iterator[AuthOutcome | RecordedOutcome]:
        """What was changed on a way to a normal end of which nothing was recorded."""
        changes = [one for one in self._within.made(fn, way) if one.event != _OF_RIGHTS or not unchanging.sets_up(fn)]
        if not changes or fn.name == "<lambda>" or self._parts.around.is_form(fn) or self._is_the_admins(fn):
            return
        sure = self._recorded_on(fn, way)
        if sure == Sure.YES or self._is_told_by_others(fn, changes):
            yield from (self._parts.recorded.outcome(fn, way, one.event, one.text, one.place) for one in changes)
            return
        outside = self._parts.around.boundary(fn) and not self._parts.around.serves(fn)
        announced = self._is_announced(fn, way, outside=outside)
        refused = self._refused(fn, way)
        times: tuple[int, int] | None = None
        for one in self._within.alone(fn, way, changes):
            entry = way.entries[one.at]
            if isinstance(entry, Called) and entry.node in refused:
                continue
            if self._is_heard(fn, way, one):
                yield self._parts.recorded.outcome(fn, way, one.event, one.text, one.place)
                continue
            if one.event == "session_logout" and (self._is_the_hubs(fn) or self._parts.records.is_receiver(fn)):
                continue
            if self._answerable.answers(fn, entry, one.event, outside=outside) and not self._came_to_nothing(fn, way, one.at):
                first, last = times = times or self._parts.recorded.told(fn, way)  # once for all of a way: there may be thousands
                doubted = announced or sure == Sure.MAYBE or not last <= one.at < first
                yield self._outcome(fn, way, one, doubted=doubted)

    def _recorded_on(self, fn: Fn, way: Way) -> Sure:
        """How surely a way is recorded by what is done on it."""
        sure = max((self._parts.records.entry(fn, entry) for entry in way.entries), default=Sure.NO)
        sure = max(sure, Sure.MAYBE if self._parts.around.follows() else Sure.NO)
        return max(sure, self._parts.recorded.left_out.on(fn, way))

    def _is_told_by_others(self, fn: Fn, changes: list[Change]) -> bool:
        """Whether who asks a function, or stands around it, records whatever it changes."""
        lets_in = all(one.event == "authn_login_success" for one in changes)
        asked = self._parts.around.based(fn, _ASKED) or self._is_asked(fn)
        return (asked and self._parts.recorded.callers_tell(fn, beside=lets_in)) or self._parts.around.wrapped_always(fn)

    def _is_announced(self, fn: Fn, way: Way, *, outside: bool) -> bool:
        """Whether others hear of a way by a signal or an event, and may record it."""
        if self._doubts.announced(fn, way.entries):
            return True
        return not outside and self._doubts.all_send(caller for caller, _, _ in self._parts.around.callers(fn))

    def _is_heard(self, fn: Fn, way: Way, change: Change) -> bool:
        """Whether a signal's receiver, a row's hook, a method of the same name or who ends a session records a change."""
        entry, event = way.entries[change.at], change.event
        return (
            self._is_signalled(fn, way, event)
            or row_signals.hear(self._parts.records, event, self._within.name(fn, entry))
            or (isinstance(entry, Called) and self._parts.recorded.by_namesake(fn, entry.node))
            or (event == "session_logout" and self._is_told_at_times(fn, entry))
        )

    def _is_signalled(self, fn: Fn, way: Way, event: str) -> bool:
        """Whether a framework's signal tells of an event; of a logout where something on the way is called so, beside cookies deleted."""
        return self._parts.around.hearing.signalled(event) and (
            event != "session_logout" or any(is_logout(self._within.name(fn, entry)) for entry in way.entries)
        )

    def _is_told_at_times(self, fn: Fn, entry: Entry) -> bool:
        """Whether who ends a session records that; what is no session any more is ended without: ``Session.delete(token)``."""
        inner = [one for one, _ in self._names.callees(fn, entry.node)] if isinstance(entry, Called) else []
        return any(self._parts.records.function(one) for one in inner)

    def _is_asked(self, fn: Fn) -> bool:
        """Whether a method answers no request itself, whatever its class is called: ``class AuthHandler: def set_password(self, user)``."""
        return fn.owner is not None and fn.name not in ANSWERS and _OF_CLASSES.issuperset(self._parts.around.decorators(fn))

    def _is_the_admins(self, fn: Fn) -> bool:
        """Whether Django's admin writes a LogEntry of what a method does: https://docs.djangoproject.com/en/5.2/ref/contrib/admin/#logentry-objects"""
        return fn.name in _ADMINS and self._parts.around.based(fn, ("ModelAdmin", "UserAdmin", "GroupAdmin"))

    def _is_the_hubs(self, fn: Fn) -> bool:
        """Whether a logout is a part of one that the framework itself records.

        JupyterHub: "User logged out: %s" in jupyterhub/handlers/login.py; Jupyter Server: jupyter_server/auth/login.py.
        """
        libraries = self._names.mro(fn.owner)[1] if fn.owner is not None else []
        return any(dotted.partition(".")[0] in _HUBS for dotted in libraries)

    def _refused(self, fn: Fn, way: Way) -> frozenset[int]:
        """The calls that said by their answer that they did not make a change: ``if not delete_token(key): return 404``."""
        guards = [one for one in way.entries if isinstance(one, Guard)]
        said = frozenset(results.complaining(fn, one.condition) for one in guards if one.holds) - {-1}
        return said | frozenset(call for one in guards for call in refusing_calls(self._follower, fn, one.condition, one.holds))

    def _came_to_nothing(self, fn: Fn, way: Way, at: int) -> bool:
        """Whether what was changed at an entry did not last: the answer is an error, or nothing keeps what was set."""
        if self._parts.records.anywhere(fn) and self._tells_an_error(fn, way):
            return True
        return isinstance(way.entries[at], Stored | Put) and self._is_thrown_away(fn, way.entries[at:])

    def _tells_an_error(self, fn: Fn, way: Way) -> bool:
        """Whether a way's answer says that it came to nothing: ``return response_error("Unable to create user")``."""
        record = fn.body.nodes[unnamed(fn, way.exit.value)] if way.exit is not None and way.exit.value >= 0 else [ir.OPAQUE]
        name = self._follower.text(fn, record[1]).rpartition(".")[2] if record[0] == ir.CALL else ""
        return not _ERRORS.isdisjoint(split(name))

    def _is_thrown_away(self, fn: Fn, entries: tuple[Entry, ...]) -> bool:
        """Whether nothing on a way keeps what was set, while others do: an error was found after that."""
        if _KEEPING.isdisjoint(fn.head.called):
            return False
        return not any(isinstance(one, Called) and self._within.name(fn, one) in _KEEPING for one in entries)

    def _outcome(self, fn: Fn, way: Way, change: Change, *, doubted: bool) -> AuthOutcome:
        granted = change.event == "authn_login_success"
        aside = granted and not self._answerable.grants(fn)
        low = doubted or aside or self._is_doubtful(fn, way, change)
        return AuthOutcome(
            span(change.place), fn.head.name, change.event, "grant" if granted else "change", change.text,
            Confidence.LOW if low else Confidence.MEDIUM, None, (), self._parts.records.anywhere(fn), "", fn.module.facts.test,
        )  # fmt: skip

    def _is_doubtful(self, fn: Fn, way: Way, change: Change) -> bool:
        """Whether an event may be none of its kind: no logout, a token that is used up, somebody whom a provider sends."""
        if change.event == "session_logout":
            return not self._parts.changes.logs_out(fn)
        if change.event == "authn_token_revoked":
            return not _USING.isdisjoint(split(fn.name)[:1])
        return change.event == "user_created" and not _WHO_COMES.isdisjoint(split(self._within.name(fn, way.entries[change.at])))
