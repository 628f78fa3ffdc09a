"""The one error that a user sees: what is wrong, where, and what to do about it."""

from __future__ import annotations

import msgspec


class Problem(msgspec.Struct, frozen=True):
    """One thing that is wrong with an input."""

    message: str
    """One plain sentence, without a full stop at its end."""
    path: str | None = None
    """The file, as the user named it; ``None`` for the command line."""
    line: int | None = None
    """1-based."""
    column: int | None = None
    """1-based."""
    hint: str | None = None
    """What to do about it, often a "did you mean"."""

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.path, self.line, self.column) if part is not None)
        text = f"{place}: {self.message}" if place else self.message
        return f"{text}\n  hint: {self.hint}" if self.hint else text


class LogproofError(Exception):
    """The run could not be done (exit code 2); carries every problem found, not only the first."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems
