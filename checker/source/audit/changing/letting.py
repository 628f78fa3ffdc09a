"""What lets somebody in who has just been verified, and no name of a framework's tells: ``session.user_id = user.id``, a token that is
encoded here, a cookie that carries one; and what lets them out again by a framework's view that a function runs itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.source import ir
from checker.source.audit.changing.items import LOGGED_IN, SESSIONS
from checker.source.audit.signs.promises import is_login, is_logout
from checker.source.flow.literal import unnamed
from checker.source.lexicon.words import split
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from collections.abc import Callable

    from checker.source.flow.backwards import Follower

_ENCODING = frozenset({"jwt.encode", "jose.jwt.encode", "authlib.jose.jwt.encode", "python_jwt.generate_jwt"})
_ENCODES = frozenset({name.rpartition(".")[2] for name in _ENCODING})
_MAKING = frozenset({"generate", "issue", "create", "get", "make", "build"})
_TOKENS = (("tokens",), ("tokens", "for", "user"), ("token", "pair"), ("token", "for", "user"))
"""Last words of functions of a project that give whoever logs in what they show from then on: ``get_tokens_for_user(user)``."""
_FOR_USER = "for_user"
"""Method of djangorestframework-simplejwt's tokens:
https://django-rest-framework-simplejwt.readthedocs.io/en/latest/creating_tokens_manually.html
"""
_COOKIES = frozenset({"set_cookie", "add_cookie"})
_OUT = "django.contrib.auth.views.LogoutView"
_RUNS = "as_view"
_NAMES = ("key", "name")
_CARRYING = frozenset({"token", "session", "sessionid", "jwt", "auth", "identity", "access", "sid", "login", "user"})
_ELSE = frozenset({
    "csrf", "xsrf", "state", "nonce", "verifier", "pkce", "challenge", "redirect", "next", "mfa", "otp", "2fa", "totp", "pending", "temp",
    "oauth", "flash", "return", "reset", "refresh", "remember", "language", "lang", "theme"
})  # fmt: skip
"""Words of cookies that let nobody in, or not yet, or not alone."""


def may_touch(fn: Fn, verifies: Callable[[str], bool]) -> bool:
    """Whether a function may let somebody in so: it is called after a login or a logout; told by its head."""
    if any(store.name in LOGGED_IN for store in fn.head.stores):
        return is_login(fn.name) or is_logout(fn.name)
    called = fn.head.called
    if _RUNS in called and is_logout(fn.name):
        return True
    gives = not _ENCODES.isdisjoint(called) or not _COOKIES.isdisjoint(called) or any(map(_gives_tokens, called))
    return gives and _is_a_login(fn) and (any(map(verifies, called)) or b"assw" in fn.data)


def stored(fn: Fn, store: ir.Store) -> tuple[str, str]:
    """The event and the text of a session whose attribute says who is logged in, or that nobody is; both ``""`` for any other."""
    if store.name not in LOGGED_IN or store.owner.rpartition(".")[2] not in SESSIONS or store.value < 0:
        return "", ""
    value = fn.body.nodes[unnamed(fn, store.value)]
    nobody = value[0] == ir.CONST and not value[1]
    if is_logout(fn.name) and nobody:
        return "session_logout", f"empties {store.owner}.{store.name}"
    return ("authn_login_success", f"sets {store.owner}.{store.name}") if is_login(fn.name) and not nobody else ("", "")


def called(follower: Follower, fn: Fn, call: int, verifies: Callable[[str], bool]) -> tuple[str, str]:
    """The event and the text of a call by which a login lets somebody in; both ``""`` for any other."""
    record = fn.body.nodes[call]
    if is_logout(fn.name):
        return ("session_logout", "runs LogoutView") if _lets_out(follower, fn, record) else ("", "")
    name = follower.text(fn, record[1]).rpartition(".")[2]
    tokens = _gives_tokens(name)
    if not (tokens or name in _ENCODES or name in _COOKIES) or not may_touch(fn, verifies):
        return "", ""
    if tokens:
        lets_in = len(record[2]) + len(record[3]) > 0
    elif name in _ENCODES:
        entity = follower.names.entity(fn, record[1])
        lets_in = entity is not None and entity[0] == "lib" and entity[1] in _ENCODING
    else:
        lets_in = _carries(follower, fn, record)
    return ("authn_login_success", f"calls {name}()") if lets_in else ("", "")


def _lets_out(follower: Follower, fn: Fn, record: ir.Node) -> bool:
    """Whether a call answers a request by Django's own view of a logout: ``LogoutView.as_view()(request)``."""
    made = fn.body.nodes[unnamed(fn, record[1])]
    view = fn.body.nodes[made[1]] if made[0] == ir.CALL else [ir.OPAQUE]
    entity = follower.names.entity(fn, view[1]) if view[0] == ir.ATTR and view[2] == _RUNS and record[2] else None
    return entity is not None and entity[0] == "lib" and entity[1] == _OUT


def _gives_tokens(name: str) -> bool:
    """Whether a function gives somebody tokens, by its name."""
    words = split(name)
    return name == _FOR_USER or (words[:1] != words[-1:] and words[0] in _MAKING and any(words[-len(end) :] == end for end in _TOKENS))


def _carries(follower: Follower, fn: Fn, record: ir.Node) -> bool:
    """Whether a cookie is called after a session or a token, and holds something."""
    named = {key: value for key, value in record[3] if value >= 0}
    at = next((named[key] for key in _NAMES if key in named), record[2][0] if record[2] else -1)
    key = follower.mappings.literal(fn, at) if at >= 0 else None
    if not isinstance(key, str):
        return False
    words = split(key.replace("-", "_"))
    held = named.get("value", record[2][1] if len(record[2]) > 1 else -1)
    empty = held >= 0 and fn.body.nodes[unnamed(fn, held)][0] == ir.CONST
    return held >= 0 and not empty and not _CARRYING.isdisjoint(words) and _ELSE.isdisjoint(words)


def _is_a_login(fn: Fn) -> bool:
    """Whether a function, or the class whose request it answers, logs somebody in, and nobody out."""
    owner = fn.owner.name if fn.owner is not None else ""
    return (is_login(fn.name) or is_login(owner)) and not is_logout(fn.name)
