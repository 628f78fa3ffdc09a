"""Why a server refuses an expression that parses: a range where one value is wanted, one value where a range is, too few arguments.

Prometheus checks the kinds of all parts when it loads a file of rules (`promtool check rules`), and loads none of a file that has a flaw.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from checker.monitoring.expressions.signatures import ELSEWHERE, GIVEN, OF_LINES, SCALARS, SIGNATURES
from checker.monitoring.expressions.tree import COMPARISONS, SETS, Aggregate, Binary, Call, Node, Number, Selector, Subquery, Text, Unary

_NAMES = {"s": "a number", "v": "an instant vector", "m": "a range", "t": "a text", "lines": "log lines", "ranged": "a range of log lines"}


class Refusal(msgspec.Struct, frozen=True):
    """What is wrong, and where in the text."""

    at: int
    text: str


def refusals(node: Node, *, lines: bool) -> Iterator[Refusal]:
    """Every part that the server refuses, in their order; ``lines`` where selectors without a metric's name take log lines."""
    check = _Check(lines)
    kind = check.kind(node)
    yield from sorted(check.found, key=lambda one: one.at)
    if not check.found and kind in ("m", "t", "lines", "ranged"):
        yield Refusal(node.at, f"an alert needs one value for each series, and this is {_NAMES[kind]}")


class _Check:
    def __init__(self, lines: bool) -> None:
        self.lines = lines
        self.found: list[Refusal] = []

    def kind(self, node: Node) -> str:
        """Of a part, ``""`` where it is not known."""
        if isinstance(node, Number):
            return "s"
        if isinstance(node, Text):
            return "t"
        if isinstance(node, Selector):
            if node.log:
                return ("lines" if node.range is None else "ranged") if self.lines else "" if node.range is None else "m"
            return "v" if node.range is None else "m"
        if isinstance(node, Subquery):
            self._wanted(node.operand, "v", "a subquery")
            return "m"
        if isinstance(node, Unary):
            return self._number(node.operand, f"`{node.op}`")
        if isinstance(node, Binary):
            return self._binary(node)
        if isinstance(node, Aggregate):
            return self._aggregate(node)
        return self._call(node) if isinstance(node, Call) else ""

    def _refuse(self, at: int, text: str) -> None:
        self.found.append(Refusal(at, text))

    def _wanted(self, node: Node, kind: str, by: str) -> None:
        given = self.kind(node)
        if given and given != kind and not (kind == "m" and given == "ranged"):
            self._refuse(node.at, f"{by} takes {_NAMES[kind]} and is given {_NAMES[given]}{_told(node)}")

    def _number(self, node: Node, by: str) -> str:
        """A side of an operator: a number or a vector."""
        given = self.kind(node)
        if given in ("m", "t", "lines", "ranged"):
            self._refuse(node.at, f"{by} takes numbers and instant vectors and is given {_NAMES[given]}{_told(node)}")
            return ""
        return given

    def _binary(self, node: Binary) -> str:
        sides = [self._number(side, f"`{node.op}`") for side in (node.left, node.right)]
        if (node.matching or node.group) and node.op not in SETS and "s" in sides:
            self._refuse(
                node.at, f"`{node.matching or 'group_' + node.group}` joins two instant vectors, and one side of `{node.op}` is a number"
            )
            return "v"
        if node.op in SETS:
            for side, given in zip((node.left, node.right), sides, strict=True):
                if given == "s":
                    self._refuse(side.at, f"`{node.op}` takes instant vectors and is given a number")
            return "v"
        if sides == ["s", "s"]:
            if node.op in COMPARISONS and not node.bool and not self.lines:
                self._refuse(node.at, f"two numbers are compared by `{node.op}` without `bool`")
            return "s"
        return "v" if "v" in sides else ""

    def _aggregate(self, node: Aggregate) -> str:
        wanted = GIVEN.get(node.op, "")
        if wanted and node.parameter is None:
            self._refuse(node.at, f"`{node.op}()` takes {_NAMES[wanted]} and an instant vector, and one of them is missing")
        elif not wanted and node.parameter is not None:
            self._refuse(node.at, f"`{node.op}()` takes one argument and is given two")
        elif wanted and node.parameter is not None:
            self._wanted(node.parameter, wanted, f"`{node.op}()`")
        self._wanted(node.operand, "v", f"`{node.op}()`")
        return "v"

    def _call(self, node: Call) -> str:
        ranged = self.lines and node.name in OF_LINES
        signature = "m" if ranged else SIGNATURES.get(node.name)
        if signature is None:
            for one in node.arguments:
                self.kind(one)
            if not self.lines and not ELSEWHERE.match(node.name):
                self._refuse(node.at, f"there is no function `{node.name}()`")
            return ""
        self._arguments(node, signature)
        return "s" if node.name in SCALARS else "v"

    def _arguments(self, node: Call, signature: str) -> None:
        kinds = signature.rstrip("*")
        least = sum(one.islower() for one in kinds) - signature.endswith("*")
        if len(node.arguments) < least or (len(node.arguments) > len(kinds) and not signature.endswith("*")):
            told = f"{len(kinds)} argument{'s' if len(kinds) != 1 else ''}" if kinds else "no argument"
            self._refuse(node.at, f"`{node.name}()` takes {told} and is given {len(node.arguments) or 'none'}")
            return
        for number, one in enumerate(node.arguments):
            self._wanted(one, kinds[min(number, len(kinds) - 1)].lower(), f"`{node.name}()`")


def _told(node: Node) -> str:
    """What it is called."""
    if isinstance(node, Selector):
        return f": `{node.name}`" if node.name else ""
    return f": `{node.name}()`" if isinstance(node, Call) else f": `{node.op}()`" if isinstance(node, Aggregate) else ""
