"""What stands in the texts of exceptions, at each ``raise``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from msgspec.structs import replace

from checker.model import Confidence
from checker.source import ir
from checker.source.errors.endings import is_broad
from checker.source.errors.kept import makings, said_by
from checker.source.facts.records import Argument, RaiseText
from checker.source.flow.backwards import Follower
from checker.source.flow.holding.library_errors import REPEATED, SAID_WHOLE
from checker.source.flow.holding.objects import is_exception
from checker.source.flow.literal import source
from checker.source.flow.origin import Flow, Found, Ref, goes_on, hop, mark, merge, without
from checker.source.flow.places import span
from checker.source.ir.ways import Caught, Exit, Try, walk
from checker.source.lexicon.words import split
from checker.source.logs.announced import Announced
from checker.source.logs.resolved import origins
from checker.source.logs.sinks import Written
from checker.source.names.elements import Entity, Fn, Module

_TEXT_KEYWORDS = frozenset({"message", "msg", "detail", "reason", "description", "text", "error", "explanation", "content", "body"})
"""Keywords of exceptions that become their text."""

_REDIRECTS = frozenset({"HTTPFound", "HTTPSeeOther", "HTTPMovedPermanently", "HTTPMove"})
"""Exceptions that send a client elsewhere, beside those that are called redirects: an address and no text."""
_OF_STATUS = "raise_for_status"
_STATUS_ERROR = "HTTPError"
"""What that raises in most clients."""
_LOOKUPS = frozenset({"KeyError", "IndexError", "LookupError"})
_MOST_CALLERS = 20
_FEW_CALLERS = 3
"""Calls of a function that hands on what it is given, for which it is looked what that is."""
_DEEPEST = 2
"""Functions through which one has another one make an error."""
_COMMANDS = frozenset({"cmd", "command", "commands", "args", "argv", "cmdline", "arguments"})
"""Last words of what the command of a program is called that one function hands to another."""
_TRACES = frozenset({"format_exc", "print_exc", "exc_info", "format_exception", "print_exception", "print_last"})
"""Functions that tell what was caught, whatever it is called."""
_CLASSES = frozenset({"cls", "class", "klass"})
"""Last words of names for a class that is not known: ``raise self.error_class(text)``."""
_OF_PROGRAMS = frozenset({"command", "cmd", "process", "subprocess", "execution", "shell"})
"""Words of errors that say that a program failed, whatever ran it: ``CommandExecutionError``."""
_ANSWERS = frozenset({"response", "members"})
"""Kinds of containers that an answer is, and that what is decoded of one is."""
_TOLD = frozenset({"secret", "grave", "url"})
"""Categories of what callers give that is worth telling in an exception's text."""


class _Part(NamedTuple):
    """A value in an error's text."""

    maker: Fn
    """The function in which the error is made."""
    written: Written
    flow: Flow


class _Made(NamedTuple):
    """An error that is raised, as it is made."""

    name: str
    values: list[_Part]
    """The parts of its text, seen from where it is raised."""
    elsewhere: bool
    """Whether the ``raise`` itself does not show how."""


class Raises:
    """Makes the facts about a module's ``raise`` statements.

    Of what comes to them through parameters, what the nearest calls give: from further away it was never more than a hint, and to look
    for it took a third of the time that these facts cost.
    """

    def __init__(self, follower: Follower) -> None:
        self.follower = follower
        self._announced = Announced(follower)

    def facts(self, module: Module) -> Iterator[tuple[int, int, RaiseText]]:
        """Function, position there, and the fact, for each whose text holds something."""
        for fn in module.functions:
            for index, raised in enumerate(fn.body.raises if fn.head.raises else ()):
                fact = self._raise(fn, index, raised)
                if fact is not None:
                    yield fn.index, index, fact
            if _OF_STATUS in fn.head.called:
                for at, call in enumerate(fn.body.calls):
                    if (fact := self._refused(fn, at, call)) is not None:
                        yield fn.index, -1 - at, fact

    def _raise(self, fn: Fn, index: int, raised: ir.Raise) -> RaiseText | None:
        made = [one for record in makings(fn, raised.value) if (one := self._made(fn, record, fn.body.nodes[raised.value] is not record))]
        arguments = [argument for one in made for argument in self._arguments(fn, raised, one)]
        if not arguments:
            return None
        place, name = (fn.module.path, raised.line, raised.column), made[0].name
        settled = _settled_here(fn, index, name) or self._settled(fn, name)
        said = said_by((part.maker, part.written.node) for one in made if one.elsewhere for part in one.values)
        return RaiseText(span(place), fn.head.name, name, tuple(arguments), test=fn.module.facts.test, settled=settled, said=said)

    def _made(self, fn: Fn, record: ir.Node, kept: bool) -> _Made | None:
        """The error that a call makes; ``kept``: it stands in a variable until it is raised."""
        entity = self.follower.names.entity(fn, record[1])
        name = self.follower.text(fn, record[1]).rpartition(".")[2]
        if name in _REDIRECTS or "Redirect" in name:
            return None
        if entity is not None and entity[0] == "fn":
            name, values = self._built(fn, record, entity[1], bool(entity[2]))
            return _Made(name, values, kept)
        if name[:1].islower() and (kept or (entity is None and split(name)[-1] not in _CLASSES)):
            return None  # an unknown function makes the exception: what of its arguments becomes text is its affair
        return _Made(name, self._texts(fn, record, entity), kept)

    def _arguments(self, fn: Fn, raised: ir.Raise, made: _Made) -> Iterator[Argument]:
        """What stands in the text of an error that is raised."""
        for maker, written, flow in made.values:
            found = [item for item in flow.found if item.category not in ("untrusted", "exception")]
            if any(item.kind == "members" for item in found) and _is_lacking(fn, raised):
                found = [replace(item, confidence=Confidence.LOW) if item.kind == "members" else item for item in found]
            for ref in flow.refs:
                if _TOLD - ref.removed:
                    given = (item for item in self._given(fn, ref, made.name) if _is_told(item) and goes_on(item, ref))
                    marks = ref.passed & {REPEATED}
                    found += [replace(item, passed=item.passed | marks) if marks and item.category == "url" else item for item in given]
            if any(item.kind in _ANSWERS for item in found) and not _clauses(fn, raised):  # in one it is complete but for a part
                found = self._refusing(maker, written.node, found)
            if found:
                yield Argument(written.name, written.position, origins(found))

    def _refusing(self, fn: Fn, node: int, found: list[Found]) -> list[Found]:
        """What stands in an error, less sure where it is what a server answered: that is why the error is raised, and no token is in it."""
        record: ir.Node = source(fn, node) if node >= 0 else [ir.OPAQUE]
        parts = record[1] if record[0] == ir.JOIN else [node]
        answers = {self.follower.text(fn, part) for part in parts if part >= 0 and self.follower.requests.answers.decoded(fn, part)}
        answered = (item.kind == "response" or item.text in answers for item in found)
        return [replace(item, confidence=Confidence.LOW) if told else item for item, told in zip(found, answered, strict=True)]

    def _given(self, fn: Fn, ref: Ref, error: str) -> tuple[Found, ...]:
        """What the nearest calls give for a parameter; for the command of a program that is run there, also what is handed to these."""
        callers = self.follower.callers
        runs = self.follower.processes.starts(fn) or not _OF_PROGRAMS.isdisjoint(split(error))
        if split(fn.head.params[ref.position])[-1] not in _COMMANDS or not runs:
            return callers.near(fn, ref.position, ref.key).found or self._handed(fn, ref)
        return mark(callers.arriving(fn, ref.position, ref.key), SAID_WHOLE).found

    def _handed(self, fn: Fn, ref: Ref) -> tuple[Found, ...]:
        """What comes to the calls of a function from those of the one function that calls it, and hands on what it is given."""
        calls = [one for one in self.follower.callers.callers(fn) if not one[0].module.facts.test]
        found = list[Found]()
        for caller, call, bound in calls if len(calls) <= _FEW_CALLERS else ():
            node = caller.body.nodes[call]
            for above in self.follower.functions.given(caller, node, fn, bound, ref.position, ref.key).refs:
                near = self.follower.callers.near(caller, above.position, above.key)
                kept = Flow(tuple(replace(item, crossed=item.crossed + 1) for item in near.found if goes_on(item, above)))
                found += hop(mark(kept, *above.passed), self.follower.calls.at(caller, node), f"passed to `{fn.name}()`").found
        return tuple(found)

    def _refused(self, fn: Fn, at: int, call: int) -> RaiseText | None:
        """``answer.raise_for_status()``: the error says the whole address that was asked for, with what its query was given."""
        node = fn.body.nodes[call]
        callee = fn.body.nodes[node[1]]
        if callee[0] != ir.ATTR or callee[2] != _OF_STATUS:
            return None
        flow = self.follower.exceptions.thrown.leaving(fn, at)
        found = [item for item in flow.found if _is_told(item) or (bool(item.member) and item.confidence > Confidence.LOW)]
        for ref in flow.refs:
            above = self.follower.callers.near(fn, ref.position, ref.key)
            found.extend(mark(Flow(tuple(item for item in above.found if _is_told(item) and goes_on(item, ref))), *ref.passed).found)
        if not found:
            return None
        place = self.follower.place(fn, node)
        settled = self._settled(fn, _STATUS_ERROR)
        argument = Argument("", 0, origins(found))
        return RaiseText(span(place), fn.head.name, _STATUS_ERROR, (argument,), test=fn.module.facts.test, settled=settled)

    def _settled(self, fn: Fn, name: str) -> bool:
        """Whether whoever calls the function catches the exception by its name, and neither writes nor uses it."""
        callers = [one for one in self.follower.callers.callers(fn) if not one[0].module.facts.test]
        if len(callers) > _MOST_CALLERS:
            self.follower.names.reads.beyond.add(f"an exception of a function with more than {_MOST_CALLERS} calls")
        return bool(callers) and all(self._catches(caller, call, name) for caller, call, _ in callers[:_MOST_CALLERS])

    @staticmethod
    def _catches(caller: Fn, call: int, name: str) -> bool:
        at = caller.body.calls.index(call)
        writing = {handler for _, handler in caller.head.rescues}
        used = {node[1] for node in caller.body.nodes if node[0] == ir.CAUGHT}
        for number, handler in enumerate(caller.body.handlers):
            named = any(type_.rpartition(".")[2] == name for type_ in handler.types)
            if named and handler.calls[0] <= at < handler.calls[1]:
                return number not in writing and number not in used
        return False

    def _texts(self, fn: Fn, record: ir.Node, entity: Entity | None) -> list[_Part]:
        """Those arguments of an exception's constructor that become its text."""
        kept = self.follower.exceptions.texts(entity[1]) if entity is not None and entity[0] == "cls" else None
        written = [Written("", position, node if node >= 0 else -1 - node) for position, node in enumerate(record[2])]
        written += [Written(name, -1, node) for name, node in record[3]]
        if kept is None and (entity is None or entity[0] != "cls"):  # a library's: its other keywords are attributes
            written = [one for one in written if one.position >= 0 or one.name in _TEXT_KEYWORDS]
        wanted = [one for one in written if kept is None or one.name in kept or one.position in kept]
        return [_Part(fn, one, self._announced.joined(fn, one.node, self.follower.flow(fn, one.node))) for one in wanted]

    def _built(self, fn: Fn, call: ir.Node, maker: Fn, bound: bool, depth: int = 0) -> tuple[str, list[_Part]]:
        """The exception that a function makes for ``raise``, or has another one make, and its text's parts, seen from the raise."""
        name, values = "", list[_Part]()
        for record in (record for value in maker.body.returns for record in makings(maker, value)):
            entity = self.follower.names.entity(maker, record[1])
            if entity is not None and entity[0] == "fn" and entity[1] is not maker and depth < _DEEPEST:
                made, parts = self._built(maker, record, entity[1], bool(entity[2]), depth + 1)
            elif entity is not None and is_exception(self.follower, entity):
                made, parts = self.follower.text(maker, record[1]).rpartition(".")[2], self._texts(maker, record, entity)
            else:
                continue
            name = name or made
            values += [part._replace(flow=self._seen(fn, call, maker, bound, part.flow)) for part in parts]
        return name, values

    def _seen(self, fn: Fn, call: ir.Node, maker: Fn, bound: bool, flow: Flow) -> Flow:
        """A value of a function that is called, in terms of the one that calls it."""
        given = [Flow(flow.found)]
        for ref in flow.refs:
            handed = self.follower.functions.given(fn, call, maker, bound, ref.position, ref.key)
            given.append(mark(without(handed, ref.removed) if ref.removed else handed, *ref.passed))
        return merge(given)


def _settled_here(fn: Fn, index: int, name: str) -> bool:
    """Whether the function itself catches an error that it raises, and neither writes nor uses it: ``except NoMatch: continue``."""
    guards = [number for number, one in enumerate(fn.body.handlers) if one.raises[0] <= index < one.raises[1]]
    if not guards or not _TRACES.isdisjoint(fn.head.called):
        return False
    guards.sort(key=lambda number: fn.body.handlers[number].raises[1] - fn.body.handlers[number].raises[0])  # the innermost first
    types = ((number, fn.body.handlers[number].types) for number in guards)
    caught = next((number for number, one in types if is_broad(one) or any(type_.rpartition(".")[2] == name for type_ in one)), -1)
    told = {handler for _, handler in fn.head.rescues} | {node[1] for node in fn.body.nodes if node[0] == ir.CAUGHT}
    if caught < 0 or caught in told:
        return False
    clauses = (clause for step in walk(fn.steps) if isinstance(step, Try) for clause in step.handlers if clause.handler == caught)
    return not any(isinstance(one, Exit) and one.kind in ("raise", "exit") for clause in clauses for one in walk(clause.block))


def _clauses(fn: Fn, raised: ir.Raise) -> list[Caught]:
    """The ``except`` clauses that an error is raised in."""
    clauses = (clause for step in walk(fn.steps) if isinstance(step, Try) for clause in step.handlers)
    return [clause for clause in clauses if any(isinstance(one, Exit) and one.value == raised.value for one in walk(clause.block))]


def _is_lacking(fn: Fn, raised: ir.Raise) -> bool:
    """Whether an error is raised where a key was not found, so that what is read of a mapping is not in it: ``except KeyError:``."""
    if _LOOKUPS.isdisjoint(fn.head.caught):
        return False
    caught = ({name.rpartition(".")[2] for name in fn.body.handlers[clause.handler].types} for clause in _clauses(fn, raised))
    return any(types and types <= _LOOKUPS | {"TypeError"} for types in caught)


def _is_told(item: Found) -> bool:
    """Whether what a caller gives is worth telling: a secret, or an object that surely shows one."""
    return item.category in _TOLD or (item.category == "container" and bool(item.member) and item.confidence == Confidence.HIGH)
