"""What leads to a leak, and what keeps from it, as the vocabulary names it."""

from __future__ import annotations

import msgspec


class Names(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Identifiers that say what a value is."""

    category: str
    """``secret``, ``grave`` (grave personal data), ``personal`` (names, e-mail, phone, address) or ``url`` (may carry credentials)."""
    label: str
    """What a message calls it: ``password``."""
    words: tuple[str, ...]
    """Each one word, or several with blanks between: ``api key`` matches api_key, apiKey, API_KEY, apikey."""
    unless: tuple[str, ...] = ()
    """Words that make it harmless wherever they stand in the identifier: ``count``."""
    unless_after: tuple[str, ...] = ()
    """Words that make it harmless straight behind the match: ``path``."""
    unless_before: tuple[str, ...] = ()
    """Words that make it harmless straight before the match: ``csrf``."""
    unless_module: tuple[str, ...] = ()
    """Words in the file's path, class or function that make it weak (low confidence): ``lexer``."""
    only_module: tuple[str, ...] = ()
    """Words of which one must stand in the file's path, class or function, where there are any: ``database``.

    With brackets, ``otp()``, it must stand in the function's own name.
    """
    company: tuple[str, ...] = ()
    """Words of which one must stand among the names and libraries that the module uses, else it is weak (low confidence): ``login``."""
    alone: bool = False
    """Whether the words must be the whole identifier (``key``, ``pin``)."""
    weak: bool = False
    """Whether the name alone is worth only low confidence."""


class Container(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A whole object that usually carries secrets."""

    kind: str
    """``headers``, ``cookies``, ``body``, ``environ``, ``argv``, ``variables``, ``settings``, ``event``, ``response`` ..."""
    label: str
    """``the request's headers``."""
    calls: tuple[str, ...] = ()
    """Dotted names whose value or result it is: ``os.environ``, ``flask.request.headers``, ``locals``."""
    attributes: tuple[str, ...] = ()
    """``owner.attribute``: the last part of the owner's name or its type, and the attribute: ``request.headers``."""
    names: tuple[str, ...] = ()
    """Bare identifiers, as in Names.words: ``headers``, ``request headers``."""
    unless: tuple[str, ...] = ()
    """Words that make a bare name harmless wherever they stand in the identifier: ``column``."""
    unless_module: tuple[str, ...] = ()
    """Words in the file's path, class or function that make a bare name weak (low confidence): ``csv``."""
    company: tuple[str, ...] = ()
    """The same for a bare name, and for the body of a request."""
    alone: bool = False
    """Whether a bare name must be the whole identifier (``config``, ``args``)."""
    imports: tuple[str, ...] = ()
    """Top-level modules of which one must be imported for it to count: ``self.scope`` is an ASGI scope beside ``channels``."""
    confidence: str = "medium"
    """Of the attribute and call form; a bare name is one step lower."""


class Sink(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A call whose arguments end in a log, a tracker or a client's screen."""

    kind: str
    """``logging``, ``structlog``, ``loguru``, ``twisted``, ``print``, ``stderr``, ``warnings``, ``click``, ``tracker``, ``tracing``,
    ``response`` or ``named``: a function that nobody here knows and whose name says that it writes to a log."""
    calls: tuple[str, ...]
    """Dotted names: ``sentry_sdk.capture_message``; ``*.set_attribute`` for a method of any receiver."""
    arguments: tuple[str, ...] = ()
    """Positions and keywords that matter (``0``, ``extra``); empty: all."""
    level: str = ""
    server_only: bool = False
    """Whether it counts only in server code (``print``)."""
    imports: tuple[str, ...] = ()
    """Top-level modules of which one must be imported for a ``*.`` form to count."""


class Loggers(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What makes a logger."""

    kind: str
    """``logging``, ``structlog``, ``loguru``, ``twisted``."""
    factories: tuple[str, ...] = ()
    """Dotted callables that return one: ``logging.getLogger``."""
    objects: tuple[str, ...] = ()
    """Dotted names that are one: ``loguru.logger``, ``flask.current_app.logger``."""
    classes: tuple[str, ...] = ()
    """Dotted classes whose instances and subclasses' instances are one."""
    names: tuple[str, ...] = ()
    """Identifiers that are taken for one where nothing else is known: ``logger``, ``_log``."""
    methods: dict[str, str] = {}
    """Method to level: ``warning: warning``; ``log: ""`` takes the level as an argument."""
    binders: tuple[str, ...] = ()
    """Methods that attach values to later records: ``bind``, ``contextualize``."""


class Sanitizer(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What makes a value harmless."""

    removes: tuple[str, ...]
    """Categories it removes: ``secret``, ``grave``, ``personal``, ``untrusted``, or ``all``."""
    calls: tuple[str, ...] = ()
    """Dotted names; ``*.hexdigest`` for a method of any receiver."""
    words: tuple[str, ...] = ()
    """Words in a callable's or a variable's name that say so: ``mask``, ``redacted``."""
    classes: tuple[str, ...] = ()
    """Dotted types whose repr hides the value: ``pydantic.SecretStr``."""
    mark: str = "masked"
    """What the flow calls it."""


class Passer(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Library calls through which a value goes on (``str``, ``json.dumps``, ``*.strip``)."""

    calls: tuple[str, ...]
    arguments: tuple[str, ...] = ()
    """Which arguments pass; empty: all. ``self`` is the receiver of a method."""
    mark: str = ""
    """Noted on the value: ``repr``, ``json``, ``base64``, ``strip``."""


class Answer(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What gives a server's answer."""

    calls: tuple[str, ...] = ()
    """Dotted calls that send a request and give the answer: ``requests.post``."""
    classes: tuple[str, ...] = ()
    """Dotted classes that are one, where a name is annotated with it: ``httpx.Response``."""


class Repeater(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Library calls whose errors repeat in their text what the call was given."""

    calls: tuple[str, ...]
    """Dotted names: ``subprocess.check_output``."""
    arguments: tuple[str, ...]
    """Positions and keywords that are repeated: ``0``, ``params``."""
    errors: tuple[str, ...] = ()
    """Last names of the errors that do; a handler of ``Exception`` catches them too."""
    after: tuple[str, ...] = ()
    """Methods of which one must be called in the same ``try`` for it: ``raise_for_status``."""
    in_repr: tuple[str, ...] = ()
    """Keywords, also of the client's constructor, that only ``repr()`` of the error shows: ``headers``."""


class Source(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Where untrusted input comes in, by framework."""

    framework: str
    types: tuple[str, ...] = ()
    """Dotted classes; a parameter annotated with one is the request."""
    attributes: tuple[str, ...] = ()
    """Attributes of the request that a client controls: ``args``, ``GET``, ``headers``."""
    calls: tuple[str, ...] = ()
    """Dotted names or ``*.method`` whose value a client controls: ``flask.request.args``, ``*.recv``."""
    decorators: tuple[str, ...] = ()
    """Decorators that make a function a handler whose parameters (beyond typed ones) are untrusted: ``*.route``, ``*.get``."""
    bases: tuple[str, ...] = ()
    """Dotted base classes whose methods get the request as ``self.request``."""
    imports: tuple[str, ...] = ()
    """Top-level modules that make a module server code."""
    parameters: tuple[str, ...] = ()
    """Handler parameters that are the request itself where nothing is annotated: ``request``."""


class Setup(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A call or assignment that switches something on, for rules about set-up."""

    name: str
    """The rule's key: ``http-client-debug``."""
    label: str
    calls: tuple[str, ...] = ()
    """Dotted names, or ``*.set_debuglevel``."""
    assigns: tuple[str, ...] = ()
    """Dotted targets: ``http.client.HTTPConnection.debuglevel``, ``*.debuglevel``."""
    objects: tuple[str, ...] = ()
    """Targets of a library's objects, by the class: ``flask.Flask.debug`` (an attribute), ``flask.Flask.config.DEBUG`` (a key as well)."""
    argument: str = ""
    """Position or keyword that must be truthy; empty: the call itself."""
    values: tuple[str, ...] = ()
    """Where given: the constant must be one of these (as ``str``); ``*``: anything but a constant that is false."""
    first: str = ""
    """Where given: argument 0 must be this constant or begin with it and a dot (a logger's name)."""
    beside: tuple[str, ...] = ()
    """Other names of a module that say what an assignment to a name of the module is for: ``INSTALLED_APPS``."""
    imports: tuple[str, ...] = ()
    """Where given: the module must import one of these (top-level names)."""
    sends: tuple[str, ...] = ()
    """Where given: the function must give a secret to one of these methods: ``sendline``."""


class Option(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """How a framework's options are declared, whose values it writes to a log unless it is told that one is a secret."""

    framework: str
    """The rule's key: ``oslo.config``."""
    writes: str
    """Who writes the value, and where, as a sentence goes on."""
    calls: tuple[str, ...] = ()
    """Dotted names of what declares one."""
    name: str = ""
    """Position or keyword of the option's name: ``0|name``; empty: the name that a class gives it."""
    imports: tuple[str, ...] = ()
    """Where given instead: top-level modules in whose users a dict in a dict, ``dict(password=dict(type="str"))``, declares one."""
    keys: tuple[str, ...] = ()
    """All that such an inner dict may hold."""
    marks: tuple[str, ...]
    """Keywords that say whether it is a secret."""
    bound: tuple[str, ...] = ()
    """Keywords by which its values are known ones: ``choices``."""


class Aside(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Words by which a name says that its value is no secret, although it was born as one or beside one."""

    kind: str
    """``callable``, ``place``, ``address``, ``beside``, ``outcome``: last words of names; ``flag``: arguments that ask to hide it;
    ``teller``: commands that write one."""
    words: tuple[str, ...]
