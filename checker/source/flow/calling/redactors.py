"""Functions that hide what is secret: by their names and bodies, by a flag, by lists of keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker import patterns as re
from checker.source import ir
from checker.source.ir import Node
from checker.source.lexicon.masks import is_headed, is_mask, is_told_mask
from checker.source.lexicon.words import split
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

_REWRITING = frozenset(
    {
        "sub", "subn", "hexdigest", "digest", "replace", "translate", "pop", "_replace", "with_password", "render_as_string", "urlunparse",
        "urlunsplit", "geturl",
    }
)  # fmt: skip
"""Calls in the body of a function that calls itself a mask."""
_INSTEAD = re.compile(r"\W*(?:PRIVATE|REMOVED|STRIPPED|OMITTED|PROTECTED|SENSITIVE|CLASSIFIED|HIDDEN)\W*")
_MASKING = frozenset({"mask_password", "mask_dict_password"})
_DIGESTS = _MASKING | {"hexdigest", "digest"}

_LEAVES_OUT = frozenset({"remove", "strip", "drop", "deduct", "delete", "erase", "clear", "clean", "cut", "omit", "purge", "filter"})
"""First words of functions that leave something out."""
_LOGINS = frozenset({"creds", "credentials", "password", "passwords", "pass", "secrets", "userinfo"})
"""Last words of names for what is left out of an address or a text."""
_LEFT_OUT = frozenset({"stripped", "removed", "dropped", "omitted", "erased", "cleared", "filtered"})
_SHORTEST = 4
_TAKE_APART = frozenset({"urlparse", "urlsplit", "parse_qs", "parse_qsl"})
_QUERIES = frozenset({"parse_qs", "parse_qsl"})
_PUT_TOGETHER = frozenset({"urlencode", "urlunparse", "urlunsplit", "geturl"})


class Redactors:
    """The part of the follower that knows which of the project's functions hide secrets."""

    def __init__(self, follower: Follower) -> None:
        self._follower = follower
        self._listed: dict[Fn, bool] = {}

    def forget(self) -> None:
        """Know nothing of any function."""
        self._listed.clear()

    def really(self, target: Fn) -> bool:
        """Whether a function that calls itself a mask does something of the kind, read from its body."""
        for record in target.body.nodes:
            operation = record[0]
            if operation == ir.DROP or self._is_mask(record) or (operation == ir.CONST and _is_put_instead(record[1])):
                return True
            if operation == ir.SLICE and record[2] != "?":
                return True
            if operation == ir.COMP and record[2]:
                return True
        if len(self._overwritten(target)) > 1 or any(map(self._follower.lexicon.masks, target.head.params)):  # the mask is a parameter
            return True
        called = set(target.head.called)
        if "replace" in called and all(self._breaks_only(target, call) for call in target.body.calls):
            called.discard("replace")
        return any(name in _REWRITING or self._follower.lexicon.masks(name) for name in called)

    def takes_out(self, target: Fn) -> bool:
        """Whether a function is called after the secret that it leaves out of something: ``deduct_api_key_from_text``,
        ``remove_url_creds``, ``payload_with_secret_stripped``.
        """
        words = split(target.name)
        if len(words) > 1 and words[-1] in _LEFT_OUT and words[-2] in _LOGINS | {"secret", "token", "tokens", "key", "keys"}:
            return self.some(target)
        if len(words) < _SHORTEST - 1 or words[0] not in _LEAVES_OUT:
            return False
        if words[-1] in _LOGINS:
            return True
        if len(words) < _SHORTEST or "from" not in words:
            return False
        told = self._follower.lexicon.tell("_".join(words[1 : words.index("from")]))
        return told is not None and told.category == "secret"

    def some(self, target: Fn) -> bool:
        """Whether a function puts a mask or a digest in the place of some values."""
        if not _DIGESTS.isdisjoint(target.head.called):
            return True
        nodes, tell = target.body.nodes, self._follower.lexicon.tell
        aside = {node[3] for node in nodes if node[0] == ir.SET and node[2] and tell(node[2]) is None}  # token["catalog"] = "<removed>"
        return any(self._is_mask(record) for at, record in enumerate(nodes) if at not in aside)

    def hides(self, fn: Fn, node: int) -> bool:
        """Whether a node is a mask, or a call that hides some of what it is given.

        It is called so and does something of the kind, or it gives a digest or a mask for some keys only: ``safe_header(name, value)``.
        """
        record = fn.body.nodes[node]
        if record[0] != ir.CALL:
            return self._is_mask(record) and (record[0] != ir.CONST or is_told_mask(record[1]))
        callee = fn.body.nodes[record[1]]
        name = callee[2] if callee[0] == ir.ATTR else callee[1] if callee[0] in (ir.GLOBAL, ir.VAR, ir.IMPORT) else ""
        targets = [target for target, _ in self._follower.names.callees(fn, node)]
        masks = self._follower.lexicon.masks
        if not targets:
            return masks(name) or name in _MASKING
        return any((masks(one.name) and self.really(one)) or (len(one.body.returns) > 1 and self.some(one)) for one in targets)

    def in_address(self, target: Fn) -> bool:
        """Whether a function takes an address apart and puts a mask into one of its parts, or leaves some of its query out."""
        called = target.head.called
        if _TAKE_APART.isdisjoint(called):
            return False
        nodes = target.body.nodes
        chosen = any(node[0] == ir.DROP or (node[0] == ir.COMP and bool(node[2])) for node in nodes)
        return self.some(target) or (chosen and not _QUERIES.isdisjoint(called) and not _PUT_TOGETHER.isdisjoint(called))

    def by_list(self, target: Fn) -> bool:
        """Whether a function overwrites whatever stands under keys of a list: ``for key in HIDDEN: item[key] = "***"``."""
        known = self._listed.get(target)
        if known is None:
            literal, nodes = self._follower.mappings.literal, target.body.nodes
            written = {literal(target, record[3]) for record in nodes if record[0] == ir.SET and record[2] is None}
            called = self._follower.lexicon.masks(target.name)
            known = self._listed[target] = any(is_mask(text) or (called and _is_put_instead(text)) for text in written)
        return known

    @staticmethod
    def by_flag(fn: Fn, node: Node, target: Fn) -> bool:
        """``show(token, private=True)``: a function that gives a mask or the value, told which by a flag."""
        flagged = any(
            name in target.head.params and fn.body.nodes[value][0] == ir.CONST and isinstance(fn.body.nodes[value][1], bool)
            for name, value in node[3]
        )
        returned = [target.body.nodes[value] for value in target.body.returns] if flagged else []
        return len(returned) > 1 and any(record[0] == ir.CONST and is_mask(record[1]) for record in returned)

    @staticmethod
    def stands_in(target: Fn) -> bool:
        """Whether a function only stands in for one of its name that gives a mask, where a switch says so.

        ``def shown(value): return "[redacted]"`` and, below ``if os.environ.get("REVEAL"):``, one that gives the value itself.
        """
        for other in target.module.namesakes(target):
            returned = [other.body.nodes[value] for value in other.body.returns]
            if returned and all(record[0] == ir.CONST and is_told_mask(record[1]) for record in returned):
                return True
        return False

    def asked(self, fn: Fn, node: Node) -> bool:
        """Whether a call says by a flag that what is secret is to be hidden."""
        flags, nodes = self._follower.tables.asides["flag"], fn.body.nodes
        return any(name in flags and nodes[value][0] == ir.CONST and nodes[value][1] is True for name, value in node[3])

    def parameter(self, target: Fn, parameter: str) -> bool:
        """Whether a function masks, or takes out, items of what it is given as a parameter."""
        final = target.body.final.get(parameter)
        if final is None:
            return False
        record = target.body.nodes[final]
        while record[0] in (ir.SET, ir.DROP):
            if record[0] == ir.DROP or is_mask(target.body.nodes[record[3]][1] if target.body.nodes[record[3]][0] == ir.CONST else None):
                return True
            record = target.body.nodes[record[1]]
        return False

    def _is_mask(self, record: Node) -> bool:
        """Whether a value is a mask, or a constant that is called one: ``return _LOG_REDACTED``."""
        if record[0] in (ir.GLOBAL, ir.ATTR):  # also Policy.REDACTED_PLACEHOLDER
            name = record[2] if record[0] == ir.ATTR else record[1]
            return bool(name.isupper()) and self._follower.lexicon.hushed(split(name))
        return record[0] == ir.MASKIF or (record[0] == ir.CONST and is_mask(record[1]) and not is_headed(record[1]))

    def _overwritten(self, target: Fn) -> set[str]:
        """The telling keys that a function overwrites with text: a deny-list of one does not make a mask."""
        nodes, tell = target.body.nodes, self._follower.lexicon.tell
        written = (node for node in nodes if node[0] == ir.SET and node[2] and nodes[node[3]][0] in (ir.JOIN, ir.CONST, ir.VAR, ir.CALL))
        return {node[2] for node in written if tell(node[2])}

    @staticmethod
    def _breaks_only(target: Fn, call: int) -> bool:
        """Whether a call is no ``replace()`` of anything but line breaks."""
        nodes = target.body.nodes
        callee, given = nodes[nodes[call][1]], nodes[call][2]
        if callee[0] != ir.ATTR or callee[2] != "replace" or not given or given[0] < 0:
            return True
        old = nodes[given[0]]
        return old[0] == ir.CONST and isinstance(old[1], str) and not old[1].strip("\r\n\t")


def _is_put_instead(text: object) -> bool:
    """Whether a literal says in capitals what it takes the place of, in a function that calls itself a mask: ``PRIVATE``."""
    return isinstance(text, str) and bool(_INSTEAD.fullmatch(text))
