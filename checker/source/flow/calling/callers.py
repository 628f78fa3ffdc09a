"""A function's parameters, seen from everything in the project that calls it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from checker.model import Confidence
from checker.source import ir
from checker.source.flow.call_index import Call, Called, Gates, gist, given, plain, restored, shut, unlogged
from checker.source.flow.calling.decorated import Decorated
from checker.source.flow.cycles import NEVER, Open
from checker.source.flow.holding.objects import is_record
from checker.source.flow.origin import Flow, Found, Ref, goes_on, hop, merge, weaker
from checker.source.ir import Node
from checker.source.lexicon.words import is_credential, split
from checker.source.names.elements import Cls, Fn, Module
from checker.source.names.reads import CALLING, CALLS, Key, Parts

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower


_MOST_DEEP = 6
"""Callers of callers."""
_NEAR = _MOST_DEEP + 1
"""Beyond them: the callers of a caller are not asked."""
_MOST_DIRECT = 20
"""Calls of a constructor that are looked at."""
_MANY = 8
_ANYTHING = frozenset({"value", "val", "key", "obj", "object", "item"})
"""Parameters of functions that take anything: with many callers, what one of them gives is seldom what is logged."""
_NAMING = frozenset({"id", "key", "keys", "token", "secret", "password", "auth", "name", "field", "header", "type", "property"})
"""Words of the names under which secrets are kept."""
_MOST_CALLING = 300
"""Functions that call a name; if there are more, only those of its own module count."""


class Callers:
    """A function's parameters, seen from everything in the project that calls it."""

    def __init__(self, follower: Follower) -> None:
        self.follower = follower
        self.names = follower.names
        self.tables = follower.tables
        self._arriving: dict[tuple[Fn, int, str | int | None, bool, Gates], Flow] = {}
        self._own: dict[tuple[str, Module], dict[Fn, list[Call]]] = {}
        """Calls within a module of a name that too many call."""
        self._constructing: dict[Fn, list[Call]] = {}
        """Calls of a constructor by those of the classes below."""
        self._called: dict[str, Called] = {}
        self._earlier: dict[str, Callable[[], Any]] = {}
        self._wrappers = Decorated(follower, self)

    def arriving(self, fn: Fn, position: int, key: str | int | None = None, depth: int = 0, gates: Gates = ()) -> Flow:
        """Everything that the project's calls give to a parameter, or below a key of it, through `_MOST_DEEP` callers at most.

        Calls that shut one of the gates are left out.
        """
        what = (fn, position, key, depth == _NEAR, gates)
        known = self._arriving.get(what)
        cycles, level = self.follower.cycles, self.follower.depth - 0.5 + depth / 100
        if known is not None:
            return cycles.met(known) if isinstance(known, Open) else known
        self._arriving[what] = Open(level=level)
        outer, cycles.lowest = cycles.lowest, NEVER
        flows = list(self._wrappers.arriving(fn, position)) if fn.head.parent > 0 and not isinstance(key, str) else []
        resolved, likely = self.callers(fn), self.likely(fn)
        callers = [*resolved, *likely]
        vague = len(callers) > _MANY and not _ANYTHING.isdisjoint(split(fn.head.params[position])[-1:])
        for number, (caller, call, bound) in enumerate(callers):
            node = caller.body.nodes[call]
            if (caller.module.facts.test and not fn.module.facts.test) or unlogged(self.tables, (caller, call, bound), fn, position):
                continue
            if gates and shut((caller, call, bound), fn, gates):
                continue
            flow = self.follower.functions.given(caller, node, fn, bound, position, key)
            found = list(flow.found)
            if depth < _MOST_DEEP:
                for ref in flow.refs:
                    above = self.arriving(caller, ref.position, ref.key, depth + 1)
                    found += [replace(item, passed=item.passed | ref.passed) for item in above.found if goes_on(item, ref)]
            elif depth == _MOST_DEEP and flow.refs and self.is_called(caller):
                self.names.reads.beyond.add(f"a parameter that comes through more than {_MOST_DEEP} callers")
            made = Flow(tuple(replace(item, crossed=item.crossed + 1) for item in found))
            if vague or not self.surely(caller, call, fn):
                made = weaker(made, Confidence.LOW)
            if number >= len(resolved):
                made = Flow(tuple(item for item in made.found if item.category != "container" or item.member))
            flows.append(hop(made, self.follower.calls.at(caller, node), f"passed to `{fn.name}()`"))
        result = Flow(tuple(item for item in merge(flows).found if not self._is_of_another_kind(fn, position, item)))
        self._arriving[what] = result
        cycles.close(level, outer, self._arriving, what)
        return result

    def _is_of_another_kind(self, fn: Fn, position: int, item: Found) -> bool:
        """Whether an object that some call may give comes there in no case: the parameter is a record that has no kinds, which the calling
        function knows for one of several, ``if isinstance(message, Answer): take(message)``. What such a record shows its class says."""
        annotation = fn.head.annotations[position]
        if item.kind != "members" or item.passed or not annotation:
            return False
        entity = self.names.annotated(fn, annotation)
        if entity is None or entity[0] != "inst" or not is_record(self.follower, entity[1]):
            return False
        return not list(self.names.below(entity[1]))

    def near(self, fn: Fn, position: int, key: str | int | None = None) -> Flow:
        """What the calls themselves give to a parameter, whatever comes to them from their own callers: a fraction of the work."""
        return self.arriving(fn, position, key, _NEAR)

    def spelt_out(self, fn: Fn, position: int) -> bool:
        """Whether every call writes out what it gives to a parameter, and that is a secret's name and no secret: ``check("ApiId")``."""
        calls = [call for call in self.callers(fn) if not call[0].module.facts.test]
        few = 0 < len(calls) <= _MOST_DIRECT
        return few and all(self._is_word(caller, given(caller, call, fn, bound, position)) for caller, call, bound in calls)

    def _is_word(self, caller: Fn, node: int) -> bool:
        written = self.follower.mappings.literal(caller, node) if node >= 0 else None
        return bool(written) and not is_credential(str(written)) and not _NAMING.isdisjoint(split(str(written)))

    def surely(self, caller: Fn, call: int, fn: Fn) -> bool:
        """Whether a call runs just this function, and not perhaps another class's method of the same name."""
        entity = self.names.entity(caller, caller.body.nodes[call][1])
        return entity is None or entity[0] != "fn" or entity[1] is fn

    def direct(self, fn: Fn, refs: tuple[Ref, ...], cls: Cls) -> Iterator[Found]:
        """What the calls of a constructor give for the parameters to objects of a class; their own callers are not asked."""
        callers = self.callers(fn) if refs else []
        if len(callers) > _MOST_DIRECT:
            self.names.reads.beyond.add(f"a constructor with more than {_MOST_DIRECT} calls")
        for caller, call, bound in callers[:_MOST_DIRECT]:
            node = caller.body.nodes[call]
            if caller.module.facts.test or self._makes_another(caller, node, cls):
                continue
            for ref in refs:
                flow = self.follower.functions.given(caller, node, fn, bound, ref.position, ref.key)
                flow = hop(flow, self.follower.calls.at(caller, node), f"passed to `{fn.name}()`")
                yield from (replace(item, crossed=item.crossed + 1) for item in flow.found if goes_on(item, ref))

    def _makes_another(self, caller: Fn, node: Node, cls: Cls) -> bool:
        """Whether it is the constructor of a class beside it that hands on what it was given: ``super().__init__(address)``."""
        callee = caller.body.nodes[node[1]]
        if callee[0] != ir.ATTR or callee[2] != "__init__" or caller.owner is None:
            return False
        return caller.owner not in self.names.mro(cls)[0] and cls not in self.names.mro(caller.owner)[0]

    def callers(self, fn: Fn) -> list[Call]:
        """Every call of the project that may run the function."""
        named = self._named(fn)
        above = self._above(fn) if fn.name == "__init__" and fn.owner is not None else ()
        return [*named, *above] if above else named

    def likely(self, fn: Fn) -> list[Call]:
        """The calls of something unknown that goes by the name of the method's class."""
        name = _called_as(fn)
        if not fn.is_method or name != fn.name or not self._few(name):
            return []
        return [one for one in self.called(name).alike.get(fn, ()) if one not in self.called(name).calls.get(fn, ())]

    def _above(self, fn: Fn) -> list[Call]:
        """The calls by which constructors of the classes below run that of a class: ``super().__init__(options)``."""
        below = list(self.names.below(fn.owner)) if fn.owner is not None else []
        known = self._constructing.get(fn)
        if known is None:
            known = self._constructing[fn] = [call for cls in below for call in self._inherited(cls, fn)]
        return known

    def _inherited(self, cls: Cls, fn: Fn) -> Iterator[Call]:
        index = cls.record.methods.get("__init__")
        caller = cls.module.functions[index] if index is not None else None
        if caller is None or "__init__" not in caller.head.called:
            return
        above = (base for base in self.names.mro(cls)[0][1:] if "__init__" in base.record.methods)
        following = next(above, None) is fn.owner
        for call in caller.body.calls:
            callee = caller.body.nodes[caller.body.nodes[call][1]]
            if callee[0] != ir.ATTR or callee[2] != "__init__":
                continue
            if self.follower.text(caller, callee[1]) == "super()":
                if following:
                    yield caller, call, True
            elif self.names.entity(caller, caller.body.nodes[call][1]) == ("fn", fn, False):
                yield caller, call, False

    def _named(self, fn: Fn) -> list[Call]:
        """The calls by the function's own name."""
        name = _called_as(fn)
        reads = self.names.reads
        if self._few(name):
            reads.asked.add((CALLS, name, -1))
            called = self.called(name)
            reads.beyond |= called.beyond
            return called.calls.get(fn, [])
        reads.asked.add((CALLING, name, -1))
        reads.beyond.add(f"a function whose name more than {_MOST_CALLING} others call")
        key = (name, fn.module)
        if key not in self._own:
            own = (index for at, index in self.names.survey.called.places(name) if at == fn.module.position)
            self._own[key] = self._resolved(name, [fn.module.functions[index] for index in own])
        return self._own[key].get(fn, [])

    def is_called(self, fn: Fn) -> bool:
        """Whether anything in the project calls a function of the name."""
        name = _called_as(fn)
        self.names.reads.asked.add((CALLING, name, -1))
        return bool(self.names.survey.called.places(name))

    def called(self, name: str) -> Called:
        """All calls of a name that not too many call.

        Found out once, whatever is known when it is first asked for and whoever asks: a file in which the name is called is read for
        this answer, and not for each module that asks.
        """
        known = self._called.get(name)
        if known is None and (earlier := self._earlier.pop(name, None)):
            known = self._called[name] = restored(self.names, earlier())
        if known is None:
            with self.names.aside() as reads:
                reads.asked.add((CALLING, name, -1))
                calling = self._calling(name)
                runs, alike = self._resolved(name, calling), self._alike(name, calling)
                known = Called(runs, alike, reads.parts(), frozenset(reads.asked), frozenset(reads.beyond))
            self._called[name] = known
        return known

    def _resolved(self, name: str, callers: Iterable[Fn]) -> dict[Fn, list[Call]]:
        """The calls of a name, by what they may run: all at once, so that thousands of functions of one name cost little."""
        found: dict[Fn, list[Call]] = {}
        for caller in callers:
            for target, call in self._calls(caller, name):
                found.setdefault(target, []).append(call)
        return found

    def _alike(self, name: str, callers: Iterable[Fn]) -> dict[Fn, list[Call]]:
        """The calls of something unknown, by the methods that its name tells."""
        found: dict[Fn, list[Call]] = {}
        for caller in callers:
            nodes = caller.body.nodes
            for call in caller.body.calls:
                callee = nodes[nodes[call][1]]
                for target in self.names.alike(caller, call) if callee[0] == ir.ATTR and callee[2] == name else ():
                    found.setdefault(target, []).append((caller, call, not target.head.flags & ir.STATIC))
        return found

    def forget(self) -> None:
        """Know nothing of any parameter."""
        self._arriving.clear()
        self._own.clear()
        self._constructing.clear()

    def calling(self, name: str) -> list[tuple[str, int]] | None:
        """Files in which functions call a name, and how many there are in each; ``None`` where they are too many."""
        if not self._few(name):
            return None
        counted = Counter(at for at, _ in self.names.survey.called.places(name))
        return [(self.names.modules[at].path, count) for at, count in counted.items()]

    def answer(self, name: str) -> Any:
        """What the calls of a name run, and what was not followed, in plain data; ``None`` where they are too many."""
        if not self._few(name):
            return None
        return plain(self.called(name))

    def gist(self, name: str) -> Any:
        """What of `answer` counts for who reads no calling function: a statement more in one changes nothing."""
        return gist(self.called(name)) if self._few(name) else None

    def remember(self, name: str, running: Callable[[], Any]) -> None:
        """What an earlier run answered with `answer`, where that still holds: then it is not found out again."""
        self._earlier[name] = running

    def ground(self, name: str) -> tuple[Parts, frozenset[Key]]:
        """What `answer` rests on: what is read of files, and other questions."""
        if not self._few(name):
            return Parts({}, frozenset()), frozenset({(CALLING, name, -1)})
        called = self.called(name)
        return called.parts, called.asked

    def _few(self, name: str) -> bool:
        """Whether not too many functions call a name."""
        return len(self.names.survey.called.places(name)) <= _MOST_CALLING

    def _calling(self, name: str) -> list[Fn]:
        return list(map(self.names.function, self.names.survey.called.places(name)))

    def _calls(self, caller: Fn, name: str) -> Iterator[tuple[Fn, Call]]:
        nodes = caller.body.nodes
        for call in caller.body.calls:
            callee = nodes[nodes[call][1]]
            last = callee[2] if callee[0] == ir.ATTR else callee[1] if callee[0] in (ir.GLOBAL, ir.VAR) else name
            if last == name or callee[0] in (ir.IMPORT, ir.LAMBDA, ir.CLASS):
                for target, bound in self.names.callees(caller, call):
                    yield target, (caller, call, bound)


def _called_as(fn: Fn) -> str:
    """The name by which calls name a function: of a constructor, its class's."""
    return fn.owner.name if fn.name in ("__init__", "__post_init__", "__new__") and fn.owner is not None else fn.name
