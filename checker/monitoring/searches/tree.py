"""What a search asks for."""

from __future__ import annotations

import msgspec


class Asked(msgspec.Struct, frozen=True):
    """A test of one field."""

    kind: str
    """``word`` and ``phrase`` (which are analysed as the field is), ``term`` (which is not), ``wildcard``, ``regex``, ``range``,
    ``exists``, ``all``, or ``unknown``."""
    field: str = ""
    """``""`` for any field."""
    value: str = ""
    """For ``unknown`` the reason."""
    low: str = ""
    """For ``range``; ``""`` where it has none."""
    high: str = ""
    within: tuple[bool, bool] = (True, True)
    """Whether the bounds themselves are in the range."""

    def __str__(self) -> str:
        name = f"{self.field}:" if self.field else ""
        return f"{name}{self.value}" if self.kind != "range" else f"{name}[{self.low} TO {self.high}]"


class Group(msgspec.Struct, frozen=True):
    """Several searches together."""

    must: tuple[Query, ...] = ()
    should: tuple[Query, ...] = ()
    must_not: tuple[Query, ...] = ()
    least: int = 0
    """How many of ``should`` have to hold."""

    def __str__(self) -> str:
        return " and ".join(map(str, (*self.must, *self.should, *self.must_not)))


Query = Asked | Group


class Search(msgspec.Struct, frozen=True):
    """What a rule of ElastAlert looks for, and when it alerts."""

    kind: str
    """``any``, ``frequency``, ``flatline`` ..."""
    query: Query
    compared: str = ""
    """The field of ``blacklist`` and ``whitelist``, whose value is compared."""
    values: tuple[str, ...] | None = ()
    """The list that it is compared with; ``None`` where it stands in another file."""
    count: float | None = None
    """``num_events`` or ``threshold``."""
    window: float | None = None
    """``timeframe`` in seconds; ``None`` where it is not known."""
    direction: str = ""
    """``spike_type``"""


def unknown(why: str) -> Asked:
    """A test of which it is not known what it asks for."""
    return Asked("unknown", value=why)
