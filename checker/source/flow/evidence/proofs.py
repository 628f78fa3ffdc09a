"""What proves to a program who somebody is: the signature that it expects, the token that it verifies, what a task was called with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.model import Confidence
from checker.source import ir
from checker.source.flow.origin import Flow, Found, Place
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

VERIFIED = "verified"
"""The kind of a token of which the code shows that it is a credential, and no word that a parser read."""
_COMPARES = frozenset({"compare_digest", "constant_time_compare", "bytes_eq", "safe_str_cmp", "safeequal"})
"""Last names of calls that compare a signature with the one that came."""
_MACS = frozenset({"hmac.new", "hmac.HMAC", "hmac.digest"})
_OF_MAC = frozenset({"hexdigest", "digest", "decode", "hex", "upper", "lower", "rstrip"})
"""Methods behind which it is still the signature."""
_ENCODES = ("base64.", "binascii.")
_MOST_STEPS = 6
_VERIFIES = frozenset({"decode", "decrypt", "loads", "verify", "verify_token", "decode_token", "validate_token", "verify_id_token"})
_OF_TOKENS = frozenset({"jwt", "jose", "authlib", "joserfc", "itsdangerous", "cryptography", "oauthlib", "firebase_admin", "jwcrypto"})
"""Libraries whose tokens are credentials."""
_TASKS = frozenset({"task", "shared_task", "periodic_task"})
_OF_TASK = frozenset({"self.request", "self.request.args", "self.request.kwargs"})


class Proofs:
    """Evidence by what a function checks and was called with."""

    def __init__(self, follower: Follower) -> None:
        self._follower = follower

    def expected(self, fn: Fn, value: int, text: str, place: Place) -> Found | None:
        """The signature that a message should have had: whoever reads it can sign that message."""
        if value < 0 or _COMPARES.isdisjoint(fn.head.called) or not self._is_mac(fn, value, _MOST_STEPS):
            return None
        return Found("secret", "expected signature", text, Confidence.MEDIUM, place)

    def _is_mac(self, fn: Fn, node: int, steps: int) -> bool:
        record = fn.body.nodes[node]
        if steps == 0:
            return False
        if record[0] == ir.VAR:
            return self._is_mac(fn, record[2], steps - 1)
        if record[0] == ir.JOIN:
            return any(self._is_mac(fn, part, steps - 1) for part in record[1])
        if record[0] != ir.CALL:
            return False
        callee = fn.body.nodes[record[1]]
        if callee[0] == ir.ATTR and callee[2] in _OF_MAC and self._is_mac(fn, callee[1], steps - 1):
            return True
        entity = self._follower.names.entity(fn, record[1])
        if entity is None or entity[0] not in ("lib", "fn"):
            return False
        if entity[0] == "lib":
            of = record[2][0] if record[2] else -1
            return entity[1] in _MACS or (entity[1].startswith(_ENCODES) and of >= 0 and self._is_mac(fn, of, steps - 1))
        self._follower.names.reads.heads.add(entity[1].module)
        return any(self._is_mac(entity[1], given, steps - 1) for given in entity[1].body.returns)

    def verified(self, fn: Fn, text: str) -> bool:
        """Whether a function has a token verified or decrypted: then it is no word that a parser read."""
        if _VERIFIES.isdisjoint(fn.head.called) or fn.module.tops.isdisjoint(_OF_TOKENS):
            return False
        for call in fn.body.calls:
            _, callee, given, *_ = fn.body.nodes[call]
            name = self._follower.text(fn, callee).rpartition(".")[2]
            if name in _VERIFIES and given and given[0] >= 0 and self._follower.text(fn, given[0]).removesuffix(".encode()") == text:
                return True
        return False

    def task(self, fn: Fn, text: str, place: Place) -> Flow | None:
        """What a Celery task was called with: ``self.request.kwargs`` of one that takes a secret."""
        if text not in _OF_TASK or not self._is_task(fn):
            return None
        for name in fn.head.params:
            told = self._follower.lexicon.secret(name)
            if told is not None:
                return Flow((Found("container", "the task's arguments", text, Confidence.HIGH, place, "arguments", told.label),))
        return None

    def _is_task(self, fn: Fn) -> bool:
        parent = fn.module.functions[fn.head.parent] if fn.head.parent >= 0 else fn
        for decorator in fn.head.decorators:
            record = parent.body.nodes[decorator]
            callee = record[1] if record[0] == ir.CALL else decorator
            if self._follower.text(parent, callee).rpartition(".")[2] in _TASKS:
                return True
        return False
