"""Refusals that are no decision about somebody's right: of a login that is asked for, of what cannot be read, by a limit or a switch."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.source import ir
from checker.source.audit.deciding.refusing.breakdowns import (
    asks_to_log_in,
    brings_nothing,
    is_breakdown,
    is_empty,
    tells_of_the_setup,
    texts,
)
from checker.source.audit.deciding.refusing.exits import Exits
from checker.source.audit.deciding.refusing.refused import Refused
from checker.source.audit.deciding.undecided import by_the_system, makers
from checker.source.audit.deciding.undecided.challenges import Challenges
from checker.source.audit.deciding.undecided.doubts import Doubts
from checker.source.audit.deciding.undecided.passed_on import UNREADABLE, PassedOn
from checker.source.audit.deciding.undecided.switches import Switches
from checker.source.audit.deciding.undecided.unready import is_not_ready, is_not_there, says_a_state
from checker.source.audit.deciding.verifying import new_passwords, parts_of
from checker.source.audit.deciding.verifying.conditions import RIGHTS, Conditions
from checker.source.audit.project.callers.around import Around
from checker.source.audit.signs.mentions import named, words_of
from checker.source.audit.ways.paths import Entry, Guard, Handling, Way, deciding, made_in
from checker.source.ir.ways import Called, ends
from checker.source.lexicon.words import split
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

PREDICATES = frozenset({"is", "has", "can", "may", "validate", "check", "verify", "should", "matches"})
"""First words of functions that only answer a question."""
_PLAIN_TYPES = frozenset({"str", "bytes", "int", "float", "bool", "list", "dict", "tuple", "set"})
_PARSING = frozenset({"json.loads", "orjson.loads", "ujson.loads"})
_CONVERTING = _PARSING | {"int", "float", "UUID", "Decimal", "b64decode", "urlsafe_b64decode", "standard_b64decode", "unhexlify"}
_TAKING = frozenset({"get", "pop", "strip", "str", "getlist", "split", "partition", "encode", "len"})
_ANSWERING = frozenset({"unauthorized", "forbidden", "denied", "deny", "refuse", "reject", "401", "403"})
_LOGINS = frozenset({"login", "authentication", "reauthentication", "authenticated", "auth", "signin"})
_CLOSED = frozenset({"open", "closed", "opened"})
_SIGN_UPS = frozenset({"signup", "signups", "registration", "registrations", "register"})
_CODES = frozenset({"status_code", "code", "errcode", "error_code", "error"})
"""Attributes and keys of an answer that say whether it went well."""
_LOGGED_IN = frozenset({"is_authenticated", "is_logged_in", "logged_in", "authenticated"})
_FORMATS = frozenset({"json", "ajax", "xhr", "html"})
_COMPARED = frozenset({"==", "!=", "in", "not in"})
_RIGHTS_OR_PERSONS = RIGHTS | {"user", "users", "owner", "account", "member", "token", "key", "is_authenticated", "authenticated"}
_LIMITS = frozenset({"quota", "quotas", "throttled", "throttle", "limit", "limits", "limited"})
"""Words of exceptions that tell of a limit, whose status some give as 403."""

_MALFORMED = "malformed"
"""Word of exceptions about what cannot be read, whoever sent it."""
_LEAVING = frozenset({"leave", "unsubscribe", "unfollow", "quit", "withdraw"})
"""First words of functions by which somebody goes of their own will: ``def leave_workspace(...): raise UserNotInWorkspace``."""


class NoDecision:
    """Tells such refusals from denials and failed logins."""

    def __init__(
        self, follower: Follower, exits: Exits, around: Around, doubts: Doubts, conditions: Conditions, switches: Switches,
        passed_on: PassedOn,
    ) -> None:  # fmt: skip
        self._follower = follower
        self._exits = exits
        self._around = around
        self._doubts = doubts
        self._conditions = conditions
        self._challenges = Challenges(follower, conditions)
        self._switches = switches
        self._passed_on = passed_on

    def found(self, fn: Fn, way: Way, decided: Entry, refused: Refused) -> bool:
        """Whether a refusal asks for a login, tells of a switch or of a request that cannot be read, and not of somebody's right."""
        if isinstance(decided, Handling) and self._by_error(fn, decided):
            return True
        if self._is_not_its_own(fn, way, decided, refused):
            return True
        guards = [entry for at in deciding(way.entries) if isinstance(entry := way.entries[at], Guard)]
        if self._by_another_rule(fn, way, decided, refused, guards) or is_somebody_already(fn, guards):
            return True
        if refused.status == 403 and self._is_not_ready(fn, way, decided):
            return True
        if is_breakdown(self._follower, fn, way, decided):
            return True
        if isinstance(decided, Handling):
            return False
        if isinstance(decided, Guard) and self._is_of_the_request(fn, way, decided, refused, guards):
            return True
        asked = guards if refused.status == 401 else guards[-1:]
        return not self._has_tried(fn, way) and any(
            self._challenges.is_challenge(fn, guard, refused, last=guard is guards[-1]) for guard in asked
        )

    def _by_error(self, fn: Fn, decided: Handling) -> bool:
        """Whether what was caught tells that nothing could be read, that it was done before, or that a limit is reached."""
        types = {name.rpartition(".")[2] for name in fn.body.handlers[decided.handler].types}
        if types and types <= UNREADABLE and not self._leads_out(fn, decided):
            return True
        if self._only_reads(fn, decided):
            return True
        return bool(types) and (
            all("already" in split(name) for name in types) or not any(_LIMITS.isdisjoint(split(name)) for name in types)
        )

    def _is_not_its_own(self, fn: Fn, way: Way, decided: Entry, refused: Refused) -> bool:
        """Whether others refuse, or nobody does: a client passes on what a server says, a page asks to log in, callers are judged."""
        if self._is_a_clients(fn, way) or makers.by_given_status(fn, way) or makers.answers_errors(fn) or tells_of_the_setup(fn, way):
            return True
        asking = (refused.status == 401 and asks_to_log_in(fn, way)) or brings_nothing(fn, way) or _MALFORMED in split(refused.text)
        if asking or _is_no_matter_of_rights(fn, decided, refused) or self._passed_on.another_says(fn, way, decided):
            return True
        if isinstance(decided, Guard) and self._switches.is_switch(fn, decided.condition):
            return True
        made = self._exits.answers(fn) or self.is_builder(fn) or _gives_exception(way, refused)
        return made and bool(self._around.callers(fn))  # who are judged

    def _by_another_rule(self, fn: Fn, way: Way, decided: Entry, refused: Refused, guards: list[Guard]) -> bool:
        """Whether the operating system, a limit, another server or a rule that holds for everybody decides."""
        return (
            by_the_system.refuses(self._follower, fn, decided, guards)
            or not _LIMITS.isdisjoint(split(refused.text.rpartition(" ")[2].partition("(")[0]))
            or self._tells_of_a_limit(fn, way)
            or any(self._doubts.anothers(fn, one) for one in guards)
            or self._doubts.by_a_limit(fn, decided)
            or self._doubts.by_another_rule(fn, decided)
        )

    def _is_not_ready(self, fn: Fn, way: Way, decided: Entry) -> bool:
        """Whether something is missing or in a state that nobody changes."""
        return is_not_ready(self._follower, fn, way, decided) or says_a_state(fn, way) or is_not_there(fn, way, decided)

    def _is_of_the_request(self, fn: Fn, way: Way, decided: Guard, refused: Refused, guards: list[Guard]) -> bool:
        """Whether a test asks for the form of a request: whether something was given, its method, its type, how it is written."""
        return (
            is_empty(fn, decided)
            or _asks_for_the_method(fn, way, guards)
            or new_passwords.are_compared(self._follower, fn, decided.condition)
            or self._is_of_another_type(fn, decided.condition, decided.holds)
            or (refused.status == 403 and self._conditions.is_malformed(fn, way, decided))
            or (refused.status == 401 and parts_of.counts(fn, decided))
        )

    def _has_tried(self, fn: Fn, way: Way) -> bool:
        """Whether the framework's login ran before somebody is found not to be logged in: ``super().post(...)`` of a ``LoginView``."""
        if not self._around.based(fn, ("LoginView",)):
            return False
        called = (self._follower.text(fn, fn.body.nodes[one.node][1]) for one in way.entries if isinstance(one, Called))
        return any(text.startswith("super(") and text.endswith(f".{fn.name}") for text in called)

    def _is_a_clients(self, fn: Fn, way: Way) -> bool:
        """Whether a client tells who uses it what another server said: a file ``client.py``."""
        raised = way.exit is not None and way.exit.kind == "raise"
        return raised and split(fn.module.parts[-1])[-1:] in (("client",), ("clients",)) and not self._around.boundary(fn)

    def _tells_of_a_limit(self, fn: Fn, way: Way) -> bool:
        """Whether the answer says that a limit is reached, and of no login."""
        value = way.exit.value if way.exit is not None else -1
        said = {word for text in texts(fn, value) for word in split(text.replace(" ", "_"))} if value >= 0 else set()
        return {"limit", "reached"} <= said or {"limit", "exceeded"} <= said or {"quota", "exceeded"} <= said

    def _only_reads(self, fn: Fn, decided: Handling) -> bool:
        """Whether nothing but the form of what was sent can be the error, whatever is caught: ``try: otp = int(data.get("otp"))``."""
        made = [fn.body.nodes[call] for call in made_in(decided.step)]
        texts = [(self._follower.text(fn, one[1]), len(one[2])) for one in made]
        names = [(text if text in _PARSING else text.rpartition(".")[2], given) for text, given in texts]
        called = {name for name, given in names if name != "decode" or given > 1}
        called -= {name for name in called - _CONVERTING if name[:1].isupper()}  # raise TokenNotFound(token)
        return not called.isdisjoint(_CONVERTING) and called <= _CONVERTING | _TAKING  # decode("utf-8"), but not jwt.decode(token, key)

    def _leads_out(self, fn: Fn, decided: Handling) -> bool:
        """Whether the error is that of a path which is not below a folder: ``path.relative_to(root)``."""
        called = (self._follower.text(fn, fn.body.nodes[call][1]).rpartition(".")[2] for call in made_in(decided.step))
        return "relative_to" in called

    def is_builder(self, fn: Fn) -> bool:
        """Whether a function only makes the answer by which others refuse, by its name."""
        named = not _ANSWERING.isdisjoint(split(fn.name)) and not PREDICATES.intersection(split(fn.name)[:1])
        return named and (ends(fn.steps) or not fn.head.raises)

    def _is_of_another_type(self, fn: Fn, node: int, holds: bool) -> bool:
        """Whether a test holds where a value is of the wrong type, whatever it is: ``not isinstance(password, str)``,
        ``roles and not isinstance(roles, list)``.
        """
        record = fn.body.nodes[node]
        if record[0] == ir.COND and record[1] == "and" and holds:
            return any(self._is_of_another_type(fn, one, holds) for one in record[2])
        while record[0] == ir.COND and record[1] == "not":
            holds = not holds
            record = fn.body.nodes[record[2][0]]
        if holds or record[0] != ir.CALL or len(record[2]) != 2 or record[2][1] < 0 or self._follower.text(fn, record[1]) != "isinstance":
            return False
        return self._follower.text(fn, record[2][1]) in _PLAIN_TYPES


def _is_no_matter_of_rights(fn: Fn, decided: Entry, refused: Refused) -> bool:
    """Whether a login is asked for, newcomers are kept out, nobody can leave what they are not in, or another server's answer is told."""
    if not _LEAVING.isdisjoint(split(fn.name)[:1]) and "not" in split(refused.text.rpartition(" ")[2].partition("(")[0]):
        return True
    return _demands_a_login(refused) or _keeps_newcomers_out(fn, decided) or (refused.handled and _is_anothers_answer(fn, decided))


def is_somebody_already(fn: Fn, guards: list[Guard]) -> bool:
    """Whether who is logged in is kept from what is there for newcomers: ``if request.user.is_authenticated: raise Forbidden()``."""
    asked = [(_last_name(fn, guard.condition), guard.holds) for guard in guards]
    while asked and not _FORMATS.isdisjoint(split(asked[-1][0])):  # one answer for browsers, another for programs
        asked.pop()
    return bool(asked) and asked[-1][0] in _LOGGED_IN and asked[-1][1]


def _asks_for_the_method(fn: Fn, way: Way, guards: list[Guard]) -> bool:
    """Whether a request is refused for what kind it is, whoever sends it: ``if request.method != "GET": abort(403)``.

    Where the same way out is also taken by somebody who has no right to what is asked for, it is that person's refusal.
    """
    record: ir.Node = fn.body.nodes[guards[-1].condition] if guards else [ir.OPAQUE]
    while record[0] == ir.COND and record[1] == "not":
        record = fn.body.nodes[record[2][0]]
    if record[0] != ir.COND or record[1] not in _COMPARED or _last_name(fn, record[2][0]) != "method":
        return False
    other = fn.body.nodes[record[2][1]]
    kinds = [fn.body.nodes[one] for one in other[1]] if other[0] == ir.SEQ else [other]
    written = all(one[0] == ir.CONST and isinstance(one[1], str) for one in kinds)
    asked = [one for one in way.entries if isinstance(one, Guard)]
    return written and all(_RIGHTS_OR_PERSONS.isdisjoint(words_of(fn, one.condition)) for one in asked)


def _last_name(fn: Fn, node: int) -> str:
    """The attribute that a test asks for: ``is_authenticated`` of ``request.user.is_authenticated()``; ``""`` for anything else."""
    record = fn.body.nodes[node]
    record = fn.body.nodes[record[1]] if record[0] == ir.CALL else record
    return str(record[2]) if record[0] == ir.ATTR else ""


def _demands_a_login(refused: Refused) -> bool:
    """Whether an exception asks for a login, or for another one: ``raise ReauthenticationRequired()``."""
    words = split(refused.text.rpartition(" ")[2].partition("(")[0].rpartition(".")[2].removesuffix("Error").removesuffix("Exception"))
    return words[-1:] == ("required",) and not _LOGINS.isdisjoint(words)


def _keeps_newcomers_out(fn: Fn, decided: Entry) -> bool:
    """Whether nobody may sign up at all: ``if not adapter.is_open_for_signup(request)``, ``except SignupClosedException``."""
    if isinstance(decided, Handling):
        said = [split(name.rpartition(".")[2]) for name in fn.body.handlers[decided.handler].types]
        return bool(said) and all(not _CLOSED.isdisjoint(words) and not _SIGN_UPS.isdisjoint(words) for words in said)
    words = words_of(fn, decided.condition) if isinstance(decided, Guard) else ()
    if "exists" in words and isinstance(decided, Guard) and decided.holds and not _SIGN_UPS.isdisjoint(split(fn.name)):
        return True  # the name is taken
    return not _CLOSED.isdisjoint(words) and not _SIGN_UPS.isdisjoint(words)


def _is_anothers_answer(fn: Fn, decided: Entry) -> bool:
    """Whether the answer of another server says that something failed there: ``if resp.status_code != 200: raise OAuth2Error()``."""
    if not isinstance(decided, Guard):
        return False
    record = fn.body.nodes[decided.condition]
    tests = record[2] if record[0] == ir.COND and record[1] in ("and", "or") else [decided.condition]
    compared = (name for test in tests if fn.body.nodes[test][0] == ir.COND for name in named(fn, test))
    return not _CODES.isdisjoint(compared)


def _gives_exception(way: Way, refused: Refused) -> bool:
    """Whether an exception is returned, for whoever asked to raise it: ``return HTTPException(403)``."""
    return way.exit is not None and way.exit.kind == "return" and refused.text.rpartition("(")[0].endswith(("Exception", "Error"))
