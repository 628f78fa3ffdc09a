"""What a parameter is by whose function it is one of: a handler's, a command's, a serializer's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from checker.model import Confidence
from checker.source.flow.evidence.members import read_keys
from checker.source.flow.kinds.contained import contained
from checker.source.flow.kinds.handlers import handler_input
from checker.source.flow.origin import Flow, Found, Place
from checker.source.lexicon import annotated
from checker.source.lexicon.words import split
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

_OF_A_SERVICE = frozenset({"Records", "detail", "detail-type", "invokingEvent", "awslogs"})
"""Keys of the events that services of Amazon send: of a queue or a store, of EventBridge, of Config, of CloudWatch."""
_OF_A_CALLER = frozenset({"headers", "body", "requestContext", "httpMethod", "queryStringParameters", "cookies"})
"""Keys of those that hold what somebody has asked or written; a queue's record has a body, too."""
_HANDLING = frozenset({"handle", "handler", "lambda", "invoke", "process", "run", "main", "dispatch"})
"""Words of methods that a handler's object has for its events."""
_BODIED = frozenset({"fastapi", "starlette", "ninja"})
"""Frameworks that give a handler's dict what a client sent as JSON."""


def as_a_form(follower: Follower, fn: Fn, name: str, place: Place, flow: Flow) -> Flow:
    """What a serializer's method is given, where one of its fields is for a secret."""
    filled = follower.forms.given(fn, name, place)
    return flow if filled is None else _instead(flow, filled)


def by_whose(follower: Follower, fn: Fn, position: int, place: Place, flow: Flow) -> Flow:
    """What a function is given by a cloud, by what prints, by the one who runs a command, by a client."""
    name = fn.head.params[position]
    written = fn.head.annotations[position]
    nothing = bool(written) and (annotated.is_object(written) or annotated.is_text(written))
    first = position == (1 if fn.is_method else 0)  # before which Lambda gives nothing
    if name == "event" and first and not nothing and fn.head.params[position + 1 : position + 2] == ("context",) and _is_handler(fn):
        sure = Confidence.LOW if _is_of_a_service(follower, fn) else Confidence.HIGH
        flow = Flow((Found("container", "the Lambda event", name, sure, place, "event"),), flow.refs)
    if name == "scope" and fn.head.params[position + 1 : position + 3] == ("receive", "send") and not nothing:
        flow = _instead(flow, Found("container", "the ASGI scope", name, Confidence.HIGH, place, "headers"))
    if (printed := follower.printed.parameter(fn, position, place)) is not None:
        flow = Flow((*flow.found, printed), flow.refs)
    if position == fn.head.kwarg and (options := follower.members.command(fn, place)) is not None:
        flow = _instead(flow, options)
    untrusted = handler_input(follower, fn, position)
    if untrusted:
        flow = Flow((*flow.found, Found("untrusted", f"`{name}`", name, Confidence.MEDIUM, place, untrusted)), flow.refs)
    if untrusted in _BODIED and annotated.is_mapping(fn.head.annotations[position]):
        flow = _as_a_body(follower, fn, name, place, flow)
    return flow


def _is_handler(fn: Fn) -> bool:
    """Whether Lambda may call a function: a module's own, or a method that handles; not ``def subject(self, event, context)``."""
    return fn.owner is None or fn.name == "__call__" or not _HANDLING.isdisjoint(split(fn.name))


def _is_of_a_service(follower: Follower, fn: Fn) -> bool:
    """Whether a handler reads records or the detail of its event, and no body: a store, a topic or a clock has sent it, and no caller."""
    read = tuple(read_keys(fn))
    sent = any(key in _OF_A_SERVICE and follower.text(fn, owner) == "event" for owner, key in read)
    return sent and not any(key in _OF_A_CALLER for _, key in read)


def _as_a_body(follower: Follower, fn: Fn, name: str, place: Place, flow: Flow) -> Flow:
    """A dict that a framework fills with the JSON of a request, ``async def login(data: dict)``, in a function for logins or users."""
    container = follower.tables.container_name("request_body")
    if container is None or any(item.category == "container" and item.confidence > Confidence.LOW for item in flow.found):
        return flow
    if not follower.logins.receives(fn):
        return flow
    return _instead(flow, contained(container, name, place))


def _instead(flow: Flow, known: Found) -> Flow:
    """With a container that more is known of in the place of others."""
    return replace(flow, found=(*(item for item in flow.found if item.category != "container"), known))
