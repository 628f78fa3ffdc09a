"""Paths as a reader needs them: a person from the current folder, so that a terminal can open them; a service from its repository's top."""

from __future__ import annotations

import posixpath
from collections.abc import Callable
from typing import Any

import msgspec
from msgspec.structs import replace

from checker.model import Report, Span

_HOLDING = ("span", "edits", "steps", "related", "fix", "suppressed")
"""Fields of a finding and its parts that are a span or hold one."""


def seen_from(report: Report, folder: str) -> Report:
    """The report with all paths relative to ``folder``, an absolute path; absolute ones where it lies elsewhere than the project."""
    if not folder or folder == report.root:
        return report
    path = _renamer(report.root, folder)
    findings, suppressed = (tuple(moved(finding, path) for finding in part) for part in (report.findings, report.suppressed))
    sources = {path(name): text for name, text in report.sources.items()}
    return replace(report, findings=findings, suppressed=suppressed, sources=sources)


def _renamer(root: str, folder: str) -> Callable[[str], str]:
    if _within(root, folder) or _within(folder, root):
        return lambda path: posixpath.relpath(posixpath.join(root, path), folder)
    return lambda path: posixpath.join(root, path)


def _within(inner: str, outer: str) -> bool:
    return inner == outer or inner.startswith(f"{outer.rstrip('/')}/")


def moved(value: Any, path: Callable[[str], str]) -> Any:
    """The value with every span's path renamed, however deep."""
    if isinstance(value, Span):
        return replace(value, path=path(value.path))
    if isinstance(value, tuple):
        return tuple(moved(item, path) for item in value)
    if not isinstance(value, msgspec.Struct):
        return value
    names = [name for name in _HOLDING if getattr(value, name, None)]
    return replace(value, **{name: moved(getattr(value, name), path) for name in names})
