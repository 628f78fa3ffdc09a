"""Whether a pattern may match a text of which some parts are only sampled: its automaton is run over the words, and over holes as whatever
they may hold.

Python's own parser reads the pattern, no engine runs it: states are walked breadth first, so that the time is bounded by the states times
the length of the text. What the parser does not know, RE2 may: then nothing is certain.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Any

from checker.trace.wording import Hole, Part, kind_of

_sre: Any = __import__("re._parser", fromlist=["parse"]) if hasattr(re, "_parser") else __import__("sre_parse")
_MOST = 1_500
"""States of one pattern."""
_ENOUGH = 4
"""So many letters of the pattern must stand in the words around a value, unless it is a number or an address."""
_SAMPLES = {"ip": "0123456789abcdefABCDEF.:", "number": "0123456789.-"}


class _Automaton:
    """States with steps that eat a character and steps that eat none."""

    def __init__(self) -> None:
        self.eats: list[list[tuple[Callable[[str], bool], int, bool]]] = []
        self.free: list[list[tuple[str, int]]] = []

    def state(self) -> int:
        self.eats.append([])
        self.free.append([])
        if len(self.eats) > _MOST:
            raise ValueError("it has too many states")
        return len(self.eats) - 1

    def add(self, parsed: Iterable[tuple[Any, Any]], start: int, flags: int) -> int:
        """The state behind a sequence."""
        at = start
        for op, argument in parsed:
            at = self._one(str(op), argument, at, flags)
        return at

    def _one(self, op: str, argument: Any, at: int, flags: int) -> int:
        end = self.state()
        if op in ("LITERAL", "NOT_LITERAL", "IN", "ANY"):
            self.eats[at].append((_fits(op, argument, flags), end, op in ("LITERAL", "IN")))
        elif op == "AT":
            self.free[at].append((str(argument), end))
        elif op == "SUBPATTERN":
            _, more, less, inner = argument
            self.free[self.add(inner, at, (flags | more) & ~less)].append(("", end))
        elif op == "BRANCH":
            for branch in argument[1]:
                begin = self.state()
                self.free[at].append(("", begin))
                self.free[self.add(branch, begin, flags)].append(("", end))
        elif op in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
            self._repeated(argument, at, end, flags)
        else:
            raise ValueError(f"{op} is not known")
        return end

    def _repeated(self, argument: Any, at: int, end: int, flags: int) -> None:
        least, most, inner = argument
        for _ in range(min(least, _MOST)):
            at = self.add(inner, at, flags)
        self.free[at].append(("", end))
        if most >= _MOST:
            loop = self.state()
            self.free[at].append(("", loop))
            back = self.add(inner, loop, flags)
            self.free[back] += [("", loop), ("", end)]
            return
        for _ in range(most - least):
            at = self.add(inner, at, flags)
            self.free[at].append(("", end))


def _fits(op: str, argument: Any, flags: int) -> Callable[[str], bool]:
    if op == "ANY":
        return lambda sign: sign != "\n" or bool(flags & re.DOTALL)
    if op == "IN":
        inner = [(str(kind), value) for kind, value in argument]
        return lambda sign: any(_in(inner, one) for one in _cases(sign, flags))
    if op == "NOT_LITERAL":
        return lambda sign: all(ord(one) != argument for one in _cases(sign, flags))
    return lambda sign: any(ord(one) == argument for one in _cases(sign, flags))


def _cases(sign: str, flags: int) -> tuple[str, ...]:
    return tuple({one for one in (sign, sign.lower(), sign.upper()) if len(one) == 1}) if flags & re.IGNORECASE else (sign,)


_CATEGORIES: dict[str, Callable[[str], bool]] = {
    "CATEGORY_DIGIT": str.isdigit, "CATEGORY_SPACE": str.isspace, "CATEGORY_WORD": lambda sign: sign.isalnum() or sign == "_",
}  # fmt: skip


def _in(inner: list[tuple[str, Any]], sign: str) -> bool:
    negated = bool(inner) and inner[0][0] == "NEGATE"
    held = False
    for kind, value in inner[negated:]:
        if kind == "LITERAL":
            held = held or ord(sign) == value
        elif kind == "RANGE":
            held = held or value[0] <= ord(sign) <= value[1]
        elif kind == "CATEGORY":
            name = str(value)
            plain = _CATEGORIES.get(name.replace("_NOT", ""))
            held = held or plain is None or plain(sign) is not ("_NOT" in name)
    return held is not negated


@lru_cache(maxsize=500)
def _automaton(pattern: str) -> tuple[_Automaton, int] | None:
    made = _Automaton()
    try:
        parsed = _sre.parse(pattern)
        return made, made.add(parsed, made.state(), parsed.state.flags)
    except (re.error, ValueError, RecursionError, OverflowError):
        return None


@lru_cache(maxsize=20_000)
def reaching(parts: tuple[Part, ...], pattern: str, *, whole: bool) -> Hole | None:
    """The value by which the pattern may come to match, ``None`` where no value can make it so."""
    holes = [one for one in parts if isinstance(one, Hole)]
    made = _automaton(pattern) if holes else None
    if not holes or made is None:
        return holes[0] if holes else None
    automaton, last = made
    now = _closed(automaton, {0: (0, None)}, begins=True, ends=False)
    for number, part in enumerate(parts):
        for sign in part if isinstance(part, str) else ("",):
            begins = not whole and not (number == 0 and sign == "")
            moved = _inside(automaton, now, part) if isinstance(part, Hole) else _eaten(automaton, now, sign)
            if begins:
                moved.setdefault(0, (0, None))
            if not whole and last in now and (found := _enough(now[last])) is not None:
                return found
            now = _closed(automaton, moved, begins=False, ends=number == len(parts) - 1)
    now = _closed(automaton, now, begins=not parts, ends=True)
    return (now[last][1] if whole else _enough(now[last])) if last in now else None


_Held = tuple[int, Hole | None]


def _enough(held: _Held) -> Hole | None:
    count, hole = held
    return hole if hole is not None and (count >= _ENOUGH or hole.free or kind_of(hole) != "word") else None


def _put(states: dict[int, _Held], state: int, held: _Held) -> bool:
    before = states.get(state)
    if before is not None and (before[1] is not None, before[0]) >= (held[1] is not None, held[0]):
        return False
    states[state] = held
    return True


def _closed(automaton: _Automaton, states: dict[int, _Held], *, begins: bool, ends: bool) -> dict[int, _Held]:
    """With what is reached without eating anything."""
    waiting = list(states)
    while waiting:
        one = waiting.pop()
        for where, target in automaton.free[one]:
            wrong = ("BEGINNING" in where and not begins) or ("END" in where and "BOUNDARY" not in where and not ends)
            if not wrong and _put(states, target, states[one]):
                waiting.append(target)
    return states


def _eaten(automaton: _Automaton, states: dict[int, _Held], sign: str) -> dict[int, _Held]:
    moved: dict[int, _Held] = {}
    for state, (count, hole) in states.items():
        for fits, target, told in automaton.eats[state]:
            if fits(sign):
                _put(moved, target, (min(count + told, _ENOUGH), hole))
    return moved


def _inside(automaton: _Automaton, states: dict[int, _Held], hole: Hole) -> dict[int, _Held]:
    """Wherever a value may lead to, be it of any length."""
    reached: dict[int, _Held] = {state: (count, hole) for state, (count, _) in states.items()}
    samples = _SAMPLES.get(kind_of(hole), _WORD)
    waiting = list(reached)
    while waiting:
        one = waiting.pop()
        targets = [target for fits, target, _ in automaton.eats[one] if hole.free or any(map(fits, samples))]
        targets += [target for where, target in automaton.free[one] if where in ("", "AT_BOUNDARY", "AT_NON_BOUNDARY")]
        waiting += [target for target in targets if _put(reached, target, reached[one])]
    return reached


_WORD = "".join(map(chr, range(33, 127))) + "\N{LATIN SMALL LETTER A WITH DIAERESIS}"
"""What a value of no known kind may hold: anything but blanks."""
