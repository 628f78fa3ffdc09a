"""What a project registers by decorators: handlers of errors, middleware, receivers of signals and events."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from checker.source import ir
from checker.source.audit.project.registering import bus, keys, row_events
from checker.source.audit.project.registering.wired import Wired
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

HANDLERS = frozenset({"errorhandler", "app_errorhandler", "exception_handler", "error_handler", "exception"})
_EXCEPTION_VIEWS = frozenset({"view_config", "exception_view_config", "forbidden_view_config"})
WRAPPING = frozenset({"middleware", "after_request", "after_app_request", "teardown_request", "on_response"})
_BOTTLES = frozenset({"error", "hook"})
"""Decorators of a handler of a status, and of what runs after each request: https://bottlepy.org/docs/dev/api.html"""
_RECEIVING = frozenset({"receiver", "connect_via", "connect"})
_LISTENING = "listens_for"
_DECORATING = HANDLERS | _BOTTLES | _EXCEPTION_VIEWS | WRAPPING | _RECEIVING | bus.SUBSCRIBING


def may_be(follower: Follower, fn: Fn) -> bool:
    """Whether a function has a decorator that may register it."""
    return bool(fn.index and fn.head.decorators) and not _DECORATING.isdisjoint(_names(follower, fn))


def look(follower: Follower, fn: Fn, wired: Wired) -> None:
    """Keep what the decorators of a function register it for."""
    parent = fn.module.functions[fn.head.parent]
    for node, name in zip(fn.head.decorators, _names(follower, fn), strict=True):
        record = parent.body.nodes[node]
        if name in WRAPPING:
            wired.wrapping.append(fn)
        elif name == "connect" and record[0] == ir.ATTR:  # blinker: @user_logged_in.connect
            wired.receives(fn, follower.text(parent, record[1]).rpartition(".")[2])
        elif record[0] != ir.CALL:
            continue
        elif name in HANDLERS:
            wired.handlers.append((keys.of(parent, record[2]), fn))
        elif name in _EXCEPTION_VIEWS and (contexts := keys.contexts(parent, name, record)):
            wired.handlers.append((contexts, fn))
        elif name in _BOTTLES and "bottle" in fn.module.tops:
            _of_bottle(fn, keys.of(parent, record[2][:1]), wired)
        elif name == _LISTENING and (listened := row_events.listened(follower, parent, record[2]))[0]:
            wired.receives(fn, *listened)
        elif name in bus.SUBSCRIBING:
            for argument in record[2]:
                if argument >= 0 and (key := bus.event(follower, parent, argument)):
                    wired.receives(fn, key)
        elif name in _RECEIVING:
            for signal in _signals(follower, parent, record):
                wired.receives(fn, signal, row_events.sender(follower, parent, record))


def _names(follower: Follower, fn: Fn) -> Iterator[str]:
    """Last parts of the names of a function's decorators."""
    parent = fn.module.functions[fn.head.parent]
    for node in fn.head.decorators:
        record = parent.body.nodes[node]
        yield follower.text(parent, record[1] if record[0] == ir.CALL else node).rpartition(".")[2]


def _of_bottle(fn: Fn, found: frozenset[str], wired: Wired) -> None:
    if any(key.isdigit() for key in found):
        wired.handlers.append((found, fn))
    elif "after_request" in found:
        wired.wrapping.append(fn)


def _signals(follower: Follower, fn: Fn, record: ir.Node) -> Iterator[str]:
    callee = fn.body.nodes[record[1]]
    if callee[0] == ir.ATTR:  # signal.connect
        yield follower.text(fn, callee[1]).rpartition(".")[2]
    for argument in record[2][:1]:
        if argument >= 0:
            inner = fn.body.nodes[argument]
            for item in inner[1] if inner[0] == ir.SEQ else [argument]:
                yield follower.text(fn, item).rpartition(".")[2]
