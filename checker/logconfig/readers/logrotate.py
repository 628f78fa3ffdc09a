"""logrotate: which files it rotates, and how."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.logconfig.facts import Rotation
from checker.logconfig.model import Setting
from checker.logconfig.reader import Reader
from checker.model import Span
from checker.text import lines, readable

_NAMES = re.compile(r"logrotate", re.IGNORECASE)
_WORDS = re.compile(rb"\b(?:rotate\s+\d|daily|weekly|monthly|size\s)")
_LARGEST = 200_000
_OPTION = re.compile(r"^\s*(?P<key>[a-z]+)(?:\s+(?P<value>[^#]*\S))?\s*(?:#.*)?$")
_MOST = 2_000


def _read(path: str, data: bytes) -> Iterator[Rotation]:
    if len(data) > _LARGEST:
        return
    patterns: list[str] = []
    options: dict[str, Setting] = {}
    start, inside = 1, False
    for number, raw in enumerate(lines(readable(data))[:_MOST], 1):
        text = raw.strip()
        if not text or text.startswith("#"):
            continue
        if not inside:
            if not patterns:
                start = number
            head, brace, _ = text.partition("{")
            patterns += [word.strip("\"'") for word in head.split() if "/" in word or "*" in word]
            inside, options = bool(brace), {} if brace else options
        elif text.startswith("}"):
            if patterns:
                yield Rotation(Span(path, start, 1, number, 2), tuple(patterns), dict(options))
            patterns, inside = [], False
        else:
            match = _OPTION.match(text)
            if match:
                options[match["key"]] = Setting(match["value"] or "", Span(path, number, 1, number, len(raw.rstrip()) + 1))


READER = Reader("logrotate", names=_NAMES, words=_WORDS, file=_read)
