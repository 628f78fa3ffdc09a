"""Options that are called like secrets and declared without a word on it, whose values their framework logs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from checker import patterns as re
from checker.source import ir
from checker.source.facts.records import UnmarkedOption
from checker.source.flow.backwards import Follower
from checker.source.flow.places import span
from checker.source.lexicon.words import split
from checker.source.names.elements import Fn, Module
from checker.vocabulary import Option

_NAMES_IT = re.compile(r"\b(?:file ?name|files?|path|pem|directory|folder|entry ?point|plug-?in module|name of the)\b", re.IGNORECASE)
"""What the help of an option says that holds the name of something: of the file that the key is in, of what handles passwords."""
_KEPT_IN_FILES = frozenset({"private", "priv", "privkey", "ssh", "tls", "ssl", "client", "server"})
"""Words of keys that programs are given as files."""
_PRIVATE = frozenset({"privkey", "privatekey"})
"""Last words of names for such a key."""
_TEXTS = frozenset({"", "str", "raw"})
"""Types of an option in a dict that can hold a secret."""
_NAMED = frozenset({"cookie"})
"""Labels of what an option mostly holds the name of."""
_ADDRESS = frozenset({"connection", "url", "urls", "uri", "uris", "dsn"})
"""Last words of options for an address."""
_WITH_LOGIN = re.compile(
    r"\bconnection strings?\b|\buser credentials\b|\b(?:database|messaging|message (?:bus|queue|broker)|AMQP|RabbitMQ)\b.{0,20}\bUR[IL]s?\b"
    r"|\bUR[IL]s? (?:to|of|for)\b.{0,30}\b(?:database|messag|notification)",
    re.IGNORECASE | re.DOTALL,
)
"""What the help says of an address in which user and password stand: of a database, of a queue."""
_LOGIN = "address with its login"


class Options:
    """Finds a module's options of secrets that nothing marks as such."""

    def __init__(self, follower: Follower) -> None:
        self.follower = follower
        self.names = follower.names
        self.tables = follower.tables
        self._of_classes = frozenset(name.partition(".")[0] for name, option in self.tables.options.items() if not option.name)

    def facts(self, module: Module) -> Iterator[UnmarkedOption]:
        """Every one."""
        for fn in module.functions:
            for call, _ in fn.head.setups:
                yield from self._called(fn, call)
        if not module.tops.isdisjoint(self._of_classes):
            yield from self._fields(module)
        for option in self.tables.spelt:
            if not module.tops.isdisjoint(option.imports):
                for fn in module.functions:
                    yield from self._spelt(fn, option)

    def _called(self, fn: Fn, call: int) -> Iterator[UnmarkedOption]:
        """``cfg.StrOpt("admin_password", help="...")``"""
        option = self._declares(fn, call)
        if option is None or not option.name:
            return
        node = fn.body.nodes[call]
        given = {**{str(position): value for position, value in enumerate(node[2])}, **dict(node[3])}
        at = next((given[where] for where in option.name.split("|") if where in given), -1)
        if at >= 0 and (name := _text(fn, at)):
            yield from self._judged(fn, call, option, name, given)

    def _fields(self, module: Module) -> Iterator[UnmarkedOption]:
        """``password = luigi.Parameter()`` in a class."""
        for cls in module.classes:
            fn = module.functions[cls.record.function]
            for field in cls.record.fields:
                value = _plain(fn, field.value)
                option = self._declares(fn, value) if value >= 0 else None
                if option is not None and not option.name:
                    yield from self._judged(fn, value, option, field.name, dict(fn.body.nodes[value][3]))

    def _declares(self, fn: Fn, call: int) -> Option | None:
        node = fn.body.nodes[call]
        entity = self.names.entity(fn, node[1]) if node[0] == ir.CALL else None
        return self.tables.options.get(entity[1]) if entity is not None and entity[0] == "lib" else None

    def _spelt(self, fn: Fn, option: Option) -> Iterator[UnmarkedOption]:
        """``dict(password=dict(type="str"))``"""
        keys = set(option.keys)
        for node in fn.body.nodes:
            for name, at in _entries(fn, node):
                if at < 0 or self.tables.lexicon.tell(name) is None:
                    continue
                inner = dict(_entries(fn, fn.body.nodes[at]))
                declared = inner.keys() <= keys if inner else _is_empty(fn, at) and _declare(fn, node, keys)
                if declared and _text(fn, inner.get("type", -1)) in _TEXTS:
                    yield from self._judged(fn, at, option, name, inner)

    def _judged(self, fn: Fn, at: int, option: Option, name: str, given: Mapping[str, int]) -> Iterator[UnmarkedOption]:
        telling = self.tables.lexicon.tell(name.replace("-", "_"))
        words, says = split(name), _text(fn, given.get("help", -1))
        if "" in given or not given.keys().isdisjoint((*option.marks, *option.bound)) or _NAMES_IT.search(says):
            return
        if telling is None or telling.category != "secret":
            addressed = words[-1:] and words[-1] in _ADDRESS and _WITH_LOGIN.search(says)
            label, weak = _LOGIN if addressed else "", False
        else:
            of_file = words[-1] in _PRIVATE or (words[-1] == "key" and not _KEPT_IN_FILES.isdisjoint(words))
            label, weak = "" if of_file else telling.label, telling.weak or telling.label in _NAMED
        if label:
            yield UnmarkedOption(
                span(self.follower.place(fn, fn.body.nodes[at])), fn.head.name, option.framework, name, label, option.marks[0],
                option.writes, weak, fn.module.facts.test,
            )  # fmt: skip


def _entries(fn: Fn, node: ir.Node) -> Iterator[tuple[str, int]]:
    """Names and values of a dict, ``{"a": 1}`` or ``dict(a=1)``, or of what one is updated by, ``spec.update(a=1)``."""
    if node[0] == ir.DICT:
        yield from ((key, value) for key, value in zip(node[1], node[2], strict=True) if isinstance(key, str))
    elif node[0] == ir.CALL:
        callee = fn.body.nodes[node[1]]
        if callee[:2] == [ir.GLOBAL, "dict"] or (callee[0] == ir.ATTR and callee[2] == "update"):
            yield from node[3]


def _is_empty(fn: Fn, at: int) -> bool:
    """``dict()``: an option of which nothing is said."""
    node = fn.body.nodes[at]
    return node[0] == ir.CALL and not node[2] and not node[3] and fn.body.nodes[node[1]][:2] == [ir.GLOBAL, "dict"]


def _declare(fn: Fn, node: ir.Node, keys: set[str]) -> bool:
    """Whether a dict's entries are options, by what is said of some of them."""
    inner = [dict(_entries(fn, fn.body.nodes[at])) for _, at in _entries(fn, node) if at >= 0]
    return any(inner) and all(one.keys() <= keys for one in inner)


def _plain(fn: Fn, at: int) -> int:
    """The value that a name was given."""
    return fn.body.nodes[at][2] if at >= 0 and fn.body.nodes[at][0] == ir.VAR else at


def _text(fn: Fn, at: int) -> str:
    """A literal text, also one that is translated: ``_("...")``."""
    node: ir.Node = fn.body.nodes[at] if at >= 0 else [ir.OPAQUE]
    if node[0] == ir.CALL and len(node[2]) == 1 and node[2][0] >= 0:
        node = fn.body.nodes[node[2][0]]
    return node[1] if node[0] == ir.CONST and isinstance(node[1], str) else ""
