"""Whether a login is among what goes through a function: evidence that a body of unknown content holds a password or a token."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from checker import patterns as re
from checker.source import ir
from checker.source.flow.literal import plain, text
from checker.source.lexicon.words import split
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

_WORDS = frozenset(
    {"login", "signin", "logon", "token", "oauth", "oauth2", "auth", "authenticate", "authentication", "authorize", "authorise",
     "credential", "credentials", "password", "passwd", "otp"}
)  # fmt: skip
"""Words of what logs in: of functions, of addresses, of commands."""
_PAIRS = frozenset({("log", "in"), ("sign", "in"), ("log", "on")})
_ABOUT = frozenset(
    {"validate", "verify", "check", "introspect", "inspect", "revoke", "delete", "remove", "list", "is", "has", "expire", "update"}
)
"""First words of functions that ask about a token, or give it up."""
_GIVES = frozenset({"authorize", "authorise"})
_OF_RIGHTS = frozenset({"ingress", "egress", "group", "groups", "snapshot", "role", "roles", "permission", "permissions"})
"""Words of what rights are given to or on, and no login has."""
_ANYTHING = frozenset({("post",), ("put",), ("patch",), ("request",), ("send",), ("call",), ("execute",), ("send", "request")})
"""Names of functions that send whatever they are given."""
_TAKEN = _PAIRS | {("sign", "up")}
_RECEIVED = frozenset({"login", "signin", "logon", "authenticate", "register", "signup"})
"""Words of what is sent a password."""
_BESIDE = frozenset({"required", "page", "form", "redirect", "callback", "count", "status", "methods", "options", "history", "log", "url"})
"""Words of what stands beside a login."""
_SENT_TO = frozenset({"post", "put", "create", "handle", "dispatch"})
"""Methods of a view that take what is sent."""
_REQUESTS = frozenset({"request", "req"})
_TAKES = frozenset(
    {*_WORDS, *_RECEIVED, "account", "accounts", "passwords", "mfa", "registration", "saml", "secret", "secrets", "sso", "tokens", "user",
     "users", "payment", "payments", "checkout", "billing"}
)  # fmt: skip
"""Words of functions, classes, files and routes to which somebody sends a password, a token, a new user or what was paid with."""
_ADDRESS = re.compile(r"[\w./:{}-]{3,120}")
"""A literal that may be an address or a command: ``/oauth/token``, ``user.login``; not ``login failed for %s``."""
_LAST = re.compile(r"[/{}]")
_PLACES = (("url",), ("uri",), ("endpoint",), ("path",))
_SENDS = frozenset({"post", "put", "request", "fetch", "send"})
"""Words of calls that send a body."""
_ASKS = _SENDS | {"get"}
_BODIES = frozenset({"data", "json", "body", "payload", "content"})
_GETS = frozenset({"get", "fetch", "request", "obtain", "refresh", "exchange", "acquire", "renew"})
"""First words of functions that ask for a token."""
_REQUESTED = (("request",), ("async",))
_ENDS = frozenset({"login", "signin", "logon", "token", "authenticate"})
"""Last words of an address to which nothing but a login is sent."""
_UP = 3
"""Callers of callers."""
_MOST = 60
"""Calls of one function that are looked at."""


class Logins:
    """The part of the follower that knows where logins go through."""

    def __init__(self, follower: Follower) -> None:
        self._follower = follower
        self._known: dict[tuple[Fn, bool], bool] = {}

    def forget(self) -> None:
        """Know nothing but the facts."""
        self._known.clear()

    def through(self, fn: Fn, answered: bool = False) -> bool:
        """Whether a function, or one that calls it, is called like a login or sends something to an address of one.

        ``answered``: like one that is answered with a token, as ``validate_token()`` is not. What is sent by one that nothing in the
        project calls may be anything, where its module knows more than a key in a header; of those that call it, by ``post()``. What
        such a one is answered may be a token where its object was given a password to log in with.
        """
        known = self._known.get((fn, answered))
        if known is None:
            known = self._known[fn, answered] = self._reached(fn, answered)
        return known

    def sent(self, fn: Fn, text: str) -> bool:
        """Whether a function sends the body that is called ``text`` to an address of a login: ``post(f"{base}/login", json=data)``.

        Or to any, where it is there to log in or to ask for a token: ``def do_access_token_request(self, ...):``.
        """
        asks = _receives(fn.name) or _asks_for_token(fn.name)
        for call in self._follower.given_to.calls(fn, text):
            _, callee, arguments, keywords, *_ = fn.body.nodes[call]
            if _SENDS.isdisjoint(split(self._follower.text(fn, callee).rpartition(".")[2])):
                continue
            given = [plain(argument) for argument in arguments] + [value for name, value in keywords if name not in _BODIES]
            if asks or any(self._is_at_login(fn, node) for node in given):
                return True
        return False

    def _is_at_login(self, fn: Fn, node: int) -> bool:
        written = text(fn, node)
        if written:
            address = written.partition("?")[0]
            return _ADDRESS.fullmatch(address) is not None and "/" in address and _ends_in_login(_LAST.split(address.rstrip("/"))[-1])
        name = self._follower.text(fn, node).rpartition(".")[2]
        words = split(name)
        return words[-1:] in _PLACES and _ends_in_login("_".join(words[:-1]))

    @staticmethod
    def handles(fn: Fn) -> bool:
        """Whether a function answers requests by which somebody logs in: what they send holds a password or a token.

        It takes the request and is called ``login``, or is a method of ``LoginView`` that takes what is sent.
        """
        if _REQUESTS.isdisjoint(fn.head.params):
            return False
        return _receives(fn.name) or (fn.name in _SENT_TO and fn.owner is not None and _receives(fn.owner.name))

    def receives(self, fn: Fn) -> bool:
        """Whether a function is there for logins or users by its name, its class's or its file's, or by the route that leads to it; or in
        a folder for logins.
        """
        folder, _, name = fn.module.path.rpartition("/")
        named = (name.removesuffix(".py"), fn.head.name, fn.owner.name if fn.owner is not None else "")
        told = any(map(_takes, named)) or not _WORDS.isdisjoint(split(folder.rpartition("/")[2]))
        return told or (bool(fn.head.decorators) and any(map(_takes, self._routes(fn))))

    def routed(self, fn: Fn) -> bool:
        """Whether a route leads to a function: the framework calls it, and nothing else is sent there."""
        return bool(fn.head.decorators) and any(route.startswith("/") for route in self._routes(fn))

    @staticmethod
    def _routes(fn: Fn) -> Iterator[str]:
        """What the decorators of a function are given: ``@app.post("/users/{name}/password")``."""
        parent = fn.module.functions[fn.head.parent] if fn.head.parent >= 0 else fn
        for decorator in fn.head.decorators:
            record = parent.body.nodes[decorator]
            for argument in record[2] if record[0] == ir.CALL else ():
                if argument >= 0 and (written := text(parent, argument)):
                    yield written

    def _reached(self, fn: Fn, answered: bool) -> bool:
        seen, level = {fn}, [fn]
        tells = issues if answered else _logs_in
        if tells(fn.name) or self._names_one(fn):
            return True
        for _ in range(_UP):
            above: list[Fn] = []
            for target in level:
                calls = self._follower.callers.callers(target)[:_MOST]
                if (
                    not calls
                    and (not answered or self._keeps_a_login(fn))
                    and (target is fn or split(target.name) in _ANYTHING)
                    and not _is_own(target.name)
                    and self._follower.by_name.wire.knows_logins(fn)
                ):
                    return not (target is fn and self.routed(fn)) and not self._is_passed_by(target)
                for caller, call, _ in calls:
                    if caller.module.facts.test and not fn.module.facts.test:
                        continue
                    if tells(caller.name) or self._is_given_one(caller, call, answered):
                        return True
                    if caller not in seen:
                        seen.add(caller)
                        above.append(caller)
            level = above[:_MOST]
        return False

    def _keeps_a_login(self, fn: Fn) -> bool:
        """Whether an object is made with somebody's password, so that it logs in itself: ``def __init__(self, host, password)``."""
        at = fn.owner.record.methods.get("__init__", -1) if fn.owner is not None else -1
        return at >= 0 and any(map(self._follower.by_name.wire.tells_login, fn.module.functions[at].head.params))

    def _is_passed_by(self, fn: Fn) -> bool:
        """Whether its class logs in past a method that nobody in the project calls: ``self.session.post(login_url, data=login)``."""
        owner = fn.owner
        if owner is None:
            return False
        others = (fn.module.functions[index] for index in owner.record.methods.values())
        return any(self._sends_login(other) for other in others if other is not fn)

    def _sends_login(self, fn: Fn) -> bool:
        """Whether a function itself sends something to an address of a login."""
        if _ASKS.isdisjoint(fn.head.called):
            return False
        for call in fn.body.calls:
            called = split(self._follower.text(fn, fn.body.nodes[call][1]).rpartition(".")[2])
            if len(called) == 1 and not _ASKS.isdisjoint(called) and self._is_given_one(fn, call):
                return True
        return False

    def _is_given_one(self, caller: Fn, call: int, answered: bool = False) -> bool:
        """Whether a call is given a login's address or command, written out or by a name: ``post(self.token_url, data)``.

        ``answered``: of one that is answered with a token, as ``/v1/validate_token`` is not.
        """
        record = caller.body.nodes[call]
        if record[0] != ir.CALL:
            return False
        _, _, arguments, keywords, *_ = record
        given = [plain(argument) for argument in arguments] + [value for _, value in keywords]
        return any(self._tells(caller, node, answered) for node in given)

    def _tells(self, fn: Fn, node: int, answered: bool) -> bool:
        written = text(fn, node)
        if written:
            last = _LAST.split(written.partition("?")[0].rstrip("/"))[-1]
            return _is_login(written) and not (answered and _issues_nothing(last))
        name = self._follower.text(fn, node).rpartition(".")[2]
        words = split(name)
        return words[-1:] in _PLACES and _logs_in(name) and not (answered and _issues_nothing(name))

    @staticmethod
    def _names_one(fn: Fn) -> bool:
        """Whether a function itself asks for a login's command: ``if method != "user.login"``."""
        return any(record[0] == ir.CONST and isinstance(record[1], str) and _commands(record[1]) for record in fn.body.nodes)


def _is_own(name: str) -> bool:
    """``_request``: nobody outside calls it, and of more calls than are looked at nobody knows what is sent by them."""
    return name.startswith("_") and not name.startswith("__")


@cache
def _takes(route: str) -> bool:
    words = split(route.replace("/", "_"))
    return not _TAKES.isdisjoint(words) or not _TAKEN.isdisjoint(pairwise(words))


@cache
def _receives(name: str) -> bool:
    """``login``, ``async_login_user``, ``LoginView``; not ``login_required``, ``check_login``."""
    words = split(name)
    told = not _RECEIVED.isdisjoint(words) or not _PAIRS.isdisjoint(pairwise(words))
    return told and _ABOUT.isdisjoint(words[:1]) and _BESIDE.isdisjoint(words)


@cache
def _logs_in(name: str) -> bool:
    """``async_login``, ``refresh_token``, ``sign_in``"""
    words = split(name)
    return not _WORDS.isdisjoint(words) or not _PAIRS.isdisjoint(pairwise(words))


@cache
def issues(name: str) -> bool:
    """``login``, ``refresh_token``; what ``validate_token`` and ``revoke_token`` are answered is a verdict."""
    return _logs_in(name) and not _issues_nothing(name)


@cache
def _issues_nothing(name: str) -> bool:
    """``validate_token``, ``revoke_token_url``, ``on_login``; and ``AuthorizeSecurityGroupIngress``: what a network lets in."""
    words = split(name)
    gives_rights = not _GIVES.isdisjoint(words[:1]) and not _OF_RIGHTS.isdisjoint(words)
    return gives_rights or words[:1] == ("on",) or not _ABOUT.isdisjoint(words[:1])


@cache
def _asks_for_token(name: str) -> bool:
    """``request_access_token``, ``do_access_token_request``; not ``refresh_token_count``, ``revoke_token_request``."""
    words = split(name)
    while words[-1:] in _REQUESTED:
        words = words[:-1]
    asked = len(words) < len(split(name)) or not _GETS.isdisjoint(words[:1])
    return asked and words[-1:] == ("token",) and _ABOUT.isdisjoint(words)


@cache
def _is_login(written: str) -> bool:
    """``/oauth/token``, ``api/v1/login?format=json``, ``user.login``"""
    return _ADDRESS.fullmatch(written.partition("?")[0]) is not None and _logs_in(written.partition("?")[0])


@cache
def _ends_in_login(name: str) -> bool:
    """``login``, ``access_token``, ``oauth_token``; not ``revoke_token``."""
    words = split(name)
    return (not _ENDS.isdisjoint(words[-1:]) or words[-2:] in _PAIRS) and _ABOUT.isdisjoint(words)


@cache
def _commands(written: str) -> bool:
    """``user.login``, ``/session/login``: written in the function that sends all commands."""
    last = re.split(r"[./]", written.rstrip("/"))[-1].lower()
    return ("/" in written or "." in written) and _ADDRESS.fullmatch(written) is not None and last in ("login", "signin", "token", "logon")
