"""INI files for ``logging.config.fileConfig`` (alembic.ini, gunicorn's and uvicorn's logging files, paste's production.ini)."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from msgspec.structs import replace

from checker.logconfig.environment import environment_of
from checker.logconfig.facts import UnreadConfig
from checker.logconfig.model import Formatter, Handler, Logger, LogPipeline, Misread, Reference, Setting
from checker.logconfig.parameters import BY_NAME
from checker.logconfig.reader import Reader
from checker.logconfig.readers.ini_keys import misread_options
from checker.logconfig.text.ini import Option, Section, refusal, sections
from checker.logconfig.text.naming import is_called_so
from checker.logconfig.text.placeholders import filled, is_template
from checker.logconfig.text.toml_tree import document
from checker.logconfig.values import ELLIPSIS
from checker.model import Span
from checker.text import readable

_NAMES = re.compile(r"\.(?:ini|cfg|conf)(?:\.\w+)?$|(?:^|/)logging[\w.-]*$", re.IGNORECASE)
_WORDS = re.compile(rb"^\[(?:loggers|handlers)\]", re.MULTILINE)
_LARGEST = 2_000_000
_OPEN = re.compile(r"\{\{[^{}\n]{1,100}\}\}|\$\{[^{}\n]{1,100}\}")
_STATEMENT = re.compile(r"[{<]%(?!\(\w{1,40}\))|^[ \t]*\{\{[^{}\n]{0,100}\}\}[ \t]*$", re.MULTILINE)
"""Of a template, of which nobody knows what it leaves."""
_LISTS = frozenset(("loggers", "handlers"))
_PARTS = _LISTS | {"logger_root"}
_DEEPEST = 8
"""Factors of a size that are multiplied."""
_FILLED = re.compile(r"%(?:\(\w+\))?[sd]")
_TOOLS = ("alembic", "migration")
"""Parts of the paths of files that command-line tools read."""


def _read(path: str, data: bytes) -> Iterator[LogPipeline | UnreadConfig]:
    text = readable(data[:_LARGEST])
    found = sections(text, path)
    certain = found.keys() >= _PARTS or (found.keys() >= _LISTS and is_called_so(path))
    problem = _problem(data, text) if certain and not is_template(text) else None
    if problem is not None:
        if path.endswith(".toml") and _is_toml(text):
            return
        line, why = problem
        yield UnreadConfig(Span(path, line, 1, line, 1), f"it looks like a logging configuration, and {why}")
        return
    if not {"loggers", "handlers"} <= found.keys() or _STATEMENT.search(text):
        return
    if not {"keys"} <= found["loggers"].options.keys() or "logger_root" not in found:
        return
    yield _pipeline(path, found)


def _problem(data: bytes, text: str) -> tuple[int, str] | None:
    """Line and reason why ``configparser`` refuses a file; ``None`` for one that it reads."""
    if len(data) > _LARGEST:
        return 1, f"it is larger than {_LARGEST // 1_000_000} MB"
    if b"\0" in data:
        return 1 + data[: data.index(b"\0")].count(b"\n"), "it has bytes that are no text"
    return refusal(text)


def _is_toml(text: str) -> bool:
    """Whether it is what its name says: tables of TOML look like sections."""
    try:
        document(text, "", filled)
    except (ValueError, RecursionError):
        return False
    return True


def _pipeline(path: str, found: dict[str, Section]) -> LogPipeline:
    misread: list[Misread] = []
    undefined: list[tuple[str, Reference, str]] = []
    listed = {kind: list(_keys(found.get(f"{kind}s"))) for kind in ("logger", "handler", "formatter")}
    formatters = {one.name: _formatter(one.name, part) for one in listed["formatter"] if (part := found.get(f"formatter_{one.name}"))}
    handlers = {one.name: _handler(one.name, part) for one in listed["handler"] if (part := found.get(f"handler_{one.name}"))}
    loggers = {}
    for one in listed["logger"]:
        part = found.get(f"logger_{one.name}")
        if part is not None:
            logger = _logger(one.name, part)
            loggers[logger.name] = logger
    for kind, references in listed.items():
        names = {one.name for one in references}
        undefined += [(kind, one, f"[{kind}s]") for one in references if one.name and f"{kind}_{one.name}" not in found]
        for name, part in found.items():
            if name.startswith(f"{kind}_") and name.removeprefix(f"{kind}_") not in names and names:
                misread.append(Misread(part.span, f"the section [{name}] is ignored: `keys` of [{kind}s] does not name it"))
    for section in found.values():
        misread += misread_options(section)
    undefined += _unknown_names(loggers, handlers, formatters)
    start = found["loggers"].span
    server = not any(one in path for one in _TOOLS)
    return LogPipeline(
        "ini", start, environment_of(path), loggers, handlers, formatters, {}, tuple(undefined), tuple(misread), server=server
    )


def _unknown_names(
    loggers: dict[str, Logger], handlers: dict[str, Handler], formatters: dict[str, Formatter]
) -> Iterator[tuple[str, Reference, str]]:
    for logger in loggers.values():
        owner = f"the logger {logger.name}" if logger.name else "the root logger"
        yield from (("handler", one, owner) for one in logger.handlers if one.name and one.name not in handlers)
    for handler in handlers.values():
        if handler.formatter and handler.formatter.name and handler.formatter.name not in formatters:
            yield "formatter", handler.formatter, f"the handler {handler.name}"


def _keys(section: Section | None) -> Iterator[Reference]:
    option = section.options.get("keys") if section else None
    if option is not None:
        yield from _names(option)


def _names(option: Option) -> Iterator[Reference]:
    for name in re.split(r"[,\n]", option.value):
        if name.strip():
            held = _OPEN.search(name)
            yield Reference("", option.span, f"the placeholder {held[0]}") if held else Reference(name.strip(), option.span)


def _setting(section: Section, key: str) -> Setting | None:
    option = section.options.get(key)
    if option is None or not option.value:
        return None
    if re.fullmatch(r"%\([\w.]+\)s", option.value) or _OPEN.search(option.value):
        return Setting(None, option.span, f"the placeholder {option.value}")
    return Setting(option.value, option.span)


def _formatter(name: str, section: Section) -> Formatter:
    cls = section.text("class")
    text, datefmt = (_written(section.options[key]) if section.text(key) else None for key in ("format", "datefmt"))
    style = section.text("style")
    return Formatter(name, section.span, cls or "logging.Formatter", text, datefmt, style if style in ("{", "$") else "%")


def _written(option: Option) -> Setting:
    """A format as it stands; ``${}`` is one of its own fields, where it has that style."""
    return Setting(None, option.span, "a placeholder") if "{{" in option.value else Setting(option.value, option.span)


def _handler(name: str, section: Section) -> Handler:
    cls = section.text("class")
    dotted = _dotted(cls)
    formatter = section.options.get("formatter")
    options = dict(_arguments(dotted, section))
    span = section.options["class"].span if "class" in section.options else section.span
    reference = next(_names(formatter), None) if formatter is not None else None
    return Handler(name, section.span, dotted, span, _setting(section, "level"), reference, (), options)


def _dotted(cls: str) -> str:
    if "." not in cls:
        return f"logging.{cls}" if cls else ""
    return f"logging.{cls}" if cls.startswith("handlers.") else cls


def _arguments(cls: str, section: Section) -> Iterator[tuple[str, Setting]]:
    """``args`` and ``kwargs``, which Python evaluates."""
    names = BY_NAME.get(cls.rpartition(".")[2], ())
    if "args" in section.options:
        option = section.options["args"]
        for number, value in enumerate(_tuple(option.value)):
            yield names[number] if number < len(names) else str(number), _told(value, option.span)
    if "kwargs" in section.options:
        option = section.options["kwargs"]
        tree = _parsed(option.value)
        if isinstance(tree, ast.Dict):
            for key, child in zip(tree.keys, tree.values, strict=True):
                if isinstance(key, ast.Constant):
                    yield str(key.value), _told(child, option.span)


def _parsed(text: str) -> ast.expr | None:
    try:
        return ast.parse(text.replace("\n", " "), mode="eval").body if len(text) < 10_000 else None
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


def _tuple(text: str) -> list[ast.expr]:
    tree = _parsed(text)
    return list(tree.elts) if isinstance(tree, ast.Tuple | ast.List) else [tree] if tree is not None else []


def _told(node: ast.expr, span: Span) -> Setting:
    try:
        value = ast.literal_eval(node)
    except (ValueError, TypeError, RecursionError, MemoryError):
        number = _number(node)
        if number is not None:
            return Setting(number, span)
        name = ast.unparse(node)
        if re.fullmatch(r"[\w.]+", name):
            return Setting(name, span)
        reason = f"the expression {name[:60]}"
        partly = _partly(node)
        return Setting(partly, span, open=reason) if partly else Setting(None, span, reason)
    if isinstance(value, str) and _OPEN.search(value):
        found = filled(value, span)
        return Setting(found.data if found.known else None, span, found.reason, found.open)
    return Setting(_text(value), span)


def _number(node: ast.expr, depth: int = 0) -> int | float | None:
    """A product or a sum of numbers, as sizes are written: ``10 * 1024 * 1024``."""
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, int | float) and not isinstance(node.value, bool) else None
    if not isinstance(node, ast.BinOp) or not isinstance(node.op, ast.Mult | ast.Add) or depth > _DEEPEST:
        return None
    left, right = _number(node.left, depth + 1), _number(node.right, depth + 1)
    if left is None or right is None:
        return None
    return left * right if isinstance(node.op, ast.Mult) else left + right


def _partly(node: ast.expr) -> str:
    """Text of which a part is known: ``folder + "/shop.log"``, ``"%s/shop.log" % folder``; ``""`` where none is."""
    if not isinstance(node, ast.BinOp):
        return ""
    left, right = ((one.value if isinstance(one, ast.Constant) else None) for one in (node.left, node.right))
    if isinstance(node.op, ast.Add) and (isinstance(left, str) or isinstance(right, str)):
        return f"{left if isinstance(left, str) else ELLIPSIS}{right if isinstance(right, str) else ELLIPSIS}"
    if isinstance(node.op, ast.Mod) and isinstance(left, str):
        return _FILLED.sub(ELLIPSIS, left)
    return ""


def _text(value: object) -> object:
    return value if isinstance(value, str | int | float | bool | tuple | None) else str(value)


def _logger(name: str, section: Section) -> Logger:
    handlers = tuple(_names(section.options["handlers"])) if "handlers" in section.options else ()
    propagate = _setting(section, "propagate")
    if propagate is not None and not propagate.unknown:
        propagate = replace(propagate, value=str(propagate.value).strip() not in ("0", "-0", "+0"))
    qualname = "" if name == "root" else section.text("qualname") or name
    return Logger(
        "" if qualname == "root" else qualname, section.span, _setting(section, "level"), propagate if name != "root" else None, handlers
    )


READER = Reader("ini", names=_NAMES, words=_WORDS, file=_read)
