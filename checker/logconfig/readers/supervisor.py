"""supervisord: the files that it writes the output of its programs to, which it rotates by itself unless `..._maxbytes` is 0."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.logconfig.environment import environment_of
from checker.logconfig.model import Handler, LogPipeline, Setting
from checker.logconfig.reader import Reader
from checker.logconfig.sinks import SUPERVISED, SUPERVISED_WHOLE
from checker.logconfig.values import ELLIPSIS
from checker.model import Span
from checker.text import lines, readable

_NAMES = re.compile(r"\.(?:conf|ini)(?:\.\w+)?$", re.IGNORECASE)
_WORDS = re.compile(rb"^\[(?:program|eventlistener|fcgi-program):", re.MULTILINE)
_SECTION = re.compile(r"^\[(?P<kind>supervisord|(?:program|eventlistener|fcgi-program):(?P<name>[^\]]{1,200}))\]")
_OPTION = re.compile(r"^(?P<key>[a-z_]{1,40})\s*[=:](?P<value>.*)$")
_REMARK = re.compile(r"(?:^|\s)[;#]")
"""What begins a remark after a value."""
_FILE = re.compile(r"^(?:(?:stdout|stderr)_)?logfile$")
_FILLED = re.compile(r"%\([^)]{1,80}\)\w|\{\{[^}]{1,80}\}\}|\$\{?\w{1,80}\}?")
"""What supervisor, or whoever makes the file from a template, puts in."""
_NOT_FILES = frozenset(("AUTO", "NONE", "SYSLOG"))
_NEVER = re.compile(r"^0+(?:KB|MB|GB)?$", re.IGNORECASE)
_LARGEST = 200_000


def _read(path: str, data: bytes) -> Iterator[LogPipeline]:
    if len(data) > _LARGEST:
        return
    for owner, span, options in _sections(path, data):
        named = (one for one in sorted(options) if _FILE.match(one))
        made = (_handler(owner, one, options) for one in named if one != "stderr_logfile" or not _redirected(options))
        handlers = {one.name: one for one in made if one is not None}
        if handlers:
            yield LogPipeline("supervisor", span, environment_of(path), handlers=handlers, partial="the program has its own logging")


def _sections(path: str, data: bytes) -> Iterator[tuple[str, Span, dict[str, Setting]]]:
    """Name, place and options of supervisor itself and of each program."""
    owner, span, options = "", Span(path, 1, 1, 1, 1), dict[str, Setting]()
    for number, raw in enumerate(lines(readable(data)), 1):
        section, option = _SECTION.match(raw), _OPTION.match(raw)
        if raw.startswith("["):
            if owner:
                yield owner, span, options
            owner = (section["name"] or section["kind"]) if section is not None else ""
            span, options = Span(path, number, 1, number, len(raw) + 1), {}
        elif owner and option is not None:
            value = _REMARK.split(option["value"], maxsplit=1)[0].strip()
            options[option["key"]] = Setting(value, Span(path, number, 1, number, len(raw.rstrip()) + 1))
    if owner:
        yield owner, span, options


def _handler(owner: str, key: str, options: dict[str, Setting]) -> Handler | None:
    """What supervisor writes by one of the options; ``None`` where that is no file of a place that is said."""
    setting = options[key]
    file = _FILLED.sub(ELLIPSIS, str(setting.value))
    if not file or file.upper() in _NOT_FILES:
        return None
    bound = options.get(f"{key}_maxbytes")
    cls = SUPERVISED_WHOLE if bound is not None and _NEVER.match(str(bound.value)) else SUPERVISED
    made = {"filename": Setting(file, setting.span)} | ({"maxBytes": bound} if bound is not None else {})
    backups = options.get(f"{key}_backups")
    if backups is not None and str(backups.value) == "0":
        made["backupCount"] = Setting(0, backups.span)
    what = "supervisord" if key == "logfile" else f"{owner}'s {key.partition('_')[0]}"
    place = bound.span if bound is not None and cls == SUPERVISED_WHOLE else setting.span
    return Handler(what, place, cls, place, options=made)


def _redirected(options: dict[str, Setting]) -> bool:
    """Whether what goes to stderr is written with the rest."""
    return "redirect_stderr" in options and str(options["redirect_stderr"].value).lower() in ("true", "yes", "on", "1")


READER = Reader("supervisor", names=_NAMES, words=_WORDS, file=_read)
