"""Dicts that are written out, and what setting and removing items makes of one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec.structs import replace

from checker.model import Confidence
from checker.source import ir
from checker.source.flow import literal
from checker.source.flow.evidence.of_answers import ANSWERS, is_of_answer
from checker.source.flow.holding import cookies_left
from checker.source.flow.holding.defaults import spread
from checker.source.flow.holding.masks import Masks
from checker.source.flow.holding.objects import TEXTS
from checker.source.flow.holding.unmasked_items import forgotten
from checker.source.flow.literal import source
from checker.source.flow.origin import CLEAN, MASKED, UNDER, Flow, Found, mark, member, merge, without, without_keyword
from checker.source.ir import Node
from checker.source.lexicon.words import Telling, split
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

_HEADERS = "headers"
"""The label of what carries the Authorization header."""
_WHOLE = frozenset({_HEADERS, "cookies", "environ"})
"""Kinds of containers that are put under a key of a request or a settings' mapping as a whole."""
_LOGIN = "authorization header"
"""Its label: a client's headers without it carry nothing more."""


class Edits:
    """The part of the follower that knows about dicts that are made and changed item by item."""

    def __init__(self, follower: Follower) -> None:
        self.follower = follower
        self.masks = Masks(follower)

    def dict(self, fn: Fn, index: int, node: Node) -> Flow:
        """A dict that is written out."""
        place = self.follower.place(fn, node)
        flows: list[Flow] = []
        for key, value in zip(node[1], node[2], strict=True):
            flow = self.follower.flow(fn, value)
            if key not in (None, "**"):
                flows = self.overwritten(fn, flows, key, value)
            if key not in (None, "**"):
                flow = (
                    CLEAN
                    if self.follower.lexicon.hushed(split(key))
                    else self.follower.by_name.named(fn, flow, key, key, place, value)
                    if self.follower.lexicon.tell(key)
                    else flow
                )
            flows.append(flow if key == "**" else self._under(mark(flow, "repr"), key))
        begun = spread(self.follower, fn, node)
        return merge([*flows, Flow((begun,))] if begun is not None else flows)

    def overwritten(self, fn: Fn, flows: list[Flow], key: str, value: int) -> list[Flow]:
        """What stood before a key that hides its secret: ``{**fields, "password": "***"}`` and ``dict(fields, password="***")``."""
        told = self.follower.lexicon.tell(key) if flows and key else None
        return [self.less(flow, told) for flow in flows] if told is not None and self.masks.hides(fn, value) else flows

    def set(self, fn: Fn, index: int, node: Node) -> Flow:
        """``owner[key] = value``"""
        _, owner, key, value, _, _ = node
        flow = _but_field(self._but(fn, owner, key), key)
        if self._tells_itself(fn, owner):
            return flow
        told = self.follower.lexicon.tell(key) if key else None
        if told and (self.follower.by_name.against.is_collection(fn, value) or _is_sum(fn, value)):
            return flow  # claims that are asked for, rules for a password, how many there were
        if (masked := self._with_mask(fn, index, node, flow, told)) is not None:
            return masked
        added = self.follower.flow(fn, value)
        text = self._name(fn, owner)
        if told:
            added = self.follower.by_name.named(fn, added, key, key, self.follower.place(fn, node), value)
        elif key and not added.clean:
            added = self._as_whole(fn, node, added, text)
        added = replace(added, found=tuple(member(item, f"`{text}`", text) for item in added.found))
        merged = merge([flow, self._under(mark(added, "repr"), key)])
        return merged if added.clean or merged.found else self._filled(fn, index, node, merged)

    def _with_mask(self, fn: Fn, index: int, node: Node, flow: Flow, told: Telling | None) -> Flow | None:
        """What is left of a mapping where a secret is masked in it, ``kept["password"] = "***"``; ``None`` where nothing is masked."""
        _, _, key, value, _, _ = node
        hidden = self.masks.is_mask(fn, value) or ((told or key is None) and self.follower.flow(fn, value).clean)
        if hidden and key is None:
            return without(flow, ("secret", "grave", "personal", "container"))
        if hidden and told:
            return forgotten(self.follower, fn, index, cookies_left.left(self.follower, fn, flow, self.less(flow, told), told))
        if (inside := self.masks.inside(fn, value)) is None:
            return None
        return self.left_out(self.less(flow, inside), _LOGIN) if inside.label == _LOGIN else self.less(flow, inside)

    def _as_whole(self, fn: Fn, node: Node, added: Flow, text: str) -> Flow:
        """What is put under a key that names a whole container: ``sent["headers"] = given``, ``config["env"] = os.environ``."""
        _, _, key, value, _, _ = node
        whole = self.follower.tables.container_name(key)
        if whole is None or whole.kind not in _WHOLE or self._is_counted(fn, value) or self._answered(fn, added, value, text):
            return added
        stage = whole.kind == "environ" and whole.alone  # `env = "production"`, the path of a test environment
        if stage and not any(item.kind == "environ" for item in added.found):
            return added
        place = self.follower.place(fn, node)
        made = Found(
            "container", f"`{text}`", text, place=place, kind="members", confidence=Confidence.MEDIUM, member=whole.label
        )  # fmt: skip
        return self._carrying(fn, added, value, made)

    def _filled(self, fn: Fn, index: int, node: Node, merged: Flow) -> Flow:
        """A mapping that is filled step by step with what nobody knows: what it is called tells what is in it."""
        root = fn.body.nodes[node[1]]
        while root[0] in (ir.SET, ir.DROP, ir.TOUCHED):
            root = fn.body.nodes[root[1]]
        if root[0] != ir.VAR:
            return merged
        kind, spelt_out = self.follower.tables.container_name(root[1]), self.follower.by_name.spelt_out
        if kind is not None and spelt_out.is_begun_empty(fn, kind.kind, index):
            return merged
        if node[2] and spelt_out.is_dict(fn, index):
            return merged
        return self.follower.by_name.named(fn, replace(merged, clean=False), root[1], root[1], self.follower.place(fn, root))

    def _carrying(self, fn: Fn, added: Flow, value: int, whole: Found) -> Flow:
        """What a mapping is given under ``headers`` and the like, as one container; a hint where these get their credential later."""
        known = [item for item in added.found if item.category == "container" and item.member and item.confidence > Confidence.LOW]
        hint = any(item.kind == _HEADERS and item.confidence == Confidence.LOW for item in added.found)
        later = whole.member == _HEADERS and not known and (hint or self.follower.by_name.wire.signs(fn, self.follower.text(fn, value)))
        made = replace(whole, confidence=Confidence.LOW) if later else whole
        return replace(added, found=(*(item for item in added.found if item.category != "container"), made))

    def _name(self, fn: Fn, owner: int) -> str:
        """What a mapping is called: by its own name also where it was filled with another one, ``headers.update(BASE)``."""
        record = fn.body.nodes[owner]
        text = self.follower.text(fn, record[1][-1] if record[0] == ir.UNION and record[1] else owner)
        if text != "...":
            return text
        return next((node[1] for node in fn.body.nodes if node[0] == ir.VAR and node[2] == owner), text)

    def _tells_itself(self, fn: Fn, owner: int) -> bool:
        """Whether what is filled is an object whose class gives its text: ``entry["url"] = url`` shows what `Entry.__repr__` shows."""
        record = fn.body.nodes[owner]
        while record[0] in (ir.SET, ir.DROP, ir.TOUCHED):
            owner = record[1]
            record = fn.body.nodes[owner]
        entity = self.follower.names.entity(fn, owner) if record[0] == ir.VAR else None
        if entity is None or entity[0] != "inst":
            return False
        return any(name in base.record.methods for base in self.follower.names.mro(entity[1])[0] for name in TEXTS)

    def drop(self, fn: Fn, index: int, node: Node) -> Flow:
        """``del owner[key]``"""
        flow = without_keyword(self._but(fn, node[1], node[2]), node[2])
        told = self.follower.lexicon.tell(node[2]) if node[2] else None
        if told and not told.weak:
            if "cookie" in told.label.lower() and any(item.kind == "headers" for item in flow.found):
                return flow  # the Authorization header is still there
            return cookies_left.left(self.follower, fn, flow, self.less(flow, told), told)
        return without(flow, ("container",)) if node[2] is None else self.left_out(flow, node[2])

    def _but(self, fn: Fn, owner: int, key: str | None) -> Flow:
        """A dict without what stands under a key: nothing is left where it is written out and its other values are harmless."""
        flow = self.follower.flow(fn, owner)
        others = literal.rest(fn, owner, key) if key else None
        if others is None or any(name is None or self.follower.lexicon.tell(name) for name, _ in others):
            return flow
        harmless = not any(self.follower.flow(fn, value).found for _, value in others)
        return without(flow, ("secret", "grave", "personal", "container")) if harmless else flow

    def _is_counted(self, fn: Fn, value: int) -> bool:
        """Whether a value is at times a number, ``headers = int(query["headers"])``: rows of a table, and no headers of a request."""
        record = source(fn, value)
        parts = [source(fn, part) for part in record[1]] if record[0] == ir.UNION else [record]
        return any(part[0] == ir.CALL and self.follower.text(fn, part[1]) in ("int", "len") for part in parts)

    def left_out(self, flow: Flow, key: str) -> Flow:
        """A mapping without the container or the secret that a key is known to hold: ``kwargs.pop("headers")``."""
        told, whole = self.follower.lexicon.tell(key), self.follower.tables.container_name(key)
        labels = {known.label for known in (told, whole) if known is not None}
        gone = {UNDER + label for label in labels}
        if told is not None and told.label == _LOGIN:
            labels.add(_HEADERS)
        kept = (item for item in flow.found if labels.isdisjoint((item.member, item.label)) and gone.isdisjoint(item.passed))
        refs = (replace(ref, removed=ref.removed | labels) for ref in flow.refs)
        return replace(flow, found=tuple(kept), refs=tuple(refs)) if labels else flow

    def without_key(self, fn: Fn, node: Node, flow: Flow) -> Flow:
        """``{k: v for k, v in body.items() if k != "password"}``, unless the code puts another secret of that kind into the mapping."""
        told = self.follower.lexicon.tell(node[2])
        named = self._mapping(fn, node[1]) if told is not None else ""
        for key, value in self._put_in(fn, named) if named else ():
            other = self.follower.lexicon.tell(key) if key != node[2] else None
            if other is not None and told is not None and other.label == told.label and not self.masks.hides(fn, value):
                return flow
        return self.left_out(flow, node[2])

    def _put_in(self, fn: Fn, named: str) -> Iterator[tuple[str, int]]:
        """The keys that are put into what is called so, and those with which it is written out, each with its value."""
        for record in fn.body.nodes:
            if record[0] == ir.SET and record[2] is not None and self.follower.text(fn, record[1]) == named:
                yield record[2], record[3]
            elif record[0] == ir.VAR and record[1] == named and (made := source(fn, record[2]))[0] == ir.DICT:
                yield from ((key, value) for key, value in zip(made[1], made[2], strict=True) if key not in (None, "**"))

    def _mapping(self, fn: Fn, value: int) -> str:
        """Source of the mapping over whose items a comprehension runs that gives a value; ``""`` where it runs over none."""
        record = fn.body.nodes[value]
        if record[0] == ir.DICT and record[2]:
            record = source(fn, record[2][0])
        if record[0] == ir.UNPACK:
            record = fn.body.nodes[record[1]]
        record = fn.body.nodes[record[1]] if record[0] == ir.ELEM else record
        callee = fn.body.nodes[record[1]] if record[0] == ir.CALL else record
        return self.follower.text(fn, callee[1]) if callee[0] == ir.ATTR and callee[2] == "items" else ""

    def _answered(self, fn: Fn, added: Flow, value: int, owner: str) -> bool:
        """``response["headers"] = to_dict(answer.getheaders())``: what a server sent."""
        if any(item.kind == "headers" and "response" in item.label for item in added.found):
            return True
        return is_of_answer(self.follower, fn, value) or not ANSWERS.isdisjoint(split(owner.rpartition(".")[2])[-1:])

    def _under(self, flow: Flow, key: str | None) -> Flow:
        """A value that is put under a key which tells a secret: a token in the Authorization header goes when that is masked."""
        told = self.follower.lexicon.tell(key) if key and (flow.found or flow.refs) else None
        return mark(flow, UNDER + told.label) if told is not None else flow

    @staticmethod
    def less(flow: Flow, told: Telling) -> Flow:
        """A container without the secret of that label; of its other secrets only those are known that it is told for."""
        gone = UNDER + told.label
        kept = (item for item in flow.found if item.label != told.label and gone not in item.passed)
        found = tuple(item for item in kept if item.category != "container" or _is_another(item, told))
        refs = (replace(ref, removed=ref.removed | {"container", told.label}) for ref in flow.refs if gone not in ref.passed)
        return mark(Flow(found, tuple(refs)), MASKED)


def _but_field(flow: Flow, key: object) -> Flow:
    """What is left of a record that was written out when something else stands in the place of a field: ``dumped["model"] = name``."""
    end = f".{key}` is part of its text"
    kept = tuple(item for item in flow.found if item.kind != "members" or not (item.hops and str(item.hops[0][3]).endswith(end)))
    return flow if len(kept) == len(flow.found) else replace(flow, found=kept)


def _is_another(whole: Found, told: Telling) -> bool:
    """Whether a container is one because of a secret of another label."""
    return whole.kind == "members" and whole.member not in ("", told.label)


def _is_sum(fn: Fn, value: int) -> bool:
    """``counts["secret"] = counts.get("secret", 0) + 1``"""
    record = source(fn, value)
    parts = [fn.body.nodes[part] for part in record[1]] if record[0] == ir.JOIN else []
    return any(part[0] == ir.CONST and isinstance(part[1], int | float) for part in parts)
