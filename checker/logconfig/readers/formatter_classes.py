"""The project's own formatters: classes derived from ``logging.Formatter`` whose ``format`` writes no traceback, or no time.

`logging.Formatter.format` appends a traceback; a method that takes its place, and asks neither for ``exc_info`` nor for the base class's
text, leaves it out. A method that hands the whole record on to other code is not judged.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from checker import patterns as re
from checker.logconfig.environment import environment_of
from checker.logconfig.evaluate.running import Ran
from checker.logconfig.facts import LogSetup, OwnClass
from checker.logconfig.model import Setting
from checker.logconfig.reader import Reader
from checker.model import Span

CALLEE = "logging.Formatter.format"
_WORDS = re.compile(rb"class \w+\([^)\n]*\bFormatter\):")
_ASKING = frozenset(("exc_info", "exc_text", "formatException", "format_exception", "print_exception", "format_exc", "traceback"))
_HARMLESS = frozenset(("getattr", "hasattr", "isinstance", "str", "repr", "vars", "dir", "type", "id", "super"))
_OF_TIME = re.compile(r"time|date|clock|created|(?:^|_|\b)(?:now|ts|t)(?:$|_|\b)|msecs", re.IGNORECASE)
_LISTED = 4
"""So many names beside it make ``"exc_info"`` one of those that are left out, not one that is asked for."""


def _read(ran: Ran) -> Iterator[LogSetup | OwnClass]:
    for path in ran.paths:
        tree = ran.shared.sources.tree(path) if _WORDS.search(ran.shared.sources.data(path) or b"") else None
        for node in ast.walk(tree) if tree is not None else ():
            if isinstance(node, ast.ClassDef) and any(_is_plain(base, tree) for base in node.bases):
                method = next((one for one in node.body if isinstance(one, ast.FunctionDef) and one.name == "format"), None)
                if method is not None:
                    yield from _of_class(node, method, path, tree)


def _of_class(cls: ast.ClassDef, method: ast.FunctionDef, path: str, tree: ast.Module | None) -> Iterator[LogSetup | OwnClass]:
    span = Span(path, method.lineno, method.col_offset + 1, method.lineno, method.col_offset + len("def format") + 1)
    if _writes_none(cls, method, _excluding(tree)):
        yield LogSetup(span, CALLEE, {"class": Setting(cls.name, span)}, environment=environment_of(f"{path}/{cls.name}"))
    if _is_timeless(cls, method):
        yield OwnClass(span, cls.name, timeless=True)


def _is_timeless(cls: ast.ClassDef, method: ast.FunctionDef) -> bool:
    """Whether nothing in a class speaks of a time, nor may: no base class's text, no whole record given away or spread."""
    record = method.args.args[1].arg if len(method.args.args) > 1 else ""
    own = {one.name for one in cls.body if isinstance(one, ast.FunctionDef)}
    for node in ast.walk(cls):
        if isinstance(node, ast.Attribute) and (node.attr == "__dict__" or (node.attr == "format" and _is_base(node.value))):
            return False
        if isinstance(node, ast.Call) and (_hands_on(node, record, own) or (isinstance(node.func, ast.Name) and node.func.id == "vars")):
            return False
        word = node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else getattr(node, "value", "")
        if isinstance(word, str) and _OF_TIME.search(word):
            return False
    return bool(record) and _returns(method)


def _is_plain(base: ast.expr, tree: ast.Module | None) -> bool:
    """Whether a base is the standard library's class, and no library's that writes exceptions itself."""
    if isinstance(base, ast.Attribute):
        return base.attr == "Formatter" and isinstance(base.value, ast.Name) and base.value.id == "logging"
    imports = (one for one in ast.walk(tree) if isinstance(one, ast.ImportFrom) and one.module == "logging") if tree is not None else ()
    return isinstance(base, ast.Name) and any((one.asname or one.name) == base.id for found in imports for one in found.names)


def _excluding(tree: ast.Module | None) -> set[str]:
    """The module's names of lists of attributes that are left out, ``exc_info`` among them."""
    found = (
        (node, one) for node in (tree.body if tree is not None else []) if isinstance(node, ast.Assign) for one in ast.walk(node.value)
    )
    holding = (node for node, one in found if any(isinstance(el, ast.Constant) and el.value == "exc_info" for el in _left_out(one)))
    return {target.id for node in holding for target in node.targets if isinstance(target, ast.Name)}


def _writes_none(cls: ast.ClassDef, method: ast.FunctionDef, excluding: set[str]) -> bool:
    """Whether neither the class asks for what was raised, nor anything else gets the record that may."""
    record = method.args.args[1].arg if len(method.args.args) > 1 else ""
    own = {one.name for one in cls.body if isinstance(one, ast.FunctionDef)}
    listed = {id(one) for found in ast.walk(cls) for one in _left_out(found)}
    spread = excluded = False
    for node in ast.walk(cls):
        if isinstance(node, ast.Attribute):
            if node.attr in _ASKING or (node.attr == "format" and _is_base(node.value)):
                return False
            spread |= node.attr == "__dict__"
        elif isinstance(node, ast.Name) and node.id in _ASKING:
            return False
        elif isinstance(node, ast.Constant) and node.value in ("exc_info", "exc_text"):
            if id(node) not in listed:
                return False
            excluded = True
        elif isinstance(node, ast.Call) and _hands_on(node, record, own):
            return False
        spread |= isinstance(node, ast.Name) and node.id == "vars"
        excluded |= isinstance(node, ast.Name) and node.id in excluding
    return bool(record) and (excluded or not spread) and _returns(method)


def _left_out(node: ast.AST) -> list[ast.expr]:
    return node.elts if isinstance(node, ast.Set | ast.List | ast.Tuple) and len(node.elts) >= _LISTED else []


def _is_base(value: ast.expr) -> bool:
    """``super()``, ``logging.Formatter``"""
    if isinstance(value, ast.Call):
        return isinstance(value.func, ast.Name) and value.func.id == "super"
    return "Formatter" in (value.attr if isinstance(value, ast.Attribute) else value.id if isinstance(value, ast.Name) else "")


def _hands_on(call: ast.Call, record: str, own: set[str]) -> bool:
    """Whether a call gives the whole record to code that is not of this class."""
    given = [*call.args, *(one.value for one in call.keywords)]
    if not any(isinstance(one, ast.Name) and one.id == record for one in given):
        return False
    if isinstance(call.func, ast.Name):
        return call.func.id not in _HARMLESS
    mine = isinstance(call.func, ast.Attribute) and isinstance(call.func.value, ast.Name) and call.func.value.id == "self"
    return not (mine and isinstance(call.func, ast.Attribute) and (call.func.attr in own or call.func.attr in ("formatTime", "usesTime")))


def _returns(method: ast.FunctionDef) -> bool:
    return any(isinstance(one, ast.Return) and one.value is not None for one in ast.walk(method))


READER = Reader("formatter-classes", python=_read)
