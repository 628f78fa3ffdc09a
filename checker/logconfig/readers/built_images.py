"""Dockerfiles that begin with the image of a log shipper and add a configuration to it."""

from __future__ import annotations

from collections.abc import Iterator

from checker import patterns as re
from checker.logconfig.reader import Reader
from checker.logconfig.surroundings import BuiltImage
from checker.model import Span
from checker.text import lines, readable

_NAMES = re.compile(r"(?:^|/)[\w.-]*Dockerfile[\w.-]*$")
_WORDS = re.compile(rb"(?i)FROM[ \t][^\n]{0,200}(?:beats?|promtail|alloy|fluent|vector)")
_FROM = re.compile(r"FROM\s+(?:--\S+\s+)*(?P<image>\S+)", re.IGNORECASE)
_COPY = re.compile(r"(?:COPY|ADD)\s+(?:--(?!from=)\S+\s+)*(?P<rest>[^-].*)$", re.IGNORECASE)
_LARGEST = 100_000


def _read(path: str, data: bytes) -> Iterator[BuiltImage]:
    if len(data) > _LARGEST or b"\0" in data:
        return
    found: BuiltImage | None = None
    for number, text in enumerate(lines(readable(data).removeprefix("\ufeff")), 1):
        line = text.strip()
        begun = _FROM.match(line)
        if begun is not None:
            found = BuiltImage(Span(path, number, 1, number, len(text) + 1), begun["image"])
        elif found is not None and (added := _COPY.match(line)) is not None:
            names = [one.strip("\"',[]").rstrip("/").rpartition("/")[2] for one in added["rest"].split()[:-1]]
            found = BuiltImage(found.span, found.image, (*found.copied, *names), found.volumes)
        elif found is not None and line.upper().startswith("VOLUME"):
            found = BuiltImage(found.span, found.image, found.copied, volumes=True)
    if found is not None:
        yield found


READER = Reader("built-images", names=_NAMES, words=_WORDS, file=_read)
