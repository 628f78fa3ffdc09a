"""Celery: the formats that its workers' own handler writes in, of all records and of those that tasks make.

``worker_log_format`` and ``worker_task_log_format``, in a module of settings, on the application's ``conf`` or as an entry of its
``update``; before Celery 4, and in Django's settings, by their older names. Told is what is written there, not what is put together.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from checker import patterns as re
from checker.logconfig.environment import environment_of
from checker.logconfig.evaluate.running import Ran
from checker.logconfig.model import Formatter, Handler, LogPipeline, Reference, Setting
from checker.logconfig.reader import Reader
from checker.model import Span

_NAME = re.compile(r"(?:CELERYD|(?:CELERY_)?(?i:worker))_(?i:(?P<task>task_)?log_format)")
_WORDS = re.compile(rb"(?i:worker|CELERYD)_(?i:task_)?(?i:log_format)")


def _read(ran: Ran) -> Iterator[LogPipeline]:
    for path in ran.paths:
        tree = ran.shared.sources.tree(path) if _WORDS.search(ran.shared.sources.data(path) or b"") else None
        for node in ast.walk(tree) if tree is not None else ():
            for name, value in _given(node):
                named = _NAME.fullmatch(name)
                if named is not None and isinstance(value, ast.Constant) and isinstance(value.value, str):
                    yield _pipeline("the tasks' console" if named["task"] else "the workers' console", value.value, _place(path, value))


def _given(node: ast.AST) -> Iterator[tuple[str, ast.expr]]:
    """Names and values: of an assignment, of keywords, of a dictionary."""
    if isinstance(node, ast.Assign):
        for target in node.targets:
            if isinstance(target, ast.Name | ast.Attribute):
                yield target.id if isinstance(target, ast.Name) else target.attr, node.value
    elif isinstance(node, ast.keyword) and node.arg:
        yield node.arg, node.value
    elif isinstance(node, ast.Dict):
        for key, value in zip(node.keys, node.values, strict=True):
            if isinstance(key, ast.Constant) and isinstance(key.value, str):
                yield key.value, value


def _pipeline(name: str, text: str, span: Span) -> LogPipeline:
    formatter = Formatter("of the workers", span, format=Setting(text, span))
    handler = Handler(name, span, "logging.StreamHandler", span, None, Reference(formatter.name, span), somewhere=True)
    partial = "a command sets the level and the file"
    return LogPipeline("command", span, environment_of(span.path), {}, {name: handler}, {formatter.name: formatter}, partial=partial)


def _place(path: str, node: ast.expr) -> Span:
    return Span(path, node.lineno, node.col_offset + 1, node.end_lineno or node.lineno, (node.end_col_offset or node.col_offset) + 1)


READER = Reader("celery-lines", python=_read)
