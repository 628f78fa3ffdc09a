"""Whether a finding is an accepted one in which only names have changed.

That is so where the code has the same shape, what leaks is the same, and every name that differs is gone from where it was: a function
from its file, a variable from its function. While the old name is there, the old code may be there too, and the finding is another.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from functools import lru_cache
from keyword import iskeyword

from checker import patterns as re
from checker.baseline.entry import Entry
from checker.identity import identity
from checker.model import Finding
from checker.source.ir.enclosing import Enclosing
from checker.syntax import parse

_WORD = re.compile(r"[^\W\d]\w*")
_CODE = re.compile(r"""f"|b?(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|(?P<name>[^\W\d]\w*)|\d[\w.]*|[^\w{}"']+""")
_LITERAL = re.compile(r'(?:[^{}"\\]|\\.|\{\{|\}\})+')
"""Text of an f-string, up to a brace that opens a field or to the quote that ends it."""
_QUOTED = re.compile(r"`[^`]*`")
_KEPT = 64
"""Parsed files that are remembered."""


def shape(code: str) -> str:
    """A statement or expression in its normal form without its names; texts stay."""
    return "".join("_" if named else text for named, text in _tokens(code))


def _tokens(code: str) -> Iterator[tuple[bool, str]]:
    """Names (``True``) and what stands between them; what an f-string holds in braces is code too."""
    fields: list[int] = []
    """For each f-string around: -1 in its text, else how many braces are open in its field."""
    position = 0
    while position < len(code):
        inside = bool(fields) and fields[-1] < 0
        match = (_LITERAL if inside else _CODE).match(code, position)
        text = match[0] if match else code[position]
        position += len(text)
        if text == 'f"' and not inside:
            fields.append(-1)
        elif match is None and fields:
            _turn(fields, text)
        yield bool(match and match.lastgroup == "name") and not iskeyword(text), text


def _turn(fields: list[int], sign: str) -> None:
    """A quote or a brace has been read."""
    inside = fields[-1] < 0
    if inside and sign == '"':
        fields.pop()
    elif inside or sign == "{":
        fields[-1] += 1
    elif sign == "}":
        fields[-1] -= 1


def is_renamed(entry: Entry, found: Finding, functions: Enclosing, text: Callable[[str], str]) -> bool:
    """Whether the finding, whose statement has the entry's shape, is the entry's under other names."""
    what = identity(found)
    renames = _renames((entry.statement, what.statement), (entry.value, what.value))
    if renames is None or _with(entry.leaks, renames) != what.leaks or len(entry.via) != len(what.via):
        return False
    if entry.function != what.function and entry.function in functions.names(found.span.path):
        return False
    files = {found.span.path, *(step.span.path for step in found.steps)}
    if any(old != new and any(old in functions.names(path) for path in files) for old, new in zip(entry.via, what.via, strict=True)):
        return False
    if not renames:
        return True
    there = set().union(*(_names(text(path), functions.lines(path, name) if name else None) for path, name in _scopes(found, functions)))
    return there.isdisjoint(renames)


def _scopes(found: Finding, functions: Enclosing) -> Iterator[tuple[str, str]]:
    """File and function of the finding and of the value's birth."""
    yield found.span.path, found.function.partition(".<")[0]
    if found.steps:
        born = found.steps[0].span
        yield born.path, functions.at(born.path, born.line)


def _renames(*pairs: tuple[str, str]) -> dict[str, str] | None:
    """Old names to new ones, those that differ; ``None`` where one name would have become two, or two one."""
    there: dict[str, str] = {}
    back: dict[str, str] = {}
    for old, new in pairs:
        if shape(old) != shape(new):
            return None
        for before, after in zip(_words(old), _words(new), strict=True):
            if there.setdefault(before, after) != after or back.setdefault(after, before) != before:
                return None
    return {before: after for before, after in there.items() if before != after}


def _words(code: str) -> list[str]:
    return [text for named, text in _tokens(code) if named]


def _with(leaks: str, renames: dict[str, str]) -> str:
    """What leaks, with new names where code is quoted."""
    return _QUOTED.sub(lambda code: _WORD.sub(lambda word: renames.get(word[0], word[0]), code[0]), leaks)


def _names(text: str, lines: tuple[int, int] | None) -> set[str]:
    """Every name that code on these lines uses; of the whole file where no lines are given."""
    first, last = lines or (1, len(text) + 1)
    return {name for line, name in _used(text) if first <= line <= last}


@lru_cache(_KEPT)
def _used(text: str) -> frozenset[tuple[int, str]]:
    """Lines and the names that are used there."""
    try:
        tree = parse(text).tree
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return frozenset()
    return frozenset((node.lineno, name) for node in ast.walk(tree) for name in _of(node) if hasattr(node, "lineno"))


def _of(node: ast.AST) -> Iterator[str]:
    for kind, attribute in ((ast.Name, "id"), (ast.arg, "arg"), (ast.Attribute, "attr"), (ast.keyword, "arg")):
        if isinstance(node, kind) and getattr(node, attribute):
            yield getattr(node, attribute)
