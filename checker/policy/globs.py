"""Globs as in .gitignore, for every setting that takes one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from checker.errors import LogproofError, Problem
from checker.policy.effective import Effective, Waiver
from checker.tree import spec


@lru_cache(maxsize=256)
def _spec(globs: tuple[str, ...]) -> Any:
    try:
        return spec(globs)
    except ValueError as error:
        problem = Problem(f"a glob of the settings makes no sense: {error}", hint="globs are those of .gitignore")
        raise LogproofError(problem) from error


def matches(globs: Sequence[str], path: str) -> bool:
    """Whether a path (relative to the project root, with ``/``) is one of those that the globs name."""
    return bool(globs) and bool(_spec(tuple(globs)).match_file(path))


def ignored_rules(effective: Effective, path: str) -> frozenset[str]:
    """The rules that ``per-file-ignores`` turns off for a file."""
    return frozenset(name for glob, names in effective.per_file_ignores if matches((glob,), path) for name in names)


def waivers_for(effective: Effective, path: str) -> tuple[Waiver, ...]:
    """The waivers whose glob names a file, expired ones among them."""
    return tuple(waiver for waiver in effective.waivers if matches((waiver.path,), path))


def environment_of(effective: Effective, path: str) -> str:
    """The environment that settings or packs state for a file, ``""`` where none does; the last one that names it holds."""
    return next((name for name, globs in reversed(effective.environments) if matches(globs, path)), "")
