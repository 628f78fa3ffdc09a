"""Regular expressions of rules, run in linear time: the part of RE2's syntax that alert rules use, as a set of states (Thompson's way).

Patterns of scanned files never run on a backtracking engine. What is not understood raises `UnknownPatternError`, and is not known.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import msgspec

_MOST_STATES, _LONGEST, _DEEPEST = 4_000, 2_000, 30
_CLASSES: dict[str, Callable[[str], bool]] = {
    "d": lambda sign: "0" <= sign <= "9",
    "w": lambda sign: sign.isascii() and (sign.isalnum() or sign == "_"),
    "s": lambda sign: sign in " \t\n\r\f",
}
_SPECIAL = {"n": "\n", "t": "\t", "r": "\r", "f": "\f", "v": "\v", "a": "\a"}
_POSIX = {
    "alpha": str.isalpha,
    "digit": str.isdigit,
    "alnum": str.isalnum,
    "space": str.isspace,
    "upper": str.isupper,
    "lower": str.islower,
}
_MANY = 1_000


class UnknownPatternError(ValueError):
    """It is not understood."""


Test = Callable[[str], bool]


class _State(msgspec.Struct):
    test: Test | None = None
    """What the next sign must be; ``None`` for a state that is left without one."""
    assertion: str = ""
    """``^``, ``$``, ``b`` or ``B``."""
    onwards: list[int] = msgspec.field(default_factory=list)


class Pattern(msgspec.Struct, frozen=True):
    """A compiled expression."""

    states: tuple[_State, ...]
    start: int
    accept: int

    def search(self, text: str, *, whole: bool = False) -> bool:
        """Whether it matches somewhere in the text, or the whole of it."""
        current: set[int] = set()
        for at in range(len(text) + 1):
            if at == 0 or not whole:
                current |= self._reachable({self.start}, text, at)
            if self.accept in current and (not whole or at == len(text)):
                return True
            if at == len(text):
                break
            sign = text[at]
            moved = {onwards for one in current if (test := self.states[one].test) and test(sign) for onwards in self.states[one].onwards}
            current = self._reachable(moved, text, at + 1)
        return False

    def _reachable(self, starts: set[int], text: str, at: int) -> set[int]:
        waiting, found = list(starts), set[int]()
        while waiting:
            one = waiting.pop()
            if one in found:
                continue
            state = self.states[one]
            if state.assertion and not _holds(state.assertion, text, at):
                continue
            found.add(one)
            if state.test is None:
                waiting += state.onwards
        return found


def _holds(assertion: str, text: str, at: int) -> bool:
    if assertion == "^":
        return at == 0
    if assertion == "$":
        return at == len(text)
    before = at > 0 and _CLASSES["w"](text[at - 1])
    after = at < len(text) and _CLASSES["w"](text[at])
    return (before != after) == (assertion == "b")


def compiled(pattern: str) -> Pattern:
    """Raises `UnknownPatternError`."""
    if len(pattern) > _LONGEST:
        raise UnknownPatternError("it is too long")
    parser = _Parser(pattern)
    start, accept = parser.alternatives(0)
    if parser.at != len(pattern):
        raise UnknownPatternError("a parenthesis is not opened")
    return Pattern(tuple(parser.states), start, accept)


class _Parser:
    """Builds states; a piece is its first and its last state."""

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern
        self.at = 0
        self.states: list[_State] = []
        self.ignore_case = False
        self.dot_all = False

    def _add(self, test: Test | None = None, assertion: str = "") -> int:
        if len(self.states) >= _MOST_STATES:
            raise UnknownPatternError("it is too large")
        self.states.append(_State(test, assertion))
        return len(self.states) - 1

    def _peek(self) -> str:
        return self.pattern[self.at : self.at + 1]

    def alternatives(self, depth: int) -> tuple[int, int]:
        if depth > _DEEPEST:
            raise UnknownPatternError("it nests too deep")
        start, end = self._add(), self._add()
        held = self.ignore_case, self.dot_all
        while True:
            first, last = self._sequence(depth)
            self.states[start].onwards.append(first)
            self.states[last].onwards.append(end)
            if self._peek() != "|":
                break
            self.at += 1
        self.ignore_case, self.dot_all = held if depth else (self.ignore_case, self.dot_all)
        return start, end

    def _sequence(self, depth: int) -> tuple[int, int]:
        start = last = self._add()
        while self._peek() not in ("", "|", ")"):
            begin = self.at
            piece = self._atom(depth)
            if piece is None:
                continue
            first, end = self._repeated(piece, begin, depth)
            self.states[last].onwards.append(first)
            last = end
        return start, last

    def _repeated(self, piece: tuple[int, int], begin: int, depth: int) -> tuple[int, int]:
        bounds = self._quantifier()
        if bounds is None:
            return piece
        least, most = bounds
        source = self.at
        start = last = self._add()
        copies = max(least, 1 if most is None else most, 1)
        pieces = [piece]
        for _ in range(copies - 1):
            self.at = begin
            made = self._atom(depth)
            if made is not None:
                pieces.append(made)
        self.at = source
        end = self._add()
        for number, (first, out) in enumerate(pieces):
            self.states[last].onwards.append(first)
            if number >= least:
                self.states[last].onwards.append(end)
            if most is None and number == len(pieces) - 1:
                self.states[out].onwards.append(first)
            last = out
        if most == 0:
            self.states[start].onwards = [end]
        self.states[last].onwards.append(end)
        return start, end

    def _quantifier(self) -> tuple[int, int | None] | None:
        sign = self._peek()
        found: tuple[int, int | None]
        if sign in ("*", "+", "?") and sign:
            found = {"*": (0, None), "+": (1, None), "?": (0, 1)}[sign]
            self.at += 1
        elif sign == "{" and (counted := self._counted()) is not None:
            found = counted
        else:
            return None
        if self._peek() == "?":
            self.at += 1
        if self._peek() in ("*", "+") and self._peek():
            raise UnknownPatternError("it repeats a repetition")
        return found

    def _counted(self) -> tuple[int, int | None] | None:
        end = self.pattern.find("}", self.at)
        least, comma, most = self.pattern[self.at + 1 : end].partition(",") if end > 0 else ("", "", "")
        if not least.isdigit() or (most and not most.isdigit()):
            return None
        low, high = int(least), int(most) if most else None if comma else int(least)
        if low > _MANY or (high or 0) > _MANY:
            raise UnknownPatternError("it repeats too often")
        self.at = end + 1
        return low, high

    def _atom(self, depth: int) -> tuple[int, int] | None:
        sign = self._peek()
        self.at += 1
        if sign == "(":
            return self._group(depth)
        if sign == "[":
            return self._single(self._set())
        if sign == ".":
            return self._single(lambda one, every=self.dot_all: every or one != "\n")  # type: ignore[misc]
        if sign in ("^", "$"):
            return self._assert(sign)
        if sign == "\\":
            return self._escape()
        if sign in ("*", "+", "?"):
            raise UnknownPatternError("it repeats nothing")
        return self._single(self._sign(sign))

    def _single(self, test: Test) -> tuple[int, int]:
        first, end = self._add(test), self._add()
        self.states[first].onwards.append(end)
        return first, end

    def _assert(self, sign: str) -> tuple[int, int]:
        first = self._add(None, sign)
        return first, first

    def _sign(self, sign: str) -> Test:
        if self.ignore_case and sign.lower() != sign.upper():
            low = sign.lower()
            return lambda one: one.lower() == low
        return lambda one: one == sign

    def _group(self, depth: int) -> tuple[int, int] | None:
        if self.pattern.startswith("?", self.at):
            flags = self._flags()
            if flags is None:
                return None
        piece = self.alternatives(depth + 1)
        if self._peek() != ")":
            raise UnknownPatternError("a parenthesis is not closed")
        self.at += 1
        return piece

    def _flags(self) -> str | None:
        """Behind ``(?``: what begins a group gives its text, flags that stand alone ``None``."""
        for begin in ("?:", "?P<", "?<"):
            if self.pattern.startswith(begin, self.at):
                if begin == "?<" and self.pattern[self.at + 2 : self.at + 3] in ("=", "!"):
                    raise UnknownPatternError("it looks behind")
                end = self.pattern.find(">", self.at) if begin != "?:" else self.at + 1
                if end < 0:
                    raise UnknownPatternError("a group's name does not end")
                self.at = end + 1
                return begin
        end = min((at for at in (self.pattern.find(")", self.at), self.pattern.find(":", self.at)) if at > 0), default=-1)
        flags = self.pattern[self.at + 1 : end]
        if end < 0 or not flags or not set(flags) <= set("imsU-"):
            raise UnknownPatternError("a group of a kind that RE2 does not know")
        if "-" in flags or "m" in flags:
            raise UnknownPatternError("flags that are not followed")
        self.ignore_case = self.ignore_case or "i" in flags
        self.dot_all = self.dot_all or "s" in flags
        self.at = end + 1
        return flags if self.pattern[end] == ":" else None

    def _escape(self) -> tuple[int, int]:
        sign = self._peek()
        self.at += 1
        if sign in ("b", "B"):
            return self._assert(sign)
        if sign in ("A", "z"):
            return self._assert("^" if sign == "A" else "$")
        return self._single(self._escaped(sign))

    def _escaped(self, sign: str) -> Test:
        if sign.lower() in _CLASSES:
            test = _CLASSES[sign.lower()]
            return test if sign.islower() else lambda one: not test(one)
        if sign in _SPECIAL:
            return self._sign(_SPECIAL[sign])
        if not sign or sign.isalnum():
            raise UnknownPatternError(f"the escape \\{sign} is not followed")
        return self._sign(sign)

    def _set(self) -> Test:
        negated = self._peek() == "^"
        self.at += negated
        tests = list(self._members())
        return lambda one: any(test(one) for test in tests) != negated

    def _members(self) -> Iterator[Test]:
        first = True
        while first or self._peek() != "]":
            sign = self._peek()
            if not sign:
                raise UnknownPatternError("a bracket is not closed")
            first = False
            self.at += 1
            if sign == "[" and self._peek() == ":":
                end = self.pattern.find(":]", self.at)
                name = self.pattern[self.at + 1 : end]
                if end < 0 or name not in _POSIX:
                    raise UnknownPatternError("a class that is not followed")
                self.at = end + 2
                yield _POSIX[name]
                continue
            if sign == "\\":
                sign = self._peek()
                self.at += 1
                if sign.lower() in _CLASSES or sign in _SPECIAL:
                    yield self._escaped(sign)
                    continue
            if self._peek() == "-" and self.pattern[self.at + 1 : self.at + 2] not in ("]", ""):
                high = self.pattern[self.at + 1]
                self.at += 2
                if high == "\\":
                    high = self._peek()
                    self.at += 1
                yield self._range(sign, high)
            else:
                yield self._sign(sign)
        self.at += 1

    def _range(self, low: str, high: str) -> Test:
        if self.ignore_case:
            return lambda one: low <= one <= high or low <= one.lower() <= high or low <= one.upper() <= high
        return lambda one: low <= one <= high
