"""Logging configuration in TOML files: the whole of one, or a table of it."""

from __future__ import annotations

from collections.abc import Iterator

from checker import patterns as re
from checker.logconfig.applying import applied
from checker.logconfig.dictconfig import parse
from checker.logconfig.environment import environment_of
from checker.logconfig.facts import UnreadConfig
from checker.logconfig.model import LogPipeline
from checker.logconfig.reader import Reader
from checker.logconfig.resolve import Resolver
from checker.logconfig.text.finding import configurations
from checker.logconfig.text.naming import is_called_so, names_python
from checker.logconfig.text.placeholders import filled, is_template
from checker.logconfig.text.toml_tree import document
from checker.model import Span
from checker.text import readable

_LARGEST = 2_000_000
_NAMES = re.compile(r"\.toml(?:\.\w+)?$", re.IGNORECASE)
_SECTIONS = re.compile(r"^[ \t]*\[(?:[\w.\"-]*\.)?(formatters|filters|handlers|loggers|root)[\w.\"-]*\]?", re.MULTILINE)
_INI = re.compile(r"^\[(?:loggers|handlers|formatters)\][ \t]*\n+keys[ \t]*=[ \t]*[^\s\"'\[]", re.MULTILINE)
"""A file for ``fileConfig`` by another name: uvicorn takes every file for one that it does not know by its ending."""
_LINE = re.compile(r"\bline (\d+)")
_SURE = 2
_WORDS = re.compile(rb"\bhandlers\b|\bloggers\b")


def _read(path: str, data: bytes) -> Iterator[LogPipeline | UnreadConfig]:
    if len(data) > _LARGEST:
        return
    text = readable(data).removeprefix("\ufeff").replace("\r\n", "\n")
    try:
        whole = document(text, path, filled)
    except (ValueError, RecursionError) as error:
        if (
            not _INI.search(text)
            and not is_template(text)
            and len(set(_SECTIONS.findall(text))) >= _SURE
            and (names_python(text) or is_called_so(path))
        ):
            place = _LINE.search(str(error))
            line = int(place[1]) if place else 1
            yield UnreadConfig(Span(path, line, 1, line, 1), f"it looks like a logging configuration, and it does not parse: {error}")
        return
    for value in configurations(whole):
        yield applied(parse(value, Resolver()), "dictConfig", environment=environment_of(path))


READER = Reader("toml", names=_NAMES, words=_WORDS, file=_read)
