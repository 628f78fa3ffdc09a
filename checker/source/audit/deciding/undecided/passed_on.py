"""Whose refusal it is: of another system, of who raised what is turned into another or into an answer, or of a service that raises."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.source import ir
from checker.source.audit.deciding.refusing.results import is_used
from checker.source.audit.deciding.undecided import ours
from checker.source.audit.deciding.verifying import named_after, named_alike
from checker.source.audit.deciding.verifying.decisions import Verified
from checker.source.audit.deciding.verifying.looked_up import LINK
from checker.source.audit.project.callers.around import Around
from checker.source.audit.project.callers.hearing import VIEWS
from checker.source.audit.signs.mentions import named
from checker.source.audit.ways.paths import Entry, Guard, Handling, Way, deciding
from checker.source.flow.literal import unnamed
from checker.source.lexicon.words import split
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.audit.signs.terms import Terms
    from checker.source.flow.backwards import Follower

UNREADABLE = frozenset({
    "KeyError", "ValueError", "TypeError", "AttributeError", "IndexError", "JSONDecodeError", "UnicodeDecodeError",
    "ValidationError", "UnicodeError", "BadRequest", "ParseError", "NotImplementedError"
})  # fmt: skip
"""Exceptions of what cannot be read or used, whoever sent it."""
_TOLD_BY_DJANGO = frozenset({"SuspiciousOperation"})
"""https://docs.djangoproject.com/en/5.2/ref/logging/#django-security: each is recorded where Django answers it."""
_TOLD = frozenset({"authn_login_fail", "authn_token_reuse"})
_CHECKING = ("Serializer", "Form", "Schema", "Field", "Validator", "Model")
"""Classes whose errors are those of what was sent."""
_CLIENTS = frozenset({"client", "sdk", "downloader", "crawler", "scraper", "fetcher", "uploader"})
"""Last words of classes that ask another server."""
_OF_ERRORS = frozenset({"error", "exception", "failed", "denied", "forbidden", "unauthorized", "exc"})
_OF_NETWORKS = frozenset({"network", "remote", "connection", "upstream"})
_OF_OTHERS = frozenset({"connector", "upstream"})
"""Words of errors that a service of somebody else's gave, whoever asks: ``ConnectorAuthFailure``."""
_OF_LOGINS = frozenset({"auth", "authentication", "authorization", "login", "permission", "unauthorized", "forbidden", "denied", "access"})


class PassedOn:
    """Tells whose refusal it is."""

    def __init__(self, follower: Follower, around: Around, terms: Terms) -> None:
        self._follower = follower
        self._terms = terms
        self._around = around

    def another_says(self, fn: Fn, way: Way, decided: Entry) -> bool:
        """Whether a function is a client's, translates an exception of a login, or answers for an exception that it is given."""
        raised = way.exit is not None and way.exit.kind == "raise"
        if fn.owner is not None and not _CLIENTS.isdisjoint(split(fn.owner.name)[-1:]) and not self._around.routed(fn):
            return True
        others = _OF_OTHERS if self._around.boundary(fn) else _OF_OTHERS | _OF_NETWORKS
        if raised and any(isinstance(one, Handling) and _is_remote(fn, one, others) for one in way.entries):
            return True
        caught = (fn.body.handlers[one.handler].types for one in way.entries if isinstance(one, Handling) and one.raised is None)
        if any(named_after.of_a_client(self._follower.names, fn, list(types)) for types in caught):
            return True
        if isinstance(decided, Guard) and self._refuses_the_program(fn, decided.condition, decided.holds):
            return True
        if ours.refuses_us(self._follower, fn, way, decided):
            return True
        if isinstance(decided, Handling):
            return raised and decided.raised is None and not self._around.boundary(fn) and self._is_translated(fn, decided)
        asked = (one for one in way.entries if isinstance(one, Guard) and one.holds)  # if isinstance(exc, Denied): if exc.args: return ...
        return isinstance(decided, Guard) and any(self._asks_for_error(fn, one.condition) for one in asked)

    def _refuses_the_program(self, fn: Fn, node: int, holds: bool) -> bool:
        """Whether another server says no to the program's own login: ``if not await self._client.authenticate(): ...``."""
        record = fn.body.nodes[unnamed(fn, node)]
        if record[0] == ir.COND and record[1] == "not":
            return self._refuses_the_program(fn, record[2][0], not holds)
        called = record[0] == ir.CALL and not holds
        name = self._follower.text(fn, record[1]).rpartition(".")[2] if called else ""
        return called and self._terms.verifiers.tells(name) and named_alike.is_ones_own(self._follower, fn, unnamed(fn, node))

    def answers_itself(self, fn: Fn) -> bool:
        """Whether a method of a view is asked by others, and none does anything with what it gives: it has answered."""
        callers = self._around.callers(fn) if self._around.based(fn, VIEWS) else []
        return bool(callers) and not any(is_used(caller, call) for caller, call, _ in callers)

    def is_told_by(self, fn: Fn, way: Way, verified: Verified) -> bool:
        """Whether a service that views ask says by an exception of its own that a password or a token is wrong:
        ``raise PasswordIncorrect()``.
        """
        looked_up = verified.entry is LINK
        if way.exit is None or way.exit.kind != "raise" or way.exit.value < 0:
            return False
        if verified.entry.event not in _TOLD and not looked_up:
            return False
        made = fn.body.nodes[way.exit.value]
        name = self._follower.text(fn, made[1] if made[0] == ir.CALL else way.exit.value).rpartition(".")[2]
        asked = fn.body.nodes[verified.call]
        own = (
            looked_up
            or bool(verified.entry.caught)
            or (asked[0] == ir.CALL and self._terms.verifiers.tells(self._follower.text(fn, asked[1]).rpartition(".")[2]))
        )
        callers = self._around.callers(fn)
        caught = any(call in caller.body.calls[slice(*one.calls)] for caller, call, _ in callers for one in caller.body.handlers)
        unreadable = name in UNREADABLE and not (name == "BadRequest" and _is_no(fn, way))
        if not own or unreadable or name in _TOLD_BY_DJANGO or self._around.based(fn, _CHECKING) or not callers or caught:
            return False  # who catches it is judged
        return self._around.reachable(fn)

    @staticmethod
    def _is_translated(fn: Fn, decided: Handling) -> bool:
        """Whether what was caught is itself the error of a login: who raised it is judged, or it is another system's."""
        names = [name.rpartition(".")[2] for name in fn.body.handlers[decided.handler].types]
        words = [frozenset(split(name)) for name in names]
        return bool(words) and all(not _OF_LOGINS.isdisjoint(one) and not _OF_ERRORS.isdisjoint(one) for one in words)

    def _asks_for_error(self, fn: Fn, node: int) -> bool:
        """Whether a test asks of what kind an exception is: ``isinstance(data, LoginException)``."""
        record = fn.body.nodes[node]
        if record[0] != ir.CALL or len(record[2]) != 2 or record[2][1] < 0 or self._follower.text(fn, record[1]) != "isinstance":
            return False
        words = [split(name) for name in named(fn, record[2][1])]
        return any(name[-1:] and name[-1] in _OF_ERRORS for name in words)


def _is_no(fn: Fn, way: Way) -> bool:
    """Whether a verifier's no decides last on a way, and not that something sent cannot be read: ``except jwt.ExpiredSignatureError``."""
    positions = deciding(way.entries)
    last = way.entries[positions[-1]] if positions else None
    if not isinstance(last, Handling):
        return isinstance(last, Guard)
    types = [name.rpartition(".")[2] for name in fn.body.handlers[last.handler].types]
    return bool(types) and UNREADABLE.isdisjoint(types) and "Exception" not in types


def _is_remote(fn: Fn, caught: Handling, others: frozenset[str]) -> bool:
    """Whether an error of asking another server was caught: ``except NetworkResponseFailure``."""
    types = [split(name.rpartition(".")[2]) for name in fn.body.handlers[caught.handler].types]
    return caught.raised is None and any(not others.isdisjoint(words) for words in types)
