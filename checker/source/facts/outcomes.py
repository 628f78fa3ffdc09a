"""Facts about outcomes of authentication and authorization, and what leaves a record of them."""

from __future__ import annotations

import msgspec

from checker.model import Confidence, Span, Step


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
    inside: bool = False
    """Whether the import must stand beside the call, because what it loads may itself import the call's file."""
    like: Step | None = None
    """Where the function records such an event."""
    shared: bool = False
    """Whether the way out is that of harmless or recorded ways too, of which a record before it would tell as well."""
    also: tuple[Span, ...] = ()
    """Further ways out of the same function, or changes in it, of which nothing is recorded for the same reason."""
    logger: str = ""
    """By what the module writes records there: ``logger``, ``self.log``; ``""`` where it has nothing of the kind."""
    library: str = "logging"
    """Whose logger that is: ``logging``, ``structlog`` or ``loguru``."""


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
    needs: tuple[tuple[str, str], ...]
    """Every other name in the call, and what it stands for; ``""`` for a local name."""
    span: Span
    brings: tuple[str, ...] = ()
    """The files that run when the name is imported."""


class Scope(msgspec.Struct, frozen=True):
    """Names that a call could use at the outcomes of one module. No rule's business."""

    known: tuple[tuple[str, str], ...]
    """The module's names, and what each was imported by or is as the module's own."""
    held: tuple[tuple[str, ...], ...]
    """Local names at each of the module's outcomes, in their order."""
    waits: tuple[bool, ...]
    """Whether each of these outcomes is in a function that can wait for another."""


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
