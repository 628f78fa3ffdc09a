"""What a parameter is by whose function it is one of: a handler's, a command's, a serializer's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from checker.model import Confidence
from checker.source.flow.origin import Flow, Found, Place
from checker.source.lexicon import annotated
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower


def as_a_form(follower: Follower, fn: Fn, name: str, place: Place, flow: Flow) -> Flow:
    """What a serializer's method is given, where one of its fields is for a secret."""
    filled = follower.forms.given(fn, name, place)
    return flow if filled is None else _instead(flow, filled)


def by_whose(follower: Follower, fn: Fn, position: int, place: Place, flow: Flow) -> Flow:
    """What a function is given by a cloud, by what prints, by the one who runs a command, by a client."""
    name = fn.head.params[position]
    nothing = annotated.is_object(fn.head.annotations[position]) if fn.head.annotations[position] else False
    if name == "event" and fn.head.params[position + 1 : position + 2] == ["context"] and not nothing:
        flow = Flow((Found("container", "the Lambda event", name, Confidence.HIGH, place, "event"),), flow.refs)
    if (printed := follower.printed.parameter(fn, position, place)) is not None:
        flow = Flow((*flow.found, printed), flow.refs)
    if position == fn.head.kwarg and (options := follower.members.command(fn, place)) is not None:
        flow = _instead(flow, options)
    untrusted = follower.requests.handler_input(fn, position)
    if untrusted:
        flow = Flow((*flow.found, Found("untrusted", f"`{name}`", name, Confidence.MEDIUM, place, untrusted)), flow.refs)
    return flow


def _instead(flow: Flow, known: Found) -> Flow:
    """With a container that more is known of in the place of others."""
    return replace(flow, found=(*(item for item in flow.found if item.category != "container"), known))
