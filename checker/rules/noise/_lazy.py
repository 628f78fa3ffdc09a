"""Fixes that hand a record its values instead of a finished text: built on the statement's CST, token by token, so that comments stay."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec.structs import replace

from checker.model import Edit, Fix, Span
from checker.rule import Message
from checker.rules.noise._gaps import behind_last, behind_template
from checker.rules.noise._literals import ends_in_args, fields, hides_percent, leaves, percent_of, pure, unprefixed
from checker.source.facts.records import Record
from checker.source.ir.shapes import KEYED, placeholders

if TYPE_CHECKING:
    import libcst as cst  # takes 0.2 s, and only the walk needs it

_NUMBER = re.compile(r"0?\d*(?:\.\d+)?[fFeEgG]|0?\d*[dxXo]")
_PADDED = re.compile(r"(?P<side>[<>])(?P<width>\d+)")


class _Made(msgspec.Struct, frozen=True):
    """What a fix consists of."""

    edits: tuple[Edit, ...]
    same: bool = True
    """Whether the record's text is the same for every value."""


def lazy(record: Record, message: Message, around: Any) -> Message:
    """The message with a fix that leaves the formatting to the logger; without one where that is not possible for sure."""
    call = around.node
    position = 1 if record.method == "log" else 0
    if type(call).__name__ != "Call" or record.given or record.spread or len(call.args) <= position or call.args[position].keyword:
        return message
    text = call.args[position].value
    made = None if text.lpar or _calls_values(call.func) else _MAKERS[record.built](text, around, record.sink == "loguru")
    if made is None:
        return message
    safe = made.same and bool(record.maker)
    return replace(message, fix=Fix("Give the values as arguments", made.edits, safe=safe))


def _calls_values(callee: cst.CSTNode) -> bool:
    """Whether loguru is told that its values are functions, which it calls: ``logger.opt(lazy=True).debug(...)``."""
    import libcst as cst

    while isinstance(callee, (cst.Attribute, cst.Call)):
        if isinstance(callee, cst.Call) and any(arg.keyword and arg.keyword.value == "lazy" for arg in callee.args):
            return True
        callee = callee.value if isinstance(callee, cst.Attribute) else callee.func
    return False


def _fstring(message: cst.CSTNode, around: Any, brace: bool) -> _Made | None:
    """``f"a {b!r}"`` becomes ``"a %r", b``."""
    import libcst as cst

    edits, values, same = list[Edit](), list[cst.BaseExpression](), True
    for leaf in leaves(message):
        if isinstance(leaf, cst.SimpleString):
            written = leaf.value.replace("{", "{{").replace("}", "}}") if brace else percent_of(leaf.value)
        elif isinstance(leaf, cst.FormattedString):
            body = ""
            for part in leaf.parts:
                if isinstance(part, cst.FormattedStringText):
                    body += part.value if brace else percent_of(part.value.replace("{{", "{").replace("}}", "}"))
                    continue
                if not isinstance(part, cst.FormattedStringExpression):
                    return None
                placeholder = _placeholder(part, brace)
                if placeholder is None:
                    return None
                body += placeholder
                same = same and (brace or part.format_spec is None)
                values.append(part.expression)
            written = f"{unprefixed(leaf.start)}{body}{leaf.end}"
        else:
            return None
        if hides_percent(written):
            return None
        edits.append(Edit(around.range(leaf), written))
    given = [_argument(value) for value in values]
    if None in given:
        return None
    end = _end(around.range(message))
    edits.append(Edit(end, "".join(f", {text}" for text in given)))
    return _Made(tuple(edits), same and _in_any_order(values))


def _placeholder(part: cst.FormattedStringExpression, brace: bool) -> str | None:
    import libcst as cst

    spec = ""
    for inner in part.format_spec or ():
        if not isinstance(inner, cst.FormattedStringText):
            return None
        spec += inner.value
    if part.equal is not None:
        return None
    if brace:
        return f"{{{'!' + part.conversion if part.conversion else ''}{':' + spec if spec else ''}}}"
    if part.format_spec is None:
        return f"%{part.conversion or 's'}"
    if part.conversion is None and _NUMBER.fullmatch(spec):
        return f"%{spec}"
    padded = _PADDED.fullmatch(spec)
    return f"%{'-' if padded['side'] == '<' else ''}{padded['width']}{part.conversion or 's'}" if padded else None


def _argument(node: cst.BaseExpression) -> str | None:
    """An expression as an argument of a call; ``None`` where it cannot stand there as it is."""
    import libcst as cst

    text = cst.Module([]).code_for_node(node)
    if "\n" in text or "#" in text or isinstance(node, cst.Lambda):
        return None
    bare = not getattr(node, "lpar", ())
    return f"({text})" if bare and isinstance(node, (cst.Tuple, cst.Yield, cst.NamedExpr, cst.GeneratorExp)) else text


def _in_any_order(values: Sequence[cst.BaseExpression]) -> bool:
    """Whether it is all one when the values are turned into text: an f-string does it before it reads the next value."""
    return len(values) == 1 or all(map(pure, values))


def _end(span: Span) -> Span:
    return Span(span.path, span.end_line, span.end_column, span.end_line, span.end_column)


def _between(one: Span, other: Span) -> Span:
    return Span(one.path, one.end_line, one.end_column, other.line, other.column)


def _percent(message: cst.CSTNode, around: Any, brace: bool) -> _Made | None:
    """``"a %s" % b`` becomes ``"a %s", b``."""
    import libcst as cst

    if brace or not isinstance(message, cst.BinaryOperation) or not isinstance(message.operator, cst.Modulo):
        return None
    left, right = message.left, message.right
    text = getattr(left, "evaluated_value", None)
    if not isinstance(text, str):
        return None
    wanted = placeholders(text, bare=False)
    if isinstance(right, cst.Tuple) and right.lpar:
        fits = len(right.elements) == wanted and all(isinstance(item, cst.Element) for item in right.elements) and len(right.lpar) == 1
        return _replaced(around, left, [item.value for item in right.elements], message, ("%", "(")) if fits else None
    if isinstance(right, cst.Dict):
        fits = wanted == KEYED and bool(right.elements) and all(isinstance(item, cst.DictElement) for item in right.elements)
    else:
        fits = wanted == 1 and not isinstance(right, cst.Tuple) and not ends_in_args(right)
    gap = behind_template(around.text(_between(around.range(left), around.range(right))), ("%",))
    return _Made((Edit(_between(around.range(left), around.range(right)), gap),)) if fits and gap is not None else None


def _replaced(
    around: Any, template: cst.CSTNode, values: Sequence[cst.BaseExpression], whole: cst.CSTNode, dropped: Sequence[str]
) -> _Made | None:
    """The values behind the template, without what stood between and what closed them."""
    first, last = around.range(values[0]), around.range(values[-1])
    before, behind = _between(around.range(template), first), _between(last, _end(around.range(whole)))
    after = around.lines(behind.end_line, behind.end_line)[0][behind.end_column - 1 :]
    gap, tail = behind_template(around.text(before), dropped), behind_last(around.text(behind), after)
    return None if gap is None or tail is None else _Made((Edit(before, gap), Edit(behind, tail)))


def _format(message: cst.CSTNode, around: Any, brace: bool) -> _Made | None:
    """``"a {}".format(b)`` becomes ``"a %s", b``."""
    import libcst as cst

    if not isinstance(message, cst.Call) or not isinstance(message.func, cst.Attribute) or not message.args:
        return None
    template, edits, used = message.func.value, list[Edit](), list[str]()
    if brace:
        return _unchanged(template, message, around)
    for leaf in leaves(template):
        made = fields(leaf.value) if isinstance(leaf, cst.SimpleString) else None
        if made is None:
            return None
        edits.append(Edit(around.range(leaf), made[0]))
        used += made[1]
    names = [arg.keyword.value if arg.keyword else str(number) for number, arg in enumerate(message.args)]
    if any(arg.star for arg in message.args) or _numbered(used) != names:
        return None
    values = [arg.value for arg in message.args]
    given = _replaced(around, template, values, message, (".", "format", "(", *([names[0], "="] if message.args[0].keyword else [])))
    if given is None:
        return None
    named = [arg for arg in message.args[1:] if arg.keyword]
    if any(arg.value.lpar for arg in named):
        return None
    edits += [Edit(_until(around.range(arg.keyword), around.range(arg.value)), "") for arg in named]
    return _Made((*edits, *given.edits), _in_any_order(values))


def _unchanged(template: cst.BaseExpression, message: cst.Call, around: Any) -> _Made | None:
    """The same for loguru, which formats the template as ``str.format`` does; what is given by name it would keep in the record."""
    plain = all(type(leaf).__name__ == "SimpleString" for leaf in leaves(template))
    if not plain or any(arg.keyword or arg.star for arg in message.args):
        return None
    values = [arg.value for arg in message.args]
    made = _replaced(around, template, values, message, (".", "format", "("))
    return _Made(made.edits, _in_any_order(values)) if made else None


def _until(one: Span, other: Span) -> Span:
    return Span(one.path, one.line, one.column, other.line, other.column)


def _numbered(names: Sequence[str]) -> list[str]:
    count = iter(range(len(names)))
    return [name or str(next(count)) for name in names]


def _sum(message: cst.CSTNode, around: Any, brace: bool) -> _Made | None:
    """``"a " + b`` becomes ``"a %s", b``; on one line only, because the literals become one."""
    import libcst as cst

    terms = list(_terms(message))
    literals = [term.value for term in terms if isinstance(term, cst.SimpleString)]
    quotes = {text[:1] for text in literals}
    if brace or len(quotes) != 1 or "\n" in cst.Module([]).code_for_node(message) or any(text[:3] == text[0] * 3 for text in literals):
        return None
    if not quotes <= {'"', "'"}:
        return None
    body, values = "", list[cst.BaseExpression]()
    for term in terms:
        if isinstance(term, cst.SimpleString):
            body += percent_of(term.value[1:-1])
        elif isinstance(term, cst.BaseExpression) and not isinstance(term, (cst.BaseString, cst.BinaryOperation)):
            body += "%s"
            values.append(_unwrapped(term))
        else:
            return None
    given = [_argument(value) for value in values]
    if None in given or hides_percent(body):
        return None
    (quote,) = quotes
    text = f"{quote}{body}{quote}, {', '.join(map(str, given))}"
    return _Made((Edit(around.range(message), text),), _in_any_order(values))


def _terms(node: cst.CSTNode) -> Iterator[cst.CSTNode]:
    import libcst as cst

    if isinstance(node, cst.BinaryOperation) and isinstance(node.operator, cst.Add) and not node.lpar:
        yield from _terms(node.left)
        yield from _terms(node.right)
    else:
        yield node


def _unwrapped(node: cst.BaseExpression) -> cst.BaseExpression:
    """``str(x)`` is ``x``: the placeholder does it."""
    import libcst as cst

    plain = isinstance(node, cst.Call) and isinstance(node.func, cst.Name) and node.func.value == "str" and len(node.args) == 1
    if isinstance(node, cst.Call) and plain and not node.args[0].star and not node.args[0].keyword:
        return node.args[0].value
    return node


_MAKERS = {"f-string": _fstring, "%": _percent, "format": _format, "sum": _sum}
