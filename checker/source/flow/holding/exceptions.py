"""What a handler may have caught: the project's own raises, and library exceptions that repeat their arguments."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from checker.source import ir
from checker.source.flow.holding.library_errors import LibraryErrors, inside
from checker.source.flow.literal import plain
from checker.source.flow.operands import operands
from checker.source.flow.origin import FEW, UNKNOWN, Flow, Ref, merge
from checker.source.index.left_out import SHORT_SECRETS
from checker.source.ir import Handler, Node
from checker.source.names.elements import Cls, Fn
from checker.source.names.reads import DECORATED

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

_MOST_SITES = 60
_MOST_DECORATED = 50
"""Functions of one decorator that are looked at for what they raise."""
_GATHERS = "gather"
_OWN_TEXT = ("__str__", "__unicode__")
_MESSAGES = frozenset({"message", "msg", "args", "detail", "reason"})
"""Attributes that stand for an exception's text where it has no method of its own for that."""
_TELLS_LITTLE = frozenset({"len", "type", "bool", "int", "float", "id", "isinstance", "sum", "hash", "getattr", "keys"})
"""Calls that say something about a value, and not the value."""
_MOST_PARTS = 50
"""Parts of the text that a constructor makes."""
_MOST_GIVEN = 20
"""Arguments that an exception is given one after the other."""
_ALL = frozenset({"args", "__dict__", "vars", "super", "__str__", "__repr__"})
"""What a method for the text uses that shows all that the exception was given."""
_PICKED = frozenset({"secret", "container"})
"""What is not in a value any more from which one key was taken."""

_WHOLE = "container"
"""What ``sorted(params)`` keeps nothing of but its names."""


class Exceptions:
    """What a handler may have caught: the project's own raises, and library exceptions that repeat their arguments."""

    def __init__(self, follower: Follower) -> None:
        self.follower = follower
        self.names = follower.names
        self.thrown = LibraryErrors(follower)

    def caught(self, fn: Fn, handler: Handler) -> tuple[list[tuple[Fn, int]], Flow]:
        """The raises that a handler may catch, and what a library's exception repeats of its arguments."""
        sites = [(fn, index) for index in range(*handler.raises)]
        flows = []
        types = frozenset(name.rpartition(".")[2] for name in handler.types)
        earlier = [other for other in fn.body.handlers if other.calls == handler.calls and other.line < handler.line]
        before = frozenset(name.rpartition(".")[2] for other in earlier for name in other.types)
        collected = _collected(fn)
        for position in (at for at in range(*handler.calls) if fn.body.calls[at] not in collected):
            raised = [site for target, _ in self.names.callees(fn, fn.body.calls[position]) for site in self.raised(target)]
            within = inside(fn, position, handler.calls) if raised else []
            sites += [site for site in raised if not any(self._matches(fn, other.types, site) for other in within)]
            flows.append(self.thrown.caught(fn, position, types, handler.calls, before))
            for target in self._decorated(fn, fn.body.calls[position]):
                sites += self.raised(target)
                flows.append(self.thrown.leaving_decorated(target, types, before))
        matching = [
            site
            for site in dict.fromkeys(sites)
            if self._matches(fn, handler.types, site) and not any(self._matches(fn, other.types, site) for other in earlier)
        ]
        if len(matching) > _MOST_SITES:
            self.names.reads.beyond.add(f"an exception that may come from more than {_MOST_SITES} places")
        return matching[:_MOST_SITES], merge(flows) if flows else UNKNOWN

    def _decorated(self, fn: Fn, call: int) -> list[Fn]:
        """The functions that a decorator's wrapper runs by the name that the decorator was given them by: ``return function(*args)``."""
        callee = fn.body.nodes[fn.body.nodes[call][1]]
        if fn.head.parent <= 0 or callee[0] != ir.GLOBAL:
            return []
        enclosing = fn.module.functions[fn.head.parent]
        if callee[1] not in enclosing.head.params:
            return []
        outer = fn.module.functions[enclosing.head.parent] if enclosing.head.parent > 0 else enclosing
        found = list[Fn]()
        for factory in dict.fromkeys((enclosing, outer)):
            self.names.reads.asked.add((DECORATED, *factory.key))
            found += [function for function, _ in self.names.decorated(factory) if not function.module.facts.test]
        if len(found) > _MOST_DECORATED:
            self.names.reads.beyond.add(f"a decorator of more than {_MOST_DECORATED} functions")
        self.names.reads.heads.update(function.module for function in found[:_MOST_DECORATED])
        return found[:_MOST_DECORATED]

    def raised(self, fn: Fn, depth: int = 0) -> list[tuple[Fn, int]]:
        """Every raise that may leave a function, through at most three calls."""
        if fn.raised is None:
            fn.raised = []
            sites = [(fn, index) for index in range(len(fn.body.raises))]
            if depth < 3:
                for call in fn.body.calls:
                    for target, _ in self.names.callees(fn, call):
                        sites.extend(self.raised(target, depth + 1))
            if len(known := list(dict.fromkeys(sites))) > _MOST_SITES:
                self.names.reads.beyond.add(f"a function in which more than {_MOST_SITES} exceptions are raised")
            fn.raised = known[:_MOST_SITES]
        return list(fn.raised)

    def texts(self, cls: Cls) -> set[str | int] | None:
        """Positions and names of the constructor's arguments that become an exception's text; ``None`` for all."""
        init = self.names.method(cls, "__init__")
        shown = self._shown(cls)
        if init is None or shown is None:
            return None
        kept: set[int] = set()
        for call in init.body.calls:
            node = init.body.nodes[call]
            callee = init.body.nodes[node[1]]
            if callee[0] == ir.ATTR and callee[2] == "__init__":
                above = self._above(cls, init)
                for flow in self.follower.calls.arguments(init, node, above):
                    kept.update(ref.position for ref in flow.refs if not self._is_hidden(init, ref))
                shown |= self._own(init, node, above)
        for store in init.head.stores:
            if store.name in shown:
                refs = self.follower.flow(init, store.value).refs
                kept.update(ref.position for ref in refs if not (ref.removed >= _PICKED or _WHOLE in ref.removed))
        if init.head.kwarg in kept:
            return None
        if init.head.vararg in kept:  # and not the keywords beside it: ``def __init__(self, *args, connection=None)``
            kept.remove(init.head.vararg)
            return self._places(init, kept) | set(range(init.head.positional - 1, init.head.positional + _MOST_GIVEN))
        return self._places(init, kept)

    def _is_hidden(self, init: Fn, ref: Ref) -> bool:
        """Whether of what a constructor's parameter calls a secret no more than the beginning, or a digest, gets into the text."""
        name = init.head.params[ref.position] if ref.position < len(init.head.params) else ""
        telling = self.follower.lexicon.tell(name) if "secret" in ref.removed or FEW in ref.passed else None
        return telling is not None and telling.category == "secret" and ("secret" in ref.removed or telling.label not in SHORT_SECRETS)

    @staticmethod
    def _places(init: Fn, kept: set[int]) -> set[str | int]:
        return {position - 1 for position in kept} | {init.head.params[position] for position in kept if position < len(init.head.params)}

    def _above(self, cls: Cls, init: Fn) -> tuple[str, ...]:
        """Which arguments the constructor of the class above makes its text of: ``super().__init__(message, request)``; none for all."""
        classes = self.names.mro(cls)[0]
        above = classes[classes.index(init.owner) + 1 :] if init.owner in classes else []
        following = next((base for base in above if "__init__" in base.record.methods), None)
        return tuple(map(str, self.texts(following) or ())) if following is not None else ()

    def _own(self, init: Fn, call: Node, above: tuple[str, ...]) -> set[str]:
        """The object's own attributes that a call is given, also in a text: ``super().__init__(f"{self.command} failed")``."""
        found, nodes = set[str](), init.body.nodes
        waiting = [plain(argument) for position, argument in enumerate(call[2]) if not above or str(position) in above]
        waiting += [value for name, value in call[3] if not above or not name or name in above]
        for _ in range(_MOST_PARTS):
            if not waiting:
                break
            record = nodes[waiting.pop()]
            if record[0] == ir.ATTR and tuple(nodes[record[1]][:2]) == (ir.PARAM, 0):
                found.add(record[2])
            elif record[0] == ir.CALL:
                name = self.follower.text(init, record[1]).rpartition(".")[2]
                waiting += [] if name in _TELLS_LITTLE or self.follower.lexicon.masks(name) else list(operands(record))[1:]
            else:
                waiting += operands(record)
        return found

    def _shown(self, cls: Cls) -> frozenset[str] | None:
        """The attributes that an exception's text is made of; ``None`` where its own method cannot be told."""
        methods = [method for name in _OWN_TEXT if (method := self.names.method(cls, name)) is not None]
        if not methods:
            return None if self.names.method(cls, "__repr__") else _MESSAGES
        read: set[str] = set()
        for method in methods:  # grows by the object's own methods that are called
            for node in method.body.nodes:
                if node[0] != ir.ATTR or method.body.nodes[node[1]][:2] not in ((ir.PARAM, 0), [ir.PARAM, 0]) or node[2] in read:
                    continue
                read.add(node[2])
                called = self.names.method(cls, node[2])
                if called is not None:
                    methods.append(called)
            if not _ALL.isdisjoint(method.head.called):
                return None
        return None if not _ALL.isdisjoint(read) else frozenset(read)

    def _matches(self, fn: Fn, types: list[str], site: tuple[Fn, int]) -> bool:
        if not types or any(name.rpartition(".")[2] in ("Exception", "BaseException", "?") for name in types):
            return True
        where, index = site
        record = where.body.nodes[where.body.raises[index].value]
        callee = record[1] if record[0] == ir.CALL else where.body.raises[index].value
        entity = self.names.entity(where, callee)
        if entity is None:
            return False
        wanted = [self.names.lookup(fn, name) for name in types]
        mine: list[Any] = [entity[1]]
        if entity[0] in ("cls", "inst"):
            classes, libraries = self.names.mro(entity[1])
            mine = [*classes, *libraries]
        return any(item is not None and item[1] in mine for item in wanted)


def _collected(fn: Fn) -> frozenset[int]:
    """The calls whose errors are handed back as results: ``gather(load(a), load(b), return_exceptions=True)``."""
    if _GATHERS not in fn.head.called:
        return frozenset()
    nodes, found = fn.body.nodes, set[int]()
    for call in fn.body.calls:
        _, callee, arguments, keywords, *_ = nodes[call]
        named = nodes[callee][2] if nodes[callee][0] == ir.ATTR else nodes[callee][1]
        if str(named).rpartition(".")[2] == _GATHERS and any(
            name == "return_exceptions" and nodes[value][:2] == [ir.CONST, True] for name, value in keywords
        ):
            given = [plain(argument) for argument in arguments]
            found.update(given)
            found.update(nodes[one][1] for one in given if nodes[one][0] == ir.COMP)
    return frozenset(found)
