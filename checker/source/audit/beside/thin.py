"""Records about security events that leave out who it was or where it came from, where the code at hand has that."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from checker import patterns as re
from checker.source import ir
from checker.source.audit.beside.targets import mentioned
from checker.source.audit.project.registering.outside import apart
from checker.source.facts.security import ThinRecord
from checker.source.flow.literal import unnamed
from checker.source.flow.places import span
from checker.source.ir import ways
from checker.source.ir.ways import Called, Try
from checker.source.lexicon.words import split
from checker.source.logs.sinks import Use
from checker.source.names.elements import Fn, Module
from checker.source.names.reads import BINDING

if TYPE_CHECKING:
    from checker.source.audit.parts import Parts
    from checker.vocabulary import RecordText, Trait

_KINDS = frozenset({"logging", "structlog", "loguru"})
_LEVELS = frozenset({"info", "warning", "warn", "error", "critical", "exception", ""})
_LONGEST = 160
_REQUESTS = frozenset({"request", "req"})
_MOST_CALLS = 60
_TRAILS = frozenset({"audit", "auditlog", "attempt", "event", "history", "trail", "log"})
"""Words of what keeps rows about events."""
_OF_THE_PROGRAM = frozenset(
    {"config", "configuration", "settings", "reconcile", "sync", "synchronize", "migrate", "smtp", "database", "db", "cors"}
)
"""Words of texts about what the program sets up for itself: "Failed to reconcile the config after auth update" tells of nobody's login."""
_FAULTS = frozenset({"exception", "error", "traceback"})
_MEANWHILE = frozenset({"during", "while"})
"""Words of texts about a fault of the program: "Exception during password reset"."""
_MAILS = frozenset({"email", "emails", "mail", "mails", "sms", "notification", "notifications"})
_SENDING = frozenset({"send", "sending", "sent", "queue", "queued", "deliver", "delivered", "delivery"})
_WORD = re.compile(r"[a-z0-9]+")
_BY_WHOM = re.compile(r"\bby (?:the )?(?:user|account)(?:_?(?:id|name))?\b")
"""Who did it: "item created by user 5" tells of no new user."""
_ASKING = re.compile(r"\b(?:while|when|on|by) (?:calling|connecting|contacting|fetching|requesting|querying)\b|\b(?:upstream|connect to)\b")
"""Another system, of which the program asks something: "invalid authentication while calling the provider" is nobody's login here."""
_DONE = ("_created", "_deleted")
_UNDONE = frozenset({"not", "already", "cannot"})
"""What nobody did: "user is not registered"."""
_STRUCTURED = frozenset({"structlog", "loguru"})
_LIBRARIES = _STRUCTURED | {"logging"}
_BINDERS = frozenset({"bind_contextvars", "bound_contextvars", "contextualize", "bind", "new"})
_FACTORY = frozenset({"setLogRecordFactory"})
_CARRIERS = frozenset({"logging.Filter", "logging.LoggerAdapter", "logging.Formatter"})
"""Classes whose subclasses may add to each record."""


class Thin:
    """Makes the facts about a module's security records."""

    def __init__(self, parts: Parts, records: tuple[RecordText, ...], traits: tuple[Trait, ...]) -> None:
        self._parts = parts
        self._follower = parts.follower
        self._names = parts.follower.names
        self._records = [(one.event, frozenset(one.subjects), frozenset(one.outcomes)) for one in records]
        self._own = frozenset(one.event for one in records)
        self._traits = [(one.name, frozenset(one.names), frozenset(one.held)) for one in traits]
        self._names_of = {name: names for name, names, _ in self._traits}
        self._told: dict[str, str] = {}
        self._bound: bool | None = None

    def facts(self, module: Module) -> Iterator[ThinRecord]:
        """One for each record."""
        if module.facts.test or apart(module) or module.tops.isdisjoint(self._follower.tables.server_modules):
            return
        for fn in module.functions[1:]:
            for call in fn.head.sinks:
                use = self._parts.sinks.use(fn, call)
                if use is None or use.kind not in _KINDS or use.level not in _LEVELS or not use.template:
                    continue
                event = self._event(use.template)
                if event:
                    yield from self._judged(fn, call, use, event)

    def _event(self, text: str) -> str:
        """The event that a text tells of, ``""`` where it tells of none."""
        known = self._told.get(text)
        if known is None:
            known = self._told[text] = self._of(text) if len(text) <= _LONGEST else ""
        return known

    def _of(self, text: str) -> str:
        words = frozenset(_WORD.findall(_BY_WHOM.sub(" ", text.lower())))
        own = next((event for event in sorted(self._own) if event in text.lower()), "")
        if own:
            return own
        if not _OF_THE_PROGRAM.isdisjoint(words) or not (_FAULTS.isdisjoint(words) or _MEANWHILE.isdisjoint(words)):
            return ""
        if not (_MAILS.isdisjoint(words) or _SENDING.isdisjoint(words)) or _ASKING.search(text.lower()):
            return ""  # it tells of a mail, or of what another system was asked
        for event, subjects, outcomes in self._records:
            if event.endswith(_DONE) and not _UNDONE.isdisjoint(words):
                continue
            if not subjects.isdisjoint(words) and not (outcomes - subjects).isdisjoint(words):
                return event
        return ""

    def _judged(self, fn: Fn, call: int, use: Use, event: str) -> Iterator[ThinRecord]:
        if not self._parts.around.reachable(fn) or self._binds():
            return
        said = self._said(fn, call, use)
        at_hand = self._at_hand(fn, call) - _coming(fn, call)
        lacks = [(name, held) for name, names, held in self._traits if names.isdisjoint(said) and not held.isdisjoint(at_hand)]
        if lacks:
            beside = self._beside(fn, call)
            lacks = [(name, held) for name, held in lacks if (self._names_of[name] | held).isdisjoint(beside)]
        if lacks:
            place = self._follower.place(fn, fn.body.nodes[call])
            yield ThinRecord(
                span(place), fn.head.name, event, self._follower.text(fn, fn.body.nodes[call][1]), tuple(name for name, _ in lacks),
                tuple(min(held & at_hand) for _, held in lacks), fn.module.facts.test,
            )  # fmt: skip

    def _beside(self, fn: Fn, call: int) -> frozenset[str]:
        """Words of what the function's rows of an audit table are given beside: ``AuthAttempt.objects.create(email=email, ip=ip)``, and of
        what is handed to whoever writes them."""
        texts = ((one, self._follower.text(fn, fn.body.nodes[one][1])) for one in fn.body.calls[:_MOST_CALLS] if one not in fn.head.sinks)
        others = [
            one for one, text in texts if one != call and not _TRAILS.isdisjoint(word for part in text.split(".") for word in split(part))
        ]
        keys = [key for one in others for key, _ in fn.body.nodes[one][3]]
        keys += [self._follower.text(fn, value) for one in others for value in fn.body.nodes[one][2] if value >= 0]  # note_attempt(request)
        return frozenset(word for key in keys for word in (*split(key), key))

    def _said(self, fn: Fn, call: int, use: Use) -> frozenset[str]:
        """Words of everything that a record is given beside its plain text."""
        record = fn.body.nodes[call]
        given = [abs(one + 1) if one < 0 else one for one in record[2]] + [value for _, value in record[3]]
        names = [name for node in given for name in self._all(fn, node)] + [key for key, _ in record[3]]
        fields = re.findall(r"[%{]\(?(\w+)\)?", use.template)
        return frozenset(word for name in (*names, *fields) for word in (*split(name), name))

    def _all(self, fn: Fn, node: int) -> list[str]:
        """The names in an argument; of a dict its keys, of a local name what it was made of."""
        record = fn.body.nodes[node]
        if record[0] == ir.CONST:
            return []
        if record[0] == ir.DICT:
            return [str(key) for key in record[1] if key] + [name for value in record[2] for name in mentioned(fn, value)]
        if record[0] == ir.VAR:
            inner = fn.body.nodes[record[2]]
            return [record[1], *(self._all(fn, record[2]) if inner[0] in (ir.DICT, ir.JOIN) else self._last(fn, record[2]))]
        if record[0] == ir.JOIN:
            return [name for part in record[1] for name in self._all(fn, part)]
        return mentioned(fn, node)

    def _last(self, fn: Fn, node: int) -> list[str]:
        """What a value is called where it is taken from: of ``request.POST["name"]`` only the last part tells what it is."""
        record = fn.body.nodes[node]
        if record[0] in (ir.ATTR, ir.ITEM):
            return [str(record[2])]
        if record[0] == ir.CALL:
            name = self._follower.text(fn, record[1]).rpartition(".")[2]
            return [name, *(str(value[1]) for one in record[2] if one >= 0 and (value := fn.body.nodes[one])[0] == ir.CONST)]
        return []

    def _at_hand(self, fn: Fn, call: int) -> frozenset[str]:
        """Names of the parameters, of what the function reads, and of what it has found out before a record."""
        found = {
            param for at, param in enumerate(fn.head.params) if param not in _REQUESTS or not self._is_a_body(fn, fn.head.annotations[at])
        }
        for at, record in enumerate(fn.body.nodes):
            if record[0] == ir.GLOBAL or (record[0] == ir.VAR and at < call):
                found.add(record[1])
            elif record[0] == ir.ATTR:
                found.add(record[2])
            elif record[0] == ir.IMPORT:
                found.add(record[1].rpartition(".")[2])
        return frozenset(found)

    def _is_a_body(self, fn: Fn, annotation: str) -> bool:
        """Whether what is called a request is only what was sent: ``req: RegisterSchema`` tells nothing of where it came from."""
        entity = self._names.annotated(fn, annotation) if annotation else None
        if entity is None or entity[0] not in ("inst", "made"):
            return False
        names = self._names.mro(entity[1])[1] if entity[0] == "inst" else [entity[1]]
        return not any(name.endswith(("Request", "Connection", "Socket")) for name in names)

    def _binds(self) -> bool:
        """Whether the project puts something into every record, by what is bound, a filter or a factory; what that is, is not known."""
        self._names.reads.asked.add((BINDING, "", -1))
        return self.answer()

    def answer(self) -> bool:
        """The same, as an answer of the whole project."""
        if self._bound is None:
            with self._names.aside():
                survey = self._names.survey
                self._bound = any(map(self._adds, survey.of(survey.importing(_LIBRARIES))))
        return self._bound

    def _adds(self, module: Module) -> bool:
        if module.facts.test or module.tops.isdisjoint(_LIBRARIES):
            return False
        binders = _FACTORY if module.tops.isdisjoint(_STRUCTURED) else _FACTORY | _BINDERS
        if any(not binders.isdisjoint(fn.head.called) for fn in module.functions):
            return True
        return any(not _CARRIERS.isdisjoint(self._names.mro(cls)[1]) for cls in module.classes)


def _coming(fn: Fn, call: int) -> frozenset[str]:
    """Names that a handler's record cannot be given: what its ``try`` gives a value to is not there where it failed before that."""
    for step in ways.walk(fn.steps):
        if not isinstance(step, Try):
            continue
        handled = (one for clause in step.handlers for one in ways.walk(clause.block))
        if any(isinstance(one, Called) and one.node == call for one in handled):
            guarded = {one.node for one in ways.walk(step.body) if isinstance(one, Called)}
            made = {str(record[1]) for record in fn.body.nodes if record[0] == ir.VAR and unnamed(fn, record[2]) in guarded}
            return frozenset(made - set(fn.head.params))
    return frozenset()
