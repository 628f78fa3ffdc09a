"""What is written: every argument of a call that writes something, as a flow in terms of the function's parameters."""

from __future__ import annotations

from collections.abc import Iterator

from checker.source import ir
from checker.source.flow.backwards import Follower
from checker.source.flow.evidence.company import says_little
from checker.source.flow.evidence.presented import UNUSED
from checker.source.flow.literal import looked_up, source
from checker.source.flow.origin import Flow, Place, mark, merge
from checker.source.flow.shown_by_repr import is_listed
from checker.source.flow.texts import beginning, number
from checker.source.index.marks import KIND
from checker.source.index.templates import brace_conversions, conversions, numbered, placeholder_keys
from checker.source.logs.announced import Announced
from checker.source.logs.resolved import CLIENTS, WIRE, on_the_wire, said
from checker.source.logs.sinks import Sinks, Use, Written
from checker.source.names.elements import Fn, Module
from checker.source.written.servers import speaks_http
from checker.text import whole

_NAMED = frozenset((ir.VAR, ir.PARAM, ir.GLOBAL, ir.ATTR, ir.ITEM, ir.CALL, ir.CHECKED, ir.TOUCHED))
"""Operations of what has a name of its own."""
_NUMBERS = frozenset({"id", "pk", "uuid"})
"""Names of an object's number."""
_WHO = frozenset({"auth", "user", "request", "actor", "by", "session", "account", "owner", "performer", "initiator"})
"""Keywords by which a log of what people do, which nobody here knows, is told who does it."""
_LISTS = tuple(("lib", name) for name in ("sorted", "list", "tuple", "set", "frozenset"))


class Values:
    """Calls that write something, and what they write."""

    def __init__(self, follower: Follower, sinks: Sinks) -> None:
        self._follower = follower
        self._sinks = sinks
        self._announced = Announced(follower)

    def uses(self, module: Module) -> Iterator[tuple[Fn, int, Use]]:
        """A module's calls that write something: function, call, how."""
        for fn in module.functions:
            for call in fn.head.sinks:
                use = self._sinks.use(fn, call)
                if use is not None:
                    yield fn, call, use

    def of(self, fn: Fn, call: int, use: Use) -> list[tuple[Written, Flow]]:
        """The flow of every argument, in terms of the function's parameters."""
        place = self._follower.place(fn, fn.body.nodes[call])
        template = _conversions(use)
        wire = bool(WIRE.search(use.template)) and speaks_http(self._follower, fn)
        values = []
        for written in use.arguments:
            if use.kind == "named" and (written.name in _WHO or self._is_object(fn, written.node)):
                continue
            flow = self._selected(fn, use, written, place)
            if written.name and written.name not in ("extra", "msg", "message") and not self._is_about(fn, written.node):
                flow = self._follower.by_name.named(fn, flow, written.name, self._called(fn, written), place, written.node)
            flow = self._listed(fn, written.node, flow)
            if wire:
                about = self._follower.by_name.wire
                knows = about.knows_logins(fn)
                logs = knows and about.logs_wire(fn)
                answered = about.logs_wire(fn) or self._follower.logins.through(fn, answered=True)
                sent = logs or (knows and self._follower.logins.through(fn))
                found = tuple(
                    on_the_wire(item, use, sent=sent or (item.label not in CLIENTS and says_little(fn)), answered=answered)
                    for item in flow.found
                )
                flow = Flow(found, flow.refs, flow.clean)
            if any(UNUSED in item.passed for item in flow.found):
                around = use.template or _around(fn, written.node)
                flow = Flow(tuple(said(item, around) for item in flow.found), flow.refs, flow.clean)
            values.append((written, _converted(flow, template.get(written.position, template.get(written.name, "")))))
        return self._announced.told(fn, use, values)

    def _late(self, fn: Fn, node: int) -> Flow | None:
        """What a lambda without parameters gives: it is called where the record is written, ``opt(lazy=True).debug("{}", lambda: key)``."""
        record = fn.body.nodes[node]
        target = fn.module.functions[record[1]] if record[0] == ir.LAMBDA else None
        return self._follower.functions.results.of(target) if target is not None and not target.head.params else None

    def _is_object(self, fn: Fn, node: int) -> bool:
        """Whether a value is an object of the project: a function that nobody knows, ``add_log(auth=who)``, need not make a text of it."""
        entity = self._follower.names.entity(fn, node)
        return entity is not None and entity[0] == "inst" and not self._follower.names.is_text_class(entity[1])

    def rest(self, caller: Fn, call: ir.Node, fn: Fn, bound: bool) -> Flow | None:
        """What a call of a log function gives for ``*args``, each value as the template before them shows it, ``debug("got %r", text)``;
        ``None`` where that is not known."""
        first, given = fn.head.positional - (bound and fn.is_method), call[2]
        if not 0 < first < len(given) or min(given) < 0:
            return None
        template = source(caller, given[first - 1])
        text = template[1] if template[0] == ir.CONST and isinstance(template[1], str) else ""
        kinds = conversions(text)
        if len(kinds) != len(given) - first:
            return self._attributes(caller, call, text, given[first:])
        shown = zip(given[first:], kinds, strict=True)
        return merge([_converted(self._listed(caller, node, self._follower.flow(caller, node)), kind) for node, kind in shown])

    def _attributes(self, fn: Fn, call: ir.Node, template: str, given: list[int]) -> Flow | None:
        """What ``info("in {.language}", self)`` shows of the values behind the template: attributes; ``None`` where it shows one whole."""
        fields = [name for name, _ in numbered(brace_conversions(template))]
        if not fields or not all("." in name and whole(name.partition(".")[0]) is not None for name in fields):
            return None
        place, shown = self._follower.place(fn, call), self._follower.attributes.in_template
        values = ((whole(name.partition(".")[0]), name) for name in fields)
        return merge([shown(fn, given[at], name, place) for at, name in values if at is not None and at < len(given)])

    def _called(self, fn: Fn, written: Written) -> str:
        """What tells of a keyword's value: its name, unless that is the name of something else, ``info("paid", answer=answer["id"])``."""
        noted = (one for one in (*fn.head.members, *fn.head.uses) if one.owner == written.name)
        known = any(not one.name.startswith(KIND) for one in noted)
        return self._follower.text(fn, written.node) if known else written.name

    def _is_about(self, fn: Fn, node: int) -> bool:
        """Whether a keyword's value says by its own name that it is no secret: ``info("revoked", api_key=row.key_prefix)``."""
        record = fn.body.nodes[node]
        own = looked_up(fn, node) or self._follower.text(fn, node).rpartition(".")[2] if record[0] in _NAMED else ""
        return own in _NUMBERS or self._follower.by_name.other_names.is_about(own)

    def _listed(self, fn: Fn, node: int, flow: Flow) -> Flow:
        """The flow of what is, or may be, a list, whose text shows its items by ``repr``; also one of an enclosing function."""
        names, record = self._follower.names, source(fn, node)
        if record[0] == ir.CALL and names.entity(fn, record[1]) in _LISTS:
            return mark(flow, "repr")
        if not is_listed(names, fn, node):
            return flow
        return mark(flow, "repr" if is_listed(names, fn, node, always=True) else "escaped")

    def _selected(self, fn: Fn, use: Use, written: Written, place: Place) -> Flow:
        """An argument's flow; of a mapping for ``%(key)s`` only the keys that the message names."""
        keys = (
            placeholder_keys(use.template)
            if written.position == 1 or (written.position > 1 and len(use.arguments) == written.position)
            else []
        )
        if not keys or written.name:
            return self._late(fn, written.node) or self._follower.flow(fn, written.node)
        text = self._follower.text(fn, written.node)
        return merge([self._follower.mappings.item(fn, written.node, key, f"{text}[{key!r}]", place) for key in keys])


def _converted(flow: Flow, kind: str) -> Flow:
    """What a placeholder shows of a value."""
    shown = mark(flow, "repr") if kind == "r" else flow
    return number(shown) if kind == "d" else beginning(shown) if kind == "s" else shown


def _conversions(use: Use) -> dict[int | str, str]:
    """How a template shows its arguments: position or name to ``r`` or ``d``."""
    if not use.template:
        return {}
    if use.kind in ("loguru", "structlog") and "{" in use.template and "%" not in use.template:
        fields = brace_conversions(use.template)
        places = ((whole(name), name, number, kind) for number, (name, kind) in enumerate(fields))
        return {(at + 1 if at is not None else name or number + 1): kind for at, name, number, kind in places}
    first = min((item.position for item in use.arguments if item.position >= 0), default=0)
    return {first + 1 + number: kind for number, kind in enumerate(conversions(use.template))}


def _around(fn: Fn, node: int) -> str:
    """What stands around the values that a text is put together of: ``"got {}"``."""
    record = source(fn, node)
    callee = fn.body.nodes[record[1]] if record[0] == ir.CALL else record
    if callee[0] == ir.ATTR and callee[2] == "format":
        record = [ir.JOIN, [callee[1]]]
    parts = [source(fn, part) for part in record[1]] if record[0] == ir.JOIN else []
    return "".join(part[1] if part[0] == ir.CONST and isinstance(part[1], str) else "{}" for part in parts)
