"""What a value may come from, while flows are followed: `Found` origins, open `Ref`erences to parameters, and both put together.

These are made by the hundred thousand: a struct of msgspec costs a tenth of a frozen dataclass, and hangs in no cycle.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from checker.model import Confidence
from checker.source.facts.records import WITH_ITS

Place = tuple[str, int, int]
"""Path, line (1-based), column (0-based)."""
Hop = tuple[str, int, int, str]
"""A place and what happens there."""
MOST_FOUND = 12
MOST_HOPS = 11
_OWNED = re.compile(r"(?:the|a|an|its|all|every) |`")
MASKED = "masked"
CLAIMS = "claims"
"""Marks what was read of a token: the token is no more in it, and what it claims is called by its keys."""
"""What a parameter went through whose secrets are hidden, so that the name of the result is no evidence."""
HIDDEN_IN_REPR = "hidden in repr"
"""Mark of an object of which ``str()`` shows what ``repr()`` hides, as an address does that has a password."""
SHOWN_IN_REPR = "shown in repr"
"""Mark of one of which only ``repr()`` shows it."""
_SIGNED = "signed URL"
"""The label of an address whose query is what opens it."""
_KEYS = "keys"
"""In the place of a category: what was taken out are mappings."""
UNDER = "under "
"""The mark of what stands in a mapping under a key that tells a secret, with that secret's label behind it."""
KEYWORD = "keyword "
"""Of what stands in a mapping because a call named it so, with the name behind it, in front of which `UNDER` stands as well."""
FEW = "few"
"""Mark of a text's few first or last characters: of a token or a key they are a part that opens nothing."""
WEAK = "weak"
"""Mark of what is no more than a hint also in a record of what is sent."""
IN_QUERY = "in query"
"""Mark of what stands in an address behind the question mark."""
WITHIN = "within"
"""Mark of what a value is for one of the calls of a function that all of them run through: what it gives back is another for each."""
UNROUTED = "unrouted"
"""Mark of the path of a request, where no route has decided what can be in it."""
NONE: frozenset[str] = frozenset()


class Found(Struct, frozen=True, gc=False):
    """One origin; see `checker.source.facts.records.Origin`."""

    category: str
    label: str
    text: str
    confidence: Confidence
    place: Place
    kind: str = ""
    member: str = ""
    hops: tuple[Hop, ...] = ()
    passed: frozenset[str] = NONE
    crossed: int = 0


class Ref(Struct, frozen=True, gc=False):
    """The value is, or contains, what the function's parameter holds."""

    position: int
    hops: tuple[Hop, ...] = ()
    passed: frozenset[str] = NONE
    removed: frozenset[str] = NONE
    """Categories that sanitizers on the way take out, and the labels of the items of a dict that are overwritten with a mask."""
    key: str | int | None = None
    """Of the parameter only what stands under this key, where a call writes the dict out that it gives; of a number only the item of that
    number, where it writes a tuple out, and else all of it. ``None`` for the whole."""
    by: int = -1
    """The parameter that says which item of it, as of ``def item(settings, key)``; -1 where none does."""


class Flow(Struct, frozen=True, gc=False):
    """All that is known of a value."""

    found: tuple[Found, ...] = ()
    refs: tuple[Ref, ...] = ()
    clean: bool = False
    """Whether it is known to carry nothing, so that its name is no evidence."""


cut: set[str] = set()
"""What `merge` left out since the join last emptied this, as it does before each module: `merge` knows no project."""
UNKNOWN = Flow()
CLEAN = Flow(clean=True)


def untrusted(framework: str, text: str, place: Place) -> Found:
    """An origin that a client controls."""
    return Found("untrusted", f"`{text}`", text, Confidence.MEDIUM, place, framework)


def in_address(item: Found) -> Found:
    """A secret, or a container that is known to hold one, as the address shows it that it was put into."""
    if item.category == "container":
        return replace(item, category="url", label=f"{WITH_ITS}{item.member}", kind="")
    return replace(item, category="url", label=f"{WITH_ITS}{item.label}", member=item.label)


def birth(found: Found) -> str:
    """The first step of a flow in words: "`card_number` is the card number"."""
    text, label = found.text, found.label
    if not text or found.category == "untrusted":
        return f"`{text}` comes from outside" if text else label
    own = re.fullmatch(re.escape(f"`{text}` (") + r"(.+)\)", label)  # an instance of the class in brackets
    if own:
        return f"`{text}` is {'an' if own[1][0] in 'AEIOU' else 'a'} {own[1]}"
    if found.category == "url" and label == f"{WITH_ITS}{found.member}":
        return f"`{text}` is the {found.member} of the URL"
    if label == "`...`":
        return "a value is made"
    if label == f"`{text}`":
        return f"{label} is made"
    return f"`{text}` is {label if _OWNED.match(label) else f'the {label}'}"


def merge(flows: Iterable[Flow]) -> Flow:
    """One of several values, or all of them put together; clean only if every one is."""
    found: dict[tuple[str, str, Place, frozenset[str]], Found] = {}
    refs: dict[tuple[int, frozenset[str], str | int | None, int], Ref] = {}
    clean = True
    for flow in flows:
        clean = clean and flow.clean
        for item in flow.found:
            what = (item.category, item.label, item.place, item.passed)
            if item.confidence > found.setdefault(what, item).confidence:  # of a dict's two members born there the surer one
                found[what] = item
        for ref in flow.refs:
            place = (ref.position, ref.passed, ref.key, ref.by)
            old = refs.setdefault(place, ref)
            if old.removed - ref.removed:  # what one way takes out, another lets through
                refs[place] = replace(old, removed=old.removed & ref.removed)
    if not found and not refs:
        return CLEAN if clean else UNKNOWN
    kept = list(found.values())
    if len(kept) > MOST_FOUND:
        kept = _surest(kept)
    if len(refs) > MOST_FOUND:
        refs = {place: ref for place, ref in refs.items() if not isinstance(ref.key, str)}
    if len(refs) > MOST_FOUND:
        cut.add(f"a value of more than {MOST_FOUND} parameters")
    return Flow(tuple(kept), tuple(refs.values())[:MOST_FOUND])


def _surest(found: list[Found]) -> list[Found]:
    """As many as a flow holds, of each kind the surest before a second one, which is another caller's of the same; that something is left
    out is noted where nothing like it is among these."""
    ordered = sorted(found, key=lambda item: -item.confidence)
    first: dict[tuple[str, str], Found] = {}
    for item in ordered:
        first.setdefault((item.category, item.label), item)
    if len(first) > MOST_FOUND:
        cut.add(f"a value of more than {MOST_FOUND} origins")
        return list(first.values())[:MOST_FOUND]
    others = [item for item in ordered if first[item.category, item.label] is not item]
    return [*first.values(), *others[: MOST_FOUND - len(first)]]


def hop(flow: Flow, place: Place, text: str) -> Flow:
    """Note a step on the way."""
    if not flow.found and not flow.refs:
        return flow
    step = (*place, text)
    return Flow(
        tuple(replace(item, hops=(*item.hops, step)) if len(item.hops) < MOST_HOPS else item for item in flow.found),
        tuple(replace(ref, hops=(*ref.hops, step)) if len(ref.hops) < MOST_HOPS else ref for ref in flow.refs),
    )


def mark(flow: Flow, *marks: str) -> Flow:
    """Note what the value went through."""
    if not marks or (not flow.found and not flow.refs):
        return flow
    new = frozenset(marks)
    return Flow(
        tuple(replace(item, passed=item.passed | new) for item in flow.found),
        tuple(replace(ref, passed=ref.passed | new) for ref in flow.refs),
    )


def unmarked(flow: Flow, gone: str) -> Flow:
    """The flow without one of the marks."""
    return replace(flow, found=tuple(replace(item, passed=item.passed - {gone}) for item in flow.found))


def claimed(flow: Flow) -> Flow:
    """The flow of one of a token's claims: a token that was put into another one is none that was taken away."""
    found = (replace(item, passed=item.passed - {MASKED, CLAIMS}) if CLAIMS in item.passed else item for item in flow.found)
    refs = (replace(ref, passed=ref.passed - {MASKED, CLAIMS}) if CLAIMS in ref.passed else ref for ref in flow.refs)
    return Flow(tuple(found), tuple(refs), flow.clean)


def without(flow: Flow, categories: Iterable[str]) -> Flow:
    """The flow behind a sanitizer that takes out these categories, or ``all``."""
    gone = frozenset(categories)
    if "all" in gone or flow.clean:
        return CLEAN
    refs = tuple(replace(ref, removed=ref.removed | gone) for ref in flow.refs)
    found = tuple(item for item in flow.found if item.category not in gone)
    return Flow(found, refs) if found or refs else CLEAN if "secret" in gone else UNKNOWN


def flat(flow: Flow) -> Flow:
    """The flow of what is no mapping: a dict that somebody gives it is another way's, while a text may quote one."""
    refs = (replace(ref, removed=ref.removed | {_KEYS}) for ref in flow.refs)
    return Flow(tuple(item for item in flow.found if not _has_keys(item)), tuple(refs), flow.clean)


def _has_keys(item: Found) -> bool:
    return item.category == "container" and item.kind == "members" and "exception" not in item.passed


def but_query(flow: Flow) -> Flow:
    """An address without its query."""
    found = tuple(item for item in flow.found if IN_QUERY not in item.passed and item.label != _SIGNED)
    refs = tuple(ref for ref in flow.refs if IN_QUERY not in ref.passed)
    gone = len(found) + len(refs) < len(flow.found) + len(flow.refs)
    return CLEAN if gone and not found and not refs else replace(flow, found=found, refs=refs)


def behind(flow: Flow, removes: Iterable[str]) -> Flow:
    """The flow behind a sanitizer: one that hides secrets hides them in addresses and in whole objects too."""
    gone = frozenset(removes)
    return without(flow, gone | {"url", "container"} if "secret" in gone else gone)


def hinted(flow: Flow) -> Flow:
    """One of several values of which another is masked: what it holds is a hint, and whole containers that callers give are none."""
    refs = tuple(replace(ref, removed=ref.removed | {"container"}) for ref in flow.refs)
    found = (replace(item, passed=item.passed | {WEAK}) for item in weaker(flow, Confidence.LOW).found)
    return Flow(tuple(found), refs, flow.clean)


def weaker(flow: Flow, cap: Confidence, category: str = "") -> Flow:
    """The flow with no origin surer than ``cap``, or none of a category."""
    capped = (
        item if category and item.category != category else replace(item, confidence=min(item.confidence, cap)) for item in flow.found
    )
    return Flow(tuple(capped), flow.refs, flow.clean)


def goes_on(item: Found, ref: Ref) -> bool:
    """Whether what a caller gives is still there behind the parameter: by its category, and of a dict by the keys that were overwritten."""
    if not ref.removed or item.category in ref.removed:
        return not ref.removed
    if _KEYS in ref.removed and _has_keys(item):
        return False
    return (item.member or item.label) not in ref.removed and not any(UNDER + label in item.passed for label in ref.removed)


def through(given: Flow, ref: Ref) -> Flow:
    """What a caller gives to a parameter, once it leaves the function: without what is taken out there, for its own callers too."""
    refs = tuple(replace(other, removed=other.removed | ref.removed) for other in given.refs)
    return mark(Flow(tuple(item for item in given.found if goes_on(item, ref)), refs), *ref.passed)


def without_keyword(flow: Flow, name: str | None) -> Flow:
    """All keyword arguments but one: ``kwargs.pop("specs")``."""
    if not name:
        return flow
    gone = KEYWORD + name
    found = tuple(item for item in flow.found if UNDER + gone not in item.passed)
    return replace(flow, found=found, refs=tuple(replace(ref, removed=ref.removed | {gone}) for ref in flow.refs))


def gathered(flow: Flow, text: str) -> Flow:
    """A dict's members, seen as one container from where it has a name."""
    if not any(item.category in ("secret", "grave") for item in flow.found):
        return flow
    return replace(flow, found=tuple(member(item, f"`{text}`", text) for item in flow.found))


def member(item: Found, label: str, text: str) -> Found:
    """A secret inside a container, told as the container with that member."""
    if item.category not in ("secret", "grave"):
        return item
    return replace(item, category="container", kind="members", member=item.label, label=label, text=text)
