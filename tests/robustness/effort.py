"""How much work an analysis is, in calls of Python functions, which no machine's load changes."""

from __future__ import annotations

import cProfile
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import FrameType

FIXED = 2_000_000
"""Calls that a run may take whatever it reads: the vocabulary's tables."""
MOST = 40
"""Calls for each byte that is read, beyond which the work is out of proportion; real code takes some two."""
_PATIENCE = 300
"""Seconds of this process's own time after which what never ends is ended."""


class TooLongError(BaseException):
    """The work is out of proportion to what is read; no `Exception`, so that nothing swallows it."""


@dataclass(slots=True)
class Effort:
    """What was counted so far."""

    calls: int = 0
    most: float = 0
    """Calls for each byte, of the run with the most."""


@contextmanager
def counted(effort: Effort, size: int, *, only_time: bool = False) -> Iterator[None]:
    """Count the calls of what is done with so many bytes; raises TooLongError where they are too many, or it does not end.

    With ``only_time`` nothing is counted, and only what does not end is ended.
    """
    profile = cProfile.Profile(subcalls=False, builtins=False)  # counts in C
    before = signal.signal(signal.SIGVTALRM, _ring)
    signal.setitimer(signal.ITIMER_VIRTUAL, _PATIENCE)
    if not only_time:
        profile.enable()
    try:
        yield
    finally:
        profile.disable()
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
    calls = sum(entry.callcount for entry in profile.getstats())
    effort.calls += calls
    effort.most = max(effort.most, calls / max(size, 1))
    if calls > FIXED + MOST * size:
        raise TooLongError(f"{calls} calls of functions for {size} bytes")


def _ring(number: int, frame: FrameType | None) -> None:
    raise TooLongError("it does not end")
