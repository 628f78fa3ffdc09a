"""Facts about security events beside logins, rights and changes, which `checker.source.facts` has."""

from __future__ import annotations

from dataclasses import dataclass

from checker.model import Confidence, Span, Step


@dataclass(frozen=True, slots=True)
class LoginWired:
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
