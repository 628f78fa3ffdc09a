"""What security events are called, and which libraries emit some by themselves."""

from __future__ import annotations

import msgspec


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
    raises: str = ""
    """The class of the exception whose traceback is written with it, where that is always the same."""


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
