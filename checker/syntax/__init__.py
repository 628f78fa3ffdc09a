"""Python source -> the stdlib's tree, also of files whose syntax is newer than the Python that runs."""

from __future__ import annotations

import ast
import sys
import warnings

import msgspec

from checker import patterns as re
from checker import text

_LARGEST = 3_000_000
"""Bytes of a file that is looked at for newer syntax."""
_MOST_PIECES = 30
"""Statements of a file that are rewritten one by one; with more of them it is read whole."""
_MAY_BE_NEWER = re.compile(
    r"(?<![A-Za-z0-9_])(?:[fFtT][rR]?|[rR][fFtT])[\"']|\b(?:def|class)\s+\w+\s*\[|^[ \t]*type\s+\w"
    r"|\bexcept\s*\*|\bexcept\s+[\w.]+\s*,\s*(?:\w+\.|[A-Z])",
    re.MULTILINE,
)
"""What newer syntax cannot do without: files in Python 2 have none of it, and libcst need not look at them."""
_BEGINS = re.compile(r"(?!(?:elif|else|except|finally)\b)[A-Za-z_@]")
"""The beginning of a line with which a statement outside of all others begins."""


class Parsed(msgspec.Struct, frozen=True):
    """A tree, and the text that it was made of: the file's own, or the same lines in older syntax."""

    tree: ast.Module
    text: bytes


def parse(source: bytes | str) -> Parsed:
    """The tree of a file; lines are those of the file, columns (UTF-8 bytes) too but inside of f-strings that only newer Pythons take.

    Raises what `ast.parse` raises of source that no Python takes which libcst knows: SyntaxError, ValueError, MemoryError,
    RecursionError or OverflowError.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return Parsed(ast.parse(source), _bytes(source))
        except SyntaxError as error:
            parsed = _newer(source, error)
            if parsed is None:
                raise  # what the file's author wrote is what is wrong
            return parsed


def _newer(source: bytes | str, error: SyntaxError) -> Parsed | None:
    if len(source) > _LARGEST:
        return None
    try:
        code = source if isinstance(source, str) else text.decode(source)[0]
        if not _MAY_BE_NEWER.search(code):
            return None
        return _in_pieces(code, error) or _whole(code)
    except (SyntaxError, ValueError, LookupError, MemoryError):
        return None


def _in_pieces(code: str, error: SyntaxError) -> Parsed | None:
    """Statement by statement where the parser stops: most files have a few that are newer, and libcst takes its time."""
    from checker.syntax.newer import in_older_syntax  # libcst takes 0.2 s to import

    lines = text.lines(code)
    before = 0
    for _ in range(_MOST_PIECES):
        line = error.lineno or 0
        if not before < line <= len(lines):
            return None
        before = line
        first, last = _around(lines, line - 1)
        older = in_older_syntax("".join(lines[first:last]), sys.version_info[:2])
        if older is None:
            return None
        lines[first:last] = text.lines(older)
        code = "".join(lines)
        try:
            return Parsed(ast.parse(code), _bytes(code))
        except SyntaxError as following:
            error = following
    return None


def _around(lines: list[str], index: int) -> tuple[int, int]:
    """First line of the statement that a line seems to be of, and the line behind its last."""
    first = next((at for at in range(index, 0, -1) if _BEGINS.match(lines[at])), 0)
    return first, next((at for at in range(index + 1, len(lines)) if _BEGINS.match(lines[at])), len(lines))


def _whole(code: str) -> Parsed | None:
    from checker.syntax.newer import in_older_syntax

    older = in_older_syntax(code, sys.version_info[:2])
    return Parsed(ast.parse(older), _bytes(older)) if older is not None else None


def _bytes(code: bytes | str) -> bytes:
    return code if isinstance(code, bytes) else code.encode("utf-8", "surrogatepass")
