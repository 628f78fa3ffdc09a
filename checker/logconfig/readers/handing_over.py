"""The project's own handlers that hand records over to another library's logger, and leave the traceback behind.

``logger.opt(depth=depth).log(level, record.getMessage())`` gives loguru the message alone: what was raised goes with ``exception=``.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from checker import patterns as re
from checker.logconfig.environment import environment_of
from checker.logconfig.evaluate.running import Ran
from checker.logconfig.facts import LogSetup
from checker.logconfig.model import Setting
from checker.logconfig.reader import Reader
from checker.model import Span

CALLEE = "logging.Handler.emit"
_WORDS = re.compile(rb"class \w+\([^)\n]*\bHandler\):")
_TAKING = frozenset(("log", "debug", "info", "warning", "error", "critical"))
_ASKING = frozenset(("exc_info", "exc_text", "exception", "format", "formatException", "format_exception", "print_exception", "format_exc",
                     "traceback", "__dict__", "vars"))  # fmt: skip


def _read(ran: Ran) -> Iterator[LogSetup]:
    for path in ran.paths:
        tree = ran.shared.sources.tree(path) if _WORDS.search(ran.shared.sources.data(path) or b"") else None
        for cls in ast.walk(tree) if tree is not None else ():
            if isinstance(cls, ast.ClassDef) and any(_is_handler(base) for base in cls.bases):
                method = next((one for one in cls.body if isinstance(one, ast.FunctionDef) and one.name == "emit"), None)
                call = _given_over(cls, method) if method is not None else None
                if call is not None:
                    span = Span(path, call.lineno, call.col_offset + 1, call.end_lineno or call.lineno, (call.end_col_offset or 0) + 1)
                    yield LogSetup(span, CALLEE, {"class": Setting(cls.name, span)}, environment=environment_of(f"{path}/{cls.name}"))


def _is_handler(base: ast.expr) -> bool:
    return (base.attr if isinstance(base, ast.Attribute) else base.id if isinstance(base, ast.Name) else "") == "Handler"


def _given_over(cls: ast.ClassDef, method: ast.FunctionDef) -> ast.Call | None:
    """The call that gives another logger the message alone; ``None`` where the class asks anywhere for what was raised."""
    record = method.args.args[1].arg if len(method.args.args) > 1 else ""
    for node in ast.walk(cls):
        word = node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""
        word = node.arg or "" if isinstance(node, ast.keyword) else word
        if word in _ASKING or (isinstance(node, ast.Constant) and node.value in _ASKING):
            return None
        if isinstance(node, ast.Call) and any(isinstance(one, ast.Name) and one.id == record for one in node.args):
            return None  # whoever gets the record may write what was raised
    calls = (node for node in ast.walk(method) if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute))
    return next((one for one in calls if _takes(one, record)), None) if record else None


def _takes(call: ast.Call, record: str) -> bool:
    """Whether a method of a logger is given the record's message."""
    if not isinstance(call.func, ast.Attribute) or call.func.attr not in _TAKING:
        return False
    texts = (one.func for one in call.args if isinstance(one, ast.Call) and isinstance(one.func, ast.Attribute))
    return any(one.attr == "getMessage" and isinstance(one.value, ast.Name) and one.value.id == record for one in texts)


READER = Reader("handing-over", python=_read)
