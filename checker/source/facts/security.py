"""Facts about security events beside logins, rights and changes, which `checker.source.facts.outcomes` has."""

from __future__ import annotations

import msgspec

from checker.model import Confidence, Span, Step


class LoginWired(msgspec.Struct, frozen=True):
    """Where a project switches a framework's login on, and nothing in it hears of a failure."""

    span: Span
    function: str
    framework: str
    """``Django's login``"""
    event: str
    by: str
    """What switches it on: ``LoginView.as_view()``."""
    help: str
    confidence: Confidence
    looked: tuple[Step, ...] = ()
    """As an `AuthOutcome`'s."""
    test: bool = False


class OutboundRequest(msgspec.Struct, frozen=True):
    """A request to an address whose host a client controls, and that nothing checks or records on its way."""

    span: Span
    function: str
    callee: str
    """As source: ``requests.get``."""
    origin: str
    """What the client sends, as source: ``request.json['url']``."""
    confidence: Confidence
    steps: tuple[Step, ...] = ()
    """From where it comes in to the request."""
    helper: str = ""
    """As an `AuthOutcome`'s."""
    looked: tuple[Step, ...] = ()
    """As an `AuthOutcome`'s."""
    test: bool = False


class RefusedTarget(msgspec.Struct, frozen=True):
    """A way out on which an address was found to be none that may be asked, and that leaves no record."""

    span: Span
    function: str
    way: str
    """What happens there: ``raises ValueError``."""
    check: Step
    """The test that decided."""
    confidence: Confidence
    gap: bool = False
    """As an `AuthOutcome`'s."""
    helper: str = ""
    """As an `AuthOutcome`'s."""
    looked: tuple[Step, ...] = ()
    """As an `AuthOutcome`'s."""
    test: bool = False


class SessionAnomaly(msgspec.Struct, frozen=True):
    """A way on which code finds that a session or a token is used wrongly, and that leaves no record."""

    span: Span
    function: str
    event: str
    what: str
    """``a session used from elsewhere``"""
    way: str
    """What happens there: ``calls flush()``."""
    confidence: Confidence
    check: Step | None = None
    """The test that decided, where one did."""
    gap: bool = False
    """As an `AuthOutcome`'s."""
    helper: str = ""
    """As an `AuthOutcome`'s."""
    looked: tuple[Step, ...] = ()
    """As an `AuthOutcome`'s."""
    test: bool = False


class ThinRecord(msgspec.Struct, frozen=True):
    """A record about a security event that leaves out what the code at hand has."""

    span: Span
    function: str
    event: str
    callee: str
    """The called expression as source: ``logger.warning``."""
    lacks: tuple[str, ...]
    """``who``, ``where from``"""
    held: tuple[str, ...]
    """By which names the code has each of them: ``request``."""
    test: bool = False
