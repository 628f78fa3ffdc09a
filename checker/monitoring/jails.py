"""fail2ban: which log files are watched by which filters, and what a filter looks for (manual pages jail.conf(5), fail2ban 1.x)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec

from checker import patterns as re
from checker.logconfig.model import PRODUCTION, Setting
from checker.model import Span

_IP4 = r"(?:\d{1,3}\.){3}\d{1,3}"
_IP6 = r"[0-9a-fA-F]{0,4}:[0-9a-fA-F:.]+"
_ADDRESS = rf"\[?(?:(?:::f{{4,6}}:)?{_IP4}|{_IP6})\]?"
_NAME = r"[\w\-.^]*\w"
_TAGS = {
    "HOST": rf"(?:{_ADDRESS}|{_NAME})", "ADDR": _ADDRESS, "IP4": _IP4, "IP6": _IP6, "DNS": _NAME, "CIDR": r"\d+",
    "SUBNET": rf"{_ADDRESS}(?:/\d+)?", "F-ID/": r"\S+", "F-PORT/": r"\w+", "F-ADDR/": _ADDRESS, "F-IP4/": _IP4,
    "F-IP6/": _IP6, "F-DNS/": _NAME,
}  # fmt: skip
_TAG = re.compile(r"<(?P<close>/?)(?P<name>[A-Za-z][\w-]{0,40}/?)>")
_NAMES_WHO = re.compile(r"<(?:HOST|ADDR|IP4|IP6|DNS|SUBNET|F-ID|ip|F-IP4|F-IP6|F-DNS|F-HOST)>|\(\?P<(?:host|ip4|ip6|dns)>")
_GROUP = re.compile(r"\(\?P<[A-Za-z_]\w*>")


class Jail(msgspec.Struct, frozen=True):
    """One section of ``jail.conf`` or ``jail.local``."""

    span: Span
    name: str
    enabled: bool | None = False
    """``None`` where it is not known."""
    filter: str = ""
    """The filter's name; its own where nothing names another, ``""`` where it is not known."""
    paths: tuple[Setting, ...] = ()
    """Of the log files, as patterns."""
    failures: tuple[Setting, ...] = ()
    """Patterns of its own, beside the filter's."""
    stated: bool = False
    """Whether it says itself that it is on or off."""
    journal: bool = False
    """Whether it reads systemd's journal and no files."""
    environment: str = PRODUCTION


class LogFilter(msgspec.Struct, frozen=True):
    """One file of ``filter.d``."""

    span: Span
    """Of its heading."""
    name: str
    failures: tuple[Setting, ...] = ()
    ignored: tuple[Setting, ...] = ()
    partial: str = ""
    """Why it may look at more or less than what was read."""
    environment: str = PRODUCTION


def pattern(written: str) -> str:
    """A ``failregex`` with its tags as plain patterns; ``""`` where some tag is not known."""
    unknown = False

    def filled(match: re.Match[str]) -> str:
        nonlocal unknown
        name = match["name"]
        if name in _TAGS:
            return _TAGS[name]
        if name.startswith("F-") and name.endswith("/"):
            return ""  # it marks the line, and takes nothing of it
        if name.startswith("F-") and name.isupper():
            return ")" if match["close"] else "(?:"
        unknown = True
        return ""

    made = _TAG.sub(filled, _GROUP.sub("(?:", written))
    return "" if unknown else made


def names_who(written: str) -> bool:
    """Whether a pattern says which part of the line is the address."""
    return bool(_NAMES_WHO.search(written))


_FIELD = re.compile(r"%%|%\((?P<name>[\w/ -]+)\)s")
_PREFIX = (
    r"(?:\[\])?\s*(?:\S+\s+)?(?:kernel:\s?\[ *\d+\.\d+\]:?\s+)?(?:@vserver_\S+\s+)?(?:[\w.@/()-]+(?:\[\d+\])?:?\s+)?(?:\[ID \d+ \S+\]\s+)?"
)
"""What syslog writes between the time and the message: ``__prefix_line`` of fail2ban's ``common.conf``, wider than it is there."""


def interpolated(text: str, known: Mapping[str, str], depth: int = 0) -> str | None:
    """``%(name)s`` filled in; ``None`` where a name is not known."""
    missing = False

    def filled(match: re.Match[str]) -> str:
        nonlocal missing
        name = match["name"]
        if name is None:
            return "%"
        if name.lower() == "__prefix_line":
            return _PREFIX
        told = known.get(name.lower()) if depth < _DEEPEST else None
        inner = interpolated(told, known, depth + 1) if told is not None else None
        missing = missing or inner is None
        return inner or ""

    made = _FIELD.sub(filled, text[:_LONGEST])
    return None if missing or len(made) > _LONGEST else made


_DEEPEST = 8
_LONGEST = 4_000


def filter_of(jail: Jail, filters: Iterable[LogFilter]) -> LogFilter | None:
    """The project's own filter of that name: of several the one nearest to the jail."""
    found = [one for one in filters if one.name == jail.filter]
    folder = jail.span.path.rpartition("/")[0]
    found.sort(key=lambda one: (not one.span.path.startswith(f"{folder}/"), one.span))
    return found[0] if found else None
