"""Options of ``logging.config.fileConfig`` that it ignores or refuses: it knows few, and passes nothing else on."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.logconfig.keys import near
from checker.logconfig.model import LEVELS, Misread
from checker.logconfig.text.ini import Section

_KNOWN: dict[str, tuple[str, ...]] = {
    "logger": ("level", "handlers", "propagate", "qualname"),
    "handler": ("class", "level", "formatter", "args", "kwargs", "target"),
    "formatter": ("class", "format", "datefmt", "style", "validate", "defaults"),
}
"""What ``_install_loggers``, ``_install_handlers`` and ``_create_formatters`` of CPython 3.13 read."""
_ARGUMENTS = frozenset(("stream", "filename", "mode", "encoding", "delay", "maxbytes", "backupcount", "when", "interval", "utc", "filters"))
"""Arguments of handlers, in small letters as configparser gives them."""


def misread_options(section: Section) -> Iterator[Misread]:
    """Of one section."""
    kind = section.name.partition("_")[0]
    if kind in _KNOWN and "_" in section.name:
        yield from _ignored(section, kind)
    if kind == "logger" and section.name not in ("logger_root", "loggers"):
        propagate = section.options.get("propagate")
        if propagate is not None and propagate.value and not re.fullmatch(r"[-+]?\d+|%\(.*", propagate.value):
            yield Misread(propagate.span, f"`propagate` must be 0 or 1, and fileConfig refuses {propagate.value!r}")
        if "qualname" not in section.options:
            yield Misread(section.span, f"[{section.name}] has no `qualname`, so fileConfig fails")
    if section.name.startswith(("logger_", "handler_")):
        level = section.options.get("level")
        if level is not None and level.value and level.value not in LEVELS and level.value.upper() in LEVELS:
            yield Misread(level.span, f"{level.value!r} is no level, so fileConfig fails: it is `{level.value.upper()}`")


def _ignored(section: Section, kind: str) -> Iterator[Misread]:
    text = "\n".join(one.value for one in section.options.values())
    for key, option in section.options.items():
        if key in _KNOWN[kind] or f"%({key})" in text:
            continue  # an option may be there to be filled in
        meant = near(key, _KNOWN[kind])
        if meant and meant not in section.options:
            yield Misread(option.span, f"`{key}` of [{section.name}] is ignored: it is called `{meant}`")
        elif kind == "handler" and key in _ARGUMENTS:
            yield Misread(option.span, f"`{key}` of [{section.name}] is ignored: fileConfig takes arguments from `args` and `kwargs` alone")
        elif kind == "logger" and key in ("formatter", "filters"):
            yield Misread(option.span, f"`{key}` of [{section.name}] is ignored: fileConfig knows it of no logger")
