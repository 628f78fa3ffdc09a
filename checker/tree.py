"""The names below a folder, as git sees them: what is ignored is left out, with or without git."""

from __future__ import annotations

import contextlib
import os
import re
import subprocess
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

DEEPEST = 200
"""Folders within each other; what lies deeper is not read."""
_LARGEST = 1_000_000
"""Characters of a ``.gitignore`` that are read."""
_MOST_LINES = 5_000
"""Lines of a ``.gitignore`` that are obeyed."""
_LONGEST = 4_096
"""Characters of one pattern, which is as long as a path can be: the time that pathspec takes grows with the square of its length."""
_MOST_STARS = 4
"""In one part of a path, and ``**`` in a path: a regular expression's time grows with the name's length to the power of their number."""
_PATIENCE = 120
"""Seconds after which git is taken to hang (on a named pipe in the repository's configuration, say)."""


def shown(name: str) -> str:
    """A path of the operating system as valid Unicode."""
    if os.sep == "/" and name.isascii():
        return name
    return os.fsencode(name).decode("utf-8", "backslashreplace").replace(os.sep, "/")


def spec(patterns: Iterable[str]) -> GitIgnoreSpec:
    """Patterns as in ``.gitignore``; raises ValueError for one that makes no sense or would take for ever."""
    from pathspec import GitIgnoreSpec  # costs 17 ms; most runs in a git work tree need none

    patterns = list(patterns)
    for pattern in patterns:
        if len(pattern) > _LONGEST:
            raise ValueError(f"more than {_LONGEST} characters: {pattern[:60]}")
        if any(part.count("*") > _MOST_STARS for part in pattern.split("/") if part != "**") or pattern.count("**/") > _MOST_STARS:
            raise ValueError(f"more than {_MOST_STARS} stars: {pattern[:60]}")
    try:
        try:  # whatever engines are installed: each run is to say the same
            return GitIgnoreSpec.from_lines(patterns, backend="simple")
        except TypeError:  # before pathspec 1.0 there was only this one
            return GitIgnoreSpec.from_lines(patterns)
    except re.error as error:  # ``[z-a]``
        raise ValueError(str(error)) from error


def _ignore_file(path: str) -> GitIgnoreSpec:
    """What a ``.gitignore`` says; like git, nothing for a line that makes no sense. Raises OSError."""
    with open(path, encoding="utf-8", errors="replace") as stream:
        lines = stream.read(_LARGEST).split("\n")[:_MOST_LINES]
    try:
        return spec(lines)
    except ValueError:
        return spec([line for line in lines if _makes_sense(line)])


def _makes_sense(pattern: str) -> bool:
    try:
        spec([pattern])
    except ValueError:
        return False
    return True


def git(folder: str, *arguments: str, settings: Mapping[str, str] | None = None) -> subprocess.CompletedProcess[bytes] | None:
    """Run git on a repository that is not trusted; ``None`` where there is no git. Raises TimeoutError where it hangs.

    ``settings`` go before what the repository's own configuration says.
    """
    # fsmonitor is a command that the scanned repository's own configuration could name
    command = ["git", "--no-pager", "-c", "core.fsmonitor=false", "-c", "core.quotePath=true", *arguments]
    # a hook's variables speak of the repository that it runs in, not of this one
    environ = {name: value for name, value in os.environ.items() if name not in _OF_A_HOOK}
    environ |= {"GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", **_as_variables(settings or {})}
    # a partial clone's remote can be any command; git before 2.45 knows only the second, by which no protocol is one that may be used
    environ |= {"GIT_NO_LAZY_FETCH": "1", "GIT_ALLOW_PROTOCOL": "none"}
    try:
        return subprocess.run(
            command, cwd=folder, stdin=subprocess.DEVNULL, capture_output=True, check=False, env=environ, timeout=_PATIENCE
        )
    except OSError:
        return None
    except subprocess.TimeoutExpired as error:
        raise TimeoutError(f"git does not answer within {_PATIENCE} seconds") from error


def _as_variables(settings: Mapping[str, str]) -> dict[str, str]:
    """Variables, since a setting's name may hold the ``=`` that ends it in ``-c``; they come behind those that the user has set."""
    given = os.environ.get("GIT_CONFIG_COUNT", "")
    first = int(given) if given.isascii() and given.isdigit() else 0
    told = {"GIT_CONFIG_COUNT": str(first + len(settings))} if settings else {}
    for number, (name, value) in enumerate(settings.items(), first):
        told |= {f"GIT_CONFIG_KEY_{number}": name, f"GIT_CONFIG_VALUE_{number}": value}
    return told


def git_names(folder: str, prefix: str = "") -> list[str] | None:
    """What git tracks or would track; ``None`` where it cannot say. Raises TimeoutError where it hangs."""
    if prefix.count(os.sep) > DEEPEST or not any((above / ".git").exists() for above in (Path(folder), *Path(folder).parents)):
        return None
    try:
        done = git(folder, "ls-files", "-co", "--exclude-standard", "-z")
    except TimeoutError as error:
        raise TimeoutError(f"git does not say within {_PATIENCE} seconds which files there are") from error
    if done is None or done.returncode != 0:
        return None
    names: list[str] = []
    modules = os.path.lexists(os.path.join(folder, ".gitmodules"))
    for name in map(os.fsdecode, filter(None, done.stdout.split(b"\0"))):
        inner = os.path.join(folder, name.rstrip("/"))
        if not name.endswith("/") and not (modules and os.path.isdir(inner)):
            names.append(prefix + name)
        elif os.path.lexists(os.path.join(inner, ".git")) and not os.path.islink(inner):  # a repository in the repository
            names += git_names(inner, os.path.join(prefix, name.rstrip("/"), "")) or []
    return names


def is_sparse(folder: str) -> bool:
    """Whether git is told to check only a part of the repository out."""
    with contextlib.suppress(TimeoutError):
        done = git(folder, "config", "--type=bool", "--get", "core.sparseCheckout")
        return done is not None and done.stdout.strip() == b"true"
    return False


_OF_A_HOOK = frozenset(("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR", "GIT_OBJECT_DIRECTORY"))


def walk_names(
    root: str, top: str, pruned: Callable[[str, Container[str] | None], bool], closed: Callable[[str, OSError], None]
) -> Iterator[str]:
    """The same without git: ``.gitignore`` files are obeyed, links to folders not followed.

    ``pruned`` says whether to leave a folder out: first asked with its name alone, then with the names in it; ``top`` never is.
    ``closed`` is told of each folder that cannot be listed, or lies too deep.
    """
    waiting: list[tuple[str, list[tuple[str, GitIgnoreSpec]]]] = [(top, [])]
    while waiting:
        folder, ignores = waiting.pop()
        try:
            entries = list(os.scandir(os.path.join(root, folder)))
        except OSError as error:
            closed(folder, error)
            continue
        held = {entry.name for entry in entries}
        if folder != top and pruned(folder, held):
            continue
        if ".gitignore" in held and os.path.isfile(ignore := os.path.join(root, folder, ".gitignore")) and not os.path.islink(ignore):
            with contextlib.suppress(OSError):
                ignores = [*ignores, (folder, _ignore_file(ignore))]
        before = os.path.join(folder, "")
        for entry in entries:
            name = before + entry.name
            inside = entry.is_dir(follow_symlinks=False)
            if ignores and _ignored(name + "/" if inside else name, ignores):
                continue
            if not inside:
                yield name
            elif pruned(name, None):
                continue
            elif name.count(os.sep) < DEEPEST:
                waiting.append((name, ignores))
            else:
                closed(name, OSError("it lies too deep"))


def _ignored(name: str, ignores: list[tuple[str, GitIgnoreSpec]]) -> bool:
    for folder, spec in reversed(ignores):
        said = spec.check_file(shown(name[len(folder) + 1 :] if folder else name)).include
        if said is not None:
            return said
    return False
