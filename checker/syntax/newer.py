"""Newer syntax in older words, line by line: what an older Python's parser then takes means the same to a reader of names and calls.

Parameters of types are left out, `type X = ...` is an assignment, a template string an f-string, `except A, B:` has parentheses, and in
f-strings quotes that repeat the outer ones are others. Every line stays where it is, and so does every column that something else
stands at: a place in the tree is one in the file.
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Mapping
from typing import NamedTuple

import libcst as cst
from libcst.metadata import ByteSpanPositionProvider, CodeSpan, MetadataWrapper

from checker.syntax.quotes import is_newer, requoted

_CLOSING = re.compile(rb"[ \t)\]},:]*(?:#[^\r\n]*)?(?:\r|\n|\Z)")
"""What may stand behind a part that becomes longer: nothing that has a place of its own."""
_NESTING = re.compile(r"[\[\](){}]")
_DEEPEST = 150
"""Brackets open at once, those in strings counted as well, and branches of a file's conditions."""
_BREAK = re.compile(rb"\r\n|\r|\n")


class _Edit(NamedTuple):
    """Bytes of a statement and what stands there instead."""

    start: int
    end: int
    new: bytes


def in_older_syntax(source: str, version: tuple[int, ...]) -> str | None:
    """A file's text for a Python of that version; ``None`` where libcst does not take it, or nothing in it is newer."""
    if _is_deep(source):
        return None
    try:
        module = cst.parse_module(source)
        return _rewritten(module, version)
    except BaseException as error:  # libcst raises many kinds on input it cannot take, and Rust's panic is no Exception
        if isinstance(error, KeyboardInterrupt | SystemExit):
            raise
        return None


def _is_deep(source: str) -> bool:
    """Whether libcst, which has no bound of its own, might not come back from it."""
    depth = 0
    for found in _NESTING.finditer(source):
        depth += 1 if found[0] in "([{" else -1
        if depth > _DEEPEST:
            return True
    return source.count("elif") > _DEEPEST


def _rewritten(module: cst.Module, version: tuple[int, ...]) -> str | None:
    parts = ["".join(module.code_for_node(line) for line in module.header)]
    changed = False
    for statement in module.body:
        alone = module.with_changes(header=[], footer=[], body=[statement], has_trailing_newline=True)
        older = _older(alone, version)
        if older is None:
            return None
        changed = changed or older[1]
        parts.append(older[0].decode("utf-8", "surrogatepass"))
    parts.extend(module.code_for_node(line) for line in module.footer)
    return "".join(parts) if changed else None


def _older(statement: cst.Module, version: tuple[int, ...]) -> tuple[bytes, bool] | None:
    """A statement's text, and whether anything in it was newer; ``None`` where that cannot be said in older words."""
    code = _bytes(statement.code)
    if version == sys.version_info[:2] and _is_taken(code):
        return code, False
    finder = _Newer(version)
    statement.visit(finder)
    if not finder.found:
        return code, False
    wrapper = MetadataWrapper(statement, unsafe_skip_copy=True)
    spans: Mapping[cst.CSTNode, CodeSpan] = wrapper.resolve(ByteSpanPositionProvider)
    edits: list[_Edit] = []
    for node in finder.found:
        edit = _edit(node, spans[node], spans, code)
        if edit is None or (_last(edit.new) != _last(code[edit.start : edit.end]) and not _CLOSING.match(code, edit.end)):
            return None
        edits.append(edit)
    for edit in sorted(edits, reverse=True):
        code = code[: edit.start] + edit.new + code[edit.end :]
    return code, True


def _is_taken(code: bytes) -> bool:
    """By the Python that runs: the quickest way to find out."""
    try:
        ast.parse(code)
    except (SyntaxError, ValueError):
        return False
    return True


class _Newer(cst.CSTVisitor):
    """Collects the parts of a statement that a version does not know; what lies in one of them goes with it."""

    def __init__(self, version: tuple[int, ...]) -> None:
        self.version = version
        self.found: list[cst.CSTNode] = []

    def on_visit(self, node: cst.CSTNode) -> bool:
        match node:
            case cst.TypeAlias() if self.version < (3, 12):
                node.value.visit(self)
            case cst.TypeParameters() if self.version < (3, 12):
                pass
            case cst.FormattedString() if self.version < (3, 12) and is_newer(node):
                pass
            case cst.TemplatedString() if self.version < (3, 14):
                pass
            case cst.ExceptStarHandler(type=kinds) | cst.ExceptHandler(type=kinds):
                if isinstance(node, cst.ExceptStarHandler) and self.version < (3, 11):
                    self.found.append(node)
                if isinstance(kinds, cst.Tuple) and not kinds.lpar and self.version < (3, 14):
                    self.found.append(kinds)
                return True
            case _:
                return True
        self.found.append(node)
        return False


def _edit(node: cst.CSTNode, span: CodeSpan, spans: Mapping[cst.CSTNode, CodeSpan], code: bytes) -> _Edit | None:
    """The same in older words."""
    start, end = span.start, span.start + span.length
    if isinstance(node, cst.TypeParameters):
        return _Edit(start, end, _blank(code[start:end]))
    if isinstance(node, cst.TypeAlias):
        return _assignment(node, spans, code)
    if isinstance(node, cst.Tuple):
        if _is_python2(node):
            return None
        return _Edit(start - 1, end, b"(" + code[start:end] + b")")
    if isinstance(node, cst.ExceptStarHandler):
        star = code.index(b"*", start)
        return _Edit(star, star + 1, b" ")
    new = requoted(node) if isinstance(node, cst.FormattedString | cst.TemplatedString) else None
    return _Edit(start, end, _bytes(new)) if new is not None else None


def _is_python2(kinds: cst.Tuple) -> bool:
    """Whether the second of two names is one for the exception, as Python 2 writes it, and no class."""
    second = kinds.elements[1].value if len(kinds.elements) == 2 else None
    return isinstance(second, cst.Name) and second.value.islower()


def _assignment(node: cst.TypeAlias, spans: Mapping[cst.CSTNode, CodeSpan], code: bytes) -> _Edit | None:
    """`type X[T] =` as `X =`; ``None`` where the name stands on another line than the word."""
    span = spans[node.type_parameters or node.name]
    start, end = spans[node].start, code.index(b"=", span.start + span.length)
    name = node.name.value.encode()
    left = code[start:end]
    if _BREAK.search(left[: left.index(name, len(b"type"))]):
        return None
    return _Edit(start, end, name + _blank(left[len(name) :]))


def _bytes(code: str) -> bytes:
    return code.encode("utf-8", "surrogatepass")


def _blank(part: bytes) -> bytes:
    """Spaces for each character that is no line's end, and a backslash before these."""
    lines = re.split(rb"(\r\n|\r|\n)", part)
    for index in range(0, len(lines) - 2, 2):
        lines[index] = b" " * (len(lines[index]) - 1) + b"\\"
    lines[-1] = b" " * len(lines[-1])
    return b"".join(lines)


def _last(part: bytes) -> int:
    """Bytes of the last line: what stands behind it moves by the difference."""
    return len(_BREAK.split(part)[-1])
