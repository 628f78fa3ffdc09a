"""Results come in the items' order, whoever makes them, and a dead worker costs one item."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from checker.pool import Work, run, workers

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
