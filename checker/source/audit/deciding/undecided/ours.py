"""What another server says to ours of what ours has shown it: our key is no good, our version is barred. Whoever asks us showed nothing."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING

from checker.source import ir
from checker.source.audit.deciding.verifying.conditions import IDENTITY, RIGHTS
from checker.source.audit.signs.mentions import words_of
from checker.source.audit.ways.paths import Entry, Guard, Handling, Way, made_in
from checker.source.flow.literal import unnamed
from checker.source.lexicon.words import split
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

_LIBRARIES = frozenset({"aiohttp", "httpx", "requests", "urllib3", "urllib", "botocore", "boto3", "niquests", "curl_cffi"})
"""By which one asks another server."""
_ASKING = frozenset({"get", "post", "put", "patch", "delete", "request", "send", "urlopen", "fetch", "raise_for_status", "stream"})
_OF_CLIENTS = frozenset({
    "ClientResponseError", "ClientError", "HTTPStatusError", "RequestException", "HTTPError", "ClientConnectionError", "RequestError",
})  # fmt: skip
"""What these libraries raise."""
_SHOWN = frozenset({
    "password", "passwd", "pwd", "token", "tokens", "key", "keys", "apikey", "code", "credential", "credentials", "secret", "authorization",
    "auth", "header", "headers", "otp", "pin", "assertion", "cookie", "cookies", "form", "body", "payload", "request", "ticket", "jwt",
    "session", "signature", "login", "user", "username", "email", "kwargs", "args", "data", "json", "params"
})  # fmt: skip
"""Words of what somebody shows who asks us, or that may hold it."""
_OUTPUT = frozenset({"stderr", "stdout"})
"""What a program that was run has said: of what it was given by us."""
_CODES = frozenset({"status", "status_code", "code"})
_OF_PERSONS = IDENTITY - {"credential", "credentials", "api", "apikey", "key", "keys"}
_LAYERS = 3
_MOST = 30
"""Functions that are looked at below a call."""


def refuses_us(follower: Follower, fn: Fn, way: Way, decided: Entry) -> bool:
    """Whether another server's refusal of what ours has shown is passed on."""
    if isinstance(decided, Handling):
        return decided.raised is None and _is_of_our_own(follower, fn, decided)
    if isinstance(decided, Guard):
        caught = next((one for one in reversed(way.entries) if isinstance(one, Handling)), None)
        if caught is not None and caught.raised is None and _asks_for_code(fn, decided.condition) and _is_of_our_own(follower, fn, caught):
            return True
        if not _OUTPUT.isdisjoint(words_of(fn, decided.condition)):  # if "authentication failed" in stderr
            return True
        return _is_given(follower, fn, decided.condition) or _is_remembered(fn, decided.condition)
    return False


def _is_of_our_own(follower: Follower, fn: Fn, caught: Handling) -> bool:
    """Whether nothing that somebody showed us was tried, and what was caught comes of asking another server:
    ``except CoversInvalidKeyError`` around ``covers.find(term)``.
    """
    types = [name.rpartition(".")[2] for name in fn.body.handlers[caught.handler].types]
    tried = list(made_in(caught.step))
    if not types or not tried or any(not _SHOWN.isdisjoint(_given(fn, call)) for call in tried):
        return False
    own = [name for name in types if name not in _OF_CLIENTS]
    if any(hasattr(builtins, name) for name in own):
        return False
    below = _below(follower, fn, tried) if own else []
    return all(_is_raised_by_clients(follower, name, below) for name in own)


def _given(fn: Fn, call: int) -> set[str]:
    record = fn.body.nodes[call]
    return {word for one in (*record[2], *(value for _, value in record[3])) if one >= 0 for word in words_of(fn, one)}


def _below(follower: Follower, fn: Fn, calls: list[int]) -> list[Fn]:
    """The project's functions that run below some calls, as far as they are few."""
    found: dict[Fn, None] = {}
    waiting = [(fn, call, 0) for call in calls]
    while waiting and len(found) < _MOST:
        where, call, depth = waiting.pop()
        for one, _ in follower.names.callees(where, call):
            if one not in found and not one.module.facts.test:
                found[one] = None
                waiting += [(one, inner, depth + 1) for inner in one.body.calls] if depth < _LAYERS else []
    return list(found)


def _is_raised_by_clients(follower: Follower, name: str, below: list[Fn]) -> bool:
    """Whether an exception is raised below, and only where another server is asked."""
    raising = [one for one in below if any(_raised(follower, one, exit_.value) == name for exit_ in one.body.raises)]
    return bool(raising) and all(_asks_another(one) for one in raising)


def _raised(follower: Follower, fn: Fn, node: int) -> str:
    record = fn.body.nodes[unnamed(fn, node)] if node >= 0 else [ir.OPAQUE]
    return follower.text(fn, record[1] if record[0] == ir.CALL else node).rpartition(".")[2] if node >= 0 else ""


def _asks_another(fn: Fn) -> bool:
    return not fn.module.tops.isdisjoint(_LIBRARIES) and not _ASKING.isdisjoint(fn.head.called)


def _asks_for_code(fn: Fn, node: int) -> bool:
    """Whether a test compares the status of an answer with a number."""
    record = fn.body.nodes[node]
    if record[0] != ir.COND:
        return False
    attributes = [one for one in record[2] if one >= 0 and fn.body.nodes[unnamed(fn, one)][0] == ir.ATTR]
    return any(fn.body.nodes[unnamed(fn, one)][2] in _CODES for one in attributes)


def _is_given(follower: Follower, fn: Fn, node: int) -> bool:
    """Whether a test asks an error of a client's that a function is given: ``def told(error: httpx.HTTPStatusError): if error.code``."""
    record = fn.body.nodes[node]
    for one in record[2] if record[0] == ir.COND else ():
        asked = fn.body.nodes[unnamed(fn, one)] if one >= 0 else [ir.OPAQUE]
        owner = fn.body.nodes[unnamed(fn, asked[1])] if asked[0] == ir.ATTR and asked[2] in _CODES else [ir.OPAQUE]
        if owner[0] == ir.PARAM and _is_a_clients(fn, owner[1]):
            return True
    return False


def _is_a_clients(fn: Fn, position: int) -> bool:
    """Whether a parameter is said to be an error of a library that asks other servers."""
    said = fn.head.annotations[position] if position < len(fn.head.annotations) else ""
    return any(one.rpartition(".")[2] in _OF_CLIENTS for one in said.split())


def _is_remembered(fn: Fn, node: int) -> bool:
    """Whether a test asks what the server keeps for all who ask, and its own functions set: ``if _state.key_rejected``."""
    record = fn.body.nodes[unnamed(fn, node)]
    if record[0] == ir.COND and record[1] == "not":
        record = fn.body.nodes[unnamed(fn, record[2][0])]
    owner = fn.body.nodes[unnamed(fn, record[1])] if record[0] == ir.ATTR else [ir.OPAQUE]
    if owner[0] != ir.GLOBAL or not (_OF_PERSONS | RIGHTS).isdisjoint(split(record[2])):
        return False
    name, module = str(owner[1]), fn.module
    made = module.functions[0].body
    value = made.nodes[unnamed(module.functions[0], made.final[name])] if name in made.final else [ir.OPAQUE]
    return value[0] == ir.CALL and any(
        store.name == record[2] and store.owner == name for one in module.functions for store in one.head.stores
    )
