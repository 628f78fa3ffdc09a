"""What arrives where records are kept."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from checker.monitoring.model import Stage
from checker.trace.model import Hop, Metric, Verdict
from checker.trace.rendering.line import Line
from checker.trace.wording import Text


class Arrival(msgspec.Struct, frozen=True):
    """A line in a store, with its labels; or what became of it on the way."""

    hops: tuple[Hop, ...]
    line: Line | None = None
    """``None`` where it is lost."""
    labels: Mapping[str, Text] = msgspec.field(default_factory=dict)
    open: bool = True
    """Whether it may have further labels, or others than these."""
    store: str = ""
    """``loki``, ``elasticsearch`` ...; ``""`` where unknown."""
    mismatch: Stage | None = None
    """A stage of an input of just these lines that reads another form than theirs."""

    onward: str = ""
    """By which protocol it is sent to another shipper: ``beats``, ``forward``; ``""`` where it is not."""

    tag: str = ""
    """The tag with which it is sent on."""

    metric: Metric | None = None
    """What it is counted in, where the line itself does not arrive."""

    @property
    def lost(self) -> bool:
        """Whether it is certain that nothing arrives."""
        return any(hop.verdict is Verdict.BROKEN for hop in self.hops)
