"""Texts that are put together -> nodes: ``+``, ``%``, f-strings, and the choice between two of them."""

from __future__ import annotations

import ast
from collections.abc import Sequence
from typing import Any

from checker.source import ir
from checker.source.index import presented
from checker.source.index.calls import Calls
from checker.source.index.conditions import by_stage
from checker.source.index.templates import NUMERIC, begins, conversions, placeholder_keys
from checker.source.lexicon.masks import is_mask, is_told_mask

_FEW = 8
"""So many first characters of a secret tell nobody what it is."""
_SIGNS = frozenset({"@", "?"})
"""Signs before or behind which an address has what is secret in it."""


class Texts(Calls):
    """Reads expressions that make a text of others."""

    def _binary(self, node: ast.BinOp) -> int:
        if isinstance(node.op, ast.Mod) and not isinstance(node.right, (ast.Constant, ast.Compare)):
            return self._percent(node)
        if isinstance(node.op, ast.BitOr) and isinstance(node.right, ast.Dict):  # defaults | {"name": value} is {**defaults, "name": value}
            return self.value(ast.copy_location(ast.Dict([None, *node.right.keys], [node.left, *node.right.values]), node))
        terms: list[ast.expr] = [node.right]
        left: ast.expr = node.left
        while isinstance(left, ast.BinOp) and type(left.op) is type(node.op):
            terms.append(left.right)
            left = left.left
        terms.append(left)
        terms.reverse()
        values = [self.value(term) for term in terms]
        if isinstance(node.op, ast.Add):
            presented.note(self.scope.called, presented.in_sum(terms))
            return self.scope.add(ir.JOIN, values, ["d" if any(map(_is_number, terms)) else ""] * len(values))  # page + 1
        if isinstance(node.op, ast.Mult) and any(map(_is_star, terms)):
            return self.scope.add(ir.CONST, "***")
        if isinstance(node.op, ast.Div):
            return self._beneath(terms)
        return self.scope.union(values) if isinstance(node.op, ast.BitOr) else 0

    def _beneath(self, terms: Sequence[ast.expr]) -> int:
        """A path of several parts, of which it is noted which names they have: ``folder / name / "config.json"``."""
        names = frozenset(term.id for term in terms if isinstance(term, ast.Name))
        if not names or not any(isinstance(term, ast.Constant) and isinstance(term.value, str) for term in terms):
            return 0
        made = self.scope.add(ir.OPAQUE)
        self.scope.compared[made] = names
        return made

    def _translated(self, node: Sequence[Any]) -> Sequence[Any]:
        """The text behind a translation's marker: ``_("no output of %(cmd)s")``."""
        if node[0] == ir.CALL and len(node[2]) == 1 and node[2][0] >= 0 and not node[3]:
            inner = self.scope.nodes[node[2][0]]
            return inner if inner[0] == ir.CONST and isinstance(inner[1], str) else node
        return node

    def _percent(self, node: ast.BinOp) -> int:
        template = self.value(node.left)
        text = self._translated(self.scope.nodes[template])
        given = node.right.elts if isinstance(node.right, ast.Tuple) else [node.right]
        parts = [self.value(part) for part in given]
        presented.note(self.scope.called, presented.in_template(node.left, given))
        keys = placeholder_keys(text[1]) if text[0] == ir.CONST and isinstance(text[1], str) else []
        if keys and len(parts) == 1:  # of a mapping only the keys that the template names
            line, column = node.right.lineno, node.right.col_offset
            parts = [self.scope.add(ir.ITEM, parts[0], key, line, column) for key in keys]
        kinds = conversions(text[1]) if text[0] == ir.CONST and isinstance(text[1], str) else []
        if text[0] == ir.CONST and not isinstance(text[1], str) and text[1] is not None:
            return 0
        if len(kinds) > 1 and len(parts) == 1 and not keys:
            kinds = [""]  # of a tuple that has a name every item is shown
        marks = [kinds[i] if i < len(kinds) and len(kinds) == len(parts) else "%" for i in range(len(parts))]
        return self.scope.add(ir.JOIN, [template, *parts], ["", *marks])

    def _choice(self, node: ast.IfExp) -> int:
        self.value(node.test)
        body, other = self._sides(node)
        if _is_start(node) or _is_cut_at(node) or _takes_out(node):
            return body
        if by_stage(node.test):  # hidden in production only, or in debug runs only
            return self.scope.union([body, other])
        for shown, hidden in ((body, other), (other, body)):
            literal = self.scope.nodes[hidden]
            if (literal[0] == ir.CONST and is_mask(literal[1])) or self._hides_part(shown, hidden):
                return self.scope.add(ir.MASKIF, shown)
        return self.scope.union([body, other])

    def _sides(self, node: ast.IfExp) -> tuple[int, int]:
        """What is given where the test holds, and where it fails."""
        return self.value(node.body), self.value(node.orelse)

    def _hides_part(self, shown: int, hidden: int) -> bool:
        """``f"{name}: {value}" if name not in SECRET else f"{name}: ***"``: the same text with a mask in the place of a part."""
        nodes = self.scope.nodes
        if nodes[shown][0] != ir.JOIN or nodes[hidden][0] != ir.JOIN:
            return False
        varying, kept = ({part for part in nodes[text][1] if nodes[part][0] != ir.CONST} for text in (shown, hidden))
        masked = any(is_mask(nodes[part][1]) for part in nodes[hidden][1] if nodes[part][0] == ir.CONST)
        return masked and len(kept) < len(varying)

    def _text(self, node: ast.JoinedStr) -> int:
        presented.note(self.scope.called, presented.in_text(node))
        parts, marks = [], []
        for part in node.values:
            parts.append(self.value(part))
            mark = ""
            if isinstance(part, ast.FormattedValue):
                if part.conversion in (97, 114):
                    mark = "r"
                elif isinstance(part.format_spec, ast.JoinedStr):
                    spec = part.format_spec.values[-1] if part.format_spec.values else None
                    text = spec.value if isinstance(spec, ast.Constant) else ""
                    mark = "" if not isinstance(text, str) else "s" if begins(text) else "d" if text[-1:] in tuple(NUMERIC) else ""
            marks.append(mark)
        return self.scope.add(ir.JOIN, parts, marks)


def _is_star(node: ast.expr) -> bool:
    """``"*"``, of which ``"*" * len(secret)`` makes a mask."""
    return isinstance(node, ast.Constant) and node.value in ("*", "x", "X", "#", "•", b"*", b"x", b"X", b"#")


def _is_number(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, int | float)


def _is_cut_at(node: ast.IfExp) -> bool:
    """``url.split("@")[1] if "@" in url else url``: an address as it is has none of what is cut off there."""
    test = node.test
    if not isinstance(test, ast.Compare) or len(test.ops) != 1 or not isinstance(test.ops[0], ast.In):
        return False
    sign = test.left.value if isinstance(test.left, ast.Constant) else ""
    return sign in _SIGNS and ast.dump(test.comparators[0]) == ast.dump(node.orelse)


def _takes_out(node: ast.IfExp) -> bool:
    """``text.replace(token, "***") if token else text``: where there is none, nothing is to be hidden."""
    call = node.body
    if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Attribute) or call.func.attr != "replace" or len(call.args) != 2:
        return False
    old, new = call.args
    return ast.dump(old) == ast.dump(node.test) and (not isinstance(new, ast.Constant) or is_told_mask(new.value))


def _is_start(node: ast.IfExp) -> bool:
    """``key[:4] if len(key) > 4 else key``: the first few characters of a value, however long it is."""
    cut = node.body.slice if isinstance(node.body, ast.Subscript) else None
    if not isinstance(node.body, ast.Subscript) or not isinstance(cut, ast.Slice) or cut.lower or cut.step:
        return False
    short = isinstance(cut.upper, ast.Constant) and isinstance(cut.upper.value, int) and 0 < cut.upper.value <= _FEW
    return short and isinstance(node.test, ast.Compare) and ast.dump(node.body.value) == ast.dump(node.orelse)
