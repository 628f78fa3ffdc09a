"""Text of which some parts are only sampled: what stands in a record's line, and whether a rule's text stands in it.

Values that a record carries are stood for by sentinels that no rule looks for by accident. A part that may hold any words at all (an
exception's text, a reason) is *free*: what is not found elsewhere may stand there, so that it is not known.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterable

import msgspec

_FREE = re.compile(
    r"(?:^|[._])(?:exc|exception|err|error|errors|e|ex|reason|message|msg|detail|details|text|description|event|event_type|action|status|"
    r"result|outcome|why|what|cause|kind|type|response|body|data|payload|kwargs|args|info|summary|title|line|output)(?:\(\))?$|^\.\.\.$|^str\(\)$|"
    r"\.\.\.|^(?:repr|format|join|dumps)\b|json\.dumps",
    re.IGNORECASE,
)
_IP = re.compile(r"(?:^|[._])(?:ip|ip_address|addr|address|remote_addr|host|client_ip|client|peer)(?:\(\))?$", re.IGNORECASE)
_NUMBER = re.compile(
    r"(?:^|[._])(?:id|pk|uid|count|attempts?|number|num|port|size|ms|seconds|duration|status_code|code|len)(?:\(\))?$", re.IGNORECASE
)


_SHORT, _LONGEST = 4, 200
_TEXTS = 4_096
"""Texts that are kept taken apart: a line is held against hundreds of rules, and a rule's words against every line."""


class Hole(msgspec.Struct, frozen=True):
    """A part that is not known."""

    name: str
    """The source of the value, or what it is: ``username``, ``the time``."""
    sample: str
    free: bool = False
    """Whether it may be any text."""


def hole(source: str) -> Hole:
    """What stands for a value of the code."""
    if _IP.search(source):
        return Hole(source, "203.0.113.77")
    if _NUMBER.search(source):
        return Hole(source, "7003")
    return Hole(source, f"zz{re.sub(r'[^a-z0-9]', '', source.lower())[:12]}zz", bool(_FREE.search(source)))


def kind_of(one: Hole) -> str:
    """``ip``, ``number`` or ``word``: what the value is made of, as its name tells."""
    return "ip" if _IP.search(one.name) else "number" if _NUMBER.search(one.name) else "word"


Part = str | Hole


class Text(msgspec.Struct, frozen=True, dict=True):
    """Literal parts and holes, in order. What is asked of it again and again, by each of hundreds of rules, is kept."""

    parts: tuple[Part, ...] = ()

    @functools.cached_property
    def sample(self) -> str:
        """With sentinels in the holes."""
        return "".join(one if isinstance(one, str) else one.sample for one in self.parts)

    @functools.cached_property
    def low(self) -> str:
        """The same in small letters."""
        return self.sample.lower()

    @functools.cached_property
    def free(self) -> Hole | None:
        """The first part that may be any text."""
        return next((one for one in self.parts if isinstance(one, Hole) and one.free), None)

    @functools.cached_property
    def literal(self) -> str | None:
        """The whole, where all of it is known."""
        return "".join(one for one in self.parts if isinstance(one, str)) if all(isinstance(one, str) for one in self.parts) else None

    @property
    def shown(self) -> str:
        """For a person: ``login failed for {username}``."""
        return "".join(one if isinstance(one, str) else f"{{{one.name}}}" for one in self.parts)

    def cut(self, low: int, high: int) -> Text | None:
        """What stands at a range of the sample; ``None`` where that begins or ends within a hole, or anything before may be any text."""
        found: list[Part] = []
        at = 0
        for one in self.parts:
            size = len(one if isinstance(one, str) else one.sample)
            begin, end = max(low - at, 0), min(high - at, size)
            if isinstance(one, Hole) and (one.free or (begin < end and (begin, end) != (0, size))):
                return None
            if begin < end:
                found.append(one[begin:end] if isinstance(one, str) else one)
            at += size
            if at >= high:
                break
        return Text(tuple(found))

    def __add__(self, other: Text) -> Text:
        return Text((*self.parts, *other.parts))


def known(text: str) -> Text:
    """Text without holes."""
    return Text((text,)) if text else Text()


def anything(name: str) -> Text:
    """Text of which nothing is known."""
    return Text((Hole(name, f"zz{re.sub(r'[^a-z]', '', name.lower())[:12]}zz", free=True),))


def joined(parts: Iterable[Text]) -> Text:
    """One after the other."""
    return Text(tuple(part for one in parts for part in one.parts))


class Match(msgspec.Struct, frozen=True):
    """Whether something that a rule asks for holds."""

    outcome: bool | None
    """``None`` where it is not known."""
    why: str = ""
    """What failed, or what is not known."""
    near: bool = False
    """Whether it failed by little, so that it is what was meant: case, blanks, wording, a field's name."""
    close: bool = False
    """Whether a part of what is asked for holds or is near, though another plainly fails."""


YES = Match(outcome=True)


def every(matches: Iterable[Match], *, brief: bool = False) -> Match:
    """All must hold: the nearest of those that do not, else what is not known.

    ``brief`` ends at the first that fails by much, which decides whether they hold, and whether by little; not what is told of it.
    """
    found: list[Match] = []
    for one in matches:
        found.append(one)
        if brief and one.outcome is False and not one.near:
            return one
    failed = [one for one in found if one.outcome is False]
    if failed:
        near = [one for one in failed if one.near]
        whole = len(near) == len(failed)
        if whole:
            return Match(outcome=False, why="; ".join(dict.fromkeys(one.why for one in near[:3])), near=True, close=True)
        told = "; ".join(dict.fromkeys(one.why for one in (*near[:2], *(one for one in failed if not one.near))))
        return Match(outcome=False, why=told, close=bool(near) or any(one.close for one in failed))
    return next((one for one in found if one.outcome is None), YES)


def some(matches: Iterable[Match]) -> Match:
    """One must hold."""
    found = list(matches)
    for wanted in (True, None):
        for one in found:
            if one.outcome is wanted:
                return one
    return next((one for one in found if one.near), found[0] if found else Match(outcome=False, why="it asks for nothing"))


def contains(text: Text, needle: str, *, what: str = "the line") -> Match:
    """Whether a text stands in it."""
    sample = text.sample
    if needle in sample:
        return YES
    near = nearly(sample, needle)
    if near:
        return Match(outcome=False, why=f"{what} has {near[0]!r}, and the rule looks for {needle!r}: {near[1]}", near=True)
    held = text.free or reaching(text, needle)
    if held is not None:
        return Match(outcome=None, why=f"whether {needle!r} stands in {what} depends on {held.name}")
    return Match(outcome=False, why=f"{needle!r} does not stand in {what}")


def reaching(text: Text, needle: str) -> Hole | None:
    """The value that would make the needle stand there: it begins in the words before the value and ends in it, ``login failed for admin``
    of ``login failed for {user}``, or the other way round; an address or a number may be the needle itself.
    """
    for at, one in enumerate(text.parts):
        if not isinstance(one, Hole):
            continue
        address, fits = _fitting(one.name)
        before = text.parts[at - 1] if at else ""
        after = text.parts[at + 1] if at + 1 < len(text.parts) else ""
        most = min(len(needle), _LONGEST)
        heads, tails = [0], [0]
        if isinstance(before, str) and needle[:1] in before[-most:]:
            heads += [size for size in range(1, most) if before.endswith(needle[:size])]
        if isinstance(after, str) and needle[-1:] in after[:most]:
            tails += [size for size in range(1, most) if after.startswith(needle[-size:])]
        if len(heads) + len(tails) > 2 and any(
            _SHORT <= head + tail < len(needle) and fits(needle[head : len(needle) - tail]) for head in heads for tail in tails
        ):
            return one
        if address and "." in needle and fits(needle):
            return one
    return None


@functools.lru_cache(maxsize=_TEXTS)
def _fitting(name: str) -> tuple[bool, Callable[[str], object]]:
    """Whether a value is an address by its name, and what tells whether a text may be such a value."""
    if _IP.search(name):
        return True, re.compile(r"[0-9a-fA-F.:]+").fullmatch
    return False, re.compile(r"\d+" if _NUMBER.search(name) else r"\S+").fullmatch


def nearly(sample: str, needle: str) -> tuple[str, str] | None:
    """What the text has in the place of the needle, and how the two differ: case, blanks and quotes, wording."""
    held, wanted = _taken_apart(sample), _taken_apart(needle)
    at = held.low.find(wanted.low)
    if at >= 0 and needle.strip():
        return sample[at : at + len(needle)], "they differ in case"
    at = held.squeezed.find(wanted.squeezed) if len(wanted.squeezed) > _SHORT else -1
    if at >= 0:
        start, end = held.places[at], held.places[at + len(wanted.squeezed) - 1]
        return sample[start : end + 1], "they differ in blanks or punctuation"
    return _reworded(sample, held.stems, wanted, needle)


class _Apart(msgspec.Struct, frozen=True):
    """A text as it is compared with others."""

    low: str
    squeezed: str
    """Its letters and digits in lower case."""
    places: tuple[int, ...]
    """Where each of them stands."""
    stems: dict[str, tuple[int, int]]
    """Of its words, and where the last of each stands."""
    words: int


@functools.lru_cache(maxsize=_TEXTS)
def _taken_apart(text: str) -> _Apart:
    places = tuple(at for at, sign in enumerate(text) if sign.isalnum())
    squeezed = "".join(text[at] for at in places).lower()
    words = list(re.finditer(r"[A-Za-z]+", text))
    return _Apart(text.lower(), squeezed, places, {_stem(word[0]): word.span() for word in words}, len(words))


_STEMS = re.compile(r"(?:ed|ure|ures|ing|s|es|ication|icate|icated)$")


def _reworded(sample: str, held: dict[str, tuple[int, int]], wanted: _Apart, needle: str) -> tuple[str, str] | None:
    """Whether the words of the needle stand there in another form or order: ``login failure`` and ``failed login``."""
    if wanted.words < 2 or not all(one in held for one in wanted.stems):
        return None
    start = min(held[one][0] for one in wanted.stems)
    end = max(held[one][1] for one in wanted.stems)
    if end - start > 3 * len(needle):
        return None
    return sample[start:end], "they differ in wording"


def _stem(word: str) -> str:
    low = word.lower()
    for known_form, stem in (
        ("signin", "login"),
        ("logon", "login"),
        ("unsuccessful", "fail"),
        ("authentication", "auth"),
        ("authenticate", "auth"),
    ):
        if low == known_form:
            return stem
    return _STEMS.sub("", low) if len(low) > _SHORT else low
