"""Counts and tables."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from benchmarks.precision.scans import Found
from benchmarks.precision.verdicts import VERDICTS, Verdict


@dataclass(frozen=True, slots=True)
class Score:
    """Some findings, counted."""

    found: int = 0
    true: int = 0
    false: int = 0
    debatable: int = 0

    @property
    def judged(self) -> int:
        """Those with a verdict."""
        return self.true + self.false + self.debatable

    @property
    def precision(self) -> float | None:
        """The share of true ones among those judged: debatable counts as false."""
        return self.true / self.judged if self.judged else None


def score(pairs: Iterable[tuple[Found, Verdict | None]]) -> Score:
    """Count findings and what is said of them."""
    verdicts = [verdict.verdict if verdict else "" for _, verdict in pairs]
    return Score(len(verdicts), *(verdicts.count(word) for word in VERDICTS))


HEAD = ("shown", "judged", "true", "false", "debatable", "precision", "per kloc", "low: found", "judged", "true", "precision")


def row(pairs: Sequence[tuple[Found, Verdict | None]], lines: int) -> tuple[str, ...]:
    """The cells of HEAD: what is shown by default, then what is not."""
    shown = score(pair for pair in pairs if pair[0].shown)
    low = score(pair for pair in pairs if not pair[0].shown)
    counts = [str(number) for number in (shown.found, shown.judged, shown.true, shown.false, shown.debatable)]
    per_kloc = f"{shown.found / lines * 1000:.3f}" if lines else "-"
    return (*counts, share(shown.precision), per_kloc, str(low.found), str(low.judged), str(low.true), share(low.precision))


def share(value: float | None) -> str:
    """As per cent."""
    return "-" if value is None else f"{value:.1%}"


def table(name: str, head: Sequence[str], rows: Mapping[str, Sequence[str]]) -> str:
    """Aligned; the first column holds the rows' names."""
    lines = [(name, *head), *((key, *cells) for key, cells in rows.items())]
    widths = [max(len(line[column]) for line in lines) for column in range(len(head) + 1)]
    return "\n".join("  ".join((line[0].ljust(widths[0]), *map(str.rjust, line[1:], widths[1:]))) for line in lines)
