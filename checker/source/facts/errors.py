"""Facts about errors: what becomes of those that are caught, and outcomes that nothing keeps."""

from __future__ import annotations

import msgspec

from checker.model import Span, Step


class Heard(msgspec.Struct, frozen=True):
    """A call of an ``except`` clause that tells somebody of the error."""

    span: Span
    callee: str
    level: str
    """``debug`` ... ``critical``; ``""`` where unknown."""
    kind: str
    """A sink's kind; ``traceback``, ``function`` for a function of the project's, ``name`` for one that only sounds like it."""
    traceback: bool = False
    """Whether it writes the traceback."""
    error: bool = False
    """Whether it writes the error's text."""
    maker: str = ""
    """As a `Record`'s."""
    named: bool = False
    """Whether it writes the error's class."""
    declined: bool = False
    """Whether it says that no traceback is wanted, by ``error(..., exc_info=False)``; ``exception(...)`` says the opposite."""
    whole: str = ""
    """Whether it writes the error itself and not only a part of it: ``alone`` where that is all of its message, ``within`` else."""
    expected: bool = False
    """Whether it stands where the error was asked what it is: ``if isinstance(error, NotFound):``."""


class CaughtError(msgspec.Struct, frozen=True):
    """An ``except`` clause, or a context that suppresses: what it catches, and what becomes of the error on each way through it."""

    span: Span
    function: str
    types: tuple[str, ...]
    """Dotted names as written; none for a bare ``except``."""
    broad: bool
    """Whether it catches every error."""
    tried: tuple[str, ...]
    """The last parts of the names that the guarded code calls."""
    ways: tuple[str, ...]
    """How the clause ends, sorted: ``break``, ``continue``, ``default`` (a constant is returned), ``exit``, ``falls`` (what follows
    is reached), ``none``, ``raise``, ``value``, ``yield``."""
    heard: tuple[Heard, ...] = ()
    acts: tuple[str, ...] = ()
    """The last parts of the names of its other calls."""
    uses: bool = False
    """Whether the error itself is looked at, handed on or kept."""
    keeps: bool = False
    """Whether it stores something in an object."""
    binds: str = ""
    """Whether it gives a name a ``constant`` or another ``value``."""
    later: bool = False
    """Whether what follows in the function raises, or writes a warning or worse."""
    orelse: bool = False
    """Whether an ``else`` says that the error is one of two expected outcomes."""
    cleanup: bool = False
    """Whether it stands in a ``finally`` or in another ``except`` clause."""
    paced: bool = False
    """Whether it stands in a ``while`` that waits between its passes."""
    suppress: bool = False
    """Whether it is ``with suppress(...)``."""
    dropped: tuple[Span, ...] = ()
    """Each ``raise ... from None`` that says nothing of the error."""
    unnamed: tuple[Span, ...] = ()
    """Each ``raise`` of another error, without ``from``, that says nothing of the error."""
    again: tuple[Step, ...] = ()
    """Handlers that write the same error once more, where this one has written it and lets it go on."""
    first: int = 0
    """The function's first line."""
    tries: int = 0
    """The line of the ``try``."""
    single: bool = False
    """Whether it guards one call alone, of what is not the project's own."""
    test: bool = False
    effects: tuple[str, ...] = ()
    """Of `tried` those of which nothing uses the result: they are called for what they do."""
    targets: tuple[str, ...] = ()
    """The names of what methods are called of there and of what is opened, back to where it comes from."""
    literals: tuple[str, ...] = ()
    """The short texts that its effects are given, as they stand in the code."""
    things: tuple[str, ...] = ()
    """The names of what its effects are given."""
    composed: bool = False
    """Whether an effect is given a text that is put together there."""
    unbound: bool = False
    """Whether an effect goes by a name that nothing defines or imports."""
    leaves: bool = False
    """Whether a success leaves on a way of its own (it returns, it ends the loop), or gives a name another value than it had."""
    stores: bool = False
    """Whether the guarded code stores something in an object."""
    given: tuple[str, ...] = ()
    """The names of those parameters that it calls for what they do."""
    defines: bool = False
    """Whether it makes or changes a database's tables."""
    deeper: tuple[str, ...] = ()
    """The last parts of the names that those functions of the project call which it calls for their effect."""
    inside: bool = False
    """Whether a function of the project that it calls for its effect writes errors itself."""
    answered: bool = False
    """Whether the function also ends elsewhere with what the clause returns: its callers know what that means."""
    coded: bool = False
    """Whether the clause returns an exit code: a positive number, or a constant that is called one."""
    says: bool = False
    """Whether the clause returns ``True`` or ``False``: whether the work was done."""
    grants: bool = False
    """Whether the clause returns nothing but ``True``."""
    heeded: str = ""
    """What the project's callers do with what the function returns: ``never`` or ``always`` use it, ``""`` where that is not known."""
    void: bool = False
    """Whether the function returns nothing anyway."""
    claims: bool = False
    """Whether the function goes on to answer that the work was done: ``return {"ok": True}``."""
    idle: bool = False
    """Whether the guarded code does nothing that could fail, and asks for nothing that may be missing."""
    repeats: bool = False
    """Whether the first error ends a loop that does something in each pass."""
    mute: bool = False
    """Whether many clauses of the module catch everything, and not one of them tells of it, or one function repeats such a one around
    nothing."""


class LostOutcome(msgspec.Struct, frozen=True):
    """A call whose outcome tells of errors, and nothing keeps it; or a hook for errors that does nothing with them."""

    span: Span
    function: str
    kind: str
    """``gather``, ``task``, ``future``, ``hook``, or ``finally`` for a statement that leaves one."""
    callee: str
    """As source; of a hook what it is set on: ``sys.excepthook``; of a statement its word: ``return``."""
    target: str = ""
    """What runs: the coroutine's name, or the hook's function."""
    clears_up: bool = False
    """Whether the function cancels what it waits for, it only closes, it is waited for in a ``finally``, or started by a destructor,
    which can neither wait nor keep."""
    sure: bool = True
    """Whether it is known to be asyncio's, the hook to do nothing, or no clause before the ``finally`` to catch every error."""
    test: bool = False
    reported: bool = False
    """Whether what runs tells of all of its own errors."""


class AnsweredError(msgspec.Struct, frozen=True):
    """A clause for every error of a server's function which answers that something has failed, and leaves no record of why."""

    span: Span
    """The clause."""
    function: str
    types: str
    """What it catches, as a message says it."""
    status: str
    """``500``, or ``a message to the user``."""
    tried: tuple[str, ...] = ()
    """The last parts of the names that the guarded code calls."""
    sure: bool = True
    """Whether nothing around the function may record it."""
    shown: bool = False
    """Whether the answer has the error's text."""
    test: bool = False


class PassedOver(msgspec.Struct, frozen=True):
    """A clause for every error around a check that refuses: where the check fails, the request goes on and nobody hears of it."""

    span: Span
    """The clause."""
    function: str
    types: str
    """What it catches, as a message says it."""
    refusal: str
    """How the check refuses: ``returns 403``."""
    test: bool = False
