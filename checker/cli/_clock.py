"""The time that a run takes as now."""

from __future__ import annotations

from datetime import datetime, timezone

from checker.errors import LogproofError, Problem


def moment(given: str | None) -> datetime:
    """The clock: a time that was given, or now."""
    if not given:
        return datetime.now(timezone.utc)
    try:
        read = datetime.fromisoformat(given.replace("Z", "+00:00"))
    except ValueError:
        raise LogproofError(Problem(f"LOGPROOF_NOW is no time such as 2027-01-31T12:00:00Z: {given}")) from None
    return read if read.tzinfo else read.replace(tzinfo=timezone.utc)
