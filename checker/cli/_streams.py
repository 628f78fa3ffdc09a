"""Standard output and standard error that may be closed, full or without a reader: none of that breaks a run or changes what it found."""

from __future__ import annotations

import io
import os
import sys
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

_STANDARD_ERROR = 2


class Patient(io.RawIOBase):
    """Hands on what is written to a stream until that fails, and from then on swallows it."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream  # which would close what is below it if nobody held it
        self._inner = getattr(stream.buffer, "raw", stream.buffer)
        self.refused: OSError | None = None
        """Why nothing more is handed on."""

    def writable(self) -> bool:
        """Always."""
        return True

    def fileno(self) -> int:
        """The stream's own number."""
        return self._stream.fileno()

    def isatty(self) -> bool:
        """Whether it is a terminal."""
        return self._stream.isatty()

    def write(self, data: ReadableBuffer, /) -> int | None:
        """How many bytes were taken."""
        taken: int | None = memoryview(data).nbytes
        if self.refused is None:
            try:
                taken = self._inner.write(data)
            except OSError as error:
                self.refused = error
        return taken


def stand_in() -> Patient:
    """Put patient streams in the places of standard output, which is returned, and of standard error."""
    _open_missing()
    sys.stderr, _ = _patient(sys.stderr)
    sys.stdout, output = _patient(sys.stdout)
    return output


def unwritten(output: Patient) -> str:
    """What to say of a standard output that did not take everything; nothing of a reader that went away, as with ``| head``."""
    sys.stdout.flush()
    error = output.refused
    return "" if error is None or isinstance(error, BrokenPipeError) else f"standard output: {error.strerror or error}"


def _patient(stream: TextIO) -> tuple[TextIO, Patient]:
    stream.flush()
    patient, through = Patient(stream), bool(getattr(stream, "write_through", False))
    buffer = io.BufferedWriter(patient)
    return io.TextIOWrapper(
        buffer, stream.encoding, stream.errors, line_buffering=bool(stream.line_buffering), write_through=through
    ), patient


def _open_missing() -> None:
    """Stand the null device in for output that the caller has closed: ``logproof check >&-``; no file that is opened later comes there."""
    if sys.stdout is not None and sys.stderr is not None:
        return
    while (number := os.open(os.devnull, os.O_RDWR)) <= _STANDARD_ERROR:
        pass
    os.close(number)
    sys.stdout = sys.stdout or os.fdopen(os.open(os.devnull, os.O_WRONLY), "w", encoding="utf-8")
    sys.stderr = sys.stderr or os.fdopen(os.open(os.devnull, os.O_WRONLY), "w", encoding="utf-8")
