"""Fields between delimiters: ``%{client} - [%{time}] %{message}`` (dissect of Beats and Logstash) and ``<level>: <_>`` (Loki's pattern)."""

from __future__ import annotations

import re

from checker.trace.wording import Text, anything

_KEY = re.compile(r"%\{(?P<key>[^}]*)\}")
_PATTERN_KEY = re.compile(r"<(?P<key>[A-Za-z_]\w*)>")


def dissected(text: Text, tokenizer: str) -> dict[str, Text] | None:
    """What stands between the delimiters; nothing where they do not, and ``None`` where that is not known."""
    keys = [match["key"] for match in _KEY.finditer(tokenizer)]
    if any(key[:1] in ("+", "&", "*") for key in keys):
        return None
    return _between(text, _KEY.split(tokenizer), anchored=True)


def patterned(text: Text, pattern: str) -> dict[str, Text] | None:
    """The same for Loki's pattern: the last capture takes what is left, and what is no match leaves no labels."""
    return _between(text, _PATTERN_KEY.split(pattern), anchored=not pattern.startswith("<_>"))


def _between(text: Text, told: list[str], *, anchored: bool) -> dict[str, Text] | None:
    """``told``: delimiter, key, delimiter ... in turn."""
    sample, found = text.sample, dict[str, Text]()
    first, rest = told[0], told[1:]
    at = 0 if sample.startswith(first) else sample.find(first) if not anchored else -1
    if at < 0:
        return None if text.free is not None else {}
    at += len(first)
    for key, delimiter in zip(rest[::2], rest[1::2], strict=True):
        end = sample.find(delimiter, at) if delimiter else len(sample)
        if end < 0:
            return None if text.free is not None else {}
        name = key.removesuffix("->").partition("|")[0]
        if name and name[0] != "?" and name != "_":
            found[name] = text.cut(at, end) or anything(f"what stands at {name}")
        at = end + len(delimiter)
        while key.endswith("->") and delimiter and sample.startswith(delimiter, at):
            at += len(delimiter)
    return found
