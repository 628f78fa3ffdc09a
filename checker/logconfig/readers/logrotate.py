"""logrotate: which files it rotates, and how; also what a script, an image or a playbook writes to ``/etc/logrotate.d``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.logconfig.environment import environment_of
from checker.logconfig.facts import ConfiguredHandler, UnreadConfig
from checker.logconfig.model import Handler, LogPipeline, Setting
from checker.logconfig.reader import Reader
from checker.logconfig.rotations import WATCHED
from checker.logconfig.surroundings import Rotation
from checker.logconfig.text.placeholders import is_template
from checker.logconfig.values import ELLIPSIS
from checker.model import Span
from checker.text import lines, readable, whole

_CALLED = re.compile(r"logrotate|(?:^|/)rotate/[^/.]+$|[_-]rotate(?:\.conf)?$", re.IGNORECASE)
_NAMES = re.compile(rf"{_CALLED.pattern}|\.(?:sh|ya?ml)$|ockerfile", re.IGNORECASE)
_WRITTEN = re.compile(rb"logrotate\.d\b|/etc/logrotate\.conf")
_BLOCK = re.compile(r"^(?:cat\b.*|echo\s+)?[\"']?(?P<head>(?:[\w$(){}.*?/\[\]\"'-]*[/*][\w$(){}.*?/\[\]\"'-]*\s+)+)\{$")
"""The line that such a part of a script begins with: files, and a brace."""
_WORDS = re.compile(rb"\b(?:rotate\s+\d|daily|weekly|monthly|size\s)")
_LARGEST = 200_000
_OPTION = re.compile(r"^\s*(?P<key>[a-z]+)(?:\s+(?P<value>[^#]*\S))?\s*(?:#.*)?$")
_FILLED = re.compile(r"\{\{[^{}]{1,80}\}\}|\$\{\w{1,80}\}")
"""What whoever makes the file from a template puts in."""
_MOST, _LONGEST = 2_000, 300
_CREATED = re.compile(r"0?(?P<mode>[0-7]{3})\b")


def _read(path: str, data: bytes) -> Iterator[Rotation | ConfiguredHandler | UnreadConfig]:
    if len(data) > _LARGEST:
        return
    if not _CALLED.search(path):
        yield from _written(path, data) if _WRITTEN.search(data) else ()
        return
    patterns: list[str] = []
    options: dict[str, Setting] = {}
    everywhere: dict[str, Setting] = {}
    start, inside = 1, False
    written = lines(readable(data))
    for number, raw in enumerate(written[:_MOST], 1):
        text = raw.strip()
        if not text or text.startswith("#"):
            if "WatchedFileHandler" in text:
                everywhere[WATCHED] = Setting(text, Span(path, number, 1, number, len(raw.rstrip()) + 1))
            continue
        if not inside:
            if not patterns:
                start = number
            if text.startswith("include"):
                continue
            if not patterns and (match := _OPTION.match(text)):
                everywhere[match["key"]] = _option(match, path, number, raw)
                continue
            head, brace, _ = _FILLED.sub(ELLIPSIS, text).partition("{")
            patterns += [word.strip("\"'") for word in head.split() if "/" in word or "*" in word or ELLIPSIS in word]
            inside, options = bool(brace), {} if brace else options
        elif text.startswith("}"):
            if patterns:
                span = Span(path, start, 1, number, 2)
                yield Rotation(span, tuple(patterns), {**everywhere, **options})
                yield _kept(patterns, options, span)
            patterns, inside = [], False
        else:
            match = _OPTION.match(text)
            if match:
                options[match["key"]] = _option(match, path, number, raw)
    rest = "\n".join(written[start - 1 :])
    if inside and patterns and len(written) <= _MOST and "}" not in rest and not is_template("\n".join(written)):
        yield UnreadConfig(Span(path, start, 1, start, 1), "it looks like logrotate's configuration, and the block has no closing brace")


def _option(match: re.Match[str], path: str, number: int, raw: str) -> Setting:
    return Setting(match["value"] or "", Span(path, number, 1, number, len(raw.rstrip()) + 1))


def _written(path: str, data: bytes) -> Iterator[Rotation]:
    """What a script writes for logrotate, from the line with the files to the one with the closing brace."""
    head, start, options = "", 0, dict[str, Setting]()
    for number, raw in enumerate(lines(readable(data))[:_MOST], 1):
        text = raw.strip()
        begun = _BLOCK.match(text) if len(text) < _LONGEST else None
        if begun is not None:
            head, start, options = begun["head"], number, {}
        elif head and text.startswith("}"):
            patterns = tuple(word.strip("\"'") for word in head.split())
            yield Rotation(Span(path, start, 1, number, 2), patterns, options)
            head = ""
        elif head and (match := _OPTION.match(text)):
            options[match["key"]] = _option(match, path, number, raw)


def _kept(patterns: list[str], options: dict[str, Setting], span: Span) -> ConfiguredHandler:
    """The files as something that writes: how they are created, how many are kept, and how often they are rotated."""
    made: dict[str, Setting] = {"created": Setting(patterns[0], span, open="one of several")}
    created, count = options.get("create"), options.get("rotate")
    match = _CREATED.match(str(created.value)) if created is not None else None
    if created is not None and match and "copytruncate" not in options and "copy" not in options:  # which make no file anew
        made["chmod"] = Setting(int(match["mode"], 8), created.span)
    rotated = whole(str(count.value)) if count is not None else None
    if count is not None and rotated is not None:
        made["rotate"] = Setting(rotated, count.span)
    age = whole(str(options["maxage"].value)) if "maxage" in options else None
    if age is not None:
        made["maxage"] = Setting(age, options["maxage"].span)
    interval = next((one for one in ("hourly", "daily", "weekly", "monthly", "yearly") if one in options), "")
    if interval and "size" not in options:  # which rotates whenever it is full
        made["interval"] = Setting(interval, options[interval].span)
    handler = Handler("logrotate", span, "logrotate", span, options=made)
    return ConfiguredHandler(span, LogPipeline("logrotate", span, environment_of(span.path), partial="its files alone"), handler)


READER = Reader("logrotate", names=_NAMES, words=_WORDS, file=_read)
