"""Functions of the project's own that come down to a verifier: they ask one, and give nothing where that says no."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from msgspec.structs import replace

from checker.source import ir
from checker.source.audit.deciding.refusing import results
from checker.source.audit.deciding.verifying import plain
from checker.source.audit.signs import forms
from checker.source.audit.signs.statuses import grants
from checker.source.ir.ways import ends
from checker.source.lexicon.words import split
from checker.source.names.elements import Fn
from checker.vocabulary import Verifier

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

COMPARISON = Verifier(event="authn_login_fail")
"""What stands for a verifier that has no entry of its own."""
_SOMEBODY = frozenset({"user", "account", "me", "member", "customer"})
"""Last words of what holds somebody whose class is not at hand."""
_ENDING = (("revoke",), ("terminate",))
"""First words of functions that end what they find: ``sessions.revoke_by_handle(handle)`` finds none, and nobody has failed."""
_RIGHTS = frozenset({"role", "roles", "permission", "permissions"})
"""Words of functions that compare what somebody may, in the same time whatever it is."""
_MOST_NAMESAKES = 3
_DEEPEST = 3


class Derived:
    """Knows what each function asks; remembers it."""

    def __init__(self, follower: Follower, verifier: Callable[[Fn, int], Verifier | None]) -> None:
        self._follower = follower
        self._names = follower.names
        self._verifier = verifier
        self._known: dict[Fn, Verifier | None] = {}

    def forget(self) -> None:
        """Know nothing of any function."""
        self._known.clear()

    def of(self, fn: Fn, call: int) -> Verifier | None:
        """The verifier that a call of the project's own function comes down to: it asks one, and gives nothing where that says no."""
        callees = [callee for callee, _ in self._names.callees(fn, call)]
        if not callees and (found := self._of_somebody(fn, call)) is not None:
            return found
        for callee in callees:
            found = self._asks(callee, 0)
            if found is not None and (found.event == COMPARISON.event or not _is_beside(callee)):
                return found
        if plain.may_compare(fn) and any(map(partial(plain.asked, self._follower), callees)):
            return COMPARISON
        for asked in forms.validators(self._follower, fn, call):
            found = next((one for node in asked.body.calls if (one := self._verifier(asked, node)) is not None), None)
            if found is not None:
                return replace(found, raises=False)
        return None

    def _of_somebody(self, fn: Fn, call: int) -> Verifier | None:
        """The same of a method of whoever is there, of whom only the name is known: ``current_user.confirm(token)``."""
        callee = fn.body.nodes[fn.body.nodes[call][1]]
        if callee[0] != ir.ATTR or _SOMEBODY.isdisjoint(split(self._follower.text(fn, callee[1]).rpartition(".")[2])[-1:]):
            return None
        methods = [one for one in self._names.named(callee[2]) if one.owner is not None and not one.module.facts.test]
        found = [self._asks(one, 0) for one in methods[:_MOST_NAMESAKES]]
        return found[0] if len(methods) <= _MOST_NAMESAKES and found and all(found) else None

    def _asks(self, fn: Fn, depth: int) -> Verifier | None:
        if fn not in self._known:
            self._known[fn] = None
            self._known[fn] = self._asked(fn, depth)
        return self._known[fn]

    def _asked(self, fn: Fn, depth: int) -> Verifier | None:
        nodes = fn.body.nodes
        returned = [bare_value(nodes, value) for value in results.given(fn)]
        nothing = any(_is_no(nodes, record) for record in returned)
        nothing = nothing or (bool(returned) and not ends(fn.steps))
        for call in fn.body.calls:
            direct = self._verifier(fn, call)
            if direct is None or not (nothing or nodes[call] in returned):
                continue
            if not direct.raises and (results.is_used(fn, call) or results.chooses(fn, call)):
                if any(node[0] == ir.ATTR and node[1] == call for node in nodes):
                    continue  # authenticate(request).name: there is somebody in any case
                return direct
            if nothing and any(call in fn.body.calls[slice(*handler.calls)] for handler in fn.body.handlers):
                return direct
        if depth < _DEEPEST:
            for value in fn.body.returns:
                record = bare_value(nodes, value)
                if record[0] == ir.CALL:
                    for callee, _ in self._names.callees(fn, nodes.index(record)):
                        if (found := self._asks(callee, depth + 1)) is not None:
                            return found
        return None


def _is_beside(fn: Fn) -> bool:
    """Whether a function that compares verifies no token."""
    words = split(fn.name)
    return words[:1] in _ENDING or not _RIGHTS.isdisjoint(words)


def _is_no(nodes: list[ir.Node], record: ir.Node) -> bool:
    """Whether a value says no: ``None``, ``False``, or a list or tuple that begins with it: ``[False]``, ``None, "expired"``.

    A token without a user is a yes: ``return None, token``.
    """
    if record[0] == ir.SEQ and record[1]:
        if grants(nodes, record):
            return False
        record = bare_value(nodes, record[1][0])
    return (record[0] == ir.CONST and (record[1] is None or record[1] is False)) or results.says_no(nodes, record)


def bare_value(nodes: list[ir.Node], node: int) -> ir.Node:
    """What a name stands for."""
    record = nodes[node]
    while record[0] == ir.VAR:
        record = nodes[record[2]]
    return record
