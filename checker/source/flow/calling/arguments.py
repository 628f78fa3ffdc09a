"""What calls give to the parameters of the project's own functions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from checker.model import Confidence
from checker.source import ir
from checker.source.flow import literal
from checker.source.flow.origin import CLEAN, KEYWORD, UNDER, UNKNOWN, Flow, mark, merge, weaker, without
from checker.source.ir import Node
from checker.source.lexicon.words import split
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower


class Arguments:
    """The part of the follower that knows which argument a parameter gets."""

    def __init__(self, follower: Follower) -> None:
        self.follower = follower

    def to(self, fn: Fn, node: Node, target: Fn, bound: bool, position: int, key: str | int | None = None) -> Flow:
        """What a call gives to one of the callee's parameters, or below a key of it; of a file's name, or of a secret's, no secret,
        whatever it is called.
        """
        if key is not None:
            below = self._below(fn, node, target, bound, position, key)
            if below is not None or isinstance(key, str):
                return below or UNKNOWN
        flow = self._given(fn, node, target, bound, position)
        if position < len(target.head.params) and (flow.found or flow.refs) and self._is_reference(target, target.head.params[position]):
            return without(flow, ("secret", "grave"))
        return flow

    def _is_reference(self, target: Fn, name: str) -> bool:
        """Whether a parameter is the name of a file, or of a secret: ``def read(secret_name)``."""
        words = split(name)
        if words[-1:] == ("name",) and len(words) > 1:
            told = self.follower.lexicon.tell("_".join(words[:-1]))
            if told is not None and told.category == "secret":
                return True
        return self.follower.by_name.is_path(target, name)

    def _below(self, fn: Fn, node: Node, target: Fn, bound: bool, position: int, key: str | int) -> Flow | None:
        """What stands under a key, or a number, of what the caller writes out; ``None`` where it does not."""
        shift = 1 if bound and target.is_method else 0
        if position == target.head.vararg:
            given = node[2][target.head.positional - shift :]
            if isinstance(key, str) or key >= len(given) or min(given[: key + 1]) < 0:
                return None
            return self.follower.flow(fn, given[key])
        if position == target.head.kwarg and isinstance(key, str):
            return merge([self.follower.mappings.whole(fn, value, name) for name, value in node[3] if name == key])
        slot = position - shift
        named = (value for name, value in node[3] if name and name == target.head.params[position])
        placed = node[2][slot] if 0 <= slot < min(len(node[2]), target.head.positional) and min(node[2][: slot + 1]) >= 0 else None
        at = placed if placed is not None else next(named, None)
        if at is None:
            return None
        if isinstance(key, str):
            return merge([self.follower.flow(fn, value) for value in literal.values(fn, at, key)])
        written = literal.source(fn, at)
        if written[0] != ir.SEQ:
            return None
        return self.follower.flow(fn, written[1][key]) if key < len(written[1]) else CLEAN

    def _given(self, fn: Fn, node: Node, target: Fn, bound: bool, position: int) -> Flow:
        head = target.head
        shift = 1 if bound and target.is_method else 0
        if shift and position == 0:
            callee = fn.body.nodes[node[1]]
            return self.follower.flow(fn, callee[1]) if callee[0] == ir.ATTR else UNKNOWN
        flows = []
        if position >= len(head.params):
            return UNKNOWN
        name = head.params[position]
        if position == head.vararg:
            flows = [
                self.follower.flow(fn, abs(argument + 1) if argument < 0 else argument) for argument in node[2][head.positional - shift :]
            ]
            return merge(flows) if flows else CLEAN
        if position == head.kwarg:
            known = set(head.params)
            place = self.follower.calls.at(fn, node)
            for keyword, value in node[3]:
                flow = self.follower.flow(fn, value)
                if keyword not in known:
                    named = self.follower.by_name.named(fn, flow, keyword, keyword, place, value) if keyword else None
                    rest = named or self._rest(fn, value, _spread(flow, self.follower.text(fn, value)), target)
                    flows.append(mark(rest, f"{UNDER}{KEYWORD}{keyword}") if keyword else rest)
            return merge(flows) if flows else CLEAN
        slot = position - shift
        if 0 <= slot < len(node[2]) and position < head.positional:
            argument = node[2][slot]
            if argument >= 0 and all(other >= 0 for other in node[2][:slot]):
                return self.follower.mappings.whole(fn, argument, name)
        for keyword, value in node[3]:
            if keyword == name:
                return self.follower.mappings.whole(fn, value, name)
        spread = [held for keyword, value in node[3] if not keyword for held in literal.values(fn, value, name)]
        if spread:
            return merge([self.follower.mappings.whole(fn, held, name) for held in spread])
        starred = [self.follower.flow(fn, abs(argument + 1)) for argument in node[2] if argument < 0]
        return _any_of(merge(starred)) if starred else CLEAN

    def _rest(self, fn: Fn, value: int, flow: Flow, target: Fn) -> Flow:
        """What is left for ``**rest`` of a dict that is spread over keywords: without those of its secrets that parameters take."""
        head = target.head
        own = (name for at, name in enumerate(head.params) if at not in (head.vararg, head.kwarg))
        for name in own if flow.found or flow.refs else ():
            told = self.follower.lexicon.tell(name)
            if told is None or told.category not in ("secret", "grave"):
                continue
            if literal.values(fn, value, name):
                flow = self.follower.edits.less(flow, told)
            elif (left := _but_member(flow, self.follower.text(fn, value), told.label)) is not flow and not self._is_filled(fn, value):
                flow = left
        return flow

    def _is_filled(self, fn: Fn, value: int) -> bool:
        """Whether something is put into a dict before it is spread: what that holds no parameter takes, ``options[kind] = login``."""
        text = self.follower.text(fn, value)
        return any(node[0] == ir.SET and self.follower.text(fn, node[1]) == text for node in fn.body.nodes)


def _but_member(flow: Flow, text: str, label: str) -> Flow:
    """What is left of a dict of which it is known that it holds such a secret, which a parameter takes: ``def build(token, **rest)``."""
    kept = tuple(item for item in flow.found if item.kind != "members" or item.member != label or item.text != text or item.crossed)
    return flow if len(kept) == len(flow.found) else replace(flow, found=kept)


def _spread(flow: Flow, text: str) -> Flow:
    """What is spread over keywords: what is only called headers is no request's, whose headers are no names of parameters."""
    return replace(
        flow, found=tuple(item for item in flow.found if item.kind != "headers" or item.member or item.text != text or item.crossed)
    )


def _any_of(flow: Flow) -> Flow:
    """One of several items, nobody knows which: what callers give for all of them is no evidence."""
    refs = tuple(replace(ref, removed=ref.removed | {"secret", "grave"}) for ref in flow.refs)
    return replace(weaker(flow, Confidence.LOW), refs=refs)
