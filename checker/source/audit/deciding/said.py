"""Refusals that are only said: a page, a message or a plain answer tells somebody that they have no right, whatever the status."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from checker import patterns as re
from checker.hints import Hints
from checker.source import ir
from checker.source.audit.deciding.refusing import flashed
from checker.source.audit.deciding.refusing.breakdowns import texts
from checker.source.audit.deciding.refusing.refused import NO_GOOD, Refused
from checker.source.audit.deciding.verifying import looked_up
from checker.source.audit.deciding.verifying.conditions import BARRED, RIGHTS, Conditions
from checker.source.audit.signs.mentions import words_of
from checker.source.audit.ways.paths import Guard, Way, deciding
from checker.source.ir.ways import Called
from checker.source.lexicon.words import split
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.audit.project.callers.around import Around
    from checker.source.flow.backwards import Follower

_HINTS = Hints(
    b"ermission", b"rivilege", b"uthori", b"ccess denied", b"nly admin", b"nly the owner", b"orbidden", b" rights", b"allowed to",
    b"owned by", b"the owner", b"not own", b" admin", b"t allowed", b"t permitted", b"dmin only", b"dmins only", b"nistrators only",
    b"o access to", b"nvalid", b"uthentication", b"nactive", b"not active", b"isabled", b"eactivated", b"uspended", b"anned", b"locked",
    b"ave access",
)  # fmt: skip
"""What the body of a function that says so has in it; most have none."""
_SURE = re.compile(
    r"\b(?:permission|access) (?:is |was )?denied\b|\bunauthori[sz]ed\b|\bnot authori[sz]ed\b|\bno authori[sz]ation\b|\bforbidden\b"
    r"|\b(?:insufficient|not enough) (?:permissions?|privileges?|rights|access)\b"
    r"|(?:\b(?:no|not have|lack|without)|n't have) (?:\w+ ){0,2}(?:permissions?|privileges?|rights)\b"
    r"|\bonly (?:admins?|administrators?|superusers?|the owner|owners) (?:can|may)\b"
    r"|\b(?:not|\w+n't) (?:allowed|permitted|authori[sz]ed) to \w+ (?:\w+ ){0,3}other (?:users?|people|members?)\b"
    r"|\b(?:is )?not owned by you\b|\b(?:not the owner of|do not own|don't own) (?:this|the)\b"
)
_LIKELY = re.compile(
    r"\b(?:not|\w+n't) (?:be )?(?:allowed|permitted) to\b|(?:\bnot|n't) have access\b|\bno access to (?:this|that|the)\b"
    r"|\bcan(?:no|')t access\b"
    r"|\bnot (?:allowed|permitted)[.!]?$"
    r"|\bnot an? (?:admin|administrator|superuser|moderator|staff)\b|\b(?:admins?|administrators?) only\b|\bmust be (?:an? )?admin"
)
"""Said of states too: it counts where the test names a right."""
_BARRED = re.compile(
    r"\binactive (?:user|account)\b"
    r"|\b(?:user|account)(?: is| has been| was)?(?: not active| inactive| disabled| deactivated| suspended| banned| blocked| locked)\b"
)
"""Said of who is known and may not go on."""
_CODE = re.compile(
    r"^(?:[a-z0-9]+[._-])?(?:no[._-]?permission|permission[._-](?:denied|required|not[._-]\w+)|not[._-]admin|access[._-]denied|no[._-]access)$"
)
"""A code that stands for such a text: ``permission.not_admin``."""
_OWNED = frozenset({"owned", "owns"})
_NO_GOOD = re.compile(
    r"\b(?:api[ _-]?key|token|credentials?) (?:is |are |has |was )?(?:invalid|not valid|wrong|expired|been revoked|revoked)\b"
    r"|\b(?:invalid|wrong|unknown|expired|bad) (?:api[ _-]?key|(?:\w+ )?token|credentials?)\b|\bauthentication (?:error|failed|failure)\b"
)
"""Said of what somebody showed."""
_EVERY = (_SURE, _LIKELY, _BARRED, _CODE, _NO_GOOD)
_OF_WHO_ASKS = frozenset({"current", "callback", "authenticated"})
"""Words of functions that ask about who sent the request."""
ANSWERED = frozenset({
    "HTTPException", "StarletteHTTPException", "HTTPError", "HttpError", "HTTPBadRequest", "BadRequest", "BadRequestError", "abort",
    "GraphQLError"
})  # fmt: skip
"""Errors by which a route answers with the status and the text that they are given."""
_ANY = frozenset({"Exception", "ValueError", "PermissionError", "RuntimeError"})
_WORDED = frozenset({"message", "messages", "reason", "reasons", "text", "explanation", "description", "tooltip", "help", "hint"})
"""Last words of functions that give a text: who asks for it decides."""
_GRAPHS = frozenset({"strawberry", "graphene", "ariadne", "graphql", "graphene_django"})
"""Libraries by which any error of a resolver is answered with its text: https://strawberry.rocks/docs/guides/errors"""


class Said:
    """Finds refusals by what they say."""

    def __init__(self, follower: Follower, around: Around, conditions: Conditions) -> None:
        self._follower = follower
        self._around = around
        self._conditions = conditions

    def may_say(self, fn: Fn) -> bool:
        """Whether a server's function may say so; told by its encoded body."""
        if fn.module.tops.isdisjoint(self._around.servers) and fn.module.tops.isdisjoint(_GRAPHS):
            return False
        return _HINTS.within(fn.data)

    def is_heard(self, fn: Fn) -> bool:
        """Whether a function answers the outside, and one of its texts says so; told before its ways are looked at one by one."""
        if not self._answers(fn):
            return False
        written = (record[1].lower() for record in fn.body.nodes if record[0] == ir.CONST and isinstance(record[1], str))
        return any(pattern.search(text) for text in written for pattern in _EVERY)

    def refused(self, fn: Fn, way: Way) -> Refused | None:
        """The refusal that a way ends in, where a test of rights decides and a text says so."""
        if way.exit is not None and way.exit.kind != "return" and not self._is_answered(fn, way):
            return None
        positions = deciding(way.entries)
        last = way.entries[positions[-1]] if positions else None
        if not isinstance(last, Guard) or not self._answers(fn):
            return None
        words = words_of(fn, last.condition)
        rights = not (RIGHTS | _OWNED).isdisjoint(words)
        if "method" in words and (not rights or "methods" in words):
            return None  # the request is of another kind, whoever sends it: "Only POST requests are allowed"
        if not BARRED.isdisjoint(words) and self._asks_who_asks(fn):
            barred = any(_BARRED.search(text) for text in self._texts(fn, way, positions[-1]))
            return Refused(403, False, "says that somebody is barred") if barred else None
        if looked_up.shown_to(fn, last.condition) and self._fails(fn, last.condition, last.holds):
            bad = any(_NO_GOOD.search(text) for text in self._texts(fn, way, positions[-1]))
            return Refused(401, False, NO_GOOD) if bad else None
        if not self._fails(fn, last.condition, last.holds) or not (rights or self._conditions.compares(fn, last)):
            return None
        for text in self._texts(fn, way, positions[-1]):
            if _SURE.search(text) or (rights and (_LIKELY.search(text) or _CODE.search(text))):
                return Refused(403, False, "says that it is denied")
        return None

    def _is_answered(self, fn: Fn, way: Way) -> bool:
        """Whether a way ends in an error that a framework answers with its text: ``raise HTTPException(400, "Inactive user")``."""
        made = fn.body.nodes[way.exit.value] if way.exit is not None and way.exit.value >= 0 else [ir.OPAQUE]
        name = self._follower.text(fn, made[1]).rpartition(".")[2] if made[0] == ir.CALL else ""
        return name in ANSWERED or (name in _ANY and not fn.module.tops.isdisjoint(_GRAPHS))

    def _asks_who_asks(self, fn: Fn) -> bool:
        """Whether a function is about who sent the request: routes depend on it, or its name says so."""
        return self._around.depended(fn) or not _OF_WHO_ASKS.isdisjoint(split(fn.name))

    def _fails(self, fn: Fn, node: int, holds: bool) -> bool:
        """Whether a test found that something is not so, or compared two things."""
        record = fn.body.nodes[node]
        if record[0] != ir.COND:
            return not holds
        if record[1] == "not":
            return self._fails(fn, record[2][0], not holds)
        if record[1] in ("and", "or"):
            return any(self._fails(fn, one, holds) for one in record[2])
        return self._conditions.is_comparison(fn, node) or not holds

    def _answers(self, fn: Fn) -> bool:
        """Whether what a function returns goes to the outside: it is a route, or wraps one; and is no text that somebody else asked for."""
        if not _WORDED.isdisjoint(split(fn.name)[-1:]):
            return False
        return self._around.boundary(fn) or "wraps" in self._around.decorators(fn) or _stands_around(fn)

    def _texts(self, fn: Fn, way: Way, start: int) -> Iterator[str]:
        """What is said on a way, in lower case: by its value, and by messages for the page that comes next."""
        if way.exit is not None and way.exit.value >= 0:
            yield from (text.lower() for text in texts(fn, way.exit.value))
        for entry in way.entries[start:]:
            if isinstance(entry, Called) and flashed.tells(self._follower, fn, entry.node):
                yield from (text.lower() for text in texts(fn, entry.node))


def _stands_around(fn: Fn) -> bool:
    """Whether a function calls what the one around it was given: a decorator's inner one, without ``functools.wraps`` too."""
    return fn.head.parent > 0 and not set(fn.head.called).isdisjoint(fn.module.functions[fn.head.parent].head.params)
