"""Which files are read: the project's own Python source, not what others wrote or a tool made.

Only names and stat are looked at here; of a file without an extension the first bytes too.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path

import msgspec

from checker import patterns as re
from checker.errors import LogproofError, Problem
from checker.files import TOO_LARGE, File, is_script, look_at
from checker.tree import DEEPEST, git_names, shown, spec, walk_names

MARKERS = ("pyproject.toml", "setup.py", "setup.cfg", ".git", "logproof.yaml")
VENDORED = frozenset(
    ("vendor", "_vendor", "vendored", "_vendored", "third_party", "third-party", "thirdparty", "node_modules", "bower_components",
     "site-packages", "dist-packages")
)  # fmt: skip
BUILT = frozenset(
    ("build", "dist", ".tox", ".nox", ".eggs", ".git", ".hg", ".svn", ".venv", "__pycache__", "__pypackages__", ".mypy_cache",
     ".ruff_cache", ".pytest_cache", ".ipynb_checkpoints")
)  # fmt: skip
_OF_COPIES = frozenset(
    ("lib", "libs", "lib3", "ext", "extern", "external", "externals", "deps", "dependencies", "packages", "pylib", "pylibs", "contrib")
)  # fmt: skip
"""Folders in which a program may keep copies of libraries, beside or instead of code of its own."""
_LIBRARIES = (
    "requests", "urllib3", "certifi", "idna", "chardet", "charset_normalizer", "six.py", "yaml", "bs4", "pytz", "dateutil", "oauthlib",
    "simplejson", "httplib2", "feedparser", "feedparser.py", "html5lib", "jinja2", "markupsafe", "mako", "tornado", "cherrypy", "flask",
    "werkzeug", "click", "sqlalchemy", "pkg_resources", "soupsieve", "tzlocal", "apscheduler", "zipp.py", "typing_extensions.py"
)  # fmt: skip
_ENOUGH = 4
"""Libraries beside each other by which a folder is one of copies: nobody's own packages are called so."""
_MARK = f".dist-info{os.sep}"
_GENERATED_NAME = re.compile(r"(_pb2|_pb2_grpc|^_version|^_generated_version)\.py$")


class Project(msgspec.Struct, frozen=True):
    """The enclosing project of what was asked for."""

    root: str
    """Absolute, symbolic links resolved."""
    asked: tuple[str, ...]
    """PATHS, relative to the root as in `File.path`; ``""`` is the root itself."""
    given: tuple[str, ...] = ()
    """The same as the operating system takes them."""
    alone: bool = False
    """Whether nothing marks a project: then only what was asked for is read."""

    def covers(self, path: str) -> bool:
        """Whether the path is, or lies in, something that was asked for."""
        return any(not part or path == part or path.startswith(f"{part}/") for part in self.asked)


class Listing(msgspec.Struct):
    """What was found, and what was left out on purpose."""

    files: list[File] = msgspec.field(default_factory=list)
    """Sorted by path."""
    others: list[File] = msgspec.field(default_factory=list)
    """Files that are no Python and that somebody wants; sorted by path."""
    left_out: dict[str, str] = msgspec.field(default_factory=dict)
    """Path of a Python file to the reason: ``vendored``."""
    gone: int = 0
    """Python files that git tracks and that are not on the disk."""


def locate(paths: Sequence[str], cwd: str, new: str | None = None) -> Project:
    """Find the project of the paths; raises LogproofError for paths that do not exist, are no files or folders, or lie outside of it.

    ``new`` is asked for instead, and is a file that need not exist (one that an editor has not saved yet).
    """
    paths = paths if new is None else [new]
    full = [os.path.realpath(os.path.join(cwd, path)) for path in paths or (".",)]
    problems = [problem for given in paths if (problem := _unfit(given, cwd, new=new is not None))]
    if problems:
        raise LogproofError(*problems)
    folders = [real if os.path.isdir(real) else os.path.dirname(real) for real in full]
    closed = dict.fromkeys(folder for folder in folders if os.path.isdir(folder) and not os.access(folder, os.X_OK))
    if closed:
        raise LogproofError(*(Problem("the folder cannot be entered: Permission denied", shown(folder)) for folder in closed))
    marked = _project([Path(folder) for folder in folders], stop=os.path.isdir(full[0]))
    root = str(marked) if marked else os.path.commonpath(folders)
    asked = [os.path.relpath(real, root) for real in full]
    outside = [given for given, inside in zip(paths, asked, strict=False) if inside == os.pardir or inside.startswith(os.pardir + os.sep)]
    if outside:
        hint = "check it in a run of its own"
        raise LogproofError(*(Problem(f"lies outside the project {shown(root)}", path=shown(given), hint=hint) for given in outside))
    given = tuple("" if inside == os.curdir else inside for inside in asked)
    return Project(root, tuple(map(shown, given)), given, alone=marked is None)


def _unfit(given: str, cwd: str, *, new: bool) -> Problem | None:
    """What speaks against a path that was named; a link is taken for what it leads to where that belongs to the same project."""
    path = os.path.join(cwd, given)
    real, link = os.path.realpath(path), os.path.islink(path)
    if not os.path.exists(real):
        slashes = given.replace("\\", "/")
        hint = f"did you mean {shown(slashes)}?" if slashes != given and os.path.exists(os.path.join(cwd, slashes)) else None
        told = "it is a symbolic link to nothing" if link else "no such file or folder"
        return None if new else Problem(told, path=shown(given), hint=hint)
    if os.path.isdir(real):
        return None
    if not os.path.isfile(real):
        return Problem("it is neither a file nor a folder, and is not read", path=shown(given))
    around = _ascend(Path(os.path.realpath(os.path.dirname(path))), stop=False) if link else None
    if around is None or Path(real).is_relative_to(around):
        return None
    hint = f"to check what it leads to: logproof check {shown(real)}"
    return Problem("it is a symbolic link out of the project, which is not followed", path=shown(given), hint=hint)


def _project(folders: Sequence[Path], *, stop: bool) -> Path | None:
    """The first folder's project; where the others lie outside of it, the nearest that holds all: a repository of several projects."""
    nearest = marked = _ascend(folders[0], stop=stop)
    while marked is not None and not all(folder.is_relative_to(marked) for folder in folders):
        marked = _ascend(marked.parent, stop=False) if marked != marked.parent else None
    return marked or nearest


def _ascend(start: Path, *, stop: bool) -> Path | None:
    """The nearest marked folder; with ``stop`` a folder of foreign code ends the search, so that it can be checked for itself."""
    for folder in (start, *start.parents):
        if any(os.path.exists(folder / marker) for marker in MARKERS if not _is_module(folder, marker)):  # False where it may not be asked
            return folder
        if stop and (folder.name in VENDORED | BUILT or folder.parent.name in VENDORED | BUILT or os.path.exists(folder / "pyvenv.cfg")):
            return None
    return None


def _is_module(folder: Path, marker: str) -> bool:
    """Whether a ``setup.py`` is a module like any other: it lies in a package."""
    return marker == "setup.py" and os.path.exists(folder / "__init__.py")


def listing(
    project: Project, exclude: Sequence[str] = (), content: bytes | None = None, wanted: Callable[[str], bool] = lambda path: False
) -> Listing:
    """The project's Python files; ``exclude`` are gitignore patterns, where ``!pattern`` takes back in what is left out by default.

    ``content`` stands for what the disk holds of the one file that was asked for. ``wanted`` says by its path whether a file that is no
    Python is to be listed too.
    """
    found = Listing()
    judge = _Judge(project.root, exclude)
    names = set(_names(project, judge, partial(_closed, project.root, judge, found)))
    judge.know(_installed(names))
    unsaved = project.given[0] if content is not None else None
    if unsaved is not None and not os.path.lexists(os.path.join(project.root, unsaved)):
        names.add(unsaved)
    for name in sorted(names):
        base = name.rpartition(os.sep)[2]
        plain = "." not in base and name != unsaved
        if not base.endswith((".py", ".pyw")) and wanted(shown(name)):
            found.others += _other(project.root, name, judge, content if name == unsaved else None)
            continue
        if not plain and not base.endswith((".py", ".pyw")) and name != unsaved:
            continue
        reason = judge.reason(name) if name.count(os.sep) <= DEEPEST else f"nested deeper than {DEEPEST} folders"
        if reason:
            if not plain:
                found.left_out[shown(name)] = reason
            continue
        if name == unsaved:
            found.files.append(File(shown(name), os.path.join(project.root, name), data=content))
            continue
        file = look_at(project.root, name)
        found.gone += file is None and not plain and not os.path.lexists(os.path.join(project.root, name))
        if file and (not plain or (file.problem in ("", TOO_LARGE) and is_script(file.real))):
            found.files.append(file)
    found.files.sort(key=lambda file: file.path)
    found.others.sort(key=lambda file: file.path)
    for name in {*project.given} - names:
        if name and os.path.isfile(os.path.join(project.root, name)):
            found.left_out[shown(name)] = judge.reason(name) or "ignored by git"
    return found


def _other(root: str, name: str, judge: _Judge, content: bytes | None) -> list[File]:
    if judge.reason(name) or name.count(os.sep) > DEEPEST:
        return []
    if content is not None:
        return [File(shown(name), os.path.join(root, name), data=content)]
    file = look_at(root, name)
    return [file] if file is not None else []


def _installed(names: Iterable[str]) -> frozenset[str]:
    """Folders below the root with the marks of several packages: ``pip install --target libs`` leaves ``libs/idna-3.7.dist-info``.

    The root of an unpacked wheel has one.
    """
    marks = {name.partition(_MARK)[0] for name in names if _MARK in name}
    folders = Counter(mark.rpartition(os.sep)[0] for mark in marks)
    return frozenset(folder for folder, count in folders.items() if folder and count > 1)


class _Judge:
    """Says of a path why it is left out; remembers what it said of folders."""

    def __init__(self, root: str, exclude: Sequence[str]) -> None:
        self.root = root
        try:
            self.spec = spec(exclude) if exclude else None
        except ValueError as error:
            raise LogproofError(
                Problem(f"a pattern of `exclude` makes no sense: {error}", hint="patterns are those of .gitignore")
            ) from error
        self.takes_back = any(pattern.startswith("!") for pattern in exclude)
        self.folders: dict[str, str] = {"": ""}
        self.installed: frozenset[str] = frozenset()

    def know(self, installed: frozenset[str]) -> None:
        """Folders into which packages were installed; what was said before of those below them counts no more."""
        if installed:
            self.installed, self.folders = installed, {"": ""}

    def reason(self, name: str) -> str:
        """``""`` where it is read."""
        said = self.spec.check_file(shown(name)).include if self.spec else None
        if said is not None:
            return "excluded by the settings" if said else ""
        folder, _, base = name.rpartition(os.sep)
        if _GENERATED_NAME.search(base):
            return "generated"
        return self.folder(folder)

    def folder(self, name: str, held: Container[str] | None = None) -> str:
        """The reason for a folder and all below it; ``held`` are the names in it, where they are known."""
        known = self.folders.get(name)
        if known is None:
            known = self.folders[name] = self.folder(name.rpartition(os.sep)[0]) or self._own(name, held)
        return known

    def prunes(self, name: str, held: Container[str] | None) -> bool:
        """Whether nothing in a folder can be wanted: as far as its name tells, or also the names in it."""
        if held is None:
            return not self.takes_back and name.rpartition(os.sep)[2] in VENDORED
        return bool(self.folder(name, held)) and not self.takes_back

    def _own(self, name: str, held: Container[str] | None) -> str:
        base = name.rpartition(os.sep)[2]

        def holds(inner: str) -> bool:
            return inner in held if held is not None else os.path.exists(os.path.join(self.root, name, inner))

        if base in VENDORED or name in self.installed or (base in _OF_COPIES and sum(map(holds, _LIBRARIES)) >= _ENOUGH):
            return "vendored"
        # a tracked package may well be called `build`; build output has no __init__.py at its top
        if base.endswith((".egg-info", ".egg")) or (base in BUILT and not holds("__init__.py")):
            return "build output"
        return "a virtual environment" if holds("pyvenv.cfg") or holds("conda-meta") else ""


def _closed(root: str, judge: _Judge, found: Listing, name: str, error: OSError) -> None:
    """Note a folder that cannot be listed as one that is not read; raises LogproofError for the root, without which there is nothing."""
    if not name:
        raise LogproofError(Problem(f"the folder cannot be listed: {error.strerror or error}", shown(root)))
    if not judge.reason(os.path.join(name, "any")):
        told = f"it is a folder that cannot be listed: {error.strerror or error}"
        found.files.append(File(shown(name), os.path.join(root, name), problem=told))


def _names(project: Project, judge: _Judge, closed: Callable[[str, OSError], None]) -> Iterator[str]:
    """Paths below the root, relative, that git or its ignore files do not leave out."""
    if not project.alone:
        try:
            listed = git_names(project.root)
        except TimeoutError as error:
            hint = "see what `git ls-files -co --exclude-standard` does there"
            raise LogproofError(Problem(str(error), shown(project.root), hint=hint)) from error
        if listed or (listed is not None and os.path.lexists(os.path.join(project.root, ".git"))):
            yield from listed
        else:  # no git, a repository that it does not trust, or a project in a folder that an outer repository ignores
            yield from walk_names(project.root, "", judge.prunes, closed)
        return
    for part in project.given:
        full = os.path.join(project.root, part)
        if os.path.isdir(full):
            yield from walk_names(project.root, part, judge.prunes, closed)
        else:
            yield part
