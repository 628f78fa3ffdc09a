"""Calls -> nodes, and what a called name tells of the call and of what it is given."""

from __future__ import annotations

import ast
import functools
from typing import Any

from checker.source import ir
from checker.source.index import deferred, logging_in, presented, queries, switches
from checker.source.index.bindings import Bindings
from checker.source.index.evidence import owners, unwrapped
from checker.source.index.marks import CARRIED, DISPLAYS, NAMED, OBJECT, OPTION, PATH, SECTIONS, SWITCH
from checker.source.index.settled import compared
from checker.source.ir.shapes import IN_LOOP, METHODS, UNTRACED, asks_traceback, shape
from checker.source.ir.syntax import dotted, last
from checker.source.lexicon.words import once, split

_VALIDATES = frozenset({"validate", "ensure", "verify", "assert", "require", "authorize"})
_WIRE = frozenset({"headers", "cookies", "data", "json", "body"})
"""Keywords by which a request is given what it sends."""
_SENDING = frozenset({"get", "post", "put", "patch", "delete", "request", "head", "send", "urlopen", "fetch", "stream", "Request"})
_COMMAND_OPTION = "option"
"""A decorator of click: what it takes is known by the command's parameters."""
_OPTIONS = frozenset({"add_argument", "add_option", _COMMAND_OPTION})
_READERS = frozenset(
    {"safe_open", "expand_path", "from_private_key_file", "from_service_account_file", "from_authorized_user_file", "load_cert_chain"}
)
"""Last parts of calls that read the file whose name they are given, whatever they are methods of."""
_PATH_CALLS = _READERS | {
    "open", "LWPCookieJar", "MozillaCookieJar", "Path", "isfile", "exists", "abspath", "expanduser", "import_string", "realpath", "dirname",
    "basename", "isdir", "stat", "islink", "readlink", "remove", "unlink", "chmod",
}  # fmt: skip
_NO_METHODS = frozenset((ir.GLOBAL, ir.LAMBDA, ir.CLASS, ir.IMPORT))
"""Operations whose value is no logger's method that a local name holds."""
_LOGS = frozenset({"log", "logger", "debug", "logging"})
_GETTERS = frozenset({"get", "getenv"})
_KEYED = frozenset({"get", "pop", "setdefault"})
_NUMBERS = frozenset({"id", "pk"})
_FINDERS = frozenset({"filter", "exclude", "get", "aget", "get_object_or_404", "get_or_create"})
"""Calls that find rows of a model by its number."""
_GETS_ROW = frozenset({"get", "aget", "get_object_or_404", "aget_object_or_404"})
"""Calls that raise where a model has no such row."""
_QUERIES = frozenset({"filter", "where", "having"})
"""Methods that tell a query what to look for by comparisons."""
_OTHERS = deferred.NAMES | {deferred.TOGETHER}
_KEEPS_ROWS = frozenset({"add", "delete", "merge", "refresh", "expunge"})
"""Methods by which a database's session is told of a row: ``db.session.delete(token)``."""
_GROWERS = frozenset({"append", "add", "appendleft", "extend", "insert", "update"})


class Calls(Bindings):
    """Reads calls: the last part of a called name says whether it may write a log, switch something on or change its arguments."""

    sink_names: frozenset[str]
    setup_names: frozenset[str]
    noted: frozenset[str]

    def _call(self, node: ast.Call) -> int:
        scope, callee, readers = self.scope, node.func, self.readers
        function = readers[type(callee)](callee)
        arguments = [-1 - self.value(item.value) if isinstance(item, ast.Starred) else readers[type(item)](item) for item in node.args]
        keywords = []
        for keyword in node.keywords:
            name, given = keyword.arg or "", keyword.value
            keywords.append([name, readers[type(given)](given)])
            if (
                name
                and (self.told[name] or (name in _WIRE and getattr(callee, "attr", "") in _SENDING))
                and (owner := dotted(unwrapped(given)))
            ):
                self._note(scope.uses, owner, name, given)
                if (told := self.told[name]) is not None and told.is_secret and getattr(callee, "attr", "") not in self.sink_names:
                    presented.note(scope.called, (presented.name_of(given),))
            self._logs_in(logging_in.in_pair(name, given))
            if isinstance(given, ast.Name) and given.id in scope.env and _vouches(name, callee):
                scope.set(given.id, scope.add(ir.CHECKED, scope.env[given.id]))
        if isinstance(callee, ast.Call) and (inner := deferred.wrapped(scope, node, function)) is not None:
            node, function, callee = inner.node, inner.function, inner.node.func
            arguments, keywords = [*inner.given, *arguments], [*inner.named, *keywords]
        nodes = scope.nodes
        found, last = len(nodes), ""
        nodes.append((ir.CALL, function, arguments, keywords, node.lineno, node.col_offset))
        scope.calls.append(found)
        if isinstance(callee, ast.Attribute):
            last = callee.attr
            if last in _QUERIES and (names := compared(node)):
                scope.compared[found] = names
            scope.called.add(last)
            scope.called.update(queries.in_call(node) if last in queries.NAMES else ())
            if last in self.noted:
                self._called(node, callee, last, found)
                self._member_by_call(callee, node)
        elif isinstance(callee, ast.Name):
            last = callee.id
            scope.called.add(last)
            if last in self.noted or nodes[function][0] not in _NO_METHODS or self._may_log(last):
                self._called(node, callee, last, found)
        elif isinstance(callee, (ast.Call, ast.IfExp, ast.Subscript)):
            scope.sinks.append(found)
        if last in logging_in.NAMES:
            self._logs_in(logging_in.by_place(node, last), logging_in.KEYS.get(last, "password"))
        if last in presented.NAMES:
            presented.note(scope.called, presented.in_call(node, last))
        return self._result(node, last, arguments, keywords, found) if last in _OTHERS else found

    def _result(self, node: ast.Call, last: str, arguments: list[int], keywords: list[list[Any]], call: int) -> int:
        """The node of what a call gives that lets others run: theirs where it waits for them, its own elsewhere."""
        if last == deferred.TOGETHER:
            return self._together(arguments, call)
        return self.scope.calls[-1] if self._deferred(node, last, arguments, keywords) and last in deferred.RESULTS else call

    def _together(self, arguments: list[int], call: int) -> int:
        """What ``gather(one(), two())`` gives, and ``gather(*[one(name) for name in names])``."""
        if len(arguments) == 1 and arguments[0] < 0:
            return -1 - arguments[0]
        return self.scope.add(ir.SEQ, arguments) if min(arguments, default=-1) >= 0 else call

    def _deferred(self, node: ast.Call, name: str, arguments: list[int], keywords: list[list[Any]]) -> bool:
        """Note what is run elsewhere or later with what it is given here, as the last of the calls; whether there is such a thing."""
        made = deferred.run(self.scope, node, name, arguments, keywords)
        if made is None:
            return False
        function = made.func
        last = function.attr if isinstance(function, ast.Attribute) else function.id if isinstance(function, ast.Name) else ""
        self.scope.called.add(last)
        if name != deferred.PARTIAL and isinstance(function, (ast.Attribute, ast.Name)) and last in self.noted:
            self._called(made, function, last, self.scope.calls[-1])
        return True

    def _called(self, node: ast.Call, callee: ast.Attribute | ast.Name, last: str, call: int) -> None:
        """Note what the last part of a called name tells."""
        scope = self.scope
        if last in self.sink_names or (isinstance(callee, ast.Name) and self._holds_method(last, scope.nodes[call][1])):
            scope.sinks.append(call)
            if scope.handling >= 0:
                scope.rescues.append((call, scope.handling))
            flags = IN_LOOP * (scope.loop == (scope.guard, scope.handling)) | UNTRACED * (scope.handling < 0 and asks_traceback(node, last))
            if last in METHODS and (found := shape(node, last, call, flags)) is not None:
                scope.shapes.append(found)
        if last in self.setup_names:
            scope.setups.append((call, scope.guard > 0))
        if (
            ((last in _PATH_CALLS and _of_files(callee)) or (last in _GETTERS and _of_environ(dotted(callee))))
            and node.args
            and (owner := _written(_as_text(node.args[0])))
        ):
            self._note(scope.uses, owner, PATH, node.args[0])

        if last in _KEEPS_ROWS and len(node.args) == 1 and (owner := dotted(node.args[0])) and _of_session(callee):
            self._note(self.scope.uses, owner, OBJECT, node.args[0])

    def _holds_method(self, name: str, value: int) -> bool:
        """Whether a local name holds a logger's method, by its name or by what was assigned."""
        nodes = self.scope.nodes
        held = [nodes[value]]
        if held[0][0] in _NO_METHODS:  # of a module's own name it is not yet known what it holds
            return held[0][0] in (ir.GLOBAL, ir.IMPORT) and self._may_log(name)
        for _ in range(3):
            held = [
                nodes[item] for node in held for item in (node[1] if node[0] == ir.UNION else [node[2]] if node[0] == ir.VAR else [])
            ] or held
        if any(node[0] == ir.ATTR and node[2] in self.sink_names for node in held):
            return True
        if any(node[0] == ir.CALL and nodes[node[1]][0] == ir.GLOBAL and "log" in split(nodes[node[1]][1]) for node in held):
            return True  # emit = log_method(level)
        given = (nodes[node[2][0]] for node in held if node[0] == ir.CALL and node[2] and node[2][0] >= 0)
        if any(node[0] == ir.ATTR and node[2] in self.sink_names for node in given):
            return True  # emit = partial(logger.log, level)
        return "log" in split(name) and held[0][0] in (ir.PARAM, ir.CALL)

    def _may_log(self, name: str) -> bool:
        """Whether a module's own name may hold a logger's method: ``log_info = logger.info``, ``_debug = logger.debug``."""
        return _logs(name) or name.lstrip("_") in self.sink_names

    def _member_by_call(self, callee: ast.Attribute, node: ast.Call) -> None:
        """``d.get("password")`` tells of ``d``; ``d.pop("password")`` changes it."""
        if callee.attr in _KEYED and node.args and isinstance(key := node.args[0], NAMED):
            if told := self._named_key(key):
                for owner in owners(callee.value, self.scope):
                    self._note(self.scope.members, owner, told, node)
            if callee.attr == "pop":
                self.drop(callee.value, key)
        elif callee.attr in _KEYED and node.args and isinstance(key := node.args[0], ast.Constant):
            nested = len(node.args) > 1 and isinstance(node.args[1], DISPLAYS)  # what is kept there is a collection
            if isinstance(key.value, str) and (key.value in CARRIED or (self.told[key.value] and not nested)):
                for owner in owners(callee.value, self.scope):
                    self._note(self.scope.members, owner, key.value, node)
            if callee.attr == "pop":
                self.drop(callee.value, key)
            self._in_section(callee, node)
        elif callee.attr in _OPTIONS:
            owner = SWITCH if switches.is_switch(node) else OPTION
            for name in switches.names(node) if callee.attr != _COMMAND_OPTION or owner is SWITCH else ():
                if self.told[name]:
                    self._note(self.scope.members, owner, name, node)

    def _in_section(self, callee: ast.Attribute, node: ast.Call) -> None:
        """``parser.get("database", "password")`` tells of the parser's sections."""
        key = node.args[1] if callee.attr == "get" and len(node.args) == 2 else None
        if isinstance(key, ast.Constant) and isinstance(key.value, str) and self.told[key.value] and (owner := dotted(callee.value)):
            self._note(self.scope.members, owner + SECTIONS, key.value, node)

    def changed(self, node: ast.Call, call: int) -> None:
        """What a call made for its effect does to local names: ``d.update(x)``, ``scrub(d)``."""
        scope, callee = self.scope, node.func
        if isinstance(callee, ast.Attribute) and isinstance(callee.value, ast.Name) and callee.value.id in scope.env:
            name = callee.value.id
            old = scope.env[name]
            if callee.attr == "setdefault" and len(node.args) > 1 and isinstance(key := node.args[0], ast.Constant):
                kept, value = key.value if isinstance(key.value, str) else None, scope.nodes[call][2][1]
                scope.set(name, scope.add(ir.SET, old, kept, value, node.lineno, node.col_offset))
                return
            if callee.attr in _GROWERS and scope.nodes[old][0] != ir.IMPORT:  # loguru's logger.add() is none
                given = [abs(argument + 1) if argument < 0 else argument for argument in scope.nodes[call][2]]
                if callee.attr in ("extend", "update"):
                    old = self._updated(old, given, node)
                    for keyword, value in scope.nodes[call][3]:
                        old = (
                            scope.add(ir.SET, old, keyword or None, value, node.lineno, node.col_offset)
                            if keyword
                            else scope.union([old, value])
                        )
                else:
                    old = scope.add(ir.SEQ, [old, *given])
                scope.set(name, old)
                return
        names = [argument.id for argument in node.args if isinstance(argument, ast.Name) and argument.id in scope.env]
        if names:
            last = callee.attr if isinstance(callee, ast.Attribute) else callee.id if isinstance(callee, ast.Name) else ""
            if _validates(last):
                for name in names:
                    scope.set(name, scope.add(ir.CHECKED, scope.env[name]))
            elif last not in self.sink_names:
                for name in names:
                    scope.set(name, scope.add(ir.TOUCHED, scope.env[name], call))

    def added_to(self, node: ast.Call, call: int) -> None:
        """What a call does to local names that gives something as well: ``user, password = self._add_login(data)``."""
        scope = self.scope
        for name in (argument.id for argument in node.args if isinstance(argument, ast.Name)):
            if name in scope.env and scope.nodes[scope.env[name]][0] == ir.VAR:
                scope.set(name, scope.add(ir.TOUCHED, scope.env[name], call))

    def _updated(self, old: int, given: list[int], place: ast.Call) -> int:
        """``d.update({"a": 1})`` sets keys; with anything else it is one of both."""
        written = self.scope.nodes[given[0]] if len(given) == 1 else (ir.OPAQUE,)
        if written[0] != ir.DICT or not all(key not in (None, "**") for key in written[1]):
            return self.scope.union([*given, old])
        for key, value in zip(written[1], written[2], strict=True):
            old = self.scope.add(ir.SET, old, key, value, place.lineno, place.col_offset)
        return old


@functools.lru_cache(maxsize=8)
def noted(sinks: frozenset[str], setups: frozenset[str]) -> frozenset[str]:
    """Names whose calls tell something; most calls are of none of them."""
    return sinks | setups | _PATH_CALLS | _GETTERS | _KEYED | _OPTIONS | _KEEPS_ROWS


@once
def _of_environ(called: str) -> bool:
    """Whether what is called reads the environment: ``os.environ.get``, ``os.getenv``, ``env_vars.get``; not ``environment_cache.get``."""
    return "env" in called and split(called.rpartition(".")[0].rpartition(".")[2])[-1:] != ("cache",)


@once
def _logs(name: str) -> bool:
    """Whether a name's words say so: ``log_info``."""
    words = split(name)
    return len(words) > 1 and not _LOGS.isdisjoint((words[0], words[-1]))


@once
def _validates(name: str) -> bool:
    """Whether a function of that name raises where the value is wrong."""
    return name in ("UUID", "int", "float") or not _VALIDATES.isdisjoint(split(name))


def _vouches(name: str, callee: ast.expr) -> bool:
    """Whether a call goes on only with a value that a model takes as a number, or that a row has: ``Shop.objects.get(slug=slug)``."""
    found = last(callee)
    if name in _NUMBERS:
        return found in _FINDERS
    return found in _GETS_ROW and (found not in ("get", "aget") or ".objects." in f".{dotted(callee)}") and "__" not in name


def _of_session(callee: ast.expr) -> bool:
    """Whether a method is one of a database's session."""
    return isinstance(callee, ast.Attribute) and split(last(callee.value))[-1:] == ("session",)


def _of_files(callee: ast.expr) -> bool:
    """``open(x)`` and ``os.path.exists(x)``, not a method of anything else."""
    return (
        isinstance(callee, ast.Name)
        or last(callee) in _READERS
        or dotted(callee).startswith(("os.", "path.", "shutil.", "io.", "codecs.", "pathlib.", "filesystem."))
    )


def _as_text(node: ast.expr) -> ast.expr:
    """``path`` of ``open(str(path))``"""
    made = isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("str", "fspath") and len(node.args) == 1
    return node.args[0] if made and isinstance(node, ast.Call) else node


def _written(node: ast.expr) -> str:
    """A dotted name, or an item of one, as the follower writes it: ``names["key"]``."""
    if isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Constant) and (owner := dotted(node.value)):
        return f"{owner}[{node.slice.value!r}]"
    return dotted(node)
