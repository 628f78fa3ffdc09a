"""Which modules of the project are imported by the time that a line of another runs."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence

from checker.logconfig.sources import Sources

_MOST = 400
"""Modules that are looked at."""
_WHOLE = 10**9
"""Below the last line of any module."""


def imported_before(sources: Sources, path: str, line: int) -> set[str]:
    """Paths of the project's modules that the module at ``path`` imports above ``line`` in its own code, and that those import.

    What is imported inside of functions, or for the type checker alone, may never be.
    """
    found: set[str] = set()
    waiting = [(path, line)]
    while waiting and len(found) < _MOST:
        at, before = waiting.pop()
        limit = min(before, _begun(at, path, sources)) if at != path and _is_around(at, path) else before
        for one, number in _of(at, sources):
            if number < limit and one not in found and one != path:
                found.add(one)
                waiting.append((one, _WHOLE))
    return found


def called_at(sources: Sources, path: str, name: str) -> int:
    """The line above which a module has run when it first calls a function of that name, 0 where it does not.

    What a function or the end of a script calls comes after all that the module imports.
    """
    tree = sources.tree(path)
    lines = [_reached(node, name) for node in (tree.body if tree is not None else ())]
    return min((line for line in lines if line), default=0)


def _reached(node: ast.stmt, name: str) -> int:
    called = (one.func for one in ast.walk(node) if isinstance(one, ast.Call))
    if not any((one.attr if isinstance(one, ast.Attribute) else getattr(one, "id", "")) == name for one in called):
        return 0
    later = isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) or (
        isinstance(node, ast.If) and "__name__" in ast.dump(node.test)
    )
    return _WHOLE if later else node.lineno


def _is_around(package: str, path: str) -> bool:
    """Whether a module stands in a package, whose own code may still be running while it imports that."""
    return package.endswith("/__init__.py") and path.startswith(package.removesuffix("__init__.py"))


def _begun(package: str, path: str, sources: Sources) -> int:
    """The line by which a package around a module imports it, itself or by way of others: what stands below has not been run."""
    seen: set[str] = {package}
    for one, number in _of(package, sources):
        waiting = [one]
        while waiting and len(seen) < _MOST:
            at = waiting.pop()
            if at == path:
                return number
            if at not in seen:
                seen.add(at)
                waiting += [inner for inner, _ in _of(at, sources)]
    return _WHOLE


def _of(path: str, sources: Sources) -> Iterator[tuple[str, int]]:
    tree = sources.tree(path)
    return _imports(tree.body, path, sources) if tree is not None else iter(())


def _imports(body: Sequence[ast.stmt], path: str, sources: Sources) -> Iterator[tuple[str, int]]:
    """Path and line of each import in a module's own code."""
    for node in body:
        if isinstance(node, ast.Import):
            made = [sources.module(alias.name, path) for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            made = list(_from(node, path, sources))
        elif isinstance(node, ast.Try | ast.If | ast.With):
            if not (isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node.test)):
                yield from _imports(node.body, path, sources)
            continue
        else:
            continue
        yield from ((one, node.lineno) for one in made if one)


def _from(node: ast.ImportFrom, path: str, sources: Sources) -> Iterator[str | None]:
    """The module that is named, and each name that is a module itself."""
    base = node.module or ""
    for name in ("", *(alias.name for alias in node.names)):
        dotted = f"{base}.{name}" if base and name else base or name
        yield sources.relative(node.level, dotted, path) if node.level else sources.module(dotted, path) if dotted else None
