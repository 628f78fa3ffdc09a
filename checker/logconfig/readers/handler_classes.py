"""The project's own handlers, and its sinks of loguru's: those that send as one of Python's does, those whose ``emit`` waits for a host.

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
_SINK = re.compile(rb"\bdef (?:write|__call__)\(self, \w+|\.add\(\s{0,40}[A-Za-z_]\w{0,60}\s{0,40}[,)]")
_GIVEN = re.compile(rb"\.add\(\s{0,40}(?P<name>[A-Za-z_]\w{0,60})\s{0,40}[,)]")
_SENDING = frozenset(f"logging.handlers.{one}Handler" for one in ("SMTP", "SysLog", "HTTP", "Socket", "Datagram"))
_FILES = FILES & {f"logging.handlers.{one}FileHandler" for one in ("Rotating", "TimedRotating", "Watched")} | {"logging.FileHandler"}
_DECIDING = frozenset(("__init__", "__new__", "emit", "handle", "shouldRollover"))
"""Methods that say when a file begins anew, or what is written at all."""
_NAME = "filename"
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
        data = ran.shared.sources.data(path) or b""
        tree = ran.shared.sources.tree(path) if _WORDS.search(data) or (b"loguru" in data and _SINK.search(data)) else None
        if tree is None:
            continue
        module = _Module(tree)
        given = {match["name"].decode() for match in _GIVEN.finditer(data)} if b"loguru" in data else set[str]()
        for name, function in module.functions.items():
            sent = module.sending(function) if name in given else None
            if sent is not None:
                yield OwnClass(_of(sent[0], path), name, waits=sent[1])
        for node in ast.walk(tree):
            handler = isinstance(node, ast.ClassDef) and any(module.name(base).startswith("logging.") for base in node.bases)
            if isinstance(node, ast.ClassDef) and (handler or (b"loguru" in data and not node.bases)):
                standard = module.standing_for(node) if handler else ""
                if standard:
                    yield OwnClass(
                        Span(path, node.lineno, node.col_offset + 1, node.lineno, node.col_offset + 6), node.name, stands_for=standard
                    )
                found = module.waiting(node)
                if found is not None:
                    yield OwnClass(_of(found[0], path), node.name, waits=found[1])


def _of(call: ast.Call, path: str) -> Span:
    end_line, end = call.end_lineno or call.lineno, call.end_col_offset or call.col_offset
    return Span(path, call.lineno, call.col_offset + 1, end_line, end + 1)


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
        deciding = methods & _DECIDING - ({"__init__"} if _hands_the_name_on(cls) else set())
        return names[0] if sends or (names[0] in _FILES and not deciding) else ""

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
        """The first call that waits of ``emit``, or of what loguru calls of a sink, and its name."""
        methods = {one.name: one for one in cls.body if isinstance(one, ast.FunctionDef)}
        emit = methods.get("emit") or (methods.get("write") or methods.get("__call__") if not cls.bases else None)
        return self._in(emit, methods, self._clients(cls), 0) if emit is not None else None

    def sending(self, function: ast.FunctionDef) -> tuple[ast.Call, str] | None:
        """The same of a function that loguru is given as a sink."""
        return self._in(function, {}, {}, 0)

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


def _hands_the_name_on(cls: ast.ClassDef) -> bool:
    """Whether ``__init__`` gives the base class the name of the file as it was given it: it makes the folder for it, or the like."""
    made = next((one for one in cls.body if isinstance(one, ast.FunctionDef) and one.name == "__init__"), None)
    if made is None or not any(one.arg == _NAME for one in made.args.args):
        return False
    set_anew = (node for node in ast.walk(made) if isinstance(node, ast.Name) and node.id == _NAME and not isinstance(node.ctx, ast.Load))
    bases = (one for one in _calls(made) if isinstance(one.func, ast.Attribute) and one.func.attr == "__init__")
    given = ([*one.args, *(keyword.value for keyword in one.keywords)] for one in bases)
    return not any(set_anew) and any(isinstance(one, ast.Name) and one.id == _NAME for values in given for one in values)


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
