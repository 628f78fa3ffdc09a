"""Facts about what a program tells of its events: the records and measurements that a trace follows to a person. No rule's business."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from checker.model import Span

Part = tuple[str, str]
"""Literal text and ``""``, or ``""`` and the source of a value that stands there."""


class Emission(msgspec.Struct, frozen=True):
    """A call that writes a record which may be about security."""

    span: Span
    """Of the call that decides what is written: of a project's own log function, its caller's."""
    function: str
    sink: str
    """``logging``, ``structlog``, ``loguru``, ``print`` ..."""
    level: str
    """``debug`` ... ``critical``; ``""`` where unknown."""
    logger: str | None
    """As in a `LogCall`."""
    path: str
    """The file whose logger it is: ``__name__`` there is the module's own name."""
    parts: tuple[Part, ...]
    """The message; none where nothing of it is known."""
    fields: tuple[tuple[str, str, str], ...] = ()
    """Key, constant value (``""`` where it is none) and source of the value: ``extra``, structlog's keywords."""
    exception: bool = False
    """Whether it writes a traceback."""
    open: bool = False
    """Whether there may be further fields (``**fields``)."""
    whole: bool = False
    """Whether the message is the JSON of the fields: ``logger.info(json.dumps({...}))``."""
    test: bool = False

    @property
    def template(self) -> str:
        """The message with ``{value}`` where values stand."""
        return "".join(text or f"{{{source}}}" for text, source in self.parts)


class MetricMade(msgspec.Struct, frozen=True):
    """A measurement that the code exposes."""

    span: Span
    name: str
    """As it is exposed, ``_total`` included."""
    kind: str
    """``counter``, ``gauge``, ``histogram`` or ``summary``."""
    labels: tuple[str, ...]
    open: bool = False
    """Whether it may have further labels."""
    test: bool = False


class MetricCounted(msgspec.Struct, frozen=True):
    """A call that counts: ``LOGINS.labels(result="failed").inc()``."""

    span: Span
    function: str
    name: str
    labels: tuple[tuple[str, str], ...]
    """Those with a constant value; the others may be anything."""
    test: bool = False


class FrameworkSeen(msgspec.Struct, frozen=True):
    """Something of the vocabulary's `checker.vocabulary.Emitter` is in use here."""

    span: Span
    name: str
    """The emitter's."""
    test: bool = False


def text_of(parts: Sequence[Part]) -> str:
    """The literal text alone."""
    return "".join(text for text, _ in parts)
