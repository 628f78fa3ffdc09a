"""One file -> ModuleFacts: parse it, and read it in one walk. Never raises on bad source."""

from __future__ import annotations

import ast
import codecs
import io
import sys
import threading
import tokenize
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from checker import patterns as re
from checker.files import is_test
from checker.source.index.statements import Reader
from checker.source.ir import Comment, ModuleFacts
from checker.source.lexicon.words import Lexicon
from checker.syntax import parse
from checker.text import mentions_us, readable
from checker.vocabulary import Vocabulary

TEMPLATE = "it is a template and no Python source"
"""Why a file is not analysed that is none of the project's code until something fills it in."""
_DEEP = 60_000
_STACK = 512 * 1024 * 1024
_LONE_SURROGATE = re.compile(rb"\\(?:u|U0000)[dD][89a-fA-F]")
_OWN = re.compile(r"(?:^|\s)#+\s*logproof:", re.IGNORECASE)
_TEMPLATE = re.compile(rb"(?m)^[ \t]*\{%-? ?\w|\{\{ ?cookiecutter\b")
"""Statements of Jinja, and the names that cookiecutter fills in."""
_PYTHON2_CATCH = re.compile(rb"\bexcept\s+(?:[\w.]+|\([\w.,\s]*\))\s*,\s*[a-z_][a-z0-9_]*\s*:")
"""The last name is one for the exception; where it is a class, the newer syntax is meant."""
_FSTRING = re.compile(rb"\b(?:f|rf|fr)[\"']", re.IGNORECASE)
_PYTHON2 = re.compile(
    rb"^[ \t]*print\s+[\"'\w]|^[ \t]*exec\s+[\"']|raise\s+\w+\s*,|<>|\b0[0-7]{2,}\b|\b[0-9]+[lL]\b"
    rb"|\bur[\"']|`|^[ \t]*def\s+\w+\((?:[^()]*,)?\s*\(\s*\w+\s*[,)]|\blambda\s*\(",
    re.MULTILINE,
)
_NEWER = (
    (re.compile(rb"^[ \t]*(?:async\s+)?def\s+\w+\[|^[ \t]*class\s+\w+\[|^[ \t]*type\s+\w+(?:\[.*\])?\s*=", re.MULTILINE), "3.12"),
    (re.compile(rb"^[ \t]*except\*?\s+\w+(?:\.\w+)*(?:\s*,\s*\w+(?:\.\w+)*)+\s*:\s*(?:#.*)?$|\b(?:t|rt|tr)[\"']", re.MULTILINE), "3.14"),
    (re.compile(rb"\bexcept\*"), "3.11"),
)


class Indexer:
    """Indexes files under one vocabulary; make one a process."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.lexicon = Lexicon(vocabulary)
        sinks = {name.rpartition(".")[2] for sink in vocabulary.sinks for name in sink.calls}
        for logger in vocabulary.loggers:
            sinks.update(logger.methods)
            sinks.update(logger.binders)
        self.sinks = frozenset(sinks)
        setups = {name.rpartition(".")[2] for setup in vocabulary.setups for name in setup.calls}
        self.setups = frozenset(setups | {name.rpartition(".")[2] for option in vocabulary.options for name in option.calls})
        self._reader = Reader(self.lexicon, self.sinks, self.setups)

    def index(self, path: str, data: bytes) -> ModuleFacts:
        """Read one file; ``unread`` says why where it cannot be."""
        facts = ModuleFacts(path)
        try:
            self._index(facts, data)
        except RecursionError:
            _with_deep_stack(self._index, facts, data)
        return facts

    def _index(self, facts: ModuleFacts, data: bytes) -> None:
        facts.lines = data.count(b"\n") + (not data.endswith(b"\n") and bool(data))
        try:
            parsed = parse(data)
        except (SyntaxError, ValueError, MemoryError, OverflowError) as error:
            facts.unread, facts.unread_line = _reason(data, error)
            return
        tree = parsed.tree
        if not data.isascii():
            _in_characters(tree, parsed.text)
        if b"\\" in data and _LONE_SURROGATE.search(data):
            _spell_surrogates(tree)
        reader = self._reader
        reader.module(tree, _package(facts.path))
        facts.functions = [function for function in reader.functions if function is not None]
        facts.classes, facts.bodies = reader.classes, reader.bodies
        facts.imports = sorted(reader.imports)
        facts.main = reader.main
        tops = {name.partition(".")[0] for name in reader.imports}
        facts.test = not tops.isdisjoint(("pytest", "unittest", "nose", "testtools")) or is_test(facts.path)
        if mentions_us(data):
            facts.comments = list(_comments(parsed.text, tree))


def index_bytes(path: str, data: bytes, vocabulary: Vocabulary) -> ModuleFacts:
    """Index one file; for many, keep an `Indexer`."""
    return Indexer(vocabulary).index(path, data)


def _package(path: str) -> list[str]:
    """Dotted parts of the package that a file's relative imports start from."""
    return path.split("/")[:-1]


def _with_deep_stack(function: object, facts: ModuleFacts, data: bytes) -> None:
    """Once more with a large stack of its own: deep code is slow but readable."""

    def run() -> None:
        limit = sys.getrecursionlimit()
        sys.setrecursionlimit(_DEEP)
        try:
            function(facts, data)  # type: ignore[operator]  # a bound method of the indexer
        except (RecursionError, MemoryError):
            facts.unread = "it is nested too deeply to be analysed"
        finally:
            sys.setrecursionlimit(limit)

    before = threading.stack_size(_STACK)
    try:
        thread = threading.Thread(target=run)
        thread.start()
        thread.join()
    finally:
        threading.stack_size(before)


def _reason(data: bytes, error: Exception) -> tuple[str, int]:
    """Why a file cannot be parsed, in a sentence, and the line."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "it is UTF-16, which Python does not read; save it as UTF-8", 1
    if b"\0" in data[:200_000]:
        return "it contains NUL bytes, so it is not Python source", data[: data.find(b"\0")].count(b"\n") + 1
    if isinstance(error, MemoryError):
        return "it is nested too deeply to be parsed", 1
    if not isinstance(error, SyntaxError):
        return f"it cannot be parsed: {str(error)[:120]}", 1
    line = error.lineno or 1
    text = (error.msg or "invalid syntax")[:120]
    if "encoding" in text or "codec" in text or "decode" in text:
        return f"its text cannot be decoded: {text}", line
    near = b"\n".join(part[:2000] for part in re.split(rb"\r\n|\r|\n", data)[max(0, line - 2) : line + 1])
    if _PYTHON2_CATCH.search(near):
        return f"it is written in Python 2 ({text})", line
    for pattern, version in _NEWER:
        if tuple(map(int, version.split("."))) > sys.version_info[:2] and pattern.search(near):
            return f"it uses the syntax of Python {version} or newer; run logproof with that Python ({text})", line
    if sys.version_info < (3, 12) and ("f-string" in text or ("string literal" in text and _FSTRING.search(near))):
        return f"it uses f-strings that need Python 3.12 or newer, or are wrong; run logproof with a newer Python ({text})", line
    if _TEMPLATE.search(near):
        return TEMPLATE, line
    if _PYTHON2.search(near):
        return f"it is written in Python 2 ({text})", line
    return f"it does not parse as Python {sys.version_info[0]}.{sys.version_info[1]}: {text}", line


def _in_characters(tree: ast.Module, data: bytes) -> None:
    """Turn the parser's columns (UTF-8 bytes) into characters on lines that are not ASCII."""
    text = readable(data)  # ast takes bad bytes in a last comment
    lines = re.split(r"\r\n|\r|\n", text)
    wide = {number: line.encode() for number, line in enumerate(lines, 1) if not line.isascii()}
    if not wide:
        return
    for node in _touching(tree.body, sorted(wide)):
        line = getattr(node, "lineno", None)
        if line in wide:
            column = node.col_offset  # type: ignore[attr-defined]  # a node with a line has a column
            node.col_offset = len(wide[line][:column].decode("utf-8", "replace"))  # type: ignore[attr-defined]  # the same


def _spell_surrogates(tree: ast.Module) -> None:
    """Turn half characters in literals, which no encoding can hold, into their escapes."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            node.value = node.value.encode("utf-8", "backslashreplace").decode("utf-8")


def _touching(statements: list[ast.stmt], numbers: list[int]) -> Iterator[ast.AST]:
    """Every node of the statements that have a part on one of the lines; bodies are entered only where they do."""
    for statement in statements:
        first = min([statement.lineno, *(item.lineno for item in getattr(statement, "decorator_list", ()))])
        position = bisect_left(numbers, first)
        if position == len(numbers) or numbers[position] > (statement.end_lineno or first):
            continue
        yield statement
        for child in ast.iter_child_nodes(statement):
            if not isinstance(child, ast.stmt):
                yield from ast.walk(child)
        for part in ("body", "orelse", "finalbody"):
            yield from _touching(getattr(statement, part, []), numbers)


def _comments(data: bytes, tree: ast.Module) -> Iterator[Comment]:
    """Every ``logproof:`` comment with the lines of the statement that it covers."""
    ranges = sorted(_ranges(tree))
    depth = 0
    plain = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")  # tokenize does not take a lone return for a line's end, ast does
    try:
        for token in tokenize.tokenize(io.BytesIO(plain).readline):
            if token.type == tokenize.OP:
                depth += (token.string in "([{") - (token.string in ")]}")
            if token.type != tokenize.COMMENT or not _OWN.search(token.string):
                continue
            line, column = token.start
            alone = depth == 0 and not token.line[:column].strip()
            first, last = _covered(ranges, line, alone)
            yield Comment(line, column + 1, token.end[1] + 1, token.string, first, last)
    except (tokenize.TokenError, SyntaxError):  # ast accepted the file, so only its last lines can be meant
        return


def _ranges(tree: ast.Module) -> Iterator[tuple[int, int]]:
    """First and last line of each simple statement, and of each compound statement's head."""
    for node in ast.walk(tree):
        if isinstance(node, ast.stmt):
            first, last = node.lineno, node.end_lineno or node.lineno
            body = getattr(node, "body", None) or getattr(node, "cases", None)
            if isinstance(body, list) and body:
                inner = body[0].pattern if isinstance(body[0], ast.match_case) else body[0]
                last = max(first, inner.lineno - 1)
                first = min([first, *(item.lineno for item in getattr(node, "decorator_list", ()))])
            yield first, last


def _covered(ranges: list[tuple[int, int]], line: int, alone: bool) -> tuple[int, int]:
    """Of a comment alone on its line the next statement, of any other the one that it stands in."""
    after = bisect_right(ranges, (line, sys.maxsize))
    if alone and after < len(ranges):
        return ranges[after]
    if after and not alone and line <= ranges[after - 1][1]:
        return ranges[after - 1]
    return line, line
