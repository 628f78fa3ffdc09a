"""What becomes part of a text: templates, f-strings, slices, addresses put together."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from msgspec.structs import replace

from checker import patterns as re
from checker.model import Confidence
from checker.source import ir
from checker.source.facts.records import WITH_ITS
from checker.source.flow.captions import around_each, entitled
from checker.source.flow.literal import plain, source
from checker.source.flow.origin import CLEAN, FEW, IN_QUERY, UNKNOWN, Flow, Found, in_address, mark, merge, weaker, without
from checker.source.flow.schemes import behind_scheme
from checker.source.flow.shown_by_repr import is_listed
from checker.source.flow.text_pieces import SIGNS, joined
from checker.source.index.left_out import OF_A_TOKEN, SHORT_SECRETS, goes_on
from checker.source.index.templates import PLACEHOLDER, placeholder_keys
from checker.source.ir import Node
from checker.source.lexicon.masks import is_mask
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

_SHORT = 8
"""Characters of a secret that may show."""
_NO_RECORD = 12
"""Characters in which no record can be forged: ``session_id[:8]``."""
_KEY_OPTION = re.compile(r"(?:^|\s)--?[\w-]{0,40}(?:private|client|server|host|ssl|tls|ssh|ca)[_-]?key[= ]$")
"""``--ssl-key=``: an option of a command that takes a file."""
_QUERY = re.compile(r"(?:\?|[?&;][\w.\[\]-]{1,60}=)$")
"""Text before a value that stands in the query of an address: ``?token=``."""
_BUT_GRAVE = frozenset({"secret", "untrusted", "personal", "url", "container", "exception", "traceback"})
_OPAQUE_MARKS = {"r": ("repr",), "": (), "%": ()}

_OF_AN_ADDRESS = 60
"""Characters in which an address' host and the beginning of its path have room."""
_LOGS_IN = ("@", "token=", "/bot")
"""Parts of an address beside which a token logs in."""
_HOOK = re.compile(
    r"(?:hooks\.slack\.com/(?:services|workflows|triggers)/|discord(?:app)?\.com/api/webhooks/|api\.telegram\.org/(?:file/)?bot)[\w/-]*$"
)
"""The beginning of an address whose path is the credential: whoever knows it can write there."""
_DRAWS = frozenset({"randint", "randbelow", "randrange"})
_ENCODES = "urlencode"
_SECRET_AT_THE_END = frozenset({"webhook URL", "signed URL"})


class Texts:
    """The part of the follower that knows about text."""

    def __init__(self, follower: Follower) -> None:
        self.follower = follower

    def join(self, fn: Fn, index: int, node: Node) -> Flow:
        """Text put together of parts."""
        if self._shows_ends(fn, node):
            return CLEAN
        if self._shows_numbers(fn, node):
            return UNKNOWN if self._is_drawn(fn, node) else CLEAN
        flows = []
        before = ""
        options = self._options(fn, node)
        said = self._said(fn, node)
        starred = any(is_mask(fn.body.nodes[part][1]) for part in node[1] if fn.body.nodes[part][0] == ir.CONST)
        for part, conversion in zip(node[1], node[2], strict=True):
            record = fn.body.nodes[part]
            if starred and record[0] == ir.SLICE and "?" in record[2:]:  # "*" * (len(value) - keep) + value[-keep:]
                flows.append(beginning(self.follower.flow(fn, record[1])))
                continue
            if record[0] == ir.CONST:
                before = record[1] if isinstance(record[1], str) else ""
            elif _KEY_OPTION.search(before):  # a command is told where the key lies
                flows.append(self._but_key(self.follower.flow(fn, part)))
                continue
            if conversion == "d":
                flows.append(number(self.follower.flow(fn, part)))
                continue
            if conversion == "s":
                flows.append(beginning(self.follower.flow(fn, part)))
                continue
            if conversion == "%":  # an unknown template takes some keys of a mapping
                keys = self._template_keys(fn, node)
                if keys and len(node[1]) == 2:
                    place = self.follower.place(fn, fn.body.nodes[part])
                    flows += [self.follower.mappings.item(fn, part, key, f"{self.follower.text(fn, part)}[{key!r}]", place) for key in keys]
                    continue
                given = self.follower.flow(fn, part) if fn.body.nodes[part][0] != ir.DICT else UNKNOWN
                flows.append(without(given, ("container",)) if given.found or given.refs else given)
                continue
            marks = ("repr",) if is_listed(self.follower.names, fn, part) else _OPAQUE_MARKS.get(conversion, ())
            shown = entitled(self.follower.flow(fn, part), self.follower.text(fn, part), said.get(part, ("", "")))
            shown = mark(self.follower.commands.named(fn, part, shown, options[part]) if part in options else shown, *marks)
            shown = _asked(shown) if before.endswith(("?", "&")) and self._is_encoded(fn, part) else shown
            flows.append(mark(shown, IN_QUERY) if record[0] != ir.CONST and _QUERY.search(before) else shown)
        return self._address(fn, node, merge([*flows, *self._hooks(fn, node), *self._schemes(fn, said)]))

    @staticmethod
    def _said(fn: Fn, node: Node) -> dict[int, tuple[str, str]]:
        """What is written before and behind each part that varies; of ``template % values`` the template says it."""
        parts = [fn.body.nodes[part] for part in node[1]]
        texts = [part[1] if part[0] == ir.CONST and isinstance(part[1], str) else "" for part in parts]
        if texts and PLACEHOLDER.search(texts[0]):
            return dict(zip(node[1][1:], around_each(texts[0]), strict=False))
        return dict(zip(node[1], zip(["", *texts], [*texts[1:], ""], strict=False), strict=False))  # f"" has no part

    def _hooks(self, fn: Fn, node: Node) -> Iterator[Flow]:
        """What completes the address of a webhook: ``f"https://hooks.slack.com/services/{path}"``."""
        for before, part in pairwise(node[1]):
            literal, record = fn.body.nodes[before], fn.body.nodes[part]
            begins = literal[0] == ir.CONST and isinstance(literal[1], str) and _HOOK.search(literal[1]) is not None
            if begins and record[0] != ir.CONST and not is_mask(self.follower.mappings.literal(fn, part)):
                place = self.follower.place(fn, fn.body.nodes[part])
                yield Flow((Found("url", f"{WITH_ITS}token", self.follower.text(fn, part), Confidence.MEDIUM, place, "", "token"),))

    def _schemes(self, fn: Fn, said: dict[int, tuple[str, str]]) -> Iterator[Flow]:
        """What logs in behind a scheme: ``f"Bearer {value}"``, ``"Authorization: Basic %s" % value``."""
        alone = sum(fn.body.nodes[part][0] != ir.CONST for part in said) == 1
        found = (behind_scheme(self.follower, fn, part, around, alone=alone) for part, around in said.items())
        yield from (Flow((one,)) for one in found if one)

    def _options(self, fn: Fn, node: Node) -> dict[int, str]:
        """The parts that are given as options of a command or of an address, with these."""
        parts = (fn.body.nodes[part] for part in node[1])
        has_options = any(part[0] == ir.CONST and isinstance(part[1], str) and any(sign in part[1] for sign in SIGNS) for part in parts)
        return self.follower.commands.behind(joined(fn.body.nodes, node[1])) if has_options else {}

    def _is_encoded(self, fn: Fn, part: int) -> bool:
        """Whether a value is what a query is made of: ``urlencode(fields)``."""
        record = source(fn, part)
        return record[0] == ir.CALL and self.follower.text(fn, record[1]).rpartition(".")[2] == _ENCODES

    @staticmethod
    def _but_key(flow: Flow) -> Flow:
        return replace(flow, found=tuple(item for item in flow.found if item.category != "secret" or item.label != "secret key"))

    def _template_keys(self, fn: Fn, node: Node) -> list[str]:
        """The keys that a template takes which stands in a constant of its own: ``CREATE % values``."""
        if fn.body.nodes[node[1][0]][0] not in (ir.GLOBAL, ir.ATTR, ir.IMPORT, ir.VAR):
            return []
        template = self.follower.mappings.literal(fn, node[1][0])
        return placeholder_keys(template) if template else []

    @staticmethod
    def _shows_numbers(fn: Fn, node: Node) -> bool:
        """``"t%d-%d" % (topological, stream)``"""
        kinds = [kind for part, kind in zip(node[1], node[2], strict=True) if fn.body.nodes[part][0] != ir.CONST]
        return bool(kinds) and all(kind == "d" for kind in kinds)

    def _is_drawn(self, fn: Fn, node: Node) -> bool:
        """Whether a number was drawn by lot, ``f"{randbelow(1000000):06d}"``: what it is for, its name says."""
        calls = (source(fn, part) for part in node[1])
        return any(call[0] == ir.CALL and self.follower.text(fn, call[1]).rpartition(".")[2] in _DRAWS for call in calls)

    @staticmethod
    def _shows_ends(fn: Fn, node: Node) -> bool:
        """``f"{secret[0]}...{secret[-1]}"``: single characters around a mask."""
        parts = [fn.body.nodes[part] for part in node[1]]
        masked = any(part[0] == ir.CONST and isinstance(part[1], str) and (is_mask(part[1]) or ".." in part[1]) for part in parts)
        single = [part for part in parts if part[0] != ir.CONST]
        return masked and bool(single) and all(part[0] == ir.ITEM and isinstance(part[2], int) and part[2] >= 0 for part in single)

    def masked_by_choice(self, fn: Fn, node: Node) -> bool:
        """Whether one of several values is another one masked: ``if client.sanitizes: headers = sanitized(headers)``."""
        made = [record for record in (source(fn, value) for value in node[1]) if record[0] == ir.CALL]
        names = (self.follower.text(fn, record[1]).rpartition(".")[2] for record in made)
        written = any(self._writes_mask(fn, record) and not _goes_on(fn, record) for record in (source(fn, value) for value in node[1]))
        return written or any(map(self.follower.lexicon.masks, names)) or any(self._takes_out(fn, record) for record in made)

    def _writes_mask(self, fn: Fn, record: Node) -> bool:
        """Whether a text is put together with a mask where the others may have a secret: ``text += "%s: <redacted>" % name``.

        Or a list or mapping is filled with one: ``lines.append(f"{name}: ***")``, ``shown[name] = "***"``.
        """
        nodes = fn.body.nodes
        if record[0] == ir.SEQ and len(record[1]) > 1:
            record = source(fn, record[1][-1])
        if record[0] == ir.SET:
            return record[2] is None and is_mask(self.follower.mappings.literal(fn, record[3]))
        if record[0] == ir.CALL and record[2] and self._is_filled_with_mask(fn, source(fn, plain(record[2][0]))):
            return True
        if record[0] == ir.JOIN:
            return any(self._is_mask(nodes[part]) or self._writes_format(fn, nodes[part]) for part in record[1])
        return self._writes_format(fn, record)

    def _is_filled_with_mask(self, fn: Fn, record: Node) -> bool:
        """Whether a mapping that is written out has a mask under a key of it, in some branch: ``json.dumps(shown)``."""
        parts = [fn.body.nodes[part] for part in record[1]] if record[0] == ir.UNION else [record]
        return any(part[0] == ir.SET and is_mask(self.follower.mappings.literal(fn, part[3])) for part in parts)

    def _writes_format(self, fn: Fn, record: Node) -> bool:
        """``"{}: <redacted>".format(name)``, ``re.sub(pattern, "***", text)``"""
        nodes = fn.body.nodes
        callee = nodes[record[1]] if record[0] == ir.CALL else record
        if record[0] == ir.JOIN:
            return any(self._is_mask(nodes[part]) for part in record[1])
        if record[0] != ir.CALL or callee[0] not in (ir.ATTR, ir.IMPORT):
            return False
        if callee[0] == ir.ATTR and callee[2] == "format":
            return self._is_mask(nodes[callee[1]])
        replaced = dict(record[3]).get("repl", next(iter(record[2][1:2]), -1))
        return self.follower.text(fn, record[1]) == "re.sub" and replaced >= 0 and self._is_mask(nodes[replaced])

    @staticmethod
    def _is_mask(record: Node) -> bool:
        return record[0] == ir.CONST and is_mask(record[1])

    def _takes_out(self, fn: Fn, call: Node) -> bool:
        """``text.replace(token, "***")``, where there is a token: ``... if token else text``"""
        callee = fn.body.nodes[call[1]]
        if callee[0] != ir.ATTR or callee[2] != "replace" or len(call[2]) < 2 or min(call[2]) < 0:
            return False
        told = self.follower.lexicon.tell(self.follower.text(fn, call[2][0]).removesuffix(".strip()").rpartition(".")[2])
        instead = fn.body.nodes[call[2][1]]
        label = instead[0] == ir.JOIN and not self.follower.flow(fn, call[2][1]).found  # "TOKEN%s" % number
        return told is not None and told.category == "secret" and (instead[0] == ir.CONST or label)

    def _address(self, fn: Fn, node: Node, flow: Flow) -> Flow:
        literals = (fn.body.nodes[part] for part in node[1])
        return self.address(" ".join(record[1] for record in literals if record[0] == ir.CONST and isinstance(record[1], str)), flow)

    @staticmethod
    def address(literal: str, flow: Flow) -> Flow:
        """Text with ``://`` or ``:...@`` around a secret is an address with credentials."""
        if not any(item.category == "secret" for item in flow.found) or not ("://" in literal or literal.strip() in (": @", "{}:{}@{}")):
            return flow
        logs_in = any(sign in literal for sign in _LOGS_IN)
        return replace(flow, found=tuple(_url(item, logs_in) if item.category == "secret" else item for item in flow.found))

    def slice(self, fn: Fn, index: int, node: Node) -> Flow:
        """``text[low:high]``"""
        _, owner, low, high = node
        if (taken := self._taken(fn, owner, low, high)) is not None:
            return taken
        flow = self.follower.flow(fn, owner)
        if (not flow.found and not flow.refs) or (high is None and self._are_arguments(fn, owner)):
            return flow
        width: int | None = None
        if isinstance(high, int) and high >= 0 and low in (None, 0):
            width = max(0, high - self._head(fn, owner))
        elif isinstance(low, int) and low < 0 and high is None:
            width = -low
        elif isinstance(low, int) and isinstance(high, int) and (low < 0) == (high < 0):
            width = high - low
        if width is not None and width <= _NO_RECORD:
            flow = without(flow, ("untrusted",))
        if (width is not None and width <= _SHORT) or (low in (None, 0) and high == "?"):
            return beginning(flow)
        if width is not None and width <= _OF_AN_ADDRESS and low in (None, 0):
            flow = _without_end(flow)
        if low == "?":  # a part that was looked for
            looked_for = high == "?" or all(item.category == "container" for item in flow.found)
            return weaker(flow, Confidence.LOW) if looked_for and flow.found else flow
        if high == "?":
            return flow
        return mark(_few_of_many(flow), "partial", FEW) if width is not None and width <= OF_A_TOKEN else mark(flow, "partial")

    @staticmethod
    def _head(fn: Fn, owner: int) -> int:
        """How many characters a text begins with that are written out: of ``f"export KEY={key}"[:14]`` three are of the key."""
        record = source(fn, owner)
        first = joined(fn.body.nodes, record[1])[:1] if record[0] == ir.JOIN else []
        return len(first[0]) if first and isinstance(first[0], str) else 0

    @staticmethod
    def _are_arguments(fn: Fn, owner: int) -> bool:
        """Whether a value is all that a call gives by position, of which the first ones are left out: ``args[1:]``."""
        record = source(fn, owner)
        return bool(record[0] == ir.PARAM and record[1] == fn.head.vararg)

    def _taken(self, fn: Fn, owner: int, low: object, high: object) -> Flow | None:
        """Some items of a list that is written out: ``command[:-1]``; ``None`` for anything else."""
        record = source(fn, owner)
        known = all(bound is None or isinstance(bound, int) for bound in (low, high)) and record[0] == ir.SEQ
        if not known or any(source(fn, item)[0] in (ir.SEQ, ir.COMP, ir.UNION) for item in record[1]):
            return None
        return merge([self.follower.flow(fn, item) for item in record[1][low:high]])


def _goes_on(fn: Fn, record: Node) -> bool:
    """Whether a text only leaves something out: ``f"{body[:500]}..."``, ``"{}...".format(body[:500])``."""
    nodes = fn.body.nodes
    if record[0] != ir.CALL:
        return record[0] == ir.JOIN and goes_on([nodes[part] for part in record[1]])
    callee = nodes[record[1]]
    template = [nodes[callee[1]]] if callee[0] == ir.ATTR else []
    return goes_on([*template, *(nodes[plain(argument)] for argument in record[2])])


def _without_end(flow: Flow) -> Flow:
    """What is left of an address of which the beginning shows: of one whose secret is its end next to nothing."""
    return replace(
        flow,
        found=tuple(
            replace(item, confidence=Confidence.LOW) if item.category == "url" and item.label in _SECRET_AT_THE_END else item
            for item in flow.found
        ),
    )


def _few_of_many(flow: Flow) -> Flow:
    """What is left of a value of which a fixed few characters show: all of a password, and a part of a token or a key."""
    return replace(
        flow,
        found=tuple(
            replace(item, confidence=Confidence.LOW) if item.category == "secret" and item.label not in SHORT_SECRETS else item
            for item in flow.found
        ),
    )


def number(flow: Flow) -> Flow:
    """What a value shows as a number: a coordinate or a card number still, text never."""
    return Flow(
        tuple(item for item in flow.found if item.category == "grave"),
        tuple(replace(ref, removed=ref.removed | _BUT_GRAVE) for ref in flow.refs),
    )


def _asked(flow: Flow) -> Flow:
    """What a query shows of a mapping: ``f"{url}?{urlencode(fields)}"`` is an address with the secret that is known to be in it."""
    return replace(flow, found=tuple(_in_query(item) for item in flow.found))


def _in_query(item: Found) -> Found:
    held = item.category == "container" and bool(item.member) and item.kind == "members"
    if not held and item.category != "secret":
        return item
    token = "token" in (item.member, item.label)  # ?token=... logs in
    return in_address(replace(item, confidence=max(item.confidence, Confidence.MEDIUM)) if token else item)


def beginning(flow: Flow) -> Flow:
    """What is left of a value of which only the first characters show; a session's key is a secret, too."""
    left = without(flow, ("secret", "grave", "personal"))
    return replace(left, found=tuple(item for item in left.found if item.kind != "session")) if left.found else left


def _url(item: Found, logs_in: bool) -> Found:
    """A secret in an address; what stands where a login does is no word, even if nothing else speaks of one."""
    sure = max(item.confidence, Confidence.MEDIUM) if logs_in and item.label == "token" else item.confidence
    return replace(in_address(item), confidence=sure)
