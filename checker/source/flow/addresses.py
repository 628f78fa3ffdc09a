"""Who controls where an address leads: the values that its host is made of, followed backwards through functions.

``f"https://api.example.com/{path}"`` leads to one host whatever ``path`` is; ``f"https://{host}/x"`` and ``url`` lead where their values
say, and so does ``f"https://{shop}.example.com/x"``: ``shop`` may be ``other.example/``.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import msgspec

from checker import patterns as re
from checker.source import ir
from checker.source.flow.call_index import given
from checker.source.flow.kinds import models
from checker.source.flow.literal import settled
from checker.source.flow.origin import Found, untrusted
from checker.source.flow.text_pieces import Pieces, formatted, joined
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

_DEEPEST = 4
_MOST_CALLERS = 12
_MOST_VALUES = 40
_WITHIN_HOST = re.compile(r"(?:[\w+.-]*:)?//[^/?#:\\]*|[\w+.-]*:?/?|")
"""Text before a value that is part of the host, or the whole of it."""
_NAMES = frozenset({ir.VAR, ir.GLOBAL, ir.IMPORT, ir.ATTR})
_SCHEME = re.compile(r"(?:[\w+.-]+:)?//|[\w+.-]+:/?/?|")
_PASSERS = frozenset({
    "str", "strip", "rstrip", "lstrip", "lower", "format", "unquote", "decode", "encode", "geturl", "Request", "URL", "quote", "get", "pop",
    "urlunparse", "urlunsplit", "AnyUrl", "HttpUrl", "unquote_plus", "replace", "removesuffix", "iri_to_uri", "requote_uri", "urldefrag"
})  # fmt: skip
"""Calls that hand an address on."""
_OF_THE_REQUEST = frozenset({
    "url", "base_url", "host", "host_url", "url_root", "get_host", "build_absolute_uri", "path", "full_path", "script_root", "scheme",
    "META", "environ", "rel_url", "uri", "raw_uri", "full_url", "path_info", "get_full_path"
})  # fmt: skip
"""Parts of a request that tell where it came in: a server that asks itself."""


class Within(msgspec.Struct, frozen=True):
    """A function that the address comes through, and the names that hold it there."""

    fn: Fn
    names: frozenset[str]
    call: int
    """The call in it by which it goes on: of the request itself, or of the next function; -1 for none."""


class Control(msgspec.Struct, frozen=True):
    """Somebody outside controls the host."""

    found: Found
    way: tuple[Within, ...]
    """From where it comes in to the request."""


class Addresses:
    """Follows hosts."""

    def __init__(self, follower: Follower) -> None:
        self._follower = follower
        self._names = follower.names

    def controlled(self, fn: Fn, call: int, node: int) -> Iterator[Control]:
        """Everything from outside that a request's host is made of."""
        yield from self._in(fn, call, node, (), frozenset(), 0)

    def _in(self, fn: Fn, call: int, node: int, after: tuple[Within, ...], visited: frozenset[Fn], depth: int) -> Iterator[Control]:
        """The same seen from one function: of its parameters, its callers are asked."""
        names: set[str] = set()
        leaves = list(self._leaves(fn, node, names, 0))
        for leaf in leaves:
            record = fn.body.nodes[leaf]
            within = (Within(fn, frozenset(names), call), *after)
            found = self._outside(fn, leaf)
            if found is not None:
                first = Within(fn, frozenset(names) | self._roots(fn, leaf), call)
                yield Control(found, (first, *after))
            elif record[0] == ir.PARAM and depth < _DEEPEST and fn not in visited:
                for caller, where, bound in self._follower.callers.callers(fn)[:_MOST_CALLERS]:
                    value = given(caller, where, fn, bound, record[1]) if not caller.module.facts.test else -1
                    if value >= 0:
                        yield from self._in(caller, where, value, within, visited | {fn}, depth + 1)

    def _leaves(self, fn: Fn, node: int, names: set[str], steps: int) -> Iterator[int]:
        """The values that a host is made of."""
        record = fn.body.nodes[node]
        operation = record[0]
        if steps > _MOST_VALUES or (operation == ir.CHECKED and len(record) == 2):
            return
        if operation == ir.VAR:
            names.add(record[1])
            yield from self._leaves(fn, record[2], names, steps + 1)
        elif operation in (ir.CHECKED, ir.TOUCHED):
            yield from self._leaves(fn, record[1], names, steps + 1)
        elif operation == ir.UNION:
            for value in record[1]:
                yield from self._leaves(fn, value, names, steps + 4)
        elif operation == ir.JOIN:
            yield from self._put_together(fn, joined(fn.body.nodes, record[1]), names, steps)
        elif operation == ir.CALL:
            yield from self._called(fn, node, names, steps)
        else:
            if operation == ir.PARAM:
                names.add(fn.head.params[record[1]])
            yield node

    def _put_together(self, fn: Fn, pieces: Pieces, names: set[str], steps: int) -> Iterator[int]:
        for part in _hosts([self._spelt(fn, piece) if isinstance(piece, int) else piece for piece in pieces]):
            yield from self._leaves(fn, part, names, steps + 1)

    def _spelt(self, fn: Fn, piece: int) -> int | str:
        """The text that a name holds: ``SCHEME + host`` leads where ``host`` says, and ``BASE + path`` to one host."""
        if fn.body.nodes[piece][0] not in _NAMES:
            return piece
        record = settled(self._names, fn, piece)
        return record[1] if record[0] == ir.CONST and isinstance(record[1], str) else piece

    def _called(self, fn: Fn, node: int, names: set[str], steps: int) -> Iterator[int]:
        record = fn.body.nodes[node]
        callee = fn.body.nodes[record[1]]
        name = self._follower.text(fn, record[1]).rpartition(".")[2]
        given = [argument for argument in record[2] if argument >= 0]
        if name == "urljoin" and len(given) > 1:
            for one in given[:2]:  # an absolute second part replaces the first
                yield from self._leaves(fn, one, names, steps + 1)
        elif name == "format" and callee[0] == ir.ATTR and (pieces := formatted(fn.body.nodes, record)) is not None:
            yield from self._put_together(fn, pieces, names, steps)
        elif self._outside(fn, node) is not None and name not in _PASSERS - {"get", "pop"}:
            yield node
        elif name in _PASSERS:
            inner = (
                given[:1]
                if callee[0] != ir.ATTR or name in ("Request", "URL", "unquote", "quote", "urlunparse", "urlunsplit")
                else [callee[1]]
            )
            for one in inner:
                yield from self._leaves(fn, one, names, steps + 1)

    def _roots(self, fn: Fn, leaf: int) -> frozenset[str]:
        """What a value is taken out of and by which key: ``form_data.url`` is asked about by both."""
        text = self._follower.text(fn, leaf).replace("()", "")
        first, _, rest = text.partition(".")
        last = rest.rpartition(".")[2].partition("[")[0]
        keys = set(re.findall(r"\['(\w+)'\]", text))
        record = fn.body.nodes[leaf]
        given = fn.body.nodes[record[2][0]] if record[0] == ir.CALL and record[2] and record[2][0] >= 0 else [ir.OPAQUE]
        keys |= {given[1]} if given[0] == ir.CONST and isinstance(given[1], str) else set()
        plain = first in self._follower.tables.request_parameters
        return frozenset(keys) | (frozenset() if plain or not rest else {first, last} - {"get", "pop"})

    def _outside(self, fn: Fn, leaf: int) -> Found | None:
        """What a value is that a client sends, ``None`` where it is none."""
        record = fn.body.nodes[leaf]
        if record[0] not in (ir.PARAM, ir.ATTR, ir.ITEM, ir.CALL, ir.GLOBAL, ir.IMPORT):
            return None
        if record[0] == ir.ATTR and (source := models.filled_by(self._follower, fn, leaf)) is not None:
            return untrusted(source.framework, self._follower.text(fn, leaf), self._follower.place(fn, record))
        flow = self._follower.flow(fn, leaf)
        if not flow.found:
            return None
        said = self._follower.text(fn, leaf).replace("()", "").split(".")
        asked = said[-1] != "data" and _OF_THE_REQUEST.intersection(part.partition("[")[0] for part in said[1:])  # ``form.url.data``
        own = [item for item in flow.found if item.category == "untrusted" and item.crossed == 0]
        own = [item for item in own if item.kind not in ("sockets", "http.server") and not _tells_itself(item)]
        return own[0] if own and not asked else None


def _tells_itself(item: Found) -> bool:
    """Whether it is a part of a request: ``request.url``; a route's parameter ``url`` is the client's."""
    owner, _, last = item.text.replace("()", "").rpartition(".")
    return bool(owner) and last.partition("[")[0] in _OF_THE_REQUEST


def _hosts(pieces: Pieces) -> Iterator[int]:
    """The parts of a text that the host of an address stands in."""
    before = ""
    for position, part in enumerate(pieces):
        if isinstance(part, str):
            before += part
            continue
        if _WITHIN_HOST.fullmatch(before) is None:
            return
        after = pieces[position + 1] if position + 1 < len(pieces) else ""
        rest = after if isinstance(after, str) else ""
        if not before and rest.startswith("://"):  # f"{scheme}://{host}"
            before = "x"
            continue
        yield part
        if rest or not before or _SCHEME.fullmatch(before) is None:  # ``base + path``: only what comes first is asked
            return
        before += "x"
