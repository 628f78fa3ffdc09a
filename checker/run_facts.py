"""Facts about the run itself, for the rules LP0xx: what could not be read, and what comments and waivers that hide findings are like."""

from __future__ import annotations

import msgspec

from checker.model import Fix, Span


class UnreadFile(msgspec.Struct, frozen=True):
    """A file that could not be read or parsed."""

    span: Span
    reason: str
    """One plain sentence."""


class Comment(msgspec.Struct, frozen=True):
    """A ``logproof:`` comment as it stands."""

    span: Span
    rules: tuple[str, ...]
    """Names or codes between the brackets."""
    reason: str
    until: str
    """ISO date as written, ``""`` where none."""
    error: str = ""
    """Why it is malformed, ``""`` where it is not."""
    covers: tuple[int, int] = (0, 0)
    """First and last line of the statement it covers, 1-based, inclusive."""


class UnusedSuppression(msgspec.Struct, frozen=True):
    """A ``logproof:`` comment, or a waiver, that names rules which ran and found nothing where it stands or what it is for."""

    span: Span
    rules: tuple[str, ...]
    """The idle ones, as the comment writes them."""
    whole: bool
    """Whether no rule of the comment does anything."""
    fix: Fix | None = None
    """Takes them out of the comment, or the comment out of the file."""
    waived: str = ""
    """The glob of a waiver, and its function; ``""`` for a comment."""
    owner: str = ""
    ticket: str = ""


class ExpiredSuppression(msgspec.Struct, frozen=True):
    """A comment or a waiver whose last day is over; it hides nothing any more."""

    span: Span
    kind: str
    """``comment`` or ``waiver``."""
    rules: tuple[str, ...]
    reason: str
    until: str
    """ISO date."""
    owner: str = ""
    ticket: str = ""
