"""Statements of one file -> functions and classes: what each name holds at each point, branch by branch."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from checker.source import ir, markers
from checker.source.index.conditions import by_setting, by_stage, empty, proven, refused
from checker.source.index.expressions import Expressions
from checker.source.index.scope import Changes, Scope, Versions
from checker.source.index.shapes import asked, asks_level
from checker.source.index.syntax import dotted, last, names_of
from checker.source.ir import Body, Class, Field, Function, Handler, Raise
from checker.source.words import Lexicon

_Function = ast.FunctionDef | ast.AsyncFunctionDef
_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
_MOST_GIVEN = 12
"""Values by which something was looked up."""
_THROUGH = frozenset((ir.VAR, ir.UNPACK, ir.CHECKED, ir.TOUCHED))
_TRACES = frozenset({"format_exc", "format_exception", "format_tb", "format_list"})
_REFUSALS = frozenset({"HTTPStatusError", "ClientResponseError", "HTTPError", "ResponseError"})
"""Exceptions of clients that say that a server has refused."""
_COMPOUND = (ast.If, ast.Try, ast.With)
"""Asked for each statement: a union would be made anew each time."""


class Reader(Expressions):
    """Reads one module after the other; after each, ``functions``, ``classes`` and ``bodies`` hold what it found."""

    def __init__(self, lexicon: Lexicon, sinks: frozenset[str], setups: frozenset[str]) -> None:
        super().__init__(lexicon, sinks, setups)
        self._begin(())
        self._statements: dict[type[ast.stmt], Callable[[Any], bool | None]] = {
            ast.Assign: self._assign, ast.AnnAssign: self._annotated, ast.AugAssign: self._augmented, ast.Expr: self._expression,
            ast.Return: self._return, ast.Raise: self._raise, ast.If: self._if, ast.For: self._for, ast.AsyncFor: self._for,
            ast.While: self._while, ast.With: self._with, ast.AsyncWith: self._with, ast.Try: self._try,
            ast.FunctionDef: self._define, ast.AsyncFunctionDef: self._define, ast.ClassDef: self._class, ast.Import: self._import,
            ast.ImportFrom: self._import_from, ast.Delete: self._delete, ast.Global: self._declare, ast.Nonlocal: self._declare,
            ast.Match: self._match, ast.Assert: self._assert, ast.Break: self._break, ast.Continue: self._continue,
        }  # fmt: skip
        if hasattr(ast, "TryStar"):
            self._statements[ast.TryStar] = self._try

    def _begin(self, package: Sequence[str]) -> None:
        self.package = tuple(package)
        self.functions, self.scope = [], Scope(0)
        self.classes: list[Class] = []
        self.bodies: list[bytes] = []
        self.imports: set[str] = set()
        self.main = False
        self._prefix = ""

    def module(self, tree: ast.Module, package: Sequence[str]) -> None:
        """Read the whole file; ``package`` are the parts of the one that its relative imports start from."""
        self._begin(package)
        self.functions.append(None)
        self.bodies.append(b"")
        self.block(tree.body)
        last = tree.body[-1].end_lineno if tree.body else 1
        self._close(self.scope, "", 1, last or 1, -1, -1, ast.arguments([], [], None, [], [], None, []), [], "", [], 0)

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

    def _assign(self, node: ast.Assign) -> None:
        written = node.value
        value = self.readers[type(written)](written)
        for target in node.targets:
            if isinstance(target, ast.Name):
                self.bind(target.id, value, target)
            else:
                self.assign(target, value, written)
        if self.scope.handling >= 0:
            self._mark(markers.BOUND, value, node.lineno, node.col_offset)

    def _mark(self, operation: int, *rest: Any) -> None:
        """Note that control parts here, with what was called before."""
        scope = self.scope
        scope.ways.append((operation, len(scope.calls), *rest))

    def _left(self, kind: str, node: ast.stmt, value: int = -1, cause: int = -1) -> bool:
        """Note a way out."""
        scope = self.scope
        scope.ways.append((markers.LEAVE, len(scope.calls), kind, value, cause, node.lineno, node.col_offset))
        return True

    def _break(self, node: ast.Break) -> bool:
        self.scope.leave()
        return self._left("break", node)

    def _continue(self, node: ast.Continue) -> bool:
        self.scope.leave()
        return self._left("continue", node)

    def _annotated(self, node: ast.AnnAssign) -> None:
        if node.value is not None:
            value = self.value(node.value)
            self.assign(node.target, value, node.value)
            if self.scope.handling >= 0:
                self._mark(markers.BOUND, value, node.lineno, node.col_offset)

    def _augmented(self, node: ast.AugAssign) -> None:
        value = self.value(node.value)
        old = self.value(node.target)
        if isinstance(node.op, (ast.Add, ast.Mod)):
            made = self.scope.add(ir.JOIN, [old, value], ["", ""])
        elif isinstance(node.op, ast.BitOr):
            made = self.scope.union([old, value])
        else:
            made = 0
        self.assign(node.target, made)
        if self.scope.handling >= 0:
            self._mark(markers.BOUND, made, node.lineno, node.col_offset)

    def _expression(self, node: ast.Expr) -> bool:
        if isinstance(node.value, ast.Constant):  # a docstring or an ellipsis
            return False
        value = self.readers[type(node.value)](node.value)
        inner = node.value.value if isinstance(node.value, ast.Await) else node.value
        if isinstance(inner, ast.Call):
            self.changed(inner, value)
            if last(inner.func) in _KEPT and (inner is node.value or last(inner.func) == "gather"):
                self.scope.dropped.append(value)
            return last(inner.func) in _ENDERS and self._left("exit", node, value)
        return False

    def _return(self, node: ast.Return) -> bool:
        scope = self.scope
        value = -1
        if node.value is not None:
            value = self.value(node.value)
            scope.returns.append(value)
        scope.ways.append((markers.LEAVE, len(scope.calls), "return", value, -1, node.lineno, node.col_offset))
        return True

    def _raise(self, node: ast.Raise) -> bool:
        value = cause = -1
        if node.exc is not None:
            value = self.value(node.exc)
            self.scope.raises.append(Raise(value, node.lineno, node.col_offset))
        if node.cause is not None:
            cause = self.value(node.cause)
        return self._left("raise", node, value, cause)

    def _assert(self, node: ast.Assert) -> None:
        self.value(node.test)
        if node.msg is not None:
            self.value(node.msg)

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
            orelse = branch.orelse
            if len(orelse) != 1 or not isinstance(orelse[0], ast.If):
                break
            branch = orelse[0]
        if orelse:
            self._mark(markers.ELSE)
        scope.guard += 1
        ended = self.block(orelse)
        scope.guard -= 1
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
        scope.guard += 1
        ended = self.block(node.body)
        scope.guard -= 1
        self._note_refused(test, sinks, 0)
        if not _TRACES.isdisjoint(scope.called) and by_setting(test):
            nodes = scope.nodes
            traces = (call for call in scope.calls[calls:] if nodes[nodes[call][1]][0] == ir.ATTR and nodes[nodes[call][1]][2] in _TRACES)
            scope.staged.update(traces)
        if len(scope.shapes) > shapes and asks_level(test):
            scope.shapes[shapes:] = map(asked, scope.shapes[shapes:])
        if len(scope.sinks) > sinks and by_stage(test):
            nodes = scope.nodes
            scope.staged.update(call for call in scope.sinks[sinks:] if nodes[nodes[call][1]][0] != ir.CALL)
        return (failed, nothing_failed), ended

    def _read_elsewhere(self, members: int) -> None:
        """A secret is only read from an answer in a branch that is left for good: behind it the answer has none."""
        scope = self.scope
        for owner in {owner for owner, *_ in list(scope.members)[members:]}:
            if owner in scope.env:
                scope.set(owner, scope.add(ir.CHECKED, scope.env[owner], "error"))

    def _note_refused(self, test: ast.expr, sinks: int, side: int) -> None:
        """Note the sinks read since then where a test says that a server has refused."""
        scope = self.scope
        if len(scope.sinks) > sinks and refused(test)[side]:
            scope.refused.update(scope.sinks[sinks:])

    def _known(self, vouched: list[str], nothing: list[str]) -> None:
        """A test has vouched for the values of some names, and shown that others hold nothing."""
        scope = self.scope
        env = scope.env
        for found in vouched:
            kind, name = found[0], found[1:]
            if kind == "=":
                for other in self._looked_up(env[name]) if name in env else ():
                    scope.set(other, scope.add(ir.CHECKED, env[other]))
            elif kind == "?":
                for other in self._read_from(env[name]) if name in env else ():
                    scope.set(other, scope.add(ir.CHECKED, env[other], "error"))
            elif kind == "!" or kind == "~":
                name, _, key = name.partition(" ")
                if name in env and (kind == "!" or self.told[key]):
                    scope.set(name, scope.add(ir.CHECKED, env[name], "error"))
            elif kind == "%":
                if name in env or name in scope.unbound:
                    scope.set(name, scope.add(ir.CHECKED, env.get(name, scope.unbound.get(name, 0)), "url"))
            elif found in env:
                scope.set(found, scope.add(ir.CHECKED, env[found]))
        for name in nothing:
            if name in env:
                scope.set(name, 0)

    def _looked_up(self, found: int) -> list[str]:
        """The names by which a value was looked up: ``found = find(kind, name)``, ``rows.filter(name=name).first()``."""
        nodes, captured = self.scope.nodes, set[str]()
        node = nodes[found]
        while node[0] in _THROUGH:
            node = nodes[node[2] if node[0] == ir.VAR else node[1]]
        waiting, given = [node], set[int]()
        while waiting and len(given) < _MOST_GIVEN:
            call = waiting.pop()
            if call[0] == ir.LAMBDA:
                captured |= self.scope.captured.get(call[1], frozenset())
            if call[0] != ir.CALL:
                continue
            callee = nodes[call[1]]
            inner = [value for value in call[2] if value >= 0] + [value for _, value in call[3]]
            given.update(inner)
            waiting += [nodes[value] for value in inner]
            if callee[0] == ir.ATTR:
                waiting.append(nodes[callee[1]])
        return [name for name, value in self.scope.env.items() if value in given or name in captured] if given else []

    def _read_from(self, found: int) -> list[str]:
        """The names of the answers that a missing value was read from by a telling key: ``token = answer.get("token")``."""
        nodes = self.scope.nodes
        waiting, owners = [nodes[found]], set[int]()
        for _ in range(_MOST_GIVEN):
            if not waiting:
                break
            node = waiting.pop()
            if node[0] == ir.VAR:
                waiting.append(nodes[node[2]])
            elif node[0] == ir.UNION:
                waiting += [nodes[value] for value in node[1]]
            elif node[0] == ir.ITEM and isinstance(node[2], str) and self.told[node[2]]:
                owners.add(node[1])
            elif node[0] == ir.CALL:
                callee, first = nodes[node[1]], nodes[node[2][0]] if node[2] and node[2][0] >= 0 else None
                if callee[0] == ir.ATTR and callee[2] == "get" and first is not None and first[0] == ir.CONST:
                    if isinstance(first[1], str) and self.told[first[1]]:
                        owners.add(callee[1])
                elif first is not None:
                    waiting.append(first)
        return [name for name, value in self.scope.env.items() if value in owners] if owners else []

    def _for(self, node: ast.For | ast.AsyncFor) -> None:
        scope = self.scope
        element = scope.add(ir.ELEM, self.value(node.iter))
        self._mark(markers.FOR, node.lineno)
        scope.loops.append((scope.mark(), []))
        self.assign(node.target, element)
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
        ended = self.block(node.body)
        guarded = (calls, len(scope.calls)), (raises, len(scope.raises))
        after = scope.since(before)
        if not ended:
            self._mark(markers.ELSE)
            ended = self.block(node.orelse)
        last = scope.back(before)
        ends = [] if ended else [last]
        versions: Versions = {}
        scope.meet_two({}, after)  # a handler begins anywhere between the start and the end of the body
        start = scope.note(versions, before, len(ends))
        for handler in node.handlers:
            scope.handlers.append(Handler(_types(handler.type), *guarded, handler.lineno, handler.col_offset, bool(node.orelse)))
            if handler.type is not None:
                self.value(handler.type)
            if handler.name:
                scope.set(handler.name, scope.add(ir.CAUGHT, len(scope.handlers) - 1, handler.lineno, handler.col_offset))
            outer, scope.handling = scope.handling, len(scope.handlers) - 1
            self._mark(markers.EXCEPT, scope.handling, handler.lineno)
            sinks = len(scope.sinks)
            types = {name.rpartition(".")[2] for name in scope.handlers[-1].types}
            if types == {"KeyError"}:
                self._lacking(node.body)
            ended = self.block(handler.body)
            if types and types <= _REFUSALS:
                scope.refused.update(scope.sinks[sinks:])
            changed = scope.back(start)
            if not ended:
                ends.append(changed)
            scope.handling = outer
        if ends:
            scope.back(before)
            scope.meet(ends, versions)
        self._mark(markers.FINALLY)
        ended = self.block(node.finalbody)
        self._mark(markers.END)
        return ended or not ends

    def _lacking(self, body: list[ast.stmt]) -> None:
        """In ``except KeyError`` of ``answer["token"]`` there is no token in the answer."""
        scope = self.scope
        if len(body) > 1 or not isinstance(body[0], ast.Return | ast.Assign):
            return  # of several reads nobody knows which one failed
        reads = [part for part in ast.walk(body[0]) if isinstance(part, ast.Subscript)]
        read = reads[0] if len(reads) == 1 else None
        if read is not None and isinstance(read.value, ast.Name) and isinstance(read.slice, ast.Constant):
            name, key = read.value.id, read.slice.value
            if isinstance(key, str) and self.told[key] and name in scope.env:
                scope.set(name, scope.add(ir.CHECKED, scope.env[name], "error"))

    def _match(self, node: ast.Match) -> bool:
        scope = self.scope
        subject = self.value(node.subject)
        self._mark(markers.MATCH, node.lineno)
        before = scope.mark()
        ends: list[Changes] = []
        total = False
        for case in node.cases:
            parts = {id(part) for whole in ast.walk(case.pattern) if isinstance(whole, ast.MatchClass) for part in _inside(whole)}
            for pattern in ast.walk(case.pattern):
                name = getattr(pattern, "name", None) or getattr(pattern, "rest", None)
                if isinstance(name, str):
                    self.bind(name, 0 if id(pattern) in parts else scope.add(ir.ELEM, subject), pattern)
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

    def _delete(self, node: ast.Delete) -> None:
        for target in node.targets:
            if isinstance(target, ast.Name):
                self.scope.forget(target.id)
            elif isinstance(target, ast.Subscript):
                if isinstance(target.slice, ast.Constant) and isinstance(target.slice.value, str):
                    self._mark(markers.PUT, self.value(target.value), target.slice.value, -1, target.lineno, target.col_offset)
                self.drop(target.value, target.slice)
        if self.scope.handling >= 0:
            self._mark(markers.BOUND, -1, node.lineno, node.col_offset)

    def _declare(self, node: ast.Global | ast.Nonlocal) -> None:
        self.scope.declared.update(node.names)

    def _import(self, node: ast.Import) -> None:
        for alias in node.names:
            self.imports.add(alias.name)
            bound = alias.asname or alias.name.partition(".")[0]
            self.scope.set(bound, self.scope.add(ir.IMPORT, alias.name if alias.asname else bound))

    def _import_from(self, node: ast.ImportFrom) -> None:
        module = node.module or ""
        if node.level:
            base = self.package[: len(self.package) - node.level + 1]
            module = ".".join((*base, module) if module else base)
        self.imports.add(module)
        for alias in node.names:
            if alias.name == "*":
                self.scope.set(f"*{module}", self.scope.add(ir.IMPORT, module))
            else:
                self.scope.set(alias.asname or alias.name, self.scope.add(ir.IMPORT, f"{module}.{alias.name}"))

    def _define(self, node: _Function) -> None:
        value = self.scope.add(ir.LAMBDA, self.function(node, node.name, -1))
        self.scope.set(node.name, value)

    def function(self, node: ast.Lambda | _Function, name: str, cls: int) -> int:
        """Read a function of its own scope."""
        outer = self.scope
        outer.nested = True
        decorators = [] if isinstance(node, ast.Lambda) else [self.value(item) for item in node.decorator_list]
        for default in (*node.args.defaults, *(item for item in node.args.kw_defaults if item is not None)):
            self.value(default)
        index = len(self.functions)
        self.functions.append(None)
        self.bodies.append(b"")
        prefix, self._prefix = self._prefix, f"{self._prefix}{name}."
        self.scope = Scope(index)
        params = _parameters(node.args)
        self._bind_parameters(self.scope, params)
        if isinstance(node, ast.Lambda):
            self.scope.returns.append(self.value(node.body))
            returns, flags = "", 0
        else:
            self.block(node.body)
            returns = names_of(node.returns)
            flags = _flags(node) | (16 if self.scope.generator else 0)
        self._prefix = prefix
        end = node.end_lineno or node.lineno
        self._close(self.scope, f"{prefix}{name}", node.lineno, end, cls, outer.index, node.args, params, returns, decorators, flags)
        if flags == 0 and self.scope.unbound and isinstance(node, ast.Lambda):
            outer.captured[index] = frozenset(self.scope.unbound)
        self.scope = outer
        return index

    @staticmethod
    def _bind_parameters(scope: Scope, params: list[ast.arg]) -> None:
        nodes, env = scope.nodes, scope.env
        for position, argument in enumerate(params, 1):
            env[argument.arg] = position
            nodes.append((ir.PARAM, position - 1, argument.lineno, argument.col_offset))

    def _close(
        self, scope: Scope, name: str, line: int, end: int, cls: int, parent: int, arguments: ast.arguments,
        params: list[ast.arg], returns: str, decorators: list[int], flags: int,
    ) -> None:  # fmt: skip
        positional = len(arguments.posonlyargs) + len(arguments.args)
        keyword_only = len(arguments.kwonlyargs)
        vararg = positional + keyword_only if arguments.vararg else -1
        kwarg = len(params) - 1 if arguments.kwarg else -1
        names = [param.arg for param in params]
        if scope.nested or parent < 0:
            final = scope.env
        else:  # only what the function did to its own parameters in place
            env = scope.env
            final = {name: env[name] for name in names if name in env and scope.nodes[env[name]][0] in _IN_PLACE}
        self.functions[scope.index] = Function(
            name, line, end, cls, parent, names, [names_of(param.annotation) if param.annotation else "" for param in params], positional,
            vararg, kwarg,
            returns, decorators, flags | (32 if scope.handlers else 0), len(scope.raises), scope.sinks, sorted(scope.staged),
            sorted(scope.refused), scope.rescues, scope.setups,
            sorted(scope.called), scope.stores, list(scope.members.values()), list(scope.uses.values()),
        )  # fmt: skip
        nodes: Any = scope.nodes  # tuples cost less than lists, and are the same once they are encoded
        body = Body(nodes, scope.calls, scope.returns, scope.raises, scope.handlers, final, ir.raw(scope.ways), scope.shapes, scope.dropped)
        self.bodies[scope.index] = ir.pack(body)

    def _class(self, node: ast.ClassDef) -> None:
        scope = self.scope
        scope.nested = True
        index = len(self.classes)
        keywords = {
            item.arg: item.value.value
            for item in node.keywords
            if item.arg and isinstance(item.value, ast.Constant) and isinstance(item.value.value, bool | str | None)
        }
        decorators = [self.value(item) for item in node.decorator_list]
        bases = [name for base in node.bases if (name := dotted(base.value if isinstance(base, ast.Subscript) else base))]
        made = Class(f"{self._prefix}{node.name}", node.lineno, scope.index, bases, decorators, keywords, [], {})
        self.classes.append(made)
        before = scope.mark()
        prefix, self._prefix = self._prefix, f"{self._prefix}{node.name}."
        self._members(node.body, made, index)
        self._prefix = prefix
        scope.back(before)
        scope.set(node.name, scope.add(ir.CLASS, index))

    def _members(self, statements: Iterable[ast.stmt], made: Class, index: int) -> None:
        for statement in statements:
            if isinstance(statement, _FUNCTIONS):
                method = self.function(statement, statement.name, index)
                made.methods.setdefault(statement.name, method)
                self.scope.set(statement.name, self.scope.add(ir.LAMBDA, method))
            elif isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name):
                value = self.value(statement.value) if statement.value is not None else -1
                made.fields.append(Field(statement.target.id, names_of(statement.annotation), value, statement.lineno))
                if value >= 0:
                    self.bind(statement.target.id, value, statement)
            elif isinstance(statement, ast.Assign):
                self._assign(statement)
                for target in statement.targets:
                    if isinstance(target, ast.Name):
                        made.fields.append(Field(target.id, "", self.scope.env[target.id], statement.lineno))
            elif isinstance(statement, _COMPOUND):
                for part in ("body", "orelse", "finalbody"):
                    self._members(getattr(statement, part, ()), made, index)
            elif isinstance(statement, ast.ClassDef):
                self._class(statement)
                nested = self.scope.env[statement.name]
                made.fields.append(Field(statement.name, "", nested, statement.lineno))
            else:
                self.block([statement])


def _parameters(arguments: ast.arguments) -> list[ast.arg]:
    """All parameters, in the order positional, keyword-only, ``*``, ``**``."""
    params = [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs]
    if arguments.vararg is not None:
        params.append(arguments.vararg)
    if arguments.kwarg is not None:
        params.append(arguments.kwarg)
    return params


_IN_PLACE = frozenset((ir.SET, ir.DROP, ir.TOUCHED, ir.UNION))
_ENDERS = frozenset({"abort", "exit", "_exit"})
"""Calls that never come back."""

_KEPT = frozenset({"gather", "create_task", "ensure_future", "run_coroutine_threadsafe"})
"""Calls whose result tells of errors."""

_SWALLOWING = frozenset({"suppress", "ignored", "raises", "assertRaises", "assertRaisesRegex"})
"""Contexts that an exception ends, so that what follows is reached."""


def _flags(node: _Function) -> int:
    flags = 8 if isinstance(node, ast.AsyncFunctionDef) else 0
    for item in node.decorator_list:
        name = dotted(item).rpartition(".")[2]
        if name == "staticmethod":
            flags |= 1
        elif name == "classmethod":
            flags |= 2
        elif name.endswith("property") or name in ("setter", "reify", "memoize", "default", "observe"):
            flags |= 4
    return flags


def _types(node: ast.expr | None) -> list[str]:
    if node is None:
        return []
    if isinstance(node, ast.Tuple):
        return [name for item in node.elts if (name := dotted(item))] or ["?"]
    return [dotted(node) or "?"]


def _is_main(test: ast.expr) -> bool:
    return isinstance(test, ast.Compare) and isinstance(test.left, ast.Name) and test.left.id == "__name__"


def _inside(pattern: ast.MatchClass) -> Iterator[ast.pattern]:
    """The parts of a class pattern: attributes of the subject, which are not the subject."""
    for part in (*pattern.patterns, *pattern.kwd_patterns):
        yield from (inner for inner in ast.walk(part) if isinstance(inner, ast.pattern))
