"""Reports: one file per format, found and never listed; each derives from `checker.model.Report` and adds nothing."""

from __future__ import annotations

import difflib
import pkgutil
from dataclasses import replace
from functools import cache
from importlib import import_module
from typing import Protocol, TextIO

from checker.errors import LogproofError, Problem
from checker.model import Report
from checker.report.folders import seen_from
from checker.report.options import Options
from checker.report.ranges import ranged


class Format(Protocol):
    """What a module of this package offers to be a format; its docstring's first line is its help.

    Paths are relative to the project's root, unless it says ``SEEN_FROM = "here"`` (the current folder) or ``"top"`` (the repository's).
    """

    NAME: str

    def render(self, report: Report, options: Options) -> str:
        """The whole report, with a line break at its end."""


@cache
def _found() -> dict[str, Format]:
    modules = (import_module(f"{__name__}.{module.name}") for module in pkgutil.iter_modules(__path__))
    return {module.NAME: module for module in sorted(modules, key=lambda module: module.__name__) if hasattr(module, "NAME")}


def formats() -> tuple[str, ...]:
    """The names of all formats, sorted."""
    return tuple(sorted(_found()))


def write(name: str, report: Report, stream: TextIO, options: Options | None = None) -> None:
    """Write ``report`` to ``stream``; what its encoding lacks is written as an escape.

    Raises:
        LogproofError: there is no such format.
    """
    if name not in _found():
        near = difflib.get_close_matches(name, formats(), 1)
        hint = f"did you mean `{near[0]}`?" if near else f"the formats are {', '.join(formats())}"
        raise LogproofError(Problem(f"there is no report format `{name}`", hint=hint))
    encoding = getattr(stream, "encoding", None) or "utf-8"
    options = options or Options()
    if not _encodes("╭│╰─━┆…·", encoding):
        options = replace(options, ascii=True)
    form = _found()[name]
    folder = {"here": options.here, "top": options.top}.get(getattr(form, "SEEN_FROM", ""), "")
    text = form.render(seen_from(ranged(report), folder), options)
    stream.write(text if _encodes(text, encoding) else text.encode(encoding, "backslashreplace").decode(encoding))


def _encodes(text: str, encoding: str) -> bool:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True
