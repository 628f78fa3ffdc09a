"""Who is verified, refused and changed, and what records it, as the vocabulary names it."""

from __future__ import annotations

import msgspec


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
    lets_in: bool = False
    """Whether it counts only in a function that logs somebody in: another provider's code is exchanged for other ends too."""
    of_passwords: str = ""
    """The event instead, where an argument or the calling function speaks of a password; empty where that changes nothing."""
    caught: tuple[str, ...] = ()
    """Dotted names of exceptions that say so to whoever catches one, or of libraries of which every exception does: ``jwt``."""


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
    calls: tuple[str, ...] = ()
    """Dotted names of a library's functions that write one: ``reversion.set_comment``."""
    maybe: tuple[str, ...] = ()
    """First words of names that are believed where the function cannot be found: ``record``."""
    models: tuple[str, ...] = ()
    """Phrases in the name of a table that holds them: ``audit log``."""
    apps: tuple[str, ...] = ()
    """Installed apps, or middleware, that write one for each login, refusal or change: ``axes``."""
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
    opens: tuple[str, ...] = ()
    """Calls that open a session, with the method that gives the user behind a colon, where the form has verified it:
    ``django.contrib.auth.login:get_user`` for ``login(request, form.get_user())``."""
    runs: tuple[str, ...] = ()
    """Serializers that verify somebody in ``is_valid(raise_exception=True)``, which a view runs:
    ``rest_framework.authtoken.serializers.AuthTokenSerializer``."""
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
