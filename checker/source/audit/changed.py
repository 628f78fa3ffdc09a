"""The facts about changes: ways to a normal end on which something was changed and no record is left."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from checker.model import Confidence
from checker.source import ir
from checker.source.audit.changing import row_signals, unchanging
from checker.source.audit.changing.changes import Changes
from checker.source.audit.deciding.refusing import results
from checker.source.audit.deciding.undecided.doubts import Doubts
from checker.source.audit.project.callers.around import Around
from checker.source.audit.project.recording.records import Records, Sure
from checker.source.audit.recorded import Recorded
from checker.source.audit.signs.promises import ANSWERS, becomes_another, is_login, is_logout, may_sign_up
from checker.source.audit.ways.paths import Entry, Guard, Way
from checker.source.facts.outcomes import AuthOutcome, RecordedOutcome
from checker.source.flow.literal import unnamed
from checker.source.flow.places import span
from checker.source.ir.ways import Called, Put, Stored, walk
from checker.source.lexicon.words import split
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.audit.signs.terms import Terms
    from checker.source.flow.backwards import Follower
    from checker.source.flow.origin import Place
_MOST_DEEP = 2
_OF_LOGOUTS = {"authn_token_revoked": "session_logout"}
"""Who logs out is left without a token."""
_EVERYWHERE = frozenset({"everywhere", "all", "others", "other", "devices"})
_SAVING = frozenset({"save", "asave", "commit", "flush"})
_KEEPING = _SAVING | {"update", "merge", "put", "edit", "execute", "session_commit", "add", "set", "write", "store", "persist"}
_ERRORS = frozenset({"error", "errors", "fail", "failed", "failure"})
_HUBS = frozenset({"jupyterhub", "jupyter_server", "notebook"})
_USING = frozenset(
    {
        "lookup",
        "get",
        "find",
        "load",
        "fetch",
        "validate",
        "verify",
        "check",
        "refresh",
        "exchange",
        "consume",
        "use",
        "redeem",
        "confirm",
        "accept",
    }
)
"""First words of functions by which somebody shows a token, and uses it up."""
_LOGINS = frozenset({"login", "signin", "authenticate"})
_WHO_COMES = frozenset({"from", "current"})
"""Words of functions that make whoever another provider sends and is not here yet: ``provision_current_user(identity)``."""
_RENEWING = frozenset({"refresh", "renew", "rotate"})
_RENEWED = "refresh_token"
_FOR_ANOTHER_END = frozenset({"change", "reset", "set", "update", "edit", "initialize", "init", "setup", "install"})
"""First words of functions that let somebody in beside what they are there for: who has just changed a password stays logged in."""
_ASKED_FOR = frozenset({"password", "passwd", "checkpw", "credentials", "authenticate", "otp", "totp", "code"})
_STORING = frozenset({"dal", "dao", "daos", "crud", "repository", "repositories", "queries"})
"""Files and folders of functions that only write rows."""
_OF_CLASSES = frozenset({"classmethod", "staticmethod"})
_ASKED = ("Serializer", "Form")
"""Classes whose methods views ask to do it."""
_ADMINS = frozenset({"save_model", "delete_model", "delete_queryset", "save_related", "save_formset"})
_OF_RIGHTS = "privilege_permissions_changed"


class Changed:
    """Judges the ways on which something is changed."""

    def __init__(
        self, follower: Follower, terms: Terms, records: Records, recorded: Recorded, around: Around, doubts: Doubts, changes: Changes
    ) -> None:
        self._follower = follower
        self._names = follower.names
        self._terms = terms
        self._records = records
        self._recorded = recorded
        self._around = around
        self._doubts = doubts
        self._changes = changes
        self._asked: set[Fn] = set()
        """Functions of which it is being asked whether they are judged; it ends cycles."""

    def _made(self, fn: Fn, way: Way) -> list[tuple[int, str, str, Place]]:
        """Where on a way which event happens, its text and its place."""
        changes = [(at, *change) for at, entry in enumerate(way.entries) for change in self._changes.each(fn, entry)]
        if any(event.startswith("authn_mfa") for _, event, _, _ in changes):  # delete_credential() deletes a key that is a second factor
            kept = (one for one in changes if not one[1].startswith("authn_token") or self._name(fn, way.entries[one[0]]) not in _SAVING)
            changes = list(kept)
        if any(event == "authn_token_revoked" for _, event, _, _ in changes) and self._is_one_logout(fn):
            return [(at, _OF_LOGOUTS.get(event, event), text, place) for at, event, text, place in changes]
        return changes

    def changed(self, fn: Fn, way: Way) -> Iterator[AuthOutcome | RecordedOutcome]:
        """What was changed on a way to a normal end of which nothing was recorded."""
        changes = [one for one in self._made(fn, way) if one[1] != _OF_RIGHTS or not unchanging.sets_up(fn)]
        if not changes or fn.name == "<lambda>" or self._around.is_form(fn) or self._is_the_admins(fn):
            return
        outside = self._around.boundary(fn) and not self._around.serves(fn)
        ended = any(event == "session_logout" for _, event, _, _ in changes)
        sure = max((self._records.entry(fn, entry) for entry in way.entries), default=Sure.NO)
        sure = max(sure, Sure.MAYBE if self._around.follows() else Sure.NO)
        sure = max(sure, self._recorded.left_out.on(fn, way))
        lets_in = all(event == "authn_login_success" for _, event, _, _ in changes)
        asked = sure < Sure.YES and (self._around.based(fn, _ASKED) or self._is_asked(fn))
        told = asked and self._recorded.callers_tell(fn, beside=lets_in)
        if sure == Sure.YES or told or self._around.wrapped_always(fn):
            yield from (self._recorded.outcome(fn, way, event, text, place) for _, event, text, place in changes)
            return
        announced = self._doubts.announced(fn, way.entries)
        announced = announced or (not outside and self._doubts.all_send(caller for caller, _, _ in self._around.callers(fn)))
        refused = self._refused(fn, way)
        times: tuple[int, int] | None = None
        switched = any(event == "user_updated" for _, event, _, _ in changes)
        renewed = max((at for at, event, _, _ in changes if event == "authn_token_created"), default=self._makes_anew(fn, way))
        for at, event, text, place in changes:
            entry = way.entries[at]
            if switched and event == "user_deleted" and self._name(fn, entry) in _SAVING:
                continue  # deactivate_user() keeps what it switched off
            if event == "authn_token_created" and (
                _logs_in(fn) or self._let_in(fn, way, at) or any(made == "user_created" for _, made, _, _ in changes)
            ):
                continue  # it is what a login gives, or whoever is made
            if event == "authn_login_success" and _renews(fn):
                continue  # the session goes on
            if event == "authn_token_revoked" and (ended or at < renewed):
                continue  # a part of a logout, or of making a new one in its place
            if isinstance(entry, Called) and entry.node in refused:
                continue
            name = self._name(fn, entry)
            if (
                self._is_signalled(fn, way, event)
                or row_signals.hear(self._records, event, name)
                or (isinstance(entry, Called) and self._recorded.by_namesake(fn, entry.node))
                or (event == "session_logout" and self._is_told_at_times(fn, entry))
            ):
                yield self._recorded.outcome(fn, way, event, text, place)
                continue
            if event == "session_logout" and (self._is_the_hubs(fn) or self._records.is_receiver(fn)):
                continue
            if self._judged_outside(fn, event) or not (outside or self._is_judged_here(fn, entry, event)):
                continue
            if self._records.anywhere(fn) and self._tells_an_error(fn, way):
                continue
            if isinstance(entry, Stored | Put) and self._is_thrown_away(fn, way.entries[at:]):
                continue
            granted = event == "authn_login_success"
            doubtful = (
                announced
                or (event == "session_logout" and not self._changes.logs_out(fn))
                or (event == "authn_token_revoked" and not _USING.isdisjoint(split(fn.name)[:1]))
                or (event == "user_created" and not _WHO_COMES.isdisjoint(split(self._name(fn, entry))))
            )
            shown = self._asks(fn) or self._is_a_login(fn) or becomes_another(fn.name)
            aside = granted and not shown
            first, last = times = times or self._recorded.told(fn, way)
            low = sure == Sure.MAYBE or not last <= at < first or doubtful or aside
            confidence = Confidence.LOW if low else Confidence.MEDIUM
            kind = "grant" if granted else "change"
            yield AuthOutcome(
                span(place), fn.head.name, event, kind, text, confidence, None, (), self._records.anywhere(fn), "", fn.module.facts.test
            )  # fmt: skip

    def _is_signalled(self, fn: Fn, way: Way, event: str) -> bool:
        """Whether a framework's signal tells of an event; of a logout where something on the way is called so, beside cookies deleted."""
        return self._around.hearing.signalled(event) and (
            event != "session_logout" or any(is_logout(self._name(fn, entry)) for entry in way.entries)
        )

    def _is_told_at_times(self, fn: Fn, entry: Entry) -> bool:
        """Whether who ends a session records that; what is no session any more is ended without: ``Session.delete(token)``."""
        inner = [one for one, _ in self._names.callees(fn, entry.node)] if isinstance(entry, Called) else []
        return any(self._records.function(one) for one in inner)

    def _let_in(self, fn: Fn, way: Way, at: int) -> bool:
        """Whether somebody was logged in on a way before: ``user = authenticate_user(name, password); token = create_token(user)``."""
        return any(not _LOGINS.isdisjoint(split(self._name(fn, one))[:1]) for one in way.entries[:at])

    def _is_asked(self, fn: Fn) -> bool:
        """Whether a method answers no request itself, whatever its class is called: ``class AuthHandler: def set_password(self, user)``."""
        return fn.owner is not None and fn.name not in ANSWERS and _OF_CLASSES.issuperset(self._around.decorators(fn))

    def _is_one_logout(self, fn: Fn) -> bool:
        """Whether somebody logs out here, and not everywhere, by which tokens of others are revoked as well."""
        words = (*split(fn.name), *(split(fn.owner.name) if fn.owner is not None else ()))
        return self._changes.logs_out(fn) and _EVERYWHERE.isdisjoint(words)

    def _makes_anew(self, fn: Fn, way: Way) -> int:
        """Where a function of the project's is asked for a token that it makes, whatever it is called; -1 for nowhere:
        ``token = get_token(user)``.
        """
        asked = (at for at, one in enumerate(way.entries) if isinstance(one, Called) and "token" in split(self._name(fn, one)))
        return max((at for at in asked if self._makes_token(fn, way.entries[at])), default=-1)

    def _makes_token(self, fn: Fn, entry: Entry) -> bool:
        found = [one for one, _ in self._names.callees(fn, entry.node)] if isinstance(entry, Called) else []
        steps = ((one, step) for one in found for step in walk(one.steps) if isinstance(step, Called))
        return any((change := self._changes.of(one, step)) is not None and change[0] == "authn_token_created" for one, step in steps)

    def _is_the_admins(self, fn: Fn) -> bool:
        """Whether Django's admin writes a LogEntry of what a method does: https://docs.djangoproject.com/en/5.2/ref/contrib/admin/#logentry-objects"""
        return fn.name in _ADMINS and self._around.based(fn, ("ModelAdmin", "UserAdmin", "GroupAdmin"))

    def _is_thrown_away(self, fn: Fn, entries: tuple[Entry, ...]) -> bool:
        """Whether nothing on a way keeps what was set, while others do: an error was found after that."""
        if _KEEPING.isdisjoint(fn.head.called):
            return False
        return not any(isinstance(one, Called) and self._name(fn, one) in _KEEPING for one in entries)

    def _tells_an_error(self, fn: Fn, way: Way) -> bool:
        """Whether a way's answer says that it came to nothing: ``return response_error("Unable to create user")``."""
        record = fn.body.nodes[unnamed(fn, way.exit.value)] if way.exit is not None and way.exit.value >= 0 else [ir.OPAQUE]
        name = self._follower.text(fn, record[1]).rpartition(".")[2] if record[0] == ir.CALL else ""
        return not _ERRORS.isdisjoint(split(name))

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
        return said | frozenset(call for one in guards for call in self._doubts.refusing_calls(fn, one.condition, one.holds))

    def _asks(self, fn: Fn) -> bool:
        """Whether a function asks a verifier itself, and records something: the success that it grants is its outcome."""
        return self._records.anywhere(fn) and any(map(self._terms.verifiers.tells, fn.head.called))

    def _is_a_login(self, fn: Fn) -> bool:
        """Whether a function is there to log somebody in, by its name, its class or its route, or asks for a password or a code itself;
        one that signs somebody up lets them in beside that.
        """
        owner = fn.owner.name if fn.owner is not None else ""
        if may_sign_up(fn.name, owner) or not _FOR_ANOTHER_END.isdisjoint(split(fn.name)[:1]):
            return False
        asks = any(self._terms.verifiers.tells(name) and not _ASKED_FOR.isdisjoint(split(name)) for name in fn.head.called)
        return asks or any(map(is_login, (fn.name, owner, *self._around.routes(fn))))

    def _is_judged_here(self, fn: Fn, entry: Entry, event: str) -> bool:
        """Whether a function that the outside comes to through others is the place to judge: it makes the change, and nobody else is."""
        if event == "session_logout" or (event == "authn_login_success" and not (fn.owner is not None and self._is_a_login(fn))):
            return False
        inner = [one for one, _ in self._names.callees(fn, entry.node)] if isinstance(entry, Called) else []
        inner = [one for one in inner if _STORING.isdisjoint(one.module.parts[-2:])]  # what only writes rows
        asked_of_them = _SAVING.isdisjoint(fn.head.called) or any(map(self._changes_itself, inner))
        if inner and asked_of_them and (event.startswith("authn_token") or not all(self._leaves_it(fn, one) for one in inner)):
            return False
        above = self._around.callers(fn)
        if self._around.serves(fn):
            reached = any(self._around.reachable(caller) for caller, _, _ in above)
        elif not above and isinstance(entry, Stored) and self._changes.is_a_persons(fn):
            reached = True  # whoever calls it has its row from a query
        elif not above and self._is_librarys(fn, event):
            reached = True
        else:
            reached = self._around.reachable(fn)
        if any(self._records.function(one) for one in self._around.frames(fn)):
            return False
        return (
            reached and not self._is_judged_by_callers(fn, 0) and not self._recorded.callers_tell(fn, beside=event == "authn_login_success")
        )

    def _is_librarys(self, fn: Fn, event: str) -> bool:
        """Whether a library of a server's offers a function for such a change, by its name: ``async def assign_role(name, account)``."""
        if fn.owner is not None or fn.head.parent != 0 or fn.name.startswith("_") or fn.module.tops.isdisjoint(self._around.servers):
            return False
        own = self._terms.changes.find("", fn.name, ()) if self._terms.changes.tells(fn.name) else None
        return own is not None and own.event == event and not self._around.decorators(fn)

    def _leaves_it(self, fn: Fn, inner: Fn) -> bool:
        """Whether a function that makes a change leaves it to who asks for it: it is a part of what ``fn`` does."""
        if self._changes_itself(inner):
            return not self._around.serves(fn) and not self._around.boundary(inner)
        return any("execute" in split(name) for name in inner.head.called)  # "UPDATE users SET ..." tells nothing of what it changes

    def _changes_itself(self, fn: Fn) -> bool:
        """Whether a function is one in which a change is seen; ``set_password()`` that only puts a hash into a dict is not."""
        return any(self._changes.of(fn, one) is not None for one in walk(fn.steps) if isinstance(one, Called | Stored))

    def _is_judged_by_callers(self, fn: Fn, depth: int) -> bool:
        """Whether a function is a part of what its callers, or theirs, are judged for."""
        for caller, call, _ in self._around.callers(fn):
            made = self._changes.of(caller, Called(call))
            if made is not None and not self._around.serves(caller) and self._is_judged_itself(caller, Called(call), made[0]):
                return True
            if depth < _MOST_DEEP and not self._around.boundary(caller) and self._is_judged_by_callers(caller, depth + 1):
                return True
        return False

    def _is_judged_itself(self, fn: Fn, entry: Called, event: str) -> bool:
        """Whether a function is judged for a change that it asks somebody for, and does not leave that to who makes it."""
        if self._around.boundary(fn) or fn in self._asked:
            return True
        self._asked.add(fn)
        judged = self._is_judged_here(fn, entry, event)
        self._asked.discard(fn)
        return judged or self._recorded.callers_tell(fn)

    def _judged_outside(self, fn: Fn, event: str) -> bool:
        """Whether a function is itself what its callers change something by, and one of them is judged for it."""
        routes = not self._terms.decorators.isdisjoint(self._around.decorators(fn))
        others = [caller for caller, _, _ in self._around.callers(fn) if caller is not fn]
        if event == "session_logout":  # who sends somebody away with it for another reason is not judged for it
            others = [caller for caller in others if self._changes.logs_out(caller)]
        if not routes and any(self._makes(caller, event) for caller in others):
            return True
        own = self._terms.changes.find("", fn.name, ()) if self._terms.changes.tells(fn.name) else None
        if own is None or own.event != event or self._around.routed(fn):
            return False
        callers = self._around.callers(fn)
        return any(self._around.boundary(caller) and self._changes.of(caller, Called(call)) is not None for caller, call, _ in callers)

    def _makes(self, fn: Fn, event: str) -> bool:
        """Whether a function that the outside comes to makes such a change itself."""
        steps = (one for one in walk(fn.steps) if isinstance(one, Called | Stored))
        return self._around.boundary(fn) and any((change := self._changes.of(fn, one)) is not None and change[0] == event for one in steps)

    def _name(self, fn: Fn, entry: Entry) -> str:
        return self._follower.text(fn, fn.body.nodes[entry.node][1]).rpartition(".")[2] if isinstance(entry, Called) else ""


def _logs_in(fn: Fn) -> bool:
    """Whether a function logs somebody in, by its name or by that of the serializer that it belongs to."""
    validates = fn.name == "validate" and fn.owner is not None and not _LOGINS.isdisjoint(split(fn.owner.name))
    return validates or not _LOGINS.isdisjoint(split(fn.name))


def _renews(fn: Fn) -> bool:
    """Whether somebody who is logged in gets a new token for the old one: ``class RefreshUseCase: def execute(self, ...)``."""
    words = (*split(fn.name), *(split(fn.owner.name) if fn.owner is not None else ()))
    return not _RENEWING.isdisjoint(words) or _RENEWED in fn.head.params
