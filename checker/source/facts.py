"""The resolved facts about Python source that rules are called with.

Made by the join (`checker.source.program`); each is plain data. A `Value` tells where a value was born and what it went through on
its way to the place at hand.
"""

from __future__ import annotations

import msgspec

from checker.model import Confidence, Span, Step

Constant = str | int | float | bool | None


class Origin(msgspec.Struct, frozen=True):
    """One thing that a value may be, with the evidence for it."""

    category: str
    """``secret``, ``grave``, ``personal``, ``url``, ``container``, ``untrusted``, ``exception`` (text of a caught exception) or
    ``traceback``."""
    label: str
    """What a message calls it: ``password``, ``the request's headers``."""
    text: str
    """The expression it was recognised by, as source: ``settings.API_KEY``."""
    confidence: Confidence
    span: Span
    """Where it was born (only line and column are exact)."""
    kind: str = ""
    """A container's kind (``headers``, ``body``, ``environ``, ``members`` ...), or an untrusted source's framework."""
    member: str = ""
    """The secret that a container is known to hold, where one is known: ``password``."""
    steps: tuple[Step, ...] = ()
    """From birth to the argument; at most 12."""
    passed: frozenset[str] = frozenset()
    """Marks of what it went through: ``repr``, ``json``, ``format``, ``base64``, ``strip``, ``partial``, ``exception``, ``call``."""
    crossed: int = 0
    """How many function boundaries it crossed."""


class Argument(msgspec.Struct, frozen=True):
    """One argument of a call, or one part of its message."""

    name: str
    """Keyword, ``""`` for a positional one."""
    position: int
    """0-based; -1 for a keyword."""
    origins: tuple[Origin, ...]
    constant: Constant = None
    """Its value where it is a literal."""


class LogCall(msgspec.Struct, frozen=True):
    """A call that writes a record: a logger's method, a wrapper of one, or another sink."""

    span: Span
    function: str
    """Qualified name of the enclosing function, ``""`` at module level."""
    sink: str
    """``logging``, ``structlog``, ``loguru``, ``twisted``, ``print``, ``stderr``, ``warnings``, ``click``, ``tracker``, ``tracing``."""
    level: str
    """``debug`` ... ``critical``; ``""`` where unknown."""
    callee: str
    """The called expression as source: ``self.log.debug``."""
    arguments: tuple[Argument, ...]
    template: str = ""
    """The message literal where there is one."""
    escaped: bool = False
    """Whether line breaks cannot forge a record: a project-wide JSON renderer or escaping formatter, or a structured sink."""
    redacted: bool = False
    """Whether a filter, formatter or processor that redacts is installed for it."""
    test: bool = False
    server: bool = False
    """Whether the module is part of a server (a web framework, a socket server)."""
    logger: str | None = None
    """The logger's name, ``""`` for the root, ``__name__`` for the module's own; ``None`` where it is not known."""
    inner: tuple[Step, ...] = ()
    """Of a call of a project's own log function: the calls inside that write it, the last one the logger's."""


class RaiseText(msgspec.Struct, frozen=True):
    """``raise E(text)`` whose text holds something; ``logged`` are the log calls that write it, found in the whole project."""

    span: Span
    function: str
    exception: str
    """``ValueError``."""
    arguments: tuple[Argument, ...]
    logged: tuple[Step, ...] = ()
    """The log calls (or tracker calls) that write this exception's text."""
    shown: tuple[Step, ...] = ()
    """The responses that send it to a client."""
    test: bool = False
    settled: bool = False
    """Whether every call in the project stands under an ``except`` that names this very class and writes nothing."""


class ResponseCall(msgspec.Struct, frozen=True):
    """A call or return that sends its arguments to a client."""

    span: Span
    function: str
    framework: str
    callee: str
    arguments: tuple[Argument, ...]
    test: bool = False


class SetupCall(msgspec.Struct, frozen=True):
    """A call or assignment that switches something on, as `checker.vocabulary.Setup` of the vocabulary describes."""

    span: Span
    function: str
    name: str
    """The Setup's name: ``http-client-debug``."""
    label: str
    text: str
    """The source of the callee or target."""
    constants: tuple[tuple[str, Constant], ...] = ()
    """Literal arguments by position (``"0"``) or keyword; for an assignment ``value``."""
    guarded: bool = False
    """Whether it stands under a condition (``if args.debug:``, ``if settings.DEBUG:``) or in a function that such a condition calls."""
    main: bool = False
    """Whether it stands in a script's ``__main__`` part, an example or a command-line tool."""
    test: bool = False


class Record(msgspec.Struct, frozen=True):
    """How one call writes a record, where there is something to tell of it; what its values are is the `LogCall`'s affair."""

    span: Span
    function: str
    sink: str
    """``logging``, ``loguru``, ``structlog``, or ``print`` in code that others import."""
    level: str
    callee: str
    """The called expression as source: ``self.log.debug``."""
    method: str
    """Its last part, ``""`` for ``print``."""
    maker: str
    """What made the logger (``logging.getLogger``), where that is known and it formats as its kind does; ``logging`` is the root's."""
    built: str
    """What the message is: ``literal``, ``f-string``, ``%``, ``format``, ``sum`` or ``""`` for anything else."""
    wanted: int
    """Of a literal: how many ``%`` placeholders it has; -1 unknown, -2 ``%(key)s`` among them, -3 no valid template."""
    fields: int
    """Of a literal: how many arguments its ``{}`` take; -1 unknown."""
    given: int
    """How many arguments follow the message."""
    loop: bool = False
    """Whether each pass of a ``for`` loop writes it."""
    asked: bool = False
    """Whether it stands behind a question for the level."""
    spread: bool = False
    """Whether an argument is starred, so that ``given`` tells nothing."""
    mapping: bool = False
    """Whether the one argument is a dict literal."""
    costly: str = ""
    """What among the arguments takes time: ``json.dumps()``, ``a comprehension``."""
    template: str = ""
    library: bool = False
    """Whether the module is code that others import, and no program."""
    test: bool = False


class RepeatedRecord(msgspec.Struct, frozen=True):
    """A record that says what an earlier one on the same way through its function said."""

    span: Span
    function: str
    callee: str
    template: str
    first: Span
    """The earlier one."""
    level: bool
    """Whether both have the same level."""
    test: bool = False


class LoggerMade(msgspec.Struct, frozen=True):
    """A module's logger that gets its name from a literal."""

    span: Span
    variable: str
    name: str
    module: str
    """The module's own dotted name, as far as folders tell it."""
    main: bool = False
    """Whether the module is a program of its own."""
    test: bool = False


class AuthOutcome(msgspec.Struct, frozen=True):
    """A way out of a function that decides about a login or a right, or a change of who may do what, of which no record was found."""

    span: Span
    """Of the way out, or of the change."""
    function: str
    event: str
    """The OWASP name: ``authn_login_fail``."""
    kind: str
    """``deny`` (401, 403), ``fail`` (a verifier said no), ``grant``, ``change`` or ``hook``."""
    way: str
    """What happens there: ``raises HTTPException(401)``, ``calls revoke_token()``."""
    confidence: Confidence
    verifier: Step | None = None
    """The call or test that decided."""
    looked: tuple[Step, ...] = ()
    """Where a record was looked for and not found."""
    gap: bool = False
    """Whether the same function records another way out."""
    helper: str = ""
    """The project's own function that records such events, as its callers write it; ``""`` where none is known."""
    test: bool = False
    add: str = ""
    """The very call that would record it, where exactly one function of the project's does so elsewhere and all it needs is at hand."""
    importing: str = ""
    """What has to be imported for it."""
    like: Step | None = None
    """Where the function records such an event."""


class HelperCall(msgspec.Struct, frozen=True):
    """A call of the project's own function that records an outcome. No rule's business: it shows how others could be recorded."""

    event: str
    name: str
    """The called expression as source: ``audit.record``."""
    dotted: str
    """The function's own name: ``shop.audit.record``."""
    text: str
    """The whole call as source, ``""`` where it cannot be written again."""
    root: str
    """The module's name that the callee begins with."""
    imported: str
    """What that name was imported by, else the function's own name."""
    needs: tuple[str, ...]
    """Every other name in the call."""
    span: Span


class Scope(msgspec.Struct, frozen=True):
    """Names that a call could use at the outcomes of one module. No rule's business."""

    known: tuple[tuple[str, str], ...]
    """The module's names, and what each was imported by or is as a function; ``""`` for others."""
    held: tuple[tuple[str, ...], ...]
    """Local names at each of the module's outcomes, in their order."""


class RecordedOutcome(msgspec.Struct, frozen=True):
    """As an `AuthOutcome`, and a record is left of it. No rule's business: it shows what was looked at and found right."""

    span: Span
    function: str
    event: str
    way: str
    by: Span | None = None
    """The call that leaves the record, where it stands on the way itself; else a caller, a handler, a wrapper or a signal leaves it."""
    test: bool = False


class RequiredOutcome(msgspec.Struct, frozen=True):
    """A way out without a record, of something that the vocabulary's `checker.model.Required` names."""

    span: Span
    function: str
    event: str
    """As the entry calls it, else the function's bare name."""
    named: str
    """What the settings name: ``shop.orders.refund``, ``/orders/*/refund``, ``@admin_only``."""
    way: str
    """What happens there: ``returns order``."""
    confidence: Confidence
    gap: bool = False
    """Whether the same function records another way out."""
    helper: str = ""
    """As an `AuthOutcome`'s."""
    looked: tuple[Step, ...] = ()
    """As an `AuthOutcome`'s."""
    test: bool = False


class RequiredFound(msgspec.Struct, frozen=True):
    """What the vocabulary's `checker.model.Required` names that means something in a module. No rule's business."""

    path: str
    names: tuple[str, ...]


class RequiredUnknown(msgspec.Struct, frozen=True):
    """A name of `checker.model.Required` that means nothing in the whole project."""

    span: Span
    named: str
    nearest: str
    """What may have been meant, ``""`` where nothing is near."""


class Unfollowed(msgspec.Struct, frozen=True):
    """Something that was given up at its bound, so that findings can be missing. No rule's business: a report notes it."""

    path: str
    what: str
    """``a value that goes through more than 300 others``"""
