"""Which files are no part of what serves requests: commands, migrations, examples, packing."""

from __future__ import annotations

from checker.source.audit.project.registering import commanded
from checker.source.names.elements import Module

_APART = frozenset({
    "migrations", "commands", "cli", "scripts", "benchmarks", "examples", "docs", "vendor",
    "testing", "tests", "test", "fixtures", "demo"
})  # fmt: skip
_APART_AT_THE_TOP = frozenset({"bin", "tools"})
_CLI = "cli"
_COMMANDS = frozenset({"click", "typer", "argparse", "fire", "cyclopts", "optparse"})
_SERVING = frozenset({"fastapi", "starlette"})
_PACKING = frozenset({"setuptools", "distutils", "skbuild"})


def apart(module: Module) -> bool:
    """Whether a file is no part of what serves requests."""
    parts = module.parts
    found = _APART.intersection(parts[:-1])
    if found and not commanded.are_handled(module) and not (found == {_CLI} and _serves(module)):
        return True
    if not _APART_AT_THE_TOP.isdisjoint(parts[:1]):
        return True
    if module.path.endswith("__init__.py") and not _APART.isdisjoint(parts[-1:]):
        return True
    if len(parts) > 1 and parts[-1] == "setup" and module.tops.isdisjoint(_PACKING):
        return False  # api/setup.py sets an application up
    return bool(parts) and parts[-1] in ("conftest", "setup", "manage")


def _serves(module: Module) -> bool:
    """Whether a file beside commands answers requests itself, and is none of them: ``cli/core/server.py``."""
    serving = not _SERVING.isdisjoint(module.tops) or ("aiohttp" in module.tops and "web" in module.functions[0].body.final)
    return serving and _COMMANDS.isdisjoint(module.tops)
