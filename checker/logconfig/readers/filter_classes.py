"""The project's own filters that let every record through: they give it a field, or hide something in it, and return `True`."""

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
                if method is not None and _lets_through(method):
                    yield OwnClass(Span(path, node.lineno, node.col_offset + 1, node.lineno, node.col_offset + 6), node.name, passes=True)


def _lets_through(method: ast.FunctionDef) -> bool:
    """Whether it ends by saying yes, and says so wherever else it ends."""
    ends = [node for node in ast.walk(method) if isinstance(node, ast.Return)]
    yes = all(isinstance(one.value, ast.Constant) and bool(one.value.value) for one in ends)
    return yes and isinstance(method.body[-1], ast.Return) and not any(isinstance(node, ast.Raise) for node in ast.walk(method))


READER = Reader("filter-classes", python=_read)
