"""Applications that stand side by side in one repository: the handlers and the middleware of one never hear of another's refusals."""

from __future__ import annotations

import functools
from posixpath import commonpath

from checker.source.names.elements import Fn

MAKING = frozenset({"FastAPI", "Starlette", "Litestar", "Flask", "Quart", "Sanic"})
"""Calls by which one is made."""
_BESIDE = frozenset({
    "", "services", "service", "microservices", "apps", "applications", "packages", "projects", "components", "servers", "backends",
    "src", "functions", "lambdas", "backend", "python", "modules"
})  # fmt: skip
"""Folders in which several stand."""


def folder(fn: Fn) -> str:
    """Where the file of a function is."""
    return fn.module.path.rpartition("/")[0]


@functools.lru_cache(maxsize=10_000)
def strange(homes: tuple[str, ...], first: str, second: str) -> bool:
    """Whether files in two folders belong to different applications; ``homes`` are the folders in which some are made."""
    if len(homes) < 2:
        return False
    own, others = _home(homes, first), _home(homes, second)
    if not own or not others or own == others or own.startswith(f"{others}/") or others.startswith(f"{own}/"):
        return False
    return commonpath((own, others)).rpartition("/")[2] in _BESIDE


def _home(homes: tuple[str, ...], at: str) -> str:
    """The nearest folder around one in which an application is made, ``""`` for none or the top."""
    return max((home for home in homes if at == home or at.startswith(f"{home}/")), key=len, default="")
