"""Results come in the items' order, whoever makes them, and a dead worker costs one item."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from checker.pool import Fork, Work, in_two, run, workers

ITEMS = list(range(100))
DEADLY = (0, 33, 34, 99)


def double(item: int) -> int:
    """An item's result."""
    return item * 2


def die_at_some(item: int) -> int:
    """End the process at once, as a stack overflow in a parser does."""
    if item in DEADLY:
        os.kill(os.getpid(), signal.SIGKILL)
    return item * 2


def lost(item: int) -> int:
    """What stands for a lost item."""
    return -item - 1


@pytest.mark.parametrize("jobs", [1, 2, 8])
def test_results_are_in_order(jobs: int) -> None:
    """Any number of workers gives the same results, and every item is counted once."""
    counted: list[int] = []
    assert run(Work(double, lost), ITEMS, jobs, done=counted.append) == [item * 2 for item in ITEMS]
    assert sum(counted) == len(ITEMS)


@pytest.mark.parametrize("jobs", [1, 2, 8])
def test_a_dead_worker_costs_one_item(jobs: int) -> None:
    """Exactly the items that killed their worker are lost."""
    counted: list[int] = []
    results = run(Work(die_at_some, lost), ITEMS, jobs, apart=True, done=counted.append)
    assert results == [lost(item) if item in DEADLY else item * 2 for item in ITEMS]
    assert sum(counted) == len(ITEMS)


def test_few_items_stay_in_this_process() -> None:
    """Processes are started neither for a few items nor for one job, unless they must be apart."""
    pid = Work(lambda item: os.getpid(), lost)
    assert set(run(pid, [1, 2], 8)) == {os.getpid()}
    assert set(run(pid, ITEMS, 1)) == {os.getpid()}
    assert run(pid, [], 8) == []
    apart = Work(_pid, lost)
    assert os.getpid() not in run(apart, [1, 2], 1, apart=True)


def _pid(item: int) -> int:
    return os.getpid()


def test_an_error_of_the_work_is_the_callers() -> None:
    """An exception is no dead worker: it reaches the caller."""
    with pytest.raises(ZeroDivisionError):
        run(Work(_divide, lost), ITEMS, 2, apart=True)


def _divide(item: int) -> int:
    return 1 // item


def test_what_was_asked_for_is_the_number_of_workers() -> None:
    """By default there is one for each core that the process may use."""
    assert workers(3) == 3
    assert 1 <= workers(None) <= (os.cpu_count() or 1)


def test_workers_end_with_their_parent(tmp_path: Path) -> None:
    """When the run is killed, no worker stays behind."""
    script = tmp_path / "script.py"
    script.write_text(
        "import os, sys, time\n"
        "from checker.pool import Work, run\n"
        "def slow(item):\n"
        "    open(f'{sys.argv[1]}/{os.getpid()}', 'w').close()\n"
        "    time.sleep(60)\n"
        "if __name__ == '__main__':\n"
        "    run(Work(slow, slow), [1, 2], 2, apart=True)\n"
    )
    pids = tmp_path / "pids"
    pids.mkdir()
    process = subprocess.Popen(
        [sys.executable, str(script), str(pids)], cwd=Path(__file__).parents[2], env={**os.environ, "PYTHONPATH": "."}
    )
    _until(lambda: len(list(pids.iterdir())) == 2)
    process.kill()
    process.wait()
    workers_of_it = [int(path.name) for path in pids.iterdir()]
    _until(lambda: not any(_alive(pid) for pid in workers_of_it))


def _until(true: object) -> None:
    end = time.monotonic() + 20
    while not true():  # type: ignore[operator]  # a callable
        assert time.monotonic() < end
        time.sleep(0.05)


def _alive(pid: int) -> bool:
    try:
        return "Z" not in Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2]
    except OSError:
        return False


class Plain:
    """Numbers, parted by blanks."""

    @staticmethod
    def encode(results: list[int]) -> bytes:
        """As bytes."""
        return " ".join(map(str, results)).encode()

    @staticmethod
    def decode(data: bytes) -> list[int]:
        """And back."""
        return list(map(int, data.split()))


forking = pytest.mark.skipif(sys.platform != "linux", reason="this process forks only there")


@forking
def test_a_fork_works_off_the_other_half() -> None:
    """Its results come behind those of this process, however many; both parts can be empty."""
    own = os.getpid()
    pids = in_two(_pid, [1, 2], [3, 4], Plain)
    assert pids[:2] == [own, own]
    assert own not in pids[2:]
    assert pids[2] == pids[3]
    many = list(range(100_000))
    assert in_two(double, [-1], many, Plain) == [-2, *(item * 2 for item in many)]
    assert in_two(double, [], [], Plain) == []


@forking
def test_what_a_fork_does_not_give_is_done_here() -> None:
    """A fork that dies, and one in which something goes wrong, costs only time."""
    own = os.getpid()

    def die_elsewhere(item: int) -> int:
        if os.getpid() != own:
            os.kill(os.getpid(), signal.SIGKILL)
        return item * 2

    def fail_elsewhere(item: int) -> int:
        if os.getpid() != own:
            raise MemoryError
        return item * 2

    assert in_two(die_elsewhere, [1], [2, 3], Plain) == [2, 4, 6]
    assert in_two(fail_elsewhere, [1], [2, 3], Plain) == [2, 4, 6]


@forking
def test_what_goes_wrong_here_does_not_wait_for_the_fork_in_vain() -> None:
    """An error of this process is raised, and no fork is left behind."""
    own = os.getpid()

    def fail_here(item: int) -> int:
        if os.getpid() == own:
            raise KeyboardInterrupt
        return item

    with pytest.raises(KeyboardInterrupt):
        in_two(fail_here, [1], list(range(200_000)), Plain)
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


@forking
def test_a_fork_is_given_something_when_it_is_asked() -> None:
    """It says what it makes of it, however much; one that dies says nothing, and one that is stopped or forgotten is gone."""

    def die(given: object) -> bytes:
        os.kill(os.getpid(), signal.SIGKILL)
        return b""

    much = b"x" * 1_000_000
    assert Fork(lambda given: given.read() * 2).told(much) == much * 2
    assert Fork(lambda given: b"at once").told() == b"at once"
    assert Fork(die).told(much) is None
    assert Fork(lambda given: bytes(int("none"))).told() is None
    waiting = Fork(lambda given: given.read())
    waiting.stop()
    waiting.stop()
    forgotten = Fork(lambda given: given.read())
    del forgotten
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)
