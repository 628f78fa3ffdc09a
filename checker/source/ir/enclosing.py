"""Which function a line belongs to, in any file of the project."""

from __future__ import annotations

from collections.abc import Iterable

from checker.source.ir import Outline

Named = tuple[str, int, int]
"""Qualified name, first and last line."""


class Enclosing:
    """The functions of all files by their lines; lambdas and the like belong to the function around them."""

    def __init__(self, outlines: Iterable[Outline]) -> None:
        self._outlines = {outline.path: outline for outline in outlines}
        self._functions: dict[str, list[Named]] = {}

    def at(self, path: str, line: int) -> str:
        """Qualified name of the innermost function around a line, ``""`` for the module's own code."""
        around = [(first, -last, name) for name, first, last in self._named(path) if first <= line <= last]
        return max(around)[2] if around else ""

    def lines(self, path: str, name: str) -> tuple[int, int] | None:
        """First and last line of a function."""
        return next(((first, last) for one, first, last in self._named(path) if one == name), None)

    def names(self, path: str) -> set[str]:
        """Qualified names of a file's functions; none for a file that is not there."""
        return {name for name, _, _ in self._named(path)}

    def __contains__(self, path: str) -> bool:
        return path in self._outlines

    def _named(self, path: str) -> list[Named]:
        if path not in self._functions:
            outline = self._outlines.get(path)
            self._functions[path] = outline.named() if outline else []
        return self._functions[path]
