"""What git says has changed between a revision's merge base and the files as they are, those that are not committed included."""

from __future__ import annotations

import os
import re
from collections.abc import Container, Iterable, Iterator, Sequence
from pathlib import Path

import msgspec

from checker.errors import LogproofError, Problem
from checker.tree import git, shown

_HUNK = re.compile(rb"@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@")
_DEFINED = re.compile(rb"-\s*(?:async\s+)?(?:def|class)\s+(\w+)")
_ESCAPE = re.compile(rb"\\([abfnrtv\"\\]|[0-7]{3})")
_SPELLED = {b"a": b"\a", b"b": b"\b", b"f": b"\f", b"n": b"\n", b"r": b"\r", b"t": b"\t", b"v": b"\v", b'"': b'"', b"\\": b"\\"}
_FILTER = r"^filter\..*\.(clean|process|required)$"
_DIFF = (
    "diff", "--unified=0", "--inter-hunk-context=0", "--find-renames", "--text", "--no-color", "--no-ext-diff", "--no-textconv",
    "--no-relative", "--ignore-submodules=all", "--src-prefix=a/", "--dst-prefix=b/",
)  # fmt: skip
_LONGEST = 200
"""Characters of a revision's name."""


class Hunk(msgspec.Struct, frozen=True):
    """Lines that were put in the place of others."""

    first: int
    """Of the lines as they are now, 1-based; where none is left, the line before."""
    count: int
    """How many there are now."""
    removed: int
    """How many there were."""


class Changes(msgspec.Struct):
    """What is not as it was."""

    revision: str
    """As it was given."""
    hunks: dict[str, list[Hunk]] = msgspec.field(default_factory=dict)
    """By path, relative to the project's root."""
    whole: set[str] = msgspec.field(default_factory=set)
    """Paths of files that are new to git, or of which it does not know what they were."""
    taken_out: set[str] = msgspec.field(default_factory=set)
    """Names in ``def`` and ``class`` lines that are gone."""


def changes(root: str, revision: str, paths: Iterable[str]) -> Changes:
    """Compare the project's files (their paths, as `checker.tree.shown` writes them) with the merge base of ``revision`` and HEAD.

    Raises LogproofError where git cannot tell.
    """
    try:
        return _changes(root, revision, paths)
    except TimeoutError as error:
        raise refusal(str(error), "see what `git diff` does there") from error


def _changes(root: str, revision: str, paths: Iterable[str]) -> Changes:
    prefix = _asked(root, "rev-parse", "--show-prefix")
    if prefix is None:
        raise refusal(f"{shown(root)} is in no git repository (or in one that git does not trust)", "leave --since out")
    base = merge_base(root, revision)
    found = Changes(revision)
    if not _compare(found, root, "", base, list(paths)):
        raise refusal(f"git cannot compare the files with `{revision}`", "see what `git diff` says there")
    return found


def _compare(found: Changes, root: str, folder: str, base: str, paths: Sequence[str]) -> bool:
    """Add what differs between a commit and the files below ``folder``: ``""``, or a submodule; ``False`` where git cannot tell."""
    place = str(Path(root, folder))
    before = f"{shown(folder)}/" if folder else ""
    own = [path.removeprefix(before) for path in paths if path.startswith(before)]
    files = [f":(literal){path}" for path in own if not path.endswith((".py", ".pyw"))]
    done = git(place, *_DIFF, base, "--", ":(top,glob)**/*.py", ":(top,glob)**/*.pyw", *files, settings=_without_filters(place))
    listed, top = git(place, "ls-files", "-z", "--cached"), _asked(place, "rev-parse", "--show-prefix")
    if done is None or listed is None or top is None or done.returncode or listed.returncode:
        return False
    top = top.removesuffix(b"\n")
    for name, hunk, names in _hunks(done.stdout):
        found.taken_out |= {word.decode("utf-8", "replace") for word in names}
        if name is not None and name.startswith(top):
            found.hunks.setdefault(before + _path(name[len(top) :]), []).append(hunk)
    tracked = {_path(name): name for name in listed.stdout.split(b"\0")}
    new = [path for path in own if path not in tracked]
    modules = {_around(path, tracked) for path in new} - {None}
    alike = {name for name in modules if name and _same_module(found, root, folder, os.fsdecode(tracked[name]), base, paths)}
    found.whole |= {before + path for path in new if _around(path, tracked) not in alike}
    return True


def _around(path: str, tracked: Container[str]) -> str | None:
    """The folder around an untracked file that git itself tracks: a submodule."""
    parts = path.split("/")
    return next((name for count in range(1, len(parts)) if (name := "/".join(parts[:count])) in tracked), None)


def _same_module(found: Changes, root: str, folder: str, name: str, base: str, paths: Sequence[str]) -> bool:
    """Whether the commit that a submodule had is known, so that only what differs from it counts."""
    commit = _asked(str(Path(root, folder)), "rev-parse", "--verify", "--quiet", f"{base}:./{name}")
    return commit is not None and _compare(found, root, str(Path(folder, name)), commit.decode().strip(), paths)


def _path(name: bytes) -> str:
    return shown(os.fsdecode(name))


def merge_base(root: str, revision: str) -> str:
    """The commit that a revision and HEAD have in common; raises LogproofError where git cannot tell."""
    if not revision or len(revision) > _LONGEST or revision.startswith("-") or not revision.isprintable():
        raise refusal(f"`{revision[:_LONGEST]}` is no revision", "give a branch, a tag or a commit, such as origin/main")
    commit = _asked(root, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
    shallow = (_asked(root, "rev-parse", "--is-shallow-repository") or b"").strip() == b"true"
    deepen = "this is a shallow clone: get its history with `git fetch --unshallow` (fetch-depth: 0 in actions/checkout)"
    if commit is None:
        hint = deepen if shallow else "`git branch --all` and `git tag` list what there is; `git fetch` gets what is missing"
        if ".." in revision:
            hint = f"give one revision: --since={revision.partition('..')[0] or 'HEAD'}"
        elif revision == "HEAD":
            hint = "the repository has no commit yet: leave --since out"
        raise refusal(f"git knows no revision `{revision}`", hint)
    base = _asked(root, "merge-base", commit.decode().strip(), "HEAD")
    if base is None:
        hint = deepen if shallow else "give a revision that the current one comes from"
        raise refusal(f"`{revision}` and the current revision have no common ancestor here", hint)
    return base.decode().strip()


def refusal(message: str, hint: str) -> LogproofError:
    """The error about the option."""
    return LogproofError(Problem(f"--since: {message}", hint=hint))


def _asked(root: str, *arguments: str) -> bytes | None:
    done = git(root, *arguments)
    return done.stdout if done is not None and done.returncode == 0 else None


def _without_filters(root: str) -> dict[str, str]:
    """Settings by which git runs none of the commands that a repository's configuration names for reading a changed file."""
    names = (_asked(root, "config", "--null", "--name-only", "--get-regexp", _FILTER) or b"").split(b"\0")
    return {(name := os.fsdecode(one)): "false" if name.endswith(".required") else "" for one in names if one}


def _hunks(patch: bytes) -> Iterator[tuple[bytes | None, Hunk, set[bytes]]]:
    """Every hunk with its file's name now (``None``: it is gone) and the definitions among the lines that were taken out."""
    name: bytes | None = None
    lines = iter(patch.split(b"\n"))
    for line in lines:
        match = _HUNK.match(line)
        if line.startswith(b"+++ "):
            name = _name(line[4:])
        elif match:
            removed, count = (int(number) if number is not None else 1 for number in (match[1], match[3]))
            # what stands in a hunk is counted, so that a line of it is never taken for a header
            gone = {found[1] for _ in range(removed) if (found := _DEFINED.match(_next(lines)))}
            for _ in range(count):
                _next(lines)
            yield name, Hunk(int(match[2]), count, removed), gone


def _next(lines: Iterator[bytes]) -> bytes:
    """The next line of a hunk; git says below one that has no line break at its end."""
    line = next(lines, b"")
    return next(lines, b"") if line.startswith(b"\\") else line


def _name(said: bytes) -> bytes | None:
    """The file's name in a header line; quoted as in C where it is unusual."""
    said = said.removesuffix(b"\t")
    if said.startswith(b'"'):
        said = _ESCAPE.sub(lambda match: _SPELLED.get(match[1]) or bytes([int(match[1], 8) & 0xFF]), said[1:-1])
    return said[2:] if said.startswith(b"b/") else None
