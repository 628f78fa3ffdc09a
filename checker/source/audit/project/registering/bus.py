"""Events of a project's own bus: what is published, and which functions subscribe to it. Who publishes leaves what these write.

The same form as Pyramid's ``@subscriber(UserCreated)`` and ``registry.notify(UserCreated(user))``:
https://docs.pylonsproject.org/projects/pyramid/en/latest/narr/events.html
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.source import ir
from checker.source.flow.backwards import Follower
from checker.source.names.elements import Fn

PUBLISHING = frozenset({
    "publish", "dispatch", "emit", "fire", "notify", "trigger", "raise_event", "publish_event", "dispatch_event", "emit_event",
    "send_event", "fire_event", "record_event", "add_event", "post_event"
})  # fmt: skip
SUBSCRIBING = frozenset({
    "subscriber", "subscribe", "subscribes", "subscribes_to", "subscribe_to", "listens_for", "listens_to", "listen", "listener", "handles",
    "handler", "event_handler", "handle", "on_event", "on", "add_subscriber", "add_listener", "add_handler", "register_handler"
})  # fmt: skip
"""Decorators that are given an event, and calls that are given an event and a function."""
_NAMED = frozenset({"event_id", "event", "event_name"})
"""Keywords by which an event is named: https://docs.litestar.dev/2/usage/events.html"""


def published(follower: Follower, fn: Fn, call: int) -> str:
    """The key of the event that a call publishes, ``""`` where that is not known."""
    record = fn.body.nodes[call]
    given = record[2][:1] or [value for key, value in record[3] if key in _NAMED]
    return next((key for one in given if one >= 0 and (key := event(follower, fn, one))), "")


def event(follower: Follower, fn: Fn, node: int) -> str:
    """The key of an event: the name of its class, or a text that stands for it; ``""`` for all else."""
    entity = follower.names.entity(fn, node)
    if entity is not None and entity[0] in ("inst", "cls"):
        return f"event {entity[1].name}"
    record = fn.body.nodes[node]
    if record[0] == ir.CONST and isinstance(record[1], str):
        return f"event {record[1]}"
    text = follower.text(fn, record[1] if record[0] == ir.CALL else node).rpartition(".")[2]
    return f"event {text}" if text[:1].isupper() else ""


def subscribed(follower: Follower, fn: Fn) -> Iterator[tuple[str, Fn]]:
    """The events and functions that a function's calls bring together: ``bus.subscribe(UserCreated, write_it)``."""
    for call in fn.body.calls:
        record = fn.body.nodes[call]
        if len(record[2]) != 2 or min(record[2]) < 0 or follower.text(fn, record[1]).rpartition(".")[2] not in SUBSCRIBING:
            continue
        for what, who in (record[2], record[2][::-1]):
            target = follower.names.entity(fn, who)
            if target is not None and target[0] == "fn" and (key := event(follower, fn, what)):
                yield key, target[1]
