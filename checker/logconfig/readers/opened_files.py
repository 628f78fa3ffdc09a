"""The project's own file handlers that let others write: ``os.umask(0)`` around the opening, ``os.chmod(self.baseFilename, 0o666)``."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from checker import patterns as re
from checker.logconfig.environment import environment_of
from checker.logconfig.evaluate.running import Ran
from checker.logconfig.facts import ConfiguredHandler
from checker.logconfig.model import Handler, LogPipeline, Setting
from checker.logconfig.reader import Reader
from checker.model import Span

_CLASS = re.compile(rb"class \w+\([^)\n]*FileHandler\b[^)\n]*\):")
_WORDS = (b"umask", b"chmod")
_CREATED = 0o666
"""The mode with which `open` makes a file, before the umask is taken from it."""
_OTHERS_WRITE = 0o002


def _read(ran: Ran) -> Iterator[ConfiguredHandler]:
    for path in ran.paths:
        data = ran.shared.sources.data(path) or b""
        tree = ran.shared.sources.tree(path) if any(word in data for word in _WORDS) and _CLASS.search(data) else None
        for node in ast.walk(tree) if tree is not None else ():
            if isinstance(node, ast.ClassDef) and any(_named(base).endswith("FileHandler") for base in node.bases):
                yield from _of_class(node, path)


def _of_class(node: ast.ClassDef, path: str) -> Iterator[ConfiguredHandler]:
    """One for the first call that lets others write."""
    for call in (one for one in ast.walk(node) if isinstance(one, ast.Call)):
        mode = _mode(call)
        if mode is not None:
            end_line, end = call.end_lineno or call.lineno, call.end_col_offset or call.col_offset
            span = Span(path, call.lineno, call.col_offset + 1, end_line, end + 1)
            options = {"chmod": Setting(mode, span), "created": Setting(f"the files of {node.name}", span)}
            handler = Handler(node.name, span, "os.chmod", span, options=options)
            yield ConfiguredHandler(span, LogPipeline("code", span, environment_of(path), partial="a mode alone"), handler)
            return


def _mode(call: ast.Call) -> int | None:
    """The mode that the handler's files get by a call; ``None`` where it says nothing of them, or others may not write."""
    name, arguments = _named(call.func), [*call.args, *(one.value for one in call.keywords if one.arg == "mode")]
    if name == "os.umask" and arguments:
        taken = _bits(arguments[0])
        mode = _CREATED & ~taken if taken is not None else 0
    elif name == "os.chmod" and len(arguments) > 1 and _named(arguments[0]) == "self.baseFilename":
        mode = _bits(arguments[1]) or 0
    else:
        return None
    return mode if mode & _OTHERS_WRITE else None


def _bits(node: ast.expr) -> int | None:
    """A number, or what is surely not set in ``mask & ~0o666``: only the bits that are taken away count."""
    if isinstance(node, ast.Constant) and type(node.value) is int:
        return node.value
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitAnd) and isinstance(node.right, ast.UnaryOp):
        kept = _bits(node.right.operand) if isinstance(node.right.op, ast.Invert) else None
        return None if kept is None else 0o777 & ~kept
    return None


def _named(node: ast.expr) -> str:
    """Dotted, ``""`` for what is no name."""
    if isinstance(node, ast.Attribute):
        owner = _named(node.value)
        return f"{owner}.{node.attr}" if owner else ""
    return node.id if isinstance(node, ast.Name) else ""


READER = Reader("opened-files", python=_read)
