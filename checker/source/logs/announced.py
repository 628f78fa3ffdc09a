"""What a record or an error says of a value: a secret's name, where its own tells nothing, ``"code for %s: %s"``; or that it is a name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from msgspec.structs import replace

from checker import patterns as re
from checker.model import Confidence
from checker.source import ir
from checker.source.flow.backwards import Follower
from checker.source.flow.captions import around_each, entitled, is_not_there
from checker.source.flow.literal import bare, plain, source
from checker.source.flow.origin import Flow, Found
from checker.source.flow.schemes import behind_scheme
from checker.source.index.templates import PLACEHOLDER
from checker.source.ir import Node
from checker.source.lexicon.words import split
from checker.source.logs.sinks import Use, Written
from checker.source.names.elements import Fn

_MEANT = frozenset({"password", "passphrase", "API key", "one-time code", "private key", "secret key", "recovery phrase"})
"""Labels of what is a credential also where only a text says so; a token or a secret in a text is many things."""
_ADDRESS = "database URL"
"""The label of an address that a login is mostly part of."""
_ADDRESSED = frozenset({"url", "uri", "addr", "address"})
"""Names that say no more of such an address than that it is one; of a ``dsn`` its own name tells it, unless it is none."""
_VARIABLES = re.compile(r"\benv(?:ironment)?[ _-]?var(?:iable)?s?\b", re.IGNORECASE)
"""Words of a record that shows variables of an environment: then what is called so is one, and no name of a place or a stage."""
_WORD = re.compile(r"[A-Za-z0-9]+")
_BETWEEN = frozenset({"", "=", ":", "->", "=>"})
"""What stands between the words that call a value something and the value."""
_MADE = re.compile(r" (?:is(?: now)?|(?:(?:has been|was) )?(?:changed|set|reset) to)[:=]?$", re.IGNORECASE)
"""The same in words: ``password of %s was reset to ``."""
_QUOTES = "'\"`[(<"
_MOST_WORDS = 4
_FOR_WHOM = re.compile(r"^(.{0,200}[A-Za-z]) (?:for|of|to)(?: [A-Za-z]{1,20}){0,2} *['\"`\[(<]?$", re.DOTALL)
"""Words of whom something is for, who is named before the value."""
_BEHIND = re.compile(
    r"^\s*['\"`\])>]?\s*(?:is(?: now)?|=|:|->|=>|(?:(?:has been|was) )?(?:changed|set|reset) to)[:=]?\s*['\"`\[(<]?$", re.IGNORECASE
)
"""What stands between who it is for and the value."""
_DENIED = frozenset(
    {"no", "not", "missing", "unknown", "unsupported", "expected", "hashed", "masked", "old", "set", "has", "length", "expires"}
)
_WHOSE = frozenset({"for", "of", "to", "by", "from", "in", "on", "as"})
"""Words behind which stands whose it is, and not the value."""
_PLAIN = frozenset({"value", "val", "v", "code", "generated", "plain", "plaintext", "clear", "cleartext", "raw", "random", "pw"})
"""Names that say nothing of what they stand for."""
_SHORT = {"key": "API key"}
"""Names that say it by halves, where the text has the other half, by label: a key in a text may be any other."""
_MAKES = frozenset({"secrets", "random"})
"""Libraries that draw by lot what nobody shall guess."""
_NAMES = frozenset({ir.VAR, ir.PARAM, ir.GLOBAL})
_CODE = "code"
"""The attribute that says no more than a name would: ``token_request.code``."""
_ASKS = frozenset({"request", "req", "form", "body", "payload", "params", "query", "grant", "credentials"})
"""Last words of names for what somebody asks with: the code of an answer or of an error tells how it went."""
_TAIL = 80
"""Characters before a value that are looked at."""
_MOST = 30
"""Parts of one text."""
Around = tuple[str, str]
"""What is written before a value and behind it."""


class Announced:
    """Reads the texts of records."""

    def __init__(self, follower: Follower) -> None:
        self._follower = follower

    def told(self, fn: Fn, use: Use, values: list[tuple[Written, Flow]]) -> list[tuple[Written, Flow]]:
        """The values, with those that the record's text says to be secrets."""
        if use.kind == "response" or not values:
            return values
        shown = use.template or _constants(fn, values[0][0].node)
        values = [(written, _surer(flow)) for written, flow in values] if _VARIABLES.search(shown) else values
        first, rest = values[0], values[1:]
        around = dict(zip((written.position for written, _ in rest), around_each(use.template), strict=False)) if use.template else {}
        said = dict(zip(around, _announcing(around.values()), strict=True))
        text, nothing = self._follower.text, ("", "")
        named = ((written, entitled(flow, text(fn, written.node), around.get(written.position, nothing))) for written, flow in rest)
        told = [(written, _more(flow, self._said(fn, written.node, flow, said.get(written.position, nothing)))) for written, flow in named]
        return [(first[0], self.joined(fn, first[0].node, first[1])), *told]

    def joined(self, fn: Fn, node: int, flow: Flow) -> Flow:
        """A text that is put together: ``f"password: {value}"``, ``"password: %s" % value``."""
        if any(item.category in ("secret", "grave") for item in flow.found):
            return flow
        for part, around in self._parts(fn, source(fn, node)):
            if (said := self._said(fn, part, self._follower.flow(fn, part), around)) is not None:
                return _more(flow, said)
        return flow

    def _parts(self, fn: Fn, record: Node) -> Iterator[tuple[int, Around]]:
        """The parts of a text that vary, each with what is written around it."""
        nodes = fn.body.nodes
        callee = nodes[record[1]] if record[0] == ir.CALL else record
        if record[0] == ir.CALL and callee[0] == ir.ATTR and callee[2] == "format" and nodes[callee[1]][0] == ir.CONST:
            yield from zip(map(plain, record[2]), _announcing(around_each(str(nodes[callee[1]][1]))), strict=False)
        if record[0] != ir.JOIN or not record[1] or len(record[1]) > _MOST:
            return
        first = nodes[record[1][0]]
        if first[0] == ir.CONST and isinstance(first[1], str) and PLACEHOLDER.search(first[1]):
            yield from zip(record[1][1:], _announcing(around_each(first[1])), strict=False)
            return
        parts, texts = list[int](), [""]
        for part in record[1]:
            if nodes[part][0] == ir.CONST:
                texts[-1] = str(nodes[part][1])
                continue
            parts.append(part)
            texts.append("")
        yield from zip(parts, _announcing(pairwise(texts)), strict=True)

    def _said(self, fn: Fn, node: int, flow: Flow, around: Around) -> Found | None:
        """The secret, or the database's address, that the words before a value call it, of which nothing else is known.

        What kind of address it is all of these words say: ``"websocket connection uri = "``.
        """
        before, behind = around
        if (found := behind_scheme(self._follower, fn, node, around)) is not None:
            return found
        words = _last_words(before) if before and not flow.found and not flow.clean and not is_not_there(behind) else ()
        if not words or words[-1] in _WHOSE or not _DENIED.isdisjoint(words):
            return None
        read = (self._follower.lexicon.tell("_".join(words[start:])) for start in range(len(words)))
        whole = next(read)
        told = whole or next((telling for telling in read if telling is not None and telling.label != _ADDRESS), None)
        name = _name(fn, node)
        if told is None or name is None or not self._may_be(fn, node, told.label):
            return None
        return Found(told.category, told.label, self._follower.text(fn, node), Confidence.MEDIUM, self._follower.place(fn, name))

    def _may_be(self, fn: Fn, node: int, label: str) -> bool:
        """Whether a value may be what the text says: its own name says nothing, or half of it, or it was drawn by lot."""
        name = self._follower.text(fn, node)
        if label == _ADDRESS:
            return name.lower() in _ADDRESSED
        if label not in _MEANT:
            return False
        owner, _, last = name.rpartition(".")
        if name in _PLAIN or _SHORT.get(name) == label or (last == _CODE and not _ASKS.isdisjoint(split(owner)[-1:])):
            return True
        made = fn.body.nodes[bare(fn, node)]
        callee = self._follower.text(fn, made[1]) if made[0] == ir.CALL else ""
        return callee.partition(".")[0] in _MAKES


def _constants(fn: Fn, node: int) -> str:
    """The words of a text that is put together: ``f"set environment variable {name}: {value}"``."""
    record = source(fn, node)
    parts = record[1][:_MOST] if record[0] == ir.JOIN else []
    return " ".join(str(fn.body.nodes[part][1]) for part in parts if fn.body.nodes[part][0] == ir.CONST)


def _name(fn: Fn, node: int) -> Node | None:
    """The name by which a value is shown, behind what is noted of it."""
    nodes = fn.body.nodes
    while nodes[node][0] in (ir.TOUCHED, ir.CHECKED):
        node = nodes[node][1]
    return nodes[node] if nodes[node][0] in _NAMES or (nodes[node][0] == ir.ATTR and nodes[node][2] == _CODE) else None


def _more(flow: Flow, found: Found | None) -> Flow:
    return flow if found is None else Flow((*flow.found, found), flow.refs)


def _surer(flow: Flow) -> Flow:
    """What is only called an environment, where the record says that it shows variables."""
    found = (
        replace(item, confidence=Confidence.MEDIUM) if item.kind == "environ" and item.confidence == Confidence.LOW else item
        for item in flow.found
    )
    return replace(flow, found=tuple(found))


def _last_words(before: str) -> tuple[str, ...]:
    """The words right before a value: ``("api", "key")`` of ``"with api key='"``."""
    text = _MADE.sub("", before[-_TAIL:].rstrip().rstrip(_QUOTES).rstrip())
    matches = list(_WORD.finditer(text))
    if not matches or text[matches[-1].end() :].strip() not in _BETWEEN:
        return ()
    words, end = list[str](), matches[-1].start()
    for match in reversed(matches[-_MOST_WORDS:]):
        if words and text[match.end() : end] not in (" ", "_", "-"):
            break
        words[:0] = split(match[0])
        end = match.start()
    return tuple(words)


def _announcing(texts: Iterable[Around]) -> Iterator[Around]:
    """Of the texts around values those that announce them: the own one, or the one before who the value is for, ``"code for %s: "``."""
    earlier = ""
    for before, behind in texts:
        whom = _FOR_WHOM.match(earlier) if _BEHIND.match(before) else None
        yield whom[1] if whom else before, behind
        earlier = before
