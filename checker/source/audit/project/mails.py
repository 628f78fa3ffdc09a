"""What stands beside a record and is none: a message to somebody, and a class that stands in for another and logs what it would do."""

from __future__ import annotations

import functools

from checker.source.lexicon.words import split
from checker.source.names.elements import Fn

_SENDING = frozenset({"send", "deliver", "dispatch", "queue", "enqueue", "asend"})
_MAILS = frozenset({"email", "mail", "emails", "mails", "sms"})
_PLAIN = _MAILS | {"async", "html", "text", "template", "templated", "message", "task", "via", "smtp", "to", "a", "an"}
_STANDING_IN = frozenset({"mock", "mocked", "fake", "dummy", "console", "null", "noop", "stub", "dry"})
"""Words of classes that stand in for others where there is nothing real: ``ConsoleMailer``."""


@functools.lru_cache(maxsize=100_000)
def sends(name: str) -> bool:
    """Whether a function sends somebody a message, by its name: ``send_password_changed_email()``."""
    words = split(name)
    return not _SENDING.isdisjoint(words[:1]) and not _MAILS.isdisjoint(words[1:])


@functools.lru_cache(maxsize=100_000)
def sends_anything(name: str) -> bool:
    """Whether a function sends whatever it is given, by its name: what it logs of that tells of no account: ``send_email(to, subject)``."""
    return sends(name) and _PLAIN.issuperset(split(name)[1:])


def real(found: list[Fn]) -> list[Fn]:
    """Those of a method's classes that do what it promises, where there are such."""
    standing_in = [one for one in found if one.owner is not None and not _STANDING_IN.isdisjoint(split(one.owner.name))]
    return [one for one in found if one not in standing_in] if 0 < len(standing_in) < len(found) else found
