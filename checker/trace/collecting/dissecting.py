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
    return _between(text, _KEY.split(tokenizer))


def patterned(text: Text, pattern: str) -> dict[str, Text] | None:
    """The same for Loki's pattern, of which the last capture that is reached takes what is left.

    A literal at its beginning must stand at the line's. Nothing where it fits nothing, ``None`` where that is not known (Loki 3,
    ``pkg/logql/log/pattern``).
    """
    first, *rest = _PATTERN_KEY.split(pattern)
    sample, found = text.sample, dict[str, Text]()
    if not sample.startswith(first):
        return None if text.free is not None else {}
    at = len(first)
    for key, delimiter in zip(rest[::2], rest[1::2], strict=True):
        end = sample.find(delimiter, at) if delimiter else -1
        if end < 0 and delimiter and text.free is not None:
            return None
        stop = end if end >= 0 else len(sample)
        if key != "_":
            found[key] = text.cut(at, stop) or anything(f"what stands at <{key}>")
        if end < 0:
            break
        at = end + len(delimiter)
    return found


def _between(text: Text, told: list[str]) -> dict[str, Text] | None:
    """``told``: delimiter, key, delimiter ... in turn."""
    sample, found = text.sample, dict[str, Text]()
    first, rest = told[0], told[1:]
    if not sample.startswith(first):
        return None if text.free is not None else {}
    at = len(first)
    for key, delimiter in zip(rest[::2], rest[1::2], strict=True):
        end = sample.find(delimiter, at) if delimiter else len(sample)
        if end < 0:
            return None if text.free is not None else {}
        name = key.removesuffix("->").partition("|")[0]
        if name and name[0] != "?":
            found[name] = text.cut(at, end) or anything(f"what stands at {name}")
        at = end + len(delimiter)
        while key.endswith("->") and delimiter and sample.startswith(delimiter, at):
            at += len(delimiter)
    return found
