"""What a condition vouches for: values known to be harmless, to be nothing, or to hold in one stage only."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator

from checker.source.index import lookups, misshapen, on_disk, references, worded
from checker.source.ir.syntax import last, names_of
from checker.source.lexicon.words import once, split

_PATTERNS = frozenset({"match", "fullmatch"})
_FORMS = frozenset({"isdigit", "isalnum", "isalpha", "isidentifier", "isdecimal", "isnumeric", "isprintable"}) | _PATTERNS
_SAME = frozenset({"lower", "upper", "strip", "casefold", "title"})
"""Methods that change no more than the writing."""
_CONVERTS = frozenset({"str", "int", "UUID"})
_JUDGES = frozenset(
    {"valid", "is", "allowed", "safe", "exists", "known", "validate", "has", "matches", "check", "verify", "verified", "authenticate",
     "authenticated", "authorize", "authorized", "login"}
)  # fmt: skip
"""Words of predicates: what passes one is no longer anything that a client may send; who logs in has a name that is known."""
_FAILED = frozenset({"error", "errors", "fault", "exception"})
_STAGES = frozenset({"environ", "getenv", "settings", "debug", "production", "prod", "stage", "env", "verbose", "dev", "development"})
_SETTINGS = frozenset({"conf", "config", "setting", "show", "expose", "stacktrace", "stacktraces", "tracebacks"})
_NO_TEXTS = frozenset({"int", "float", "bool", "list", "tuple", "dict", "set", "frozenset"})
"""Types whose values show no line break: texts in a list are written by their ``repr()``."""
_NUMBERS = frozenset({"float", "bool"})
_TYPES = frozenset({"type", "types", "kind", "kinds", "cls", "expected"})
"""Words of a type that somebody asks for: what is of another one is no secret that was given."""
_SINGLE = frozenset({"str", "bytes", "int", "float", "bool"})
"""Types of which nothing is found by a key."""
_MAPPINGS = frozenset({"dict", "Mapping", "MutableMapping"})
_CODES = frozenset({"rc", "ret", "code", "retcode", "returncode", "errno", "errcode", "status"})
"""Last words of names for how a call ended: 0 is well."""
_OF_ALL_KINDS = frozenset({"conf", "config", "cfg", "setting", "settings", "secret", "secrets", "env", "var", "vars"})
"""Last words of what the names of a program's settings begin with, secrets among them: ``APP_CONF_``."""
_IS = frozenset((ast.Is, ast.Eq))
_AMONG = frozenset((ast.In, ast.Eq))
_NOT_AMONG = frozenset((ast.NotIn, ast.NotEq))
Sides = tuple[list[str], list[str]]
"""Names for the branch where the test holds, and for the one where it fails."""
_NOTHING: Sides = ([], [])


def proven(test: ast.expr) -> Sides:
    """Names that are vouched for where the test holds, and where it fails.

    A name is vouched for as one of known values, as of harmless form, or as what something was found by: such a name stands with a
    ``=`` before it, and it is what was found; ``*path`` is a path that is there. One with a ``!`` only says what went wrong, one with a
    ``?`` is missing (and what it was read from lacks it), one with a ``+`` is a literal, ``~answer key`` is an answer without that key,
    ``%address`` is that of a file or has no login, ``#value`` is no text, ``^name key`` is another name than that key
    (``&name key`` where it may be what has no such key), ``$name key,key`` is one of these, ``/value`` has no keys, and
    what stands in ``@mapping key`` under that key is known, ``<name`` begins with some text,
    and ``-code`` tells that a call failed.
    """
    if isinstance(test, ast.NamedExpr):
        test = test.target
    if found := lookups.found(test):
        return [f"={found}"], [f"?{found}"]
    if isinstance(test, ast.Compare):
        return _by_comparison(test)
    if isinstance(test, ast.UnaryOp):
        return proven(test.operand)[::-1] if isinstance(test.op, ast.Not) else _NOTHING
    if isinstance(test, ast.BoolOp):
        return _joined(test, proven)
    call = test.value if isinstance(test, ast.Await) else test
    if isinstance(call, ast.Call):
        name = last(call.func)
        if name == "any":
            called, words = worded.asked(call)
            return [], [f"^{called} {word}" for word in words]
        if name == "get" and (lacking := _lacking(call)):
            asked, _, key = lacking[1:].partition(" ")
            return [f"!{asked}"] if not _FAILED.isdisjoint(split(key)) else [], [lacking]
        if name == "isinstance" and len(call.args) == 2 and isinstance(call.args[0], ast.Name):
            return _of_kind(call.args[0].id, names_of(call.args[1]).split())
        if "sqlite" in name or name in ("startswith", "endswith"):
            return _by_end(call) if name == "endswith" else _by_start(call, name), []
        if name in on_disk.ASKED:
            return on_disk.proven(call, _plain), []
        if isinstance(call.func, ast.Attribute) and lookups.asks(call.func):
            return [item for given in call.args[:1] if (item := _plain(given))], []
        if name in _FORMS or _judges(name):
            owner = call.func.value if isinstance(call.func, ast.Attribute) and name in _FORMS else None
            matched = [item.value for item in call.keywords if item.arg == "string" or name not in _FORMS]
            held = [name for item in (owner, *call.args, *matched) if item is not None and (name := _plain(item))]
            return [*held, *references.asked(call, _plain)], []
    return _NOTHING


def _by_comparison(test: ast.Compare) -> Sides:
    """What a comparison vouches for; of one side the other may be the name: ``item["id"] == wanted``."""
    if answer := _says_error(test):
        return ([f"!{answer}"], []) if isinstance(test.ops[0], ast.In) else ([], [f"!{answer}"])
    if address := _without_login(test):
        return ([f"%{address}"], []) if isinstance(test.ops[0], ast.NotIn) else ([], [f"%{address}"])
    if without := _without(test):
        told = [without, *_by_key(test)[1]]
        return (told, []) if isinstance(test.ops[0], ast.NotIn) else ([], told)
    if len(test.ops) != 1:
        return _NOTHING
    other = test.comparators[0]
    if isinstance(test.left, ast.Call) and isinstance(other, ast.Constant) and isinstance(other.value, bool):  # is_name(text) == False
        sides, same = proven(test.left), isinstance(test.ops[0], ast.Is | ast.Eq)
        return sides if same is other.value else sides[::-1]
    if _is_unmatched(test):  # PATTERN.fullmatch(name) is None
        found, nothing = proven(test.left)
        return (nothing, found) if isinstance(test.ops[0], ast.Is | ast.Eq) else (found, nothing)
    turned = isinstance(test.ops[0], ast.Eq | ast.NotEq) and not isinstance(test.left, ast.Constant | ast.Name)
    held, failed = _compared(test, _plain(other if turned and not _plain(test.left) else test.left))
    among, but = _by_key(test)
    known, unknown = worded.by_item(test)
    held, failed = [*held, *known], [*failed, *unknown]
    return ([*held, *but], [*failed, *among]) if isinstance(test.ops[0], ast.NotIn | ast.NotEq) else ([*held, *among], [*failed, *but])


def _of_kind(name: str, kinds: list[str]) -> Sides:
    """What ``isinstance(outcome, kinds)`` vouches for: an exception came in the place of a value, or a value is no text."""
    if kinds and all(kind.rpartition(".")[2].endswith(("Exception", "Error")) for kind in kinds):
        return [f"!{name}"], []
    flat = [f"/{name}"] if kinds and not _MAPPINGS.isdisjoint(kinds) else []
    held = [f"#{name}"] if kinds and _NO_TEXTS.issuperset(kinds) else []
    return ([*held, f"/{name}"] if kinds and _SINGLE.issuperset(kinds) else held, flat)


def _is_unmatched(test: ast.Compare) -> bool:
    """Whether a test asks if a pattern found anything."""
    nothing = isinstance(test.comparators[0], ast.Constant) and test.comparators[0].value is None
    return nothing and len(test.ops) == 1 and isinstance(test.left, ast.Call) and last(test.left.func) in _PATTERNS


def _compared(test: ast.Compare, name: str) -> Sides:
    """What ``name == value`` and its like vouch for."""
    if not name:
        return _NOTHING
    operator, other = type(test.ops[0]), test.comparators[0]
    if isinstance(other, ast.Constant) and other.value is None:
        found, missing = [f"={name}"], [f"?{name}"]
        return (missing, found) if operator in _IS else (found, missing)
    if operator in _AMONG:
        literal = operator is ast.Eq and isinstance(other, ast.Constant)
        return [name, f"+{name}"] if literal else [name], _failed(name, other)
    return (_failed(name, other), [name]) if operator in _NOT_AMONG else _NOTHING


def _failed(name: str, other: ast.expr) -> list[str]:
    """``-rc`` where a call's code is not 0."""
    zero = isinstance(other, ast.Constant) and type(other.value) is int and other.value == 0
    return [f"-{name}"] if zero and not _CODES.isdisjoint(split(name)[-1:]) else []


def _joined(test: ast.BoolOp, ask: Callable[[ast.expr], Sides]) -> Sides:
    """What all parts tell together: of ``and`` where it holds, of ``or`` where it fails.

    Where each part of an ``or`` says that something is missing, one of them is, and the answer is none that was hoped for; what all
    parts say of one name, ``not isinstance(url, str) or not url``, is so.
    """
    parts = [ask(value) for value in test.values]
    if isinstance(test.op, ast.And):
        return [name for held, _ in parts for name in held], []
    lacking = [[name for name in held if name[0] in "?~"] for held, _ in parts]
    told = [name for names in lacking for name in names] if all(lacking) else []
    both = [name for name in parts[0][0] if name not in told and all(name in held for held, _ in parts[1:])]
    wrong = [name for held, _ in parts for name in held if name[0] == "!"]
    if wrong and ask is proven:  # ``answer is None or isinstance(answer, Error)``
        others = [{*held, *(f"!{name}" for name in empty(value)[0])} for (held, _), value in zip(parts, test.values, strict=True)]
        both += [name for name in wrong if name not in both and all(name in other for other in others)]
    return [*told, *both], [name for _, failed in parts for name in failed]


def _says_error(test: ast.Compare) -> str:
    """The name in ``"error" in answer``: such an answer holds no token."""
    key, where = test.left, test.comparators[0]
    if not (isinstance(key, ast.Constant) and isinstance(key.value, str) and isinstance(where, ast.Name)):
        return ""
    says = key.value == "Message" or not _FAILED.isdisjoint(split(key.value))
    return where.id if says and len(test.ops) == 1 and isinstance(test.ops[0], ast.In | ast.NotIn) else ""


def _without(test: ast.Compare) -> str:
    """``~answer key`` for ``"key" not in answer``; who asks knows which keys matter."""
    key, where = test.left, test.comparators[0]
    if len(test.ops) != 1 or not isinstance(test.ops[0], ast.In | ast.NotIn) or not isinstance(where, ast.Name):
        return ""
    return f"~{where.id} {key.value}" if isinstance(key, ast.Constant) and isinstance(key.value, str) else ""


def _by_key(test: ast.Compare) -> Sides:
    """What ``key in ("host", "port")`` and ``"password" in key.lower()`` vouch for, which ask what a value is called: where it is one of
    them, and where it is none.
    """
    key, other = test.left, test.comparators[0]
    of_parts = isinstance(test.ops[0], ast.In | ast.NotIn)
    if isinstance(key, ast.Constant) or not of_parts:
        key, written = (other, key) if of_parts else (key, other)
        word = written.value if isinstance(written, ast.Constant) and isinstance(written.value, str) else ""
        name = _plain(key)
        mark = "&" if of_parts and isinstance(key, ast.Name) else "^"
        called = word or worded.constant(written)
        kept = [f"${name} {called}"] if name and called and isinstance(test.ops[0], ast.Eq | ast.NotEq) else []
        return kept, [f"{mark}{name} {worded.ANY_WORD if of_parts and word in worded.PARTS else word}"] if name and word else []
    name = _plain(key)
    words = worded.listed(other, name) if name else []
    kept = [f"${name} {','.join(words)}"] if words and words != [worded.ANY_WORD] else []
    kept = [f"${name} {worded.ALLOWED}"] if not words and name and worded.allows(other) else kept
    return kept, [f"^{name} {','.join(words)}"] if words else []


def _without_login(test: ast.Compare) -> str:
    """The name in ``"@" in address``: where there is none, no user and no password stand before the host."""
    sign, where = test.left, test.comparators[0]
    if len(test.ops) != 1 or not isinstance(test.ops[0], ast.In | ast.NotIn) or not isinstance(sign, ast.Constant) or sign.value != "@":
        return ""
    return where.id if isinstance(where, ast.Name) else ""


def _lacking(call: ast.Call) -> str:
    """``~answer key`` for ``answer.get("key")``, which is asked whether it is there."""
    if not (isinstance(call.func, ast.Attribute) and isinstance(call.func.value, ast.Name) and call.args):
        return ""
    key = call.args[0]
    return f"~{call.func.value.id} {key.value}" if isinstance(key, ast.Constant) and isinstance(key.value, str) else ""


def _by_start(call: ast.Call, name: str) -> list[str]:
    """What ``is_sqlite(address)``, ``address.startswith("sqlite")`` and ``name.startswith("LABEL_")`` vouch for."""
    if name == "startswith" and not _of_a_file(call):
        return references.begun(call, _plain) or ([begun] if (begun := _begins(call)) else [])
    given = call.args if "sqlite" in name else [call.func.value] if isinstance(call.func, ast.Attribute) else []
    return [f"%{item.id}" for item in given if isinstance(item, ast.Name)]


def _begins(call: ast.Call) -> str:
    """``<name`` for ``name.startswith("DOCKER_LABEL_")``: what goes by such names is of one kind; by one word a program's own begin, and
    all of a request's headers by ``HTTP_``."""
    if not (isinstance(call.func, ast.Attribute) and len(call.args) == 1):
        return ""
    given, name = call.args[0], _plain(call.func.value)
    parts = given.elts if isinstance(given, ast.Tuple) else [given]
    written = [split(part.value) if isinstance(part, ast.Constant) and isinstance(part.value, str) else () for part in parts]
    kinds = all(len(words) > 1 and "http" not in words and words[-1] not in _OF_ALL_KINDS for words in written)
    return f"<{name}" if name and kinds else ""


def _by_end(call: ast.Call) -> list[str]:
    """``$name SortBy`` for ``name.endswith("SortBy")``, which asks what something is called; a word of secrets may end the name of one."""
    name = _plain(call.func.value) if isinstance(call.func, ast.Attribute) and len(call.args) == 1 else ""
    given = call.args[0] if name else None
    parts = given.elts if isinstance(given, ast.Tuple) else [given]
    written = [part.value if isinstance(part, ast.Constant) and isinstance(part.value, str) else "" for part in parts]
    kinds = all(words and worded.PARTS.isdisjoint(words) for words in map(split, written))
    return [f"${name} {','.join(written)}"] if name and kinds else []


def _of_a_file(call: ast.Call) -> bool:
    """Whether ``address.startswith(...)`` asks for a database in a file."""
    given = call.args[0] if call.args else None
    return isinstance(given, ast.Constant) and isinstance(given.value, str) and given.value.startswith("sqlite")


def _plain(node: ast.expr) -> str:
    """The name behind ``name``, ``name.lower()``, ``name.strip()``, ``str(name)`` and ``int(name)``."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in _SAME and not node.args:
        node = node.func.value
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _CONVERTS and len(node.args) == 1:
        node = node.args[0]
    return node.id if isinstance(node, ast.Name) else ""


def empty(test: ast.expr) -> Sides:
    """Names that hold nothing, or no text, where the test holds; and where it fails."""
    if isinstance(test, ast.NamedExpr):
        test = test.target
    if isinstance(test, ast.Name) or (isinstance(test, ast.Call) and last(test.func) == "strip"):
        return [], [name] if (name := _plain(test)) else []
    if isinstance(test, ast.Compare):
        if isinstance(test.left, ast.Name) and len(test.ops) == 1:
            other = test.comparators[0]
            if isinstance(other, ast.Constant) and other.value is None:
                return ([test.left.id], []) if type(test.ops[0]) in _IS else ([], [test.left.id])
        return _NOTHING
    if isinstance(test, ast.UnaryOp):
        return empty(test.operand)[::-1] if isinstance(test.op, ast.Not) else _NOTHING
    if isinstance(test, ast.BoolOp):
        told = _joined(test, empty)
        held = empty(test.values[0])[0] if isinstance(test.op, ast.Or) else []  # not isinstance(key, bytes) or len(key) != 16
        return told if len(held) != 1 or not all(misshapen.of_length(part, held[0]) for part in test.values[1:]) else (held, told[1])
    if isinstance(test, ast.Call) and last(test.func) == "isinstance" and len(test.args) == 2 and isinstance(test.args[0], ast.Name):
        kinds = set(names_of(test.args[1]).split())
        if kinds and kinds <= _NUMBERS:
            return [test.args[0].id], []
        kind = last(test.args[1])
        asked = {"str", "bytes"} & kinds or (kind.islower() and not _TYPES.isdisjoint(split(kind)))
        return ([], [test.args[0].id]) if asked else _NOTHING
    return _NOTHING


def by_stage(test: ast.expr) -> bool:
    """Whether a condition asks where the program runs, not what the value is."""
    return any(map(_is_stage, _names(test)))


def by_setting(test: ast.expr) -> bool:
    """Whether a condition asks for a setting: ``if config.get("SHOW_STACKTRACE"):``."""
    return any(_is_stage(name) or not _SETTINGS.isdisjoint(split(name)) for name in _names(test))


def _names(test: ast.expr) -> Iterator[str]:
    """The names and the literal keys in a condition."""
    waiting: list[ast.expr] = [test]
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.Name):
            yield node.id
        elif isinstance(node, ast.Attribute):
            yield node.attr
            waiting.append(node.value)
        elif isinstance(node, ast.Call):
            waiting.append(node.func)
            waiting += node.args
        elif isinstance(node, ast.Compare):
            waiting.append(node.left)
            waiting += node.comparators
        elif isinstance(node, ast.BoolOp):
            waiting += node.values
        elif isinstance(node, ast.UnaryOp):
            waiting.append(node.operand)
        elif isinstance(node, ast.Subscript):
            waiting.append(node.value)


@once
def _is_stage(name: str) -> bool:
    return not _STAGES.isdisjoint(split(name))


@once
def _judges(name: str) -> bool:
    return not _JUDGES.isdisjoint(split(name))
