"""Compound statements: what each name holds where branches, loops and handlers meet again."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from checker.source import ir
from checker.source.index.conditions import by_setting, by_stage, empty, proven
from checker.source.index.keyed import written
from checker.source.index.leaving import first_leaving
from checker.source.index.patterns import captures, is_written
from checker.source.index.refusals import refused
from checker.source.index.scope import Changes, Versions
from checker.source.index.settled import numbered, says_missing
from checker.source.index.simple import Simple
from checker.source.ir import Handler, markers
from checker.source.ir.shapes import asked, asks_level
from checker.source.ir.syntax import dotted, idle, last, lent, looks

_TRACES = frozenset({"format_exc", "format_exception", "format_tb", "format_list"})
_REFUSALS = frozenset({"HTTPStatusError", "ClientResponseError", "HTTPError", "ResponseError"})
"""Exceptions of clients that say that a server has refused."""
_DECODES = frozenset({"json", "loads"})
_RAISES = frozenset({"raise_for_status"})
_UNREADABLE = frozenset({"JSONDecodeError", "ContentTypeError", "InvalidJSONError"})
"""Exceptions that say that an answer is none: a page of a proxy, an error's text."""
_PERHAPS = {"ValueError": _DECODES, "RequestException": _RAISES, "HTTPException": _RAISES}
"""Exceptions that say one of both where what may raise them is called in the ``try``."""
_MISSING = frozenset({"HTTPException", "HTTPError", "ValueError", "KeyError", "LookupError", "Http404"})
_MISSES = ("NotFound", "NotFoundError", "NotFoundException", "DoesNotExist", "NoResultFound")
"""Exceptions by which a handler of requests ends where there is no such thing, or their ends."""
_DISPROVES = frozenset(
    {"BadSignature", "SignatureExpired", "BadTimeSignature", "InvalidSignature", "InvalidSignatureError", "BadSignatureError",
     "ExpiredSignatureError", "ExpiredTokenError", "ExpiredTokenException", "TokenExpired"}
)  # fmt: skip
"""Exceptions of verifiers that say of a token that it is forged or has expired; others may be raised for a good one that is another's."""
_SWALLOWING = frozenset({"suppress", "ignored", "raises", "assertRaises", "assertRaisesRegex"})
"""Contexts that an exception ends, so that what follows is reached."""


class Branches(Simple):
    """Reads statements that part control, branch by branch."""

    main: bool
    _statements: dict[type[ast.stmt], Callable[[Any], bool | None]]

    def block(self, statements: Iterable[ast.stmt]) -> bool:
        """Read statements in order; whether the end is never reached."""
        readers, scope = self._statements, self.scope
        before, ended = scope.refusing, False
        for statement in statements:
            reader = readers.get(type(statement))
            if reader is not None and reader(statement):
                ended = True
                break
        if scope.refusing != before:
            scope.refused.update(scope.sinks[scope.refusing :])
            scope.refusing = before
        return ended

    def _if(self, node: ast.If) -> bool:
        orelse = node.orelse
        if len(orelse) == 1 and type(orelse[0]) is ast.If:
            return self._chain(node)
        scope = self.scope
        calls = len(scope.calls)
        condition = self.test(node.test)
        scope.ways.append((markers.IF, calls, len(scope.calls), condition, node.lineno))
        before = scope.mark()
        members = len(scope.members)
        failed, ended = self._branch(node)
        changed = scope.back(before)
        if failed[0] or failed[1]:
            self._known(*failed)
        if ended and len(scope.members) > members:
            self._read_elsewhere(members)
        if orelse:
            scope.ways.append((markers.ELSE, len(scope.calls)))
            scope.guard += 1
            sinks = len(scope.sinks)
            other_ended = self.block(orelse)
            self._note_refused(node.test, sinks, 1)
            scope.guard -= 1
        else:
            other_ended = False
            if ended and scope.refusing < 0 and refused(node.test)[1]:
                scope.refusing = len(scope.sinks)
        scope.ways.append((markers.END, len(scope.calls)))
        if ended:
            return other_ended
        other = scope.back(before)
        if other_ended:
            scope.again(changed)
        else:
            scope.meet_two(changed, other)
        return False

    def _chain(self, node: ast.If) -> bool:
        """An ``if`` with its ``elif``s, in a loop, so that thousands of them need no stack."""
        scope = self.scope
        ends: list[Changes] = []
        versions: Versions = {}
        outer = noted = scope.mark()
        branch = node
        operation = markers.IF
        refusing, beyond = scope.refusing, -1
        while True:
            calls = len(scope.calls)
            condition = self.test(branch.test)
            scope.ways.append((operation, calls, len(scope.calls), condition, branch.lineno))
            operation = markers.ELIF
            noted = scope.note(versions, noted, len(ends))
            failed, ended = self._branch(branch)
            changed = scope.back(noted)
            if not ended:
                ends.append(changed)
            self._known(*failed)
            noted = scope.note(versions, noted, len(ends))
            if beyond < 0 and refusing < 0 and refused(branch.test)[1]:
                beyond = len(scope.sinks)
                scope.refusing = beyond if ended else -1
            orelse = branch.orelse
            if len(orelse) != 1 or not isinstance(orelse[0], ast.If):
                break
            branch = orelse[0]
        if orelse:
            self._mark(markers.ELSE)
        scope.guard += 1
        ended = self.block(orelse)
        scope.guard -= 1
        if beyond >= 0:
            scope.refused.update(scope.sinks[beyond:])
        self._mark(markers.END)
        if not ends:
            return ended
        last = scope.back(outer)
        scope.meet(ends if ended else [*ends, last], versions)
        return False

    def _branch(self, node: ast.If) -> tuple[tuple[list[str], list[str]], bool]:
        """Read what is done where the test holds; what is known where it fails, and whether the end is never reached."""
        scope, test = self.scope, node.test
        held, failed = proven(test)
        nothing_held, nothing_failed = empty(test)
        self.main = self.main or _is_main(test)
        if held or nothing_held:
            self._known(held, nothing_held)
        sinks, calls, shapes = len(scope.sinks), len(scope.calls), len(scope.shapes)
        asks = not _is_main(test)  # a script's main part runs whenever the script does
        scope.guard += asks
        ended = self.block(node.body)
        scope.guard -= asks
        self._note_refused(test, sinks, 0)
        if not _TRACES.isdisjoint(scope.called) and by_setting(test):
            scope.staged.update(call for call in scope.calls[calls:] if _name(scope.nodes[scope.nodes[call][1]]) in _TRACES)
        if len(scope.shapes) > shapes and asks_level(test):
            scope.shapes[shapes:] = map(asked, scope.shapes[shapes:])
        if len(scope.sinks) > sinks and by_stage(test):
            nodes = scope.nodes
            scope.staged.update(call for call in scope.sinks[sinks:] if nodes[nodes[call][1]][0] != ir.CALL)
        return (failed, nothing_failed), ended

    def _for(self, node: ast.For | ast.AsyncFor) -> None:
        scope = self.scope
        element = scope.add(ir.ELEM, self.value(node.iter))
        self._mark(markers.FOR, node.lineno)
        scope.loops.append((scope.mark(), []))
        self.assign(node.target, element)
        if isinstance(node.target, ast.Name):
            scope.keys[node.target.id] = written(node.iter, self.lists)
        outer, scope.loop = scope.loop, (scope.guard, scope.handling)
        ended = self.block(node.body)
        scope.loop = outer
        scope.close_loop(ended)
        self._orelse(node)

    def _orelse(self, node: ast.For | ast.AsyncFor | ast.While) -> None:
        if node.orelse:
            self._mark(markers.ELSE)
            self.block(node.orelse)
        self._mark(markers.END)

    def _while(self, node: ast.While) -> None:
        scope = self.scope
        calls = len(scope.calls)
        condition = self.test(node.test)
        scope.ways.append((markers.WHILE, calls, len(scope.calls), condition, node.lineno))
        scope.loops.append((scope.mark(), []))
        scope.close_loop(self.block(node.body))
        self._orelse(node)

    def _with(self, node: ast.With | ast.AsyncWith) -> bool:
        items = []
        swallows = False
        for item in node.items:
            value = self.value(item.context_expr)
            items.append(value)
            swallows = swallows or (isinstance(item.context_expr, ast.Call) and last(item.context_expr.func) in _SWALLOWING)
            if item.optional_vars is not None:
                self.assign(item.optional_vars, value)
        self._mark(markers.WITH, items, swallows, node.lineno)
        ended = self.block(node.body)
        self._mark(markers.END)
        return ended and not swallows

    def _try(self, node: ast.Try) -> bool:
        scope = self.scope
        before = scope.mark()
        calls, raises = len(scope.calls), len(scope.raises)
        self._mark(markers.TRY, node.lineno)
        missing, scope.misses = scope.misses, scope.misses or (scope.answers and any(map(says_missing, node.handlers)))
        ended = self.block(node.body)
        scope.misses = missing
        guarded = (calls, len(scope.calls)), (raises, len(scope.raises))
        after = scope.since(before)
        rebinds = scope.rebound(before) and scope.rebound(before, lent(node.body))  # mostly nothing is
        fills, still = scope.filled(before), idle(node.body, scope.env)
        if not ended:
            self._mark(markers.ELSE)
            ended = self.block(node.orelse)
        last = scope.back(before)
        ends = [] if ended else [last]
        versions: Versions = {}
        scope.meet_two({}, after)  # a handler begins anywhere between the start and the end of the body
        start = scope.note(versions, before, len(ends))
        refuses = False
        for handler in node.handlers:
            nothing = still or (handler.type is None and looks(node.body))
            scope.handlers.append(
                Handler(_types(handler.type), *guarded, handler.lineno, handler.col_offset, bool(node.orelse), rebinds, fills, nothing)
            )
            outer = scope.handling
            ended, types = self._handle(node, handler, refuses)
            refuses = refuses or (ended and any(map(_says_missing, types)))
            changed = scope.back(start)
            if not ended:
                ends.append(changed)
            scope.handling = outer
        if ends:
            scope.back(before)
            scope.meet(ends, versions)
        self._mark(markers.FINALLY)
        if node.finalbody and (leaving := first_leaving(node.finalbody)) is not None:
            scope.leaving.append((leaving.lineno, leaving.col_offset, type(leaving).__name__.lower(), any(map(_is_broad, node.handlers))))
        ended = self.block(node.finalbody)
        self._mark(markers.END)
        return ended or not ends

    def _handle(self, node: ast.Try, handler: ast.ExceptHandler, refuses: bool) -> tuple[bool, set[str]]:
        """Read one handler, with what is known where it begins: whether it ends, and the last parts of the names that it catches."""
        scope = self.scope
        if handler.type is not None:
            self.value(handler.type)
        if handler.name:
            scope.set(handler.name, scope.add(ir.CAUGHT, len(scope.handlers) - 1, handler.lineno, handler.col_offset))
        scope.handling = len(scope.handlers) - 1
        self._mark(markers.EXCEPT, scope.handling, handler.lineno)
        sinks = len(scope.sinks)
        types = {name.rpartition(".")[2] for name in scope.handlers[-1].types}
        if types == {"KeyError"}:
            self._lacking(node.body)
        if refuses:
            self._sought(node.body)
        if not _DISPROVES.isdisjoint(types) and all(name in _DISPROVES or _says_missing(name) for name in types):
            self._turned_down(node.body)
        if types and all(name.endswith("DoesNotExist") for name in types):
            self._vouched_for(numbered(node.body))
        ended = self.block(handler.body)
        if types and len(scope.sinks) > sinks and _says_why(types, node.body):
            scope.refused.update(scope.sinks[sinks:])
        return ended, types

    def _match(self, node: ast.Match) -> bool:
        scope = self.scope
        subject = self.value(node.subject)
        self._mark(markers.MATCH, node.lineno)
        before = scope.mark()
        ends: list[Changes] = []
        total = False
        for case in node.cases:
            if isinstance(node.subject, ast.Name) and is_written(case.pattern):
                self._vouched_for([node.subject.id])
            for name, value, pattern in captures(scope, case.pattern, subject):
                self.bind(name, value, pattern)
            every = isinstance(case.pattern, ast.MatchAs) and case.pattern.pattern is None and case.guard is None
            total = total or every
            self._mark(markers.CASE, every)
            if case.guard is not None:
                self.value(case.guard)
            ended = self.block(case.body)
            changed = scope.back(before)
            if not ended:
                ends.append(changed)
        if not total:
            ends.append({})
        scope.meet(ends, {})
        self._mark(markers.END)
        return not ends


def _says_missing(name: str) -> bool:
    """Whether an exception says that there is nothing by a name that was given."""
    return name in _MISSING or name.endswith(_MISSES)


def _is_broad(handler: ast.ExceptHandler) -> bool:
    return handler.type is None or last(handler.type) in ("Exception", "BaseException")


def _types(node: ast.expr | None) -> list[str]:
    if node is None:
        return []
    if isinstance(node, ast.Tuple):
        return [name for item in node.elts for name in _types(item) if name != "?"] or ["?"]
    return [dotted(node) or "?"]


def _says_why(types: set[str], body: list[ast.stmt]) -> bool:
    """Whether what is caught says that a server has refused, or that its answer cannot be read."""
    rest = types - _REFUSALS - _UNREADABLE
    if not rest:
        return True
    if not rest <= _PERHAPS.keys():
        return False
    called = {last(part.func) for statement in body for part in ast.walk(statement) if isinstance(part, ast.Call)}
    return all(not _PERHAPS[name].isdisjoint(called) for name in rest)


def _is_main(test: ast.expr) -> bool:
    return isinstance(test, ast.Compare) and isinstance(test.left, ast.Name) and test.left.id == "__name__"


def _name(callee: Sequence[Any]) -> str:
    """The last part of what is called: ``format_exc()``, ``traceback.format_exc()``."""
    if callee[0] in (ir.GLOBAL, ir.IMPORT):
        return str(callee[1]).rpartition(".")[2]
    return str(callee[2]) if callee[0] == ir.ATTR else ""
