"""Whether a project logs in anywhere: the headers of a client of which no module speaks of a login, a key or a cookie hold none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.source.names.elements import Fn, Module

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

LOGGING_IN = "logging in"
"""The mark of a module that speaks of it."""
_SIGNS = (
    b"uthoriz", b"uthent", b"UTHORIZ", b"UTHENT", b"\xa4auth", b"auth_", b"_AUTH", b"BasicAuth", b"earer", b"BEARER", b"ookie", b"COOKIE",
    b"redential", b"REDENTIAL", b"DigestAuth", b"TokenAuth", b"AuthBase", b"OAuth", b"oauth", b"jwt", b"JWT", b"api_key", b"apikey",
    b"apiKey", b"ApiKey", b"API_KEY", b"APIKEY", b"-Token", b"-token", b"-Key", b"-key", b"access_token", b"accessToken", b"_signed",
    b"\xa6signed", b"login", b"Login",
)  # fmt: skip
"""What stands in the code of whoever sends a login, as it is encoded; a word too many does no harm."""
_ENOUGH = 30
"""Words of a client's module from which on it matters what the project does not speak of: less is an example."""
_CLIENTS = frozenset({"requests", "httpx", "aiohttp", "urllib", "urllib2", "urllib3", "niquests"})
"""Libraries whose requests go out."""


def speaks(module: Module) -> bool:
    """Whether a module may log in, told by its own code."""
    facts = module.facts
    if facts.test:
        return False
    named = any("auth" in head.params or "token" in head.params for head in facts.functions)
    if named:
        return True
    whole = b"".join(facts.bodies)
    return any(sign in whole for sign in _SIGNS)


def nobody_does(follower: Follower, fn: Fn) -> bool:
    """Whether a function's module is a client's that says enough to tell, and no module of the project logs in."""
    if fn.module.tops.isdisjoint(_CLIENTS) or "/" not in fn.module.path or len(fn.module.spoken) < _ENOUGH:
        return False
    return next(follower.names.marked(LOGGING_IN), None) is None
