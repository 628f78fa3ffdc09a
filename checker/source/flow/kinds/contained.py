"""Whole containers, headers, bodies, environments, command lines, by their names: what they are called and how sure that is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from checker.model import Confidence
from checker.source import ir
from checker.source.flow.evidence.company import in_company, of_message
from checker.source.flow.evidence.of_answers import ANSWERS, is_of_answer
from checker.source.flow.origin import Found, Place
from checker.source.lexicon.words import split
from checker.source.names.elements import Fn
from checker.vocabulary import Container

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower
    from checker.source.flow.kinds.by_name import ByName

_REQUESTS = frozenset({("request",), ("req",)})
"""Last words of what has the headers that are sent: ``original_request.headers``."""
_CONFIDENCE = {"low": Confidence.LOW, "medium": Confidence.MEDIUM, "high": Confidence.HIGH}


class Contained:
    """Weighs a container's name by the code around it."""

    def __init__(self, follower: Follower, by_name: ByName) -> None:
        self.follower = follower
        self._by_name = by_name

    def told(self, fn: Fn, container: Container, text: str, place: Place, value: int) -> Found:
        """The origin that a container's name tells; how sure it is depends on the code around."""
        made = contained(container, text, place, Confidence(max(Confidence.LOW, _CONFIDENCE[container.confidence] - 1)))
        if container.kind == "argv" and value >= 0 and (option := self.follower.members.option(fn, value)):
            return replace(made, confidence=Confidence.MEDIUM, member=option)
        if container.kind == "environ" and made.confidence == Confidence.LOW and self.follower.processes.environment(fn, text):
            made = replace(made, confidence=Confidence.MEDIUM)
        carried = container.kind in ("body", "response") and made.confidence == Confidence.LOW and self._by_name.wire.carries_logins(fn)
        logins, unsure = self.follower.logins, container.kind == "body" and made.confidence == Confidence.LOW
        if carried or (unsure and (logins.handles(fn) or logins.sent(fn, text))):
            made = replace(made, confidence=Confidence.MEDIUM)
        answered = (value >= 0 and is_of_answer(self.follower, fn, value)) or _of_answer(text)
        if container.kind == "headers" and (answered or self.follower.requests.answers.speaks_of_one(fn, text)):
            made = replace(made, confidence=Confidence.LOW, label="the response's headers")
        kept: ir.Node = fn.body.nodes[value] if container.kind == "headers" and value >= 0 else [ir.OPAQUE]
        spelt_out = kept[0] == ir.ATTR and self._by_name.spelt_out.is_kept(fn, kept[1], kept[2])
        if spelt_out or (container.kind == "headers" and value >= 0 and self._by_name.against.is_metadata(fn, value)):
            return replace(made, confidence=Confidence.LOW, passed=frozenset({"weak"}))  # also in a record of what is sent
        owner, _, name = text.rpartition(".")
        of_request = split(owner.rpartition(".")[2])[-1:] in _REQUESTS
        if container.kind == "headers" and (name.isupper() or (owner.partition(".")[0] not in ("", "self", "cls") and not of_request)):
            made = replace(made, confidence=Confidence.LOW)  # written out; or a request's or an answer's, which the owner does not say
        around = self._by_name.words(fn)
        of_mail = container.kind == "headers" and container.alone and of_message(fn)
        if of_mail or not around.isdisjoint(container.unless_module) or not in_company(fn, around, container.company):
            made = replace(made, confidence=Confidence.LOW, passed=frozenset({"weak"}))
        return made


def contained(container: Container, text: str, place: Place, sure: Confidence | None = None) -> Found:
    """An origin that is a whole container."""
    return Found("container", container.label, text, sure or _CONFIDENCE[container.confidence], place, container.kind)


def _of_answer(text: str) -> bool:
    """``response["headers"]``"""
    owner = text.partition("[")[0]
    return owner != text and not ANSWERS.isdisjoint(split(owner)[-1:])
