"""Counts and tables."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from benchmarks.precision.scans import Found
from benchmarks.precision.verdicts import RIGHT, Verdict


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
    right = sum(word in RIGHT for word in verdicts)
    return Score(len(verdicts), right, verdicts.count("false"), verdicts.count("debatable"))


HEAD = ("shown", "judged", "true", "false", "debatable", "precision", "recall", "per kloc", "low: found", "judged", "true", "precision")


def row(pairs: Sequence[tuple[Found, Verdict | None]], verdicts: Iterable[Verdict], lines: int) -> tuple[str, ...]:
    """The cells of HEAD: what is shown by default, then what is not."""
    shown = score(pair for pair in pairs if pair[0].shown)
    low = score(pair for pair in pairs if not pair[0].shown)
    counts = [str(number) for number in (shown.found, shown.judged, shown.true, shown.false, shown.debatable)]
    per_kloc = f"{shown.found / lines * 1000:.3f}" if lines else "-"
    shares = (share(shown.precision), share(recall(pairs, verdicts)), per_kloc)
    return (*counts, *shares, str(low.found), str(low.judged), str(low.true), share(low.precision))


def recall(pairs: Iterable[tuple[Found, Verdict | None]], verdicts: Iterable[Verdict]) -> float | None:
    """Of what was ever judged true, or found by reading alone, the share that is shown."""
    shown = {verdict for found, verdict in pairs if verdict and found.shown}
    true = [one for one in verdicts if one.verdict in RIGHT]
    return sum(one in shown for one in true) / len(true) if true else None


def share(value: float | None) -> str:
    """As per cent."""
    return "-" if value is None else f"{value:.1%}"


def table(name: str, head: Sequence[str], rows: Mapping[str, Sequence[str]]) -> str:
    """Aligned; the first column holds the rows' names."""
    lines = [(name, *head), *((key, *cells) for key, cells in rows.items())]
    widths = [max(len(line[column]) for line in lines) for column in range(len(head) + 1)]
    return "\n".join("  ".join((line[0].ljust(widths[0]), *map(str.rjust, line[1:], widths[1:]))) for line in lines)
