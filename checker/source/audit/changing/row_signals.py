"""Signals and events that the change of a row sets off by itself: Django's ``post_save``, SQLAlchemy's ``after_update``.

What changes many rows by one statement sets off none of Django's.
"""

from __future__ import annotations

from checker.source.audit.changing import tables
from checker.source.audit.changing.kinds import kind_of
from checker.source.audit.project.recording.records import Records
from checker.source.audit.project.registering import row_events
from checker.source.names.elements import Fn

_KINDS = {
    "user": ("user",),
    "privilege": ("user", "role"),
    "authn_password": ("user",),
    "authn_token": ("token",),
    "authn_mfa": ("factor", "user"),
}
"""Beginnings of the names of events, to the kinds of tables whose rows tell of them."""
_AT_ONCE = frozenset({"update", "aupdate", "bulk_create", "bulk_update", "execute"})
"""Calls that change many rows by one statement."""


def hear(records: Records, event: str, called: str) -> bool:
    """Whether a receiver records the change that an event stands for; ``called`` is the name of the call that makes it, ``""`` for none."""
    if called in _AT_ONCE:
        return False
    making = event.endswith("_created")
    ending = event.endswith(("_deleted", "_revoked"))
    signals = row_events.MAKING if making else row_events.ENDING if ending else row_events.CHANGING
    kinds = next((kinds for begun, kinds in _KINDS.items() if event.startswith(begun)), ())
    if called not in tables.RELATING and any(kind_of(name) in kinds for name in records.histories):
        return True
    receivers = (fn for name in signals for fn in records.receiving(name))
    return bool(kinds) and any(bool(records.function(fn)) for fn in receivers if _is_told_of(records, fn, kinds))


def _is_told_of(records: Records, receiver: Fn, kinds: tuple[str, ...]) -> bool:
    """Whether a receiver is told of the rows of a table of one of these kinds; of one without a sender all rows are."""
    senders = records.senders.get(receiver.key, frozenset({""}))
    return any(not name[:1].isupper() or name.isupper() or kind_of(name) in kinds for name in senders)
