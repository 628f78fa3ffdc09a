"""Where reports go: standard output, a file that is replaced whole, a device."""

from __future__ import annotations

import contextlib
import os
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

import msgspec

from checker.errors import LogproofError, Problem
from checker.report.escape import visible

Write = Callable[[TextIO], None]
_NO_REPORTS = frozenset({".py", ".pyi", ".pyw", ".pyx", ".toml", ".cfg", ".ini", ".yaml", ".yml"})
"""How files end that no format of a report is called after: one that is there is somebody's work."""


_NARROWEST = 40
"""Columns; a page for a narrower terminal could not be read."""


class Target(msgspec.Struct, frozen=True):
    """One ``--report FORMAT[=PATH]``."""

    format: str
    path: str = ""
    """``""`` is standard output."""


def targets(wanted: Sequence[str], formats: Sequence[str]) -> tuple[Target, ...]:
    """Read the options; raises LogproofError for every one that cannot be, before anything is run."""
    made = tuple(Target(form, "" if path == "-" else path) for form, _, path in (word.partition("=") for word in wanted))
    problems = [problem for target in made if (problem := _problem(target, formats))]
    if sum(not target.path for target in made) > 1:
        problems.append(Problem("two reports cannot both go to standard output", hint="give one a file: --report FORMAT=PATH"))
    if problems:
        raise LogproofError(*problems)
    return made


def _problem(target: Target, formats: Sequence[str]) -> Problem | None:
    if target.format not in formats:
        import difflib

        near = difflib.get_close_matches(target.format, formats, 1)
        hint = f"did you mean `{near[0]}`?" if near else f"there are {', '.join(formats)}"
        return Problem(f"there is no report format `{target.format}`", hint=hint)
    try:
        return _misplaced(target.path) if target.path else None
    except OSError as error:  # a folder that may not be entered
        return Problem(f"the report cannot be written: {error.strerror or error}", path=target.path)


def _misplaced(path: str) -> Problem | None:
    folder = Path(path).parent
    if not folder.is_dir():
        return Problem(f"the report cannot be written: there is no folder {folder}", path=path)
    if Path(path).is_dir():
        return Problem("the report cannot be written: it is a folder", path=path)
    if Path(path).suffix.lower() in _NO_REPORTS and Path(path).is_file():
        return Problem("the report would take the place of a source or of settings", path=path, hint="give it another name")
    return None


def text_writer(text: str) -> Write:
    """Writes a text; what the stream's encoding lacks as an escape."""

    def write_to(stream: TextIO) -> None:
        encoding = stream.encoding or "utf-8"
        stream.write(text.encode(encoding, "backslashreplace").decode(encoding))

    return write_to


def write(write_to: Write, path: str = "", what: str = "the report") -> None:
    """Write to a file, all or nothing, or to standard output. ``what`` is for messages."""
    if not path:
        write_to(sys.stdout)
        sys.stdout.flush()
        return
    try:
        if Path(path).exists() and not Path(path).is_file():  # a device or a pipe
            with Path(path).open("w", encoding="utf-8", newline="\n") as stream:
                write_to(stream)
        else:
            _replace(write_to, Path(path))
    except OSError as error:
        raise LogproofError(Problem(f"{what} cannot be written: {error.strerror or error}", path=path)) from error


def say(wanted: Sequence[Target], sentence: str) -> None:
    """Say on standard error what was found where every report went to a file: otherwise an exit code alone would tell."""
    paths = [target.path for target in wanted if target.path]
    if paths and len(paths) == len(wanted):
        sys.stderr.write(visible(f"logproof: {sentence}; written to {', '.join(paths)}") + "\n")


def _replace(write_to: Write, path: Path) -> None:
    import tempfile

    descriptor, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8", newline="\n") as stream:
            write_to(stream)
        mask = os.umask(0)
        os.umask(mask)
        Path(name).chmod(path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~mask)
        Path(name).replace(path.resolve())
    except BaseException:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise


def colored(stream: TextIO) -> bool:
    """Whether to colour: FORCE_COLOR says yes, NO_COLOR no, and otherwise a terminal decides."""
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or (stream.isatty() and os.environ.get("TERM") != "dumb")


def width(stream: TextIO) -> int:
    """Columns of the terminal, within reason; 100 where there is none."""
    if not stream.isatty():
        return 100
    import shutil  # brings every compression; a hook has no terminal

    return max(_NARROWEST, min(140, shutil.get_terminal_size((100, 24)).columns))


class Progress(msgspec.Struct):
    """One line on a terminal's stderr, after a second and ten times a second at most."""

    stream: TextIO
    next: float = msgspec.field(default_factory=lambda: time.monotonic() + 1)
    drawn: bool = False

    def __call__(self, what: str, done: int, of: int) -> None:
        """Tell that ``done`` of so many are ready."""
        if time.monotonic() >= self.next:
            self.stream.write(f"\r\x1b[K{what} {done} of {of} files")
            self.stream.flush()
            self.next, self.drawn = time.monotonic() + 0.1, True

    def clear(self) -> None:
        """Leave the terminal as it was."""
        if self.drawn:
            self.stream.write("\r\x1b[K")
            self.stream.flush()


@contextmanager
def progress() -> Iterator[Callable[[str, int, int], None]]:
    """Progress where somebody can see it."""
    if not sys.stderr.isatty():
        yield lambda what, done, of: None
        return
    line = Progress(sys.stderr)
    try:
        yield line
    finally:
        line.clear()
