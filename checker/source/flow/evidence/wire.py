"""Functions that everything goes through which a client sends or is answered, and those that log it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from msgspec.structs import replace

from checker.model import Confidence
from checker.source import ir
from checker.source.flow.literal import source
from checker.source.flow.origin import Flow
from checker.source.lexicon.words import split
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

_TRANSPORTS = frozenset({"request", "req", "send", "call", "post", "api", "fetch", "http", "rpc", "transport", "perform"})
_EXECUTE = "execute"
"""What is called so carries out anything, statements of SQL and commands too: a request where it is told which address or method."""
_ADDRESSED = frozenset({"url", "uri", "endpoint", "method", "http_method", "verb"})
_ITEMS_SENT = frozenset(
    {
        "data",
        "metrics",
        "stats",
        "message",
        "notification",
        "event",
        "events",
        "sms",
        "mail",
        "email",
        "file",
        "bytes",
        "frame",
        "frames",
        "packet",
        "packets",
    }
)
"""Words of functions that send one thing, and no logins."""
_LOGS = frozenset({"log", "dump", "debug", "trace"})
_ANSWERED = frozenset({"response", "resp"})
_ON_THE_WIRE = frozenset({"request", "req", "response", "resp", "http", "curl"})
_CARRIES_OUT = frozenset({("execute",), ("send",), ("make",), ("do",), ("perform",)})
"""First words of what sends a request: ``execute_request_async``."""
_SENT_BY = frozenset({"request", "post", "put", "patch", "urlopen", "send", "fetch", "stream", "perform_request", "call_api"})
_TARGETS = frozenset(
    {"url", "uri", "path", "endpoint", "method", "http_method", "verb", "object_type", "resource", "command", "cmd", "action"}
)
"""Parameters by which a function is told where to send to."""
BODIES = frozenset({"data", "body", "payload", "json", "param", "params", "request_body", "json_data", "post_data"})
"""Parameters by which it is told what to send."""


_MADE = frozenset((ir.CALL, ir.ATTR, ir.SEQ))
_LOGINS = frozenset({"password", "one-time code", "credentials"})
"""Labels of what is sent in a body and hardly anywhere else."""


class Wire:
    """The part of the evidence by name that knows what is sent."""

    def __init__(self, follower: Follower) -> None:
        self._follower = follower
        self._lexicon = follower.tables.lexicon

    def transports(self, fn: Fn) -> bool:
        """Whether a function is what everything that a client sends goes through, logins included: its bodies hold secrets.

        It is called like one, is told where to send to, sends, and stands in a module that knows of secrets.
        """
        return self.sends(fn) and fn.module.speaks_of(self._lexicon.secret)

    @staticmethod
    def sends(fn: Fn) -> bool:
        """Whether a function by its name, its parameters and its calls is what everything goes through, whatever that may be."""
        words = split(fn.name)
        carries_out = words == (_EXECUTE,) and not _ADDRESSED.isdisjoint(fn.head.params)
        if not (carries_out or _TRANSPORTS.intersection(words)) or not _ITEMS_SENT.isdisjoint(words):
            return False
        if not any(map(_sends, fn.head.called)):
            return False
        return not (_TARGETS | BODIES).isdisjoint(fn.head.params)

    def logs_wire(self, fn: Fn) -> bool:
        """Whether a function is there to log what a client sends or is answered: ``log_http_response``."""
        words = split(fn.name)
        return not (_LOGS.isdisjoint(words) or _ON_THE_WIRE.isdisjoint(words)) and fn.module.speaks_of(self._lexicon.secret)

    def carries_logins(self, fn: Fn) -> bool:
        """Whether what goes through a function may be a login: its module knows more than a key in a header, and it logs all that is sent,
        or somebody logs in through it; or it logs all that is answered, which a token is also where one logs in by a key."""
        if self.logs_wire(fn):
            return self.knows_logins(fn) or not _ANSWERED.isdisjoint(split(fn.name))
        return self.transports(fn) and self.knows_logins(fn) and self._follower.logins.through(fn)

    def signs(self, fn: Fn, headers: str) -> bool:
        """Whether a function adds the credential to headers itself, or has it added: what it is given carries none by its name alone."""
        return self._signed_apart(fn, headers) or self._signed_here(fn, headers)

    def signed(self, fn: Fn, shown: Flow) -> Flow:
        """What the options of a request show, surer where the client's class, or one below it, puts a credential into their headers."""
        doubtful = [item for item in shown.found if item.member == "headers" and item.confidence == Confidence.LOW]
        if not doubtful or not self._fills_headers(fn):
            return shown
        found = (replace(item, confidence=Confidence.MEDIUM) if item in doubtful else item for item in shown.found)
        return replace(shown, found=tuple(found))

    def _fills_headers(self, fn: Fn) -> bool:
        """Whether a method of the class, or of one below, gives ``options.headers`` that it has put a credential into."""
        if fn.owner is None:
            return False
        for cls in (fn.owner, *self._follower.names.below(fn.owner)):
            self._follower.names.reads.modules.add(cls.module)
            for index in cls.record.methods.values():
                method = cls.module.functions[index]
                gives = any(store.name == "headers" and store.owner in method.head.params for store in method.head.stores)
                if gives and any(record[0] == ir.SET and record[2] and self._lexicon.secret(record[2]) for record in method.body.nodes):
                    return True
        return False

    def _signed_apart(self, fn: Fn, headers: str) -> bool:
        """Whether headers are sent beside an ``auth=`` that the function makes or its object has: that adds the Authorization header later.

        What a function is itself given as ``auth`` may be nothing, and the header among those that it is given.
        """
        for call in fn.body.calls:
            given = dict(fn.body.nodes[call][3])
            if "auth" not in given or "headers" not in given or source(fn, given["auth"])[0] not in _MADE:
                continue
            if self._follower.text(fn, given["headers"]) == headers:
                return True
        return False

    def _signed_here(self, fn: Fn, headers: str) -> bool:
        """``headers["Authorization"] = token``, ``headers.update(signed())``: what is written behind it is known to hold the token."""
        return any(
            record[0] == ir.SET and record[2] and self._follower.text(fn, record[1]) == headers and self._lexicon.secret(record[2])
            for record in fn.body.nodes
        ) or any(self._adds_secret(fn, fn.body.nodes[call], headers) for call in fn.body.calls)

    def _adds_secret(self, fn: Fn, call: ir.Node, headers: str) -> bool:
        callee = fn.body.nodes[call[1]]
        if callee[0] != ir.ATTR or callee[2] != "update" or len(call[2]) != 1 or call[2][0] < 0:
            return False
        if self._follower.text(fn, callee[1]) != headers:
            return False
        if fn.body.nodes[call[2][0]][0] == ir.VAR:
            named = self._follower.tables.container_name(self._follower.text(fn, call[2][0]))
            if named is not None and named.kind == "headers" and named.confidence == "high":  # headers.update(sign_headers)
                return True
        added = self._follower.flow(fn, call[2][0]).found
        return any(item.category in ("secret", "container") and item.confidence > Confidence.LOW for item in added)

    def knows_logins(self, fn: Fn) -> bool:
        """Whether a module knows of passwords and the like, which are sent in bodies."""
        return fn.module.speaks_of(self.tells_login, "logins")

    def tells_login(self, name: str) -> bool:
        """Whether a name is that of a password or the like."""
        telling = self._lexicon.tell(name)
        return telling is not None and telling.label in _LOGINS and not telling.weak


@cache
def _sends(called: str) -> bool:
    """Whether a called name sends a request: ``urlopen``, ``_execute_request``."""
    words = split(called)
    return called in _SENT_BY or words[-1:] == ("request",) or (words[:1] in _CARRIES_OUT and "request" in words)
