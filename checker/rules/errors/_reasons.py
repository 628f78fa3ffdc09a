"""What rules about errors ask of a suspect's surroundings; the patterns for it take 8 ms to compile, and few runs have such a suspect."""

from __future__ import annotations

from typing import Any

from checker.rule import Message
from checker.source.facts.errors import CaughtError, LostOutcome


def unexplained(caught: CaughtError, message: Message, around: Any) -> Message | None:
    """The message, unless the code says why the error is not told."""
    from checker.rules.errors import _explained

    return _explained.unexplained(caught, message, around)


def unforgiven(lost: LostOutcome, message: Message, around: Any) -> Message | None:
    """The message, unless a comment says why an outcome need not be looked at."""
    from checker.rules.errors import _explained

    return _explained.unforgiven(lost, message, around)


def unaccepted(fact: Any, message: Message, around: Any) -> Message | None:
    """The message, unless a comment silences another linter's rule about the same."""
    from checker.rules.errors import _explained

    return _explained.unaccepted(fact, message, around)


def unchosen(fact: Any, message: Message, around: Any) -> Message | None:
    """The message, unless a comment silences another linter that asks for the traceback."""
    from checker.rules.errors import _explained

    return _explained.unchosen(fact, message, around)
