"""The baseline: findings that a project has accepted, by what they are and not by where they stand.

It hides as many equal findings as it counts and no more, and it only shrinks unless somebody adds to it with a reason.
"""

from checker.baseline.changes import accepted, added, pruned, updated
from checker.baseline.entry import DEFAULT, Entry
from checker.baseline.file import Baseline, read, text
from checker.baseline.matching import Code, Match, Matched, gone, match
from checker.baseline.nearest import Difference, differences, nearest

__all__ = [
    "DEFAULT", "Baseline", "Code", "Difference", "Entry", "Match", "Matched", "accepted", "added", "differences", "gone", "match",
    "nearest", "pruned", "read", "text", "updated",
]  # fmt: skip
