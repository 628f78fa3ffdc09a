"""`load`: what holds for a project. A warm run reads it from the cache and imports neither yaml nor pydantic."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec
from msgspec.structs import replace

import checker
from checker.errors import LogproofError
from checker.policy import compiled, locate
from checker.policy.effective import Effective, KnownRule
from checker.policy.locate import Source

ENTRIES = 64
"""How many outcomes the cache keeps."""
_DIGEST = 32


class Entry(msgspec.Struct, frozen=True):
    """One outcome, with the files that its key does not cover."""

    inputs: tuple[tuple[str, str], ...]
    """Path (absolute, or relative to the root) and digest of each pack of the project's own."""
    effective: Effective


def load(
    root: Path,
    *,
    config: Path | None = None,
    policies: Sequence[str] = (),
    overrides: Mapping[str, Any] | None = None,
    rules: Sequence[KnownRule],
    cache: bool = True,
    alone: bool = False,
) -> Effective:
    """What packs, settings and command line decide for the project at ``root``.

    ``policies`` (names, or paths from the working directory) take the place of the settings' ``policy``. ``overrides`` are settings
    by their names (``min-confidence`` or ``min_confidence``); ``None`` is not given. ``cache``: whether the user's cache directory may
    be used. ``alone``: no settings are looked for, only those that ``config`` names hold. Raises `LogproofError` with every problem of
    every file at once.
    """
    overrides = overrides or {}
    settings = None if alone and config is None else locate.settings(root, config)
    shipped = locate.shipped()
    if settings is None and not policies and all(value is None for value in overrides.values()):
        made = compiled.outcome(locate.packs_directory(), shipped, rules)
        if made is not None:
            return made
    entry = _entry_path(_key(settings, shipped, policies, overrides, rules)) if cache else None
    kept = _kept(entry, root) if entry else None
    if kept is not None:
        return kept
    from checker.policy.resolve import resolve

    made, sources = resolve(root, settings, shipped, policies, overrides, rules, trusted=config is not None)
    if entry:
        _keep(entry, Entry(tuple((_stored(source.path, root), source.digest) for source in sources), made))
    return made


def cache_directory() -> Path:
    """Where outcomes are kept: ``LOGPROOF_CACHE_DIR``, else the user's cache directory."""
    named = os.environ.get("LOGPROOF_CACHE_DIR")
    if named:
        return Path(named)
    from platformdirs import user_cache_dir

    return Path(user_cache_dir("logproof", appauthor=False))


def _key(
    settings: Source | None, shipped: Sequence[Source], policies: Sequence[str], overrides: Mapping[str, Any], rules: Sequence[KnownRule]
) -> str:
    """Hex over all inputs but the project's own packs, and over the code that reads them."""
    package = Path(checker.__file__).parent
    code = [*sorted(Path(__file__).parent.glob("*.py")), package / "model.py", *sorted((package / "vocabulary").glob("*.py"))]
    parts: Iterable[Any] = (
        checker.__version__,
        sys.version_info[:2],
        [(path.name, path.read_bytes()) for path in code],
        [(source.label, source.data) for source in (*shipped, *([settings] if settings else []))],
        [str(Path(name).resolve()) if _depends_on_place(name) else name for name in policies],
        dict(overrides),
        [(r.name, r.code, int(r.severity), int(r.confidence), r.enabled, dict(r.defaults)) for r in rules],
    )
    return hashlib.sha256(msgspec.msgpack.encode(parts, enc_hook=repr, order="deterministic")).hexdigest()


def _depends_on_place(name: str) -> bool:
    """Whether the outcome depends on where the command was called."""
    return os.sep in name or "/" in name or name.endswith((".yaml", ".yml"))


def _entry_path(key: str) -> Path | None:
    try:
        return cache_directory() / "policy" / key
    except (RuntimeError, OSError):  # no home directory
        return None


def _stored(path: Path, root: Path) -> str:
    return locate.label_of(path, root)


def _kept(entry: Path, root: Path) -> Effective | None:
    """The outcome, where there is one that is whole and whose packs have not changed."""
    try:
        data = entry.read_bytes() if entry.is_file() else b""
        if hashlib.sha256(data[_DIGEST:]).digest() != data[:_DIGEST]:
            return None
        found = msgspec.msgpack.decode(data[_DIGEST:], type=Entry)
        for path, digest in found.inputs:
            if locate.read(root / path, path).digest != digest:
                return None
    except (OSError, ValueError, LogproofError, msgspec.MsgspecError):
        return None
    return _thawed(found.effective)


def _thawed(effective: Effective) -> Effective:
    """Tuples inside untyped values again, which msgpack gives back as lists."""
    rules = {
        name: replace(rule, parameters=_tuples(rule.parameters), environments=_tuples(rule.environments))
        for name, rule in effective.rules.items()
    }
    origins = {name: (_tuples(value), path, line) for name, (value, path, line) in effective.origins.items()}
    return replace(effective, rules=rules, origins=origins)


def _tuples(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _tuples(child) for key, child in value.items()}
    return tuple(map(_tuples, value)) if isinstance(value, list) else value


def _keep(entry: Path, value: Entry) -> None:
    """Write through a temporary file; a cache that cannot be written is no error."""
    import tempfile  # most runs write nothing

    data = msgspec.msgpack.encode(value)
    try:
        entry.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=entry.parent, prefix=".new-")
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(hashlib.sha256(data).digest() + data)
            Path(name).replace(entry)
        except OSError:
            Path(name).unlink(missing_ok=True)
            raise
        _forget_oldest(entry.parent)
    except OSError:
        return


def _forget_oldest(directory: Path) -> None:
    entries = sorted((path for path in directory.iterdir() if not path.name.startswith(".")), key=lambda path: path.stat().st_mtime)
    for path in entries[:-ENTRIES]:
        path.unlink(missing_ok=True)
