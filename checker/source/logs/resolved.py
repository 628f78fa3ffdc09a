"""Origins as rules are told them: how sure each is after its way, and the steps in words."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from checker import patterns as re
from checker.model import Confidence, Step
from checker.source.facts.records import Origin
from checker.source.flow.evidence.presented import UNUSED, is_said
from checker.source.flow.holding.parts import BODIES
from checker.source.flow.origin import FEW, UNDER, Found, Hop, birth
from checker.source.flow.places import span
from checker.source.index.left_out import SHORT_SECRETS
from checker.source.lexicon.words import split
from checker.source.logs.sinks import Use

WIRE = re.compile(r"\b(REQ|RESP|req(uest)?s?|resp(onse)?s?|body|bodies|headers?|curl|RPC|returned)\b", re.IGNORECASE)
"""Messages about what is sent and received."""
_FAR = 3
"""Function calls from which on a flow is no more than a hint."""
_VERY_FAR = 5
_PLAIN = frozenset({"password", "private key", "secret key", "API key", "URL with its password"})
"""Labels of names that mean one thing everywhere."""
_LOGS_IN = f"{UNDER}authorization header"
"""Mark of what stands in the header that logs somebody in: there a token is no other one, however far the headers are handed on."""
_WORDS = 2
_VAGUE = frozenset({"token", "tokens", "cookie", "key", "session id", "credentials", "authentication data", "secrets"})
"""Labels of names that mean different things in different parts of a project."""
_OFTEN_HARMLESS = frozenset({"body", "response", "settings", "argv"})
"""Kinds of containers that say little about what one caller of many puts in."""
_RECEIVED = "the request's body"
"""The label of what a server is sent: the same whoever it is handed to."""
_ANSWERED = "the response's headers"
"""The label of what a server set: cookies, and those seldom."""
_ANSWER = re.compile(r"\bRESP\b|\breturned\b|(?i:response body)")
"""Messages of a log of whole answers."""
_ASKED = re.compile(r"\b(REQ|req(uest)?s?|curl)\b|[Ss]ending|[Ss]ent", re.IGNORECASE)
"""Messages of what is sent."""
CLIENTS = frozenset({"the body", "query parameters"})
"""Labels of what is sent; what a server is sent has its own."""
_SENT = frozenset({"response", "headers", "arguments", "variables"})

_MOST_ALIKE = 8
"""Callers beside the one that is told."""


def origins(found: Iterable[Found]) -> tuple[Origin, ...]:
    """What a rule is told of an argument's origins: of several alike the surest."""
    unique: dict[tuple[str, str, str], Found] = {}
    every: dict[tuple[str, str, str], list[Found]] = {}
    for each in found:
        item = replace(each, confidence=min(each.confidence, _reaching(each)))
        key = (item.category, item.label, item.member)
        every.setdefault(key, []).append(item)
        old = unique.get(key)
        if old is None or item.confidence > old.confidence:
            unique[key] = item
    return tuple(_origin(item, _alike(item, every[key])) for key, item in unique.items())


def _alike(told: Found, every: list[Found]) -> tuple[Step, ...]:
    """Where the others were born that callers give to what one of them is told of: who mends one place has these before them still."""
    if told.confidence == Confidence.LOW or not told.crossed:
        return ()
    others = {one.place: one.text for one in every if one.crossed and one.confidence > Confidence.LOW and one.place != told.place}
    return tuple(Step(span(place), text) for place, text in sorted(others.items())[:_MOST_ALIKE])


def _reaching(item: Found) -> Confidence:
    """How sure a value is that came through calls: the farther and the vaguer its name, the likelier it is another call's."""
    if item.crossed == 0:
        return Confidence.HIGH
    if item.category == "untrusted":
        whole = "structure" in item.passed or any(word in item.text for word in BODIES)
        return Confidence.LOW if whole or item.crossed >= _FAR else Confidence.MEDIUM
    sent = _LOGS_IN in item.passed
    plain = sent or (item.label in _PLAIN and item.category in ("secret", "url"))
    far = _VERY_FAR if plain or (item.kind == "members" and item.member in _PLAIN) or _is_given_back(item) else _FAR
    often_harmless = item.kind in _OFTEN_HARMLESS and not item.member and (item.label != _RECEIVED or item.crossed > 1)
    often_harmless = often_harmless and item.category == "container"
    if (_is_vague(item) and not sent) or item.crossed >= far or often_harmless:
        return Confidence.LOW
    return Confidence.HIGH if item.crossed == 1 and item.category in ("secret", "grave") else Confidence.MEDIUM


def _is_given_back(item: Found) -> bool:
    """Whether a secret only came back from functions, each of which gives what the one below gave: no other call's value is meant."""
    return item.category in ("secret", "grave") and all(not step[3].startswith(("passed to", "stored in")) for step in item.hops)


def _is_vague(item: Found) -> bool:
    """Whether a name means different things in different parts of a project; ``access_token`` does not."""
    if item.label != "token":
        return item.label in _VAGUE
    name = re.findall(r"\w+", item.text)[-1:]
    return not name or len(split(name[0])) < _WORDS


def on_the_wire(item: Found, use: Use, *, sent: bool, answered: bool) -> Found:
    """In a record of what is sent and received, a body is a request's or a response's, not any text.

    What a client sends and is answered is worth telling only where a login may be among what is ``sent`` or ``answered``, or in calls from
    service to service, which carry what these know.
    """
    if ((item.kind == "body" and not sent) or (item.kind == "response" and not answered)) and "RPC" not in use.template:
        return item
    if item.category != "container" or item.confidence != Confidence.LOW or "weak" in item.passed:
        return item
    whole = _ANSWER if item.kind == "response" else WIRE  # an error's "response details" are no log of the wire
    if item.kind == "headers" and (item.label == _ANSWERED or not _ASKED.search(use.template)):
        return item  # an answer's headers
    spoken = item.kind == "body" or (item.kind in _SENT and use.level == "debug" and bool(whole.search(use.template)))
    return replace(item, confidence=Confidence.MEDIUM) if spoken else item


def said(item: Found, template: str) -> Found:
    """What is used as a secret nowhere, but called one by the record: ``"got the token %s"``."""
    if UNUSED in item.passed and "partial" not in item.passed and is_said(item.label, template):
        return replace(item, confidence=Confidence.HIGH, passed=item.passed - {UNUSED})
    return item


def _origin(found: Found, alike: tuple[Step, ...]) -> Origin:
    steps = [Step(span(found.place), birth(found)), *(_step(item) for item in found.hops)]
    few = FEW in found.passed and found.category == "secret" and found.label not in SHORT_SECRETS
    seen: set[tuple[str, int]] = set()
    unique = []
    for step in steps:
        key = (step.span.path, step.span.line)
        if key not in seen:
            seen.add(key)
            unique.append(step)
    return Origin(
        found.category, found.label, found.text, Confidence.LOW if few else found.confidence, span(found.place), found.kind, found.member,
        tuple(unique[:12]), found.passed, found.crossed, alike,
    )  # fmt: skip


def _step(hop_: Hop) -> Step:
    return Step(span(hop_[:3]), hop_[3])
