"""What calls of Python's own functions and of text, list and dict methods come to, on values that are known."""

from __future__ import annotations

import posixpath
from collections.abc import Callable
from typing import Any

from checker.logconfig.switches import is_yes
from checker.logconfig.values import AND, ELLIPSIS, UNKNOWN, Items, Made, Map, Ref, Value, unknown
from checker.model import Span
from checker.text import whole

_LONGEST = 10_000
"""Characters of a text that is put together."""
_TEXT_METHODS = frozenset(
    ("upper", "lower", "strip", "lstrip", "rstrip", "title", "capitalize", "split", "rsplit", "replace", "startswith", "endswith",
     "removeprefix", "removesuffix", "isdigit", "format", "join", "splitlines")
)  # fmt: skip
_CASTS: dict[str, Callable[..., Any]] = {"str": str, "int": int, "float": float, "bool": bool}
_PATHS = frozenset(("pathlib.Path", "pathlib.PurePath", "pathlib.PosixPath", "environ.Path", "unipath.Path", "path.Path"))
_SAME_PATH = frozenset(
    ("os.path.abspath", "os.path.realpath", "os.path.normpath", "os.path.expanduser", "os.path.expandvars", "os.fspath", "os.fsdecode")
)
_COPIES = frozenset(("copy.deepcopy", "copy.copy"))


def is_text(value: Value) -> bool:
    """Whether a value is known text."""
    return isinstance(value.data, str)


def joined(parts: list[Value], span: Span, separator: str = "") -> Value:
    """Text put together; what is unknown stands as an ellipsis and leaves the whole open."""
    plain = [isinstance(part.data, str | int | float) for part in parts]
    texts = [str(part.data) if told else ELLIPSIS for part, told in zip(parts, plain, strict=True)]
    doubts = [part.open or part.reason or "a part is not known" for part, told in zip(parts, plain, strict=True) if part.open or not told]
    told = dict.fromkeys((doubts[0], doubts[-1])) if doubts else ()  # of a path, the folder's and the name's
    return Value(separator.join(texts)[:_LONGEST], span, open=AND.join(told))


def call(dotted: str, arguments: list[Value], keywords: dict[str, Value], span: Span) -> Value | None:
    """The result of a library's function, ``None`` where nothing is known of it."""
    first = arguments[0] if arguments else None
    if dotted in _CASTS:
        return _cast(dotted, first, span)
    if dotted in _SAME_PATH or dotted in _COPIES or dotted in _PATHS:
        return _same(dotted, arguments, span)
    if dotted == "os.path.join":
        return path_of(arguments, span)
    if dotted in ("os.path.dirname", "os.path.basename") and first is not None and is_text(first):
        part = posixpath.dirname if dotted.endswith("dirname") else posixpath.basename
        return Value(part(first.data) or ELLIPSIS, span, open=first.open)
    if dotted == "dict":
        return _dict(first, keywords, span)
    if dotted in ("list", "tuple", "set", "frozenset", "sorted", "reversed", "iter"):
        return _items(first, span)
    if dotted.endswith("strtobool") and first is not None and isinstance(first.data, str):
        return Value(is_yes(first.data), span, open=first.open)
    if dotted == "len" and first is not None and isinstance(first.data, Map | Items | str):
        size = first.data.entries if isinstance(first.data, Map) else first.data.values if isinstance(first.data, Items) else first.data
        return Value(len(size), span)
    return None


def _cast(dotted: str, first: Value | None, span: Span) -> Value:
    if first is None:
        return Value(_CASTS[dotted](), span)
    if not first.known:
        return unknown(span, first.reason or "it is converted from a value that is not known")
    if dotted == "str" and isinstance(first.data, Made | Ref):
        return unknown(span, "the text of an object")
    if dotted == "bool" and isinstance(first.data, Map | Items):
        return Value(bool(first.data.entries if isinstance(first.data, Map) else first.data.values), span)
    try:
        return Value(_CASTS[dotted](first.data), span, open=first.open)
    except (TypeError, ValueError):
        return unknown(span, f"{dotted}() of something else")


def _same(dotted: str, arguments: list[Value], span: Span) -> Value:
    if dotted in _COPIES and arguments:
        return deep_copy(arguments[0])
    if not arguments:
        return Value(".", span)
    return path_of(arguments, span)


def path_of(parts: list[Value], span: Span) -> Value:
    """A path put together with slashes, with an ellipsis for what is unknown."""
    whole = joined(parts, span, "/")
    start = max((number for number, part in enumerate(parts) if is_text(part) and part.data.startswith("/")), default=0)
    if start:
        whole = joined(parts[start:], span, "/")
    text = str(whole.data)
    while "//" in text[1:]:
        text = text[0] + text[1:].replace("//", "/")
    return Value(text, span, open=whole.open)


def _dict(first: Value | None, keywords: dict[str, Value], span: Span) -> Value:
    made = Map()
    if first is not None:
        if isinstance(first.data, Map):
            made = first.data.copy()
        elif isinstance(first.data, Items):
            for pair in first.data.values:
                if isinstance(pair.data, Items) and len(pair.data.values) == 2 and scalar(pair.data.values[0]):
                    made.put(pair.data.values[0].data, pair.data.values[1])
        else:
            made.more = first.reason or "a mapping that is not known is copied"
    for name, value in keywords.items():
        if name:
            made.put(name, value)
        else:
            merge(made, value)
    return Value(made, span)


def _items(first: Value | None, span: Span) -> Value:
    if first is None:
        return Value(Items(), span)
    if isinstance(first.data, Items):
        return Value(Items(list(first.data.values), first.data.more), span)
    if isinstance(first.data, Map):
        return Value(Items([Value(key, first.data.keys[key]) for key in first.data.entries], first.data.more), span)
    return unknown(span, first.reason or "a list of something that is not known")


def scalar(value: Value) -> bool:
    """Whether a value can be a key."""
    return isinstance(value.data, str | int | float | bool | None)


def merge(made: Map, other: Value) -> None:
    """``made.update(other)``"""
    if isinstance(other.data, Map):
        other.data.used = True
        for key, value in other.data.entries.items():
            made.put(key, value, other.data.keys.get(key))
        made.more = made.more or other.data.more
    elif other.data is not None:
        made.more = made.more or other.reason or "it is merged with something that is not known"


def deep_copy(value: Value, depth: int = 0) -> Value:
    """The value with mappings and lists of its own."""
    if depth > 60:
        return value
    if isinstance(value.data, Map):
        value.data.used = True
        entries = {key: deep_copy(one, depth + 1) for key, one in value.data.entries.items()}
        return Value(Map(entries, dict(value.data.keys), value.data.more), value.span, value.reason, value.open)
    if isinstance(value.data, Items):
        return Value(Items([deep_copy(one, depth + 1) for one in value.data.values], value.data.more), value.span, value.reason, value.open)
    return value


def text_method(owner: Value, name: str, arguments: list[Value], keywords: dict[str, Value], span: Span) -> Value:
    """``"...".upper()`` and its kind."""
    values = [*arguments, *keywords.values()]
    if name == "format":
        return _formatted(owner, arguments, keywords, span)
    if name == "join" and arguments and isinstance(arguments[0].data, Items) and not arguments[0].data.more:
        return joined(arguments[0].data.values, span, owner.data)
    if name not in _TEXT_METHODS or not all(isinstance(value.data, str | int) for value in values):
        return unknown(span, f"the result of .{name}()")
    try:
        made = getattr(owner.data, name)(*(value.data for value in arguments), **{key: value.data for key, value in keywords.items()})
    except (TypeError, ValueError, AttributeError):
        return unknown(span, f"the result of .{name}()")
    open_ = next((value.open for value in (owner, *values) if value.open), "")
    if isinstance(made, list):
        return Value(Items([Value(one, span, open=open_) for one in made]), span, open=open_)
    return Value(made[:_LONGEST] if isinstance(made, str) else made, span, open=open_)


def _formatted(owner: Value, arguments: list[Value], keywords: dict[str, Value], span: Span) -> Value:
    """``"{}-{x}".format(a, x=b)`` with plain fields."""
    import string

    parts: list[Value] = []
    position = 0
    try:
        for literal, name, spec, conversion in string.Formatter().parse(owner.data):
            parts.append(Value(literal, span))
            if name is None:
                continue
            place = name or str(position)
            position += not name
            at = whole(place)
            found = arguments[at] if at is not None and 0 <= at < len(arguments) else keywords.get(place)
            parts.append(found if found is not None and not spec and not conversion else unknown(span, "a formatted part"))
    except ValueError:
        return unknown(span, "a format that makes no sense")
    return joined(parts, span)


def map_method(owner: Value, name: str, arguments: list[Value], keywords: dict[str, Value], span: Span) -> Value | None:
    """Methods of a mapping that is known; ``None`` for others."""
    held: Map = owner.data
    first = arguments[0] if arguments else None
    if name == "update":
        for one in arguments:
            merge(held, one)
        for key, value in keywords.items():
            merge(held, value) if not key else held.put(key, value)
        return Value(None, span)
    if name in ("get", "pop", "setdefault") and first is not None and scalar(first):
        return _looked_up(held, name, first, arguments, span)
    if name == "copy":
        return Value(held.copy(), span)
    if name in ("keys", "values", "items"):
        keys = [Value(key, held.keys.get(key, span)) for key in held.entries]
        pairs = [Value(Items([key, value]), value.span) for key, value in zip(keys, held.entries.values(), strict=True)]
        return Value(Items({"keys": keys, "values": list(held.entries.values()), "items": pairs}[name], held.more), span)
    if name == "clear":
        held.entries.clear()
        held.keys.clear()
        held.more = ""
        return Value(None, span)
    return None


def _looked_up(held: Map, name: str, first: Value, arguments: list[Value], span: Span) -> Value:
    default = arguments[1] if len(arguments) > 1 else Value(None, span)
    found = held.entries.get(first.data)
    if name == "pop":
        held.entries.pop(first.data, None)
        held.keys.pop(first.data, None)
    if found is None and name == "setdefault":
        held.put(first.data, default)
    if found is None and held.more:
        return unknown(span, held.more)
    return found if found is not None else default


def items_method(owner: Value, name: str, arguments: list[Value], span: Span) -> Value | None:
    """Methods of a list that is known; ``None`` for others."""
    held: Items = owner.data
    first = arguments[0] if arguments else None
    if name in ("append", "add") and first is not None:
        held.values.append(first)
    elif name == "insert" and len(arguments) > 1:
        at = arguments[0].data if isinstance(arguments[0].data, int) else len(held.values)
        held.values.insert(at, arguments[1])
    elif name in ("extend", "update") and first is not None:
        if isinstance(first.data, Items):
            held.values += first.data.values
            held.more = held.more or first.data.more
        else:
            held.more = held.more or first.reason or "it is extended by something that is not known"
    elif name in ("remove", "discard") and first is not None:
        held.values[:] = [one for one in held.values if not (one.known and one.data == first.data)]
    elif name == "clear":
        held.values.clear()
    elif name == "copy":
        return Value(Items(list(held.values), held.more), span)
    else:
        return None
    return Value(None, span)


def is_unknown(value: Value) -> bool:
    """Whether nothing is known of it."""
    return value.data is UNKNOWN
