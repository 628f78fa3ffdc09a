"""What this process does while others work for it."""

from __future__ import annotations

from functools import partial

import pytest

from checker.run.meanwhile import JOIN, loading, meanwhile


def test_one_thing_is_done_for_each_chunk() -> None:
    """Each chunk that others made is told on, and gives time for one more thing, until all are done."""
    told: list[int | str] = []
    heard = meanwhile([partial(told.append, "a"), partial(told.append, "b")], told.append)
    for count in (32, 32, 5):
        heard(count)
    assert told == [32, "a", 32, "b", 5]


def test_nothing_is_done_where_nobody_else_works() -> None:
    """An item that this process worked off itself is told on and no occasion for anything: nobody is waited for."""
    told: list[int | str] = []
    heard = meanwhile([partial(told.append, "a")], told.append)
    heard(1)
    assert told == [1]


@pytest.mark.parametrize("name", JOIN)
def test_what_is_loaded_ahead_is_there(name: str) -> None:
    """Each module that the join is made of is found under its name."""
    loading(name)()
