"""The project's own filters that let every record through (they give it a field and return `True`), or none, for they return nothing."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from checker import patterns as re
from checker.logconfig.evaluate.running import Ran
from checker.logconfig.facts import OwnClass
from checker.logconfig.reader import Reader
from checker.model import Span

_WORDS = re.compile(rb"\bdef filter\(self, \w+")


def _read(ran: Ran) -> Iterator[OwnClass]:
    for path in ran.paths:
        tree = ran.shared.sources.tree(path) if _WORDS.search(ran.shared.sources.data(path) or b"") else None
        for node in ast.walk(tree) if tree is not None else ():
            if isinstance(node, ast.ClassDef):
                method = next((one for one in node.body if isinstance(one, ast.FunctionDef) and one.name == "filter"), None)
                passes, drops = (_lets_through(method), _answers_nothing(method)) if method is not None else (False, False)
                if method is not None and (passes or drops):
                    span = Span(path, method.lineno, method.col_offset + 1, method.lineno, method.col_offset + len("def filter") + 1)
                    yield OwnClass(span, node.name, passes=passes, drops=drops)


def _lets_through(method: ast.FunctionDef) -> bool:
    """Whether it ends by saying yes, and says so wherever else it ends."""
    ends = [node for node in ast.walk(method) if isinstance(node, ast.Return)]
    yes = all(isinstance(one.value, ast.Constant) and bool(one.value.value) for one in ends)
    return yes and isinstance(method.body[-1], ast.Return) and not any(isinstance(node, ast.Raise) for node in ast.walk(method))


def _answers_nothing(method: ast.FunctionDef) -> bool:
    """Whether it does something with the record and never answers: what ``None`` comes back for is dropped."""
    ends = any(isinstance(node, ast.Return | ast.Raise | ast.Yield | ast.YieldFrom) for node in ast.walk(method))
    busy = any(isinstance(node, ast.Assign | ast.Call) for node in ast.walk(method))
    return busy and not ends and not method.decorator_list


READER = Reader("filter-classes", python=_read)
