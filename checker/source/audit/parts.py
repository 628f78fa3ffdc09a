"""What is known about outcomes, for those who judge ways and those who look for events of other kinds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from checker.source.audit.changing.changes import Changes
    from checker.source.audit.deciding.refusing.exits import Exits
    from checker.source.audit.deciding.verifying.decisions import Decisions
    from checker.source.audit.project.callers.around import Around
    from checker.source.audit.project.callers.leaving import Leaving
    from checker.source.audit.project.recording.records import Records
    from checker.source.audit.recorded import Recorded
    from checker.source.audit.signs.terms import Terms
    from checker.source.flow.backwards import Follower
    from checker.source.logs.sinks import Sinks


class Parts(msgspec.Struct, frozen=True):
    """Each answers one question about a function; they forget with the outcomes."""

    follower: Follower
    sinks: Sinks
    terms: Terms
    leaving: Leaving
    records: Records
    recorded: Recorded
    exits: Exits
    around: Around
    decisions: Decisions
    changes: Changes
