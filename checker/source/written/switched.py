"""Under which switch a call stands: by what it was asked for, on whose machine, and what shall be in the log."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from checker import patterns as re
from checker.source import ir
from checker.source.ir.ways import Branch, Called, blocks, ends, walk
from checker.source.lexicon.words import split
from checker.source.names.elements import Fn

_NO_WORD = re.compile(r"[^A-Za-z0-9]+")
_SWITCHES = frozenset({"show", "print", "display", "reveal", "explain", "yes", "confirm", "confirmed"})
"""Words of a condition by which who runs a command asks to be shown something, ``if args.show_secrets``, or has said yes to it; debugging
is no such wish."""
_WIRE = "debuglevel"
"""The switch of Python's own clients, which prints all that goes over the wire."""
_SHOWS = frozenset({"show", "print", "display", "reveal"})
"""Words before the name of a secret by which somebody asks for it in a record too: ``if show_mnemonic:``."""
_SECRETS = frozenset(
    {"secret", "secrets", "password", "passwords", "passphrase", "token", "tokens", "mnemonic", "seed", "key", "keys", "credential",
     "credentials", "pin", "otp"}
)  # fmt: skip
_BROWSERS = frozenset({"webbrowser.open", "webbrowser.open_new", "webbrowser.open_new_tab"})
"""Calls of a program that shows its user a page, perhaps with a token in its address."""
_DEVELOPING = frozenset({"development", "developing", "developer", "dev", "local"})
"""What an environment is called that is a developer's own machine; debugging is none, because it is switched on anywhere."""
_SAYS_SO = frozenset({"is", "mode"})
"""Words of a switch that says it: ``settings.is_dev``, ``DEV_MODE``."""
_IN_USE = frozenset({"production", "prod"})
"""Last words of what says that it is none."""
_TESTING = frozenset({"test", "tests", "testing", "ci", "unittest"})
_IS = frozenset({"==", "in"})
_IS_NOT = frozenset({"!=", "not in"})
_ENVIRONMENT = frozenset({"env", "environment", "stage", "mode", "environ", "getenv", "deployment"})
_LOCALS = frozenset({
    "admin", "administrator", "user", "account", "person", "member", "staff", "owner", "file", "path", "address", "host", "request",
    "network"
})  # fmt: skip
"""Words of what else is local: an ``is_local_admin`` is somebody."""
_LOGS = frozenset({"log", "logs", "logging", "dump", "trace"})
_PARTS = frozenset(
    {"body", "bodies", "payload", "payloads", "headers", "prompt", "prompts", "contents", "sensitive", "secrets", "auth", "tokens"}
)
"""Words of an option by which somebody asks for more than a record of each call: ``if settings.log_bodies:``."""
_WHOLES = frozenset({"request", "requests", "response", "responses", "http", "packet", "packets", "message", "messages"})
"""What is dumped with all that it holds: ``if dump_requests:``."""
_DEBUGS = _LOGS | {"debug", "fulldebug", "debugging"}
_OF_ANSWERS = frozenset({"http", "full", "fulldebug", "response", "responses", "wire"})
"""Words of an option by which somebody asks for what goes over the wire: ``if log_response:``, ``if not self.http_log_debug: return``."""
_COMPARES = frozenset({"<", "==", "and"})
"""How a test is kept that compares numbers, or has several parts."""


class Switched:
    """Tells it of each call; a function is looked at once, however many calls it has."""

    def __init__(self, text: Callable[[Fn, int], str]) -> None:
        """``text`` gives the source of a node."""
        self._text = text
        self._asked: dict[Fn, frozenset[int]] = {}
        self._shown: dict[Fn, frozenset[int]] = {}
        self._wire: dict[Fn, frozenset[int]] = {}
        self._developing: dict[Fn, frozenset[int]] = {}
        self._opted: dict[Fn, frozenset[int]] = {}
        self._answers: dict[Fn, frozenset[int]] = {}

    def forget(self) -> None:
        """Know nothing of any function."""
        for known in (self._asked, self._shown, self._wire, self._developing, self._opted, self._answers):
            known.clear()

    def is_asked_for(self, fn: Fn, call: int) -> bool:
        """Whether a call stands under a condition that names such a switch."""
        if fn not in self._asked:
            self._asked[fn] = _below(fn, lambda condition: not _SWITCHES.isdisjoint(words_of(self._text(fn, condition))))
        return call in self._asked[fn]

    def is_asked_to_show(self, fn: Fn, call: int) -> bool:
        """Whether a call stands under a switch that names the secret which it shows: ``if show_mnemonic:``."""
        if fn not in self._shown:
            self._shown[fn] = _below(fn, lambda condition: _says_show(fn, condition, self._text))
        return call in self._shown[fn]

    def is_wire_debugging(self, fn: Fn, call: int) -> bool:
        """Whether a call stands under the switch of a client that prints all that goes over the wire: ``if self.debuglevel > 0:``."""
        if _WIRE.encode() not in fn.data:
            return False
        if fn not in self._wire:
            self._wire[fn] = _below(fn, lambda condition: _says_wire(fn, condition, self._text))
        return call in self._wire[fn]

    def opens_page(self, fn: Fn) -> bool:
        """Whether a function opens the user's browser: who is shown what it prints sits before it."""
        return any(self._text(fn, fn.body.nodes[call][1]) in _BROWSERS for call in fn.body.calls)

    def is_developing(self, fn: Fn, call: int) -> bool:
        """Whether a call stands under a condition that holds on a developer's own machine only: ``if settings.is_development():``."""
        if fn not in self._developing:
            below = _below(fn, lambda condition: _says_developing(fn, condition, self._text))
            self._developing[fn] = below | _behind(fn, lambda condition: _says_elsewhere(fn, condition, self._text))
        return call in self._developing[fn]

    def is_opted(self, fn: Fn, call: int) -> bool:
        """Whether a call stands under an option that asks by name for bodies or headers in the log: ``if settings.log_bodies:``."""
        if fn not in self._opted:
            self._opted[fn] = _below(fn, lambda condition: _says_log(fn, condition, self._text))
        return call in self._opted[fn]

    def shows_answers(self, fn: Fn, call: int) -> bool:
        """Whether a call stands under an option that asks for what goes over the wire, or behind the way out of who did not ask:
        ``if not self.http_log_debug: return``. It says that there are such records; what is in them it does not say.
        """
        if fn not in self._answers:
            below = _below(fn, lambda condition: _says_answers(fn, condition, self._text))
            self._answers[fn] = below | _behind(fn, lambda condition: _says_no_answers(fn, condition, self._text))
        return call in self._answers[fn]


def _below(fn: Fn, wanted: Callable[[int], bool]) -> frozenset[int]:
    """The calls that stand in a branch with such a condition, at any depth."""
    found = set[int]()
    waiting = [(step, False) for step in fn.steps]
    while waiting:
        step, under = waiting.pop()
        if under and isinstance(step, Called):
            found.add(step.node)
        if isinstance(step, Branch) and not under:
            for arm in step.arms:
                told = arm.condition >= 0 and wanted(arm.condition)
                waiting += [(inner, told) for inner in arm.block]
        else:
            waiting += [(inner, under) for block in blocks(step) for inner in block]
    return frozenset(found)


def _behind(fn: Fn, wanted: Callable[[int], bool]) -> frozenset[int]:
    """The calls that stand behind a branch with such a condition, which ends there: ``if environment != "development": return``."""
    for at, step in enumerate(fn.steps):
        if isinstance(step, Branch) and (arm := step.arms[0]).condition >= 0 and ends(arm.block) and wanted(arm.condition):
            return frozenset(one.node for one in walk(fn.steps[at + 1 :]) if isinstance(one, Called))
    return frozenset()


def _says_developing(fn: Fn, condition: int, text: Callable[[Fn, int], str]) -> bool:
    record = fn.body.nodes[condition]
    if record[0] != ir.COND:
        words = words_of(text(fn, condition).rpartition(".")[2])
        told = not _SAYS_SO.isdisjoint(words) and not _DEVELOPING.isdisjoint(words)
        return told and "not" not in words and _LOCALS.isdisjoint(words)
    _, operator, operands = record
    if operator == "and":
        return any(_says_developing(fn, operand, text) for operand in operands)
    if operator == "not":  # if not settings.production:
        return not _IN_USE.isdisjoint(words_of(text(fn, operands[0]).rpartition(".")[2])[-1:])
    return (operator in _IS and _is_of(fn, operands, text, _DEVELOPING)) or (operator in _IS_NOT and _is_of(fn, operands, text, _IN_USE))


def _says_elsewhere(fn: Fn, condition: int, text: Callable[[Fn, int], str]) -> bool:
    """Whether a condition holds on other machines than a developer's: ``getenv("ENVIRONMENT") != "development"``."""
    record = fn.body.nodes[condition]
    if record[0] != ir.COND:
        words = words_of(text(fn, condition).rpartition(".")[2])
        return not _IN_USE.isdisjoint(words[-1:])
    _, operator, operands = record
    if operator == "not":
        return _says_developing(fn, operands[0], text)
    return (operator in _IS_NOT and _is_of(fn, operands, text, _DEVELOPING)) or (operator in _IS and _is_of(fn, operands, text, _IN_USE))


def _is_of(fn: Fn, operands: Sequence[int], text: Callable[[Fn, int], str], names: frozenset[str]) -> bool:
    """Whether what a program's environment is called is compared with such names alone."""
    if len(operands) != 2 or _ENVIRONMENT.isdisjoint(words_of(text(fn, operands[0]))):
        return False
    value = fn.body.nodes[operands[1]]
    asked = list(value[1]) if value[0] == ir.SEQ else [operands[1]]
    records = [fn.body.nodes[one] for one in asked]
    named = [str(one[1]) if one[0] == ir.CONST else text(fn, at).rpartition(".")[2] for at, one in zip(asked, records, strict=True)]
    own = [name for name in named if name.lower() not in _TESTING]
    return bool(own) and all(name.lower() in names for name in own)


def _says_wire(fn: Fn, condition: int, text: Callable[[Fn, int], str]) -> bool:
    record = fn.body.nodes[condition]
    if record[0] == ir.COND:  # if self.debuglevel > 0
        return record[1] in _COMPARES and any(_says_wire(fn, operand, text) for operand in record[2])
    return text(fn, condition).rpartition(".")[2] == _WIRE


def _says_show(fn: Fn, condition: int, text: Callable[[Fn, int], str]) -> bool:
    record = fn.body.nodes[condition]
    if record[0] != ir.COND:
        words = words_of(text(fn, condition).rpartition(".")[2])
        return not _SHOWS.isdisjoint(words[:1]) and not _SECRETS.isdisjoint(words[1:])
    return record[1] == "and" and any(_says_show(fn, operand, text) for operand in record[2])


def _says_log(fn: Fn, condition: int, text: Callable[[Fn, int], str]) -> bool:
    record = fn.body.nodes[condition]
    if record[0] != ir.COND:
        words = words_of(text(fn, condition).rpartition(".")[2])
        whole = "dump" in words and not _WHOLES.isdisjoint(words)
        return whole or (not _LOGS.isdisjoint(words) and not _PARTS.isdisjoint(words))
    return record[1] == "and" and any(_says_log(fn, operand, text) for operand in record[2])


def _says_answers(fn: Fn, condition: int, text: Callable[[Fn, int], str]) -> bool:
    record = fn.body.nodes[condition]
    if record[0] != ir.COND:
        words = words_of(text(fn, condition).rpartition(".")[2])
        return not _DEBUGS.isdisjoint(words) and not _OF_ANSWERS.isdisjoint(words)
    return record[1] == "and" and any(_says_answers(fn, operand, text) for operand in record[2])


def _says_no_answers(fn: Fn, condition: int, text: Callable[[Fn, int], str]) -> bool:
    record = fn.body.nodes[condition]
    return record[0] == ir.COND and record[1] == "not" and _says_answers(fn, record[2][0], text)


def words_of(text: str) -> tuple[str, ...]:
    """The words of an expression."""
    return split(_NO_WORD.sub("_", text))
