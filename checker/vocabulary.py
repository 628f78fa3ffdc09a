"""What the analyzer knows by name, in the form in which ``policies/vocabulary/*.yaml`` and a project's own additions say it."""

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
    """Words of which one must stand in the file's path, class or function, where there are any: ``database``."""
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
    alone: bool = False
    """Whether a bare name must be the whole identifier (``config``, ``args``)."""
    imports: tuple[str, ...] = ()
    """Top-level modules of which one must be imported for it to count: ``self.scope`` is an ASGI scope beside ``channels``."""
    confidence: str = "medium"
    """Of the attribute and call form; a bare name is one step lower."""


class Sink(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A call whose arguments end in a log, a tracker or a client's screen."""

    kind: str
    """``logging``, ``structlog``, ``loguru``, ``twisted``, ``print``, ``stderr``, ``warnings``, ``click``, ``tracker``, ``tracing`` or
    ``response``."""
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
    argument: str = ""
    """Position or keyword that must be truthy; empty: the call itself."""
    values: tuple[str, ...] = ()
    """Where given: the constant must be one of these (as ``str``)."""
    first: str = ""
    """Where given: argument 0 must be this constant or begin with it and a dot (a logger's name)."""


class Verifier(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A call that tells whether somebody is who they say they are: it fails by a falsy value or by an exception."""

    event: str
    """The OWASP name of the event that its failure is: ``authn_login_fail``."""
    calls: tuple[str, ...] = ()
    """Dotted names; ``*.check_password`` for a method of any receiver, and for a function of that name."""
    phrases: tuple[str, ...] = ()
    """Words that stand together in the name of a project's own function: ``verify password``."""
    verbs: tuple[str, ...] = ()
    """As in Change."""
    things: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    owners: tuple[str, ...] = ()
    """Words of which one must stand in the receiver's name or class, where there are any."""
    but: tuple[str, ...] = ()
    """Dotted names of a library's functions that `calls` would take for one, and that verify nobody."""
    raises: bool = False
    """Whether it fails by an exception only."""
    of_passwords: str = ""
    """The event instead, where an argument or the calling function speaks of a password; empty where that changes nothing."""


class Refusal(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """An exception, an answer or a call by which a request is refused."""

    status: int = 0
    """401 or 403; 0 where an argument tells."""
    calls: tuple[str, ...] = ()
    """Dotted names of classes and functions; ``*.name`` for any with that last part."""
    argument: str = ""
    """Positions and keywords that may hold the status, with ``|`` between: ``0|status_code``."""
    told: bool = False
    """Whether the framework itself records it."""


class Change(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A call or assignment that changes who may do what, or ends or begins a session."""

    event: str
    """``user_created``; ``authn_login_success`` for what lets somebody in."""
    calls: tuple[str, ...] = ()
    """As in Verifier."""
    phrases: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    """Words that begin a function's name, or end it: with one of `things` at the other end it is this change: ``delete_access_token``."""
    things: tuple[str, ...] = ()
    """Words, or two with a blank between, that end such a name, or begin it."""
    unless: tuple[str, ...] = ()
    """Words of which none may stand in such a name: ``csrf``."""
    owners: tuple[str, ...] = ()
    but: tuple[str, ...] = ()
    """Library callables of such a name that do something else."""
    stores: tuple[str, ...] = ()
    """Attributes whose assignment it is: ``is_admin``."""


class Boundary(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What makes a function part of the boundary to the outside."""

    decorators: tuple[str, ...] = ()
    """Last parts of decorators' names: ``route``."""
    bases: tuple[str, ...] = ()
    """Words that end the name of a base class: ``View``, ``Middleware``."""
    parameters: tuple[str, ...] = ()
    """Parameters that are the request: ``request``."""


class Trail(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What leaves a security record, beside loggers and trackers."""

    writers: tuple[str, ...] = ()
    """Phrases in the name of a function that writes one: ``audit``, ``log action``."""
    maybe: tuple[str, ...] = ()
    """First words of names that are believed where the function cannot be found: ``record``."""
    models: tuple[str, ...] = ()
    """Phrases in the name of a table that holds them: ``audit log``."""
    apps: tuple[str, ...] = ()
    """Installed apps that write one for each login and refusal: ``axes``."""
    events: tuple[str, ...] = ()
    """The events that `apps` record, all where it is empty."""
    signals: dict[str, str] = {}
    """A signal's name to the event that its receivers are told of, with ``|`` between several."""


class Login(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A login that a framework brings along: what switches it on, and where a project can hear of its failures."""

    framework: str
    """What a message calls it: ``Django's login``."""
    family: str
    """Logins of one family tell of their failures in the same way; of each a project has one finding at most."""
    calls: tuple[str, ...] = ()
    """Dotted names whose call switches it on: ``django.contrib.auth.views.LoginView.as_view``; subclasses' count too."""
    objects: tuple[str, ...] = ()
    """Dotted names that do so as an argument: ``django.contrib.admin.site.urls``."""
    includes: tuple[str, ...] = ()
    """Modules of routes that are included by their name: ``django.contrib.auth.urls``."""
    installed: str = ""
    """An app that the settings must list, where there is one: ``django.contrib.auth``."""
    signals: tuple[str, ...] = ()
    """Signals whose receivers hear of a failure."""
    hooks: tuple[str, ...] = ()
    """Methods that a project overrides to hear of it: ``authentication_failed``."""
    apps: tuple[str, ...] = ()
    """Installed apps that record it."""
    raises: tuple[str, ...] = ()
    """Exceptions by which a failure leaves it: a handler of the project's may record them."""
    help: str = ""
    """What to do about it."""


class Client(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A call that sends a request to an address."""

    calls: tuple[str, ...]
    """Dotted names; ``*.name`` for a method of any receiver."""
    argument: str
    """Position and keyword of the address, with ``|`` between: ``0|url``."""
    host: bool = False
    """Whether it is a host and no whole address."""
    imports: tuple[str, ...] = ()
    """Top-level modules of which one must be imported for a ``*.`` form to count."""


class Target(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What tells whether an address is one that may be asked."""

    parts: tuple[str, ...] = ()
    """Attributes of a parsed address that name where it leads: ``hostname``."""
    properties: tuple[str, ...] = ()
    """Attributes of an address of the net: ``is_private``."""
    calls: tuple[str, ...] = ()
    """Dotted names of a library's functions that judge."""
    verbs: tuple[str, ...] = ()
    """Words of functions that judge what they are given: ``validate``."""
    things: tuple[str, ...] = ()
    """Words of what is judged: ``url``."""
    strong: tuple[str, ...] = ()
    """Words in the name of a function by which it judges where an address leads, and not how it is written: ``allowed``."""
    purposes: tuple[str, ...] = ()
    """Words in the name of a function that sends requests for others: ``proxy``."""


class Anomaly(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """How code finds that a session or a token is not used by whom, when or how often it should be."""

    event: str
    what: str
    """The beginning of a message: ``a session used from elsewhere``."""
    traits: tuple[str, ...] = ()
    """Phrases of what is held against each other: ``user agent``."""
    kept: tuple[str, ...] = ()
    """Words of the side that was kept: ``session``."""
    sent: tuple[str, ...] = ()
    """Words of the side that came in: ``request``."""
    flags: tuple[str, ...] = ()
    """Phrases that are the whole name of a flag which says so: ``revoked at``."""
    owners: tuple[str, ...] = ()
    """Words of which one must stand in what has the flag, or in the name of the function or its class."""
    errors: tuple[str, ...] = ()
    """Phrases in the name of an exception that says so."""
    detects: tuple[str, ...] = ()
    """Phrases in the name of a function that says so by a true answer."""
    verifies: tuple[str, ...] = ()
    """Phrases in the name of a function that says so by a false answer, or by an exception."""
    weak: bool = False
    """Whether it happens every day, so that a missing record is worth low confidence."""


class RecordText(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What the text of a record about a security event says."""

    event: str
    subjects: tuple[str, ...]
    """Words of which one must stand in it: ``login``."""
    outcomes: tuple[str, ...]
    """Words of which one must stand in it too: ``failed``."""


class Trait(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What a record about a security event must name."""

    name: str
    """What a message calls it: ``where from``."""
    names: tuple[str, ...]
    """Words of values, keys and attributes that name it."""
    held: tuple[str, ...]
    """Names of parameters, variables and attributes by which code at hand has it."""


class Aside(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Words by which a name says that its value is no secret, although it was born as one or beside one."""

    kind: str
    """``callable``, ``place``, ``address``, ``beside``, ``outcome``: last words of names; ``flag``: arguments that ask to hide it."""
    words: tuple[str, ...]


class Required(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What must leave a record: a function, the requests to a route, or whatever a decorator marks."""

    event: str = ""
    """What the finding calls it (``order_refunded``); the function's own name where it is left out."""
    calls: tuple[str, ...] = ()
    """Dotted names of functions: ``shop.orders.refund``, ``*.refund`` for any of that name, ``stripe.Refund.create`` of a library."""
    routes: tuple[str, ...] = ()
    """Paths as the code writes them; ``*`` is one part, ``**`` any number: ``/orders/*/refund``, ``DELETE /admin/**``."""
    decorators: tuple[str, ...] = ()
    """Dotted names of decorators: ``shop.roles.admin_only``, ``*.admin_only``."""


class EventText(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What names an event that a record tells of, or that is counted."""

    event: str
    """``authn_login_fail``, or a name of the project's own."""
    texts: tuple[str, ...] = ()
    """Parts of a message, a field's value or a metric's name, as they are written but for their case."""
    words: tuple[tuple[str, ...], ...] = ()
    """Groups of words: one of each must stand in it."""
    unless: tuple[str, ...] = ()
    """Words of which none may."""


class EmittedRecord(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A record that a library writes by itself."""

    event: str
    logger: str
    level: str
    text: str
    """The message with ``{path}`` where values stand."""
    fields: dict[str, str] = {}
    """What it carries beside the message; ``*`` for a value that may be any."""
    exception: bool = False


class EmittedMetric(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A measurement that a library exposes by itself."""

    metric: str
    kind: str = "counter"
    event: str = ""
    """The event that is counted under these labels; ``""`` where it is none."""
    labels: dict[str, str] = {}
    """``*`` for a value that may be any."""


class Emitter(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A library that writes records or exposes measurements of its own, and what shows that it is in use."""

    name: str
    imports: tuple[str, ...] = ()
    """Top-level modules of which one is imported by whoever uses it."""
    settings: tuple[str, ...] = ()
    """Names that its settings module defines, where one must."""
    installed: tuple[str, ...] = ()
    """Entries of ``INSTALLED_APPS`` or ``MIDDLEWARE`` of which one must be there, where there are any."""
    calls: tuple[str, ...] = ()
    """Dotted names of which one must be called, where there are any."""
    given: dict[str, str] = {}
    """Keywords that such a call must have, and their constants as Python writes them; ``""`` for one that it must not have."""
    records: tuple[EmittedRecord, ...] = ()
    metrics: tuple[EmittedMetric, ...] = ()


class Vocabulary(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Everything the analyzer knows by name; merged from ``policies/vocabulary/`` and the project's own."""

    names: tuple[Names, ...] = ()
    harmless_words: tuple[str, ...] = ()
    """Words that make any identifier harmless wherever they stand: ``redacted``, ``masked``, ``safe``."""
    harmless_first: tuple[str, ...] = ()
    """Words that make an identifier harmless as its first word: ``is``, ``has``, ``num``."""
    harmless_last: tuple[str, ...] = ()
    """Words that make it harmless as its last word: ``path``, ``count``, ``id``, ``name``."""
    containers: tuple[Container, ...] = ()
    sinks: tuple[Sink, ...] = ()
    loggers: tuple[Loggers, ...] = ()
    sanitizers: tuple[Sanitizer, ...] = ()
    passers: tuple[Passer, ...] = ()
    answers: tuple[Answer, ...] = ()
    repeaters: tuple[Repeater, ...] = ()
    sources: tuple[Source, ...] = ()
    setups: tuple[Setup, ...] = ()
    functions: dict[str, str] = {}
    """Dotted library callables whose result has a category: ``getpass.getpass: secret``."""
    verifiers: tuple[Verifier, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    changes: tuple[Change, ...] = ()
    boundaries: tuple[Boundary, ...] = ()
    trails: tuple[Trail, ...] = ()
    aspects: tuple[str, ...] = ()
    """Last words of names that speak of something about what a phrase names: ``validate_api_key_path``, ``send_reset_password_email``."""
    logins: tuple[Login, ...] = ()
    clients: tuple[Client, ...] = ()
    targets: tuple[Target, ...] = ()
    anomalies: tuple[Anomaly, ...] = ()
    records: tuple[RecordText, ...] = ()
    traits: tuple[Trait, ...] = ()
    asides: tuple[Aside, ...] = ()
    event_texts: tuple[EventText, ...] = ()
    emitters: tuple[Emitter, ...] = ()
    must_log: tuple[Required, ...] = ()
    """Whose every way out must leave a record."""
