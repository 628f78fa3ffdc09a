"""Second factors as rows of a table: devices of django-otp and the like that are made, confirmed or deleted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.source import ir
from checker.source.audit.changing import factor_rows
from checker.source.flow.literal import bare, unnamed
from checker.source.ir.ways import Called, Stored
from checker.source.lexicon.words import Answers, once, split
from checker.source.names.elements import Fn, Module

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

_LIBRARIES = frozenset({"otp", "totp", "pyotp", "mfa", "webauthn", "fido2", "u2f", "2fa", "2f", "two", "multifactor", "passkeys"})
"""Words of modules that are about second factors; elsewhere a device may be anything."""
_CHANGING = frozenset({"delete", "create", "get_or_create", "update_or_create", "adelete", "acreate", "remove"})
_ROWS = frozenset(
    {"device", "devices", "totp", "hotp", "otp", "staticdevice", "totpdevice", "webauthn", "authenticator", "passkey", "u2f", "fido2"}
)
_STORED = frozenset({"confirmed"})
_PACKAGES = frozenset({"otp", "totp", "mfa", "webauthn", "fido2", "u2f", "2fa", "multifactor", "passkeys", "trench"})
"""Words of a package that is about second factors: there a key is one."""
_KEYS = frozenset({"key", "keys", "credential", "credentials", "method", "methods", "recovery", "backup", "factor", "factors"})
_SWITCHES = frozenset({"enabled", "active", "is_active", "is_enabled"})
_PENDING = frozenset({"confirmed", "verified", "is_confirmed", "is_verified", *_SWITCHES})
"""Columns by which a second factor counts once it is confirmed."""
_KEEPING = frozenset({
    "save", "asave", "create", "acreate", "get_or_create", "update_or_create", "bulk_create", "add", "add_all", "merge", "insert",
    "insert_one", "put", "put_item", "execute", "update", "update_one", "delete", "adelete", "delete_one", "remove", "commit"
})  # fmt: skip
"""Calls that keep or change a row."""
_ENDINGS = ("_obj", "_object", "_instance", "_record", "_row")


class Factors:
    """Tells changes of second factors from changes of other rows."""

    def __init__(self, follower: Follower) -> None:
        self._follower = follower
        self._modules = Answers(_imports_about)
        self._packages = Answers(_is_package)
        self._knowing: dict[Module, bool] = {}

    def forget(self) -> None:
        """Know nothing of any module."""
        self._knowing.clear()

    def may_touch(self, fn: Fn) -> bool:
        """Whether a function may change a second factor; told by its head."""
        module = fn.module
        if factor_rows.may_touch(fn, self._knowing):
            return True
        own = self._packages[module]
        if not own and not self._imports_about(module):
            return False
        stored = any(store.name in _STORED or store.name in _SWITCHES for store in fn.head.stores)
        return stored or not _CHANGING.isdisjoint(fn.head.called) or (own and "save" in fn.head.called)

    def _imports_about(self, module: Module) -> bool:
        module.reads.imports.add(module)  # whoever asked first
        return self._modules[module]

    def changed(self, fn: Fn, step: Called | Stored) -> str:
        """What a step does to a second factor, as a message has it: ``calls delete()``; ``""`` where it does nothing to one."""
        if found := self._of_devices(fn, step):
            return found
        told = isinstance(step, Called) and factor_rows.may_touch(fn, self._knowing)
        return factor_rows.changed(self._follower, fn, step.node) if told and isinstance(step, Called) else ""

    def _of_devices(self, fn: Fn, step: Called | Stored) -> str:
        own = self._packages[fn.module]
        if not own and not self._imports_about(fn.module):
            return ""
        if isinstance(step, Stored):
            store = fn.head.stores[step.position]
            changed = store.name in _STORED or (store.name in _SWITCHES and (own or self._is_row(store.owner, own)))
            return f"sets {store.owner}.{store.name}" if changed and self._is_row(store.owner, own) else ""
        callee = fn.body.nodes[fn.body.nodes[step.node][1]]
        if callee[0] != ir.ATTR or callee[2] not in _CHANGING:
            return "calls save()" if own and callee[0] == ir.ATTR and callee[2] == "save" and self._is_new(fn, callee[1]) else ""
        given = fn.body.nodes[step.node][2]
        if callee[2] == "remove" and given and given[0] >= 0 and fn.body.nodes[given[0]][0] == ir.CONST:
            return ""  # a name is taken out of a list of them
        keywords = fn.body.nodes[step.node][3]
        if any(self._is_pending(fn, key, value) for key, value in keywords):
            return ""  # it counts once it is confirmed
        owner = self._follower.text(fn, callee[1]).removesuffix(".objects")
        named = self._is_row(owner, own) or (owner.endswith("token_set") and callee[2] == "create")
        return f"calls {callee[2]}()" if named and not self._keeps_nothing(fn, step.node) else ""

    def _keeps_nothing(self, fn: Fn, call: int) -> bool:
        """Whether a method of the project's own keeps no row: ``hotp.create(number)`` makes the code of one login, and sends it."""
        found = [one for one, _ in self._follower.names.callees(fn, call)]
        return bool(found) and all(_KEEPING.isdisjoint(one.head.called) for one in found)

    @staticmethod
    def _is_pending(fn: Fn, key: str, value: int) -> bool:
        """Whether a row is made that does not count yet: ``confirmed=False``, ``defaults={"is_enabled": False}``."""
        given = fn.body.nodes[value]
        if key == "defaults" and given[0] == ir.DICT:
            return any(
                name in _PENDING and fn.body.nodes[one][:2] == [ir.CONST, False] for name, one in zip(given[1], given[2], strict=False)
            )
        return key in _PENDING and given[:2] == [ir.CONST, False]

    def _is_new(self, fn: Fn, node: int) -> bool:
        """Whether a row is made in this very function: ``key = UserKey(); key.save()``."""
        record = fn.body.nodes[bare(fn, node, ir.SET)]
        name = self._follower.text(fn, record[1]).rpartition(".")[2] if record[0] == ir.CALL else ""
        return name[:1].isupper() and self._is_row(name, True)

    @staticmethod
    def _is_row(owner: str, own: bool) -> bool:
        name = owner.removesuffix("()").removesuffix("_set").rpartition(".")[2]
        words = split(next((name.removesuffix(one) for one in _ENDINGS if name.endswith(one)), name))
        return bool(words) and (words[-1] in _ROWS or (own and words[-1] in _KEYS))


def _is_package(module: Module) -> bool:
    return any(not _PACKAGES.isdisjoint((part, *part.split("_"))) or "two_factor" in part or "twofactor" in part for part in module.parts)


def _imports_about(module: Module) -> bool:
    return any(map(_is_about, module.imports))


@once
def _is_about(dotted: str) -> bool:
    words = {word for part in dotted.split(".") for word in split(part)} | set(dotted.replace(".", "_").split("_"))
    return not (_LIBRARIES - {"two"}).isdisjoint(words) or {"two", "factor"} <= words


def counts_later(fn: Fn, value: int) -> bool:
    """Whether a second factor is off while its secret is made: ``user.totp_secret = random_base32(); user.totp_enabled = False``."""
    off = value >= 0 and fn.body.nodes[value][:2] == [ir.CONST, False]
    stores = (store for store in (fn.head.stores if off else ()) if store.value >= 0 and "secret" in split(store.name))
    return any(fn.body.nodes[unnamed(fn, store.value)][0] == ir.CALL for store in stores)
