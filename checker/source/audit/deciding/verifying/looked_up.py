"""Codes that are looked up, not verified: ``User.query.filter_by(reset_token=token).first()`` finds nobody where a link is forged."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from checker.hints import Hints
from checker.source import ir
from checker.source.audit.deciding.verifying.providers import lets_in
from checker.source.audit.signs.mentions import named
from checker.source.flow.literal import bare, unnamed
from checker.source.lexicon.words import once, split
from checker.source.names.elements import Fn
from checker.vocabulary import Verifier

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

LINK = Verifier(event="authn_token_reuse", raises=False)
"""What stands for such a look-up where a verifier is asked for."""
NOT_THERE = frozenset({"DoesNotExist", "ObjectDoesNotExist", "NoResultFound", "NotFound", "NotFoundError"})
"""Exceptions of a look-up that finds nothing."""
_PURPOSES = frozenset({"reset", "verification", "verify", "confirmation", "confirm", "activation", "activate", "recovery", "magic"})
_CODES = frozenset({"token", "code", "key", "hash", "otp", "secret", "pin"})
FINDING = frozenset({
    "first", "one_or_none", "get", "aget", "afirst", "find_one", "scalar_one_or_none", "scalar", "get_or_none", "one", "scalar_one",
    "fetchone", "fetch_one", "get_by", "find_by", "pop", "getdel"
})  # fmt: skip
"""How a row is asked for."""
_WHOLE = frozenset({("security", "code"), ("backup", "code"), ("backup", "codes")})
"""Words that only together are called after such a code."""
_OF_OTHERS = frozenset({
    "subscriber", "subscribers", "subscription", "newsletter", "invite", "invites", "invitation", "invitations", "order", "booking",
    "share", "webhook", "payment", "mailing", "domain", "phone", "registrant", "cache"
})  # fmt: skip
"""Words of what somebody follows a link for who logs in nowhere."""
_RUNNING = frozenset({"execute", "exec", "scalar", "scalars", "fetch_one", "fetch_val"})
"""How a query is run that stands in the call: https://docs.sqlalchemy.org/en/20/orm/queryguide/select.html"""
_LOOKING = frozenset({"find", "get", "lookup", "fetch", "load"})
_BY = frozenset({"by", "from", "for", "with"})
_KEPT = (("tokens",), ("codes",), ("otps",), ("links",))
"""Last words of what keeps such codes."""
_HINTS = Hints(
    b"eset",
    b"erif",
    b"onfirm",
    b"ctivat",
    b"ecover",
    b"agic",
    b"security_code",
    b"ackup_code",
    b"ackupCode",
    b"otp",
    b"Otp",
    b"OTP",
    b"refresh_token:",
)
_TOKENS = (
    ("token",), ("auth", "token"), ("access", "token"), ("refresh", "token"), ("api", "token"), ("api", "key"), ("session", "token"),
    ("bearer", "token"),
)  # fmt: skip
"""Last words of tables of what somebody shows with each request."""
_SHOWN = frozenset({"token", "key", "token_hash", "key_hash", "hashed_key", "hashed_token", "token_key", "refresh_token", "access_token"})
"""Columns by which such a row is asked for."""
_FOR_CODES = frozenset({"reset", "verification", "confirmation", "activation", "recovery"})
"""Last words of tables of what such a code is for: ``PasswordReset.objects.filter(code=code)``."""
_OF_LINKS = frozenset({"token", "code", "link"})
"""Last words of tables of what lets somebody in who has followed a link, in a function that does that."""
_SHOWN_HINTS = Hints(b"Token", b"ApiKey", b"APIKey", b"Code", b"Link")
_GRANTED = (("refresh", "token"), ("access", "token"), ("bearer", "token"), ("authz", "code"), ("authorization", "code"), ("auth", "code"))
_GIVEN = (("token",), ("code",))
"""Last words of what such a method is given."""
_GIVEN_WORDS = frozenset({"token", "key", "apikey", "authorization", "bearer", "secret"})
_STORES = frozenset({"store", "storage", "cache", "dict", "map", "db", "memory", "table"})
"""Last words of what keeps many codes."""
_VOID = frozenset({"blacklist", "blacklisted", "denylist", "revoked", "blocked", "used", "attempts", "count", "limit", "cooldown"})
"""Words of what is kept of codes that let nobody in."""
_ASKING = frozenset({"authenticate", "authentication", "authenticator", "middleware", "refresh", "auth", "backend"})
_ENDING = frozenset({"revoke", "delete", "logout", "remove", "introspect", "blacklist", "list", "create", "update", "cleanup", "clean"})
_OF_USERS = ("get_user", "find_user", "load_user", "fetch_user")
_CLAIMS = frozenset({"payload", "claims", "decoded"})
"""Words of what a token that was verified says."""
_MOST_STEPS = 12


def may_ask(fn: Fn) -> bool:
    """Whether a function may look such a code up; told by its head and its encoded body."""
    called = fn.head.called
    if any(map(_finds, called)) or (_validates(fn) and any(map(_finds_shown, called))):
        return True
    if FINDING.isdisjoint(called):
        return False
    return _HINTS.within(fn.data) or (_SHOWN_HINTS.within(fn.data) and (_says_who(fn) or lets_in(fn)))


def asked(follower: Follower, fn: Fn, node: int) -> bool:
    """Whether a call finds somebody by a code that was sent to them before."""
    record = fn.body.nodes[node]
    if record[0] != ir.CALL:
        return False
    text = follower.text(fn, record[1])
    name = text.rpartition(".")[2]
    if not _OF_OTHERS.isdisjoint(split(text)) or not _OF_OTHERS.isdisjoint(word for one in named(fn, node) for word in split(one)):
        return False
    if _finds_shown(name) and _validates(fn) and any(split(follower.text(fn, one))[-1:] in _GIVEN for one in record[2] if one >= 0):
        return True
    if _is_named(name) or (_is_by_code(name) and _is_a_code(text.rpartition(".")[0].rpartition(".")[2])):
        return True
    return name in FINDING and (_by_code(fn, node) or _among_codes(fn, text) or _in_a_store(fn, record, text))


def _among_codes(fn: Fn, text: str) -> bool:
    """Whether a function that is there for such a code asks those who keep them for one: ``self.tokens.get(given)``."""
    owner = split(text.rpartition(".")[0].rpartition(".")[2])
    return owner[-1:] in _KEPT and not (_PURPOSES | {"redeem", "consume"}).isdisjoint(split(fn.name))


def _in_a_store(fn: Fn, record: ir.Node, text: str) -> bool:
    """Whether what keeps many codes is asked for one: ``reset_tokens.get(token)``, ``redis.get(f"password_reset:{token}")``."""
    key: ir.Node = fn.body.nodes[unnamed(fn, record[2][0])] if record[2] and record[2][0] >= 0 else [ir.CONST]
    if key[0] != ir.JOIN:
        return key[0] != ir.CONST and _is_a_code(one_of(text.rpartition(".")[0]))
    words = [word for part in key[1] if part >= 0 for name in named(fn, part) for word in split(name.replace(":", "_"))]
    return _VOID.isdisjoint(words) and (_is_a_code("_".join(words)) or tuple(words[:2]) == tuple(words[2:]) == ("refresh", "token"))


def one_of(store: str) -> str:
    """What is in a store of that name: ``reset_code`` of ``self.reset_codes_store``."""
    words = list(split(store.removesuffix("()").rpartition(".")[2]))
    while words and words[-1] in _STORES:
        words.pop()
    return "_".join([*words[:-1], words[-1].removesuffix("s")]) if words else ""


def _by_code(fn: Fn, node: int) -> bool:
    """Whether a query asks for a code: by a column that is called so, or in a table of codes: ``VerificationCode.filter(code=given)``."""
    asked = tuple(columns(fn, node))
    if any(map(_is_a_code, asked)):
        return True
    tables = [one for one in named(fn, node, _MOST_STEPS) if one[:1].isupper()]
    if not _CODES.isdisjoint(asked) and any(_is_a_code(one) or split(one)[-1] in _FOR_CODES for one in tables):
        return True
    if not _CODES.isdisjoint(asked) and any(not _OF_LINKS.isdisjoint(split(one)[-1:]) for one in tables[:1]) and lets_in(fn):
        return True
    return not _SHOWN.isdisjoint(asked) and any(split(one)[-2:] in _TOKENS for one in tables[:1]) and _says_who(fn)


def _says_who(fn: Fn) -> bool:
    """Whether a function is there to find out who sends a request, by its name or its class's: ``ApiTokenMiddleware.__call__``."""
    words = {*split(fn.name), *(split(fn.owner.name) if fn.owner is not None else ())}
    return not _ASKING.isdisjoint(words) and _ENDING.isdisjoint(words)


def shown_to(fn: Fn, condition: int) -> bool:
    """Whether a test is whether a table of tokens has the one that a request shows: ``if not ApiToken.query(key=token): ...``."""
    if not _ENDING.isdisjoint(split(fn.name)):
        return False
    for _ in range(_MOST_STEPS):
        record = fn.body.nodes[condition]
        if record[0] == ir.COND and record[1] == "not":
            condition = record[2][0]
        elif record[0] in (ir.VAR, ir.ITEM, ir.UNPACK):
            condition = record[2] if record[0] == ir.VAR else record[1]
        else:
            break
    record = fn.body.nodes[condition]
    tables = [one for one in named(fn, condition, _MOST_STEPS) if one[:1].isupper()] if record[0] == ir.CALL else []
    given = (*record[2], *(value for _, value in record[3])) if tables and split(tables[0])[-2:] in _TOKENS else ()
    return any(not _GIVEN_WORDS.isdisjoint(split(name)) for one in given if one >= 0 for name in named(fn, one, 1))


@once
def _is_named(name: str) -> bool:
    """Whether a function is called after such a look-up: ``get_user_by_reset_token()``, ``by_name_and_security_code()``."""
    words = split(name)
    at = next((place for place, word in enumerate(words) if word in _BY), -1)
    return at >= 0 and _is_a_code("_".join(words[at + 1 :])) and "send" not in words[:1]


@once
def _finds_shown(name: str) -> bool:
    """Whether a method finds what somebody shows a server for OAuth: ``self.find_refresh_token(token)``."""
    words = split(name)
    return not _LOOKING.isdisjoint(words[:1]) and words[-2:] in _GRANTED


def _validates(fn: Fn) -> bool:
    """Whether a method is one that such a server asks: ``class OAuthValidator: def validate_code(self, client_id, code, ...)``."""
    return fn.owner is not None and split(fn.owner.name)[-1:] == ("validator",) and split(fn.name)[:1] == ("validate",)


@once
def _finds(name: str) -> bool:
    return _is_named(name) or _is_by_code(name)


@once
def _is_by_code(name: str) -> bool:
    """Whether a method finds what it keeps by a code: ``RecoveryCode.find_by_user_code(user, given)``."""
    words = split(name)
    return not _LOOKING.isdisjoint(words[:1]) and "by" in words and words[-1] in _CODES


@once
def _is_a_code(name: str) -> bool:
    """Whether a column or a table keeps what a link or a message has in it: ``reset_token``, ``activation_key``, ``security_code``."""
    words = split(name)
    if words[-1:] == ("otp",) or words[-2:] == ("otp", "code"):
        return True
    pairs = (*pairwise(words), *zip(words, words[2:], strict=False))  # reset_password_token
    return any((first in _PURPOSES and last in _CODES) or (first, last) in _WHOLE for first, last in pairs)


def by_claim(fn: Fn, record: ir.Node, name: str) -> bool:
    """Whether a call looks somebody up by what a verified token says of them: ``get_user_by_email(payload.get("sub"))``."""
    if not name.startswith(_OF_USERS):
        return False
    nodes = fn.body.nodes
    for given in (*record[2], *(value for _, value in record[3])):
        read = nodes[unnamed(fn, given)] if given >= 0 else [ir.OPAQUE]
        callee = nodes[read[1]] if read[0] == ir.CALL else [ir.OPAQUE]
        owner = read[1] if read[0] in (ir.ITEM, ir.ATTR) else callee[1] if callee[0] == ir.ATTR and callee[2] == "get" else -1
        if owner >= 0 and nodes[owner][0] == ir.PARAM and not _CLAIMS.isdisjoint(split(fn.head.params[nodes[owner][1]])):
            return True
    return False


def _is_a_table(record: ir.Node) -> bool:
    return record[0] in (ir.GLOBAL, ir.IMPORT, ir.CLASS) and str(record[1]).rpartition(".")[2][:1].isupper()


def columns(fn: Fn, node: int) -> Iterator[str]:
    """The columns by which a query asks: keywords, keys of a dict, and what is compared: ``filter(User.reset_token == token)``; not with
    what the program itself opens the store: ``connect(user="root", password=PASSWORD).cursor().fetchone()``."""
    for _ in range(_MOST_STEPS):
        node = bare(fn, node, ir.ATTR)
        record = fn.body.nodes[node]
        if record[0] == ir.CALL and not _opens(fn.body.nodes[record[1]]):
            yield from (key for key, _ in record[3] if key)
            if _RUNNING.intersection(map(str, fn.body.nodes[record[1]][1:3])) and record[2] and record[2][0] >= 0:
                yield from columns(fn, unnamed(fn, record[2][0]))  # await db.execute(select(User).where(User.reset_token == token))
            given = [fn.body.nodes[unnamed(fn, one)] for one in record[2] if one >= 0]
            yield from (key for one in given if one[0] == ir.DICT for key in one[1] if isinstance(key, str))
            if any(one[0] in (ir.OPAQUE, ir.COND) for one in given):  # what a comparison compares stands before the call
                between = (fn.body.nodes[at] for at in range(record[1] + 1, node))
                yield from (one[2] for one in between if one[0] == ir.ATTR and _is_a_table(fn.body.nodes[one[1]]))
            node = record[1]
        else:
            break


def _opens(callee: ir.Node) -> bool:
    """Whether a call opens a store: it connects, or makes an object of a class."""
    name = callee[2] if callee[0] == ir.ATTR else callee[1] if callee[0] in (ir.GLOBAL, ir.IMPORT, ir.VAR) else ""
    last = str(name).rpartition(".")[2]
    return "connect" in last.lower() or last[:1].isupper()
