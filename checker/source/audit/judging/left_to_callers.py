"""Ways that are no refusal by themselves: whether they are judged where their function is asked, or here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.source import ir
from checker.source.audit.deciding.refusing import by_name, results
from checker.source.audit.deciding.said import ANSWERED
from checker.source.audit.deciding.undecided.elsewhere import Elsewhere
from checker.source.audit.deciding.undecided.no_decision import PREDICATES
from checker.source.audit.deciding.undecided.passed_on import PassedOn
from checker.source.audit.deciding.undecided.shared import Shared
from checker.source.audit.deciding.verifying.decisions import Verified
from checker.source.audit.ways.paths import Handling, Way
from checker.source.flow.literal import bare, source
from checker.source.ir.ways import Called
from checker.source.lexicon.words import split
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.audit.parts import Parts

_NEXT = frozenset({
    "get_response", "call_next", "next", "handler", "app", "func", "f", "fn", "view", "view_func", "wrapped", "function",
    "application", "old_handler", "callback", "_app", "_call_next"
})  # fmt: skip
_TELLING = frozenset({"django", "rest_framework", "jupyterhub", "jupyter_server"})
"""Frameworks that tell themselves of failed logins, by a signal or in their log."""


class LeftToCallers:
    """Tells by what a way gives back, and by who asks for it."""

    def __init__(self, parts: Parts, shared: Shared, elsewhere: Elsewhere, passed_on: PassedOn) -> None:
        self._parts = parts
        self._follower = parts.follower
        self._shared = shared
        self._elsewhere = elsewhere
        self._passed_on = passed_on

    def is_left(self, fn: Fn, way: Way, at: int, verified: Verified) -> bool:
        """Whether a way on which a verifier said no is judged where its function is asked, if anywhere."""
        nothing = self._parts.exits.is_nothing(fn, way.exit)
        nothing = nothing or (way.exit is not None and way.exit.kind == "return" and results.gives_nobody(fn, way.exit.value))
        if nothing and self._shared.finds_for_many(fn):
            return False
        by_library = self._elsewhere.is_asked_by_a_library(fn)
        judged = self._is_verifier(fn) and not by_library and not self._is_last_told(fn, way, at) and not self._shows_a_page(fn, way)
        judged = judged and not self._passed_on.is_told_by(fn, way, verified)
        if judged or self._harmless_end(fn, way) or not self._is_told_here(fn, way, verified):
            return True
        predicate = bool(PREDICATES.intersection(split(fn.name)[:1])) and not by_library
        if nothing and ((not predicate and self._is_handed_on(fn, way)) or self._passed_on.answers_itself(fn)):
            return False
        return nothing and (predicate or (bool(self._parts.around.callers(fn)) and not self._elsewhere.identifies(fn)))

    def gives_the_verdict(self, fn: Fn, way: Way) -> bool:
        """Whether a question gives whoever asked what a verifier says: ``def request_has_token(request): return compare_digest(...)``."""
        if way.exit is None or way.exit.kind != "return" or way.exit.value < 0 or fn.body.nodes[way.exit.value][0] != ir.CALL:
            return False
        name = self._follower.text(fn, fn.body.nodes[way.exit.value][1]).rpartition(".")[2]
        return (
            self._parts.terms.verifiers.tells(name)
            and not PREDICATES.isdisjoint(split(fn.name)[:3])
            and bool(self._parts.around.callers(fn))
        )

    def _is_told_here(self, fn: Fn, way: Way, verified: Verified) -> bool:
        """Whether a way that is no refusal by itself goes to the outside."""
        if way.exit is not None and way.exit.kind == "return" and self._parts.around.answers_for(fn):
            return True
        if self._parts.around.boundary(fn) or self._passed_on.answers_itself(fn):
            return True
        return self._passed_on.is_told_by(fn, way, verified) or self._is_told_silently(fn, way, verified)

    def _is_told_silently(self, fn: Fn, way: Way, verified: Verified) -> bool:
        """Whether a failed login is told at debug where the verifier said no, and an answer that says so goes on: a level higher it would
        be a record.
        """
        if verified.entry.event != "authn_login_fail" or way.exit is None or way.exit.kind != "return" or way.exit.value < 0:
            return False
        if self._parts.exits.is_nothing(fn, way.exit) or not any(isinstance(one, Handling) for one in way.entries):
            return False
        after = next(at for at, one in enumerate(way.entries) if isinstance(one, Handling))
        return any(isinstance(one, Called) and self._parts.records.is_silent(fn, one.node) for one in way.entries[after:])

    def _is_handed_on(self, fn: Fn, way: Way) -> bool:
        """Whether whoever asks answers with what they are given, and that says no by itself: ``return LoginResult(success=False)``."""
        made = source(fn, way.exit.value) if way.exit is not None and way.exit.value >= 0 else [ir.OPAQUE]
        return made[0] in (ir.CALL, ir.DICT) and self._parts.around.answers_for(fn)

    def _is_verifier(self, fn: Fn) -> bool:
        """Whether a function is itself what others ask for a verdict, and no route."""
        words = split(fn.owner.name) if fn.owner is not None else ()
        return not fn.head.decorators and self._parts.terms.verifiers.find("", fn.name, words) is not None

    def _shows_a_page(self, fn: Fn, way: Way) -> bool:
        """Whether what is called as verifiers are answers by itself: ``def check_token(request): return redirect("login")``."""
        made = source(fn, way.exit.value) if way.exit is not None and way.exit.value >= 0 else [ir.OPAQUE]
        name = self._follower.text(fn, made[1]).rpartition(".")[2] if made[0] == ir.CALL else ""
        raised = way.exit is not None and way.exit.kind == "raise" and name in ANSWERED
        return (raised or by_name.shows(name)) and self._parts.around.boundary(fn)

    def _is_last_told(self, fn: Fn, way: Way, at: int) -> bool:
        """Whether a plugin's verdict is told at debug and nobody of the project is seen to ask for it: a level higher it would be a record.

        Django and JupyterHub tell of the failures of what they ask.
        """
        if fn.owner is None or self._parts.around.callers(fn) or self._parts.around.based(fn, ("Backend",)):
            return False
        if any(dotted.partition(".")[0] in _TELLING for dotted in self._follower.names.mro(fn.owner)[1]):
            return False
        return any(isinstance(one, Called) and self._parts.records.is_silent(fn, one.node) for one in way.entries[at:])

    def _harmless_end(self, fn: Fn, way: Way) -> bool:
        """A way out that is no answer: an exception is passed on, or the request is handed to who comes next."""
        if way.exit is None or way.exit.value < 0:
            return way.exit is not None and way.exit.kind == "raise"
        record = fn.body.nodes[bare(fn, way.exit.value, ir.SET)]  # response = get_response(request); response["Vary"] = "Cookie"
        return record[0] == ir.CALL and self._follower.text(fn, record[1]).rpartition(".")[2] in _NEXT
