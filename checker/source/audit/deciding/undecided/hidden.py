"""Refusals that hide what there is: a row of somebody else's is answered with 404, as if there were none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.hints import Hints
from checker.source import ir
from checker.source.audit.deciding.refusing.refused import Refused
from checker.source.audit.ways.paths import Guard, Way, deciding
from checker.source.flow.literal import unnamed
from checker.source.lexicon.words import split
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.audit.project.callers.around import Around
    from checker.source.flow.backwards import Follower

_NUMBERS = Hints(b"\xcd\x01\x94", b"NOT_FOUND", b"Http404", b"NotFound")
"""404, and its names, as a body that is encoded has them."""
_HINTS = Hints(b"owner", b"user", b"author", b"creat", b"customer", b"account", b"member")
_NOT_FOUND = frozenset({"Http404", "HTTPNotFound", "NotFound", "NotFoundError", "HttpResponseNotFound", "NotFoundException"})
_OWNERS = frozenset(
    {"owner", "user", "author", "creator", "customer", "account", "member", "created", "uploader", "requester", "created_by"}
)
"""Words of a column that keeps whose a row is."""
_WHO = frozenset({"user", "current", "me", "identity", "principal", "customer", "account", "member", "uid", "g", "auth"})
"""Words of what stands for who asks."""
_WHO_ASKS = ("current_user", "request.user", "g.user", "self.user", "current_user()", "auth_user", "self.request.user", "self.current_user")
_NUMBERED = ("id", "pk", "uid", "uuid", "username", "email", "name")
_STATUS = 404


class Hidden:
    """Finds such refusals."""

    def __init__(self, follower: Follower, around: Around) -> None:
        self._follower = follower
        self._around = around

    def may_hide(self, fn: Fn) -> bool:
        """Whether a server's function may do so; told by its encoded body."""
        if fn.module.tops.isdisjoint(self._around.servers):
            return False
        return _NUMBERS.within(fn.data) and _HINTS.within(fn.data)

    def refused(self, fn: Fn, way: Way) -> Refused | None:
        """The refusal that a way ends in, where the last test found nothing but that a row is not that of who asks."""
        if way.exit is None or way.exit.value < 0 or not self._is_not_found(fn, way.exit.value):
            return None
        positions = deciding(way.entries)
        last = way.entries[positions[-1]] if positions else None
        if not isinstance(last, Guard) or not self._is_anothers(fn, last.condition, last.holds) or not self._around.boundary(fn):
            return None
        verb = {"raise": "raises", "return": "returns", "exit": "calls"}.get(way.exit.kind, "answers")
        return Refused(403, False, f"{verb} 404 for what is somebody else's")

    def _is_not_found(self, fn: Fn, node: int) -> bool:
        record = fn.body.nodes[unnamed(fn, node)]
        if record[0] == ir.SEQ:
            return any(item >= 0 and self._is_status(fn, item) for item in record[1][1:2])
        name = self._follower.text(fn, record[1] if record[0] == ir.CALL else node).rpartition(".")[2]
        if name in _NOT_FOUND:
            return True
        return record[0] == ir.CALL and any(
            one >= 0 and self._is_status(fn, one) for one in (*record[2][:3], *(value for _, value in record[3]))
        )

    def _is_status(self, fn: Fn, node: int) -> bool:
        record = fn.body.nodes[unnamed(fn, node)]
        if record[0] == ir.CONST:
            return record[1] == _STATUS and not isinstance(record[1], bool)
        return record[0] in (ir.ATTR, ir.IMPORT) and self._follower.text(fn, node).rpartition(".")[2] in ("NOT_FOUND", "HTTP_404_NOT_FOUND")

    def _is_anothers(self, fn: Fn, node: int, holds: bool) -> bool:
        """Whether a test found that a row's owner is not who asks: ``order.customer_id != current_user.id``."""
        record = fn.body.nodes[node]
        if record[0] != ir.COND:
            return False
        if record[1] == "not":
            return self._is_anothers(fn, record[2][0], not holds)
        if record[1] in ("and", "or"):  # ``order.user != user and not user.is_staff``
            return record[1] == ("and" if holds else "or") and any(self._is_anothers(fn, one, holds) for one in record[2])
        if record[1] not in ("!=", "==") or (record[1] == "!=") != holds:
            return False
        first, second = record[2]
        return (self._is_owner(fn, first) and self._is_who_asks(fn, second)) or (
            self._is_owner(fn, second) and self._is_who_asks(fn, first)
        )

    def _is_owner(self, fn: Fn, node: int) -> bool:
        record = fn.body.nodes[node]
        if record[0] == ir.ATTR and record[2] in _NUMBERED:  # order.owner.id
            record = fn.body.nodes[record[1]]
        if record[0] not in (ir.ATTR, ir.ITEM) or not isinstance(record[2], str) or _OWNERS.isdisjoint(split(record[2])):
            return False
        return not self._follower.text(fn, record[1]).endswith(("request", "g", "self"))

    def _is_who_asks(self, fn: Fn, node: int) -> bool:
        record = fn.body.nodes[node]
        text = self._follower.text(fn, node)
        if record[0] in (ir.ATTR, ir.ITEM) and record[2] in _NUMBERED:
            text = self._follower.text(fn, record[1])
        if text.endswith(_WHO_ASKS):
            return True
        words = split(text.removesuffix("()").rpartition(".")[2])
        return "." not in text and bool(words) and not _WHO.isdisjoint(words) and set(words) <= _WHO | set(_NUMBERED)
