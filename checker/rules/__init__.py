"""The rules, one file each, found and never listed: ``FAMILY/NAME.py`` holds one function that `checker.rule.rule` decorated.

A module whose name begins with ``_`` is no rule; it holds what the rules of its family share.
"""

from __future__ import annotations

import hashlib
import os
import pkgutil
import sys
import traceback
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib import import_module
from pathlib import Path
from types import ModuleType

from checker.errors import LogproofError, Problem
from checker.rule import Rule
from checker.rules.heads import read_rules

GROUP = "logproof.rules"
_ENTRY_POINTS = ("entry_points.txt", "EGG-INFO/entry_points.txt")


@cache
def shipped() -> tuple[Rule, ...]:
    """Every rule of the package, sorted by code. What their decorators say is read; a rule's module is imported when its code is needed."""
    return _sorted(rule for folder, family in _packages(__path__, __name__) for rule in _family(folder, family))


def _family(folder: str, family: str) -> Iterator[Rule]:
    for module in pkgutil.iter_modules([folder]):
        if not module.name.startswith("_"):
            name = f"{family}.{module.name}"
            read = read_rules(_content(os.path.join(folder, f"{module.name}.py")), name)
            yield from rules_of(import_module(name)) if read is None else read


def _packages(folders: Iterable[str], package: str) -> Iterator[tuple[str, str]]:
    """Folder and dotted name of each family."""
    for folder in folders:
        yield from ((os.path.join(folder, one.name), f"{package}.{one.name}") for one in pkgutil.iter_modules([folder]) if one.ispkg)


@cache
def installed() -> tuple[Rule, ...]:
    """The rules of installed packages: each entry point of the group names a module (what may be imported is what is installed)."""
    if not _announced():
        return ()
    from importlib.metadata import entry_points

    found: list[Rule] = []
    for point in sorted(entry_points(group=GROUP), key=lambda point: (point.name, point.value)):
        try:
            module = point.load()
        except Exception as error:
            told = f"the rules of the installed package cannot be loaded: {type(error).__name__}: {error}"
            hint = f"its entry point {point.name} in the group {GROUP} is {point.value}"
            raise LogproofError(Problem(told, point.value, hint=hint)) from error
        found.extend(rules_of(module))
    return tuple(found)


def _announced() -> bool:
    """Whether some installed package may have rules: a look at its files, because `importlib.metadata` alone takes as long as all rules."""
    wanted = GROUP.encode()
    for place in dict.fromkeys(sys.path):
        try:
            with os.scandir(place or ".") as entries:
                folders = [entry.path for entry in entries if entry.name.endswith((".dist-info", ".egg-info", ".egg"))]
        except NotADirectoryError:  # a zip file
            return True
        except OSError:
            continue
        if any(wanted in _content(os.path.join(folder, file)) for folder in folders for file in _ENTRY_POINTS):
            return True
    return False


def _content(path: str) -> bytes:
    try:
        with open(path, "rb", buffering=0) as stream:
            return stream.readall()
    except OSError:
        return b""


def registry(folders: Sequence[str] = (), own: tuple[Rule, ...] = ()) -> tuple[Rule, ...]:
    """Every rule, sorted by code: the shipped ones, those of installed packages, and those of the ``*.py`` files in ``folders``.

    ``own`` are the shipped ones, where they are known already.

    A package names its modules of rules under the entry point group ``logproof.rules``. The files of the folders are run; folders may
    come from the command line, never from scanned settings.
    Raises LogproofError where a file cannot be loaded, or a code or a name is given twice.
    """
    found = installed()
    if not folders and not found:
        return own or shipped()
    return _sorted([*(own or shipped()), *found, *(rule for folder in folders for rule in _folder(folder))])


def rules_of(module: ModuleType) -> Iterator[Rule]:
    """The rules that a module defines itself; imported ones are not its own."""
    for value in vars(module).values():
        rule = getattr(value, "rule", None)
        if isinstance(rule, Rule) and rule.module == module.__name__:
            yield rule


def _sorted(rules: Iterable[Rule]) -> tuple[Rule, ...]:
    found = sorted(rules, key=lambda rule: (rule.code, rule.name))
    seen: dict[str, Rule] = {}
    problems = []
    for rule in found:
        for word in (rule.code, rule.name):
            other = seen.setdefault(word, rule)
            if other is not rule:
                hint = f"{_file(other)} has it too"
                problems.append(Problem(f"the rule {word} is defined twice", _file(rule), hint=hint))
    if problems:
        raise LogproofError(*problems)
    return tuple(found)


def _file(rule: Rule) -> str:
    """Where a rule stands: its file, or the module's name for a shipped one."""
    path = getattr(sys.modules.get(rule.module), "__file__", None)
    return rule.module if path is None or rule.module.startswith(f"{__name__}.") else str(path)


def _folder(folder: str) -> Iterator[Rule]:
    if not Path(folder).is_dir():
        raise LogproofError(Problem("no such folder of rules", path=folder))
    paths = [path for path in sorted(Path(folder).resolve().glob("*.py")) if not path.name.startswith("_")]
    loaded = [rule for path in paths for rule in rules_of(_load(path))]
    if not loaded:
        hint = "a rule is a *.py file with a function under @rule"
        raise LogproofError(Problem("there is no rule in this folder", path=folder, hint=hint))
    yield from loaded


def _load(path: Path) -> ModuleType:
    """Run one file as a module of its own; nothing is written beside it, and its name does not depend on the process."""
    name = f"logproof_rules_{hashlib.sha256(str(path).encode('utf-8', 'backslashreplace')).hexdigest()[:12]}_{path.stem}"
    if name in sys.modules:
        return sys.modules[name]
    module = ModuleType(name)
    module.__file__ = str(path)
    sys.modules[name] = module
    try:
        exec(compile(path.read_bytes(), str(path), "exec"), module.__dict__)  # noqa: S102 - code of the user's own, named on the command line
    except Exception as error:
        del sys.modules[name]
        raise LogproofError(_problem(path, error)) from error
    return module


def _problem(path: Path, error: Exception) -> Problem:
    if isinstance(error, SyntaxError):
        return Problem(f"the rule does not parse: {error.msg}", str(path), error.lineno, error.offset)
    lines = [frame.lineno for frame in traceback.extract_tb(error.__traceback__) if frame.filename == str(path)]
    return Problem(f"the rule cannot be loaded: {type(error).__name__}: {error}", str(path), lines[-1] if lines else None)
