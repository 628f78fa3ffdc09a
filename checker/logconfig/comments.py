"""``# logproof:`` comments in files that are no Python: what they say is for `checker.suppress`, which lines they cover is told here."""

from __future__ import annotations

from collections.abc import Iterator

from checker import patterns as re
from checker.source.ir import Comment
from checker.text import lines, readable

_OWN = re.compile(r"(?:^|\s)[#;]+\s*logproof:", re.IGNORECASE)


def comments(data: bytes) -> Iterator[Comment]:
    """Every such comment; alone on a line it covers the next entry with all that is indented below it, else its own line."""
    text = [line.rstrip("\r\n") for line in lines(readable(data))]
    for number, line in enumerate(text, 1):
        match = _OWN.search(line)
        if match is None:
            continue
        start = match.start() + (match[0][0].isspace())
        alone = not line[:start].strip()
        first, last = _next(text, number) if alone else (number, number)
        yield Comment(
            number, start + 1, len(line) + 1, line[start:].replace(";", "#", 1) if line[start] == ";" else line[start:], first, last
        )


def _next(text: list[str], number: int) -> tuple[int, int]:
    """The entry that begins on the next line with something on it."""
    first = next((at for at in range(number + 1, len(text) + 1) if text[at - 1].strip() and text[at - 1].lstrip()[0] not in "#;"), number)
    depth = len(text[first - 1]) - len(text[first - 1].lstrip()) if first <= len(text) else 0
    last = first
    for at in range(first + 1, len(text) + 1):
        line = text[at - 1]
        if line.strip() and (len(line) - len(line.lstrip()) <= depth or line.lstrip().startswith("[")):
            break
        if line.strip():
            last = at
    return first, last
