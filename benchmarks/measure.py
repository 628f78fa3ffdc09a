"""Runs one command and measures it from outside: wall time, processor time and memory over its whole tree of processes."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

POLL_SECONDS = 0.05
PAGE = os.sysconf("SC_PAGE_SIZE")
MAXRSS_UNIT = 1 if sys.platform == "darwin" else 1024
"""ru_maxrss is in bytes on macOS and in KiB elsewhere."""


@dataclass(frozen=True, slots=True)
class Sample:
    """What one run cost."""

    seconds: float
    """Wall time from before the start until the process was waited for."""
    cpu: float
    """User and system seconds of the process and of all its children that were waited for."""
    largest: int
    """Bytes: the resident set of the largest single process, as the kernel accounts it (ru_maxrss)."""
    tree: int | None
    """Bytes: the highest sum of resident sets over the tree seen by polling; shared pages count once for each process, and a
    peak shorter than the polling interval may be missed. ``None`` where there is no /proc."""
    code: int
    output: str
    """Standard output, then standard error."""


def _tree(pid: int) -> Iterator[int]:
    """The process and its living descendants."""
    yield pid
    for thread in Path(f"/proc/{pid}/task").glob("*/children"):
        for child in thread.read_text().split():
            yield from _tree(int(child))


def _resident(pid: int) -> int:
    """Bytes that the process and its descendants hold now."""
    total = 0
    try:
        for member in _tree(pid):
            total += int(Path(f"/proc/{member}/statm").read_text().split()[1]) * PAGE
    except (OSError, ValueError, IndexError):
        return total  # a process ended between two reads; the next poll sees the rest
    return total


class _Watch(threading.Thread):
    """Polls a tree's memory until it is told to stop."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self.pid = pid
        self.peak = 0
        self.done = threading.Event()

    def run(self) -> None:
        while not self.done.wait(POLL_SECONDS):
            self.peak = max(self.peak, _resident(self.pid))


def environment(folder: Path, **added: str) -> dict[str, str]:
    """This process's, but that Python keeps its bytecode as it does for what is installed; below ``folder``, not in the checkout."""
    inherited = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**inherited, "PYTHONPYCACHEPREFIX": str(folder / "bytecode"), **added}


def run(command: Sequence[str], environment: Mapping[str, str], folder: Path) -> Sample:
    """Run the command to its end in ``folder``."""
    started = time.perf_counter()
    with (folder / "output.txt").open("w+b") as output:
        process = subprocess.Popen(command, env=dict(environment), cwd=folder, stdout=output, stderr=output, stdin=subprocess.DEVNULL)
        watch = _Watch(process.pid) if Path("/proc/self/statm").exists() else None
        if watch:
            watch.start()
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        if watch:
            watch.done.set()
            watch.join()
        output.seek(0)
        text = output.read().decode(errors="replace")
    return Sample(
        seconds,
        usage.ru_utime + usage.ru_stime,
        usage.ru_maxrss * MAXRSS_UNIT,
        watch.peak if watch else None,
        process.returncode,
        text,
    )
