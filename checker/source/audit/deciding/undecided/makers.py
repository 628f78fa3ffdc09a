"""What a function is there for, by what it is given and by its name: to make errors, to show them, to demand a right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.source import ir
from checker.source.audit.deciding.refusing.refused import NO_GOOD, Refused
from checker.source.audit.deciding.verifying.conditions import RIGHTS
from checker.source.audit.signs.mentions import words_of
from checker.source.audit.signs.statuses import FIELDS
from checker.source.audit.ways.paths import Entry, Guard, Handling, Way
from checker.source.flow.literal import bare
from checker.source.lexicon.words import split
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.audit.signs.terms import Terms
    from checker.source.flow.backwards import Follower

VERDICTS = frozenset({"authenticate", "auth", "login"})
_FORGED = frozenset({"csrf", "xsrf"})
_LOGINS = frozenset({"authentication", "authenticated", "credentials", "login", "password"})
"""Words of exceptions of somebody who could not log in."""
_DEMANDING = frozenset({"require", "requires", "ensure", "enforce", "assert", "check"})
_DEMANDED = frozenset({"access", "roles", "role", "permission", "permissions", "scopes", "authorization", "authorized"})
_OF_ERRORS = frozenset({"exception", "error", "errors", "401", "403"})
_OF_DJANGO = "handler403"
"""The view that answers where a permission was denied, of which Django itself warns:
https://docs.djangoproject.com/en/5.2/ref/views/#the-403-http-forbidden-view
"""
_SIGNED = frozenset({"signature", "signatures", "hmac"})
_CALLED_BACK = frozenset({"webhook", "webhooks"})
_VERIFYING = frozenset({"verify", "verified", "verification", "validate", "validation", "signing"})
_ANYBODY = frozenset({"anonymous", "guest", "unauthenticated"})
"""First words of what stands for somebody who is not logged in."""
_SHOWN = frozenset({"password", "passwd", "token", "credentials", "secret", "code", "otp", "pin", "key", "header", "authorization", "jwt"})
_RAISING = ("auto_error", "raise_exception", "raise_error", "raise_exc", "raise_on_error", "raise_on_failure", "silent", "throw")
"""Flags by which whoever asks says that an exception is wanted, and not a no: ``HTTPBearer(auto_error=False)``."""
_CLAIMS = frozenset({
    "claims", "claim", "nonce", "kid", "publickey", "jwk", "jwks", "iat", "nbf", "exp", "aud", "audience", "iss", "issuer", "jti", "payload"
})  # fmt: skip
"""Words of what stands in a token that was signed, and of the keys that it was signed with."""
_VERIFIERS = frozenset({"verify", "verifier", "validate", "validator"})
_SIGNED_TOKENS = frozenset({"jwt", "jwts", "jws", "jwks", "jwk", "claims", "jose"})
_MOST_NESTED = 4


def by_given_status(fn: Fn, way: Way) -> bool:
    """Whether a function makes the error of the status that it is given: ``if status == 403: error = HTTPForbidden(reason=reason)``."""
    return any(isinstance(one, Guard) and one.holds and _asks_for_a_status(fn, one.condition) for one in way.entries)


def _asks_for_a_status(fn: Fn, node: int) -> bool:
    record = fn.body.nodes[node]
    if record[0] != ir.COND or record[1] != "==":
        return False
    operands = [fn.body.nodes[one] for one in record[2]]
    given = any(one[0] == ir.PARAM and fn.head.params[one[1]] in FIELDS for one in operands)
    return given and any(one[0] == ir.CONST and isinstance(one[1], int) for one in operands)


def is_of_forms(fn: Fn) -> bool:
    """Whether a function is about forged forms, of which a browser tells and nobody's right: ``def csrf_failure(request): ...``."""
    return not _FORGED.isdisjoint(split(fn.name))


def is_a_policy(fn: Fn) -> bool:
    """Whether a method tells of a new password whether it may be one: ``PasswordPolicy.validate(new, current)``, which must differ."""
    words = split(fn.owner.name) if fn.owner is not None else ()
    return words[-1:] in (("policy",), ("policies",)) and "password" in words


def answers_errors(fn: Fn) -> bool:
    """Whether a function answers what others refused, by its name or that of the function around it: ``shared_403_exception_handler``."""
    outer = fn.module.functions[fn.head.parent] if fn.head.parent > 0 else None
    names = (fn.name, outer.name) if outer is not None else (fn.name,)
    return fn.name == _OF_DJANGO or any("handler" in split(name) and not _OF_ERRORS.isdisjoint(split(name)) for name in names)


def demands(fn: Fn) -> bool:
    """Whether a function is there to demand a right, by its name: ``require_superuser()``; in a library who uses it calls it."""
    words = split(fn.name)
    return not _DEMANDING.isdisjoint(words[:1]) and not (RIGHTS | _DEMANDED).isdisjoint(words[1:])


def authenticates(fn: Fn) -> bool:
    """Whether a function is there to tell who somebody is, by its name."""
    return split(fn.name)[:1] == ("authenticate",)


def is_asked_for_verdicts(fn: Fn, terms: Terms) -> bool:
    """Whether a function is there to give a verdict, by its name: one way of it may be a gap, whatever its tests ask."""
    return not VERDICTS.isdisjoint(split(fn.name)) and terms.verifiers.tells(fn.name)


def says_who(fn: Fn, refused: Refused) -> bool:
    """Whether a function may say by a 403 too that somebody is not who they say: ``def authenticate(name, password): raise Denied()``."""
    return authenticates(fn) or (refused.handled and not VERDICTS.isdisjoint(split(fn.name)))


def is_of_login(refused: Refused) -> bool:
    """Whether an exception's own name says that somebody could not log in: ``AuthenticationFailed``."""
    name = refused.text.rpartition(" ")[2].partition("(")[0].rpartition(".")[2]
    return name[:1].isupper() and not _LOGINS.isdisjoint(split(name))


def is_of_a_signature(fn: Fn, decided: Entry) -> bool:
    """Whether a message is refused whose signature does not hold: ``def _verify_signature()``, ``except WebhookVerificationError:``."""
    names = [fn.name]
    if isinstance(decided, Handling):
        names += [name.rpartition(".")[2] for name in fn.body.handlers[decided.handler].types]
    said = [frozenset(split(name)) for name in names]
    return any(not _SIGNED.isdisjoint(words) or not (_CALLED_BACK.isdisjoint(words) or _VERIFYING.isdisjoint(words)) for words in said)


def asks_how_to_refuse(fn: Fn, node: int) -> bool:
    """Whether a test asks for nothing but how to say no: ``if self.auto_error: raise HTTPException(401)``."""
    record = fn.body.nodes[node]
    while record[0] == ir.COND and record[1] == "not":
        record = fn.body.nodes[record[2][0]]
    if record[0] == ir.PARAM:
        return fn.head.params[record[1]] in _RAISING
    return record[0] == ir.ATTR and str(record[2]).lstrip("_") in _RAISING


def is_of_a_token(fn: Fn, decided: Entry, refused: Refused) -> bool:
    """Whether a 401 is for a token whose claims, or whose key, are not what they must be: ``claims["nonce"] != self._nonce``.

    A function that is given the claims, or that only verifies tokens, asks for nothing else.
    """
    if refused.status != 401 or refused.text == NO_GOOD:
        return refused.text == NO_GOOD
    named = f"{fn.owner.name if fn.owner is not None else ''}.{fn.name}"
    verifies = not _VERIFIERS.isdisjoint(split(named)) and any(one in named.lower() for one in _SIGNED_TOKENS)  # class JWKsVerifier
    if isinstance(decided, Handling):
        types = (split(one.rpartition(".")[2]) for one in fn.body.handlers[decided.handler].types)
        return verifies and any(not _SIGNED_TOKENS.isdisjoint(words) for words in types)
    words = words_of(fn, decided.condition) if isinstance(decided, Guard) else ()
    if "isinstance" in words:  # somebody else's claims were shown
        return False
    return RIGHTS.isdisjoint(words) and (verifies or "claims" in fn.head.params or not _CLAIMS.isdisjoint(words))


def asks_another(follower: Follower, fn: Fn, way: Way, asked: int) -> bool:
    """Whether the next way to log in is tried where one found nobody: ``return authenticate_by_token(request)``."""
    if way.exit is None or way.exit.kind != "return" or way.exit.value < 0:
        return False
    node = bare(fn, way.exit.value)
    record = fn.body.nodes[node]
    if node == asked or record[0] != ir.CALL:
        return False
    return split(follower.text(fn, record[1]).rpartition(".")[2])[:1] == ("authenticate",)


def goes_on_as_anybody(follower: Follower, fn: Fn, way: Way, asked: int) -> bool:
    """Whether who has no session goes on as somebody who is not logged in: ``return Subject(Anonymous(), scopes=set())``.

    Who showed a password or a token that does not hold has failed all the same.
    """
    record = fn.body.nodes[asked]
    given = (*record[2], *(value for _, value in record[3])) if record[0] == ir.CALL else (asked,)
    if way.exit is None or way.exit.kind != "return" or any(not _SHOWN.isdisjoint(words_of(fn, one)) for one in given if one >= 0):
        return False
    waiting = [(way.exit.value, 0)]
    while waiting:
        node, depth = waiting.pop()
        record = fn.body.nodes[node] if node >= 0 else [ir.OPAQUE]
        if record[0] != ir.CALL or depth > _MOST_NESTED:
            continue
        name = follower.text(fn, record[1]).rpartition(".")[2]
        if name[:1].isupper() and not _ANYBODY.isdisjoint(split(name)[:1]):
            return True
        waiting += [(one, depth + 1) for one in (*record[2], *(value for _, value in record[3]))]
    return False
