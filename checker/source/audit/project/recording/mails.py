"""What stands beside a record and is none: a message to somebody, a count, and a class that stands in for another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.source import ir
from checker.source.lexicon.words import once, split
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.names.lookup import Names

_SENDING = frozenset({"send", "deliver", "dispatch", "queue", "enqueue", "asend"})
_MAILS = frozenset({"email", "mail", "emails", "mails", "sms"})
_PLAIN = _MAILS | {"async", "html", "text", "template", "templated", "message", "task", "via", "smtp", "to", "a", "an"}
_METRICS = frozenset({"newrelic", "statsd", "prometheus_client", "datadog", "ddtrace", "aioprometheus"})
"""Libraries that count, and keep nothing of who it was."""
_STANDING_IN = frozenset({"mock", "mocked", "fake", "dummy", "console", "null", "noop", "stub", "dry"})
"""Words of classes that stand in for others where there is nothing real: ``ConsoleMailer``."""


@once
def sends(name: str) -> bool:
    """Whether a function sends somebody a message, by its name: ``send_password_changed_email()``."""
    words = split(name)
    return not _SENDING.isdisjoint(words[:1]) and not _MAILS.isdisjoint(words[1:])


@once
def sends_anything(name: str) -> bool:
    """Whether a function sends whatever it is given, by its name: what it logs of that tells of no account: ``send_email(to, subject)``."""
    return sends(name) and _PLAIN.issuperset(split(name)[1:])


def only_counts(names: Names, fn: Fn, call: int) -> bool:
    """Whether an object is made to be counted and no more: ``LoginEvent("failed").send()``, which asks a library of metrics alone."""
    nodes = fn.body.nodes
    asked = [one for one in fn.body.calls if nodes[nodes[one][1]][0] == ir.ATTR and nodes[nodes[one][1]][1] == call]
    found = [method for one in asked for method, _ in names.callees(fn, one)]
    return bool(found) and all(method.body.calls and all(_is_a_count(names, method, one) for one in method.body.calls) for method in found)


def _is_a_count(names: Names, fn: Fn, call: int) -> bool:
    entity = names.entity(fn, fn.body.nodes[call][1])
    return entity is not None and entity[0] == "lib" and entity[1].partition(".")[0] in _METRICS


def real(found: list[Fn]) -> list[Fn]:
    """Those of a method's classes that do what it promises, where there are such."""
    standing_in = [one for one in found if one.owner is not None and not _STANDING_IN.isdisjoint(split(one.owner.name))]
    return [one for one in found if one not in standing_in] if 0 < len(standing_in) < len(found) else found
