"""Where settings and packs lie. Imports nothing heavy: a warm run passes through here."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

import msgspec

import checker
from checker import patterns as re
from checker.errors import LogproofError, Problem

SHIPPED = "logproof:policies/"
"""How the label of a shipped file begins."""
LIMIT = 1_000_000
"""Bytes; no settings file or pack may be larger."""
_YAML = ("logproof.yaml", "logproof.yml")
_TOML = "pyproject.toml"
_WIDE = (b"\xff\xfe", b"\xfe\xff")
"""How a text in UTF-16 begins."""
_TABLES = re.compile(rb"(?m)^[ \t]*\[{1,2}[ \t]*(?P<tool>tool\.)?(?P<name>[lL][\w-]{5,11})[ \t]*[\].]")
"""Heads of tables whose names may be meant for ours."""
_ALIKE = 0.87


class Source(msgspec.Struct, frozen=True):
    """One file that settings are read from, and its bytes."""

    label: str
    """As messages name it."""
    path: Path
    data: bytes

    @property
    def digest(self) -> str:
        """Hex, of the content."""
        return hashlib.sha256(self.data).hexdigest()

    @property
    def shipped(self) -> bool:
        """Whether it came with logproof."""
        return self.label.startswith(SHIPPED)


def packs_directory() -> Path:
    """Where the shipped packs lie: inside the package in a wheel, beside it in a checkout (also one installed as editable).

    Raises `LogproofError` where neither is there.
    """
    package = Path(checker.__file__).resolve().parent
    for directory in (package / "_policies", package.parent / "policies"):
        if (directory / "default.yaml").is_file():
            return directory
    raise LogproofError(Problem("the shipped policy packs are missing", str(package / "_policies"), hint="install logproof again"))


def shipped() -> tuple[Source, ...]:
    """Every shipped pack and vocabulary file, in order of name; the vocabularies' labels have ``vocabulary/`` in them."""
    directory = packs_directory()
    paths = [*sorted(directory.glob("*.yaml")), *sorted(directory.glob("vocabulary/*.yaml"))]
    return tuple(Source(SHIPPED + path.relative_to(directory).as_posix(), path, path.read_bytes()) for path in paths)


def read(path: Path, label: str, named_by: Problem | None = None) -> Source:
    """Read one file of at most `LIMIT` bytes; raises `LogproofError`, at the place of ``named_by`` where that is given."""
    at = (named_by.path, named_by.line, named_by.column) if named_by else (label, None, None)
    try:
        if not path.is_file():
            raise LogproofError(Problem(f"there is no file {label}", *at))
        with path.open("rb") as stream:
            data = stream.read(LIMIT + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise LogproofError(Problem(f"{label} cannot be read: {reason}", *at)) from error
    if len(data) > LIMIT:
        raise LogproofError(Problem(f"the file is larger than {LIMIT:,} bytes", label))
    return Source(label, path, data)


def label_of(path: Path, root: Path) -> str:
    """Relative to the root with ``/`` where it lies below it, else as it is."""
    try:
        return path.resolve().relative_to(root.resolve()).as_posix()
    except (ValueError, OSError, RuntimeError):
        return str(path)


def settings(root: Path, config: Path | None) -> Source | None:
    """The one settings file of the project, or the one that the command line names.

    Raises `LogproofError` where there are two, or the named one is missing.
    """
    if config is not None:
        if config.suffix not in {".yaml", ".yml", ".toml"}:
            raise LogproofError(Problem("settings are read from .yaml and .toml files only", str(config)))
        return read(config, label_of(config, root))
    found = list(_candidates(root))
    if len(found) > 1:
        names = " and ".join(source.label for source in found)
        hint = "keep one of them; or name the one to use with --config"
        raise LogproofError(Problem(f"there are settings in {names}", found[0].label, hint=hint))
    if found and found[0].label == "logproof.yml":
        raise LogproofError(Problem("settings are read from logproof.yaml, not from logproof.yml", "logproof.yml", hint="rename it"))
    return found[0] if found else None


def _candidates(root: Path) -> Iterator[Source]:
    path = root / _TOML
    if path.is_file():
        source = _inside(root, _TOML)
        if source.data.startswith(_WIDE) and "logproof" in source.data.decode("utf-16", "replace"):
            raise LogproofError(Problem("it is written in UTF-16", source.label, hint="TOML is UTF-8: save the file so"))
        if b"logproof" in source.data and _has_table(source):
            yield source
        else:
            _refuse_misspelt(source)
    for name in _YAML:
        if os.path.lexists(root / name):
            yield _inside(root, name)


def _inside(root: Path, name: str) -> Source:
    """Read a file of the project; a link out of it could show what the project must not see, by the errors about it."""
    path = root / name
    try:
        out = path.is_symlink() and not path.resolve().is_relative_to(root.resolve())
    except (OSError, RuntimeError):  # a loop
        out = True
    if out:
        hint = "name the file with --config"
        raise LogproofError(Problem("the settings file is a symbolic link out of the project, which is not followed", name, hint=hint))
    if not path.is_file():
        raise LogproofError(Problem("the settings file is not a regular file", name))
    return read(path, name)


def _refuse_misspelt(source: Source) -> None:
    """Raise where a table is meant for logproof and is not called so: else a check would go by the defaults, and nobody be told."""
    for table in _TABLES.finditer(source.data):
        import difflib

        name = table["name"].decode("ascii", "replace")
        meant = difflib.SequenceMatcher(None, re.sub(r"[-_]", "", name.lower()), "logproof").ratio() >= _ALIKE
        if meant and (table["tool"] or name == "logproof"):
            written = f"tool.{name}" if table["tool"] else name
            line = source.data.count(b"\n", 0, table.start("name")) + 1
            hint = "settings stand below `[tool.logproof]`"
            raise LogproofError(Problem(f"`[{written}]` is no table of settings for logproof", source.label, line, hint=hint))


def _has_table(source: Source) -> bool:
    """Whether pyproject.toml has the table; one that does not parse counts, so that its error is told."""
    from checker.policy.toml_reader import has_settings

    return has_settings(source.data)
