"""Answers to clients that carry what a server should keep to itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from checker.source import ir
from checker.source.facts.records import Argument, ResponseCall
from checker.source.flow.backwards import Follower
from checker.source.flow.literal import source
from checker.source.flow.origin import Flow, Place
from checker.source.flow.places import span
from checker.source.ir.ways import Exit, walk
from checker.source.logs.resolved import origins
from checker.source.logs.sinks import Use, Written
from checker.source.names.elements import Fn, Module
from checker.source.written.links import Links
from checker.source.written.values import Values


class Responses:
    """Makes the facts of one module after the other."""

    def __init__(self, follower: Follower, values: Values, links: Links) -> None:
        self._follower = follower
        self._values = values
        self._links = links

    def facts(self, module: Module, uses: Iterable[tuple[Fn, int, Use]]) -> Iterator[ResponseCall]:
        """What a module's code sends."""
        for fn, call, use in uses:
            if use.kind != "response" or call in fn.head.staged:
                continue
            place = self._follower.place(fn, fn.body.nodes[call])
            callee = self._follower.text(fn, fn.body.nodes[call][1])
            if "wsgi.errors" in callee:  # the server's own error stream (PEP 3333)
                continue
            values = [one for one in self._values.of(fn, call, use) if not self._is_answer(fn, one[0].node)]
            yield from self._response(fn, place, callee, values)
        for fn in module.functions:
            if not fn.head.decorators and "start_response" not in fn.head.params:
                continue
            framework = self._handler(fn)
            for node in fn.body.returns if framework else ():
                line = self._line_of(fn, node)
                if line is not None:
                    yield from self._response(fn, line, "return", [(Written("", 0, node), self._follower.flow(fn, node))], framework)

    def _is_answer(self, fn: Fn, node: int) -> bool:
        """Whether a value is an answer itself, which is judged where it is made: ``make_response(jsonify(found), 500)``."""
        record = source(fn, node)
        return record[0] == ir.CALL and self._sink_kind(fn, record) == "response"

    def _handler(self, fn: Fn) -> str:
        parent = fn.module.functions[fn.head.parent] if fn.head.parent >= 0 else None
        if parent is None:
            return ""
        if "start_response" in fn.head.params:
            return "wsgi"
        for decorator in fn.head.decorators:
            record = parent.body.nodes[decorator]
            callee = parent.body.nodes[record[1]] if record[0] == ir.CALL else record
            if callee[0] == ir.ATTR:
                for source in self._follower.tables.handler_decorators.methods.get(callee[2], ()):
                    if not fn.module.tops.isdisjoint(source.imports):
                        return source.framework
        return ""

    def _line_of(self, fn: Fn, node: int) -> Place | None:
        """The place of a returned value, found through its parts; ``None`` for a response object, which is judged itself."""
        record = fn.body.nodes[node]
        for _ in range(6):
            if record[0] == ir.VAR and (left := self._left(fn, node)) is not None:  # a name's own place is where it was given its value
                return left
            if record[0] in (ir.CALL, ir.ATTR, ir.ITEM, ir.VAR, ir.DICT, ir.GLOBAL):
                if record[0] == ir.CALL and self._sink_kind(fn, record) == "response":
                    return None
                return self._follower.place(fn, record)
            if record[0] in (ir.SEQ, ir.JOIN, ir.UNION) and record[1]:
                parts = [fn.body.nodes[item] for item in record[1]]
                record = next((part for part in parts if part[0] not in (ir.CONST, ir.OPAQUE)), parts[0])
                continue
            return None
        return None

    @staticmethod
    def _left(fn: Fn, node: int) -> Place | None:
        """Where the function returns the value."""
        ways_out = (step for step in walk(fn.steps) if isinstance(step, Exit))
        return next(((fn.module.path, step.line, step.column) for step in ways_out if step.value == node), None)

    def _sink_kind(self, fn: Fn, record: ir.Node) -> str:
        entity = self._follower.names.entity(fn, record[1])
        sink = self._follower.tables.sinks.find(entity[1]) if entity and entity[0] == "lib" else None
        return sink.kind if sink else ""

    def _response(
        self, fn: Fn, place: Place, callee: str, values: list[tuple[Written, Flow]], framework: str = ""
    ) -> Iterator[ResponseCall]:
        arguments = []
        for written, flow in values:
            self._links.link(flow.found, place, callee, self._links.shown)
            internal = [item for item in flow.found if item.category in ("traceback", "exception")]
            for ref in flow.refs:
                above = self._follower.callers.arriving(fn, ref.position, ref.key)
                internal.extend(item for item in above.found if item.category in ("traceback", "exception"))
            if internal:
                arguments.append(Argument(written.name, written.position, origins(internal)))
        if arguments:
            yield ResponseCall(span(place), fn.head.name, framework, callee, tuple(arguments), fn.module.facts.test)
