"""What a program of Vector's remap language does to a record, and whether a condition of it holds."""

from __future__ import annotations

from collections.abc import Mapping

from checker.trace.collecting.carried import Carried, opposite
from checker.trace.collecting.vrl.functions import FUNCTIONS, TESTS
from checker.trace.collecting.vrl.grammar import Node, NotVrlError, program
from checker.trace.collecting.vrl.values import FailedError, Unknown, Value, equal, field
from checker.trace.wording import Match, Text, every, joined, known, some


class _AbortedError(Exception):
    """The program gives the record up."""


class Program:
    """One transform's program on one record."""

    def __init__(self, carried: Carried) -> None:
        self.carried = carried
        self.names: dict[str, Value] = {}

    def run(self, text: str) -> str:
        """``""`` where it came to its end, ``abort`` where it gave the record up, ``error`` where a function failed."""
        before = dict(self.carried.fields)
        try:
            self._block(program(text))
        except NotVrlError as error:
            self.carried.unsure(f"what its program makes of it is not known: {error}")
        except FailedError:
            self.carried.fields = before
            return "error"
        except _AbortedError:
            return "abort"
        return ""

    def _block(self, node: Node) -> Value:
        value: Value = None
        for one in node.parts:
            value = self.value(one)
        return value

    def value(self, node: Node) -> Value:
        """Evaluate, with whatever that changes."""
        if node.kind == "abort":
            raise _AbortedError
        if node.kind == "set":
            return self._assign(node)
        if node.kind == "if":
            return self._branch(node)
        if node.kind == "block":
            return self._block(node)
        if node.kind == "path":
            return self._held(node.text)
        if node.kind in ("text", "number"):
            return known(node.text)
        if node.kind == "name":
            told: dict[str, Value] = {"true": True, "false": False, "null": None}
            return told[node.text] if node.text in told else self.names.get(node.text, Unknown())
        if node.kind in ("object", "list"):
            parts = [(one.text or str(number), self.value(one.parts[0])) for number, one in enumerate(node.parts)]
            return {key: field(one, key) for key, one in parts}
        return self._computed(node)

    def _computed(self, node: Node) -> Value:
        if node.kind == "of":
            return _within(self.value(node.parts[0]), node.text)
        if node.kind == "call":
            return self._call(node)
        if node.kind == "op" and node.text == "??":
            return self._either(node)
        if node.kind == "op" and node.text in ("+", "|"):
            left, right = (self.value(one) for one in node.parts)
            if isinstance(left, Text) and isinstance(right, Text):
                return joined((left, right))
            return {**left, **right} if isinstance(left, Mapping) and isinstance(right, Mapping) else Unknown()
        outcome = self.holds(node).outcome
        return Unknown() if outcome is None else outcome

    def _held(self, path: str) -> Value:
        if path == ".":
            return self.carried.fields
        found = self.carried.at(path)
        return found if found is not None else Unknown() if self.carried.open else None

    def _assign(self, node: Node) -> Value:
        told, *targets = node.parts
        try:
            value, failed = self.value(told), False
        except FailedError:
            if len(targets) == 1:
                raise
            value, failed = None, True
        if len(targets) == 2:
            error: Value = Unknown() if isinstance(value, Unknown) else known("it failed") if failed else None
            self._put(targets[1], error, "=")
        if not (failed and len(targets) == 2):
            self._put(targets[0], value, node.text)
        return value

    def _put(self, target: Node, value: Value, operator: str) -> None:
        if target.kind == "name":
            self.names[target.text] = value
        elif target.kind == "of":
            name = target.parts[0].text
            outer = self.names.get(name)
            if isinstance(outer, Mapping):
                made = Carried(dict(outer))
                made.put(target.text, field(value, target.text))
                self.names[name] = made.fields
            else:
                self.names[name] = Unknown()
        elif target.text == ".":
            if isinstance(value, Mapping):
                self.carried.fields = {**self.carried.fields, **value} if operator == "|=" else dict(value)
            else:
                self.carried.unsure("what its program makes of it is not known")
        elif not target.text.startswith("%"):
            old = self.carried.at(target.text)
            if operator == "|=" and isinstance(value, Mapping) and isinstance(old, Mapping):
                value = {**old, **value}
            if value is None:
                self.carried.remove(target.text)
            else:
                self.carried.put(target.text, field(value, target.text))

    def _branch(self, node: Node) -> Value:
        match = self.holds(node.parts[0])
        if match.outcome:
            return self.value(node.parts[1])
        if match.outcome is False:
            return self.value(node.parts[2]) if len(node.parts) > 2 else None
        for one in node.parts[1:]:
            self._perhaps(one, match.why)
        return Unknown()

    def _perhaps(self, node: Node, why: str) -> None:
        """What may be done, or not."""
        if node.kind == "abort" or (node.kind == "call" and node.text == "del"):
            self.carried.unsure(f"its program may give it up: {why}")
        if node.kind == "set":
            for one in node.parts[1:]:
                self._put(one, Unknown(), "=") if one.text != "." else self.carried.unsure(f"its program may change it: {why}")
        for one in node.parts:
            self._perhaps(one, why)

    def _either(self, node: Node) -> Value:
        try:
            return self.value(node.parts[0])
        except FailedError:
            return self.value(node.parts[1])

    def _call(self, node: Node) -> Value:
        name = node.text
        if name == "del":
            return self.carried.remove(node.parts[0].text) if node.parts and node.parts[0].kind == "path" else Unknown()
        if name in TESTS:
            outcome = self.holds(node).outcome
            return Unknown() if outcome is None else outcome
        arguments = [self.value(one) for one in node.parts]
        step = FUNCTIONS.get(name)
        if step is None or not arguments:
            return Unknown()
        return step(arguments)

    def holds(self, node: Node) -> Match:
        """Whether a condition holds."""
        if node.kind == "op" and node.text in ("&&", "||"):
            found = [self.holds(one) for one in node.parts]
            return every(found) if node.text == "&&" else some(found)
        if node.kind == "not":
            return opposite(self.holds(node.parts[0]))
        if node.kind == "call" and node.text in TESTS:
            return self._tested(node)
        if node.kind == "op" and node.text in ("==", "!="):
            left, right = (self.value(one) for one in node.parts)
            found_here = equal(left, right, node.parts[0].text)
            return found_here if node.text == "==" else opposite(found_here)
        value = self.value(node) if node.kind != "op" else Unknown()
        if isinstance(value, bool):
            return Match(outcome=value)
        return Match(outcome=None, why="a condition of its program is not followed")

    def _tested(self, node: Node) -> Match:
        if node.text == "exists":
            held = self._held(node.parts[0].text) if node.parts and node.parts[0].kind == "path" else Unknown()
            why = f"it has no {node.parts[0].text}" if node.parts else ""
            return Match(outcome=None if isinstance(held, Unknown) else held is not None, why=why)
        first, *rest = (self.value(one) for one in node.parts)
        if node.text in ("is_null", "is_nullish"):
            return Match(outcome=None if isinstance(first, Unknown) else first is None)
        if node.text == "includes":
            items = list(first.values()) if isinstance(first, Mapping) else []
            return (
                some(equal(one, rest[0], "the item") for one in items) if rest and items else Match(outcome=None, why="a list is not known")
            )
        if first is None:
            raise FailedError
        if not isinstance(first, Text) or not rest or not isinstance(rest[0], Text) or rest[0].literal is None:
            return Match(outcome=None, why=f"what {node.text} looks at is not known")
        return TESTS[node.text](first, rest[0].literal)


def _within(value: Value, path: str) -> Value:
    """What stands at a path in a value that is none of the record's."""
    if isinstance(value, Mapping):
        return Carried(dict(value)).at(path)
    return value if isinstance(value, Unknown) else None


def condition(text: str, carried: Carried) -> Match:
    """Whether a condition holds of a record; a function that fails makes it false."""
    try:
        node = program(text)
        return Program(carried).holds(node.parts[0]) if len(node.parts) == 1 else Match(outcome=None, why="a condition is not followed")
    except NotVrlError as error:
        return Match(outcome=None, why=f"its condition is not followed: {error}")
    except (FailedError, _AbortedError):
        return Match(outcome=False, why="its condition fails")
