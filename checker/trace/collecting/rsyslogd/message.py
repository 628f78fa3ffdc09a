"""A message as rsyslog holds it: its properties by name (rsyslog's manual 8.x, "The Property Replacer")."""

from __future__ import annotations

import msgspec

from checker.trace.collecting.carried import Carried
from checker.trace.wording import Hole, Text, anything, known

SEVERITIES = ("emerg", "alert", "crit", "err", "warning", "notice", "info", "debug")
FACILITIES = (
    "kern", "user", "mail", "daemon", "auth", "syslog", "lpr", "news", "uucp", "cron", "authpriv", "ftp", "ntp", "audit", "alert", "clock",
    "local0", "local1", "local2", "local3", "local4", "local5", "local6", "local7",
)  # fmt: skip
_TIMES = frozenset(("timestamp", "timereported", "timegenerated", "$now", "date"))


class Message(msgspec.Struct):
    """One message on its way through a ruleset."""

    line: Text
    """The text of the message."""
    tag: str = ""
    """``""`` where it is not known."""
    facility: str = ""
    severity: str = ""
    whole: bool = True
    """Whether ``msg`` is the line as it was written; else a part at its beginning was taken for the tag."""
    carried: Carried = msgspec.field(default_factory=lambda: Carried({}))
    """Its own variables, ``$!user!name`` as ``user.name``."""

    def value(self, name: str) -> Text:
        """A property; what is not known may be anything."""
        low = name.lstrip("$").lower()
        if low.startswith("!"):
            held = self.carried.text(low[1:].replace("!", ".")) if low != "!" else None
            return held if held is not None else anything(name) if self.carried.open or low == "!" else Text()
        if low in ("msg", "rawmsg", "rawmsg-after-pri"):
            return self.line if self.whole or low != "msg" else Text((Hole("the beginning", "", free=True), *self.line.parts))
        if low in ("syslogtag", "programname", "app-name"):
            text = self.tag if low == "syslogtag" else self.tag.partition("[")[0].rstrip(":")
            return known(text) if self.tag else anything(name)
        if low in ("syslogfacility-text", "syslogfacility"):
            return _of(FACILITIES, self.facility, low)
        if low in ("syslogseverity-text", "syslogpriority-text", "syslogseverity", "syslogpriority"):
            return _of(SEVERITIES, self.severity, low)
        return Text((Hole("the time", "2026-01-05T12:00:00+00:00"),)) if low in _TIMES else anything(name)


def _of(names: tuple[str, ...], held: str, asked: str) -> Text:
    if held not in names:
        return anything(asked)
    return known(held if asked.endswith("text") else str(names.index(held)))
