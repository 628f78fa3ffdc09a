"""What dicts, lists and tuples hold, and what is taken out of them: items by key, by number and in loops."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec.structs import replace

from checker.model import Confidence
from checker.source import ir
from checker.source.flow import literal
from checker.source.flow.evidence.prepared import prepared
from checker.source.flow.holding.cuts import left_of_text
from checker.source.flow.holding.iterated_keys import is_proven
from checker.source.flow.holding.literal_tables import settled_at, stands_for
from checker.source.flow.holding.loops import TOGETHER
from checker.source.flow.holding.objects import one_of
from checker.source.flow.holding.parts import breaks_no_line, described, holds_labels, in_section, keeps, logged_in, part_of, told_by
from checker.source.flow.holding.returned_dicts import ReturnedDicts
from checker.source.flow.literal import source
from checker.source.flow.origin import CLEAN, Flow, Found, Place, claimed, gathered, merge, without
from checker.source.ir import Node
from checker.source.lexicon.words import split
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

_MOST_PARTS = 20
"""Items of a returned tuple that are told apart."""
_WIRE_KEYWORDS = {"data": "body", "body": "body", "json": "body", "headers": "headers", "cookies": "cookies"}
"""Keywords of an HTTP request, and the containers they are."""
_WIRE_LIBRARIES = frozenset({"requests", "httpx", "aiohttp", "urllib3", "urllib", "http", "tornado"})
_WIRE_OWNERS = frozenset({"kwargs", "kw", "req", "request"})
_CHALLENGES = frozenset({"challenge", "chal", "chall"})
_ASKED_BY = frozenset({"www-authenticate", "proxy-authenticate", "authentication-info"})
"""Headers by which a server says what it wants (RFC 9110, section 11)."""
WORKING = frozenset({"PWD", "OLDPWD"})
"""Variables of the environment that hold the folder in which a shell stands, and no password."""
_PLACES = frozenset({"name", "path", "file", "filename", "filepath", "folder", "directory"})
"""Last words of what says where a secret is: ``("SECRET", name)``, ``("--private-key", key_path)``."""
_NAMED = frozenset((ir.VAR, ir.PARAM, ir.ATTR, ir.ITEM))
_BUT_UNTRUSTED = frozenset({"secret", "grave", "personal", "url", "container", "exception", "traceback"})


class Mappings:
    """The part of the follower that knows about collections."""

    def __init__(self, follower: Follower) -> None:
        self.follower = follower
        self._given_back = ReturnedDicts(follower)

    def taken(self, fn: Fn, index: int, node: Node) -> Flow:
        """``owner[key]``"""
        key = node[2]
        if isinstance(key, int) and 0 <= key < _MOST_PARTS:
            part = self.follower.functions.results.part(fn, node[1], key)
            if part is not None:
                return part
        if isinstance(key, int) and (piece := left_of_text(self.follower, fn, node[1], key)) is not None:
            return piece
        named = -1
        if isinstance(key, int) and key < 0:
            if self._iterates(fn, node[1], -1 - key):
                return self.follower.flow(fn, node[1])
            named = -1 - key
            if (each := self.follower.named_items.taken(fn, node[1], named, self.follower.place(fn, node))) is not None:
                return each
            key = self.key(fn, named)
        taken = self.item(fn, node[1], key, self.follower.text(fn, index), self.follower.place(fn, node))
        return taken if key is not None else described(fn, told_by(fn, taken, named))

    def _iterates(self, fn: Fn, owner: int, key: int) -> bool:
        """``for name in headers: show(headers[name])`` takes every item."""
        record = source(fn, key)
        if record[0] != ir.ELEM:
            return False
        over = fn.body.nodes[record[1]]
        ordered = over[0] == ir.CALL and len(over[2]) > 0 and over[2][0] >= 0 and self.follower.text(fn, over[1]) in TOGETHER
        of = over[2][0] if ordered else record[1]
        return self.follower.text(fn, of).removesuffix("()").removesuffix(".keys") == self.follower.text(fn, owner)

    def key(self, fn: Fn, node: int) -> str | None:
        """The text that a key written as a name stands for: ``CONF_API_KEY`` is ``"api_key"``."""
        found = self.literal(fn, node)
        if found is not None or fn.body.nodes[node][0] == ir.CONST:
            return found
        name = self.follower.text(fn, node).rpartition(".")[2]
        if not name.isupper() or "_" not in name or self._is_of_application(fn, node):
            return None
        return name.partition("_")[2].lower()

    def _is_of_application(self, fn: Fn, node: int) -> bool:
        """Whether a key is one under which an application of aiohttp keeps something: ``ENGINE_APP_KEY = web.AppKey("engine", Engine)``."""
        for _ in range(8):
            record = fn.body.nodes[node]
            if record[0] == ir.VAR:
                node = record[2]
            elif (where := stands_for(self.follower.names, fn, record)) is not None and where != (fn, node):
                fn, node = where
            else:
                return record[0] == ir.CALL and self.follower.text(fn, record[1]).rpartition(".")[2] == "AppKey"
        return False

    def literal(self, fn: Fn, node: int) -> str | None:
        """The text that a name stands for, through assignments and imports."""
        for _ in range(8):
            record = fn.body.nodes[node]
            if record[0] == ir.CONST:
                return record[1] if isinstance(record[1], str) else None
            if record[0] == ir.VAR:
                node = record[2]
                continue
            where = stands_for(self.follower.names, fn, record)
            if where is None or where == (fn, node):
                return None
            fn, node = where
        return None

    def _numbered(self, fn: Fn, owner: int, key: int) -> Flow | None:
        """What stands under a number in what is written out, is annotated as a list of records or was stored as a tuple."""
        if held := literal.values(fn, owner, str(key)):
            return merge([self.follower.flow(fn, value) for value in held])
        if (part := literal.element(fn, owner, key)) is not None:
            return self.follower.flow(fn, part)
        if (field := self.follower.named_tuples.field(fn, owner, key)) is not None:
            return field
        one = one_of(self.follower, fn, owner)
        return one if one.found else self.follower.attributes.part(fn, owner, key)

    def item(self, fn: Fn, owner: int, key: str | int | None, text: str, place: Place) -> Flow:
        """What ``owner[key]``, ``owner.get(key)`` and ``getattr(owner, key)`` give."""
        if isinstance(key, str) and (spelt := self._spelt(fn, owner, key, text, place)) is not None:
            return spelt
        if isinstance(key, int) and (numbered := self._numbered(fn, owner, key)) is not None:
            return numbered
        flow = claimed(self.follower.flow(fn, owner)) if isinstance(key, str) else self.follower.flow(fn, owner)
        owner_name = self.follower.text(fn, owner).rpartition(".")[2]
        if isinstance(key, str) and self._is_public(fn, owner, owner_name, key):
            return CLEAN
        if self._is_index(owner_name):
            flow = without(flow, ("secret", "grave"))
        kept = []
        safe = isinstance(key, str) and (breaks_no_line(owner_name, key) or is_proven(fn, owner, key))
        for item in flow.found:
            if item.category == "untrusted" and safe:
                continue
            keyed = isinstance(key, str) or (key is None and "base64" in item.passed)  # of a token's payload a claim
            collective = (item.category == "container" or (keyed and item.category != "untrusted")) and not keeps(item, key)
            if not collective or (item.kind == "response" and key is None):
                kept.append(part_of(item, text) if item.category == "untrusted" and key is not None else item)
        kept += (*self._told_by_key(fn, owner, key, text, place), *logged_in(flow, key, text, place), *self._of_module(fn, owner, key))
        gone = (_BUT_UNTRUSTED | ({"untrusted"} if safe else set())) if isinstance(key, str) else {"container"}
        coded = gone if key is not None else _BUT_UNTRUSTED
        refs = tuple(replace(ref, removed=ref.removed | (coded if "base64" in ref.passed else gone)) for ref in flow.refs)
        if isinstance(key, int) and source(fn, owner)[0] == ir.PARAM:  # auth[0] of what a call gives as (user, password)
            refs = tuple(ref if ref.key is not None else replace(ref, key=key) for ref in refs)
        if isinstance(key, str):
            refs += tuple(replace(ref, removed=ref.removed | {"untrusted"}, key=key) for ref in flow.refs if ref.key is None)
        if owner_name == "environ" and (key in WORKING or key == owner_name):  # environ[VERSION_ENVIRON]: which key, nobody knows
            return Flow(tuple(kept), refs)
        if isinstance(key, str) and not holds_labels(self.follower.tables, owner_name) and not self.follower.lexicon.hushed(split(key)):
            return self.follower.by_name.named(fn, Flow(tuple(kept), refs), in_section(fn, owner, key), text, place)
        return Flow(tuple(kept), refs)

    def _spelt(self, fn: Fn, owner: int, key: str, text: str, place: Place) -> Flow | None:
        """What a key holds of a dict that is written out here, or by the function that is called; ``None`` of any other."""
        held = literal.values(fn, owner, key)
        if not held:
            return self._given_back.item(fn, owner, key, text, place)
        flows = [prepared(fn, self.follower.lexicon, value, self.follower.flow(fn, value)) for value in held]
        given = () if any(self.follower.edits.masks.is_mask(fn, value) for value in held) else literal.before(fn, owner, key)
        kept = [self.item(fn, other, key, text, place) for other in given]
        return merge(
            [*kept, *(self.follower.by_name.named(fn, flow, key, text, place, value) for flow, value in zip(flows, held, strict=True))]
        )

    def _of_module(self, fn: Fn, owner: int, key: str | int | None) -> tuple[Found, ...]:
        """The secrets that a dict of a module has under a key where it is written out: ``DATABASE["url"]``."""
        if not isinstance(key, str) or source(fn, owner)[0] not in (ir.GLOBAL, ir.IMPORT):
            return ()
        where, at = settled_at(self.follower.names, fn, owner)
        held = literal.values(where, at, key) if where.head.parent < 0 else []
        found = (item for value in held for item in self.follower.flow(where, value).found)
        return tuple(item for item in found if item.category in ("secret", "url"))

    def _is_public(self, fn: Fn, owner: int, owner_name: str, key: str) -> bool:
        """Whether an item is published, as a challenge of ACME is, or a module's dict says what such a secret is called:
        ``VARIABLES = {"api_key": "LLM_API_KEY"}``."""
        if key.lower() in _ASKED_BY or (key == "token" and not _CHALLENGES.isdisjoint(split(owner_name)[-1:])):
            return True
        if fn.body.nodes[owner][0] != ir.GLOBAL:
            return False
        found = self.follower.names.binding(fn, fn.body.nodes[owner][1])
        held = literal.values(*found, key) if found is not None and found[0].head.parent < 0 else []
        written = [found[0].body.nodes[value] for value in held] if found is not None else []
        return bool(written) and all(
            node[0] == ir.CONST and isinstance(node[1], str) and self.follower.lexicon.tell(node[1]) is not None for node in written
        )

    def _told_by_key(self, fn: Fn, owned: int, key: str | int | None, text: str, place: Place) -> Iterator[Found]:
        """What a key tells of the item, whatever its owner holds."""
        owner = self.follower.text(fn, owned).rpartition(".")[2]
        if key == "body" and self._is_received(fn, owned):
            yield Found("container", "the request's body", text, Confidence.MEDIUM, place, "body")
        wire = isinstance(key, str) and key in _WIRE_KEYWORDS and _WIRE_OWNERS.intersection(split(owner))
        if wire and isinstance(key, str) and (key != "data" or self._on_the_wire(fn)):
            kind = _WIRE_KEYWORDS[key]
            sure = kind != "body" or self.follower.by_name.wire.carries_logins(fn)
            yield Found("container", f"`{text}`", text, Confidence.MEDIUM if sure else Confidence.LOW, place, kind)
        if key in ("body", "text", "content") and {"response", "resp"}.intersection(split(owner)):
            yield Found("container", "the response's body", text, Confidence.LOW, place, "response")
        if key == "PATH_INFO":  # the only part of a WSGI environment that is decoded
            yield Found("untrusted", f"`{text}`", text, Confidence.MEDIUM, place, "wsgi")
        if isinstance(key, str):
            yield from self.follower.requests.filled_in(fn, owned, key, text, place)

    def _is_received(self, fn: Fn, owner: int) -> bool:
        """Whether a value is a message of ASGI that a client sent: ``message = await receive()``."""
        record = source(fn, owner)
        return record[0] == ir.CALL and not record[2] and not record[3] and self.follower.text(fn, record[1]) == "receive"

    def _is_index(self, name: str) -> bool:
        """``users_by_token``: what is found by a secret is none."""
        words = split(name)
        if "by" not in words:
            return False
        thing, key = "_".join(words[: words.index("by")]), "_".join(words[words.index("by") + 1 :])
        return self.follower.lexicon.tell(key) is not None and self.follower.lexicon.tell(thing) is None

    def _on_the_wire(self, fn: Fn) -> bool:
        """Whether the code sends or answers requests, by its imports or its names."""
        return not fn.module.tops.isdisjoint(_WIRE_LIBRARIES) or not self.follower.by_name.words(fn).isdisjoint(("http", "client", "rest"))

    def paired(self, fn: Fn, node: Node, flow: Flow) -> Flow:
        """A name and its value, ``("password", value)``: what a secret is called, whatever the variable is that holds it."""
        key, value = fn.body.nodes[node[1][0]], fn.body.nodes[node[1][1]]
        if key[0] != ir.CONST or not isinstance(key[1], str) or value[0] not in _NAMED or " " in key[1]:
            return flow
        told = self.follower.lexicon.tell(key[1])
        text = self.follower.text(fn, node[1][1])
        if told is None or told.weak or told.category != "secret" or flow.clean or not _PLACES.isdisjoint(split(text)[-1:]):
            return flow
        return self.follower.by_name.named(fn, flow, key[1], text, self.follower.place(fn, value), node[1][1])

    def whole(self, fn: Fn, node: int, name: str) -> Flow:
        """A value that gets a name; a dict that is written out with a secret among its values is from here on one container."""
        flow = self.follower.flow(fn, node)
        record = fn.body.nodes[node]
        while record[0] == ir.SET:
            record = fn.body.nodes[record[1]]
        built = record[0] == ir.DICT or (record[0] == ir.CALL and record[3] and self.follower.text(fn, record[1]) == "dict")
        return gathered(flow, name) if built else flow
