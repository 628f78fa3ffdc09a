"""Which files are no part of what serves requests: commands, migrations, examples, packing."""

from __future__ import annotations

from checker.source.audit.project import commanded
from checker.source.names.elements import Module

_APART = frozenset({
    "migrations", "commands", "cli", "scripts", "benchmarks", "examples", "docs", "vendor",
    "testing", "tests", "test", "fixtures", "demo"
})  # fmt: skip
_APART_AT_THE_TOP = frozenset({"bin", "tools"})
_PACKING = frozenset({"setuptools", "distutils", "skbuild"})


def apart(module: Module) -> bool:
    """Whether a file is no part of what serves requests."""
    parts = module.parts
    if not _APART.isdisjoint(parts[:-1] if not commanded.are_handled(module) else ()) or not _APART_AT_THE_TOP.isdisjoint(parts[:1]):
        return True
    if module.path.endswith("__init__.py") and not _APART.isdisjoint(parts[-1:]):
        return True
    if len(parts) > 1 and parts[-1] == "setup" and module.tops.isdisjoint(_PACKING):
        return False  # api/setup.py sets an application up
    return bool(parts) and parts[-1] in ("conftest", "setup", "manage")
