"""Who decides: calls that verify somebody, and what a test says of their answer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import msgspec
from msgspec.structs import replace

from checker.source import ir
from checker.source.audit.deciding.refusing import results
from checker.source.audit.deciding.verifying import (
    accounts,
    by_password,
    codes,
    digests,
    hashed,
    looked_up,
    named_alike,
    plain,
    providers,
    shown,
    states,
)
from checker.source.audit.deciding.verifying.complaints import complained_of, holds_a_no, names_errors
from checker.source.audit.deciding.verifying.derived import COMPARISON, Derived, bare_value
from checker.source.audit.deciding.verifying.endings import asks_for_more, said_to_end
from checker.source.audit.signs import forms
from checker.source.audit.signs.mentions import named
from checker.source.flow.literal import element, unnamed
from checker.source.lexicon.words import Answers, split
from checker.source.names.elements import Fn
from checker.vocabulary import Verifier

if TYPE_CHECKING:
    from checker.source.audit.signs.terms import Terms
    from checker.source.flow.backwards import Follower

_CLIENTS = frozenset({
    "client", "smtp", "imap", "ftp", "ssh", "broker", "session", "server", "mail", "api", "consumer", "oauth", "oauthclient",
    "remote", "connection", "transport", "registry", "hub", "rds", "aws", "s3", "boto", "cloud", "azure", "gcp"
})  # fmt: skip
"""Receivers that log in elsewhere."""
_ANSWERS = frozenset({
    "ok", "success", "successful", "valid", "is_valid", "authenticated", "is_authenticated", "user", "verified", "result", "get",
    "is_active", "active", "is_ok", "allowed"
})  # fmt: skip
"""Attributes and keys of an answer that are true where it is."""
_PASSWORDS = frozenset({"password", "passwords", "passphrase", "passwd", "pwd", "credentials"})
_CHECKING = frozenset({"check", "verify", "validate"})
_PREPARING = frozenset({"resolve", "build", "prepare", "make", "should", "needs"})
"""First words of functions that make what a verifier is asked, or say whether it is."""
_ERRORS: tuple[ir.Node, ...] = ([ir.CONST, "error"], [ir.CONST, "errors"])
_SIGNATURE = Verifier(event="signature_verify_fail")
_MOST_STEPS = 12


class Verified(msgspec.Struct, frozen=True):
    """A verifier's call, and whether it failed."""

    call: int
    entry: Verifier
    failed: bool
    caught: bool = False
    """Whether it is a function of the project's that catches the verifier's exception and gives nothing."""
    part: bool = False
    """Whether it was asked for something that a yes need not have: ``claims.get("jti")``."""


class Decisions:
    """Recognises verifiers, and reads tests of their answers."""

    def __init__(self, follower: Follower, terms: Terms) -> None:
        self._follower = follower
        self._names = follower.names
        self._terms = terms
        self._derived = Derived(follower, self.verifier)
        self._told: dict[tuple[Fn, int, bool], list[Verified]] = {}
        self._complaints: Answers[Fn, Verifier | None] = Answers(lambda callee: complained_of(callee, terms.verifiers.tells, self.verifier))

    def forget(self) -> None:
        """Know nothing of any function."""
        self._derived.forget()
        self._told.clear()
        self._complaints.clear()

    def derived(self, fn: Fn, call: int) -> Verifier | None:
        """The verifier that a call of the project's own function comes down to; see `Derived`."""
        return self._derived.of(fn, call)

    def verifier(self, fn: Fn, call: int) -> Verifier | None:
        """The vocabulary's entry of a call that verifies somebody."""
        callee = fn.body.nodes[call][1]
        text = self._follower.text(fn, callee)
        name = text.rpartition(".")[2]
        if not self._terms.verifiers.tells(name) or not _PREPARING.isdisjoint(split(name)[:1]):
            return None
        entity = self._names.entity(fn, callee)
        dotted = entity[1] if entity is not None and entity[0] == "lib" and "." in entity[1] else ""
        words = self.owner_words(fn, callee)
        found = self._terms.verifiers.find(dotted, text, words) or shown.verifier(self._follower, fn, call, name)
        if (
            found is None
            or named_alike.verifies_nobody(self._follower, fn, call, name, dotted)
            or forms.is_kept(self._follower, fn, fn.body.nodes[callee])
            or (found.lets_in and not providers.lets_in(fn))
            or (
                not found.owners
                and not found.lets_in
                and not _CLIENTS.isdisjoint(words[-1:])
                and dotted == ""
                and not self._checks(fn, call)
            )
        ):
            return None
        return self._of_passwords(fn, call, found) if found.of_passwords else found

    def _checks(self, fn: Fn, call: int) -> bool:
        """Whether something called after a client is asked whether a password is right: ``api.check_auth(name, password)``."""
        record = fn.body.nodes[call]
        if _CHECKING.isdisjoint(split(self._follower.text(fn, record[1]).rpartition(".")[2])[:1]):
            return False
        given = (self._follower.text(fn, one).rpartition(".")[2] for one in record[2] if one >= 0)
        return any(not _PASSWORDS.isdisjoint(split(name)) for name in given)

    def _of_passwords(self, fn: Fn, call: int, entry: Verifier) -> Verifier:
        """What is compared, and who compares it, tells whether it is a password: ``compare_digest(given, settings.PASSPHRASE)``."""
        names = [fn.name, *(name for one in fn.body.nodes[call][2] if one >= 0 for name in named(fn, one))]
        about = any(not _PASSWORDS.isdisjoint(split(name)) for name in names)
        return replace(entry, event=entry.of_passwords) if about else entry

    def owner_words(self, fn: Fn, callee: int) -> tuple[str, ...]:
        """Words of a called method's receiver: its name, and its class where that is known."""
        record = fn.body.nodes[callee]
        if record[0] != ir.ATTR:
            return ()
        text = self._follower.text(fn, record[1]).removesuffix("()")
        entity = self._names.entity(fn, record[1])
        kind = ""
        if entity is not None:
            what = entity[1]
            kind = what.name if entity[0] in ("inst", "cls") else what.rpartition(".")[2] if entity[0] in ("lib", "made") else ""
        last = text.rpartition(".")[2]
        return (*split(kind), kind.lower(), "".join(split(last)), *split(".".join(text.split(".")[-2:])))

    def told(self, fn: Fn, node: int, holds: bool) -> list[Verified]:
        """What `sides` tells; a test is asked about once."""
        key = (fn, node, holds)
        known = self._told.get(key)
        if known is None:
            out = accounts.kept_out(self._follower, self._terms, fn, node, holds)
            known = self._told[key] = [*self.sides(fn, node, holds), *([Verified(out, COMPARISON, True)] if out >= 0 else [])]
        return known

    def sides(self, fn: Fn, node: int, holds: bool, steps: int = _MOST_STEPS) -> Iterator[Verified]:
        """What it means for verifiers that the test of a branch held, or failed."""
        record = fn.body.nodes[node]
        operation = record[0]
        if steps == 0:
            return
        if operation == ir.COND:
            yield from self._condition(fn, record, holds, steps - 1)
        elif operation == ir.CALL:
            yield from self._call(fn, node, holds, steps - 1)
        elif operation == ir.VAR:
            yield from self.sides(fn, record[2], holds != holds_a_no(fn, record[1], record[2], self._gives_errors), steps - 1)
        elif operation == ir.UNION:
            for value in record[1]:
                yield from self.sides(fn, value, holds, steps - 1)
        elif operation in (ir.ATTR, ir.ITEM) and record[2] in results.BADLY:  # if result.error: ...
            yield from self.sides(fn, record[1], not holds, steps - 1)
        elif operation == ir.ATTR and (found := states.void(self._follower, fn, node)) >= 0:
            yield Verified(found, looked_up.LINK, holds)
        elif operation == ir.ATTR and (kept := self.kept(fn, node)) >= 0:
            yield from self.sides(fn, kept, holds, steps - 1)
        elif operation == ir.UNPACK and (part := element(fn, record[1], record[2])) is not None:
            yield from self.sides(fn, part, holds, steps - 1)
        elif operation in (ir.UNPACK, ir.CHECKED, ir.TOUCHED, ir.MASKIF, ir.SET) or (
            operation in (ir.ATTR, ir.ITEM) and (record[2] in _ANSWERS or (record[2] == 0 and operation == ir.ITEM))
        ):
            yield from self.sides(fn, record[1], holds, steps - 1)

    def _call(self, fn: Fn, node: int, holds: bool, steps: int) -> Iterator[Verified]:
        """What an answer means that is tested as it is: a verifier's, a look-up's, or one asked of either."""
        record = fn.body.nodes[node]
        own = self.verifier(fn, node)
        entry = own or self.derived(fn, node)
        if (complaint := self._complains(fn, node)) is not None:
            yield Verified(node, complaint, holds)
        elif entry is not None:
            if own is None or not entry.raises:
                yield Verified(node, entry, holds == self._gives_errors(fn, node), entry.raises)
        elif (found_by := by_password.entry(self._follower, fn, node)) is not None:
            yield Verified(node, found_by, not holds)
        elif (found := states.void(self._follower, fn, node)) >= 0:
            yield Verified(found, looked_up.LINK, holds)
        else:
            callee = fn.body.nodes[record[1]]
            inner = self._counted(fn, record) if callee[0] == ir.GLOBAL and callee[1] in ("bool", "all", "any") else []
            inner += [callee[1]] if callee[0] == ir.ATTR and callee[2] in _ANSWERS else []
            part = callee[0] == ir.ATTR and callee[2] == "get" and asks_for_more(fn, record, _ANSWERS)
            for one in inner:
                sides = self.sides(fn, one, holds, steps)
                yield from (replace(said, part=True) for said in sides) if part else sides
            if callee[0] == ir.ATTR and callee[2] in results.BADLY:
                yield from self.sides(fn, callee[1], not holds, steps)

    def _gives_errors(self, fn: Fn, call: int) -> bool:
        """Whether a function of the project's gives a text where a verifier says no, or the error that it caught."""
        return self._complains(fn, call) is not None or any(names_errors(callee) for callee, _ in self._names.callees(fn, call))

    def _complains(self, fn: Fn, call: int) -> Verifier | None:
        return next((one for callee, _ in self._names.callees(fn, call) if (one := self._complaints[callee]) is not None), None)

    def kept(self, fn: Fn, node: int) -> int:
        """The node of what the same function stored in an attribute, where it does so once: ``self.user = authenticate(...)``; else -1."""
        record = fn.body.nodes[node]
        owner = self._follower.text(fn, record[1])
        found = [store.value for store in fn.head.stores if store.name == record[2] and store.owner == owner]
        return found[0] if len(found) == 1 and found[0] < node else -1

    @staticmethod
    def _counted(fn: Fn, record: ir.Node) -> list[int]:
        """What ``bool()``, ``all()`` and ``any()`` ask for."""
        inner = [argument for argument in record[2][:1] if argument >= 0]
        made: ir.Node = bare_value(fn.body.nodes, inner[0]) if inner else [ir.OPAQUE]
        items: list[int] = made[1] if made[0] == ir.SEQ else inner
        return items

    def _condition(self, fn: Fn, record: ir.Node, holds: bool, steps: int) -> Iterator[Verified]:
        operator, operands = record[1], record[2]
        if operator == "not":
            yield from self.sides(fn, operands[0], not holds, steps)
        elif operator in ("and", "or"):
            for operand in operands:
                yield from self.sides(fn, operand, holds, steps)
        elif operator in ("in", "not in") and fn.body.nodes[operands[0]][:2] in _ERRORS:  # if "error" in result: ...
            yield from self.sides(fn, operands[1], holds == (operator == "not in"), steps)
        elif operator == "<":
            found, first = states.too_old(self._follower, fn, operands)
            if found >= 0:  # found.expires_at < now
                yield Verified(found, looked_up.LINK, holds == first)
        elif operator in ("==", "!=", "is", "is not"):
            other = fn.body.nodes[operands[1]]
            if other[0] == ir.CONST and (other[1] is None or isinstance(other[1], bool)):
                same = operator in ("==", "is")
                yield from self.sides(fn, operands[0], holds == (same == bool(other[1])), steps)
            elif operator in ("==", "!=") and (ended := said_to_end(fn, operands)) is not None:
                yield from self.sides(fn, fn.body.nodes[operands[0]][1], holds == ((operator == "==") == ended), steps)
            elif operator in ("==", "!="):
                yield from self._compared(fn, operands, holds == (operator == "=="))
                yield from self._code(fn, operands, holds == (operator == "=="))
                if (signed := digests.compared(self._follower, fn, operands)) >= 0:
                    yield Verified(signed, _SIGNATURE, holds == (operator == "!="))
                for asked in (hashed.compared, plain.compared, providers.compared):
                    if (kept := asked(self._follower, fn, operands)) >= 0:
                        yield Verified(kept, COMPARISON, holds == (operator == "!="))

    def _code(self, fn: Fn, operands: list[int], same: bool) -> Iterator[Verified]:
        """A code that was sent is, or is not, the one that is kept: ``user.otp != given``."""
        if (kept := codes.compared(self._follower, fn, operands)) >= 0:
            yield Verified(kept, codes.entry(self._follower, fn, kept), not same)

    def _compared(self, fn: Fn, operands: list[int], same: bool) -> Iterator[Verified]:
        """What was verified is somebody, and must be the one who is asked for: ``Project.verify_token(token) != project_id``."""
        for operand in operands:
            node = unnamed(fn, operand)
            entry = self.verifier(fn, node) if fn.body.nodes[node][0] == ir.CALL else None
            if entry is not None and entry.event == "authn_token_reuse":
                yield Verified(node, entry, not same)
