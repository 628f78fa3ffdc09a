"""PromQL and LogQL to a tree, by one grammar: LogQL takes its metric queries from PromQL, and adds pipelines to selectors.

It follows the languages' published grammars (Prometheus 3, Loki 3). A library is not used for PromQL because the one that there is
gives no places, refuses placeholders, and ends the process on deep input.
"""

from __future__ import annotations

from checker.monitoring.expressions.matcher import Matcher
from checker.monitoring.expressions.pipeline import pipeline
from checker.monitoring.expressions.reading import Reading
from checker.monitoring.expressions.tokens import NotAnExpressionError, seconds, tokens, unquoted
from checker.monitoring.expressions.tree import (
    Aggregate,
    Binary,
    Call,
    Hole,
    Node,
    Number,
    Selector,
    Subquery,
    Text,
    Unary,
)

AGGREGATIONS = frozenset(
    ("sum", "min", "max", "avg", "group", "stddev", "stdvar", "count", "count_values", "bottomk", "topk", "quantile", "limitk",
     "limit_ratio", "sort", "sort_desc", "approx_topk")
)  # fmt: skip
_PRECEDENCE = {
    "or": 1, "and": 2, "unless": 2, "==": 3, "!=": 3, ">": 3, "<": 3, ">=": 3, "<=": 3, "+": 4, "-": 4, "*": 5, "/": 5, "%": 5, "atan2": 5,
    "^": 6,
}  # fmt: skip
_MATCHES = frozenset(("=", "!=", "=~", "!~"))
_DEEPEST = 60
_PLACEHOLDER = "placeholder"


def parse(text: str) -> Node:
    """The tree; raises `NotAnExpressionError`."""
    grammar = _Grammar(Reading(tokens(text)))
    node = grammar.expression(1)
    grammar.reading.end()
    return node


class _Grammar:
    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.depth = 0

    def expression(self, least: int) -> Node:
        """Operators that bind at least so strongly."""
        self.depth += 1
        if self.depth > _DEEPEST:
            raise NotAnExpressionError(f"it nests deeper than {_DEEPEST}", self.reading.at)
        left = self.unary()
        while (strength := _PRECEDENCE.get(self.reading.peek.text.lower(), 0)) >= least and self.reading.peek.kind in ("op", "word"):
            token = self.reading.take()
            returns_bool = self.reading.word("bool")
            matching, labels, group = self._matching()
            right = self.expression(strength if token.text == "^" else strength + 1)
            left = Binary(token.at, token.text.lower(), left, right, returns_bool, matching, labels, group)
        self.depth -= 1
        return left

    def _matching(self) -> tuple[str, tuple[str, ...], str]:
        matching, group = "", ""
        labels: tuple[str, ...] = ()
        for word in ("on", "ignoring"):
            if self.reading.followed(word, "("):
                matching, labels = word, self._names()
        for side in ("left", "right"):
            if self.reading.word(f"group_{side}"):
                group = side
                if self.reading.peek.text == "(" and self._is_list():
                    self._names()
        for side in ("fill", "fill_left", "fill_right"):
            if self.reading.followed(side, "("):
                self.reading.take()
                self.expression(1)
                self.reading.must(")")
        return matching, labels, group

    def _is_list(self) -> bool:
        """Whether the parenthesis holds names alone and another operand follows."""
        at = 1
        while self.reading.ahead(at).kind in ("word", "text", "hole") or self.reading.ahead(at).text == ",":
            at += 1
        after = self.reading.ahead(at + 1)
        return self.reading.ahead(at).text == ")" and (after.kind in ("word", "number", "hole") or after.text in ("(", "{", "-"))

    def _names(self) -> tuple[str, ...]:
        names = []
        self.reading.must("(")
        while not self.reading.have(")"):
            token = self.reading.take()
            if token.kind not in ("word", "text", "hole"):
                raise NotAnExpressionError(f"unexpected {token.text!r} among labels", token.at)
            names.append(unquoted(token.text) if token.kind == "text" else token.text)
            self.reading.have(",")
        return tuple(names)

    def unary(self) -> Node:
        signs = []
        while self.reading.peek.text in ("-", "+") and self.reading.peek.kind == "op":
            signs.append(self.reading.take())
        operand = self.expression(6) if signs else self.postfix()
        for sign in reversed(signs):
            if isinstance(operand, Number):
                value = -operand.value if sign.text == "-" else operand.value
                operand = Number(sign.at, value, sign.text + operand.text)
            else:
                operand = Unary(sign.at, sign.text, operand)
        return operand

    def postfix(self) -> Node:
        """An operand with its range, subquery, offset and ``@``."""
        node = self.primary()
        while True:
            peek = self.reading.peek
            if peek.text == "[" and peek.kind == "op":
                node = self._ranged(node)
            elif peek.kind == "word" and peek.text.lower() == "offset":
                self.reading.take()
                node = _moved(node, self._duration())
            elif peek.text == "@":
                self.reading.take()
                self.unary()
            elif (
                isinstance(node, Selector) and node.log and peek.text in ("|", "|=", "|~", "!=", "!~", "|>", "!>") and self._stage_follows()
            ):
                stages = (*node.stages, *pipeline(self.reading))
                node = Selector(node.at, node.name, node.matchers, node.alternatives, node.range, node.offset, stages, log=True)
            else:
                return node

    def _stage_follows(self) -> bool:
        """Whether the operator begins a stage; ``!=`` may compare two metrics as well."""
        return self.reading.peek.text != "!=" or self.reading.ahead(1).kind == "text"

    def _ranged(self, node: Node) -> Node:
        self.reading.must("[")
        length = self._duration()
        if self.reading.have(":"):
            if self.reading.peek.text != "]":
                self._duration()
            self.reading.must("]")
            return Subquery(node.at, node, length)
        self.reading.must("]")
        if isinstance(node, Selector):
            return Selector(node.at, node.name, node.matchers, node.alternatives, length, node.offset, node.stages, node.log)
        if isinstance(node, Hole):
            return node
        raise NotAnExpressionError("a range stands behind what is no selector", self.reading.at)

    def _duration(self) -> float:
        """Seconds, -1 for a placeholder or arithmetic."""
        sign = 1.0
        while self.reading.peek.text in ("-", "+"):
            sign = -sign if self.reading.take().text == "-" else sign
        token = self.reading.take()
        if token.kind == "hole":
            while self.reading.peek.kind in ("word", "number", "duration", "hole"):
                self.reading.take()
            return -1.0
        if token.kind == "number":
            return sign * _number(token.text)
        found = seconds(token.text) if token.kind == "duration" else None
        if found is None:
            raise NotAnExpressionError(f"{token.text!r} is no duration", token.at)
        return sign * found

    def primary(self) -> Node:
        token = self.reading.peek
        if token.text == "(":
            self.reading.take()
            node = self.expression(1)
            self.reading.must(")")
            return node
        if token.text == "{" and token.kind == "op":
            return self._selector(token.at, "")
        self.reading.take()
        if token.kind == "hole":
            return self._after_hole(Hole(token.at, f"the placeholder {token.text[:60]}"))
        if token.kind == "text":
            return Text(token.at, unquoted(token.text))
        if token.kind in ("number", "duration", "size"):
            value = _number(token.text) if token.kind == "number" else seconds(token.text) or 0.0
            return Number(token.at, value, token.text)
        if token.kind == "word":
            return self._word(token.text, token.at)
        raise NotAnExpressionError(f"unexpected {token.text!r}" if token.text else "it ends too early", token.at)

    def _after_hole(self, hole: Hole) -> Node:
        """A placeholder may be a part of a name, or stand before a selector's braces."""
        while self.reading.peek.kind == "hole" or (self.reading.peek.kind == "word" and self.reading.peek.text.lower() not in _PRECEDENCE):
            self.reading.take()
        if self.reading.peek.text == "{":
            self._selector(hole.at, "")
        elif self.reading.peek.text == "(":
            self._arguments()
        return hole

    def _word(self, word: str, at: int) -> Node:
        follows = self.reading.peek
        low = word.lower()
        if low in ("inf", "nan", "infinity") and follows.text not in ("{", "("):
            return Number(at, float(low), word)
        if follows.kind == "hole" and follows.at == at + len(word):
            return self._after_hole(Hole(at, f"the placeholder {follows.text[:60]}"))
        if low in AGGREGATIONS and (follows.text == "(" or follows.text.lower() in ("by", "without")):
            return self._aggregate(low, at)
        if follows.text == "(":
            return Call(at, low, self._arguments())
        return self._selector(at, word)

    def _aggregate(self, op: str, at: int) -> Node:
        grouping = ""
        labels: tuple[str, ...] = ()
        if self.reading.peek.kind == "word":
            grouping, labels = self.reading.take().text.lower(), self._names()
        arguments = self._arguments()
        if not grouping and self.reading.peek.text.lower() in ("by", "without") and self.reading.peek.kind == "word":
            grouping, labels = self.reading.take().text.lower(), self._names()
        if not 1 <= len(arguments) <= 2:
            raise NotAnExpressionError(f"{op} takes one operand", at)
        return Aggregate(at, op, arguments[-1], arguments[0] if len(arguments) > 1 else None, labels, grouping)

    def _arguments(self) -> tuple[Node, ...]:
        self.reading.must("(")
        found: list[Node] = []
        while not self.reading.have(")"):
            found.append(self.expression(1))
            if not self.reading.have(",") and self.reading.peek.text != ")":
                told = f"unexpected {self.reading.peek.text!r} among arguments" if self.reading.peek.text else "a parenthesis is not closed"
                raise NotAnExpressionError(told, self.reading.at)
        self._grouping_behind()
        return tuple(found)

    def _grouping_behind(self) -> None:
        """LogQL lets ``by`` stand behind a range aggregation with ``unwrap``."""
        if self.reading.peek.kind == "word" and self.reading.peek.text.lower() in ("by", "without") and self.reading.unwrapped:
            self.reading.take()
            self._names()

    def _selector(self, at: int, name: str) -> Selector:
        matchers: list[Matcher] = []
        alternatives = False
        braces = self.reading.have("{")
        while braces and not self.reading.have("}"):
            token = self.reading.take()
            if token.kind == "word" and token.text == "or" and self.reading.peek.text not in _MATCHES:
                alternatives = True
                continue
            if token.kind == "hole":
                alternatives = True  # it may stand for any matcher
                self.reading.have(",")
                continue
            if token.kind not in ("word", "text"):
                raise NotAnExpressionError(f"unexpected {token.text!r} in a selector", token.at)
            label = unquoted(token.text) if token.kind == "text" else token.text
            if self.reading.peek.text in _MATCHES:
                matchers.append(self._matcher(label))
            elif token.kind == "text":
                name = label
            else:
                raise NotAnExpressionError(f"the label {label} is compared with nothing", token.at)
            self.reading.have(",")
        named = next((one.value for one in matchers if one.label == "__name__" and one.op == "="), "")
        is_log = not name and not any(one.label == "__name__" for one in matchers) and braces
        return Selector(at, name or named, tuple(matchers), alternatives, log=is_log)

    def _matcher(self, label: str) -> Matcher:
        op = self.reading.take().text
        token = self.reading.take()
        if token.kind == "hole":
            return Matcher(label, op, "", unknown=_PLACEHOLDER)
        if token.kind != "text":
            raise NotAnExpressionError(f"the label {label} is compared with {token.text!r}, which is no string", token.at)
        value = unquoted(token.text)
        doubt = _PLACEHOLDER if any(sign in value for sign in ("{{", "$", "%(", "{%")) and not value.endswith("$") else ""
        return Matcher(label, op, value, unknown=doubt)


def _moved(node: Node, offset: float) -> Node:
    if isinstance(node, Selector):
        return Selector(node.at, node.name, node.matchers, node.alternatives, node.range, offset, node.stages, node.log)
    return Subquery(node.at, node.operand, node.range, offset) if isinstance(node, Subquery) else node


def _number(text: str) -> float:
    if text[:2].lower() == "0x":
        return float(int(text, 16))
    try:
        return float(text.replace("_", ""))
    except (ValueError, OverflowError):
        return float("nan")
