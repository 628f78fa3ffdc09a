"""Answers with 401 or 403 that stand for any breakdown, or for input that cannot be used, and deny nobody anything."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from checker import patterns as re
from checker.source import ir
from checker.source.audit.signs.mentions import words_of
from checker.source.audit.ways.paths import Entry, Guard, Handling, Way, deciding, made_in
from checker.source.flow.literal import unnamed
from checker.source.ir.ways import Called
from checker.source.lexicon.words import split
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

BROAD = frozenset({"Exception", "BaseException", "?"})
_OF_STORES = frozenset({
    "IntegrityError", "OperationalError", "DatabaseError", "ProgrammingError", "SQLAlchemyError", "RedisError", "ConnectionError",
    "TimeoutError"
})  # fmt: skip
"""Errors of what keeps the data, which say nothing of whoever asked."""
_OF_RIGHTS = frozenset({
    "auth", "authenticate", "authenticated", "authentication", "authorize", "authorization", "authorized", "login", "signin", "token",
    "tokens", "jwt", "credential", "credentials", "password", "permission", "permissions", "permitted", "apikey", "signature", "verify",
    "user", "users", "account", "unauthorized", "forbidden", "denied", "allowed", "role", "roles", "admin", "principal", "claims",
    "identity",
    "ldap", "oauth", "saml", "oidc", "sso", "access", "acl", "csrf", "secret", "bearer", "protected", "policy", "key"
})  # fmt: skip
"""Words of what somebody is refused for."""
_OF_SETUPS = frozenset({"configured", "configuration", "misconfigured", "misconfiguration", "config"})
"""Words of exceptions about how the server is set up."""
_ASKING = re.compile(
    r"^\W*(?:you (?:are|were|'re) )?not (?:yet )?(?:logged|signed)[ -]in\b|\b(?:log ?in|authentication) (?:is )?required\b"
    r"|^\W*(?:you (?:are|were|'re) |user is )?not authenticated\b|\bmust be (?:logged|signed)[ -]in\b"
)
_FAULT = re.compile(r"\bHTTP_5\d\d|\b(?:INTERNAL_SERVER_ERROR|BAD_GATEWAY|SERVICE_UNAVAILABLE|GATEWAY_TIMEOUT)$")
"""Names of the statuses of a server's faults: ``status.HTTP_502_BAD_GATEWAY``."""
_REALM = "realm="
_LACKING = re.compile(
    r"\b(?:missing|empty|no) (?:(?:bearer|access|auth|authorization|authentication|api|x-api) )*(?:token|header|credentials?|key)\b"
    r"(?! (?:or|matches|matched|found for|with))"
    r"|\b(?:token|header|credentials|api key) (?:was|were|is|are) (?:not provided|not given|not sent|missing)\b"
)
"""An answer to who brought nothing: ``Empty Bearer token``; not "no token matches"."""
_WRONG = frozenset({"invalid", "wrong", "incorrect", "expired", "bad", "unknown", "malformed"})
_UNSET = frozenset({"configured", "supported", "implemented", "enabled"})
"""What a server is not that has no such service."""
_PERSONS = frozenset({"user", "account", "email", "you", "your", "credentials", "permission", "role"})
_DEEPEST = 4


def is_breakdown(follower: Follower, fn: Fn, way: Way, decided: Entry) -> bool:
    """Whether any error at all is answered so, and nothing around speaks of rights: ``except Exception as e: return str(e), 401``."""
    caught = next((one for one in reversed(way.entries) if isinstance(one, Handling)), None)
    if caught is None or caught.raised is not None or not (decided is caught or isinstance(decided, Guard)):
        return False
    types = fn.body.handlers[caught.handler].types
    if types and decided is caught and all(name.rpartition(".")[2] in _OF_STORES for name in types):
        return True
    if types and BROAD.isdisjoint(types):
        return False
    owner = fn.owner.name if fn.owner is not None else ""
    about = {*split(fn.name), *split(owner), *(words_of(fn, decided.condition) if isinstance(decided, Guard) else ())}
    for call in made_in(caught.step):
        about.update(split(follower.text(fn, fn.body.nodes[call][1]).rpartition(".")[2]), words_of(fn, call))
    if way.exit is not None and way.exit.value >= 0:
        about.update(word for text in texts(fn, way.exit.value) for word in split(text.replace(" ", "_")))
    return _OF_RIGHTS.isdisjoint(about)


def is_fault(follower: Follower, fn: Fn, way: Way) -> bool:
    """Whether a way ends in a fault of the server or of its set-up: ``raise HTTPError(500)``, ``raise ImproperlyConfigured(...)``."""
    value = way.exit.value if way.exit is not None else -1
    record: ir.Node = fn.body.nodes[value] if value >= 0 else [ir.OPAQUE]
    if record[0] != ir.CALL:
        return False
    given = [*(one for one in record[2][:3] if one >= 0), *(one for key, one in record[3] if key in ("status", "status_code", "code"))]
    constants = [fn.body.nodes[one] for one in given]
    if any(one[0] == ir.CONST and isinstance(one[1], int) and 500 <= one[1] < 600 for one in constants):
        return True
    if any(_FAULT.search(follower.text(fn, one)) for one in given):
        return True
    raised = way.exit is not None and way.exit.kind == "raise"
    return raised and not _OF_SETUPS.isdisjoint(split(follower.text(fn, record[1]).rpartition(".")[2]))


def is_empty(fn: Fn, guard: Guard) -> bool:
    """Whether what was sent is an empty text, which is nobody's name or secret: ``if directory == "": return "no root", 401``."""
    record = fn.body.nodes[guard.condition]
    if record[0] != ir.COND or record[1] != "==" or not guard.holds:
        return False
    return any(fn.body.nodes[one][:2] == [ir.CONST, ""] for one in record[2]) and _OF_RIGHTS.isdisjoint(words_of(fn, guard.condition))


def asks_to_log_in(fn: Fn, way: Way) -> bool:
    """Whether the answer asks for a login, as it does of whoever has none: ``raise HTTPException(401, "Not logged in")``.

    The realm that a header names says what every 401 does.
    """
    value = way.exit.value if way.exit is not None else -1
    return value >= 0 and any(_ASKING.search(text.lower()) and _REALM not in text for text in texts(fn, value))


def brings_nothing(fn: Fn, way: Way) -> bool:
    """Whether the answer says that nothing was shown, and not that it was wrong, ``raise HTTPException(401, "Missing token")``, or the
    name of the error that is answered does, ``except AuthorizationHeaderMissing``.
    """
    caught = next((one for one in reversed(way.entries) if isinstance(one, Handling)), None)
    types = fn.body.handlers[caught.handler].types if caught is not None else ()
    if types and all("missing" in split(name.rpartition(".")[2]) for name in types):
        return True
    for answer in _answers(way):
        said = [text.lower() for text in texts(fn, answer)]
        if any(map(_LACKING.search, said)) and _WRONG.isdisjoint(word for text in said for word in split(text.replace(" ", "_"))):
            return True
    return False


def tells_of_the_setup(fn: Fn, way: Way) -> bool:
    """Whether the answer says that there is no such service here, or none now: ``raise AuthenticationFailed("OAuth is not configured")``,
    ``self.send_error(403, explain="Depth: infinity is not supported")``."""
    said = {word for answer in _answers(way) for text in texts(fn, answer) for word in split(text.replace(" ", "_"))}
    return _PERSONS.isdisjoint(said) and ("unavailable" in said or ("not" in said and not _UNSET.isdisjoint(said)))


def _answers(way: Way) -> list[int]:
    """What a way gives back or raises; where that is nothing, the calls behind what decided."""
    value = way.exit.value if way.exit is not None else -1
    decided = max(deciding(way.entries), default=-1)
    return [value] if value >= 0 else [one.node for one in way.entries[decided + 1 :] if isinstance(one, Called)]


def texts(fn: Fn, node: int, steps: int = _DEEPEST) -> Iterator[str]:
    """The texts that an answer or an exception is made of."""
    record = fn.body.nodes[unnamed(fn, node)]
    if record[0] == ir.CONST and isinstance(record[1], str):
        yield record[1]
    inner: list[int] = []
    if record[0] == ir.CALL:
        inner = [*(one for one in record[2] if one >= 0), *(value for _, value in record[3])]
    elif record[0] in (ir.SEQ, ir.JOIN):
        inner = record[1]
    elif record[0] == ir.DICT:
        inner = record[2]
    for one in inner if steps else ():
        yield from texts(fn, one, steps - 1) if one >= 0 else ()
