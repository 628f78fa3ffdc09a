"""The project's own handlers: those that send as one of Python's does, and those whose ``emit`` waits for another host.

``requests.post``, a socket and a client of boto3 wait. Followed are ``emit`` and what it calls of its own class and module, each by its
name. What a thread, an executor or a queue is given is not called there, and what is ``async`` does not wait.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from checker import patterns as re
from checker.logconfig.evaluate.running import Ran
from checker.logconfig.facts import OwnClass
from checker.logconfig.reader import Reader
from checker.logconfig.sinks import FILES
from checker.model import Span

_WORDS = re.compile(
    rb"class \w+\([^)\n]*\b(?:Stream|SMTP|SysLog|HTTP|Socket|Datagram|(?:(?:Timed)?Rotating|Watched)?File)?Handler\b[^)\n]*\):"
)
_SENDING = frozenset(f"logging.handlers.{one}Handler" for one in ("SMTP", "SysLog", "HTTP", "Socket", "Datagram"))
_FILES = FILES & {f"logging.handlers.{one}FileHandler" for one in ("Rotating", "TimedRotating", "Watched")} | {"logging.FileHandler"}
_DECIDING = frozenset(("__init__", "__new__", "emit", "handle", "shouldRollover"))
"""Methods that say when a file begins anew, or what is written at all."""
_HTTP = "logging.handlers.HTTPHandler"
_WITH_TLS = frozenset(("HTTPSConnection", "HTTPS", "secure", "ssl", "context"))
_OF_TEXT = frozenset(("getSubject", "format", "mapPriority", "encodePriority", "filter", "handleError", "__repr__"))
"""Methods that say what is written, and not to whom or how."""
_CALLS = re.compile(
    r"^(?:(?:requests|httpx)\.(?:get|post|put|patch|request|stream)|urllib\.request\.urlopen|urllib2\.urlopen|socket\.create_connection"
    r"|smtplib\.SMTP(?:_SSL)?|http\.client\.HTTPS?Connection|pika\.BlockingConnection)$"
)
_CLIENTS = re.compile(
    r"^(?:requests\.(?:Session|session)|httpx\.Client|boto3\.(?:client|resource)|socket\.socket|smtplib\.SMTP(?:_SSL)?"
    r"|(?:elasticsearch\.)?Elasticsearch|(?:pymongo\.)?MongoClient|slack_sdk\.(?:WebClient|webhook\.WebhookClient)|urllib3\.PoolManager)$"
)
"""What makes an object each of whose methods waits."""
_METHODS = frozenset(("put_log_events", "submit_log", "chat_postMessage", "send_message", "put_records", "put_record"))
_HARMLESS = frozenset(("setblocking", "settimeout", "close", "mount", "setsockopt"))
_DEEPEST = 4


def _read(ran: Ran) -> Iterator[OwnClass]:
    for path in ran.paths:
        tree = ran.shared.sources.tree(path) if _WORDS.search(ran.shared.sources.data(path) or b"") else None
        if tree is None:
            continue
        module = _Module(tree)
        for node in ast.walk(tree):
            if isinstance(node, ast.ClassDef) and any(module.name(base).startswith("logging.") for base in node.bases):
                standard = module.standing_for(node)
                if standard:
                    yield OwnClass(
                        Span(path, node.lineno, node.col_offset + 1, node.lineno, node.col_offset + 6), node.name, stands_for=standard
                    )
                found = module.waiting(node)
                if found is not None:
                    call, name = found
                    end_line, end = call.end_lineno or call.lineno, call.end_col_offset or call.col_offset
                    yield OwnClass(Span(path, call.lineno, call.col_offset + 1, end_line, end + 1), node.name, waits=name)


class _Module:
    """What a module's names stand for."""

    def __init__(self, tree: ast.Module) -> None:
        self.names: dict[str, str] = {}
        self.functions = {one.name: one for one in tree.body if isinstance(one, ast.FunctionDef)}
        for node in ast.walk(tree):
            if isinstance(node, ast.Import):
                self.names |= {alias.asname: alias.name for alias in node.names if alias.asname}
            elif isinstance(node, ast.ImportFrom) and not node.level:
                self.names |= {alias.asname or alias.name: f"{node.module}.{alias.name}" for alias in node.names}

    def name(self, node: ast.expr) -> str:
        """Dotted, with imports resolved; ``""`` for what is no name."""
        if isinstance(node, ast.Attribute):
            owner = self.name(node.value)
            return f"{owner}.{node.attr}" if owner else ""
        return self.names.get(node.id, node.id) if isinstance(node, ast.Name) else ""

    def standing_for(self, cls: ast.ClassDef) -> str:
        """The handler of Python's that a class with its own text alone is, ``""`` for any other."""
        methods = {one.name for one in cls.body if isinstance(one, ast.FunctionDef | ast.AsyncFunctionDef)}
        names = [self.name(base) for base in cls.bases]
        if len(names) != 1:
            return ""
        sends = names[0] in _SENDING and (methods <= _OF_TEXT or (names[0] == _HTTP and self._speaks_http(cls)))
        return names[0] if sends or (names[0] in _FILES and methods.isdisjoint(_DECIDING)) else ""

    def _speaks_http(self, cls: ast.ClassDef) -> bool:
        """Whether a class that sends by HTTP itself does it without TLS, whatever it is told."""
        named = {
            node.attr if isinstance(node, ast.Attribute) else node.id
            for node in ast.walk(cls)
            if isinstance(node, ast.Attribute | ast.Name)
        }
        texts = [node.value for node in ast.walk(cls) if isinstance(node, ast.Constant) and isinstance(node.value, str)]
        secure = bool(named & _WITH_TLS) or any(one.startswith("https") for one in texts)
        return not secure and ("HTTPConnection" in named or "httplib" in named or any(one.startswith("http://") for one in texts))

    def waiting(self, cls: ast.ClassDef) -> tuple[ast.Call, str] | None:
        """The first call of ``emit`` that waits, and its name."""
        methods = {one.name: one for one in cls.body if isinstance(one, ast.FunctionDef)}
        emit = methods.get("emit")
        return self._in(emit, methods, self._clients(cls), 0) if emit is not None else None

    def _clients(self, cls: ast.ClassDef) -> dict[str, str]:
        """Attribute of the object to the client that it is given: ``self.session = requests.Session()``."""
        found: dict[str, str] = {}
        for node in ast.walk(cls):
            if isinstance(node, ast.Assign) and isinstance(node.value, ast.Call) and _CLIENTS.match(self.name(node.value.func)):
                found |= {name: self.name(node.value.func) for target in node.targets if (name := self.name(target))}
        return found

    def _in(
        self, function: ast.FunctionDef, methods: dict[str, ast.FunctionDef], clients: dict[str, str], depth: int
    ) -> tuple[ast.Call, str] | None:
        for call in _calls(function):
            name = self.name(call.func)
            owner, _, method = name.rpartition(".")
            if _CALLS.match(name) or (owner in clients and method not in _HARMLESS) or (owner and method in _METHODS):
                return call, name
            if isinstance(call.func, ast.Attribute) and isinstance(call.func.value, ast.Call):  # `requests.Session().post(...)`
                made = self.name(call.func.value.func)
                if _CLIENTS.match(made):
                    return call, f"{made}().{call.func.attr}"
            inner = methods.get(method) if owner == "self" else self.functions.get(name)
            if inner is not None and inner is not function and depth < _DEEPEST:
                found = self._in(inner, methods, clients, depth + 1)
                if found is not None:
                    return found
        return None


def _calls(function: ast.FunctionDef) -> Iterator[ast.Call]:
    """The calls of a function's own body, in order; what functions inside of it do is done when those are called."""
    waiting: list[ast.AST] = list(reversed(function.body))
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.Call):
            yield node
        if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda | ast.ClassDef):
            waiting += reversed(list(ast.iter_child_nodes(node)))


READER = Reader("handler-classes", python=_read)
