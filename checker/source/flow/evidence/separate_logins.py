"""Whether the login that goes with an address is given apart from it: ``connect(url, auth_token=token)``. Then the address has none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker import patterns as re
from checker.source import ir
from checker.source.flow.evidence.members import keyed, methods, read_keys
from checker.source.flow.literal import source
from checker.source.lexicon.words import split
from checker.source.names.elements import Cls, Fn

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

_FIELDS = frozenset({"username", "user", "user_name", "password", "token", "auth_token", "access_token", "api_token"})
"""Fields beside an address: plain names, for ``DB_USER`` beside ``DATABASE_URL`` is what that is made of."""
_OF_ANYTHING = frozenset({"connection", "conn", "proxy", "server", "engine", "cache", "base", "url", "uri"})
"""Words of names that leave open what is at the address: a database has others."""
_WITH_PATH = re.compile(r"(?:%s|\{\})?/[A-Za-z_]")
_ASKS = frozenset({"get", "post", "put", "patch", "delete", "request", "ws_connect", "urlopen", "websocket_connect"})
"""Methods of clients of HTTP."""
_CONNECTIONS = ("connection.dsn", "conn.dsn", "connection.info.dsn", "conn.info.dsn")
"""What a connection of psycopg or cx_Oracle tells of itself: the first hides the password, the other does not keep it."""

_PLAIN = frozenset({"address", "url", "uri", "host", "server", "endpoint", "proxy", "http", "https"})
"""Words of keys for where a service is."""
_HOSTS = frozenset({"url", "uri", "address"})
_LAST = re.compile(r"\w+")
_PAIR = 2
_USERS = (("user",), ("username",), ("login",))
_PARSES = ("urlsplit", "urlparse")
_DATABASES = frozenset({"db", "database"})
_CLIENTS = ("requests.", "httpx.", "urllib.request.", "urllib3.")
_OF_A_PROXY = frozenset({("proxy", "url"), ("proxy", "uri")})


class SeparateLogins:
    """Evidence against an address by what stands beside it."""

    def __init__(self, follower: Follower) -> None:
        self._follower = follower
        self._names = follower.names

    def has_login(self, fn: Fn, node: int, text: str) -> bool:
        """Whether a call, or the class that has the address, is given its login otherwise."""
        return (
            text.endswith(_CONNECTIONS)
            or self._in_call(fn, text)
            or self._in_parameters(fn, text)
            or self._in_mapping(fn, node)
            or self._in_class(fn, node, text)
            or self._is_service(fn, text)
            or self._is_its_own(fn, text)
        )

    def _is_its_own(self, fn: Fn, text: str) -> bool:
        """Whether a proxy's address is that of the class itself, which is one and is handed requests."""
        if fn.owner is None or split(text.rpartition(".")[2]) not in _OF_A_PROXY or split(fn.owner.name)[-1:] != ("proxy",):
            return False
        return any("request" in method.head.params for method in methods(fn))

    def _is_service(self, fn: Fn, text: str) -> bool:
        """Whether what is called ``connection_url`` or ``proxy_url`` is a service that is asked over HTTP: its login is in a header."""
        words = split(text.rpartition(".")[2])
        if not words or not _OF_ANYTHING.issuperset(words):
            return self._is_fetched(fn, text)
        return any(self._asks(one, text) for one in (methods(fn) if text.startswith("self.") else (fn,)))

    def _is_fetched(self, fn: Fn, text: str) -> bool:
        """Whether an address, whatever is said to be there, is handed to a client of HTTP: a file of tables that is downloaded."""
        called = (self._follower.text(fn, fn.body.nodes[call][1]) for call in self._follower.given_to.calls(fn, text))
        return not _DATABASES.isdisjoint(split(text.rpartition(".")[2])) and any(name.startswith(_CLIENTS) for name in called)

    def _asks(self, fn: Fn, text: str) -> bool:
        nodes = fn.body.nodes
        for record in nodes:
            if record[0] == ir.JOIN and len(record[1]) > 1:
                pair = record[1][:2]  # url + "/path", "%s/path" % url
                path = next((nodes[part][1] for part in pair if nodes[part][0] == ir.CONST), None)
                if isinstance(path, str) and _WITH_PATH.match(path) and text in (self._follower.text(fn, part) for part in pair):
                    return True
        called = (nodes[nodes[call][1]] for call in self._follower.given_to.calls(fn, text))
        return any(callee[0] == ir.ATTR and callee[2] in _ASKS for callee in called)

    def _in_call(self, fn: Fn, text: str) -> bool:
        return any(self._logs_in(fn, fn.body.nodes[call]) for call in self._follower.given_to.calls(fn, text))

    def _in_parameters(self, fn: Fn, text: str) -> bool:
        """Whether a function is given an address and beside it the user and the password, ``connect(url, username, password)``, or the
        class is that keeps it: ``self.url``, ``self.options["dsn"]``. What has its port beside it, ``connect(url, port)``, is a host.
        """
        if text in fn.head.params:
            return _logs_in(fn) or (text in _HOSTS and "port" in fn.head.params)
        if fn.owner is None or not text.startswith("self."):
            return False
        name = (_LAST.findall(text) or [""])[-1].lstrip("_")
        given = any(name in method.head.params and _logs_in(method) for method in methods(fn) if method.name == "__init__")
        return given or self._pairs_login(fn)

    def _pairs_login(self, fn: Fn) -> bool:
        """Whether a method puts its object's login together, ``auth=(self.user, self.password)``: its address is asked with that."""
        pairs = (record[1] for record in fn.body.nodes if record[0] == ir.SEQ and len(record[1]) == _PAIR)
        texts = ([self._follower.text(fn, part) for part in pair] for pair in pairs)
        return any(all(text.startswith("self.") for text in two) and _are_login({split(text)[-1:] for text in two}) for two in texts)

    def _in_mapping(self, fn: Fn, node: int) -> bool:
        """Whether an address is read of what a user and a password are read of as well: ``proxy.get("address")``."""
        record: ir.Node = source(fn, node) if node >= 0 else [ir.OPAQUE]
        if record[0] == ir.CALL and len(record[2]) == 1 and record[2][0] >= 0 and self._follower.text(fn, record[1]).endswith(_PARSES):
            record = source(fn, record[2][0])
        owner, key = keyed(fn, record)
        if not _PLAIN.issuperset(split(key)) or not key:
            return False
        of = self._follower.text(fn, owner)
        beside = {split(name)[-1:] for value, name in read_keys(fn) if self._follower.text(fn, value) == of}
        return _are_login(beside)

    def _logs_in(self, fn: Fn, call: ir.Node) -> bool:
        """Whether a call takes a credential by keyword: ``connect(sync_url=url, auth_token=token)``."""
        for name, value in call[3]:
            told = self._follower.lexicon.secret(name) if name else None
            if told is not None and source(fn, value)[0] != ir.CONST:
                return True
        return False

    def _in_class(self, fn: Fn, node: int, text: str) -> bool:
        record = source(fn, node) if node >= 0 else [ir.OPAQUE]
        entity = self._names.entity(fn, record[1]) if record[0] == ir.ATTR else None
        if entity is None or entity[0] != "inst":
            return False
        name = text.rpartition(".")[2]
        return any(name in (fields := self._fields(base)) and not _FIELDS.isdisjoint(fields) for base in self._names.mro(entity[1])[0])

    def _fields(self, cls: Cls) -> frozenset[str]:
        """What a class says that it has, and does not make itself."""
        self._names.reads.heads.add(cls.module)
        return frozenset(field.name for field in cls.record.fields if field.annotation)


def _logs_in(fn: Fn) -> bool:
    return _are_login({split(name)[-1:] for name in fn.head.params})


def _are_login(last: set[tuple[str, ...]]) -> bool:
    """Whether the last words of some names are those of a user and a password."""
    return ("password",) in last and not last.isdisjoint(_USERS)
