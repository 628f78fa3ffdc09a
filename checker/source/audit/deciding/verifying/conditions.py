"""What the test that decides asks for: somebody's right, a login, what was sent."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from checker.source import ir
from checker.source.audit.deciding.refusing.breakdowns import texts
from checker.source.audit.deciding.refusing.exits import Exits
from checker.source.audit.deciding.verifying import in_tables, looked_up, parts_of
from checker.source.audit.deciding.verifying.given import is_no_argument
from checker.source.audit.signs.mentions import words_of
from checker.source.audit.ways.paths import Entry, Guard, Handling, Way
from checker.source.flow.literal import bare
from checker.source.lexicon.words import split
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

ABSENT = frozenset({
    "authorization", "header", "headers", "token", "cookie", "cookies", "credentials", "auth", "authenticated", "anonymous",
    "session", "key", "apikey", "bearer", "scheme", "identity", "login", "logged", "user", "current", "scopes", "jwt", "username",
    "password", "access", "g", "api", "userid", "id"
})  # fmt: skip
RIGHTS = frozenset({
    "admin", "staff", "superuser", "owner", "permission", "permissions", "perm", "perms", "role", "roles", "allowed", "can",
    "scope", "scopes", "may", "accessible", "member", "manager", "superadmin", "privilege", "privileges", "authorized", "author"
})  # fmt: skip
_REFUSED = {"authorization", "error"}
"""Words of what a look at somebody's rights found: ``authorization_error = may_update(actor, target)``."""
_OF_VIEWS = frozenset({"api", "header", "headers"})
"""Words of what tells who somebody is that only say of a view's name how it is reached: ``class OrderAPIView``."""
_OF_RIGHTS = frozenset({"permission", "permissions", "forbidden", "privilege", "privileges"})
"""Words of exceptions about what somebody who is known may not do."""
BARRED = frozenset({
    "active", "inactive", "disabled", "expired", "verified", "confirmed", "approved", "banned", "blocked", "locked", "deleted", "revoked"
})  # fmt: skip
"""States of somebody who is known."""
_DENIED = frozenset({"access", "denied"})
LOGIN_WORDS = frozenset({"authenticate", "login", "signin", "authenticated"})

_SENT = frozenset({"get", "getlist", "pop", "getattr", "split", "partition", "strip", "startswith", "header", "get_argument", "get_cookie"})
"""Calls that read what was sent, and look nobody up."""
_WHERE = frozenset({"path", "path_info", "full_path", "raw_path", "rel_url"})
"""Last parts of what is asked of a request's own address: ``request.path.startswith("/static")``."""
_ENDING_QUERIES = frozenset({"first", "one_or_none", "scalar_one_or_none", "scalar", "one", "get_or_none", "fetchone", "all"})
_ROW, _STATEMENT = "fetchone", "execute"
"""How a cursor is asked for a row, and what it is one of."""


IDENTITY = ABSENT - {"id", "g", "access"} | LOGIN_WORDS | {
    "credential", "secret", "signature", "otp", "mfa", "totp", "pin", "account", "tokens", "keys", "principal", "claims", "sub", "email"
}  # fmt: skip
"""Words of what tells who somebody is."""
_MALFORMED = frozenset({"invalid", "malformed", "unsupported", "unrecognized", "unparsable"})
"""Words of answers to what cannot be used."""
OF_ACCESS = frozenset({
    "access", "signature", "csrf", "origin", "referer", "referrer", "host", "ip", "address", "hash", "hmac", "digest", "denied",
    "forbidden", "permitted", "ticket", "nonce", "state", "link", "invite", "invitation", "expired", "path", "url"
})  # fmt: skip
"""Words of what a right or a proof may be."""
_CODES = frozenset({"status_code", "status"})
_STRIPPING = frozenset({"strip", "lstrip", "rstrip", "lower", "upper"})
_LOOKED_UP = frozenset({"user", "account", "email", "key", "keys", "current"})
"""Those by which other things are looked up too: ``get_chat_by_id_and_user_id``."""


class Conditions:
    """Reads the tests that refuse."""

    def __init__(self, follower: Follower, exits: Exits) -> None:
        self._follower = follower
        self._exits = exits

    def is_of_identity(self, fn: Fn, decided: Entry) -> bool:
        """Whether what decided asks who somebody is: a 401 for anything else ("no such chat of yours") denies access and fails no login."""
        if isinstance(decided, Guard) and set(words_of(fn, decided.condition)) >= _REFUSED:
            return False
        around = set(split(fn.name))
        if fn.owner is not None and not self.names_rights(fn, decided):  # a right may be asked in a class for logins too
            around.update(split(fn.owner.name))
        if not IDENTITY.isdisjoint(around - _OF_VIEWS - _LOOKED_UP):
            return True
        if isinstance(decided, Handling):
            caught = [frozenset(split(name.rpartition(".")[2])) for name in fn.body.handlers[decided.handler].types]
            return all(_OF_RIGHTS.isdisjoint(words) and not words >= _DENIED for words in caught)
        if not isinstance(decided, Guard):
            return True
        words = set(words_of(fn, decided.condition))
        if not RIGHTS.isdisjoint(words):
            return False
        return not IDENTITY.isdisjoint(words) or any(
            not (IDENTITY - _LOOKED_UP).isdisjoint(split(name)) for name in self._asked(fn, decided)
        )

    def _asked(self, fn: Fn, decided: Guard) -> Iterator[str]:
        """Names of the functions whose answers a test looks at, and of what these were given."""
        nodes, left = fn.body.nodes, [decided.condition]
        while left:
            record = nodes[bare(fn, left.pop(), ir.UNPACK)]
            if record[0] == ir.COND:
                left.extend(record[2])
            elif record[0] == ir.CALL:
                name = self._follower.text(fn, record[1]).rpartition(".")[2]
                yield name
                yield from (self._follower.text(fn, argument) for argument in record[2] if argument >= 0)
                if name == _ROW and nodes[record[1]][0] == ir.ATTR:  # cursor.execute("... WHERE token = ?", (token,)).fetchone()
                    left.append(nodes[record[1]][1])
                given = (nodes[argument] for argument in record[2][1:2] if argument >= 0) if name == _STATEMENT else ()
                yield from (self._follower.text(fn, item) for one in given if one[0] == ir.SEQ for item in one[1] if item >= 0)

    def asks_rights(self, fn: Fn, decided: Entry) -> bool:
        """Whether what decided names a right, or compares two things."""
        if not isinstance(decided, Guard):
            return True
        return self.compares(fn, decided) or self.names_rights(fn, decided)

    @staticmethod
    def names_rights(fn: Fn, decided: Entry) -> bool:
        """Whether the test that decided names a right."""
        words = set(words_of(fn, decided.condition)) if isinstance(decided, Guard) else set()
        return not RIGHTS.isdisjoint(words) or words >= _REFUSED

    def compares(self, fn: Fn, decided: Entry) -> bool:
        """Whether what decided compares two things: a wrong one was given."""
        if not isinstance(decided, Guard):
            return False
        return self.is_comparison(fn, decided.condition)

    def is_comparison(self, fn: Fn, node: int) -> bool:
        """Whether a test compares two things, or asks whether one is among others."""
        record = fn.body.nodes[node]
        if record[0] != ir.COND:
            return False
        if record[1] in ("in", "not in"):
            return self._is_key(fn, record[2])
        if record[1] in ("!=", "==") and any(fn.body.nodes[one][0] == ir.ATTR and fn.body.nodes[one][2] in _CODES for one in record[2]):
            return False  # what another server answered: if response.status_code == 401: ...
        return record[1] in ("!=", "==") or (record[1] in ("not", "and", "or") and any(self.is_comparison(fn, one) for one in record[2]))

    def looks_up(self, fn: Fn, node: int) -> bool:
        """Whether a test asks for somebody who was looked up by a token, a key or the like that was sent: ``user_of(token) is None``."""
        record = fn.body.nodes[bare(fn, node, ir.UNPACK)]
        while record[0] == ir.COND and record[1] in ("not", "is", "is not", "==", "!="):
            record = fn.body.nodes[bare(fn, record[2][0], ir.UNPACK)]
        if record[0] == ir.COND and record[1] in ("and", "or"):
            return any(self.looks_up(fn, one) for one in record[2])
        if record[0] == ir.UNION:
            return any(self.looks_up(fn, one) for one in record[1] if one != node)
        if record[0] != ir.CALL:
            return False
        name = self._follower.text(fn, record[1]).rpartition(".")[2]
        if looked_up.by_claim(fn, record, name) or (name == "get" and in_tables.asks(self._follower, fn, record)):
            return True
        if name in _SENT or name.startswith(("get_jwt", "is_")):
            return False
        given = [*(one for one in record[2] if one >= 0), *(value for _, value in record[3])]
        if name in _ENDING_QUERIES and fn.body.nodes[record[1]][0] == ir.ATTR:  # query(Token).filter(Token.key == key).first()
            given.append(fn.body.nodes[record[1]][1])
        secrets = {word for one in given for word in self._sent_words(fn, one)}
        return not in_tables.SECRETS.isdisjoint(secrets)

    def was_sent(self, fn: Fn, node: int) -> bool:
        """Whether a test asks for something that is read of the request: ``request.META.get("HTTP_X_KEY")``."""
        record = fn.body.nodes[bare(fn, node)]
        while record[0] == ir.COND and record[1] in ("not", "is", "is not"):
            record = fn.body.nodes[bare(fn, record[2][0])]
        record = self._stripped(fn, record)
        if record[0] == ir.UNION:
            return all(self.was_sent(fn, one) for one in record[1] if one != node)
        if record[0] == ir.ATTR and record[2] == "is_json":
            return not in_tables.OF_REQUESTS.isdisjoint(self._follower.text(fn, record[1]).split("."))
        if record[0] != ir.CALL:
            return False
        owner, _, name = self._follower.text(fn, record[1]).rpartition(".")
        return name in _SENT and not in_tables.OF_REQUESTS.isdisjoint(owner.replace("()", "").split("."))

    @staticmethod
    def _stripped(fn: Fn, record: ir.Node) -> ir.Node:
        """What blanks were taken off: the ``get()`` of ``headers.get("X-Key", "").strip()``."""
        nodes = fn.body.nodes
        while record[0] == ir.CALL and nodes[record[1]][0] == ir.ATTR and nodes[record[1]][2] in _STRIPPING:
            record = nodes[nodes[record[1]][1]]
        return record

    def _sent_words(self, fn: Fn, node: int) -> tuple[str, ...]:
        record = fn.body.nodes[node]
        return () if record[0] == ir.CONST else words_of(fn, node)

    def negative(self, fn: Fn, node: int, holds: bool) -> bool:
        """Whether a test holds where something is missing."""
        record = fn.body.nodes[node]
        if record[0] == ir.COND:
            operator, operands = record[1], record[2]
            if operator == "not":
                return self.negative(fn, operands[0], not holds)
            if operator in ("and", "or"):
                return all(self.negative(fn, one, holds) for one in operands)
            other = fn.body.nodes[operands[1]]
            nothing = other[0] == ir.CONST and other[1] in (None, "", False)
            if operator in ("is", "=="):
                return holds and nothing
            if operator in ("is not", "!="):
                return not holds and nothing
            return operator in ("in", "not in") and (operator == "not in") == holds and self._is_key(fn, operands)
        plain = self._stripped(fn, fn.body.nodes[bare(fn, node, ir.UNPACK)])
        if plain[0] == ir.CALL and len(plain[2]) == 1 and plain[2][0] >= 0 and self._follower.text(fn, plain[1]) == "bool":
            return self.negative(fn, plain[2][0], holds)
        if plain[0] == ir.CALL:
            owner, _, name = self._follower.text(fn, plain[1]).rpartition(".")
            if owner.rpartition(".")[2] in _WHERE:  # another page is asked for, and nothing is missing
                return False
            return not holds and (
                name in ("get", "getattr", "getlist", "startswith", "hasattr", "match", "fullmatch", "split", "partition", "rpartition")
                or "authenticated" in name
                or name.lstrip("_").startswith(("get_", "is_log", "extract_", "read_"))
            )
        return not holds

    def _is_key(self, fn: Fn, operands: list[int]) -> bool:
        """Whether something is looked for by its name, ``"user" in session``; what was sent is looked for among the valid ones."""
        sought = fn.body.nodes[operands[0]]
        named = sought[0] == ir.CONST or self._follower.text(fn, operands[0]).rpartition(".")[2].isupper()
        among = split(self._follower.text(fn, operands[1]).replace("()", "").rpartition(".")[2])
        return named or in_tables.VALID.isdisjoint(among[-1:])

    def is_malformed(self, fn: Fn, way: Way, guard: Guard) -> bool:
        """Whether a refusal says that what was sent is wrong, and nothing around speaks of rights: ``abort(403, "Invalid model")``."""
        value = way.exit.value if way.exit is not None else -1
        said = {word for text in texts(fn, value) for word in split(text.replace(" ", "_"))} if value >= 0 else set()
        if _MALFORMED.isdisjoint(said) and not {"not", "valid"} <= said:
            return False
        about = said | set(words_of(fn, guard.condition)) | set(split(fn.name))
        return (IDENTITY | RIGHTS | BARRED | OF_ACCESS).isdisjoint(about)

    def is_missing(self, fn: Fn, way: Way) -> bool:
        """Whether nothing was sent that could be verified, or something of another scheme."""
        guards = [entry for entry in way.entries if isinstance(entry, Guard)]
        if is_no_argument(fn, guards[-1].condition, guards[-1].holds) or parts_of.counts(fn, guards[-1]):
            return True
        words = set(words_of(fn, guards[-1].condition))
        if self.was_sent(fn, guards[-1].condition) and self.negative(fn, guards[-1].condition, guards[-1].holds):
            return True
        return not (ABSENT - {"user"}).isdisjoint(words) and self.negative(fn, guards[-1].condition, guards[-1].holds)
