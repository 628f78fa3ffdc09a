"""What the user may say about how a report looks; never what it holds, but for suppressed findings."""

from __future__ import annotations

import msgspec


class Options(msgspec.Struct, frozen=True):
    """How to write a report."""

    color: bool = False
    """Whether the text report is coloured (the caller knows the terminal, NO_COLOR and FORCE_COLOR)."""
    width: int = 100
    """Columns of the text report; code frames and paragraphs fit in."""
    suppressed: bool = False
    """Whether suppressed findings are shown, marked as such."""
    whole: bool = True
    """Whether the text report shows every finding in full, however many there are."""
    category: str = "logproof"
    """Tells several SARIF uploads of one commit apart (``automationDetails.id``)."""
    ascii: bool = False
    """Whether the text report draws with ASCII alone; `checker.report.write` sets it where the stream cannot do more."""
    here: str = ""
    """Absolute path of the folder that a person is in; ``""`` leaves paths relative to the project's root."""
    top: str = ""
    """Absolute path of the repository that the project is part of; likewise."""
