"""The company that a name keeps: a token is a credential where something logs in, and a word where something is read."""

from __future__ import annotations

import re

from checker.source import ir
from checker.source.flow.spelling import spelt
from checker.source.lexicon.words import Lexicon, Telling, split
from checker.source.names.elements import Fn

_SETTINGS = frozenset({"config", "conf", "cfg", "settings", "setting", "options", "opts", "args", "environ", "env", "getenv", "secrets"})
"""Words of what a program is set up by: who runs it gives it no words to read and no coins."""
SAYS_ENOUGH = 50
"""Words of a module from which on it matters which are not among them."""
_ADDRESSES = frozenset({"url", "uri", "dsn"})
_OWNER = re.compile(r"([\w.]+?)(?:\.get\('\w+'\)|\['\w+'\]|\.\w+)")
"""A mapping or an object of which one thing is read."""
_USERS = frozenset((word,) for word in ("user", "username", "login", "usr"))
"""Last words of names for whose password something is."""
_STAND_INS = frozenset({"test", "testing", "mock", "mocks", "fake", "fakes", "stub", "stubs", "emulator", "simulator", "dummy"})
"""Words of folders of what is run in tests only; ``tests`` itself may be the name of a product that runs some."""


_STANDS_IN = frozenset({"mock", "mocks", "fake", "fakes", "stub", "stubs", "dummy"})
"""First words of such files: ``fake_provider.py``."""
_ON_THE_WEB = frozenset({"socket", "websocket", "http", "https", "rest", "sse", "request"})
"""Words of classes whose message is no broker's."""
_ANY_CLIENTS = "transport"
"""Word of classes that send whatever is asked for, to whatever address: no broker's."""
_ROUTED = frozenset({"routing_key", "exchange", "exchange_name", "queue_name", "partition", "topic"})
"""Parameters of what hands a message to a broker."""
_GUESSES = frozenset({"cracker", "crack", "bruteforce", "bruteforcer", "honeypot", "honeypots", "wordlist"})
"""Words of the path of what looks for other people's passwords, to show them."""


def in_company(fn: Fn, around: frozenset[str], company: tuple[str, ...]) -> bool:
    """Whether one of these words stands among those around a function, or among the names and libraries that its module uses.

    Also where there are none, and where the module says too little to tell.
    """
    return not company or keeps(fn, around, company) or len(fn.module.spoken) < SAYS_ENOUGH


def says_little(fn: Fn) -> bool:
    """Whether a short file lies in no package, and so says too little of what it is about."""
    return "/" not in fn.module.path and len(fn.module.spoken) < SAYS_ENOUGH


def keeps(fn: Fn, around: frozenset[str], company: tuple[str, ...]) -> bool:
    """Whether one of these words does stand there."""
    module = fn.module
    return not (around.isdisjoint(company) and module.tops.isdisjoint(company) and module.spoken.isdisjoint(company))


def stands_in(fn: Fn) -> bool:
    """Whether a file stands in for another program in tests, ``test_agent/server.py``, or is there to show what it has guessed."""
    folder, _, name = fn.module.path.rpartition("/")
    if not _GUESSES.isdisjoint(split(fn.module.path.removesuffix(".py"))):
        return True
    return not _STAND_INS.isdisjoint(split(folder)) or not _STANDS_IN.isdisjoint(split(name)[:1])


def of_message(fn: Fn) -> bool:
    """Whether headers are those of a message that goes through a broker: it has a key by which it is routed, or is called one."""
    owner = split(fn.owner.name) if fn.owner is not None else ()
    return (owner[-1:] == ("message",) and _ON_THE_WEB.isdisjoint(owner)) or not _ROUTED.isdisjoint(fn.head.params)


def of_class(fn: Fn, lexicon: Lexicon, around: frozenset[str], text: str) -> Telling | None:
    """What an address is whose class says of what: ``self._url`` of a `WebhookChannel`; ``None`` of any other value."""
    name = text.removeprefix("self.").strip("_")
    if fn.owner is None or name not in _ADDRESSES or not text.startswith("self."):
        return None
    words = (word for word in split(fn.owner.name) if word != _ANY_CLIENTS)
    called = (lexicon.tell_among(f"{word}_{name}", around) for word in words)
    return next((told for told in called if told is not None and told.category == "url" and not told.weak), None)


def of_setting(text: str) -> bool:
    """Whether a value is read of what a program is set up by: ``options[TOKEN_KEY]``, ``self.config.token``, ``os.environ["TOKEN"]``."""
    *owners, _ = re.split(r"[.\[(]", text)
    return any(not _SETTINGS.isdisjoint(split(owner)[-1:]) for owner in owners)


def is_beside_user(fn: Fn, telling: Telling, text: str) -> bool:
    """Whether a word for a password is one because whose it is stands beside it: ``data["user"], data["pass"]``."""
    owner = _OWNER.fullmatch(text) if telling.label == "password" else None
    if owner is None or owner[1] in ("self", "cls"):
        return False
    nodes = fn.body.nodes
    beside = ((node[1], node[2]) for node in nodes if node[0] in (ir.ITEM, ir.ATTR) and isinstance(node[2], str))
    asked = ((nodes[node[1]], node[2][0]) for node in nodes if node[0] == ir.CALL and node[2] and node[2][0] >= 0)
    got = ((callee[1], nodes[key][1]) for callee, key in asked if callee[0] == ir.ATTR and callee[2] == "get" and nodes[key][0] == ir.CONST)
    return any(split(str(name))[-1:] in _USERS and spelt(fn, whole) == owner[1] for whole, name in (*beside, *got))
