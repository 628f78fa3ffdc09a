"""Handlers and middleware that an application is given when it is made, ``Starlette(exception_handlers={403: refused})``, and handlers
that are given what was caught: ``except Exception as exc: self.handle_error(request, exc)``.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.source import ir
from checker.source.flow.literal import unnamed
from checker.source.names.elements import Fn
from checker.source.names.lookup import Names

LOGGING = frozenset({"LoggingConfig", "StructLoggingConfig"})
"""How Litestar is told what to write down."""
CALLED = LOGGING | {
    "FastAPI", "Starlette", "Litestar", "Router", "add_middleware", "Middleware", "AuthenticationMiddleware", "app_class"
}  # fmt: skip
"""Calls that are given them."""
_ERRORS = frozenset({"exc", "err", "error", "exception", "ex", "e"})
HANDLERS = "exception_handlers"
"""The keyword, and the attribute, that a dictionary of them is given to."""
_REFUSED = frozenset({"AuthenticationError", "401"})
"""https://www.starlette.io/authentication/#custom-authentication-error-responses"""


def handlers(names: Names, fn: Fn) -> Iterator[tuple[frozenset[str], Fn]]:
    """The handlers of errors that calls of a function are given, each with the statuses and names of exceptions that it is for."""
    for call in fn.body.calls:
        for key, value in fn.body.nodes[call][3]:
            if key == HANDLERS:
                yield from _in_table(names, fn, value)
            elif key == "on_error" and (found := function(names, fn, value)) is not None:
                yield _REFUSED, found


def may_handle(fn: Fn) -> bool:
    """Whether a function asks what an error is that it is given; told by its head alone."""
    return "isinstance" in fn.head.called and not _ERRORS.isdisjoint(fn.head.params)


def handled(names: Names, fn: Fn) -> frozenset[str]:
    """The project's exceptions that a function is there for which is given whatever was caught: ``if isinstance(exc, Forbidden):``."""
    found: set[str] = set()
    for call in fn.body.calls:
        record = fn.body.nodes[call]
        if len(record[2]) != 2 or min(record[2]) < 0 or fn.body.nodes[record[1]][:2] != [ir.GLOBAL, "isinstance"]:
            continue
        asked, kinds = fn.body.nodes[record[2][0]], fn.body.nodes[record[2][1]]
        if asked[0] == ir.PARAM and fn.head.params[asked[1]] in _ERRORS:
            classes = (names.entity(fn, one) for one in (kinds[1] if kinds[0] == ir.SEQ else [record[2][1]]))
            found |= {entity[1].name for entity in classes if entity is not None and entity[0] == "cls"}
    return frozenset(found)


def kept(names: Names, fn: Fn) -> Iterator[tuple[frozenset[str], Fn]]:
    """The same where a dictionary of them is put into an attribute: ``config.exception_handlers.update(handlers())``."""
    for store in fn.head.stores:
        if store.name == HANDLERS and store.value >= 0:
            yield from _in_table(names, fn, store.value)
    for call in fn.body.calls:
        record = fn.body.nodes[call]
        callee = fn.body.nodes[record[1]]
        owner = fn.body.nodes[callee[1]] if callee[0] == ir.ATTR and callee[2] == "update" else [ir.OPAQUE]
        if owner[0] == ir.ATTR and owner[2] == HANDLERS and record[2] and record[2][0] >= 0:
            yield from _in_table(names, fn, record[2][0])


def may_keep(fn: Fn) -> bool:
    """Whether a function may do so; told by its head, and by the text of those few that update anything."""
    stored = any(store.name == HANDLERS for store in fn.head.stores)
    return stored or ("update" in fn.head.called and HANDLERS.encode() in fn.data)


def _in_table(names: Names, fn: Fn, node: int) -> Iterator[tuple[frozenset[str], Fn]]:
    """The handlers of a dictionary, or of the one that a function of the project's returns."""
    record = fn.body.nodes[unnamed(fn, node)]
    if record[0] == ir.CALL:
        for maker, _ in names.callees(fn, unnamed(fn, node)):
            for value in maker.body.returns:
                if maker.body.nodes[unnamed(maker, value)][0] == ir.DICT:
                    yield from _in_table(names, maker, value)
    elif record[0] == ir.DICT:
        for status, handler in zip(record[1], record[2], strict=True):
            if (made := _object(names, fn, handler)) is not None:
                yield made
            elif (found := function(names, fn, handler) or _prepared(names, fn, handler)) is not None:
                yield _keys(status, found), found


def _object(names: Names, fn: Fn, node: int) -> tuple[frozenset[str], Fn] | None:
    """What an object does that is given as a handler, and of what: ``{DomainError: DomainErrorHandler()}``."""
    entity = names.entity(fn, node) if node >= 0 else None
    if entity is None or entity[0] != "inst":
        return None
    called = ((one, one.record.methods.get("__call__")) for one in names.mro(entity[1])[0])
    found = next((one.module.functions[at] for one, at in called if at is not None), None)
    of = entity[1].name.removesuffix("Handler")
    keys = frozenset({of}) if of.endswith(("Error", "Exception")) else frozenset({"Exception"})
    return (keys, found) if found is not None else None


def _prepared(names: Names, fn: Fn, node: int) -> Fn | None:
    """A handler that another function makes ready: ``def answer(status): return partial(handle, status=status)``."""
    made = unnamed(fn, node)
    if made < 0 or fn.body.nodes[made][0] != ir.CALL:
        return None
    for maker, _ in names.callees(fn, made):
        for value in maker.body.returns:
            record = maker.body.nodes[unnamed(maker, value)]
            given = record[2][:1] if record[0] == ir.CALL else []
            if given and given[0] >= 0 and (found := function(names, maker, given[0])) is not None:
                return found
            if (inner := function(names, maker, value)) is not None:
                return inner
    return None


def logs_all(fn: Fn) -> bool:
    """Whether a server is told to write down every exception, refusals too: ``LoggingConfig(log_exceptions="always")``.

    https://docs.litestar.dev/2/usage/logging.html; what it shall write no traceback of, ``disable_stack_trace={401, 403}``, it writes
    nothing of.
    """
    for call in fn.body.calls:
        given = dict(fn.body.nodes[call][3])
        if fn.body.nodes[given.get("log_exceptions", call)][:2] == [ir.CONST, "always"]:
            return not _leaves_out_refusals(fn, given.get("disable_stack_trace", -1))
    return False


def _leaves_out_refusals(fn: Fn, node: int) -> bool:
    """Whether a set of statuses and exceptions has those of a refusal in it."""
    items: ir.Node = fn.body.nodes[unnamed(fn, node)] if node >= 0 else [ir.OPAQUE]
    return items[0] == ir.SEQ and any(fn.body.nodes[one][:2] in ([ir.CONST, 401], [ir.CONST, 403]) for one in items[1] if one >= 0)


def middleware(names: Names, fn: Fn) -> Iterator[Fn]:
    """The functions by which calls of a function put something around each request: ``add_middleware(BaseHTTPMiddleware, dispatch=f)``."""
    for call in fn.body.calls:
        for key, value in fn.body.nodes[call][3]:
            if key == "dispatch" and (found := function(names, fn, value)) is not None:
                yield found


def function(names: Names, fn: Fn, node: int) -> Fn | None:
    """The project's function that a value is; ``None`` for anything else."""
    entity = names.entity(fn, node) if node >= 0 else None
    return entity[1] if entity is not None and entity[0] == "fn" else None


def _keys(status: object, handler: Fn) -> frozenset[str]:
    """What a handler is for: a status, or the class that its second parameter is said to be of."""
    if isinstance(status, str) and status.isdigit():
        return frozenset({status})
    said = handler.head.annotations[1] if len(handler.head.annotations) > 1 else ""
    found = frozenset(name.rpartition(".")[2] for name in said.split())
    return found or frozenset({"Exception"})
