"""Templates of Go as Loki fills them in: ``{{.level}}``, ``{{ .level | ToUpper }}``, ``{{ __line__ }}``; all else may be anything."""

from __future__ import annotations

import re
from collections.abc import Callable

from checker.trace.wording import Text, anything, joined, known

_ACTION = re.compile(r"\{\{(?P<left>-\s)?\s*(?P<told>[^{}]*?)\s*(?P<right>\s-)?\}\}")
_CONTROL = re.compile(r"\{\{-?\s*(?:if|else|end|range|with|define|template|block|\$)")
_CHANGES: dict[str, Callable[[str], str]] = {
    "ToUpper": str.upper, "upper": str.upper, "ToLower": str.lower, "lower": str.lower, "TrimSpace": str.strip, "trim": str.strip,
}  # fmt: skip


def filled(template: str, told: Callable[[str], Text], line: Text) -> Text:
    """What a template makes of labels (``told``: name to value) and the line."""
    if _CONTROL.search(template) or template.count("{{") != len(_ACTION.findall(template)):
        return anything("what a template makes of it")
    parts: list[Text] = []
    at, cut = 0, False
    for match in _ACTION.finditer(template):
        between = template[at : match.start()]
        between = between.lstrip() if cut else between
        parts += [known(between.rstrip() if match["left"] else between), _made(match["told"], told, line)]
        at, cut = match.end(), bool(match["right"])
    rest = template[at:]
    return joined((*parts, known(rest.lstrip() if cut else rest)))


def _made(action: str, told: Callable[[str], Text], line: Text) -> Text:
    first, *changes = (one.strip() for one in action.split("|"))
    words = first.split()
    if len(words) == 2 and words[0] in _CHANGES:
        first, changes = words[1], [words[0], *changes]
    if first == "__line__":
        value = line
    elif re.fullmatch(r"\.[A-Za-z_]\w*", first):
        value = told(first[1:])
    elif re.fullmatch(r"\"[^\"\\]*\"|`[^`]*`", first):
        value = known(first[1:-1])
    else:
        return anything(action)
    for name in changes:
        change = _CHANGES.get(name)
        if change is None:
            return anything(action)
        value = _changed(value, change)
    return value


def _changed(value: Text, change: Callable[[str], str]) -> Text:
    if value.literal is not None:
        return known(change(value.literal))
    return anything(value.shown)  # a value that is not known stays so, whatever its case
