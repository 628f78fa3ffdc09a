"""supervisord: the files that it writes the output of its programs to, which it rotates by itself unless `..._maxbytes` is 0."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from msgspec.structs import replace

from checker.logconfig.environment import environment_of
from checker.logconfig.facts import UnreadConfig
from checker.logconfig.model import Handler, Logger, LogPipeline, Reference, Setting
from checker.logconfig.reader import Reader
from checker.logconfig.sinks import SUPERVISED, SUPERVISED_WHOLE, WRITERS, is_device
from checker.logconfig.text.ini import refusal
from checker.logconfig.text.placeholders import is_template
from checker.logconfig.values import ELLIPSIS
from checker.model import Span
from checker.text import lines, readable, whole

_NAMES = re.compile(r"\.(?:conf|ini)(?:\.\w+)?$", re.IGNORECASE)
_WORDS = re.compile(rb"^\[(?:program|eventlistener|fcgi-program):", re.MULTILINE)
_SECTION = re.compile(r"^\[(?P<kind>supervisord|(?:program|eventlistener|fcgi-program):(?P<name>[^\]]{1,200}))\]")
_OPTION = re.compile(r"^(?P<key>[a-z_]{1,40})\s*[=:](?P<value>.*)$")
_REMARK = re.compile(r"(?:^|\s)[;#]")
"""What begins a remark after a value."""
_FILE = re.compile(r"^(?:(?:stdout|stderr)_)?logfile$")
_FILLED = re.compile(r"%\([^)]{1,80}\)\w|\{\{[^}]{1,80}\}\}|\$\{?\w{1,80}\}?")
"""What supervisor, or whoever makes the file from a template, puts in."""
_PROGRAM, _NUMBER = re.compile(r"%\((?:program|group)_name\)s"), "process_num"
_NOT_FILES = frozenset(("AUTO", "NONE", "SYSLOG"))
_NEVER = re.compile(r"^0+(?:KB|MB|GB)?$", re.IGNORECASE)
_LARGEST = 200_000


def _read(path: str, data: bytes) -> Iterator[LogPipeline | UnreadConfig]:
    if len(data) > _LARGEST:
        return
    text = readable(data)
    refused = refusal(text, strict=False) if not is_template(text) else None
    if refused is not None:
        line, why = refused
        yield UnreadConfig(Span(path, line, 1, line, 1), f"it looks like supervisord's configuration, and {why}")
        return
    sections = list(_sections(path, data))
    shared = _shared(sections)
    for owner, span, options in sections:
        made = (_handler(owner, one, options) for one in _named(options))
        handlers = {one.name: _with_writers(one, shared) for one in made if one is not None}
        loggers = _own(span, options, handlers) if owner == "supervisord" else {}
        if handlers:
            yield LogPipeline("supervisor", span, environment_of(path), loggers, handlers, partial="the program has its own logging")


def _named(options: dict[str, Setting]) -> list[str]:
    """The options that name files which are written."""
    return [one for one in sorted(options) if _FILE.match(one) and (one != "stderr_logfile" or not _redirected(options))]


def _shared(sections: list[tuple[str, Span, dict[str, Setting]]]) -> dict[Span, int]:
    """Where a file is named that supervisor rotates for several writers, and for how many: at the program of several processes, else at
    the second that names it."""
    found = defaultdict[str, list[tuple[int, Span]]](list)
    for owner, _, options in sections:
        count = whole(str(options["numprocs"].value)) if "numprocs" in options else None
        for key in _named(options):
            handler = _handler(owner, key, options)
            if handler is None or handler.cls != SUPERVISED or is_device(str(options[key].value)):
                continue
            file = _PROGRAM.sub(owner, str(options[key].value))
            found[file].append((count if count and _NUMBER not in file else 1, handler.span))
    several = {file: sum(count for count, _ in writers) for file, writers in found.items()}
    last = {file: next((span for count, span in writers if count > 1), max(span for _, span in writers)) for file, writers in found.items()}
    return {last[file]: many for file, many in several.items() if many > 1}


def _with_writers(handler: Handler, shared: dict[Span, int]) -> Handler:
    many = shared.get(handler.span)
    return replace(handler, options={**handler.options, WRITERS: Setting(many, handler.span)}) if many else handler


def _own(span: Span, options: dict[str, Setting], handlers: dict[str, Handler]) -> dict[str, Logger]:
    """supervisord's own log, where its level is given: at ``debug`` it holds what the programs write, too."""
    level = options.get("loglevel")
    if level is None or not handlers or _FILLED.search(str(level.value)):
        return {}
    word = {"WARN": "WARNING", "BLAT": "TRACE", "TRAC": "TRACE", "DEBG": "DEBUG"}.get(str(level.value).upper(), str(level.value).upper())
    known = Setting(word, level.span)
    return {"supervisord": Logger("supervisord", span, known, None, tuple(Reference(one, span) for one in handlers))}


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
