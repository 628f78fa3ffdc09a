"""Calls of the project's own functions: what they return and what they are given, by reading them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from checker import patterns as re
from checker.model import Confidence
from checker.source import ir
from checker.source.flow import call_index
from checker.source.flow.calling.arguments import Arguments
from checker.source.flow.calling.redactors import Redactors
from checker.source.flow.calling.results import Results
from checker.source.flow.evidence.of_answers import ANSWERS
from checker.source.flow.holding import cookies_left
from checker.source.flow.origin import (
    CLEAN,
    MASKED,
    UNDER,
    Flow,
    Found,
    Place,
    Ref,
    goes_on,
    hop,
    mark,
    merge,
    weaker,
    without,
)
from checker.source.ir import Node
from checker.source.lexicon import annotated
from checker.source.lexicon.masks import is_mask
from checker.source.lexicon.words import is_credential, split
from checker.source.names.elements import Fn
from checker.vocabulary import Sanitizer

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

_KEY = re.compile(r"[A-Za-z][A-Za-z0-9_.-]{2,60}")
_PLACEHOLDER = re.compile(r"<[A-Za-z_-]+>")
"""``<PASSWORD>``: what somebody put in the place of the real one before showing the code."""
_LOOKS_UP = frozenset({"get", "secret", "env", "setting", "config", "option", "read", "lookup", "fetch", "conf", "getenv", "param"})


_WORDINGS = frozenset({"msg", "message", "text", "label", "title", "translation", "description", "help", "doc"})
"""Words of functions that look up how something is said: ``get_msg("INVALID_CREDENTIAL")``."""
_NAMES = frozenset({"name", "names", "prefix"})
"""Last words of functions that give what something is called: ``env_name("API_KEY")``."""
INCOMING = "the request's headers"
"""The label of headers that a client sent, cookies among them."""
_UNSEEN = "getpass.getpass()"
_ASKED = frozenset({"getpass", "input"})
"""What a helper calls that asks for anything, unseen or not as it is told: ``getpass(prompt) if hide else input(prompt)``. What it gives
is a secret where its caller calls it one."""
_FOR_LOGS = re.compile(r"_for_(?:log|logs|logging|display|printing)$")
"""The ends of names of what makes a value fit to be seen."""

_OF_BOTH = frozenset({"headers", "cookies", "body"})
"""Kinds of containers that requests and answers have."""


class Functions:
    """Calls of the project's own functions: what they return and what they are given, by reading them."""

    def __init__(self, follower: Follower) -> None:
        self.follower = follower
        self.names = follower.names
        self.tables = follower.tables
        self.redactors = Redactors(follower)
        self.given = Arguments(follower).to
        self.results = Results(follower, self.given, self._but_named)

    def forget(self) -> None:
        """Know nothing of what any function returns."""
        self.results.forget()
        self.redactors.forget()

    def call(self, fn: Fn, index: int, node: Node, target: Fn, bound: bool, place: Place) -> Flow:
        """What a call of a project's function gives: its returns, with the caller's arguments for its parameters."""
        lexicon = self.follower.lexicon
        if annotated.is_safe(target.head.returns, self.follower.tables.safe_types):
            return CLEAN
        declared = self._declared(target)
        if declared is not None:
            return self.follower.calls.sanitized(fn, node, declared)
        if (looked_up := self._looked_up(fn, node, target, place)) is not None:
            return looked_up
        if self.redactors.by_flag(fn, node, target) or self.redactors.asked(fn, node) or self.redactors.stands_in(target):
            return CLEAN
        result = self._but_answers(fn, index, target, bound, self.results.of_call(fn, index, target, bound))
        result = self._but_named(fn, node, target, bound, result)
        shows = any(map(self._shows_part, result.refs))
        hides = lexicon.masks(target.name) or _FOR_LOGS.search(target.name) or self.redactors.takes_out(target)
        if hides and not shows and self.redactors.really(target):
            return self._but_login(fn, node, target, bound, result) or CLEAN
        if result.clean:
            return self._written_out(fn, node, target, place)
        own = Flow(tuple(replace(item, crossed=item.crossed + 1) for item in result.found))
        handed, masked = self._handed_through(fn, index, target, bound, place, result)
        flows = [hop(own, place, f"returned by `{target.name}()`"), *self._of_receiver(fn, node, target, bound), *handed]
        flow = self._redacted(target, merge(flows))
        if flow.found:
            return flow
        return CLEAN if masked else self._by_name(fn, node, target, flow, place)

    def _looked_up(self, fn: Fn, node: Node, target: Fn, place: Place) -> Flow | None:
        """What a function gives that looks up a setting by its name, ``get_setting("API_KEY")``; ``None`` of any other."""
        key, words = self.follower.calls.constant(fn, node, 0), split(target.name)
        if not isinstance(key, str) or not _KEY.fullmatch(key) or _LOOKS_UP.isdisjoint(words):
            return None
        if not _WORDINGS.isdisjoint(words) or words[-1] in _NAMES:
            return None
        telling = self.follower.lexicon.tell(key)
        if telling is None or self.follower.lexicon.hushed(split(key)):
            return CLEAN
        return Flow((self.follower.by_name.told(fn, telling, f"{target.name}({key!r})", place),))

    def _redacted(self, target: Fn, flow: Flow) -> Flow:
        """What is left of what a function gives back where it masks a part of it."""
        if len(target.body.returns) > 1 and self.redactors.some(target):  # by key: a header's digest here, another's value there
            flow = without(flow, ("container",))
        if (flow.found or flow.refs) and self.redactors.by_list(target):
            flow = mark(without(flow, ("secret", "grave", "personal", "container")), MASKED)
        if (flow.found or flow.refs) and self.redactors.in_address(target):
            flow = mark(without(flow, ("secret", "grave", "url")), MASKED)
        return flow

    def _by_name(self, fn: Fn, node: Node, target: Fn, flow: Flow, place: Place) -> Flow:
        """What a call's name tells of what it gives, where reading the function tells nothing."""
        if (whole := self.follower.methods.answered(fn, node, place)) is not None:
            return Flow((whole,))
        told = self.follower.calls.told_by_callee(fn, node, place)
        if not target.body.returns and not target.body.calls and not target.head.flags & ir.GENERATOR:
            return merge([flow, told])  # a stub: what it stands for is unknown
        # its body is known and tells nothing, so that its name is worth little
        return merge([flow, weaker(told, Confidence.LOW)])

    def _but_login(self, fn: Fn, node: Node, target: Fn, bound: bool, result: Flow) -> Flow | None:
        """The cookies that a mask of the login leaves; ``None`` of any other mask."""
        refs = [ref for ref in result.refs if MASKED in ref.passed and "container" in ref.removed]
        left = [cookies_left.given_back(self.follower, fn, target, self.given(fn, node, target, bound, ref.position), ref) for ref in refs]
        flow = merge(left)
        return hop(flow, self.follower.place(fn, node), f"passed through `{target.name}()`") if flow.found else None

    def _shows_part(self, ref: Ref) -> bool:
        """Whether a part of what is given comes back readable; the end of a number that a mapping holds beside its secrets is none."""
        beside = "secret" in ref.removed or (isinstance(ref.key, str) and self.follower.lexicon.tell(ref.key) is None)
        return not beside and not ref.passed.isdisjoint(("partial", "base64"))

    def _but_named(self, fn: Fn, node: Node, target: Fn, bound: bool, result: Flow) -> Flow:
        """What a function returns, without what it calls a parameter where the call tells better what that is.

        ``as_dict(headers)`` that is given a response's.
        """
        if result.found and _ASKED.issubset(target.head.called):
            result = replace(result, found=tuple(item for item in result.found if item.text != _UNSEEN))
        params = target.head.params
        own = {item.text for item in result.found if not item.crossed and item.text in params and not _is_put_in(item)}
        if not own:
            return result
        given = {name: self.given(fn, node, target, bound, params.index(name)) for name in own}
        spread = any(not name for name, _ in node[3])

        def is_told(item: Found) -> bool:
            known = given.get(item.text) if not item.crossed and not _is_put_in(item) else None
            return known is not None and ((known.clean and not spread) or any(other.category == item.category for other in known.found))

        return replace(result, found=tuple(item for item in result.found if not is_told(item)))

    def _but_answers(self, fn: Fn, index: int, target: Fn, bound: bool, result: Flow) -> Flow:
        """What a function returns, without the headers of what it calls a request where the call gives it an answer:
        ``lines(request)`` of ``lines(response)``."""
        params = target.head.params
        owners = {item.text.partition(".")[0] for item in result.found if item.kind in _OF_BOTH and not item.crossed}.intersection(params)
        answers = set[str]()
        for name in owners:
            at = call_index.given(fn, index, target, bound, params.index(name))
            if at >= 0 and not ANSWERS.isdisjoint(split(self.follower.text(fn, at).rpartition(".")[2])[-1:]):
                answers.add(f"{name}.")
        if not answers:
            return result
        return replace(result, found=tuple(item for item in result.found if item.crossed or not item.text.startswith(tuple(answers))))

    def _of_receiver(self, fn: Fn, node: Node, target: Fn, bound: bool) -> list[Flow]:
        """What a method gives back of the object that it is called of, where the function has made that."""
        callee = fn.body.nodes[node[1]]
        if not bound or callee[0] != ir.ATTR or target.owner is None or target.head.flags & ir.OF_CLASS:
            return []
        return self.follower.constructed.given_back(fn, callee[1], target.owner, target)

    def _named_item(self, fn: Fn, index: int, target: Fn, bound: bool, ref: Ref) -> Flow | None:
        """What a function takes out of a mapping by the name that it is given, ``item(settings, "type")``; ``None`` of any other."""
        if ref.by < 0:
            return None
        owner, key = (call_index.given(fn, index, target, bound, position) for position in (ref.position, ref.by))
        name = self.follower.mappings.literal(fn, key) if owner >= 0 and key >= 0 else None
        if name is None:
            return None
        text, place = f"{self.follower.text(fn, owner)}[{name!r}]", self.follower.place(fn, fn.body.nodes[index])
        return self.follower.mappings.item(fn, owner, name, text, place)

    def _handed_through(self, fn: Fn, index: int, target: Fn, bound: bool, place: Place, result: Flow) -> tuple[list[Flow], bool]:
        """What comes back of a call's arguments, and whether a secret among them is masked on the way."""
        flows, masked, node = list[Flow](), False, fn.body.nodes[index]
        for ref in result.refs:
            item = self._named_item(fn, index, target, bound, ref)
            given = item if item is not None else self.given(fn, node, target, bound, ref.position, ref.key)
            of_mapping = MASKED in ref.passed and "container" in ref.removed  # some of its keys are masked
            removed = ref.removed | {"secret"} if of_mapping else ref.removed
            incoming = of_mapping and any(item.label == INCOMING for item in given.found)  # of which cookies are left
            masked = masked or (not incoming and "secret" in removed and any(item.category in removed for item in given.found))
            kept = cookies_left.given_back(self.follower, fn, target, given, ref)
            given = mark(without(given, removed) if removed else given, *ref.passed)
            if self.follower.by_name.leaves_out_password(target, ref.position):
                given = without(given, ("url", "secret"))
            given = hop(given, place, f"passed through `{target.name}()`")
            flows.append(Flow(tuple(item for item in given.found if item.category not in removed and goes_on(item, ref)), given.refs))
            flows.append(hop(kept, place, f"passed through `{target.name}()`"))
        return flows, masked

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


def _is_put_in(item: Found) -> bool:
    """Whether it is in a mapping that the function was given because the function has put it there."""
    return any(passed.startswith(UNDER) for passed in item.passed)
