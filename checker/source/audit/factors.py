"""Second factors as rows of a table: devices of django-otp and the like that are made, confirmed or deleted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.source import ir
from checker.source.names import Fn, Module
from checker.source.ways import Called, Stored
from checker.source.words import split

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

_LIBRARIES = frozenset({"otp", "totp", "pyotp", "mfa", "webauthn", "fido2", "u2f", "2fa", "2f", "two", "multifactor", "passkeys"})
"""Words of modules that are about second factors; elsewhere a device may be anything."""
_CHANGING = frozenset({"delete", "create", "get_or_create", "update_or_create", "adelete", "acreate"})
_ROWS = frozenset(
    {"device", "devices", "totp", "hotp", "otp", "staticdevice", "totpdevice", "webauthn", "authenticator", "passkey", "u2f", "fido2"}
)
_STORED = frozenset({"confirmed"})


class Factors:
    """Tells changes of second factors from changes of other rows."""

    def __init__(self, follower: Follower) -> None:
        self._follower = follower
        self._modules: dict[Module, bool] = {}

    def may_touch(self, fn: Fn) -> bool:
        """Whether a function may change a second factor; told by its head."""
        if _CHANGING.isdisjoint(fn.head.called) and not any(store.name in _STORED for store in fn.head.stores):
            return False
        return self._knows(fn.module)

    def _knows(self, module: Module) -> bool:
        known = self._modules.get(module)
        if known is None:
            known = any(_is_about(name) for name in module.facts.imports)
            self._modules[module] = known
        return known

    def changed(self, fn: Fn, step: Called | Stored) -> str:
        """What a step does to a second factor, as a message has it: ``calls delete()``; ``""`` where it does nothing to one."""
        if not self._knows(fn.module):
            return ""
        if isinstance(step, Stored):
            store = fn.head.stores[step.position]
            return f"sets {store.owner}.{store.name}" if store.name in _STORED and self._is_row(store.owner) else ""
        callee = fn.body.nodes[fn.body.nodes[step.node][1]]
        if callee[0] != ir.ATTR or callee[2] not in _CHANGING:
            return ""
        keywords = fn.body.nodes[step.node][3]
        if any(key == "confirmed" and fn.body.nodes[value][:2] == [ir.CONST, False] for key, value in keywords):
            return ""  # it counts once it is confirmed
        owner = self._follower.text(fn, callee[1]).removesuffix(".objects")
        named = self._is_row(owner) or (owner.endswith("token_set") and callee[2] == "create")
        return f"calls {callee[2]}()" if named else ""

    @staticmethod
    def _is_row(owner: str) -> bool:
        words = split(owner.removesuffix("()").removesuffix("_set").rpartition(".")[2])
        return bool(words) and words[-1] in _ROWS


def _is_about(dotted: str) -> bool:
    words = {word for part in dotted.split(".") for word in split(part)} | set(dotted.replace(".", "_").split("_"))
    return not (_LIBRARIES - {"two"}).isdisjoint(words) or {"two", "factor"} <= words
