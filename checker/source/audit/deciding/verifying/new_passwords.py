"""Passwords that somebody chooses: that one is strong, is not the old one, or was given twice alike, verifies nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.source import ir
from checker.source.lexicon.words import once, split
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

_PASSWORDS = frozenset({"password", "passwd", "pwd", "passphrase"})
_RULES = frozenset({"validator", "validators", "policy", "rules", "strength"})
"""Last words of what knows how a password must be."""
_OF_RULES = _RULES | {"length", "min", "max", "minimum", "maximum", "least", "config", "settings"}
"""Words of what else a function is told that looks how strong a password is."""
_BROKEN = frozenset({"short", "long", "weak", "strength", "common", "simple", "complexity", "length", "reused", "pwned", "breached"})
"""Words of exceptions that say what a password must not be."""
_COUNTS = frozenset(
    {"len", "all", "any", "map", "sum", "set", "bool", "compile", "findall", "match", "search", "fullmatch", "isdigit", "isupper",
     "islower", "isalpha", "isalnum", "isspace", "append", "ValueError", "ValidationError", "gettext", "_"}
)  # fmt: skip
"""What is called to see how strong a password is."""
_OF_CHANGES = frozenset({"new", "confirm", "confirmation", "repeat", "again"})
_AGAIN = frozenset({"confirm", "confirmation", "confirmed", "repeat", "repeated", "again", "retype", "re"})
"""Words by which it is asked for a second time."""


def is_asked_of(follower: Follower, fn: Fn, call: int) -> bool:
    """Whether a call that compares passwords is about a new one: ``user.check_password(new_password)``,
    ``constant_time_compare(data["password1"], data["password2"])``.
    """
    given = [_name(follower, fn, one) for one in fn.body.nodes[call][2][:2] if one >= 0]
    words = [split(name) for name in given]
    if not words or _PASSWORDS.isdisjoint(word.rstrip("0123456789") for word in words[0]):
        return False
    return "new" in words[0] or (len(given) > 1 and given[0] != given[1] and _once(words[0]) == _once(words[1]))


def are_compared(follower: Follower, fn: Fn, condition: int) -> bool:
    """Whether a test compares what somebody gave twice: ``form.password1 != form.password2``."""
    record = fn.body.nodes[condition]
    if record[0] != ir.COND or record[1] not in ("!=", "=="):
        return False
    given = [_name(follower, fn, one) for one in record[2]]
    first, second = (_once(split(name)) for name in given)
    return given[0] != given[1] and first == second and not _PASSWORDS.isdisjoint(first)


@once
def breaks_a_rule(name: str) -> bool:
    """Whether an exception of that name says that a password may not be chosen: ``PasswordTooShort``, ``PasswordsNoMatchException``."""
    words = split(name)
    return (not _PASSWORDS.isdisjoint(words) and not _BROKEN.isdisjoint(words)) or words[:1] == ("passwords",)


def _once(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words of what a name repeats: ``password`` of ``password_2`` and ``confirm_password``."""
    return tuple(plain for word in words if word not in _AGAIN and (plain := word.rstrip("0123456789")))


def _name(follower: Follower, fn: Fn, node: int) -> str:
    """By what name a value is given: ``password1`` of ``data["password1"]`` and of ``data.get("password1")``."""
    record = fn.body.nodes[node]
    key = record[2] if record[0] == ir.ITEM else None
    callee = fn.body.nodes[record[1]] if record[0] == ir.CALL else [ir.OPAQUE]
    if callee[0] == ir.ATTR and callee[2] == "get" and record[2] and record[2][0] >= 0:
        asked = fn.body.nodes[record[2][0]]
        key = asked[1] if asked[0] == ir.CONST else None
    return key if isinstance(key, str) else follower.text(fn, node).rpartition(".")[2]


def judges_strength(follower: Follower, fn: Fn, call: int, name: str, dotted: str) -> bool:
    """Whether a password is looked at for how strong it is: ``validate_password(password, user)``, as Django has it."""
    record = fn.body.nodes[call]
    alone = fn.body.nodes[record[1]][0] != ir.ATTR and len(record[2]) + len(record[3]) == 1
    if alone and (name == "test_password" or (name == "check_password" and dotted)):
        return True  # a function of a library that is given nothing to compare it with
    ruled = all(not _OF_RULES.isdisjoint(split(key)) for key, _ in record[3])  # validate_password(form.password.data, min_length=12)
    if (alone or (len(record[2]) == 1 and ruled)) and _measures(follower, fn, call):
        return True
    if name != "validate_password":
        return False
    if "password_validation" in dotted or "password_validation" in follower.text(fn, record[1]):
        return True
    given = [follower.text(fn, one).rpartition(".")[2] for one in record[2][:2] if one >= 0]
    if len(given) == 2 and split(given[0]) == _unrepeated(given[1]):
        return True
    first = split(follower.text(fn, record[2][0]).rpartition(".")[2]) if record[2] and record[2][0] >= 0 else ()
    owner = split(follower.text(fn, record[1]).rpartition(".")[0].rpartition(".")[2])
    if len(record[2]) == 1 and ("new" in first or not _RULES.isdisjoint(owner[-1:])):
        return True  # self.validator.validate_password(new_password)
    if len(record[2]) == 1 and not record[3] and _is_of_a_class(follower, fn, record[1]):
        return True  # Account.validate_password(password): a class keeps nobody's
    return fn.body.nodes[record[1]][0] != ir.ATTR and not {"password", "password1", "password2"}.isdisjoint(first)


def _is_of_a_class(follower: Follower, fn: Fn, callee: int) -> bool:
    """Whether a method is called at a class of the project itself, which is nobody in particular."""
    record = fn.body.nodes[callee]
    entity = follower.names.entity(fn, record[1]) if record[0] == ir.ATTR else None
    return entity is not None and entity[0] == "cls"


def _measures(follower: Follower, fn: Fn, call: int) -> bool:
    """Whether a function of the project counts a password's characters, and asks for nothing else: ``if len(password) < 8``."""
    found = [target for target, _ in follower.names.callees(fn, call)]
    if not found or _PASSWORDS.isdisjoint(split(found[0].name)):
        return False
    return all(bool(one.head.called) and _COUNTS.issuperset(one.head.called) and "len" in one.head.called for one in found)


def _unrepeated(name: str) -> tuple[str, ...]:
    """The words of what a name repeats: ``password`` of ``password_2`` and ``confirm_password``; none where it repeats nothing."""
    words = split(name)
    rest = tuple(word.rstrip("2") for word in words if word not in _OF_CHANGES and word != "2")
    return rest if rest != words else ()
