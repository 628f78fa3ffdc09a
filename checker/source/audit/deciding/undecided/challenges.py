"""Whether a refusal only asks for a login: nobody is logged in, or nothing was sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.source import ir
from checker.source.audit.deciding.refusing.refused import Refused
from checker.source.audit.deciding.verifying.conditions import ABSENT, BARRED, LOGIN_WORDS, RIGHTS, Conditions
from checker.source.audit.deciding.verifying.named_alike import only_reads
from checker.source.audit.signs.mentions import words_of
from checker.source.audit.ways.paths import Guard
from checker.source.flow.literal import unnamed
from checker.source.lexicon.words import split
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

_LOGGED_IN = frozenset({"authenticated", "anonymous", "logged"})
_CLAIMED = frozenset({"claim", "claims"})
"""What was shown, and says something else than it must: ``claims["token_use"] not in self._uses``."""
_ENDED = frozenset({"is", "session", "user", "expired", "mod", "auth", "current", "has", "self", "request", "login"})
"""Words of a session that is over: the answer asks for a new login."""
_NOBODY = frozenset({"user", "current", "token", "cookie", "self", "request", "g", "session", "identity", "get", "auth"})
_ANONYMOUS = ("is_anonymous", "is_anonymous_user", "is_user_anonymous")
_CURRENT = ("request.user", "g.user", "current_user")
"""Who is logged in, if anybody."""
_ERRORS = frozenset({"error", "errors"})
_USERS = frozenset({"user", "identity", "principal", "account"})
_SCHEMES = frozenset({"scheme", "bearer", "basic"})


_SENT_APART = frozenset({"headers", "META", "cookies", "COOKIES", "header", "cookie"})
"""Where a request carries by what somebody is known."""


class Challenges:
    """Tells a challenge from a decision."""

    def __init__(self, follower: Follower, conditions: Conditions) -> None:
        self._follower = follower
        self._conditions = conditions

    def is_challenge(self, fn: Fn, guard: Guard, refused: Refused, *, last: bool = True) -> bool:
        """Nobody is logged in, or nothing was sent: the answer asks for it. ``last``: no other test stands in between."""
        if self._asks_for_login(fn, guard.condition, guard.holds) or self._could_not_be_read(fn, guard):
            return True
        words = set(words_of(fn, guard.condition))
        if last and {"token", "prefix"} <= words and fn.body.nodes[guard.condition][:2] == [ir.COND, "!="]:
            return True  # the header has another form
        if refused.status == 401 and "expired" in words and words <= _ENDED:
            return True
        if refused.status == 401 and self._is_nobody(fn, guard.condition, guard.holds):
            return True
        if self._names_nobody(fn, guard) or self._was_not_given(fn, guard):
            return True
        if not (RIGHTS | BARRED | _CLAIMED).isdisjoint(words) or self._conditions.looks_up(fn, guard.condition):
            return False
        if refused.status == 401 and last and not _SCHEMES.isdisjoint(words) and fn.body.nodes[guard.condition][0] == ir.COND:
            return True
        if self._is_anonymous(fn, guard.condition, guard.holds):
            return True
        negative = refused.status == 401 and words.isdisjoint(_ERRORS) and self._conditions.negative(fn, guard.condition, guard.holds)
        if negative and self._conditions.was_sent(fn, guard.condition):  # but no error of the provider's was sent
            return True
        around = (*split(fn.name), *(split(fn.owner.name) if fn.owner is not None else ()))
        if words <= {"user"} and not LOGIN_WORDS.isdisjoint(around):
            return False
        if refused.status == 403 and self._brings_nothing(fn, guard):
            return True
        if refused.status == 403 and words <= _NOBODY and "user" in words:
            return self._conditions.negative(fn, guard.condition, guard.holds)
        if refused.status == 403:
            return not _LOGGED_IN.isdisjoint(words) and self._conditions.negative(fn, guard.condition, guard.holds)
        return not ABSENT.isdisjoint(words) and self._conditions.negative(fn, guard.condition, guard.holds)

    def _brings_nothing(self, fn: Fn, guard: Guard) -> bool:
        """Whether a header or a cookie that is then looked at was not sent: ``if not (token := request.headers.get("X-Token")): ...``."""
        if not self._conditions.negative(fn, guard.condition, guard.holds):
            return False
        asked = [unnamed(fn, one) for one in _asked_for(fn, guard.condition)]
        texts = [self._follower.text(fn, one) for one in asked]
        if (
            not asked
            or not all(self._conditions.was_sent(fn, one) for one in asked)
            or any(_SENT_APART.isdisjoint(_parts(one)) for one in texts)
        ):
            return False
        calls = (fn.body.nodes[call] for call in fn.body.calls)
        used = {unnamed(fn, one) for call in calls for one in (*call[2], *(value for _, value in call[3])) if one >= 0}
        return all(
            one in used or any(self._follower.text(fn, other) == text for other in used) for one, text in zip(asked, texts, strict=True)
        )

    def _could_not_be_read(self, fn: Fn, guard: Guard) -> bool:
        """Whether a header has another form: ``credentials = parse_basic(header); if not credentials: ...``."""
        record = fn.body.nodes[guard.condition]
        asked = unnamed(fn, record[2][0] if record[0] == ir.COND and record[1] in ("not", "is", "is not") else guard.condition)
        callees = [one for one, _ in self._follower.names.callees(fn, asked)] if fn.body.nodes[asked][0] == ir.CALL else []
        return bool(callees) and all(map(only_reads, callees))

    def _names_nobody(self, fn: Fn, guard: Guard) -> bool:
        """Whether the request says of nobody that they are logged in: ``if not request.claim.user_id``."""
        record = fn.body.nodes[guard.condition]
        asked = record[2][0] if record[0] == ir.COND and record[1] in ("not", "is", "is not") else guard.condition
        parts = self._follower.text(fn, asked).split(".")
        named = "request" in parts[:2] and split(parts[-1]) in (("user", "id"), ("userid",), ("uid",), ("account", "id"))
        return (
            named
            and fn.body.nodes[asked][0] == ir.ATTR
            and (self._conditions.negative(fn, guard.condition, guard.holds) or record[1] == "not")
        )

    def _was_not_given(self, fn: Fn, guard: Guard) -> bool:
        """Whether none of several parameters was given: ``if not client_secret and not code_verifier``."""
        record = fn.body.nodes[guard.condition]
        if record[0] != ir.COND or record[1] not in ("and", "or") or not self._conditions.negative(fn, guard.condition, guard.holds):
            return False
        inner = (fn.body.nodes[one] for one in record[2])
        asked = (fn.body.nodes[one[2][0]] if one[0] == ir.COND and one[1] == "not" else one for one in inner)
        return all(one[0] == ir.PARAM and _USERS.isdisjoint(split(fn.head.params[one[1]])[-1:]) for one in asked)

    def _asks_for_login(self, fn: Fn, node: int, holds: bool) -> bool:
        """Whether a test fails where nobody is logged in, whoever is asked: ``get_auth_manager().is_logged_in()``."""
        record = fn.body.nodes[node]
        while record[0] == ir.COND and record[1] == "not":
            holds = not holds
            record = fn.body.nodes[record[2][0]]
        asked = self._follower.text(fn, record[1]).rpartition(".")[2] if record[0] == ir.CALL and not record[2] else ""
        return not holds and bool(asked) and (asked == "is_loggedin" or {"logged", "in"}.issubset(split(asked)))

    def _is_nobody(self, fn: Fn, node: int, holds: bool) -> bool:
        """Whether a test holds where who asks is not of the class of those who are logged in: ``not isinstance(request.user, User)``."""
        record = fn.body.nodes[node]
        while record[0] == ir.COND and record[1] == "not":
            holds = not holds
            record = fn.body.nodes[record[2][0]]
        if holds or record[0] != ir.CALL or len(record[2]) != 2 or record[2][0] < 0 or self._follower.text(fn, record[1]) != "isinstance":
            return False
        return not _USERS.isdisjoint(split(self._follower.text(fn, record[2][0]).replace("()", "").rpartition(".")[2]))

    def _is_anonymous(self, fn: Fn, node: int, holds: bool) -> bool:
        """Whether a test holds only where nobody is logged in, whatever else it asks for: ``user.is_anonymous and not view.is_public``."""
        record = fn.body.nodes[node]
        if record[0] == ir.COND and record[1] == "not":
            return self._is_anonymous(fn, record[2][0], not holds)
        if record[0] == ir.COND and record[1] == ("and" if holds else "or"):
            return any(self._is_anonymous(fn, one, holds) for one in record[2])
        if record[0] == ir.COND and record[1] in ("is", "==", "is not", "!=") and fn.body.nodes[record[2][1]][:2] == [ir.CONST, None]:
            nobody = holds == (record[1] in ("is", "=="))
            given = fn.body.nodes[record[2][0]][0] == ir.PARAM and self._follower.text(fn, record[2][0]) in ("user", "current_user")
            return nobody and (given or self._follower.text(fn, record[2][0]).endswith(_CURRENT))
        if not holds and record[0] == ir.ATTR and self._follower.text(fn, node).endswith(_CURRENT):
            return True
        name = self._follower.text(fn, record[1] if record[0] == ir.CALL else node).rpartition(".")[2]
        if name == "bool" and record[0] == ir.CALL and len(record[2]) == 1 and record[2][0] >= 0:
            return self._is_anonymous(fn, record[2][0], holds)
        return "_".join(split(name)) in (_ANONYMOUS if holds else ("is_authenticated",))


def _asked_for(fn: Fn, node: int) -> list[int]:
    """What a test asks for: ``first`` and ``second`` of ``not first or not second``."""
    record = fn.body.nodes[node]
    if record[0] != ir.COND:
        return [node]
    parts = record[2] if record[1] in ("and", "or") else record[2][:1]
    return [one for part in parts for one in _asked_for(fn, part)]


def _parts(text: str) -> list[str]:
    return text.replace("()", "").split(".")
