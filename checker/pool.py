"""One function over many items, in this process or in several, with the results in the items' order.

A worker that dies (a parser's stack overflow takes the whole process along) costs the item that killed it and nothing else.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, BinaryIO, Generic, NoReturn, Protocol, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

Item = TypeVar("Item")
Result = TypeVar("Result")

FEW = 20
"""So many items and fewer are not worth starting processes for."""
SHARE = 2
"""A chunk is this part of what would be left for each worker: the last ones are so small that none waits long for another."""
LARGEST_CHUNK = 32


class Code(Protocol[Result]):
    """How results come through a pipe."""

    def encode(self, results: list[Result], /) -> bytes:
        """As bytes."""

    def decode(self, data: bytes, /) -> list[Result]:
        """And back."""


@dataclass(frozen=True, slots=True)
class Work(Generic[Item, Result]):
    """What to do with each item; all of it can be sent to another process."""

    each: Callable[[Item], Result]
    lost: Callable[[Item], Result]
    """What stands for an item that killed its worker; called in this process."""
    prepare: Callable[..., None] | None = None
    """Called once in every process that works, with ``arguments``."""
    arguments: tuple[Any, ...] = ()
    code: Code[Result] | None = None
    """How results come out of a simple fork, where that is enough."""
    cyclic: bool = True
    """Whether it leaves objects behind that hang together in circles, which the collector alone can free; to look for them costs time."""
    largest: int = LARGEST_CHUNK
    """Items of a chunk at most: more where neighbours need the same things, which each process makes for itself."""


def workers(asked: int | None) -> int:
    """How many processes: what was asked for, else one for each core that this process may use."""
    if asked:
        return asked
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def run(
    work: Work[Item, Result], items: Sequence[Item], jobs: int, *, apart: bool = False, done: Callable[[int], None] | None = None
) -> list[Result]:
    """The result for each item, in order; ``done`` hears how many more are ready.

    ``apart`` keeps even few items out of this process, for work that may crash.
    """
    done = done or (lambda count: None)
    if not items:
        return []
    if not apart and (jobs == 1 or len(items) <= FEW):
        if work.prepare:
            work.prepare(*work.arguments)
        with _collecting(work.cyclic):
            return [_told(work.each(item), done) for item in items]
    if work.code and jobs == 1 and len(items) <= FEW and sys.platform == "linux":
        given = _forked(work.each, items, work.code)
        if given is not None:
            done(len(items))
            return given
    return _parallel(work, items, min(jobs, len(items)), done)


def in_two(each: Callable[[Item], Result], here: Sequence[Item], beside: Sequence[Item], code: Code[Result]) -> list[Result]:
    """The results of some items that this process works off, and after them of others, for which it forks once.

    For work of less than a second, of which a pool's start would be a good part. What the fork does not give, this process does as well.
    """
    mine: list[Result] = []
    given = _forked(each, beside, code, lambda: mine.extend(map(each, here)))
    return mine + (given if given is not None else list(map(each, beside)))


def _forked(
    each: Callable[[Item], Result], items: Sequence[Item], code: Code[Result], meanwhile: Callable[[], None] = lambda: None
) -> list[Result] | None:
    """What a fork of this process makes of the items; ``None`` where it died or something went wrong in it."""
    fork = Fork(lambda given: code.encode(list(map(each, items))))
    try:
        meanwhile()
        told = fork.told()
    finally:
        fork.stop()
    return code.decode(told) if told is not None else None


def forks(jobs: int) -> bool:
    """Whether something may be done beside this process by a mere fork of it."""
    return jobs > 1 and sys.platform == "linux"


class Fork:
    """A fork of this process that does one thing, with what it is given once that is known, and is asked for it later."""

    def __init__(self, work: Callable[[BinaryIO], bytes]) -> None:
        """``work`` may read what `told` is given, to its end, and gives what that gives."""
        self._giving = self._asking = -1
        self._child, self._parent = 0, os.getpid()
        reading, self._giving = os.pipe()
        self._asking, writing = os.pipe()
        self._child = os.fork()
        if self._child == 0:
            os.close(self._giving)
            os.close(self._asking)
            _beside(work, reading, writing)
        os.close(reading)
        os.close(writing)

    def told(self, given: bytes = b"") -> bytes | None:
        """What the fork has to say; ``None`` where it died or something went wrong in it."""
        giving, self._giving = self._giving, -1
        with suppress(BrokenPipeError), os.fdopen(giving, "wb") as stream:
            stream.write(given)
        asking, self._asking = self._asking, -1
        with os.fdopen(asking, "rb") as stream:
            told = stream.read()
        child, self._child = self._child, 0
        _, status = os.waitpid(child, 0)
        return told if status == 0 else None

    def stop(self) -> None:
        """Nobody wants to know any more."""
        for descriptor in (self._giving, self._asking):
            if descriptor >= 0:
                os.close(descriptor)
        self._giving = self._asking = -1
        if self._child > 0 and self._parent == os.getpid():  # another fork has a copy of this
            os.kill(self._child, signal.SIGKILL)
            os.waitpid(self._child, 0)
            self._child = 0

    def __del__(self) -> None:
        """Where something went wrong before it was asked."""
        self.stop()


def _beside(work: Callable[[BinaryIO], bytes], reading: int, writing: int) -> NoReturn:
    """What a fork does: nothing of what its parent would do at its end, whatever happens."""
    failed = 1
    try:
        with os.fdopen(reading, "rb") as given, os.fdopen(writing, "wb") as stream:
            stream.write(work(given))
        failed = 0
    finally:
        os._exit(failed)


@contextmanager
def _collecting(cyclic: bool) -> Iterator[None]:
    enabled = gc.isenabled()
    if not cyclic:
        gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _told(result: Result, done: Callable[[int], None]) -> Result:
    done(1)
    return result


def _parallel(work: Work[Item, Result], items: Sequence[Item], jobs: int, done: Callable[[int], None]) -> list[Result]:
    waiting = list(_chunks(len(items), jobs, work.largest))[::-1]
    results: dict[int, Result] = {}
    while waiting:
        suspects = _until_broken(work, items, jobs, waiting, results, done)
        _one_by_one(work, items, suspects, results, done)
    return [results[index] for index in range(len(items))]


def _chunks(count: int, jobs: int, largest: int) -> Iterator[range]:
    """The items' positions in pieces that become smaller and smaller."""
    start = 0
    while start < count:
        size = max(1, min(largest, (count - start) // (SHARE * jobs)))
        yield range(start, start + size)
        start += size


def _until_broken(
    work: Work[Item, Result],
    items: Sequence[Item],
    jobs: int,
    waiting: list[range],
    results: dict[int, Result],
    done: Callable[[int], None],
) -> list[int]:
    """Work off the chunks; where a worker dies, return the items of the few chunks that were in its pool."""
    from concurrent.futures import FIRST_COMPLETED, wait
    from concurrent.futures.process import BrokenProcessPool

    running: dict[Future[list[Result]], range] = {}
    broken: list[int] = []
    with _executor(work, jobs) as executor:
        while waiting or running:
            # few chunks in flight at a time, so that few are suspected when a worker dies; enough for what `done` may take
            while waiting and not broken and len(running) < 2 * jobs + 2:
                chunk = waiting.pop()
                try:
                    running[executor.submit(_chunk, work.each, [items[index] for index in chunk])] = chunk
                except BrokenProcessPool:
                    broken.extend(chunk)
            for future in wait(running, return_when=FIRST_COMPLETED).done:
                chunk = running.pop(future)
                try:
                    results.update(zip(chunk, future.result(), strict=True))
                    done(len(chunk))
                except BrokenProcessPool:
                    broken.extend(chunk)
            if broken and not running:
                break
    return sorted(broken)


def _one_by_one(
    work: Work[Item, Result], items: Sequence[Item], suspects: Iterable[int], results: dict[int, Result], done: Callable[[int], None]
) -> None:
    """Try each suspected item alone, in a fresh process after each one that died."""
    from concurrent.futures.process import BrokenProcessPool

    left = list(suspects)[::-1]
    while left:
        with _executor(work, 1) as executor:
            while left:
                index = left.pop()
                try:
                    results[index] = executor.submit(_chunk, work.each, [items[index]]).result()[0]
                    done(1)
                except BrokenProcessPool:
                    results[index] = work.lost(items[index])
                    done(1)
                    break


def _chunk(each: Callable[[Item], Result], items: list[Item]) -> list[Result]:
    return [each(item) for item in items]


@contextmanager
def _executor(work: Work[Item, Result], jobs: int) -> Iterator[ProcessPoolExecutor]:
    import multiprocessing  # these cost some 20 ms, and a hook starts no process
    from concurrent.futures import ProcessPoolExecutor

    # fork starts in milliseconds and is safe here: this process has no threads of its own
    context = multiprocessing.get_context("fork" if sys.platform == "linux" else None)
    executor = ProcessPoolExecutor(jobs, context, initializer=_start, initargs=(os.getpid(), work))
    try:
        yield executor
    except BaseException:
        # Ctrl-C: nobody wants to wait for what is half done
        for process in multiprocessing.active_children():
            process.terminate()
        raise
    finally:
        executor.shutdown(cancel_futures=True)


def _start(parent: int, work: Work[Any, Any]) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is answered by the main process alone
    threading.Thread(target=_end_with, args=(parent,), daemon=True).start()
    gc.freeze()  # what the parent holds stays, and is not worth looking through
    if not work.cyclic:
        gc.disable()
    if work.prepare:
        work.prepare(*work.arguments)


def _end_with(parent: int) -> None:
    """A worker whose parent was killed would wait for work for ever."""
    while os.getppid() == parent:
        time.sleep(1)
    os._exit(1)
