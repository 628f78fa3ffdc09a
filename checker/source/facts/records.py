"""Facts about what is logged, raised, answered and set up: values with their origins, and the records that hold them."""

from __future__ import annotations

import msgspec

from checker.model import Confidence, Span, Step

Constant = str | int | float | bool | None
WITH_ITS = "URL with its "
"""Beginning of the label of an address that the code has put a secret into."""
ONE = "one of several"
"""Mark of one variable of an environment."""
PARTED = "parted"
"""Kind of an address that the function itself takes a secret out of."""


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
    """Marks of what it went through: ``repr``, ``json``, ``format``, ``base64``, ``strip``, ``partial``, ``exception``, ``call``; and
    ``unrouted`` of a request's path where no route has decided what can be in it."""
    crossed: int = 0
    """How many function boundaries it crossed."""
    alike: tuple[Step, ...] = ()
    """Others that are called the same and come to the same argument from other callers: where each was born, and its expression as source;
    at most 8, none of low confidence."""


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
    """``logging``, ``structlog``, ``loguru``, ``twisted``, ``print``, ``stderr``, ``warnings``, ``click``, ``tracker``, ``tracing``,
    ``table`` (a row of a project's own log table), ``file`` (one that a program adds lines to, and calls a log)."""
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
    failing: bool = False
    """Of a call that writes a whole object: whether it stands in an ``except`` clause or in a branch that ends in a ``raise``."""
    hiding: bool = False
    """Of a call that writes a whole object: whether a mask comes to it too, or may, or an option asks for what goes over the wire."""
    masked: bool = False
    """Whether another branch writes the same with a mask, ``if hidden(key): log.info("%s: ****", key)``, and this one the others."""
    asked: bool = False
    """Whether who runs the program has asked to be shown that: ``if args.show_secrets``; of another call than a print by the secret's own
    name: ``if show_mnemonic``."""
    developing: bool = False
    """Whether it is written on a developer's own machine only, ``if settings.is_development():``, or printed where a browser is opened."""
    opted: bool = False
    """Of a call that writes a whole object: whether an option asks by name for such contents: ``if settings.log_bodies:``."""


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
    said: str = ""
    """The literal texts in quotes of an error that is made before it is raised: the ``raise`` does not show them."""


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
    """Literal arguments by position (``"0"``) or keyword; for an assignment ``value``, the names that the vocabulary wants to be told
    of beside it with each text in them (``None`` for what is no list of texts), and ``*`` where the module takes all names of another."""
    guarded: bool = False
    """Whether it stands under a condition (``if args.debug:``, ``if settings.DEBUG:``) or in a function that such a condition calls."""
    main: bool = False
    """Whether it stands in a script's ``__main__`` part, an example or a command-line tool."""
    test: bool = False


class UnmarkedOption(msgspec.Struct, frozen=True):
    """An option that is called like a secret and declared without a word on it, as a `checker.vocabulary.Option` says."""

    span: Span
    function: str
    framework: str
    """The Option's key: ``oslo.config``."""
    name: str
    """``admin_password``."""
    label: str
    """What its name tells: ``password``."""
    mark: str
    """The keyword that would say it: ``secret``."""
    writes: str
    """Who writes its value, and where."""
    weak: bool = False
    """Whether the name often means something else."""
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
    """Of a literal: how many ``%`` placeholders it has; -1 unknown, -2 ``%(key)s`` among them, -3 no valid template,
    -4 the mapping lacks one of the keys."""
    fields: int
    """Of a literal: how many arguments its ``{}`` take; -1 unknown."""
    given: int
    """How many arguments follow the message."""
    loop: bool = False
    """Whether each pass of a ``for`` loop writes it, in a function that never sleeps."""
    slow: bool = False
    """Whether the function of such a loop calls what takes long, so that a pass is no small thing."""
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
    clashing: tuple[str, ...] = ()
    """Names in ``extra`` that every record has of its own."""
    untraced: str = ""
    """Where it asks for a traceback and no clause around it handles an error: ``certain`` where all that call its function are known and
    handle none either, ``perhaps`` else."""
    unknown: tuple[str, ...] = ()
    """Keywords that no method of `logging.Logger` takes."""


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
    """A module's logger that gets its name from a literal, or any that gets the module's path for its name."""

    span: Span
    variable: str
    """The module's name that keeps it, ``""`` for one that is named by a path."""
    name: str
    """``shop``, or the name that holds a path: ``__file__``."""
    module: str
    """The module's own dotted name, as far as folders tell it."""
    main: bool = False
    """Whether the module is a program of its own."""
    test: bool = False


class Unfollowed(msgspec.Struct, frozen=True):
    """Something that was given up at its bound, so that findings can be missing. No rule's business: a report notes it."""

    path: str
    what: str
    """``a value that goes through more than 300 others``; begins with `checker.faults.FAULT` where logproof itself failed"""
