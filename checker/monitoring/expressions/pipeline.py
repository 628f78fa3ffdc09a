"""The pipeline behind a LogQL selector: line filters, parsers, label filters, what formats and unwraps."""

from __future__ import annotations

from collections.abc import Iterator

from checker.monitoring.expressions.reading import Reading
from checker.monitoring.expressions.tokens import NotAnExpressionError, Token, seconds, size, unquoted
from checker.monitoring.expressions.tree import Argument, LabelFilter, Stage

LINE_FILTERS = frozenset(("|=", "!=", "|~", "!~", "|>", "!>"))
_WITH_TEXT = frozenset(("regexp", "pattern", "line_format"))
_LISTS = frozenset(("json", "logfmt", "label_format", "drop", "keep", "distinct", "unpack", "decolorize", "unwrap"))
_COMPARED = frozenset(("=", "!=", "=~", "!~", "==", ">", ">=", "<", "<="))
_ENDS = frozenset(("|", "|=", "|~", "!~", "|>", "!>", "[", ")", "]"))
_DEEPEST = 20


def pipeline(reading: Reading) -> Iterator[Stage]:
    """Every stage up to the range or the end of the selector."""
    while True:
        peek = reading.peek
        if peek.kind == "op" and peek.text in LINE_FILTERS and (peek.text != "!=" or _is_text(reading)):
            yield _line_filter(reading)
        elif peek.kind == "op" and peek.text == "|":
            reading.take()
            yield _stage(reading)
        else:
            return


def _is_text(reading: Reading) -> bool:
    return reading.ahead(1).kind == "text" or reading.ahead(1).text == "ip"


def _line_filter(reading: Reading) -> Stage:
    token = reading.take()
    texts = [_line_text(reading)]
    while reading.peek.text == "or" and reading.ahead(1).kind in ("text", "word"):
        reading.take()
        texts.append(_line_text(reading))
    if any(text is None for text in texts):
        return Stage("other", at=token.at)
    return Stage(token.text, tuple(text for text in texts if text is not None), at=token.at)


def _line_text(reading: Reading) -> str | None:
    """``None`` where it is a function or a placeholder."""
    token = reading.take()
    if token.kind == "text":
        return unquoted(token.text)
    if token.kind == "hole":
        return None
    if token.kind == "word" and reading.have("("):
        reading.take()
        reading.must(")")
        return None
    raise NotAnExpressionError(f"a line filter needs a string and not {token.text!r}", token.at)


def _stage(reading: Reading) -> Stage:
    token = reading.peek
    word = token.text if token.kind == "word" else ""
    if word in _WITH_TEXT and reading.ahead(1).kind == "text":
        reading.take()
        return Stage(word, (unquoted(reading.take().text),), at=token.at)
    if word in _LISTS and reading.ahead(1).text not in _COMPARED:
        reading.take()
        reading.unwrapped = reading.unwrapped or word == "unwrap"
        listed = list(_listed(reading))
        texts = tuple(unquoted(one.text) if one.kind == "text" else one.text for one in listed if one.kind in ("word", "text"))
        return Stage(word, texts, at=token.at, arguments=tuple(_arguments(listed)))
    if token.kind == "hole":
        reading.take()
        return Stage("other", at=token.at)
    return Stage("label", filter=_either(reading, 0), at=token.at)


def _listed(reading: Reading) -> Iterator[Token]:
    """What stands behind a stage's word, up to the next stage."""
    depth = 0
    while reading.peek.kind != "end" and (depth or reading.peek.text not in _ENDS or reading.peek.kind == "text"):
        if not depth and reading.peek.text == "!=" and reading.ahead(1).kind == "text":
            return
        token = reading.take()
        depth += {"(": 1, ")": -1}.get(token.text, 0) if token.kind == "op" else 0
        yield token


def _arguments(listed: list[Token]) -> Iterator[Argument]:
    at = 0
    while at < len(listed):
        name, rest = listed[at], listed[at + 1 : at + 3]
        if name.kind == "word" and len(rest) == 2 and rest[0].text in ("=", "!=", "=~", "!~"):
            value = unquoted(rest[1].text) if rest[1].kind == "text" else rest[1].text if rest[1].kind == "word" else None
            yield Argument(name.text, rest[0].text, value, rest[1].kind == "text")
            at += 2
        elif name.kind == "word":
            yield Argument(name.text)
        at += 1


def _either(reading: Reading, depth: int) -> LabelFilter:
    parts = [_both(reading, depth)]
    while reading.word("or"):
        parts.append(_both(reading, depth))
    return parts[0] if len(parts) == 1 else LabelFilter("or", parts=tuple(parts))


def _both(reading: Reading, depth: int) -> LabelFilter:
    parts = [_one(reading, depth)]
    while reading.have(",") or reading.word("and") or reading.peek.kind == "word":
        if reading.peek.text == "or":
            break
        parts.append(_one(reading, depth))
    return parts[0] if len(parts) == 1 else LabelFilter("and", parts=tuple(parts))


def _one(reading: Reading, depth: int) -> LabelFilter:
    if depth > _DEEPEST:
        raise NotAnExpressionError(f"label filters nest deeper than {_DEEPEST}", reading.at)
    if reading.have("("):
        inner = _either(reading, depth + 1)
        reading.must(")")
        return inner
    label = reading.take()
    if label.kind not in ("word", "hole"):
        raise NotAnExpressionError(f"unexpected {label.text!r} in a pipeline", label.at)
    op = reading.take()
    if op.text not in _COMPARED:
        raise NotAnExpressionError(f"the label {label.text} is compared with nothing", op.at)
    value = reading.take()
    if value.kind == "text":
        text = unquoted(value.text)
        return LabelFilter("" if "{{" in text or label.kind == "hole" else op.text, label.text, text)
    if value.kind in ("number", "duration", "size"):
        number = float(value.text) if value.kind == "number" else size(value.text) if value.kind == "size" else seconds(value.text)
        return LabelFilter(op.text, label.text, number)
    if value.kind == "word" and reading.have("("):
        while reading.peek.kind != "end" and not reading.have(")"):
            reading.take()
        return LabelFilter("", label.text)
    if value.kind == "hole":
        return LabelFilter("", label.text)
    raise NotAnExpressionError(f"the label {label.text} is compared with {value.text!r}", value.at)
