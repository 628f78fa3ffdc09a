"""What tells whether an address may be asked: tests of its host, of where in the net it lies, and functions that judge it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from checker import patterns as re
from checker.source import ir
from checker.source.audit.signs.mentions import named
from checker.source.flow.literal import bare
from checker.source.ir.ways import Branch, walk
from checker.source.lexicon.words import split
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.audit.parts import Parts
    from checker.vocabulary import Target

_PARSES = frozenset({"urlparse", "urlsplit", "parse_url", "url_parse", "URL", "make_url", "tldextract", "extract", "ip_address", "furl"})
_RESOLVES = frozenset({"gethostbyname", "getaddrinfo", "gethostbyname_ex", "resolve", "ip_address", "ip_network"})
_SCHEMES = ("http", "https", "ftp", "ws", "file", "//", "www.")
_WITH_HOST = re.compile(r"(?:https?|wss?)://\w")
"""The beginning of an address as far as its host: what is held against it is one, whatever it is called."""
_COMPARING = frozenset({"in", "not in", "==", "!="})
_LISTS = frozenset({
    "allowed", "allow", "whitelist", "whitelisted", "allowlist", "blocked", "blocklist", "blacklist", "denied", "denylist", "trusted",
    "permitted", "private", "internal", "forbidden", "known", "networks", "cidrs"
})  # fmt: skip
_CALLERS = frozenset({"peer", "client", "remote", "source", "caller", "sender"})
_PLACES = frozenset({"addr", "address", "ip", "addresses", "ips", "peername"})
_DEEPEST = 3


class Targets:
    """Recognises checks."""

    def __init__(self, parts: Parts, entries: Iterable[Target]) -> None:
        self._follower = parts.follower
        self._names = parts.follower.names
        entries = tuple(entries)
        self.parts = frozenset(name for entry in entries for name in entry.parts)
        self.properties = frozenset(name for entry in entries for name in entry.properties)
        self._calls = frozenset(name for entry in entries for name in entry.calls)
        self._verbs = frozenset(name for entry in entries for name in entry.verbs)
        self._things = frozenset(name for entry in entries for name in entry.things)
        self._strong = frozenset(name for entry in entries for name in entry.strong)
        self.purposes = frozenset(name for entry in entries for name in entry.purposes)
        self.telling = _PARSES | _RESOLVES
        """Names of calls without one of which, or of a function that judges, a function has no check of its own."""
        self._judging: dict[Fn, bool] = {}

    def forget(self) -> None:
        """Know nothing of any function."""
        self._judging.clear()

    def may_check(self, fn: Fn) -> bool:
        """Whether a function may test an address; told by its head."""
        return not self.telling.isdisjoint(fn.head.called) or any(map(self.judges, fn.head.called))

    def judges(self, name: str) -> bool:
        """Whether a function judges addresses, by its name: ``is_safe_url``, ``check_host``."""
        words = split(name)
        return len(words) > 1 and not self._verbs.isdisjoint(words) and not self._things.isdisjoint(words)

    def decides(self, fn: Fn, node: int) -> bool:
        """Whether a test surely asks where an address leads: a function that is only called ``valid_url`` may ask how it is written."""
        if not self.is_check(fn, node) or any(map(_is_callers, mentioned(fn, node))):
            return False
        called = [name for name in mentioned(fn, node) if self.judges(name)]
        asked = [name for name in called if not self._strong.isdisjoint(split(name))]
        return not called or bool(asked) or self._by_its_body(fn, node)

    def _by_its_body(self, fn: Fn, node: int, steps: int = 8) -> bool:
        record = fn.body.nodes[node]
        if steps == 0:
            return False
        if record[0] == ir.CALL:
            return any(self.judging(one) for one, _ in self._names.callees(fn, node))
        inner = record[2] if record[0] == ir.COND else [record[2]] if record[0] == ir.VAR else []
        return any(self._by_its_body(fn, one, steps - 1) for one in inner)

    def is_check(self, fn: Fn, node: int, depth: int = 0) -> bool:
        """Whether a test asks where an address leads, or may do so."""
        node = bare(fn, node, ir.UNPACK)
        record = fn.body.nodes[node]
        operation = record[0]
        if operation == ir.COND and depth < 8:
            if record[1] in _COMPARING and self._compares(fn, record[2]):
                return True
            return record[1] in ("not", "and", "or", "is", "is not", "==") and any(self.is_check(fn, one, depth + 1) for one in record[2])
        if operation == ir.ATTR:
            return record[2] in self.properties
        return operation == ir.CALL and self._calls_check(fn, node, depth)

    def _calls_check(self, fn: Fn, node: int, depth: int) -> bool:
        record = fn.body.nodes[node]
        callee = fn.body.nodes[record[1]]
        name = self._follower.text(fn, record[1]).rpartition(".")[2]
        if callee[0] == ir.ATTR and name in ("endswith", "startswith"):
            texts = self._texts(fn, record)
            named = bool(texts) and not all(map(_is_scheme, texts)) and self._is_address(fn, callee[1])
            return named or any(map(_WITH_HOST.match, texts)) or self._is_host(fn, callee[1])
        if name in ("any", "all"):
            inner = [word for argument in record[2] if argument >= 0 for word in mentioned(fn, argument)]
            told = not self.parts.isdisjoint(inner) or not self.properties.isdisjoint(inner)
            return told or any(self._of_items(fn, argument, depth) for argument in record[2] if argument >= 0)
        if name in ("match", "fullmatch", "search"):
            matched = [value for key, value in record[3] if key == "string"]
            return any(self._is_host(fn, argument) for argument in (*record[2], *matched) if argument >= 0)
        found = [one for one, _ in self._names.callees(fn, node)]
        return self.judges(name) or any(map(self.judging, found))

    def _of_items(self, fn: Fn, node: int, depth: int) -> bool:
        """``any(url.startswith(host) for host in hosts)``"""
        record = fn.body.nodes[node]
        return record[0] == ir.COMP and depth < 8 and self.is_check(fn, record[1], depth + 1)

    def judging(self, fn: Fn) -> bool:
        """Whether a function of the project's own tests where an address leads."""
        known = self._judging.get(fn)
        if known is None:
            self._judging[fn] = False  # ends recursion
            known = self._judging[fn] = (
                self.may_check(fn)
                and any(
                    self.is_check(fn, arm.condition)
                    for step in walk(fn.steps)
                    if isinstance(step, Branch)
                    for arm in step.arms
                    if arm.condition >= 0
                )
            ) or (bool(fn.body.returns) and not self.telling.isdisjoint(fn.head.called) and self._returns_one(fn))
        return known

    def _returns_one(self, fn: Fn) -> bool:
        return any(self.is_check(fn, value) or not self.properties.isdisjoint(mentioned(fn, value)) for value in fn.body.returns)

    def _compares(self, fn: Fn, operands: list[int]) -> bool:
        """Whether a host is held against others, and not against nothing."""
        left, right = fn.body.nodes[operands[0]], fn.body.nodes[operands[-1]]
        if right[0] == ir.CONST and right[1] in (None, ""):
            return False
        if left[0] == ir.CONST and isinstance(left[1], str) and len(left[1]) < 3:
            return False
        if any(self._is_host(fn, one) for one in operands):
            return True
        words = {word for one in operands for name in mentioned(fn, one) for word in split(name)}
        return not _LISTS.isdisjoint(words) and not self._things.isdisjoint(words)

    def _is_host(self, fn: Fn, node: int, steps: int = 8) -> bool:
        """Whether a value is the host of a parsed address, or an address of the net."""
        record = fn.body.nodes[bare(fn, node, ir.UNPACK, ir.ITEM, ir.ELEM)]
        if steps == 0:
            return False
        if record[0] == ir.ATTR:
            return record[2] in self.parts and self._is_parsed(fn, record[1])
        if record[0] == ir.CALL:
            callee = fn.body.nodes[record[1]]
            name = self._follower.text(fn, record[1]).rpartition(".")[2]
            if name in _RESOLVES:
                return True
            if callee[0] == ir.ATTR and name in ("lower", "strip", "rstrip", "split", "partition", "casefold", "encode", "removeprefix"):
                return self._is_host(fn, callee[1], steps - 1)
            return any(self._is_host(fn, one, steps - 1) for one in record[2] if one >= 0) if name in ("str", "ip_address") else False
        if record[0] in (ir.UNION, ir.SEQ):
            return any(self._is_host(fn, one, steps - 1) for one in record[1][:6])
        return False

    def _is_parsed(self, fn: Fn, node: int) -> bool:
        record = fn.body.nodes[bare(fn, node)]
        if record[0] == ir.CALL:
            return self._follower.text(fn, record[1]).rpartition(".")[2] in _PARSES
        name = self._follower.text(fn, node).rpartition(".")[2]
        return record[0] in (ir.PARAM, ir.ATTR) and not {"url", "uri", "parsed", "parts", "target", "address"}.isdisjoint(split(name))

    def _is_address(self, fn: Fn, node: int) -> bool:
        return not self._things.isdisjoint(split(self._follower.text(fn, node).removesuffix("()").rpartition(".")[2]))

    def _texts(self, fn: Fn, record: ir.Node) -> list[str]:
        values = [fn.body.nodes[argument] for argument in record[2][:1] if argument >= 0]
        values = [fn.body.nodes[one] for one in values[0][1]] if values and values[0][0] == ir.SEQ else values
        return [value[1] if value[0] == ir.CONST and isinstance(value[1], str) else "?" for value in values]


def _is_callers(name: str) -> bool:
    """Whether a name is that of the address from which a request comes: ``peer_addr``, ``client_ip``."""
    words = split(name)
    return not _CALLERS.isdisjoint(words[:1]) and not _PLACES.isdisjoint(words[-1:])


def _is_scheme(text: str) -> bool:
    """``https://`` says nothing of where an address leads; ``https://api.example.com/`` does."""
    return text.rstrip(":/") in _SCHEMES or text in _SCHEMES


def mentioned(fn: Fn, node: int, steps: int = 14) -> list[str]:
    """Every name in an expression, those in its comprehensions and keywords included."""
    record = fn.body.nodes[node]
    if steps == 0:
        return []
    if record[0] == ir.COMP:
        return mentioned(fn, record[1], steps - 1)
    found = named(fn, node, 1)
    inner: list[int] = []
    if record[0] in (ir.ATTR, ir.ITEM, ir.TOUCHED, ir.CHECKED, ir.SET, ir.UNPACK, ir.ELEM, ir.SLICE):
        inner = [record[1]]
    elif record[0] == ir.CALL:
        inner = [record[1], *(one for one in record[2] if one >= 0), *(value for _, value in record[3])]
    elif record[0] == ir.COND:
        inner = record[2]
    elif record[0] in (ir.UNION, ir.SEQ, ir.JOIN):
        inner = record[1][:6]
    return [*found, *(name for one in inner for name in mentioned(fn, one, steps - 1))]
