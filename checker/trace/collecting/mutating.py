"""Logstash's ``mutate`` in the order in which it works, whatever the order in the file; and texts with ``%{field}`` in them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from checker.logconfig.model import Setting
from checker.text import whole
from checker.trace.collecting.carried import Carried
from checker.trace.collecting.options import Options, below, texts
from checker.trace.wording import Text, anything, joined, known

_FIELD = re.compile(r"%\{([^}+][^}]*)\}")


def sprintf(template: str, carried: Carried) -> Text:
    """A text with fields filled in; a field that is not there stays as it is written."""
    made: list[Text] = []
    at = 0
    for match in _FIELD.finditer(template):
        held = carried.text(match[1])
        made += [known(template[at : match.start()]), held if held is not None else anything(match[1]) if carried.open else known(match[0])]
        at = match.end()
    return joined((*made, known(template[at:])))


def mutate(options: Options, carried: Carried) -> bool:
    """Do it; always succeeds."""
    for path, one in _pairs(options, "rename"):
        held = carried.remove(path)
        if held is not None:
            carried.put(str(one.value), held)
    for path, one in _pairs(options, "update"):
        if carried.at(path) is not None:
            carried.put(path, sprintf(str(one.value or ""), carried))
    for path, one in _pairs(options, "replace"):
        carried.put(path, sprintf(str(one.value or ""), carried))
    for path in _replaced(options):
        carried.put(path, anything(path)) if carried.at(path) is not None else None
    for key, change in _CHANGES.items():
        for path in texts(options, key):
            _changed(path, change, carried)
    for key in ("split", "join", "merge"):
        for path, _ in _pairs(options, key):
            carried.put(path, anything(path)) if carried.at(path) is not None else None
    for path, one in _pairs(options, "copy"):
        held = carried.at(path)
        if held is not None:
            carried.put(str(one.value), held)
    return True


_CHANGES: Mapping[str, Callable[[str], str]] = {
    "uppercase": str.upper, "capitalize": str.capitalize, "lowercase": str.lower, "strip": str.strip,
}  # fmt: skip


def _changed(path: str, change: Callable[[str], str], carried: Carried) -> None:
    held = carried.text(path)
    if held is not None:
        carried.put(path, Text(tuple(change(one) if isinstance(one, str) else one for one in held.parts)))


def _pairs(options: Options, key: str) -> Iterator[tuple[str, Setting]]:
    """A hash, or an array of names and values in turn."""
    told = {path: one for path, one in below(options, key).items() if path}
    if told and all(path.isdigit() for path in told):
        listed = list(told.values())
        yield from ((str(name.value), one) for name, one in zip(listed[::2], listed[1::2], strict=False))
    else:
        yield from told.items()


def _replaced(options: Options) -> list[str]:
    """Fields that ``gsub`` works on: every third of its items."""
    return [str(one.value) for path, one in below(options, "gsub").items() if (at := whole(path)) is not None and at % 3 == 0]
