"""What the decorators in a rule's file say, read without running the file: a run needs the code of few rules, and a word of all.

Only what is plain text is read: literals, ``Severity.HIGH``, a constant of the file's own that is one, and a fact that is imported by its
name from where it is defined. Of anything else `read_rules` says that the file must be imported.
"""

from __future__ import annotations

import ast
from collections.abc import Mapping
from typing import Any

from checker import patterns as re
from checker.model import Confidence, Severity
from checker.rule import Rule

_DECORATOR = re.compile(r"^@rule(?P<arguments>\(.*?\))(?:  # fmt: skip)?\ndef (?P<function>\w+)\(", re.MULTILINE | re.DOTALL)
_QUOTES = '"""'
_IMPORT = re.compile(r"^from (?P<module>[\w.]+) import (?:\((?P<several>[^)]*)\)|(?P<names>[\w, ]+))$", re.MULTILINE)
_WORDS: dict[str, Any] = {"Severity": Severity, "Confidence": Confidence}
_METADATA = frozenset({"severity", "confidence", "cwe", "owasp", "asvs", "pci", "enabled", "binding"})
"""Keywords of the decorator that are no parameters of the rule."""


def read_rules(source: bytes, module: str) -> list[Rule] | None:
    """The rules of a file, their bodies still to be imported; ``None`` where the text alone does not tell."""
    try:
        text = source.decode("utf-8")
        found = list(_DECORATOR.finditer(text))
        if not text.startswith((_QUOTES, f"r{_QUOTES}")) or not found or len(found) != text.count("\n@rule"):
            return None
        page = text[: text.index(f"{_QUOTES}\n", len(_QUOTES) + 1) + len(_QUOTES)]
        return [_rule(one, text, module, page) for one in found]
    except (ValueError, KeyError, TypeError, AttributeError, SyntaxError):
        return None


def _rule(found: re.Match[str], text: str, module: str, page: str) -> Rule:
    call: Any = ast.parse(f"rule{found['arguments']}", mode="eval").body
    keywords = {keyword.arg or "": keyword.value for keyword in call.keywords if keyword.arg != "judge"}
    about = _defined(keywords.pop("fact").id, text)
    code, name = (_value(node, {}) for node in call.args)
    constants = _constants(text) if any(isinstance(node, ast.Name | ast.Call) for node in keywords.values()) else {}
    given = {key: _value(node, constants) for key, node in keywords.items()}
    metadata = {key: given.pop(key) for key in given.keys() & _METADATA}
    metadata.setdefault("confidence", Confidence.HIGH)
    return Rule(code, name, about, module=module, function=found["function"], defaults=given, literal=page, **metadata)


def _defined(name: str, text: str) -> str:
    """The dotted name of what is imported by that name; raises KeyError. Of what gets another name on import nothing is known."""
    for found in _IMPORT.finditer(text):
        if name in map(str.strip, (found["several"] or found["names"]).split(",")):
            return f"{found['module']}.{name}"
    raise KeyError(name)


def _constants(text: str) -> dict[str, ast.expr]:
    """What the file's top level gives a name to, once."""
    given = [
        (node.targets[0].id, node.value)
        for node in ast.parse(text).body
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name)
    ]
    names = [name for name, _ in given]
    return {name: value for name, value in given if names.count(name) == 1}


def _value(node: ast.expr, constants: Mapping[str, ast.expr]) -> Any:
    """A literal, a word such as ``Severity.HIGH``, a constant, or the list of one; raises ValueError or KeyError for anything else."""
    if isinstance(node, ast.Constant):
        return node.value
    if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
        return _WORDS[node.value.id][node.attr]
    if isinstance(node, ast.Name):
        return ast.literal_eval(constants[node.id])
    if isinstance(node, ast.Call) and ast.unparse(node.func) == "list":
        return [*_value(node.args[0], constants)]
    if isinstance(node, ast.List):
        return [_value(item, constants) for item in node.elts]
    if isinstance(node, ast.Tuple):
        return tuple(_value(item, constants) for item in node.elts)
    return ast.literal_eval(node)
