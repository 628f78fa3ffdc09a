"""What is written of the headers of a client, weighed by whether anybody in the project logs in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from checker.model import Confidence
from checker.source.facts.records import Argument, Origin
from checker.source.flow.evidence.logging_in import nobody_does
from checker.source.flow.kinds.handlers import serves
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower


def weighed(follower: Follower, fn: Fn, arguments: tuple[Argument, ...]) -> tuple[Argument, ...]:
    """The arguments of a call, headers among them less sure where nobody does."""
    if not any(map(_are_headers, (one for given in arguments for one in given.origins))):
        return arguments
    if serves(follower, fn) or not nobody_does(follower, fn):
        return arguments
    return tuple(replace(given, origins=tuple(map(_less_sure, given.origins))) for given in arguments)


def _less_sure(one: Origin) -> Origin:
    return replace(one, confidence=Confidence.LOW) if _are_headers(one) else one


def _are_headers(one: Origin) -> bool:
    """Whether headers are all that is known of it."""
    return one.kind == "headers" and not one.member and one.confidence > Confidence.LOW
