"""What the next page will say of a failure: ``flash("The confirmation link is invalid or has expired.")``."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from checker import patterns as re
from checker.source.audit.deciding.refusing.breakdowns import texts
from checker.source.audit.ways.paths import Entry
from checker.source.ir.ways import Called
from checker.source.lexicon.words import split
from checker.source.names.elements import Fn

if TYPE_CHECKING:
    from checker.source.flow.backwards import Follower

_TELLING = frozenset({"flash", "error", "warning", "add_message", "flash_error", "flash_message", "notify", "info"})
_ANSWERING = frozenset({"messages", "message", "flash", "flask", ""})
_FLASHING = frozenset(
    {"set_error_flash", "error_flash", "set_flash", "flash_error", "flash_message", "flash_warning", "flash_danger", "add_flash"}
)
"""Methods of handlers that keep a message for the next page."""
_FAILED = re.compile(r"\b(?:invalid|expired|incorrect|wrong|not valid|not correct|does not match|no longer valid|failed)\b")


def tells(follower: Follower, fn: Fn, call: int) -> bool:
    """Whether a call keeps a message for the next page."""
    owner, _, name = follower.text(fn, fn.body.nodes[call][1]).rpartition(".")
    return name in _FLASHING or (name in _TELLING and not _ANSWERING.isdisjoint(split(owner.rpartition(".")[2]) or ("",)))


def says_no(follower: Follower, fn: Fn, entries: Iterable[Entry]) -> bool:
    """Whether such a message says that what was shown is wrong."""
    calls = (entry.node for entry in entries if isinstance(entry, Called) and tells(follower, fn, entry.node))
    return any(_FAILED.search(text.lower()) for call in calls for text in texts(fn, call))
