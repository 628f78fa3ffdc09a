"""How the call of a logger's method is written: what its message is made of, and what it is given. Read off the ``ast``, call by call."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from checker import patterns as re
from checker.source.ir.syntax import dotted, last

METHODS = frozenset({"debug", "info", "warning", "warn", "error", "exception", "critical", "fatal", "log", "trace", "success"})
"""Methods of which the message is the first argument, or the second one of ``log``."""
ROOTS = frozenset({"logging", "logging.root"})
"""What makes records of the root logger."""
OTHER, LITERAL, FSTRING, PERCENT, FORMAT, SUM = range(6)
"""What a message is: anything else, one text literal (a translation's marker around it counts not), and four ways to format it at once."""
IN_LOOP, ASKED, MAPPING, SPREAD, CLASHING, UNTRACED, UNKNOWN_NAME = 1, 2, 4, 8, 16, 32, 64
"""Flags: written in each pass of a loop; behind a question for the level; a dict literal is its only argument; a starred argument;
``extra`` has a name that every record has; it asks for a traceback where no clause handles an error; a keyword that `logging` has not."""
UNKNOWN, KEYED, BROKEN, LACKING = -1, -2, -3, -4
"""For the number of placeholders: nothing is known, ``%(key)s`` is among them, the template is no template, the mapping lacks a key."""
RESERVED = frozenset(
    {
        "name", "msg", "args", "levelname", "levelno", "pathname", "filename", "module", "exc_info", "exc_text", "stack_info", "lineno",
        "funcName", "created", "msecs", "relativeCreated", "thread", "threadName", "processName", "process", "message", "asctime",
    }
)  # fmt: skip
"""Names that `logging.Logger.makeRecord` refuses to overwrite."""
KEYWORDS = frozenset({"exc_info", "extra", "stack_info", "stacklevel", "msg", "level"})
"""Keywords that the methods of `logging.Logger` take."""
Shape = tuple[int, int, int, int, int, int, str]
"""The call's node, what the message is, how many ``%`` placeholders and ``{}`` fields it has, how many arguments follow it, flags,
and the costly call among the arguments."""
_PLACEHOLDER = re.compile(
    r"%(?P<key>\([^)]*\))?(?P<flags>[#0\- +]*)(?P<width>\*|\d*)(?:\.(?P<digits>\*|\d*))?[hlL]?(?P<kind>.?)", re.DOTALL
)
_PLAIN = re.compile(r"(?<![\w%])%(?:\((?P<key>\w+)\))?[srd](?![\w%/-]|:\S)")
"""What is a placeholder beyond doubt: ``100% done`` and ``%d/%m/%Y`` hold none."""
_DATE = re.compile(r"%[YmHMSBbpjZz](?![a-z])")
"""A part of a date's format that is no placeholder: ``%Y-%m-%d %H:%M`` takes no argument."""
_FIELD = re.compile(r"\{(?P<name>\w*)[^{}]*\}")
_KINDS = frozenset("diouxXeEfFgGcrsa")
_COSTLY = frozenset(
    {
        "dumps", "pformat", "deepcopy", "model_dump", "model_dump_json", "to_dict", "to_json", "asdict", "getsource",
        "format_stack", "prettify", "tostring",
    }
)  # fmt: skip
"""Calls that walk through a whole object to write it down."""


def shape(node: ast.Call, method: str, call: int, flags: int) -> Shape | None:
    """What there is to tell of a call of a logger's method; ``None`` where nothing is."""
    first = 1 if method == "log" else 0
    named = [item.value for item in node.keywords if item.arg == "msg"]
    if len(node.args) <= first and not named:
        return None
    message, given = (named[0], []) if named else (node.args[first], node.args[first + 1 :])
    built, text = _built(message)
    wanted = fields = UNKNOWN
    if built == LITERAL and named:
        wanted = fields = 0  # such a template can get no values, so that none are forgotten
    elif built == LITERAL:
        wanted, fields = placeholders(text, bare=not given), braces(text) if "{" in text else 0
    if any(isinstance(item, ast.Starred) for item in node.args):
        flags |= SPREAD
    elif len(given) == 1 and isinstance(given[0], ast.Dict):
        flags |= MAPPING
        wanted = LACKING if wanted == KEYED and _lacks(given[0], text) else wanted
    if any(item.arg == "extra" and not RESERVED.isdisjoint(_keys(item.value)) for item in node.keywords):
        flags |= CLASHING
    if any(item.arg is not None and item.arg not in KEYWORDS for item in node.keywords):
        flags |= UNKNOWN_NAME
    costly = next(_costly([message, *given]), "")
    plain = built == OTHER or (built == LITERAL and not (wanted or fields or given))
    if plain and not (flags & (IN_LOOP | CLASHING | UNTRACED | UNKNOWN_NAME) or costly):
        return None
    return call, built, wanted, fields, len(given), flags, costly


def _built(message: ast.expr) -> tuple[int, str]:
    if isinstance(message, ast.JoinedStr):
        return (FSTRING if any(isinstance(part, ast.FormattedValue) for part in message.values) else OTHER), ""
    text = _literal(message)
    if text is not None:
        return LITERAL, text
    if isinstance(message, ast.BinOp) and isinstance(message.op, ast.Mod) and _literal(message.left) is not None:
        return PERCENT, ""
    if isinstance(message, ast.BinOp) and isinstance(message.op, ast.Add):
        return (SUM if any(isinstance(term, ast.JoinedStr) or _literal(term) is not None for term in _terms(message)) else OTHER), ""
    if isinstance(message, ast.Call) and isinstance(message.func, ast.Attribute) and message.func.attr == "format":
        return (FORMAT if _literal(message.func.value) is not None else OTHER), ""
    return OTHER, ""


def _keys(node: ast.expr) -> Iterator[str]:
    """The names in a dict literal or a call of ``dict()``."""
    if isinstance(node, ast.Dict):
        yield from (key.value for key in node.keys if isinstance(key, ast.Constant) and isinstance(key.value, str))
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "dict":
        yield from (item.arg for item in node.keywords if item.arg is not None)


def _lacks(given: ast.Dict, template: str) -> bool:
    """Whether a mapping of which every key is known has not all that a template names."""
    keys = set(_keys(given))
    wanted = {match["key"][1:-1] for match in _PLACEHOLDER.finditer(template) if match["key"]}
    return len(keys) == len(given.keys) and not wanted <= keys


def _terms(node: ast.expr) -> Iterator[ast.expr]:
    while isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        yield node.right
        node = node.left
    yield node


def _literal(node: ast.expr) -> str | None:
    """A text literal, also one in a translation's marker (``_("...")``) or put together of several."""
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else None
    if isinstance(node, ast.Call) and len(node.args) == 1 and not node.keywords and last(node.func) in _MARKERS:
        return _literal(node.args[0])
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        parts = [term.value if isinstance(term, ast.Constant) else None for term in _terms(node)]
        texts = [part for part in parts if isinstance(part, str)]
        return "".join(reversed(texts)) if len(texts) == len(parts) else None
    return None


_MARKERS = frozenset({"_", "_LI", "_LW", "_LE", "_LC", "gettext", "gettext_noop", "ugettext", "_noop", "N_"})


def placeholders(template: str, *, bare: bool) -> int:
    """How many arguments a ``%`` template takes.

    ``bare``: without any argument ``logging`` does not format at all, so that only what is a placeholder beyond doubt counts.
    """
    if "%" not in template:
        return 0
    if bare:
        keys = [match["key"] for match in _PLAIN.finditer(template)]
        return 0 if _DATE.search(template) or not RESERVED.isdisjoint(keys) else len(keys)  # a format of records may be told of
    count, keyed = 0, False
    for match in _PLACEHOLDER.finditer(template):
        kind = match["kind"]
        if kind == "%" and not (match["key"] or match["flags"] or match["width"]):
            continue
        if kind not in _KINDS or not kind:
            return BROKEN
        keyed = keyed or bool(match["key"])
        count += 1 + (match["width"] == "*") + (match["digits"] == "*")
    return KEYED if keyed else count


def braces(template: str) -> int:
    """How many positional arguments a ``{}`` template takes; `UNKNOWN` where it names some or is not one."""
    names = [match["name"] for match in _FIELD.finditer(template.replace("{{", "").replace("}}", ""))]
    if any(name and not name.isdigit() for name in names):
        return UNKNOWN
    return max([names.count(""), *(int(name) + 1 for name in names if name)]) if names else 0


def _costly(arguments: list[ast.expr]) -> Iterator[str]:
    for argument in arguments:
        for node in ast.walk(argument):
            if isinstance(node, (ast.ListComp, ast.SetComp, ast.DictComp)):
                yield "a comprehension"
            elif isinstance(node, ast.Call) and last(node.func) in _COSTLY:
                yield f"{dotted(node.func) or last(node.func)}()"
            elif isinstance(node, ast.Lambda):
                return


def asks_traceback(node: ast.Call, method: str) -> bool:
    """Whether a call writes the traceback of the error that is being handled: ``exception(...)``, ``exc_info=True``."""
    told = next((item.value for item in node.keywords if item.arg == "exc_info"), None)
    return method == "exception" if told is None else isinstance(told, ast.Constant) and told.value in (True, 1)


def asked(one: Shape) -> Shape:
    """The same call behind a question for the level."""
    return (*one[:5], one[5] | ASKED, one[6])


def asks_level(test: ast.expr) -> bool:
    """Whether a test asks if a record would be written at all: ``logger.isEnabledFor(DEBUG)``, ``if verbose``."""
    for node in ast.walk(test):
        name = node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""
        if name in _QUESTIONS or "debug" in name.lower() or "verbose" in name.lower():
            return True
    return False


_QUESTIONS = frozenset({"isEnabledFor", "is_enabled_for", "isEnabled", "getEffectiveLevel", "level", "log_level", "loglevel"})
