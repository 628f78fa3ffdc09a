"""Calls of the project's own functions: what they return and what they are given, by reading them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec.structs import replace

from checker.model import Confidence
from checker.source import ir
from checker.source.flow.origin import CLEAN, UNKNOWN, Flow, Place, hop, mark, merge, weaker, without
from checker.source.ir import Node
from checker.source.lexicon.masks import is_mask
from checker.source.lexicon.words import is_credential, split
from checker.source.names.elements import Fn
from checker.vocabulary import Sanitizer

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

_KEY = re.compile(r"[A-Za-z][A-Za-z0-9_.-]{2,60}")
_MOST_NESTED = 20
"""Functions that return what the next one returns; what is further away is not followed, so that no module costs more than its due."""
_PLACEHOLDER = re.compile(r"<[A-Za-z_-]+>")
"""``<PASSWORD>``: what somebody put in the place of the real one before showing the code."""
_LOOKS_UP = frozenset({"get", "secret", "env", "setting", "config", "option", "read", "lookup", "fetch", "conf", "getenv", "param"})


_FOR_LOGS = re.compile(r"_for_(?:log|logs|logging|display|printing)$")
"""The ends of names of what makes a value fit to be seen."""


class Functions:
    """Calls of the project's own functions: what they return and what they are given, by reading them."""

    def __init__(self, follower: Follower) -> None:
        self.follower = follower
        self.names = follower.names
        self.tables = follower.tables
        self._returned: dict[Fn, Flow] = {}
        self._nested = 0

    def forget(self) -> None:
        """Know nothing of what any function returns."""
        self._returned.clear()

    def call(self, fn: Fn, index: int, node: Node, target: Fn, bound: bool, place: Place) -> Flow:
        """What a call of a project's function gives: its returns, with the caller's arguments for its parameters."""
        lexicon = self.follower.lexicon
        if self.follower.by_name.safe_type(target.head.returns):
            return CLEAN
        declared = self._declared(target)
        if declared is not None:
            return self.follower.calls.sanitized(fn, node, declared)
        key = self.follower.calls.constant(fn, node, 0)
        if isinstance(key, str) and _KEY.fullmatch(key) and not _LOOKS_UP.isdisjoint(split(target.name)):
            telling = lexicon.tell(key)
            told = Flow((self.follower.by_name.told(fn, telling, f"{target.name}({key!r})", place),)) if telling else CLEAN
            return CLEAN if lexicon.hushed(split(key)) else told
        if self._hides_by_flag(fn, node, target) or self._asks_to_hide(fn, node):
            return CLEAN
        result = self.result(target)
        shows = any(not ref.passed.isdisjoint(("partial", "base64")) for ref in result.refs)
        if (lexicon.masks(target.name) or _FOR_LOGS.search(target.name)) and not shows and self._really_masks(target):
            return CLEAN
        if result.clean:
            return self._written_out(fn, node, target, place)
        flows = [
            hop(Flow(tuple(replace(item, crossed=item.crossed + 1) for item in result.found)), place, f"returned by `{target.name}()`")
        ]
        masked = False
        for ref in result.refs:
            given = self.given(fn, node, target, bound, ref.position)
            masked = masked or ("secret" in ref.removed and any(item.category == "secret" for item in given.found))
            given = mark(without(given, ref.removed) if ref.removed else given, *ref.passed)
            if self.follower.by_name.leaves_out_password(target, ref.position):
                given = without(given, ("url", "secret"))
            given = hop(given, place, f"passed through `{target.name}()`")
            flows.append(Flow(tuple(item for item in given.found if item.category not in ref.removed), given.refs))
        flow = merge(flows)
        if len(target.body.returns) > 1 and self._masks_some(target):  # by key: a header's digest here, another's value there
            flow = without(flow, ("container",))
        if flow.found:
            return flow
        if masked:
            return CLEAN
        told = self.follower.calls.told_by_callee(fn, node, place)
        if not target.body.returns and not target.body.calls and not target.head.flags & 16:
            return merge([flow, told])  # a stub: what it stands for is unknown
        # its body is known and tells nothing, so that its name is worth little
        return merge([flow, weaker(told, Confidence.LOW)])

    def _written_out(self, fn: Fn, node: Node, target: Fn, place: Place) -> Flow:
        """``get_password()`` whose body has the password in it, or a placeholder for one."""
        for value in target.body.returns:
            record = target.body.nodes[value]
            text = record[1] if record[0] == ir.CONST and isinstance(record[1], str) else ""
            placeholder = _PLACEHOLDER.fullmatch(text) and self.follower.lexicon.tell(text)
            if placeholder or (is_credential(text) and not is_mask(text)):
                return self.follower.calls.told_by_callee(fn, node, place)
        return CLEAN

    def _declared(self, target: Fn) -> Sanitizer | None:
        """The sanitizer that a project declares by any dotted ending of the function's name."""
        parts = [*target.module.parts, *target.head.name.split(".")]
        for start in range(len(parts) - 1):
            found = self.tables.sanitizers.find(".".join(parts[start:]))
            if found is not None:
                return found
        return None

    def computed(self, target: Fn, place: Place) -> Flow:
        """What a property gives, seen from outside."""
        result = self.result(target)
        if not (self.tables.asides["place"] | self.tables.asides["address"]).isdisjoint(
            split(target.name)[-1:]
        ):  # ``key_path`` gives where the key lies, whatever that is called inside
            result = without(result, ("secret", "grave"))
        return hop(
            Flow(tuple(replace(item, crossed=item.crossed + 1) for item in result.found), (), result.clean),
            place,
            f"computed by `{target.name}`",
        )

    def result(self, target: Fn) -> Flow:
        """What a function returns, in terms of its parameters."""
        known = self._returned.get(target)
        if known is None and self._nested < _MOST_NESTED:
            self._returned[target] = UNKNOWN  # ends recursion
            self._nested += 1
            body = target.body
            known = merge([self._returned_value(target, value) for value in body.returns]) if body.returns else UNKNOWN
            self._nested -= 1
            self._returned[target] = known
        elif known is None:
            self.names.reads.beyond.add(f"a call within more than {_MOST_NESTED} others")
        return known or UNKNOWN

    def _returned_value(self, target: Fn, value: int) -> Flow:
        return self.follower.mappings.whole(target, value, f"{target.name}()")

    def returned_part(self, fn: Fn, call: int, position: int) -> Flow | None:
        """One item of a tuple that a project's function returns."""
        node = fn.body.nodes[call]
        if node[0] == ir.VAR:
            node = fn.body.nodes[node[2]]
        if node[0] != ir.CALL:
            return None
        entity = self.names.entity(fn, node[1])
        if entity is None or entity[0] != "fn":
            return None
        target: Fn = entity[1]
        flows = []
        for value in target.body.returns:
            record = target.body.nodes[value]
            if record[0] != ir.SEQ or position >= len(record[1]):
                return None
            flow = self.follower.flow(target, record[1][position])
            for ref in flow.refs:
                given = self.given(fn, node, target, bool(entity[2]), ref.position)
                flows.append(Flow(tuple(item for item in given.found if item.category not in ref.removed), given.refs))
            flows.append(Flow(flow.found, (), flow.clean))
        return merge(flows) if flows else None

    @staticmethod
    def _hides_by_flag(fn: Fn, node: Node, target: Fn) -> bool:
        """``show(token, private=True)``: a function that gives a mask or the value, told which by a flag."""
        flagged = any(
            name in target.head.params and fn.body.nodes[value][0] == ir.CONST and isinstance(fn.body.nodes[value][1], bool)
            for name, value in node[3]
        )
        returned = [target.body.nodes[value] for value in target.body.returns] if flagged else []
        return len(returned) > 1 and any(record[0] == ir.CONST and is_mask(record[1]) for record in returned)

    def _masks_some(self, target: Fn) -> bool:
        """Whether a function puts a mask or a digest in the place of some values."""
        if not {"hexdigest", "digest", "mask_password", "mask_dict_password"}.isdisjoint(target.head.called):
            return True
        return any(map(self._is_mask, target.body.nodes))

    def _is_mask(self, record: Node) -> bool:
        """Whether a value is a mask, or a constant that is called one: ``return _LOG_REDACTED``."""
        if record[0] == ir.GLOBAL:
            return bool(record[1].isupper()) and self.follower.lexicon.hushed(split(record[1]))
        return record[0] == ir.MASKIF or (record[0] == ir.CONST and is_mask(record[1]))

    def _really_masks(self, target: Fn) -> bool:
        """Whether a function that calls itself a mask does something of the kind, read from its body."""
        for record in target.body.nodes:
            operation = record[0]
            if operation == ir.DROP or self._is_mask(record):
                return True
            if operation == ir.SLICE and record[2] != "?":
                return True
            if operation == ir.COMP and record[2]:
                return True
        if len(self._overwritten(target)) > 1 or any(map(self.follower.lexicon.masks, target.head.params)):  # the mask is a parameter
            return True
        hashing = {
            "sub",
            "subn",
            "hexdigest",
            "digest",
            "replace",
            "translate",
            "pop",
            "_replace",
            "with_password",
            "render_as_string",
            "urlunparse",
            "urlunsplit",
            "geturl",
        }
        called = set(target.head.called)
        if "replace" in called and all(self._breaks_only(target, call) for call in target.body.calls):
            called.discard("replace")
        return any(name in hashing or self.follower.lexicon.masks(name) for name in called)

    def _overwritten(self, target: Fn) -> set[str]:
        """The telling keys that a function overwrites with text: a deny-list of one does not make a mask."""
        nodes, tell = target.body.nodes, self.follower.lexicon.tell
        written = (node for node in nodes if node[0] == ir.SET and node[2] and nodes[node[3]][0] in (ir.JOIN, ir.CONST, ir.VAR, ir.CALL))
        return {node[2] for node in written if tell(node[2])}

    @staticmethod
    def _breaks_only(target: Fn, call: int) -> bool:
        """Whether a call is no ``replace()`` of anything but line breaks."""
        nodes = target.body.nodes
        callee, given = nodes[nodes[call][1]], nodes[call][2]
        if callee[0] != ir.ATTR or callee[2] != "replace" or not given or given[0] < 0:
            return True
        old = nodes[given[0]]
        return old[0] == ir.CONST and isinstance(old[1], str) and not old[1].strip("\r\n\t")

    def given(self, fn: Fn, node: Node, target: Fn, bound: bool, position: int) -> Flow:
        """What a call gives to one of the callee's parameters; of a file's name no secret, whatever it is called."""
        flow = self._given(fn, node, target, bound, position)
        if position < len(target.head.params) and self.follower.by_name.is_path(target, target.head.params[position]):
            return without(flow, ("secret", "grave"))
        return flow

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
                    flows.append(self.follower.by_name.named(fn, flow, keyword, keyword, place, value) if keyword else flow)
            return merge(flows) if flows else CLEAN
        slot = position - shift
        if 0 <= slot < len(node[2]) and position < head.positional:
            argument = node[2][slot]
            if argument >= 0 and all(other >= 0 for other in node[2][:slot]):
                return self.follower.mappings.whole(fn, argument, name)
        for keyword, value in node[3]:
            if keyword == name:
                return self.follower.mappings.whole(fn, value, name)
        starred = [self.follower.flow(fn, abs(argument + 1)) for argument in node[2] if argument < 0]
        return weaker(merge(starred), Confidence.LOW) if starred else CLEAN  # which of the items it is, nobody knows

    def cleans(self, fn: Fn, call: int, owner: int) -> bool:
        """Whether a call made for its effect hides the secrets of an argument in place."""
        node = fn.body.nodes[call]
        if node[0] != ir.CALL:
            return False
        name = self.follower.text(fn, node[1]).rpartition(".")[2]
        if self.follower.lexicon.masks(name):
            return True
        for target, bound in self.names.callees(fn, call):
            for position, argument in enumerate(node[2]):
                if argument == owner:
                    slot = position + (1 if bound and target.is_method else 0)
                    if slot < len(target.head.params) and self._hides(target, target.head.params[slot]):
                        return True
        return False

    def added(self, fn: Fn, call: int, owner: int) -> Flow:
        """Secrets that a call made for its effect puts into an argument: ``read_environment(config)``."""
        node = fn.body.nodes[call]
        if node[0] != ir.CALL:
            return UNKNOWN
        text, flows = self.follower.text(fn, owner), []
        for target, bound in self.names.callees(fn, call):
            for position, argument in enumerate(node[2]):
                slot = position + (1 if bound and target.is_method else 0)
                final = target.body.final.get(target.head.params[slot]) if argument == owner and slot < len(target.head.params) else None
                if final is None:
                    continue
                inside = self.follower.flow(target, final).found
                told = (item for item in inside if item.category == "container" and item.member and item.confidence > Confidence.LOW)
                made = tuple(replace(item, label=f"`{text}`", text=text, crossed=item.crossed + 1) for item in told)
                flows.append(hop(Flow(made), self.follower.calls.at(fn, node), f"filled by `{target.name}()`"))
        return weaker(merge(flows), Confidence.MEDIUM)

    def _hides(self, target: Fn, parameter: str) -> bool:
        final = target.body.final.get(parameter)
        if final is None:
            return False
        record = target.body.nodes[final]
        while record[0] in (ir.SET, ir.DROP):
            if record[0] == ir.DROP or is_mask(target.body.nodes[record[3]][1] if target.body.nodes[record[3]][0] == ir.CONST else None):
                return True
            record = target.body.nodes[record[1]]
        return False

    def _asks_to_hide(self, fn: Fn, node: Node) -> bool:
        """Whether a call says by a flag that what is secret is to be hidden."""
        flags, nodes = self.tables.asides["flag"], fn.body.nodes
        return any(name in flags and nodes[value][0] == ir.CONST and nodes[value][1] is True for name, value in node[3])
