"""Which status a value says, and what a value that is returned may be."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from checker.source import ir
from checker.source.flow.literal import source, unnamed
from checker.source.lexicon.words import split
from checker.source.names.elements import Cls, Fn

if TYPE_CHECKING:
    from checker.source.audit.signs.terms import Terms
    from checker.source.flow.backwards import Follower

_STATUS_NAMES = {"UNAUTHORIZED": 401, "UNAUTHENTICATED": 401, "FORBIDDEN": 403}
_DENYING = {"PERMISSION_DENIED": 403, "ACCESS_DENIED": 403, "AUTH_DENIED": 401}
"""https://grpc.io/docs/guides/status-codes/, and what others call theirs."""
_STATUSES = (401, 403)
FIELDS = ("status_code", "code", "status", "errorcode", "http_status", "http_status_code", "http_code", "status_int")
"""Attributes and parameters that keep a status."""
GIVEN = "0|1|status_code|status|code|http_status"
"""Where a call gives a status."""
_AFTER_SELF = "2"
"""Where a base's constructor may be given it: ``ApiError.__init__(self, kind, 403)``."""
_GRANTED = frozenset({"token", "auth", "credentials", "payload", "claims", "apikey", "key", "principal"})
"""Last words of what was found right."""
_FINDING = frozenset({"get", "aget"})
"""How a row is asked for that must be there: ``enrollment = Enrollment.objects.get(secret=secret)``."""
_ERRORS = frozenset({"error", "errors", "err", "message", "msg", "reason", "response", "status", "detail", "exc"})


class Statuses:
    """Reads 401 and 403 from values."""

    def __init__(self, follower: Follower, terms: Terms) -> None:
        self._follower = follower
        self._terms = terms

    def of(self, fn: Fn, node: int) -> int:
        """401 or 403 where a value is one of them: a number, a text that begins with it, ``HTTPStatus.FORBIDDEN``; else 0."""
        record = source(fn, node)
        if record[0] == ir.CONST:
            value: Any = record[1]
            if isinstance(value, str):
                value = int(value[:3]) if value[:3].isdecimal() else 0
            return value if value in _STATUSES and not isinstance(value, bool) else 0
        if record[0] == ir.UNION:
            found = [self.of(fn, value) for value in record[1][:6]]
            return max(found) if found and all(found) else 0
        if record[0] in (ir.ATTR, ir.IMPORT, ir.GLOBAL):
            name = str(record[2] if record[0] == ir.ATTR else record[1]).rpartition(".")[2]
            if name == "value" and record[0] == ir.ATTR:
                return self.of(fn, record[1])
            if name == "status_code" and record[0] == ir.ATTR:  # HttpResponseForbidden.status_code
                return self._of_class(fn, record[1])
            if record[0] == ir.ATTR and fn.owner is not None and self._follower.text(fn, record[1]) in ("self", "cls"):
                return self._of_field(fn.owner, record[2])
            words = name.upper().split("_")
            if name in _DENYING:
                return _DENYING[name]
            if name.isupper() and len(words) <= 4:
                return next((code for word, code in _STATUS_NAMES.items() if word in words), 0) or next(
                    (code for code in _STATUSES if str(code) in words), 0
                )
        return 0

    def _of_field(self, cls: Cls, name: str) -> int:
        """The status that a class keeps under a name: ``denied_code = HTTP_403_FORBIDDEN``."""
        fields = ((base, field) for base in self._follower.names.mro(cls)[0] for field in base.record.fields)
        found = next(((base, field.value) for base, field in fields if field.name == name and field.value >= 0), None)
        if found is None or self._follower.text(found[0].fn, found[1]).startswith("self."):
            return 0
        return self.of(found[0].fn, found[1])

    def argument(self, fn: Fn, call: ir.Node, where: str) -> int:
        """401 or 403 where one of the arguments says so."""
        for key in where.split("|"):
            if key.isdecimal():
                found = call[2][int(key)] if int(key) < len(call[2]) and call[2][int(key)] >= 0 else -1
            else:
                found = next((value for name, value in call[3] if name == key), -1)
            if found >= 0 and (status := self.of(fn, found)):
                return status
        return 0

    def given(self, fn: Fn, helper: Fn, call: ir.Node) -> int:
        """401 or 403 where a call gives it to a function of the project's, as its parameters are called: ``def fail(text, status)``."""
        for at, param in enumerate(helper.head.params):
            place = at - bool(helper.is_method)
            own = call[2][place] if 0 <= place < len(call[2]) else -1
            found = next((value for key, value in call[3] if key == param), own) if param in FIELDS else -1
            if found >= 0 and (status := self.of(fn, found)):
                return status
        return 0

    def constructed(self, fn: Fn) -> int:
        """The status that a constructor gives its base class, or itself: ``super().__init__(status_code=401)``, ``self.code = 403``.

        403 where it gives either, by whether somebody is logged in.
        """
        for store in fn.head.stores:
            if store.owner == "self" and store.name in FIELDS and (status := self.of(fn, store.value)):
                return status
        calls = (fn.body.nodes[call] for call in fn.body.calls)
        made = (call for call in calls if self._follower.text(fn, call[1]).endswith(".__init__"))
        return max((self.argument(fn, call, GIVEN) or self.argument(fn, call, _AFTER_SELF) for call in made), default=0)

    @staticmethod
    def by_default(fn: Fn, call: ir.Node) -> int:
        """The status that a function takes where a call gives it none: ``def refuse(message, status=403)``; else 0."""
        for at, (param, annotation) in enumerate(zip(fn.head.params, fn.head.annotations, strict=True)):
            last = annotation.rpartition(" ")[2]
            if param in FIELDS and last in ("401", "403"):
                given = len(call[2]) > at - bool(fn.is_method) or any(key == param for key, _ in call[3])
                return 0 if given else int(last)
        return 0

    def _of_class(self, fn: Fn, node: int) -> int:
        """The status that a class of a library's refusals has, 0 for anything else."""
        text = self._follower.text(fn, node)
        entry = self._terms.refusals.find("", text, ()) if text.rpartition(".")[2][:1].isupper() else None
        return entry.status if entry is not None else 0


def values_of(fn: Fn, node: int) -> list[int]:
    """The nodes that a name may hold, where these are several."""
    record = source(fn, node)
    return [unnamed(fn, value) for value in record[1]] if record[0] == ir.UNION else []


def is_told(dotted: str, call: ir.Node | None) -> bool:
    """Whether Tornado itself logs an error, which it does at warning where one gives a message:
    https://www.tornadoweb.org/en/stable/web.html#tornado.web.RequestHandler.log_exception
    """
    if call is None or dotted != "tornado.web.HTTPError":
        return False
    return len(call[2]) > 1 or any(key == "log_message" for key, _ in call[3])


def grants(nodes: list[ir.Node], record: ir.Node) -> bool:
    """Whether a pair gives what was found right, though nobody stands before it: ``return None, token``."""
    last = nodes[record[1][1]] if record[0] == ir.SEQ and len(record[1]) == 2 else [ir.OPAQUE]
    if last[0] != ir.VAR:
        return False
    made = nodes[last[2]]
    callee = nodes[made[1]] if made[0] == ir.CALL else [ir.OPAQUE]
    found = callee[0] == ir.ATTR and callee[2] in _FINDING and _ERRORS.isdisjoint(split(str(last[1])))
    return found or not _GRANTED.isdisjoint(split(str(last[1]))[-1:])
