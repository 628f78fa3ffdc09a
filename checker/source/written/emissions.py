"""What records about security say: the message part by part, the fields beside it; through a project's own log functions too."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from checker.source import ir
from checker.source.facts.events import Emission, Part, text_of
from checker.source.facts.outcomes import RecordedOutcome
from checker.source.flow.backwards import Follower
from checker.source.flow.places import span
from checker.source.index.templates import FIELD, PLACEHOLDER
from checker.source.lexicon.words import split
from checker.source.logs.logger_names import logger_name
from checker.source.logs.sinks import Use, Written
from checker.source.names.elements import Fn
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
        dumped = self._dumped(fn, message.node) if message is not None and not rest else None
        parts = tuple(self._message(fn, message, rest, use)) if message is not None and dumped is None else ()
        fields: list[tuple[str, str, str]] = list(dumped[0]) if dumped is not None else []
        open_ = any(one.starred for one in use.arguments) or (dumped is not None and dumped[1])
        for one in written:
            if one is message or one.position >= 0:
                continue
            if one.name == "extra":
                known, more = self._mapping(fn, one.node)
                fields += known
                open_ = open_ or more
            elif not one.name:
                open_ = True
            else:
                fields.append((one.name, *self._value(fn, one.node)))
        for bound in use.bound:
            fields += [(name, *self._value(fn, value)) for name, value in fn.body.nodes[bound][3] if name]
        tail = self._follower.text(fn, node[1]).rpartition(".")[2]
        shown = tail == "exception" or any(name == "exc_info" and fn.body.nodes[value][1:] != [False] for name, value in node[3])
        name = logger_name(self._names, fn, call) if use.kind == "logging" else None
        place = span(self._follower.place(fn, node))
        return Emission(
            place, fn.head.name, use.kind, use.level, name, fn.module.path, parts, tuple(fields), shown, open_, dumped is not None,
            fn.module.facts.test,
        )  # fmt: skip

    def _dumped(self, fn: Fn, node: int) -> tuple[list[tuple[str, str, str]], bool] | None:
        """The fields of ``json.dumps({...})``."""
        record = fn.body.nodes[node]
        if record[0] == ir.VAR:
            record = fn.body.nodes[record[2]]
        if record[0] != ir.CALL or not record[2] or record[2][0] < 0:
            return None
        entity = self._names.entity(fn, record[1])
        if entity is None or entity[0] != "lib" or entity[1] not in ("json.dumps", "orjson.dumps", "ujson.dumps", "simplejson.dumps"):
            return None
        found, more = self._mapping(fn, record[2][0])
        return (found, more) if found else None

    # -- the message

    def _message(self, fn: Fn, message: Written, rest: list[Written], use: Use) -> Iterator[Part]:
        parts = list(self._parts(fn, message.node, 0))
        if len(parts) == 1 and parts[0][0] and rest:
            braces = use.kind == "loguru" and "{" in parts[0][0]
            values = [self._follower.text(fn, one.node) for one in rest]
            yield from _filled(parts[0][0], values, braces=braces)
        elif len(parts) == 1 and parts[0][0] and use.kind == "loguru" and "{" in parts[0][0]:
            keywords = [one.name for one in use.arguments if one.name]
            yield from _filled(parts[0][0], keywords, braces=bool(keywords))
        else:
            yield from parts

    def _parts(self, fn: Fn, node: int, depth: int) -> Iterator[Part]:
        record = fn.body.nodes[node]
        if record[0] == ir.CONST:
            yield (str(record[1]), "") if isinstance(record[1], str | int | float) else ("", "...")
        elif record[0] == ir.VAR and depth < _DEEPEST:
            inner = list(self._parts(fn, record[2], depth + 1))
            yield from inner if any(text for text, _ in inner) else [("", str(record[1]))]
        elif record[0] == ir.JOIN:
            yield from self._joined(fn, record, depth)
        elif record[0] == ir.CALL and fn.body.nodes[record[1]][0] == ir.ATTR and fn.body.nodes[record[1]][2] == "format":
            yield from self._formatted(fn, record)
        elif record[0] == ir.CALL and len(record[2]) == 1 and record[2][0] >= 0 and fn.body.nodes[record[2][0]][0] == ir.CONST:
            yield from self._parts(fn, record[2][0], depth + 1)  # a translation's marker
        elif record[0] in (ir.GLOBAL, ir.ATTR, ir.IMPORT) and depth < _DEEPEST:
            yield from self._named(fn, node, depth)
        else:
            yield "", self._follower.text(fn, node)

    def _joined(self, fn: Fn, record: ir.Node, depth: int) -> Iterator[Part]:
        first = fn.body.nodes[record[1][0]] if record[1] else [ir.OPAQUE]
        if first[0] == ir.CONST and isinstance(first[1], str) and len(_holes(first[1])) == len(record[1]) - 1 > 0:
            yield from _filled(first[1], [self._follower.text(fn, one) for one in record[1][1:]], braces=False)
            return
        for one in record[1][:40]:
            yield from self._parts(fn, one, depth + 1) if depth < _DEEPEST else [("", self._follower.text(fn, one))]

    def _formatted(self, fn: Fn, record: ir.Node) -> Iterator[Part]:
        template = fn.body.nodes[fn.body.nodes[record[1]][1]]
        if template[0] == ir.CONST and isinstance(template[1], str):
            values = [self._follower.text(fn, one) for one in record[2] if one >= 0]
            yield from _filled(template[1], values, braces=True)
        else:
            yield "", "..."

    def _named(self, fn: Fn, node: int, depth: int) -> Iterator[Part]:
        """A constant by its name: ``events.LOGIN_FAILED``, ``Event.LOGIN_FAILED.value``."""
        record = fn.body.nodes[node]
        if record[0] == ir.ATTR and record[2] in ("value", "name"):
            yield from self._named(fn, record[1], depth)
            return
        found = self._constant(fn, record)
        yield (found, "") if found else ("", self._follower.text(fn, node))

    def _constant(self, fn: Fn, record: ir.Node) -> str:
        place = None
        if record[0] == ir.GLOBAL:
            place = self._names.binding(fn, record[1])
        elif record[0] == ir.ATTR:
            owner = self._names.entity(fn, record[1])
            if owner is not None and owner[0] == "mod":
                place = self._names.global_value(owner[1], record[2])
            elif owner is not None and owner[0] in ("cls", "inst"):
                held = owner[1].attributes.get(record[2], ())
                place = held[0][:2] if len(held) == 1 else None
        if place is not None and place[0].body.nodes[place[1]][0] == ir.IMPORT:
            place = self._names.imported_value(place[0].body.nodes[place[1]][1], fn.module)
        if place is None:
            return ""
        value = place[0].body.nodes[place[1]]
        for _ in range(3):
            if value[0] != ir.VAR:
                break
            value = place[0].body.nodes[value[2]]
        return value[1] if value[0] == ir.CONST and isinstance(value[1], str) else ""

    # -- fields

    def _value(self, fn: Fn, node: int) -> tuple[str, str]:
        """The constant and the source of a value."""
        parts = list(self._parts(fn, node, 0))
        known = "".join(text for text, _ in parts) if all(text for text, _ in parts) else ""
        return known, self._follower.text(fn, node)

    def _mapping(self, fn: Fn, node: int, depth: int = 0) -> tuple[list[tuple[str, str, str]], bool]:
        """Keys and values of a dictionary, and whether there may be others."""
        record = fn.body.nodes[node]
        if record[0] in (ir.VAR, ir.TOUCHED, ir.CHECKED) and depth < 8:
            return self._mapping(fn, record[2] if record[0] == ir.VAR else record[1], depth + 1)
        if record[0] == ir.SET and depth < 8:
            known, more = self._mapping(fn, record[1], depth + 1)
            key = record[2]
            return ([*known, (key, *self._value(fn, record[3]))], more) if isinstance(key, str) else (known, True)
        if record[0] == ir.CALL and not record[2] and self._names.entity(fn, record[1]) == ("lib", "dict"):
            return [(name, *self._value(fn, value)) for name, value in record[3] if name], any(not name for name, _ in record[3])
        if record[0] != ir.DICT:
            return [], True
        found: list[tuple[str, str, str]] = []
        more = False
        for key, value in zip(record[1], record[2], strict=True):
            if key == "**" and depth < 8:
                inner, further = self._mapping(fn, value, depth + 1)
                found += inner
                more = more or further
            elif isinstance(key, str):
                found.append((key, *self._value(fn, value)))
                if key in ("extra", "details", "data", "context", "extra_fields", "json_fields"):
                    found += [(f"{key}.{name}", known, source) for name, known, source in self._mapping(fn, value, depth + 1)[0]]
            else:
                more = True
        return found, more

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
            known = {name: list(self._parts(caller, node, 0)) for name, node in given.items()}
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
        return (key, *self._value(caller, given[head]))

    def _spread(self, caller: Fn, call: int, fn: Fn) -> tuple[tuple[str, str, str], ...]:
        """Keywords that end in ``**fields``."""
        named = [(name, value) for name, value in caller.body.nodes[call][3] if name and name not in fn.head.params]
        return tuple((name, *self._value(caller, value)) for name, value in named)


def _tells(found: Emission) -> bool:
    """Whether something of it speaks of security."""
    words = set(_words(text_of(found.parts))) | _words(found.logger or "")
    for key, known, _ in found.fields:
        if key.rpartition(".")[2] in _EVENT_KEYS or (known and len(known) < _SHORT):
            words |= _words(known)
    return not words.isdisjoint(TELLING)


def _words(text: str) -> frozenset[str]:
    return frozenset(split(_NO_WORD.sub("_", text[:_LOOKED_AT])))


def _holes(template: str) -> list[str]:
    return [match[0] for match in PLACEHOLDER.finditer(template) if match["kind"] != "%"]


def _filled(template: str, values: list[str], *, braces: bool) -> Iterator[Part]:
    """A template's text with the sources of its values."""
    pattern = FIELD if braces else PLACEHOLDER
    at, number = 0, 0
    for match in pattern.finditer(template):
        before = template[at : match.start()]
        if not braces and match["kind"] == "%":
            before += "%"
            value = None
        else:
            name = match["name"] if braces else match["key"]
            value = values[number] if number < len(values) and not (braces and name and not name.isdigit()) else name or "..."
            number += 1
        if before:
            yield before, ""
        if value is not None:
            yield "", value
        at = match.end()
    if template[at:]:
        yield template[at:], ""
