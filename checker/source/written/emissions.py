"""What records about security say: the message part by part, the fields beside it; through a project's own log functions too."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from checker import patterns as re
from checker.source.facts.events import Emission, text_of
from checker.source.facts.outcomes import RecordedOutcome
from checker.source.flow.backwards import Follower
from checker.source.flow.places import span
from checker.source.lexicon.words import split
from checker.source.logs.logger_names import logger_name
from checker.source.logs.sinks import Use
from checker.source.names.elements import Fn
from checker.source.written.said import Said
from checker.source.written.servers import is_server

TELLING = frozenset(
    {
        "login", "logins", "logon", "signin", "logout", "signout", "auth", "authn", "authz", "authentication", "authenticate",
        "authenticated", "authorization", "authorized", "unauthorized", "forbidden", "denied", "refused", "rejected", "password",
        "passwords", "credential", "credentials", "token", "tokens", "csrf", "permission", "permissions", "privilege", "privileges",
        "role", "roles", "account", "accounts", "locked", "lockout", "brute", "mfa", "otp", "2fa", "totp", "session", "sessions",
        "security", "audit", "suspicious", "malicious", "attack", "intrusion", "injection", "traversal", "tampering", "rate",
        "throttled", "blocked", "banned", "ban", "upload", "quarantine", "crash", "startup", "shutdown", "signed", "logged", "user",
        "admin", "access", "blacklist", "blocklist", "signature",
    }
)  # fmt: skip
"""Words of which one stands in a record about security: others are not looked at."""
_KINDS = frozenset({"logging", "structlog", "loguru", "print", "stderr", "twisted"})
_DEEPEST = 3
_MOST_CALLERS = 60
_EVENT_KEYS = ("event", "event_type", "event_name", "action", "type", "msg", "message")
_NO_WORD = re.compile(r"[^A-Za-z0-9]+")
_SHORT, _LOOKED_AT = 80, 400
_MESSAGE = frozenset({"msg", "message", "event"})


class Emissions:
    """Makes the facts."""

    def __init__(self, follower: Follower) -> None:
        self._follower = follower
        self._names = follower.names
        self._said = Said(follower)

    def facts(self, uses: Iterable[tuple[Fn, int, Use]], recorded: Iterable[RecordedOutcome]) -> Iterator[Emission]:
        """Those of one module; what records an outcome is one, whatever it says."""
        sure = frozenset((one.by.line, one.by.column) for one in recorded if one.by is not None)
        for fn, call, use in uses:
            if use.kind not in _KINDS or (use.server_only and not is_server(self._follower, fn, use.kind)):
                continue
            place = self._follower.place(fn, fn.body.nodes[call])
            outcome = (place[1], place[2] + 1) in sure
            if use.template and not outcome and not any(one.name for one in use.arguments) and _words(use.template).isdisjoint(TELLING):
                continue
            for found in self._emissions(fn, call, use):
                if outcome or _tells(found):
                    yield found

    def _emissions(self, fn: Fn, call: int, use: Use) -> Iterator[Emission]:
        made = self._own(fn, call, use)
        missing = {name for name in self._parameters(made) if name in fn.head.params} if fn.head.parent >= 0 else set()
        if missing:
            yield from self._through(fn, made, 0)
        if not missing or text_of(made.parts).strip(" :-[]"):
            yield made

    def _own(self, fn: Fn, call: int, use: Use) -> Emission:
        node = fn.body.nodes[call]
        written = [one for one in use.arguments if not one.starred]
        message = next((one for one in written if one.position >= 0 or one.name in _MESSAGE), None)
        rest = [one for one in written if one is not message and one.position >= 0]
        dumped = self._said.dumped(fn, message.node) if message is not None and not rest else None
        parts = tuple(self._said.message(fn, message, rest, use)) if message is not None and dumped is None else ()
        fields: list[tuple[str, str, str]] = list(dumped[0]) if dumped is not None else []
        open_ = any(one.starred for one in use.arguments) or (dumped is not None and dumped[1])
        for one in written:
            if one is message or one.position >= 0:
                continue
            if one.name == "extra":
                known, more = self._said.mapping(fn, one.node)
                fields += known
                open_ = open_ or more
            elif not one.name:
                open_ = True
            else:
                fields.append((one.name, *self._said.value(fn, one.node)))
        for bound in use.bound:
            fields += [(name, *self._said.value(fn, value)) for name, value in fn.body.nodes[bound][3] if name]
        tail = self._follower.text(fn, node[1]).rpartition(".")[2]
        shown = tail == "exception" or any(name == "exc_info" and fn.body.nodes[value][1:] != [False] for name, value in node[3])
        name = logger_name(self._names, fn, call) if use.kind == "logging" else None
        place = span(self._follower.place(fn, node))
        return Emission(
            place, fn.head.name, use.kind, use.level, name, fn.module.path, parts, tuple(fields), shown, open_, dumped is not None,
            fn.module.facts.test,
        )  # fmt: skip

    # -- through the project's own log functions

    @staticmethod
    def _parameters(made: Emission) -> Iterator[str]:
        yield from (source for _, source in made.parts if source)
        yield from (source.partition(".")[0] for _, _, source in made.fields if source)

    def _through(self, fn: Fn, made: Emission, depth: int) -> Iterator[Emission]:
        """What each caller of a log function writes by it."""
        callers = self._follower.callers.callers(fn)
        if len(callers) > _MOST_CALLERS:
            self._names.reads.beyond.add(f"a log function with more than {_MOST_CALLERS} calls")
        for caller, call, bound in callers[:_MOST_CALLERS]:
            if caller.module.facts.test:
                continue
            given = self._given(caller, call, fn, bound)
            known = {name: list(self._said.parts(caller, node)) for name, node in given.items()}
            parts = tuple(part for one in made.parts for part in (known.get(one[1], [one]) if one[1] else [one]))
            fields = tuple(self._field(caller, one, given) for one in made.fields)
            further = self._spread(caller, call, fn) if made.open and fn.head.kwarg >= 0 else ()
            place = span(self._follower.place(caller, caller.body.nodes[call]))
            found = replace(
                made, span=place, function=caller.head.name, parts=parts, fields=(*fields, *further), test=caller.module.facts.test
            )
            onwards = caller.head.parent >= 0 and any(name in caller.head.params for name in self._parameters(found) if name)
            if onwards and depth < _DEEPEST and not text_of(parts).strip(" :-[]"):
                yield from self._through(caller, found, depth + 1)
            else:
                yield found

    def _given(self, caller: Fn, call: int, fn: Fn, bound: bool) -> dict[str, int]:
        """Parameter to the node that a call gives for it."""
        node = caller.body.nodes[call]
        shift = 1 if bound and fn.is_method else 0
        found: dict[str, int] = {}
        for slot, argument in enumerate(node[2]):
            position = slot + shift
            if argument < 0 or position >= fn.head.positional:
                break
            found[fn.head.params[position]] = argument
        found |= {name: value for name, value in node[3] if name in fn.head.params}
        return found

    def _field(self, caller: Fn, field: tuple[str, str, str], given: dict[str, int]) -> tuple[str, str, str]:
        key, known, source = field
        head = source.partition(".")[0]
        if known or head not in given:
            return field
        return (key, *self._said.value(caller, given[head]))

    def _spread(self, caller: Fn, call: int, fn: Fn) -> tuple[tuple[str, str, str], ...]:
        """Keywords that end in ``**fields``."""
        named = [(name, value) for name, value in caller.body.nodes[call][3] if name and name not in fn.head.params]
        return tuple((name, *self._said.value(caller, value)) for name, value in named)


def _tells(found: Emission) -> bool:
    """Whether something of it speaks of security."""
    words = set(_words(text_of(found.parts))) | _words(found.logger or "")
    for key, known, _ in found.fields:
        if key.rpartition(".")[2] in _EVENT_KEYS or (known and len(known) < _SHORT):
            words |= _words(known)
    return not words.isdisjoint(TELLING)


def _words(text: str) -> frozenset[str]:
    return frozenset(split(_NO_WORD.sub("_", text[:_LOOKED_AT])))
