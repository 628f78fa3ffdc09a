"""Texts that are taken apart into a secret and the rest, and so hold it: ``user, password = line.split(":")``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.model import Confidence
from checker.source import ir
from checker.source.facts.records import PARTED
from checker.source.flow.evidence.members import rebound
from checker.source.flow.literal import source
from checker.source.flow.origin import Found, Place
from checker.source.lexicon.words import Telling, split
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

_SPLITS = frozenset({"split", "rsplit", "partition", "rpartition"})
_MATCHES = frozenset({"match", "fullmatch", "search"})
_ALL_GROUPS = "groupdict"
_TAKES = _SPLITS | {"group", _ALL_GROUPS}
_GROUP = "(?P<passw"
"""In a pattern: where the group begins in which a password stands."""
_ADDRESSES = frozenset({"url", "uri", "dsn"})
_MOST_STEPS = 8
_VAGUE = frozenset({"token", "secret", "key", "credentials", "cookie", "session id"})
"""Labels that a single word tells which is also a part of a name: ``namespace, secret = reference.split("/")``."""
_KEEPS = frozenset({"strip", "lstrip", "rstrip", "decode", "removeprefix", "removesuffix"})
"""Methods that give the text that they are called of, or most of it."""


class SplitTexts:
    """Finds what the parts of a text are called."""

    def __init__(self, follower: Follower) -> None:
        self._follower = follower
        self._known: dict[Fn, dict[str, tuple[Telling, int]]] = {}

    def forget(self) -> None:
        """Know nothing of any function."""
        self._known.clear()

    def secret(self, fn: Fn, text: str, place: Place, since: int) -> Found | None:
        """The secret that is split off what is called ``text`` in the function from a line on, ``None`` where none is."""
        known = self._known.get(fn)
        if known is None:
            taken = not _TAKES.isdisjoint(fn.head.called)
            known = self._known[fn] = dict([*self._groups(fn), *self._by_pattern(fn), *self._parts(fn)]) if taken else {}
        told = known.get(text)
        if told is None or told[1] < since or rebound(fn, text, place, told[1]):
            return None
        sure = min(Confidence.MEDIUM, self._follower.by_name.sure(fn, told[0]))
        if _is_address(text) or _parses_address(fn):
            return Found("url", "address", text, sure, place, PARTED, told[0].label)
        return Found(told[0].category, told[0].label, text, sure, place)

    def _groups(self, fn: Fn) -> list[tuple[str, tuple[Telling, int]]]:
        """Addresses in which a pattern has a group that is called a secret: ``re.match(DSN, url).group("password")``.

        Of another text nobody knows whether it is one where the pattern was not found.
        """
        found = list[tuple[str, tuple[Telling, int]]]()
        for call in fn.body.calls if "group" in fn.head.called else ():
            _, callee, given, _, line, _ = fn.body.nodes[call]
            name = fn.body.nodes[given[0]] if len(given) == 1 and given[0] >= 0 else [ir.OPAQUE]
            told = self._follower.lexicon.secret(name[1]) if name[0] == ir.CONST and isinstance(name[1], str) else None
            record = fn.body.nodes[callee]
            if told is not None and record[0] == ir.ATTR and record[2] == "group":
                texts = [self._follower.text(fn, whole) for whole in _matched(fn, record[1])]
                found += [(text, (told, line)) for text in texts if _is_address(text)]
        return found

    def _by_pattern(self, fn: Fn) -> list[tuple[str, tuple[Telling, int]]]:
        """Addresses that a pattern takes apart, of which one group is a password, by a function that is called so: ``parse_url``."""
        told = self._follower.lexicon.tell("password")
        if told is None or _ALL_GROUPS not in fn.head.called or not _parses_address(fn):
            return []
        nodes = fn.body.nodes
        patterns = (node[1] for node in nodes if node[0] == ir.CONST and isinstance(node[1], str))
        if not any(_GROUP in pattern for pattern in patterns):
            return []
        matches = (nodes[call] for call in fn.body.calls)
        given = [call[2][-1] for call in matches if nodes[call[1]][0] == ir.ATTR and nodes[call[1]][2] in _MATCHES and len(call[2]) == 1]
        return [(self._follower.text(fn, one), (told, fn.head.line)) for one in given if one >= 0]

    def _parts(self, fn: Fn) -> list[tuple[str, tuple[Telling, int]]]:
        """Sources of texts, each with the secret that is split off it and the line in which it is."""
        found, words = list[tuple[str, tuple[Telling, int]]](), self._follower.by_name.words(fn)
        for node in fn.body.nodes:
            part = fn.body.nodes[node[2]] if node[0] == ir.VAR else node
            if node[0] != ir.VAR or part[0] not in (ir.UNPACK, ir.ITEM):
                continue
            whole = source(fn, part[1])
            callee = fn.body.nodes[whole[1]] if whole[0] == ir.CALL else whole
            told = self._follower.lexicon.tell_among(node[1], words) if callee[0] == ir.ATTR and callee[2] in _SPLITS else None
            if told is not None and told.is_secret and not _is_vague(node[1], told):
                text = self._follower.text(fn, _whole(fn, callee[1]))
                found += [(text, (told, node[3]))] if not _keeps_rest(fn, part, text) else []
        return found


def _keeps_rest(fn: Fn, part: ir.Node, name: str) -> bool:
    """Whether what is called so is the rest from then on: ``user, password = user.split(":")``."""
    nodes = fn.body.nodes
    named = (nodes[node[2]] for node in nodes if node[0] == ir.VAR and node[1] == name)
    return any(other[0] == part[0] and other[1] == part[1] for other in named)


def _is_vague(name: str, told: Telling) -> bool:
    """Whether what a part is called is as often no secret."""
    return told.label in _VAGUE and len(split(name)) < 2


def _whole(fn: Fn, node: int) -> int:
    """The text that a method was called of: of ``line.strip()`` the line."""
    record = fn.body.nodes[node]
    callee = fn.body.nodes[record[1]] if record[0] == ir.CALL else record
    return int(callee[1]) if record[0] == ir.CALL and callee[0] == ir.ATTR and callee[2] in _KEEPS else node


def _is_address(text: str) -> bool:
    return not _ADDRESSES.isdisjoint(split(text.rpartition(".")[2])[-1:])


def _parses_address(fn: Fn) -> bool:
    words = split(fn.name)
    return "parse" in words and not _ADDRESSES.isdisjoint(words)


def _matched(fn: Fn, found: int) -> list[int]:
    """The texts that a pattern was looked for in: ``line`` of ``re.match(PATTERN, line)`` and of ``PATTERN.match(line)``."""
    waiting, texts = [found], list[int]()
    for _ in range(_MOST_STEPS):
        if not waiting:
            break
        record = fn.body.nodes[waiting.pop()]
        if record[0] == ir.UNION:
            waiting += record[1]
        elif record[0] in (ir.VAR, ir.CHECKED, ir.TOUCHED):
            waiting.append(record[2] if record[0] == ir.VAR else record[1])
        elif record[0] == ir.CALL:
            callee = fn.body.nodes[record[1]]
            given = record[2][-1] if callee[0] == ir.ATTR and callee[2] in _MATCHES and 0 < len(record[2]) < 3 else -1
            texts += [_whole(fn, given)] if given >= 0 else []
    return texts
