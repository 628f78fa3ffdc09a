"""Reports: one file per format, found and never listed; each derives from `checker.model.Report` and adds nothing."""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any, Protocol, TextIO, cast

from msgspec.structs import replace

from checker import patterns as re
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


_NAME = re.compile(r'^NAME = "(?P<name>[\w-]+)"$', re.MULTILINE)


@cache
def _found() -> dict[str, str]:
    """Name to module. The files are read and not imported: a run writes one format, and the others bring along what takes its time."""
    modules = sorted(pkgutil.iter_modules(__path__), key=lambda module: module.name)
    return {name: f"{__name__}.{module.name}" for module in modules if (name := _named(module))}


def _named(module: pkgutil.ModuleInfo) -> str:
    """The name of the format that a module is, ``""`` where it is none."""
    folder = Path(getattr(module.module_finder, "path", ""))
    try:
        text = (folder / module.name / "__init__.py" if module.ispkg else folder / f"{module.name}.py").read_text(encoding="utf-8")
    except OSError:  # compiled files alone, or a zip file
        return str(getattr(import_module(f"{__name__}.{module.name}"), "NAME", ""))
    match = _NAME.search(text)
    return match["name"] if match else ""


def formats() -> tuple[str, ...]:
    """The names of all formats, sorted."""
    return tuple(sorted(_found()))


def write(name: str, report: Report, stream: TextIO, options: Options | None = None) -> None:
    """Write ``report`` to ``stream``; what its encoding lacks is written as an escape.

    Raises:
        LogproofError: there is no such format.
    """
    if name not in _found():
        import difflib  # most runs misspell nothing

        near = difflib.get_close_matches(name, formats(), 1)
        hint = f"did you mean `{near[0]}`?" if near else f"the formats are {', '.join(formats())}"
        raise LogproofError(Problem(f"there is no report format `{name}`", hint=hint))
    encoding = getattr(stream, "encoding", None) or "utf-8"
    options = options or Options()
    if not _encodes("╭│╰─━┆…·", encoding):
        options = replace(options, ascii=True)
    form: Format = cast(Any, import_module(_found()[name]))
    folder = {"here": options.here, "top": options.top}.get(getattr(form, "SEEN_FROM", ""), "")
    text = form.render(seen_from(ranged(report), folder), options)
    stream.write(text if _encodes(text, encoding) else text.encode(encoding, "backslashreplace").decode(encoding))


def _encodes(text: str, encoding: str) -> bool:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True
