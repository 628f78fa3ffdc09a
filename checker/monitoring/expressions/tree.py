"""The tree of a PromQL or LogQL expression: plain data, each node with the offset in the text at which it begins."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

import msgspec

from checker.monitoring.expressions.matcher import Matcher

COMPARISONS = frozenset(("==", "!=", ">", "<", ">=", "<="))
SETS = frozenset(("and", "or", "unless"))


class Argument(msgspec.Struct, frozen=True):
    """``name``, ``name="value"`` or ``name=other`` behind a stage's word."""

    name: str
    op: str = ""
    """``=``, ``!=``, ``=~`` or ``!~``; ``""`` for a name alone."""
    value: str | None = None
    """``None`` where it is a placeholder."""
    quoted: bool = False
    """Whether the value is a text, and not another label's name."""


class Stage(msgspec.Struct, frozen=True):
    """One stage of a LogQL pipeline."""

    kind: str
    """``|=``, ``!=``, ``|~``, ``!~``, ``|>`` or ``!>`` for a line filter, ``label`` for a label filter, else its word: ``json``."""
    texts: tuple[str, ...] = ()
    """What a line filter looks for, any of it; a parser's pattern."""
    filter: LabelFilter | None = None
    at: int = 0
    arguments: tuple[Argument, ...] = ()
    """Of a stage that takes labels, expressions or formats for labels."""


class LabelFilter(msgspec.Struct, frozen=True):
    """``status >= 500``, or several of them under ``and`` or ``or``."""

    op: str
    """A matcher's or a comparison's operator, ``and``, ``or``; ``ip`` and the like are ``""``: nothing is known of them."""
    label: str = ""
    value: str | float | None = None
    """Text, or a number (durations in seconds, sizes in bytes)."""
    parts: tuple[LabelFilter, ...] = ()


class Selector(msgspec.Struct, frozen=True):
    """``up{job="shop"}[5m] offset 1h``, and the LogQL form with its pipeline."""

    at: int
    name: str = ""
    matchers: tuple[Matcher, ...] = ()
    alternatives: bool = False
    """Whether it has ``or`` between its matchers, so that none of them must hold."""
    range: float | None = None
    """Seconds; negative where it is a placeholder."""
    offset: float = 0.0
    stages: tuple[Stage, ...] = ()
    log: bool = False
    """Whether it selects log lines."""


class Number(msgspec.Struct, frozen=True):
    """A constant."""

    at: int
    value: float
    text: str = ""
    """As it stands in the expression."""


class Text(msgspec.Struct, frozen=True):
    """A string."""

    at: int
    value: str


class Hole(msgspec.Struct, frozen=True):
    """A placeholder: what will stand there is not known."""

    at: int
    reason: str


class Call(msgspec.Struct, frozen=True):
    """A function."""

    at: int
    name: str
    arguments: tuple[Node, ...]


class Aggregate(msgspec.Struct, frozen=True):
    """``sum by (job) (...)``"""

    at: int
    op: str
    operand: Node
    parameter: Node | None = None
    labels: tuple[str, ...] = ()
    grouping: str = ""
    """``by``, ``without``, or ``""`` where all becomes one."""


class Unary(msgspec.Struct, frozen=True):
    """``-x``"""

    at: int
    op: str
    operand: Node


class Subquery(msgspec.Struct, frozen=True):
    """``x[1h:5m]``"""

    at: int
    operand: Node
    range: float
    offset: float = 0.0


class Binary(msgspec.Struct, frozen=True):
    """Two operands."""

    at: int
    op: str
    left: Node
    right: Node
    bool: bool = False
    matching: str = ""
    """``on``, ``ignoring``, or ``""`` for all labels."""
    labels: tuple[str, ...] = ()
    group: str = ""
    """``left``, ``right``, or ``""``."""


Node: TypeAlias = Selector | Number | Text | Hole | Call | Aggregate | Unary | Subquery | Binary


def children(node: Node) -> tuple[Node, ...]:
    """The operands of a node."""
    if isinstance(node, Call):
        return node.arguments
    if isinstance(node, Aggregate):
        return (node.operand,) if node.parameter is None else (node.parameter, node.operand)
    if isinstance(node, Unary | Subquery):
        return (node.operand,)
    return (node.left, node.right) if isinstance(node, Binary) else ()


def walk(node: Node) -> Iterator[Node]:
    """The node and all below it, from the outside inwards."""
    waiting = [node]
    while waiting:
        one = waiting.pop()
        yield one
        waiting += reversed(children(one))


def selectors(node: Node) -> Iterator[Selector]:
    """Every selector."""
    return (one for one in walk(node) if isinstance(one, Selector))
