"""What a project registers by calls: handlers of errors, receivers of signals, functions that routes ask, and what a framework is given."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from checker.source import ir
from checker.source.audit.project.registering import bus, decorated, given, histories, homes, keys, row_events
from checker.source.audit.project.registering.wired import Wired
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

_ADDERS = frozenset({"add_exception_handler", "register_error_handler", "add_error_handler"})
_FALCONS, _ANY = "add_error_handler", frozenset({"Exception", "BaseException"})
"""What is registered so is for what has no nearer handler, as each HTTPError has: https://falcon.readthedocs.io/en/stable/api/app.html"""
_ROUTING = frozenset({
    "Depends", "Security", "add_url_rule", "add_api_route", "add_route", "Route", "path", "re_path", "add_view", "add_get",
    "add_post", "add_put", "add_delete", "before_request", "before_app_request", "Tool", "add_api_websocket_route", "url",
    "register_view", "add_resource", "as_view"
})  # fmt: skip
"""Calls that are given what answers a request, or what is asked before."""
_RESOLVING = frozenset({"field", "mutation", "subscription"})
"""Calls by which Strawberry is given one by its name: https://strawberry.rocks/docs/types/resolvers"""
_RESOLVER = "resolver"
_CONNECTING = _ADDERS | {"connect"}
_BY_HAND = decorated.HANDLERS | decorated.WRAPPING
_CALLED = _CONNECTING | _ROUTING | _RESOLVING | bus.SUBSCRIBING | given.CALLED | _BY_HAND | histories.CALLED | homes.MAKING
_AFTER_EACH = "request_finished"
"""What Flask sends with each answer: https://flask.palletsprojects.com/en/stable/api/#flask.request_finished"""


def may_be(fn: Fn) -> bool:
    """Whether a function calls anything that may register another; one question instead of five for most functions."""
    return not _CALLED.isdisjoint(fn.head.called) or given.may_keep(fn)


def look(follower: Follower, fn: Fn, wired: Wired) -> None:
    """Keep what the calls of a function register."""
    called = fn.head.called
    if not _CONNECTING.isdisjoint(called):
        _added(follower, fn, wired)
    if not bus.SUBSCRIBING.isdisjoint(called):
        for key, target in bus.subscribed(follower, fn):
            wired.receives(target, key)
    if not (_ROUTING | _RESOLVING).isdisjoint(called):
        wired.dependencies.update(_depended(follower, fn))
    if given.may_keep(fn):
        wired.handlers += given.kept(follower.names, fn)
    if not given.CALLED.isdisjoint(called):
        wired.handlers += given.handlers(follower.names, fn)
        wired.wrapping += given.middleware(follower.names, fn)
        wired.logs_all = wired.logs_all or (not given.LOGGING.isdisjoint(called) and given.logs_all(fn))
    if not homes.MAKING.isdisjoint(called):
        wired.homes.add(homes.folder(fn))
    if not histories.CALLED.isdisjoint(called):
        wired.histories.update(histories.tables(follower, fn))
    if not _BY_HAND.isdisjoint(called):
        _decorated_by_hand(follower, fn, wired)


def _added(follower: Follower, fn: Fn, wired: Wired) -> None:
    for call in fn.body.calls:
        record = fn.body.nodes[call]
        callee = fn.body.nodes[record[1]]
        if callee[0] != ir.ATTR or not record[2]:
            continue
        if callee[2] == "connect" and (receiver := given.function(follower.names, fn, record[2][0])) is not None:
            signal = follower.text(fn, callee[1]).rpartition(".")[2]
            wired.receives(receiver, signal, row_events.sender(follower, fn, record))
            wired.wrapping += [receiver] if signal == _AFTER_EACH else []
        elif callee[2] in _ADDERS and len(record[2]) > 1 and (handler := given.function(follower.names, fn, record[2][1])) is not None:
            found = keys.only(fn, call) or keys.of(fn, record[2][:1])
            if not (callee[2] == _FALCONS and found <= _ANY):
                wired.handlers.append((found, handler))


def _decorated_by_hand(follower: Follower, fn: Fn, wired: Wired) -> None:
    """What is registered without a decorator's sign: ``app.errorhandler(403)(refused)``, ``app.after_request(tell)``."""
    for call in fn.body.calls:
        record = fn.body.nodes[call]
        target = given.function(follower.names, fn, record[2][0]) if len(record[2]) == 1 else None
        if target is None:
            continue
        callee = fn.body.nodes[record[1]]
        outer = follower.text(fn, callee[1] if callee[0] == ir.CALL else record[1]).rpartition(".")[2]
        if outer in decorated.HANDLERS and callee[0] == ir.CALL:
            wired.handlers.append((keys.of(fn, callee[2]), target))
        elif outer in decorated.WRAPPING:
            wired.wrapping.append(target)


def _depended(follower: Follower, fn: Fn) -> Iterator[Fn]:
    for call in fn.body.calls:
        record = fn.body.nodes[call]
        name = follower.text(fn, record[1]).rpartition(".")[2]
        if name in _ROUTING or (name in _RESOLVING and any(key == _RESOLVER for key, _ in record[3])):
            for argument in [*record[2][:3], *(value for key, value in record[3] if name in _ROUTING or key == _RESOLVER)]:
                asked = given.function(follower.names, fn, argument)
                if asked is not None:
                    yield asked
                    if asked.name == "<lambda>":  # view_func=lambda: create_user(csrf)
                        yield from (one for node in asked.body.calls for one, _ in follower.names.callees(asked, node))
