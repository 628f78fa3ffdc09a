"""What the names of a ``case`` hold: the subject itself, or what the pattern takes out of it."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence

from checker.source import ir
from checker.source.index.scope import Scope
from checker.source.ir.syntax import last

_ITSELF = frozenset({"bool", "bytearray", "bytes", "dict", "float", "frozenset", "int", "list", "set", "str", "tuple"})
"""Classes whose one positional pattern is the whole subject: https://docs.python.org/3/reference/compound_stmts.html#class-patterns"""


def captures(scope: Scope, pattern: ast.pattern, subject: int) -> Iterator[tuple[str, int, ast.pattern]]:
    """Each name that a pattern binds, what it holds, and where.

    ``{"password": value}`` takes an item, ``Login(secret=value)`` an attribute, and ``None as value`` nothing.
    """
    waiting = [(pattern, subject)]
    while waiting:
        part, value = waiting.pop()
        match part:
            case ast.MatchAs(pattern=inner, name=name):
                if name is not None:
                    yield name, 0 if inner is not None and is_written(inner) else value, part
                if inner is not None:
                    waiting.append((inner, value))
            case ast.MatchStar(name=str(name)):
                yield name, value, part
            case ast.MatchOr(patterns=inner_ones):
                waiting += [(one, value) for one in inner_ones]
            case ast.MatchSequence(patterns=inner_ones):
                waiting += zip(inner_ones, _items(scope, inner_ones, value), strict=True)
            case ast.MatchMapping():
                waiting += [(one, _item(scope, key, value)) for key, one in zip(part.keys, part.patterns, strict=True)]
                if part.rest is not None:
                    yield part.rest, scope.add(ir.ELEM, value), part
            case ast.MatchClass():
                itself = len(part.patterns) == 1 and last(part.cls) in _ITSELF
                waiting += [(one, value if itself else 0) for one in part.patterns]
                named = zip(part.kwd_attrs, part.kwd_patterns, strict=True)
                waiting += [(one, scope.add(ir.ATTR, value, name, one.lineno, one.col_offset)) for name, one in named]
            case _:
                pass


def is_written(pattern: ast.pattern) -> bool:
    """Whether a subject is one of values that stand in the code: ``"start" | "stop" as action``."""
    waiting = [pattern]
    while waiting:
        match waiting.pop():
            case ast.MatchOr(patterns=patterns):
                waiting += patterns
            case ast.MatchAs(pattern=ast.pattern() as inner):
                waiting.append(inner)
            case ast.MatchSingleton() | ast.MatchValue():
                pass
            case _:
                return False
    return True


def _items(scope: Scope, patterns: Sequence[ast.pattern], value: int) -> list[int]:
    """What each part of a sequence takes: the very items of a tuple that is written there, else the item at its place."""
    node = scope.nodes[value]
    starred = any(isinstance(one, ast.MatchStar) for one in patterns)
    if node[0] == ir.SEQ and not starred and len(node[1]) == len(patterns):
        return [max(item, 0) for item in node[1]]
    return [scope.add(ir.ELEM, value) if starred else scope.add(ir.UNPACK, value, at) for at in range(len(patterns))]


def _item(scope: Scope, key: ast.expr, value: int) -> int:
    named = key.value if isinstance(key, ast.Constant) and isinstance(key.value, str) else None
    return scope.add(ir.ITEM, value, named, key.lineno, key.col_offset)
